// What the findings of this room say beside their own sentence: reasons, ways out, what a rulebook leaves
// open.
#pragma once

#include "../core/finding.hpp"
#include "rubric.hpp"

namespace sangkien::detail {

inline Name ground_name(const ExclusionRule& rule)
{
    if (!rule.name.words.empty()) return rule.name;
    switch (rule.ground) {
        case ExclusionGround::author: return {rule.name.id, {"là tác giả", "is an author"}};
        case ExclusionGround::declared_conflict:
            return {rule.name.id, {"có xung đột lợi ích đã khai", "has a declared conflict of interest"}};
        case ExclusionGround::same_unit:
            return {rule.name.id, {"thuộc đơn vị của sáng kiến", "belongs to a unit of the initiative"}};
        default:
            return {rule.name.id,
                    {"là người đứng đầu cơ quan công nhận và là tác giả của sáng kiến do Nhà nước đầu tư",
                     "heads the recognising unit and is an author of a State-funded initiative"}};
    }
}

// The reading of rules that offer several, under `path`.
inline std::vector<std::string> choices_under(const Rubric& rubric, std::string_view path)
{
    std::vector<std::string> out;
    for (const std::string& choice : rubric.choices)
        if (choice == path ||
            (choice.size() > path.size() && choice.compare(0, path.size(), path) == 0 && choice[path.size()] == '.'))
            out.push_back(choice);
    return out;
}

inline Finding silent(const Citation& citation, std::string path, Words what)
{
    Finding out;
    out.id = FindingId::rule_silent;
    out.citations = {citation};
    out.values = {{"what", Name{std::move(path), std::move(what)}}};
    out.lift =
        Lift{true,
             {"Nạp quy chế của Hội đồng có quy định điều này.", "Load a regulation of the council that says so."},
             {},
             {}};
    return out;
}

inline Lift by_ballots()
{
    return {true,
            {"Các thành viên còn thiếu phiếu nộp phiếu.", "The members whose ballots are missing hand them in."},
            {},
            {}};
}

inline Lift final_figure()
{
    return {false,
            {"Kết quả theo các phiếu đã nộp; các văn bản không nêu cách thay đổi.",
             "It follows from the ballots handed in; no rulebook names a way to change it."},
            {},
            {}};
}

}  // namespace sangkien::detail
