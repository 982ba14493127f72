#pragma once

#include "index_table.hpp"

#include "../index/scorecard_inl.hpp"
#include "csv_rows_inl.hpp"

namespace sangkien {

namespace detail {

// A figure as offices write it: 97,5 and 97,5% as in Vietnamese; yes and no in words.
inline bool read_figure(std::string_view text, bool yes_no, Ratio& out)
{
    for (const char* yes : {"true", "yes", "có", "x"})
        if (yes_no && text == yes) return out = Ratio(1), true;
    for (const char* no : {"false", "no", "không"})
        if (yes_no && text == no) return out = Ratio(0), true;
    const bool percent = text.size() > 1 && text.back() == '%';
    if (percent) text = trimmed(text.substr(0, text.size() - 1));
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (!read_sheet_number(text, out)) return false;
    if (percent) out = out / Ratio(100);
    return !yes_no || out == Ratio(0) || out == Ratio(1);
}

// Where the columns of a table stand.
struct FigureColumns {
    enum Column : std::size_t { office, component, value, group, round, evidence, year, count };
    static constexpr const char* names[count] = {"office", "component", "value", "group", "round", "evidence", "year"};

    explicit FigureColumns(const SheetRow& header)
    {
        for (std::size_t i = 0; i < count; ++i) at[i] = column_named(header, names[i]);
    }
    bool lack(std::size_t column, const IndexTree& tree) const noexcept
    {
        const bool needed = column <= value || (column == round && !tree.rounds.empty());
        return needed && at[column] == std::string::npos;
    }
    SheetCell cell(const SheetRow& row, Column column) const noexcept { return cell_of(row, at[column]); }

    std::size_t at[count] = {};
};

class IndexTableReader {
public:
    IndexTableReader(std::string file, const IndexTree& tree, Problems& problems)
        : tree_(tree), problems_(problems), components_(tree)
    {
        table_.file = std::move(file);
    }

    IndexTable run(std::string_view text)
    {
        CsvRows rows(text);
        rows.next();
        const FigureColumns columns(rows.row());
        bool whole = true;
        for (std::size_t i = 0; i < FigureColumns::count; ++i) {
            if (!columns.lack(i, tree_)) continue;
            tell_missing_column(problems_, table_.file, rows.row(), FigureColumns::names[i]);
            whole = false;
        }
        if (!whole) return std::move(table_);
        table_.rows.reserve(rows.most_rows(std::string_view("a,b\n").size()));
        while (rows.next()) add(rows.row(), columns);
        return std::move(table_);
    }

private:
    void add(const SheetRow& row, const FigureColumns& columns)
    {
        const SheetCell of[] = {columns.cell(row, columns.office), columns.cell(row, columns.component)};
        for (std::size_t i = 0; i < 2; ++i)
            if (of[i].text.empty()) tell_empty_cell(problems_, table_.file, of[i].mark, FigureColumns::names[i]);
        if (of[0].text.empty() || of[1].text.empty()) return;
        const SheetCell in_round = columns.cell(row, columns.round), number = columns.cell(row, columns.value),
                        when = columns.cell(row, columns.year);
        IndexFigure& out = table_.rows.emplace_back();
        out.mark = row[0].mark;
        out.office = of[0].text;
        out.component = of[1].text;
        out.component_mark = of[1].mark;
        out.group = columns.cell(row, columns.group).text;
        out.round = in_round.text;
        out.round_mark = in_round.mark;
        out.evidence = columns.cell(row, columns.evidence).text;
        out.value_mark = number.mark;
        // What cannot be read is told, and the row stays: the office did take part in the round.
        out.stated = !number.text.empty() && read_value(out.component, number, out.value);
        out.year_mark = when.mark;
        if (when.text.empty()) return;
        Ratio calendar_year;
        if (!read_ratio(when.text, calendar_year) || calendar_year.denominator() != 1) {
            table_.rows.pop_back();
            return tell_bad_number(when);
        }
        out.year = calendar_year.numerator();
    }

    bool read_value(const std::string& id, const SheetCell& from, Ratio& out)
    {
        const std::size_t at = components_.next(id);
        const bool yes_no = at < components_.size() && components_[at].input == IndexInput::yes_no;
        if (read_figure(from.text, yes_no, out)) return true;
        tell_bad_number(from);
        return false;
    }

    void tell_bad_number(const SheetCell& from)
    {
        problems_.add(ErrorId::bad_number, {table_.file, "", from.mark}, {{"text", std::string(from.text)}});
    }

    const IndexTree& tree_;
    Problems& problems_;
    ComponentNumbers components_;
    IndexTable table_;
};

}  // namespace detail

SANGKIEN_INLINE IndexTable read_index_table(std::string_view text, std::string file, const IndexTree& tree,
                                            Problems& problems)
{
    return detail::IndexTableReader(std::move(file), tree, problems).run(text);
}

SANGKIEN_INLINE IndexTable checked_index_table(std::string_view text, std::string file, const IndexTree& tree)
{
    Problems problems;
    IndexTable table = read_index_table(text, std::move(file), tree, problems);
    check_index_table(tree, table, problems);
    problems.throw_if_any();
    return table;
}

}  // namespace sangkien

#include "index_page_inl.hpp"
