#pragma once

#include <algorithm>

#include "dated_inl.hpp"
#include "review.hpp"

namespace sangkien {

namespace detail {

class EndedValues {
public:
    EndedValues(const Rulebook& rulebook, Day on, std::optional<Day> known)
        : ends_(rulebook.document.until.value_or(Day{INT32_MAX})), on_(on), known_(known)
    {
        for (Node section : children(rulebook.tree.root()))
            if (is_section(section.key())) walk(section, std::string(section.key()));
    }
    std::vector<EndedValue> take() noexcept { return std::move(out_); }

private:
    void walk(Node node, const std::string& path)
    {
        if (is_dated(node)) {
            dated(node, path);
            return;
        }
        for (Node child : children(node)) {
            if (!child.is(Kind::object) && !child.is(Kind::list)) continue;
            if (node.is(Kind::object) && is_annotation(child.key())) continue;
            walk(child, path + "." + (node.is(Kind::object) ? std::string(child.key()) : whole_text(child.position())));
        }
    }

    // Of what is dated inside, only the version that holds is looked into: the others are not asked about.
    void dated(Node list, const std::string& path)
    {
        if (const Node last = last_ended(list, on_, known_)) {
            const Day until = window_of(last).until;
            if (until < ends_) out_.push_back({path, until, last});
            return;
        }
        Node now;
        for (Node version : children(list))
            if (window_of(version).holds(on_) && (!known_ || window_of(version).known <= *known_)) now = version;
        walk(now.get("value"), path);
    }

    Day ends_;
    Day on_;
    std::optional<Day> known_;
    std::vector<EndedValue> out_;
};

// Does a paper other than `rulebook` give the value?
inline bool given_by_other(const Effective& effective, std::string_view path, const std::string& rulebook) noexcept
{
    Node at = effective.tree.root();
    while (!path.empty() && at) {
        const std::size_t dot = path.find('.');
        at = at.get(path.substr(0, dot));
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    }
    return at && at.citation().rulebook != rulebook;
}

}  // namespace detail

SANGKIEN_INLINE std::vector<EndedValue> ended_values(const Rulebook& rulebook, Day on, std::optional<Day> known)
{
    return detail::EndedValues(rulebook, on, known).take();
}

SANGKIEN_INLINE std::vector<EndedValue> ended_values(const Rulebook& rulebook, const Effective& effective, Day on,
                                                     std::optional<Day> known)
{
    std::vector<EndedValue> out = ended_values(rulebook, on, known);
    out.erase(std::remove_if(
                  out.begin(), out.end(),
                  [&](const EndedValue& value) { return detail::given_by_other(effective, value.path, rulebook.id); }),
              out.end());
    return out;
}

SANGKIEN_INLINE bool review_over(const Review& review, Day day) noexcept
{
    return review.after != AfterLast::unstated && review.until && *review.until <= day;
}

}  // namespace sangkien
