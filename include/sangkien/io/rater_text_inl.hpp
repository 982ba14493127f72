#pragma once

#include "rater_text.hpp"

#include <array>
#include <charconv>

#include "report_units_inl.hpp"
#include "text_page_inl.hpp"

namespace sangkien {

namespace detail {

namespace labels {

constexpr Label raters_page{"THỐNG KÊ NGƯỜI CHẤM (chỉ để thông tin)", "RATER STATISTICS (information only)"};
constexpr Label raters_totals{"tổng điểm của từng phiếu", "totals of the sheets"};
constexpr Label raters_of{"Theo", "Of"};
constexpr Label raters_table{"sáng kiến", "initiatives"};
constexpr Label raters_members{"thành viên", "members"};
constexpr Label raters_left_out{"dòng bị bỏ ra", "rows left out"};
constexpr Label raters_severity{"mức nghiêm", "severity"};
constexpr Label raters_spread{"độ phân tán", "spread"};
constexpr Label raters_sheets{"phiếu", "sheets"};
constexpr Label raters_outlying{"Phiếu cần xem lại", "Sheets to look at again"};
constexpr Label raters_gaps[] = {{"", ""},
                                 {"quá ít sáng kiến", "too few initiatives"},
                                 {"quá ít thành viên", "too few members"},
                                 {"không có gì khác nhau", "nothing differs"},
                                 {"thang tỷ lệ không có số âm", "a ratio scale has nothing below zero"},
                                 {"có giá trị không phải là số", "a value is no number"},
                                 {"các thành viên không chấm chung sáng kiến nào", "members share no initiative"}};
constexpr Label raters_calibrated{"Điểm hiệu chỉnh theo mức nghiêm (trong ngoặc: trung bình như đã chấm)",
                                  "Grades with severity taken out (in brackets: the mean as given)"};
constexpr Label raters_levels[] = {
    {"danh nghĩa", "nominal"}, {"thứ bậc", "ordinal"}, {"khoảng", "interval"}, {"tỷ lệ", "ratio"}};

}  // namespace labels

constexpr const char* gap_words[] = {"none",         "too-few-initiatives", "too-few-members",
                                     "no-variation", "negative-on-ratio",   "not-finite",
                                     "not-connected"};
constexpr const char* level_words[] = {"nominal", "ordinal", "interval", "ratio"};
constexpr const char* form_words[] = {"ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)"};

// Past the last digits that a compiler may reckon otherwise.
inline std::string figure_text(double value, int digits)
{
    if (value == 0) return "0";  // and no -0
    std::array<char, 48> out;
    const auto end = std::to_chars(out.data(), out.data() + out.size(), value, std::chars_format::general, digits);
    return {out.data(), end.ptr};
}

class RaterJson {
public:
    std::string run(const RaterReport& found)
    {
        out_.begin_object();
        out_.member("sangkien", version());
        out_.key("criterion");
        if (found.criterion.empty())
            out_.null();
        else
            out_.value(found.criterion);
        names("initiatives", found.initiatives);
        names("members", found.members);
        out_.key("kendall_w");
        out_.begin_object(true);
        parts(found.concordance.w);
        figure("chi_square", found.concordance.chi_square);
        count("degrees", found.concordance.degrees);
        out_.end_object();
        out_.key("krippendorff_alpha");
        out_.begin_object();
        for (std::size_t i = 0; i < found.alpha.size(); ++i) {
            out_.key(level_words[i]);
            out_.begin_object(true);
            parts(found.alpha[i]);
            out_.end_object();
        }
        out_.end_object();
        out_.key("intraclass");
        out_.begin_object();
        for (std::size_t i = 0; i < found.intraclass.size(); ++i) put(form_words[i], found.intraclass[i]);
        out_.end_object();
        habits(found);
        outlying(found);
        calibrated(found);
        out_.end_object();
        return out_.take();
    }

private:
    void names(const char* key, const std::vector<std::string>& all)
    {
        out_.key(key);
        out_.begin_list(true);
        for (const std::string& name : all) out_.value(name);
        out_.end_list();
    }
    void figure(const char* key, const std::optional<double>& value)
    {
        out_.key(key);
        if (value)
            out_.value(figure_text(*value, 12));
        else
            out_.null();
    }
    void count(const char* key, std::size_t value) { out_.member(key, static_cast<std::int64_t>(value)); }
    void gap(StatisticGap gap) { out_.member("gap", gap_words[static_cast<std::size_t>(gap)]); }
    void parts(const Statistic& statistic)
    {
        figure("value", statistic.value);
        gap(statistic.gap);
        count("rows_used", statistic.rows_used);
        count("rows_left_out", statistic.rows_left_out);
    }
    void put(const char* form, const Intraclass& one)
    {
        out_.key(form);
        out_.begin_object(true);
        parts(one.coefficient);
        figure("f", one.f);
        figure("p", one.p);
        count("degrees_between", one.degrees_between);
        count("degrees_within", one.degrees_within);
        out_.end_object();
    }
    void habits(const RaterReport& found)
    {
        out_.key("habits");
        out_.begin_list();
        for (std::size_t i = 0; i < found.habits.size(); ++i) {
            out_.begin_object(true);
            out_.member("member", found.members[i]);
            count("sheets", found.habits[i].sheets);
            count("shared", found.habits[i].shared);
            figure("severity", found.habits[i].severity);
            figure("spread", found.habits[i].spread);
            out_.end_object();
        }
        out_.end_list();
    }
    void outlying(const RaterReport& found)
    {
        out_.key("outlying");
        out_.begin_object();
        figure("threshold", found.threshold);
        gap(found.outlying.gap);
        out_.key("sheets");
        out_.begin_list();
        for (const OutlyingSheet& sheet : found.outlying.sheets) {
            out_.begin_object(true);
            out_.member("initiative", found.initiatives[sheet.row]);
            out_.member("member", found.members[sheet.column]);
            figure("given", found.table.at(sheet.row, sheet.column));
            figure("robust_z", sheet.robust_z);
            out_.end_object();
        }
        out_.end_list();
        out_.end_object();
    }

    void calibrated(const RaterReport& found)
    {
        const CalibratedGrades& all = found.calibrated;
        out_.key("calibrated");
        out_.begin_object();
        gap(all.gap);
        out_.key("grades");
        out_.begin_list();
        for (std::size_t i = 0; i < all.means.size(); ++i) {
            out_.begin_object(true);
            out_.member("initiative", found.initiatives[i]);
            figure("mean", all.means[i]);
            figure("grade", all.grades.empty() ? std::nullopt : all.grades[i]);
            out_.end_object();
        }
        out_.end_list();
        out_.key("leniencies");
        out_.begin_list();
        for (std::size_t i = 0; i < all.leniencies.size(); ++i) {
            out_.begin_object(true);
            out_.member("member", found.members[i]);
            figure("leniency", all.leniencies[i]);
            out_.end_object();
        }
        out_.end_list();
        out_.end_object();
    }

    JsonWriter out_;
};

class RaterPage : private TextPage {
public:
    explicit RaterPage(Language language) : TextPage(language) {}

    std::string run(const RaterReport& found)
    {
        line(0, say(labels::raters_page));
        line(0, say(labels::raters_of) + ": " +
                    (found.criterion.empty() ? say(labels::raters_totals) : found.criterion) + "; " +
                    number(found.initiatives.size()) + " " + say(labels::raters_table) + ", " +
                    number(found.members.size()) + " " + say(labels::raters_members));
        line(0, "Kendall W: " + said(found.concordance.w));
        for (std::size_t i = 0; i < found.alpha.size(); ++i)
            line(0, "Krippendorff alpha, " + say(labels::raters_levels[i]) + ": " + said(found.alpha[i]));
        for (std::size_t i = 0; i < found.intraclass.size(); ++i)
            line(0, std::string(form_words[i]) + ": " + said(found.intraclass[i].coefficient));
        out_ += '\n';
        for (std::size_t i = 0; i < found.habits.size(); ++i) habit(found.members[i], found.habits[i]);
        out_ += '\n';
        line(0, say(labels::raters_outlying) + (found.outlying.sheets.empty() ? ": " + say(none(found)) : ":"));
        for (const OutlyingSheet& sheet : found.outlying.sheets)
            line(0, "- " + found.initiatives[sheet.row] + ", " + found.members[sheet.column] + ": " +
                        shown(*found.table.at(sheet.row, sheet.column)) + " (z " + shown(sheet.robust_z) + ")");
        out_ += '\n';
        calibrated(found);
        return take();
    }

private:
    static std::string number(std::size_t count) { return std::to_string(count); }
    std::string shown(double value) const
    {
        std::string out = figure_text(value, 4);
        if (language_ == Language::vi) std::replace(out.begin(), out.end(), '.', ',');
        return out;
    }
    std::string said(const Statistic& statistic) const
    {
        std::string out = statistic.value ? shown(*statistic.value)
                                          : say(labels::raters_gaps[static_cast<std::size_t>(statistic.gap)]);
        if (statistic.rows_left_out > 0)
            out += "; " + say(labels::raters_left_out) + ": " + number(statistic.rows_left_out);
        return out;
    }
    void habit(const std::string& member, const MemberHabit& habit)
    {
        std::string out = member + ": " + number(habit.sheets) + " " + say(labels::raters_sheets);
        if (habit.severity) out += "; " + say(labels::raters_severity) + " " + shown(*habit.severity);
        if (habit.spread) out += "; " + say(labels::raters_spread) + " " + shown(*habit.spread);
        line(0, out);
    }
    void calibrated(const RaterReport& found)
    {
        const CalibratedGrades& all = found.calibrated;
        const bool none = all.gap != StatisticGap::none;
        line(0, say(labels::raters_calibrated) + ":" +
                    (none ? " " + say(labels::raters_gaps[static_cast<std::size_t>(all.gap)]) : ""));
        for (std::size_t i = 0; i < all.grades.size(); ++i)
            if (all.grades[i])
                line(0, "- " + found.initiatives[i] + ": " + shown(*all.grades[i]) + " (" + shown(*all.means[i]) + ")");
    }
    static const Label& none(const RaterReport& found)
    {
        if (found.outlying.gap == StatisticGap::none) return labels::none;
        return labels::raters_gaps[static_cast<std::size_t>(found.outlying.gap)];
    }
};

}  // namespace detail

SANGKIEN_INLINE std::string rater_json(const RaterReport& found) { return detail::RaterJson().run(found); }

SANGKIEN_INLINE std::string rater_text(const RaterReport& found, Language language)
{
    return detail::RaterPage(language).run(found);
}

}  // namespace sangkien
