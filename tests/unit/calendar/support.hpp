// What the calendar tests share: the calendar and the rules of periods as the built-in rulebooks give them.
#pragma once

#include <fstream>
#include <sstream>
#include <string>

#include <sangkien/calendar/deadline.hpp>
#include <sangkien/io/json_reader.hpp>
#include <sangkien/rulebook/calendar_section.hpp>
#include <sangkien/rulebook/periods_section.hpp>
#include <sangkien/rulebook/schedule_section.hpp>

#include "catch.hpp"

namespace sangkien::test {

inline Tree rulebook_tree(const std::string& id)
{
    std::ifstream file(std::string(SANGKIEN_SOURCE_DIR) + "/src/rulebooks/" + id + ".json", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    Problems problems;
    Tree tree = read_json(text.str(), id + ".json", problems);
    problems.throw_if_any();
    return tree;
}

inline const Calendar& civil_service()
{
    static const Calendar calendar = [] {
        Problems problems;
        const Rulebook book = read_rulebook(rulebook_tree("vn-civil-service"), problems);
        Calendar out = compile_calendar(book.tree.root().get("calendar"), book.clauses, problems);
        problems.throw_if_any();
        return out;
    }();
    return calendar;
}

inline const PeriodRules& civil_code()
{
    static const PeriodRules rules = [] {
        const Tree tree = rulebook_tree("civil-code-2015");
        Problems problems;
        const std::optional<PeriodRules> out = compile_periods(tree.root().get("periods"), problems);
        problems.throw_if_any();
        return out.value();
    }();
    return rules;
}

// The only problem of the Error that `call` throws; a test fails when it throws none.
template <class Call>
Problem problem_of(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        REQUIRE(error.problems().size() == 1);
        return error.problems().front();
    }
    FAIL("no Error was thrown");
    return Problem{ErrorId::no_calendar, {}, {}};
}

// Every problem that `read` finds in a JSON text, as "SK1203 /schedule/a/yearly", sorted by place.
template <class Read>
std::vector<std::string> problems_of(const std::string& json, Read read)
{
    Problems problems;
    const Tree tree = read_json(json, "test.json", problems);
    read(tree.root(), problems);
    std::vector<std::string> out;
    try {
        problems.throw_if_any();
    } catch (const Error& error) {
        for (const Problem& problem : error.problems()) out.push_back(code(problem.id) + " " + problem.place.pointer);
    }
    return out;
}

inline Day on(const char* text) { return parse_day(text); }

}  // namespace sangkien::test
