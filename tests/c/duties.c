/* Duties, from C. */
#include <sangkien/duties.h>

#include "check.h"

static const char* const names[] = {"charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"};

static sangkien_rules* rules = NULL;
static char* season = NULL;
static size_t season_size = 0;

static sangkien_text* at_noon(const char* role, int32_t done, int32_t format)
{
    sangkien_text* out = NULL;
    sangkien_evaluate_options options = options_at("2025-09-29T12:00+07:00");
    options.format = format;
    CHECK(sangkien_duties(&out, rules, season, season_size, &options, role, role != NULL ? strlen(role) : 0, done,
                          NULL) == SANGKIEN_OK);
    return out;
}

static void a_role_has_fewer_than_all(void)
{
    sangkien_text* all = at_noon(NULL, 0, SANGKIEN_JSON);
    sangkien_text* one = at_noon("recognising-unit", 0, SANGKIEN_JSON);
    sangkien_text* done = at_noon(NULL, 1, SANGKIEN_JSON);
    sangkien_text* text = at_noon(NULL, 0, SANGKIEN_TEXT);
    CHECK(strstr(sangkien_text_data(one), "\"source\": \"clock\"") != NULL);
    CHECK(sangkien_text_size(one) < sangkien_text_size(all));
    CHECK(sangkien_text_size(all) < sangkien_text_size(done));
    CHECK(strstr(sangkien_text_data(text), "NHIỆM VỤ") == sangkien_text_data(text));
    sangkien_text_free(text);
    sangkien_text_free(done);
    sangkien_text_free(one);
    sangkien_text_free(all);
}

static void a_calendar_is_of_a_role(void)
{
    sangkien_text* out = NULL;
    sangkien_evaluate_options options = options_at("2025-09-29T12:00+07:00");
    CHECK(sangkien_duties_ics(&out, rules, season, season_size, &options, "recognising-unit", 16, NULL) == SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(out), "BEGIN:VCALENDAR\r\n") == sangkien_text_data(out));
    CHECK(strstr(sangkien_text_data(out), "UID:duty-") != NULL);
    sangkien_text_free(out);
}

static void misuse_is_a_status(void)
{
    sangkien_text* out = NULL;
    sangkien_evaluate_options options = options_at("2025-09-29T12:00+07:00");
    CHECK(sangkien_duties(NULL, rules, season, season_size, &options, NULL, 0, 0, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_duties(&out, NULL, season, season_size, &options, NULL, 0, 0, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_duties(&out, rules, NULL, 0, &options, NULL, 0, 0, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_duties_ics(&out, rules, season, season_size, NULL, NULL, 0, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_duties(&out, rules, season, season_size, &options, "nobody", 6, 0, NULL) == SANGKIEN_INPUT_ERROR);
    CHECK(out == NULL);
}

int main(void)
{
    season = whole_file(EXAMPLE_SEASON, &season_size);
    CHECK(sangkien_rules_load(&rules, names, NULL, 4, NULL) == SANGKIEN_OK);
    a_role_has_fewer_than_all();
    a_calendar_is_of_a_role();
    misuse_is_a_status();
    sangkien_rules_free(rules);
    free(season);
    return checks_failed();
}
