#pragma once

#include <algorithm>

#include "../core/error.hpp"
#include "../core/limits.hpp"
#include "gates.hpp"
#include "assumptions_inl.hpp"
#include "step_inl.hpp"

namespace sangkien {

// Fills Gates from their table.
class GateMaker {
public:
    explicit GateMaker(Gates& out) : out_(out), table_(out.table_) {}

    void run()
    {
        out_.events_ = table_.events();
        out_.beginning_ = table_.beginning();
        for (const Name& role : table_.roles) out_.roles_.push_back(role.id);
        out_.tracks_ = table_.tracks.size() + 1;
        for (const State& state : table_.states) out_.track_of_.push_back(state.track);
        out_.role_words_ = table_.roles.size() / 64 + 1;
        for (const Transition& step : table_.transitions)
            if (step.guard) find_leaves(*step.guard);
        out_.words_ = std::max<std::size_t>(1, (out_.leaves_.size() + 63) / 64);
        mark_states();
        out_.tracks_of_.resize(out_.events_.size());
        out_.cells_.assign(table_.states.size() * out_.events_.size(), no_row);
        for (const Transition& step : table_.transitions) add(step);
        if (out_.words_ == 1 && out_.tracks_ == 1 && out_.role_words_ == 1) add_usual();
    }

    static constexpr std::uint32_t no_row = 0xFFFFFFFF;

private:
    using Words = std::vector<std::uint64_t>;
    struct Term {
        Words hold, not_hold;

        friend bool operator==(const Term& a, const Term& b) noexcept
        {
            return a.hold == b.hold && a.not_hold == b.not_hold;
        }
    };

    static bool leaf(GuardKind kind) noexcept
    {
        return kind != GuardKind::all && kind != GuardKind::any && kind != GuardKind::negation;
    }

    std::size_t leaf_at(const Guard& guard) const
    {
        const auto same = [&](const GateLeaf& one) { return one.kind == guard.kind && one.subject == guard.subject; };
        return static_cast<std::size_t>(std::find_if(out_.leaves_.begin(), out_.leaves_.end(), same) -
                                        out_.leaves_.begin());
    }

    void find_leaves(std::uint16_t index)
    {
        const Guard& guard = table_.guards[index];
        for (const std::uint16_t child : guard.children) find_leaves(child);
        if (!leaf(guard.kind) || leaf_at(guard) < out_.leaves_.size()) return;
        out_.leaves_.push_back({guard.kind, guard.subject});
        out_.asked_.push_back(index);
    }

    void mark_states()
    {
        out_.state_leaves_.assign(out_.words_, 0);
        out_.standing_.assign(table_.states.size() * out_.words_, 0);
        for (std::size_t i = 0; i < out_.leaves_.size(); ++i) {
            if (out_.leaves_[i].kind != GuardKind::state) continue;
            const std::uint64_t bit = std::uint64_t{1} << i % 64;
            out_.state_leaves_[i / 64] |= bit;
            out_.standing_[out_.leaves_[i].subject * out_.words_ + i / 64] |= bit;
        }
    }

    // Of several steps on one event the first of the table counts, as in step().
    void add(const Transition& step)
    {
        const auto event = static_cast<std::uint16_t>(std::find(out_.events_.begin(), out_.events_.end(), step.event) -
                                                      out_.events_.begin());
        const auto row = static_cast<std::uint32_t>(out_.rows_.size());
        std::vector<std::uint16_t>& tracks = out_.tracks_of_[event];
        const std::uint16_t track = table_.states[step.to].track;
        if (std::find(tracks.begin(), tracks.end(), track) == tracks.end()) tracks.push_back(track);
        for (const std::uint16_t from : step.from) {
            std::uint32_t& cell = out_.cells_[from * out_.events_.size() + event];
            if (cell == no_row) cell = row;
        }
        Words by(out_.role_words_, 0);
        for (const std::uint16_t role : step.by) by[role / 64] |= std::uint64_t{1} << role % 64;
        out_.by_.insert(out_.by_.end(), by.begin(), by.end());
        Gates::Row made;
        made.to = step.to;
        made.first = static_cast<std::uint32_t>(out_.terms_.size());
        made.guarded = step.guard.has_value();
        if (step.guard)
            for (const Term& term : terms(*step.guard, true)) {
                out_.terms_.insert(out_.terms_.end(), term.hold.begin(), term.hold.end());
                out_.terms_.insert(out_.terms_.end(), term.not_hold.begin(), term.not_hold.end());
                ++made.terms;
            }
        out_.rows_.push_back(made);
    }

    void add_usual()
    {
        const std::uint64_t fixed = out_.state_leaves_[0];
        const std::size_t events = out_.events_.size(), states = table_.states.size();
        while (std::size_t{1} << out_.shift_ < events) ++out_.shift_;
        out_.usual_.resize(states << out_.shift_);
        for (std::size_t i = 0; i < out_.cells_.size(); ++i) {
            const std::uint32_t index = out_.cells_[i];
            if (index == no_row) continue;
            Gates::Cell& cell = out_.usual_[(i / events << out_.shift_) + i % events];
            const Gates::Row row = out_.rows_[index];
            cell.by = out_.by_[index];
            cell.to = row.to;
            if (row.guarded) add_terms(row, fixed, out_.standing_[i / events], cell);
        }
    }

    // The terms that the state leaves open, without what it settles; where it leaves none, nobody may.
    void add_terms(const Gates::Row& row, std::uint64_t fixed, std::uint64_t standing, Gates::Cell& cell)
    {
        cell.first = static_cast<std::uint32_t>(out_.terms_.size()) + 2;
        std::uint32_t left = 0;
        for (std::uint32_t i = 0; i < row.terms; ++i) {
            const std::uint64_t hold = out_.terms_[row.first + 2 * i], not_hold = out_.terms_[row.first + 2 * i + 1];
            if ((hold & fixed & ~standing) != 0 || (not_hold & standing) != 0) continue;
            if (left++ == 0) {
                cell.hold = hold & ~fixed;
                cell.not_hold = not_hold & ~fixed;
            }
            out_.terms_.push_back(hold & ~fixed);
            out_.terms_.push_back(not_hold & ~fixed);
        }
        if (left == 0) cell.by = 0;
        cell.more = left == 0 ? 0 : left - 1;
    }

    // A disjunction of conjunctions. Three values distribute as two do, so nothing is lost.
    std::vector<Term> terms(std::uint16_t index, bool wanted) const
    {
        const Guard& guard = table_.guards[index];
        if (guard.kind == GuardKind::negation) return terms(guard.children.front(), !wanted);
        if (leaf(guard.kind)) {
            Term out{Words(out_.words_, 0), Words(out_.words_, 0)};
            const std::size_t at = leaf_at(guard);
            (wanted ? out.hold : out.not_hold)[at / 64] |= std::uint64_t{1} << at % 64;
            return {out};
        }
        const bool conjunction = (guard.kind == GuardKind::all) == wanted;
        std::vector<Term> out;
        if (conjunction) out.push_back({Words(out_.words_, 0), Words(out_.words_, 0)});
        for (const std::uint16_t child : guard.children) {
            const std::vector<Term> more = terms(child, wanted);
            out = conjunction ? product(out, more) : join(std::move(out), more);
        }
        return out;
    }

    static std::vector<Term> join(std::vector<Term> out, const std::vector<Term>& more)
    {
        for (const Term& term : more)
            if (std::find(out.begin(), out.end(), term) == out.end()) out.push_back(term);
        return bounded(std::move(out));
    }

    static std::vector<Term> product(const std::vector<Term>& a, const std::vector<Term>& b)
    {
        std::vector<Term> out;
        for (const Term& x : a)
            for (const Term& y : b) {
                Term both = x;
                for (std::size_t i = 0; i < both.hold.size(); ++i) {
                    both.hold[i] |= y.hold[i];
                    both.not_hold[i] |= y.not_hold[i];
                }
                if (std::find(out.begin(), out.end(), both) == out.end()) out.push_back(std::move(both));
                if (out.size() > limits::gate_terms) return bounded(std::move(out));
            }
        return out;
    }

    static std::vector<Term> bounded(std::vector<Term> out)
    {
        if (out.size() > limits::gate_terms)
            throw Error(Problem{ErrorId::limit_exceeded,
                                {},
                                {{"what", sangkien::Words{"số vế của một điều kiện", "the terms of a guard"}},
                                 {"limit", static_cast<std::int64_t>(limits::gate_terms)}}});
        return out;
    }

    Gates& out_;
    const Table& table_;
};

SANGKIEN_INLINE Gates::Gates(const Table& table) : table_(table) { GateMaker(*this).run(); }

SANGKIEN_INLINE std::uint16_t Gates::event(std::string_view id) const noexcept
{
    const auto found = std::find(events_.begin(), events_.end(), id);
    return found == events_.end() ? none : static_cast<std::uint16_t>(found - events_.begin());
}

SANGKIEN_INLINE std::uint16_t Gates::role(std::string_view id) const noexcept
{
    const auto found = std::find(roles_.begin(), roles_.end(), id);
    return found == roles_.end() ? none : static_cast<std::uint16_t>(found - roles_.begin());
}

SANGKIEN_INLINE Truth Gates::open(const Row& row, const std::uint64_t* holds, const std::uint64_t* known,
                                  const std::uint64_t* standing) const noexcept
{
    if (!row.guarded) return Truth::pass;
    bool all_fail = true;
    const std::uint64_t* term = terms_.data() + row.first;
    for (std::uint32_t i = 0; i < row.terms; ++i, term += 2 * words_) {
        std::uint64_t missing = 0, against = 0;
        for (std::size_t w = 0; w < words_; ++w) {
            const std::uint64_t fixed = state_leaves_[w];
            const std::uint64_t said = known[w] | fixed;
            const std::uint64_t so = (holds[w] & ~fixed) | standing[w];
            missing |= (term[w] & ~(so & said)) | (term[words_ + w] & ~(~so & said));
            against |= (term[w] & ~so & said) | (term[words_ + w] & so & said);
        }
        if (missing == 0) return Truth::pass;
        all_fail = all_fail && against != 0;
    }
    return all_fail ? Truth::fail : Truth::undetermined;
}

SANGKIEN_INLINE GateStep Gates::step_of_many(const std::uint16_t* position, std::uint16_t event, std::uint16_t role,
                                             const std::uint64_t* holds, const std::uint64_t* known) const noexcept
{
    std::uint32_t cell = GateMaker::no_row;
    for (const std::uint16_t track : tracks_of_[event])
        cell = std::min(cell, cells_[position[track] * events_.size() + event]);
    const std::uint16_t here = position[tracks_of_[event].front()];
    if (cell == GateMaker::no_row) return {Truth::fail, here};
    const Row& row = rows_[cell];
    const std::uint16_t stay = position[track_of_[row.to]];
    if (role >= roles_.size() || (by_[cell * role_words_ + role / 64] >> role % 64 & 1U) == 0)
        return {Truth::fail, stay};
    std::uint64_t standing[limits::gate_words];
    std::fill_n(standing, words_, 0);
    for (std::size_t t = 0; t < tracks_; ++t)
        for (std::size_t w = 0; w < words_; ++w) standing[w] |= standing_[position[t] * words_ + w];
    const Truth verdict = open(row, holds, known, standing);
    return {verdict, verdict == Truth::pass ? row.to : stay};
}

SANGKIEN_INLINE GateBits Gates::read(const Surroundings& surroundings, const Position& position, Instant at,
                                     std::string_view person) const
{
    GateBits out{std::vector<std::uint64_t>(words_, 0), std::vector<std::uint64_t>(words_, 0)};
    Findings unused;
    detail::GuardWalk walk(table_, {at, person, false, &position}, surroundings, unused);
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
        const Truth says = walk.walk(asked_[i], true);
        unused.clear();
        if (says != Truth::undetermined) out.known[i / 64] |= std::uint64_t{1} << i % 64;
        if (says == Truth::pass) out.holds[i / 64] |= std::uint64_t{1} << i % 64;
    }
    return out;
}

SANGKIEN_INLINE std::string Gates::leaf_text(std::size_t leaf) const
{
    const detail::ToldLeaf told = detail::told_leaf(table_, table_.guards[asked_[leaf]]);
    return (told.turned ? "after" : told.leaf.kind) + " " + told.leaf.subject;
}

}  // namespace sangkien
