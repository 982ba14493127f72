// Differences between two rulebooks: which values were added, removed, changed or given other dates, by clause.
//
//   for (const Difference& d : differences(old_book, new_book)) show(word(d.kind), d.path, d.before.value, d.after.value);
//   // changed  schedule.ward-submission.yearly  "25/9"  "24/9"
//
// Values are compared day by day of their dates, whatever the order of keys, the spaces, or how windows are cut.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rulebook.hpp"

namespace sangkien {

// What became of a value. `redated`: the same value on other days.
enum class DifferenceKind : std::uint8_t { added, removed, changed, redated };
const char* word(DifferenceKind kind) noexcept;
const Words& words(DifferenceKind kind) noexcept;

// DayWindow (khoảng hiệu lực): the days [from, until); without one it is open on that side.
struct DayWindow {
    std::optional<Day> from;
    std::optional<Day> until;

    bool holds(Day day) const noexcept { return (!from || *from <= day) && (!until || day < *until); }
};

// One side of a difference: what the old or the new rulebook says.
struct DifferenceSide {
    std::string value;               // as JSON, keys sorted; empty where this side says nothing
    std::vector<DayWindow> windows;  // the days this is about; one open window for a value without dates
    std::string rulebook;
    std::string clause;  // the nearest around the value
    Place place;

    bool stated() const noexcept { return !value.empty(); }
};

// Difference (điểm khác nhau) of one value.
struct Difference {
    DifferenceKind kind = DifferenceKind::changed;
    bool text = false;  // of words, a note, the text of a clause or a source: decides nothing
    std::string path;   // schedule.ward-submission.yearly
    DifferenceSide before;
    DifferenceSide after;
    // Of a list that changed: the elements that only one side has. Both empty: they stand in another order.
    std::vector<std::string> elements_removed;
    std::vector<std::string> elements_added;

    // The clause of the new rulebook where it says something, else that of the old one.
    const std::string& clause() const noexcept { return after.stated() ? after.clause : before.clause; }
};

// Differences of text are told apart by `text`, and only when asked for.
enum class Texts : std::uint8_t { leave_out, tell };

// In the order of clauses (934.9 before 934.10), then of paths. A list is one value, an object that only one side has
// is one when it cites a clause. The names of the papers (id, number, issuer) count as text.
std::vector<Difference> differences(const Rulebook& before, const Rulebook& after, Texts texts = Texts::leave_out);
// The same of two sets, paired as below; of a rulebook without a partner every value is added or removed.
std::vector<Difference> differences(const std::vector<Rulebook>& before, const std::vector<Rulebook>& after,
                                    Texts texts = Texts::leave_out);

// Which rulebook of one set stands for which of the other: the same id; of what is left, the same layer in the order
// given; then the one that is left on either side. A missing partner is `none`.
struct RulebookPair {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t before = none;
    std::size_t after = none;
};
std::vector<RulebookPair> paired(const std::vector<Rulebook>& before, const std::vector<Rulebook>& after);

// "934.3.2" before "934.10": runs of digits compare as numbers.
bool clause_before(std::string_view a, std::string_view b) noexcept;

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "difference_inl.hpp"
#endif
