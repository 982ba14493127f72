// One rulebook: the law of one paper as a tree of dated, cited values.
//
// Sections ("schedule", "quota", ...) stay a Tree here; the rooms that know them compile them. What is read here is what
// every rulebook has: its document, layer, clauses, what it leaves open and what it lets others replace.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../core/finding.hpp"
#include "fields.hpp"
#include "rights.hpp"
#include "tree.hpp"

namespace sangkien {

// Layer (lớp): later layers lie over earlier ones.
enum class Layer : std::uint8_t { national, province, ward, council, unit };
const char* word(Layer layer) noexcept;

// On the day after the last known value: nobody said and there is none; it goes on; it goes on and the report warns; error.
enum class AfterLast : std::uint8_t { unstated, allow, flag, refuse };
const char* word(AfterLast after) noexcept;

// Review (rà soát): when somebody last compared a rulebook with the law, until when that holds, and what happens then. The
// same is done where the versions of a value end and none follows.
struct Review {
    std::optional<Day> last;
    std::optional<Day> until;  // the first day on which the review no longer holds
    AfterLast after = AfterLast::unstated;
    std::string clause;
    Place place;  // of `until`, or of the whole
};

// Document (văn bản): the paper a rulebook writes down, in force on [from, until).
struct Document {
    std::string number;
    std::string issuer;
    Day issued;
    Day from;
    std::optional<Day> until;
    Provenance provenance = Provenance::unverified;
    Review reviewed;
};

// Clause (điều khoản) of a paper, with its text.
struct Clause {
    std::string id;
    Words text;
    std::optional<Provenance> provenance;
    std::string document;       // number of the paper it stands for, where that is another than the rulebook's
    std::optional<Day> issued;  // and its date
    std::string rulebook;       // whose clause it is, where those of several stand together
    bool text_only = false;     // states no rule, so that nothing need cite it
};

// Silence (điều văn bản không quy định): a path that the paper leaves open; later layers may fill it.
struct Silence {
    std::string path;
    Words words;
    std::string clause;
    std::string rulebook;
};

// Waiver (miễn cảnh báo): a doubt of verification that somebody looked at, with the reason why it may stand.
struct Waiver {
    ErrorId id{};
    std::string path;
    Words reason;
    Place place;
};

// Rulebook (bộ quy tắc).
struct Rulebook {
    std::string id;
    std::string file;
    std::string digest;  // SHA-256 of its text, hex
    Words title;
    Layer layer = Layer::national;
    Document document;
    std::vector<std::string> under;
    std::vector<Clause> clauses;
    std::vector<Silence> silences;
    std::vector<std::string> allows;   // paths that later layers may replace
    std::vector<Tightening> tightens;  // paths that they may only make stricter
    std::vector<Waiver> waivers;
    Tree tree;

    bool in_force(Day day) const noexcept { return document.from <= day && (!document.until || day < *document.until); }
    // Had it been issued by `day`? Nothing: everything loaded is known.
    bool known(std::optional<Day> day) const noexcept { return !day || document.issued <= *day; }
    const Clause* clause(std::string_view name) const noexcept
    {
        for (const Clause& candidate : clauses)
            if (candidate.id == name) return &candidate;
        return nullptr;
    }
};

// The sections that hold rules (phần), each known to the room that compiles it.
constexpr const char* section_names[] = {
    "areas",          "unit-kinds", "roles",    "levels",    "facts",      "documents", "calendar",
    "local-calendar", "periods",    "schedule", "clocks",    "conditions", "lifecycle", "tracks",
    "safeguards",     "duties",     "scoring",  "selection", "quota",      "index",     "transitional"};

// Reads what every rulebook has. Problems are added; the sections are left to the rooms that know them.
Rulebook read_rulebook(Tree tree, Problems& problems);

// "law", "official-document", ... ; SK1007 otherwise.
Provenance read_provenance(Fields& fields, Provenance fallback, Need need = Need::required);

// Is `path` equal to `above`, or below it? "quota.one.joint" is below "quota".
bool covers(std::string_view above, std::string_view path) noexcept;

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "rulebook_inl.hpp"
#endif
