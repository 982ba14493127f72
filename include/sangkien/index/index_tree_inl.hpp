#pragma once

#include "index_entries_inl.hpp"
#include "index_functions_inl.hpp"
#include "index_tree.hpp"

namespace sangkien {

SANGKIEN_INLINE const char* word(IndexInput input) noexcept
{
    switch (input) {
        case IndexInput::initiatives: return "initiatives";
        case IndexInput::count: return "count";
        case IndexInput::rate: return "rate";
        case IndexInput::survey: return "survey";
        case IndexInput::points: return "points";
        default: return "yes-no";
    }
}

SANGKIEN_INLINE const IndexComponent* IndexTree::component(std::string_view id) const noexcept
{
    for (const IndexComponent& candidate : components)
        if (candidate.name.id == id) return &candidate;
    return nullptr;
}

SANGKIEN_INLINE std::size_t IndexTree::round(std::string_view id) const noexcept
{
    std::size_t at = 0;
    while (at < rounds.size() && rounds[at].name.id != id) ++at;
    return at;
}

namespace detail {

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
        compile_terms(f);
        Ratio sum;
        for (Node area : children(f.object("areas")))
            if (!index_annotation(area.key())) add(sum, compile_area(area), area);
        compile_beside(f.object("bonus", Need::optional), IndexSide::bonus);
        compile_beside(f.object("penalty", Need::optional), IndexSide::penalty);
        f.allow_annotations();
        f.finish();
        check_sum(sum, tree_.whole, section.get("whole"));
        return std::move(tree_);
    }

private:
    // What holds for the whole index: missing figures, years, rounds.
    void compile_terms(Fields& f)
    {
        missing_ = read_missing(f, "missing").value_or(MissingRule::undetermined);
        tree_.clamped = f.boolean("clamped", false);
        if (const Node years = f.object("years", Need::optional)) {
            Fields of(years, problems_);
            tree_.first_year = of.whole("first", 1900, 2200, 1900);
            tree_.last_year = of.whole("last", tree_.first_year, 2200, tree_.first_year);
            of.allow_annotations();
            of.finish();
        }
        const std::size_t ties = f.word("ties", {"skip", "dense"}, 2, Need::optional);
        tree_.ties = ties == 0 ? TieRule::skip : ties == 1 ? TieRule::dense : TieRule::undeclared;
        for (Node node : children(f.object("classes", Need::optional)))
            if (!index_annotation(node.key())) compile_class(node);
        if (!tree_.classes.empty())
            check_index_range(f.node().get("classes").get(tree_.classes.back().name.id).get("from"),
                              tree_.classes.back().from, Ratio(0), Ratio(0), problems_);
        for (Node node : children(f.object("rounds", Need::optional)))
            if (!index_annotation(node.key())) tree_.rounds.push_back(read_round(node, tree_.rounds, problems_));
    }

    void compile_class(Node node)
    {
        Fields f(node, problems_);
        IndexClass one{{std::string(node.key()), f.words()}, f.ratio("from"), node.citation()};
        f.allow_annotations();
        f.finish();
        const std::string before = tree_.classes.empty() ? "" : tree_.classes.back().from.text();
        if (!tree_.classes.empty() && tree_.classes.back().from <= one.from)
            problems_.add(
                ErrorId::out_of_range, node.get("from").place(),
                {{"value", one.from.text()},
                 {"low", 0},
                 {"high", Words{"dưới " + before + " của hạng trước", "below " + before + " of the class before"}}});
        tree_.classes.push_back(std::move(one));
    }

    // The area's maximum.
    Ratio compile_area(Node node)
    {
        Fields f(node, problems_);
        IndexArea area{{std::string(node.key()), f.words()}, f.ratio("max"), node.citation()};
        check_index_range(node.get("max"), area.max, Ratio(0), tree_.whole, problems_);
        tree_.areas.push_back(area);
        compile_inside(node, f, {area.name, IndexNode::top, 0, area.max, area.citation});
        return area.max;
    }

    Ratio compile_criterion(Node node, std::size_t parent)
    {
        Fields f(node, problems_);
        IndexNode one{{std::string(node.key()), f.words()},
                      parent,
                      tree_.nodes[parent].depth + 1,
                      f.ratio("max"),
                      node.citation()};
        check_index_range(node.get("max"), one.max, Ratio(0), tree_.nodes[parent].max, problems_);
        const Ratio max = one.max;
        compile_inside(node, f, std::move(one));
        return max;
    }

    // Components, or criteria that have them; the reader's limit on depth ends this.
    void compile_inside(Node node, Fields& f, IndexNode one)
    {
        const std::size_t at = tree_.nodes.size();
        const Ratio max = one.max;
        tree_.nodes.push_back(std::move(one));
        Ratio sum;
        if (f.has("criteria")) {
            for (Node inner : children(f.object("criteria")))
                if (!index_annotation(inner.key())) add(sum, compile_criterion(inner, at), inner);
        } else {
            for (Node inner : children(f.object("components"))) {
                if (index_annotation(inner.key())) continue;
                tree_.components.push_back(compile_component(inner, at, max));
                lines_.push_back(inner.mark().line);
                add(sum, tree_.components.back().max, inner);
            }
        }
        f.allow_annotations();
        f.finish();
        check_sum(sum, max, node.get("max"));
    }

    void compile_beside(Node list, IndexSide side)
    {
        for (Node node : children(list)) {
            if (index_annotation(node.key())) continue;
            tree_.beside.push_back(compile_component(node, IndexNode::top, tree_.whole));
            tree_.beside.back().side = side;
            beside_lines_.push_back(node.mark().line);
        }
    }

    IndexComponent compile_component(Node node, std::size_t parent, Ratio above)
    {
        check_unused(node);
        Fields f(node, problems_);
        IndexComponent component;
        component.name = {std::string(node.key()), f.words()};
        component.path = node.path();
        component.area = tree_.areas.empty() ? 0 : tree_.areas.size() - 1;
        component.node = parent;
        component.citation = node.citation();
        component.max = f.ratio("max");
        check_index_range(node.get("max"), component.max, Ratio(0), above, problems_);
        component.input =
            static_cast<IndexInput>(f.word("input", {"initiatives", "count", "rate", "yes-no", "survey", "points"}, 1));
        if (component.input == IndexInput::initiatives) compile_counting(f, component);
        if (component.input == IndexInput::survey) read_scale(f, component, problems_);
        component.missing = read_missing(f, "missing").value_or(missing_);
        component.without_evidence = read_missing(f, "without-evidence");
        ScoreReader(component, problems_).read(f.any("score"));
        f.allow_annotations();
        f.finish();
        return component;
    }

    // Entries of a season name a component without its area, so the name must be the only one.
    void check_unused(Node node)
    {
        for (std::size_t i = 0; i < tree_.components.size(); ++i)
            if (tree_.components[i].name.id == node.key())
                problems_.add(ErrorId::duplicate_id, node.place_of_key(),
                              {{"id", std::string(node.key())}, {"line", static_cast<std::int64_t>(lines_[i])}});
        for (std::size_t i = 0; i < tree_.beside.size(); ++i)
            if (tree_.beside[i].name.id == node.key())
                problems_.add(ErrorId::duplicate_id, node.place_of_key(),
                              {{"id", std::string(node.key())}, {"line", static_cast<std::int64_t>(beside_lines_[i])}});
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
    MissingRule missing_ = MissingRule::undetermined;
    std::vector<std::uint32_t> lines_;  // of the components' places, for duplicates
    std::vector<std::uint32_t> beside_lines_;
};

}  // namespace detail

SANGKIEN_INLINE IndexTree compile_index(Node section, Node states, Problems& problems)
{
    if (!section || !expect(section, Kind::object, problems)) return {};
    return detail::IndexCompiler(states, problems).compile(section);
}

}  // namespace sangkien
