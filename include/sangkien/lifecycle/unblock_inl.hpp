#pragma once

#include <algorithm>

#include "unblock.hpp"
#include "way_search_inl.hpp"

namespace sangkien {

namespace detail {

// Searches the steps breadth first, over states and events taken: the fewest steps, of those the earliest.
class PlanSearch {
public:
    PlanSearch(const Table& table, Instant at, const Surroundings& surroundings)
        : table_(table), at_(at), surroundings_(surroundings)
    {
    }

    Plan run(const Position& position, std::string_view event)
    {
        Plan out;
        std::uint16_t track = 0;
        for (const Transition& transition : table_.transitions) {
            if (transition.event != event) continue;
            out.known = true;
            track = table_.states[transition.to].track;
        }
        if (!out.known) return out;
        find_leading(event, false);
        const std::uint16_t state = position[track];
        if (!leading_[state]) {
            out.barriers.push_back({FindingId::no_way_from_here,
                                    Truth::fail,
                                    {},
                                    {{"event", table_.event_name(event)}, {"state", table_.states[state].name}},
                                    {},
                                    {},
                                    {}});
            return out;
        }
        if (!table_.tracks.empty()) find_leading(event, true);
        places_.push_back({position, 0, at_, none, nullptr});
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
        Position position;
        std::uint32_t taken = 0;
        Instant from;
        std::size_t before = none;
        const Transition* by = nullptr;
    };

    // States from which steps lead to the event, whatever their guards say. Only those are searched; and, where
    // `across`, every state of a track that the guard of a step on the way asks about.
    void find_leading(std::string_view event, bool across)
    {
        leading_.assign(table_.states.size(), false);
        std::ptrdiff_t known = -1;
        for (std::ptrdiff_t found = 0; known != found;) {
            known = found;
            for (const Transition& step : table_.transitions) {
                if (step.event != event && !leading_[step.to]) continue;
                for (const std::uint16_t from : step.from) leading_[from] = true;
                if (across) lead_tracks(step);
            }
            found = std::count(leading_.begin(), leading_.end(), true);
        }
    }

    void lead_tracks(const Transition& step)
    {
        if (!step.guard) return;
        std::vector<std::uint16_t> open{*step.guard};
        while (!open.empty()) {
            const Guard& guard = table_.guards[open.back()];
            open.pop_back();
            open.insert(open.end(), guard.children.begin(), guard.children.end());
            if (guard.kind != GuardKind::state) continue;
            const std::uint16_t track = table_.states[guard.subject].track;
            for (std::size_t i = 0; i < table_.states.size(); ++i)
                if (table_.states[i].track == track) leading_[i] = true;
        }
    }

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
        WaySearch search(table_, at_, surroundings_, place.taken, place.position);
        std::vector<Way> ways{{{}, at_, std::nullopt}};
        if (step.guard) ways = search.ways(*step.guard);
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
        if (written != nullptr && out) {
            *written = {static_cast<std::size_t>(&step - table_.transitions.data()),
                        step.name,
                        {},
                        table_.states[step.to].name,
                        step.citation,
                        out->from,
                        std::move(ways),
                        search.more()};
            for (const std::uint16_t role : step.by) written->by.push_back(table_.roles[role]);
        }
        return out;
    }

    bool leads(const Place& place, const Transition& step) const { return leaves_from(step, table_, place.position); }

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
            if (!leads(places_[index], step) || !leading_[step.to]) continue;
            const std::optional<Cost> cost = earliest(places_[index], step);
            if (!cost) continue;
            Place next{places_[index].position, places_[index].taken, cost->from, index, &step};
            table_.move(next.position, step.to);
            for (std::size_t i = 0; i < table_.tallied.size() && i < 32; ++i)
                if (table_.tallied[i] == step.event) next.taken |= std::uint32_t{1} << i;
            const bool known = std::any_of(places_.begin(), places_.end(), [&](const Place& place) {
                return place.position == next.position && place.taken == next.taken && !(next.from < place.from);
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
    std::vector<bool> leading_;
    const Transition* last_ = nullptr;
    Findings barriers_;
};

}  // namespace detail

SANGKIEN_INLINE Plan unblock(const Table& table, std::uint16_t state, std::string_view event, Instant at,
                             const Surroundings& surroundings)
{
    return unblock(table, table.beginning_with(state), event, at, surroundings);
}

SANGKIEN_INLINE Plan unblock(const Table& table, const Position& position, std::string_view event, Instant at,
                             const Surroundings& surroundings)
{
    return detail::PlanSearch(table, at, surroundings).run(position, event);
}

}  // namespace sangkien
