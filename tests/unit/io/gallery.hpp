// Messages as they come out of real inputs, for the gallery: see gallery_test.cpp.
#pragma once

#include <sangkien/core/error.hpp>

#include <string>
#include <vector>

namespace gallery {

// What a person reads, in both languages.
struct Line {
    std::string id;
    std::string vi;
    std::string en;
};
using Lines = std::vector<Line>;

inline Line line_of(const sangkien::Problem& problem)
{
    using namespace sangkien;
    return {code(problem.id), explanation(problem, Language::vi), explanation(problem, Language::en)};
}

// Of each error id, from the input that every_error_test.cpp throws it by.
Lines errors();
// Of the findings that no case of tests/cases comes to; see gallery_findings.cpp.
Lines rare_findings();
// Of guards and plans; see gallery_guards.cpp.
Lines guard_findings();

}  // namespace gallery
