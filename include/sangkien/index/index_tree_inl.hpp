#pragma once

#include "index_entries_inl.hpp"
#include "index_tree.hpp"

namespace sangkien {

SANGKIEN_INLINE const char* word(IndexInput input) noexcept
{
    switch (input) {
        case IndexInput::initiatives: return "initiatives";
        case IndexInput::count: return "count";
        case IndexInput::rate: return "rate";
        default: return "yes-no";
    }
}

SANGKIEN_INLINE const IndexComponent* IndexTree::component(std::string_view id) const noexcept
{
    for (const IndexComponent& candidate : components)
        if (candidate.name.id == id) return &candidate;
    return nullptr;
}

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

class IndexCompiler {
public:
    IndexCompiler(Node states, Problems& problems) : states_(states), problems_(problems) {}

    IndexTree compile(Node section)
    {
        tree_.stated = true;
        tree_.citation = section.citation();
        Fields f(section, problems_);
        f.word("of", {"unit"});
        f.words();
        tree_.edition = f.text("edition", Need::optional);
        tree_.whole = f.ratio("whole");
        Ratio sum;
        for (Node area : children(f.object("areas")))
            if (!index_annotation(area.key())) add(sum, compile_area(area), area);
        f.allow_annotations();
        f.finish();
        check_sum(sum, tree_.whole, section.get("whole"));
        return std::move(tree_);
    }

private:
    // The area's maximum.
    Ratio compile_area(Node node)
    {
        Fields f(node, problems_);
        IndexArea area{{std::string(node.key()), f.words()}, f.ratio("max"), node.citation()};
        check_index_range(node.get("max"), area.max, Ratio(0), tree_.whole, problems_);
        tree_.areas.push_back(area);
        Ratio sum;
        for (Node component : children(f.object("components")))
            if (!index_annotation(component.key())) add(sum, compile_component(component), component);
        f.allow_annotations();
        f.finish();
        check_sum(sum, area.max, node.get("max"));
        return area.max;
    }

    Ratio compile_component(Node node)
    {
        check_unused(node);
        Fields f(node, problems_);
        IndexComponent component;
        component.name = {std::string(node.key()), f.words()};
        component.path = node.path();
        component.area = tree_.areas.size() - 1;
        component.citation = node.citation();
        component.max = f.ratio("max");
        check_index_range(node.get("max"), component.max, Ratio(0), tree_.areas.back().max, problems_);
        component.input = static_cast<IndexInput>(f.word("input", {"initiatives", "count", "rate", "yes-no"}, 1));
        if (component.input == IndexInput::initiatives) compile_counting(f, component);
        compile_score(f.any("score"), component);
        f.allow_annotations();
        f.finish();
        tree_.components.push_back(std::move(component));
        lines_.push_back(node.mark().line);
        return tree_.components.back().max;
    }

    // Entries of a season name a component without its area, so the name must be the only one.
    void check_unused(Node node)
    {
        for (std::size_t i = 0; i < tree_.components.size(); ++i)
            if (tree_.components[i].name.id == node.key())
                problems_.add(ErrorId::duplicate_id, node.place_of_key(),
                              {{"id", std::string(node.key())}, {"line", static_cast<std::int64_t>(lines_[i])}});
    }

    void compile_counting(Fields& f, IndexComponent& component)
    {
        component.reached.id = f.text("reached");
        const Node state = states_.get(component.reached.id);
        component.reached.words = {std::string(state.get("vi").text()), std::string(state.get("en").text())};
        if (!state && !component.reached.id.empty()) {
            std::vector<std::string> known;
            for (Node each : children(states_)) known.emplace_back(each.key());
            unknown_name(problems_, f.node().get("reached").place(), {"trạng thái", "state"}, component.reached.id,
                         known);
        }
        const std::size_t joint = f.word("joint", {"each", "lead"}, 2, Need::optional);
        if (joint < 2) component.joint_each = joint == 0;
        component.joint_citation = component.joint_each ? f.node().get("joint").citation() : component.citation;
    }

    // `"yes-no"`, or an object with exactly one of steps, proportion, yes-no.
    void compile_score(Node node, IndexComponent& component)
    {
        if (!node) return;
        component.score.citation = node.citation();
        if (node.is(Kind::text)) return fits(node, std::string(node.text()), component);
        Fields f(node, problems_);
        const Node steps = f.list("steps", Need::optional);
        const Node proportion = f.object("proportion", Need::optional);
        const Node yes_no = f.object("yes-no", Need::optional);
        f.allow_annotations();
        f.finish();
        if (f.node() && int(bool(steps)) + int(bool(proportion)) + int(bool(yes_no)) != 1)
            problems_.add(ErrorId::wrong_type, node.place(),
                          {{"expected", Words{"đúng một trong: steps, proportion, yes-no",
                                              "exactly one of: steps, proportion, yes-no"}},
                           {"found", static_cast<std::int64_t>(node.size())}});
        if (steps) compile_steps(steps, component);
        if (proportion) compile_proportion(proportion, component);
        if (yes_no) {
            Fields none(yes_no, problems_);
            none.allow_annotations();
            none.finish();
            fits(yes_no, "yes-no", component);
        }
    }

    // SK1007 when a figure of this kind has no place in such a function: a share is of a rate, a yes of yes and no.
    void fits(Node node, const std::string& function, IndexComponent& component)
    {
        const bool rate = component.input == IndexInput::rate;
        const std::string known = component.input == IndexInput::yes_no ? "yes-no"
                                  : rate                                ? "steps, proportion"
                                                                        : "steps";
        const bool fit = function == "steps"        ? component.input != IndexInput::yes_no
                         : function == "proportion" ? rate
                                                    : known == function;
        if (fit) return;
        problems_.add(ErrorId::unknown_word, node.place(), {{"text", function}, {"known", known}});
    }

    void compile_proportion(Node node, IndexComponent& component)
    {
        component.score.kind = ScoreKind::proportion;
        fits(node, "proportion", component);
        Fields f(node, problems_);
        if (f.has("floor")) {
            component.score.floor = f.ratio("floor");
            check_index_range(node.get("floor"), *component.score.floor, Ratio(0), Ratio(1), problems_);
        }
        f.allow_annotations();
        f.finish();
    }

    void compile_steps(Node list, IndexComponent& component)
    {
        component.score.kind = ScoreKind::steps;
        fits(list, "steps", component);
        std::vector<IndexStep>& steps = component.score.steps;
        for (Node node : children(list)) {
            Fields f(node, problems_);
            const IndexStep step{f.ratio("from"), f.ratio("points")};
            f.allow_annotations();
            f.finish();
            if (!f.node()) continue;
            check_index_range(node.get("points"), step.points, Ratio(0), component.max, problems_);
            if (component.input == IndexInput::rate)
                check_index_range(node.get("from"), step.from, Ratio(0), Ratio(1), problems_);
            if (node.get("from") && (steps.empty() ? step.from != Ratio(0) : step.from <= steps.back().from))
                out_of_place(node.get("from"), step, component);
            steps.push_back(step);
        }
        if (list.size() == 0)
            problems_.add(ErrorId::empty_text, list.place(),
                          {{"expected", Words{"ít nhất một bậc", "at least one step"}}});
    }

    void out_of_place(Node node, const IndexStep& step, const IndexComponent& component)
    {
        Details details{{"from", step.from.text()}, {"component", component.name.id}};
        if (!component.score.steps.empty()) details.push_back({"previous", component.score.steps.back().from.text()});
        problems_.add(ErrorId::steps_do_not_rise, node.place(), std::move(details));
    }

    // A sum that does not fit is a problem of the rulebook, told with the others.
    void add(Ratio& sum, Ratio more, Node node)
    {
        try {
            sum = sum + more;
        } catch (const Error&) {
            problems_.add(ErrorId::overflow, node.get("max").place());
        }
    }

    void check_sum(Ratio sum, Ratio whole, Node node)
    {
        if (node && sum != whole)
            problems_.add(ErrorId::maxima_do_not_add_up, node.place(), {{"sum", sum.text()}, {"whole", whole.text()}});
    }

    Node states_;
    Problems& problems_;
    IndexTree tree_;
    std::vector<std::uint32_t> lines_;  // of the components' places, for duplicates
};

}  // namespace detail

SANGKIEN_INLINE IndexTree compile_index(Node section, Node states, Problems& problems)
{
    if (!section || !expect(section, Kind::object, problems)) return {};
    return detail::IndexCompiler(states, problems).compile(section);
}

SANGKIEN_INLINE Ratio points_for(const IndexComponent& component, Ratio figure)
{
    const ScoreFunction& score = component.score;
    if (score.kind == ScoreKind::yes_no) return figure == Ratio(0) ? Ratio(0) : component.max;
    if (score.kind == ScoreKind::proportion)
        return score.floor && figure < *score.floor ? Ratio(0) : figure * component.max;
    Ratio points(0);
    for (const IndexStep& step : score.steps)
        if (step.from <= figure) points = step.points;
    return points;
}

}  // namespace sangkien
