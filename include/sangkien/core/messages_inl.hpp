// Filling the placeholders of a message. The words themselves are in *_words_inl.hpp: all wording, no rules.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "words.hpp"

namespace sangkien::detail {

// One message in both languages; `{key}` is replaced by the filler of that key, and `[...]` is left out as a whole when
// a key inside it has no filler; `[...|instead]` then gives what stands behind the bar.
struct Template {
    std::string_view vi;
    std::string_view en;

    std::string_view in(Language language) const noexcept { return language == Language::vi ? vi : en; }
};

// Fills one stretch without brackets; `put(key, out)` appends the filler of a key, or is false when there is none.
template <class Put>
bool fill_stretch(std::string_view text, const Put& put, std::string& out)
{
    bool whole = true;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = std::min(text.find('{', at), text.size());
        out.append(text, at, open - at);
        if (open == text.size()) break;
        const std::size_t close = std::min(text.find('}', open), text.size() - 1);
        whole = put(text.substr(open + 1, close - open - 1), out) && whole;
        at = close + 1;
    }
    return whole;
}

template <class Put>
void fill(std::string_view text, const Put& put, std::string& out)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('[', at);
        fill_stretch(text.substr(at, open == std::string_view::npos ? open : open - at), put, out);
        if (open == std::string_view::npos) break;
        const std::size_t close = text.find(']', open);
        if (close == std::string_view::npos) break;
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        const std::size_t bar = std::min(inside.find('|'), inside.size());
        const std::size_t before = out.size();
        if (!fill_stretch(inside.substr(0, bar), put, out)) {
            out.resize(before);
            if (bar < inside.size()) out += inside.substr(bar + 1);
        }
        at = close + 1;
    }
}

}  // namespace sangkien::detail
