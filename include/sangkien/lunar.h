/*
 * The Vietnamese lunar calendar for C99, from 1900-01-01 to 2199-12-31.
 *
 *     sangkien_lunar_date hung_kings = {2026, 3, 10, 0, 0};
 *     int32_t day;
 *     sangkien_from_lunar(&day, &hung_kings, NULL);   // 20569: 2026-04-26
 *
 * Days, statuses and errors are those of calendar.h.
 */
#ifndef SANGKIEN_LUNAR_H
#define SANGKIEN_LUNAR_H

#include <sangkien/sangkien.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How sure a lunar date is. */
#define SANGKIEN_LUNAR_CERTAIN 0
#define SANGKIEN_LUNAR_NEAR_MIDNIGHT 1 /* a new moon or principal term within two minutes of midnight decides it */
#define SANGKIEN_LUNAR_BEFORE_1968 2   /* the calendar in use was reckoned otherwise */

/* A date of the Vietnamese lunar calendar: Tet of 2026 is {2026, 1, 1, 0, 0}. */
typedef struct sangkien_lunar_date {
    int32_t year;
    int32_t month; /* 1 to 12 */
    int32_t day;   /* 1 to 30 */
    int32_t leap;  /* 1 in a leap month, else 0 */
    int32_t certainty;
} sangkien_lunar_date;

/* From 1900-01-01 to 2199-12-31; else INPUT_ERROR (SK1205). */
SANGKIEN_API int32_t sangkien_to_lunar(sangkien_lunar_date* date, int32_t day, sangkien_error** error);

/* The inverse; certainty is not read. INPUT_ERROR (SK1209) when there is no such date, SK1205 outside those years. */
SANGKIEN_API int32_t sangkien_from_lunar(int32_t* day, const sangkien_lunar_date* date, sangkien_error** error);

#ifdef __cplusplus
}
#endif

#endif
