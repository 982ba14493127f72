/*
 * The index of offices, for C99: tables of figures scored, compared, supposed otherwise, drawn anew, and what initiatives
 * add. Each function gives the bytes of `sangkien index` with the same rules, tables and options.
 *
 *     sangkien_index_options options = SANGKIEN_INDEX_OPTIONS;
 *     options.on = "2026-01-20";
 *     options.on_size = strlen(options.on);
 *     if (sangkien_index_score(&scores, rules, table, table_size, &options, NULL, &error) == SANGKIEN_OK)
 *         fwrite(sangkien_text_data(scores), 1, sangkien_text_size(scores), stdout);
 *     sangkien_text_free(scores);
 *
 * A table is CSV: office, component, value, and if wanted group, round, evidence, year (docs/index.md). What holds for every
 * function of sangkien.h holds here. Every text handed out is to be freed with sangkien_text_free().
 *
 * Status of each: INPUT_ERROR with everything wrong in what was read, each problem with its line and column, and when no
 * index is in force on the day; MISUSE when a handle, rules, a table, options or options->on is NULL, a struct_size is not
 * known, or a format or language has an unknown value.
 */
#ifndef SANGKIEN_INDEX_H
#define SANGKIEN_INDEX_H

#include <sangkien/sangkien.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Start from SANGKIEN_INDEX_OPTIONS. */
typedef struct sangkien_index_options {
    size_t struct_size; /* sizeof(sangkien_index_options) */
    const char* on;     /* required: by the index in force on this day, as in "2026-01-20" */
    size_t on_size;
    const char* label;  /* the name of the table in problems; NULL: "table" */
    size_t label_size;
    int32_t format;     /* SANGKIEN_JSON, SANGKIEN_TEXT or SANGKIEN_CSV */
    int32_t language;   /* of SANGKIEN_TEXT */
} sangkien_index_options;

#define SANGKIEN_INDEX_OPTIONS { sizeof(sangkien_index_options), NULL, 0, NULL, 0, SANGKIEN_JSON, SANGKIEN_VI }

/* What is asked of rounds and groups. Start from SANGKIEN_INDEX_ROUNDS; a text that is NULL is not given. */
typedef struct sangkien_index_rounds {
    size_t struct_size;  /* sizeof(sangkien_index_rounds) */
    const char* round;   /* by the figures up to this round; NULL: all */
    size_t round_size;
    const char* against; /* also what `round`, then required, gives otherwise than this one */
    size_t against_size;
    const char* earlier; /* the table as it was: a round locked at `as_of`, then required, may not differ */
    size_t earlier_size;
    const char* as_of;   /* an instant with an offset */
    size_t as_of_size;
    int32_t by_group;    /* not 0: also tables by group, and ranks in them */
} sangkien_index_rounds;

#define SANGKIEN_INDEX_ROUNDS { sizeof(sangkien_index_rounds), NULL, 0, NULL, 0, NULL, 0, NULL, 0, 0 }

/* Points of each office, what it lost and why. rounds: NULL: nothing is asked of them. */
SANGKIEN_API int32_t sangkien_index_score(sangkien_text** scores, const sangkien_rules* rules, const char* table,
                                          size_t table_size, const sangkien_index_options* options,
                                          const sangkien_index_rounds* rounds, sangkien_error** error);

/* What the later table is read by. Start from SANGKIEN_INDEX_LATER. */
typedef struct sangkien_index_later {
    size_t struct_size;          /* sizeof(sangkien_index_later) */
    const sangkien_rules* rules; /* NULL: those of the earlier one */
    const char* on;              /* NULL: the same day */
    size_t on_size;
    const char* mapping;         /* CSV or JSON, from and to: which id is which; NULL: by id */
    size_t mapping_size;
    int64_t year_before;         /* only this year of a table; 0: all */
    int64_t year_after;
} sangkien_index_later;

#define SANGKIEN_INDEX_LATER { sizeof(sangkien_index_later), NULL, NULL, 0, NULL, 0, 0, 0 }

/*
 * Two tables, of two years or editions: what changed, and what cannot be compared.
 * later:  NULL: by the same rules and day, and all years.
 * Labels: options->label names both tables in problems, "mapping" the mapping.
 * Status: MISUSE also when a year is below 0 or above 9999.
 */
SANGKIEN_API int32_t sangkien_index_compare(sangkien_text** comparison, const sangkien_rules* rules, const char* before,
                                            size_t before_size, const char* after, size_t after_size,
                                            const sangkien_index_options* options, const sangkien_index_later* later,
                                            sangkien_error** error);

/* What each initiative of a season adds, by unit and by area. options: as of sangkien_evaluate(), or SANGKIEN_CSV. */
SANGKIEN_API int32_t sangkien_index_contribute(sangkien_text** ledger, const sangkien_rules* rules, const char* season,
                                               size_t season_size, const sangkien_evaluate_options* options,
                                               sangkien_error** error);

/* What is supposed and asked. Start from SANGKIEN_INDEX_QUESTION; a text that is NULL is not given. */
typedef struct sangkien_index_question {
    size_t struct_size;      /* sizeof(sangkien_index_question) */
    const char* const* set;  /* "OFFICE.COMPONENT=VALUE", =+1 and =-1 to add, = alone to drop a figure */
    const size_t* set_sizes; /* NULL: each ends in NUL */
    size_t set_count;
    const char* office;      /* the one asked about */
    size_t office_size;
    int64_t year;            /* its year; 0: the last */
    int32_t rivals;          /* not 0: who stands next to it, and how far its rank is safe */
    int32_t by_group;        /* not 0: rivals of the same group only */
    const char* target;      /* "85" points, "class:good" or "rank:3", reached by `actions`, then required */
    size_t target_size;
    const char* actions;     /* CSV: action, component, value, cost, and one_of */
    size_t actions_size;
} sangkien_index_question;

#define SANGKIEN_INDEX_QUESTION { sizeof(sangkien_index_question), NULL, NULL, 0, NULL, 0, 0, 0, 0, NULL, 0, NULL, 0 }

/*
 * Other figures: points, ranks and classes before and after; rivals; the cheapest way to a target.
 * Labels: "set" and "actions" in problems.
 * Status: MISUSE also when rivals, a year or a target are asked without an office, or of target and actions one is given.
 */
SANGKIEN_API int32_t sangkien_index_what_if(sangkien_text** found, const sangkien_rules* rules, const char* table,
                                            size_t table_size, const sangkien_index_options* options,
                                            const sangkien_index_question* question, sangkien_error** error);

/* How much is drawn. Start from SANGKIEN_INDEX_DRAWS. */
typedef struct sangkien_index_draws {
    size_t struct_size;     /* sizeof(sangkien_index_draws) */
    int64_t replicates;     /* 1 to 1,000,000 */
    double level;           /* of the intervals: 0.01 to 0.999 */
    int64_t sobol_rows;     /* Sobol indices by so many rows of points, 2 to 1,000,000; 0: none */
    const char* of_office;  /* of the total of this office; NULL: of the mean shift in rank */
    size_t of_office_size;
} sangkien_index_draws;

#define SANGKIEN_INDEX_DRAWS { sizeof(sangkien_index_draws), 1000, 0.9, 0, NULL, 0 }

/*
 * How sure totals and ranks are, with weights and survey figures drawn anew. No thread is started.
 * plan:   JSON: seed, weights, surveys, left-out (docs/index.md); named "plan" in problems.
 * draws:  NULL: SANGKIEN_INDEX_DRAWS.
 * Status: MISUSE also when plan is NULL or a number of `draws` is outside its range.
 */
SANGKIEN_API int32_t sangkien_index_sensitivity(sangkien_text** found, const sangkien_rules* rules, const char* table,
                                                size_t table_size, const sangkien_index_options* options,
                                                const char* plan, size_t plan_size, const sangkien_index_draws* draws,
                                                sangkien_error** error);

#ifdef __cplusplus
}
#endif

#endif
