#pragma once

#include <algorithm>
#include <map>

#include "score_sheet.hpp"

#include "../core/limits.hpp"
#include "../scoring/rubric_checks_inl.hpp"
#include "csv_rows_inl.hpp"
#include "json_reader.hpp"
#include "score_page_inl.hpp"

namespace sangkien {

namespace detail {

class SheetReader {
public:
    SheetReader(std::string file, Problems& problems) : problems_(problems) { season_.file = std::move(file); }

    Season run(std::string_view text)
    {
        const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        if (first != std::string_view::npos && text[first] == '[')
            json(text);
        else
            csv(text);
        return std::move(season_);
    }

private:
    static constexpr const char* columns[] = {"initiative", "member", "criterion", "points", "role"};
    static constexpr const char* public_row = "public-votes";

    void csv(std::string_view text)
    {
        CsvRows rows(text);
        rows.next();
        std::size_t at[5];
        for (std::size_t i = 0; i < 5; ++i) {
            at[i] = column_named(rows.row(), columns[i]);
            if (at[i] == std::string::npos && i < 4)
                tell_missing_column(problems_, season_.file, rows.row(), columns[i]);
        }
        if (problems_.size() > 0) return;
        while (rows.next()) {
            SheetCell cells[5];
            for (std::size_t i = 0; i < 5; ++i) cells[i] = cell_of(rows.row(), at[i]);
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
                cells[i] = {value.text(), value.mark()};
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
            tell_empty_cell(problems_, season_.file, cells[i].mark, columns[i]);
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
        PublicVotes out{std::string(cells[0].text), 0, cells[2].mark};
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
            return problems_.add(ErrorId::bad_number, place, {{"text", std::string(cells[3].text)}});
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
                              {{"text", std::string(points.text)}, {"known", std::string("agree, disagree, abstain")}});
            return;
        }
        for (const Score& other : ballot.scores)
            if (other.criterion == criterion.text) return twice(other.mark);
        Ratio value;
        if (!read_sheet_number(points.text, value))
            problems_.add(ErrorId::bad_number, place, {{"text", std::string(points.text)}});
        ballot.scores.push_back({std::string(criterion.text), value, points.mark, criterion.mark});
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
        problems_.add(
            ErrorId::unknown_word, {season_.file, "", role.mark},
            {{"text", std::string(role.text)}, {"known", std::string("chair, vice-chair, secretary, member")}});
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
