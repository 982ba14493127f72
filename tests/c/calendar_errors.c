/* Calendars that cannot be made and questions without an answer: a status, an error, and nothing left behind. */
#include "calendar.h"

#include <sangkien/lunar.h>

static int32_t untouched = 77;

static void a_missing_year_is_told(void)
{
    sangkien_calendar* calendar = civil_service();
    sangkien_error* error = NULL;
    sangkien_text* json = (sangkien_text*)(void*)&error; /* anything but NULL */
    int32_t out = untouched;
    int64_t count = 77;
    CHECK(sangkien_calendar_is_working(&out, calendar, on("2027-01-04"), &error) == SANGKIEN_INPUT_ERROR);
    told_input(error, 1401, "2027");
    CHECK(sangkien_calendar_kind(&out, calendar, on("2018-12-31"), &error) == SANGKIEN_INPUT_ERROR);
    told_input(error, 1401, "2018");
    CHECK(sangkien_calendar_add_working_days(&out, calendar, on("2026-12-30"), 5, SANGKIEN_ROLL_NONE, &error) ==
          SANGKIEN_INPUT_ERROR);
    told_input(error, 1401, "2027");
    CHECK(sangkien_calendar_period_end(&out, &count, &json, calendar, on("2026-12-20"), "1 month", 7, &error) ==
          SANGKIEN_INPUT_ERROR);
    told_input(error, 1401, "2027");
    CHECK(json == NULL);
    CHECK(sangkien_calendar_count_working_days(&count, calendar, on("2026-12-30"), on("2027-01-05"), &error) ==
          SANGKIEN_INPUT_ERROR);
    told_input(error, 1401, "2027");
    CHECK(out == untouched && count == 77);
    CHECK(sangkien_calendar_explain(&json, calendar, on("2027-01-04"), &error) == SANGKIEN_INPUT_ERROR);
    told_input(error, 1401, "2027");
    CHECK(sangkien_calendar_year(&json, calendar, 2027, &error) == SANGKIEN_INPUT_ERROR);
    told_input(error, 1401, "2027");
    CHECK(json == NULL);
    CHECK(sangkien_calendar_year(&json, calendar, 2027, NULL) == SANGKIEN_INPUT_ERROR);
    sangkien_calendar_free(calendar);
}

static void values_out_of_range_are_told(void)
{
    static const int32_t no_days[] = {SANGKIEN_NO_DAY, INT32_MAX, -719163, 2932897}; /* a day before 1, after 9999 */
    sangkien_calendar* calendar = civil_service();
    sangkien_error* error = NULL;
    sangkien_text* json = NULL;
    sangkien_lunar_date date = {2026, 1, 30, 0, 0};
    char text[SANGKIEN_DAY_TEXT] = "untouched";
    int32_t out = untouched;
    size_t i;
    for (i = 0; i < 4; ++i) {
        CHECK(sangkien_calendar_is_working(&out, calendar, no_days[i], &error) == SANGKIEN_INPUT_ERROR);
        told_input(error, 1205, "9999-12-31");
        CHECK(sangkien_day_text(text, no_days[i], &error) == SANGKIEN_INPUT_ERROR);
        told_input(error, 1205, "0001-01-01");
        CHECK(sangkien_to_lunar(&date, no_days[i], &error) == SANGKIEN_INPUT_ERROR);
        told_input(error, 1205, "9999-12-31");
        CHECK(sangkien_calendar_year(&json, calendar, no_days[i], &error) == SANGKIEN_INPUT_ERROR);
        told_input(error, 1205, "9999");
    }
    CHECK(sangkien_to_lunar(&date, on("2200-01-01"), &error) == SANGKIEN_INPUT_ERROR);
    told_input(error, 1205, "31 Dec 2199");
    CHECK(sangkien_from_lunar(&out, &date, NULL) == SANGKIEN_OK);
    date.leap = 1;
    CHECK(sangkien_from_lunar(&out, &date, &error) == SANGKIEN_INPUT_ERROR);
    told_input(error, 1209, "2026");
    out = untouched;
    CHECK(sangkien_parse_day(&out, "2026-02-29", 10, &error) == SANGKIEN_INPUT_ERROR);
    told_input(error, 1201, "2026-02-29");
    CHECK(sangkien_calendar_add_working_days(&out, calendar, on("2026-01-05"), INT64_MIN, SANGKIEN_ROLL_NONE, &error) ==
          SANGKIEN_INPUT_ERROR);
    told_input(error, 1006, "10000");
    CHECK(sangkien_calendar_add_working_days(&out, calendar, on("2026-01-04"), 0, SANGKIEN_ROLL_NONE, &error) ==
          SANGKIEN_INPUT_ERROR);
    told_input(error, 1402, "4 Jan 2026");
    CHECK(sangkien_calendar_period_end(&out, NULL, NULL, calendar, on("2026-01-05"), "3 moons", 7, &error) ==
          SANGKIEN_INPUT_ERROR);
    told_input(error, 1207, "3 moons");
    CHECK(out == untouched);
    CHECK(strcmp(text, "untouched") == 0);
    sangkien_calendar_free(calendar);
}

/* Checks that these options make no calendar, for `code` and `part`. */
static void refused(const sangkien_calendar_options* options, int32_t code, const char* part)
{
    sangkien_calendar* calendar = (sangkien_calendar*)(void*)&calendar;
    sangkien_error* error = NULL;
    CHECK(sangkien_calendar_civil_service(&calendar, options, &error) ==
          (code < 100 ? SANGKIEN_MISUSE : SANGKIEN_INPUT_ERROR));
    CHECK(calendar == NULL);
    told_input(error, code, part);
}

static void options_that_cannot_be_used_are_told(void)
{
    const sangkien_calendar_options none = SANGKIEN_CALENDAR_OPTIONS;
    sangkien_calendar_options options = none;
    struct {
        sangkien_calendar_options known;
        int32_t newer[2];
    } larger;
    sangkien_calendar* calendar = NULL;
    options.provisional_first = 2027;
    refused(&options, SANGKIEN_MISUSE, "options->provisional_last");
    options.provisional_last = 2026;
    refused(&options, 1205, "2027-2026");
    options.provisional_first = 0;
    refused(&options, SANGKIEN_MISUSE, "options->provisional_first");
    options.provisional_first = options.provisional_last = 2300;
    refused(&options, 1205, "2300-2300");
    options = none;
    options.known_on = INT32_MAX;
    refused(&options, 1205, "2147483647");
    options = none;
    options.reserved = 1;
    refused(&options, SANGKIEN_MISUSE, "value 1 of options->reserved");
    options = none;
    options.struct_size = 0;
    refused(&options, SANGKIEN_MISUSE, "value 0 of options->struct_size");
    memset(&larger, 0, sizeof larger);
    larger.known = none;
    larger.known.struct_size = sizeof larger;
    CHECK(sangkien_calendar_civil_service(&calendar, &larger.known, NULL) == SANGKIEN_OK); /* a newer caller */
    sangkien_calendar_free(calendar);
    larger.newer[0] = 1;
    refused(&larger.known, SANGKIEN_MISUSE, "options->struct_size");
}

static void rules_without_a_calendar_answer_nothing(void)
{
    const char* const names[] = {"civil-code-2015"};
    sangkien_rules* rules = NULL;
    sangkien_calendar* calendar = NULL;
    sangkien_calendar_options options = SANGKIEN_CALENDAR_OPTIONS;
    sangkien_error* error = NULL;
    int32_t out = untouched;
    CHECK(sangkien_rules_load(&rules, names, NULL, 1, NULL) == SANGKIEN_OK);
    CHECK(sangkien_calendar_of_rules(&calendar, rules, on("1999-01-01"), NULL, NULL) == SANGKIEN_OK);
    CHECK(sangkien_calendar_is_working(&out, calendar, on("2026-01-05"), &error) == SANGKIEN_INPUT_ERROR);
    told_input(error, 1403, "SK1403");
    CHECK(sangkien_calendar_year_status(&out, calendar, 2026, NULL) == SANGKIEN_OK);
    CHECK(out == SANGKIEN_YEAR_MISSING);
    sangkien_calendar_free(calendar);
    options.provisional_first = options.provisional_last = 2027;
    CHECK(sangkien_calendar_of_rules(&calendar, rules, on("2026-01-01"), &options, &error) == SANGKIEN_INPUT_ERROR);
    told_input(error, 1403, "SK1403");
    CHECK(calendar == NULL);
    CHECK(sangkien_calendar_of_rules(&calendar, rules, INT32_MAX, NULL, &error) == SANGKIEN_INPUT_ERROR);
    told_input(error, 1205, "2147483647");
    sangkien_rules_free(rules);
}

#define IS_NULL(call, part) \
    do { \
        CHECK((call) == SANGKIEN_MISUSE); \
        told_input(error, SANGKIEN_MISUSE, part " is NULL"); \
    } while (0)

static void a_null_argument_is_misuse(void)
{
    sangkien_calendar* calendar = civil_service();
    sangkien_calendar* more = calendar;
    sangkien_error* error = NULL;
    sangkien_text* json = NULL;
    sangkien_lunar_date date;
    int32_t out;
    int64_t count;
    IS_NULL(sangkien_calendar_civil_service(NULL, NULL, &error), "calendar");
    IS_NULL(sangkien_calendar_of_rules(NULL, NULL, 0, NULL, &error), "calendar");
    IS_NULL(sangkien_calendar_of_rules(&more, NULL, 0, NULL, &error), "rules");
    CHECK(more == NULL);
    IS_NULL(sangkien_calendar_year_status(NULL, calendar, 2026, &error), "status");
    IS_NULL(sangkien_calendar_year_status(&out, NULL, 2026, &error), "calendar");
    IS_NULL(sangkien_calendar_provisional(NULL, calendar, 0, 0, &error), "provisional");
    IS_NULL(sangkien_calendar_is_working(NULL, calendar, 0, &error), "working");
    IS_NULL(sangkien_calendar_kind(NULL, calendar, 0, &error), "kind");
    IS_NULL(sangkien_calendar_add_working_days(NULL, calendar, 0, 1, SANGKIEN_ROLL_NONE, &error), "out");
    IS_NULL(sangkien_calendar_count_working_days(NULL, calendar, 0, 0, &error), "count");
    IS_NULL(sangkien_calendar_count_working_days(&count, NULL, 0, 0, &error), "calendar");
    IS_NULL(sangkien_calendar_explain(NULL, calendar, 0, &error), "json");
    IS_NULL(sangkien_calendar_explain(&json, NULL, 0, &error), "calendar");
    IS_NULL(sangkien_calendar_year(NULL, calendar, 2026, &error), "json");
    IS_NULL(sangkien_calendar_year(&json, NULL, 2026, &error), "calendar");
    IS_NULL(sangkien_calendar_period_end(NULL, NULL, NULL, calendar, 0, "1 day", 5, &error), "last_day");
    IS_NULL(sangkien_calendar_period_end(&out, NULL, NULL, NULL, 0, "1 day", 5, &error), "calendar");
    IS_NULL(sangkien_calendar_period_end(&out, NULL, &json, calendar, 0, NULL, 0, &error), "length");
    IS_NULL(sangkien_parse_day(NULL, "", 0, &error), "day");
    IS_NULL(sangkien_parse_day(&out, NULL, 0, &error), "text");
    IS_NULL(sangkien_day_text(NULL, 0, &error), "text");
    IS_NULL(sangkien_to_lunar(NULL, 0, &error), "date");
    IS_NULL(sangkien_from_lunar(NULL, &date, &error), "day");
    IS_NULL(sangkien_from_lunar(&out, NULL, &error), "date");
    sangkien_calendar_free(NULL);
    sangkien_calendar_free(calendar);
}

static void a_number_that_stands_for_nothing_is_misuse(void)
{
    sangkien_calendar* calendar = civil_service();
    sangkien_error* error = NULL;
    sangkien_lunar_date date = {2026, 1, 1, 2, 0};
    int32_t out = untouched;
    CHECK(sangkien_calendar_add_working_days(&out, calendar, on("2026-01-05"), 1, -1, &error) == SANGKIEN_MISUSE);
    told_input(error, SANGKIEN_MISUSE, "value -1 of roll");
    CHECK(sangkien_from_lunar(&out, &date, &error) == SANGKIEN_MISUSE);
    told_input(error, SANGKIEN_MISUSE, "value 2 of date->leap");
    CHECK(sangkien_day_kind_word(-1) == NULL && sangkien_day_kind_word(SANGKIEN_DAY_LOCAL_WORK + 1) == NULL);
    CHECK(out == untouched);
    sangkien_calendar_free(calendar);
}

int main(void)
{
    a_missing_year_is_told();
    values_out_of_range_are_told();
    options_that_cannot_be_used_are_told();
    rules_without_a_calendar_answer_nothing();
    a_null_argument_is_misuse();
    a_number_that_stands_for_nothing_is_misuse();
    return checks_failed();
}
