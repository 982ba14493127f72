// The council of a season, its ballots and the votes of the public, as they are read; and the names that they refer to.
#pragma once

#include <algorithm>
#include <map>

#include "../core/limits.hpp"
#include "../facts/season.hpp"
#include "../rulebook/fields.hpp"

namespace sangkien::detail {

// A season that is being read: what it has so far may be referred to.
class SeasonNames {
protected:
    explicit SeasonNames(Problems& problems) : problems_(problems) {}

    bool known_unit(const std::string& id, Node at)
    {
        if (season_.unit(id) != nullptr) return true;
        std::vector<std::string> known;
        for (const Unit& unit : season_.units) known.push_back(unit.id);
        problems_.add(ErrorId::unknown_unit, at.place(), with_nearest({{"id", id}}, id, known));
        return false;
    }

    void known_member(const std::string& person, Node at)
    {
        const std::vector<Member>& members = season_.council.members;
        const auto same = [&](const Member& member) { return member.person == person; };
        if (person.empty() || std::any_of(members.begin(), members.end(), same)) return;
        std::vector<std::string> known;
        for (const Member& member : members) known.push_back(member.person);
        problems_.add(ErrorId::not_a_member, at.place(), with_nearest({{"person", person}}, person, known));
    }

    void known_initiative(const std::string& id, Node at)
    {
        const std::vector<Initiative>& initiatives = season_.initiatives;
        const auto same = [&](const Initiative& initiative) { return initiative.id == id; };
        if (id.empty() || std::any_of(initiatives.begin(), initiatives.end(), same)) return;
        std::vector<std::string> known;
        for (const Initiative& initiative : initiatives) known.push_back(initiative.id);
        problems_.add(ErrorId::unknown_initiative, at.place(), with_nearest({{"id", id}}, id, known));
    }

    Problems& problems_;
    Season season_;
};

class SeasonCouncil : protected SeasonNames {
protected:
    explicit SeasonCouncil(Problems& problems) : SeasonNames(problems) {}

    void council(Node node)
    {
        if (!node) return;
        Fields f(node, problems_);
        for (Node item : children(f.list("members"))) {
            Fields m(item, problems_);
            Member member{m.text("person"),
                          static_cast<CouncilRole>(m.word("role", {"chair", "vice-chair", "secretary", "member"}, 3)),
                          m.text("unit", Need::optional), item.mark()};
            m.finish();
            for (const Member& other : season_.council.members)
                if (other.person == member.person && !member.person.empty())
                    problems_.add(ErrorId::duplicate_id, item.get("person").place(),
                                  {{"id", member.person}, {"line", static_cast<std::int64_t>(other.mark.line)}});
            if (!member.unit.empty()) known_unit(member.unit, item.get("unit"));
            season_.council.members.push_back(std::move(member));
        }
        for (Node item : children(f.list("conflicts", Need::optional))) {
            Fields c(item, problems_);
            Conflict conflict{c.text("member"), c.text("initiative"), item.mark(), {}};
            if (c.has("kind"))
                conflict.kind =
                    conflict_kinds[c.word("kind", {"self", "co-author", "same-unit", "head-as-author", "other"})];
            c.finish();
            known_member(conflict.member, item.get("member"));
            known_initiative(conflict.initiative, item.get("initiative"));
            season_.council.conflicts.push_back(std::move(conflict));
        }
        f.finish();
    }

    void add_ballot(Node node)
    {
        Fields f(node, problems_);
        Ballot out;
        out.mark = node.mark();
        out.initiative = f.text("initiative");
        out.member = f.text("member");
        known_initiative(out.initiative, node.get("initiative"));
        known_member(out.member, node.get("member"));
        for (Node score : children(f.object("scores", Need::optional))) {
            Ratio value;
            // Kept when it cannot be read, as nought: the criterion is scored, if wrongly.
            read_ratio(score, problems_, value);
            out.scores.push_back({std::string(score.key()), value, score.mark(), score.key_mark()});
        }
        if (f.has("vote")) out.vote = static_cast<Vote>(1 + f.word("vote", {"agree", "disagree", "abstain"}));
        if (f.has("at")) out.at = f.instant("at");
        if (f.has("state"))
            out.state = static_cast<BallotState>(f.word("state", {"draft", "submitted", "reopened"}, 1));
        out.comment_sha256 = f.text("comment_sha256", Need::optional);
        if (!out.comment_sha256.empty() && !is_digest(out.comment_sha256))
            problems_.add(ErrorId::bad_digest, node.get("comment_sha256").place(), {{"text", out.comment_sha256}});
        f.finish();
        const auto first =
            ballots_.emplace(std::make_pair(node.get("initiative").text(), node.get("member").text()), out.mark.line);
        if (!first.second)
            problems_.add(ErrorId::duplicate_ballot, node.place(),
                          {{"person", out.member},
                           {"initiative", out.initiative},
                           {"line", static_cast<std::int64_t>(first.first->second)}});
        season_.ballots.push_back(std::move(out));
    }

    static bool is_digest(std::string_view text) noexcept
    {
        return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    }

    void add_public_votes(Node node)
    {
        PublicVotes out{std::string(node.key()), 0, node.mark()};
        known_initiative(out.initiative, node);
        read_whole(node, problems_, 0, limits::public_votes, out.votes);
        season_.public_votes.push_back(std::move(out));
    }

private:
    std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> ballots_;  // initiative, member: line
};

}  // namespace sangkien::detail
