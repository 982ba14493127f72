// Offices scored by an index: its parts, tables of figures in, tables of points out.
#include "columns.hpp"
#include "index_bound.hpp"
#include "sheet.hpp"

#include <sangkien/io/what_if_text.hpp>

namespace sangkien::python {

IndexTable read_table(const IndexTree& tree, const py::bytes& text, const py::bytes& file)
{
    const std::string content(text), name(file);
    const py::gil_scoped_release quiet;
    Problems problems;
    IndexTable out = read_index_table(content, name, tree, problems);
    check_index_table(tree, out, problems);
    problems.throw_if_any();
    return out;
}

namespace {

// Offices that were scored, with the table that their lines point into.
struct BoundScores {
    BoundIndex index;
    IndexTable table;
    std::vector<Scorecard> cards;
    std::vector<OfficeRank> ranks;
};

const char* score_word(ScoreKind kind)
{
    constexpr const char* words[] = {"steps", "proportion", "yes-no", "linear", "deduction", "survey", "given"};
    return words[static_cast<std::size_t>(kind)];
}

const char* missing_word(MissingRule rule)
{
    constexpr const char* words[] = {"undetermined", "zero", "excluded"};
    return words[static_cast<std::size_t>(rule)];
}

const char* side_word(IndexSide side)
{
    constexpr const char* words[] = {"base", "bonus", "penalty"};
    return words[static_cast<std::size_t>(side)];
}

BoundIndex open_index(const std::shared_ptr<Rules>& rules, std::int32_t on)
{
    return {rules, &index_in_force(*rules, {on})};
}

std::vector<std::string> rounds(const BoundIndex& index)
{
    std::vector<std::string> out;
    for (const IndexRound& round : index.tree->rounds) out.push_back(round.name.id);
    return out;
}

Sheet components(const BoundIndex& index)
{
    const IndexTree& tree = *index.tree;
    Sheet out{{{"component", "text"},
               {"name_vi", "text"},
               {"name_en", "text"},
               {"node", "text"},
               {"side", "text"},
               {"input", "text"},
               {"score", "text"},
               {"max", "exact"},
               {"missing", "text"},
               {"rulebook", "text"},
               {"clause", "text"},
               {"provenance", "text"}},
              {}};
    for (const auto* list : {&tree.components, &tree.beside})
        for (const IndexComponent& one : *list) {
            const bool base = one.side == IndexSide::base;
            out.second.push_back(Row(one.name, one.name.words, base ? tree.nodes.at(one.node).name.id : std::string(),
                                     side_word(one.side), word(one.input), score_word(one.score.kind), one.max,
                                     missing_word(one.missing), one.citation)
                                     .take());
        }
    return out;
}

Sheet nodes(const BoundIndex& index)
{
    const IndexTree& tree = *index.tree;
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
        const std::string parent = node.parent == IndexNode::top ? "" : tree.nodes.at(node.parent).name.id;
        out.second.push_back(Row(node.name, node.name.words, parent, node.depth, node.max, node.citation).take());
    }
    return out;
}

void need_round(const IndexTree& tree, const std::string& round)
{
    if (round.empty() || tree.round(round) < tree.rounds.size()) return;
    std::vector<std::string> known;
    for (const IndexRound& one : tree.rounds) known.push_back(one.name.id);
    Problems problems;
    unknown_name(problems, {}, {"vòng chấm", "round of scoring"}, round, known);
    problems.throw_if_any();
}

BoundScores score(const BoundIndex& index, const py::bytes& text, const py::bytes& file, const std::string& until,
                  const std::optional<std::pair<py::bytes, py::bytes>>& earlier, std::int64_t as_of)
{
    const IndexTree& tree = *index.tree;
    need_round(tree, until);
    BoundScores out{index, read_table(tree, text, file), {}, {}};
    if (earlier) {
        Problems problems;
        check_locked_rounds(tree, read_table(tree, earlier->first, earlier->second), out.table, {as_of}, problems);
        problems.throw_if_any();
    }
    const py::gil_scoped_release quiet;
    out.cards = score_table(tree, out.table, until);
    out.ranks = rank_offices(tree, out.cards);
    return out;
}

std::optional<std::int64_t> year_of(const Scorecard& card)
{
    return card.year == 0 ? std::nullopt : std::optional(card.year);
}

// A rank or a class, where it is sure.
template <class Value>
std::optional<Value> when(bool sure, const Value& value)
{
    return sure ? std::optional(value) : std::nullopt;
}

Sheet offices(const BoundScores& scores)
{
    Sheet out{{{"office", "text"},
               {"group", "text"},
               {"year", "whole"},
               {"total", "exact"},
               {"open", "exact"},
               {"share", "exact"},
               {"scaled", "exact"},
               {"bonus", "exact"},
               {"penalty", "exact"},
               {"lost", "exact"},
               {"complete", "flag"},
               {"rank", "whole"},
               {"class", "text"}},
              {}};
    for (std::size_t i = 0; i < scores.cards.size(); ++i) {
        const Scorecard& card = scores.cards[i];
        const OfficeRank& rank = scores.ranks[i];
        out.second.push_back(Row(card.office, card.group, year_of(card), card.total, card.open, card.share, card.scaled,
                                 card.bonus, card.penalty, card.base.lost, card.complete,
                                 when(rank.best == rank.worst, rank.best),
                                 when(rank.lowest.id == rank.highest.id, rank.lowest))
                                 .take());
    }
    return out;
}

Sheet ranks(const BoundScores& scores, bool by_group)
{
    Sheet out{{{"office", "text"},
               {"group", "text"},
               {"year", "whole"},
               {"total", "exact"},
               {"open", "exact"},
               {"best", "whole"},
               {"worst", "whole"},
               {"tied", "flag"},
               {"class_lowest", "text"},
               {"class_highest", "text"}},
              {}};
    const std::vector<OfficeRank> all = by_group ? rank_offices(*scores.index.tree, scores.cards, true) : scores.ranks;
    for (const OfficeRank& rank : all) {
        const Scorecard& card = scores.cards.at(rank.card);
        out.second.push_back(Row(card.office, card.group, year_of(card), card.total, card.open, rank.best, rank.worst,
                                 rank.tied, rank.lowest, rank.highest)
                                 .take());
    }
    return out;
}

Sheet lines(const BoundScores& scores)
{
    const IndexTree& tree = *scores.index.tree;
    Sheet out{{{"office", "text"},
               {"year", "whole"},
               {"component", "text"},
               {"side", "text"},
               {"value", "exact"},
               {"points", "exact"},
               {"least", "exact"},
               {"most", "exact"},
               {"max", "exact"},
               {"lost", "exact"},
               {"reason", "text"},
               {"round", "text"},
               {"row", "whole"},
               {"evidence", "text"},
               {"rulebook", "text"},
               {"clause", "text"},
               {"provenance", "text"}},
              {}};
    for (const Scorecard& card : scores.cards)
        for (const ScoreLine& line : card.lines) {
            const IndexComponent& component = component_of(tree, line);
            const IndexFigure* figure = line.row == ScoreLine::no_row ? nullptr : &scores.table.rows.at(line.row);
            Row row(card.office, year_of(card), component.name, side_word(component.side));
            row.add(figure != nullptr ? std::optional(figure->value) : std::nullopt);
            row.add(line.points);
            for (const Ratio& value : {line.least, line.most, component.max, line.lost}) row.add(value);
            row.add(std::string(word(line.reason)));
            row.add(figure != nullptr ? figure->round : std::string());
            row.add(figure != nullptr ? std::optional<std::int64_t>(figure->mark.line) : std::nullopt);
            row.add(figure != nullptr ? figure->evidence : std::string());
            row.add(component.citation);
            out.second.push_back(row.take());
        }
    return out;
}

Sheet node_points(const BoundScores& scores)
{
    const IndexTree& tree = *scores.index.tree;
    Sheet out{{{"office", "text"},
               {"year", "whole"},
               {"node", "text"},
               {"depth", "whole"},
               {"points", "exact"},
               {"open", "exact"},
               {"max", "exact"},
               {"lost", "exact"},
               {"complete", "flag"}},
              {}};
    for (const Scorecard& card : scores.cards)
        for (std::size_t i = 0; i < card.nodes.size(); ++i) {
            const NodeScore& node = card.nodes[i];
            out.second.push_back(Row(card.office, year_of(card), tree.nodes.at(i).name, tree.nodes[i].depth,
                                     node.points, node.open, node.max, node.lost, node.complete)
                                     .take());
        }
    return out;
}

Sheet differences(const BoundScores& scores, const std::string& from, const std::string& to)
{
    const IndexTree& tree = *scores.index.tree;
    need_round(tree, from);
    need_round(tree, to);
    Sheet out{{{"office", "text"},
               {"year", "whole"},
               {"component", "text"},
               {"from", "exact"},
               {"to", "exact"},
               {"from_row", "whole"},
               {"to_row", "whole"},
               {"evidence", "text"}},
              {}};
    for (const RoundDifference& one : round_differences(tree, scores.table, from, to)) {
        ScoreLine line;
        line.component = one.component;
        const IndexFigure &left = scores.table.rows.at(one.from_row), &right = scores.table.rows.at(one.to_row);
        out.second.push_back(Row(one.office, one.year == 0 ? std::nullopt : std::optional(one.year),
                                 component_of(tree, line).name, one.from, one.to,
                                 static_cast<std::int64_t>(left.mark.line), static_cast<std::int64_t>(right.mark.line),
                                 right.evidence)
                                 .take());
    }
    return out;
}

// Points as float64, an office a row and a component a column; NaN where they are not known.
void matrix(const BoundScores& scores, const py::buffer& out)
{
    const Column<double> into(out, true);
    std::size_t at = 0;
    for (const Scorecard& card : scores.cards) at += card.lines.size();
    need_same_size(into.size(), at);
    at = 0;
    for (const Scorecard& card : scores.cards)
        for (const ScoreLine& line : card.lines)
            into.data()[at++] = line.points ? static_cast<double>(line.points->numerator()) /
                                                  static_cast<double>(line.points->denominator())
                                            : std::numeric_limits<double>::quiet_NaN();
}

// (office, year or 0, component, text of the figure or nothing): JSON, both texts, CSV.
using Wish = std::tuple<std::string, std::int64_t, std::string, std::optional<std::string>>;
std::tuple<std::string, std::string, std::string, std::string> ask_what_if(
    const BoundIndex& index, const py::bytes& text, const py::bytes& file, const std::vector<Wish>& wishes,
    const std::string& office, std::int64_t year, bool rivals, bool by_group, const std::string& target,
    const py::bytes& actions, const py::bytes& actions_file)
{
    const IndexTree& tree = *index.tree;
    const IndexTable table = read_table(tree, text, file);
    WhatIfQuestion question{
        {}, "", office, year, rivals, by_group, target, std::string(actions), std::string(actions_file)};
    const py::gil_scoped_release quiet;
    Problems problems;
    for (const auto& [of, when, component, value] : wishes) {
        Supposition one = read_supposition(of + "." + component + "=" + value.value_or(""), tree, "", problems);
        one.year = when;
        question.suppositions.push_back(std::move(one));
    }
    problems.throw_if_any();
    const WhatIf found = what_if(tree, table, question);
    return {what_if_json(tree, found), what_if_text(tree, found, Language::vi), what_if_text(tree, found, Language::en),
            what_if_csv(tree, found)};
}

std::string scores_text(const BoundScores& scores, const std::string& language)
{
    const py::gil_scoped_release quiet;
    const IndexTree& tree = *scores.index.tree;
    return scorecards_text(tree, scores.table, scores.cards, {}, language == "en" ? Language::en : Language::vi,
                           index_ranking(tree, scores.cards, false));
}

std::string scores_json(const BoundScores& scores)
{
    const py::gil_scoped_release quiet;
    const IndexTree& tree = *scores.index.tree;
    return scorecards_json(tree, scores.table, scores.cards, {}, index_ranking(tree, scores.cards, false));
}

std::string scores_csv(const BoundScores& scores)
{
    const py::gil_scoped_release quiet;
    const IndexTree& tree = *scores.index.tree;
    return scorecards_csv(tree, scores.table, scores.cards, index_ranking(tree, scores.cards, false));
}

}  // namespace

void bind_index(py::module_& module)
{
    py::class_<BoundIndex>(module, "Index", "The index in force on a day.")
        .def_property_readonly("edition", [](const BoundIndex& index) { return index.tree->edition; })
        .def_property_readonly("whole", [](const BoundIndex& index) { return exact(index.tree->whole); })
        .def_property_readonly("rounds", &rounds)
        .def("components", &components)
        .def("nodes", &nodes)
        .def("score", &score, py::arg("text"), py::arg("file"), py::arg("until"), py::arg("earlier"), py::arg("as_of"))
        .def("what_if", &ask_what_if, py::arg("text"), py::arg("file"), py::arg("wishes"), py::arg("office"),
             py::arg("year"), py::arg("rivals"), py::arg("by_group"), py::arg("target"), py::arg("actions"),
             py::arg("actions_file"));
    py::class_<BoundScores>(module, "IndexScores", "Offices that an index has scored.")
        .def("__len__", [](const BoundScores& scores) { return scores.cards.size(); })
        .def("offices", &offices)
        .def("ranks", &ranks, py::arg("by_group"))
        .def("lines", &lines)
        .def("nodes", &node_points)
        .def("differences", &differences, py::arg("begin"), py::arg("end"))
        .def("matrix", &matrix, py::arg("out"))
        .def("to_text", &scores_text, py::arg("lang"))
        .def("to_json", &scores_json)
        .def("to_csv", &scores_csv);
    module.def("open_index", &open_index, py::arg("rules"), py::arg("on"));
}

}  // namespace sangkien::python
