// What verification finds in rulebooks: doubts that never block loading, each with its place, and who waived it.
//
//   Diagnostics found;
//   check_windows(rulebook, found);
//   for (const Diagnostic& d : found.all()) show(message(d.problem, Language::vi));
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tree.hpp"

namespace sangkien {

// Severity (mức độ): an error blocks loading, a warning never does.
enum class Severity : std::uint8_t { error, warning };
const char* word(Severity severity) noexcept;

// Diagnostic (chẩn đoán): one problem of the rulebooks.
struct Diagnostic {
    Problem problem;
    Severity severity = Severity::warning;
    std::string path;             // dotted, as a waiver names it
    std::optional<Words> waived;  // the written reason why it may stand
};

// Collects doubts; what is found in several windows of dates is told once.
class Diagnostics {
public:
    void warn(ErrorId id, Node node, Details details = {}) { warn(id, node.place(), node.path(), std::move(details)); }
    void warn(ErrorId id, Place place, std::string path, Details details);

    const std::vector<Diagnostic>& all() const noexcept { return found_; }
    std::vector<Diagnostic> take() noexcept { return std::move(found_); }

private:
    std::vector<Diagnostic> found_;
};

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "diagnostics_inl.hpp"
#endif
