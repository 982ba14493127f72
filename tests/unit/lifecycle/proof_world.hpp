// What a guard may ask of a file, as settings that can be counted through, for the proofs over whole tables.
#pragma once

#include <sangkien/lifecycle/step.hpp>

#include <algorithm>
#include <array>
#include <map>

#include "../io/texts.hpp"

namespace proofs {

using namespace sangkien;

// A thing that guards ask about. How it may be is told in `settings`.
enum class Thing : std::uint8_t {
    milestone,
    clock,
    fact,
    level,
    document,
    event,
    author,
    conflicted,
    total,
    klass,
    quota,
    builtin,
    track
};

struct Variable {
    Thing thing = Thing::fact;
    std::uint16_t index = 0;
    std::uint8_t settings = 3;
};

// Of most things 0 holds, 1 does not, 2 is not known. Of a clock 3 has not begun. Of a level the one of that number, then
// none. Of an event: it was taken by nobody, by the person acting, by another, by one who is not known. Of authors and of
// those with a conflict: another, the person acting, not known. Of the total: open, below every mark, each mark in order.
// Of the class: none, then each. Of a track, 0 the main procedure: each of its states, in their order.
using World = std::vector<std::uint8_t>;

namespace setting {
constexpr std::uint8_t yes = 0, no = 1, unknown = 2;
constexpr std::uint8_t not_taken = 0, by_actor = 1, by_other = 2;
}  // namespace setting

inline Truth plainly(std::uint8_t value)
{
    return value == setting::yes ? Truth::pass : value == setting::no ? Truth::fail : Truth::undetermined;
}

inline constexpr Instant now{1758690000};  // 2025-09-24T12:00:00+07:00
inline const std::string actor = "p-acting", another = "p-other";

// The things that a table's guards may ask about.
class Things {
public:
    explicit Things(const Table& asked) : table(asked), marks_(asked.marks)
    {
        declare();
        std::sort(marks_.begin(), marks_.end());
    }

    const Table& table;
    std::vector<Variable> variables;

    std::uint16_t variable(Thing thing, std::size_t index = 0) const
    {
        for (std::size_t i = 0; i < variables.size(); ++i)
            if (variables[i].thing == thing && variables[i].index == index) return static_cast<std::uint16_t>(i);
        throw std::runtime_error("no such variable");
    }

    // Where the file stands in a world, and the world in which it stands at `state` in the track of that state.
    Position position(const World& world) const
    {
        Position out = table.beginning();
        for (std::size_t track = 0; track < out.size(); ++track)
            out[track] = states_[track][world[track_variable(track)]];
        return out;
    }
    void stand(World& world, std::uint16_t state) const
    {
        const std::uint16_t track = table.states[state].track;
        world[track_variable(track)] = local(state);
    }
    std::uint16_t track_variable(std::size_t track) const { return static_cast<std::uint16_t>(first_track_ + track); }
    // The setting that means the state.
    std::uint8_t local(std::uint16_t state) const
    {
        const std::vector<std::uint16_t>& all = states_[table.states[state].track];
        return static_cast<std::uint8_t>(std::find(all.begin(), all.end(), state) - all.begin());
    }
    const std::vector<std::uint16_t>& states_of(std::size_t track) const { return states_[track]; }

    // The world as the library is told of it.
    Surroundings around(const World& world) const
    {
        Surroundings out;
        out.trace = Trace::verdicts;
        out.deadlines.resize(table.deadlines.size());
        out.clocks.resize(table.clocks.size());
        out.facts.resize(table.facts.size());
        out.documents.resize(table.documents.size());
        out.quotas.resize(table.quotas.size());
        out.builtins = {
            {Truth::pass, FindingId::area_listed, FindingId::area_missing, FindingId::rule_silent, {}},
            {Truth::pass, FindingId::council_approves, FindingId::council_refuses, FindingId::council_open, {}},
            {Truth::pass, FindingId::selected, FindingId::not_selected, FindingId::selection_open, {}}};
        for (std::size_t i = 0; i < builtin_count; ++i)
            out.builtins[i].arguments = {{"builtin", Name{std::to_string(i), {}}}};
        for (std::size_t i = 0; i < variables.size(); ++i) set(out, world, i);
        return out;
    }

    // Tells of one variable anew.
    void set(Surroundings& out, const World& world, std::size_t which) const
    {
        const Variable& variable = variables[which];
        const std::uint8_t value = world[which];
        const std::size_t index = variable.index;
        switch (variable.thing) {
            case Thing::milestone:
                out.deadlines[index].name = {"milestone/" + table.deadlines[index], {}};
                end(out.deadlines[index].determined, out.deadlines[index].end, value);
                break;
            case Thing::clock:
                out.clocks[index].name = {"clock/" + table.clocks[index], {}};
                out.clocks[index].begun = value != 3;
                end(out.clocks[index].determined, out.clocks[index].end, value);
                break;
            case Thing::fact: out.facts[index] = plainly(value); break;
            case Thing::level:
                out.level.reset();
                if (value < table.levels.size()) out.level = table.levels[value];
                break;
            case Thing::document: out.documents[index] = {plainly(value), std::nullopt}; break;
            case Thing::event: tell_taken(out, world); break;
            case Thing::author: out.authors = people(value); break;
            case Thing::conflicted: out.conflicted = people(value); break;
            case Thing::total:
                out.mark.closed = value == 0 ? Truth::undetermined : Truth::pass;
                out.mark.total.reset();
                if (value == 1) out.mark.total = Ratio(-1);
                if (value > 1) out.mark.total = marks_[value - 2u];
                break;
            case Thing::klass:
                out.mark.klass.reset();
                if (value > 0) out.mark.klass = table.classes[value - 1u];
                break;
            case Thing::quota: out.quotas[index] = plainly(value); break;
            case Thing::builtin: out.builtins[index].value = plainly(value); break;
            case Thing::track: break;  // a step is handed the position itself
        }
    }

    // Which variable a finding that is unmet speaks of; nothing: the state, or the role.
    std::optional<std::uint16_t> spoken_of(const Finding& finding) const
    {
        for (const Arguments* list : {&finding.values, &finding.inputs})
            for (const Argument& one : *list) {
                std::string id;
                if (const Name* name = std::get_if<Name>(&one.value)) id = name->id;
                const std::string key = one.key;
                if (key == "required" && !id.empty()) return variable(Thing::level);
                if (key == "mark") return variable(Thing::total);
                const auto found = names_.find(key + ":" + id);
                if (found != names_.end()) return found->second;
            }
        return std::nullopt;
    }

protected:
    std::vector<Ratio> marks_;  // in order
    std::map<std::string, std::uint16_t> names_;
    std::vector<std::vector<std::uint16_t>> states_;  // of each track
    std::size_t first_track_ = 0;

private:
    void add(Thing thing, std::size_t index, std::size_t settings, const std::string& name)
    {
        names_[name] = static_cast<std::uint16_t>(variables.size());
        variables.push_back({thing, static_cast<std::uint16_t>(index), static_cast<std::uint8_t>(settings)});
    }

    void declare()
    {
        for (std::size_t i = 0; i < table.deadlines.size(); ++i)
            add(Thing::milestone, i, 3, "deadline:milestone/" + table.deadlines[i]);
        for (std::size_t i = 0; i < table.clocks.size(); ++i) {
            add(Thing::clock, i, 4, "deadline:clock/" + table.clocks[i]);
            names_["clock:clock/" + table.clocks[i]] = names_["deadline:clock/" + table.clocks[i]];
        }
        for (std::size_t i = 0; i < table.facts.size(); ++i) add(Thing::fact, i, 3, "fact:" + table.facts[i].name.id);
        add(Thing::level, 0, table.levels.size() + 1, "level");
        for (std::size_t i = 0; i < table.documents.size(); ++i)
            add(Thing::document, i, 3, "document:" + table.documents[i].id);
        for (std::size_t i = 0; i < table.tallied.size(); ++i) {
            add(Thing::event, i, 4, "event:" + table.tallied[i]);
            names_["as:" + table.tallied[i]] = names_["event:" + table.tallied[i]];
        }
        add(Thing::author, 0, 3, "as:author");
        add(Thing::conflicted, 0, 3, "as:conflicted");
        add(Thing::total, 0, table.marks.size() + 2, "total");
        add(Thing::klass, 0, table.classes.size() + 1, "klass");
        for (std::size_t i = 0; i < table.classes.size(); ++i) names_["class:" + table.classes[i].id] = names_["klass"];
        for (std::size_t i = 0; i < table.quotas.size(); ++i) add(Thing::quota, i, 3, "quota:" + table.quotas[i].id);
        for (std::size_t i = 0; i < builtin_count; ++i) add(Thing::builtin, i, 3, "builtin:" + std::to_string(i));
        states_.resize(table.tracks.size() + 1);
        for (std::uint16_t i = 0; i < table.states.size(); ++i) states_[table.states[i].track].push_back(i);
        first_track_ = variables.size();
        for (std::size_t i = 0; i < states_.size(); ++i)
            add(Thing::track, i, states_[i].size(), "track:" + std::to_string(i));
        for (const State& state : table.states) names_["needed:" + state.name.id] = track_variable(state.track);
    }

    static void end(bool& determined, Deadline& deadline, std::uint8_t value)
    {
        determined = deadline.determined = value == setting::yes || value == setting::no;
        deadline.ends = Instant{now.seconds + (value == setting::yes ? 60 : -60)};
        deadline.last_day = civil_day(Instant{deadline.ends.seconds - 1});
    }

    static std::vector<std::string> people(std::uint8_t value)
    {
        return {value == setting::yes ? another : value == setting::no ? actor : std::string()};
    }

    void tell_taken(Surroundings& out, const World& world) const
    {
        out.taken.clear();
        for (std::size_t i = 0; i < variables.size(); ++i)
            if (variables[i].thing == Thing::event && world[i] != setting::not_taken)
                out.taken.push_back({variables[i].index, Instant{now.seconds - 3600},
                                     world[i] == setting::by_actor   ? actor
                                     : world[i] == setting::by_other ? another
                                                                     : std::string()});
    }
};

}  // namespace proofs
