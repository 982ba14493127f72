// A unit that is gone while its duty stays: nobody is told to propose in its name.
#include "../catch.hpp"

#include <sangkien/evaluation/evaluate.hpp>
#include <sangkien/io/loader.hpp>
#include <sangkien/io/season_reader.hpp>

using namespace sangkien;

namespace {

const std::string folder = std::string(SANGKIEN_SOURCE_DIR) + "/tests/cases/quota-units/";

// What unit s-8, dissolved on 1 May with its duty staying, is told to do under the quota `proposals`.
std::vector<Todo> told(const char* as_of)
{
    const Rules rules = load_rules({folder + "ward-units.json"});
    const Season season = read_season(read_file(folder + "season.json"), "season.json");
    std::vector<Todo> out;
    for (const Todo& todo : evaluate(rules, season, parse_instant(as_of)).todo)
        if (todo.unit && todo.unit->id == "s-8" && todo.citation.clause != "m.4") out.push_back(todo);
    return out;
}

const Todo* short_of(const std::vector<Todo>& all, TodoKind kind)
{
    for (const Todo& todo : all)
        if (todo.kind == kind && (kind == TodoKind::propose || todo.what.en.find("is gone") != std::string::npos))
            return &todo;
    return nullptr;
}

}  // namespace

TEST_CASE("A unit is told to propose while it stands; once it is gone somebody must decide who answers for its quota")
{
    const std::vector<Todo> before = told("2025-04-30T23:59:59+07:00");
    REQUIRE(short_of(before, TodoKind::propose) != nullptr);
    CHECK(short_of(before, TodoKind::decide) == nullptr);
    for (const char* as_of : {"2025-05-01T00:00:00+07:00", "2025-09-30T08:00:00+07:00"}) {
        const std::vector<Todo> after = told(as_of);
        CHECK(short_of(after, TodoKind::propose) == nullptr);
        const Todo* decide = short_of(after, TodoKind::decide);
        REQUIRE(decide != nullptr);
        CHECK(decide->who.empty());
        CHECK(!decide->by);
        CHECK(decide->what.en.find("still lacks 1 of") != std::string::npos);
        CHECK(decide->citation.clause == "m.3");  // what the rulebook says of dissolved units
    }
}

TEST_CASE("Nothing lifts the shortfall of a unit that is gone, although the deadline is not over")
{
    const Rules rules = load_rules({folder + "ward-units.json"});
    const Season season = read_season(read_file(folder + "season.json"), "season.json");
    const auto possible = [&](const char* as_of) {
        const Report report = evaluate(rules, season, parse_instant(as_of));
        for (const UnitReport& unit : report.units)
            for (const QuotaResult& quota : unit.quota)
                if (unit.name.id == "s-8" && quota.rule == "proposals") return quota.findings.front().lift->possible;
        throw std::runtime_error("s-8 owes nothing");
    };
    CHECK(possible("2025-04-30T23:59:59+07:00"));
    CHECK(!possible("2025-05-01T00:00:00+07:00"));
}
