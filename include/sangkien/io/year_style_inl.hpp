// The style sheet of the drawn year page. Every kind of day differs in shape as well (filled, framed, hatched, dashed)
// and has its sign: it can be told in black and white. Text and ground differ by 4.5 to 1 or more.
#pragma once

namespace sangkien::detail {

// clang-format off
constexpr const char* year_style =
    "<defs>\n"
    "<pattern id=\"hatch\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\n"
    "<rect width=\"12\" height=\"12\" fill=\"#fffaf0\"/><rect width=\"3\" height=\"12\" fill=\"#edc77a\"/>\n"
    "</pattern>\n"
    "<style type=\"text/css\">\n"
    "text { font-family: system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, 'DejaVu Sans', sans-serif; fill: #1c2430; }\n"
    ".paper { fill: #ffffff; }\n"
    ".title { font-size: 82px; font-weight: 700; fill: #8f1219; }\n"
    ".subtitle { font-size: 32px; fill: #56606d; }\n"
    ".count { font-size: 40px; font-weight: 700; text-anchor: end; }\n"
    ".count-off { font-size: 32px; fill: #56606d; text-anchor: end; }\n"
    ".bar { fill: #8f1219; }\n"
    ".thread { fill: #b8862b; }\n"
    ".line { fill: #d5d9df; }\n"
    ".banner { fill: #ffffff; stroke: #8f1219; stroke-width: 4; stroke-dasharray: 14 8; }\n"
    ".warning { font-size: 30px; font-weight: 700; fill: #8f1219; }\n"
    ".month { font-size: 38px; font-weight: 700; }\n"
    ".month-count { font-size: 24px; fill: #56606d; text-anchor: end; }\n"
    ".weekday { font-size: 23px; fill: #56606d; text-anchor: middle; }\n"
    ".day { font-size: 31px; text-anchor: middle; }\n"
    ".sign { font-size: 25px; font-weight: 700; text-anchor: middle; }\n"
    ".lunar { font-size: 17px; fill: #56606d; text-anchor: middle; }\n"
    ".holiday-text { fill: #ffffff; font-weight: 700; }\n"
    ".lieu-text, .maybe-text { fill: #8f1219; font-weight: 700; }\n"
    ".swap-text { fill: #5c3a00; font-weight: 700; }\n"
    ".worked-text { fill: #0b4a8f; font-weight: 700; }\n"
    ".local-text { fill: #124a31; font-weight: 700; }\n"
    ".rest-text { fill: #56606d; }\n"
    ".rest { fill: #eff1f4; }\n"
    ".holiday { fill: #a4161a; }\n"
    ".lieu { fill: #fdeceb; stroke: #a4161a; stroke-width: 3; }\n"
    ".swap { fill: url(#hatch); stroke: #8a5a00; stroke-width: 2; }\n"
    ".worked { fill: #e6f0fb; stroke: #0b4a8f; stroke-width: 5; }\n"
    ".local { fill: #e6f3ec; stroke: #124a31; stroke-width: 2; }\n"
    ".maybe { fill: #ffffff; stroke: #a4161a; stroke-width: 3; stroke-dasharray: 8 5; }\n"
    ".key { font-size: 25px; }\n"
    ".heading { font-size: 23px; font-weight: 700; fill: #56606d; }\n"
    ".row { font-size: 25px; }\n"
    ".name { font-size: 25px; font-weight: 700; }\n"
    ".foot { font-size: 22px; fill: #56606d; }\n"
    ".foot-end { font-size: 22px; fill: #56606d; text-anchor: end; }\n"
    "</style>\n"
    "</defs>\n";
// clang-format on

}  // namespace sangkien::detail
