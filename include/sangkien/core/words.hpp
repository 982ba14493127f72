// Text in the two languages of the library, and names that carry it.
#pragma once

#include <cstdint>
#include <string>

namespace sangkien {

// Language (ngôn ngữ) of a message or a page.
enum class Language : std::uint8_t { vi, en };

// Words (lời): the same text in Vietnamese and English.
struct Words {
    std::string vi;
    std::string en;

    const std::string& in(Language language) const noexcept { return language == Language::vi ? vi : en; }
    bool empty() const noexcept { return vi.empty() && en.empty(); }
};

// Name (tên): a stable id with the words a person reads. Where a rulebook gives no words, the id is shown.
struct Name {
    std::string id;
    Words words;

    const std::string& in(Language language) const noexcept
    {
        const std::string& text = words.in(language);
        return text.empty() ? id : text;
    }
};

}  // namespace sangkien
