// Year page (trang lịch năm): the days off and the worked days of rest of a year on one page, as text and as a drawing.
//
//   year_page(calendar, 2026, Language::vi);   // twelve months in week rows, and every special day with its paper
//   year_svg(calendar, 2026, Language::en);    // the same as SVG 1.1 on A4, for a wall or a web page
//
// The same signs stand on both: * holiday, + day in lieu, ~ off by a swap, ! worked by a swap, ? provisional. A year that
// is provisional says so at the head, with the reason, and on each line.
#pragma once

#include <string>

#include "../calendar/working_days.hpp"
#include "../core/words.hpp"

namespace sangkien {

// Both: Error SK1401 when the year is missing, SK1403 when there is no calendar.

// Lines end in LF; columns are aligned where every letter takes one.
std::string year_page(const Calendar& calendar, int year, Language language);

// One file that stands by itself: no scripts, no fonts of its own, well-formed XML in UTF-8.
std::string year_svg(const Calendar& calendar, int year, Language language);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "year_page_inl.hpp"
#endif
