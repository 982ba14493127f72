// Ranks, classes and tables by group: their parts of the pages of scorecards.
#pragma once

#include "../index/index_ranks.hpp"

#include "json_writer.hpp"
#include "quota_text_inl.hpp"

namespace sangkien::detail::ranking {

inline const char* told(Language language, const char* vi, const char* en)
{
    return language == Language::en ? en : vi;
}

inline std::string range_text(const std::string& low, const std::string& high, Language language)
{
    return low == high ? low : low + told(language, " đến ", " to ") + high;
}

inline std::string range_text(const TotalRange& range, Language language)
{
    return range_text(range.low.text(), range.high.text(), language);
}

inline std::string rank_text(const OfficeRank& rank, Language language)
{
    return range_text(std::to_string(rank.best), std::to_string(rank.worst), language) +
           told(language, " trong ", " of ") + std::to_string(rank.of) +
           (rank.tied ? told(language, ", đồng hạng", ", tied") : "");
}

// "good", or "fair to good" while the total is open; nothing without classes.
inline std::string class_text(const OfficeRank& rank, Language language)
{
    const auto say = [&](const Name& name) { return name.words.empty() ? name.id : name.in(language); };
    return range_text(say(rank.lowest), say(rank.highest), language);
}

// "Rank 2 of 12, in its group 1 of 4; class Good"
inline std::string standing_text(const IndexRanking& ranking, std::size_t card, Language language)
{
    std::string out = told(language, "Hạng ", "Rank ") + rank_text(ranking.overall[card], language);
    if (!ranking.in_group.empty())
        out += told(language, "; trong nhóm: ", "; in its group: ") + rank_text(ranking.in_group[card], language);
    const std::string of_class = class_text(ranking.overall[card], language);
    if (!of_class.empty()) out += told(language, "; xếp loại ", "; class ") + of_class;
    return out;
}

inline std::string group_text(const GroupTable& group, const std::vector<Scorecard>& cards, const IndexRanking& ranking,
                              Language language)
{
    std::string out = group.group.empty() ? told(language, "(không ghi nhóm)", "(no group)") : group.group;
    if (group.year != 0) out += " " + std::to_string(group.year);
    out += told(language, ": số đơn vị ", ": offices ") + std::to_string(group.cards.size());
    if (group.complete != group.cards.size())
        out += told(language, ", đã rõ ", ", known ") + std::to_string(group.complete);
    out += told(language, "; trung bình ", "; mean ") +
           (group.mean ? range_text(*group.mean, language) : told(language, "không đủ chỗ tính", "has no room"));
    out += told(language, "; trung vị ", "; median ") + range_text(group.median, language);
    out += told(language, "; thấp nhất ", "; least ") + range_text(group.least, language);
    out += told(language, "; cao nhất ", "; most ") + range_text(group.most, language) + "\n";
    for (const std::size_t card : group.cards)
        out += "  " + rank_text(ranking.in_group[card], language) + ": " + cards[card].office + " " +
               range_text({cards[card].total, cards[card].total + cards[card].open}, language) + "\n";
    return out;
}

inline void put_rank(JsonWriter& out, const char* key, const OfficeRank& rank)
{
    out.key(key);
    out.begin_object(true);
    out.member("best", rank.best);
    out.member("worst", rank.worst);
    out.member("of", rank.of);
    out.member("tied", rank.tied);
    out.end_object();
}

inline void put_standing(JsonWriter& out, const IndexRanking& ranking, std::size_t card)
{
    const OfficeRank& rank = ranking.overall[card];
    put_rank(out, "rank", rank);
    if (!ranking.in_group.empty()) put_rank(out, "group_rank", ranking.in_group[card]);
    if (rank.lowest.id.empty()) return;
    out.key("class");
    out.begin_object(true);
    out.member("lowest", rank.lowest.id);
    out.member("highest", rank.highest.id);
    out.end_object();
}

inline void put_range(JsonWriter& out, const char* key, const std::optional<TotalRange>& range)
{
    out.key(key);
    if (!range) return out.null();
    out.begin_list(true);
    out.value(range->low.text());
    out.value(range->high.text());
    out.end_list();
}

inline void put_group(JsonWriter& out, const GroupTable& group, const std::vector<Scorecard>& cards)
{
    out.begin_object();
    out.member("group", group.group);
    out.member("year", group.year);
    out.member("count", static_cast<std::int64_t>(group.cards.size()));
    out.member("complete", static_cast<std::int64_t>(group.complete));
    put_range(out, "mean", group.mean);
    put_range(out, "median", group.median);
    put_range(out, "least", group.least);
    put_range(out, "most", group.most);
    out.key("offices");
    out.begin_list(true);
    for (const std::size_t card : group.cards) out.value(cards[card].office);
    out.end_list();
    out.end_object();
}

// ",rank,rank_worst,..." after what a row of a total has; the columns named by `standing_columns`.
constexpr const char* standing_columns = ",rank,rank_worst,group_rank,group_rank_worst,class,class_highest";

inline std::string standing_cells(const IndexRanking& ranking, std::size_t card)
{
    const OfficeRank& rank = ranking.overall[card];
    std::string out = "," + std::to_string(rank.best) + "," + std::to_string(rank.worst) + ",";
    if (!ranking.in_group.empty()) out += std::to_string(ranking.in_group[card].best);
    out += ",";
    if (!ranking.in_group.empty()) out += std::to_string(ranking.in_group[card].worst);
    return out + "," + csv_cell(rank.lowest.id) + "," + csv_cell(rank.highest.id);
}

// A row for each figure of a group: `points` is what is sure, `open` what can still come.
inline std::string group_rows(const GroupTable& group)
{
    const std::string head =
        "," + csv_cell(group.group) + "," + (group.year == 0 ? "" : std::to_string(group.year)) + ",group,";
    std::string out = head + "count," + std::to_string(group.cards.size()) + ",0,,,,,,,,,,,\r\n";
    const auto row = [&](const char* name, const TotalRange& range) {
        out += head + name + "," + range.low.text() + "," + (range.high - range.low).text() + ",,,,,,,,,,,\r\n";
    };
    if (group.mean) row("mean", *group.mean);
    row("median", group.median);
    row("least", group.least);
    row("most", group.most);
    return out;
}

}  // namespace sangkien::detail::ranking
