/*
 * sangkien for C99: rules and a season in as JSON text, a report out as JSON or as a text for people.
 *
 *     const char* names[] = {"gia-vien-934", "council-illustrative"};
 *     sangkien_rules* rules = NULL;
 *     sangkien_text* report = NULL;
 *     sangkien_error* error = NULL;
 *     sangkien_evaluate_options options = SANGKIEN_EVALUATE_OPTIONS;
 *     options.as_of = "2025-09-30T17:00+07:00";
 *     options.as_of_size = strlen(options.as_of);
 *     if (sangkien_rules_load(&rules, names, NULL, 2, &error) == SANGKIEN_OK &&
 *         sangkien_evaluate(&report, rules, season, season_size, &options, &error) == SANGKIEN_OK)
 *         fwrite(sangkien_text_data(report), 1, sangkien_text_size(report), stdout);
 *     else
 *         fputs(sangkien_error_text(NULL, error, SANGKIEN_EN), stderr);
 *     sangkien_text_free(report);
 *     sangkien_error_free(error);
 *     sangkien_rules_free(rules);
 *
 * The working calendar is in calendar.h, lunar dates are in lunar.h. What holds for every function of the three:
 * - A function that can fail returns a status. Out-parameters come first; a handle is set to NULL before anything else
 *   happens, so after a failure there is nothing to free but the error.
 * - `error`, the last argument, may be NULL. Otherwise it is set to NULL on success and to a new error object on failure,
 *   which the caller frees with sangkien_error_free(). It is not read: free an old one before its variable is used again.
 * - Text goes in as UTF-8 with a length in bytes and need not end in NUL. Text that comes out ends in a NUL that its
 *   length does not count, and lives as long as the object it was asked of.
 * - Each type has one free function; NULL is harmless there.
 * - No function asks the clock, the locale or the environment, and none keeps anything between calls. Any threads may call
 *   at once and use the same handle, except to free it.
 * - Running out of memory is a status, never an end of the process.
 */
#ifndef SANGKIEN_SANGKIEN_H
#define SANGKIEN_SANGKIEN_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define SANGKIEN_API __attribute__((visibility("default")))
#else
#define SANGKIEN_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Status of a call. The numbers are stable for ever; more may come, below 100. */
#define SANGKIEN_OK 0
#define SANGKIEN_INPUT_ERROR 1   /* rules, season or an instant cannot be used: every problem is in the error object */
#define SANGKIEN_OUT_OF_MEMORY 2 /* nothing is half done; the call may be made again */
#define SANGKIEN_MISUSE 3        /* the call itself is wrong: a NULL pointer, an unknown format, a wrong struct_size */
#define SANGKIEN_INTERNAL 4      /* a fault of the library; please report it */

/* Language of a text for people. */
#define SANGKIEN_VI 0
#define SANGKIEN_EN 1

/* Format of a report. */
#define SANGKIEN_JSON 0 /* docs/report.schema.json */
#define SANGKIEN_TEXT 1
#define SANGKIEN_CSV 2  /* of the functions of index.h only */

typedef struct sangkien_rules sangkien_rules; /* rulebooks, layered, checked and compiled; immutable */
typedef struct sangkien_text sangkien_text;   /* a text that the library made */
typedef struct sangkien_error sangkien_error; /* why a call failed */

/* The version of this interface; it grows only when a program compiled against an older one would no longer work. */
#define SANGKIEN_ABI_VERSION 1

/* SANGKIEN_ABI_VERSION of the library that is loaded. */
SANGKIEN_API int32_t sangkien_abi_version(void);

/* The release of the library that is loaded, such as "0.1.0". Static: not to be freed. */
SANGKIEN_API const char* sangkien_version(void);

/*
 * Loads rulebooks by name: a built-in id ("gia-vien-934"), or the path of a file when the name has a slash or ends in
 * ".json". Built-in rulebooks that they stand under come with them; the order does not matter between layers.
 * names:  `count` texts. sizes: their lengths in bytes, or NULL when each ends in NUL.
 * rules:  to be freed with sangkien_rules_free().
 * Status: INPUT_ERROR with every problem of every rulebook; MISUSE when rules, names or a name is NULL.
 */
SANGKIEN_API int32_t sangkien_rules_load(sangkien_rules** rules, const char* const* names, const size_t* sizes,
                                         size_t count, sangkien_error** error);

/*
 * The same from the JSON texts of rulebooks that the host holds. Problems name them "rulebook 1", "rulebook 2", ...
 */
SANGKIEN_API int32_t sangkien_rules_load_text(sangkien_rules** rules, const char* const* texts, const size_t* sizes,
                                              size_t count, sangkien_error** error);

/*
 * The same rules as they were known on a day ("2025-12-31"): papers issued later are not there, values corrected later
 * stand as they stood. known: to be freed with sangkien_rules_free(); `rules` stays as it is.
 * Status: INPUT_ERROR when `day` is no day; MISUSE when known, rules or day is NULL.
 */
SANGKIEN_API int32_t sangkien_rules_known_on(sangkien_rules** known, const sangkien_rules* rules, const char* day,
                                             size_t day_size, sangkien_error** error);

/* How many rulebooks are loaded, those that came with others included. 0 for NULL. */
SANGKIEN_API size_t sangkien_rules_count(const sangkien_rules* rules);

/* Id of a rulebook, lowest layer first; `index` counts from 0. NULL when there is none of that index, or rules is NULL. */
SANGKIEN_API const char* sangkien_rules_id(const sangkien_rules* rules, size_t index);

SANGKIEN_API void sangkien_rules_free(sangkien_rules* rules);

/*
 * Options of sangkien_evaluate(). Begin with `= SANGKIEN_EVALUATE_OPTIONS`, which sets struct_size: by it a newer library
 * knows an older caller's struct, to which members are only ever added at the end. A library older than the caller
 * refuses (MISUSE) when a member that it does not know is not zero.
 */
typedef struct sangkien_evaluate_options {
    size_t struct_size; /* sizeof(sangkien_evaluate_options) */
    const char* as_of;  /* required: the instant to evaluate at, with an offset, as in "2025-09-30T17:00+07:00" */
    size_t as_of_size;
    const char* label;  /* the name of the season's file in problems; NULL: "season" */
    size_t label_size;
    int32_t format;     /* SANGKIEN_JSON or SANGKIEN_TEXT */
    int32_t language;   /* of SANGKIEN_TEXT: SANGKIEN_VI or SANGKIEN_EN; the JSON holds both */
} sangkien_evaluate_options;

#define SANGKIEN_EVALUATE_OPTIONS { sizeof(sangkien_evaluate_options), NULL, 0, NULL, 0, SANGKIEN_JSON, SANGKIEN_VI }

/*
 * Evaluates a season: what became of each initiative, what each unit owes, what is to be done, by when, on which clause.
 * A pure function: the same arguments give the same bytes.
 * season: JSON (docs/season.schema.json). report: to be freed with sangkien_text_free().
 * Status: INPUT_ERROR with everything wrong in the season, or when as_of is no instant; MISUSE when report, rules, season,
 *         options or options->as_of is NULL, or an option has an unknown value.
 */
SANGKIEN_API int32_t sangkien_evaluate(sangkien_text** report, const sangkien_rules* rules, const char* season,
                                       size_t season_size, const sangkien_evaluate_options* options,
                                       sangkien_error** error);

/*
 * The JSON schema of a format: "rulebook", "season", "report", "explanation", "record", "vectors", "journal" or "difference".
 * schema: to be freed with sangkien_text_free().
 * Status: MISUSE when schema or name is NULL, or there is no schema of that name.
 */
SANGKIEN_API int32_t sangkien_schema(sangkien_text** schema, const char* name, size_t name_size,
                                     sangkien_error** error);

/* The bytes of a text, and how many. "" and 0 for NULL. */
SANGKIEN_API const char* sangkien_text_data(const sangkien_text* text);
SANGKIEN_API size_t sangkien_text_size(const sangkien_text* text);
SANGKIEN_API void sangkien_text_free(sangkien_text* text);

/* The status of the call that gave the error. SANGKIEN_OK for NULL. */
SANGKIEN_API int32_t sangkien_error_status(const sangkien_error* error);

/* How many problems it tells: for INPUT_ERROR all that were found, else 1. 0 for NULL. */
SANGKIEN_API size_t sangkien_error_count(const sangkien_error* error);

/*
 * What kind of problem, stable for ever: 1201 is SK1201 in docs/errors.md. Numbers below 100 are the status itself, for
 * what is not wrong with an input. 0 when there is no problem of that index.
 */
SANGKIEN_API int32_t sangkien_error_code(const sangkien_error* error, size_t index);

/*
 * {"error": {"problems": [{"id", "file", "line", "column", "pointer", "message": {"vi", "en"}}]}}. `id` is "SK1201", or
 * "out-of-memory", "misuse" or "internal". size: receives the length; may be NULL. "" for a NULL error.
 */
SANGKIEN_API const char* sangkien_error_json(size_t* size, const sangkien_error* error);

/* For people: a line for each problem. language: SANGKIEN_VI; anything else is English. As above for size and NULL. */
SANGKIEN_API const char* sangkien_error_text(size_t* size, const sangkien_error* error, int32_t language);

SANGKIEN_API void sangkien_error_free(sangkien_error* error);

#ifdef __cplusplus
}
#endif

#endif
