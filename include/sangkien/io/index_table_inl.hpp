#pragma once

#include <algorithm>
#include <unordered_map>

#include "index_table.hpp"

#include "../core/limits.hpp"
#include "score_sheet_inl.hpp"

namespace sangkien {

namespace detail {

// A figure as offices write it: 97,5 and 97,5% as in Vietnamese; yes and no in words.
inline bool read_figure(const std::string& text, bool yes_no, Ratio& out)
{
    for (const char* yes : {"true", "yes", "có", "x"})
        if (yes_no && text == yes) return out = Ratio(1), true;
    for (const char* no : {"false", "no", "không"})
        if (yes_no && text == no) return out = Ratio(0), true;
    std::string exact = text;
    const bool percent = exact.size() > 1 && exact.back() == '%';
    if (percent) exact = trimmed(exact.substr(0, exact.size() - 1));
    while (!exact.empty() && exact.back() == ' ') exact.pop_back();
    if (exact.find('.') == std::string::npos && std::count(exact.begin(), exact.end(), ',') == 1)
        std::replace(exact.begin(), exact.end(), ',', '.');
    if (!read_ratio(exact, out)) return false;
    if (percent) out = out / Ratio(100);
    return !yes_no || out == Ratio(0) || out == Ratio(1);
}

class IndexTableReader {
public:
    IndexTableReader(std::string file, const IndexTree& tree, Problems& problems) : tree_(tree), problems_(problems)
    {
        table_.file = std::move(file);
    }

    IndexTable run(const std::string& text)
    {
        for (const auto* list : {&tree_.components, &tree_.beside})
            for (const IndexComponent& each : *list) inputs_.emplace(each.name.id, each.input);
        const std::vector<SheetRow> rows = csv_rows(text);
        if (!columns(rows)) return std::move(table_);
        table_.rows.reserve(rows.size());
        for (std::size_t row = 1; row < rows.size(); ++row) add(rows[row]);
        return std::move(table_);
    }

private:
    enum Column : std::size_t { office, component, value, group, round, evidence, year, count };
    static constexpr const char* names[count] = {"office", "component", "value", "group", "round", "evidence", "year"};

    bool columns(const std::vector<SheetRow>& rows)
    {
        bool whole = true;
        for (std::size_t i = 0; i < count; ++i) {
            at_[i] = std::string::npos;
            for (std::size_t cell = 0; !rows.empty() && cell < rows[0].size(); ++cell)
                if (trimmed(rows[0][cell].text) == names[i]) at_[i] = cell;
            const bool needed = i <= value || (i == round && !tree_.rounds.empty());
            if (at_[i] != std::string::npos || !needed) continue;
            problems_.add(ErrorId::missing_key, {table_.file, "", {1, 1}}, {{"key", names[i]}});
            whole = false;
        }
        return whole;
    }

    SheetCell cell(const SheetRow& row, Column column) const
    {
        if (at_[column] >= row.size()) return {{}, row[0].mark};
        return {trimmed(row[at_[column]].text), row[at_[column]].mark};
    }

    void add(const SheetRow& row)
    {
        IndexFigure out;
        out.mark = row[0].mark;
        const SheetCell of[] = {cell(row, office), cell(row, component)};
        for (std::size_t i = 0; i < 2; ++i)
            if (of[i].text.empty())
                problems_.add(ErrorId::missing_key, {table_.file, "", of[i].mark}, {{"key", names[i]}});
        if (of[0].text.empty() || of[1].text.empty()) return;
        out.office = of[0].text;
        out.component = of[1].text;
        out.component_mark = of[1].mark;
        out.group = cell(row, group).text;
        const SheetCell in_round = cell(row, round), number = cell(row, value), when = cell(row, year);
        out.round = in_round.text;
        out.round_mark = in_round.mark;
        out.evidence = cell(row, evidence).text;
        out.value_mark = number.mark;
        // What cannot be read is told, and the row stays: the office did take part in the round.
        out.stated = !number.text.empty() && read_value(out.component, number, out.value);
        out.year_mark = when.mark;
        Ratio calendar_year;
        if (!when.text.empty() && (!read_ratio(when.text, calendar_year) || calendar_year.denominator() != 1))
            return problems_.add(ErrorId::bad_number, {table_.file, "", when.mark}, {{"text", when.text}});
        out.year = calendar_year.numerator();
        table_.rows.push_back(std::move(out));
    }

    bool read_value(const std::string& id, const SheetCell& from, Ratio& out)
    {
        const auto input = inputs_.find(id);
        const bool yes_no = input != inputs_.end() && input->second == IndexInput::yes_no;
        if (read_figure(from.text, yes_no, out)) return true;
        problems_.add(ErrorId::bad_number, {table_.file, "", from.mark}, {{"text", from.text}});
        return false;
    }

    const IndexTree& tree_;
    Problems& problems_;
    IndexTable table_;
    std::size_t at_[count] = {};
    std::unordered_map<std::string_view, IndexInput> inputs_;
};

}  // namespace detail

SANGKIEN_INLINE IndexTable read_index_table(std::string_view text, std::string file, const IndexTree& tree,
                                            Problems& problems)
{
    return detail::IndexTableReader(std::move(file), tree, problems).run(normalized(text));
}

}  // namespace sangkien

#include "index_page_inl.hpp"
