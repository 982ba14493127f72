// Verifying a journal: the first bad line, and what was done to it.
#pragma once

#include "../core/limits.hpp"
#include "journal.hpp"
#include "journal_line_inl.hpp"

namespace sangkien::detail {

inline Error too_long(const std::string& file)
{
    return Error(Problem{ErrorId::limit_exceeded,
                         {file, {}, {}},
                         {{"what", Words{"độ dài (byte)", "length (bytes)"}},
                          {"limit", static_cast<std::int64_t>(limits::json_bytes)}}});
}

class JournalVerifier {
public:
    // With `contents` each line is read whole, and kept in `lines` where that is given.
    JournalVerifier(std::string_view text, std::string file, const std::optional<JournalHead>& anchor, bool contents,
                    std::vector<JournalLine>* lines = nullptr)
        : text_(text), file_(std::move(file)), contents_(contents), lines_(lines)
    {
        out_.anchor = anchor;
    }

    // `text` are the lines behind `head`, which is known to hold.
    void start_behind(const JournalHead& head)
    {
        above_ = head.sequence;
        out_.head = head;
    }

    JournalCheck run()
    {
        // What reads files stops a little past the limit: what is left of a longer journal must not look like all of it.
        if (text_.size() > limits::json_bytes) throw too_long(file_);
        while (out_.bytes < text_.size() && !out_.fault) next_line();
        const bool torn = out_.fault && out_.fault->id == ErrorId::journal_torn;
        if (out_.anchor && out_.anchor->sequence > out_.head.sequence && (!out_.fault || torn)) {
            out_.fault.reset();
            fault(ErrorId::journal_truncated, {{"last", out_.head.sequence}, {"anchor", out_.anchor->sequence}});
        }
        return std::move(out_);
    }

private:
    // The number of the line that is looked at.
    std::int64_t number() const noexcept { return out_.head.sequence + 1; }

    void fault(ErrorId id, Details details = {}, std::size_t column = 1)
    {
        out_.fault = Problem{id, journal_place(file_, number(), column), std::move(details)};
    }

    void next_line()
    {
        const std::size_t end = text_.find('\n', out_.bytes);
        if (end == std::string_view::npos)
            return fault(ErrorId::journal_torn, {{"bytes", static_cast<std::int64_t>(text_.size() - out_.bytes)}});
        const std::string_view line = text_.substr(out_.bytes, end - out_.bytes);
        LineChain chain;
        if (!read_chain(line, chain)) return unreadable(line);
        char seal[seal_size];
        hasher_.closed(chain.sealed, seal);
        if (std::memcmp(seal, chain.sha256.data(), seal_size) != 0) return fault(ErrorId::journal_altered);
        if (chain.sequence != number() || chain.previous != out_.head.sha256) return broken_chain(chain);
        if (contents_ && !content(line)) return;
        if (out_.anchor && out_.anchor->sequence == chain.sequence && out_.anchor->sha256 != chain.sha256)
            return fault(ErrorId::journal_rewritten, {{"anchor", to_text(*out_.anchor)}});
        out_.head.sequence = chain.sequence;
        out_.head.sha256.assign(chain.sha256);
        out_.bytes = end + 1;
    }

    void unreadable(std::string_view line)
    {
        JournalLine ignored;
        LineReader reader(line);
        Words reason{"cuối dòng không có mã niêm phong", "it does not end with its seal"};
        const bool read = reader.read(ignored);
        if (!read) reason = reader.reason();
        fault(ErrorId::journal_unreadable, {{"reason", std::move(reason)}}, read ? 1 : reader.column());
    }

    bool content(std::string_view line)
    {
        JournalLine read;
        LineReader reader(line);
        if (!reader.read(read)) {
            fault(ErrorId::journal_unreadable, {{"reason", reader.reason()}}, reader.column());
            return false;
        }
        out_.fault = order_.wrong(read.event, number(), file_);
        if (out_.fault) return false;
        order_.take(read.event);
        if (lines_ != nullptr) lines_->push_back(std::move(read));
        return true;
    }

    // The line is whole, and not the one that follows. What became of that one shows in the lines behind.
    void broken_chain(const LineChain& line)
    {
        const std::vector<LineChain> all = all_lines();
        const std::size_t here = static_cast<std::size_t>(out_.head.sequence - above_);
        const auto at = [this](std::size_t i) { return above_ + static_cast<std::int64_t>(i + 1); };
        std::size_t successor = 0;
        bool linked = false;  // it follows, or is followed by, another line of this file
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (i == here) continue;
            if (all[i].sha256 == line.sha256) return fault(ErrorId::journal_doubled, {{"line", at(i)}});
            if (i > here && all[i].sequence == number() && all[i].previous == out_.head.sha256) successor = i;
            linked = linked || all[i].sha256 == line.previous || all[i].previous == line.sha256;
        }
        if (successor > 0 && linked)
            return fault(ErrorId::journal_reordered, {{"expected", number()}, {"found", line.sequence}});
        if (successor > 0) return fault(ErrorId::journal_inserted, {{"next", at(successor)}});
        if (line.sequence > number()) return removed(line.sequence - 1);
        const bool goes_on = here + 1 < all.size() && all[here + 1].previous == line.sha256;
        if (here > 0 && goes_on && line.previous == all[here - 1].previous && line.sequence == out_.head.sequence) {
            // Two lines claim one place, and the journal goes on behind the second.
            step_back(line);
            return fault(ErrorId::journal_inserted, {{"next", at(here)}});
        }
        fault(ErrorId::journal_forked);
    }

    // From the line that is looked for to `last`.
    void removed(std::int64_t last)
    {
        const std::string from = whole_text(number()), to = whole_text(last);
        const Words lines = from == to ? Words{from, from} : Words{from + " đến " + to, from + " to " + to};
        fault(ErrorId::journal_removed, {{"lines", lines}, {"count", last - number() + 1}});
    }

    // Back to before the last line that was taken to hold; `rival` claims the same place.
    void step_back(const LineChain& rival)
    {
        out_.head = {rival.sequence - 1, std::string(rival.previous)};
        out_.bytes = out_.bytes < 2 ? 0 : text_.rfind('\n', out_.bytes - 2) + 1;
    }

    // What each line of the file says to the chain; nothing where it cannot be read.
    std::vector<LineChain> all_lines() const
    {
        std::vector<LineChain> out;
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t end = std::min(text_.find('\n', at), text_.size());
            out.emplace_back();
            if (!read_chain(text_.substr(at, end - at), out.back())) out.back() = {};
            at = end + 1;
        }
        return out;
    }

    std::string_view text_;
    std::string file_;
    bool contents_;
    std::vector<JournalLine>* lines_;
    std::int64_t above_ = 0;  // lines that are not in the text
    SealHasher hasher_;
    JournalOrder order_;
    JournalCheck out_;
};

}  // namespace sangkien::detail
