/*
 * Councils, for C99: what a sheet of scores comes to, what one person may see of a season, and who may sit.
 *
 *     sangkien_text* scores = NULL;
 *     if (sangkien_score(&scores, rules, sheet, sheet_size, &options, &error) == SANGKIEN_OK)
 *         fwrite(sangkien_text_data(scores), 1, sangkien_text_size(scores), stdout);
 *     sangkien_text_free(scores);
 *
 * What holds for every function of sangkien.h holds here.
 */
#ifndef SANGKIEN_SCORE_H
#define SANGKIEN_SCORE_H

#include <sangkien/sangkien.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * What a sheet of scores comes to by the rules in force at options->as_of: totals, classes, votes, with every reason.
 * sheet:   CSV, or a JSON list of objects, with the columns initiative, member, criterion, points and, where wanted, role
 *          (docs/scoring.md).
 * options: as of sangkien_evaluate(); the label names the sheet in problems (NULL: "sheet"); format SANGKIEN_JSON or
 *          SANGKIEN_TEXT.
 * scores:  to be freed with sangkien_text_free().
 * Status:  as of sangkien_evaluate().
 */
SANGKIEN_API int32_t sangkien_score(sangkien_text** scores, const sangkien_rules* rules, const char* sheet,
                                    size_t sheet_size, const sangkien_evaluate_options* options,
                                    sangkien_error** error);

/*
 * Since when what is shown: instants with an offset, as as_of is. NULL: that moment has not come.
 * Start from SANGKIEN_DISCLOSURE.
 */
typedef struct sangkien_disclosure {
    size_t struct_size;    /* sizeof(sangkien_disclosure) */
    const char* closed;    /* the council's results, to its members */
    size_t closed_size;
    const char* announced; /* the result of a file, to its authors */
    size_t announced_size;
    int64_t least_ballots; /* members are shown no figure that stands on fewer; at least 1 */
} sangkien_disclosure;

#define SANGKIEN_DISCLOSURE { sizeof(sangkien_disclosure), NULL, 0, NULL, 0, 1 }

/*
 * The season at options->as_of as one person may see it, initiative by initiative.
 * viewer:     the person's id. A stranger is shown nothing.
 * disclosure: NULL: nothing is closed or announced.
 * options:    as of sangkien_evaluate(); format SANGKIEN_JSON or SANGKIEN_TEXT.
 * view:       to be freed with sangkien_text_free().
 * Status:     as of sangkien_evaluate(); MISUSE also when viewer is NULL or least_ballots is less than 1.
 */
SANGKIEN_API int32_t sangkien_view(sangkien_text** view, const sangkien_rules* rules, const char* season,
                                   size_t season_size, const sangkien_evaluate_options* options, const char* viewer,
                                   size_t viewer_size, const sangkien_disclosure* disclosure, sangkien_error** error);

/*
 * Who may sit on each initiative by the season's rules. It needs no ballot, so it can be asked before anybody is appointed.
 * person:   NULL or of length 0: each member of the season's council. Otherwise this one, a member or not.
 * unit:     the unit of a person who is no member; NULL: not said.
 * format:   SANGKIEN_JSON or SANGKIEN_TEXT; language: of the text, SANGKIEN_VI or SANGKIEN_EN.
 * eligible: to be freed with sangkien_text_free().
 * Status:   INPUT_ERROR with what is wrong in the season; MISUSE when eligible, rules or season is NULL, or format or
 *           language has an unknown value.
 */
SANGKIEN_API int32_t sangkien_eligible(sangkien_text** eligible, const sangkien_rules* rules, const char* season,
                                       size_t season_size, const char* person, size_t person_size, const char* unit,
                                       size_t unit_size, int32_t format, int32_t language, sangkien_error** error);

#ifdef __cplusplus
}
#endif

#endif
