/* Journals: appended, verified, replayed, and what is refused. */
#include <sangkien/journal.h>

#include "check.h"

#define JOURNAL "/tmp/sangkien-c-journal.jsonl"
#define KEPT JOURNAL ".torn-3"

static const char first[] =
    "{\"recorded\": \"2025-09-24T16:40:00+07:00\", \"occurred\": \"2025-09-24T16:30:00+07:00\", \"actor\": \"p-104\","
    " \"event\": \"file\", \"role\": \"unit-head\", \"initiative\": \"SK-03\"}";
static const char second[] =
    "{\"recorded\": \"2025-09-25T09:00:00+07:00\", \"occurred\": \"2025-09-24T16:31:00+07:00\", \"actor\": \"p-104\","
    " \"event\": \"file\", \"role\": \"unit-head\", \"initiative\": \"SK-03\", \"corrects\": 1}";
static const char season[] =
    "{\"season\": 1, \"id\": \"s\", \"year\": 2025, \"opened\": \"2025-09-19\", \"rulebooks\": [\"gia-vien-934\"],"
    " \"units\": [{\"id\": \"u\", \"kind\": \"public-service-centre\"}], \"initiatives\": [{\"id\": \"SK-03\","
    " \"units\": [\"u\"], \"authors\": [{\"person\": \"p-104\", \"share\": 100}]}]}";

static char* text = NULL;
static size_t text_size = 0;

static void read_again(void)
{
    free(text);
    text = whole_file(JOURNAL, &text_size);
}

static int32_t append(sangkien_text** head, sangkien_journal* journal, const char* event, sangkien_error** error)
{
    return sangkien_journal_append(head, journal, event, strlen(event), error);
}

static void events_are_appended_and_the_head_goes_on(void)
{
    sangkien_journal* journal = NULL;
    sangkien_journal* other = NULL;
    sangkien_text* head = NULL;
    sangkien_text* again = NULL;
    sangkien_error* error = NULL;
    CHECK(sangkien_journal_open(&journal, JOURNAL, strlen(JOURNAL), NULL) == SANGKIEN_OK);
    CHECK(sangkien_journal_open(&other, JOURNAL, strlen(JOURNAL), &error) == SANGKIEN_INPUT_ERROR);
    CHECK(other == NULL);
    CHECK(sangkien_error_code(error, 0) == 1721);
    sangkien_error_free(error);
    CHECK(sangkien_journal_head(&head, journal, NULL) == SANGKIEN_OK);
    CHECK(strncmp(sangkien_text_data(head), "0:0000", 6) == 0);
    sangkien_text_free(head);
    CHECK(append(NULL, journal, first, NULL) == SANGKIEN_OK);
    CHECK(append(&head, journal, second, NULL) == SANGKIEN_OK);
    CHECK(strncmp(sangkien_text_data(head), "2:", 2) == 0);
    CHECK(sangkien_text_size(head) == 66);
    CHECK(sangkien_journal_head(&again, journal, NULL) == SANGKIEN_OK);
    CHECK(strcmp(sangkien_text_data(head), sangkien_text_data(again)) == 0);
    sangkien_text_free(again);
    CHECK(append(&again, journal, second, &error) == SANGKIEN_INPUT_ERROR);
    CHECK(sangkien_error_code(error, 0) == 1713);
    CHECK(again == NULL);
    sangkien_error_free(error);
    sangkien_text_free(head);
    sangkien_journal_free(journal);
    sangkien_journal_free(NULL);
}

static void a_line_of_its_own_is_the_line_of_the_file(void)
{
    sangkien_text* line = NULL;
    read_again();
    CHECK(sangkien_journal_line(&line, first, strlen(first), NULL, 0, NULL) == SANGKIEN_OK);
    CHECK(strncmp(sangkien_text_data(line), text, sangkien_text_size(line)) == 0);
    CHECK(text[sangkien_text_size(line) - 1] == '\n');
    sangkien_text_free(line);
}

static void a_journal_is_verified_against_a_head(void)
{
    sangkien_journal* journal = NULL;
    sangkien_text* head = NULL;
    sangkien_text* check = NULL;
    int32_t holds = 7;
    CHECK(sangkien_journal_open(&journal, JOURNAL, strlen(JOURNAL), NULL) == SANGKIEN_OK);
    CHECK(sangkien_journal_head(&head, journal, NULL) == SANGKIEN_OK);
    sangkien_journal_free(journal);
    read_again();
    CHECK(sangkien_journal_verify(&holds, &check, text, text_size, NULL, 0, NULL) == SANGKIEN_OK);
    CHECK(holds == 1);
    CHECK(strstr(sangkien_text_data(check), "\"rewritten\"") != NULL);
    sangkien_text_free(check);
    CHECK(sangkien_journal_verify(&holds, NULL, text, text_size, sangkien_text_data(head), sangkien_text_size(head),
                                  NULL) == SANGKIEN_OK);
    CHECK(holds == 1);
    text[20] ^= 1;
    CHECK(sangkien_journal_verify(&holds, &check, text, text_size, NULL, 0, NULL) == SANGKIEN_OK);
    CHECK(holds == 0);
    CHECK(strstr(sangkien_text_data(check), "\"altered\"") != NULL);
    sangkien_text_free(check);
    text[20] ^= 1;
    CHECK(sangkien_journal_verify(&holds, NULL, text, (size_t)(strchr(text, '\n') - text) + 1, sangkien_text_data(head),
                                  sangkien_text_size(head), NULL) == SANGKIEN_OK);
    CHECK(holds == 0);
    sangkien_text_free(head);
}

static void a_season_gets_the_events_of_the_journal(void)
{
    const char before[] = "2025-09-24T23:59:00+07:00";
    sangkien_text* out = NULL;
    CHECK(sangkien_journal_season(&out, text, text_size, season, strlen(season), NULL, 0, NULL, 0, NULL) ==
          SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(out), "\"at\":\"2025-09-24T16:31:00+07:00\"") != NULL);
    sangkien_text_free(out);
    CHECK(sangkien_journal_season(&out, text, text_size, season, strlen(season), NULL, 0, before, strlen(before),
                                  NULL) == SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(out), "\"at\":\"2025-09-24T16:30:00+07:00\"") != NULL);
    sangkien_text_free(out);
    CHECK(sangkien_journal_replay(&out, text, text_size, before, 5, NULL, 0, NULL) == SANGKIEN_INPUT_ERROR);
    CHECK(out == NULL);
    CHECK(sangkien_journal_replay(&out, text, text_size, NULL, 0, before, strlen(before), NULL) == SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(out), "\"sequence\": 1,") != NULL);
    sangkien_text_free(out);
}

static void a_torn_line_is_repaired_by_name(void)
{
    FILE* file = fopen(JOURNAL, "ab");
    sangkien_journal* journal = NULL;
    sangkien_text* kept = NULL;
    sangkien_error* error = NULL;
    CHECK(file != NULL);
    if (file == NULL) return;
    fputs("{\"actor\"", file);
    fclose(file);
    CHECK(sangkien_journal_open(&journal, JOURNAL, strlen(JOURNAL), &error) == SANGKIEN_INPUT_ERROR);
    CHECK(sangkien_error_code(error, 0) == 1703);
    sangkien_error_free(error);
    CHECK(sangkien_journal_repair(&kept, JOURNAL, strlen(JOURNAL), NULL) == SANGKIEN_OK);
    CHECK(strcmp(sangkien_text_data(kept), KEPT) == 0);
    sangkien_text_free(kept);
    CHECK(sangkien_journal_repair(&kept, JOURNAL, strlen(JOURNAL), NULL) == SANGKIEN_OK);
    CHECK(sangkien_text_size(kept) == 0);
    sangkien_text_free(kept);
}

static void what_cannot_be_used_is_a_status(void)
{
    sangkien_journal* journal = NULL;
    sangkien_text* out = NULL;
    int32_t holds = 7;
    CHECK(sangkien_journal_open(NULL, JOURNAL, strlen(JOURNAL), NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_journal_open(&journal, NULL, 0, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_journal_append(&out, NULL, first, strlen(first), NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_journal_verify(NULL, NULL, text, text_size, NULL, 0, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_journal_verify(&holds, NULL, text, text_size, "12", 2, NULL) == SANGKIEN_INPUT_ERROR);
    CHECK(holds == 7);
    CHECK(sangkien_journal_line(&out, "{}", 2, NULL, 0, NULL) == SANGKIEN_INPUT_ERROR);
    CHECK(sangkien_journal_head(&out, NULL, NULL) == SANGKIEN_MISUSE);
}

int main(void)
{
    remove(JOURNAL);
    remove(KEPT);
    events_are_appended_and_the_head_goes_on();
    a_line_of_its_own_is_the_line_of_the_file();
    a_journal_is_verified_against_a_head();
    a_season_gets_the_events_of_the_journal();
    a_torn_line_is_repaired_by_name();
    what_cannot_be_used_is_a_status();
    remove(JOURNAL);
    remove(KEPT);
    free(text);
    return checks_failed();
}
