/* Days as texts, for the tests of the calendar. */
#ifndef SANGKIEN_TESTS_CALENDAR_H
#define SANGKIEN_TESTS_CALENDAR_H

#include "check.h"

#include <sangkien/calendar.h>

static inline int32_t on(const char* text)
{
    int32_t day = SANGKIEN_NO_DAY;
    CHECK(sangkien_parse_day(&day, text, strlen(text), NULL) == SANGKIEN_OK);
    return day;
}

static inline sangkien_calendar* civil_service(void)
{
    sangkien_calendar* calendar = NULL;
    CHECK(sangkien_calendar_civil_service(&calendar, NULL, NULL) == SANGKIEN_OK);
    return calendar;
}

static inline sangkien_calendar* projected(int32_t first, int32_t last)
{
    sangkien_calendar_options options = SANGKIEN_CALENDAR_OPTIONS;
    sangkien_calendar* calendar = NULL;
    options.provisional_first = first;
    options.provisional_last = last;
    CHECK(sangkien_calendar_civil_service(&calendar, &options, NULL) == SANGKIEN_OK);
    return calendar;
}

/* Checks that `error` is an input error of a code, mentions `part` in English, and frees it. */
static inline void told_input(sangkien_error* error, int32_t code, const char* part)
{
    const char* english = sangkien_error_text(NULL, error, SANGKIEN_EN);
    CHECK(sangkien_error_status(error) == (code < 100 ? code : SANGKIEN_INPUT_ERROR));
    CHECK(sangkien_error_count(error) == 1);
    CHECK(sangkien_error_code(error, 0) == code);
    if (strstr(english, part) == NULL) {
        fprintf(stderr, "not in the message: %s\n%s", part, english);
        ++failed_checks;
    }
    sangkien_error_free(error);
}

#endif
