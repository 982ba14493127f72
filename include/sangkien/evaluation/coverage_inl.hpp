#pragma once

#include <algorithm>

#include "coverage.hpp"
#include "coverage_touch_inl.hpp"

namespace sangkien {

SANGKIEN_INLINE const char* word(ClauseKind kind) noexcept
{
    static constexpr const char* words[] = {"rule",    "undated-duty", "reckoning", "left-open",
                                            "heading", "text-only",    "not-cited"};
    return words[static_cast<int>(kind)];
}

SANGKIEN_INLINE Words reason(ClauseKind kind)
{
    switch (kind) {
        case ClauseKind::rule: return {};
        case ClauseKind::undated_duty:
            return {"nhiệm vụ không định ngày: đã làm hoặc chưa làm, không bao giờ muộn",
                    "a duty without a day: done or open, never late"};
        case ClauseKind::reckoning:
            return {"cách tính: không có gì để vi phạm", "a way of reckoning: there is nothing that could break it"};
        case ClauseKind::left_open:
            return {"chỉ nêu điều để ngỏ hoặc điều văn bản khác được thay",
                    "only says what is left open, or what others may replace"};
        case ClauseKind::heading:
            return {"đề mục: các điều ở dưới được viện dẫn", "a heading: what stands below it is cited"};
        case ClauseKind::text_only: return {"không có quy tắc (text-only)", "states no rule (text-only)"};
        case ClauseKind::not_cited: return {"không giá trị nào viện dẫn", "no value cites it"};
    }
    return {};
}

SANGKIEN_INLINE std::vector<Truth> ClauseCoverage::missing() const
{
    std::vector<Truth> out;
    if (!operative()) return out;
    if (passed == 0) out.push_back(Truth::pass);
    if (kind == ClauseKind::rule && failed == 0) out.push_back(Truth::fail);
    if (kind == ClauseKind::undated_duty && open == 0) out.push_back(Truth::undetermined);
    return out;
}

namespace detail {

// What kind of value stands at `path`; nothing for what says no more than that something is open.
inline std::optional<ClauseKind> kind_of_value(Node node, const std::string& path)
{
    const auto below = [&](std::string_view above) { return covers(above, path); };
    for (const char* section : {"silent", "allows", "waivers", "vectors", "clauses"})
        if (below(section)) return std::nullopt;
    if (below("duties")) return node.get("due") || node.get("within") ? ClauseKind::rule : ClauseKind::undated_duty;
    for (const char* section :
         {"calendar", "local-calendar", "periods", "lifecycle.states", "scoring.figure", "scoring.rounding",
          "scoring.whole", "scoring.base-after-exclusion", "scoring.shortfall", "index"})
        if (below(section)) return ClauseKind::reckoning;
    return ClauseKind::rule;
}

class ClauseCitations {
public:
    explicit ClauseCitations(std::vector<ClauseCoverage>& out) : out_(out) {}

    void walk(Node node)
    {
        if (node.is(Kind::object))
            if (const Node clause = node.get("clause"); clause.is(Kind::text)) add(node, clause.text());
        for (Node child : children(node))
            if (child.is(Kind::list) || child.is(Kind::object)) walk(child);
    }

private:
    void add(Node node, std::string_view clause)
    {
        for (ClauseCoverage& one : out_) {
            if (one.clause != clause) {
                if (covers(one.clause, clause) && one.kind == ClauseKind::not_cited) one.kind = ClauseKind::heading;
                continue;
            }
            const std::string path = node.path();
            one.cited_by.push_back(path);
            if (one.kind == ClauseKind::text_only) continue;
            // The kinds stand in the order of what they demand.
            const ClauseKind kind = kind_of_value(node, path).value_or(ClauseKind::left_open);
            one.kind = std::min(one.kind, kind);
        }
    }

    std::vector<ClauseCoverage>& out_;
};

}  // namespace detail

SANGKIEN_INLINE std::vector<ClauseCoverage> coverage(const Rulebook& rulebook, const std::vector<CoverageCase>& cases)
{
    std::vector<ClauseCoverage> out(rulebook.clauses.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].clause = rulebook.clauses[i].id;
        if (rulebook.clauses[i].text_only) out[i].kind = ClauseKind::text_only;
    }
    detail::ClauseCitations(out).walk(rulebook.tree.root());
    for (const CoverageCase& one : cases) {
        const detail::ClauseTouches touches(rulebook, out, one);
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].passed += touches.has(i, Truth::pass);
            out[i].failed += touches.has(i, Truth::fail);
            out[i].open += touches.has(i, Truth::undetermined);
            if (touches.any(i)) out[i].cases.push_back(one.name);
        }
    }
    return out;
}

}  // namespace sangkien
