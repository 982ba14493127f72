/* Sheets of scores, views and who may sit, from C. The bytes of every sheet of tests/scores: run_cases.c. */
#include <sangkien/score.h>

#include "check.h"

static const char* const names[] = {"charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"};

static sangkien_rules* rules = NULL;
static char* season = NULL;
static size_t season_size = 0;

static const char sheet[] = "initiative,member,criterion,points\nSK-1,p-1,vote,agree\nSK-1,p-2,vote,disagree\n";

static void a_sheet_has_scores(void)
{
    sangkien_text* json = NULL;
    sangkien_text* text = NULL;
    sangkien_evaluate_options options = options_at("2025-09-30T17:00+07:00");
    CHECK(sangkien_score(&json, rules, sheet, strlen(sheet), &options, NULL) == SANGKIEN_OK);
    options.format = SANGKIEN_TEXT;
    options.language = SANGKIEN_EN;
    CHECK(sangkien_score(&text, rules, sheet, strlen(sheet), &options, NULL) == SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(json), "\"initiative\": \"SK-1\"") != NULL);
    CHECK(strstr(sangkien_text_data(text), "Scores as of 17:00 on 30 Sep 2025") == sangkien_text_data(text));
    sangkien_text_free(text);
    sangkien_text_free(json);
}

static void what_is_wrong_with_a_sheet_has_its_label(void)
{
    sangkien_text* out = NULL;
    sangkien_error* error = NULL;
    sangkien_evaluate_options options = options_at("2025-09-30T17:00+07:00");
    CHECK(sangkien_score(&out, rules, "x\n1\n", 4, &options, &error) == SANGKIEN_INPUT_ERROR);
    CHECK(out == NULL);
    CHECK(sangkien_error_count(error) == 4);
    CHECK(strstr(sangkien_error_text(NULL, error, SANGKIEN_EN), "sheet") != NULL);
    sangkien_error_free(error);
}

/* How often `word` stands in what `viewer` sees. */
static int seen(const char* viewer, const sangkien_disclosure* when, const char* word)
{
    sangkien_text* view = NULL;
    const sangkien_evaluate_options options = options_at("2025-09-30T17:00+07:00");
    const char* at;
    int count = 0;
    CHECK(sangkien_view(&view, rules, season, season_size, &options, viewer, strlen(viewer), when, NULL) ==
          SANGKIEN_OK);
    for (at = sangkien_text_data(view); (at = strstr(at, word)) != NULL; ++at) ++count;
    sangkien_text_free(view);
    return count;
}

static void each_sees_what_is_theirs(void)
{
    sangkien_disclosure when = SANGKIEN_DISCLOSURE;
    CHECK(seen("p-001", NULL, "\"own\": {") > 0);
    CHECK(seen("p-001", NULL, "\"result\": {") == 0);
    when.closed = "2025-09-30T08:00+07:00";
    when.closed_size = strlen(when.closed);
    CHECK(seen("p-001", &when, "\"result\": {") > 0);
    CHECK(seen("nobody", &when, "\"own\": {") == 0);
    CHECK(seen("nobody", &when, "\"result\": {") == 0);
    when.closed = "2025-10-01T08:00+07:00"; /* not yet */
    CHECK(seen("p-001", &when, "\"result\": {") == 0);
}

static void who_may_sit_is_told_before_anybody_is_appointed(void)
{
    sangkien_text* all = NULL;
    sangkien_text* one = NULL;
    CHECK(sangkien_eligible(&all, rules, season, season_size, NULL, 0, NULL, 0, SANGKIEN_JSON, SANGKIEN_VI, NULL) ==
          SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(all), "\"may_sit\": \"fail\"") != NULL);
    CHECK(sangkien_eligible(&one, rules, season, season_size, "nobody", 6, "u-01", 4, SANGKIEN_TEXT, SANGKIEN_EN,
                            NULL) == SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(one), "nobody (u-01)") != NULL);
    CHECK(strstr(sangkien_text_data(one), "may sit on every file") != NULL);
    sangkien_text_free(one);
    sangkien_text_free(all);
}

static void misuse_is_a_status(void)
{
    sangkien_text* out = NULL;
    sangkien_disclosure when = SANGKIEN_DISCLOSURE;
    const sangkien_evaluate_options options = options_at("2025-09-30T17:00+07:00");
    CHECK(sangkien_score(NULL, rules, sheet, 1, &options, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_score(&out, NULL, sheet, 1, &options, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_score(&out, rules, NULL, 0, &options, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_score(&out, rules, sheet, 1, NULL, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_view(&out, rules, season, season_size, &options, NULL, 0, NULL, NULL) == SANGKIEN_MISUSE);
    when.least_ballots = 0;
    CHECK(sangkien_view(&out, rules, season, season_size, &options, "p", 1, &when, NULL) == SANGKIEN_MISUSE);
    when.struct_size = 3;
    CHECK(sangkien_view(&out, rules, season, season_size, &options, "p", 1, &when, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_view(&out, rules, "{", 1, &options, "p", 1, NULL, NULL) == SANGKIEN_INPUT_ERROR);
    CHECK(sangkien_eligible(&out, rules, NULL, 0, NULL, 0, NULL, 0, SANGKIEN_JSON, SANGKIEN_VI, NULL) ==
          SANGKIEN_MISUSE);
    CHECK(sangkien_eligible(&out, rules, season, season_size, NULL, 0, NULL, 0, 9, SANGKIEN_VI, NULL) ==
          SANGKIEN_MISUSE);
    CHECK(sangkien_eligible(&out, rules, season, season_size, NULL, 0, NULL, 0, SANGKIEN_TEXT, 9, NULL) ==
          SANGKIEN_MISUSE);
    CHECK(out == NULL);
}

int main(void)
{
    season = whole_file(EXAMPLE_SEASON, &season_size);
    CHECK(sangkien_rules_load(&rules, names, NULL, 4, NULL) == SANGKIEN_OK);
    a_sheet_has_scores();
    what_is_wrong_with_a_sheet_has_its_label();
    each_sees_what_is_theirs();
    who_may_sit_is_told_before_anybody_is_appointed();
    misuse_is_a_status();
    sangkien_rules_free(rules);
    free(season);
    return checks_failed();
}
