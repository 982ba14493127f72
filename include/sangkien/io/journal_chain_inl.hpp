// What seals the lines of a journal and links each to the one before: all that is needed to check its chain.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>

#include <openssl/evp.h>

namespace sangkien::detail {

// SHA-256 of many texts: the digest is looked up once, which for short lines costs as much as hashing them.
class SealHasher {
public:
    SealHasher() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free)
    {
        if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
    }

    // Of `text` closed with }: a line without its seal. Writes 64 digits.
    void closed(std::string_view text, char* digits)
    {
        unsigned char bytes[EVP_MAX_MD_SIZE];
        unsigned int size = 0;
        if (EVP_DigestInit_ex(context_.get(), nullptr, nullptr) != 1 ||
            EVP_DigestUpdate(context_.get(), text.data(), text.size()) != 1 ||
            EVP_DigestUpdate(context_.get(), "}", 1) != 1 || EVP_DigestFinal_ex(context_.get(), bytes, &size) != 1)
            throw std::bad_alloc();
        for (unsigned int i = 0; i < 32; ++i) {
            digits[2 * i] = digit(bytes[i] >> 4);
            digits[2 * i + 1] = digit(bytes[i] & 15);
        }
    }

private:
    // Reckoned, not looked up: sixteen at a time.
    static char digit(int value) noexcept { return static_cast<char>('0' + value + (value > 9 ? 'a' - '9' - 1 : 0)); }

    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context_;
};

// Keys as they stand in a line; ,"sha256":"<64 digits>"} ends every one.
inline constexpr char seal_key[] = ",\"sha256\":\"", sequence_key[] = ",\"sequence\":\"",
                      previous_key[] = ",\"previous\":\"";
inline constexpr std::size_t seal_size = 64;
inline constexpr std::size_t seal_end = sizeof seal_key - 1 + seal_size + 2;

inline bool is_digest(std::string_view text) noexcept
{
    if (text.size() != seal_size) return false;
    bool good = true;
    for (const char c : text) good = good && ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    return good;
}

// A whole number from 1 without sign or leading zeros, of at most 15 digits; 0 when it is none.
inline std::int64_t sequence_of(std::string_view text) noexcept
{
    if (text.empty() || text.size() > 15 || text.front() == '0') return 0;
    std::int64_t out = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return 0;
        out = out * 10 + (c - '0');
    }
    return out;
}

// What a line says to the chain, found from its end: no more is needed to check seal and chain.
struct LineChain {
    std::string_view sealed;  // the line up to its seal
    std::string_view previous, sha256;
    std::int64_t sequence = 0;
};

// Whether `key` stands at `text`. Of a length known beforehand: compared without a call.
template <std::size_t Size>
bool stands_at(const char* text, const char (&key)[Size]) noexcept
{
    return std::memcmp(text, key, Size - 1) == 0;
}

// Behind the first `,"previous":"`, looked for by the rarest of its letters; null where there is none.
inline const char* behind_previous(const char* from, const char* end) noexcept
{
    constexpr std::size_t size = sizeof previous_key - 1, rare = 5;
    static_assert(previous_key[rare] == 'v', "the letter that is looked for");
    while (static_cast<std::size_t>(end - from) >= size) {
        const auto at =
            static_cast<const char*>(std::memchr(from + rare, 'v', static_cast<std::size_t>(end - from) - (size - 1)));
        if (at == nullptr) return nullptr;
        if (stands_at(at - rare, previous_key)) return at - rare + size;
        from = at - rare + 1;
    }
    return nullptr;
}

// In front of `previous` and behind `sequence` nothing else can look like them: a quote inside a text is escaped, the values
// of facts are no texts, and names of rulebooks stand between the two.
inline bool read_chain(std::string_view line, LineChain& out) noexcept
{
    if (line.size() < seal_end) return false;
    const char *const begin = line.data(), *const end = begin + (line.size() - seal_end);
    if (!stands_at(end, seal_key) || !stands_at(begin + line.size() - 2, "\"}") || end == begin || end[-1] != '"')
        return false;
    const char* digits = end - 1;
    while (digits != begin && digits[-1] >= '0' && digits[-1] <= '9') --digits;
    constexpr std::ptrdiff_t key = sizeof sequence_key - 1;
    if (digits - begin < key || !stands_at(digits - key, sequence_key)) return false;
    const char* const previous = behind_previous(begin, end);
    if (previous == nullptr) return false;
    const auto text = [](const char* from, const char* to) {
        return std::string_view(from, static_cast<std::size_t>(to - from));
    };
    out.sealed = text(begin, end);
    out.sha256 = {end + sizeof seal_key - 1, seal_size};
    out.previous = text(previous, previous + std::min<std::ptrdiff_t>(seal_size, end - previous));
    out.sequence = sequence_of(text(digits, end - 1));
    return out.sequence > 0;
}

}  // namespace sangkien::detail
