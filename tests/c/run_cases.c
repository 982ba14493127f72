/* Every case of tests/cases and tests/scores through the C door: the answer is byte for byte the expected one. */
#define _POSIX_C_SOURCE 200809L

#include "check.h"

#include <dirent.h>
#include <sangkien/score.h>
#include <unistd.h>

#define MOST_RULES 16

struct one_case {
    char* text; /* case.txt, cut into lines; the others point into it */
    const char* rules[MOST_RULES];
    size_t rules_count;
    const char* season;
    const char* sheet; /* of scores, in place of a season */
    const char* as_of;
};

static const char* value_of(const char* line, const char* key)
{
    const size_t size = strlen(key);
    return strncmp(line, key, size) == 0 && line[size] == ' ' ? line + size + 1 : NULL;
}

static struct one_case read_case(void)
{
    struct one_case out;
    size_t size = 0;
    char* line;
    memset(&out, 0, sizeof out);
    out.text = whole_file("case.txt", &size);
    for (line = strtok(out.text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        const char* rule = value_of(line, "rules");
        if (rule != NULL && out.rules_count < MOST_RULES) out.rules[out.rules_count++] = rule;
        if (value_of(line, "season") != NULL) out.season = value_of(line, "season");
        if (value_of(line, "sheet") != NULL) out.sheet = value_of(line, "sheet");
        if (value_of(line, "as-of") != NULL) out.as_of = value_of(line, "as-of");
    }
    return out;
}

static int is_expected(const char* file, const char* got, size_t got_size)
{
    size_t size = 0;
    char* wanted;
    int same;
    if (access(file, R_OK) != 0) return 0;
    wanted = whole_file(file, &size);
    same = size == got_size && memcmp(wanted, got, size) == 0;
    free(wanted);
    return same;
}

static int evaluates(const struct one_case* wanted, const sangkien_rules* rules, sangkien_error** error)
{
    sangkien_evaluate_options options = options_at(wanted->as_of);
    sangkien_text* report = NULL;
    size_t size = 0;
    char* season = whole_file(wanted->season, &size);
    int same = 0;
    options.label = wanted->season;
    options.label_size = strlen(wanted->season);
    if (sangkien_evaluate(&report, rules, season, size, &options, error) == SANGKIEN_OK)
        same = is_expected("report.json", sangkien_text_data(report), sangkien_text_size(report));
    sangkien_text_free(report);
    free(season);
    return same;
}

static int scores(const struct one_case* wanted, const sangkien_rules* rules, sangkien_error** error)
{
    sangkien_evaluate_options options = options_at(wanted->as_of);
    sangkien_text* told = NULL;
    size_t size = 0;
    char* sheet = whole_file(wanted->sheet, &size);
    int same = 0;
    options.label = wanted->sheet;
    options.label_size = strlen(wanted->sheet);
    if (sangkien_score(&told, rules, sheet, size, &options, error) == SANGKIEN_OK)
        same = is_expected("score.json", sangkien_text_data(told), sangkien_text_size(told));
    sangkien_text_free(told);
    free(sheet);
    return same;
}

static int holds(void)
{
    struct one_case wanted = read_case();
    sangkien_rules* rules = NULL;
    sangkien_error* error = NULL;
    int same = 0;
    if (sangkien_rules_load(&rules, wanted.rules, NULL, wanted.rules_count, &error) == SANGKIEN_OK)
        same = (wanted.sheet != NULL ? scores : evaluates)(&wanted, rules, &error);
    if (error != NULL) {
        size_t size = 0;
        const char* text = sangkien_error_json(&size, error);
        same = is_expected("error.json", text, size);
    }
    sangkien_error_free(error);
    sangkien_rules_free(rules);
    free(wanted.text);
    return same;
}

static int failed_in(const char* path)
{
    int passed = 0, failed = 0;
    struct dirent* entry;
    DIR* folder = opendir(path);
    while (folder != NULL && (entry = readdir(folder)) != NULL) {
        if (chdir(path) != 0 || chdir(entry->d_name) != 0 || access("case.txt", R_OK) != 0) continue;
        if (holds()) {
            ++passed;
        } else {
            ++failed;
            printf("%s: not the bytes expected\n", entry->d_name);
        }
    }
    if (folder != NULL) closedir(folder);
    printf("%s: %d passed, %d failed\n", path, passed, failed);
    return failed != 0 || passed == 0;
}

int main(void)
{
    const int failed = failed_in(SANGKIEN_SOURCE_DIR "/tests/cases");
    return failed_in(SANGKIEN_SOURCE_DIR "/tests/scores") || failed;
}
