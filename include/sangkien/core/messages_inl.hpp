// Filling the placeholders of a message. The words themselves are in *_words_inl.hpp: all wording, no rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "words.hpp"

namespace sangkien::detail {

// One message in both languages; `{key}` is replaced by the filler of that key, and `[...]` is left out as a whole when
// a key inside it has no filler.
struct Template {
    std::string_view vi;
    std::string_view en;

    std::string_view in(Language language) const noexcept { return language == Language::vi ? vi : en; }
};

struct Filler {
    std::string_view key;
    std::string text;
};

// Fills one stretch without brackets; false when a key had no filler.
inline bool fill_stretch(std::string_view text, const std::vector<Filler>& fillers, std::string& out)
{
    bool whole = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '{') {
            out += text[i];
            continue;
        }
        const std::size_t close = text.find('}', i);
        const std::string_view key = text.substr(i + 1, close - i - 1);
        bool found = false;
        for (const Filler& filler : fillers)
            if (!found && filler.key == key) {
                out += filler.text;
                found = true;
            }
        whole = whole && found;
        i = close;
    }
    return whole;
}

inline std::string fill(std::string_view text, const std::vector<Filler>& fillers)
{
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('[', at);
        fill_stretch(text.substr(at, open == std::string_view::npos ? open : open - at), fillers, out);
        if (open == std::string_view::npos) break;
        const std::size_t close = text.find(']', open);
        std::string inside;
        if (fill_stretch(text.substr(open + 1, close - open - 1), fillers, inside)) out += inside;
        at = close + 1;
    }
    return out;
}

}  // namespace sangkien::detail
