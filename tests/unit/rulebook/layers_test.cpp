#include "papers.hpp"

using namespace papers;

namespace {

std::string quota(const std::string& members) { return R"("quota": {"q": {)" + members + "}}"; }

}  // namespace

TEST_CASE("A later layer fills what a lower paper is silent about, and nothing else")
{
    const std::string low =
        paper("low", "national", silent({"quota.q.joint", "roles"}) + "," + quota(R"("each": "year")"));
    CHECK(lay({low, paper("high", "ward", quota(R"("joint": "lead")"))}).problems.empty());
    CHECK(lay({low, paper("high", "ward", quota(R"("joint": "lead")"))}).text("quota.q.joint") == "lead");
    CHECK(lay({low, paper("high", "ward", quota(R"("at-least": 1)"))}).wrong() == List{"SK1504 quota.q.at-least"});
    CHECK(lay({low, paper("high", "ward", R"("quota": {"p": {"each": "year"}})")}).wrong() == List{"SK1504 quota.p"});
    CHECK(lay({low, paper("high", "ward", R"("levels": {"x": {"vi": "v"}})")}).wrong() == List{"SK1504 levels"});
    CHECK(lay({low, paper("high", "ward", R"("roles": {"x": {"vi": "v"}})")}).wrong().empty());
    // A silence about "quota.q.joint" does not open "quota.q.jointly".
    CHECK(lay({low, paper("high", "ward", quota(R"("jointly": "lead")"))}).wrong() == List{"SK1504 quota.q.jointly"});
}

TEST_CASE("The order in which papers are handed in decides nothing between layers")
{
    const std::string low = paper("low", "national", silent({"quota"}));
    const std::string high = paper("high", "council", quota(R"("joint": "lead")"));
    CHECK(lay({high, low}).problems.empty());
    CHECK(lay({low, high}).problems.empty());
    CHECK(lay({high, low}).rulebooks.front().id == "low");
}

TEST_CASE("Papers of the lowest layer say what they like, and later ones of a layer fill earlier ones only by silence")
{
    CHECK(lay({paper("a", "national", quota(R"("joint": "lead")")),
               paper("b", "national", R"("roles": {"x": {"vi": "v"}})")})
              .problems.empty());
    CHECK(lay({paper("a", "national", quota(R"("joint": "lead")")), paper("b", "national", quota(R"("each": "year")"))})
              .wrong() == List{"SK1504 quota.q.each"});
}

TEST_CASE("It is the paper that speaks of the containing object whose silence counts")
{
    // The charter is silent on all of "quota"; once the ward has spoken of q, only the ward's silence opens q.
    const std::string charter = paper("charter", "national", silent({"quota"}));
    const std::string ward = paper("ward", "ward", silent({"quota.q.joint"}) + "," + quota(R"("each": "year")"));
    CHECK(lay({charter, ward, paper("council", "council", quota(R"("joint": "each")"))}).problems.empty());
    CHECK(lay({charter, ward, paper("council", "council", quota(R"("at-least": 2)"))}).wrong() ==
          List{"SK1504 quota.q.at-least"});
    CHECK(lay({charter, ward, paper("council", "council", R"("quota": {"p": {"each": "year"}})")}).wrong() ==
          List{"SK1504 quota.p"});
}

TEST_CASE("Of several papers that speak of an object the last one's silence counts, either way")
{
    const std::string open = silent({"quota"}) + ",", closed;
    const std::string top = paper("top", "council", quota(R"("at-least": 2)"));
    const auto wrong = [&](const std::string& charter, const std::string& ward) {
        return lay({paper("charter", "national", charter + quota(R"("each": "year")")),
                    paper("ward", "ward", ward + quota(R"("each": "year")")), top})
            .wrong();
    };
    CHECK(wrong(open, closed) == List{"SK1504 quota.q.at-least"});
    CHECK(wrong(closed, open).empty());
    CHECK(wrong(open, open).empty());
}

TEST_CASE("What may not be filled is told at its key, and what is wrong inside it all the same")
{
    const std::string low = paper("low", "national", "");
    const std::string high = paper("high", "ward", "\"quota\": {\"q\": {\"joint\": \"lead\"}}");
    const Laid laid = lay({low, high});
    REQUIRE(laid.problems.size() == 1);
    CHECK(laid.problems.front().place.pointer == "/quota");
    CHECK(laid.problems.front().place.file == "paper 2");
    CHECK(laid.problems.front().place.mark.line == 2);
    CHECK(laid.problems.front().place.mark.column == 1);
    CHECK(detail_of(laid.problems.front(), "rulebook") == "high");
    CHECK(laid.text("quota.q.joint") == "lead");
}

TEST_CASE("Equal values of two papers agree, and the lower one is cited")
{
    const std::string low = paper("low", "national", quota(R"("at-least": 1, "who": ["a", "b"], "clause": "low.1")"));
    const Laid laid =
        lay({low, paper("high", "ward", quota(R"("at-least": 1, "who": ["a", "b"], "clause": "high.1")"))});
    CHECK(laid.problems.empty());
    CHECK(laid.cited("quota.q.at-least") == "low.1 official-document of low");
    CHECK(lay({low, paper("high", "ward", quota(R"("who": ["b", "a"])"))}).wrong() == List{"SK1505 quota.q.who"});
    CHECK(lay({low, paper("high", "ward", quota(R"("who": "a")"))}).wrong() == List{"SK1505 quota.q.who"});
    CHECK(lay({low, paper("high", "ward", quota(R"("at-least": "1")"))}).wrong() == List{"SK1505 quota.q.at-least"});
    CHECK(lay({low, paper("high", "ward", quota(R"("who": {"x": 1})"))}).wrong() == List{"SK1505 quota.q.who"});
}

TEST_CASE("A different value is a conflict that names both papers and the line below")
{
    const std::string low = paper("low", "national", quota("\n\"at-least\": 1"));
    const Laid laid = lay({low, paper("high", "ward", quota("\n\n\"at-least\": 2"))});
    REQUIRE(laid.wrong() == List{"SK1505 quota.q.at-least"});
    const Problem& problem = laid.problems.front();
    CHECK(detail_of(problem, "rulebook") == "high");
    CHECK(detail_of(problem, "other") == "low");
    CHECK(detail_of(problem, "line") == "3");
    CHECK(problem.place.mark.line == 4);
    CHECK(message(problem, Language::en)
              .find("rulebook \"high\" gives \"quota.q.at-least\" another value than \"low\" (line 3)") !=
          std::string::npos);
}

TEST_CASE("What a paper allows to be replaced is, with whatever lies below the path, and by the latest layer")
{
    const auto low = [](const char* path) {
        return paper("low", "national",
                     std::string(R"("allows": {")") + path + R"(": {"right": "override"}},)" +
                         quota(R"("at-least": 1, "joint": "each", "clause": "low.1")"));
    };
    const std::string high = paper("high", "ward", quota(R"("at-least": 2, "clause": "high.2")"));
    for (const char* path : {"quota", "quota.q", "quota.q.at-least"}) {
        const Laid laid = lay({low(path), high});
        CHECK(laid.problems.empty());
        CHECK(laid.text("quota.q.at-least") == "2");
        CHECK(laid.cited("quota.q.at-least") == "high.2 secondary of high");
        CHECK(laid.cited("quota.q.joint") == "low.1 official-document of low");
    }
    CHECK(lay({low("quota.q.at-le"), high}).wrong() == List{"SK1505 quota.q.at-least"});
    // What was replaced allows nothing by itself: the middle paper decides what lies over its own value.
    const std::string top = paper("top", "council", quota(R"("at-least": 3)"));
    CHECK(lay({low("quota"), high, top}).wrong() == List{"SK1505 quota.q.at-least"});
}

TEST_CASE("A later paper may take any of the readings a value offers, and no other")
{
    const std::string low = paper(
        "low", "national", quota(R"("joint": "each", "choices": {"joint": ["each", "lead"]}, "clause": "low.1")"));
    const Laid plain = lay({low});
    CHECK(plain.reading("quota.q.joint").value == "each");
    CHECK(plain.reading("quota.q.joint").chosen_by == "low");
    CHECK(plain.reading("quota.q.joint").offered == List{"each", "lead"});
    CHECK(plain.reading("quota.q.joint").citation.clause == "low.1");
    const Laid chosen = lay({low, paper("high", "ward", quota(R"("joint": "lead")"))});
    CHECK(chosen.problems.empty());
    CHECK(chosen.text("quota.q.joint") == "lead");
    CHECK(chosen.reading("quota.q.joint").chosen_by == "high");
    CHECK(lay({low, paper("high", "ward", quota(R"("joint": "none")"))}).wrong() == List{"SK1505 quota.q.joint"});
}

TEST_CASE("The caller's pick is taken before the papers', and refused where it is not offered")
{
    const std::string low =
        paper("low", "national", quota(R"("joint": "each", "choices": {"joint": ["each", "lead"]})"));
    const auto pick = [&](const char* path, const char* value) {
        return lay({low}, "2025-06-01", {{path, value, {"s.json", "/choices/x", {7, 3}}}});
    };
    CHECK(pick("quota.q.joint", "lead").text("quota.q.joint") == "lead");
    CHECK(pick("quota.q.joint", "lead").reading("quota.q.joint").chosen_by == "season");
    const Laid refused = pick("quota.q.joint", "none");
    REQUIRE(refused.wrong() == List{"SK1311 quota.q.joint"});
    CHECK(detail_of(refused.problems.front(), "known") == "each, lead");
    CHECK(refused.problems.front().place.mark.line == 7);
    CHECK(refused.text("quota.q.joint") == "each");
    CHECK(pick("quota.q", "lead").wrong() == List{"SK1311 quota.q"});
    CHECK(pick("", "lead").wrong() == List{"SK1311 "});
}

TEST_CASE("Citations are the nearest clause and provenance around a value, in its own paper")
{
    const std::string low =
        paper("low", "national", silent({"quota"}) + R"(,"roles": {"clause": "low.1", "a": {"vi": "v"},
        "b": {"vi": "v", "clause": "low.2"}, "c": {"vi": "v", "provenance": "unverified"}, "d": {"vi": "v", "clause": "high.2"}})");
    const Laid laid = lay({low, paper("high", "ward", quota(R"("joint": "each", "provenance": "illustrative")"))});
    CHECK(laid.problems.empty());
    CHECK(laid.cited("roles.a") == "low.1 official-document of low");
    CHECK(laid.cited("roles.b") == "low.2 secondary of low");
    CHECK(laid.cited("roles.c") == "low.1 unverified of low");
    CHECK(laid.cited("roles.d") ==
          "high.2 secondary of low");  // another paper's clause, with what that paper says of it
    CHECK(laid.cited("quota.q.joint") == " illustrative of high");
    CHECK_FALSE(laid.at("roles.clause"));
    // The parts that differ in origin inside one object are cited apart.
    const std::string two = paper("high", "ward", R"("roles": {"clause": "high.1", "e": {"vi": "w"}})");
    const std::string open =
        paper("low", "national", silent({"roles"}) + R"(,"roles": {"clause": "low.1", "a": {"vi": "v"}})");
    CHECK(lay({open, two}).cited("roles.e") == "high.1 official-document of high");
    CHECK(lay({open, two}).cited("roles.a") == "low.1 official-document of low");
}

TEST_CASE("Silences stand while nobody has filled them")
{
    const std::string low =
        paper("low", "national", silent({"quota.q.joint", "index"}) + "," + quota(R"("each": "year")"));
    const Laid open = lay({low});
    REQUIRE(open.effective.silences.size() == 2);
    CHECK(open.effective.silences[0].path == "quota.q.joint");
    CHECK(open.effective.silences[0].rulebook == "low");
    const Laid filled = lay({low, paper("high", "ward", quota(R"("joint": "each")"))});
    REQUIRE(filled.effective.silences.size() == 1);
    CHECK(filled.effective.silences[0].path == "index");
}

TEST_CASE("A path covers itself and what lies below it")
{
    CHECK(covers("quota", "quota"));
    CHECK(covers("quota", "quota.q.joint"));
    CHECK(covers("quota.q", "quota.q.joint"));
    CHECK_FALSE(covers("quota.q", "quota.qq"));
    CHECK_FALSE(covers("quota.q.joint", "quota.q"));
    CHECK_FALSE(covers("quota", "quotas"));
}
