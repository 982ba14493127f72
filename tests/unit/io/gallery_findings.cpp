// Findings that no case of tests/cases comes to, each from the call that tells it.
#include <sangkien/calendar/deadline_compare.hpp>
#include <sangkien/evaluation/duties.hpp>
#include <sangkien/index/contribution.hpp>
#include <sangkien/io/loader.hpp>
#include <sangkien/rulebook/schedule_check.hpp>

#include "../lifecycle/tables.hpp"
#include "../quota/quota_season.hpp"
#include "../scoring/council.hpp"
#include "gallery.hpp"
#include "texts.hpp"

namespace {

void add(gallery::Lines& out, const Findings& findings)
{
    for (const Finding& finding : findings)
        out.push_back({word(finding.id), message(finding, Language::vi), message(finding, Language::en)});
}

void add_periods(gallery::Lines& out)
{
    static const Rules rules = load_rules({"civil-code-2015", "vn-civil-service"});
    const Calendar& calendar = rules.rulesets().back().calendar;
    PeriodRules periods = *rules.rulesets().back().periods;
    const Citation clause{"gia-vien-934", "934.3.2", Provenance::official_document};
    CalendarLayer layer;
    layer.hours.stated = true;
    layer.hours.morning_from = 7 * 60 + 30;
    layer.hours.morning_until = 11 * 60 + 30;
    layer.hours.afternoon_from = 13 * 60 + 30;
    layer.hours.afternoon_until = 17 * 60;
    const Calendar with_hours = calendar.with_layer(layer), projected = calendar.with_provisional(2027, 2028);
    const auto from = [&](const char* day, const char* length, const Calendar& in,
                          const std::vector<Suspension>& stops = {}) {
        add(out, period_end(parse_day(day), parse_length(length), periods, in, clause, stops).steps);
    };
    const auto at = [&](const char* instant, const char* length) {
        add(out, period_end(parse_instant(instant), parse_length(length), periods, with_hours, clause).steps);
    };
    for (const char* length : {"5 working days", "1 working day", "half a month", "3 half-months", "1 day", "2 weeks"})
        from("2025-09-19", length, calendar);
    from("2027-01-20", "10 working days", projected);
    from("2025-09-19", "36 hours", calendar);
    at("2025-09-20T12:00+07:00", "1 working hour");
    at("2025-09-19T15:00+07:00", "36 hours");
    const Day first = parse_day("2025-09-22"), second = parse_day("2025-09-25"), third = parse_day("2025-09-26");
    periods.suspended_not_counted = true;
    from("2025-09-19", "10 days", calendar, {{first, second}});
    from("2025-09-19", "10 days", calendar, {{first, first + 1}});
    from("2025-09-19", "5 working days", calendar, {{first, second}});
    from("2025-09-19", "3 days", calendar, {{third, third + 1}});
    from("2025-09-19", "10 days", calendar, {{first, std::nullopt}});
    periods.first_day_counted = true;
    from("2025-09-19", "10 days", calendar);
    for (const NamedPoint point : {NamedPoint::middle_of_month, NamedPoint::end_of_year})
        add(out, named_point(point, 2025, 9, periods).steps);
    const auto yearly = [&](int day, Bound bound) {
        return yearly_deadline({9, day}, 2025, bound, Roll::none, Calendar(), clause, {}, 17 * 60);
    };
    const Deadline a = yearly(25, Bound::before), b = yearly(29, Bound::by);
    add(out, earlier_of(a, b, {"a", {"tiếp nhận", "acceptance"}}, {"b", {"áp dụng", "application"}}).steps);
    add(out, later_of(a, b).steps);

    Problems problems;
    const Rulebook dispatch = read_rulebook_text(builtin_rulebook("gia-vien-934"), "gia-vien-934.json", {}, problems);
    const Node root = dispatch.tree.root();
    std::vector<Milestone> schedule = compile_schedule(root.get("schedule"), root.get("roles"), problems);
    schedule[0].preparation.reset();
    schedule[1].preparation = Preparation{schedule[0].name.id, 5, clause};
    add(out, check_schedule(schedule, projected, 2025, 2029));
    schedule[0].roll = Roll::forward;
    schedule[1].roll = Roll::backward;
    schedule[1].yearly = {9, 28};
    schedule[0].yearly = {9, 27};
    add(out, check_schedule(schedule, calendar, 2025, 2026));
}

void add_quotas(gallery::Lines& out)
{
    QuotaSeason round;
    round.rule.withdrawn_counts = {false, {}};
    round.rule.joint_each = {false, {}};
    round.rule.created_owe = {false, {}};
    round.add({"u-2", "u-1"});
    round.add({"u-1"}).in_time = Truth::undetermined;
    round.add({"u-1"}).reached = Truth::undetermined;
    round.season.units[2].from = parse_day("2025-07-01");
    for (const QuotaResult& result : round.count()) add(out, result.findings);
}

// Units that are merged and split under a rule that asks for heads, shares and areas.
void add_reorganised(gallery::Lines& out)
{
    QuotaSeason round;
    round.rule.joint_shares = {true, {}};
    round.rule.moved_new = {true, {}};
    round.rule.carried_over = {false, {}};
    round.rule.areas_covered = {2, {}};
    round.rule.emulation = QuotaValue<QuotaPoints>{{Ratio(10), Ratio(0), Ratio(2), Ratio(14), {}}, {}};
    round.rule.per_head = QuotaValue<QuotaRate>{{1, 40, QuotaRounding::up}, {}};
    round.rule.succession = {{ReorganisationKind::divide, QuotaValue<DutySuccession>{DutySuccession::greater, {}},
                              QuotaValue<FiledSuccession>{FiledSuccession::moved, {}}}};
    const Day day = parse_day("2025-07-01");
    for (Unit& each : round.season.units) each.headcount = 60;
    round.season.units[0].until = day;
    round.season.units[1].from = day;
    round.season.units[1].headcount.reset();
    round.season.units[2].from = day;
    round.season.units.push_back(unit("u-4", "division"));
    round.season.units.back().headcount = 10;
    round.season.reorganisations = {{ReorganisationKind::divide, day, {"u-1"}, {"u-2", "u-3"}, {}}};
    round.add({"u-1"});
    round.add({"u-2", "u-3"});
    round.add({"u-4", "u-3"});
    round.season.initiatives.back().unit_shares = {{"u-4", Ratio(60)}, {"u-3", Ratio(40)}};
    round.season.initiatives.back().area = "a";
    round.add({"u-4"});
    round.season.initiatives.back().carried_from = 2024;
    round.add({"u-4"});
    round.add({"u-4"});
    round.season.initiatives.back().moves = {{"u-4", "u-3", parse_instant("2025-08-01T08:00:00+07:00"), {}}};
    for (const QuotaResult& result : round.count()) add(out, result.findings);
    round.rule.areas_covered = {3, {}};
    for (const QuotaResult& result : round.count()) add(out, result.findings);
}

void add_steps(gallery::Lines& out)
{
    using namespace tables;
    const Table rules = table(procedure(R"({"all": [{"before": "due"}, {"within": "year"}]})"));
    Surroundings around = all_met(rules);
    add(out, step(rules, 0, "fly", "head", noon, around).findings);
    around.deadlines[0].determined = around.clocks[0].determined = false;
    add(out, step(rules, 0, "go", "head", noon, around).findings);
}

void add_scores(gallery::Lines& out)
{
    using namespace council;
    Season round = season(4);
    for (int member = 1; member <= 4; ++member) add_ballot(round, member, Vote::agree);
    round.council.conflicts = {{"m2", "SK-1", {}}};
    const std::string excluding = R"({"vote": {"fraction": "2/3", "of": "members", "method": "agree"},
                                      "excluded": {"declared-conflict": {}}})";
    add(out, judged(rubric(excluding), round).findings);
    round.council.conflicts.clear();
    round.ballots[0].vote = round.ballots[1].vote = Vote::disagree;
    round.council.members[3].role = CouncilRole::chair;
    for (Ballot& ballot : round.ballots) ballot.scores = {given("a", 50)};
    const std::string whole = R"({"whole": 100, "criteria": {"a": {"max": 80}}, "figure": {"method": "mean"},
        "public-votes": {"points": 20, "places": 1, "mode": "half-up"},
        "vote": {"fraction": "1/2", "of": "ballots", "method": "agree", "casting": "chair"}})";
    add(out, judged(rubric(whole), round).findings);
    round.public_votes = {{"SK-1", 100, {}}, {"SK-2", 300, {}}};
    add(out, judged(rubric(whole), round).findings);
    SelectionRule rule;
    rule.stated = true;
    rule.at_most = 1;
    ScoreResult scores[2];
    std::vector<SelectionCandidate> candidates;
    for (std::size_t i = 0; i < 2; ++i) {
        scores[i].initiative = "SK-" + std::to_string(i + 1);
        scores[i].total = Ratio(80 - static_cast<std::int64_t>(i));
        candidates.push_back({i, &scores[i], i == 0 ? Truth::undetermined : Truth::pass});
    }
    for (const SelectionResult& result : select(rule, candidates)) add(out, result.findings);
    rule.per_area = rule.reserve = 1;
    rule.order = {"total"};
    rule.at_most = 2;
    candidates[0].among = Truth::pass;
    candidates[0].area = candidates[1].area = "c";
    for (const SelectionResult& result : select(rule, candidates)) add(out, result.findings);
    rule.at_most = 1;
    candidates.push_back(candidates[1]);
    for (const SelectionResult& result : select(rule, candidates)) add(out, result.findings);
}

void add_contributions(gallery::Lines& out)
{
    const Rules rules = load_rules({"index-illustrative", "gia-vien-934", "charter-13-2012"});
    const IndexTree& tree = rules.rulesets().back().index;
    Season season;
    season.units.push_back(unit("u-1", "division"));
    for (std::size_t i = 0; i < 6; ++i) {
        season.initiatives.emplace_back();
        season.initiatives.back().id = "SK-" + std::to_string(i + 1);
    }
    for (const IndexComponent& component : tree.components)
        if (component.input == IndexInput::initiatives)
            for (const std::vector<std::size_t>& counted :
                 {std::vector<std::size_t>{0}, std::vector<std::size_t>{0, 1, 2, 3, 4, 5}})
                for (const Contribution& one : contributions(tree, season, {{component.name.id, "u-1", counted, {}}}))
                    add(out, {one.finding});
}

// A time that nobody has checked, long over.
void add_duties(gallery::Lines& out)
{
    const Rules rules = load_rules(texts::demo_rulebooks());
    const Season season = read_season(texts::demo_season(), "season.json");
    for (const OpenDuty& duty : duties(rules, season, parse_instant("2026-12-01T08:00:00+07:00")))
        add(out, duty.findings);
}

}  // namespace

gallery::Lines gallery::rare_findings()
{
    Lines out;
    add_periods(out);
    add_quotas(out);
    add_reorganised(out);
    add_steps(out);
    add_scores(out);
    add_contributions(out);
    add_duties(out);
    for (const Line& line : guard_findings()) out.push_back(line);
    return out;
}
