// The C interface to journals.
#include <sangkien/journal.h>

#include <memory>

#include <sangkien/io/journal.hpp>
#include <sangkien/io/journal_file.hpp>

#include "handles.hpp"

using namespace sangkien::c_api;

struct sangkien_journal {
    sangkien::JournalFile file;
};

namespace {

// NULL: everything.
sangkien::Instant instant_argument(const char* text, std::size_t size)
{
    return text == nullptr ? sangkien::end_of_time : sangkien::parse_instant({text, size});
}

}  // namespace

std::int32_t sangkien_journal_open(sangkien_journal** journal, const char* path, std::size_t path_size,
                                   sangkien_error** error)
{
    return make_handle(journal, "journal", error, [&] {
        require(path, "path");
        return sangkien::JournalFile::open(std::string(path, path_size));
    });
}

std::int32_t sangkien_journal_append(sangkien_text** head, sangkien_journal* journal, const char* event,
                                     std::size_t event_size, sangkien_error** error)
{
    if (head != nullptr) *head = nullptr;
    return guarded(error, [&] {
        require(journal, "journal");
        require(event, "event");
        // Made before the line is on disk: what comes behind must not fail.
        auto out = std::make_unique<sangkien_text>();
        out->content.reserve(96);
        journal->file.append(sangkien::read_journal_event({event, event_size}));
        if (head == nullptr) return;
        out->content = to_text(journal->file.head());
        *head = out.release();
    });
}

std::int32_t sangkien_journal_head(sangkien_text** head, const sangkien_journal* journal, sangkien_error** error)
{
    return make_handle(head, "head", error, [&] {
        require(journal, "journal");
        return to_text(journal->file.head());
    });
}

void sangkien_journal_free(sangkien_journal* journal) { delete journal; }

std::int32_t sangkien_journal_repair(sangkien_text** kept, const char* path, std::size_t path_size,
                                     sangkien_error** error)
{
    if (kept != nullptr) *kept = nullptr;
    return guarded(error, [&] {
        require(path, "path");
        const auto repair = sangkien::repair_journal(std::string(path, path_size));
        if (kept != nullptr) *kept = new sangkien_text{repair ? repair->kept : std::string()};
    });
}

std::int32_t sangkien_journal_line(sangkien_text** line, const char* event, std::size_t event_size, const char* head,
                                   std::size_t head_size, sangkien_error** error)
{
    return make_handle(line, "line", error, [&] {
        require(event, "event");
        sangkien::JournalHead behind;
        if (head != nullptr) behind = sangkien::parse_journal_head({head, head_size});
        return journal_line(sangkien::read_journal_event({event, event_size}), behind);
    });
}

std::int32_t sangkien_journal_verify(std::int32_t* holds, sangkien_text** check, const char* journal,
                                     std::size_t journal_size, const char* head, std::size_t head_size,
                                     sangkien_error** error)
{
    if (check != nullptr) *check = nullptr;
    return guarded(error, [&] {
        require(holds, "holds");
        require(journal, "journal");
        std::optional<sangkien::JournalHead> anchor;
        if (head != nullptr) anchor = sangkien::parse_journal_head({head, head_size});
        const sangkien::JournalCheck found = sangkien::verify_journal({journal, journal_size}, "journal", anchor);
        if (check != nullptr) *check = new sangkien_text{journal_check_json(found)};
        *holds = found.holds() ? 1 : 0;
    });
}

std::int32_t sangkien_journal_season(sangkien_text** out, const char* journal, std::size_t journal_size,
                                     const char* season, std::size_t season_size, const char* at, std::size_t at_size,
                                     const char* known, std::size_t known_size, sangkien_error** error)
{
    return make_handle(out, "out", error, [&] {
        require(journal, "journal");
        require(season, "season");
        return journal_season(sangkien::read_journal({journal, journal_size}), {season, season_size}, "season",
                              instant_argument(at, at_size), instant_argument(known, known_size));
    });
}

std::int32_t sangkien_journal_replay(sangkien_text** out, const char* journal, std::size_t journal_size, const char* at,
                                     std::size_t at_size, const char* known, std::size_t known_size,
                                     sangkien_error** error)
{
    return make_handle(out, "out", error, [&] {
        require(journal, "journal");
        return journal_replay_json(sangkien::read_journal({journal, journal_size}), instant_argument(at, at_size),
                                   instant_argument(known, known_size));
    });
}
