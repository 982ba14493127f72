#pragma once

#include "index_years_text.hpp"

#include "index_ranking_inl.hpp"
#include "json_writer.hpp"
#include "text_page_inl.hpp"

namespace sangkien {

namespace detail::year_page {

inline const Name& name_of(const IndexTree& tree, YearLineKind kind, std::size_t at)
{
    if (kind == YearLineKind::node) return tree.nodes[at].name;
    return at < tree.components.size() ? tree.components[at].name : tree.beside[at - tree.components.size()].name;
}

// "a + b": what stands on one side of a line.
inline std::string ids(const IndexTree& tree, YearLineKind kind, const YearSide& side)
{
    std::string out;
    for (const std::size_t at : side.of) out += (out.empty() ? "" : " + ") + name_of(tree, kind, at).id;
    return out;
}

inline const char* reason(NotCompared why, Language language)
{
    const auto told = [&](const char* vi, const char* en) { return language == Language::en ? en : vi; };
    switch (why) {
        case NotCompared::no_counterpart: return told("không có tương ứng", "no counterpart");
        case NotCompared::side:
            return told("bên trong tổng điểm, bên ngoài", "of the base in one year, beside it in the other");
        case NotCompared::input: return told("loại số liệu khác", "another kind of figure");
        case NotCompared::scale: return told("thang khảo sát khác", "another scale of the survey");
        case NotCompared::function: return told("cách tính điểm khác", "another scoring function");
        case NotCompared::missing_rule:
            return told("thiếu số liệu, xử lý khác", "a figure missing, treated in another way");
        case NotCompared::undetermined: return told("điểm chưa xác định", "points undetermined");
        case NotCompared::excluded: return told("bị loại vì thiếu số liệu", "left out, its figure missing");
        case NotCompared::content: return told("nội dung khác", "its content differs");
        case NotCompared::office_new: return told("đơn vị chưa có ở năm trước", "office new");
        case NotCompared::office_gone: return told("đơn vị không còn ở năm sau", "office gone");
        case NotCompared::group: return told("đổi nhóm", "group changed");
        default: return "";
    }
}

inline std::string signed_text(Ratio value) { return (value > Ratio(0) ? "+" : "") + value.text(); }

inline std::string percent(Ratio share) { return (share * Ratio(100)).text() + "%"; }

class Page : TextPage {
public:
    Page(const YearTables& tables, Language language) : TextPage(language), tables_(tables) {}

    std::string run(const std::vector<YearComparison>& comparisons)
    {
        line(0, told("CHỈ SỐ ", "INDEX ") + tables_.before.edition + " " + cite(tables_.before.citation) + " -> " +
                    tables_.after.edition + " " + cite(tables_.after.citation));
        for (const YearComparison& one : comparisons) put(one);
        return take();
    }

private:
    std::string told(const char* vi, const char* en) const { return language_ == Language::en ? en : vi; }

    std::string points(const YearSide& side, bool there) const
    {
        if (!there) return "-";
        std::string out = ranking::range_text(side.points.text(), (side.points + side.open).text(), language_);
        return side.max == Ratio(0) ? out : out + "/" + side.max.text();
    }

    // "8/10 -> 17/20 (+9; 80% -> 85%)"
    std::string sides(const YearLine& one, bool before, bool after) const
    {
        std::string out = points(one.before, before) + " -> " + points(one.after, after);
        if (one.why != NotCompared::no)
            return out + told("; không so sánh được: ", "; cannot be compared: ") + reason(one.why, language_);
        out += " (" + signed_text(*one.change);
        if (one.before.share && one.after.share && one.before.max != one.after.max)
            out += "; " + percent(*one.before.share) + " -> " + percent(*one.after.share);
        return out + ")";
    }

    std::string title(const YearLine& one) const
    {
        if (one.kind == YearLineKind::settled)
            return told("quy đổi và giới hạn tổng điểm", "scaling and limits of the total");
        const bool before = !one.before.of.empty();
        std::string out, other;
        for (const std::size_t at : before ? one.before.of : one.after.of)
            out += (out.empty() ? "" : " + ") + name(name_of(before ? tables_.before : tables_.after, one.kind, at));
        if (before)
            for (const std::size_t at : one.after.of)
                other += (other.empty() ? "" : " + ") + name(name_of(tables_.after, one.kind, at));
        return other.empty() || other == out ? out : out + " => " + other;
    }
    std::string name(const Name& of) const { return of.words.empty() ? of.id : say(of); }

    void put(const YearComparison& one)
    {
        const bool before = one.before != YearComparison::no_card, after = one.after != YearComparison::no_card;
        std::string head = "\n" + one.office;
        const auto year = [&](bool there, const std::vector<Scorecard>& cards, std::size_t at) {
            return there && cards[at].year != 0 ? number(cards[at].year) : std::string("-");
        };
        const std::string from = year(before, tables_.cards_before, one.before),
                          to = year(after, tables_.cards_after, one.after);
        if (from != "-" || to != "-") head += " " + (from == to ? from : from + " -> " + to);
        line(0, head + ": " + sides(one.lines[0], before, after));
        if (before && after) ranks(one);
        std::size_t same = 0;
        for (const YearLine& each : one.lines)
            if (each.kind == YearLineKind::node) put(each, before, after);
        for (const YearLine& each : one.lines) {
            if (each.kind == YearLineKind::node || each.kind == YearLineKind::total) continue;
            if (each.why == NotCompared::no && *each.change == Ratio(0) &&
                each.share_change.value_or(Ratio(0)) == Ratio(0))
                ++same;
            else if (before && after)
                put(each, before, after);
        }
        if (!before || !after) return;
        if (same > 0) line(1, told("Không đổi: ", "Unchanged: ") + number(static_cast<std::int64_t>(same)));
        line(1, told("So sánh được ", "Comparable ") + one.compared_before.text() + " -> " + one.compared_after.text() +
                    told(", không so sánh được ", ", not comparable ") + one.apart_before.text() + " -> " +
                    one.apart_after.text());
    }

    void put(const YearLine& each, bool before, bool after)
    {
        if (each.kind == YearLineKind::node && !(before && after)) return;
        const bool settled = each.kind == YearLineKind::settled;
        std::string text = (each.kind == YearLineKind::node ? "" : "- ") + title(each) + ": " +
                           sides(each, settled || !each.before.of.empty(), settled || !each.after.of.empty());
        if (each.declared) text += told("; theo bảng tương ứng", "; as the mapping says");
        const bool node = each.kind == YearLineKind::node;
        const std::size_t depth = !node                    ? 0
                                  : each.before.of.empty() ? tables_.after.nodes[each.after.of[0]].depth
                                                           : tables_.before.nodes[each.before.of[0]].depth;
        line(1 + static_cast<int>(depth), text);
    }

    void ranks(const YearComparison& one)
    {
        const auto rank = [&](const OfficeRank& of) { return ranking::rank_text(of, language_); };
        line(1, told("Hạng ", "Rank ") + rank(one.rank_before) + " -> " + rank(one.rank_after));
        line(1, told("Trong nhóm: ", "In its group: ") + rank(one.group_rank_before) + " -> " +
                    rank(one.group_rank_after) +
                    (one.group_rank == NotCompared::no ? std::string()
                                                       : told("; không so sánh được: ", "; cannot be compared: ") +
                                                             reason(one.group_rank, language_)));
    }

    const YearTables& tables_;
};

inline void put_side(JsonWriter& out, const char* key, const YearTables& tables, const YearLine& line, bool before)
{
    const YearSide& side = before ? line.before : line.after;
    const IndexTree& tree = before ? tables.before : tables.after;
    out.key(key);
    const bool named = line.kind != YearLineKind::total && line.kind != YearLineKind::settled;
    if (named && side.of.empty()) return out.null();
    out.begin_object(true);
    if (named) {
        out.key("ids");
        out.begin_list(true);
        for (const std::size_t at : side.of) out.value(name_of(tree, line.kind, at).id);
        out.end_list();
    }
    out.member("points", side.points.text());
    out.member("open", side.open.text());
    if (line.kind != YearLineKind::settled) out.member("max", side.max.text());
    if (side.share) out.member("share", side.share->text());
    out.end_object();
}

inline void put_year(JsonWriter& out, const char* key, const std::vector<Scorecard>& cards, std::size_t at)
{
    out.key(key);
    if (at == YearComparison::no_card) return out.null();
    out.value(cards[at].year);
}

inline void put_line(JsonWriter& out, const YearTables& tables, const YearLine& line)
{
    out.begin_object();
    out.member("kind", word(line.kind));
    put_side(out, "before", tables, line, true);
    put_side(out, "after", tables, line, false);
    if (line.why != NotCompared::no) out.member("not_compared", word(line.why));
    if (line.declared) out.member("declared", true);
    if (line.change) out.member("change", line.change->text());
    if (line.share_change) out.member("share_change", line.share_change->text());
    out.end_object();
}

inline void put_pair(JsonWriter& out, const char* key, Ratio before, Ratio after)
{
    out.key(key);
    out.begin_list(true);
    out.value(before.text());
    out.value(after.text());
    out.end_list();
}

inline void put_ranks(JsonWriter& out, const char* key, const YearComparison& one, bool in_group)
{
    out.key(key);
    out.begin_object();
    if (one.before != YearComparison::no_card)
        ranking::put_rank(out, "before", in_group ? one.group_rank_before : one.rank_before);
    if (one.after != YearComparison::no_card)
        ranking::put_rank(out, "after", in_group ? one.group_rank_after : one.rank_after);
    if (in_group && one.group_rank != NotCompared::no) out.member("not_compared", word(one.group_rank));
    out.end_object();
}

}  // namespace detail::year_page

SANGKIEN_INLINE std::string years_text(const YearTables& tables, const std::vector<YearComparison>& comparisons,
                                       Language language)
{
    return detail::year_page::Page(tables, language).run(comparisons);
}

SANGKIEN_INLINE std::string years_json(const YearTables& tables, const std::vector<YearComparison>& comparisons)
{
    namespace page = detail::year_page;
    JsonWriter out;
    out.begin_object();
    out.member("sangkien", version());
    out.member("before", tables.before.edition);
    out.member("after", tables.after.edition);
    out.key("offices");
    out.begin_list();
    for (const YearComparison& one : comparisons) {
        out.begin_object();
        out.member("office", one.office);
        page::put_year(out, "year_before", tables.cards_before, one.before);
        page::put_year(out, "year_after", tables.cards_after, one.after);
        page::put_pair(out, "compared", one.compared_before, one.compared_after);
        page::put_pair(out, "apart", one.apart_before, one.apart_after);
        page::put_ranks(out, "rank", one, false);
        page::put_ranks(out, "group_rank", one, true);
        out.key("lines");
        out.begin_list();
        for (const YearLine& line : one.lines) page::put_line(out, tables, line);
        out.end_list();
        out.end_object();
    }
    out.end_list();
    out.end_object();
    return out.take();
}

SANGKIEN_INLINE std::string years_csv(const YearTables& tables, const std::vector<YearComparison>& comparisons)
{
    namespace page = detail::year_page;
    std::string out =
        "office,year_before,year_after,kind,before,after,points_before,open_before,max_before,share_before,points_after,"
        "open_after,max_after,share_after,change,share_change,not_compared\r\n";
    const auto year = [](const std::vector<Scorecard>& cards, std::size_t at) {
        return at == YearComparison::no_card || cards[at].year == 0 ? std::string() : std::to_string(cards[at].year);
    };
    const auto text = [](const std::optional<Ratio>& value) { return value ? value->text() : std::string(); };
    for (const YearComparison& one : comparisons)
        for (const YearLine& line : one.lines) {
            out += detail::csv_cell(one.office) + "," + year(tables.cards_before, one.before) + "," +
                   year(tables.cards_after, one.after) + "," + word(line.kind) + "," +
                   detail::csv_cell(page::ids(tables.before, line.kind, line.before)) + "," +
                   detail::csv_cell(page::ids(tables.after, line.kind, line.after));
            const bool whole = line.kind == YearLineKind::total || line.kind == YearLineKind::settled;
            for (const auto& [side, card] : {std::pair{&line.before, one.before}, {&line.after, one.after}}) {
                const bool there = card != YearComparison::no_card && (whole || !side->of.empty());
                out += there ? "," + side->points.text() + "," + side->open.text() + "," + side->max.text() + "," +
                                   text(side->share)
                             : ",,,,";
            }
            out += "," + text(line.change) + "," + text(line.share_change) + "," + word(line.why) + "\r\n";
        }
    return out;
}

}  // namespace sangkien
