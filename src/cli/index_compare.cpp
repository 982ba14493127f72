// sangkien index compare: two tables of the same index, what became of each office and component.
#include <map>
#include <memory>

#include <sangkien/io/json_writer.hpp>
#include <sangkien/io/loader.hpp>

#include "index.hpp"

namespace sangkien::cli {

namespace {

struct IndexCompareOptions : IndexOptions {
    std::string before, after;
};

// One change: an office's total where `component` is empty. A side without a value cannot be compared.
struct IndexChange {
    std::string office;
    std::string component;
    std::optional<Ratio> before, after;
};

// The result of a complete card; an open one cannot be compared.
std::optional<Ratio> result_of(const Scorecard* card)
{
    return card != nullptr && card->complete ? std::optional<Ratio>(card->total) : std::nullopt;
}

std::vector<IndexChange> index_changes(const IndexTree& tree, const std::vector<Scorecard>& before,
                                       const std::vector<Scorecard>& after)
{
    std::map<std::string, std::pair<const Scorecard*, const Scorecard*>> offices;
    for (const Scorecard& card : before) offices[card.office].first = &card;
    for (const Scorecard& card : after) offices[card.office].second = &card;
    std::vector<IndexChange> out;
    for (const auto& [office, cards] : offices) {
        out.push_back({office, {}, result_of(cards.first), result_of(cards.second)});
        for (std::size_t i = 0; cards.first && cards.second && i < cards.first->lines.size(); ++i) {
            const ScoreLine &was = cards.first->lines[i], &is = cards.second->lines[i];
            if (was.points != is.points)
                out.push_back({office, component_of(tree, was).name.id, was.points, is.points});
        }
    }
    return out;
}

std::string points_text(const std::optional<Ratio>& points) { return points ? points->text() : std::string(); }

std::string change_text(const IndexChange& change)
{
    return change.before && change.after ? (*change.after - *change.before).text() : std::string();
}

std::string compare_json(const std::vector<IndexChange>& changes)
{
    JsonWriter out;
    out.begin_object();
    out.member("sangkien", version());
    out.key("changes");
    out.begin_list();
    for (const IndexChange& change : changes) {
        out.begin_object(true);
        out.member("office", change.office);
        if (!change.component.empty()) out.member("component", change.component);
        for (const auto& [name, side] : {std::pair{"before", &change.before}, {"after", &change.after}}) {
            out.key(name);
            if (*side)
                out.value((*side)->text());
            else
                out.null();
        }
        if (change.before && change.after) out.member("change", change_text(change));
        out.end_object();
    }
    out.end_list();
    out.end_object();
    return out.take();
}

std::string compare_lines(const Session& session, const std::vector<IndexChange>& changes)
{
    const std::string open = session.say({"chưa xác định", "undetermined"});
    std::string out;
    for (const IndexChange& change : changes) {
        const auto side = [&](const std::optional<Ratio>& points) { return points ? points->text() : open; };
        out += change.component.empty() ? change.office : "  " + change.component;
        out += ": " + side(change.before) + " -> " + side(change.after);
        if (change.before && change.after) out += " (" + change_text(change) + ")";
        if (change.component.empty() && !(change.before && change.after))
            out += session.say({"; không so sánh được", "; cannot be compared"});
        out += '\n';
    }
    return out;
}

// In quotes where it holds what a reader would split at, and never what a spreadsheet would compute.
std::string sheet_cell(std::string text)
{
    if (!text.empty() && std::string_view("=+-@\t").find(text.front()) != std::string_view::npos) text.insert(0, "'");
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
    return out + '"';
}

std::string compare_csv(const std::vector<IndexChange>& changes)
{
    std::string out = "office,component,before,after,change\r\n";
    for (const IndexChange& change : changes)
        out += sheet_cell(change.office) + "," + sheet_cell(change.component) + "," + points_text(change.before) + "," +
               points_text(change.after) + "," + change_text(change) + "\r\n";
    return out;
}

int index_compare(const Session& session, const IndexCompareOptions& options)
{
    const Rules rules = load_rules(options.rules);
    const IndexTree& tree = index_on(rules, options);
    const IndexTable before = table_of(options.before, tree), after = table_of(options.after, tree);
    const std::vector<IndexChange> changes = index_changes(tree, score_table(tree, before), score_table(tree, after));
    if (session.format == "csv")
        print(compare_csv(changes));
    else
        print(session.json() ? compare_json(changes) : compare_lines(session, changes));
    return exit_done;
}

}  // namespace

void add_index_compare(CLI::App& index, Session& session)
{
    CLI::App* command = index.add_subcommand("compare", "Two tables of one index: what changed, office by office");
    const auto options = std::make_shared<IndexCompareOptions>();
    command->add_option("BEFORE", options->before, "CSV as for score")->required()->option_text(" ");
    command->add_option("AFTER", options->after, "CSV as for score")->required()->option_text(" ");
    add_index_options(*command, *options, session);
    command->callback(
        [&session, options] { session.action = [&session, options] { return index_compare(session, *options); }; });
}

}  // namespace sangkien::cli
