/* Columns answer as single days do, no day stays no day, and the first row without an answer is named. */
#include "calendar.h"

#define DAYS 2922 /* 2019 to 2026 */
#define ROWS (DAYS + 100)

static sangkien_calendar* calendar = NULL;
static int32_t narrow[ROWS], narrow_out[ROWS];
static int64_t wide[ROWS], wide_out[ROWS], counts[ROWS];
static uint8_t kinds[ROWS];

/* Every day of 2019 to 2026 in an order that jumps about, and no day at each thirtieth row. */
static void fill(int32_t first, int32_t days)
{
    int32_t i;
    for (i = 0; i < ROWS; ++i) {
        narrow[i] = i % 30 == 7 ? SANGKIEN_NO_DAY : first + (int32_t)((int64_t)i * 1801 % days);
        wide[i] = narrow[i] == SANGKIEN_NO_DAY ? SANGKIEN_NO_DAY_INT64 : narrow[i];
    }
}

static void check_added(size_t count, int64_t n, int32_t roll)
{
    size_t i;
    int32_t due = 0;
    CHECK(sangkien_calendar_add_working_days_int32(narrow_out, calendar, narrow, count, 0, n, roll, NULL) ==
          SANGKIEN_OK);
    CHECK(sangkien_calendar_add_working_days_int64(wide_out, calendar, wide, count, 0, n, roll, NULL) == SANGKIEN_OK);
    for (i = 0; i < count; ++i) {
        if (narrow[i] == SANGKIEN_NO_DAY) {
            CHECK(narrow_out[i] == SANGKIEN_NO_DAY && wide_out[i] == SANGKIEN_NO_DAY_INT64);
            continue;
        }
        CHECK(sangkien_calendar_add_working_days(&due, calendar, narrow[i], n, roll, NULL) == SANGKIEN_OK);
        CHECK(narrow_out[i] == due && wide_out[i] == due);
    }
}

/* `count` decides how a column is reckoned: a short one row by row, a long one over a table. */
static void added_columns_equal_single_days(size_t count)
{
    int64_t n;
    fill(on("2019-03-01"), DAYS - 150);
    for (n = -20; n <= 20; ++n)
        if (n != 0) check_added(count, n, SANGKIEN_ROLL_NONE);
    check_added(count, 0, SANGKIEN_ROLL_FORWARD);
    check_added(count, 0, SANGKIEN_ROLL_BACKWARD);
}

static void counted_columns_equal_single_days(size_t count)
{
    static int32_t last[ROWS];
    static int64_t wide_last[ROWS];
    size_t i;
    int64_t one = 0;
    fill(on("2019-01-01"), DAYS);
    for (i = 0; i < ROWS; ++i) {
        last[i] = narrow[(i + 411) % ROWS];
        wide_last[i] = wide[(i + 411) % ROWS];
    }
    CHECK(sangkien_calendar_count_working_days_int32(counts, calendar, narrow, last, count, 0, NULL) == SANGKIEN_OK);
    CHECK(sangkien_calendar_count_working_days_int64(wide_out, calendar, wide, wide_last, count, 0, NULL) ==
          SANGKIEN_OK);
    for (i = 0; i < count; ++i) {
        const int none = narrow[i] == SANGKIEN_NO_DAY || last[i] == SANGKIEN_NO_DAY;
        if (!none)
            CHECK(sangkien_calendar_count_working_days(&one, calendar, narrow[i], last[i], NULL) == SANGKIEN_OK);
        CHECK(counts[i] == (none ? SANGKIEN_NO_COUNT : one));
        CHECK(wide_out[i] == counts[i]);
    }
}

static void kinds_of_columns_equal_single_days(void)
{
    static uint8_t wide_kinds[ROWS];
    size_t i;
    int32_t kind = 0;
    fill(on("2019-01-01"), DAYS);
    CHECK(sangkien_calendar_kinds_int32(kinds, calendar, narrow, ROWS, 0, NULL) == SANGKIEN_OK);
    CHECK(sangkien_calendar_kinds_int64(wide_kinds, calendar, wide, ROWS, 0, NULL) == SANGKIEN_OK);
    for (i = 0; i < ROWS; ++i) {
        const int none = narrow[i] == SANGKIEN_NO_DAY;
        if (!none) CHECK(sangkien_calendar_kind(&kind, calendar, narrow[i], NULL) == SANGKIEN_OK);
        CHECK(kinds[i] == (none ? SANGKIEN_NO_KIND : kind));
        CHECK(wide_kinds[i] == kinds[i]);
    }
}

static void periods_of_columns_equal_single_days(void)
{
    static const char* const lengths[] = {"10 days", "1 month", "5 working days"};
    size_t i, j;
    int32_t last_day = 0;
    fill(on("2019-01-01"), DAYS - 60);
    for (j = 0; j < 3; ++j) {
        const size_t size = strlen(lengths[j]);
        CHECK(sangkien_calendar_period_ends_int32(narrow_out, calendar, narrow, ROWS, 0, lengths[j], size, NULL) ==
              SANGKIEN_OK);
        CHECK(sangkien_calendar_period_ends_int64(wide_out, calendar, wide, ROWS, 0, lengths[j], size, NULL) ==
              SANGKIEN_OK);
        for (i = 0; i < ROWS; ++i) {
            if (narrow[i] == SANGKIEN_NO_DAY) {
                CHECK(narrow_out[i] == SANGKIEN_NO_DAY && wide_out[i] == SANGKIEN_NO_DAY_INT64);
                continue;
            }
            CHECK(sangkien_calendar_period_end(&last_day, NULL, NULL, calendar, narrow[i], lengths[j], size, NULL) ==
                  SANGKIEN_OK);
            CHECK(narrow_out[i] == last_day && wide_out[i] == last_day);
        }
    }
}

static void the_first_row_without_an_answer_is_named(void)
{
    sangkien_error* error = NULL;
    fill(on("2019-03-01"), DAYS - 150);
    narrow[2000] = on("2027-03-01");
    narrow[2100] = on("2031-03-01");
    wide[2000] = INT64_MAX;
    CHECK(sangkien_calendar_add_working_days_int32(narrow_out, calendar, narrow, ROWS, 0, 10, SANGKIEN_ROLL_NONE,
                                                   &error) == SANGKIEN_INPUT_ERROR);
    told_input(error, 1401, "row 2000: ");
    CHECK(sangkien_calendar_add_working_days_int64(wide_out, calendar, wide, ROWS, 500000, 10, SANGKIEN_ROLL_NONE,
                                                   &error) == SANGKIEN_INPUT_ERROR);
    told_input(error, 1205, "row 502000: ");
    CHECK(sangkien_calendar_count_working_days_int32(counts, calendar, narrow, narrow + 1, ROWS - 1, 0, &error) ==
          SANGKIEN_INPUT_ERROR);
    told_input(error, 1401, "row 1999: ");
    CHECK(sangkien_calendar_kinds_int32(kinds, calendar, narrow, ROWS, 1, &error) == SANGKIEN_INPUT_ERROR);
    told_input(error, 1401, "row 2001: ");
    CHECK(sangkien_calendar_period_ends_int64(wide_out, calendar, wide, ROWS, 0, "1 year", 6, &error) ==
          SANGKIEN_INPUT_ERROR);
    told_input(error, 1401, "row "); /* one of 2026, whose year ends in 2027 */
}

static void no_row_needs_no_column(void)
{
    CHECK(sangkien_calendar_add_working_days_int32(NULL, calendar, NULL, 0, 0, 1, SANGKIEN_ROLL_NONE, NULL) ==
          SANGKIEN_OK);
    CHECK(sangkien_calendar_count_working_days_int64(NULL, calendar, NULL, NULL, 0, 0, NULL) == SANGKIEN_OK);
    CHECK(sangkien_calendar_kinds_int32(NULL, calendar, NULL, 0, 0, NULL) == SANGKIEN_OK);
    CHECK(sangkien_calendar_period_ends_int32(NULL, calendar, NULL, 0, 0, "1 day", 5, NULL) == SANGKIEN_OK);
}

static void a_column_that_is_null_is_misuse(void)
{
    sangkien_error* error = NULL;
    CHECK(sangkien_calendar_add_working_days_int32(NULL, calendar, narrow, 1, 0, 1, SANGKIEN_ROLL_NONE, &error) ==
          SANGKIEN_MISUSE);
    told_input(error, SANGKIEN_MISUSE, "out is NULL");
    CHECK(sangkien_calendar_add_working_days_int64(wide_out, calendar, NULL, 1, 0, 1, SANGKIEN_ROLL_NONE, &error) ==
          SANGKIEN_MISUSE);
    told_input(error, SANGKIEN_MISUSE, "days is NULL");
    CHECK(sangkien_calendar_add_working_days_int64(wide_out, calendar, wide, 1, 0, 1, 3, &error) == SANGKIEN_MISUSE);
    told_input(error, SANGKIEN_MISUSE, "value 3 of roll");
    CHECK(sangkien_calendar_count_working_days_int32(counts, calendar, narrow, NULL, 1, 0, &error) == SANGKIEN_MISUSE);
    told_input(error, SANGKIEN_MISUSE, "b is NULL");
    CHECK(sangkien_calendar_kinds_int64(kinds, NULL, wide, 1, 0, &error) == SANGKIEN_MISUSE);
    told_input(error, SANGKIEN_MISUSE, "calendar is NULL");
    CHECK(sangkien_calendar_period_ends_int32(narrow_out, calendar, narrow, 1, 0, NULL, 0, &error) == SANGKIEN_MISUSE);
    told_input(error, SANGKIEN_MISUSE, "length is NULL");
}

int main(void)
{
    calendar = civil_service();
    added_columns_equal_single_days(500);
    added_columns_equal_single_days(ROWS);
    counted_columns_equal_single_days(500);
    counted_columns_equal_single_days(ROWS);
    kinds_of_columns_equal_single_days();
    periods_of_columns_equal_single_days();
    the_first_row_without_an_answer_is_named();
    no_row_needs_no_column();
    a_column_that_is_null_is_misuse();
    sangkien_calendar_free(calendar);
    return checks_failed();
}
