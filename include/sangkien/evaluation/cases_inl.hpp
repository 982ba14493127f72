// One initiative through the changes of rules that it meets: by which rules its steps go from each of them on.
#pragma once

#include "changes_inl.hpp"
#include "file_end_inl.hpp"
#include "replay_inl.hpp"

namespace sangkien::detail {

// A replay that passes from the season's rules to later ones where a transitional clause says so. What happened before
// the change stays as it was judged; where no paper says, the file stays where it is and the report tells.
class CaseReplay {
public:
    CaseReplay(const Round& round, const Initiative& initiative, const ScoreResult& score,
               const SelectionResult* selection)
        : round_(round), initiative_(initiative), score_(score), selection_(selection), now_(&round)
    {
        replay_.emplace(round, initiative, score, selection);
    }

    void run(InitiativeReport& out)
    {
        pass_changes(out);
        replay_->run(out);
    }
    // The events alone, and where they lead.
    void reach(InitiativeReport& out)
    {
        pass_changes(out);
        replay_->reach(out);
    }

    void clocks(InitiativeReport& out) const { replay_->clocks(out); }

    // What its steps go by now, and where it stands.
    const Table& table() const noexcept { return now_->ruleset.table; }
    const Replay& now() const noexcept { return *replay_; }

private:
    void pass_changes(InitiativeReport& out)
    {
        for (const Round& later : round_.later) {
            replay_->take_before(start_of_day(later.from), out);
            if (!closed()) meet(later, out);
        }
    }

    // Nothing that comes after reaches a file that has come to its end.
    bool closed() const
    {
        const Table& table = now_->ruleset.table;
        if (!table.stated) return true;
        for (std::size_t track = 0; track <= table.tracks.size(); ++track)
            if (!is_over(table, replay_->position(), track)) return false;
        return true;
    }

    bool begun_before(Day from) const
    {
        return !initiative_.events.empty() && initiative_.events.front().at < start_of_day(from);
    }

    const TransitionalRule* rule_for(const Round& later) const
    {
        const std::string& state = now_->ruleset.table.states[replay_->state()].name.id;
        for (const TransitionalRule& rule : later.ruleset.transitional) {
            if (rule.from != later.from) continue;
            if (rule.cases != CaseKind::all && (rule.cases == CaseKind::open) != begun_before(later.from)) continue;
            if (rule.in.empty() || std::find(rule.in.begin(), rule.in.end(), state) != rule.in.end()) return &rule;
        }
        return nullptr;
    }

    // The file's own declaration before the clause as it stands or as the season picks it.
    CaseRules wanted(const TransitionalRule& rule) const
    {
        for (const Choice& choice : initiative_.choices)
            if (choice.path == rule.path) return choice.value == "new" ? CaseRules::new_rules : CaseRules::old_rules;
        return rule.rules;
    }

    void meet(const Round& later, InitiativeReport& out)
    {
        const TransitionalRule* rule = rule_for(later);
        if (rule == nullptr) {
            tell(later, silence(later.from), out);
            return;
        }
        Finding finding{FindingId::rules_kept,
                        Truth::pass,
                        {rule->citation},
                        {},
                        {{"from", later.from}, {"rule", rule->name}},
                        {},
                        {}};
        if (!rule->offered.empty() || rule->rules == CaseRules::chosen) finding.choices = {rule->path};
        const CaseRules wanted = this->wanted(*rule);
        if (wanted == CaseRules::chosen) {
            finding.id = FindingId::rules_unchosen;
            finding.verdict = Truth::undetermined;
            finding.lift = Lift{true,
                                {"Khai \"" + rule->path + "\": \"old\" hoặc \"new\" trong \"choices\" của hồ sơ.",
                                 "Declare \"" + rule->path + "\": \"old\" or \"new\" under \"choices\" of the file."},
                                std::nullopt,
                                std::nullopt};
        } else if (wanted == CaseRules::new_rules) {
            take(later, finding);
        }
        tell(later, std::move(finding), out);
    }

    void take(const Round& later, Finding& finding)
    {
        Standing standing = replay_->standing();
        const Table& before = now_->ruleset.table;
        const Table& table = later.ruleset.table;
        Position position = table.beginning();
        for (const std::uint16_t index : standing.position) {
            const State& state = before.states[index];
            const std::string track = track_id(before, state);
            const auto same = table.state(state.name.id);
            if (same && track_id(table, table.states[*same]) == track) {
                table.move(position, *same);
                continue;
            }
            // A track that the new rules do not have ends with the old ones.
            if (!track.empty() && std::none_of(table.tracks.begin(), table.tracks.end(),
                                               [&](const Track& one) { return one.name.id == track; }))
                continue;
            finding.id = FindingId::rules_state_missing;
            finding.verdict = Truth::undetermined;
            finding.values.push_back({"state", state.name});
            return;
        }
        finding.id = FindingId::rules_taken;
        standing.position = std::move(position);
        now_ = &later;
        replay_.emplace(later, initiative_, score_, selection_, &standing);
    }

    // Empty: the main procedure.
    static std::string track_id(const Table& table, const State& state)
    {
        return state.track == 0 ? std::string() : table.tracks[state.track - 1].name.id;
    }

    Finding silence(Day from) const
    {
        const Words day = shown(Datum(from));
        const bool open = begun_before(from);
        return {FindingId::rule_silent,
                Truth::undetermined,
                {},
                {},
                {{"what", Name{"transitional",
                               {(open ? "quy tắc nào cho hồ sơ đang mở khi quy tắc đổi từ "
                                      : "quy tắc nào cho hồ sơ bắt đầu sau khi quy tắc đổi từ ") +
                                    day.vi,
                                (open ? "which rules hold for files open when the rules change on "
                                      : "which rules hold for files begun after the rules change on ") +
                                    day.en}}}},
                {},
                {}};
    }

    void tell(const Round& later, Finding finding, InitiativeReport& out) const
    {
        out.rules.push_back({later.from, now_ == &round_ ? round_.from : now_->from, std::move(finding)});
    }

    const Round& round_;
    const Initiative& initiative_;
    const ScoreResult& score_;
    const SelectionResult* selection_;
    const Round* now_;
    std::optional<Replay> replay_;
};

}  // namespace sangkien::detail
