#pragma once

#include <algorithm>

#include "explanation_text.hpp"
#include "report_labels_inl.hpp"

namespace sangkien {

namespace detail {

namespace labels {

constexpr Label passed{"đạt", "met"};
constexpr Label failed{"KHÔNG ĐẠT", "NOT MET"};
constexpr Label unclear{"CHƯA RÕ", "OPEN"};
constexpr Label told_above{"(đã giải thích ở trên)", "(explained above)"};
constexpr Label read_as{"Cách đọc", "Reading"};
constexpr Label chosen_by{"theo", "by"};
constexpr Label rule{"Quy tắc", "Rule"};
constexpr Label line{"dòng", "line"};
constexpr Label fact{"Hồ sơ", "Stated at"};
constexpr Label each_ballot{"Các phiếu", "Ballots"};
constexpr Label national{"cấp quốc gia", "national"};
constexpr Label province{"cấp tỉnh, thành phố", "province"};
constexpr Label ward{"cấp phường", "ward"};
constexpr Label council_layer{"Hội đồng", "council"};
constexpr Label unit_layer{"đơn vị", "unit"};
constexpr Label law{"văn bản quy phạm pháp luật", "law"};
constexpr Label official{"văn bản hành chính", "official document"};

}  // namespace labels

class ExplanationText {
public:
    explicit ExplanationText(Language language) : language_(language) {}

    std::string run(const Explanation& whole)
    {
        if (whole.as_of) line(0, say(labels::as_of) + " " + show(*whole.as_of));
        put(whole, 0, {});
        return std::move(out_);
    }

private:
    std::string say(Label label) const { return label.in(language_); }
    std::string say(const Words& words) const { return words.in(language_); }
    std::string show(const Datum& value) const { return shown(value, language_); }

    void line(int indent, const std::string& text)
    {
        out_.append(static_cast<std::size_t>(2 * indent), ' ').append(text).append(1, '\n');
    }

    Label verdict_label(const Explanation& node) const
    {
        const Truth verdict = *node.verdict;
        const bool step = node.of == Explained::event || node.of == Explained::next;
        const bool period = node.of == Explained::clock || node.of == Explained::duty;
        if (verdict == Truth::undetermined)
            return node.of == Explained::clock  ? labels::running
                   : node.of == Explained::duty ? labels::not_done
                                                : labels::undetermined;
        if (verdict == Truth::pass)
            return step                                                               ? labels::done
                   : period                                                           ? labels::kept
                   : node.of == Explained::score                                      ? labels::approves
                   : node.of == Explained::selection || node.of == Explained::ranking ? labels::chosen
                                                                                      : labels::passed;
        return step                                                               ? labels::refused
               : period                                                           ? labels::overdue
               : node.of == Explained::score                                      ? labels::refuses
               : node.of == Explained::selection || node.of == Explained::ranking ? labels::not_chosen
                                                                                  : labels::failed;
    }

    // " [934.3.2]" of every clause, once each.
    std::string cited(const Explanation& node) const
    {
        std::string out;
        for (const Ground& ground : node.grounds) {
            const Citation& of = ground.citation;
            const std::string one = " [" + (of.clause.empty() ? of.rulebook : of.clause) + "]";
            if (out.find(one) == std::string::npos) out += one;
        }
        return out;
    }

    // Its title, what it is, and how: on one line.
    std::string head(const Explanation& node) const
    {
        if (node.of == Explained::finding) return prefix(node) + say(node.sentence) + cited(node);
        std::string out = say(node.title);
        if (node.of == Explained::value && !node.children.empty()) out += " (" + node.path + ")";
        if (node.value) out += ": " + (show(*node.value).empty() ? say(labels::none) : show(*node.value));
        const bool twice = node.value && std::holds_alternative<Truth>(*node.value);
        if (node.verdict && !twice) out += " - " + verdict_of(node);
        if (!node.sentence.empty()) out += (node.of == Explained::exclusion ? ": " : ". ") + say(node.sentence);
        return out + cited(node);
    }

    // Conditions are met or not; a step of a deadline or a figure is only told.
    std::string prefix(const Explanation& node) const
    {
        const auto is = [&](std::initializer_list<std::string_view> ids) {
            return std::find(ids.begin(), ids.end(), node.id) != ids.end();
        };
        if (is({"other-reading", "last-day-off", "preparation-short"})) return say(labels::warning) + ": ";
        if (node.verdict == Truth::undetermined) return say(labels::unclear) + ": ";
        const bool told = node.id.compare(0, 5, "step-") == 0 ||
                          is({"member-excluded", "ballot-not-counted", "total-scored", "class-given", "ballots-missing",
                              "component-scored", "contribution", "contribution-saturated"});
        return told ? "" : verdict_of(node) + ": ";
    }

    std::string verdict_of(const Explanation& node) const { return say(verdict_label(node)); }

    void put(const Explanation& node, int indent, const std::string& above)
    {
        const bool seen = !node.path.empty() && std::find(told_.begin(), told_.end(), node.path) != told_.end();
        const std::string mark = indent == 0 ? "" : node.of == Explained::finding ? "- " : "* ";
        if (seen && !node.children.empty()) return line(indent, mark + head(node) + " " + say(labels::told_above));
        if (!node.path.empty()) told_.push_back(node.path);
        line(indent, mark + head(node));
        const std::string rule = node.rule && node.rule->path != above ? node.rule->path : "";
        figures(node, indent + 1);
        for (const Ground& ground : node.grounds) quote(ground, indent + 1);
        if (!rule.empty()) place(*node.rule, indent + 1);
        for (const Reading& reading : node.choices) read_as(reading, indent + 1);
        if (node.stated && node.stated->mark.line != 0)
            line(indent + 1, say(labels::fact) + ": " + node.stated->pointer + ", " + say(labels::line) + " " +
                                 whole_text(node.stated->mark.line));
        if (node.lift) lift(*node.lift, indent + 1);
        ballots(node, indent + 1);
        for (const Explanation& child : node.children)
            if (!told_otherwise(node, child)) put(child, indent + 1, node.rule ? node.rule->path : above);
    }

    // The findings tell of the excluded and of the vote, the events of the states reached.
    static bool told_otherwise(const Explanation& node, const Explanation& child)
    {
        return child.of == Explained::ballot || (child.of == Explained::reached && node.of == Explained::initiative) ||
               (node.of == Explained::score && (child.of == Explained::exclusion || child.of == Explained::value));
    }

    void ballots(const Explanation& node, int indent)
    {
        std::string out;
        for (const Explanation& child : node.children)
            if (child.of == Explained::ballot && child.value)
                out += (out.empty() ? "" : "; ") + child.id + ": " + show(*child.value);
        if (!out.empty()) line(indent, say(labels::each_ballot) + ": " + out + ".");
    }

    // The figures of parts that have no sentence of their own.
    void figures(const Explanation& node, int indent)
    {
        const bool wanted = node.of == Explained::initiative || node.of == Explained::score ||
                            node.of == Explained::quota || node.of == Explained::index ||
                            node.of == Explained::component || node.of == Explained::contribution ||
                            node.of == Explained::clock || node.of == Explained::rulebook ||
                            node.of == Explained::open_duty || (node.of == Explained::value && !node.values.empty());
        if (!wanted) return;
        std::string out;
        for (const Arguments* arguments : {&node.inputs, &node.values})
            for (const Argument& argument : *arguments) {
                const std::string value = show(argument.value);
                const std::string_view key = argument.key;
                // Of a duty the sentence says the rest.
                if (node.of == Explained::open_duty && key != "since" && key != "event" && key != "days_over" &&
                    key != "days_left")
                    continue;
                if (value.empty() || key == "id" || key == "rule" || key == "sha256" || key == "verdict" ||
                    key == "decision" || key == "passed" || key == "complete" || key == "kind" || key == "clock" ||
                    key == "kept" || key == "stated" || key == "title" ||
                    (key == "flagged" && !std::get<bool>(argument.value)))
                    continue;
                out += (out.empty() ? "" : "; ") + say(key_words(key)) + ": " + value;
            }
        if (!out.empty()) line(indent, out + ".");
    }

    void place(const RulePlace& rule, int indent)
    {
        std::string out = say(labels::rule) + ": " + rule.path;
        if (!rule.file.empty()) out += " (" + rule.file + ":" + whole_text(rule.mark.line) + ")";
        line(indent, out);
    }

    Label layer(Layer of) const
    {
        switch (of) {
            case Layer::national: return labels::national;
            case Layer::province: return labels::province;
            case Layer::ward: return labels::ward;
            case Layer::council: return labels::council_layer;
            default: return labels::unit_layer;
        }
    }

    Label provenance(Provenance of) const
    {
        switch (of) {
            case Provenance::law: return labels::law;
            case Provenance::official_document: return labels::official;
            case Provenance::secondary: return labels::secondary;
            case Provenance::illustrative: return labels::illustrative;
            default: return labels::unverified;
        }
    }

    // The clause in its own words, where it is cited first.
    void quote(const Ground& ground, int indent)
    {
        const std::string clause = ground.citation.clause;
        if (clause.empty() || std::find(quoted_.begin(), quoted_.end(), clause) != quoted_.end()) return;
        quoted_.push_back(clause);
        std::string out = "[" + clause + "] " + ground.number + " (" + say(layer(ground.paper_layer)) + ", " +
                          say(provenance(ground.citation.provenance)) + ")";
        if (!say(ground.text).empty()) out += ": \"" + say(ground.text) + "\"";
        line(indent, out);
    }

    void read_as(const Reading& reading, int indent)
    {
        if (std::find(read_.begin(), read_.end(), reading.path) != read_.end()) return;
        read_.push_back(reading.path);
        std::string out = say(labels::read_as) + ": " + reading.path;
        if (!reading.value.empty()) {
            std::string offered;
            for (const std::string& value : reading.offered) offered += (offered.empty() ? "" : ", ") + value;
            const std::string by = reading.chosen_by == "season" ? say(labels::by_season)
                                                                 : say(labels::chosen_by) + " " + reading.chosen_by;
            out += " = " + reading.value + " (" + by + "; " + say(labels::may_read) + ": " + offered + ")";
        }
        line(indent, out);
    }

    void lift(const Lift& lift, int indent)
    {
        std::string out = say(lift.possible ? labels::lift : labels::no_lift) + ": " + say(lift.how);
        if (lift.who) out += " (" + say(labels::who) + ": " + lift.who->in(language_) + ")";
        if (lift.by) {
            const Day day = civil_day(*lift.by);
            out += " (" + say(labels::due) + " " +
                   (*lift.by == start_of_day(day) ? show(DayEnd{day - 1}) : show(*lift.by)) + ")";
        }
        line(indent, out);
    }

    Language language_;
    std::string out_;
    std::vector<std::string> quoted_;  // clauses
    std::vector<std::string> read_;    // paths of readings
    std::vector<std::string> told_;    // paths of the report
};

}  // namespace detail

SANGKIEN_INLINE std::string explanation_text(const Explanation& explanation, Language language)
{
    return detail::ExplanationText(language).run(explanation);
}

}  // namespace sangkien
