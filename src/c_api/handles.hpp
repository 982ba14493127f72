// What the parts of the C interface share: the handles, and a wall that no exception passes.
#pragma once

#include <sangkien/calendar.h>

#include <cstring>
#include <optional>
#include <string>

#include <sangkien/core/error.hpp>
#include <sangkien/evaluation/rules.hpp>

struct sangkien_rules {
    sangkien::Rules rules;
};

struct sangkien_text {
    std::string content;
};

struct sangkien_calendar {
    sangkien::Calendar calendar;
    std::optional<sangkien::PeriodRules> periods;
};

namespace sangkien::c_api {

// Misuse: the call itself is wrong, whatever the input.
struct Misuse {
    Words words;
};

Misuse bad_argument(const char* name, std::int64_t value);

// Throws Misuse when it is NULL.
void require(const void* pointer, const char* name);

// Turns the exception in flight into a status and, when it is asked for, an error object.
std::int32_t failed(sangkien_error** error) noexcept;

// The wall: runs `body`, whatever it throws.
template <class Body>
std::int32_t guarded(sangkien_error** error, Body&& body) noexcept
{
    if (error != nullptr) *error = nullptr;
    try {
        body();
        return SANGKIEN_OK;
    } catch (...) {
        return failed(error);
    }
}

// Sets `*out` to a new handle that holds what `make` gives; to NULL when it throws.
template <class Handle, class Make>
std::int32_t make_handle(Handle** out, const char* name, sangkien_error** error, Make&& make) noexcept
{
    if (out != nullptr) *out = nullptr;
    return guarded(error, [&] {
        require(out, name);
        *out = new Handle{make()};
    });
}

// The caller's options as this library knows them. What a newer caller added must be zero: we cannot obey it.
template <class Options>
Options known_options(const Options& given)
{
    constexpr std::size_t most = 4096;  // far past any struct of options: a size that was never set
    const std::size_t size = given.struct_size;
    Options out;
    if (size < sizeof out || size > most) throw bad_argument("options->struct_size", static_cast<std::int64_t>(size));
    const auto* bytes = reinterpret_cast<const unsigned char*>(&given);
    for (std::size_t i = sizeof out; i < size; ++i)
        if (bytes[i] != 0) throw bad_argument("options->struct_size", static_cast<std::int64_t>(size));
    std::memcpy(&out, &given, sizeof out);
    return out;
}

// The options of an evaluation, each of a known value; else Misuse.
sangkien_evaluate_options checked_options(const sangkien_evaluate_options* given);

// As it was given, or this instead of NULL.
inline std::string text_or(const char* text, std::size_t size, const char* otherwise)
{
    return text != nullptr ? std::string(text, size) : otherwise;
}

inline Language language_of(std::int32_t language)
{
    return language == SANGKIEN_EN ? Language::en : Language::vi;
}

// Error SK1205.
Error out_of_range(std::int64_t value, Detail low, Detail high);

// A day that the library can speak of; else Error SK1205.
Day day_argument(std::int32_t day);

Roll roll_argument(std::int32_t roll);

}  // namespace sangkien::c_api
