/* What cannot be used, and calls that are wrong: a status, an error object, and nothing left behind. */
#include "check.h"

#define AS_OF "2025-09-30T17:00+07:00"

static const char* const ward[] = {"gia-vien-934"};

static sangkien_rules* loaded(void)
{
    sangkien_rules* rules = NULL;
    CHECK(sangkien_rules_load(&rules, ward, NULL, 1, NULL) == SANGKIEN_OK);
    return rules;
}

/* Checks that `error` is of a kind, mentions `part` in English, and frees it. */
static void told(sangkien_error* error, int32_t status, int32_t code, const char* part)
{
    size_t json_size = 0, text_size = 0;
    const char* json = sangkien_error_json(&json_size, error);
    const char* english = sangkien_error_text(&text_size, error, SANGKIEN_EN);
    CHECK(error != NULL);
    CHECK(sangkien_error_status(error) == status);
    CHECK(sangkien_error_count(error) >= 1);
    CHECK(sangkien_error_code(error, 0) == code);
    CHECK(sangkien_error_code(error, sangkien_error_count(error)) == 0);
    CHECK(strncmp(json, "{\n  \"error\": {\n    \"problems\": [\n      {\n        \"id\": \"", 52) == 0);
    CHECK(strlen(json) == json_size);
    CHECK(strlen(english) == text_size);
    CHECK(english[text_size - 1] == '\n');
    CHECK(strcmp(english, sangkien_error_text(NULL, error, SANGKIEN_VI)) != 0);
    if (strstr(english, part) == NULL) {
        fprintf(stderr, "not in the message: %s\n%s", part, english);
        ++failed_checks;
    }
    sangkien_error_free(error);
}

static void all_problems_of_a_season_come_at_once(void)
{
    const char* const text = "{\"season\": 1, \"id\": \"s\", \"year\": 2025, \"opened\": \"2025-02-30\", \"seasn\": 1}";
    sangkien_rules* rules = loaded();
    sangkien_evaluate_options options = options_at(AS_OF);
    sangkien_text* report = (sangkien_text*)&options; /* anything but NULL */
    sangkien_error* error = NULL;
    options.label = "mua.json";
    options.label_size = 8;
    CHECK(sangkien_evaluate(&report, rules, text, strlen(text), &options, &error) == SANGKIEN_INPUT_ERROR);
    CHECK(report == NULL);
    CHECK(sangkien_error_count(error) >= 3);
    CHECK(strstr(sangkien_error_json(NULL, error), "\"SK1201\"") != NULL);
    CHECK(strstr(sangkien_error_json(NULL, error), "\"SK1002\"") != NULL);
    CHECK(strstr(sangkien_error_json(NULL, error), "\"file\": \"mua.json\"") != NULL);
    CHECK(strstr(sangkien_error_text(NULL, error, SANGKIEN_VI), "mua.json:1:") != NULL);
    sangkien_error_free(error);
    CHECK(sangkien_evaluate(&report, rules, text, strlen(text), &options, NULL) == SANGKIEN_INPUT_ERROR);
    sangkien_rules_free(rules);
}

static void text_that_is_no_json_is_told_with_its_place(void)
{
    sangkien_rules* rules = loaded();
    sangkien_evaluate_options options = options_at(AS_OF);
    sangkien_text* report = NULL;
    sangkien_error* error = NULL;
    CHECK(sangkien_evaluate(&report, rules, "{,}", 3, &options, &error) == SANGKIEN_INPUT_ERROR);
    told(error, SANGKIEN_INPUT_ERROR, 1001, "season:1:2");
    CHECK(sangkien_evaluate(&report, rules, "", 0, &options, &error) == SANGKIEN_INPUT_ERROR);
    told(error, SANGKIEN_INPUT_ERROR, 1001, "SK1001");
    CHECK(sangkien_evaluate(&report, rules, "\xff\xfe", 2, &options, &error) == SANGKIEN_INPUT_ERROR);
    told(error, SANGKIEN_INPUT_ERROR, 1001, "SK1001");
    sangkien_rules_free(rules);
}

static void an_instant_without_offset_is_refused(void)
{
    sangkien_rules* rules = loaded();
    sangkien_evaluate_options options = options_at("2025-09-30T17:00");
    sangkien_text* report = NULL;
    sangkien_error* error = NULL;
    CHECK(sangkien_evaluate(&report, rules, "{}", 2, &options, &error) == SANGKIEN_INPUT_ERROR);
    told(error, SANGKIEN_INPUT_ERROR, 1202, "2025-09-30T17:00");
    sangkien_rules_free(rules);
}

static void rulebooks_that_cannot_be_used_are_told(void)
{
    const char* const unknown[] = {"gia-vien-935", "no/such/file.json"};
    const char* const text[] = {"[]"};
    sangkien_rules* rules = (sangkien_rules*)(void*)&rules;
    sangkien_error* error = NULL;
    CHECK(sangkien_rules_load(&rules, unknown, NULL, 2, &error) == SANGKIEN_INPUT_ERROR);
    CHECK(rules == NULL);
    CHECK(sangkien_error_count(error) == 2);
    CHECK(strstr(sangkien_error_text(NULL, error, SANGKIEN_EN), "did you mean \"gia-vien-934\"") != NULL);
    CHECK(strstr(sangkien_error_json(NULL, error), "\"SK1008\"") != NULL);
    sangkien_error_free(error);
    CHECK(sangkien_rules_load_text(&rules, text, NULL, 1, &error) == SANGKIEN_INPUT_ERROR);
    told(error, SANGKIEN_INPUT_ERROR, 1003, "rulebook 1:1:1");
    CHECK(sangkien_rules_load(&rules, unknown, NULL, 2, NULL) == SANGKIEN_INPUT_ERROR);
}

static void a_null_argument_is_misuse(void)
{
    const char* const hole[] = {"gia-vien-934", NULL};
    sangkien_rules* rules = loaded();
    sangkien_rules* more = NULL;
    sangkien_evaluate_options options = options_at(AS_OF);
    sangkien_text* text = NULL;
    sangkien_error* error = NULL;
    CHECK(sangkien_rules_load(NULL, ward, NULL, 1, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "rules is NULL");
    CHECK(sangkien_rules_load(&more, NULL, NULL, 1, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "names is NULL");
    CHECK(sangkien_rules_load(&more, hole, NULL, 2, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "names is NULL");
    CHECK(sangkien_rules_load_text(&more, hole, NULL, 2, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "texts is NULL");
    CHECK(more == NULL);
    CHECK(sangkien_evaluate(NULL, rules, "{}", 2, &options, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "report is NULL");
    CHECK(sangkien_evaluate(&text, NULL, "{}", 2, &options, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "rules is NULL");
    CHECK(sangkien_evaluate(&text, rules, NULL, 0, &options, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "season is NULL");
    CHECK(sangkien_evaluate(&text, rules, "{}", 2, NULL, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "options is NULL");
    options.as_of = NULL;
    CHECK(sangkien_evaluate(&text, rules, "{}", 2, &options, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "options->as_of is NULL");
    CHECK(sangkien_schema(NULL, "season", 6, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "schema is NULL");
    CHECK(sangkien_schema(&text, NULL, 0, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "name is NULL");
    CHECK(sangkien_schema(&text, NULL, 0, NULL) == SANGKIEN_MISUSE);
    CHECK(text == NULL);
    sangkien_rules_free(rules);
}

static void an_option_of_unknown_value_is_misuse(void)
{
    sangkien_rules* rules = loaded();
    const sangkien_evaluate_options good = options_at(AS_OF);
    sangkien_evaluate_options options = good;
    sangkien_text* text = NULL;
    sangkien_error* error = NULL;
    options.format = 2;
    CHECK(sangkien_evaluate(&text, rules, "{}", 2, &options, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "value 2 of options->format");
    options = good;
    options.language = -1;
    CHECK(sangkien_evaluate(&text, rules, "{}", 2, &options, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "value -1 of options->language");
    options = good;
    options.struct_size = 0;
    CHECK(sangkien_evaluate(&text, rules, "{}", 2, &options, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "value 0 of options->struct_size");
    options.struct_size = (size_t)1 << 20;
    CHECK(sangkien_evaluate(&text, rules, "{}", 2, &options, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "options->struct_size");
    CHECK(sangkien_schema(&text, "calendar", 8, &error) == SANGKIEN_MISUSE);
    told(error, SANGKIEN_MISUSE, SANGKIEN_MISUSE, "no schema \"calendar\"");
    sangkien_rules_free(rules);
}

static void null_is_harmless_where_a_handle_is_asked_or_freed(void)
{
    size_t size = 7;
    sangkien_rules_free(NULL);
    sangkien_text_free(NULL);
    sangkien_error_free(NULL);
    CHECK(sangkien_rules_count(NULL) == 0);
    CHECK(sangkien_rules_id(NULL, 0) == NULL);
    CHECK(strcmp(sangkien_text_data(NULL), "") == 0);
    CHECK(sangkien_text_size(NULL) == 0);
    CHECK(sangkien_error_status(NULL) == SANGKIEN_OK);
    CHECK(sangkien_error_count(NULL) == 0);
    CHECK(sangkien_error_code(NULL, 0) == 0);
    CHECK(strcmp(sangkien_error_json(&size, NULL), "") == 0);
    CHECK(size == 0);
    CHECK(strcmp(sangkien_error_text(NULL, NULL, SANGKIEN_VI), "") == 0);
}

static void success_sets_the_error_to_null(void)
{
    sangkien_rules* rules = NULL;
    sangkien_error* error = (sangkien_error*)(void*)&rules;
    CHECK(sangkien_rules_load(&rules, ward, NULL, 1, &error) == SANGKIEN_OK);
    CHECK(error == NULL);
    sangkien_rules_free(rules);
}

int main(void)
{
    all_problems_of_a_season_come_at_once();
    text_that_is_no_json_is_told_with_its_place();
    an_instant_without_offset_is_refused();
    rulebooks_that_cannot_be_used_are_told();
    a_null_argument_is_misuse();
    an_option_of_unknown_value_is_misuse();
    null_is_harmless_where_a_handle_is_asked_or_freed();
    success_sets_the_error_to_null();
    return checks_failed();
}
