// The year page as a drawing. Units are tenths of a millimetre on A4; a longer list makes a longer page.
#pragma once

#include <set>

#include "svg_parts_inl.hpp"
#include "year_list_inl.hpp"
#include "year_style_inl.hpp"

namespace sangkien::detail {

namespace labels {

constexpr Label subtitle{"Ngày nghỉ lễ, nghỉ bù, nghỉ hoán đổi và ngày làm bù",
                         "Public holidays, days in lieu, swapped days and worked Saturdays"};
constexpr Label what_it_shows{"Mười hai tháng, mỗi tuần một hàng từ thứ Hai; dưới cùng là danh sách các ngày đặc biệt.",
                              "Twelve months in week rows from Monday; the list of special days is at the foot."};
constexpr Label column_day{"Ngày", "Date"};
constexpr Label column_name{"Nội dung", "What"};
constexpr Label column_pair{"Hoán đổi, bù", "Swapped, in lieu"};
constexpr Label column_paper{"Căn cứ", "Under"};
constexpr Label source{"Nguồn", "Source"};

}  // namespace labels

class YearDrawing {
public:
    YearDrawing(const Calendar& calendar, int year, Language language) : sheet_(calendar, year), language_(language) {}

    std::string run()
    {
        compose();
        fit(page_height - foot_height - top_);
        compose();
        const int height = std::max(top_ + foot_height, page_height);
        foot(height - 55);
        return opening(height) + body_ + "</svg>\n";
    }

private:
    static constexpr int left = 120, right = 1980;
    static constexpr int across = 3, cell_width = 82, month_gap = 69;
    static constexpr int line_height = 32;
    static constexpr int page_height = 2970, foot_height = 150;

    void compose()
    {
        body_.clear();
        head();
        for (int month = 1; month <= 12; month += across) months(month);
        legend();
        list();
    }

    // Room that is left goes between the months; room that is short comes from the weeks, as far as they can be read.
    void fit(int slack)
    {
        constexpr int most_weeks = 4 * 6;
        if (slack >= 0)
            month_gap_ += std::min(slack / 5, 40);
        else
            cell_height_ = std::max(cell_height_ - (-slack + most_weeks - 1) / most_weeks, 52);
    }

    std::string say(Label label) const { return label.in(language_); }
    std::string say(const Words& words) const { return words.in(language_); }

    // What the head, the legend and the cells share: a class of the style sheet.
    static const char* style_of(char sign) noexcept
    {
        switch (sign) {
            case '*': return "holiday";
            case '+': return "lieu";
            case '~': return "swap";
            case '?': return "maybe";
            case '^': return "local";
            default: return "worked";
        }
    }

    void put(const std::string& text) { body_ += text + "\n"; }
    std::string opening(int height) const
    {
        const std::string lang = language_ == Language::vi ? "vi" : "en";
        std::string out =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"";
        out += " width=\"210mm\" height=\"" + whole_text(height / 10) + "mm\" viewBox=\"0 0 2100 " +
               whole_text(height) + "\"";
        out += " xml:lang=\"" + lang + "\" role=\"img\" aria-labelledby=\"title desc\">\n";
        out += "<title id=\"title\">" + svg::escaped(say(year_title(sheet_.year)) + provisional_mark()) + "</title>\n";
        out += "<desc id=\"desc\">" + svg::escaped(description()) + "</desc>\n";
        out += year_style;
        out += "<rect width=\"2100\"" + svg::attribute("height", height) + " class=\"paper\"/>\n";
        return out;
    }

    std::string provisional_mark() const
    {
        return sheet_.provisional ? " (" + say(shown(YearStatus::provisional)) + ")" : "";
    }

    std::string description() const
    {
        std::string out = say(labels::what_it_shows) + " " + counts() + ".";
        if (sheet_.provisional) out += " " + say(labels::provisional_head) + ": " + say(sheet_.why);
        return out;
    }

    std::string counts() const
    {
        return whole_text(sheet_.working) + " " + say(labels::working_days) + ", " + whole_text(sheet_.off) + " " +
               say(labels::days_off);
    }

    void head()
    {
        put(svg::text(left, 170, "title", say(year_title(sheet_.year))));
        std::string about;
        for (const Words& part : sheet_.heads) about += say(part) + ". ";
        put(svg::text(left, 225, "subtitle", about + say(labels::subtitle)));
        put(svg::text(right, 165, "count", whole_text(sheet_.working) + " " + say(labels::working_days)));
        put(svg::text(right, 220, "count-off", whole_text(sheet_.off) + " " + say(labels::days_off)));
        put(svg::box(left, 250, right - left, 7, "bar", 0));
        put(svg::box(left, 262, right - left, 2, "thread", 0));
        top_ = 294;
        if (!sheet_.provisional) return;
        const auto lines = wrapped(say(labels::provisional_head) + ": " + say(sheet_.why), 100);
        const int height = static_cast<int>(lines.size()) * 40 + 36;
        put(svg::box(left, top_, right - left, height, "banner"));
        for (std::size_t i = 0; i < lines.size(); ++i)
            put(svg::text(left + 30, top_ + 48 + static_cast<int>(i) * 40, "warning", lines[i]));
        top_ += height + 36;
    }

    void months(int first)
    {
        std::size_t weeks = 0;
        for (int i = 0; i < across; ++i) {
            const MonthSheet& month = sheet_.months[static_cast<std::size_t>(first + i - 1)];
            put_month(month, left + i * (7 * cell_width + month_gap));
            weeks = std::max(weeks, month.weeks.size());
        }
        top_ += 88 + static_cast<int>(weeks) * cell_height_ + month_gap_;
    }

    void put_month(const MonthSheet& month, int x)
    {
        const int width = 7 * cell_width;
        put("<g>");
        put(svg::text(x + 6, top_ + 34, "month", say(month_name(month.month))));
        put(svg::text(x + width - 6, top_ + 34, "month-count",
                      whole_text(month.working) + " " + say(labels::working_days)));
        put(svg::box(x, top_ + 46, width, 2, "line", 0));
        for (int i = 0; i < 7; ++i)
            put(svg::text(x + i * cell_width + cell_width / 2, top_ + 76, "weekday", say(weekday_head(i))));
        int y = top_ + 88;
        for (const WeekSheet& week : month.weeks) {
            for (std::size_t i = 0; i < week.size(); ++i)
                if (week[i].number != 0) put_day(week[i], x + static_cast<int>(i) * cell_width, y);
            y += cell_height_;
        }
        put("</g>");
    }

    void put_day(const DaySheet& day, int x, int y)
    {
        const int middle = x + cell_width / 2 - (day.sign == ' ' ? 0 : 6);
        const std::string number = whole_text(day.number);
        const std::string lunar = lunar_label(day.day);
        const int base = y + (lunar.empty() ? cell_height_ - 18 : 27);
        std::string style = day.sign == ' ' ? day.kind == DayKind::weekend ? "rest" : "" : style_of(day.sign);
        if (day.sign != ' ') put("<g><title>" + svg::escaped(hint(day.day)) + "</title>");
        if (!style.empty()) put(svg::box(x + 3, y + 3, cell_width - 6, cell_height_ - 6, style));
        put(svg::text(middle, base, svg::inked("day", style), number));
        if (!lunar.empty()) put(svg::text(middle, y + cell_height_ - 9, svg::inked("lunar", style), lunar));
        if (day.sign == ' ') return;
        put(svg::text(x + cell_width - 15, y + 27, svg::inked("sign", style), std::string(1, day.sign)) + "</g>");
    }

    // What a pointer over the day is told.
    std::string hint(Day day) const
    {
        for (const SpecialDay& special : sheet_.specials)
            if (special.day == day)
                return say(dated(day)) + ": " + say(special.name) + provisional_mark() + ", " +
                       say(shown(special.kind)) + " [" + YearSheet::paper_of(special) + "]";
        return {};
    }

    void legend()
    {
        int x = left;
        for (const Sign& entry : sheet_.signs()) {
            const int width = 96 + static_cast<int>(columns(say(entry.meaning))) * 14 + 30;
            if (x + width > right && x > left) next_line(x, 62);
            put_swatch(x, top_, entry.sign);
            put(svg::text(x + 96, top_ + 34, "key", say(entry.meaning)));
            x += width;
        }
        top_ += 84;
    }

    void next_line(int& x, int height)
    {
        x = left;
        top_ += height;
    }

    void put_swatch(int x, int y, char sign)
    {
        put(svg::box(x + 3, y, 76, 48, style_of(sign)));
        put(svg::text(x + 41, y + 33, svg::inked("sign", style_of(sign)), std::string(1, sign)));
    }

    void list()
    {
        static constexpr int x[] = {215, 575, 1285, 1525};
        const Label heads[] = {labels::column_day, labels::column_name, labels::column_pair, labels::column_paper};
        for (std::size_t i = 0; i < 4; ++i) put(svg::text(x[i], top_ + 24, "heading", say(heads[i])));
        top_ += 40;
        for (const Stretch& stretch : stretches(sheet_.specials)) {
            const StretchLine words(stretch, sheet_.year, language_);
            const std::vector<std::string> cells[] = {wrapped(words.days(), 29),
                                                      wrapped(say(stretch.name) + provisional_mark(), 48),
                                                      wrapped(words.pairs(), 18), wrapped(words.papers(), 34)};
            put(svg::box(left, top_, right - left, 2, "line", 0));
            std::size_t lines = 1;
            for (std::size_t i = 0; i < 4; ++i) {
                lines = std::max(lines, cells[i].size());
                for (std::size_t n = 0; n < cells[i].size(); ++n)
                    put(svg::text(x[i], top_ + 34 + static_cast<int>(n) * line_height, i == 1 ? "name" : "row",
                                  cells[i][n]));
            }
            const char mark = sheet_.sign_of(stretch.days.front());
            put(svg::box(left + 3, top_ + 9, 64, 32, style_of(mark), 6));
            put(svg::text(left + 35, top_ + 34, svg::inked("sign", style_of(mark)), std::string(1, mark)));
            top_ += static_cast<int>(lines) * line_height + 14;
        }
        put(svg::box(left, top_, right - left, 2, "line", 0));
    }

    void foot(int y)
    {
        std::set<std::string> books{sheet_.week_rulebook};
        for (const SpecialDay& special : sheet_.specials) books.insert(special.citation.rulebook);
        std::string source;
        for (const std::string& book : books)
            if (!book.empty()) source += (source.empty() ? say(labels::source) + ": " : ", ") + book;
        int at = y;
        for (const std::vector<Words>& line : {sheet_.footnotes(), lunar_key(sheet_.year), sheet_.weekly}) {
            if (line.empty()) continue;
            put(svg::text(left, at, "foot", listed(line)));
            at -= 32;
        }
        put(svg::text(right, y, "foot-end", source));
    }

    std::string listed(const std::vector<Words>& parts) const
    {
        std::string out;
        for (const Words& part : parts) out += (out.empty() ? "" : ". ") + say(part);
        return out;
    }

    YearSheet sheet_;
    Language language_;
    std::string body_;
    int cell_height_ = 58;
    int month_gap_ = 26;
    int top_ = 0;  // where the next part starts
};

}  // namespace sangkien::detail
