/*
 * The quotas of units, for C99: what each owes and has, what counted and what not, and what is still possible.
 *
 *     sangkien_text* quota = NULL;
 *     if (sangkien_quota(&quota, rules, season, season_size, &options, &error) == SANGKIEN_OK)
 *         fwrite(sangkien_text_data(quota), 1, sangkien_text_size(quota), stdout);
 *     sangkien_text_free(quota);
 *
 * What holds for every function of sangkien.h holds here.
 */
#ifndef SANGKIEN_QUOTA_H
#define SANGKIEN_QUOTA_H

#include <sangkien/sangkien.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The quota of every unit at options->as_of.
 * options: as of sangkien_evaluate(); format SANGKIEN_JSON or SANGKIEN_TEXT.
 * quota:   to be freed with sangkien_text_free().
 * Status:  as of sangkien_evaluate().
 */
SANGKIEN_API int32_t sangkien_quota(sangkien_text** quota, const sangkien_rules* rules, const char* season,
                                    size_t season_size, const sangkien_evaluate_options* options,
                                    sangkien_error** error);

#ifdef __cplusplus
}
#endif

#endif
