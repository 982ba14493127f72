// Where a value comes from, and how well that is known.
#pragma once

#include <cstdint>
#include <string>

namespace sangkien {

// Provenance (nguồn): how well a value is known, best first. A value that is `unverified` never decides.
enum class Provenance : std::uint8_t { law, official_document, secondary, illustrative, unverified };

// The word used in rulebooks and reports, such as "official-document".
constexpr const char* word(Provenance p) noexcept
{
    switch (p) {
        case Provenance::law: return "law";
        case Provenance::official_document: return "official-document";
        case Provenance::secondary: return "secondary";
        case Provenance::illustrative: return "illustrative";
        default: return "unverified";
    }
}

// Citation (viện dẫn): the rulebook a value was read from, the clause it rests on (possibly of another paper), and
// how well it is known.
struct Citation {
    std::string rulebook;
    std::string clause;
    Provenance provenance = Provenance::unverified;

    friend bool operator==(const Citation& a, const Citation& b) noexcept
    {
        return a.provenance == b.provenance && a.clause == b.clause && a.rulebook == b.rulebook;
    }
};

}  // namespace sangkien
