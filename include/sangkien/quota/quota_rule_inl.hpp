#pragma once

#include <algorithm>

#include "../core/limits.hpp"
#include "quota_rule.hpp"

namespace sangkien {

namespace detail {

// One section of names a quota may point at, with the word for them in a message.
struct QuotaNames {
    Node section;
    Words what;
};

inline std::vector<std::string> quota_known(Node section)
{
    static constexpr std::string_view annotations[] = {"clause", "provenance", "note", "choices"};
    std::vector<std::string> known;
    for (Node child : children(section))
        if (std::find(std::begin(annotations), std::end(annotations), child.key()) == std::end(annotations))
            known.emplace_back(child.key());
    return known;
}

// The name with its words; SK1308 when the section does not have it.
inline Name quota_name(const QuotaNames& names, const std::string& id, const Place& place, Problems& problems)
{
    const std::vector<std::string> known = quota_known(names.section);
    if (std::find(known.begin(), known.end(), id) == known.end()) {
        unknown_name(problems, place, names.what, id, known);
        return {id, {}};
    }
    const Node named = names.section.get(id);
    return {id, {std::string(named.get("vi").text()), std::string(named.get("en").text())}};
}

// Reading one rule: each member with its citation.
class QuotaReader {
public:
    QuotaReader(Node rule, Problems& problems) : fields_(rule, problems), problems_(problems) {}

    Fields& fields() noexcept { return fields_; }

    template <class Value>
    QuotaValue<Value> stated(std::string_view key, Value value)
    {
        const Node member = fields_.node().get(key);
        return {std::move(value), member ? member.citation() : fields_.node().citation()};
    }

    QuotaValue<Name> name(std::string_view key, const QuotaNames& names)
    {
        const std::string id = fields_.text(key);
        if (id.empty()) return {};
        return stated(key, quota_name(names, id, fields_.node().get(key).place(), problems_));
    }

    std::optional<QuotaValue<Name>> optional_name(std::string_view key, const QuotaNames& names)
    {
        if (!fields_.has(key)) return std::nullopt;
        return name(key, names);
    }

    // Is it the first of the two words? Nothing when the rulebook is silent.
    std::optional<QuotaValue<bool>> optional_flag(std::string_view key, const char* yes, const char* no)
    {
        const std::size_t none = 2;
        const std::size_t at = fields_.word(key, {yes, no}, none, Need::optional);
        if (at == none) return std::nullopt;
        return stated(key, at == 0);
    }

    QuotaValue<std::vector<Name>> names(std::string_view key, const QuotaNames& known)
    {
        std::vector<Name> out;
        fields_.texts(key);
        const Node list = fields_.node().get(key);
        const auto add = [&](Node item) {
            if (item.is(Kind::text) && !item.text().empty())
                out.push_back(quota_name(known, std::string(item.text()), item.place(), problems_));
        };
        if (list.is(Kind::list))
            for (Node item : children(list)) add(item);
        else
            add(list);
        return stated(key, std::move(out));
    }

private:
    Fields fields_;
    Problems& problems_;
};

struct QuotaSections {
    QuotaNames unit_kinds, levels, states, schedule;
};

inline QuotaRule compile_quota_rule(Node node, const QuotaSections& sections, Problems& problems)
{
    QuotaReader read(node, problems);
    QuotaRule rule;
    rule.name = {std::string(node.key()), read.fields().words()};
    rule.path = node.path();
    rule.citation = node.citation();
    read.fields().word("each", {"year"});
    rule.who = read.names("who", sections.unit_kinds);
    rule.at_least = read.stated("at-least", read.fields().whole("at-least", 1, limits::initiatives_owed, 1));
    rule.reached = read.name("reached", sections.states);
    rule.level = read.optional_name("level", sections.levels);
    if (read.fields().word("area", {"listed"}, 1, Need::optional) == 0) rule.area = read.stated("area", true);
    rule.in_time = read.optional_name("in-time", sections.schedule);
    rule.joint_each = read.optional_flag("joint", "each", "lead");
    rule.withdrawn_counts = read.optional_flag("withdrawn", "counts", "does-not-count");
    rule.created_owe = read.optional_flag("units-created", "owe", "owe-not");
    read.fields().allow_annotations();
    read.fields().finish();
    return rule;
}

}  // namespace detail

SANGKIEN_INLINE std::vector<QuotaRule> compile_quota(Node section, Node unit_kinds, Node levels, Node states,
                                                     Node schedule, Problems& problems)
{
    const detail::QuotaSections sections{{unit_kinds, {"loại đơn vị", "kind of unit"}},
                                         {levels, {"cấp công nhận", "level of recognition"}},
                                         {states, {"trạng thái", "state"}},
                                         {schedule, {"mốc thời gian", "milestone"}}};
    std::vector<QuotaRule> rules;
    if (!section || !expect(section, Kind::object, problems)) return rules;
    for (const std::string& name : detail::quota_known(section))
        rules.push_back(detail::compile_quota_rule(section.get(name), sections, problems));
    return rules;
}

}  // namespace sangkien
