// The style sheet of a drawn procedure, and how wide its letters may get. Text and ground differ by 4.5 to 1 or more.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sangkien::detail {

// A kind of text: its class in the style sheet, its size, the height of its line, whether it is bold.
struct PictureFont {
    const char* style;
    int size;
    int line;
    bool bold;
};
constexpr PictureFont font_title{"title", 26, 34, true};
constexpr PictureFont font_subtitle{"subtitle", 14, 22, false};
constexpr PictureFont font_way{"way", 15, 24, true};
constexpr PictureFont font_state{"state", 16, 21, true};
constexpr PictureFont font_step{"name", 14, 19, true};
constexpr PictureFont font_who{"who", 13, 18, false};
constexpr PictureFont font_when{"when", 12, 17, false};
constexpr PictureFont font_small{"small", 11, 16, false};
constexpr PictureFont font_mark{"mark", 12, 17, true};
constexpr PictureFont font_try{"try", 12, 17, true};

// clang-format off
constexpr const char* lifecycle_style =
    "<defs>\n"
    "<marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"9\" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
    "<path d=\"M0 0L10 5L0 10Z\" fill=\"#56606d\"/></marker>\n"
    "<marker id=\"arrow-went\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"13\" markerHeight=\"13\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
    "<path d=\"M0 0L10 5L0 10Z\" fill=\"#8f1219\"/></marker>\n"
    "<style type=\"text/css\">\n"
    "text { font-family: system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, 'DejaVu Sans', sans-serif; fill: #1c2430; }\n"
    ".paper { fill: #ffffff; }\n"
    ".title { font-size: 26px; font-weight: 700; fill: #8f1219; }\n"
    ".subtitle { font-size: 14px; fill: #56606d; }\n"
    ".way { font-size: 15px; font-weight: 700; }\n"
    ".mid { text-anchor: middle; }\n"
    ".state { font-size: 16px; font-weight: 700; }\n"
    ".name { font-size: 14px; font-weight: 700; }\n"
    ".who { font-size: 13px; }\n"
    ".when { font-size: 12px; fill: #3a4350; }\n"
    ".small { font-size: 11px; fill: #56606d; }\n"
    ".mark { font-size: 12px; font-weight: 700; fill: #8f1219; }\n"
    ".try { font-size: 12px; font-weight: 700; fill: #8f1219; }\n"
    ".kind { stroke-width: 2; }\n"
    ".open { fill: #e6f0fb; stroke: #0b4a8f; }\n"
    ".waiting { fill: #fff4dc; stroke: #8a5a00; }\n"
    ".decided { fill: #e6f3ec; stroke: #124a31; }\n"
    ".ended { fill: #eceef1; stroke: #3a4350; }\n"
    ".withdrawn { fill: #ffffff; stroke: #56606d; stroke-dasharray: 7 4; }\n"
    ".inner { fill: none; stroke: #3a4350; stroke-width: 1; }\n"
    ".step { fill: #ffffff; stroke: #b6bcc5; stroke-width: 1; }\n"
    ".passed { stroke: #8f1219; stroke-width: 4; }\n"
    ".line { fill: none; stroke: #56606d; stroke-width: 1.5; }\n"
    ".went { stroke: #8f1219; stroke-width: 4; }\n"
    ".start { fill: #1c2430; }\n"
    "</style>\n"
    "</defs>\n";
// clang-format on

// The code point that begins at `at`, which moves behind it. Text is UTF-8 that has been checked.
inline std::uint32_t next_letter(std::string_view text, std::size_t& at) noexcept
{
    const auto c = static_cast<unsigned char>(text[at++]);
    std::uint32_t out = c < 0x80 ? c : c < 0xE0 ? c & 0x1Fu : c < 0xF0 ? c & 0x0Fu : c & 0x07u;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u)
        out = out << 6 | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
    return out;
}

// Letters that join the one before: combining marks, variation selectors, the joiner and skin tones of emoji.
inline bool joins(std::uint32_t letter) noexcept
{
    return (letter >= 0x300 && letter < 0x370) || letter == 0x200D || (letter >= 0xFE00 && letter < 0xFE10) ||
           (letter >= 0x1F3FB && letter < 0x1F400);
}

// A letter with all that joins it, up to what is still a letter to somebody.
inline std::string_view next_cluster(std::string_view text, std::size_t& at) noexcept
{
    constexpr std::size_t longest = 64;
    const std::size_t from = at;
    std::uint32_t last = next_letter(text, at);
    for (std::size_t next = at; next < text.size() && next - from < longest; at = next) {
        const std::uint32_t letter = next_letter(text, next);
        if (!joins(letter) && last != 0x200D) break;
        last = letter;
    }
    return text.substr(from, at - from);
}

// Width in thousandths of the size, at most: that of the widest usual fonts, so that a text fits its box in all of them.
inline int letter_width(std::uint32_t letter, bool bold) noexcept
{
    const auto of = [&](std::string_view set) {
        return letter < 0x80 && set.find(static_cast<char>(letter)) != std::string_view::npos;
    };
    int width = 720;
    if (of("ijl'|.,:;!I "))
        width = 400;
    else if (of("frt()[]-/\\\""))
        width = 480;
    else if (of("mwMW@%&"))
        width = 1000;
    else if (letter < 0x80 && letter >= 'A' && letter <= 'Z')
        width = 790;
    else if (letter < 0x80)
        width = 640;
    else if (letter >= 0x1100 && !(letter >= 0x1E00 && letter < 0x2070))
        width = 1400;  // letters of the Far East and emoji
    else if (letter >= 0x1E00 && letter < 0x2000)
        width = letter % 2 == 0 ? 790 : 660;  // Vietnamese: capitals are even
    return bold ? width + width / 8 : width;
}

inline int text_width(std::string_view text, const PictureFont& font) noexcept
{
    std::int64_t out = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t letter = next_letter(text, at);
        if (!joins(letter)) out += letter_width(letter, font.bold);
    }
    return static_cast<int>((out * font.size + 999) / 1000);
}

// Lines of at most `width`, cut at spaces; a word wider than that is cut too, never between a letter and its marks.
inline std::vector<std::string> fitted(std::string_view text, const PictureFont& font, int width)
{
    std::vector<std::string> out(1);
    const auto cut = [&](std::string_view word) {
        for (std::size_t at = 0; at < word.size();) {
            const std::string one(next_cluster(word, at));
            if (!out.back().empty() && text_width(out.back() + one, font) > width) out.emplace_back();
            out.back() += one;
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, space - at);
        const std::string longer = (out.back().empty() ? "" : out.back() + " ") + std::string(word);
        if (text_width(longer, font) <= width) {
            out.back() = longer;
        } else {
            if (!out.back().empty()) out.emplace_back();
            cut(word);
        }
        at = space + 1;
    }
    return out;
}

}  // namespace sangkien::detail
