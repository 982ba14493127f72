// Less told of what passed: the verdicts, states, figures and tasks stay the same.
#include "demo.hpp"

using namespace sangkien;

namespace {

// A report without what Trace::verdicts leaves out: of findings that passed the id alone, and no other readings.
std::string outcome(Node node)
{
    const bool finding = node.get("message") && node.get("citations");
    if (finding && node.get("verdict").text() == "pass") return "(" + std::string(node.get("id").text()) + ")";
    std::string out(node.is(Kind::boolean) ? (node.boolean() ? "true" : "false") : node.text());
    for (Node child : children(node))
        if (child.get("id").text() != "other-reading") out += std::string(child.key()) + ":" + outcome(child) + ";";
    return out;
}

std::string outcome(const Report& report) { return outcome(texts::parsed(report_json(report)).root()); }

}  // namespace

TEST_CASE("Verdicts alone are those of the whole evaluation")
{
    for (const char* at : {"2025-09-20T08:00+07:00", "2025-09-24T23:59:59+07:00", "2025-09-25T00:00+07:00",
                           "2025-09-29T16:00+07:00", "2025-09-30T17:00+07:00"}) {
        const Report whole = evaluate(demo::rules(), demo::season(), parse_instant(at));
        const Report brief = evaluate(demo::rules(), demo::season(), parse_instant(at), Trace::verdicts);
        INFO(at);
        CHECK(outcome(whole) == outcome(brief));
        CHECK(report_json(whole).size() > report_json(brief).size() + 20000);
    }
}

TEST_CASE("What is to be done is told in full where verdicts alone are wanted")
{
    const Report brief = evaluate(demo::rules(), demo::season(), texts::demo_evening(), Trace::verdicts);
    REQUIRE(brief.todo.size() == demo::report().todo.size());
    for (std::size_t i = 0; i < brief.todo.size(); ++i) {
        CHECK(brief.todo[i].what.vi == demo::report().todo[i].what.vi);
        CHECK(brief.todo[i].by == demo::report().todo[i].by);
    }
    for (std::size_t i = 0; i < brief.initiatives.size(); ++i)
        for (std::size_t n = 0; n < brief.initiatives[i].next.size(); ++n)
            for (std::size_t f = 0; f < brief.initiatives[i].next[n].findings.size(); ++f)
                CHECK(message(brief.initiatives[i].next[n].findings[f], Language::vi) ==
                      message(demo::report().initiatives[i].next[n].findings[f], Language::vi));
}

TEST_CASE("An unmet condition keeps its clause, its values and what would lift it")
{
    const Report brief = evaluate(demo::rules(), demo::season(), texts::demo_evening(), Trace::verdicts);
    const EventReport& refused = demo::of(brief, "SK-05").events[0];
    REQUIRE(refused.findings.size() == 1);
    CHECK(message(refused.findings[0], Language::en) ==
          message(demo::of(demo::report(), "SK-05").events[0].findings[0], Language::en));
    CHECK(refused.findings[0].citations.size() == 1);
    CHECK(refused.findings[0].lift.has_value());
    const Findings& passed = demo::of(brief, "SK-01").events[0].findings;
    REQUIRE(passed.size() == 1);
    CHECK(passed[0].id == FindingId::in_time);
    CHECK(passed[0].values.empty());
}
