#include <stdio.h>
#include <string.h>
#include <sangkien/calendar.h>

#define FILES 4

int main(void)
{
    const char* received[FILES] = {"2026-02-12", "2026-04-23", "2026-07-31", "2026-08-21"};
    int32_t days[FILES], due[FILES], last_day, i;
    char text[SANGKIEN_DAY_TEXT];
    const char* step;
    sangkien_text* deadline = NULL;
    sangkien_calendar* calendar = NULL;
    sangkien_error* error = NULL;
    sangkien_calendar_civil_service(&calendar, NULL, NULL);
    for (i = 0; i < FILES; ++i) sangkien_parse_day(&days[i], received[i], 10, NULL);

    /* A whole column at once; int32 days since 1970-01-01. */
    sangkien_calendar_add_working_days_int32(due, calendar, days, FILES, 0, 10, SANGKIEN_ROLL_NONE, NULL);
    for (i = 0; i < FILES; ++i) {
        sangkien_day_text(text, due[i], NULL);
        printf("%s + 10 working days: %s\n", received[i], text);
    }

    /* A period of the Civil Code, and how its end came about. */
    sangkien_calendar_period_end(&last_day, NULL, &deadline, calendar, days[2], "1 month", 7, NULL);
    for (step = sangkien_text_data(deadline); (step = strstr(step, "\"message\"")) != NULL;) {
        step = strstr(step, "\"en\": \"") + 7;
        printf("- %.*s\n", (int)strcspn(step, "\""), step);
    }

    /* A year that nobody has decided yet is an error, never a guess. */
    if (sangkien_calendar_add_working_days(&last_day, calendar, days[3], 100, SANGKIEN_ROLL_NONE, &error))
        fputs(sangkien_error_text(NULL, error, SANGKIEN_EN), stdout);
    sangkien_error_free(error);
    sangkien_text_free(deadline);
    sangkien_calendar_free(calendar);
    return 0;
}
