// The index over columns: numpy's whole numbers, doubles and truths as buffers, without the GIL.
#include "columns.hpp"

#include <sangkien/batch/index_tables.hpp>

#include <array>
#include <cmath>
#include <cstdio>
#include <type_traits>

namespace sangkien::python {

namespace {

constexpr std::int64_t most_digits = 1000000000000000;  // 15 digits say which decimal a double stands for

// One column as it was handed in, then as whole numbers over a denominator.
struct FigureColumn {
    py::buffer_info info;
    bool bare = false;                        // its component asks for evidence
    std::optional<py::buffer_info> evidence;  // of each office; nobody's when there is none
    std::int64_t denominator = 1;
    bool asked = false;                 // the denominator was given
    std::vector<std::int64_t> figures;  // unless they are taken as they are
};

template <class Value>
const Value* values_of(const py::buffer_info& info)
{
    return static_cast<const Value*>(info.ptr);
}

bool is(const py::buffer_info& info, const char* formats, std::size_t size)
{
    return info.format.size() == 1 && info.format.find_first_of(formats) == 0 &&
           info.itemsize == static_cast<py::ssize_t>(size);
}

bool narrow(const FigureColumn& column) { return is(column.info, "il", 4) && !column.bare; }

void need_packed(const py::buffer_info& info, std::size_t offices)
{
    if (info.ndim != 1 || (info.size > 1 && info.strides[0] != info.itemsize))
        throw py::value_error("a packed column is needed");
    need_same_size(static_cast<std::size_t>(info.size), offices);
}

// Doubles as whole numbers over `over`, NaN as no figure; false when one of them is no such number. Without a branch.
bool whole_numbers(const double* values, std::size_t count, double over, std::int64_t* out)
{
    constexpr double shift = 6755399441055744.0;  // 1.5 * 2^52: added and taken away again, rounds to whole numbers
    bool good = true;
    for (std::size_t i = 0; i < count; ++i) {
        const double value = values[i], scaled = value * over, whole = (scaled + shift) - shift;
        const bool missing = value != value;
        const bool stands = std::fabs(scaled) <= static_cast<double>(most_digits) && whole / over == value;
        good = good && (missing || stands);
        const auto figure = static_cast<std::int64_t>(stands ? whole : 0.0);
        out[i] = missing ? no_figure<std::int64_t> : figure;
    }
    return good;
}

[[noreturn]] void tell_number(const IndexComponent& component, double value, std::size_t row)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.17g", value);
    throw Error(Problem{ErrorId::bad_number,
                        {{}, component.path, {}},
                        {{"text", std::string(text)}, {"row", static_cast<std::int64_t>(row)}}});
}

// Doubles as the decimals they stand for, over the least power of ten that holds them all, or over what was asked.
void take_doubles(const IndexComponent& component, FigureColumn& column)
{
    const auto* const values = values_of<double>(column.info);
    const auto offices = static_cast<std::size_t>(column.info.size);
    column.figures.resize(offices);
    const auto stand = [&](std::size_t at, std::size_t count) {
        return whole_numbers(values + at, count, static_cast<double>(column.denominator), column.figures.data() + at);
    };
    constexpr std::size_t part = 256;  // a wrong power of ten is seen soon
    for (std::size_t at = 0; at < offices;) {
        if (stand(at, std::min(part, offices - at))) {
            at += part;
            continue;
        }
        while (stand(at, 1)) ++at;
        if (column.asked || column.denominator == most_digits) tell_number(component, values[at], at);
        column.denominator *= 10;
        at = 0;
    }
}

template <class Value>
void take_whole(FigureColumn& column)
{
    const auto* const values = values_of<Value>(column.info);
    column.figures.assign(values, values + column.info.size);
    if constexpr (sizeof(Value) == 4 && std::is_signed_v<Value>)
        for (std::int64_t& figure : column.figures)
            if (figure == no_figure<std::int32_t>) figure = no_figure<std::int64_t>;
}

void take(const IndexComponent& component, FigureColumn& column)
{
    if (is(column.info, "d", 8))
        take_doubles(component, column);
    else if (is(column.info, "il", 4))
        take_whole<std::int32_t>(column);
    else if (is(column.info, "lq", 8))
        take_whole<std::int64_t>(column);
    else if (is(column.info, "?", 1))
        take_whole<std::uint8_t>(column);
    else
        throw py::type_error("a column of int32, int64, float64 or bool is needed, not '" + column.info.format + "'");
    if (column.bare)
        for (std::size_t i = 0; i < column.figures.size(); ++i)
            if (column.figures[i] != no_figure<std::int64_t> &&
                !(column.evidence && values_of<bool>(*column.evidence)[i]))
                column.figures[i] = no_evidence<std::int64_t>;
}

// component, column, denominator (0: not given), evidence.
using Handed = std::tuple<std::string, py::buffer, std::int64_t, std::optional<py::buffer>>;

struct Totals {
    Column<std::int64_t> total, over, open, open_over;
    Column<bool> complete;
};

class IndexOverColumns {
public:
    IndexOverColumns(const IndexTree& tree, const std::vector<Handed>& handed, std::size_t offices)
        : tree_(tree), offices_(offices), columns_(tree.components.size() + tree.beside.size())
    {
        Problems problems;
        std::vector<std::string> known;
        for (std::size_t i = 0; i < columns_.size(); ++i) known.push_back(component(i).name.id);
        for (const Handed& one : handed) {
            const auto at =
                static_cast<std::size_t>(std::find(known.begin(), known.end(), std::get<0>(one)) - known.begin());
            if (at == known.size())
                unknown_name(problems, {}, {"tiêu chí thành phần", "component of the index"}, std::get<0>(one), known);
            else
                add(at, one);
        }
        problems.throw_if_any();
    }

    // The denominator of `points`.
    std::int64_t run(const Totals& out, const IndexPoints& points)
    {
        bool all_narrow = true;
        for (const auto& column : columns_) all_narrow = all_narrow && (!column || narrow(*column));
        std::vector<std::int64_t> denominators;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (columns_[i] && !all_narrow) take(component(i), *columns_[i]);
            denominators.push_back(columns_[i] ? columns_[i]->denominator : 1);
        }
        const IndexScorer scorer(tree_, denominators);
        std::vector<OfficeTotal> totals(offices_);
        const auto score = [&](auto data) {
            std::vector<decltype(data(*columns_[0]))> each;
            for (const auto& column : columns_) each.push_back(column ? data(*column) : nullptr);
            scorer.run(each.data(), offices_, totals.data(), points);
        };
        if (all_narrow)
            score([](const FigureColumn& column) { return values_of<std::int32_t>(column.info); });
        else
            score([](const FigureColumn& column) { return column.figures.data(); });
        for (std::size_t i = 0; i < offices_; ++i) {
            out.total.data()[i] = totals[i].total;
            out.over.data()[i] = totals[i].denominator;
            out.open.data()[i] = totals[i].open;
            out.open_over.data()[i] = totals[i].open_denominator;
            out.complete.data()[i] = totals[i].complete;
        }
        return scorer.denominator();
    }

private:
    const IndexComponent& component(std::size_t at) const
    {
        return at < tree_.components.size() ? tree_.components[at] : tree_.beside[at - tree_.components.size()];
    }

    void add(std::size_t at, const Handed& one)
    {
        columns_[at].emplace();
        FigureColumn& column = *columns_[at];
        column.info = std::get<1>(one).request();
        need_packed(column.info, offices_);
        column.asked = std::get<2>(one) != 0;
        if (column.asked) column.denominator = std::get<2>(one);
        column.bare = component(at).without_evidence.has_value();
        if (!column.bare || !std::get<3>(one)) return;
        column.evidence = std::get<3>(one)->request();
        need_packed(*column.evidence, offices_);
        if (!is(*column.evidence, "?", 1)) throw py::type_error("evidence is a column of bool");
    }

    const IndexTree& tree_;
    std::size_t offices_;
    std::vector<std::optional<FigureColumn>> columns_;
};

std::int64_t score(const Rules& rules, std::int32_t day, const std::vector<Handed>& handed, const py::buffer& total,
                   const py::buffer& over, const py::buffer& open, const py::buffer& open_over,
                   const py::buffer& complete, const std::optional<std::array<py::buffer, 3>>& points)
{
    const IndexTree& tree = index_in_force(rules, {day});
    const Totals out{{total, true}, {over, true}, {open, true}, {open_over, true}, {complete, true}};
    const std::size_t offices = out.total.size();
    for (const std::size_t size : {out.over.size(), out.open.size(), out.open_over.size(), out.complete.size()})
        need_same_size(size, offices);
    IndexPoints wanted;
    std::vector<Column<std::int64_t>> parts;
    if (points) {
        for (const py::buffer& one : *points) parts.emplace_back(one, true);
        need_same_size(parts[0].size(), tree.nodes.size() * offices);
        need_same_size(parts[1].size(), tree.nodes.size() * offices);
        need_same_size(parts[2].size(), (tree.components.size() + tree.beside.size()) * offices);
        wanted = {parts[0].data(), parts[1].data(), parts[2].data(), offices};
    }
    IndexOverColumns columns(tree, handed, offices);
    const py::gil_scoped_release quiet;
    return columns.run(out, wanted);
}

}  // namespace

void bind_index_columns(py::module_& module)
{
    module.def("index_columns", &score, py::arg("rules"), py::arg("day"), py::arg("columns"), py::arg("total"),
               py::arg("over"), py::arg("open"), py::arg("open_over"), py::arg("complete"), py::arg("points"),
               "columns: (component, column, denominator or 0, evidence); points: nodes, lost, components, one after "
               "another. Gives the denominator of the points. Without the GIL.");
}

}  // namespace sangkien::python
