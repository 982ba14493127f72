#pragma once

#include <algorithm>

#include "duties_text.hpp"
#include "text_page_inl.hpp"

namespace sangkien {

namespace detail {

namespace labels {

constexpr Label duties_title{"NHIỆM VỤ", "DUTIES"};
constexpr Label no_duties{"Không có nhiệm vụ nào.", "There are no duties."};
constexpr Label duty_open{"chưa làm", "open"};
constexpr Label duty_kept{"đã làm, đúng hạn", "done in time"};
constexpr Label duty_done{"đã làm", "done"};
constexpr Label duty_kept_late{"đã làm, trễ hạn", "done late"};
constexpr Label duty_overdue{"QUÁ HẠN", "OVERDUE"};
constexpr Label duty_undetermined{"CHƯA XÁC ĐỊNH được hạn", "the time is UNDETERMINED"};
constexpr Label duty_doubtful{"CHƯA XÁC ĐỊNH", "UNDETERMINED"};
constexpr Label days_over{"quá {} ngày làm việc", "{} working days over"};
constexpr Label days_left{"còn {} ngày làm việc", "{} working days left"};
constexpr Label day_over{"quá 1 ngày làm việc", "1 working day over"};
constexpr Label day_left{"còn 1 ngày làm việc", "1 working day left"};
constexpr Label duty_since{"từ", "since"};
constexpr Label escalated{"Đã đến lúc báo", "Goes now to"};
constexpr Label escalates{"Sẽ báo", "Will go to"};
constexpr Label escalates_unknown{"Sẽ báo, chưa biết lúc nào:", "Will go, when is not known, to"};
constexpr Label reminded{"Nhắc việc", "Reminder"};

}  // namespace labels

class DutiesText : private TextPage {
public:
    DutiesText(Instant as_of, Language language) : TextPage(language), as_of_(as_of) {}

    std::string run(const std::vector<OpenDuty>& duties)
    {
        line(0, say(labels::duties_title));
        line(0, say(labels::as_of) + ": " + show(as_of_));
        if (duties.empty()) line(0, say(labels::no_duties));
        std::vector<std::string> told;
        for (const OpenDuty& duty : duties) {
            if (std::find(told.begin(), told.end(), duty.who.id) != told.end()) continue;
            told.push_back(duty.who.id);
            out_ += '\n';
            line(0, say(duty.who));
            for (const OpenDuty& same : duties)
                if (same.who.id == duty.who.id) put(same);
        }
        return take();
    }

private:
    void put(const OpenDuty& duty)
    {
        std::string head = "- " + (duty.initiative.empty() ? "" : duty.initiative + ": ") + say(duty.name);
        if (duty.since) head += " (" + say(labels::duty_since) + " " + since(duty) + ")";
        line(1, head + ": " + say(verdict(duty)) + (duty.done ? " " + show(*duty.done) : "") + days_of(duty) +
                    (duty.due ? "; " + limit(*duty.due) : "") + " " + cite(duty.citation));
        for (const Finding& finding : duty.findings)
            if (finding.verdict != Truth::pass) line(3, message(finding, language_) + cite(finding));
        if (duty.done) return;
        for (const DutyReminder& reminder : duty.reminders)
            if (reminder.on && !reminder.reached) line(3, say(labels::reminded) + ": " + show(*reminder.on) + ".");
        for (const DutyEscalation& escalation : duty.escalations) put(escalation);
    }

    void put(const DutyEscalation& escalation)
    {
        const Label label = escalation.reached ? labels::escalated
                            : escalation.at    ? labels::escalates
                                               : labels::escalates_unknown;
        std::string text = say(label) + " " + say(escalation.to);
        if (escalation.at) text += ", " + show(*escalation.at);
        if (const std::string& what = escalation.what.in(language_); !what.empty()) text += ": " + what;
        line(3, text + " " + cite(escalation.citation));
    }

    // A clock begins with a day, an event has its moment.
    std::string since(const OpenDuty& duty) const
    {
        return duty.source == DutySource::clock ? show(civil_day(*duty.since)) : show(*duty.since);
    }

    static Label verdict(const OpenDuty& duty)
    {
        switch (duty.verdict) {
            case DutyVerdict::open: return labels::duty_open;
            case DutyVerdict::kept: return duty.due ? labels::duty_kept : labels::duty_done;
            case DutyVerdict::kept_late: return labels::duty_kept_late;
            case DutyVerdict::overdue: return labels::duty_overdue;
            case DutyVerdict::undetermined: break;
        }
        // A time that nobody has checked, or a duty that no paper says stands.
        const bool silent = std::any_of(duty.findings.begin(), duty.findings.end(),
                                        [](const Finding& finding) { return finding.id == FindingId::rule_silent; });
        return duty.due || silent ? labels::duty_doubtful : labels::duty_undetermined;
    }

    std::string days_of(const OpenDuty& duty) const
    {
        if (!duty.days_over && !duty.days_left) return "";
        const bool over = duty.days_over.has_value();
        const std::int64_t days = over ? *duty.days_over : *duty.days_left;
        if (days == 1) return ", " + say(over ? labels::day_over : labels::day_left);
        std::string text = say(over ? labels::days_over : labels::days_left);
        return ", " + text.replace(text.find("{}"), 2, number(days));
    }

    Instant as_of_;
};

// A field is quoted where it has to be.
inline void add_field(std::string& row, std::string_view text)
{
    if (!row.empty() && row.back() != '\n') row += ',';
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        row += text;
        return;
    }
    row += '"';
    for (const char c : text) row.append(c == '"' ? 2 : 1, c);
    row += '"';
}

inline std::string duty_row(const OpenDuty& duty)
{
    const auto instant = [](const std::optional<Instant>& at) { return at ? to_text(*at) : std::string(); };
    const auto count = [](const std::optional<std::int64_t>& days) { return days ? whole_text(*days) : std::string(); };
    std::string escalated;
    for (const DutyEscalation& escalation : duty.escalations)
        if (escalation.reached && !duty.done) escalated += (escalated.empty() ? "" : " ") + escalation.to.id;
    std::string row;
    for (const std::string& field : {duty.who.id, duty.name.id, duty.initiative, duty.event, instant(duty.since),
                                     instant(duty.due), instant(duty.done), std::string(word(duty.verdict)),
                                     count(duty.days_over), count(duty.days_left), escalated, duty.citation.clause})
        add_field(row, field);
    return row + "\r\n";
}

}  // namespace detail

SANGKIEN_INLINE std::string duties_text(const std::vector<OpenDuty>& duties, Instant as_of, Language language)
{
    return detail::DutiesText(as_of, language).run(duties);
}

SANGKIEN_INLINE std::string duties_csv(const std::vector<OpenDuty>& duties)
{
    std::string out = "who,duty,initiative,event,since,due,done,verdict,days_over,days_left,escalated_to,clause\r\n";
    for (const OpenDuty& duty : duties) out += detail::duty_row(duty);
    return out;
}

}  // namespace sangkien
