/*
 * Decision records for C99: one evaluation as a portable JSON, and whether it still holds.
 *
 *     sangkien_text* record = NULL;
 *     sangkien_text* check = NULL;
 *     int32_t same = 0;
 *     sangkien_record_make(&record, rules, season, season_size, &options, NULL, 0, &error);
 *     ... years later ...
 *     if (sangkien_record_verify(&same, &check, rules, record_text, record_size, season, season_size, NULL, 0, &error) ==
 *             SANGKIEN_OK && !same)
 *         fputs(sangkien_text_data(check), stdout);             // every difference, with its place
 *
 * What holds for every function of sangkien.h holds here.
 */
#ifndef SANGKIEN_RECORD_H
#define SANGKIEN_RECORD_H

#include <sangkien/sangkien.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Evaluates a season and records it (docs/record.schema.json): digests of the rulebooks, the season and the result, the
 * instant, the release. options: as of sangkien_evaluate(); format and language are not asked for here.
 * Of sangkien_rules_known_on() the day is recorded.
 * note: a text to keep in the record; NULL or of length 0: none. record: to be freed with sangkien_text_free().
 * Status: as of sangkien_evaluate().
 */
SANGKIEN_API int32_t sangkien_record_make(sangkien_text** record, const sangkien_rules* rules, const char* season,
                                          size_t season_size, const sangkien_evaluate_options* options,
                                          const char* note, size_t note_size, sangkien_error** error);

/*
 * Evaluates again at the record's instant, with `rules` as they were known on its day (known_on), and compares.
 * same:   1 when nothing differs, else 0; set on success alone.
 * check:  JSON (docs/record.md): {"verdict", "season", "as_of", "library", "differences": [{"part", "in", "place", ...}]},
 *         to be freed with sangkien_text_free(); may be NULL.
 * report: the report that was kept, as JSON, compared too; NULL: none.
 * Status: OK also when they differ; INPUT_ERROR when the record, the season or the report cannot be used; MISUSE when
 *         same, rules, record or season is NULL.
 */
SANGKIEN_API int32_t sangkien_record_verify(int32_t* same, sangkien_text** check, const sangkien_rules* rules,
                                            const char* record, size_t record_size, const char* season,
                                            size_t season_size, const char* report, size_t report_size,
                                            sangkien_error** error);

#ifdef __cplusplus
}
#endif

#endif
