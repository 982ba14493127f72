// What a rulebook asks of each unit: how many initiatives, by when, and which of them count.
//
//   std::vector<QuotaRule> rules = compile_quota(section, unit_kinds, levels, states, schedule, problems);
//   rules[0].at_least;                     // 1
//   rules[0].joint_each.has_value();       // false: no loaded rulebook says how a joint initiative counts
//
// A condition that a rule does not name (`level`, `area`, `in-time`) is not asked. What a rule leaves open about
// counting (`joint`, `withdrawn`, `revived`, `moved`, `carried-over`, `units-created`, `succession`) is silent, and a
// verdict that needs it is undetermined.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../facts/reorganisation.hpp"
#include "../rulebook/fields.hpp"

namespace sangkien {

// Value of a quota (giá trị của chỉ tiêu) and where it was read: another layer than the rule's may have given it.
template <class Value>
struct QuotaValue {
    Value value{};
    Citation citation;
};

// Who owes what the units of a reorganisation owed (ai chịu chỉ tiêu): see docs/quota.md.
enum class DutySuccession : std::uint8_t {
    carried,  // the first successor, all of it
    own,      // every successor what its own kind owes
    each,     // every successor all of it
    greater,  // the first successor whichever is more, the others what their own kind owes
    stays,    // the unit that owed it
    lapses,   // nobody
};

// For whom counts what they had filed (sáng kiến đã nộp tính cho ai).
enum class FiledSuccession : std::uint8_t {
    carried,  // the first successor
    each,     // every successor
    moved,    // the successor that the season says each file was moved to
    stays,    // none of them
};

// Succession (kế thừa) after one kind of reorganisation; what is not given is silent.
struct SuccessionRule {
    ReorganisationKind kind = ReorganisationKind::dissolve;
    std::optional<QuotaValue<DutySuccession>> duty;
    std::optional<QuotaValue<FiledSuccession>> filed;
};

enum class QuotaRounding : std::uint8_t { up, down, half_up };

// Rate per head (theo số người): so many initiatives for every so many people.
struct QuotaRate {
    std::int64_t initiatives = 0;
    std::int64_t heads = 1;
    QuotaRounding round = QuotaRounding::down;
};

// Points (điểm thi đua) for a quota in an emulation assessment; what is not given is silent.
struct QuotaPoints {
    Ratio met;                      // for what is owed
    Ratio short_of;                 // for less
    Ratio each_more;                // for each that counts beyond what is owed
    std::optional<Ratio> at_most;   // with those beyond
    std::optional<Ratio> not_owed;  // for a unit that owes nothing
};

// The minimum of one kind of unit, in place of the rule's.
struct KindMinimum {
    std::string kind;
    QuotaValue<std::int64_t> at_least;
};

// Quota rule (chỉ tiêu): so many initiatives a year from each unit of these kinds (934.3.1).
struct QuotaRule {
    Name name;
    std::string path;                   // "quota.one-per-unit"
    QuotaValue<std::vector<Name>> who;  // kinds of unit bound
    QuotaValue<std::int64_t> at_least;
    QuotaValue<Name> reached;                    // the state in which an initiative counts as proposed
    std::optional<QuotaValue<Name>> level;       // the level of recognition it must seek
    std::optional<QuotaValue<bool>> area;        // it must name one of the focus areas
    std::optional<QuotaValue<Name>> in_time;     // the milestone by which it must have reached the state
    std::optional<QuotaValue<bool>> joint_each;  // a joint one counts for every unit it names; false: for its lead only
    std::optional<QuotaValue<bool>> joint_shares;  // a joint one counts for each by its share; then no joint_each
    std::optional<QuotaValue<bool>> withdrawn_counts;
    std::optional<QuotaValue<bool>> revived_last;  // of one withdrawn and filed again the last filing is judged
    std::optional<QuotaValue<bool>> moved_new;     // one that changed units counts for the new one; false: the old
    std::optional<QuotaValue<bool>> carried_over;  // one proposed in an earlier year counts
    std::optional<QuotaValue<bool>> created_owe;   // units created during the year, after 1 January, owe as well
    std::vector<KindMinimum> per_kind;
    std::optional<QuotaValue<QuotaRate>> per_head;          // when that is more than the minimum
    std::optional<QuotaValue<std::int64_t>> areas_covered;  // what counts lies in so many areas at least
    std::optional<QuotaValue<QuotaPoints>> emulation;
    bool succession_stated = false;
    std::vector<SuccessionRule> succession;
    Citation citation;
    // Paths that the papers offer as a choice, such as "schedule.ward-submission.bound". Whoever merged the rules fills
    // this in, since a merged tree holds the value in use and no longer what was offered.
    std::vector<std::string> choices;

    bool binds(std::string_view kind) const noexcept
    {
        for (const Name& bound : who.value)
            if (bound.id == kind) return true;
        return false;
    }
    // Null where nothing is said of such a reorganisation.
    const SuccessionRule* after(ReorganisationKind kind) const noexcept
    {
        for (const SuccessionRule& rule : succession)
            if (rule.kind == kind) return &rule;
        return nullptr;
    }
};

// Compiles the section `quota` of what the rulebooks say on a day; an absent one gives no rules. The other sections give
// the known names; one that they do not have is SK1308.
std::vector<QuotaRule> compile_quota(Node section, Node unit_kinds, Node levels, Node states, Node schedule,
                                     Problems& problems);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "quota_rule_inl.hpp"
#endif
