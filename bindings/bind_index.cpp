// The index of offices: tables of figures scored and ranked, problems told where the table has them.
#include "index_scores.hpp"

#include <sangkien/io/index_columns.hpp>

#include <set>

namespace sangkien::python {

void tell_in_place(const Error& error, const py::function& place)
{
    using Where = std::tuple<std::string, std::uint32_t, std::uint32_t, std::string>;
    const auto find = [&](const std::string& file, std::uint32_t line, std::uint32_t column) {
        return place(py::bytes(file), line, column).cast<std::optional<Where>>();
    };
    Problems problems;
    std::set<std::string> told;
    for (Problem problem : error.problems()) {
        const Place from = problem.place;
        if (const auto where = find(from.file, from.mark.line, from.mark.column))
            problem.place = {std::get<0>(*where), std::get<3>(*where), {std::get<1>(*where), std::get<2>(*where)}};
        for (Detail& detail : problem.details) {
            if (std::string_view(detail.key) != "line") continue;
            const auto other = find(from.file, static_cast<std::uint32_t>(std::stoul(detail.words.en)), 0);
            if (other) detail.words = {std::get<3>(*other), std::get<3>(*other)};
        }
        // A column's name stands once above thousands of rows.
        if (told.insert(message(problem, Language::en)).second)
            problems.add(problem.id, problem.place, problem.details);
    }
    problems.throw_if_any();
    throw error;
}

namespace {

using SharedRules = std::shared_ptr<Rules>;

void need_rounds(const IndexTree& tree, std::initializer_list<std::string> rounds)
{
    Problems problems;
    for (const std::string& round : rounds) check_round(tree, round, problems);
    problems.throw_if_any();
}

Sheet differences(const BoundScores& bound, const std::string& from, const std::string& to)
{
    need_rounds(*bound.tree, {from, to});
    return differences_table(bound, from, to);
}

std::unique_ptr<BoundScores> score(const SharedRules& rules, std::int32_t day, const py::bytes& text,
                                   const py::bytes& file, const std::string& until,
                                   const std::optional<std::pair<py::bytes, py::bytes>>& earlier,
                                   std::optional<std::int64_t> as_of, const py::function& place)
{
    const std::string content(text), name(file);
    std::string before, before_name;
    if (earlier) before = std::string(earlier->first), before_name = std::string(earlier->second);
    try {
        const py::gil_scoped_release quiet;
        const IndexTree& tree = index_in_force(*rules, {day});
        if (!until.empty()) need_rounds(tree, {until});
        IndexTable table = checked_index_table(content, name, tree);
        Problems problems;
        if (earlier && as_of)
            check_locked_rounds(tree, checked_index_table(before, before_name, tree), table, {*as_of}, problems);
        problems.throw_if_any();
        std::vector<Scorecard> cards = score_table(tree, table, until);
        return std::make_unique<BoundScores>(BoundScores{rules, &tree, std::move(table), std::move(cards)});
    } catch (const Error& error) {
        tell_in_place(error, place);
    }
}

template <class Number>
py::bytearray packed(const std::vector<Number>& numbers)
{
    return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number)};
}

// Office, group and year of each; then total, over, open, open over, complete as arrays.
std::pair<py::list, py::tuple> totals(const SharedRules& rules, std::int32_t day, const py::bytes& text,
                                      const py::bytes& file, const std::string& until, const py::function& place)
{
    const std::string content(text), name(file);
    IndexSheet sheet;
    std::vector<OfficeTotal> found;
    try {
        const py::gil_scoped_release quiet;
        const IndexTree& tree = index_in_force(*rules, {day});
        if (!until.empty()) need_rounds(tree, {until});
        Problems problems;
        sheet = read_index_columns(content, name, tree, problems, until);
        problems.throw_if_any();
        found.resize(sheet.offices.size());
        IndexScorer(tree, sheet.columns.denominators).run(sheet.columns, found.data());
    } catch (const Error& error) {
        tell_in_place(error, place);
    }
    py::list offices;
    for (const OfficeYear& one : sheet.offices)
        offices.append(py::make_tuple(one.office, one.group.empty() ? py::object(py::none()) : py::str(one.group),
                                      one.year == 0 ? py::object(py::none()) : py::int_(one.year)));
    std::vector<std::int64_t> total, over, open, open_over;
    std::vector<std::uint8_t> complete;
    for (const OfficeTotal& one : found) {
        total.push_back(one.total);
        over.push_back(one.denominator);
        open.push_back(one.open);
        open_over.push_back(one.open_denominator);
        complete.push_back(one.complete);
    }
    return {offices, py::make_tuple(packed(total), packed(over), packed(open), packed(open_over), packed(complete))};
}

// The same as from the command: JSON, text in Vietnamese and English, CSV.
std::tuple<std::string, std::string, std::string, std::string> pages(const BoundScores& bound)
{
    const py::gil_scoped_release quiet;
    const IndexTree& tree = *bound.tree;
    const IndexRanking ranking = index_ranking(tree, bound.cards, false);
    return {scorecards_json(tree, bound.table, bound.cards, {}, ranking),
            scorecards_text(tree, bound.table, bound.cards, {}, Language::vi, ranking),
            scorecards_text(tree, bound.table, bound.cards, {}, Language::en, ranking),
            scorecards_csv(tree, bound.table, bound.cards, ranking)};
}

}  // namespace

void bind_index(py::module_& module)
{
    py::class_<BoundScores>(module, "IndexScores")
        .def("offices", &offices_table)
        .def("lines", &lines_table, py::arg("lost"))
        .def("nodes", &node_scores)
        .def("ranks", &ranks_table, py::arg("by_group"))
        .def("differences", &differences, py::arg("from_"), py::arg("to"))
        .def("pages", &pages);
    module.def(
        "index", [](const Rules& rules, std::int32_t day) { return index_described(index_in_force(rules, {day})); },
        py::arg("rules"), py::arg("day"));
    module.def("index_score", &score, py::arg("rules"), py::arg("day"), py::arg("text"), py::arg("file"),
               py::arg("until"), py::arg("earlier"), py::arg("as_of"), py::arg("place"),
               "place(file, line, column) tells where problems stand; column 0 is a whole row.");
    module.def("index_totals", &totals, py::arg("rules"), py::arg("day"), py::arg("text"), py::arg("file"),
               py::arg("until"), py::arg("place"),
               "Offices as (office, group, year); int64 arrays of totals, over, open, open over, and one of bool.");
}

}  // namespace sangkien::python
