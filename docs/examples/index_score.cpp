#include <cstdio>
#include <sangkien/sangkien.hpp>

int main()
{
    using namespace sangkien;
    const Rules rules = load_rules({"index-ward-illustrative"});
    const IndexTree& tree = index_in_force(rules, parse_day("2026-01-20"));
    Problems problems;
    const IndexTable table = read_index_table(read_file("index-wards.csv"), "index-wards.csv", tree, problems);
    check_index_table(tree, table, problems);
    problems.throw_if_any();
    const std::vector<Scorecard> cards = score_table(tree, table);
    for (const OfficeRank& rank : rank_offices(tree, cards))
        std::printf("%s: %s + %s, %d-%d\n", cards[rank.card].office.c_str(), cards[rank.card].total.text().c_str(),
                    cards[rank.card].open.text().c_str(), static_cast<int>(rank.best), static_cast<int>(rank.worst));
    // Năm nay với năm trước, theo hai lần ban hành: compare_years / Over years and editions: compare_years
}
