// What the shares of the authors must be.
#pragma once

#include "rubric.hpp"

namespace sangkien::detail {

inline void check_shares(const Rubric& rubric, const Initiative& initiative, Findings& conditions)
{
    if (!rubric.share_at_least) return;
    const Ratio least = rubric.share_at_least->value;
    const auto told = [&](FindingId id, Truth verdict) {
        Finding out;
        out.id = id;
        out.verdict = verdict;
        out.citations = rubric.share_at_least->citations;
        out.values = {{"minimum", least}};
        return out;
    };
    const std::size_t before = conditions.size();
    for (const Author& author : initiative.authors) {
        if (author.share >= least) continue;
        Finding finding = told(FindingId::share_minimum_missed, Truth::fail);
        finding.inputs = {{"person", author.person}, {"share", author.share}};
        finding.lift =
            Lift{false,
                 {"Tỷ lệ đóng góp là điều các tác giả đã khai.", "The shares are what the authors declared."},
                 {},
                 {}};
        conditions.push_back(std::move(finding));
    }
    if (conditions.size() == before) conditions.push_back(told(FindingId::share_minimum_met, Truth::pass));
}

}  // namespace sangkien::detail
