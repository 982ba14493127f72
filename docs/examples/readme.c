#include <stdio.h>
#include <string.h>
#include <sangkien/sangkien.h>

int main(void)
{
    const char* rulebook = "gia-vien-934";
    static char season[65536];
    FILE* file = fopen("tiny.season.json", "rb");
    const size_t size = file ? fread(season, 1, sizeof season, file) : 0;
    sangkien_rules* rules;
    sangkien_text* report = NULL;
    sangkien_error* error;
    sangkien_evaluate_options options = SANGKIEN_EVALUATE_OPTIONS;
    options.as_of = "2025-09-30T17:00+07:00";
    options.as_of_size = strlen(options.as_of);
    options.format = SANGKIEN_TEXT;
    options.language = SANGKIEN_EN;
    if (sangkien_rules_load(&rules, &rulebook, NULL, 1, &error) == SANGKIEN_OK &&
        sangkien_evaluate(&report, rules, season, size, &options, &error) == SANGKIEN_OK) {
        const char* units = strstr(sangkien_text_data(report), "== Units ==");
        printf("%.*s", (int)(strstr(units, "\n\n") - units + 1), units);
    } else {
        fputs(sangkien_error_text(NULL, error, SANGKIEN_EN), stderr);
    }
    sangkien_error_free(error);
    sangkien_text_free(report);
    sangkien_rules_free(rules);
    return file ? fclose(file) : 1;
}
