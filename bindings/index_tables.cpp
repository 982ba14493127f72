// The index of offices as tables; bind_index.cpp scores them.
#include "index_scores.hpp"

#include <unordered_map>

#include "table_rows.hpp"

namespace sangkien::python {

namespace {

// Each text and each number becomes an object of Python once: a table of thousands of offices repeats them.
class Objects {
public:
    py::object of(const std::string& text)
    {
        if (text.empty()) return py::none();
        const auto found = texts_.find(text);
        return found != texts_.end() ? found->second : texts_.emplace(text, py::str(text)).first->second;
    }

    py::object of(Ratio value)
    {
        const std::pair<std::int64_t, std::int64_t> key(value.numerator(), value.denominator());
        const auto found = numbers_.find(key);
        return found != numbers_.end() ? found->second : numbers_.emplace(key, exact(value)).first->second;
    }

    py::object of(const std::optional<Ratio>& value) { return value ? of(*value) : py::object(py::none()); }
    py::object of(const char* text) { return of(std::string(text)); }
    py::object of(std::int64_t whole) { return py::int_(whole); }
    py::object of(bool flag) { return py::bool_(flag); }
    py::object year(std::int64_t year) { return year == 0 ? py::object(py::none()) : py::object(py::int_(year)); }

private:
    struct Hash {
        std::size_t operator()(const std::pair<std::int64_t, std::int64_t>& key) const
        {
            return std::hash<std::int64_t>()(key.first * 1000003 ^ key.second);
        }
    };
    std::unordered_map<std::string, py::object> texts_;
    std::unordered_map<std::pair<std::int64_t, std::int64_t>, py::object, Hash> numbers_;
};

template <class... Values>
py::tuple row_of(Objects& objects, const py::tuple& head, const Values&... values)
{
    py::tuple out(head.size() + sizeof...(values));
    std::size_t at = 0;
    for (const py::handle cell : head) out[at++] = cell;
    ((out[at++] = objects.of(values)), ...);
    return out;
}

using Columns = std::vector<std::pair<std::string, std::string>>;

Columns with_office(std::initializer_list<std::pair<std::string, std::string>> rest)
{
    Columns out{{"office", "text"}, {"group", "text"}, {"year", "whole"}};
    out.insert(out.end(), rest);
    return out;
}

py::tuple office_of(Objects& objects, const Scorecard& card)
{
    return py::make_tuple(objects.of(card.office), objects.of(card.group), objects.year(card.year));
}

const char* side_word(IndexSide side)
{
    return side == IndexSide::bonus ? "bonus" : side == IndexSide::penalty ? "penalty" : "base";
}

const char* score_word(ScoreKind kind)
{
    static constexpr const char* words[] = {"steps", "proportion", "yes-no", "linear", "deduction", "survey", "given"};
    return words[static_cast<std::size_t>(kind)];
}

const char* missing_word(MissingRule rule)
{
    return rule == MissingRule::zero ? "zero" : rule == MissingRule::excluded ? "excluded" : "undetermined";
}

std::string area_of(const IndexTree& tree, const IndexComponent& component)
{
    return component.side == IndexSide::base ? tree.areas.at(component.area).name.id : std::string();
}

std::string node_of(const IndexTree& tree, const IndexComponent& component)
{
    return component.side == IndexSide::base ? tree.nodes.at(component.node).name.id : std::string();
}

Sheet components_table(const IndexTree& tree)
{
    Sheet out{{{"component", "text"},
               {"name_vi", "text"},
               {"name_en", "text"},
               {"side", "text"},
               {"area", "text"},
               {"node", "text"},
               {"max", "exact"},
               {"input", "text"},
               {"score", "text"},
               {"missing", "text"},
               {"without_evidence", "text"},
               {"rulebook", "text"},
               {"clause", "text"},
               {"provenance", "text"}},
              {}};
    for (const auto* list : {&tree.components, &tree.beside})
        for (const IndexComponent& one : *list)
            out.second.push_back(
                Row(one.name, one.name.words, side_word(one.side), area_of(tree, one), node_of(tree, one), one.max,
                    word(one.input), score_word(one.score.kind), missing_word(one.missing),
                    std::string(one.without_evidence ? missing_word(*one.without_evidence) : ""), one.citation)
                    .take());
    return out;
}

Sheet nodes_table(const IndexTree& tree)
{
    Sheet out{{{"node", "text"},
               {"name_vi", "text"},
               {"name_en", "text"},
               {"parent", "text"},
               {"depth", "whole"},
               {"max", "exact"},
               {"rulebook", "text"},
               {"clause", "text"},
               {"provenance", "text"}},
              {}};
    for (const IndexNode& node : tree.nodes) {
        const std::string parent = node.parent == IndexNode::top ? "" : tree.nodes[node.parent].name.id;
        out.second.push_back(Row(node.name, node.name.words, parent, node.depth, node.max, node.citation).take());
    }
    return out;
}

}  // namespace

py::dict index_described(const IndexTree& tree)
{
    py::dict out;
    out["edition"] = tree.edition;
    out["whole"] = exact(tree.whole);
    out["years"] =
        tree.first_year == 0 ? py::object(py::none()) : py::object(py::make_tuple(tree.first_year, tree.last_year));
    py::list rounds, classes;
    for (const IndexRound& round : tree.rounds)
        rounds.append(py::make_tuple(round.name.id, words(round.name.words),
                                     round.deadline ? py::cast(round.deadline->seconds) : py::none(), round.optional));
    for (const IndexClass& one : tree.classes)
        classes.append(py::make_tuple(one.name.id, words(one.name.words), exact(one.from)));
    out["rounds"] = rounds;
    out["classes"] = classes;
    out["components"] = components_table(tree);
    out["nodes"] = nodes_table(tree);
    return out;
}

Sheet offices_table(const BoundScores& bound)
{
    Sheet out{with_office({{"total", "exact"},
                           {"open", "exact"},
                           {"complete", "flag"},
                           {"share", "exact"},
                           {"scaled", "exact"},
                           {"bonus", "exact"},
                           {"penalty", "exact"},
                           {"base", "exact"},
                           {"lost", "exact"}}),
              {}};
    Objects objects;
    for (const Scorecard& card : bound.cards)
        out.second.push_back(row_of(objects, office_of(objects, card), card.total, card.open, card.complete, card.share,
                                    card.scaled, card.bonus, card.penalty, card.base.points, card.base.lost));
    return out;
}

// One row for each office and component; with `lost`, of those only that lack points or are not known.
Sheet lines_table(const BoundScores& bound, bool lost)
{
    Sheet out{with_office({{"component", "text"},
                           {"name_vi", "text"},
                           {"name_en", "text"},
                           {"side", "text"},
                           {"area", "text"},
                           {"node", "text"},
                           {"figure", "exact"},
                           {"round", "text"},
                           {"evidence", "text"},
                           {"points", "exact"},
                           {"least", "exact"},
                           {"most", "exact"},
                           {"max", "exact"},
                           {"lost", "exact"},
                           {"reason", "text"},
                           {"clause", "text"}}),
              {}};
    Objects objects;
    const IndexTree& tree = *bound.tree;
    const IndexFigure none;
    for (const Scorecard& card : bound.cards) {
        const py::tuple head = office_of(objects, card);
        for (const ScoreLine& line : card.lines) {
            if (lost && line.reason == LostReason::nothing && line.lost == Ratio(0)) continue;
            const IndexComponent& component = component_of(tree, line);
            const IndexFigure& figure = line.row == ScoreLine::no_row ? none : bound.table.rows[line.row];
            const std::optional<Ratio> value = figure.stated ? std::optional<Ratio>(figure.value) : std::nullopt;
            out.second.push_back(row_of(objects, head, component.name.id, component.name.words.vi,
                                        component.name.words.en, side_word(component.side), area_of(tree, component),
                                        node_of(tree, component), value, figure.round, figure.evidence, line.points,
                                        line.least, line.most, component.max, line.lost, word(line.reason),
                                        component.citation.clause));
        }
    }
    return out;
}

Sheet node_scores(const BoundScores& bound)
{
    Sheet out{with_office({{"node", "text"},
                           {"name_vi", "text"},
                           {"name_en", "text"},
                           {"parent", "text"},
                           {"depth", "whole"},
                           {"points", "exact"},
                           {"open", "exact"},
                           {"max", "exact"},
                           {"lost", "exact"},
                           {"complete", "flag"}}),
              {}};
    Objects objects;
    const std::vector<IndexNode>& nodes = bound.tree->nodes;
    for (const Scorecard& card : bound.cards) {
        const py::tuple head = office_of(objects, card);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const IndexNode& node = nodes[i];
            const NodeScore& score = card.nodes[i];
            const std::string parent = node.parent == IndexNode::top ? "" : nodes[node.parent].name.id;
            out.second.push_back(row_of(objects, head, node.name.id, node.name.words.vi, node.name.words.en, parent,
                                        static_cast<std::int64_t>(node.depth), score.points, score.open, score.max,
                                        score.lost, score.complete));
        }
    }
    return out;
}

Sheet ranks_table(const BoundScores& bound, bool by_group)
{
    Sheet out{with_office({{"total", "exact"},
                           {"open", "exact"},
                           {"best", "whole"},
                           {"worst", "whole"},
                           {"tied", "flag"},
                           {"lowest_class", "text"},
                           {"highest_class", "text"}}),
              {}};
    Objects objects;
    for (const OfficeRank& rank : rank_offices(*bound.tree, bound.cards, by_group)) {
        const Scorecard& card = bound.cards[rank.card];
        out.second.push_back(row_of(objects, office_of(objects, card), card.total, card.open, rank.best, rank.worst,
                                    rank.tied, rank.lowest.id, rank.highest.id));
    }
    return out;
}

Sheet differences_table(const BoundScores& bound, const std::string& from, const std::string& to)
{
    Sheet out{{{"office", "text"},
               {"year", "whole"},
               {"component", "text"},
               {"name_vi", "text"},
               {"name_en", "text"},
               {"from", "exact"},
               {"to", "exact"},
               {"change", "exact"},
               {"from_figure", "exact"},
               {"to_figure", "exact"},
               {"from_evidence", "text"},
               {"to_evidence", "text"}},
              {}};
    Objects objects;
    ScoreLine line;
    for (const RoundDifference& one : round_differences(*bound.tree, bound.table, from, to)) {
        line.component = one.component;
        const IndexComponent& component = component_of(*bound.tree, line);
        const IndexFigure &was = bound.table.rows.at(one.from_row), &is = bound.table.rows.at(one.to_row);
        out.second.push_back(row_of(objects, py::make_tuple(objects.of(one.office), objects.year(one.year)),
                                    component.name.id, component.name.words.vi, component.name.words.en, one.from,
                                    one.to, one.to - one.from, was.value, is.value, was.evidence, is.evidence));
    }
    return out;
}

}  // namespace sangkien::python
