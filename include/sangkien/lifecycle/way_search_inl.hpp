// The ways in which the guard of one step can come to hold.
#pragma once

#include <algorithm>

#include "../core/limits.hpp"
#include "guard_walk_inl.hpp"
#include "unblock.hpp"

namespace sangkien::detail {

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
    // `taken`: bits of the events, of Table::tallied, that the plan has taken by then; `position`: where it has led.
    WaySearch(const Table& table, Instant at, const Surroundings& surroundings, std::uint32_t taken,
              const Position& position)
        : table_(table), at_(at), surroundings_(surroundings), taken_(taken), position_(position)
    {
    }

    std::vector<Way> ways(std::uint16_t guard)
    {
        std::vector<Way> out;
        for (Found& found : search(guard, true)) out.push_back(std::move(found.way));
        return out;
    }

    // What stood against a way that is none.
    Findings& barriers() noexcept { return barriers_; }
    bool more() const noexcept { return more_; }

private:
    // What a way takes to be so, needed or met already: it cannot be otherwise at the same time.
    struct Taking {
        GuardKind kind = GuardKind::fact;
        std::uint16_t subject = 0;
        bool wanted = true;

        bool against(const Taking& other) const noexcept
        {
            if (kind != other.kind) return false;
            if (subject == other.subject) return wanted != other.wanted;
            // An initiative seeks one level and is given one class.
            return (kind == GuardKind::level || kind == GuardKind::classed) && wanted && other.wanted;
        }
    };
    struct Found {
        Way way;
        std::vector<Taking> takes;
    };

    std::vector<Found> search(std::uint16_t index, bool wanted)
    {
        const Guard& guard = table_.guards[index];
        if (guard.kind == GuardKind::negation) return search(guard.children.front(), !wanted);
        if (guard.kind != GuardKind::all && guard.kind != GuardKind::any) return leaf(index, guard, wanted);
        const bool conjunction = (guard.kind == GuardKind::all) == wanted;
        std::vector<Found> out;
        if (conjunction) out.push_back({{{}, at_, std::nullopt}, {}});
        for (const std::uint16_t child : guard.children) {
            std::vector<Found> other = search(child, wanted);
            if (conjunction)
                out = both(out, other);
            else
                out.insert(out.end(), std::make_move_iterator(other.begin()), std::make_move_iterator(other.end()));
            shorten(out);
        }
        return out;
    }

    std::vector<Found> leaf(std::uint16_t index, const Guard& guard, bool wanted)
    {
        Found out{{{}, at_, std::nullopt}, {}};
        if (guard.kind == GuardKind::taken && guard.subject < 32 && (taken_ >> guard.subject & 1U) != 0)
            return wanted ? std::vector<Found>{std::move(out)} : std::vector<Found>{};
        Findings said;
        const Truth value = GuardWalk(table_, {at_, {}, true, &position_}, surroundings_, said).walk(index, wanted);
        const bool timed = bound(guard, wanted, value, out.way);
        if (!timed) out.takes.push_back({guard.kind, guard.subject, wanted});
        if (value == Truth::pass || (timed && out.way.from != at_)) return {std::move(out)};
        // The search itself takes an event or moves a track, or cannot; a clock that stands still runs out no more.
        const bool fixed = guard.kind == GuardKind::taken || guard.kind == GuardKind::state || stopped(guard);
        if (!fixed && said.back().lift && said.back().lift->possible) {
            out.way.needs.push_back(std::move(said.back()));
            return {std::move(out)};
        }
        add_new(barriers_, std::move(said.back()));
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

    std::vector<Found> both(const std::vector<Found>& left, const std::vector<Found>& right)
    {
        std::vector<Found> out;
        for (const Found& a : left)
            for (const Found& b : right)
                if (std::optional<Found> found = join(a, b)) out.push_back(std::move(*found));
        return out;
    }

    std::optional<Found> join(const Found& a, const Found& b)
    {
        Found out = a;
        for (const Taking& one : b.takes) {
            if (std::any_of(a.takes.begin(), a.takes.end(), [&](const Taking& other) { return one.against(other); }))
                return std::nullopt;
            out.takes.push_back(one);
        }
        Way& way = out.way;
        way.from = std::max(way.from, b.way.from);
        if (b.way.until && (!way.until || *b.way.until < *way.until)) way.until = b.way.until;
        if (way.until && *way.until <= way.from) {
            add_new(
                barriers_,
                {FindingId::windows_apart, Truth::fail, {}, {}, {{"from", way.from}, {"until", *way.until}}, {}, {}});
            return std::nullopt;
        }
        for (const Finding& need : b.way.needs) add_new(way.needs, need);
        return out;
    }

    // A guard can have very many ways: those with the fewest needs, and the earliest of them, are kept.
    void shorten(std::vector<Found>& found)
    {
        std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
            if (a.way.needs.size() != b.way.needs.size()) return a.way.needs.size() < b.way.needs.size();
            return a.way.from < b.way.from;
        });
        if (found.size() <= limits::ways) return;
        found.resize(limits::ways);
        more_ = true;
    }

    const Table& table_;
    Instant at_;
    const Surroundings& surroundings_;
    std::uint32_t taken_;
    const Position& position_;
    Findings barriers_;
    bool more_ = false;
};

}  // namespace sangkien::detail
