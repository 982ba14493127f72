// What each unit owes under a quota before anything is counted: by kind, by heads, and after reorganisations.
#pragma once

#include "quota_parts_inl.hpp"

namespace sangkien::detail {

// Between `least` and `most`; where they differ, a finding says what is silent or missing.
struct QuotaDuty {
    // More than any rate gives: the headcount is missing.
    static constexpr std::int64_t unbounded = std::int64_t{1} << 40;

    std::int64_t least = 0;
    std::int64_t most = 0;
    Name reason;           // why it owes nothing
    std::string key;       // of the rule, that `reason` rests on; empty: its deadline
    Citation citation;     // of that
    bool created = false;  // it rests on `units-created`
    Findings told;         // what it took over, and what is open

    // The rule's figure also when it is open whether the unit owes at all.
    std::int64_t owed() const noexcept { return most >= unbounded ? least : most; }
    void add(std::int64_t low, std::int64_t high) noexcept
    {
        least = std::min(least + low, unbounded);  // a duty may double with every reorganisation
        most = std::min(most + high, unbounded);
    }
};

class QuotaDuties {
public:
    QuotaDuties(const QuotaRule& rule, const Season& season, Day last_day)
        : rule_(rule), season_(season), last_day_(last_day), changes_(reorganisations_of(season, last_day))
    {
    }

    // Parallel to season.units.
    std::vector<QuotaDuty> run()
    {
        for (const Unit& unit : season_.units) duties_.push_back(alone(unit));
        for (const Reorganisation* change : changes_) pass_on(*change);
        for (std::size_t i = 0; i < duties_.size(); ++i) end(season_.units[i], duties_[i]);
        return std::move(duties_);
    }

private:
    QuotaDuty& of(const std::string& id)
    {
        std::size_t i = 0;
        while (i + 1 < season_.units.size() && season_.units[i].id != id) ++i;
        return duties_[i];
    }

    // Of one that stands the whole year.
    QuotaDuty figure(const Unit& unit) const
    {
        QuotaDuty out;
        if (!rule_.binds(unit.kind)) return out;
        out.least = rule_.at_least.value;
        for (const KindMinimum& minimum : rule_.per_kind)
            if (minimum.kind == unit.kind) out.least = minimum.at_least.value;
        out.most = out.least;
        if (!rule_.per_head) return out;
        if (unit.headcount) {
            out.least = out.most = std::max(out.least, by_heads(rule_.per_head->value, *unit.headcount));
            return out;
        }
        out.most = QuotaDuty::unbounded;
        Finding finding;
        finding.id = FindingId::quota_headcount_missing;
        finding.inputs = {{"unit", unit.id}};
        rest_on(finding, rule_, "per-head", rule_.per_head);
        finding.lift = quota_lift_always({"Ghi số người của đơn vị.", "State the unit's headcount."});
        out.told.push_back(std::move(finding));
        return out;
    }

    static std::int64_t by_heads(const QuotaRate& rate, std::int64_t heads)
    {
        const std::int64_t all = rate.initiatives * heads;
        switch (rate.round) {
            case QuotaRounding::up: return (all + rate.heads - 1) / rate.heads;
            case QuotaRounding::half_up: return (2 * all + rate.heads) / (2 * rate.heads);
            default: return all / rate.heads;
        }
    }

    bool succeeds(const Unit& unit) const
    {
        for (const Reorganisation* change : changes_)
            if (change->begins() && std::find(change->into.begin(), change->into.end(), unit.id) != change->into.end())
                return true;
        return false;
    }

    static QuotaDuty nothing(Name reason)
    {
        QuotaDuty out;
        out.reason = std::move(reason);
        return out;
    }

    // Before any reorganisation of the year.
    QuotaDuty alone(const Unit& unit) const
    {
        const Day first = day_of(season_.year, 1, 1);
        if (unit.until && *unit.until <= first) return nothing(ended_name());
        if (unit.from && last_day_ < *unit.from)
            return nothing({"unit-not-yet",
                            {"đơn vị chưa có vào ngày cuối của hạn", "the unit did not exist yet on the last day"}});
        if (succeeds(unit))
            return nothing(
                {"unit-succeeds", {"đơn vị khác chịu chỉ tiêu cũ", "another unit answers for what was owed"}});
        QuotaDuty out = figure(unit);
        if (!unit.from || *unit.from <= first || out.most == 0) return out;
        if (rule_.created_owe) {
            if (!rule_.created_owe->value)
                out = nothing({"unit-created", {"đơn vị được lập trong năm", "the unit was created during the year"}});
            out.key = "units-created";
            out.citation = rule_.created_owe->citation;
            out.created = true;
            return out;
        }
        out.least = 0;
        out.told.push_back(silence("units-created",
                                   {"đơn vị lập trong năm có phải thực hiện chỉ tiêu của năm đó hay không",
                                    "whether a unit created during the year owes the quota of that year"},
                                   unit.id));
        return out;
    }

    static Name ended_name()
    {
        return {"unit-ended", {"đơn vị không còn vào ngày cuối của hạn", "the unit had ended by the last day"}};
    }

    Finding silence(const std::string& key, Words words, const std::string& unit) const
    {
        const Name what = quota_silence(rule_, key, std::move(words));
        Finding finding;
        finding.id = FindingId::rule_silent;
        finding.citations = {rule_.citation};
        finding.inputs = {{"unit", unit}};
        finding.values = {{"what", what}};
        finding.lift = quota_silence_lift(what.id);
        return finding;
    }

    Finding duty_silence(ReorganisationKind kind, const std::string& unit) const
    {
        return silence(succession_key(kind, "duty"),
                       {"đơn vị nào chịu chỉ tiêu sau khi sắp xếp lại", "who owes the quota after a reorganisation"},
                       unit);
    }

    // What the predecessors owed, together.
    QuotaDuty before(const Reorganisation& change)
    {
        QuotaDuty out;
        for (const std::string& id : change.from) {
            const QuotaDuty& one = of(id);
            out.add(one.least, one.most);
            for (const Finding& finding : one.told)
                if (finding.verdict == Truth::undetermined) out.told.push_back(finding);
        }
        return out;
    }

    // `unit` owes `more` on top of what it owes already.
    void take_over(const Reorganisation& change, const std::string& unit, const QuotaDuty& more,
                   const QuotaValue<DutySuccession>& rule)
    {
        QuotaDuty& to = of(unit);
        to.add(more.least, more.most);
        to.told.insert(to.told.end(), more.told.begin(), more.told.end());
        if (more.most == 0) return;
        Finding finding;
        finding.id = FindingId::quota_inherited;
        finding.verdict = Truth::pass;
        rest_at(finding, rule_, succession_key(change.kind, "duty"), rule.citation);
        finding.inputs = {{"unit", unit}};
        finding.values = {{"duty", more.owed()},
                          {"from", unit_names(season_, change.from)},
                          {"change", reorganisation_name(change.kind)},
                          {"day", change.on}};
        to.told.insert(to.told.begin(), std::move(finding));
    }

    void take_over_perhaps(const Reorganisation& change, const std::string& unit, const QuotaDuty& had)
    {
        const QuotaDuty own = change.begins() ? figure(season_unit(unit)) : QuotaDuty();
        QuotaDuty& to = of(unit);
        to.add(0, std::max(had.most, own.most));
        to.told.insert(to.told.end(), had.told.begin(), had.told.end());
        to.told.push_back(duty_silence(change.kind, unit));
    }

    const Unit& season_unit(const std::string& id) const { return *season_.unit(id); }

    static QuotaDuty greater(QuotaDuty a, const QuotaDuty& b)
    {
        a.least = std::max(a.least, b.least);
        a.most = std::max(a.most, b.most);
        a.told.insert(a.told.end(), b.told.begin(), b.told.end());
        return a;
    }

    void pass_on(const Reorganisation& change)
    {
        const SuccessionRule* rule = rule_.after(change.kind);
        const QuotaDuty had = before(change);
        if (change.kind == ReorganisationKind::dissolve) return;  // see end()
        if (rule == nullptr || !rule->duty) {
            for (const std::string& unit : change.into) take_over_perhaps(change, unit, had);
        } else {
            for (std::size_t i = 0; i < change.into.size(); ++i) {
                const std::string& unit = change.into[i];
                const QuotaDuty own = change.begins() ? figure(season_unit(unit)) : QuotaDuty();
                QuotaDuty more;
                switch (rule->duty->value) {
                    case DutySuccession::carried: more = i == 0 ? had : QuotaDuty(); break;
                    case DutySuccession::own: more = own; break;
                    case DutySuccession::each: more = had; break;
                    case DutySuccession::greater: more = i == 0 ? greater(had, own) : own; break;
                    default: break;
                }
                take_over(change, unit, more, *rule->duty);
            }
        }
        if (!change.ends()) return;
        const Words heirs = joined_names(unit_names(season_, change.into));
        for (const std::string& id : change.from) {
            const Words& how = reorganisation_name(change.kind).words;
            QuotaDuty& left = of(id);
            left =
                nothing({"unit-passed-on", {how.vi + ", kế thừa: " + heirs.vi, how.en + ", succeeded by " + heirs.en}});
            if (rule != nullptr && rule->duty) {
                left.key = succession_key(change.kind, "duty");
                left.citation = rule->duty->citation;
            }
        }
    }

    // One that ended and that nobody follows.
    void end(const Unit& unit, QuotaDuty& duty) const
    {
        if (!unit.until || last_day_ < *unit.until || duty.reason.id == "unit-passed-on") return;
        const SuccessionRule* rule = rule_.after(ReorganisationKind::dissolve);
        const bool told = std::any_of(changes_.begin(), changes_.end(), [&](const Reorganisation* change) {
            return change->kind == ReorganisationKind::dissolve && change->from.front() == unit.id;
        });
        const bool asked = (told || rule_.succession_stated) && day_of(season_.year, 1, 1) < *unit.until;
        if (asked && duty.most > 0 && (rule == nullptr || !rule->duty)) {
            duty.least = 0;
            duty.told.push_back(duty_silence(ReorganisationKind::dissolve, unit.id));
            return;
        }
        if (asked && rule != nullptr && rule->duty && rule->duty->value == DutySuccession::stays) return;
        duty = nothing(ended_name());
        if (!asked || rule == nullptr || !rule->duty) return;
        duty.key = succession_key(ReorganisationKind::dissolve, "duty");
        duty.citation = rule->duty->citation;
    }

    const QuotaRule& rule_;
    const Season& season_;
    Day last_day_;
    std::vector<const Reorganisation*> changes_;
    std::vector<QuotaDuty> duties_;
};

}  // namespace sangkien::detail
