/*
 * Running out of memory is a status. This program's malloc stands in for everybody's, the library's included, and refuses
 * one allocation, or all from one on: at every call of a whole run early on, then at ever larger strides.
 */
#include "check.h"

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
    sangkien_rules_free(all_rules);
    free(season);
    return checks_failed();
}

#endif
