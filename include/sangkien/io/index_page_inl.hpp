// Scorecards as JSON, as CSV and as a page of text.
#pragma once

#include "index_table.hpp"

#include "index_ranking_inl.hpp"
#include "json_writer.hpp"
#include "quota_text_inl.hpp"
#include "text_page_inl.hpp"

namespace sangkien {

namespace detail {

inline const IndexComponent& numbered_component(const IndexTree& tree, std::size_t at) noexcept
{
    return at < tree.components.size() ? tree.components[at] : tree.beside[at - tree.components.size()];
}

inline const char* word(IndexSide side) noexcept
{
    return side == IndexSide::bonus ? "bonus" : side == IndexSide::penalty ? "penalty" : "base";
}

inline void put_line(JsonWriter& out, const IndexTree& tree, const IndexTable& table, const ScoreLine& line)
{
    const IndexComponent& component = component_of(tree, line);
    out.begin_object(true);
    out.member("component", component.name.id);
    out.member("side", word(component.side));
    if (line.points) {
        out.member("points", line.points->text());
    } else if (line.reason != LostReason::excluded) {
        out.member("least", line.least.text());
        out.member("most", line.most.text());
    }
    out.member("max", component.max.text());
    out.member("lost", line.lost.text());
    out.member("reason", sangkien::word(line.reason));
    if (line.row != ScoreLine::no_row) {
        const IndexFigure& row = table.rows[line.row];
        out.member("value", row.value.text());
        out.member("round", row.round);
        out.member("line", static_cast<std::int64_t>(row.mark.line));
        out.member("evidence", row.evidence);
    }
    out.member("clause", component.citation.clause);
    out.end_object();
}

inline void put_card(JsonWriter& out, const IndexTree& tree, const IndexTable& table, const Scorecard& card,
                     const IndexRanking& ranking, std::size_t at)
{
    out.begin_object();
    out.member("office", card.office);
    out.member("group", card.group);
    out.member("year", card.year);
    const std::pair<const char*, Ratio> sums[] = {{"total", card.total}, {"open", card.open},
                                                  {"share", card.share}, {"scaled", card.scaled},
                                                  {"bonus", card.bonus}, {"penalty", card.penalty}};
    for (const auto& [name, value] : sums) out.member(name, value.text());
    out.member("complete", card.complete);
    if (!ranking.overall.empty()) ranking::put_standing(out, ranking, at);
    out.key("nodes");
    out.begin_list();
    for (std::size_t i = 0; i < card.nodes.size(); ++i) {
        out.begin_object(true);
        out.member("node", tree.nodes[i].name.id);
        out.member("depth", static_cast<std::int64_t>(tree.nodes[i].depth));
        out.member("points", card.nodes[i].points.text());
        out.member("open", card.nodes[i].open.text());
        out.member("max", card.nodes[i].max.text());
        out.member("lost", card.nodes[i].lost.text());
        out.end_object();
    }
    out.end_list();
    out.key("components");
    out.begin_list();
    for (const ScoreLine& line : card.lines) put_line(out, tree, table, line);
    out.end_list();
    out.end_object();
}

class IndexPage : TextPage {
public:
    IndexPage(const IndexTree& tree, const IndexTable& table, Language language, const IndexRanking& ranking)
        : TextPage(language), tree_(tree), table_(table), ranking_(ranking)
    {
    }

    std::string run(const std::vector<Scorecard>& cards, const std::vector<RoundDifference>& differences)
    {
        line(0, told("CHỈ SỐ ", "INDEX ") + tree_.edition + " " + cite(tree_.citation));
        for (std::size_t at = 0; at < cards.size(); ++at) put(cards[at], at);
        if (!ranking_.groups.empty()) line(0, told("\nNHÓM", "\nGROUPS"));
        for (const GroupTable& group : ranking_.groups) out_ += ranking::group_text(group, cards, ranking_, language_);
        if (!differences.empty()) line(0, told("\nCHÊNH LỆCH GIỮA CÁC VÒNG", "\nDIFFERENCES BETWEEN ROUNDS"));
        for (const RoundDifference& one : differences) put(one);
        return std::move(out_);
    }

private:
    std::string told(const char* vi, const char* en) const { return language_ == Language::en ? en : vi; }

    static std::string of(Ratio points, Ratio max) { return points.text() + "/" + max.text(); }

    void put(const Scorecard& card, std::size_t at)
    {
        std::string head = "\n" + card.office;
        if (card.year != 0) head += " " + number(card.year);
        head += ": " + of(card.total, tree_.whole);
        if (!card.complete) head += told(", còn có thể thêm ", ", open ") + card.open.text();
        if (card.base.max != tree_.whole)
            head += told(" (quy đổi từ ", " (scaled from ") + of(card.base.points, card.base.max) + ")";
        line(0, head);
        if (!ranking_.overall.empty()) line(1, ranking::standing_text(ranking_, at, language_));
        for (std::size_t i = 0; i < card.nodes.size(); ++i) {
            std::string text = say(tree_.nodes[i].name) + ": " + of(card.nodes[i].points, card.nodes[i].max);
            if (!card.nodes[i].complete) text += told(", còn có thể thêm ", ", open ") + card.nodes[i].open.text();
            line(1 + static_cast<int>(tree_.nodes[i].depth), text);
        }
        if (!tree_.beside.empty())
            line(1, told("Điểm thưởng ", "Bonus ") + card.bonus.text() + told(", điểm trừ ", ", penalty ") +
                        card.penalty.text());
        for (const ScoreLine& one : card.lines) put(one);
    }

    void put(const ScoreLine& one)
    {
        if (one.reason == LostReason::nothing || (one.reason == LostReason::figure && one.lost == Ratio(0))) return;
        const IndexComponent& component = component_of(tree_, one);
        std::string text = "- " + say(component.name) + ": ";
        if (one.reason == LostReason::undetermined)
            text += told("chưa xác định, từ ", "undetermined, from ") + one.least.text() + told(" đến ", " to ") +
                    one.most.text();
        else if (one.reason == LostReason::excluded)
            text += told("không tính, thiếu số liệu", "left out, its figure is missing");
        else
            text += told("mất ", "lost ") + one.lost.text() + why(one);
        line(1, text + " " + cite(component.citation));
    }

    std::string why(const ScoreLine& one) const
    {
        if (one.reason == LostReason::missing) return told(", không có số liệu", ", no figure");
        std::string out = one.reason == LostReason::no_evidence
                              ? told(", không có tài liệu kiểm chứng", ", no evidence")
                              : told(", số liệu ", ", figure ") + table_.rows[one.row].value.text();
        return out + told(" (dòng ", " (line ") + number(table_.rows[one.row].mark.line) + ")";
    }

    void put(const RoundDifference& one)
    {
        const IndexFigure &from = table_.rows[one.from_row], &to = table_.rows[one.to_row];
        std::string text = one.office + ", " + say(numbered_component(tree_, one.component).name) + ": " + from.round +
                           " " + one.from.text() + told(" (dòng ", " (line ") + number(from.mark.line) + "), " +
                           to.round + " " + one.to.text() + told(" (dòng ", " (line ") + number(to.mark.line) + ")";
        if (!to.evidence.empty()) text += ", " + to.evidence;
        line(1, text);
    }

    const IndexTree& tree_;
    const IndexTable& table_;
    const IndexRanking& ranking_;
};

}  // namespace detail

SANGKIEN_INLINE std::string scorecards_json(const IndexTree& tree, const IndexTable& table,
                                            const std::vector<Scorecard>& cards,
                                            const std::vector<RoundDifference>& differences,
                                            const IndexRanking& ranking)
{
    JsonWriter out;
    out.begin_object();
    out.member("sangkien", version());
    out.member("edition", tree.edition);
    out.member("whole", tree.whole.text());
    out.key("offices");
    out.begin_list();
    for (std::size_t at = 0; at < cards.size(); ++at) detail::put_card(out, tree, table, cards[at], ranking, at);
    out.end_list();
    if (!ranking.groups.empty()) {
        out.key("groups");
        out.begin_list();
        for (const GroupTable& group : ranking.groups) detail::ranking::put_group(out, group, cards);
        out.end_list();
    }
    out.key("differences");
    out.begin_list();
    for (const RoundDifference& one : differences) {
        out.begin_object(true);
        out.member("office", one.office);
        out.member("year", one.year);
        out.member("component", detail::numbered_component(tree, one.component).name.id);
        out.member("from", one.from.text());
        out.member("to", one.to.text());
        out.member("from_line", static_cast<std::int64_t>(table.rows[one.from_row].mark.line));
        out.member("to_line", static_cast<std::int64_t>(table.rows[one.to_row].mark.line));
        out.member("evidence", table.rows[one.to_row].evidence);
        out.end_object();
    }
    out.end_list();
    out.end_object();
    return out.take();
}

SANGKIEN_INLINE std::string scorecards_text(const IndexTree& tree, const IndexTable& table,
                                            const std::vector<Scorecard>& cards,
                                            const std::vector<RoundDifference>& differences, Language language,
                                            const IndexRanking& ranking)
{
    return detail::IndexPage(tree, table, language, ranking).run(cards, differences);
}

SANGKIEN_INLINE std::string scorecards_csv(const IndexTree& tree, const IndexTable& table,
                                           const std::vector<Scorecard>& cards, const IndexRanking& ranking)
{
    const bool ranked = !ranking.overall.empty();
    std::string out = "office,group,year,kind,id,points,open,max,lost,reason,round,evidence";
    out += (ranked ? detail::ranking::standing_columns : "") + std::string("\r\n");
    const std::string unranked = ranked ? ",,,,,," : "";
    for (std::size_t at = 0; at < cards.size(); ++at) {
        const Scorecard& card = cards[at];
        const std::string head = detail::csv_cell(card.office) + "," + detail::csv_cell(card.group) + "," +
                                 (card.year == 0 ? std::string() : std::to_string(card.year)) + ",";
        const auto row = [&](const char* kind, const std::string& id, const NodeScore& of, const std::string& more) {
            out += head + kind + "," + detail::csv_cell(id) + "," + of.points.text() + "," + of.open.text() + "," +
                   of.max.text() + "," + of.lost.text() + "," + more + "\r\n";
        };
        row("total", tree.edition, {card.total, card.open, tree.whole, card.base.lost, card.complete},
            ",," + (ranked ? detail::ranking::standing_cells(ranking, at) : std::string()));
        for (std::size_t i = 0; i < card.nodes.size(); ++i)
            row("node", tree.nodes[i].name.id, card.nodes[i], ",," + unranked);
        for (const ScoreLine& line : card.lines) {
            const IndexComponent& component = component_of(tree, line);
            std::string more = std::string(word(line.reason)) + ",";
            if (line.row != ScoreLine::no_row)
                more += detail::csv_cell(table.rows[line.row].round) + "," +
                        detail::csv_cell(table.rows[line.row].evidence);
            else
                more += ",";
            row(detail::word(component.side), component.name.id,
                {line.least, line.most - line.least, component.max, line.lost, true}, more + unranked);
        }
    }
    for (const GroupTable& group : ranking.groups) out += detail::ranking::group_rows(group);
    return out;
}

}  // namespace sangkien
