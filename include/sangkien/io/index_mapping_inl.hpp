#pragma once

#include <algorithm>
#include <map>

#include "index_mapping.hpp"

#include "../core/limits.hpp"
#include "csv_rows_inl.hpp"
#include "json_reader.hpp"

namespace sangkien {

namespace detail {

// What an edition has, by kind.
struct IndexIds {
    std::vector<std::string> components, nodes;

    explicit IndexIds(const IndexTree& tree)
    {
        for (const auto* list : {&tree.components, &tree.beside})
            for (const IndexComponent& each : *list) components.push_back(each.name.id);
        for (const IndexNode& each : tree.nodes) nodes.push_back(each.name.id);
    }
    static bool holds(const std::vector<std::string>& ids, std::string_view id)
    {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    }
    bool knows(std::string_view id) const { return holds(components, id) || holds(nodes, id); }
    std::vector<std::string> all() const
    {
        std::vector<std::string> out = components;
        out.insert(out.end(), nodes.begin(), nodes.end());
        return out;
    }
};

class IndexMappingReader {
public:
    IndexMappingReader(std::string file, const IndexTree& before, const IndexTree& after, Problems& problems)
        : file_(std::move(file)), before_(before), after_(after), problems_(problems)
    {
    }

    IndexMapping run(std::string_view text)
    {
        const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        if (first != std::string_view::npos && (text[first] == '[' || text[first] == '{'))
            json(text);
        else
            csv(text);
        return std::move(out_);
    }

private:
    void csv(std::string_view text)
    {
        CsvRows rows(text);
        rows.next();
        std::size_t at[2];
        for (std::size_t i = 0; i < 2; ++i) {
            const char* name = i == 0 ? "from" : "to";
            at[i] = column_named(rows.row(), name);
            if (at[i] == std::string::npos) tell_missing_column(problems_, file_, rows.row(), name);
        }
        if (at[0] == std::string::npos || at[1] == std::string::npos) return;
        while (rows.next()) add(cell_of(rows.row(), at[0]), cell_of(rows.row(), at[1]));
    }

    void json(std::string_view text)
    {
        const Tree tree = read_json(text, file_, problems_);
        if (!expect(tree.root(), Kind::list, problems_)) return;
        for (Node item : children(tree.root())) {
            const std::size_t before = problems_.size();
            Fields fields(item, problems_);
            SheetCell cells[2];
            for (std::size_t i = 0; i < 2; ++i) {
                const Node value = fields.any(i == 0 ? "from" : "to", Need::optional);
                cells[i] = {value.text(), value.mark().line == 0 ? item.mark() : value.mark()};
            }
            fields.finish();
            if (problems_.size() == before) add(cells[0], cells[1]);
        }
    }

    void add(const SheetCell& from, const SheetCell& to)
    {
        if (from.text.empty() && to.text.empty()) return tell_empty_cell(problems_, file_, from.mark, "from");
        const Words what{"tiêu chí, lĩnh vực của bộ chỉ số", "component or area of the index"};
        bool known = true;
        for (const auto& [cell, ids] : {std::pair{&from, &before_}, {&to, &after_}})
            if (!cell->text.empty() && !ids->knows(cell->text)) {
                unknown_name(problems_, {file_, "", cell->mark}, what, cell->text, ids->all());
                known = false;
            }
        if (!known) return;
        if (!from.text.empty() && !to.text.empty() && !same_kind(from.text, to.text)) {
            const bool component = IndexIds::holds(before_.components, from.text);
            return unknown_name(problems_, {file_, "", to.mark},
                                component ? Words{"tiêu chí thành phần", "component of the index"}
                                          : Words{"lĩnh vực, tiêu chí", "area or criterion of the index"},
                                to.text, component ? after_.components : after_.nodes);
        }
        if (!once(from, to)) return;
        out_.push_back({std::string(from.text), std::string(to.text)});
    }

    bool same_kind(std::string_view from, std::string_view to) const
    {
        return (IndexIds::holds(before_.components, from) && IndexIds::holds(after_.components, to)) ||
               (IndexIds::holds(before_.nodes, from) && IndexIds::holds(after_.nodes, to));
    }

    // A pair once; an id without a counterpart in one row only.
    bool once(const SheetCell& from, const SheetCell& to)
    {
        const auto duplicate = [&](const SheetCell& cell, std::uint32_t line) {
            problems_.add(ErrorId::duplicate_id, {file_, "", cell.mark},
                          {{"id", std::string(cell.text)}, {"line", std::int64_t{line}}});
            return false;
        };
        for (const auto& [cell, other, seen] : {std::tuple{&from, &to, &seen_from_}, {&to, &from, &seen_to_}}) {
            if (cell->text.empty()) continue;
            const auto [first, last] = seen->equal_range(cell->text);
            for (auto at = first; at != last; ++at)
                if (at->second.first == other->text || at->second.first.empty() || other->text.empty())
                    return duplicate(*cell, at->second.second);
        }
        if (!from.text.empty()) seen_from_.emplace(from.text, std::pair(to.text, from.mark.line));
        if (!to.text.empty()) seen_to_.emplace(to.text, std::pair(from.text, to.mark.line));
        return true;
    }

    using Seen = std::multimap<std::string, std::pair<std::string, std::uint32_t>, std::less<>>;

    std::string file_;
    IndexIds before_, after_;
    Problems& problems_;
    IndexMapping out_;
    Seen seen_from_, seen_to_;
};

}  // namespace detail

SANGKIEN_INLINE IndexMapping read_index_mapping(std::string_view text, std::string file, const IndexTree& before,
                                                const IndexTree& after, Problems& problems)
{
    return detail::IndexMappingReader(std::move(file), before, after, problems).run(text);
}

}  // namespace sangkien
