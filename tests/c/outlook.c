/* What may be done now, from C. */
#include <sangkien/outlook.h>

#include "check.h"

static const char* const names[] = {"charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"};

static sangkien_rules* rules = NULL;
static char* season = NULL;
static size_t season_size = 0;

static sangkien_text* at_noon(const char* person, int32_t ended, int32_t format)
{
    sangkien_text* out = NULL;
    sangkien_evaluate_options options = options_at("2025-09-24T12:00+07:00");
    options.format = format;
    CHECK(sangkien_outlook(&out, rules, season, season_size, &options, person, person != NULL ? strlen(person) : 0, ended,
                           NULL) == SANGKIEN_OK);
    return out;
}

static void every_event_has_a_verdict_and_a_plan(void)
{
    sangkien_text* json = at_noon(NULL, 0, SANGKIEN_JSON);
    sangkien_text* text = at_noon("p-01", 0, SANGKIEN_TEXT);
    CHECK(strstr(sangkien_text_data(json), "\"verdict\": \"undetermined\"") != NULL);
    CHECK(strstr(sangkien_text_data(json), "\"plan\": {") != NULL);
    CHECK(strstr(sangkien_text_data(text), "VIỆC CÓ THỂ LÀM") == sangkien_text_data(text));
    sangkien_text_free(text);
    sangkien_text_free(json);
}

static void those_that_ended_are_told_when_asked_for(void)
{
    sangkien_text* open = at_noon(NULL, 0, SANGKIEN_JSON);
    sangkien_text* all = at_noon(NULL, 1, SANGKIEN_JSON);
    CHECK(sangkien_text_size(open) < sangkien_text_size(all));
    sangkien_text_free(all);
    sangkien_text_free(open);
}

static void misuse_is_a_status(void)
{
    sangkien_text* out = NULL;
    sangkien_evaluate_options options = options_at("2025-09-24T12:00+07:00");
    CHECK(sangkien_outlook(NULL, rules, season, season_size, &options, NULL, 0, 0, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_outlook(&out, NULL, season, season_size, &options, NULL, 0, 0, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_outlook(&out, rules, NULL, 0, &options, NULL, 0, 0, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_outlook(&out, rules, season, season_size, NULL, NULL, 0, 0, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_outlook(&out, rules, "{", 1, &options, NULL, 0, 0, NULL) == SANGKIEN_INPUT_ERROR);
    CHECK(out == NULL);
}

int main(void)
{
    season = whole_file(EXAMPLE_SEASON, &season_size);
    CHECK(sangkien_rules_load(&rules, names, NULL, 4, NULL) == SANGKIEN_OK);
    every_event_has_a_verdict_and_a_plan();
    those_that_ended_are_told_when_asked_for();
    misuse_is_a_status();
    sangkien_rules_free(rules);
    free(season);
    return checks_failed();
}
