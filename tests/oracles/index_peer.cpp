// Scores what index_trees.py made, and compares: exact, office by office.
#include <iostream>
#include <string>

#include <sangkien/io/index_table.hpp>
#include <sangkien/io/json_reader.hpp>

using namespace sangkien;

namespace {

std::string fraction(Ratio value)
{
    const std::string whole = std::to_string(value.numerator());
    return value.denominator() == 1 ? whole : whole + "/" + std::to_string(value.denominator());
}

IndexTree read_tree(const std::string& text)
{
    Problems problems;
    const Tree tree = read_json(text, "tree", problems);
    IndexTree out = compile_index(tree.root(), {}, problems);
    problems.throw_if_any();
    return out;
}

std::string table_text(const std::string& rows)
{
    std::string out = "office,component,round,value,evidence\nu,";
    for (const char c : rows) out += c == '|' ? std::string("\nu,") : std::string(1, c);
    return out + "\n";
}

std::string answer(const IndexTree& tree, const std::string& rows)
{
    Problems problems;
    const IndexTable table = read_index_table(table_text(rows), "table", tree, problems);
    check_index_table(tree, table, problems);
    problems.throw_if_any();
    const Scorecard card = score_table(tree, table).at(0);
    std::string out = fraction(card.total) + ";" + fraction(card.open) + ";" + fraction(card.share) + ";" +
                      (card.complete ? "1" : "0") + ";" + fraction(card.base.lost) + ";";
    for (std::size_t i = 0; i < card.nodes.size(); ++i) out += (i == 0 ? "" : " ") + fraction(card.nodes[i].points);
    return out;
}

}  // namespace

int main()
{
    IndexTree tree;
    long trees = 0, offices = 0, differences = 0;
    for (std::string line; std::getline(std::cin, line);) {
        const std::size_t first = line.find(';');
        if (line.compare(0, first, "tree") == 0) {
            tree = read_tree(line.substr(first + 1));
            ++trees;
            continue;
        }
        const std::string got = answer(tree, line.substr(0, first));
        ++offices;
        if (got != line.substr(first + 1) && ++differences <= 5)
            std::cout << "expected " << line.substr(first + 1) << "\n     got " << got << "\n      of "
                      << line.substr(0, first) << "\n";
    }
    std::cout << "offices: " << offices << " under " << trees << " indices, " << differences << " differences\n";
    return offices > 0 && differences == 0 ? 0 : 1;
}
