// One line of a journal: putting it together, and reading it back strictly, byte by byte.
#pragma once

#include <algorithm>

#include "canonical.hpp"
#include "journal.hpp"
#include "journal_chain_inl.hpp"
#include "json_reader.hpp"

namespace sangkien::detail {

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
