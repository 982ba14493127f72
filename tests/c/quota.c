/* The quotas of units, from C. */
#include <sangkien/quota.h>

#include "check.h"

static const char* const names[] = {"charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"};

static sangkien_rules* rules = NULL;
static char* season = NULL;
static size_t season_size = 0;

static void each_unit_has_an_account(void)
{
    sangkien_text* json = NULL;
    sangkien_text* text = NULL;
    sangkien_evaluate_options options = options_at("2025-09-22T08:00+07:00");
    options.format = SANGKIEN_JSON;
    CHECK(sangkien_quota(&json, rules, season, season_size, &options, NULL) == SANGKIEN_OK);
    options.format = SANGKIEN_TEXT;
    CHECK(sangkien_quota(&text, rules, season, season_size, &options, NULL) == SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(json), "\"prospect\": \"possible\"") != NULL);
    CHECK(strstr(sangkien_text_data(json), "\"working_days\": 3") != NULL);
    CHECK(strstr(sangkien_text_data(text), "CHỈ TIÊU CỦA CÁC ĐƠN VỊ") == sangkien_text_data(text));
    sangkien_text_free(text);
    sangkien_text_free(json);
}

static void misuse_is_a_status(void)
{
    sangkien_text* out = NULL;
    sangkien_evaluate_options options = options_at("2025-09-22T08:00+07:00");
    CHECK(sangkien_quota(NULL, rules, season, season_size, &options, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_quota(&out, NULL, season, season_size, &options, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_quota(&out, rules, NULL, 0, &options, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_quota(&out, rules, season, season_size, NULL, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_quota(&out, rules, "{", 1, &options, NULL) == SANGKIEN_INPUT_ERROR);
    CHECK(out == NULL);
}

int main(void)
{
    season = whole_file(EXAMPLE_SEASON, &season_size);
    CHECK(sangkien_rules_load(&rules, names, NULL, 4, NULL) == SANGKIEN_OK);
    each_unit_has_an_account();
    misuse_is_a_status();
    sangkien_rules_free(rules);
    free(season);
    return checks_failed();
}
