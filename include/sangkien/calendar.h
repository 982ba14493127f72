/*
 * The working calendar for C99: days off and worked Saturdays, counting in working days, ends of periods.
 *
 *     sangkien_calendar* calendar = NULL;
 *     sangkien_error* error = NULL;
 *     int32_t day = 0, due = 0;
 *     char text[SANGKIEN_DAY_TEXT];
 *     if (sangkien_calendar_civil_service(&calendar, NULL, &error) == SANGKIEN_OK &&
 *         sangkien_parse_day(&day, "2026-08-21", 10, &error) == SANGKIEN_OK &&
 *         sangkien_calendar_add_working_days(&due, calendar, day, 1, SANGKIEN_ROLL_NONE, &error) == SANGKIEN_OK &&
 *         sangkien_day_text(text, due, &error) == SANGKIEN_OK)
 *         puts(text);                                           // 2026-08-22, a Saturday worked for 31 August
 *     sangkien_error_free(error);
 *     sangkien_calendar_free(calendar);
 *
 * What holds for every function of sangkien.h holds here. Besides:
 * - A day is an int32, counted from 1970-01-01, from the year 1 to 9999; another number is INPUT_ERROR (SK1205).
 * - Only decided years are answered for, and provisional ones where they were asked for. A question that needs a day of
 *   another year is INPUT_ERROR (SK1401), never "no holiday that we know of".
 * - What is no handle is set on success alone.
 * - MISUSE when a pointer is NULL that is not said to be allowed, or a roll or an option has an unknown value.
 */
#ifndef SANGKIEN_CALENDAR_H
#define SANGKIEN_CALENDAR_H

#include <sangkien/sangkien.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What stands for no day, no count and no kind, in columns and where an answer has none. */
#define SANGKIEN_NO_DAY INT32_MIN
#define SANGKIEN_NO_DAY_INT64 INT64_MIN
#define SANGKIEN_NO_COUNT INT64_MIN
#define SANGKIEN_NO_INSTANT INT64_MIN
#define SANGKIEN_NO_KIND 255

/* Reads "YYYY-MM-DD". INPUT_ERROR (SK1201) when that is no day. */
SANGKIEN_API int32_t sangkien_parse_day(int32_t* day, const char* text, size_t text_size, sangkien_error** error);

/* Writes "YYYY-MM-DD" and a NUL to `text`, which has room for SANGKIEN_DAY_TEXT bytes. */
#define SANGKIEN_DAY_TEXT 11
SANGKIEN_API int32_t sangkien_day_text(char* text, int32_t day, sangkien_error** error);

/* ---- Calendars ---- */

typedef struct sangkien_calendar sangkien_calendar; /* immutable, as rules are */

/*
 * Options of a calendar; begin with `= SANGKIEN_CALENDAR_OPTIONS`. struct_size works as in sangkien_evaluate_options.
 */
typedef struct sangkien_calendar_options {
    size_t struct_size;        /* sizeof(sangkien_calendar_options) */
    int32_t known_on;          /* as it was known on that day; SANGKIEN_NO_DAY: all that is loaded */
    int32_t provisional_first; /* project the years from here, as far as they are not decided; 0: none */
    int32_t provisional_last;  /* to here, included; 2199 is the last that can be */
    int32_t reserved;          /* 0 */
} sangkien_calendar_options;

#define SANGKIEN_CALENDAR_OPTIONS { sizeof(sangkien_calendar_options), SANGKIEN_NO_DAY, 0, 0, 0 }

/*
 * The calendar of Viet Nam's civil service, with the Civil Code's periods: built-in rulebooks, read anew at each call.
 * options: NULL for none. calendar: to be freed with sangkien_calendar_free().
 * Status: INPUT_ERROR (SK1205) when no year of the provisional span can be projected or it runs backwards.
 */
SANGKIEN_API int32_t sangkien_calendar_civil_service(sangkien_calendar** calendar,
                                                     const sangkien_calendar_options* options, sangkien_error** error);

/*
 * The calendar that rules give on a day, layers of a province or a unit included; the rules may be freed before it.
 * Where they give none, every question is INPUT_ERROR (SK1403).
 */
SANGKIEN_API int32_t sangkien_calendar_of_rules(sangkien_calendar** calendar, const sangkien_rules* rules, int32_t day,
                                                const sangkien_calendar_options* options, sangkien_error** error);

SANGKIEN_API void sangkien_calendar_free(sangkien_calendar* calendar);

/* Status of a year. */
#define SANGKIEN_YEAR_MISSING 0
#define SANGKIEN_YEAR_PROVISIONAL 1 /* projected from the Labour Code: an answer that rests on it must say so */
#define SANGKIEN_YEAR_DECIDED 2
SANGKIEN_API int32_t sangkien_calendar_year_status(int32_t* status, const sangkien_calendar* calendar, int32_t year,
                                                   sangkien_error** error);

/* 1 when a day from `a` to `b`, both included, in either order, lies in a provisional year; else 0. */
SANGKIEN_API int32_t sangkien_calendar_provisional(int32_t* provisional, const sangkien_calendar* calendar, int32_t a,
                                                   int32_t b, sangkien_error** error);

/* ---- Days ---- */

/* 1 when the day is worked, else 0. */
SANGKIEN_API int32_t sangkien_calendar_is_working(int32_t* working, const sangkien_calendar* calendar, int32_t day,
                                                  sangkien_error** error);

/* Kind of a day. */
#define SANGKIEN_DAY_WORKING 0
#define SANGKIEN_DAY_WEEKEND 1
#define SANGKIEN_DAY_STATUTORY 2
#define SANGKIEN_DAY_HOLIDAY_BLOCK 3         /* of Tet, or another holiday of several days */
#define SANGKIEN_DAY_HOLIDAY_BLOCK_WEEKEND 4 /* a weekend inside it */
#define SANGKIEN_DAY_COMPENSATORY 5          /* in lieu of a holiday on a day of rest */
#define SANGKIEN_DAY_SWAP_OFF 6              /* off, for a day of rest that is worked */
#define SANGKIEN_DAY_SWAP_WORK 7             /* a day of rest that is worked */
#define SANGKIEN_DAY_LOCAL_OFF 8             /* by a paper of the province or the unit */
#define SANGKIEN_DAY_LOCAL_WORK 9
SANGKIEN_API int32_t sangkien_calendar_kind(int32_t* kind, const sangkien_calendar* calendar, int32_t day,
                                            sangkien_error** error);

/* "working", ..., "swap-off", ... as the JSON has it. Static. NULL for a number that is no kind. */
SANGKIEN_API const char* sangkien_day_kind_word(int32_t kind);

/*
 * What decides a day: {"day", "weekday": {"vi", "en"}, "kind", "working", "status": "decided" | "provisional",
 * "why_provisional": {"vi", "en"}, "name": {"vi", "en"}, "pair", "document", "issued", "citation": {"rulebook",
 * "clause", "provenance"}}. `pair` is the day it is swapped with or made up for, `document` the number of the paper (may
 * be ""), `issued` its date; null where there is none. Names are empty for an ordinary working day.
 */
SANGKIEN_API int32_t sangkien_calendar_explain(sangkien_text** json, const sangkien_calendar* calendar, int32_t day,
                                               sangkien_error** error);

/*
 * A year: {"year", "status", "why_provisional", "working_days", "days": [...]}. `days` holds those that the week alone
 * does not tell, in order, each as above.
 */
SANGKIEN_API int32_t sangkien_calendar_year(sangkien_text** json, const sangkien_calendar* calendar, int32_t year,
                                            sangkien_error** error);

/* ---- Counting ---- */

/* Where a day off is moved to. */
#define SANGKIEN_ROLL_NONE 0
#define SANGKIEN_ROLL_FORWARD 1
#define SANGKIEN_ROLL_BACKWARD 2

/*
 * The n-th working day strictly after `day`, before it when n < 0; n from -10000 to 10000 (else SK1006). n = 0: the day
 * itself when it is worked, else where `roll` moves it; with SANGKIEN_ROLL_NONE that is INPUT_ERROR (SK1402).
 */
SANGKIEN_API int32_t sangkien_calendar_add_working_days(int32_t* out, const sangkien_calendar* calendar, int32_t day,
                                                        int64_t n, int32_t roll, sangkien_error** error);

/* Working days from `a` on and before `b`; minus those from `b` on and before `a` when b < a. */
SANGKIEN_API int32_t sangkien_calendar_count_working_days(int64_t* count, const sangkien_calendar* calendar, int32_t a,
                                                          int32_t b, sangkien_error** error);

/*
 * The end of a period that an event on a day sets going, by the rules of periods that came with the calendar (the Civil
 * Code, articles 147 and 148, with the civil service's).
 * length:   "10 days", "2 weeks", "3 months", "1 year", "5 working days"; else INPUT_ERROR (SK1207).
 * last_day: SANGKIEN_NO_DAY when no rule says, and for hours, which a day does not place; the steps tell what is missing.
 * ends:     the first instant that is too late, 24:00 of that day at UTC+07:00, in seconds since 1970-01-01T00:00:00Z;
 *           else SANGKIEN_NO_INSTANT. May be NULL.
 * deadline: {"determined", "last_day", "ends", "provisional", "steps": [...]} as in docs/report.schema.json, to be freed
 *           with sangkien_text_free(). May be NULL.
 */
SANGKIEN_API int32_t sangkien_calendar_period_end(int32_t* last_day, int64_t* ends, sangkien_text** deadline,
                                                  const sangkien_calendar* calendar, int32_t event, const char* length,
                                                  size_t length_size, sangkien_error** error);

/*
 * ---- Columns ----
 * The same over `count` days, as int32 (Arrow's date32) or int64 (numpy's datetime64[D]), nothing allocated for a row.
 * The smallest number of the type is no day and stays that; a count of it is SANGKIEN_NO_COUNT, its kind
 * SANGKIEN_NO_KIND. The first row without an answer is INPUT_ERROR; the message names it, counted from `first_row`, so
 * that threads may share a column. What `out` holds then is unspecified. `out` lies apart from what is read. Columns may
 * be NULL when count is 0.
 */
SANGKIEN_API int32_t sangkien_calendar_add_working_days_int32(int32_t* out, const sangkien_calendar* calendar,
                                                              const int32_t* days, size_t count, size_t first_row,
                                                              int64_t n, int32_t roll, sangkien_error** error);
SANGKIEN_API int32_t sangkien_calendar_add_working_days_int64(int64_t* out, const sangkien_calendar* calendar,
                                                              const int64_t* days, size_t count, size_t first_row,
                                                              int64_t n, int32_t roll, sangkien_error** error);
SANGKIEN_API int32_t sangkien_calendar_count_working_days_int32(int64_t* out, const sangkien_calendar* calendar,
                                                                const int32_t* a, const int32_t* b, size_t count,
                                                                size_t first_row, sangkien_error** error);
SANGKIEN_API int32_t sangkien_calendar_count_working_days_int64(int64_t* out, const sangkien_calendar* calendar,
                                                                const int64_t* a, const int64_t* b, size_t count,
                                                                size_t first_row, sangkien_error** error);
SANGKIEN_API int32_t sangkien_calendar_kinds_int32(uint8_t* out, const sangkien_calendar* calendar, const int32_t* days,
                                                   size_t count, size_t first_row, sangkien_error** error);
SANGKIEN_API int32_t sangkien_calendar_kinds_int64(uint8_t* out, const sangkien_calendar* calendar, const int64_t* days,
                                                   size_t count, size_t first_row, sangkien_error** error);
/* Last days; no day where no rule says. */
SANGKIEN_API int32_t sangkien_calendar_period_ends_int32(int32_t* out, const sangkien_calendar* calendar,
                                                         const int32_t* events, size_t count, size_t first_row,
                                                         const char* length, size_t length_size,
                                                         sangkien_error** error);
SANGKIEN_API int32_t sangkien_calendar_period_ends_int64(int64_t* out, const sangkien_calendar* calendar,
                                                         const int64_t* events, size_t count, size_t first_row,
                                                         const char* length, size_t length_size,
                                                         sangkien_error** error);

#ifdef __cplusplus
}
#endif

#endif
