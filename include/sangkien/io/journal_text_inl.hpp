// What a journal is told as: a check, what counts at an instant, and the season with the journal's events.
#pragma once

#include "error_json.hpp"
#include "journal.hpp"
#include "journal_line_inl.hpp"
#include "json_writer.hpp"
#include "report_parts_inl.hpp"
#include "season_reader.hpp"

namespace sangkien {

namespace detail {

inline void put_head(JsonWriter& out, const JournalHead& head)
{
    out.begin_object(true);
    out.member("sequence", head.sequence);
    out.member("sha256", head.sha256);
    out.end_object();
}

// A value as it stands in the text it was read from, without line breaks; numbers keep their spelling.
inline void put_as_written(Node value, std::string& out)
{
    if (value.is(Kind::number)) {
        out += value.text();
    } else if (value.is(Kind::list) || value.is(Kind::object)) {
        const bool list = value.is(Kind::list);
        out += list ? '[' : '{';
        for (Node child : children(value)) {
            if (child.position() > 0) out += ',';
            if (!list) {
                put_canonical(child.key(), out);
                out += ':';
            }
            put_as_written(child, out);
        }
        out += list ? ']' : '}';
    } else {
        out += canonical_text(value);
    }
}

inline void put_pair(const char* key, const std::string& value, std::string& out)
{
    put_canonical(key, out);
    out += ':';
    put_canonical(value, out);
}

inline void put_replayed(Node node, const Initiative& initiative, std::string& out)
{
    out += '{';
    for (Node child : children(node)) {
        if (child.key() == "facts" || child.key() == "events") continue;
        put_canonical(child.key(), out);
        out += ':';
        put_as_written(child, out);
        out += ',';
    }
    out += "\"facts\":{";
    for (const DeclaredFact& fact : initiative.facts) {
        if (&fact != &initiative.facts.front()) out += ',';
        put_canonical(fact.name, out);
        out += fact.value ? ":true" : ":false";
    }
    out += "},\"events\":[";
    for (const Event& event : initiative.events) {
        if (&event != &initiative.events.front()) out += ',';
        out += '{';
        put_pair("on", event.on, out);
        out += ',';
        put_pair("at", to_text(event.at), out);
        out += ',';
        put_pair("by", event.by, out);
        if (!event.actor.empty()) {
            out += ',';
            put_pair("actor", event.actor, out);
        }
        out += '}';
    }
    out += "]}";
}

inline void put_line(JsonWriter& out, const JournalLine& line)
{
    const JournalEvent& event = line.event;
    out.begin_object();
    out.member("sequence", line.sequence);
    out.member("occurred", to_text(event.occurred));
    out.member("recorded", to_text(event.recorded));
    out.member("initiative", event.initiative);
    out.member("event", event.event);
    out.member("role", event.role);
    out.member("actor", event.actor);
    out.member("acting_for", event.acting_for);
    out.member("channel", event.channel);
    out.key("facts");
    out.begin_list(true);
    for (const DeclaredFact& fact : event.facts) {
        out.begin_object(true);
        out.member("name", fact.name);
        out.member("value", fact.value);
        out.end_object();
    }
    out.end_list();
    out.member("payload", event.payload);
    out.key("corrects");
    if (event.corrects)
        out.value(*event.corrects);
    else
        out.null();
    out.end_object();
}

inline JournalHead head_known(const std::vector<JournalLine>& lines, Instant known)
{
    JournalHead out;
    for (const JournalLine& line : lines)
        if (line.event.recorded <= known) out = line.head();
    return out;
}

}  // namespace detail

SANGKIEN_INLINE const char* journal_fault_word(ErrorId id) noexcept
{
    switch (id) {
        case ErrorId::journal_altered: return "altered";
        case ErrorId::journal_unreadable: return "unreadable";
        case ErrorId::journal_torn: return "torn";
        case ErrorId::journal_removed: return "removed";
        case ErrorId::journal_inserted: return "inserted";
        case ErrorId::journal_reordered: return "reordered";
        case ErrorId::journal_doubled: return "doubled";
        case ErrorId::journal_forked: return "forked";
        case ErrorId::journal_truncated: return "truncated";
        case ErrorId::journal_rewritten: return "rewritten";
        case ErrorId::journal_recorded_backwards: return "recorded-backwards";
        case ErrorId::journal_occurred_later: return "occurred-later";
        case ErrorId::journal_correction: return "correction";
        default: return "";
    }
}

SANGKIEN_INLINE std::vector<JournalDoubt> unproven(const JournalCheck& check)
{
    std::vector<JournalDoubt> out;
    if (check.fault) return out;
    if (!check.anchor)
        return {{"tail",
                 {"không có đầu nhật ký lưu ở nơi khác nên không chứng minh được là phần cuối chưa bị cắt",
                  "without a head that was kept elsewhere it is not proved that no lines were cut off the end"}},
                {"rewritten",
                 {"không có đầu nhật ký lưu ở nơi khác nên không chứng minh được là cả tệp chưa bị viết lại",
                  "without a head that was kept elsewhere it is not proved that the whole was not written anew"}}};
    const std::string anchor = std::to_string(check.anchor->sequence);
    out.push_back({"tail",
                   {"sau dòng " + anchor + " không chứng minh được là phần cuối chưa bị cắt hay viết lại",
                    "behind line " + anchor + " it is not proved that no lines were cut off or written anew"}});
    return out;
}

SANGKIEN_INLINE std::string journal_check_json(const JournalCheck& check)
{
    JsonWriter out;
    out.begin_object();
    out.member("verdict", check.holds() ? "holds" : "broken");
    out.key("head");
    detail::put_head(out, check.head);
    out.key("anchor");
    if (check.anchor)
        detail::put_head(out, *check.anchor);
    else
        out.null();
    out.key("fault");
    if (check.fault) {
        out.begin_object();
        out.member("what", journal_fault_word(check.fault->id));
        out.member("line", static_cast<std::int64_t>(check.fault->place.mark.line));
        out.key("problem");
        put_problem(out, *check.fault);
        out.end_object();
    } else {
        out.null();
    }
    out.key("unproven");
    out.begin_list();
    for (const JournalDoubt& doubt : unproven(check)) {
        out.begin_object();
        out.member("id", doubt.id);
        out.key("message");
        detail::put_words(out, doubt.words);
        out.end_object();
    }
    out.end_list();
    out.end_object();
    return out.take();
}

SANGKIEN_INLINE std::string journal_check_text(const JournalCheck& check, Language language)
{
    const bool vi = language == Language::vi;
    if (check.fault)
        return std::string(vi ? "Không nguyên vẹn: " : "Broken: ") + message(*check.fault, language) + "\n";
    std::string out = (vi ? "Nguyên vẹn, số dòng: " : "Holds, lines: ") + std::to_string(check.head.sequence) + ".\n" +
                      (vi ? "Đầu nhật ký: " : "Head: ") + to_text(check.head) + "\n";
    for (const JournalDoubt& doubt : unproven(check))
        out += (vi ? "Lưu ý: " : "Note: ") + doubt.words.in(language) + ".\n";
    return out;
}

SANGKIEN_INLINE std::string journal_season(const std::vector<JournalLine>& lines, std::string_view season,
                                           std::string season_file, Instant at, Instant known)
{
    Season replayed = read_season(season, season_file);
    replay(lines, at, known, replayed);
    const Tree tree = detail::read_json_or_throw(season, std::move(season_file));
    std::string out = "{";
    for (Node member : children(tree.root())) {
        if (member.position() > 0) out += ',';
        detail::put_canonical(member.key(), out);
        out += ':';
        if (member.key() != "initiatives") {
            detail::put_as_written(member, out);
            continue;
        }
        out += '[';
        for (Node node : children(member)) {
            if (node.position() > 0) out += ',';
            detail::put_replayed(node, replayed.initiatives[node.position()], out);
        }
        out += ']';
    }
    return out + "}\n";
}

SANGKIEN_INLINE std::string journal_replay_json(const std::vector<JournalLine>& lines, Instant at, Instant known)
{
    JsonWriter out;
    out.begin_object();
    out.key("head");
    detail::put_head(out, detail::head_known(lines, known));
    out.key("rulebooks");
    out.begin_list();
    for (const RulebookDigest& book : rulebooks_known(lines, known)) {
        out.begin_object(true);
        out.member("id", book.id);
        out.member("sha256", book.sha256);
        out.end_object();
    }
    out.end_list();
    out.key("events");
    out.begin_list();
    for (const JournalLine* line : standing(lines, at, known)) detail::put_line(out, *line);
    out.end_list();
    out.end_object();
    return out.take();
}

SANGKIEN_INLINE std::string journal_replay_text(const std::vector<JournalLine>& lines, Instant at, Instant known,
                                                Language language)
{
    const bool vi = language == Language::vi;
    std::string out;
    for (const JournalLine* line : standing(lines, at, known)) {
        const JournalEvent& event = line->event;
        out += to_text(event.occurred) + "  " + event.initiative;
        if (!event.event.empty()) out += "  " + event.event + " (" + event.role + ")";
        for (const DeclaredFact& fact : event.facts)
            out += "  " + fact.name + (fact.value ? (vi ? ": có" : ": yes") : (vi ? ": không" : ": no"));
        out += "  " + event.actor;
        if (!event.acting_for.empty()) out += (vi ? " thay " : " for ") + event.acting_for;
        out += (vi ? "; dòng " : "; line ") + std::to_string(line->sequence) + (vi ? ", ghi " : ", recorded ") +
               to_text(event.recorded);
        if (event.corrects) out += (vi ? ", đính chính dòng " : ", corrects line ") + std::to_string(*event.corrects);
        out += '\n';
    }
    return out;
}

}  // namespace sangkien
