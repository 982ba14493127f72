// What can be wrong with a table of figures, and with one that changes what was locked.
#pragma once

#include <map>
#include <tuple>

#include "scorecard_inl.hpp"

namespace sangkien {

namespace detail {

inline void unknown_round(const IndexTree& tree, std::string_view round, const Place& place, Problems& problems)
{
    std::vector<std::string> known;
    for (const IndexRound& each : tree.rounds) known.push_back(each.name.id);
    unknown_name(problems, place, {"vòng chấm", "round of scoring"}, std::string(round), known);
}

class TableChecker {
public:
    TableChecker(const IndexTree& tree, const IndexTable& table, Problems& problems)
        : tree_(tree), table_(table), problems_(problems), components_(tree)
    {
    }

    void run()
    {
        for (const IndexFigure& row : table_.rows) check_row(row);
        for (const auto& [office, rounds] : seen_) check_rounds(rounds);
    }

private:
    Place place(Mark mark) const { return {table_.file, "", mark}; }

    void check_row(const IndexFigure& row)
    {
        const std::size_t at = components_.next(row.component);
        if (at == components_.size()) {
            std::vector<std::string> known;
            for (std::size_t i = 0; i < components_.size(); ++i) known.push_back(components_[i].name.id);
            unknown_name(problems_, place(row.component_mark), {"tiêu chí thành phần", "component of the index"},
                         row.component, known);
        } else if (row.stated) {
            check_figure_range(components_[at], row.value, place(row.value_mark), problems_);
        }
        check_year(row);
        const std::size_t round = tree_.round(row.round);
        const bool known_round = tree_.rounds.empty() ? row.round.empty() : round < tree_.rounds.size();
        if (!known_round) return unknown_round(tree_, row.round, place(row.round_mark), problems_);
        const std::size_t office = offices_.of(row);
        if (at == components_.size()) return;
        const IndexFigure*& first = cell(office, round, at);
        if (first == nullptr)
            first = &row;
        else
            problems_.add(ErrorId::duplicate_id, place(row.mark),
                          {{"id", row.office + " " + row.component}, {"line", std::int64_t{first->mark.line}}});
        if (tree_.rounds.empty()) return;
        std::vector<const IndexFigure*>& rounds = seen_[office];
        rounds.resize(tree_.rounds.size(), nullptr);
        if (rounds[round] == nullptr) rounds[round] = &row;
    }

    const IndexFigure*& cell(std::size_t office, std::size_t round, std::size_t component)
    {
        const std::size_t list = office * std::max<std::size_t>(tree_.rounds.size(), 1) + round;
        if (list >= cells_.size()) cells_.resize(list + 1);
        cells_[list].resize(components_.size(), nullptr);
        return cells_[list][component];
    }

    void check_year(const IndexFigure& row)
    {
        if (row.year == 0 || tree_.first_year == 0) return;
        if (tree_.first_year <= row.year && row.year <= tree_.last_year) return;
        problems_.add(
            ErrorId::index_year_outside, place(row.year_mark),
            {{"edition", tree_.edition}, {"year", row.year}, {"first", tree_.first_year}, {"last", tree_.last_year}});
    }

    void check_rounds(const std::vector<const IndexFigure*>& rounds)
    {
        for (std::size_t late = 1; late < rounds.size(); ++late)
            for (std::size_t early = 0; rounds[late] != nullptr && early < late; ++early)
                if (rounds[early] == nullptr && !tree_.rounds[early].optional)
                    problems_.add(ErrorId::index_round_missing, place(rounds[late]->round_mark),
                                  {{"office", rounds[late]->office},
                                   {"round", tree_.rounds[late].name.id},
                                   {"earlier", tree_.rounds[early].name.id}});
    }

    const IndexTree& tree_;
    const IndexTable& table_;
    Problems& problems_;
    ComponentNumbers components_;
    OfficeNumbers offices_;
    std::vector<std::vector<const IndexFigure*>> cells_;  // of each office and round: the first row of each component
    std::map<std::size_t, std::vector<const IndexFigure*>> seen_;  // by office: the first row of each round
};

using FigureKey = std::tuple<std::string, std::int64_t, std::string, std::string>;

inline FigureKey figure_key(const IndexFigure& row) { return {row.office, row.year, row.component, row.round}; }

inline std::map<FigureKey, const IndexFigure*> figures_by_key(const IndexTable& table)
{
    std::map<FigureKey, const IndexFigure*> out;
    for (const IndexFigure& row : table.rows)
        if (row.stated) out.emplace(figure_key(row), &row);
    return out;
}

}  // namespace detail

SANGKIEN_INLINE void check_index_table(const IndexTree& tree, const IndexTable& table, Problems& problems)
{
    detail::TableChecker(tree, table, problems).run();
}

SANGKIEN_INLINE void check_round(const IndexTree& tree, std::string_view round, Problems& problems)
{
    if (tree.round(round) == tree.rounds.size()) detail::unknown_round(tree, round, {}, problems);
}

SANGKIEN_INLINE void check_locked_rounds(const IndexTree& tree, const IndexTable& earlier, const IndexTable& table,
                                         Instant as_of, Problems& problems)
{
    const auto before = detail::figures_by_key(earlier), after = detail::figures_by_key(table);
    const auto differs = [&](const IndexFigure& row, Mark mark) {
        const std::size_t round = tree.round(row.round);
        if (round == tree.rounds.size() || !tree.rounds[round].deadline || as_of < *tree.rounds[round].deadline) return;
        problems.add(ErrorId::index_locked, {table.file, "", mark},
                     {{"round", row.round},
                      {"deadline", to_text(*tree.rounds[round].deadline)},
                      {"component", row.component},
                      {"office", row.office}});
    };
    for (const auto& [key, row] : before) {
        const auto now = after.find(key);
        if (now == after.end())
            differs(*row, {});  // taken away: there is no line to point to
        else if (now->second->value != row->value || now->second->evidence != row->evidence)
            differs(*row, now->second->value_mark);
    }
    for (const auto& [key, row] : after)
        if (before.find(key) == before.end()) differs(*row, row->mark);
}

}  // namespace sangkien
