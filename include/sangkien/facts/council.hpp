// The appraising council and its ballots.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../core/error.hpp"
#include "../core/value.hpp"

namespace sangkien {

enum class CouncilRole : std::uint8_t { chair, vice_chair, secretary, member };

// Member (thành viên Hội đồng): an opaque person id with a role.
struct Member {
    std::string person;
    CouncilRole role = CouncilRole::member;
    std::string unit;  // may be empty
    Mark mark;
};

// Conflict (xung đột lợi ích): declared by or of a member, for one initiative.
struct Conflict {
    std::string member;
    std::string initiative;
    Mark mark;
};

// Council (Hội đồng).
struct Council {
    std::vector<Member> members;
    std::vector<Conflict> conflicts;

    bool has_conflict(std::string_view person, std::string_view initiative) const noexcept
    {
        for (const Conflict& conflict : conflicts)
            if (conflict.member == person && conflict.initiative == initiative) return true;
        return false;
    }
};

enum class Vote : std::uint8_t { none, agree, disagree, abstain };

// Score (điểm) given to one criterion.
struct Score {
    std::string criterion;
    Ratio value;
    Mark mark;        // of the value
    Mark key_mark{};  // of the criterion's name
};

// Ballot (phiếu): what one member gave one initiative. Scores, a vote, or both.
struct Ballot {
    std::string initiative;
    std::string member;
    std::vector<Score> scores;  // empty, or one for every criterion
    Vote vote = Vote::none;
    std::optional<Instant> at;  // when it was handed in; absent: before any as_of
    Mark mark;
};

}  // namespace sangkien
