/*
 * Why a value of a report is what it is, for C99: rules, facts, readings and clauses that led to it.
 *
 *     sangkien_text* why = NULL;
 *     const char* path = "/initiatives/SK-05/state";
 *     options.format = SANGKIEN_TEXT;
 *     if (sangkien_explain(&why, rules, season, season_size, &options, path, strlen(path), &error) == SANGKIEN_OK)
 *         fputs(sangkien_text_data(why), stdout);
 *
 * What holds for every function of sangkien.h holds here.
 */
#ifndef SANGKIEN_EXPLAIN_H
#define SANGKIEN_EXPLAIN_H

#include <sangkien/sangkien.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Evaluates a season and explains one value of its report, or all that is under a list or object of it.
 * path:        a JSON pointer into the report ("/units/u-12/quota/one-per-unit"), or the same with dots; an id may stand
 *              in place of a position. Of length 0: the whole report. NULL: all that is refused, not met or open.
 * explanation: JSON (docs/explanation.schema.json) or text, as options->format says; to be freed with
 *              sangkien_text_free().
 * Status: as of sangkien_evaluate(); INPUT_ERROR when the path leads nowhere, naming the nearest that does.
 */
SANGKIEN_API int32_t sangkien_explain(sangkien_text** explanation, const sangkien_rules* rules, const char* season,
                                      size_t season_size, const sangkien_evaluate_options* options, const char* path,
                                      size_t path_size, sangkien_error** error);

#ifdef __cplusplus
}
#endif

#endif
