/*
 * What may be done now, for C99: for each initiative every event of the procedure, its verdict and what would unblock it.
 *
 *     sangkien_text* outlook = NULL;
 *     if (sangkien_outlook(&outlook, rules, season, season_size, &options, NULL, 0, 0, &error) == SANGKIEN_OK)
 *         fwrite(sangkien_text_data(outlook), 1, sangkien_text_size(outlook), stdout);
 *     sangkien_text_free(outlook);
 *
 * What holds for every function of sangkien.h holds here.
 */
#ifndef SANGKIEN_OUTLOOK_H
#define SANGKIEN_OUTLOOK_H

#include <sangkien/sangkien.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * What may be done at options->as_of with each initiative that is open.
 * options: as of sangkien_evaluate(); format SANGKIEN_JSON or SANGKIEN_TEXT.
 * person:  an id: what that one may do; NULL or of length 0: of nobody in particular.
 * ended:   not 0: those that have ended or were withdrawn, too.
 * outlook: to be freed with sangkien_text_free().
 * Status:  as of sangkien_evaluate().
 */
SANGKIEN_API int32_t sangkien_outlook(sangkien_text** outlook, const sangkien_rules* rules, const char* season,
                                      size_t season_size, const sangkien_evaluate_options* options, const char* person,
                                      size_t person_size, int32_t ended, sangkien_error** error);

#ifdef __cplusplus
}
#endif

#endif
