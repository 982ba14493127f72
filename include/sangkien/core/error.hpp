// Errors: input that cannot be used. (A negative answer is not an error but a verdict: see finding.hpp.)
//
//   try { rules = load_rules({"gia-vien-934"}); }
//   catch (const Error& e) { for (const Problem& p : e.problems()) show(message(p, Language::en)); }
//
// One Error holds all problems of an input at once, each with id, file, line, column, JSON pointer, what was expected
// and what to do. Nothing is half-loaded.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config.hpp"
#include "error_ids.hpp"
#include "words.hpp"

namespace sangkien {

// Line and column (from 1, columns count bytes) of a value in the text it was read from; 0 when it was not read.
struct Mark {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

// Place (vị trí): file, JSON pointer, line and column. Any part may be missing.
struct Place {
    std::string file;
    std::string pointer;
    Mark mark;
};

// A named part of an error's message, in both languages. The key is a literal: the placeholder it fills.
struct Detail {
    Detail(const char* name, std::string text) : key(name), words{text, text} {}
    Detail(const char* name, Words text) : key(name), words(std::move(text)) {}
    Detail(const char* name, std::int64_t number);

    const char* key;
    Words words;
};
using Details = std::vector<Detail>;

// Problem (lỗi): one thing wrong with an input.
struct Problem {
    ErrorId id;
    Place place;
    Details details;
};

// "SK1203 gia-vien-934.json:41:16 /schedule/ward-submission/yearly: ..." as one line.
std::string message(const Problem& problem, Language language);
// The same without id and place.
std::string explanation(const Problem& problem, Language language);
// "SK1203"
std::string code(ErrorId id);

// Error (lỗi dữ liệu): everything that is wrong with an input.
class Error : public std::exception {
public:
    explicit Error(Problem problem);
    explicit Error(std::vector<Problem> problems);

    const std::vector<Problem>& problems() const noexcept { return problems_; }
    // All problems, a line each, in English.
    const char* what() const noexcept override { return what_.c_str(); }

private:
    std::vector<Problem> problems_;
    std::string what_;
};

// Collects what is wrong while an input is read, so that all of it is told in one run.
class Problems {
public:
    void add(ErrorId id, Place place, Details details = {});
    bool empty() const noexcept { return problems_.empty(); }
    std::size_t size() const noexcept { return problems_.size(); }
    // Throws one Error with everything added so far, in order of file and place; does nothing when there is nothing.
    void throw_if_any();

private:
    std::vector<Problem> problems_;
};

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "error_inl.hpp"
#endif
