// Suppositions, actions and targets as they are written.
#pragma once

#include "index_table_inl.hpp"
#include "what_if_text.hpp"

namespace sangkien {

namespace detail {

inline bool yes_no_component(const IndexTree& tree, std::string_view id)
{
    for (const auto* list : {&tree.components, &tree.beside})
        for (const IndexComponent& one : *list)
            if (one.name.id == id) return one.input == IndexInput::yes_no;
    return false;
}

// "+1" and "-1" are added. False where no number stands.
inline bool read_supposed(std::string_view text, bool yes_no, Ratio& value, bool& added)
{
    added = !text.empty() && (text.front() == '+' || text.front() == '-');
    if (!read_figure(added ? trimmed(text.substr(1)) : text, yes_no && !added, value)) return false;
    if (added && text.front() == '-') value = Ratio(0) - value;
    return true;
}

class ActionReader {
public:
    ActionReader(std::string file, const IndexTree& tree, Problems& problems)
        : file_(std::move(file)), tree_(tree), problems_(problems)
    {
    }

    std::vector<Action> run(std::string_view text)
    {
        CsvRows rows(text);
        rows.next();
        if (!columns(rows.row())) return {};
        while (rows.next()) add(rows.row());
        return std::move(out_);
    }

private:
    enum Column : std::size_t { action, component, value, cost, one_of, count };
    static constexpr const char* names[count] = {"action", "component", "value", "cost", "one_of"};

    bool columns(const SheetRow& header)
    {
        bool whole = true;
        for (std::size_t i = 0; i < count; ++i) {
            at_[i] = column_named(header, names[i]);
            if (at_[i] != std::string::npos || i == one_of) continue;
            tell_missing_column(problems_, file_, header, names[i]);
            whole = false;
        }
        return whole;
    }

    SheetCell cell(const SheetRow& row, Column column) const { return cell_of(row, at_[column]); }

    void add(const SheetRow& row)
    {
        for (const Column column : {action, component, value})
            if (cell(row, column).text.empty())
                return tell_empty_cell(problems_, file_, cell(row, column).mark, names[column]);
        const std::string_view id = cell(row, action).text;
        const bool goes_on = !out_.empty() && out_.back().id == id && cell(row, cost).text.empty();
        if (!goes_on) begin(row, id);
        Action::Figure figure;
        figure.component = cell(row, component).text;
        const SheetCell number = cell(row, value);
        if (!read_supposed(number.text, yes_no_component(tree_, figure.component), figure.value, figure.added))
            problems_.add(ErrorId::bad_number, {file_, "", number.mark}, {{"text", std::string(number.text)}});
        out_.back().figures.push_back(std::move(figure));
    }

    void begin(const SheetRow& row, std::string_view id)
    {
        Action next;
        next.id = id;
        next.one_of = cell(row, one_of).text;
        next.mark = row[0].mark;
        const SheetCell price = cell(row, cost);
        if (price.text.empty())
            tell_empty_cell(problems_, file_, price.mark, names[cost]);
        else if (!read_figure(price.text, false, next.cost))
            problems_.add(ErrorId::bad_number, {file_, "", price.mark}, {{"text", std::string(price.text)}});
        out_.push_back(std::move(next));
    }

    std::string file_;
    const IndexTree& tree_;
    Problems& problems_;
    std::size_t at_[count] = {};
    std::vector<Action> out_;
};

}  // namespace detail

SANGKIEN_INLINE Supposition read_supposition(std::string_view text, const IndexTree& tree, const std::string& file,
                                             Problems& problems)
{
    Supposition out;
    const Place place{file, "", {}};
    const std::string composed = normalized(text);
    const std::string_view whole = composed;
    const std::size_t sign = whole.find('=');
    const std::size_t dot = sign == std::string::npos ? sign : whole.rfind('.', sign);
    if (sign == std::string::npos || dot == std::string::npos) {
        problems.add(ErrorId::missing_key, place, {{"key", "office.component=value"}});
        return out;
    }
    out.office = detail::trimmed(whole.substr(0, dot));
    out.component = detail::trimmed(whole.substr(dot + 1, sign - dot - 1));
    const std::string_view number = detail::trimmed(whole.substr(sign + 1));
    if (number.empty()) return out;
    Ratio value;
    if (!detail::read_supposed(number, detail::yes_no_component(tree, out.component), value, out.added))
        problems.add(ErrorId::bad_number, place, {{"text", std::string(number)}});
    out.value = value;
    return out;
}

SANGKIEN_INLINE std::vector<Action> read_actions(std::string_view text, std::string file, const IndexTree& tree,
                                                 Problems& problems)
{
    return detail::ActionReader(std::move(file), tree, problems).run(text);
}

SANGKIEN_INLINE RankNeeds read_target(std::string_view text, const IndexTree& tree, const std::vector<Scorecard>& cards,
                                      std::size_t card, Problems& problems)
{
    const std::string composed = normalized(text);
    const std::string_view whole = detail::trimmed(composed);
    const auto after = [&](const char* word) {
        const std::string_view head = word;
        return whole.rfind(head, 0) == 0 ? std::optional(detail::trimmed(whole.substr(head.size()))) : std::nullopt;
    };
    RankNeeds out;
    if (const std::optional<std::string_view> wanted = after("class:")) {
        std::vector<std::string> known;
        for (const IndexClass& one : tree.classes) {
            known.push_back(one.name.id);
            if (one.name.id == *wanted) out.total = one.from;
        }
        if (!out.total) unknown_name(problems, {}, {"hạng xếp loại", "class"}, *wanted, known);
        return out;
    }
    Ratio number;
    const std::optional<std::string_view> rank = after("rank:");
    const std::string_view digits = rank ? *rank : whole;
    if (!detail::read_figure(digits, false, number) || (rank && (number.denominator() != 1 || number < Ratio(1)))) {
        problems.add(ErrorId::bad_number, {}, {{"text", std::string(digits)}});
        return out;
    }
    if (rank) return needs_for_rank(tree, cards, card, number.numerator());
    out.total = number;
    return out;
}

}  // namespace sangkien
