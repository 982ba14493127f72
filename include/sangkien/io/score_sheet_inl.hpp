#pragma once

#include <algorithm>
#include <map>

#include "score_sheet.hpp"

#include "../core/limits.hpp"
#include "../scoring/rubric_checks_inl.hpp"
#include "json_reader.hpp"
#include "score_page_inl.hpp"

namespace sangkien {

namespace detail {

// One cell: its text and where it stands.
struct SheetCell {
    std::string text;
    Mark mark;
};
using SheetRow = std::vector<SheetCell>;

// Rows of CSV: quotes as in RFC 4180; a semicolon parts the cells where the header has one and no comma, as
// spreadsheets write it in countries with a decimal comma.
inline std::vector<SheetRow> csv_rows(std::string_view text)
{
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    const std::string_view header = text.substr(0, text.find('\n'));
    const bool semicolons = header.find(';') != std::string_view::npos && header.find(',') == std::string_view::npos;
    const char comma = semicolons ? ';' : ',';
    std::vector<SheetRow> out(1, SheetRow(1));
    std::uint32_t line = 1, column = 1;
    bool quoted = false;
    out.back().back().mark = {1, 1};
    for (std::size_t i = 0; i < text.size(); ++i, ++column) {
        const char c = text[i];
        std::string& cell = out.back().back().text;
        if (c == '\n') {
            ++line;
            column = 0;
        }
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            cell += '"';
            ++i, ++column;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == comma) {
            out.back().push_back({{}, {line, column + 1}});
        } else if (!quoted && c == '\n') {
            out.push_back({{{}, {line, 1}}});
        } else if (quoted || c != '\r') {
            cell += c;
        }
    }
    const auto empty = [](const SheetRow& row) { return row.size() == 1 && row[0].text.empty(); };
    out.erase(std::remove_if(out.begin(), out.end(), empty), out.end());
    return out;
}

inline std::string trimmed(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

class SheetReader {
public:
    SheetReader(std::string file, Problems& problems) : problems_(problems) { season_.file = std::move(file); }

    Season run(std::string_view text)
    {
        const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        if (first != std::string_view::npos && text[first] == '[')
            json(text);
        else
            csv(normalized(text));
        return std::move(season_);
    }

private:
    static constexpr const char* columns[] = {"initiative", "member", "criterion", "points", "role"};
    static constexpr const char* public_row = "public-votes";

    void csv(const std::string& text)
    {
        const std::vector<SheetRow> rows = csv_rows(text);
        std::size_t at[5];
        for (std::size_t i = 0; i < 5; ++i) {
            at[i] = std::string::npos;
            for (std::size_t cell = 0; !rows.empty() && cell < rows[0].size(); ++cell)
                if (trimmed(rows[0][cell].text) == columns[i]) at[i] = cell;
            if (at[i] == std::string::npos && i < 4)
                problems_.add(ErrorId::missing_key, {season_.file, "", {1, 1}}, {{"key", columns[i]}});
        }
        if (problems_.size() > 0) return;
        for (std::size_t row = 1; row < rows.size(); ++row) {
            SheetCell cells[5];
            for (std::size_t i = 0; i < 5; ++i)
                if (at[i] < rows[row].size())
                    cells[i] = {trimmed(rows[row][at[i]].text), rows[row][at[i]].mark};
                else
                    cells[i].mark = rows[row][0].mark;
            add(cells);
        }
    }

    void json(std::string_view text)
    {
        const Tree tree = read_json(text, season_.file, problems_);
        for (Node item : children(tree.root())) {
            const std::size_t before = problems_.size();
            Fields fields(item, problems_);
            SheetCell cells[5];
            const bool of_public = item.get("criterion").text() == public_row;
            for (std::size_t i = 0; i < 5; ++i) {
                const bool needed = i < 4 && !(of_public && i == 1);
                const Node value = fields.any(columns[i], needed ? Need::required : Need::optional);
                cells[i] = {std::string(value.text()), value.mark()};
            }
            fields.finish();
            if (problems_.size() == before) add(cells);
        }
    }

    bool stated(const SheetCell (&cells)[5])
    {
        bool out = true;
        for (std::size_t i = 0; i < 4; ++i) {
            if (!cells[i].text.empty() || (i == 1 && cells[2].text == public_row)) continue;
            problems_.add(ErrorId::missing_key, {season_.file, "", cells[i].mark}, {{"key", columns[i]}});
            out = false;
        }
        return out;
    }

    void add(const SheetCell (&cells)[5])
    {
        if (!stated(cells)) return;
        const auto found = initiatives_.emplace(cells[0].text, season_.initiatives.size());
        if (found.second) {
            season_.initiatives.emplace_back();
            season_.initiatives.back().id = cells[0].text;
            season_.initiatives.back().mark = cells[0].mark;
        }
        if (cells[2].text == public_row) return add_public(cells);
        member(cells[1], cells[4]);
        const auto [entry, fresh] = ballots_.emplace(std::pair(cells[0].text, cells[1].text), season_.ballots.size());
        if (fresh) {
            season_.ballots.emplace_back();
            season_.ballots.back().initiative = cells[0].text;
            season_.ballots.back().member = cells[1].text;
            season_.ballots.back().mark = cells[0].mark;
        }
        give(season_.ballots[entry->second], cells[2], cells[3]);
    }

    // The votes of the public belong to no member.
    void add_public(const SheetCell (&cells)[5])
    {
        PublicVotes out{cells[0].text, 0, cells[2].mark};
        const Place place{season_.file, "", cells[3].mark};
        Ratio votes;
        if (!cells[1].text.empty())
            problems_.add(ErrorId::unknown_key, {season_.file, "", cells[1].mark},
                          {{"key", columns[1]}, {"known", std::string("initiative, criterion, points")}});
        for (const PublicVotes& other : season_.public_votes)
            if (other.initiative == out.initiative)
                return problems_.add(
                    ErrorId::duplicate_id, {season_.file, "", cells[2].mark},
                    {{"id", std::string(public_row)}, {"line", static_cast<std::int64_t>(other.mark.line)}});
        if (!read_ratio(cells[3].text, votes) || votes.denominator() != 1)
            return problems_.add(ErrorId::bad_number, place, {{"text", cells[3].text}});
        if (votes < Ratio(0) || Ratio(limits::public_votes) < votes)
            return problems_.add(ErrorId::out_of_range, place,
                                 {{"value", votes.text()}, {"low", std::int64_t{0}}, {"high", limits::public_votes}});
        out.votes = votes.numerator();
        season_.public_votes.push_back(std::move(out));
    }

    void give(Ballot& ballot, const SheetCell& criterion, const SheetCell& points)
    {
        const Place place{season_.file, "", points.mark};
        const auto twice = [&](Mark first) {
            problems_.add(ErrorId::duplicate_ballot, {season_.file, "", criterion.mark},
                          {{"person", ballot.member},
                           {"initiative", ballot.initiative},
                           {"line", static_cast<std::int64_t>(first.line)}});
        };
        if (criterion.text == "vote") {
            if (ballot.vote != Vote::none) return twice(ballot.mark);
            for (const auto& [word, vote] :
                 {std::pair{"agree", Vote::agree}, {"disagree", Vote::disagree}, {"abstain", Vote::abstain}})
                if (points.text == word) ballot.vote = vote;
            if (ballot.vote == Vote::none)
                problems_.add(ErrorId::unknown_word, place,
                              {{"text", points.text}, {"known", std::string("agree, disagree, abstain")}});
            return;
        }
        for (const Score& other : ballot.scores)
            if (other.criterion == criterion.text) return twice(other.mark);
        Ratio value;
        std::string exact = points.text;
        if (exact.find('.') == std::string::npos && std::count(exact.begin(), exact.end(), ',') == 1)
            std::replace(exact.begin(), exact.end(), ',', '.');  // 24,5 as it is written in Vietnamese
        if (!read_ratio(exact, value)) problems_.add(ErrorId::bad_number, place, {{"text", points.text}});
        ballot.scores.push_back({criterion.text, value, points.mark, criterion.mark});
    }

    void member(const SheetCell& person, const SheetCell& role)
    {
        std::vector<Member>& members = season_.council.members;
        auto found = std::find_if(members.begin(), members.end(),
                                  [&](const Member& member) { return member.person == person.text; });
        if (found == members.end()) {
            found = members.insert(members.end(), Member());
            found->person = person.text;
            found->mark = person.mark;
        }
        if (role.text.empty()) return;
        static constexpr const char* roles[] = {"chair", "vice-chair", "secretary", "member"};
        for (std::size_t i = 0; i < 4; ++i)
            if (role.text == roles[i]) {
                found->role = static_cast<CouncilRole>(i);
                return;
            }
        problems_.add(ErrorId::unknown_word, {season_.file, "", role.mark},
                      {{"text", role.text}, {"known", std::string("chair, vice-chair, secretary, member")}});
    }

    Problems& problems_;
    Season season_;
    std::map<std::string, std::size_t> initiatives_;
    std::map<std::pair<std::string, std::string>, std::size_t> ballots_;
};

}  // namespace detail

SANGKIEN_INLINE Season read_score_sheet(std::string_view text, std::string file, Problems& problems)
{
    return detail::SheetReader(std::move(file), problems).run(text);
}

SANGKIEN_INLINE std::vector<SheetScore> score_sheet(const Rubric& rubric, const Season& season, Instant as_of)
{
    Problems problems;
    check_ballots(rubric, season, problems);
    if (rubric.stated && !rubric.public_votes)
        for (const PublicVotes& entry : season.public_votes)
            unknown_name(problems, {season.file, "", entry.mark}, detail::criterion_words(), "public-votes",
                         detail::criterion_ids(rubric));
    problems.throw_if_any();
    std::vector<SheetScore> out;
    for (const Initiative& initiative : season.initiatives)
        out.push_back({score(rubric, season, initiative, as_of), bounds(rubric, season, initiative, as_of)});
    return out;
}

SANGKIEN_INLINE std::vector<SheetScore> score_sheet(const Rules& rules, const Season& season, Instant as_of)
{
    const Day day = civil_day(as_of);
    const Ruleset* ruleset = rules.on(day);
    if (ruleset != nullptr) return score_sheet(ruleset->rubric, season, as_of);
    Problems problems;
    const std::string first = rules.rulebooks().empty() ? std::string() : rules.rulebooks().front().id;
    problems.add(ErrorId::season_before_rules, {season.file, "", {}}, {{"day", to_text(day)}, {"rulebook", first}});
    problems.throw_if_any();
    return {};
}

}  // namespace sangkien
