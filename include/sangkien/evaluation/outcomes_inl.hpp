// Two reports of one season side by side: what came out differently.
#pragma once

#include <algorithm>

#include "grounds_inl.hpp"

namespace sangkien::detail {

class OutcomeComparison {
public:
    OutcomeComparison(const Report& before, const Report& after, Impact& out)
        : before_(before), after_(after), out_(out)
    {
    }

    void run()
    {
        deadlines();
        const std::size_t first = out_.outcomes.size();
        for (std::size_t i = 0; i < before_.initiatives.size(); ++i) {
            initiative(before_.initiatives[i], after_.initiatives[i]);
            if (out_.outcomes.size() > first + changed_.size()) changed_.push_back(i);
        }
        through_others(first);
        for (std::size_t i = 0; i < before_.units.size(); ++i) unit(before_.units[i], after_.units[i]);
    }

private:
    static void change(ChangedOutcome& out, std::string id, Words what, Words before, Words after)
    {
        out.changes.push_back({std::move(id), std::move(what), std::move(before), std::move(after)});
    }

    void finish(ChangedOutcome& out, const Grounds& grounds)
    {
        if (out.changes.empty()) return;
        out.season = before_.season;
        out.causes = grounds.causes(out_.differences);
        out_.outcomes.push_back(std::move(out));
    }

    static const MilestoneReport* milestone_of(const Report& report, const std::string& id) noexcept
    {
        for (const MilestoneReport& candidate : report.milestones)
            if (candidate.name.id == id) return &candidate;
        return nullptr;
    }

    void deadlines()
    {
        for (const MilestoneReport& one : before_.milestones) deadline(&one, milestone_of(after_, one.name.id));
        for (const MilestoneReport& one : after_.milestones)
            if (milestone_of(before_, one.name.id) == nullptr) deadline(nullptr, &one);
    }

    static Words last_words(const Deadline& deadline)
    {
        return deadline.determined ? shown(last_moment(deadline)) : Words{"chưa xác định", "undetermined"};
    }

    void deadline(const MilestoneReport* before, const MilestoneReport* after)
    {
        ChangedOutcome out;
        out.of = OutcomeOf::deadline;
        out.name = after != nullptr ? after->name : before->name;
        const Words last_old = before == nullptr ? none_words() : last_words(before->deadline);
        const Words last_new = after == nullptr ? none_words() : last_words(after->deadline);
        if (last_old.en != last_new.en) change(out, "last-day", {"hạn cuối", "last moment"}, last_old, last_new);
        Grounds grounds;
        grounds.add(before == nullptr ? Findings() : before->deadline.steps,
                    after == nullptr ? Findings() : after->deadline.steps);
        grounds.add_name(out.name.id);
        finish(out, grounds);
    }

    void initiative(const InitiativeReport& before, const InitiativeReport& after)
    {
        ChangedOutcome out;
        out.of = OutcomeOf::initiative;
        out.name = {before.id, before.title};
        Grounds grounds;
        events(before, after, out, grounds);
        clocks(before, after, out, grounds);
        scores(before.score, after.score, out, grounds);
        if ((before.state ? before.state->id : "") != (after.state ? after.state->id : ""))
            change(out, "state", {"trạng thái", "state"}, before.state ? name_words(*before.state) : none_words(),
                   after.state ? name_words(*after.state) : none_words());
        selection(before.selection, after.selection, out, grounds);
        finish(out, grounds);
    }

    // An event that found another state than before only follows from an earlier one, which is told.
    static void events(const InitiativeReport& before, const InitiativeReport& after, ChangedOutcome& out,
                       Grounds& grounds)
    {
        for (std::size_t i = 0; i < std::min(before.events.size(), after.events.size()); ++i) {
            const EventReport& a = before.events[i];
            const EventReport& b = after.events[i];
            const std::string to_a = a.to ? a.to->id : "", to_b = b.to ? b.to->id : "";
            if (a.from.id != b.from.id || (a.verdict == b.verdict && to_a == to_b)) continue;
            const Words name = name_words(b.event), day = shown(Datum(civil_day(b.at)));
            change(out, "event " + whole_text(static_cast<std::int64_t>(i)),
                   {name.vi + " " + day.vi, name.en + ", " + day.en}, event_words(a.verdict), event_words(b.verdict));
            grounds.add(a.findings, b.findings);
        }
    }

    static const ClockReport* clock_of(const InitiativeReport& report, const std::string& id) noexcept
    {
        for (const ClockReport& candidate : report.clocks)
            if (candidate.name.id == id) return &candidate;
        return nullptr;
    }

    static Words clock_words(const ClockReport* clock)
    {
        if (clock == nullptr) return none_words();
        const Words last = last_words(clock->reading.end), kept = kept_words(clock->kept);
        return {last.vi + ", " + kept.vi, last.en + ", " + kept.en};
    }

    // A clock that runs on one side alone follows from an event or a state; one that both have is told.
    static void clocks(const InitiativeReport& before, const InitiativeReport& after, ChangedOutcome& out,
                       Grounds& grounds)
    {
        for (const ClockReport& a : before.clocks) {
            const ClockReport* b = clock_of(after, a.name.id);
            if (b == nullptr || clock_words(&a).en == clock_words(b).en) continue;
            change(out, "clock " + a.name.id, name_words(a.name), clock_words(&a), clock_words(b));
            grounds.add(a.reading.end.steps, b->reading.end.steps);
            if (a.reading.end.ends != b->reading.end.ends) grounds.add_name(a.name.id);
        }
    }

    static void scores(const ScoreResult& before, const ScoreResult& after, ChangedOutcome& out, Grounds& grounds)
    {
        const std::size_t told = out.changes.size();
        if (before.decision != after.decision)
            change(out, "decision", {"hội đồng", "council"},
                   verdict_words(before.decision, {"thông qua", "approves"}, {"không thông qua", "does not approve"}),
                   verdict_words(after.decision, {"thông qua", "approves"}, {"không thông qua", "does not approve"}));
        if ((before.klass ? before.klass->id : "") != (after.klass ? after.klass->id : ""))
            change(out, "class", {"xếp loại", "class"}, before.klass ? name_words(*before.klass) : none_words(),
                   after.klass ? name_words(*after.klass) : none_words());
        const auto total = [](const ScoreResult& score) {
            return score.standing() ? shown(Datum(*score.standing())) : none_words();
        };
        if (total(before).en != total(after).en)
            change(out, "total", {"tổng điểm", "total"}, total(before), total(after));
        if (out.changes.size() != told) grounds.add(before.findings, after.findings);
    }

    static void selection(const std::optional<SelectionResult>& before, const std::optional<SelectionResult>& after,
                          ChangedOutcome& out, Grounds& grounds)
    {
        const auto rank = [](const std::optional<SelectionResult>& result) {
            return result && result->rank ? shown(Datum(*result->rank)) : none_words();
        };
        const auto chosen = [](const std::optional<SelectionResult>& result) {
            return result ? chosen_words(result->chosen) : none_words();
        };
        const bool moved = rank(before).en != rank(after).en, other = chosen(before).en != chosen(after).en;
        if (moved) change(out, "place", {"xếp thứ", "place"}, rank(before), rank(after));
        if (other) change(out, "chosen", {"lựa chọn", "selection"}, chosen(before), chosen(after));
        if (moved || other) grounds.add(before ? before->findings : Findings(), after ? after->findings : Findings());
    }

    static std::int64_t rank_of(const InitiativeReport& report) noexcept
    {
        return report.selection && report.selection->rank ? *report.selection->rank : INT64_MAX;
    }

    // Did `other` pass `one` on the way from the old rules to the new ones?
    bool passed(std::size_t one, std::size_t other) const noexcept
    {
        const auto above = [&](const Report& report) {
            return rank_of(report.initiatives[other]) <= rank_of(report.initiatives[one]);
        };
        return above(before_) != above(after_);
    }

    // One that nothing of its own moved was moved by those that came, went or passed it.
    void through_others(std::size_t first)
    {
        const auto ranked = [](const ChangedOutcome& one, bool own) {
            return std::any_of(one.changes.begin(), one.changes.end(), [&](const OutcomeChange& change) {
                return own ? change.id == "class" || change.id == "total" || change.id == "decision"
                           : change.id == "place" || change.id == "chosen";
            });
        };
        std::vector<std::size_t> moved;
        for (std::size_t i = first; i < out_.outcomes.size(); ++i)
            if (out_.outcomes[i].causes.empty() && ranked(out_.outcomes[i], false) && !ranked(out_.outcomes[i], true))
                moved.push_back(i);
        for (const std::size_t i : moved) {
            std::vector<std::size_t>& causes = out_.outcomes[i].causes;
            for (std::size_t j = first; j < out_.outcomes.size(); ++j)
                if (std::find(moved.begin(), moved.end(), j) == moved.end() &&
                    passed(changed_[i - first], changed_[j - first]))
                    causes.insert(causes.end(), out_.outcomes[j].causes.begin(), out_.outcomes[j].causes.end());
            std::sort(causes.begin(), causes.end());
            causes.erase(std::unique(causes.begin(), causes.end()), causes.end());
            out_.outcomes[i].through_others = !causes.empty();
        }
    }

    static Words quota_words(const QuotaResult* quota)
    {
        if (quota == nullptr) return none_words();
        const Words verdict = verdict_words(quota->verdict, {"đạt", "met"}, {"chưa đạt", "short"});
        const Words counted = shown(Datum(quota->counted)), owed = shown(Datum(quota->owed));
        return {verdict.vi + ", " + counted.vi + "/" + owed.vi, verdict.en + ", " + counted.en + " of " + owed.en};
    }

    void unit(const UnitReport& before, const UnitReport& after)
    {
        ChangedOutcome out;
        out.of = OutcomeOf::unit;
        out.name = before.name;
        Grounds grounds;
        std::vector<std::string> rules;
        for (const UnitReport* side : {&before, &after})
            for (const QuotaResult& quota : side->quota)
                if (std::find(rules.begin(), rules.end(), quota.rule) == rules.end()) rules.push_back(quota.rule);
        const auto find = [](const UnitReport& side, const std::string& rule) {
            for (const QuotaResult& quota : side.quota)
                if (quota.rule == rule) return &quota;
            return static_cast<const QuotaResult*>(nullptr);
        };
        for (const std::string& rule : rules) {
            const QuotaResult* a = find(before, rule);
            const QuotaResult* b = find(after, rule);
            if (quota_words(a).en == quota_words(b).en) continue;
            change(out, "quota " + rule, {"chỉ tiêu", "quota"}, quota_words(a), quota_words(b));
            grounds.add(a == nullptr ? Findings() : a->findings, b == nullptr ? Findings() : b->findings);
        }
        finish(out, grounds);
    }

    const Report& before_;
    const Report& after_;
    Impact& out_;
    std::vector<std::size_t> changed_;  // initiatives that have an outcome, in its order
};

}  // namespace sangkien::detail
