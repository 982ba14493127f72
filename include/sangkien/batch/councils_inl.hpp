#pragma once

#include <algorithm>
#include <limits>
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
    constexpr std::int64_t most16 = std::numeric_limits<std::int16_t>::max(), most32 = 2000000000;
    small_ = true;
    for (const Criterion& criterion : rubric.criteria) {
        const Ratio sum = criterion.max / unit * Ratio(members);
        if (sum > Ratio(most32)) detail::beyond_kernel("maxima", "2000000000");
        small_ = small_ && sum <= Ratio(most16);
    }
    std::int64_t most = 0;
    for (const Criterion& criterion : rubric.criteria) {
        factors_.push_back((criterion.factor * unit * Ratio(common)).numerator());
        small_ = small_ && std::abs(factors_.back()) <= most16;
        most += std::abs((criterion.factor * criterion.max * Ratio(common)).numerator()) + 1;
    }
    denominator_ = (Ratio(common) * Ratio(counted)).numerator();
    inverse_ = ~std::uint64_t{0} / static_cast<std::uint64_t>(denominator_);
    if (most > (std::int64_t{1} << 42) / members) detail::beyond_kernel("maxima", "2^42");
    if (rubric.rounding) {
        rounds_ = true;
        mode_ = rubric.rounding->mode;
        for (int i = 0; i < rubric.rounding->places; ++i) scale_ *= 10;
        if (scale_ > 1000000) detail::beyond_kernel("places", "6");
    }
    standing_denominator_ = rounds_ ? scale_ : denominator_;
    small_ = small_ && most * members <= most32 && Ratio(most) / Ratio(common) * Ratio(scale_) <= Ratio(most32);
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
    const std::int64_t sum = detail::whole_above(mean * Ratio(members_) / unit_);
    return {criterion,
            static_cast<std::int32_t>(std::min<std::int64_t>(sum, std::numeric_limits<std::int32_t>::max()))};
}

}  // namespace sangkien

#include "council_blocks_inl.hpp"
