#pragma once

#include <algorithm>

#include "comparison_inl.hpp"
#include "difference.hpp"

namespace sangkien {

namespace detail {

inline void add_differences(std::vector<Difference>& out, const Rulebook* before, const Rulebook* after, Texts texts)
{
    for (Difference& one : Comparison(before, after).run())
        if (!one.text || texts == Texts::tell) out.push_back(std::move(one));
}

// Of one value at several times, the earliest first.
inline Day first_day(const Difference& one) noexcept
{
    Day out{INT32_MAX};
    for (const DifferenceSide* side : {&one.before, &one.after})
        for (const DayWindow& window : side->windows) out = std::min(out, window.from.value_or(Day{INT32_MIN}));
    return out;
}

inline void sort_differences(std::vector<Difference>& all)
{
    std::stable_sort(all.begin(), all.end(), [](const Difference& a, const Difference& b) {
        if (a.clause() != b.clause()) return clause_before(a.clause(), b.clause());
        if (a.path != b.path) return a.path < b.path;
        return first_day(a) < first_day(b);
    });
}

}  // namespace detail

SANGKIEN_INLINE const char* word(DifferenceKind kind) noexcept
{
    static constexpr const char* words[] = {"added", "removed", "changed", "redated"};
    return words[static_cast<int>(kind)];
}

SANGKIEN_INLINE const Words& words(DifferenceKind kind) noexcept
{
    static const Words all[] = {
        {"thêm", "added"}, {"bỏ", "removed"}, {"đổi", "changed"}, {"đổi thời gian áp dụng", "re-dated"}};
    return all[static_cast<int>(kind)];
}

SANGKIEN_INLINE bool clause_before(std::string_view a, std::string_view b) noexcept
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (!digit(a[i]) || !digit(b[j])) {
            if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
            ++i, ++j;
            continue;
        }
        const std::size_t from_i = i, from_j = j;
        while (i < a.size() && digit(a[i])) ++i;
        while (j < b.size() && digit(b[j])) ++j;
        if (i - from_i != j - from_j) return i - from_i < j - from_j;
        const int order = a.substr(from_i, i - from_i).compare(b.substr(from_j, j - from_j));
        if (order != 0) return order < 0;
    }
    return a.size() - i < b.size() - j;
}

SANGKIEN_INLINE std::vector<RulebookPair> paired(const std::vector<Rulebook>& before,
                                                 const std::vector<Rulebook>& after)
{
    std::vector<RulebookPair> out;
    std::vector<bool> taken(after.size());
    const auto take = [&](RulebookPair& pair, auto fits) {
        for (std::size_t j = 0; j < after.size() && pair.after == RulebookPair::none; ++j)
            if (!taken[j] && fits(before[pair.before], after[j])) {
                pair.after = j;
                taken[j] = true;
            }
    };
    for (std::size_t i = 0; i < before.size(); ++i) {
        out.push_back({i, RulebookPair::none});
        take(out.back(), [](const Rulebook& a, const Rulebook& b) { return a.id == b.id; });
    }
    for (RulebookPair& pair : out) take(pair, [](const Rulebook& a, const Rulebook& b) { return a.layer == b.layer; });
    // One left on either side: these are the two that somebody compares.
    const auto alone = [](const RulebookPair& pair) { return pair.after == RulebookPair::none; };
    if (std::count_if(out.begin(), out.end(), alone) == 1 && std::count(taken.begin(), taken.end(), false) == 1)
        take(*std::find_if(out.begin(), out.end(), alone), [](const Rulebook&, const Rulebook&) { return true; });
    for (std::size_t j = 0; j < after.size(); ++j)
        if (!taken[j]) out.push_back({RulebookPair::none, j});
    return out;
}

SANGKIEN_INLINE std::vector<Difference> differences(const Rulebook& before, const Rulebook& after, Texts texts)
{
    std::vector<Difference> out;
    detail::add_differences(out, &before, &after, texts);
    detail::sort_differences(out);
    return out;
}

SANGKIEN_INLINE std::vector<Difference> differences(const std::vector<Rulebook>& before,
                                                    const std::vector<Rulebook>& after, Texts texts)
{
    std::vector<Difference> out;
    for (const RulebookPair& pair : paired(before, after))
        detail::add_differences(out, pair.before == RulebookPair::none ? nullptr : &before[pair.before],
                                pair.after == RulebookPair::none ? nullptr : &after[pair.after], texts);
    detail::sort_differences(out);
    return out;
}

}  // namespace sangkien
