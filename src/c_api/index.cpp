// The C interface to the index: tables scored, compared, supposed otherwise, drawn anew, and what initiatives add.
#include <sangkien/index.h>

#include <sangkien/evaluation/evaluate.hpp>
#include <sangkien/io/attribution_text.hpp>
#include <sangkien/io/index_mapping.hpp>
#include <sangkien/io/index_table.hpp>
#include <sangkien/io/index_years_text.hpp>
#include <sangkien/io/season_reader.hpp>
#include <sangkien/io/sensitivity_text.hpp>
#include <sangkien/io/what_if_text.hpp>

#include "handles.hpp"

using namespace sangkien::c_api;

namespace {

void check_format(std::int32_t format, std::int32_t language)
{
    if (format != SANGKIEN_JSON && format != SANGKIEN_TEXT && format != SANGKIEN_CSV)
        throw bad_argument("options->format", format);
    if (language != SANGKIEN_VI && language != SANGKIEN_EN) throw bad_argument("options->language", language);
}

// What every function is asked for, of known values.
struct Asked {
    const sangkien::Rules& rules;
    const sangkien::IndexTree& tree;
    sangkien_index_options options;
    std::string label;
};

sangkien_index_options checked_index_options(const sangkien_index_options* given)
{
    require(given, "options");
    const sangkien_index_options out = known_options(*given);
    require(out.on, "options->on");
    check_format(out.format, out.language);
    return out;
}

Asked asked_of(const sangkien_rules* rules, const sangkien_index_options* given)
{
    require(rules, "rules");
    const sangkien_index_options options = checked_index_options(given);
    return {rules->rules, sangkien::index_in_force(rules->rules, sangkien::parse_day({options.on, options.on_size})),
            options, text_or(options.label, options.label_size, "table")};
}

// One of the three, as it is asked for; only that one is written.
template <class Json, class Text, class Csv>
std::string written(std::int32_t format, const Json& json, const Text& text, const Csv& csv)
{
    return format == SANGKIEN_JSON ? json() : format == SANGKIEN_CSV ? csv() : text();
}

void check_between(const char* name, std::int64_t value, std::int64_t low, std::int64_t high)
{
    if (value < low || value > high) throw bad_argument(name, value);
}

std::string scored(const Asked& asked, std::string_view text, const sangkien_index_rounds& of)
{
    const sangkien::IndexTree& tree = asked.tree;
    const std::string round = text_or(of.round, of.round_size, ""), against = text_or(of.against, of.against_size, "");
    sangkien::Problems problems;
    for (const std::string& one : {round, against})
        if (!one.empty()) check_round(tree, one, problems);
    problems.throw_if_any();
    const sangkien::IndexTable table = sangkien::checked_index_table(text, asked.label, tree);
    if (of.earlier != nullptr)
        check_locked_rounds(
            tree, sangkien::checked_index_table({of.earlier, of.earlier_size}, "earlier " + asked.label, tree), table,
            sangkien::parse_instant({of.as_of, of.as_of_size}), problems);
    problems.throw_if_any();
    const std::vector<sangkien::Scorecard> cards = sangkien::score_table(tree, table, round);
    const sangkien::IndexRanking ranking = sangkien::index_ranking(tree, cards, of.by_group != 0);
    std::vector<sangkien::RoundDifference> differences;
    if (!against.empty()) differences = sangkien::round_differences(tree, table, against, round);
    return written(
        asked.options.format, [&] { return scorecards_json(tree, table, cards, differences, ranking); },
        [&] { return scorecards_text(tree, table, cards, differences, language_of(asked.options.language), ranking); },
        [&] { return scorecards_csv(tree, table, cards, ranking); });
}

std::string compared(const Asked& asked, std::string_view before, std::string_view after,
                     const sangkien_index_later& later)
{
    const sangkien::Rules& later_rules = later.rules != nullptr ? later.rules->rules : asked.rules;
    const sangkien::IndexTree& now =
        later.rules == nullptr && later.on == nullptr
            ? asked.tree
            : sangkien::index_in_force(
                  later_rules,
                  sangkien::parse_day(later.on != nullptr ? std::string_view{later.on, later.on_size}
                                                          : std::string_view{asked.options.on, asked.options.on_size}));
    sangkien::Problems problems;
    sangkien::IndexMapping mapping;
    if (later.mapping != nullptr)
        mapping = read_index_mapping({later.mapping, later.mapping_size}, "mapping", asked.tree, now, problems);
    problems.throw_if_any();
    const auto cards = [&](const sangkien::IndexTree& tree, std::string_view text, std::int64_t year) {
        return cards_of_year(score_table(tree, sangkien::checked_index_table(text, asked.label, tree)), year,
                             asked.label);
    };
    const auto first = cards(asked.tree, before, later.year_before), second = cards(now, after, later.year_after);
    const sangkien::YearTables tables{asked.tree, first, now, second};
    const auto found = sangkien::compare_years(asked.tree, first, now, second, mapping);
    return written(
        asked.options.format, [&] { return years_json(tables, found); },
        [&] { return years_text(tables, found, language_of(asked.options.language)); },
        [&] { return years_csv(tables, found); });
}

void check_question(const sangkien_index_question& given)
{
    if (given.rivals != 0 || given.year != 0 || given.target != nullptr) require(given.office, "question->office");
    if (given.target != nullptr) require(given.actions, "question->actions");
    if (given.actions != nullptr) require(given.target, "question->target");
    check_between("question->year", given.year, 0, 9999);
    if (given.set_count > 0) require(given.set, "question->set");
    for (std::size_t i = 0; i < given.set_count; ++i) require(given.set[i], "question->set[i]");
}

sangkien::WhatIfQuestion question_of(const sangkien_index_question& given, const sangkien::IndexTree& tree)
{
    sangkien::WhatIfQuestion out;
    out.office = text_or(given.office, given.office_size, "");
    out.year = given.year;
    out.rivals = given.rivals != 0;
    out.by_group = given.by_group != 0;
    out.target = text_or(given.target, given.target_size, "");
    out.actions = text_or(given.actions, given.actions_size, "");
    if (given.actions != nullptr) out.actions_file = "actions";
    out.suppositions_file = "set";
    sangkien::Problems problems;
    for (std::size_t i = 0; i < given.set_count; ++i) {
        const std::size_t size = given.set_sizes != nullptr ? given.set_sizes[i] : std::strlen(given.set[i]);
        out.suppositions.push_back(
            read_supposition(std::string(given.set[i], size), tree, out.suppositions_file, problems));
    }
    problems.throw_if_any();
    return out;
}

std::string drawn(const Asked& asked, std::string_view text, std::string_view plan_text,
                  const sangkien_index_draws& draws)
{
    const sangkien::IndexTree& tree = asked.tree;
    const sangkien::IndexTable table = sangkien::checked_index_table(text, asked.label, tree);
    const std::vector<sangkien::Scorecard> cards = sangkien::score_table(tree, table);
    sangkien::Problems problems;
    sangkien::SensitivityOptions more;
    more.level = draws.level;
    more.sobol_rows = static_cast<std::size_t>(draws.sobol_rows);
    more.sobol_office = text_or(draws.of_office, draws.of_office_size, "");
    const sangkien::SensitivityPlan plan = read_sensitivity_plan(plan_text, "plan", more, problems);
    if (problems.empty()) check_sensitivity_plan(tree, plan, "plan", problems);
    if (problems.empty()) check_sensitivity_options(tree, cards, more, "plan", problems);
    problems.throw_if_any();
    const sangkien::SensitivityModel model(tree, table, cards, plan);
    sangkien::SensitivityRuns runs(model, static_cast<std::size_t>(draws.replicates));
    runs.run(model, 0, runs.replicates);
    const sangkien::SensitivityReport found = sensitivity_report(model, cards, runs, more);
    return written(
        asked.options.format, [&] { return sensitivity_json(tree, cards, found); },
        [&] { return sensitivity_text(tree, cards, found, language_of(asked.options.language)); },
        [&] { return sensitivity_csv(tree, cards, found); });
}

}  // namespace

std::int32_t sangkien_index_score(sangkien_text** scores, const sangkien_rules* rules, const char* table,
                                  std::size_t table_size, const sangkien_index_options* options,
                                  const sangkien_index_rounds* rounds, sangkien_error** error)
{
    return make_handle(scores, "scores", error, [&] {
        require(table, "table");
        const sangkien_index_rounds none = SANGKIEN_INDEX_ROUNDS,
                                    of = rounds != nullptr ? known_options(*rounds) : none;
        if (of.against != nullptr) require(of.round, "rounds->round");
        if (of.earlier != nullptr) require(of.as_of, "rounds->as_of");
        return scored(asked_of(rules, options), {table, table_size}, of);
    });
}

std::int32_t sangkien_index_compare(sangkien_text** comparison, const sangkien_rules* rules, const char* before,
                                    std::size_t before_size, const char* after, std::size_t after_size,
                                    const sangkien_index_options* options, const sangkien_index_later* later,
                                    sangkien_error** error)
{
    return make_handle(comparison, "comparison", error, [&] {
        require(before, "before");
        require(after, "after");
        const sangkien_index_later same = SANGKIEN_INDEX_LATER, asked = later != nullptr ? known_options(*later) : same;
        check_between("later->year_before", asked.year_before, 0, 9999);
        check_between("later->year_after", asked.year_after, 0, 9999);
        return compared(asked_of(rules, options), {before, before_size}, {after, after_size}, asked);
    });
}

std::int32_t sangkien_index_contribute(sangkien_text** ledger, const sangkien_rules* rules, const char* season,
                                       std::size_t season_size, const sangkien_evaluate_options* options,
                                       sangkien_error** error)
{
    return make_handle(ledger, "ledger", error, [&] {
        require(rules, "rules");
        require(season, "season");
        require(options, "options");
        const sangkien_evaluate_options asked = known_options(*options);
        require(asked.as_of, "options->as_of");
        check_format(asked.format, asked.language);
        const sangkien::Instant as_of = sangkien::parse_instant({asked.as_of, asked.as_of_size});
        const sangkien::Season facts =
            sangkien::read_season({season, season_size}, text_or(asked.label, asked.label_size, "season"));
        const auto found = sangkien::attribution(rules->rules, sangkien::evaluate(rules->rules, facts, as_of));
        return written(
            asked.format, [&] { return attribution_json(found); },
            [&] { return attribution_text(found, language_of(asked.language)); },
            [&] { return attribution_csv(found); });
    });
}

std::int32_t sangkien_index_what_if(sangkien_text** found, const sangkien_rules* rules, const char* table,
                                    std::size_t table_size, const sangkien_index_options* options,
                                    const sangkien_index_question* question, sangkien_error** error)
{
    return make_handle(found, "found", error, [&] {
        require(table, "table");
        require(question, "question");
        const sangkien_index_question given = known_options(*question);
        check_question(given);
        const Asked asked = asked_of(rules, options);
        const sangkien::IndexTable figures =
            sangkien::checked_index_table({table, table_size}, asked.label, asked.tree);
        const sangkien::WhatIf answer = what_if(asked.tree, figures, question_of(given, asked.tree));
        return written(
            asked.options.format, [&] { return what_if_json(asked.tree, answer); },
            [&] { return what_if_text(asked.tree, answer, language_of(asked.options.language)); },
            [&] { return what_if_csv(asked.tree, answer); });
    });
}

std::int32_t sangkien_index_sensitivity(sangkien_text** found, const sangkien_rules* rules, const char* table,
                                        std::size_t table_size, const sangkien_index_options* options, const char* plan,
                                        std::size_t plan_size, const sangkien_index_draws* draws,
                                        sangkien_error** error)
{
    return make_handle(found, "found", error, [&] {
        require(table, "table");
        require(plan, "plan");
        const sangkien_index_draws usual = SANGKIEN_INDEX_DRAWS,
                                   asked = draws != nullptr ? known_options(*draws) : usual;
        check_between("draws->replicates", asked.replicates, 1, 1000000);
        check_between("draws->sobol_rows", asked.sobol_rows, 0, 1000000);
        if (asked.sobol_rows == 1) throw bad_argument("draws->sobol_rows", asked.sobol_rows);
        const bool level = asked.level >= 0.01 && asked.level <= 0.999;
        if (!level)
            throw bad_argument("draws->level", asked.level >= 1 && asked.level < 1e9 ? std::int64_t(asked.level) : 0);
        return drawn(asked_of(rules, options), {table, table_size}, {plan, plan_size}, asked);
    });
}
