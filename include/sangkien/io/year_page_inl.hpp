#pragma once

#include <array>

#include "../core/digits.hpp"
#include "calendar_parts_inl.hpp"
#include "year_page.hpp"
#include "year_svg_inl.hpp"

namespace sangkien {

namespace detail {

// The page as text: three months beside each other, a month is seven days of four columns: "22! ".
class YearText {
public:
    YearText(const Calendar& calendar, int year, Language language) : sheet_(calendar, year), language_(language) {}

    std::string run()
    {
        head();
        for (int month = 1; month <= 12; month += across) months(month);
        legend();
        list();
        return std::move(out_);
    }

private:
    static constexpr int across = 3;
    static constexpr std::size_t month_width = 28;
    static constexpr std::size_t gap = 2;

    std::string say(Label label) const { return label.in(language_); }
    std::string say(const Words& words) const { return words.in(language_); }

    void line(std::string text = {})
    {
        text.erase(text.find_last_not_of(' ') + 1);
        out_ += text + "\n";
    }

    void head()
    {
        const std::string title = say(year_title(sheet_.year));
        line(title);
        line(std::string(columns(title), '='));
        std::string about;
        for (const Words& part : sheet_.heads) about += (about.empty() ? "" : ". ") + say(part);
        if (!about.empty()) line(about);
        if (sheet_.provisional) {
            const std::string reason = say(labels::provisional_head) + ": " + say(sheet_.why);
            for (const std::string& part : wrapped(reason, page_width)) line(part);
        }
        line((sheet_.provisional ? "" : say(labels::decided_head) + ": ") + whole_text(sheet_.working) + " " +
             say(labels::working_days) + ", " + whole_text(sheet_.off) + " " + say(labels::days_off));
        line();
    }

    // The lines of a month: name, working days, weekdays, weeks.
    std::vector<std::string> month_lines(const MonthSheet& month) const
    {
        std::vector<std::string> out;
        out.push_back(say(month_name(month.month)));
        out.push_back(whole_text(month.working) + " " + say(labels::working_days));
        out.emplace_back();
        for (int day = 0; day < 7; ++day) out.back() += say(weekday_head(day)) + "  ";
        for (const WeekSheet& week : month.weeks) {
            out.emplace_back();
            for (const DaySheet& day : week) {
                if (day.number == 0) {
                    out.back() += "    ";
                    continue;
                }
                out.back() += flush_right(whole_text(day.number), 2) + day.sign + " ";
            }
        }
        return out;
    }

    void months(int first)
    {
        std::array<std::vector<std::string>, across> blocks;
        std::size_t height = 0;
        for (int i = 0; i < across; ++i) {
            auto& block = blocks[static_cast<std::size_t>(i)];
            block = month_lines(sheet_.months[static_cast<std::size_t>(first + i - 1)]);
            height = std::max(height, block.size());
        }
        for (std::size_t row = 0; row < height; ++row) {
            std::string text;
            for (const auto& block : blocks)
                text += filled(row < block.size() ? block[row] : "", month_width) + std::string(gap, ' ');
            line(text);
        }
        line();
    }

    void legend()
    {
        for (const Sign& entry : sheet_.signs()) line("  " + std::string(1, entry.sign) + "  " + say(entry.meaning));
        for (const Words& weekly : sheet_.weekly) line("     " + say(weekly));
        line();
    }

    // A line for each special day. The widths follow what is in the columns.
    void list()
    {
        std::vector<std::vector<std::string>> rows;
        for (const SpecialDay& special : sheet_.specials) rows.push_back(row(special));
        std::vector<std::size_t> widths;
        for (const auto& cells : rows) {
            widths.resize(cells.size());
            for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], columns(cells[i]));
        }
        for (const auto& cells : rows) {
            std::string text;
            for (std::size_t i = 0; i < cells.size(); ++i)
                text += (i == 0 ? flush_right(cells[i], widths[i]) : filled(cells[i], widths[i])) + "  ";
            line(text);
        }
        if (rows.empty()) line(say(labels::no_special_days));
        const std::vector<Words> notes = sheet_.footnotes();
        if (!notes.empty()) line();
        for (const Words& note : notes) line(say(note));
    }

    std::vector<std::string> row(const SpecialDay& special) const
    {
        std::string pair;
        if (special.pair)
            pair = say(special.kind == DayKind::compensatory ? labels::for_day : labels::with_day) + " " +
                   shown(*special.pair, language_);
        std::vector<std::string> out{shown(special.day, language_), say(shown(weekday(special.day))),
                                     std::string(1, sheet_.sign_of(special))};
        if (sheet_.provisional) out.push_back(say(shown(YearStatus::provisional)));
        const std::string clause = special.citation.clause;
        out.insert(out.end(),
                   {say(shown(special.kind)), say(special.name), pair, YearSheet::paper_of(special),
                    special.issued ? shown(*special.issued, language_) : std::string(),
                    clause.empty() || clause == special.document ? clause.substr(0, 0) : "[" + clause + "]"});
        return out;
    }

    static constexpr std::size_t page_width = across * month_width + (across - 1) * gap;

    YearSheet sheet_;
    Language language_;
    std::string out_;
};

}  // namespace detail

SANGKIEN_INLINE std::string year_page(const Calendar& calendar, int year, Language language)
{
    return detail::YearText(calendar, year, language).run();
}

SANGKIEN_INLINE std::string year_svg(const Calendar& calendar, int year, Language language)
{
    return detail::YearDrawing(calendar, year, language).run();
}

}  // namespace sangkien
