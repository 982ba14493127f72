// What can be doubted of duties that events give rise to: that nothing named can discharge them any more.
#pragma once

#include <algorithm>

#include "../rulebook/diagnostics.hpp"
#include "rules.hpp"

namespace sangkien::detail {

// SK1691. Guards are not asked: what cannot come by the steps alone cannot come at all.
class DutyCheck {
public:
    DutyCheck(const Ruleset& ruleset, Diagnostics& found) : ruleset_(ruleset), table_(ruleset.table), found_(found) {}

    void run()
    {
        const Node section = ruleset_.effective.tree.root().get("duties");
        for (const Duty& duty : ruleset_.event_duties) {
            if (duty.done.empty()) continue;
            for (const std::string& event : duty.from)
                if (!can_be_done(duty, event))
                    found_.warn(ErrorId::duty_never_done, section.get(duty.name.id),
                                {{"name", shown(Datum(duty.name))}, {"event", event}});
        }
    }

private:
    bool can_be_done(const Duty& duty, const std::string& event) const
    {
        bool known = false;
        for (const Transition& begins : table_.transitions) {
            if (begins.event != event) continue;
            known = true;
            const std::vector<bool> after = reached_from(begins.to);
            for (const Transition& step : table_.transitions) {
                if (std::find(duty.done.begin(), duty.done.end(), step.event) == duty.done.end()) continue;
                // A step of another track may come whenever that track allows it.
                const bool apart = table_.states[step.to].track != table_.states[begins.to].track;
                if (apart ||
                    std::any_of(step.from.begin(), step.from.end(), [&](std::uint16_t from) { return after[from]; }))
                    return true;
            }
        }
        return !known;
    }

    std::vector<bool> reached_from(std::uint16_t state) const
    {
        std::vector<bool> out(table_.states.size());
        std::vector<std::uint16_t> open{state};
        out[state] = true;
        while (!open.empty()) {
            const std::uint16_t here = open.back();
            open.pop_back();
            for (const Transition& step : table_.transitions)
                if (!out[step.to] && std::find(step.from.begin(), step.from.end(), here) != step.from.end()) {
                    out[step.to] = true;
                    open.push_back(step.to);
                }
        }
        return out;
    }

    const Ruleset& ruleset_;
    const Table& table_;
    Diagnostics& found_;
};

}  // namespace sangkien::detail
