/*
 * Duties, for C99: who has to do what by when, what is overdue, and to whom it goes.
 *
 *     sangkien_text* duties = NULL;
 *     if (sangkien_duties(&duties, rules, season, season_size, &options, "unit-head", 9, 0, &error) == SANGKIEN_OK)
 *         fwrite(sangkien_text_data(duties), 1, sangkien_text_size(duties), stdout);
 *     sangkien_text_free(duties);
 *
 * What holds for every function of sangkien.h holds here.
 */
#ifndef SANGKIEN_DUTIES_H
#define SANGKIEN_DUTIES_H

#include <sangkien/sangkien.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The duties at options->as_of: of the season, born of events, and clocks that run against a role.
 * options: as of sangkien_evaluate(); format SANGKIEN_JSON or SANGKIEN_TEXT.
 * role:    an id: of that role alone; NULL or of length 0: of all.
 * done:    not 0: those that are done, too.
 * duties:  to be freed with sangkien_text_free().
 * Status:  as of sangkien_evaluate().
 */
SANGKIEN_API int32_t sangkien_duties(sangkien_text** duties, const sangkien_rules* rules, const char* season,
                                     size_t season_size, const sangkien_evaluate_options* options, const char* role,
                                     size_t role_size, int32_t done, sangkien_error** error);

/*
 * A calendar file (iCalendar) for a role: its open duties with their reminders, and those of others that go to it.
 * options: as above; format is not asked.
 */
SANGKIEN_API int32_t sangkien_duties_ics(sangkien_text** calendar, const sangkien_rules* rules, const char* season,
                                         size_t season_size, const sangkien_evaluate_options* options, const char* role,
                                         size_t role_size, sangkien_error** error);

#ifdef __cplusplus
}
#endif

#endif
