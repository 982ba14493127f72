// More than a fraction, and the chair's casting vote.
#include "../catch.hpp"
#include "council.hpp"

using namespace council;

namespace {

Rubric rule(const std::string& of, const std::string& more)
{
    return rubric(R"({"vote": {"fraction": "1/2", "of": ")" + of + R"(", "method": "agree")" + more + "}}");
}

// m1 is the chair; "ADB-": agree, disagree, abstain, no ballot.
Season votes(const std::string& letters)
{
    Season out = season(static_cast<int>(letters.size()));
    out.council.members[0].role = CouncilRole::chair;
    for (std::size_t i = 0; i < letters.size(); ++i)
        if (letters[i] != '-')
            add_ballot(out, static_cast<int>(i) + 1,
                       letters[i] == 'A'   ? Vote::agree
                       : letters[i] == 'D' ? Vote::disagree
                                           : Vote::abstain);
    return out;
}

Truth passed(const Rubric& rules, const std::string& letters) { return judged(rules, votes(letters)).vote.passed; }

// By every way to fill in the ballots that are missing.
Truth by_all(const Rubric& rules, const std::string& letters)
{
    const std::size_t at = letters.find('-');
    if (at == std::string::npos) return passed(rules, letters);
    bool first = true;
    Truth out = Truth::undetermined;
    for (const char letter : {'A', 'D', 'B'}) {
        std::string filled = letters;
        filled[at] = letter;
        const Truth one = by_all(rules, filled);
        out = first || one == out ? one : Truth::undetermined;
        first = false;
    }
    return out;
}

}  // namespace

TEST_CASE("More than half is not half")
{
    CHECK(passed(rule("members", ""), "AADD") == Truth::pass);
    CHECK(passed(rule("members", R"(, "reach": "more-than")"), "AADD") == Truth::fail);
    CHECK(passed(rule("members", R"(, "reach": "more-than")"), "AAAD") == Truth::pass);
    for (std::int64_t base = 1; base <= 15; ++base)
        for (const Ratio fraction : {Ratio(1, 2), Ratio(2, 3), Ratio(7, 10)}) {
            const std::int64_t needed = votes_needed(fraction, base, true);
            CHECK(Ratio(needed) > fraction * Ratio(base));
            CHECK(Ratio(needed - 1) <= fraction * Ratio(base));
        }
}

TEST_CASE("Where as many agree as disagree the chair's own vote decides, and the finding says so")
{
    const Rubric rules = rule("ballots", R"(, "reach": "more-than", "casting": "chair")");
    CHECK(passed(rules, "AADD") == Truth::pass);
    CHECK(passed(rules, "DADA") == Truth::fail);
    CHECK(passed(rules, "BADB") == Truth::fail);  // a chair who abstains casts nothing: 1 of 4
    const ScoreResult result = judged(rules, votes("AADD"));
    CHECK(result.vote.cast_by == "m1");
    CHECK(count(result.findings, FindingId::casting_vote) == 1);
    CHECK(judged(rules, votes("AAAD")).vote.cast_by.empty());
}

TEST_CASE("A casting vote stands beside the fraction of a half alone")
{
    CHECK(wrong(R"({"vote": {"fraction": "2/3", "of": "members", "method": "agree", "casting": "chair"}})") ==
          std::vector<std::string>{"SK1205"});
}

TEST_CASE("With a casting vote the outcome is certain exactly when every way to fill in the missing votes agrees")
{
    int certain = 0, compared = 0;
    for (const char* of : {"members", "sitting", "ballots"})
        for (const char* reach : {"at-least", "more-than"}) {
            const Rubric rules = rule(of, std::string(R"(, "casting": "chair", "reach": ")") + reach + "\"");
            for (int size = 1; size <= 5; ++size) {
                int ways = 1;
                for (int i = 0; i < size; ++i) ways *= 4;
                for (int way = 0; way < ways; ++way) {
                    std::string letters;
                    for (int rest = way, i = 0; i < size; ++i, rest /= 4) letters += "ADB-"[rest % 4];
                    const Truth expected = by_all(rules, letters);
                    const Truth got = passed(rules, letters);
                    INFO(of << ' ' << reach << ' ' << letters);
                    REQUIRE(got == expected);
                    certain += got != Truth::undetermined;
                    ++compared;
                }
            }
        }
    CHECK(compared == 6 * (4 + 16 + 64 + 256 + 1024));
    CHECK(certain > 1000);
}
