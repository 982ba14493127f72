#pragma once

#include <algorithm>

#include "loader.hpp"
#include "rules_diff.hpp"

namespace sangkien {

namespace detail {

// Loaded by name: the rulebook meant, among all it stands under.
inline const Rulebook& meant(const Rules& rules, const std::string& name)
{
    for (const Rulebook& book : rules.rulebooks())
        if (book.file == name || book.id == name) return book;
    return rules.rulebooks().back();
}

// What the seasons name besides and is built in. A season is data: a name in it is an id and never the path of a file.
inline void add_built_in(std::vector<std::string>& names, const std::vector<Season>& seasons)
{
    if (seasons.empty()) return;
    const Rules rules = load_rules(names);
    std::vector<std::string> loaded;
    for (const Rulebook& book : rules.rulebooks()) loaded.push_back(book.id);
    const auto among = [](const std::vector<std::string>& list, const std::string& name) {
        return std::find(list.begin(), list.end(), name) != list.end();
    };
    const std::vector<std::string> known = sangkien::builtin_rulebooks();
    for (const Season& season : seasons)
        for (const RulebookName& name : season.rulebooks)
            if (!among(loaded, name.id) && among(known, name.id) && !among(names, name.id)) names.push_back(name.id);
}

}  // namespace detail

SANGKIEN_INLINE RulesDiff rules_diff(const std::string& before, const std::string& after,
                                     const std::vector<std::string>& with, const std::vector<Season>& seasons,
                                     Instant as_of, Texts texts)
{
    const Rules old_rules = load_rules({before}), new_rules = load_rules({after});
    RulesDiff out{detail::meant(old_rules, before), detail::meant(new_rules, after), {}};
    std::vector<std::string> names{before};
    names.insert(names.end(), with.begin(), with.end());
    detail::add_built_in(names, seasons);
    const std::vector<Rulebook> old_set = load_rules(names).rulebooks();
    // What is with the old one stays; the new one takes its place, with what only the new one stands under.
    std::vector<Rulebook> new_set = with_replaced(old_set, out.before.id, out.after);
    for (const Rulebook& book : new_rules.rulebooks()) {
        const auto same = [&](const Rulebook& other) { return other.id == book.id; };
        if (std::none_of(new_set.begin(), new_set.end(), same) && book.id != out.before.id) new_set.push_back(book);
    }
    out.impact = impact(old_set, new_set, seasons, as_of, texts);
    return out;
}

}  // namespace sangkien
