#pragma once

#include <algorithm>
#include <utility>

#include "../core/limits.hpp"
#include "fields.hpp"
#include "schedule_section.hpp"
#include "section_parts_inl.hpp"

namespace sangkien {

namespace detail {

// The role under `who`, with its words; empty when the paper names nobody.
inline Name role_of(Fields& f, Node roles, Problems& problems)
{
    const std::string id = f.text("who", Need::optional);
    if (id.empty()) return {};
    const std::vector<std::string> known = names_of(named_members(roles));
    if (std::find(known.begin(), known.end(), id) == known.end()) {
        unknown_name(problems, f.node().get("who").place(), {"vai trò", "role"}, id, known);
        return {id, {}};
    }
    const Node role = roles.get(id);
    return {id, {std::string(role.get("vi").text()), std::string(role.get("en").text())}};
}

inline Preparation compile_preparation(Node node, std::string_view milestone, std::vector<std::string> others,
                                       Problems& problems)
{
    Preparation out;
    out.citation = node.citation();
    Fields f(node, problems);
    out.after = f.text("after");
    others.erase(std::remove(others.begin(), others.end(), milestone), others.end());
    if (!out.after.empty() && std::find(others.begin(), others.end(), out.after) == others.end())
        unknown_name(problems, node.get("after").place(), {"mốc thời gian khác", "other milestone"}, out.after, others);
    out.working_days = f.whole("working-days", 0, limits::working_days);
    f.allow_annotations();
    f.finish();
    return out;
}

inline Milestone compile_milestone(Node node, Node roles, const std::vector<std::string>& names, Problems& problems)
{
    Milestone out;
    out.citation = node.citation();
    out.choices = declared_choices(node);
    Fields f(node, problems);
    out.name = f.name();
    const std::string yearly = f.text("yearly");
    if (!yearly.empty() && !read_yearly_day(yearly, out.yearly))
        problems.add(ErrorId::bad_yearly_day, node.get("yearly").place(), {{"text", yearly}});
    out.bound = static_cast<Bound>(f.word("bound", {"before", "by"}));
    out.roll = static_cast<Roll>(f.word("roll", {"none", "forward", "backward"}));
    out.who = role_of(f, roles, problems);
    if (const Node preparation = f.object("preparation", Need::optional))
        out.preparation = compile_preparation(preparation, node.key(), names, problems);
    const std::string closes = f.text("closes", Need::optional);
    int minutes = 0;
    if (read_closing_hour(closes, minutes))
        out.closes = minutes;
    else if (!closes.empty())
        problems.add(ErrorId::wrong_type, node.get("closes").place(),
                     {{"expected", Words{"giờ:phút từ \"00:01\" đến \"24:00\", ví dụ \"17:00\"",
                                         "hour:minute from \"00:01\" to \"24:00\", as in \"17:00\""}},
                      {"found", "\"" + closes + "\""}});
    f.allow_annotations();
    f.finish();
    return out;
}

inline bool read_start(Node node, Problems& problems, ClockStart& out)
{
    constexpr std::string_view event = "event:";
    if (!expect(node, Kind::text, problems)) return false;
    if (node.text().size() > event.size() && node.text().substr(0, event.size()) == event) {
        out = {ClockStart::Kind::event, std::string(node.text().substr(event.size()))};
        return true;
    }
    std::size_t day = 0;
    if (!read_word(node, {"day:first_applied", "day:application_completed", "event:..."}, problems, day)) return false;
    out = {day == 0 ? ClockStart::Kind::first_applied : ClockStart::Kind::application_completed, {}};
    return true;
}

inline std::vector<ClockStart> read_starts(Node from, Problems& problems)
{
    std::vector<ClockStart> out;
    ClockStart start;
    if (from.is(Kind::list)) {
        for (Node item : children(from))
            if (read_start(item, problems, start)) out.push_back(start);
        if (!from.first())
            problems.add(ErrorId::empty_text, from.place(), {{"expected", Words{"mốc bắt đầu", "a start"}}});
    } else if (from && read_start(from, problems, start)) {
        out.push_back(start);
    }
    return out;
}

inline Clock compile_clock(Node node, Node roles, Problems& problems)
{
    Clock out;
    out.citation = node.citation();
    out.choices = declared_choices(node);
    Fields f(node, problems);
    out.name = f.name();
    const std::string length = f.text("length");
    if (!length.empty() && !read_length(length, out.length))
        problems.add(ErrorId::bad_length, node.get("length").place(), {{"text", length}});
    out.starts = read_starts(f.any("from"), problems);
    // Which of several starts counts is for the paper to say.
    const Need take = out.starts.size() > 1 ? Need::required : Need::optional;
    out.take_later = f.word("take", {"later", "earlier"}, 0, take) == 0;
    out.stops = f.texts("stops", Need::optional);
    // One without the other suspends for ever, or never.
    out.suspends = f.texts("suspends", f.has("resumes") ? Need::required : Need::optional);
    out.resumes = f.texts("resumes", f.has("suspends") ? Need::required : Need::optional);
    out.who = role_of(f, roles, problems);
    f.allow_annotations();
    f.finish();
    return out;
}

}  // namespace detail

SANGKIEN_INLINE Deadline deadline_of(const Milestone& milestone, int year, const Calendar& calendar)
{
    return yearly_deadline(milestone.yearly, year, milestone.bound, milestone.roll, calendar, milestone.citation,
                           milestone.choices, milestone.closes);
}

SANGKIEN_INLINE std::vector<Milestone> compile_schedule(Node section, Node roles, Problems& problems)
{
    std::vector<Milestone> out;
    if (!section || !expect(section, Kind::object, problems)) return out;
    const std::vector<Node> members = detail::named_members(section);
    const std::vector<std::string> names = detail::names_of(members);
    for (Node member : members) out.push_back(detail::compile_milestone(member, roles, names, problems));
    return out;
}

SANGKIEN_INLINE std::vector<Clock> compile_clocks(Node section, Node roles, Problems& problems)
{
    std::vector<Clock> out;
    if (!section || !expect(section, Kind::object, problems)) return out;
    for (Node member : detail::named_members(section)) out.push_back(detail::compile_clock(member, roles, problems));
    return out;
}

}  // namespace sangkien
