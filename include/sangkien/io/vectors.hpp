// Vectors (ví dụ kiểm chứng) of a rulebook: small seasons, each with what must come of it.
//
//   const Rules rules = load_rules({"gia-vien-934"});
//   const VectorsRun run = run_vectors(builtin_vectors("gia-vien-934"), "vectors/gia-vien-934.json", rules.rulebooks());
//   for (const Problem& problem : run.problems) show(message(problem, Language::en));
//
// They stand in a file of their own, `vectors/<id>.json` in the folder of the rulebook: its text, its digest and the time
// it takes to load are what they are without. docs/rulebook.md tells the format.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../evaluation/coverage.hpp"
#include "../evaluation/verify.hpp"

namespace sangkien {

// What became of one vector.
struct VectorRun {
    std::string id;
    Words words;
    std::optional<Report> report;  // none: its season was refused
    std::vector<Problem> refused;  // for what
};

// What became of all vectors of a file.
struct VectorsRun {
    std::string rulebook;
    std::vector<VectorRun> vectors;
    // Everything wrong, in order of place: what cannot be read, SK1670 something else came out, SK1671 a vector that
    // cannot be evaluated, SK1672 a clause that it is about and does not touch.
    std::vector<Problem> problems;

    // For coverage(); they point into this run.
    std::vector<CoverageCase> cases() const;
};

// Runs the vectors of one file on `loaded`, which holds the rulebook they are of and those it stands under; what a vector
// names besides is taken from there, else built in.
VectorsRun run_vectors(std::string_view text, std::string file, const std::vector<Rulebook>& loaded);

// The vectors of a built-in rulebook; empty when it has none.
std::string builtin_vectors(std::string_view id);

// The vectors that belong to a rulebook by its name, a built-in id or a path, and the file that messages name.
struct VectorsText {
    std::string file;
    std::string text;  // empty: none
};
VectorsText vectors_of(const std::string& name);

// Loading in verify mode: loads rulebooks by name, verifies them and runs their vectors. What blocks loading and what
// vectors find are errors.
std::vector<Diagnostic> verify_rules(const std::vector<std::string>& names, const VerifyOptions& options = {});

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "vectors_inl.hpp"
#endif
