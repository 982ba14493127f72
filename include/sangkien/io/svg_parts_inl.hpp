// Elements of a drawing as text: everything that goes into SVG passes here and is escaped.
#pragma once

#include <string>
#include <string_view>

#include "../core/digits.hpp"

namespace sangkien::detail::svg {

// Text between tags and in attributes. Control characters have no place in XML 1.0.
inline std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20) out += c;
        }
    }
    return out;
}

// ` x="120"`
inline std::string attribute(const char* name, int value)
{
    return std::string(" ") + name + "=\"" + whole_text(value) + "\"";
}

inline std::string text(int x, int y, const std::string& style, std::string_view content)
{
    return "<text" + attribute("x", x) + attribute("y", y) + " class=\"" + style + "\">" + escaped(content) + "</text>";
}

inline std::string box(int x, int y, int width, int height, const std::string& style, int round = 8)
{
    return "<rect" + attribute("x", x) + attribute("y", y) + attribute("width", width) + attribute("height", height) +
           attribute("rx", round) + " class=\"" + style + "\"/>";
}

// "day holiday-text": a size, and the ink that shows on that ground.
inline std::string inked(const char* size, const std::string& ground)
{
    return ground.empty() ? size : std::string(size) + " " + ground + "-text";
}

}  // namespace sangkien::detail::svg
