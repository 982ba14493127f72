/* The calendar of the civil service: every decided day, the periods of the Civil Code, and the ways to a calendar. */
#include "calendar.h"

#include <sangkien/lunar.h>

/* A field of a line of CSV, without its quotes; `line` goes on behind it. */
static void next_field(char* out, size_t room, const char** line)
{
    size_t n = 0;
    int quoted = 0;
    for (; **line != '\0' && **line != '\n' && (quoted || **line != ','); ++*line) {
        if (**line == '"')
            quoted = !quoted;
        else if (n + 1 < room)
            out[n++] = **line;
    }
    if (**line == ',') ++*line;
    out[n] = '\0';
}

static void check_decided_day(const sangkien_calendar* calendar, int32_t day, const char* kind, const char* pair)
{
    char word[32], wanted[64];
    sangkien_text* json = NULL;
    int32_t working = -1, number = -1;
    size_t i;
    for (i = 0; kind[i] != '\0' && i + 1 < sizeof word; ++i) word[i] = (char)(kind[i] == '_' ? '-' : kind[i]);
    word[i] = '\0';
    CHECK(sangkien_calendar_is_working(&working, calendar, day, NULL) == SANGKIEN_OK);
    CHECK(working == (strcmp(word, "swap-work") == 0));
    CHECK(sangkien_calendar_kind(&number, calendar, day, NULL) == SANGKIEN_OK);
    CHECK(number > SANGKIEN_DAY_WEEKEND && strcmp(sangkien_day_kind_word(number), word) == 0);
    CHECK(sangkien_calendar_explain(&json, calendar, day, NULL) == SANGKIEN_OK);
    snprintf(wanted, sizeof wanted, "\"kind\": \"%s\"", word);
    CHECK(strstr(sangkien_text_data(json), wanted) != NULL);
    snprintf(wanted, sizeof wanted, "\"pair\": \"%s\"", pair);
    CHECK(pair[0] == '\0' || strstr(sangkien_text_data(json), wanted) != NULL);
    sangkien_text_free(json);
}

/* What no row tells is told by the week. */
static void check_ordinary_days(const sangkien_calendar* calendar, const char* rows)
{
    char row[SANGKIEN_DAY_TEXT + 2] = "\n";
    int32_t day, kind;
    long ordinary = 0;
    for (day = on("2019-01-01"); day <= on("2026-12-31"); ++day) {
        const int weekend = (day + 3) % 7 >= 5; /* 1970-01-01 was a Thursday */
        CHECK(sangkien_day_text(row + 1, day, NULL) == SANGKIEN_OK);
        if (strstr(rows, strcat(row, ",")) != NULL) continue;
        CHECK(sangkien_calendar_kind(&kind, calendar, day, NULL) == SANGKIEN_OK);
        CHECK(kind == (weekend ? SANGKIEN_DAY_WEEKEND : SANGKIEN_DAY_WORKING));
        ++ordinary;
    }
    CHECK(ordinary == 2922 - 117);
}

static void every_decided_day_holds(void)
{
    sangkien_calendar* calendar = civil_service();
    sangkien_calendar* with_2018 = projected(2018, 2018);
    size_t size;
    char* rows = whole_file(SANGKIEN_SOURCE_DIR "/tests/python/vn_public_sector_days_2019_2026.csv", &size);
    char date[16], weekday[8], kind[32], name[256], pair[16];
    const char* line;
    int checked = 0;
    for (line = rows; *line != '\0'; line = strchr(line, '\n') + 1) {
        const int comment = *line < '0' || *line > '9';
        if (comment) continue;
        next_field(date, sizeof date, &line);
        next_field(weekday, sizeof weekday, &line);
        next_field(kind, sizeof kind, &line);
        next_field(name, sizeof name, &line);
        next_field(pair, sizeof pair, &line);
        /* Of 2018 one day alone is decided: it is told where the rest of the year is projected. */
        check_decided_day(strncmp(date, "2018", 4) == 0 ? with_2018 : calendar, on(date), kind, pair);
        ++checked;
    }
    CHECK(checked == 118);
    check_ordinary_days(calendar, rows);
    free(rows);
    sangkien_calendar_free(with_2018);
    sangkien_calendar_free(calendar);
}

static void periods_of_the_civil_code_hold(void)
{
    static const struct {
        const char *event, *length, *corresponding, *end;
    } vectors[] = {
        {"2025-09-19", "1 month", "2025-10-19", "2025-10-20"},  /* Sunday */
        {"2025-11-30", "3 months", "2026-02-28", "2026-03-02"}, /* no 30 February, then Saturday */
        {"2026-07-22", "1 month", "2026-08-22", "2026-08-22"},  /* a Saturday that is worked */
        {"2026-07-31", "1 month", "2026-08-31", "2026-09-03"},  /* swapped off, then National Day */
        {"2026-01-17", "1 month", "2026-02-17", "2026-02-23"},  /* Tet */
        {"2026-08-24", "3 months", "2026-11-24", "2026-11-25"}, /* Culture Day */
        {"2024-02-29", "1 year", "2025-02-28", "2025-02-28"},   /* no 29 February */
    };
    sangkien_calendar* calendar = civil_service();
    char wanted[64];
    size_t i;
    for (i = 0; i < sizeof vectors / sizeof *vectors; ++i) {
        const char* length = vectors[i].length;
        int32_t last_day = 0, alone = 0;
        int64_t ends = 0;
        sangkien_text* json = NULL;
        CHECK(sangkien_calendar_period_end(&last_day, &ends, &json, calendar, on(vectors[i].event), length,
                                           strlen(length), NULL) == SANGKIEN_OK);
        CHECK(last_day == on(vectors[i].end));
        CHECK(ends == (int64_t)(last_day + 1) * 86400 - 7 * 3600);
        CHECK(strncmp(sangkien_text_data(json), "{\n  \"determined\": true,\n", 23) == 0);
        snprintf(wanted, sizeof wanted, "\"ends\": \"%sT24:00:00+07:00\"", vectors[i].end);
        CHECK(strstr(sangkien_text_data(json), wanted) != NULL);
        snprintf(wanted, sizeof wanted, "\"day\": \"%s\"", vectors[i].corresponding);
        CHECK(strstr(sangkien_text_data(json), wanted) != NULL);
        sangkien_text_free(json);
        CHECK(sangkien_calendar_period_end(&alone, NULL, NULL, calendar, on(vectors[i].event), length, strlen(length),
                                           NULL) == SANGKIEN_OK);
        CHECK(alone == last_day);
    }
    sangkien_calendar_free(calendar);
}

static void a_period_without_rules_is_undetermined(void)
{
    const char* const name[] = {"vn-civil-service"};
    sangkien_rules* rules = NULL;
    sangkien_calendar* calendar = NULL;
    sangkien_text* json = NULL;
    int32_t last_day = 0;
    int64_t ends = 0;
    CHECK(sangkien_rules_load(&rules, name, NULL, 1, NULL) == SANGKIEN_OK);
    CHECK(sangkien_calendar_of_rules(&calendar, rules, on("2026-01-01"), NULL, NULL) == SANGKIEN_OK);
    sangkien_rules_free(rules); /* the calendar stands by itself */
    CHECK(sangkien_calendar_period_end(&last_day, &ends, &json, calendar, on("2026-01-17"), "1 month", 7, NULL) ==
          SANGKIEN_OK);
    CHECK(last_day == SANGKIEN_NO_DAY);
    CHECK(ends == SANGKIEN_NO_INSTANT);
    CHECK(strstr(sangkien_text_data(json), "\"determined\": false") != NULL);
    CHECK(strstr(sangkien_text_data(json), "\"rule-silent\"") != NULL);
    CHECK(sangkien_calendar_period_ends_int32(&last_day, calendar, &last_day, 0, 0, "1 month", 7, NULL) == SANGKIEN_OK);
    sangkien_text_free(json);
    sangkien_calendar_free(calendar);
}

static void hours_do_not_begin_with_a_day(void)
{
    sangkien_calendar* calendar = civil_service();
    int32_t last_day = 0;
    CHECK(sangkien_calendar_period_end(&last_day, NULL, NULL, calendar, on("2026-01-05"), "36 hours", 8, NULL) ==
          SANGKIEN_OK);
    CHECK(last_day == SANGKIEN_NO_DAY);
    sangkien_calendar_free(calendar);
}

static void a_year_is_decided_provisional_or_missing(void)
{
    sangkien_calendar* calendar = projected(2025, 2028);
    static const int32_t wanted[] = {SANGKIEN_YEAR_DECIDED, SANGKIEN_YEAR_PROVISIONAL, SANGKIEN_YEAR_PROVISIONAL,
                                     SANGKIEN_YEAR_MISSING};
    int32_t year, status = -1, provisional = -1;
    sangkien_text* json = NULL;
    for (year = 2026; year <= 2029; ++year) {
        CHECK(sangkien_calendar_year_status(&status, calendar, year, NULL) == SANGKIEN_OK);
        CHECK(status == wanted[year - 2026]);
    }
    CHECK(sangkien_calendar_provisional(&provisional, calendar, on("2026-12-30"), on("2026-12-31"), NULL) ==
          SANGKIEN_OK);
    CHECK(provisional == 0);
    CHECK(sangkien_calendar_provisional(&provisional, calendar, on("2027-01-01"), on("2026-12-31"), NULL) ==
          SANGKIEN_OK);
    CHECK(provisional == 1);
    CHECK(sangkien_calendar_explain(&json, calendar, on("2027-09-02"), NULL) == SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(json), "\"status\": \"provisional\"") != NULL);
    CHECK(strstr(sangkien_text_data(json), "swaps of 2027 are not decided") != NULL);
    sangkien_text_free(json);
    CHECK(sangkien_calendar_year(&json, calendar, 2026, NULL) == SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(json), "\"working_days\": 249,\n") != NULL);
    CHECK(strstr(sangkien_text_data(json), "\"document\": \"9441/TB-BNV\",\n      \"issued\": \"2025-10-16\"") != NULL);
    sangkien_text_free(json);
    sangkien_calendar_free(calendar);
}

/* The notice of 25 December 2025 swapped 2 January 2026 with the 10th. */
static void a_calendar_is_what_was_known_on_a_day(void)
{
    static const char* const days[] = {"2025-12-24", "2025-12-25"};
    int32_t i, working = -1;
    for (i = 0; i < 2; ++i) {
        sangkien_calendar_options options = SANGKIEN_CALENDAR_OPTIONS;
        sangkien_calendar* calendar = NULL;
        options.known_on = on(days[i]);
        CHECK(sangkien_calendar_civil_service(&calendar, &options, NULL) == SANGKIEN_OK);
        CHECK(sangkien_calendar_is_working(&working, calendar, on("2026-01-10"), NULL) == SANGKIEN_OK);
        CHECK(working == i);
        sangkien_calendar_free(calendar);
    }
}

static void working_days_are_added_and_counted(void)
{
    sangkien_calendar* calendar = civil_service();
    int32_t day = 0;
    int64_t count = 0;
    CHECK(sangkien_calendar_add_working_days(&day, calendar, on("2026-08-21"), 1, SANGKIEN_ROLL_NONE, NULL) ==
          SANGKIEN_OK);
    CHECK(day == on("2026-08-22"));
    CHECK(sangkien_calendar_add_working_days(&day, calendar, on("2026-09-03"), -1, SANGKIEN_ROLL_NONE, NULL) ==
          SANGKIEN_OK);
    CHECK(day == on("2026-08-28"));
    CHECK(sangkien_calendar_add_working_days(&day, calendar, on("2026-09-01"), 0, SANGKIEN_ROLL_FORWARD, NULL) ==
          SANGKIEN_OK);
    CHECK(day == on("2026-09-03"));
    CHECK(sangkien_calendar_add_working_days(&day, calendar, on("2026-09-01"), 0, SANGKIEN_ROLL_BACKWARD, NULL) ==
          SANGKIEN_OK);
    CHECK(day == on("2026-08-28"));
    CHECK(sangkien_calendar_count_working_days(&count, calendar, on("2025-09-22"), on("2025-09-25"), NULL) ==
          SANGKIEN_OK);
    CHECK(count == 3);
    CHECK(sangkien_calendar_count_working_days(&count, calendar, on("2025-09-25"), on("2025-09-22"), NULL) ==
          SANGKIEN_OK);
    CHECK(count == -3);
    sangkien_calendar_free(calendar);
}

static void lunar_dates_go_both_ways(void)
{
    static const struct {
        const char* day;
        sangkien_lunar_date date;
    } known[] = {
        {"2026-02-17", {2026, 1, 1, 0, SANGKIEN_LUNAR_CERTAIN}},
        {"2026-04-26", {2026, 3, 10, 0, SANGKIEN_LUNAR_CERTAIN}},
        {"2007-02-17", {2007, 1, 1, 0, SANGKIEN_LUNAR_CERTAIN}}, /* in China the 18th */
        {"1985-01-21", {1985, 1, 1, 0, SANGKIEN_LUNAR_CERTAIN}}, /* in China a month later */
        {"2025-07-25", {2025, 6, 1, 1, SANGKIEN_LUNAR_CERTAIN}}, /* of the leap month */
        {"1945-09-02", {1945, 7, 26, 0, SANGKIEN_LUNAR_BEFORE_1968}},
    };
    int32_t day, back = 0;
    size_t i;
    for (i = 0; i < sizeof known / sizeof *known; ++i) {
        sangkien_lunar_date date = {0, 0, 0, 0, 0};
        CHECK(sangkien_to_lunar(&date, on(known[i].day), NULL) == SANGKIEN_OK);
        CHECK(memcmp(&date, &known[i].date, sizeof date) == 0);
    }
    for (day = on("1900-01-01"); day <= on("2199-12-31"); ++day) {
        sangkien_lunar_date date;
        CHECK(sangkien_to_lunar(&date, day, NULL) == SANGKIEN_OK);
        CHECK(sangkien_from_lunar(&back, &date, NULL) == SANGKIEN_OK);
        CHECK(back == day);
    }
}

static void days_are_texts_and_back(void)
{
    char text[SANGKIEN_DAY_TEXT];
    CHECK(on("1970-01-01") == 0);
    CHECK(sangkien_day_text(text, on("2026-08-22"), NULL) == SANGKIEN_OK);
    CHECK(strcmp(text, "2026-08-22") == 0);
    CHECK(sangkien_day_text(text, on("0001-01-01"), NULL) == SANGKIEN_OK);
    CHECK(strcmp(text, "0001-01-01") == 0);
    CHECK(sangkien_day_text(text, on("9999-12-31"), NULL) == SANGKIEN_OK);
    CHECK(strcmp(text, "9999-12-31") == 0);
}

int main(void)
{
    every_decided_day_holds();
    periods_of_the_civil_code_hold();
    a_period_without_rules_is_undetermined();
    hours_do_not_begin_with_a_day();
    a_year_is_decided_provisional_or_missing();
    a_calendar_is_what_was_known_on_a_day();
    working_days_are_added_and_counted();
    lunar_dates_go_both_ways();
    days_are_texts_and_back();
    return checks_failed();
}
