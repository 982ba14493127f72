#pragma once

#include <array>
#include <numeric>

#include "../batch/index_tables_inl.hpp"
#include "../index/scorecard_checks_inl.hpp"
#include "index_columns.hpp"
#include "index_table_inl.hpp"

namespace sangkien {

namespace detail {

// A figure: units / 10^places, with no more places than it needs.
struct DecimalFigure {
    std::int64_t units = 0;
    std::uint8_t places = 0;
};

// A decimal with a point or a comma as read_sheet_number takes it, of so few digits that nothing is lost.
inline bool read_plain_decimal(std::string_view text, DecimalFigure& out) noexcept
{
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    if (text.empty() || text.size() > limits::decimal_digits) return false;
    std::int64_t units = 0;
    std::size_t point = text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto digit = static_cast<unsigned char>(text[i] - '0');
        if (digit <= 9) {
            units = units * 10 + digit;
        } else if ((text[i] == '.' || text[i] == ',') && point == text.size() && i > 0 && i + 1 < text.size()) {
            point = i;
        } else {
            return false;
        }
    }
    out = {negative ? -units : units, static_cast<std::uint8_t>(point == text.size() ? 0 : text.size() - point - 1)};
    for (; out.places > 0 && out.units % 10 == 0; --out.places) out.units /= 10;
    return true;
}

// False for what is no decimal, as 1/3.
inline bool as_decimal(Ratio value, DecimalFigure& out) noexcept
{
    for (out.places = 0; out.places <= limits::decimal_digits; ++out.places) {
        const std::int64_t power = power_of_ten(out.places);
        if (power % value.denominator() != 0) continue;
        const wide units = wide(value.numerator()) * (power / value.denominator());
        out.units = static_cast<std::int64_t>(units);
        return out.units == units;
    }
    return false;
}

// Reads a table in which nothing is wrong and every figure is a decimal; of any other it says no more than that.
class IndexColumnsReader {
public:
    IndexColumnsReader(const IndexTree& tree, std::string_view until)
        : tree_(tree), last_round_(until.empty() ? tree.rounds.size() : tree.round(until)), components_(tree)
    {
        for (std::size_t i = 0; i < components_.size(); ++i) {
            const std::pair<Ratio, Ratio> range = figure_range(components_[i]);
            const bool whole = range.second == Ratio(INT64_MAX) || components_[i].input == IndexInput::yes_no;
            Bounds& to = bounds_.emplace_back();
            to.fill({1, 0});  // nothing lies between
            for (int places = 0; places <= (whole ? 0 : limits::decimal_digits); ++places)
                to[static_cast<std::size_t>(places)] = {
                    units_from(range.first, power_of_ten(places)),
                    -units_from(Ratio(0) - range.second, power_of_ten(places)),
                };
        }
    }

    bool run(std::string_view text)
    {
        if (tree_.rounds.size() > 64) return false;
        CsvRows rows(text);
        rows.next();
        const FigureColumns columns(rows.row());
        for (std::size_t i = 0; i < FigureColumns::count; ++i)
            if (columns.lack(i, tree_)) return false;
        cells_.reserve(rows.most_rows(std::string_view("a,b\n").size()) + components_.size());
        while (rows.next())
            if (!add(rows.row(), columns)) return false;
        for (const std::uint64_t rounds : rounds_)
            if (!in_order(rounds)) return false;
        return fill_columns();
    }

    IndexSheet sheet;

private:
    struct Cell {
        DecimalFigure figure;
        std::uint8_t round = 0;
        bool stated = false, bare = false;
        std::uint64_t rounds = 0;  // those that have a row, a bit for each
    };
    using Bounds = std::array<std::pair<std::int64_t, std::int64_t>, limits::decimal_digits + 1>;  // by places

    bool add(const SheetRow& row, const FigureColumns& columns)
    {
        const auto text = [&](FigureColumns::Column column) { return columns.cell(row, column).text; };
        const std::string_view office = text(columns.office), in_round = text(columns.round);
        const std::size_t column = components_.next(text(columns.component));
        const std::size_t round = tree_.rounds.empty() ? 0 : tree_.round(in_round);
        const bool known_round = tree_.rounds.empty() ? in_round.empty() : round < tree_.rounds.size();
        if (office.empty() || column == components_.size() || !known_round || !take_year(text(columns.year)))
            return false;
        const std::size_t at = offices_.of(office, year_);
        if (at == sheet.offices.size()) {
            sheet.offices.push_back({std::string(office), std::string(text(columns.group)), year_});
            sheet.columns.rows.push_back(rows_);
            cells_.resize(cells_.size() + components_.size());
            rounds_.push_back(0);
        }
        ++rows_;
        rounds_[at] |= std::uint64_t{1} << round;
        return put(cells_[at * components_.size() + column], column, round, text(columns.value),
                   text(columns.evidence));
    }

    // False for a second row of the same round too.
    bool put(Cell& cell, std::size_t column, std::size_t round, std::string_view value, std::string_view evidence)
    {
        const std::uint64_t bit = std::uint64_t{1} << round;
        if ((cell.rounds & bit) != 0) return false;
        cell.rounds |= bit;
        if (value.empty()) return true;
        DecimalFigure figure;
        if (!read(column, value, figure)) return false;
        if (round > last_round_ || (cell.stated && cell.round > round)) return true;
        cell.figure = figure;
        cell.round = static_cast<std::uint8_t>(round);
        cell.stated = true;
        cell.bare = evidence.empty() && components_[column].without_evidence.has_value();
        return true;
    }

    bool read(std::size_t column, std::string_view text, DecimalFigure& out) const
    {
        if (!read_plain_decimal(text, out)) {
            Ratio value;
            const bool yes_no = components_[column].input == IndexInput::yes_no;
            if (!read_figure(text, yes_no, value) || !as_decimal(value, out)) return false;
        }
        const auto [low, high] = bounds_[column][out.places];
        return low <= out.units && out.units <= high;
    }

    bool take_year(std::string_view text)
    {
        if (text == year_text_) return true;
        Ratio year;
        if (!text.empty() && (!read_ratio(text, year) || year.denominator() != 1)) return false;
        year_ = year.numerator();
        year_text_ = text;
        return year_ == 0 || tree_.first_year == 0 || (tree_.first_year <= year_ && year_ <= tree_.last_year);
    }

    // No round without those before it.
    bool in_order(std::uint64_t rounds) const
    {
        for (std::size_t i = 0; i < tree_.rounds.size(); ++i)
            if ((rounds >> i & 1) == 0 && !tree_.rounds[i].optional && rounds >> i != 0) return false;
        return true;
    }

    // Whole numbers over the least denominator a column's figures have in common, as pack_index_columns has them.
    bool fill_columns()
    {
        const std::size_t width = components_.size(), offices = sheet.offices.size();
        std::vector<std::uint8_t> places(width, 0);
        for (std::size_t i = 0; i < cells_.size(); i += width)
            for (std::size_t column = 0; column < width; ++column)
                places[column] = std::max(places[column], cells_[i + column].figure.places);
        std::vector<std::int64_t>& wide_ones = sheet.columns.wide;
        wide_ones.assign(offices * width, no_figure<std::int64_t>);
        constexpr std::size_t together = 16;  // offices, so that what is written stays near
        for (std::size_t first = 0; first < offices; first += together)
            for (std::size_t column = 0; column < width; ++column)
                for (std::size_t office = first; office < std::min(first + together, offices); ++office) {
                    const Cell& cell = cells_[office * width + column];
                    if (!cell.stated) continue;
                    const wide units = wide(cell.figure.units) * power_of_ten(places[column] - cell.figure.places);
                    std::int64_t& to = wide_ones[column * offices + office];
                    to = static_cast<std::int64_t>(units);
                    if (to != units || to <= no_evidence<std::int64_t>) return false;
                }
        reduce(places);
        return true;
    }

    void reduce(const std::vector<std::uint8_t>& places)
    {
        const std::size_t offices = sheet.offices.size(), width = places.size();
        for (std::size_t column = 0; column < width; ++column) {
            std::int64_t* const figures = sheet.columns.wide.data() + column * offices;
            std::int64_t shared = power_of_ten(places[column]);
            for (std::size_t i = 0; i < offices && shared > 1; ++i)
                if (figures[i] != no_figure<std::int64_t>) shared = std::gcd(shared, figures[i]);
            sheet.columns.denominators.push_back(power_of_ten(places[column]) / shared);
            for (std::size_t i = 0; i < offices && shared > 1; ++i)
                if (figures[i] != no_figure<std::int64_t>) figures[i] /= shared;
            if (!components_[column].without_evidence) continue;
            for (std::size_t i = 0; i < offices; ++i)
                if (cells_[i * width + column].bare) figures[i] = no_evidence<std::int64_t>;
        }
        narrow_if_fits(sheet.columns);
    }

    const IndexTree& tree_;
    std::size_t last_round_;
    ComponentNumbers components_;
    OfficeNumbers offices_;
    std::vector<Bounds> bounds_;         // of each component
    std::vector<Cell> cells_;            // office by office
    std::vector<std::uint64_t> rounds_;  // of each office, as Cell::rounds
    std::string year_text_;
    std::int64_t year_ = 0;
    std::size_t rows_ = 0;
};

}  // namespace detail

SANGKIEN_INLINE IndexSheet read_index_columns(std::string_view text, std::string file, const IndexTree& tree,
                                              Problems& problems, std::string_view until)
{
    detail::IndexColumnsReader reader(tree, until);
    if (reader.run(text)) return std::move(reader.sheet);
    const std::size_t before = problems.size();
    const IndexTable table = read_index_table(text, std::move(file), tree, problems);
    check_index_table(tree, table, problems);
    IndexSheet out;
    if (problems.size() > before) return out;
    out.columns = pack_index_columns(tree, table, until);
    for (const std::size_t row : out.columns.rows)
        out.offices.push_back({table.rows[row].office, table.rows[row].group, table.rows[row].year});
    return out;
}

}  // namespace sangkien
