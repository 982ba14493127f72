// Indexes and tables of figures that are the same on every machine.
#pragma once

#include "random.hpp"

#include <sangkien/index/scorecard.hpp>

#include <utility>

namespace sangkien::test {

// What the random numbers of one tree and its table are made over.
struct Grain {
    std::int64_t of_points = 4;  // points and maxima
    std::int64_t of_figures = 100;
};

inline Ratio part_of(Random& random, Ratio most, std::int64_t grain)
{
    return most * Ratio(random.between(0, grain), grain);
}

inline std::vector<IndexStep> random_steps(Random& random, const IndexComponent& component, bool line)
{
    const Ratio low = component.scale.low;
    std::vector<IndexStep> out;
    Ratio from = component.input == IndexInput::survey ? low : Ratio(0);
    if (line) from = from + Ratio(random.between(0, 3), component.input == IndexInput::count ? 1 : 7);
    for (std::int64_t i = random.between(2, 7); i > 0; --i) {
        out.push_back({from, part_of(random, component.max, 8)});
        from = from +
               (component.input == IndexInput::count ? Ratio(random.between(1, 4)) : Ratio(random.between(1, 9), 40));
    }
    return out;
}

inline IndexComponent random_component(Random& random, const Grain& grain, std::size_t number, IndexSide side)
{
    constexpr IndexInput inputs[] = {IndexInput::count, IndexInput::rate, IndexInput::yes_no, IndexInput::survey,
                                     IndexInput::points};
    IndexComponent out;
    out.name.id = "c" + std::to_string(number);
    out.path = "index." + out.name.id;
    out.side = side;
    out.max = Ratio(random.between(0, 10 * grain.of_points), grain.of_points);
    out.input = inputs[random.between(0, 4)];
    out.scale = {Ratio(random.between(-5, 1)), Ratio(random.between(2, 7))};
    ScoreKind& kind = out.score.kind;
    const std::int64_t pick = random.between(0, 2);
    switch (out.input) {
        case IndexInput::yes_no: kind = ScoreKind::yes_no; break;
        case IndexInput::points: kind = ScoreKind::given; break;
        case IndexInput::rate:
            kind = pick == 0 ? ScoreKind::steps : pick == 1 ? ScoreKind::linear : ScoreKind::proportion;
            break;
        case IndexInput::survey:
            kind = pick == 0 ? ScoreKind::steps : pick == 1 ? ScoreKind::linear : ScoreKind::survey;
            break;
        default: kind = pick == 0 ? ScoreKind::steps : pick == 1 ? ScoreKind::linear : ScoreKind::deduction;
    }
    if (kind == ScoreKind::steps) out.score.steps = random_steps(random, out, false);
    if (kind == ScoreKind::linear) out.score.line = random_steps(random, out, true);
    if (kind == ScoreKind::proportion && random.once_in(2)) out.score.floor = Ratio(random.between(0, 20), 20);
    if (kind == ScoreKind::deduction) out.score.each = part_of(random, out.max, 6);
    out.missing = static_cast<MissingRule>(random.between(0, 2));
    if (random.once_in(3)) out.without_evidence = static_cast<MissingRule>(random.between(0, 2));
    return out;
}

inline IndexTree random_tree(Random& random, const Grain& grain)
{
    IndexTree tree;
    tree.stated = true;
    tree.clamped = random.once_in(2);
    const std::int64_t nodes = random.between(1, 6);
    for (std::int64_t i = 0; i < nodes; ++i) {
        IndexNode node;
        if (i > 0 && random.once_in(2)) node.parent = static_cast<std::size_t>(random.between(0, i - 1));
        tree.nodes.push_back(node);
    }
    const std::int64_t width = random.between(1, 12);
    for (std::int64_t i = 0; i < width; ++i) {
        tree.components.push_back(random_component(random, grain, tree.components.size(), IndexSide::base));
        tree.components.back().node = static_cast<std::size_t>(random.between(0, nodes - 1));
        tree.whole = tree.whole + tree.components.back().max;
    }
    for (const IndexSide side : {IndexSide::bonus, IndexSide::penalty})
        if (random.once_in(2))
            tree.beside.push_back(random_component(random, grain, tree.components.size() + tree.beside.size(), side));
    if (random.once_in(2))
        for (const char* round : {"self", "final"}) tree.rounds.push_back({{round, {}}, std::nullopt, true, {}});
    return tree;
}

inline Ratio random_figure(Random& random, const Grain& grain, const IndexComponent& component)
{
    const Ratio share(random.between(0, grain.of_figures), grain.of_figures);
    switch (component.input) {
        case IndexInput::rate: return share;
        case IndexInput::yes_no: return random.between(0, 1);
        case IndexInput::survey: return component.scale.low + (component.scale.high - component.scale.low) * share;
        case IndexInput::points: return component.max * share;
        default: return random.between(0, random.once_in(20) ? std::int64_t{5000000000} : 12);
    }
}

inline IndexTable random_table(Random& random, const Grain& grain, const IndexTree& tree, std::size_t offices)
{
    IndexTable table;
    table.file = "table.csv";
    const std::int64_t often = random.between(5, 10);
    for (std::size_t office = 0; office < offices; ++office) {
        const std::size_t first = table.rows.size();
        for (const auto* list : {&tree.components, &tree.beside})
            for (const IndexComponent& component : *list)
                for (std::size_t round = 0; round < (tree.rounds.empty() ? 1 : 2); ++round) {
                    if (!random.once_in(10, often)) continue;
                    IndexFigure row;
                    row.office = "o" + std::to_string(office);
                    row.year = random.once_in(9) ? 2026 : 2025;
                    row.component = component.name.id;
                    row.round = tree.rounds.empty() ? "" : tree.rounds[round].name.id;
                    row.stated = !random.once_in(8);
                    if (row.stated) row.value = random_figure(random, grain, component);
                    row.evidence = random.once_in(2) ? "BC-1" : "";
                    table.rows.push_back(row);
                }
        for (std::size_t i = table.rows.size(); i > first + 1; --i)  // in any order
            std::swap(table.rows[i - 1], table.rows[first + static_cast<std::size_t>(random.between(
                                                                0, static_cast<std::int64_t>(i - first) - 1))]);
    }
    return table;
}

}  // namespace sangkien::test
