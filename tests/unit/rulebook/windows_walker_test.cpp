// What is told of the windows of a dated value against a walk from day to day: overlaps, gaps, as known on any day.
#include <set>

#include <sangkien/rulebook/paper_checks.hpp>

#include "../random.hpp"
#include "papers.hpp"

using namespace papers;

namespace {

struct Version {
    std::optional<int> from, until, known;

    bool holds(int day) const { return (!from || *from <= day) && (!until || day < *until); }
    bool known_by(std::optional<int> day) const { return !known || !day || *known <= *day; }
};

constexpr int last = 100;  // the walk goes from day 0 to this one; every window has its ends between

Day day_of_walk(int day) { return parse_day("2025-01-01") + day; }

// From `from` on, most of them where the one before ended, as people write them.
std::vector<Version> random_versions(test::Random& random)
{
    std::vector<Version> out;
    int at = static_cast<int>(random.between(2, 20));
    for (std::int64_t i = random.between(1, 7); i > 0; --i) {
        Version one;
        if (random.once_in(2)) at += static_cast<int>(random.between(-6, 6));
        at = std::min(std::max(at, 1), last - 12);
        one.from = at;
        one.until = at = at + static_cast<int>(random.between(1, 10));
        if (out.empty() && random.once_in(4)) one.from.reset();
        if (one.from && random.once_in(8)) one.until.reset();  // without any day it is no version
        if (random.once_in(3)) one.known = static_cast<int>(random.between(0, 2)) * 30;
        out.insert(random.once_in(5) ? out.begin() : out.end(), one);
    }
    return out;
}

std::string written(const std::vector<Version>& versions)
{
    std::string out;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        out += i == 0 ? "{" : ", {";
        const auto put = [&](const char* key, std::optional<int> day) {
            if (day) out += std::string("\"") + key + "\": \"" + to_text(day_of_walk(*day)) + "\", ";
        };
        put("from", versions[i].from);
        put("until", versions[i].until);
        put("known-on", versions[i].known);
        out += "\"value\": " + std::to_string(i) + "}";
    }
    return out;
}

using Told = std::multiset<std::string>;

std::string pointer(std::size_t version) { return "/scoring/whole/" + std::to_string(version); }

// Of each two of the same knowledge that share a day: the later one in the list.
Told overlaps(const std::vector<Version>& versions)
{
    Told out;
    for (std::size_t j = 0; j < versions.size(); ++j)
        for (std::size_t i = 0; i < j; ++i)
            for (int day = 0; day <= last && versions[i].known == versions[j].known; ++day)
                if (versions[i].holds(day) && versions[j].holds(day)) {
                    out.insert(pointer(j));
                    break;
                }
    return out;
}

// Each stretch of days that nothing holds, between days that something does, at every version that begins behind it.
Told lacking(const std::vector<Version>& versions, std::optional<int> known)
{
    Told out;
    const auto held = [&](int day) {
        return std::any_of(versions.begin(), versions.end(),
                           [&](const Version& v) { return v.known_by(known) && v.holds(day); });
    };
    int since = -1;  // the first day of the stretch; -1: nothing held before
    for (int day = 0; day <= last; ++day) {
        if (!held(day)) continue;
        if (since >= 0 && since < day)
            for (std::size_t i = 0; i < versions.size(); ++i)
                if (versions[i].known_by(known) && versions[i].from == day)
                    out.insert(pointer(i) + " " + to_text(day_of_walk(since)) + " " + to_text(day_of_walk(day)));
        since = day + 1;
    }
    return out;
}

bool shares(const std::vector<Version>& versions, std::size_t at, const std::string& day)
{
    const int shared = parse_day(day).count - day_of_walk(0).count;
    for (std::size_t i = 0; i < at; ++i)
        if (versions[i].known == versions[at].known && versions[i].holds(shared) && versions[at].holds(shared))
            return true;
    return false;
}

}  // namespace

TEST_CASE("Overlaps and gaps of windows are those that walking the days finds, as known on any day")
{
    test::Random random(1601);
    int wrong = 0, wrong_days = 0, told_overlaps = 0, told_gaps = 0, told_later = 0, clean = 0;
    for (int round = 0; round < 4000; ++round) {
        const std::vector<Version> versions = random_versions(random);
        const std::string text = paper("low", "national", R"("scoring": {"whole": [)" + written(versions) + "]}");
        Problems unread;
        std::vector<Rulebook> rulebooks{read_rulebook_text(text, "low.json", {}, unread)};
        unread.throw_if_any();

        Problems problems;
        boundaries(rulebooks, problems);
        Told found;
        // Two overlaps at one version on one day read alike and are told once, so places are compared.
        for (const Problem& problem : problems_of([&] { problems.throw_if_any(); })) {
            if (problem.id != ErrorId::windows_overlap) ++wrong;
            found.insert(problem.place.pointer);
            const auto at = static_cast<std::size_t>(std::stoi(problem.place.pointer.substr(15)));
            wrong_days += !shares(versions, at, detail_of(problem, "day"));
        }
        const Told expected = overlaps(versions);
        wrong += std::set<std::string>(found.begin(), found.end()) !=
                 std::set<std::string>(expected.begin(), expected.end());
        told_overlaps += !expected.empty();

        const auto gaps_known = [&](std::optional<int> known) {
            Diagnostics doubts;
            check_values(rulebooks.front(), doubts, known ? std::optional(day_of_walk(*known)) : std::nullopt);
            Told out;
            for (const Diagnostic& d : doubts.all())
                if (d.problem.id == ErrorId::windows_gap)
                    out.insert(d.problem.place.pointer + " " + detail_of(d.problem, "from") + " " +
                               detail_of(d.problem, "until"));
            return out;
        };
        for (const std::optional<int> known :
             {std::optional<int>(), std::optional(-1), std::optional(0), std::optional(30), std::optional(59)}) {
            const Told gap = lacking(versions, known);
            if (const Told told = gaps_known(known); told != gap && wrong++ < 3) {
                UNSCOPED_INFO(text);
                for (const std::string& one : told) UNSCOPED_INFO("told " + one);
                for (const std::string& one : gap) UNSCOPED_INFO("walked " + one);
            }
            told_gaps += !gap.empty();
            told_later += known && gap != lacking(versions, {});
        }
        clean += expected.empty() && lacking(versions, {}).empty();
    }
    CHECK(wrong == 0);
    CHECK(wrong_days == 0);
    CHECK(told_overlaps > 800);
    CHECK(told_gaps > 3000);
    CHECK(told_later > 800);
    CHECK(clean > 400);
}
