// What of a journal counts at an instant, as it was known at another.
#include <sangkien/lifecycle/journal.hpp>

#include <string>

#include "../catch.hpp"
#include "../random.hpp"

using namespace sangkien;

namespace {

constexpr Instant ever{253402275599};

Instant minute(std::int64_t count) { return {1758700800 + 60 * count}; }

struct Told {
    std::int64_t recorded, occurred;
    std::string event;
    std::int64_t corrects = 0;
};

std::vector<JournalLine> journal(const std::vector<Told>& told)
{
    std::vector<JournalLine> out;
    for (const Told& one : told) {
        JournalLine line;
        line.event.recorded = minute(one.recorded);
        line.event.occurred = minute(one.occurred);
        line.event.actor = "p-1";
        line.event.event = one.event;
        if (!one.event.empty()) line.event.role = "unit-head";
        if (!one.event.empty()) line.event.initiative = "i";
        if (one.corrects > 0) line.event.corrects = one.corrects;
        line.sequence = static_cast<std::int64_t>(out.size() + 1);
        out.push_back(line);
    }
    return out;
}

// The events that count, in order.
std::string counting(const std::vector<JournalLine>& lines, Instant at = ever, Instant known = ever)
{
    std::string out;
    for (const JournalLine* line : standing(lines, at, known)) out += line->event.event + " ";
    return out;
}

Season season_with(std::vector<std::string> ids)
{
    Season out;
    for (std::string& id : ids) {
        Initiative initiative;
        initiative.id = std::move(id);
        out.initiatives.push_back(std::move(initiative));
    }
    return out;
}

// The same by its definition, line by line: the versions of each first line, and the last of them that is known.
std::string slowly(const std::vector<JournalLine>& lines, Instant at, Instant known)
{
    struct Version {
        Instant occurred;
        std::size_t first;
        std::string event;
    };
    std::vector<Version> versions;
    for (std::size_t first = 0; first < lines.size(); ++first) {
        if (lines[first].event.corrects || known < lines[first].event.recorded) continue;
        std::size_t last = first;
        for (std::size_t i = first + 1; i < lines.size(); ++i)
            if (lines[i].event.corrects == lines[last].sequence && lines[i].event.recorded <= known) last = i;
        const JournalEvent& event = lines[last].event;
        if (!event.event.empty() && event.occurred <= at) versions.push_back({event.occurred, first, event.event});
    }
    std::string out;
    while (!versions.empty()) {
        std::size_t next = 0;
        for (std::size_t i = 1; i < versions.size(); ++i)
            if (versions[i].occurred < versions[next].occurred) next = i;
        out += versions[next].event + " ";
        versions.erase(versions.begin() + static_cast<std::ptrdiff_t>(next));
    }
    return out;
}

}  // namespace

TEST_CASE("Events count in the order in which they occurred, and of one instant in the order of the journal")
{
    const auto lines = journal({{10, 5, "b"}, {11, 5, "c"}, {12, 3, "a"}, {20, 20, "d"}});
    CHECK(counting(lines) == "a b c d ");
    CHECK(counting(lines, minute(19)) == "a b c ");
    CHECK(counting(lines, minute(4)) == "a ");
    CHECK(counting(lines, minute(2)).empty());
}

TEST_CASE("What was recorded late is not known before")
{
    const auto lines = journal({{10, 5, "filed"}, {30, 4, "received"}});
    CHECK(counting(lines, minute(10), minute(29)) == "filed ");
    CHECK(counting(lines, minute(10), minute(30)) == "received filed ");
    CHECK(counting(lines, ever, minute(9)).empty());
}

TEST_CASE("A correction takes the place of what it corrects once it is recorded")
{
    const auto lines = journal({{1, 1, "a"}, {2, 1, "wrong"}, {3, 1, "c"}, {9, 1, "right", 2}});
    CHECK(counting(lines, ever, minute(8)) == "a wrong c ");
    CHECK(counting(lines, ever, minute(9)) == "a right c ");
}

TEST_CASE("A line is struck out by a correction without an event, and comes back by a correction of that")
{
    const auto lines = journal({{1, 1, "a"}, {2, 2, "b"}, {3, 3, "", 1}, {4, 1, "a2", 3}, {5, 5, "", 4}});
    CHECK(counting(lines, ever, minute(2)) == "a b ");
    CHECK(counting(lines, ever, minute(3)) == "b ");
    CHECK(counting(lines, ever, minute(4)) == "a2 b ");
    CHECK(counting(lines, ever, minute(5)) == "b ");
}

TEST_CASE("Of any journal, what counts at any instant as known at any other is what its definition says")
{
    sangkien::test::Random random(51);
    for (int round = 0; round < 400; ++round) {
        JournalOrder order;
        std::vector<Told> told;
        std::int64_t clock = 0;
        for (std::int64_t wanted = random.between(0, 14); wanted > 0; --wanted) {
            clock += random.between(0, 2);
            Told one{clock, clock - random.between(0, 6), "e" + std::to_string(told.size()), 0};
            if (random.once_in(2)) one.corrects = random.between(1, 12);
            if (one.corrects > 0 && random.once_in(3)) one.event.clear();
            const JournalEvent event = journal({one}).front().event;
            if (order.wrong(event, 1, "")) continue;
            order.take(event);
            told.push_back(one);
        }
        const std::vector<JournalLine> lines = journal(told);
        for (std::int64_t at = -6; at <= clock + 1; at += 2)
            for (std::int64_t known = -1; known <= clock + 1; ++known)
                REQUIRE(counting(lines, minute(at), minute(known)) == slowly(lines, minute(at), minute(known)));
    }
}

TEST_CASE("Times that run backwards and corrections of nothing are wrong, and are not taken")
{
    JournalOrder order;
    const auto wrong = [&](const Told& told) {
        const JournalEvent event = journal({told}).front().event;
        const auto found = order.wrong(event, 7, "j");
        if (!found) order.take(event);
        if (found) CHECK(found->place.mark.line == 7);
        return found ? code(found->id) : std::string();
    };
    CHECK(wrong({5, 5, "a"}).empty());
    CHECK(wrong({4, 4, "a"}) == "SK1711");
    CHECK(wrong({5, 6, "a"}) == "SK1712");
    CHECK(wrong({5, 5, "a", 2}) == "SK1713");
    CHECK(wrong({6, 5, "a", 1}).empty());
    CHECK(wrong({7, 5, "a", 1}) == "SK1713");
    CHECK(wrong({7, 5, "a", 2}).empty());
}

TEST_CASE("A season takes its events and facts from the journal")
{
    auto lines = journal({{10, 5, "file"}, {11, 6, "accept"}, {12, 4, "draft"}});
    lines[1].event.initiative = "k";
    lines[0].event.facts = {{"novel", true, {}}, {"applied", true, {}}};
    lines[2].event.facts = {{"applied", false, {}}, {"old", false, {}}};
    Season season = season_with({"i", "k"});
    season.initiatives[0].facts = {{"novel", false, {}}, {"kept", true, {}}};
    replay(lines, ever, ever, season);
    const Initiative& first = season.initiatives[0];
    REQUIRE(first.events.size() == 2);
    CHECK(first.events[0].on == "draft");
    CHECK(first.events[1].on == "file");
    CHECK(first.events[1].at == minute(5));
    CHECK(first.events[1].by == "unit-head");
    CHECK(first.events[1].actor == "p-1");
    CHECK(first.events[1].mark.line == 1);
    CHECK(first.fact("novel") == Truth::pass);
    CHECK(first.fact("kept") == Truth::pass);
    CHECK(first.fact("applied") == Truth::pass);
    CHECK(first.fact("old") == Truth::fail);
    REQUIRE(season.initiatives[1].events.size() == 1);
    CHECK(season.initiatives[1].events[0].on == "accept");
}

TEST_CASE("An initiative that is not in the season, and events in both, are errors at their lines")
{
    auto lines = journal({{10, 5, "file"}, {11, 6, "file"}, {12, 7, "file"}});
    lines[1].event.initiative = "ii";
    Season season = season_with({"i", "k"});
    season.initiatives[0].events.push_back({"file", minute(1), "unit-head", "", {}, {}, {}});
    try {
        replay(lines, ever, ever, season, "j");
        FAIL("no error");
    } catch (const Error& error) {
        std::string found;
        for (const Problem& problem : error.problems())
            found += code(problem.id) + ":" + std::to_string(problem.place.mark.line) + " ";
        CHECK(found == "SK1714:1 SK1313:2 SK1714:3 ");
    }
}

TEST_CASE("The rulebooks are those that were named last")
{
    auto lines = journal({{1, 1, "a"}, {2, 2, "b"}, {3, 3, "c"}, {4, 4, "d"}});
    lines[1].event.rulebooks = {{"r", "1"}};
    lines[2].event.rulebooks = {{"r", "2"}, {"s", "3"}};
    CHECK(rulebooks_known(lines, minute(1)).empty());
    CHECK(rulebooks_known(lines, minute(2)).size() == 1);
    CHECK(rulebooks_known(lines, ever).size() == 2);
}
