/* Checks for programs in C: each that fails is told, and the program goes on. End main() with `return checks_failed();`. */
#ifndef SANGKIEN_TESTS_CHECK_H
#define SANGKIEN_TESTS_CHECK_H

#include <sangkien/sangkien.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failed_checks = 0;

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
            ++failed_checks; \
        } \
    } while (0)

static inline int checks_failed(void)
{
    if (failed_checks > 0) fprintf(stderr, "%d checks failed\n", failed_checks);
    return failed_checks > 0;
}

/* A whole file of the checkout, with a NUL behind it; ends the program when it cannot be read. */
static inline char* whole_file(const char* path, size_t* size)
{
    FILE* file = fopen(path, "rb");
    char* text = NULL;
    size_t room = 0;
    *size = 0;
    while (file != NULL && !feof(file) && !ferror(file)) {
        room = 2 * room + 65536;
        text = (char*)realloc(text, room + 1);
        if (text == NULL) break;
        *size += fread(text + *size, 1, room - *size, file);
    }
    if (text == NULL || ferror(file)) {
        fprintf(stderr, "cannot read %s\n", path);
        exit(1);
    }
    fclose(file);
    text[*size] = '\0';
    return text;
}

#define EXAMPLE_SEASON SANGKIEN_SOURCE_DIR "/docs/examples/gia-vien-2025.season.json"

static inline sangkien_evaluate_options options_at(const char* as_of)
{
    sangkien_evaluate_options options = SANGKIEN_EVALUATE_OPTIONS;
    options.as_of = as_of;
    options.as_of_size = strlen(as_of);
    return options;
}

#endif
