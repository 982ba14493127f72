// How a component's scoring function is read, and how it makes points of a figure.
#pragma once

#include <algorithm>
#include <initializer_list>

#include "index_tree.hpp"

namespace sangkien {

namespace detail {

inline bool index_annotation(std::string_view key) noexcept
{
    return key == "clause" || key == "provenance" || key == "note" || key == "choices";
}

// SK1205 unless low <= value <= high.
inline void check_index_range(Node node, Ratio value, Ratio low, Ratio high, Problems& problems)
{
    if (low <= value && value <= high) return;
    problems.add(ErrorId::out_of_range, node.place(),
                 {{"value", value.text()}, {"low", low.text()}, {"high", high.text()}});
}

inline bool figure_fits(const IndexComponent& component, Ratio value)
{
    switch (component.input) {
        case IndexInput::rate: return Ratio(0) <= value && value <= Ratio(1);
        case IndexInput::yes_no: return value == Ratio(0) || value == Ratio(1);
        case IndexInput::survey: return component.scale.low <= value && value <= component.scale.high;
        case IndexInput::points: return Ratio(0) <= value && value <= component.max;
        default: return Ratio(0) <= value && value.denominator() == 1;
    }
}

// SK1205 when a figure lies outside the range of its component's input.
inline void check_figure_range(const IndexComponent& component, Ratio value, const Place& place, Problems& problems)
{
    if (figure_fits(component, value)) return;
    const auto between = [&](Ratio low, Ratio high) {
        problems.add(ErrorId::out_of_range, place,
                     {{"value", value.text()}, {"low", low.text()}, {"high", high.text()}});
    };
    switch (component.input) {
        case IndexInput::rate: return between(Ratio(0), Ratio(1));
        case IndexInput::yes_no: return between(Ratio(0), Ratio(1));
        case IndexInput::survey: return between(component.scale.low, component.scale.high);
        case IndexInput::points: return between(Ratio(0), component.max);
        default: break;
    }
    problems.add(ErrorId::out_of_range, place,
                 {{"value", value.text()}, {"low", 0}, {"high", Words{"một số nguyên bất kỳ", "any whole number"}}});
}

// Nothing when the rulebook does not say.
inline std::optional<MissingRule> read_missing(Fields& f, std::string_view key)
{
    if (!f.has(key)) return std::nullopt;
    return static_cast<MissingRule>(f.word(key, {"undetermined", "zero", "excluded"}));
}

// SK1208 when its deadline is not after those of the rounds before it.
inline IndexRound read_round(Node node, const std::vector<IndexRound>& before, Problems& problems)
{
    Fields f(node, problems);
    IndexRound round;
    round.name = {std::string(node.key()), f.words()};
    round.citation = node.citation();
    round.optional = f.boolean("optional", false);
    if (f.has("deadline")) round.deadline = f.instant("deadline");
    f.allow_annotations();
    f.finish();
    for (const IndexRound& earlier : before)
        if (round.deadline && earlier.deadline && !(*earlier.deadline < *round.deadline))
            problems.add(ErrorId::index_rounds_backwards, node.get("deadline").place(),
                         {{"round", round.name.id}, {"earlier", earlier.name.id}});
    return round;
}

inline void read_scale(Fields& f, IndexComponent& component, Problems& problems)
{
    const Node node = f.object("scale");
    Fields scale(node, problems);
    component.scale = {scale.ratio("low"), scale.ratio("high", Ratio(1))};
    scale.allow_annotations();
    scale.finish();
    if (!node || component.scale.low < component.scale.high) return;
    const std::string low = component.scale.low.text();
    problems.add(ErrorId::out_of_range, node.get("high").place(),
                 {{"value", component.scale.high.text()},
                  {"low", Words{"một số lớn hơn " + low, "a number above " + low}},
                  {"high", Words{"bất kỳ", "any"}}});
    component.scale.high = component.scale.low + Ratio(1);
}

// Reads one scoring function into its component.
class ScoreReader {
public:
    ScoreReader(IndexComponent& component, Problems& problems) : component_(component), problems_(problems) {}

    // `"yes-no"`, `"survey"`, `"given"`, or an object with exactly one function.
    void read(Node node)
    {
        if (!node) return;
        component_.score.citation = node.citation();
        if (node.is(Kind::text)) return plain(node, std::string(node.text()));
        Fields f(node, problems_);
        const Node steps = f.list("steps", Need::optional);
        const Node proportion = f.object("proportion", Need::optional);
        const Node yes_no = f.object("yes-no", Need::optional);
        const Node linear = f.list("linear", Need::optional);
        const Node deduction = f.object("deduction", Need::optional);
        f.allow_annotations();
        f.finish();
        int said = 0;
        for (const Node& each : {steps, proportion, yes_no, linear, deduction}) said += each ? 1 : 0;
        if (f.node() && said != 1)
            problems_.add(ErrorId::wrong_type, node.place(),
                          {{"expected", Words{"đúng một trong: steps, proportion, yes-no, linear, deduction",
                                              "exactly one of: steps, proportion, yes-no, linear, deduction"}},
                           {"found", static_cast<std::int64_t>(node.size())}});
        if (steps) read_steps(steps);
        if (proportion) read_proportion(proportion);
        if (linear) read_line(linear);
        if (deduction) read_deduction(deduction);
        if (yes_no) {
            Fields none(yes_no, problems_);
            none.allow_annotations();
            none.finish();
            plain(yes_no, "yes-no");
        }
    }

private:
    // The functions for figures of this kind: a share is of a rate, a yes of yes and no.
    static std::string functions_of(IndexInput input)
    {
        switch (input) {
            case IndexInput::yes_no: return "yes-no";
            case IndexInput::rate: return "steps, proportion, linear";
            case IndexInput::survey: return "steps, linear, survey";
            case IndexInput::points: return "given";
            default: return "steps, linear, deduction";
        }
    }

    // SK1007 when a figure of this kind has no place in such a function.
    void fits(Node node, const std::string& function)
    {
        const std::string known = functions_of(component_.input);
        if ((", " + known + ",").find(", " + function + ",") != std::string::npos) return;
        problems_.add(ErrorId::unknown_word, node.place(), {{"text", function}, {"known", known}});
    }

    void plain(Node node, const std::string& function)
    {
        fits(node, function);
        component_.score.kind = function == "survey"  ? ScoreKind::survey
                                : function == "given" ? ScoreKind::given
                                                      : ScoreKind::yes_no;
    }

    void read_proportion(Node node)
    {
        component_.score.kind = ScoreKind::proportion;
        fits(node, "proportion");
        Fields f(node, problems_);
        if (f.has("floor")) {
            component_.score.floor = f.ratio("floor");
            check_index_range(node.get("floor"), *component_.score.floor, Ratio(0), Ratio(1), problems_);
        }
        f.allow_annotations();
        f.finish();
    }

    void read_deduction(Node node)
    {
        component_.score.kind = ScoreKind::deduction;
        fits(node, "deduction");
        Fields f(node, problems_);
        component_.score.each = f.ratio("each");
        check_index_range(node.get("each"), component_.score.each, Ratio(0), component_.max, problems_);
        f.allow_annotations();
        f.finish();
    }

    void read_steps(Node list)
    {
        component_.score.kind = ScoreKind::steps;
        fits(list, "steps");
        read_pairs(list, component_.score.steps, "from",
                   component_.input == IndexInput::survey ? component_.scale.low : Ratio(0));
        if (list.size() == 0)
            problems_.add(ErrorId::empty_text, list.place(),
                          {{"expected", Words{"ít nhất một bậc", "at least one step"}}});
    }

    void read_line(Node list)
    {
        component_.score.kind = ScoreKind::linear;
        fits(list, "linear");
        read_pairs(list, component_.score.line, "at", std::nullopt);
        if (list.size() < 2)
            problems_.add(ErrorId::empty_text, list.place(),
                          {{"expected", Words{"ít nhất hai điểm", "at least two points"}}});
    }

    // Rising pairs of figure and points; the first at `start` where one is asked for.
    void read_pairs(Node list, std::vector<IndexStep>& pairs, const char* key, std::optional<Ratio> start)
    {
        for (Node node : children(list)) {
            Fields f(node, problems_);
            const IndexStep step{f.ratio(key), f.ratio("points")};
            f.allow_annotations();
            f.finish();
            if (!f.node()) continue;
            check_index_range(node.get("points"), step.points, Ratio(0), component_.max, problems_);
            if (component_.input == IndexInput::rate)
                check_index_range(node.get(key), step.from, Ratio(0), Ratio(1), problems_);
            if (component_.input == IndexInput::survey)
                check_index_range(node.get(key), step.from, component_.scale.low, component_.scale.high, problems_);
            if (node.get(key) && (pairs.empty() ? start && step.from != *start : step.from <= pairs.back().from))
                out_of_place(node.get(key), step, pairs);
            pairs.push_back(step);
        }
    }

    void out_of_place(Node node, const IndexStep& step, const std::vector<IndexStep>& pairs)
    {
        Details details{{"from", step.from.text()}, {"component", component_.name.id}};
        if (!pairs.empty()) details.push_back({"previous", pairs.back().from.text()});
        problems_.add(ErrorId::steps_do_not_rise, node.place(), std::move(details));
    }

    IndexComponent& component_;
    Problems& problems_;
};

// Least and most points of a component over all figures it could be given.
inline void widen(const IndexComponent& component, Ratio& least, Ratio& most)
{
    least = Ratio(0);
    most = component.max;
    const bool line = component.score.kind == ScoreKind::linear;
    const std::vector<IndexStep>& steps = line ? component.score.line : component.score.steps;
    if ((component.score.kind != ScoreKind::steps && !line) || steps.empty()) return;
    least = most = steps.front().points;
    for (const IndexStep& step : steps) {
        least = std::min(least, step.points);
        most = std::max(most, step.points);
    }
}

inline Ratio on_line(const std::vector<IndexStep>& line, Ratio figure)
{
    if (line.empty()) return Ratio(0);
    if (figure <= line.front().from) return line.front().points;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const IndexStep &low = line[i - 1], &high = line[i];
        if (figure < high.from)
            return low.points + (high.points - low.points) * ((figure - low.from) / (high.from - low.from));
    }
    return line.back().points;
}

inline Ratio by_steps(const std::vector<IndexStep>& steps, Ratio figure)
{
    Ratio points(0);
    for (const IndexStep& step : steps)
        if (step.from <= figure) points = step.points;
    return points;
}

// Above so many violations nothing is left, however many more there are.
inline Ratio after_violations(const IndexComponent& component, Ratio figure)
{
    const Ratio each = component.score.each;
    if (each == Ratio(0)) return component.max;
    return component.max / each <= figure ? Ratio(0) : component.max - each * figure;
}

}  // namespace detail

SANGKIEN_INLINE Ratio points_for(const IndexComponent& component, Ratio figure)
{
    const ScoreFunction& score = component.score;
    switch (score.kind) {
        case ScoreKind::yes_no: return figure == Ratio(0) ? Ratio(0) : component.max;
        case ScoreKind::proportion: return score.floor && figure < *score.floor ? Ratio(0) : figure * component.max;
        case ScoreKind::linear: return detail::on_line(score.line, figure);
        case ScoreKind::deduction: return detail::after_violations(component, figure);
        case ScoreKind::survey:
            return (figure - component.scale.low) / (component.scale.high - component.scale.low) * component.max;
        case ScoreKind::given: return figure;
        default: return detail::by_steps(score.steps, figure);
    }
}

}  // namespace sangkien
