// The ledger of what initiatives add to the index: initiative -> component -> points, with sums that are those of the
// report.
//
//   const Attribution ledger = attribution(rules, evaluate(rules, season, as_of));
//   for (const AttributionLine& line : ledger.lines) line.shapley.text();    // "5/3": of 5 points that three share
//
// It names no author.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report.hpp"

namespace sangkien {

// Line (dòng phân bổ): one initiative in one component of one unit.
struct AttributionLine {
    Name initiative;  // id and title
    Name area;        // of dispatch and rulebook, a to h; an empty id: none was given
    Name unit;
    std::size_t part = 0;  // index into Attribution::parts
    Contribution contribution;
};

// Part: one component of one unit, of those that count initiatives.
struct AttributionPart {
    Name unit;
    Name component;
    Name index_area;           // the area of the index that the component stands in
    std::int64_t counted = 0;  // initiatives that surely count
    Ratio none;                // points without any
    Ratio points;              // points of those that surely count
    Ratio shapley;             // shares of its lines added up: points - none
    Ratio least;               // as the report has it: the component's points lie in [least, most]
    Ratio most;
    Ratio max;
    Truth verdict = Truth::undetermined;  // pass: its points are known
    Citation citation;
};

// Shares added up, by unit or by area.
struct AttributionSum {
    Name name;
    std::string letter;            // of areas: "đ"; else empty
    std::int64_t initiatives = 0;  // each once, however many units it counts for
    Ratio shapley;
    Truth shared = Truth::pass;  // undetermined when open initiatives could change a share in it
};

// Attribution (bảng phân bổ điểm chỉ số).
struct Attribution {
    Instant as_of;
    std::string season;
    std::vector<AttributionLine> lines;  // part by part
    std::vector<AttributionPart> parts;  // unit by unit, component by component; empty without an index
    std::vector<AttributionSum> units;   // in the order of the season
    std::vector<AttributionSum> areas;   // in the order of the rulebook, then without one
    Ratio shapley;                       // of all lines; the same as of units and as of areas
};

// `rules` are those the report was made by.
Attribution attribution(const Rules& rules, const Report& report);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "attribution_inl.hpp"
#endif
