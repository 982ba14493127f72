/*
 * Running out of memory is a status. This program's malloc stands in for everybody's, the library's included, and refuses
 * one allocation, or all from one on: at every call of a whole run early on, then at ever larger strides.
 */
#include "calendar.h"

#include <sangkien/index.h>
#include <sangkien/lunar.h>
#include <sangkien/record.h>

#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)

int main(void)
{
    puts("skipped: needs a malloc that can be stood in for");
    return 77;
}

#else

void* __libc_malloc(size_t size);
void __libc_free(void* memory);
void* malloc(size_t size);
void free(void* memory);

static long countdown = -1; /* allocations until one is refused; below 0: none is */
static int refuse_all = 0;  /* from that one on */
static long refused = 0;
static long live = 0; /* allocations not freed */
static long out_of_memory = 0;

void* malloc(size_t size)
{
    if (countdown >= 0 && (countdown == 0 || --countdown == 0)) {
        if (!refuse_all) countdown = -1;
        ++refused;
        return NULL;
    }
    ++live;
    return __libc_malloc(size);
}

void free(void* memory)
{
    if (memory != NULL) --live;
    __libc_free(memory);
}

/* The n-th allocation from here, counted from 1, is refused. */
static void refuse(long n, int all)
{
    refused = 0;
    refuse_all = all;
    countdown = n;
}

static void refuse_none(void) { countdown = -1; }

/* A status that goes with what was made and with the error. Some allocations the library can do without. */
static void checked(int32_t status, const void* made, sangkien_error* error)
{
    if (status == SANGKIEN_OK) {
        CHECK(made != NULL);
        CHECK(error == NULL);
        return;
    }
    ++out_of_memory;
    CHECK(status == SANGKIEN_OUT_OF_MEMORY);
    CHECK(made == NULL);
    CHECK(sangkien_error_status(error) == SANGKIEN_OUT_OF_MEMORY);
    CHECK(sangkien_error_count(error) == 1);
    CHECK(sangkien_error_code(error, 0) == SANGKIEN_OUT_OF_MEMORY);
    CHECK(strstr(sangkien_error_json(NULL, error), "\"id\": \"out-of-memory\"") != NULL);
    CHECK(strcmp(sangkien_error_text(NULL, error, SANGKIEN_EN), "Out of memory.\n") == 0);
    sangkien_error_free(error);
}

static const char* const names[] = {"gia-vien-934", "council-illustrative", "index-illustrative"};

/* Returns whether an allocation was refused: if none was, the call makes fewer than n. */
static int load_refused(long n, int all)
{
    sangkien_rules* rules = NULL;
    sangkien_error* error = NULL;
    int32_t status;
    long times;
    refuse(n, all);
    status = sangkien_rules_load(&rules, names, NULL, 3, &error);
    times = refused;
    refuse_none();
    checked(status, rules, error);
    sangkien_rules_free(rules);
    return times > 0;
}

static char* season = NULL;
static size_t season_size = 0;
static sangkien_rules* all_rules = NULL;

static int evaluate_refused(long n, int all, int32_t format)
{
    sangkien_evaluate_options options = options_at("2025-09-30T17:00+07:00");
    sangkien_text* report = NULL;
    sangkien_error* error = NULL;
    int32_t status;
    long times;
    options.format = format;
    refuse(n, all);
    status = sangkien_evaluate(&report, all_rules, season, season_size, &options, &error);
    times = refused;
    refuse_none();
    checked(status, report, error);
    sangkien_text_free(report);
    return times > 0;
}

/* A record that is made, and one that is verified. */
static char* kept = NULL;
static size_t kept_size = 0;

static int record_refused(long n, int all)
{
    sangkien_evaluate_options options = options_at("2025-09-30T17:00+07:00");
    sangkien_text* record = NULL;
    sangkien_error* error = NULL;
    int32_t status;
    long times;
    refuse(n, all);
    status = sangkien_record_make(&record, all_rules, season, season_size, &options, NULL, 0, &error);
    times = refused;
    refuse_none();
    checked(status, record, error);
    sangkien_text_free(record);
    return times > 0;
}

static int verify_refused(long n, int all)
{
    sangkien_text* check = NULL;
    sangkien_error* error = NULL;
    int32_t status, same = 0;
    long times;
    refuse(n, all);
    status = sangkien_record_verify(&same, &check, all_rules, kept, kept_size, season, season_size, NULL, 0, &error);
    times = refused;
    refuse_none();
    checked(status, check, error);
    sangkien_text_free(check);
    return times > 0;
}

static int json_refused(long n, int all) { return evaluate_refused(n, all, SANGKIEN_JSON); }
static int text_refused(long n, int all) { return evaluate_refused(n, all, SANGKIEN_TEXT); }

/* An input error: telling it needs memory too. */
static int error_refused(long n, int all)
{
    sangkien_evaluate_options options = options_at("2025-09-30T17:00+07:00");
    sangkien_text* report = NULL;
    sangkien_error* error = NULL;
    int32_t status;
    long times;
    refuse(n, all);
    status = sangkien_evaluate(&report, all_rules, "{\"season\": 1, \"x\": 2}", 21, &options, &error);
    times = refused;
    refuse_none();
    CHECK(report == NULL);
    if (status == SANGKIEN_INPUT_ERROR) {
        CHECK(sangkien_error_count(error) > 1);
        sangkien_error_free(error);
    } else {
        checked(status, report, error);
    }
    return times > 0;
}

static int misuse_refused(long n, int all)
{
    sangkien_text* schema = NULL;
    sangkien_error* error = NULL;
    int32_t status;
    long times;
    refuse(n, all);
    status = sangkien_schema(&schema, NULL, 0, &error);
    times = refused;
    refuse_none();
    if (status == SANGKIEN_MISUSE) {
        CHECK(sangkien_error_count(error) == 1);
        sangkien_error_free(error);
    } else {
        checked(status, schema, error);
    }
    return times > 0;
}

static sangkien_calendar* all_days = NULL;
#define ROWS 8000 /* more than the days of the calendar: a column that long is reckoned over a table */
static int32_t days[ROWS], due[ROWS];
static int64_t counts[ROWS];

static int calendar_refused(long n, int all)
{
    sangkien_calendar_options options = SANGKIEN_CALENDAR_OPTIONS;
    sangkien_calendar* calendar = NULL;
    sangkien_error* error = NULL;
    int32_t status;
    long times;
    options.known_on = 20000;
    options.provisional_first = 2025;
    options.provisional_last = 2027;
    refuse(n, all);
    status = sangkien_calendar_of_rules(&calendar, all_rules, 20000, &options, &error);
    times = refused;
    refuse_none();
    checked(status, calendar, error);
    sangkien_calendar_free(calendar);
    return times > 0;
}

static int civil_service_refused(long n, int all)
{
    sangkien_calendar* calendar = NULL;
    sangkien_error* error = NULL;
    int32_t status;
    long times;
    refuse(n, all);
    status = sangkien_calendar_civil_service(&calendar, NULL, &error);
    times = refused;
    refuse_none();
    checked(status, calendar, error);
    sangkien_calendar_free(calendar);
    return times > 0;
}

/* Calls that make a text of a calendar. */
static int32_t explain(sangkien_text** json, sangkien_error** error)
{
    return sangkien_calendar_explain(json, all_days, 20687, error);
}

static int32_t year(sangkien_text** json, sangkien_error** error)
{
    return sangkien_calendar_year(json, all_days, 2026, error);
}

static int32_t deadline(sangkien_text** json, sangkien_error** error)
{
    return sangkien_calendar_period_end(due, counts, json, all_days, 20665, "1 month", 7, error);
}

/* Calls that make no text: `*json` becomes one that stands for their answer. */
static int32_t added(sangkien_text** json, sangkien_error** error)
{
    const int32_t status =
        sangkien_calendar_add_working_days_int32(due, all_days, days, ROWS, 0, 10, SANGKIEN_ROLL_NONE, error);
    *json = status == SANGKIEN_OK ? (sangkien_text*)(void*)due : NULL;
    return status;
}

static int32_t counted(sangkien_text** json, sangkien_error** error)
{
    const int32_t status = sangkien_calendar_count_working_days_int32(counts, all_days, days, due, ROWS, 0, error);
    *json = status == SANGKIEN_OK ? (sangkien_text*)(void*)due : NULL;
    return status;
}

static int32_t ended(sangkien_text** json, sangkien_error** error)
{
    const int32_t status =
        sangkien_calendar_period_ends_int32(due, all_days, days, 200, 0, "5 working days", 14, error);
    *json = status == SANGKIEN_OK ? (sangkien_text*)(void*)due : NULL;
    return status;
}

static sangkien_rules* ward_rules = NULL;
static char* wards = NULL;
static size_t wards_size = 0;
static char* actions = NULL;
static size_t actions_size = 0;
static char* plan = NULL;
static size_t plan_size = 0;

static sangkien_index_options on_a_day(void)
{
    sangkien_index_options options = SANGKIEN_INDEX_OPTIONS;
    options.on = "2026-01-20";
    options.on_size = 10;
    return options;
}

static int32_t index_scored(sangkien_text** json, sangkien_error** error)
{
    const sangkien_index_options options = on_a_day();
    return sangkien_index_score(json, ward_rules, wards, wards_size, &options, NULL, error);
}

static int32_t index_compared(sangkien_text** json, sangkien_error** error)
{
    const sangkien_index_options options = on_a_day();
    return sangkien_index_compare(json, ward_rules, wards, wards_size, wards, wards_size, &options, NULL, error);
}

static int32_t index_supposed(sangkien_text** json, sangkien_error** error)
{
    static const char* const set[] = {"xa-b.online-share=60%"};
    const sangkien_index_options options = on_a_day();
    sangkien_index_question question = SANGKIEN_INDEX_QUESTION;
    question.set = set;
    question.set_count = 1;
    question.office = "xa-b";
    question.office_size = 4;
    question.rivals = 1;
    question.target = "class:fulfilled";
    question.target_size = 15;
    question.actions = actions;
    question.actions_size = actions_size;
    return sangkien_index_what_if(json, ward_rules, wards, wards_size, &options, &question, error);
}

static int32_t index_drawn(sangkien_text** json, sangkien_error** error)
{
    const sangkien_index_options options = on_a_day();
    sangkien_index_draws draws = SANGKIEN_INDEX_DRAWS;
    draws.replicates = 3;
    draws.sobol_rows = 2;
    return sangkien_index_sensitivity(json, ward_rules, wards, wards_size, &options, plan, plan_size, &draws, error);
}

static int32_t index_added(sangkien_text** json, sangkien_error** error)
{
    const sangkien_evaluate_options options = options_at("2025-09-30T17:00+07:00");
    return sangkien_index_contribute(json, all_rules, season, season_size, &options, error);
}

static int32_t (*asked)(sangkien_text** json, sangkien_error** error) = NULL;

static int asked_refused(long n, int all)
{
    sangkien_text* json = NULL;
    sangkien_error* error = NULL;
    int32_t status;
    long times;
    refuse(n, all);
    status = asked(&json, &error);
    times = refused;
    refuse_none();
    checked(status, json, error);
    if ((void*)json != (void*)due) sangkien_text_free(json);
    return times > 0;
}

/* A row without an answer: an input error whose telling needs memory too. */
static int row_refused(long n, int all)
{
    const int32_t beyond = 22000;
    sangkien_error* error = NULL;
    int32_t status;
    long times;
    refuse(n, all);
    status = sangkien_calendar_add_working_days_int32(due, all_days, &beyond, 1, 0, 1, SANGKIEN_ROLL_NONE, &error);
    times = refused;
    refuse_none();
    if (status == SANGKIEN_INPUT_ERROR)
        told_input(error, 1401, "row 0");
    else
        checked(status, NULL, error);
    return times > 0;
}

/* Single days need no memory at all, and so cannot run out of it. */
static void single_days_allocate_nothing(void)
{
    sangkien_lunar_date date;
    char text[SANGKIEN_DAY_TEXT];
    int32_t day = 0;
    int64_t count = 0;
    refuse(1, 1);
    CHECK(sangkien_calendar_is_working(&day, all_days, 20687, NULL) == SANGKIEN_OK);
    CHECK(sangkien_calendar_kind(&day, all_days, 20687, NULL) == SANGKIEN_OK);
    CHECK(sangkien_calendar_add_working_days(&day, all_days, 20687, 10, SANGKIEN_ROLL_NONE, NULL) == SANGKIEN_OK);
    CHECK(sangkien_calendar_count_working_days(&count, all_days, 20687, 20700, NULL) == SANGKIEN_OK);
    CHECK(sangkien_calendar_year_status(&day, all_days, 2026, NULL) == SANGKIEN_OK);
    CHECK(sangkien_calendar_provisional(&day, all_days, 20687, 20700, NULL) == SANGKIEN_OK);
    CHECK(sangkien_parse_day(&day, "2026-08-22", 10, NULL) == SANGKIEN_OK);
    CHECK(sangkien_day_text(text, day, NULL) == SANGKIEN_OK);
    CHECK(sangkien_to_lunar(&date, day, NULL) == SANGKIEN_OK);
    CHECK(sangkien_from_lunar(&day, &date, NULL) == SANGKIEN_OK);
    CHECK(refused == 0);
    refuse_none();
}

/* Refuses at 1, 2, 3, ..., 200, then at strides that grow, until the call makes fewer allocations than that. */
static void at_every_allocation(const char* what, int (*call)(long n, int all))
{
    const long before = live;
    long n, tried = 0;
    out_of_memory = 0;
    for (n = 1; call(n, 0); n += 1 + n / 200) ++tried;
    for (n = 1; call(n, 1); n += 1 + n / 100) ++tried;
    CHECK(out_of_memory > 0);
    CHECK(live <= before); /* nothing leaks on the way out; OpenSSL may forget an old failure */
    printf("%s: refused at %ld places, fewer than %ld allocations, %ld not freed\n", what, tried, n, live - before);
}

static void at_every_answer(const char* what, int32_t (*call)(sangkien_text** json, sangkien_error** error))
{
    asked = call;
    at_every_allocation(what, asked_refused);
}

static void the_index_runs_out(void)
{
    static const char* const names_of_index[] = {"index-ward-illustrative"};
    wards = whole_file(SANGKIEN_SOURCE_DIR "/docs/examples/index-wards.csv", &wards_size);
    actions = whole_file(SANGKIEN_SOURCE_DIR "/docs/examples/index-actions.csv", &actions_size);
    plan = whole_file(SANGKIEN_SOURCE_DIR "/docs/examples/index-sensitivity.json", &plan_size);
    CHECK(sangkien_rules_load(&ward_rules, names_of_index, NULL, 1, NULL) == SANGKIEN_OK);
    at_every_answer("score an index", index_scored);
    at_every_answer("compare two tables", index_compared);
    at_every_answer("suppose other figures", index_supposed);
    at_every_answer("draw figures anew", index_drawn);
    at_every_answer("what initiatives add", index_added);
    sangkien_rules_free(ward_rules);
    free(plan);
    free(actions);
    free(wards);
}

int main(void)
{
    long n;
    int round;
    season = whole_file(EXAMPLE_SEASON, &season_size);
    CHECK(sangkien_rules_load(&all_rules, names, NULL, 3, NULL) == SANGKIEN_OK);
    for (round = 0; round < 16; ++round) /* OpenSSL keeps the last 16 failures of a thread */
        for (n = 1; error_refused(n, 0); ++n) continue;
    at_every_allocation("misuse", misuse_refused);
    at_every_allocation("error", error_refused);
    at_every_allocation("load", load_refused);
    at_every_allocation("evaluate to JSON", json_refused);
    at_every_allocation("evaluate to text", text_refused);
    kept = whole_file(SANGKIEN_SOURCE_DIR "/docs/examples/record-2025.json", &kept_size);
    at_every_allocation("make a record", record_refused);
    at_every_allocation("verify a record", verify_refused);
    all_days = civil_service();
    for (n = 0; n < ROWS; ++n) days[n] = 18000 + (int32_t)(n % 2000);
    single_days_allocate_nothing();
    at_every_allocation("calendar of rules", calendar_refused);
    at_every_allocation("calendar of the civil service", civil_service_refused);
    at_every_allocation("a row without an answer", row_refused);
    at_every_answer("explain", explain);
    at_every_answer("year", year);
    at_every_answer("deadline", deadline);
    at_every_answer("add to a column", added);
    at_every_answer("count a column", counted);
    at_every_answer("periods of a column", ended);
    the_index_runs_out();
    sangkien_calendar_free(all_days);
    sangkien_rules_free(all_rules);
    free(kept);
    free(season);
    return checks_failed();
}

#endif
