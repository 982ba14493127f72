/* Decision records: made here, verified here, and the one that Python made. */
#include <sangkien/record.h>

#include "check.h"

#define AS_OF "2025-09-30T17:00+07:00"
#define NOTE "Họp xét ngày 30/9/2025"

static const char* const names[] = {"charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"};

static sangkien_rules* rules = NULL;
static char* season = NULL;
static char* kept = NULL;
static size_t season_size = 0, kept_size = 0;

static int32_t verified(const char* record, size_t size, int32_t* same, sangkien_text** check)
{
    return sangkien_record_verify(same, check, rules, record, size, season, season_size, NULL, 0, NULL);
}

static void a_record_is_made_byte_for_byte_and_verifies(void)
{
    sangkien_text* record = NULL;
    sangkien_text* check = NULL;
    sangkien_text* report = NULL;
    int32_t same = 7;
    sangkien_evaluate_options options = options_at(AS_OF);
    CHECK(sangkien_record_make(&record, rules, season, season_size, &options, NOTE, strlen(NOTE), NULL) == SANGKIEN_OK);
    CHECK(sangkien_text_size(record) == kept_size);
    CHECK(memcmp(sangkien_text_data(record), kept, kept_size) == 0);
    CHECK(verified(kept, kept_size, &same, &check) == SANGKIEN_OK);
    CHECK(same == 1);
    CHECK(strstr(sangkien_text_data(check), "\"verdict\": \"same\"") != NULL);
    CHECK(verified(kept, kept_size, &same, NULL) == SANGKIEN_OK);
    CHECK(sangkien_evaluate(&report, rules, season, season_size, &options, NULL) == SANGKIEN_OK);
    CHECK(sangkien_record_verify(&same, NULL, rules, kept, kept_size, season, season_size, sangkien_text_data(report),
                                 sangkien_text_size(report), NULL) == SANGKIEN_OK);
    CHECK(same == 1);
    sangkien_text_free(report);
    sangkien_text_free(check);
    sangkien_text_free(record);
}

static void one_altered_byte_is_found(void)
{
    char* const digit = strstr(kept, "\"events_unmet\": ") + strlen("\"events_unmet\": ");
    sangkien_text* check = NULL;
    int32_t same = 7;
    *digit ^= 1;
    CHECK(verified(kept, kept_size, &same, &check) == SANGKIEN_OK);
    CHECK(same == 0);
    CHECK(strstr(sangkien_text_data(check), "\"place\": \"/seal\"") != NULL);
    CHECK(strstr(sangkien_text_data(check), "\"place\": \"/summary/events_unmet\"") != NULL);
    *digit ^= 1;
    sangkien_text_free(check);
}

static void without_a_note_there_is_none(void)
{
    sangkien_text* record = NULL;
    int32_t same = 0;
    sangkien_evaluate_options options = options_at(AS_OF);
    CHECK(sangkien_record_make(&record, rules, season, season_size, &options, NULL, 0, NULL) == SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(record), "\"note\"") == NULL);
    CHECK(verified(sangkien_text_data(record), sangkien_text_size(record), &same, NULL) == SANGKIEN_OK);
    CHECK(same == 1);
    sangkien_text_free(record);
}

static void rules_as_they_were_known_are_recorded_with_their_day(void)
{
    sangkien_rules* known = NULL;
    sangkien_text* record = NULL;
    sangkien_error* error = NULL;
    int32_t same = 0;
    sangkien_evaluate_options options = options_at(AS_OF);
    CHECK(sangkien_rules_known_on(&known, rules, "2025-10-01", 10, NULL) == SANGKIEN_OK);
    CHECK(sangkien_rules_count(known) == sangkien_rules_count(rules));
    CHECK(sangkien_record_make(&record, known, season, season_size, &options, NULL, 0, NULL) == SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(record), "\"known_on\": \"2025-10-01\"") != NULL);
    CHECK(verified(sangkien_text_data(record), sangkien_text_size(record), &same, NULL) == SANGKIEN_OK);
    CHECK(same == 1);
    sangkien_rules_free(known);
    CHECK(sangkien_rules_known_on(&known, rules, "2025-13-01", 10, &error) == SANGKIEN_INPUT_ERROR);
    CHECK(known == NULL);
    CHECK(sangkien_error_code(error, 0) == 1201);
    CHECK(sangkien_rules_known_on(&known, NULL, "2025-10-01", 10, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_rules_known_on(&known, rules, NULL, 0, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_rules_known_on(NULL, rules, "2025-10-01", 10, NULL) == SANGKIEN_MISUSE);
    sangkien_error_free(error);
    sangkien_text_free(record);
}

static void what_cannot_be_used_is_a_status(void)
{
    sangkien_text* text = NULL;
    sangkien_error* error = NULL;
    int32_t same = 7;
    sangkien_evaluate_options options = options_at(AS_OF);
    CHECK(sangkien_record_verify(&same, &text, rules, "{", 1, season, season_size, NULL, 0, &error) ==
          SANGKIEN_INPUT_ERROR);
    CHECK(same == 7);
    CHECK(text == NULL);
    CHECK(sangkien_error_code(error, 0) == 1001);
    sangkien_error_free(error);
    CHECK(verified(NULL, 0, &same, NULL) == SANGKIEN_MISUSE);
    CHECK(verified(kept, kept_size, NULL, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_record_make(NULL, rules, season, season_size, &options, NULL, 0, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_record_make(&text, rules, season, season_size, NULL, NULL, 0, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_record_make(&text, NULL, season, season_size, &options, NULL, 0, NULL) == SANGKIEN_MISUSE);
    options = options_at("2025-09-30");
    CHECK(sangkien_record_make(&text, rules, season, season_size, &options, NULL, 0, NULL) == SANGKIEN_INPUT_ERROR);
    CHECK(text == NULL);
}

int main(void)
{
    season = whole_file(EXAMPLE_SEASON, &season_size);
    kept = whole_file(SANGKIEN_SOURCE_DIR "/docs/examples/record-2025.json", &kept_size);
    CHECK(sangkien_rules_load(&rules, names, NULL, 4, NULL) == SANGKIEN_OK);
    a_record_is_made_byte_for_byte_and_verifies();
    one_altered_byte_is_found();
    without_a_note_there_is_none();
    rules_as_they_were_known_are_recorded_with_their_day();
    what_cannot_be_used_is_a_status();
    sangkien_rules_free(rules);
    free(kept);
    free(season);
    return checks_failed();
}
