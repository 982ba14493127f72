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

// The kinds of conflict that can be declared.
inline constexpr const char* conflict_kinds[] = {"self", "co-author", "same-unit", "head-as-author", "other"};

// Conflict (xung đột lợi ích): declared by or of a member, for one initiative.
struct Conflict {
    std::string member;
    std::string initiative;
    Mark mark;
    std::string kind{};  // one of conflict_kinds; empty: not said
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

// Ballot state (tình trạng phiếu): only a ballot that is handed in counts. One that was opened again for correction is
// missing until it is handed in anew.
enum class BallotState : std::uint8_t { draft, submitted, reopened };

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
    BallotState state = BallotState::submitted;
    std::string comment_sha256{};  // the comment itself stays with the host; may be empty
};

// Public votes (phiếu bình chọn) that an initiative has from the public.
struct PublicVotes {
    std::string initiative;
    std::int64_t votes = 0;
    Mark mark;
};

}  // namespace sangkien
