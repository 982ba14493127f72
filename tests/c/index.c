/* The index from C: the texts are those that the command prints, which docs/examples keeps and the tests check fresh. */
#include <sangkien/index.h>

#include "check.h"

#define EXAMPLES SANGKIEN_SOURCE_DIR "/docs/examples/"

static const char* const names[] = {"index-ward-illustrative"};
static const char* const of_season[] = {"gia-vien-934", "council-illustrative", "index-illustrative"};

static sangkien_rules* rules = NULL;
static char* wards = NULL;
static size_t wards_size = 0;

static sangkien_index_options options_on(const char* on, int32_t format)
{
    sangkien_index_options options = SANGKIEN_INDEX_OPTIONS;
    options.on = on;
    options.on_size = strlen(on);
    options.format = format;
    options.language = SANGKIEN_EN;
    return options;
}

/* `text`, which is freed, stands at *rest of what the command printed; *rest goes on behind it. */
static void printed(const char** rest, sangkien_text* text)
{
    const size_t size = sangkien_text_size(text);
    CHECK(size > 0);
    CHECK(strncmp(*rest, sangkien_text_data(text), size) == 0);
    if (strncmp(*rest, sangkien_text_data(text), size) == 0) *rest += size;
    sangkien_text_free(text);
}

/* How often `word` stands in `text`, which is freed. */
static int count_in(sangkien_text* text, const char* word)
{
    const char* at = sangkien_text_data(text);
    int count = 0;
    for (; (at = strstr(at, word)) != NULL; ++at) ++count;
    sangkien_text_free(text);
    return count;
}

static void a_table_is_scored_as_by_the_command(void)
{
    size_t size = 0;
    char* out = whole_file(EXAMPLES "index_score.sh.out", &size);
    const char* rest = out;
    sangkien_text* text = NULL;
    sangkien_index_rounds rounds = SANGKIEN_INDEX_ROUNDS;
    sangkien_index_options options = options_on("2026-01-20", SANGKIEN_TEXT);
    rounds.by_group = 1;
    CHECK(sangkien_index_score(&text, rules, wards, wards_size, &options, &rounds, NULL) == SANGKIEN_OK);
    printed(&rest, text);
    CHECK(*rest == '\0');
    options.format = SANGKIEN_JSON;
    CHECK(sangkien_index_score(&text, rules, wards, wards_size, &options, NULL, NULL) == SANGKIEN_OK);
    CHECK(count_in(text, "\"office\": \"phuong-a\"") == 1);
    options.format = SANGKIEN_CSV;
    CHECK(sangkien_index_score(&text, rules, wards, wards_size, &options, NULL, NULL) == SANGKIEN_OK);
    CHECK(strncmp(sangkien_text_data(text), "office,", 7) == 0);
    sangkien_text_free(text);
    free(out);
}

static void rounds_differ_and_stay_locked(void)
{
    size_t size = 0;
    char* now = whole_file(EXAMPLES "index-wards-now.csv", &size);
    sangkien_text* text = NULL;
    sangkien_error* error = NULL;
    sangkien_index_rounds rounds = SANGKIEN_INDEX_ROUNDS;
    sangkien_index_options options = options_on("2026-01-20", SANGKIEN_JSON);
    rounds.round = "appraised-1";
    rounds.round_size = strlen(rounds.round);
    rounds.against = "self";
    rounds.against_size = 4;
    CHECK(sangkien_index_score(&text, rules, wards, wards_size, &options, &rounds, NULL) == SANGKIEN_OK);
    CHECK(count_in(text, "\"differences\": []") == 0);
    rounds.earlier = wards;
    rounds.earlier_size = wards_size;
    rounds.as_of = "2026-01-20T08:00+07:00";
    rounds.as_of_size = strlen(rounds.as_of);
    options.label = "now.csv";
    options.label_size = 7;
    CHECK(sangkien_index_score(&text, rules, now, size, &options, &rounds, &error) == SANGKIEN_INPUT_ERROR);
    CHECK(text == NULL);
    CHECK(sangkien_error_code(error, 0) == 1371);
    CHECK(strstr(sangkien_error_text(NULL, error, SANGKIEN_EN), "now.csv:") != NULL);
    sangkien_error_free(error);
    rounds.round = "first";
    rounds.round_size = 5;
    CHECK(sangkien_index_score(&text, rules, now, size, &options, &rounds, &error) == SANGKIEN_INPUT_ERROR);
    CHECK(sangkien_error_code(error, 0) == 1308);
    sangkien_error_free(error);
    free(now);
}

static void two_editions_are_compared_as_by_the_command(void)
{
    size_t out_size = 0, mapping_size = 0, after_size = 0;
    char* out = whole_file(EXAMPLES "index_years.sh.out", &out_size);
    char* mapping = whole_file(EXAMPLES "index-mapping.csv", &mapping_size);
    char* after = whole_file(EXAMPLES "index-wards-2026.csv", &after_size);
    const char* rest = out + mapping_size;
    const char* const later_names[] = {EXAMPLES "index-ward-2026.json"};
    sangkien_rules* later_rules = NULL;
    sangkien_text* text = NULL;
    sangkien_index_later later = SANGKIEN_INDEX_LATER;
    sangkien_index_options options = options_on("2026-01-20", SANGKIEN_TEXT);
    options.language = SANGKIEN_VI;
    CHECK(sangkien_rules_load(&later_rules, later_names, NULL, 1, NULL) == SANGKIEN_OK);
    later.rules = later_rules;
    later.on = "2026-12-31";
    later.on_size = strlen(later.on);
    later.mapping = mapping;
    later.mapping_size = mapping_size;
    CHECK(sangkien_index_compare(&text, rules, wards, wards_size, after, after_size, &options, &later, NULL) ==
          SANGKIEN_OK);
    printed(&rest, text);
    CHECK(*rest == '\0');
    later.year_before = 1999;
    CHECK(sangkien_index_compare(&text, rules, wards, wards_size, after, after_size, &options, &later, NULL) ==
          SANGKIEN_INPUT_ERROR);
    later.year_before = -1;
    CHECK(sangkien_index_compare(&text, rules, wards, wards_size, after, after_size, &options, &later, NULL) ==
          SANGKIEN_MISUSE);
    options.format = SANGKIEN_CSV;
    CHECK(sangkien_index_compare(&text, rules, wards, wards_size, wards, wards_size, &options, NULL, NULL) ==
          SANGKIEN_OK);
    CHECK(sangkien_text_size(text) > 0);
    sangkien_text_free(text);
    sangkien_rules_free(later_rules);
    free(after);
    free(mapping);
    free(out);
}

static void a_season_adds_what_the_command_says(void)
{
    size_t out_size = 0, season_size = 0;
    char* out = whole_file(EXAMPLES "index_contribute.sh.out", &out_size);
    char* season = whole_file(EXAMPLE_SEASON, &season_size);
    sangkien_rules* all = NULL;
    sangkien_text* text = NULL;
    sangkien_evaluate_options options = options_at("2025-09-30T17:00+07:00");
    CHECK(sangkien_rules_load(&all, of_season, NULL, 3, NULL) == SANGKIEN_OK);
    options.format = SANGKIEN_TEXT;
    options.language = SANGKIEN_EN;
    CHECK(sangkien_index_contribute(&text, all, season, season_size, &options, NULL) == SANGKIEN_OK);
    CHECK(strncmp(sangkien_text_data(text), out, out_size) == 0); /* the first lines of it */
    sangkien_text_free(text);
    options.format = SANGKIEN_CSV;
    CHECK(sangkien_index_contribute(&text, all, season, season_size, &options, NULL) == SANGKIEN_OK);
    sangkien_text_free(text);
    CHECK(sangkien_index_contribute(&text, all, "{", 1, &options, NULL) == SANGKIEN_INPUT_ERROR);
    options.format = 9;
    CHECK(sangkien_index_contribute(&text, all, season, season_size, &options, NULL) == SANGKIEN_MISUSE);
    CHECK(text == NULL);
    sangkien_rules_free(all);
    free(season);
    free(out);
}

static sangkien_text* asked(const sangkien_index_question* question)
{
    sangkien_text* text = NULL;
    const sangkien_index_options options = options_on("2026-01-20", SANGKIEN_TEXT);
    CHECK(sangkien_index_what_if(&text, rules, wards, wards_size, &options, question, NULL) == SANGKIEN_OK);
    return text;
}

static void what_is_supposed_comes_out_as_by_the_command(void)
{
    static const char* const set[] = {"xa-b.initiatives-recognised=+1", "xa-b.online-share=60%"};
    size_t out_size = 0, actions_size = 0;
    char* out = whole_file(EXAMPLES "index_what_if.sh.out", &out_size);
    char* actions = whole_file(EXAMPLES "index-actions.csv", &actions_size);
    const char* rest = out;
    sangkien_index_question question = SANGKIEN_INDEX_QUESTION;
    const sangkien_index_question nothing = SANGKIEN_INDEX_QUESTION;
    question.set = set;
    question.set_count = 2;
    printed(&rest, asked(&question));
    question = nothing;
    question.office = "phuong-a";
    question.office_size = 8;
    question.rivals = 1;
    printed(&rest, asked(&question));
    question = nothing;
    question.office = "xa-b";
    question.office_size = 4;
    question.target = "class:fulfilled";
    question.target_size = strlen(question.target);
    question.actions = actions;
    question.actions_size = actions_size;
    printed(&rest, asked(&question));
    CHECK(*rest == '\0');
    free(actions);
    free(out);
}

static void what_is_drawn_comes_out_as_by_the_command(void)
{
    size_t out_size = 0, plan_size = 0;
    char* out = whole_file(EXAMPLES "index_sensitivity.sh.out", &out_size);
    char* plan = whole_file(EXAMPLES "index-sensitivity.json", &plan_size);
    const char* rest = out;
    sangkien_text* text = NULL;
    sangkien_index_draws draws = SANGKIEN_INDEX_DRAWS;
    const sangkien_index_options options = options_on("2026-01-20", SANGKIEN_TEXT);
    draws.replicates = 500;
    draws.sobol_rows = 128;
    draws.of_office = "phuong-a";
    draws.of_office_size = 8;
    CHECK(sangkien_index_sensitivity(&text, rules, wards, wards_size, &options, plan, plan_size, &draws, NULL) ==
          SANGKIEN_OK);
    printed(&rest, text);
    CHECK(*rest == '\0');
    CHECK(sangkien_index_sensitivity(&text, rules, wards, wards_size, &options, "{}", 2, NULL, NULL) ==
          SANGKIEN_INPUT_ERROR);
    draws.level = 1.5;
    CHECK(sangkien_index_sensitivity(&text, rules, wards, wards_size, &options, plan, plan_size, &draws, NULL) ==
          SANGKIEN_MISUSE);
    draws.level = 0.9;
    draws.replicates = 0;
    CHECK(sangkien_index_sensitivity(&text, rules, wards, wards_size, &options, plan, plan_size, &draws, NULL) ==
          SANGKIEN_MISUSE);
    CHECK(sangkien_index_sensitivity(&text, rules, wards, wards_size, &options, NULL, 0, NULL, NULL) ==
          SANGKIEN_MISUSE);
    free(plan);
    free(out);
}

static void misuse_is_a_status(void)
{
    static const char* const set[] = {NULL};
    sangkien_text* out = NULL;
    sangkien_index_options options = options_on("2026-01-20", SANGKIEN_JSON);
    sangkien_index_rounds rounds = SANGKIEN_INDEX_ROUNDS;
    sangkien_index_question question = SANGKIEN_INDEX_QUESTION;
    CHECK(sangkien_index_score(NULL, rules, wards, wards_size, &options, NULL, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_index_score(&out, NULL, wards, wards_size, &options, NULL, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_index_score(&out, rules, NULL, 0, &options, NULL, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_index_score(&out, rules, wards, wards_size, NULL, NULL, NULL) == SANGKIEN_MISUSE);
    rounds.against = "self"; /* and no round */
    rounds.against_size = 4;
    CHECK(sangkien_index_score(&out, rules, wards, wards_size, &options, &rounds, NULL) == SANGKIEN_MISUSE);
    rounds.struct_size = 3;
    CHECK(sangkien_index_score(&out, rules, wards, wards_size, &options, &rounds, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_index_what_if(&out, rules, wards, wards_size, &options, NULL, NULL) == SANGKIEN_MISUSE);
    question.rivals = 1; /* and no office */
    CHECK(sangkien_index_what_if(&out, rules, wards, wards_size, &options, &question, NULL) == SANGKIEN_MISUSE);
    question.rivals = 0;
    question.actions = "action\n"; /* and no target */
    CHECK(sangkien_index_what_if(&out, rules, wards, wards_size, &options, &question, NULL) == SANGKIEN_MISUSE);
    question.actions = NULL;
    question.set = set;
    question.set_count = 1;
    CHECK(sangkien_index_what_if(&out, rules, wards, wards_size, &options, &question, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_index_compare(&out, rules, wards, wards_size, NULL, 0, &options, NULL, NULL) == SANGKIEN_MISUSE);
    options.format = 9;
    CHECK(sangkien_index_score(&out, rules, wards, wards_size, &options, NULL, NULL) == SANGKIEN_MISUSE);
    options = options_on("2010-01-01", SANGKIEN_JSON);
    CHECK(sangkien_index_score(&out, rules, wards, wards_size, &options, NULL, NULL) == SANGKIEN_INPUT_ERROR);
    options.on = NULL;
    CHECK(sangkien_index_score(&out, rules, wards, wards_size, &options, NULL, NULL) == SANGKIEN_MISUSE);
    CHECK(out == NULL);
}

int main(void)
{
    wards = whole_file(EXAMPLES "index-wards.csv", &wards_size);
    CHECK(sangkien_rules_load(&rules, names, NULL, 1, NULL) == SANGKIEN_OK);
    a_table_is_scored_as_by_the_command();
    rounds_differ_and_stay_locked();
    two_editions_are_compared_as_by_the_command();
    a_season_adds_what_the_command_says();
    what_is_supposed_comes_out_as_by_the_command();
    what_is_drawn_comes_out_as_by_the_command();
    misuse_is_a_status();
    sangkien_rules_free(rules);
    free(wards);
    return checks_failed();
}
