#pragma once

#include <algorithm>

#include "../core/digits.hpp"
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

// What may be said of the duty after each kind, and of what had been filed.
inline std::optional<DutySuccession> duty_succession(Fields& f, ReorganisationKind kind)
{
    using D = DutySuccession;
    const auto one_of = [&](std::initializer_list<const char*> words, std::initializer_list<D> values) {
        const std::size_t at = f.word("duty", words, words.size(), Need::optional);
        return at == words.size() ? std::nullopt : std::optional(*(values.begin() + at));
    };
    switch (kind) {
        case ReorganisationKind::divide:
            return one_of({"carried", "own", "each", "greater"}, {D::carried, D::own, D::each, D::greater});
        case ReorganisationKind::absorb: return one_of({"carried", "own"}, {D::carried, D::own});
        case ReorganisationKind::separate: return one_of({"stays", "own", "each"}, {D::stays, D::own, D::each});
        case ReorganisationKind::dissolve: return one_of({"stays", "lapses"}, {D::stays, D::lapses});
        default: return one_of({"carried", "own", "greater"}, {D::carried, D::own, D::greater});
    }
}

inline std::optional<FiledSuccession> filed_succession(Fields& f, ReorganisationKind kind)
{
    using F = FiledSuccession;
    const auto one_of = [&](std::initializer_list<const char*> words, std::initializer_list<F> values) {
        const std::size_t at = f.word("filed", words, words.size(), Need::optional);
        return at == words.size() ? std::nullopt : std::optional(*(values.begin() + at));
    };
    // What stands on keeps its files; a dissolved unit has nobody to give them to.
    if (kind == ReorganisationKind::separate || kind == ReorganisationKind::dissolve) return std::nullopt;
    if (kind == ReorganisationKind::divide)
        return one_of({"carried", "each", "moved", "stays"}, {F::carried, F::each, F::moved, F::stays});
    return one_of({"carried", "stays"}, {F::carried, F::stays});
}

inline void compile_succession(Node section, QuotaRule& rule, Problems& problems)
{
    if (!section) return;
    rule.succession_stated = true;
    Fields all(section, problems);
    for (std::size_t i = 0; i < std::size(reorganisation_words); ++i) {
        const Node entry = all.object(reorganisation_words[i], Need::optional);
        if (!entry) continue;
        Fields f(entry, problems);
        SuccessionRule out;
        out.kind = static_cast<ReorganisationKind>(i);
        const auto cited = [&](const char* key) { return entry.get(key) ? entry.get(key).citation() : Citation(); };
        if (const auto duty = duty_succession(f, out.kind)) out.duty = QuotaValue<DutySuccession>{*duty, cited("duty")};
        if (const auto filed = filed_succession(f, out.kind))
            out.filed = QuotaValue<FiledSuccession>{*filed, cited("filed")};
        f.allow_annotations();
        f.finish();
        rule.succession.push_back(std::move(out));
    }
    all.allow_annotations();
    all.finish();
}

inline QuotaRate compile_rate(Node node, Problems& problems)
{
    Fields f(node, problems);
    QuotaRate out;
    out.initiatives = f.whole("initiatives", 1, limits::initiatives_owed, 1);
    out.heads = f.whole("heads", 1, limits::headcount, 1);
    out.round = static_cast<QuotaRounding>(f.word("round", {"up", "down", "half-up"}, 1));
    f.allow_annotations();
    f.finish();
    return out;
}

inline QuotaPoints compile_points(Node node, Problems& problems)
{
    Fields f(node, problems);
    const auto points = [&](const char* key, Need need) {
        const Ratio out = f.ratio(key, Ratio(0), need);
        if (out < Ratio(0))
            problems.add(ErrorId::out_of_range, node.get(key).place(),
                         {{"value", out.text()}, {"low", "0"}, {"high", whole_text(limits::headcount)}});
        return out;
    };
    QuotaPoints out{
        points("met", Need::required), points("short", Need::required), points("each-more", Need::optional), {}, {}};
    if (f.has("at-most")) out.at_most = points("at-most", Need::optional);
    if (f.has("not-owed")) out.not_owed = points("not-owed", Need::optional);
    f.allow_annotations();
    f.finish();
    return out;
}

// Kind by kind; SK1308 for a kind that no paper names.
inline void compile_kind_minima(Node section, const QuotaNames& kinds, QuotaRule& rule, Problems& problems)
{
    for (const std::string& kind : quota_known(section)) {
        const Node entry = section.get(kind);
        quota_name(kinds, kind, entry.place_of_key(), problems);
        std::int64_t least = 1;
        if (read_whole(entry, problems, 1, limits::initiatives_owed, least))
            rule.per_kind.push_back({kind, {least, entry.citation()}});
    }
}

struct QuotaSections {
    QuotaNames unit_kinds, levels, states, schedule;
};

inline void read_joint(QuotaReader& read, QuotaRule& rule)
{
    const std::size_t none = 3;
    const std::size_t joint = read.fields().word("joint", {"each", "lead", "shares"}, none, Need::optional);
    if (joint < 2) rule.joint_each = read.stated("joint", joint == 0);
    if (joint == 2) rule.joint_shares = read.stated("joint", true);
}

// What the dispatch does not have and other papers may say.
inline void read_extras(QuotaReader& read, const QuotaSections& sections, QuotaRule& rule, Problems& problems)
{
    Fields& f = read.fields();
    rule.revived_last = read.optional_flag("revived", "last", "first");
    rule.moved_new = read.optional_flag("moved", "new", "origin");
    rule.carried_over = read.optional_flag("carried-over", "counts", "does-not-count");
    if (const Node kinds = f.object("per-kind", Need::optional))
        compile_kind_minima(kinds, sections.unit_kinds, rule, problems);
    if (const Node rate = f.object("per-head", Need::optional))
        rule.per_head = read.stated("per-head", compile_rate(rate, problems));
    if (const Node points = f.object("emulation", Need::optional))
        rule.emulation = read.stated("emulation", compile_points(points, problems));
    if (f.has("areas-covered"))
        rule.areas_covered = read.stated("areas-covered", f.whole("areas-covered", 1, limits::initiatives_owed, 1));
    compile_succession(f.object("succession", Need::optional), rule, problems);
}

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
    read_joint(read, rule);
    rule.withdrawn_counts = read.optional_flag("withdrawn", "counts", "does-not-count");
    rule.created_owe = read.optional_flag("units-created", "owe", "owe-not");
    read_extras(read, sections, rule, problems);
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
