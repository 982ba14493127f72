#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "../core/digits.hpp"
#include "ics.hpp"
#include "ics_events_inl.hpp"

namespace sangkien {

namespace detail {

// Writes content lines: TEXT escaped, folded, ended.
class IcsWriter {
public:
    explicit IcsWriter(Language language) : language_(language) {}

    void line(const std::string& name, std::string_view value)
    {
        std::string whole = name + ":";
        whole += value;
        fold(whole);
    }
    void text(const std::string& name, const std::string& value) { line(name, escaped(value)); }
    // The text in the language asked, which the line names; nothing when there is none.
    void words(const std::string& name, const Words& value)
    {
        const std::string& own = said(value);
        if (own.empty()) return;
        text(name + (own == value.in(language_) ? language_ == Language::vi ? ";LANGUAGE=vi" : ";LANGUAGE=en" : ""),
             own);
    }
    // In the other language where this one has nothing to say.
    const std::string& said(const Words& value) const
    {
        const std::string& own = value.in(language_);
        return own.empty() ? value.in(language_ == Language::vi ? Language::en : Language::vi) : own;
    }

    static std::string escaped(std::string_view text)
    {
        std::string out;
        for (const char c : text) {
            if (c == '\n') {
                out += "\\n";
            } else if (c == ';' || c == ',' || c == '\\') {
                out += '\\';
                out += c;
            } else if (c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)) {
                out += c;  // other control characters are no TEXT
            }
        }
        return out;
    }

    std::string take() noexcept { return std::move(out_); }

private:
    // 75 octets a line without its end; a continued line starts with a space, which counts.
    void fold(std::string_view rest)
    {
        for (std::size_t room = 75; rest.size() > room; room = 74) {
            std::size_t cut = room;
            while (cut > room - 4 && (static_cast<unsigned char>(rest[cut]) & 0xC0u) == 0x80u) --cut;
            out_ += rest.substr(0, cut);
            out_ += "\r\n ";
            rest.remove_prefix(cut);
        }
        out_ += rest;
        out_ += "\r\n";
    }

    Language language_;
    std::string out_;
};

// "20260924"
inline std::string ics_date(Day day)
{
    std::string out = to_text(day);
    out.erase(std::remove(out.begin(), out.end(), '-'), out.end());
    return out;
}

// "20260924T080000", at UTC+07:00
inline std::string ics_local(Instant t)
{
    const std::string text = to_text(t);  // 2026-09-24T08:00:00+07:00
    return ics_date(civil_day(t)) + "T" + text.substr(11, 2) + text.substr(14, 2) + text.substr(17, 2);
}

inline std::string ics_utc(Instant t) { return ics_local(Instant{t.seconds - vietnam_offset_seconds}) + "Z"; }

inline void put_zone(IcsWriter& out)
{
    out.line("BEGIN", "VTIMEZONE");
    out.line("TZID", "Asia/Ho_Chi_Minh");
    out.line("BEGIN", "STANDARD");
    out.line("DTSTART", "19700101T000000");
    out.line("TZOFFSETFROM", "+0700");
    out.line("TZOFFSETTO", "+0700");
    out.line("TZNAME", "+07");
    out.line("END", "STANDARD");
    out.line("END", "VTIMEZONE");
}

// "-P2DT3H15M"; what is 0 is left out.
inline std::string ics_duration_before(std::int64_t minutes)
{
    std::string out = minutes > 0 ? "-P" : "P";
    const std::int64_t size = minutes < 0 ? -minutes : minutes;
    if (size >= 1440) out += whole_text(size / 1440) + "D";
    if (size % 1440 != 0 || size == 0) out += "T";
    if (size % 1440 >= 60) out += whole_text(size % 1440 / 60) + "H";
    if (size % 60 != 0 || size == 0) out += whole_text(size % 60) + "M";
    return out;
}

inline void put_reminder(IcsWriter& out, const IcsReminder& reminder, const Words& summary)
{
    out.line("BEGIN", "VALARM");
    out.line("ACTION", "DISPLAY");
    if (reminder.at)
        out.line("TRIGGER;VALUE=DATE-TIME", ics_utc(*reminder.at));
    else
        out.line("TRIGGER", ics_duration_before(reminder.minutes_before));
    out.words("DESCRIPTION", reminder.text.empty() ? summary : reminder.text);
    out.line("END", "VALARM");
}

inline void put_event(IcsWriter& out, const IcsEvent& event, Instant stamp)
{
    out.line("BEGIN", "VEVENT");
    out.text("UID", event.uid);
    out.line("DTSTAMP", ics_utc(stamp));
    out.line("SEQUENCE", "0");
    if (event.all_day) {
        out.line("DTSTART;VALUE=DATE", ics_date(event.first_day));
        out.line("DTEND;VALUE=DATE", ics_date(event.last_day + 1));  // the first day that is no longer in it
    } else {
        out.line("DTSTART;TZID=Asia/Ho_Chi_Minh", ics_local(event.starts));
        if (event.starts < event.ends) out.line("DTEND;TZID=Asia/Ho_Chi_Minh", ics_local(event.ends));
    }
    out.words("SUMMARY", event.summary);
    out.words("DESCRIPTION", event.description);
    std::string categories;
    for (const Words& category : event.categories)
        categories += (categories.empty() ? "" : ",") + IcsWriter::escaped(out.said(category));
    if (!categories.empty()) out.line("CATEGORIES", categories);
    out.line("TRANSP", event.busy ? "OPAQUE" : "TRANSPARENT");
    out.line("STATUS", event.provisional ? "TENTATIVE" : "CONFIRMED");
    for (const IcsReminder& reminder : event.reminders) put_reminder(out, reminder, event.summary);
    out.line("END", "VEVENT");
}

}  // namespace detail

SANGKIEN_INLINE std::string write_ics(const Words& title, const std::vector<IcsEvent>& events, Instant stamp,
                                      Language language)
{
    detail::IcsWriter out(language);
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID",
             std::string("-//sangkien//sangkien ") + version() + "//" + (language == Language::vi ? "VI" : "EN"));
    out.line("CALSCALE", "GREGORIAN");
    out.words("NAME", title);  // RFC 7986; the next line says the same to older programs
    if (!out.said(title).empty()) out.text("X-WR-CALNAME", out.said(title));
    out.line("X-WR-TIMEZONE", "Asia/Ho_Chi_Minh");
    if (std::any_of(events.begin(), events.end(), [](const IcsEvent& event) { return !event.all_day; }))
        detail::put_zone(out);
    for (const IcsEvent& event : events) detail::put_event(out, event, stamp);
    out.line("END", "VCALENDAR");
    return out.take();
}

}  // namespace sangkien
