/* Rules by name and by text, a season in, a report out. */
#include "check.h"

#define AS_OF "2025-09-30T17:00+07:00"

static const char* const names[] = {"charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"};

static char* season = NULL;
static size_t season_size = 0;

static sangkien_rules* loaded(void)
{
    sangkien_rules* rules = NULL;
    sangkien_error* error = NULL;
    CHECK(sangkien_rules_load(&rules, names, NULL, 4, &error) == SANGKIEN_OK);
    CHECK(rules != NULL);
    CHECK(error == NULL);
    return rules;
}

static void versions_are_told(void)
{
    CHECK(sangkien_abi_version() == SANGKIEN_ABI_VERSION);
    CHECK(SANGKIEN_ABI_VERSION == 1);
    CHECK(strchr(sangkien_version(), '.') != NULL);
}

static void rules_come_with_those_they_stand_under(void)
{
    sangkien_rules* rules = loaded();
    size_t i, found = 0;
    CHECK(sangkien_rules_count(rules) == 6);
    for (i = 0; i < sangkien_rules_count(rules); ++i) {
        const char* id = sangkien_rules_id(rules, i);
        found += strcmp(id, "civil-code-2015") == 0 || strcmp(id, "vn-civil-service") == 0;
    }
    CHECK(found == 2);
    CHECK(strcmp(sangkien_rules_id(rules, 5), "council-illustrative") == 0);
    CHECK(sangkien_rules_id(rules, 6) == NULL);
    sangkien_rules_free(rules);
}

static void names_need_not_end_in_nul(void)
{
    const char* const joined = "civil-code-2015vn-civil-service";
    const char* two[2];
    const size_t sizes[] = {15, 16};
    sangkien_rules* rules = NULL;
    two[0] = joined;
    two[1] = joined + 15;
    CHECK(sangkien_rules_load(&rules, two, sizes, 2, NULL) == SANGKIEN_OK);
    CHECK(sangkien_rules_count(rules) == 2);
    CHECK(strcmp(sangkien_rules_id(rules, 0), "civil-code-2015") == 0);
    sangkien_rules_free(rules);
}

static void rules_come_from_a_file_and_from_text(void)
{
    const char* const path = SANGKIEN_SOURCE_DIR "/src/rulebooks/civil-code-2015.json";
    sangkien_rules* rules = NULL;
    size_t size = 0;
    char* text = whole_file(path, &size);
    const char* texts[1];
    CHECK(sangkien_rules_load(&rules, &path, NULL, 1, NULL) == SANGKIEN_OK);
    CHECK(sangkien_rules_count(rules) == 1);
    sangkien_rules_free(rules);
    texts[0] = text;
    CHECK(sangkien_rules_load_text(&rules, texts, &size, 1, NULL) == SANGKIEN_OK);
    CHECK(sangkien_rules_count(rules) == 1);
    CHECK(strcmp(sangkien_rules_id(rules, 0), "civil-code-2015") == 0);
    sangkien_rules_free(rules);
    CHECK(sangkien_rules_load_text(&rules, texts, NULL, 1, NULL) == SANGKIEN_OK);
    sangkien_rules_free(rules);
    free(text);
}

static void no_names_give_no_rules(void)
{
    sangkien_rules* rules = NULL;
    CHECK(sangkien_rules_load(&rules, NULL, NULL, 0, NULL) == SANGKIEN_OK);
    CHECK(rules != NULL);
    CHECK(sangkien_rules_count(rules) == 0);
    sangkien_rules_free(rules);
}

static void a_season_gives_a_report_in_each_format(void)
{
    sangkien_rules* rules = loaded();
    sangkien_evaluate_options options = options_at(AS_OF);
    sangkien_text *json = NULL, *again = NULL, *vi = NULL, *en = NULL;
    sangkien_error* error = NULL;
    CHECK(sangkien_evaluate(&json, rules, season, season_size, &options, &error) == SANGKIEN_OK);
    CHECK(error == NULL);
    CHECK(sangkien_text_size(json) > 1000);
    CHECK(strlen(sangkien_text_data(json)) == sangkien_text_size(json));
    CHECK(strncmp(sangkien_text_data(json), "{\n  \"report\": 1,", 16) == 0);
    CHECK(strstr(sangkien_text_data(json), "\"as_of\": \"2025-09-30T17:00:00+07:00\"") != NULL);

    options.language = SANGKIEN_EN; /* the JSON holds both languages */
    CHECK(sangkien_evaluate(&again, rules, season, season_size, &options, NULL) == SANGKIEN_OK);
    CHECK(strcmp(sangkien_text_data(json), sangkien_text_data(again)) == 0);

    options.format = SANGKIEN_TEXT;
    CHECK(sangkien_evaluate(&en, rules, season, season_size, &options, NULL) == SANGKIEN_OK);
    options.language = SANGKIEN_VI;
    CHECK(sangkien_evaluate(&vi, rules, season, season_size, &options, NULL) == SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(vi), "ng\xc6\xb0\xe1\xbb\x9d") != NULL || strstr(sangkien_text_data(vi), "Gia Vi") != NULL);
    CHECK(sangkien_text_data(en)[0] != '{');
    CHECK(strcmp(sangkien_text_data(vi), sangkien_text_data(en)) != 0);

    sangkien_text_free(json);
    sangkien_text_free(again);
    sangkien_text_free(vi);
    sangkien_text_free(en);
    sangkien_rules_free(rules);
}

/* What a caller compiled against a newer header hands over. */
typedef struct newer_options {
    sangkien_evaluate_options known;
    size_t added;
} newer_options;

static void options_of_a_newer_caller_are_taken_while_the_unknown_is_zero(void)
{
    sangkien_rules* rules = loaded();
    sangkien_text* report = NULL;
    newer_options newer;
    memset(&newer, 0, sizeof newer);
    newer.known = options_at(AS_OF);
    newer.known.struct_size = sizeof newer;
    CHECK(sangkien_evaluate(&report, rules, season, season_size, &newer.known, NULL) == SANGKIEN_OK);
    sangkien_text_free(report);
    newer.added = 1;
    CHECK(sangkien_evaluate(&report, rules, season, season_size, &newer.known, NULL) == SANGKIEN_MISUSE);
    CHECK(report == NULL);
    sangkien_rules_free(rules);
}

static void schemas_come_by_name(void)
{
    sangkien_text* schema = NULL;
    CHECK(sangkien_schema(&schema, "season.json", 6, NULL) == SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(schema), "\"$schema\"") != NULL);
    sangkien_text_free(schema);
    CHECK(sangkien_schema(&schema, "rulebook", 8, NULL) == SANGKIEN_OK);
    sangkien_text_free(schema);
}

int main(void)
{
    season = whole_file(EXAMPLE_SEASON, &season_size);
    versions_are_told();
    rules_come_with_those_they_stand_under();
    names_need_not_end_in_nul();
    rules_come_from_a_file_and_from_text();
    no_names_give_no_rules();
    a_season_gives_a_report_in_each_format();
    options_of_a_newer_caller_are_taken_while_the_unknown_is_zero();
    schemas_come_by_name();
    free(season);
    return checks_failed();
}
