#pragma once

#include "sensitivity_text.hpp"

#include <algorithm>
#include <cmath>

#include "json_reader.hpp"
#include "json_writer.hpp"
#include "quota_text_inl.hpp"
#include "rater_text_inl.hpp"

namespace sangkien {

namespace detail {

inline double read_double(Node node, Problems& problems)
{
    Ratio value;
    return read_ratio(node, problems, value) ? as_double(value) : 1.0;
}

// Figures of one office, in the order of the columns.
struct SensitivityRow {
    const char* name;
    double value;
};

inline std::vector<SensitivityRow> sensitivity_row(const SensitivityReport& found, std::size_t office)
{
    const SensitivitySummary& one = found.offices[office];
    return {{"total", found.totals[office]},
            {"rank", static_cast<double>(found.ranks[office])},
            {"mean", one.mean},
            {"deviation", one.deviation},
            {"low", one.low},
            {"middle", one.middle},
            {"high", one.high},
            {"rank_low", one.rank_low},
            {"rank_middle", one.rank_middle},
            {"rank_high", one.rank_high},
            {"first", one.first}};
}

inline std::string number_text(double value, int digits) { return std::isnan(value) ? "" : figure_text(value, digits); }

}  // namespace detail

SANGKIEN_INLINE SensitivityPlan read_sensitivity_plan(std::string_view text, const std::string& file,
                                                      SensitivityOptions& options, Problems& problems)
{
    SensitivityPlan out;
    const Tree tree = read_json(text, file, problems);
    if (!problems.empty()) return out;
    Fields f(tree.root(), problems);
    out.seed = static_cast<std::uint64_t>(f.whole("seed", 0, std::int64_t{1} << 53, 1, Need::optional));
    options.seed = out.seed;
    for (const Node one : children(f.object("weights", Need::optional)))
        out.weights.push_back({std::string(one.key()), detail::read_double(one, problems), one.key_mark()});
    for (const Node one : children(f.object("surveys", Need::optional)))
        out.surveys.push_back({std::string(one.key()), detail::read_double(one, problems), one.key_mark()});
    options.left_out = f.texts("left-out", Need::optional);
    f.allow_annotations();
    f.finish();
    return out;
}

SANGKIEN_INLINE std::string sensitivity_json(const IndexTree& tree, const std::vector<Scorecard>& cards,
                                             const SensitivityReport& found)
{
    JsonWriter out;
    const auto figure = [&](const char* key, double value) {
        out.key(key);
        if (std::isnan(value))
            out.null();
        else
            out.value(detail::figure_text(value, 12));
    };
    out.begin_object();
    out.member("sangkien", version());
    out.member("edition", tree.edition);
    out.member("replicates", static_cast<std::int64_t>(found.replicates));
    figure("level", found.options.level);
    out.member("seed", std::to_string(found.options.seed));
    out.key("offices");
    out.begin_list();
    for (std::size_t office = 0; office < cards.size(); ++office) {
        out.begin_object(true);
        out.member("office", cards[office].office);
        out.member("year", cards[office].year);
        out.member("complete", cards[office].complete);
        for (const detail::SensitivityRow& one : detail::sensitivity_row(found, office)) figure(one.name, one.value);
        out.end_object();
    }
    out.end_list();
    out.key("effects");
    out.begin_list();
    for (const InputEffect& one : found.effects) {
        out.begin_object(true);
        out.member("name", one.name);
        out.member("kind", one.kind);
        out.member("end", one.end);
        figure("mean_shift", one.mean_shift);
        out.member("most_shift", std::int64_t{one.most_shift});
        out.member("moved", static_cast<std::int64_t>(one.moved));
        out.end_object();
    }
    out.end_list();
    out.key("sobol");
    out.begin_list();
    for (std::size_t input = 0; input < found.sobol.first.size(); ++input) {
        out.begin_object(true);
        out.member("name", found.inputs[input]);
        figure("first", found.sobol.first[input]);
        figure("total", found.sobol.total[input]);
        figure("first_error", found.sobol.first_error[input]);
        figure("total_error", found.sobol.total_error[input]);
        out.end_object();
    }
    out.end_list();
    out.end_object();
    return out.take();
}

namespace detail {

class SensitivityPage : private TextPage {
public:
    explicit SensitivityPage(Language language) : TextPage(language) {}

    std::string run(const IndexTree& tree, const std::vector<Scorecard>& cards, const SensitivityReport& found)
    {
        line(0, told("ĐỘ NHẠY CỦA CHỈ SỐ ", "SENSITIVITY OF THE INDEX ") + tree.edition + " " + cite(tree.citation));
        line(0, std::to_string(found.replicates) + told(" lần rút, mức ", " replicates, level ") +
                    shown(found.options.level) + told(" (chỉ để thông tin)", " (information only)"));
        out_ += '\n';
        std::vector<std::size_t> order(cards.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return found.ranks[a] < found.ranks[b]; });
        for (const std::size_t i : order) put(cards[i], found, i);
        line(0, told("\nTừng yếu tố một", "\nOne input at a time"));
        for (const InputEffect& one : found.effects) put(one);
        if (!found.sobol.first.empty()) line(0, told("\nChỉ số Sobol", "\nSobol indices"));
        for (std::size_t i = 0; i < found.sobol.first.size(); ++i) {
            if (std::isnan(found.sobol.first[i])) {
                line(1, told("không có gì thay đổi", "nothing varies"));
                break;
            }
            line(1, found.inputs[i] + told(": riêng ", ": alone ") + shown(found.sobol.first[i]) + " ± " +
                        shown(found.sobol.first_error[i]) + told(", cùng các yếu tố khác ", ", with others ") +
                        shown(found.sobol.total[i]) + " ± " + shown(found.sobol.total_error[i]));
        }
        return take();
    }

private:
    std::string told(const char* vi, const char* en) const { return language_ == Language::en ? en : vi; }
    std::string shown(double value) const
    {
        std::string out = number_text(value, 4);
        if (language_ == Language::vi) std::replace(out.begin(), out.end(), '.', ',');
        return out;
    }

    void put(const Scorecard& card, const SensitivityReport& found, std::size_t at)
    {
        const SensitivitySummary& one = found.offices[at];
        std::string text = card.office;
        if (card.year != 0) text += " " + std::to_string(card.year);
        text += ": " + shown(found.totals[at]) + " (" + shown(one.low) + " - " + shown(one.high) + ")" +
                told(", thứ hạng ", ", rank ") + std::to_string(found.ranks[at]) + " (" + shown(one.rank_low) + " - " +
                shown(one.rank_high) + ")" + told(", đứng đầu ", ", first in ") + shown(100 * one.first) + "%";
        if (!card.complete)
            text += told("; điểm còn ngỏ tính theo phần chắc chắn", "; open points taken at what is sure");
        line(0, text);
    }

    void put(const InputEffect& one)
    {
        const std::string end = one.end == "low"    ? told(" thấp", " low")
                                : one.end == "high" ? told(" cao", " high")
                                                    : told(" bỏ ra", " left out");
        line(1, one.name + end + told(": thứ hạng đổi bình quân ", ": ranks move by ") + shown(one.mean_shift) +
                    told(", nhiều nhất ", " on average, at most ") + std::to_string(one.most_shift) +
                    told("; số đơn vị đổi hạng ", "; offices that move ") + std::to_string(one.moved));
    }
};

}  // namespace detail

SANGKIEN_INLINE std::string sensitivity_text(const IndexTree& tree, const std::vector<Scorecard>& cards,
                                             const SensitivityReport& found, Language language)
{
    return detail::SensitivityPage(language).run(tree, cards, found);
}

SANGKIEN_INLINE std::string sensitivity_csv(const IndexTree&, const std::vector<Scorecard>& cards,
                                            const SensitivityReport& found)
{
    std::string out = "office,year,total,rank,mean,deviation,low,middle,high,rank_low,rank_middle,rank_high,first\r\n";
    for (std::size_t office = 0; office < cards.size(); ++office) {
        out += detail::csv_cell(cards[office].office) + "," +
               (cards[office].year == 0 ? std::string() : std::to_string(cards[office].year));
        for (const detail::SensitivityRow& one : detail::sensitivity_row(found, office))
            out += "," + detail::number_text(one.value, 12);
        out += "\r\n";
    }
    return out;
}

}  // namespace sangkien
