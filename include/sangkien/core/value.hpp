// Values that messages and findings carry: typed, so that a program can read what a person is shown.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "day.hpp"
#include "instant.hpp"
#include "ratio.hpp"
#include "truth.hpp"
#include "words.hpp"

namespace sangkien {

// The end of a day, 24:00 (Civil Code 148), written so and not as 00:00 of the next day.
struct DayEnd {
    Day day;
};

using Datum =
    std::variant<std::int64_t, bool, Ratio, Decimal, Day, DayEnd, Instant, std::string, Name, Truth, std::vector<Name>>;

// Argument (đối số): a named value. The key is a literal: it is also the placeholder of a message.
struct Argument {
    const char* key;
    Datum value;
};
using Arguments = std::vector<Argument>;

// What a person reads: 24/9/2025 or 24 Sep 2025; 83,5 or 83.5; "24:00 24/9/2025".
std::string shown(const Datum& value, Language language);
// The same in both languages, as an error's message takes it.
Words shown(const Datum& value);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "value_inl.hpp"
#endif
