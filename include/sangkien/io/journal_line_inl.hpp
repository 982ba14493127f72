// One line of a journal: putting it together, and reading it back strictly, byte by byte.
#pragma once

#include <algorithm>

#include <openssl/evp.h>

#include <memory>
#include <new>

#include "canonical.hpp"
#include "journal.hpp"
#include "json_reader.hpp"

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
        // Of one piece: handing over a last letter alone would cost a tenth of the whole.
        line_.assign(text).push_back('}');
        if (EVP_DigestInit_ex(context_.get(), nullptr, nullptr) != 1 ||
            EVP_DigestUpdate(context_.get(), line_.data(), line_.size()) != 1 ||
            EVP_DigestFinal_ex(context_.get(), bytes, &size) != 1)
            throw std::bad_alloc();
        for (unsigned int i = 0; i < 32; ++i) {
            digits[2 * i] = digit(bytes[i] >> 4);
            digits[2 * i + 1] = digit(bytes[i] & 15);
        }
    }

private:
    // Reckoned, not looked up: sixteen at a time.
    static char digit(int value) noexcept { return static_cast<char>('0' + value + (value > 9 ? 'a' - '9' - 1 : 0)); }

    std::string line_;
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context_;
};

// ,"sha256":"<64 digits>"} ends every line.
inline constexpr std::string_view seal_key = ",\"sha256\":\"";
inline constexpr std::size_t seal_size = 64;
inline constexpr std::size_t seal_end = seal_key.size() + seal_size + 2;

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

// The first `,"key":"`, looked for by the letters of the key: a line has far more commas.
inline std::size_t find_key(std::string_view line, std::string_view key) noexcept
{
    std::size_t at = line.find(key.substr(2));
    while (at != std::string_view::npos && (at < 2 || line.compare(at - 2, 2, key.substr(0, 2)) != 0))
        at = line.find(key.substr(2), at + 1);
    return at == std::string_view::npos ? at : at - 2;
}

// In front of `previous` and behind `sequence` nothing else can look like them: a quote inside a text is escaped, the values
// of facts are no texts, and names of rulebooks stand between the two.
inline bool read_chain(std::string_view line, LineChain& out) noexcept
{
    if (line.size() < seal_end || line.substr(line.size() - 2) != "\"}") return false;
    out.sha256 = line.substr(line.size() - 2 - seal_size, seal_size);
    out.sealed = line.substr(0, line.size() - seal_end);
    if (line.substr(out.sealed.size(), seal_key.size()) != seal_key) return false;
    constexpr std::string_view sequence_key = ",\"sequence\":\"", previous_key = ",\"previous\":\"";
    const std::size_t sequence = out.sealed.rfind(sequence_key);
    const std::size_t previous = find_key(out.sealed, previous_key);
    if (sequence == std::string_view::npos || previous == std::string_view::npos || out.sealed.back() != '"')
        return false;
    const std::size_t from = sequence + sequence_key.size();
    if (out.sealed.size() - 1 < from) return false;
    out.sequence = sequence_of(out.sealed.substr(from, out.sealed.size() - 1 - from));
    out.previous = out.sealed.substr(previous + previous_key.size(), seal_size);
    return out.sequence > 0;
}

// Reads a line that is in canonical form and has exactly the keys of a line; otherwise tells why not, and where.
class LineReader {
public:
    explicit LineReader(std::string_view line) : line_(line) {}

    bool read(JournalLine& out)
    {
        JournalEvent& event = out.event;
        if (!canonical_letters() || !expect("{")) return false;
        if (member("acting_for")) text(event.acting_for);
        if (required("actor")) text(event.actor);
        if (member("channel")) text(event.channel);
        if (member("corrects")) event.corrects = sequence();
        if (member("event")) text(event.event);
        if (member("facts")) facts(event.facts);
        if (member("initiative")) text(event.initiative);
        if (required("journal")) expect("1");
        if (required("occurred")) event.occurred = instant();
        if (member("payload")) digest(event.payload);
        if (required("previous")) digest(out.previous);
        if (required("recorded")) event.recorded = instant();
        if (member("role")) text(event.role);
        if (member("rulebooks")) rulebooks(event.rulebooks);
        if (required("sequence")) out.sequence = sequence();
        if (required("sha256")) digest(out.sha256);
        if (good_) expect("}");
        if (good_ && at_ != line_.size()) fail({"có gì đó đứng sau dấu } cuối", "something stands behind its last }"});
        return good_ && whole(event);
    }

    const Words& reason() const noexcept { return reason_; }
    std::size_t column() const noexcept { return at_ + 1; }

private:
    bool fail(Words reason)
    {
        if (good_) reason_ = std::move(reason);
        good_ = false;
        return false;
    }
    bool not_canonical() { return fail({"không ở dạng chuẩn tại đây", "it is not in the canonical form here"}); }

    // Other letters than ASCII may be wrong UTF-8 or not composed: rare, and left to the reader of all JSON.
    bool canonical_letters()
    {
        const auto plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
        if (std::all_of(line_.begin(), line_.end(), plain)) return true;
        try {
            return canonical_text(line_, {}) == line_ || not_canonical();
        } catch (const Error& error) {
            const Problem& problem = error.problems().front();
            at_ = problem.place.mark.column > 0 ? problem.place.mark.column - 1 : 0;
            return fail({explanation(problem, Language::vi), explanation(problem, Language::en)});
        }
    }

    bool take(std::string_view token)
    {
        if (line_.substr(at_, token.size()) != token) return false;
        at_ += token.size();
        return true;
    }
    bool expect(std::string_view token) { return take(token) || not_canonical(); }

    bool member(std::string_view key)
    {
        if (!good_) return false;
        const std::size_t before = at_;
        if (take(first_ ? "\"" : ",\"") && take(key) && take("\":")) {
            first_ = false;
            return true;
        }
        at_ = before;
        return false;
    }
    bool required(const char* key)
    {
        if (member(key)) return true;
        const std::string name = std::string("\"") + key + '"';
        return fail({"ở đây phải là khoá " + name, "the key " + name + " belongs here"});
    }

    // What stands between the quotes must be what canonical_text() writes: one escape for each character that needs one.
    bool text(std::string& out)
    {
        if (!good_ || !expect("\"")) return false;
        out.clear();
        for (;;) {
            const std::size_t end = std::min(line_.find_first_of("\"\\", at_), line_.size());
            for (std::size_t i = at_; i < end; ++i)
                if (static_cast<unsigned char>(line_[i]) < 0x20) return not_canonical();
            out.append(line_, at_, end - at_);
            at_ = end;
            if (take("\"")) break;
            if (!escape(out)) return not_canonical();
        }
        return !out.empty() || fail({"có chuỗi rỗng", "it has an empty text"});
    }
    bool escape(std::string& out)
    {
        if (take("\\\"")) return out += '"', true;
        if (take("\\\\")) return out += '\\', true;
        constexpr std::string_view letters = "btnfr", meant = "\b\t\n\f\r";
        if (at_ + 1 < line_.size() && line_[at_] == '\\')
            if (const std::size_t i = letters.find(line_[at_ + 1]); i != std::string_view::npos) {
                at_ += 2;
                return out += meant[i], true;
            }
        if (!take("\\u00") || at_ + 2 > line_.size() || (line_[at_] != '0' && line_[at_] != '1')) return false;
        const std::size_t low = std::string_view("0123456789abcdef").find(line_[at_ + 1]);
        if (low == std::string_view::npos) return false;
        const char c = static_cast<char>((line_[at_] - '0') * 16 + static_cast<int>(low));
        if (meant.find(c) != std::string_view::npos) return false;
        at_ += 2;
        return out += c, true;
    }

    void digest(std::string& out)
    {
        if (text(out) && !is_digest(out))
            fail({"cần một mã SHA-256 gồm 64 chữ số", "a SHA-256 of 64 digits is needed"});
    }
    std::int64_t sequence()
    {
        std::string written;
        if (!text(written)) return 0;
        const std::int64_t out = sequence_of(written);
        if (out == 0) fail({"\"" + written + "\" không phải là số dòng", "\"" + written + "\" is no number of a line"});
        return out;
    }
    Instant instant()
    {
        std::string written;
        Instant out;
        if (text(written) && (!read_instant(written, out) || to_text(out) != written))
            fail({"\"" + written + "\" không phải là thời điểm ở dạng 2025-09-24T17:00:00+07:00",
                  "\"" + written + "\" is no instant written as 2025-09-24T17:00:00+07:00"});
        return out;
    }

    // An object of names, each once and in the order of their bytes; `value` reads what stands behind a name.
    template <class Value>
    void names(const Value& value)
    {
        std::string before, name;
        if (!expect("{")) return;
        do {
            if (!text(name) || !expect(":")) return;
            if (!before.empty() && name <= before) {
                not_canonical();
                return;
            }
            if (!value(name)) return;
            before = name;
        } while (take(","));
        expect("}");
    }
    void facts(std::vector<DeclaredFact>& out)
    {
        names([&](const std::string& name) {
            const bool yes = take("true");
            out.push_back({name, yes, {}});
            return yes || expect("false");
        });
    }
    void rulebooks(std::vector<RulebookDigest>& out)
    {
        names([&](const std::string& name) {
            out.push_back({name, {}});
            digest(out.back().sha256);
            return good_;
        });
    }

    bool whole(const JournalEvent& event)
    {
        const bool does = !event.event.empty(), states = !event.facts.empty();
        if (does && event.role.empty())
            return fail({"sự kiện không nêu vai trò (\"role\")", "the event names no \"role\""});
        if ((does || states) == event.initiative.empty())
            return fail({"\"initiative\" phải đi cùng \"event\" hoặc \"facts\"",
                         "\"initiative\" goes with \"event\" or \"facts\", and they with it"});
        if (!does && !states && !event.corrects)
            return fail({"cần ít nhất một trong: \"event\", \"facts\", \"corrects\"",
                         "at least one of \"event\", \"facts\", \"corrects\" is needed"});
        return true;
    }

    std::string_view line_;
    std::size_t at_ = 0;
    bool first_ = true, good_ = true;
    Words reason_;
};

}  // namespace sangkien::detail
