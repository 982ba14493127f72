#pragma once

#include <algorithm>
#include <numeric>

#include "councils.hpp"

#include "../core/error.hpp"
#include "../core/ratio_inl.hpp"

namespace sangkien {

namespace detail {

constexpr std::size_t kernel_criteria = 64, kernel_members = 64;

[[noreturn]] inline void beyond_kernel(const char* value, const char* high)
{
    Problems problems;
    problems.add(ErrorId::out_of_range, {}, {{"value", std::string(value)}, {"low", "1"}, {"high", std::string(high)}});
    problems.throw_if_any();
    throw Error(std::vector<Problem>{});
}

// Column sums of a sheet of so many members; with the number of columns known the compiler adds several at once.
template <std::size_t Columns>
inline void add_columns(const std::int32_t* scores, std::int64_t members, std::int64_t* sums) noexcept
{
    std::int32_t own[Columns] = {};
    for (std::int64_t member = 0; member < members; ++member, scores += Columns)
        for (std::size_t i = 0; i < Columns; ++i) own[i] += scores[i];
    for (std::size_t i = 0; i < Columns; ++i) sums[i] = own[i];
}

inline void add_columns(const std::int32_t* scores, std::int64_t members, std::size_t columns,
                        std::int64_t* sums) noexcept
{
    switch (columns) {
        case 1: return add_columns<1>(scores, members, sums);
        case 2: return add_columns<2>(scores, members, sums);
        case 3: return add_columns<3>(scores, members, sums);
        case 4: return add_columns<4>(scores, members, sums);
        case 5: return add_columns<5>(scores, members, sums);
        case 6: return add_columns<6>(scores, members, sums);
        case 7: return add_columns<7>(scores, members, sums);
        case 8: return add_columns<8>(scores, members, sums);
        default: break;
    }
    std::fill(sums, sums + columns, 0);
    for (std::int64_t member = 0; member < members; ++member)
        for (std::size_t i = 0; i < columns; ++i) sums[i] += *scores++;
}

// The least whole number that is at least `value`.
inline std::int64_t whole_above(Ratio value)
{
    const std::int64_t whole = value.numerator() / value.denominator();
    return whole + (value.numerator() > 0 && value.numerator() % value.denominator() != 0);
}

}  // namespace detail

SANGKIEN_INLINE CouncilKernel::CouncilKernel(const Rubric& rubric, std::int64_t members, Ratio unit)
    : members_(members), unit_(unit)
{
    if (members < 1 || members > static_cast<std::int64_t>(detail::kernel_members))
        detail::beyond_kernel("members", "64");
    if (rubric.criteria.empty() || rubric.criteria.size() > detail::kernel_criteria)
        detail::beyond_kernel("criteria", "64");
    const bool groups = std::any_of(rubric.groups.begin(), rubric.groups.end(),
                                    [](const CriterionGroup& group) { return group.minimum.has_value(); }) ||
                        std::any_of(rubric.classes.begin(), rubric.classes.end(),
                                    [](const ClassRule& rule) { return !rule.group_needs.empty(); });
    if (!rubric.figure || !rubric.figure->weights.empty() || rubric.public_votes || groups ||
        rubric.figure->method == FigureMethod::qualifying_count)
        detail::beyond_kernel("figure", "mean, trimmed-mean, median");
    method_ = rubric.figure->method;
    std::int64_t counted = members;
    if (method_ == FigureMethod::median) {
        drop_ = (members - 1) / 2;
        counted = members - 2 * drop_;
    } else if (method_ == FigureMethod::trimmed_mean && members >= rubric.figure->when_at_least) {
        drop_ = rubric.figure->drop;
        counted = members - 2 * drop_;
    }
    // All factors over one denominator, so that a ballot's total is a whole number.
    std::int64_t common = 1;
    for (const Criterion& criterion : rubric.criteria) {
        const Ratio factor = criterion.factor * unit;
        common = common / std::gcd(common, factor.denominator()) * factor.denominator();
        if (common > (std::int64_t{1} << 40)) detail::beyond_kernel("weights", "2^40");
    }
    // Sums of scores are taken in 32 bits.
    for (const Criterion& criterion : rubric.criteria)
        if (criterion.max / unit * Ratio(members) > Ratio(2000000000)) detail::beyond_kernel("maxima", "2000000000");
    std::int64_t most = 0;
    for (const Criterion& criterion : rubric.criteria) {
        factors_.push_back((criterion.factor * unit * Ratio(common)).numerator());
        most += std::abs((criterion.factor * criterion.max * Ratio(common)).numerator()) + 1;
    }
    denominator_ = (Ratio(common) * Ratio(counted)).numerator();
    if (most > (std::int64_t{1} << 44) / members) detail::beyond_kernel("maxima", "2^44");
    if (rubric.rounding) {
        rounds_ = true;
        mode_ = rubric.rounding->mode;
        for (int i = 0; i < rubric.rounding->places; ++i) scale_ *= 10;
        if (scale_ > 1000000) detail::beyond_kernel("places", "6");
    }
    standing_denominator_ = rounds_ ? scale_ : denominator_;
    const auto mark = [&](Ratio value) { return detail::whole_above(value * Ratio(standing_denominator_)); };
    if (rubric.pass && rubric.pass->total) {
        has_pass_ = true;
        pass_ = mark(*rubric.pass->total);
    }
    for (std::size_t i = 0; i < rubric.criteria.size(); ++i) {
        if (rubric.criteria[i].minimum) minima_.push_back(least(i, *rubric.criteria[i].minimum));
        if (rubric.pass && rubric.pass->each && rubric.criteria[i].counts == CountsAs::base)
            minima_.push_back(least(i, *rubric.pass->each));
    }
    for (const ClassRule& rule : rubric.classes) {
        Class one;
        one.from = mark(rule.from);
        one.has_below = rule.below.has_value();
        if (rule.below) one.below = mark(*rule.below);
        for (const ClassNeed& need : rule.needs) one.needs.push_back(least(need.criterion, need.at_least));
        classes_.push_back(std::move(one));
    }
    lowers_ = rubric.shortfall && rubric.shortfall->value == Shortfall::lower;
}

SANGKIEN_INLINE CouncilKernel::Least CouncilKernel::least(std::size_t criterion, Ratio mean) const
{
    return {criterion, detail::whole_above(mean * Ratio(members_) / unit_)};
}

SANGKIEN_INLINE std::int64_t CouncilKernel::dot(const std::int64_t* scores) const noexcept
{
    std::int64_t out = 0;
    for (std::size_t i = 0; i < factors_.size(); ++i) out += scores[i] * factors_[i];
    return out;
}

SANGKIEN_INLINE std::int64_t CouncilKernel::trimmed(const std::int32_t* scores, std::int64_t* totals) const noexcept
{
    for (std::int64_t member = 0; member < members_; ++member) {
        totals[member] = 0;
        for (const std::int64_t factor : factors_) totals[member] += *scores++ * factor;
    }
    std::sort(totals, totals + members_);
    std::int64_t out = 0;
    for (std::int64_t i = drop_; i < members_ - drop_; ++i) out += totals[i];
    return out;
}

SANGKIEN_INLINE std::int64_t CouncilKernel::stand(std::int64_t total) const noexcept
{
    if (!rounds_) return total;
    const bool negative = total < 0;
    const std::int64_t scaled = (negative ? -total : total) * scale_;
    std::int64_t units = scaled / denominator_;
    const std::int64_t rest = scaled % denominator_;
    const bool beyond = 2 * rest > denominator_, half = 2 * rest == denominator_;
    if (mode_ == Rounding::half_up) units += beyond || half;
    if (mode_ == Rounding::half_even) units += beyond || (half && units % 2 != 0);
    return negative ? -units : units;
}

SANGKIEN_INLINE bool CouncilKernel::met(const Class& one, const std::int64_t* sums) const noexcept
{
    for (const Least& need : one.needs)
        if (sums[need.criterion] < need.sum) return false;
    return true;
}

SANGKIEN_INLINE void CouncilKernel::classify(const std::int64_t* sums, CouncilFigures& out) const noexcept
{
    std::size_t at = 0;
    while (at < classes_.size() &&
           !(classes_[at].from <= out.standing && (!classes_[at].has_below || out.standing < classes_[at].below)))
        ++at;
    if (at == classes_.size()) return;
    if (lowers_)
        while (at < classes_.size() && !met(classes_[at], sums)) ++at;
    else
        out.flagged = !met(classes_[at], sums);
    if (at < classes_.size()) out.klass = static_cast<std::int16_t>(at);
}

SANGKIEN_INLINE void CouncilKernel::run(const std::int32_t* scores, std::size_t councils,
                                        CouncilFigures* out) const noexcept
{
    const std::size_t count = factors_.size();
    std::int64_t sums[detail::kernel_criteria], totals[detail::kernel_members];
    for (std::size_t council = 0; council < councils; ++council) {
        detail::add_columns(scores, members_, count, sums);
        CouncilFigures result;
        result.total = drop_ == 0 ? dot(sums) : trimmed(scores, totals);
        scores += static_cast<std::size_t>(members_) * count;
        result.standing = stand(result.total);
        result.passes = !has_pass_ || result.standing >= pass_;
        for (const Least& minimum : minima_) result.passes = result.passes && sums[minimum.criterion] >= minimum.sum;
        classify(sums, result);
        out[council] = result;
    }
}

}  // namespace sangkien
