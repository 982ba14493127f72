/*
 * Journals for C99: append-only lines, each sealed and naming the one before.
 *
 *     sangkien_journal* journal = NULL;
 *     sangkien_text* head = NULL;
 *     sangkien_journal_open(&journal, path, strlen(path), &error);
 *     if (sangkien_journal_append(&head, journal, event, event_size, &error) == SANGKIEN_OK)
 *         keep_elsewhere(sangkien_text_data(head));             // the event is on disk
 *     ... later ...
 *     sangkien_journal_verify(&holds, &check, text, text_size, kept_head, kept_head_size, &error);
 *
 * docs/journal.md tells what an event holds and how a line is made. A head is written as 41:<64 digits>: the number of the
 * last line and its seal. What holds for every function of sangkien.h holds here; one journal is not for two threads at
 * once.
 */
#ifndef SANGKIEN_JOURNAL_H
#define SANGKIEN_JOURNAL_H

#include <sangkien/sangkien.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A journal open for appending. */
typedef struct sangkien_journal sangkien_journal;

/*
 * Opens or makes a file, verifies it and locks it. POSIX systems only.
 * Status: INPUT_ERROR when it is locked (SK1721), does not hold (SK1701 to SK1713) or cannot be used (SK1722).
 */
SANGKIEN_API int32_t sangkien_journal_open(sangkien_journal** journal, const char* path, size_t path_size,
                                           sangkien_error** error);

/*
 * Appends an event, JSON as docs/journal.md tells, and returns OK once it is on disk; otherwise nothing was added.
 * head: of the journal with the new line, to be freed with sangkien_text_free(); may be NULL.
 */
SANGKIEN_API int32_t sangkien_journal_append(sangkien_text** head, sangkien_journal* journal, const char* event,
                                             size_t event_size, sangkien_error** error);

/* The head, "0:" and 64 zeros of an empty journal; to be freed with sangkien_text_free(). */
SANGKIEN_API int32_t sangkien_journal_head(sangkien_text** head, const sangkien_journal* journal,
                                           sangkien_error** error);

/* Closes it and gives the lock back. NULL is harmless. */
SANGKIEN_API void sangkien_journal_free(sangkien_journal* journal);

/*
 * Cuts off a torn last line and keeps its bytes beside the journal.
 * kept: the path of the file that holds them, empty when no line was torn; to be freed with sangkien_text_free(); may be
 *       NULL.
 */
SANGKIEN_API int32_t sangkien_journal_repair(sangkien_text** kept, const char* path, size_t path_size,
                                             sangkien_error** error);

/*
 * The line of an event behind a head, with its line end: for hosts that keep lines in a store of their own. Times and
 * corrections are not compared with the lines above. head: NULL of length 0 for the first line.
 */
SANGKIEN_API int32_t sangkien_journal_line(sangkien_text** line, const char* event, size_t event_size, const char* head,
                                           size_t head_size, sangkien_error** error);

/*
 * Verifies a journal.
 * holds: 1 when no line is bad, else 0; set on success alone.
 * check: JSON {"verdict", "head", "anchor", "fault", "unproven"}, to be freed with sangkien_text_free(); may be NULL.
 * head:  one that was kept elsewhere; NULL: none, and the check says what it cannot prove.
 * Status: OK also when it does not hold; INPUT_ERROR when the head is none.
 */
SANGKIEN_API int32_t sangkien_journal_verify(int32_t* holds, sangkien_text** check, const char* journal,
                                             size_t journal_size, const char* head, size_t head_size,
                                             sangkien_error** error);

/*
 * A season with the events and facts of a journal, as JSON for sangkien_evaluate().
 * at:    what occurred by this instant; NULL: everything.
 * known: what was recorded by this instant; NULL: everything.
 */
SANGKIEN_API int32_t sangkien_journal_season(sangkien_text** out, const char* journal, size_t journal_size,
                                             const char* season, size_t season_size, const char* at, size_t at_size,
                                             const char* known, size_t known_size, sangkien_error** error);

/* What counts at an instant as known at another, as JSON {"head", "rulebooks", "events"}; at and known as above. */
SANGKIEN_API int32_t sangkien_journal_replay(sangkien_text** out, const char* journal, size_t journal_size,
                                             const char* at, size_t at_size, const char* known, size_t known_size,
                                             sangkien_error** error);

#ifdef __cplusplus
}
#endif

#endif
