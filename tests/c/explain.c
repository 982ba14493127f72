/* Explanations: the bytes that the command printed, the same as text, and what leads nowhere. */
#include <sangkien/explain.h>

#include "check.h"

#define AS_OF "2025-09-30T17:00+07:00"
#define PATH "/initiatives/SK-05/state"

static const char* const names[] = {"charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"};

static sangkien_rules* rules = NULL;
static char* season = NULL;
static size_t season_size = 0;

static int32_t explained(sangkien_text** why, const char* path, int32_t format, sangkien_error** error)
{
    sangkien_evaluate_options options = options_at(AS_OF);
    options.format = format;
    return sangkien_explain(why, rules, season, season_size, &options, path, path != NULL ? strlen(path) : 0, error);
}

static void the_bytes_are_those_of_every_door(void)
{
    size_t size = 0;
    char* kept = whole_file(SANGKIEN_SOURCE_DIR "/docs/examples/explain-sk-05.json", &size);
    sangkien_text* why = NULL;
    CHECK(explained(&why, PATH, SANGKIEN_JSON, NULL) == SANGKIEN_OK);
    CHECK(sangkien_text_size(why) == size);
    CHECK(memcmp(sangkien_text_data(why), kept, size) == 0);
    sangkien_text_free(why);
    free(kept);
}

static void a_text_tells_the_clause(void)
{
    sangkien_text* why = NULL;
    CHECK(explained(&why, PATH, SANGKIEN_TEXT, NULL) == SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(why), "[934.3.2] 934/UBND-VHXH") != NULL);
    sangkien_text_free(why);
}

static void without_a_path_all_that_is_not_met_is_explained(void)
{
    sangkien_text* why = NULL;
    CHECK(explained(&why, NULL, SANGKIEN_JSON, NULL) == SANGKIEN_OK);
    CHECK(strstr(sangkien_text_data(why), "\"path\": \"/initiatives/4/events/0/findings/0\"") != NULL);
    CHECK(strstr(sangkien_text_data(why), "\"path\": \"/units/11/quota/0\"") != NULL);
    sangkien_text_free(why);
}

static void a_path_that_leads_nowhere_is_an_error(void)
{
    sangkien_text* why = NULL;
    sangkien_error* error = NULL;
    CHECK(explained(&why, "/initiatives/SK-5", SANGKIEN_JSON, &error) == SANGKIEN_INPUT_ERROR);
    CHECK(why == NULL);
    CHECK(sangkien_error_code(error, 0) == 1308);
    CHECK(strstr(sangkien_error_text(NULL, error, SANGKIEN_EN), "SK-05") != NULL);
    sangkien_error_free(error);
    CHECK(explained(NULL, PATH, SANGKIEN_JSON, NULL) == SANGKIEN_MISUSE);
    CHECK(explained(&why, PATH, 7, NULL) == SANGKIEN_MISUSE);
    CHECK(sangkien_explain(&why, rules, season, season_size, NULL, PATH, strlen(PATH), NULL) == SANGKIEN_MISUSE);
}

int main(void)
{
    season = whole_file(EXAMPLE_SEASON, &season_size);
    CHECK(sangkien_rules_load(&rules, names, NULL, 4, NULL) == SANGKIEN_OK);
    the_bytes_are_those_of_every_door();
    a_text_tells_the_clause();
    without_a_path_all_that_is_not_met_is_explained();
    a_path_that_leads_nowhere_is_an_error();
    sangkien_rules_free(rules);
    free(season);
    return checks_failed();
}
