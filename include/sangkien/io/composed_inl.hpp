// Text in Unicode Normalization Form C.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <string_view>

#include <utf8proc.h>

#include "../core/config.hpp"

namespace sangkien {

namespace detail {

// Is valid UTF-8 in NFC at a glance? Letters up to U+02FF, the Vietnamese block U+1E00 to U+1EFF, and dashes, quotes
// and dots U+2010 to U+2027 are, each by itself and beside any other. Other text is left to utf8proc.
inline bool surely_composed(std::string_view text) noexcept
{
    const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
    const auto follows = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
    for (std::size_t i = 0; i < text.size();) {
        std::uint64_t eight;
        if (i + sizeof eight <= text.size()) {
            std::memcpy(&eight, text.data() + i, sizeof eight);
            if ((eight & 0x8080808080808080U) == 0) {
                i += sizeof eight;
                continue;
            }
        }
        const unsigned lead = byte(i), next = byte(i + 1);
        if (lead < 0x80) {
            ++i;
        } else if (lead >= 0xC2 && lead <= 0xCB && follows(i + 1)) {
            i += 2;
        } else if (lead == 0xE1 && next >= 0xB8 && next <= 0xBB && follows(i + 2)) {
            i += 3;
        } else if (lead == 0xE2 && next == 0x80 && byte(i + 2) >= 0x90 && byte(i + 2) <= 0xA7) {
            i += 3;
        } else {
            return false;
        }
    }
    return true;
}

// Appends `text`, composed; false when it is not valid UTF-8.
inline bool compose(std::string_view text, std::string& out)
{
    utf8proc_uint8_t* composed = nullptr;
    const utf8proc_ssize_t length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &composed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(composed, std::free);
    if (length == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
    if (length < 0) return false;
    out.append(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length));
    return true;
}

}  // namespace detail

// Line by line, for nothing composes across the end of one and most lines are composed as they are.
SANGKIEN_INLINE std::string normalized(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        const std::string_view line = text.substr(at, end - at);
        if (detail::surely_composed(line))
            out += line;
        else if (!detail::compose(line, out))
            return std::string(text);
        at = end;
    }
    return out;
}

}  // namespace sangkien
