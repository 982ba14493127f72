// The columns of CouncilKernel: some councils at a time, each step over all of them, so that the compiler adds and compares
// several at once and no step waits for a branch that depends on the scores.
#pragma once

#include <algorithm>
#include <cstring>
#include <limits>
#include <type_traits>

#include "councils_inl.hpp"

namespace sangkien {

namespace detail {

constexpr std::size_t kernel_block = 256;
constexpr std::size_t kernel_rows = 0;  // as a stride: the sheets lie one after the other

__extension__ typedef unsigned __int128 wide_count;

// One block of councils. `Sum` holds the sum of a criterion, `Number` a total: 16 and 32 bits where the rubric lets them.
template <class Sum_, class Number_>
struct CouncilBlock {
    using Sum = Sum_;
    using Number = Number_;
    using Factor = std::conditional_t<sizeof(Sum) == 2, Sum, Number>;  // 16 bits times 16 bits is one instruction
    Sum sums[kernel_criteria][kernel_block];
    Number totals[kernel_block];
    Number standing[kernel_block];
    Sum enough[kernel_block];
};

// Sums of one sheet; with the number of columns known the compiler adds several at once.
template <std::size_t Columns, class Count, class Sum>
inline void add_sheet(const Count* scores, std::size_t members, std::size_t council, Sum (*sums)[kernel_block]) noexcept
{
    Sum own[Columns] = {};
    for (std::size_t member = 0; member < members; ++member, scores += Columns)
        for (std::size_t i = 0; i < Columns; ++i) own[i] = static_cast<Sum>(own[i] + scores[i]);
    for (std::size_t i = 0; i < Columns; ++i) sums[i][council] = own[i];
}

// The same for 16 bits: four columns are one addition of 64 bits, since no sum carries into the next column. What is read
// beyond the last column belongs to the next row, or sheet, and is left out in the end.
template <std::size_t Columns>
inline void add_words(const std::int16_t* scores, std::size_t members, std::size_t council,
                      std::int16_t (*sums)[kernel_block]) noexcept
{
    constexpr std::size_t words = (Columns + 3) / 4;
    std::uint64_t own[words] = {};
    for (std::size_t member = 0; member < members; ++member, scores += Columns) {
        std::uint64_t row[words];
        std::memcpy(row, scores, sizeof row);
        for (std::size_t i = 0; i < words; ++i) own[i] += row[i];
    }
    std::int16_t told[4 * words];
    std::memcpy(told, own, sizeof told);
    for (std::size_t i = 0; i < Columns; ++i) sums[i][council] = told[i];
}

template <std::size_t Columns, class Count, class Sum>
inline void add_sheets(const Count* scores, std::size_t members, std::size_t councils,
                       Sum (*sums)[kernel_block]) noexcept
{
    const std::size_t each = members * Columns;
    std::size_t council = 0;
    if constexpr (sizeof(Count) == 2 && sizeof(Sum) == 2)
        for (; (council + 1) * each + 4 <= councils * each; ++council)
            add_words<Columns>(scores + council * each, members, council, sums);
    for (; council < councils; ++council) add_sheet<Columns>(scores + council * each, members, council, sums);
}

template <class Count, class Sum>
inline void add_sheets(const Count* scores, std::size_t members, std::size_t columns, std::size_t councils,
                       Sum (*sums)[kernel_block]) noexcept
{
    switch (columns) {
        case 1: return add_sheets<1>(scores, members, councils, sums);
        case 2: return add_sheets<2>(scores, members, councils, sums);
        case 3: return add_sheets<3>(scores, members, councils, sums);
        case 4: return add_sheets<4>(scores, members, councils, sums);
        case 5: return add_sheets<5>(scores, members, councils, sums);
        case 6: return add_sheets<6>(scores, members, councils, sums);
        case 7: return add_sheets<7>(scores, members, councils, sums);
        case 8: return add_sheets<8>(scores, members, councils, sums);
        default: break;
    }
    for (std::size_t council = 0; council < councils; ++council) {
        for (std::size_t i = 0; i < columns; ++i) sums[i][council] = 0;
        for (std::size_t member = 0; member < members; ++member)
            for (std::size_t i = 0; i < columns; ++i) sums[i][council] = static_cast<Sum>(sums[i][council] + *scores++);
    }
}

template <class Count, class Sum>
inline void add_column(const Count* scores, std::size_t step, std::size_t members, std::size_t councils,
                       Sum* sums) noexcept
{
    std::fill(sums, sums + councils, Sum{0});
    for (std::size_t member = 0; member < members; ++member, scores += step)
        for (std::size_t i = 0; i < councils; ++i) sums[i] = static_cast<Sum>(sums[i] + scores[i]);
}

// All ones where the sums reach `least`, and they have been so far.
template <class Sum>
inline void keep_reaching(Sum* mask, const Sum* sums, std::int32_t least, std::size_t councils) noexcept
{
    if (least > std::numeric_limits<Sum>::max()) return std::fill(mask, mask + councils, Sum{0}), void();
    const auto bar = static_cast<Sum>(std::max<std::int32_t>(least, std::numeric_limits<Sum>::min()));
    for (std::size_t i = 0; i < councils; ++i) mask[i] = static_cast<Sum>(mask[i] & -(sums[i] >= bar));
}

template <class Sum>
inline Sum either(Sum mask, Sum a, Sum b) noexcept
{
    return static_cast<Sum>((mask & a) | (~mask & b));
}

// The lesser of each two stay in `low`.
template <class Number>
inline void part(Number* low, Number* high, std::size_t councils) noexcept
{
    for (std::size_t i = 0; i < councils; ++i) {
        const Number a = low[i], b = high[i];
        low[i] = a < b ? a : b;
        high[i] = a < b ? b : a;
    }
}

template <class Number>
inline Number clamped(std::int64_t value) noexcept
{
    return static_cast<Number>(
        std::clamp<std::int64_t>(value, std::numeric_limits<Number>::min(), std::numeric_limits<Number>::max()));
}

}  // namespace detail

template <class Block>
void CouncilKernel::weigh(Block& block, std::size_t councils) const noexcept
{
    using Number = typename Block::Number;
    std::fill(block.totals, block.totals + councils, Number{0});
    for (std::size_t i = 0; i < factors_.size(); ++i) {
        const auto factor = static_cast<typename Block::Factor>(factors_[i]);
        for (std::size_t council = 0; council < councils; ++council)
            block.totals[council] += static_cast<Number>(block.sums[i][council] * factor);
    }
}

// Totals of the ballots that are left when so many of the highest and lowest are dropped: those are moved to the ends.
template <class Block, class Count>
void CouncilKernel::trim(const Count* scores, std::size_t stride, std::size_t councils, Block& block) const noexcept
{
    using Number = typename Block::Number;
    Number ballots[detail::kernel_members][detail::kernel_block];
    const auto drop = static_cast<std::size_t>(drop_);
    const bool rows = stride == detail::kernel_rows;
    const std::size_t step = rows ? members() * criteria() : 1;
    for (std::size_t member = 0; member < members(); ++member) {
        Number* to = ballots[member];
        std::fill(to, to + councils, Number{0});
        for (std::size_t i = 0; i < criteria(); ++i) {
            const std::size_t column = member * criteria() + i;
            const Count* from = scores + (rows ? column : column * stride);
            const auto factor = static_cast<Number>(factors_[i]);
            for (std::size_t council = 0; council < councils; ++council) to[council] += from[council * step] * factor;
        }
    }
    for (std::size_t end = 0; end < drop; ++end) {
        for (std::size_t member = end; member + 1 < members() - end; ++member)
            detail::part(ballots[member], ballots[member + 1], councils);
        for (std::size_t member = members() - end - 2; member > end; --member)
            detail::part(ballots[member - 1], ballots[member], councils);
    }
    std::fill(block.totals, block.totals + councils, Number{0});
    for (std::size_t member = drop; member < members() - drop; ++member)
        for (std::size_t council = 0; council < councils; ++council) block.totals[council] += ballots[member][council];
}

// A quotient by multiplication is the true one or one less.
SANGKIEN_INLINE std::int64_t CouncilKernel::stand(std::int64_t total) const noexcept
{
    const auto denominator = static_cast<std::uint64_t>(denominator_);
    const std::uint64_t scaled =
        static_cast<std::uint64_t>(total < 0 ? -total : total) * static_cast<std::uint64_t>(scale_);
    auto units = static_cast<std::uint64_t>((detail::wide_count{scaled} * inverse_) >> 64);
    std::uint64_t rest = scaled - units * denominator;
    const bool more = rest >= denominator;
    units += more;
    rest -= more ? denominator : 0;
    const bool beyond = 2 * rest > denominator, half = 2 * rest == denominator;
    if (mode_ == Rounding::half_up) units += beyond | half;
    if (mode_ == Rounding::half_even) units += beyond | (half & (units % 2 != 0));
    const auto out = static_cast<std::int64_t>(units);
    return total < 0 ? -out : out;
}

// From the last class to the first: the first that holds the figure stays. What is asked of it is met, or it is flagged, or
// the next class whose needs are met takes its place. Masks stand for the branches: all ones where it is so.
template <class Block>
void CouncilKernel::classify(const Block& block, std::size_t councils, CouncilFigures* out) const noexcept
{
    using Sum = typename Block::Sum;
    using Number = typename Block::Number;
    Sum klass[detail::kernel_block], next[detail::kernel_block], flagged[detail::kernel_block];
    std::fill(klass, klass + councils, Sum{-1});
    std::fill(next, next + councils, Sum{-1});
    std::fill(flagged, flagged + councils, Sum{0});
    for (std::size_t at = classes_.size(); at-- > 0;) {
        const Class& one = classes_[at];
        const auto own = static_cast<Sum>(at);
        Sum met[detail::kernel_block];
        std::fill(met, met + councils, Sum{-1});
        for (const Least& need : one.needs) detail::keep_reaching(met, block.sums[need.criterion], need.sum, councils);
        const auto from = detail::clamped<Number>(one.from);
        const auto last =
            detail::clamped<Number>(one.has_below ? one.below - 1 : std::numeric_limits<std::int64_t>::max());
        const Sum lowers = lowers_ ? Sum{-1} : Sum{0};
        for (std::size_t i = 0; i < councils; ++i) {
            const auto inside = static_cast<Sum>(-((block.standing[i] >= from) & (block.standing[i] <= last)));
            next[i] = detail::either<Sum>(met[i], own, next[i]);
            klass[i] = detail::either<Sum>(inside, detail::either<Sum>(lowers, next[i], own), klass[i]);
            flagged[i] = detail::either<Sum>(inside, static_cast<Sum>(~met[i] & ~lowers), flagged[i]);
        }
    }
    for (std::size_t i = 0; i < councils; ++i) {
        const bool passes = (block.enough[i] != 0) & (!has_pass_ | (block.standing[i] >= pass_));
        out[i] = {block.totals[i], block.standing[i], static_cast<std::int16_t>(klass[i]), flagged[i] != 0, passes};
    }
}

template <class Block, class Count>
void CouncilKernel::run_blocks(const Count* scores, std::size_t stride, std::size_t councils,
                               CouncilFigures* out) const noexcept
{
    Block block;
    const std::size_t each = stride == detail::kernel_rows ? members() * criteria() : 1;
    for (std::size_t done = 0; done < councils; done += detail::kernel_block) {
        const std::size_t many = std::min(detail::kernel_block, councils - done);
        const Count* from = scores + done * each;
        if (stride == detail::kernel_rows)
            detail::add_sheets(from, members(), criteria(), many, block.sums);
        else
            for (std::size_t i = 0; i < criteria(); ++i)
                detail::add_column(from + i * stride, criteria() * stride, members(), many, block.sums[i]);
        if (drop_ == 0)
            weigh(block, many);
        else
            trim(from, stride, many, block);
        for (std::size_t i = 0; i < many; ++i)
            block.standing[i] = rounds_ ? static_cast<typename Block::Number>(stand(block.totals[i])) : block.totals[i];
        std::fill(block.enough, block.enough + many, typename Block::Sum{-1});
        for (const Least& minimum : minima_)
            detail::keep_reaching(block.enough, block.sums[minimum.criterion], minimum.sum, many);
        classify(block, many, out + done);
    }
}

template <class Count>
void CouncilKernel::run_any(const Count* scores, std::size_t stride, std::size_t councils,
                            CouncilFigures* out) const noexcept
{
    if (small_)
        run_blocks<detail::CouncilBlock<std::int16_t, std::int32_t>>(scores, stride, councils, out);
    else
        run_blocks<detail::CouncilBlock<std::int32_t, std::int64_t>>(scores, stride, councils, out);
}

SANGKIEN_INLINE void CouncilKernel::run(const std::int16_t* scores, std::size_t councils,
                                        CouncilFigures* out) const noexcept
{
    run_any(scores, detail::kernel_rows, councils, out);
}

SANGKIEN_INLINE void CouncilKernel::run(const std::int32_t* scores, std::size_t councils,
                                        CouncilFigures* out) const noexcept
{
    run_any(scores, detail::kernel_rows, councils, out);
}

SANGKIEN_INLINE void CouncilKernel::run_columns(const std::int16_t* scores, std::size_t stride, std::size_t councils,
                                                CouncilFigures* out) const noexcept
{
    run_any(scores, stride, councils, out);
}

SANGKIEN_INLINE void CouncilKernel::run_columns(const std::int32_t* scores, std::size_t stride, std::size_t councils,
                                                CouncilFigures* out) const noexcept
{
    run_any(scores, stride, councils, out);
}

}  // namespace sangkien
