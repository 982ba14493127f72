// Filling the placeholders of a message. The words themselves are in *_words_inl.hpp: all wording, no rules.
#pragma once

#include <algorithm>
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

inline const Filler* find_filler(const std::vector<Filler>& fillers, std::string_view key) noexcept
{
    for (const Filler& filler : fillers)
        if (filler.key == key) return &filler;
    return nullptr;
}

// Fills one stretch without brackets; false when a key had no filler.
inline bool fill_stretch(std::string_view text, const std::vector<Filler>& fillers, std::string& out)
{
    bool whole = true;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = std::min(text.find('{', at), text.size());
        out.append(text, at, open - at);
        if (open == text.size()) break;
        const std::size_t close = std::min(text.find('}', open), text.size() - 1);
        const Filler* found = find_filler(fillers, text.substr(open + 1, close - open - 1));
        if (found != nullptr) out += found->text;
        whole = whole && found != nullptr;
        at = close + 1;
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
        if (close == std::string_view::npos) break;
        std::string inside;
        if (fill_stretch(text.substr(open + 1, close - open - 1), fillers, inside)) out += inside;
        at = close + 1;
    }
    return out;
}

}  // namespace sangkien::detail
