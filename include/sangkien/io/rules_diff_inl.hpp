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

}  // namespace detail

SANGKIEN_INLINE RulesDiff rules_diff(const std::string& before, const std::string& after,
                                     const std::vector<std::string>& with, const std::vector<Season>& seasons,
                                     Instant as_of, Texts texts)
{
    const Rules old_rules = load_rules({before}), new_rules = load_rules({after});
    RulesDiff out{detail::meant(old_rules, before), detail::meant(new_rules, after), {}};
    std::vector<std::string> names{before};
    names.insert(names.end(), with.begin(), with.end());
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
