#pragma once

#include <algorithm>

#include "../core/limits.hpp"
#include "guard_walk_inl.hpp"
#include "step_inl.hpp"
#include "unblock.hpp"

namespace sangkien {

namespace detail {

// A finding that says what another says is told once.
inline void add_new(Findings& findings, Finding finding)
{
    const auto same = [&](const Finding& told) {
        return told.id == finding.id && message(told, Language::en) == message(finding, Language::en);
    };
    if (std::none_of(findings.begin(), findings.end(), same)) findings.push_back(std::move(finding));
}

// The ways in which a guard can come to hold, as a disjunction of conjunctions.
class WaySearch {
public:
    // `taken`: bits of the events, of Table::tallied, that the plan has taken by then.
    WaySearch(const Table& table, Instant at, const Surroundings& surroundings, std::uint32_t taken)
        : table_(table), at_(at), surroundings_(surroundings), taken_(taken)
    {
    }

    std::vector<Way> ways(std::uint16_t index, bool wanted)
    {
        const Guard& guard = table_.guards[index];
        if (guard.kind == GuardKind::negation) return ways(guard.children.front(), !wanted);
        if (guard.kind != GuardKind::all && guard.kind != GuardKind::any) return leaf(index, guard, wanted);
        const bool conjunction = (guard.kind == GuardKind::all) == wanted;
        std::vector<Way> out;
        if (conjunction) out.push_back({{}, at_, std::nullopt});
        for (const std::uint16_t child : guard.children) {
            std::vector<Way> other = ways(child, wanted);
            if (conjunction)
                out = both(out, other);
            else
                out.insert(out.end(), std::make_move_iterator(other.begin()), std::make_move_iterator(other.end()));
            shorten(out);
        }
        return out;
    }

    // What stood against a way that is none.
    Findings& barriers() noexcept { return barriers_; }
    bool more() const noexcept { return more_; }

private:
    std::vector<Way> leaf(std::uint16_t index, const Guard& guard, bool wanted)
    {
        if (guard.kind == GuardKind::taken && guard.subject < 32 && (taken_ >> guard.subject & 1U) != 0)
            return wanted ? std::vector<Way>{{{}, at_, std::nullopt}} : std::vector<Way>{};
        Findings said;
        const Truth value = GuardWalk(table_, {at_, {}, true}, surroundings_, said).walk(index, wanted);
        Way way{{}, at_, std::nullopt};
        const bool timed = bound(guard, wanted, value, way);
        if (value == Truth::pass || (timed && way.from != at_)) return {std::move(way)};
        // The search itself takes an event, or cannot; a clock that stands still runs out no more.
        const bool fixed = guard.kind == GuardKind::taken || stopped(guard);
        if (!fixed && said.back().lift && said.back().lift->possible) {
            way.needs.push_back(std::move(said.back()));
            return {std::move(way)};
        }
        tell(std::move(said.back()));
        return {};
    }

    bool stopped(const Guard& guard) const
    {
        if (guard.kind != GuardKind::within) return false;
        const ClockReading& clock = surroundings_.clocks[guard.subject];
        return clock.stopped && *clock.stopped < at_;
    }

    // Until when it holds, or from when it will. False where time does not decide.
    bool bound(const Guard& guard, bool wanted, Truth value, Way& way) const
    {
        std::optional<Instant> ends;
        if (guard.kind == GuardKind::before || guard.kind == GuardKind::after) {
            const DeadlineReading& deadline = surroundings_.deadlines[guard.subject];
            if (deadline.determined) ends = deadline.end.ends;
        } else if (guard.kind == GuardKind::within) {
            const ClockReading& clock = surroundings_.clocks[guard.subject];
            if (clock.begun && clock.determined && !stopped(guard)) ends = clock.end.ends;
        }
        if (!ends) return false;
        const bool early = (guard.kind == GuardKind::after) != wanted;  // it holds before the end, not after it
        if (early && value == Truth::pass) way.until = ends;
        if (!early && value != Truth::pass) way.from = *ends;
        return true;
    }

    std::vector<Way> both(const std::vector<Way>& left, const std::vector<Way>& right)
    {
        std::vector<Way> out;
        for (const Way& a : left)
            for (const Way& b : right) {
                Way way{a.needs, std::max(a.from, b.from), a.until};
                if (b.until && (!way.until || *b.until < *way.until)) way.until = b.until;
                if (way.until && *way.until <= way.from) {
                    tell({FindingId::windows_apart,
                          Truth::fail,
                          {},
                          {},
                          {{"from", way.from}, {"until", *way.until}},
                          {},
                          {}});
                    continue;
                }
                for (const Finding& need : b.needs) add_new(way.needs, need);
                out.push_back(std::move(way));
            }
        return out;
    }

    void tell(Finding barrier) { add_new(barriers_, std::move(barrier)); }

    // A guard can have very many ways: those with the fewest needs, and the earliest of them, are kept.
    void shorten(std::vector<Way>& ways)
    {
        std::stable_sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) {
            if (a.needs.size() != b.needs.size()) return a.needs.size() < b.needs.size();
            return a.from < b.from;
        });
        if (ways.size() <= limits::ways) return;
        ways.resize(limits::ways);
        more_ = true;
    }

    const Table& table_;
    Instant at_;
    const Surroundings& surroundings_;
    std::uint32_t taken_;
    Findings barriers_;
    bool more_ = false;
};

// Searches the steps breadth first, over states and events taken: the fewest steps, of those the earliest.
class PlanSearch {
public:
    PlanSearch(const Table& table, Instant at, const Surroundings& surroundings)
        : table_(table), at_(at), surroundings_(surroundings)
    {
    }

    Plan run(std::uint16_t state, std::string_view event)
    {
        Plan out;
        for (const Transition& transition : table_.transitions) out.known = out.known || transition.event == event;
        if (!out.known) return out;
        places_.push_back({state, 0, at_, none, nullptr});
        for (std::size_t done = 0; done < places_.size();) {
            const std::size_t round = places_.size();
            if (const std::size_t last = best(done, round, event); last != none) {
                write(last, out);
                return out;
            }
            for (; done < round; ++done) leave(done);
        }
        out.barriers = std::move(barriers_);
        return out;
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct Place {
        std::uint16_t state = 0;
        std::uint32_t taken = 0;
        Instant from;
        std::size_t before = none;
        const Transition* by = nullptr;
    };

    // When a step can be legal at the earliest, and how much has to be supplied for it.
    struct Cost {
        Instant from;
        std::size_t needs = 0;

        bool operator<(const Cost& other) const noexcept
        {
            return from < other.from || (from == other.from && needs < other.needs);
        }
    };

    std::optional<Cost> earliest(const Place& place, const Transition& step, PlannedStep* written = nullptr)
    {
        WaySearch search(table_, at_, surroundings_, place.taken);
        std::vector<Way> ways{{{}, at_, std::nullopt}};
        if (step.guard) ways = search.ways(*step.guard, true);
        std::optional<Cost> out;
        const bool some = !ways.empty();
        ways.erase(std::remove_if(ways.begin(), ways.end(),
                                  [&](const Way& way) { return way.until && *way.until <= place.from; }),
                   ways.end());
        if (some && ways.empty())
            search.barriers().push_back(
                {FindingId::comes_too_late, Truth::fail, {step.citation}, {}, {{"from", place.from}}, {}, {}});
        for (const Way& way : ways) {
            const Cost cost{std::max(way.from, place.from), way.needs.size()};
            if (!out || cost < *out) out = cost;
        }
        for (Finding& barrier : search.barriers())
            if (ways.empty()) add_new(barriers_, std::move(barrier));
        if (written != nullptr && out) *written = {&step, out->from, std::move(ways), search.more()};
        return out;
    }

    bool leads(const Place& place, const Transition& step) const
    {
        return std::find(step.from.begin(), step.from.end(), place.state) != step.from.end();
    }

    // Of the places [first, last): the one from which the event is legal the earliest.
    std::size_t best(std::size_t first, std::size_t last, std::string_view event)
    {
        std::optional<Cost> least;
        std::size_t out = none;
        for (std::size_t i = first; i < last; ++i)
            for (const Transition& step : table_.transitions) {
                if (step.event != event || !leads(places_[i], step)) continue;
                const std::optional<Cost> here = earliest(places_[i], step);
                if (!here || (least && !(*here < *least))) continue;
                least = here;
                out = i;
                last_ = &step;
            }
        return out;
    }

    void leave(std::size_t index)
    {
        for (const Transition& step : table_.transitions) {
            if (!leads(places_[index], step)) continue;
            const std::optional<Cost> cost = earliest(places_[index], step);
            if (!cost) continue;
            Place next{step.to, places_[index].taken, cost->from, index, &step};
            for (std::size_t i = 0; i < table_.tallied.size() && i < 32; ++i)
                if (table_.tallied[i] == step.event) next.taken |= std::uint32_t{1} << i;
            const bool known = std::any_of(places_.begin(), places_.end(), [&](const Place& place) {
                return place.state == next.state && place.taken == next.taken && !(next.from < place.from);
            });
            if (!known) places_.push_back(next);
        }
    }

    void write(std::size_t place, Plan& out)
    {
        std::vector<PlannedStep> steps(1);
        earliest(places_[place], *last_, &steps.back());
        for (std::size_t i = place; places_[i].by != nullptr; i = places_[i].before) {
            steps.emplace_back();
            earliest(places_[places_[i].before], *places_[i].by, &steps.back());
        }
        std::reverse(steps.begin(), steps.end());
        const std::vector<Way>& ways = steps.front().ways;
        const bool now = steps.size() == 1 && std::any_of(ways.begin(), ways.end(), [&](const Way& way) {
                             return way.needs.empty() && way.from == at_;
                         });
        out.verdict = now ? Truth::pass : Truth::undetermined;
        out.steps = std::move(steps);
        barriers_.clear();
    }

    const Table& table_;
    Instant at_;
    const Surroundings& surroundings_;
    std::vector<Place> places_;
    const Transition* last_ = nullptr;
    Findings barriers_;
};

}  // namespace detail

SANGKIEN_INLINE Plan unblock(const Table& table, std::uint16_t state, std::string_view event, Instant at,
                             const Surroundings& surroundings)
{
    return detail::PlanSearch(table, at, surroundings).run(state, event);
}

}  // namespace sangkien
