// Votes that turn, as JSON.
#pragma once

#include "../evaluation/robustness.hpp"
#include "report_units_inl.hpp"

namespace sangkien::detail {

constexpr const char* turned_vote_words[] = {"none", "agree", "disagree", "abstain"};

inline void put_standing(JsonWriter& out, const CouncilStanding& at);

inline void put_ways(JsonWriter& out, const std::vector<VotesTurned>& ways)
{
    out.begin_list();
    for (const VotesTurned& way : ways) {
        out.begin_object();
        out.key("turns");
        out.begin_list();
        for (const VoteTurn& turn : way.turns) {
            out.begin_object();
            out.member("from", turned_vote_words[static_cast<std::size_t>(turn.from)]);
            out.member("to", turned_vote_words[static_cast<std::size_t>(turn.to)]);
            out.member("count", turn.count);
            out.key("members");
            out.begin_list(true);
            for (const std::string& member : turn.members) out.value(member);
            out.end_list();
            out.end_object();
        }
        out.end_list();
        out.key("after");
        put_standing(out, way.after);
        out.end_object();
    }
    out.end_list();
}

inline void put_votes(JsonWriter& out, const std::optional<FewestVotes>& votes)
{
    if (!votes) return out.null();
    const auto size = [&](const char* key, const std::optional<std::int64_t>& by) {
        out.key(key);
        if (by)
            out.value(*by);
        else
            out.null();
    };
    out.begin_object();
    size("by", votes->by);
    out.key("ways");
    put_ways(out, votes->ways);
    size("open_by", votes->open_by);
    out.key("open");
    put_ways(out, votes->open);
    out.end_object();
}

}  // namespace sangkien::detail
