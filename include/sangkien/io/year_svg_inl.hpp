// The year page as a drawing. Units are tenths of a millimetre on A4; a longer list makes a longer page.
#pragma once

#include <set>

#include "year_sheet_inl.hpp"
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

// Text between tags and in attributes. Control characters have no place in XML 1.0.
inline std::string xml_escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20) out += c;
        }
    }
    return out;
}

// "16/2", "16 Feb"; with its year where that is another.
inline std::string short_day(Day day, int year, Language language)
{
    std::string out = shown(day, language);
    if (civil(day).year == year) out.erase(out.find_last_of("/ "));
    return out;
}

class YearDrawing {
public:
    YearDrawing(const Calendar& calendar, int year, Language language) : sheet_(calendar, year), language_(language) {}

    std::string run()
    {
        head();
        for (int month = 1; month <= 12; month += across) months(month);
        legend();
        list();
        const int height = std::max(top_ + 110, 2970);
        foot(height - 70);
        return opening(height) + body_ + "</svg>\n";
    }

private:
    static constexpr int left = 120, right = 1980;
    static constexpr int across = 3, cell_width = 82, cell_height = 58, month_gap = 69;
    static constexpr int line_height = 32;

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
            default: return "worked";
        }
    }

    // "day holiday-text": a size, and the ink that shows on that ground.
    static std::string inked(const char* size, const std::string& ground)
    {
        return ground.empty() ? size : std::string(size) + " " + ground + "-text";
    }

    void put(const std::string& text) { body_ += text + "\n"; }
    static std::string at(const char* name, int value)
    {
        return std::string(" ") + name + "=\"" + whole_text(value) + "\"";
    }

    static std::string text(int x, int y, const char* style, std::string_view content)
    {
        return "<text" + at("x", x) + at("y", y) + " class=\"" + style + "\">" + xml_escaped(content) + "</text>";
    }
    static std::string box(int x, int y, int width, int height, const char* style, int round = 8)
    {
        return "<rect" + at("x", x) + at("y", y) + at("width", width) + at("height", height) + at("rx", round) +
               " class=\"" + style + "\"/>";
    }

    std::string opening(int height) const
    {
        const std::string lang = language_ == Language::vi ? "vi" : "en";
        std::string out =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"";
        out += " width=\"210mm\" height=\"" + whole_text(height / 10) + "mm\" viewBox=\"0 0 2100 " +
               whole_text(height) + "\"";
        out += " xml:lang=\"" + lang + "\" role=\"img\" aria-labelledby=\"title desc\">\n";
        out += "<title id=\"title\">" + xml_escaped(say(year_title(sheet_.year)) + provisional_mark()) + "</title>\n";
        out += "<desc id=\"desc\">" + xml_escaped(description()) + "</desc>\n";
        out += year_style;
        out += "<rect width=\"2100\"" + at("height", height) + " class=\"paper\"/>\n";
        return out;
    }

    std::string provisional_mark() const { return sheet_.provisional ? " (" + say(labels::provisional) + ")" : ""; }

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
        put(text(left, 185, "title", say(year_title(sheet_.year))));
        put(text(left, 240, "subtitle", say(labels::subtitle)));
        put(text(right, 180, "count", whole_text(sheet_.working) + " " + say(labels::working_days)));
        put(text(right, 235, "count-off", whole_text(sheet_.off) + " " + say(labels::days_off)));
        put(box(left, 268, right - left, 7, "bar", 0));
        put(box(left, 280, right - left, 2, "thread", 0));
        top_ = 320;
        if (!sheet_.provisional) return;
        const auto lines = wrapped(say(labels::provisional_head) + ": " + say(sheet_.why), 100);
        const int height = static_cast<int>(lines.size()) * 40 + 36;
        put(box(left, top_, right - left, height, "banner"));
        for (std::size_t i = 0; i < lines.size(); ++i)
            put(text(left + 30, top_ + 48 + static_cast<int>(i) * 40, "warning", lines[i]));
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
        top_ += 88 + static_cast<int>(weeks) * cell_height + 34;
    }

    void put_month(const MonthSheet& month, int x)
    {
        const int width = 7 * cell_width;
        put("<g>");
        put(text(x + 6, top_ + 34, "month", say(month_name(month.month))));
        put(text(x + width - 6, top_ + 34, "month-count", whole_text(month.working) + " " + say(labels::working_days)));
        put(box(x, top_ + 46, width, 2, "line", 0));
        for (int i = 0; i < 7; ++i)
            put(text(x + i * cell_width + cell_width / 2, top_ + 76, "weekday", say(weekday_head(i))));
        int y = top_ + 88;
        for (const WeekSheet& week : month.weeks) {
            for (std::size_t i = 0; i < week.size(); ++i)
                if (week[i].number != 0) put_day(week[i], x + static_cast<int>(i) * cell_width, y);
            y += cell_height;
        }
        put("</g>");
    }

    void put_day(const DaySheet& day, int x, int y)
    {
        const int middle = x + cell_width / 2 - (day.sign == ' ' ? 0 : 6);
        const std::string number = whole_text(day.number);
        const std::string lunar = lunar_label(day.day);
        const int base = lunar.empty() ? y + 40 : y + 31;
        std::string style = day.sign == ' ' ? day.kind == DayKind::weekend ? "rest" : "" : style_of(day.sign);
        if (day.sign != ' ') put("<g><title>" + xml_escaped(hint(day.day)) + "</title>");
        if (!style.empty()) put(box(x + 3, y + 3, cell_width - 6, cell_height - 6, style.c_str()));
        put(text(middle, base, inked("day", style).c_str(), number));
        if (!lunar.empty()) put(text(middle, y + 49, inked("lunar", style).c_str(), lunar));
        if (day.sign == ' ') return;
        put(text(x + cell_width - 15, y + 27, inked("sign", style).c_str(), std::string(1, day.sign)) + "</g>");
    }

    // What a pointer over the day is told.
    std::string hint(Day day) const
    {
        for (const SpecialDay& special : sheet_.specials)
            if (special.day == day)
                return say(dated(day)) + ": " + say(special.name) + provisional_mark() + ", " +
                       say(label_of(special.kind)) + " [" + sheet_.paper_of(special) + "]";
        return {};
    }

    void legend()
    {
        int x = left;
        for (const Sign& entry : sheet_.signs()) {
            const int width = 96 + static_cast<int>(columns(say(entry.meaning))) * 14 + 30;
            if (x + width > right && x > left) next_line(x, 62);
            put_swatch(x, top_, entry.sign);
            put(text(x + 96, top_ + 34, "key", say(entry.meaning)));
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
        put(box(x + 3, y, 76, 48, style_of(sign)));
        put(text(x + 41, y + 33, inked("sign", style_of(sign)).c_str(), std::string(1, sign)));
    }

    void list()
    {
        static constexpr int x[] = {215, 610, 1235, 1520};
        const Label heads[] = {labels::column_day, labels::column_name, labels::column_pair, labels::column_paper};
        for (std::size_t i = 0; i < 4; ++i) put(text(x[i], top_ + 24, "heading", say(heads[i])));
        top_ += 40;
        for (const Stretch& stretch : stretches(sheet_.specials)) {
            const std::vector<std::string> cells[] = {wrapped(days_of(stretch), 29),
                                                      wrapped(say(stretch.name) + provisional_mark(), 41),
                                                      wrapped(pairs_of(stretch), 20), wrapped(papers_of(stretch), 34)};
            put(box(left, top_, right - left, 2, "line", 0));
            std::size_t lines = 1;
            for (std::size_t i = 0; i < 4; ++i) {
                lines = std::max(lines, cells[i].size());
                for (std::size_t n = 0; n < cells[i].size(); ++n)
                    put(text(x[i], top_ + 34 + static_cast<int>(n) * line_height, i == 1 ? "name" : "row",
                             cells[i][n]));
            }
            const char mark = sheet_.sign_of(stretch.days.front());
            put(box(left + 3, top_ + 9, 64, 32, style_of(mark), 6));
            put(text(left + 35, top_ + 34, inked("sign", style_of(mark)).c_str(), std::string(1, mark)));
            top_ += static_cast<int>(lines) * line_height + 14;
        }
        put(box(left, top_, right - left, 2, "line", 0));
    }

    std::string day_text(Day day) const
    {
        return say(shown(weekday(day))) + " " + short_day(day, sheet_.year, language_);
    }
    std::string days_of(const Stretch& stretch) const
    {
        return day_text(stretch.first()) + (stretch.days.size() > 1 ? " – " + day_text(stretch.last()) : "");
    }
    std::string pairs_of(const Stretch& stretch) const
    {
        std::string out;
        for (const SpecialDay& special : stretch.days) {
            if (!special.pair) continue;
            out += (out.empty() ? "" : ", ") + day_text(*special.pair);
        }
        const bool lieu = stretch.kind() == DayKind::compensatory;
        return out.empty() ? out : say(lieu ? labels::for_day : labels::with_day) + " " + out;
    }
    std::string papers_of(const Stretch& stretch) const
    {
        std::vector<std::string> known;
        for (const SpecialDay& special : stretch.days) {
            const std::string one = sheet_.paper_of(special);
            if (std::find(known.begin(), known.end(), one) == known.end()) known.push_back(one);
        }
        std::string out;
        for (const std::string& one : known) out += (out.empty() ? "" : "; ") + one;
        return out;
    }

    void foot(int y)
    {
        std::set<std::string> books{sheet_.week.rulebook};
        for (const SpecialDay& special : sheet_.specials) books.insert(special.citation.rulebook);
        std::string source;
        for (const std::string& book : books)
            if (!book.empty()) source += (source.empty() ? say(labels::source) + ": " : ", ") + book;
        std::string line = say(sheet_.rest_line());
        for (const Words& note : sheet_.footnotes()) line += "   " + say(note);
        put(text(left, y, "foot", line));
        put(text(right, y, "foot-end", source));
    }

    YearSheet sheet_;
    Language language_;
    std::string body_;
    int top_ = 0;  // where the next part starts
};

}  // namespace sangkien::detail
