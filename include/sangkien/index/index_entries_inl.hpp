#pragma once

#include <map>
#include <utility>

#include "../core/digits.hpp"
#include "index_functions_inl.hpp"
#include "index_tree.hpp"

namespace sangkien {

namespace detail {

// A season that was not read may have a mark of the entry alone.
inline Mark index_mark(const IndexEntry& entry, Mark part) noexcept { return part.line > 0 ? part : entry.mark; }

// A figure of a kind that the input does not take, or outside its range.
inline void check_index_figure(const IndexComponent& component, const IndexEntry& entry, const Place& place,
                               Problems& problems)
{
    const bool yes_no = component.input == IndexInput::yes_no;
    if (entry.yes_no != yes_no) {
        const Words truth_words{"true hoặc false", "true or false"}, number_words{"một số", "a number"};
        problems.add(
            ErrorId::wrong_type, place,
            {{"expected", yes_no ? truth_words : number_words}, {"found", yes_no ? number_words : truth_words}});
        return;
    }
    check_figure_range(component, entry.value, place, problems);
}

inline void check_index_component(const IndexTree& tree, const Season& season, std::size_t i,
                                  const std::string& pointer, Problems& problems)
{
    const IndexEntry& entry = season.index[i];
    const IndexComponent* component = tree.component(entry.component);
    const Place place{season.file, pointer + "/component", index_mark(entry, entry.component_mark)};
    std::vector<std::string> known;
    for (const IndexComponent& each : tree.components)
        if (each.input != IndexInput::initiatives) known.push_back(each.name.id);
    if (component == nullptr)
        return unknown_name(problems, place, {"tiêu chí thành phần", "component of the index"}, entry.component, known);
    if (component->input == IndexInput::initiatives)
        return unknown_name(problems, place,
                            {"tiêu chí do đơn vị báo cáo (sáng kiến do thư viện đếm)",
                             "component that units report (initiatives are counted by the library)"},
                            entry.component, known);
    check_index_figure(*component, entry, {season.file, pointer + "/value", entry.mark}, problems);
}

}  // namespace detail

SANGKIEN_INLINE void check_index_entries(const IndexTree& tree, const Season& season, Problems& problems)
{
    std::vector<std::string> units;
    for (const Unit& unit : season.units) units.push_back(unit.id);
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> seen;
    for (std::size_t i = 0; i < season.index.size(); ++i) {
        const IndexEntry& entry = season.index[i];
        const std::string pointer = "/index/" + detail::whole_text(static_cast<std::int64_t>(i));
        // What has no name was told of where it was read.
        if ((entry.unit.empty() || entry.component.empty()) && !problems.empty()) continue;
        if (season.unit(entry.unit) == nullptr) {
            Details details{{"id", entry.unit}};
            const std::string near = nearest(entry.unit, units);
            if (!near.empty()) details.push_back({"nearest", near});
            problems.add(ErrorId::unknown_unit,
                         {season.file, pointer + "/unit", detail::index_mark(entry, entry.unit_mark)},
                         std::move(details));
        }
        if (tree.stated) detail::check_index_component(tree, season, i, pointer, problems);
        const auto earlier =
            seen.emplace(std::make_pair(std::string_view(entry.unit), std::string_view(entry.component)), i);
        if (earlier.second) continue;
        problems.add(ErrorId::duplicate_id, {season.file, pointer, entry.mark},
                     {{"id", entry.unit + " " + entry.component},
                      {"line", static_cast<std::int64_t>(season.index[earlier.first->second].mark.line)}});
    }
}

}  // namespace sangkien
