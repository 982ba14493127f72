// The step function tried in every state, by every role, with every outcome of every guard; and by chance for long.
#pragma once

#include "../random.hpp"
#include "proof_guards.hpp"

namespace proofs {

// What was tried, and what did not come out as it has to. Of the latter the first few are told.
struct Tally {
    std::size_t tried = 0, passed = 0, failed = 0, open = 0, lifted = 0;
    std::size_t wrong = 0;
    std::vector<std::string> told;

    void blame(const std::string& what)
    {
        ++wrong;
        if (told.size() < 5) told.push_back(what);
    }
};

// A step as it is asked for; the tests hand in the library's, or one with a fault.
struct Asked {
    Position position;
    std::string_view event, role;
};
inline StepResult library(const Table& table, const Asked& asked, const Surroundings& around)
{
    return step(table, asked.position, asked.event, asked.role, now, around, actor);
}

// The transition a step is judged by: the first that takes the event here, else the first that takes it anywhere.
struct Judged {
    std::size_t transition = 0;
    bool here = false;
};

inline bool among(const std::vector<std::uint16_t>& list, std::uint16_t value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

inline std::optional<Judged> judged_by(const Table& table, const Position& position, std::string_view event)
{
    std::optional<Judged> out;
    for (std::size_t i = 0; i < table.transitions.size(); ++i) {
        if (table.transitions[i].event != event) continue;
        for (const std::uint16_t from : table.transitions[i].from)
            if (table.stands(position, from)) return Judged{i, true};
        if (!out) out = Judged{i, false};
    }
    return out;
}

// Checks single answers against what the rulebook says, and refusals against what they list.
template <class Step>
class Judge {
public:
    Judge(const Procedure& procedure, Step step) : procedure_(procedure), step_(step)
    {
        for (const Plain& guard : procedure.guards) best_.push_back(best(guard));
    }

    Tally tally;
    const Procedure& procedure() const noexcept { return procedure_; }

    // The setting of a variable that leads on: the one that the first guard to ask about it wants, of the event's if any.
    std::uint8_t favourable(std::uint16_t variable, std::string_view event = {}) const
    {
        for (std::size_t i = 0; i < best_.size(); ++i)
            if (procedure_.table.transitions[i].event == event && best_[i].count(variable) > 0)
                return best_[i].at(variable);
        for (const auto& wanted : best_)
            if (wanted.count(variable) > 0) return wanted.at(variable);
        return setting::yes;
    }

    // The answer; `around` is `world` as the library is told of it. With `lifting`, what is refused is lifted and asked
    // again.
    StepResult ask(const Asked& asked, const World& world, const Surroundings& around, bool lifting)
    {
        const Table& table = procedure_.table;
        StepResult got = step_(asked, around);
        const Judged by = *judged_by(table, asked.position, asked.event);
        const Transition& transition = table.transitions[by.transition];
        const auto role = table.role(asked.role);
        Truth expected = procedure_.says(procedure_.guards[by.transition], world);
        if (!by.here || !role || !among(transition.by, *role)) expected = Truth::fail;
        ++tally.tried;
        ++(expected == Truth::pass ? tally.passed : expected == Truth::fail ? tally.failed : tally.open);
        if (got.verdict != expected)
            tally.blame(name(asked) + ": " + word(got.verdict) + ", not " + word(expected));
        else if (got.to != (expected == Truth::pass ? std::optional(transition.to) : std::nullopt))
            tally.blame(name(asked) + ": leads elsewhere");
        else if (expected != Truth::pass && lifting)
            lift(asked, by.transition, world, got.findings);
        return got;
    }

    std::string name(const Asked& asked) const
    {
        std::string where;
        for (const std::uint16_t state : asked.position)
            where += (where.empty() ? "" : "+") + procedure_.table.states[state].name.id;
        return where + " " + std::string(asked.event) + " by " + std::string(asked.role);
    }

private:
    // Of each variable the setting under which most of what the guard asks of it is met.
    std::map<std::uint16_t, std::uint8_t> best(const Plain& guard) const
    {
        std::map<std::uint16_t, std::map<std::uint8_t, int>> met;
        World world(procedure_.variables.size(), 0);
        for (std::size_t i = 0; i < world.size(); ++i)
            if (procedure_.variables[i].thing == Thing::total) world[i] = 1;
        count(guard, true, world, met);
        std::map<std::uint16_t, std::uint8_t> out;
        for (const auto& [variable, settings] : met) {
            int most = -1;
            for (const auto& [setting, times] : settings)
                if (times > most) most = times, out[variable] = setting;
        }
        return out;
    }

    void count(const Plain& guard, bool wanted, World& world,
               std::map<std::uint16_t, std::map<std::uint8_t, int>>& met) const
    {
        if (guard.kind == Plain::Kind::negation) wanted = !wanted;
        for (const Plain& inner : guard.inner) count(inner, wanted, world, met);
        if (guard.kind != Plain::Kind::leaf) return;
        const std::uint8_t kept = world[guard.variable];
        for (std::uint8_t i = 0; i < procedure_.variables[guard.variable].settings; ++i) {
            world[guard.variable] = i;
            met[guard.variable][i] += procedure_.says(guard, world) == truth(wanted);
        }
        world[guard.variable] = kept;
    }

    // Everything that the refusal lists, and nothing else, is made as it has to be; then the step must be legal.
    void lift(const Asked& asked, std::size_t transition, const World& world, const Findings& findings)
    {
        Asked again = asked;
        World lifted = world;
        std::vector<std::uint16_t> listed;
        bool any = false;
        for (const Finding& finding : findings) {
            if (finding.verdict == Truth::pass) continue;
            any = true;
            const Transition& row = procedure_.table.transitions[transition];
            if (finding.id == FindingId::wrong_state) procedure_.stand(lifted, row.from.front());
            if (finding.id == FindingId::wrong_role) again.role = procedure_.table.roles[row.by.front()].id;
            if (finding.id == FindingId::wrong_state || finding.id == FindingId::wrong_role) continue;
            const auto variable = procedure_.spoken_of(finding);
            if (!variable || best_[transition].count(*variable) == 0)
                return tally.blame(name(asked) + ": lists " + word(finding.id) + ", which nobody asks");
            listed.push_back(*variable);
            lifted[*variable] = best_[transition].at(*variable);
        }
        if (!any) return tally.blame(name(asked) + ": refused without a reason");
        again.position = procedure_.position(lifted);
        bool legal = legal_with(again, lifted);
        // Where one thing is asked both ways, the other settings of what is listed.
        for (const std::uint16_t variable : listed)
            for (std::uint8_t i = 0; !legal && i < procedure_.variables[variable].settings; ++i) {
                World other = lifted;
                other[variable] = i;
                again.position = procedure_.position(other);
                legal = legal_with(again, other);
            }
        ++tally.lifted;
        if (!legal) tally.blame(name(asked) + ": refused though all that was listed is lifted");
    }

    bool legal_with(const Asked& asked, const World& world)
    {
        return step_(asked, procedure_.around(world)).verdict == Truth::pass;
    }

    const Procedure& procedure_;
    Step step_;
    std::vector<std::map<std::uint16_t, std::uint8_t>> best_;
};

// The event in every state of the tracks that guards do not ask about here, by every role. Tracks that neither the event
// moves nor a guard asks about go through their states with `number`.
template <class Step, class Accepted>
void everywhere(Judge<Step>& judge, const std::string& event, const std::vector<std::uint16_t>& asked,
                std::size_t number, World world, const Surroundings& around, Accepted accepted)
{
    const Procedure& procedure = judge.procedure();
    const Table& table = procedure.table;
    Asked step{{}, event, {}};
    for (std::size_t track = 0; track <= table.tracks.size(); ++track) {
        const std::uint16_t variable = procedure.track_variable(track);
        const std::size_t states = procedure.states_of(track).size();
        if (!among(asked, variable)) world[variable] = static_cast<std::uint8_t>(number++ % states);
    }
    for (std::size_t track = 0; track <= table.tracks.size(); ++track) {
        const bool moves = std::any_of(table.transitions.begin(), table.transitions.end(), [&](const Transition& one) {
            return one.event == event && table.states[one.to].track == track;
        });
        for (const std::uint16_t state : procedure.states_of(track)) {
            if (!moves) break;
            procedure.stand(world, state);
            step.position = procedure.position(world);
            for (const Name& role : table.roles) {
                step.role = role.id;
                const StepResult got = judge.ask(step, world, around, true);
                if (got.verdict == Truth::pass) accepted(*judged_by(table, step.position, event), world);
            }
        }
    }
}

enum class Limit : std::uint8_t { none, first_fault };

// Every state, event and role with every setting of what the event's guards ask, and of `also`; of the settings every
// `stride`-th. `accepted(transition, world)` is told of each step that is legal.
template <class Step, class Accepted>
Tally try_everything(const Procedure& procedure, Step step, const std::vector<std::uint16_t>& also, std::size_t stride,
                     Accepted accepted, Limit limit = Limit::none)
{
    const Table& table = procedure.table;
    Judge<Step> judge(procedure, step);
    for (const std::string& event : table.events()) {
        std::vector<std::uint16_t> asked = also;
        std::vector<std::size_t> own;  // tracks that the event moves
        for (std::size_t i = 0; i < table.transitions.size(); ++i) {
            if (table.transitions[i].event != event) continue;
            own.push_back(table.states[table.transitions[i].to].track);
            for (const std::uint16_t variable : procedure.asked[i])
                if (!among(asked, variable)) asked.push_back(variable);
        }
        // The states of the tracks that it moves are gone through for each world, those of others as guards ask.
        const auto moved = [&](std::uint16_t variable) {
            return std::any_of(own.begin(), own.end(),
                               [&](std::size_t track) { return variable == procedure.track_variable(track); });
        };
        asked.erase(std::remove_if(asked.begin(), asked.end(), moved), asked.end());
        // From the world that leads on, by this event or along the procedure: these two, and each that is otherwise in one
        // thing, are tried whatever the stride.
        World first(procedure.variables.size(), 0), along = first;
        for (const std::uint16_t variable : asked) {
            first[variable] = judge.favourable(variable, event);
            along[variable] = judge.favourable(variable);
        }
        World world = first;
        Surroundings around = procedure.around(world);
        for (std::size_t number = 0;; ++number) {
            const auto apart = [&](const World& from) {
                return std::count_if(asked.begin(), asked.end(),
                                     [&](std::uint16_t variable) { return world[variable] != from[variable]; });
            };
            if (apart(first) < 2 || apart(along) < 2 || number % stride == 0)
                everywhere(judge, event, asked, number, world, around, accepted);
            if (limit == Limit::first_fault && judge.tally.wrong > 0) return std::move(judge.tally);
            // The next world, as one counts.
            std::size_t digit = 0;
            for (; digit < asked.size(); ++digit) {
                std::uint8_t& value = world[asked[digit]];
                value =
                    static_cast<std::uint8_t>(value + 1 == procedure.variables[asked[digit]].settings ? 0 : value + 1);
                procedure.set(around, world, asked[digit]);
                if (value != first[asked[digit]]) break;
            }
            if (digit == asked.size()) break;
        }
    }
    return std::move(judge.tally);
}

inline std::string joined(const std::vector<std::string>& parts)
{
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
    return out;
}

}  // namespace proofs
