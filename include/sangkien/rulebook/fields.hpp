// Reading an object of a Tree: typed fields, each problem with its place, and unknown keys at the end.
//
//   Fields f(node, problems);
//   const std::string id = f.text("id");              // SK1004 when missing, SK1003 when not a text
//   const Ratio max = f.ratio("max", Ratio(0), optional);
//   f.finish();                                       // SK1002 for every key that nobody asked for
//
// Reading goes on after a problem, with a harmless value, so that one run tells everything that is wrong.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "tree.hpp"

namespace sangkien {

enum class Need : std::uint8_t { required, optional };

// Fields (các trường) of one object.
class Fields {
public:
    // SK1003 when `object` is not an object; every read then gives its fallback silently.
    Fields(Node object, Problems& problems);

    Node node() const noexcept { return object_; }
    bool has(std::string_view key);
    // The member, known from now on; SK1004 when missing and required; SK1003 when it has another kind.
    Node any(std::string_view key, Need need = Need::required);
    Node object(std::string_view key, Need need = Need::required);
    Node list(std::string_view key, Need need = Need::required);

    // Not empty (SK1010).
    std::string text(std::string_view key, Need need = Need::required);
    bool boolean(std::string_view key, bool fallback, Need need = Need::optional);
    std::int64_t whole(std::string_view key, std::int64_t low, std::int64_t high, std::int64_t fallback = 0,
                       Need need = Need::required);
    Ratio ratio(std::string_view key, Ratio fallback = Ratio(0), Need need = Need::required);
    Day day(std::string_view key, Day fallback = Day{}, Need need = Need::required);
    Instant instant(std::string_view key, Instant fallback = Instant{}, Need need = Need::required);
    // Position of the text in `known`; SK1007 otherwise.
    std::size_t word(std::string_view key, std::initializer_list<const char*> known, std::size_t fallback = 0,
                     Need need = Need::required);
    // `vi` and `en` of this object.
    Words words(Need need = Need::optional);
    Name name();  // id = key of this object, words as above
    // A text or a list of texts.
    std::vector<std::string> texts(std::string_view key, Need need = Need::required);

    // The keys every rulebook object may carry: clause, provenance, note, choices.
    void allow_annotations();
    // Marks a key as known without reading it.
    void known(std::string_view key);
    // SK1002, with the nearest known key, for every member that nobody asked for.
    void finish();

private:
    Node object_;
    Problems* problems_;
    std::vector<std::string_view> known_;
};

// Single values, with the same problems. `false` after a problem.
bool read_text(Node node, Problems& problems, std::string& out);
bool read_ratio(Node node, Problems& problems, Ratio& out);
bool read_whole(Node node, Problems& problems, std::int64_t low, std::int64_t high, std::int64_t& out);
bool read_day(Node node, Problems& problems, Day& out);
bool read_instant(Node node, Problems& problems, Instant& out);
bool expect(Node node, Kind kind, Problems& problems);

// The known name nearest to `name` (edit distance at most a third of its length, at least 2); empty when none is.
std::string nearest(std::string_view name, const std::vector<std::string>& known);
// SK1308: `what` names the kind of thing ("role", "state", ...).
void unknown_name(Problems& problems, const Place& place, const Words& what, std::string_view name,
                  const std::vector<std::string>& known);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "fields_inl.hpp"
#endif
