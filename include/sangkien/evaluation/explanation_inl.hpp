#pragma once

#include "explain_path_inl.hpp"

namespace sangkien {

SANGKIEN_INLINE const char* word(Explained of) noexcept
{
    static constexpr const char* words[] = {
        "report",   "list",       "value",     "rulebook",   "choice",    "silence",      "milestone",
        "deadline", "initiative", "state",     "event",      "reached",   "clock",        "next",
        "score",    "criterion",  "ballot",    "exclusion",  "selection", "contribution", "ranking",
        "unit",     "quota",      "index",     "component",  "scoring",   "duty",         "todo",
        "finding",  "track",      "open-duty", "escalation", "reminder"};
    return words[static_cast<int>(of)];
}

namespace detail {

// The report as a node. Of a path's list only the item that it leads to is built, of the others their ids; without a path
// all of everything.
class ReportNode {
public:
    ReportNode(const ExplainContext& context, const PathParts& path) : context_(context), path_(path) {}

    Explanation run()
    {
        const Report& of = context_.report;
        out_.of = Explained::report;
        out_.title = say(phrases::report, {});
        out_.inputs = {{"report", std::int64_t{1}}, {"library", std::string(version())}, {"as_of", of.as_of}};
        if (wanted("season")) out_.children.push_back(season_node(context_));
        list(
            "rulebooks", of.rulebooks, [](const RulebookUse& one) { return one.id; }, rulebook_node);
        list(
            "choices", of.readings, [](const Reading& one) { return one.path; }, choice_node);
        list(
            "silences", of.silences, [](const Silence& one) { return one.path; }, silence_node);
        list(
            "milestones", of.milestones, [](const MilestoneReport& one) { return one.name.id; }, milestone_node);
        list(
            "initiatives", of.initiatives, [](const InitiativeReport& one) { return one.id; },
            [&](const ExplainContext& context, std::size_t i) { return initiative_node(context, i, inside()); });
        list(
            "ranking", of.ranking, [&](std::size_t i) { return of.initiatives[i].id; }, ranking_node);
        list(
            "units", of.units, [](const UnitReport& one) { return one.name.id; },
            [&](const ExplainContext& context, std::size_t i) { return unit_node(context, i, inside()); });
        list(
            "duties", of.duties, [](const DutyReport& one) { return one.name.id; }, duty_node);
        list(
            "todo", of.todo, [](const Todo&) { return std::string(); }, todo_node);
        return std::move(out_);
    }

private:
    bool wanted(std::string_view key) const { return path_.size() == 0 || path_.parts.front() == key; }

    // What is asked for inside an item; empty: all of it. An id with dots hides it.
    std::string inside() const { return path_.size() > 2 && !path_.dotted ? path_.parts[2] : std::string(); }

    template <class Items, class Id, class Build>
    void list(const char* key, const Items& items, const Id& id, const Build& build)
    {
        for (std::size_t i = 0; i < items.size() && wanted(key); ++i) {
            Explanation stub;
            stub.path = below("", key, i);
            stub.id = id(items[i]);
            const bool meant = path_.size() < 2 || path_.parts[1] == whole_text(static_cast<std::int64_t>(i)) ||
                               path_.spells(stub.id, 1) != 0;
            out_.children.push_back(meant ? build(context_, i) : std::move(stub));
        }
    }

    const ExplainContext& context_;
    const PathParts& path_;
    Explanation out_;
};

class PathWalk {
public:
    PathWalk(const ExplainContext& context, std::string_view path) : context_(context), path_(path) {}

    Explanation run()
    {
        if (path_.size() == 1 && path_.parts.front() == "index") return indices_node(context_);
        Explanation root = ReportNode(context_, path_).run();
        if (path_.size() > 0 && path_.parts.front() == "season" && !root.children.empty())
            return down(std::move(root.children.front()), 1);
        return down(std::move(root), 0);
    }

private:
    // "findings/0" of ".../findings/0"; empty: it stands elsewhere in the report.
    static std::string_view from(const Explanation& node, const Explanation& child)
    {
        const std::size_t size = node.path.size();
        if (child.path.size() <= size + 1 || child.path.compare(0, size, node.path) != 0 || child.path[size] != '/')
            return {};
        return std::string_view(child.path).substr(size + 1);
    }

    Explanation down(Explanation node, std::size_t at)
    {
        if (at == path_.size()) return node.of == Explained::reached ? with_event(std::move(node)) : std::move(node);
        if (node.of == Explained::initiative && (path_.parts[at] == "state" || path_.parts[at] == "kind"))
            return of_state(std::move(node), at);
        const std::string& key = path_.parts[at];
        Explanation list;
        std::optional<std::size_t> chosen;
        std::size_t taken = 0;
        bool several = false;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const std::string_view rest = from(node, node.children[i]);
            const std::size_t slash = std::min(rest.find('/'), rest.size());
            if (rest.empty() || rest.substr(0, slash) != key) continue;
            if (slash == rest.size()) return down(std::move(node.children[i]), at + 1);
            if (at + 1 == path_.size()) {
                list.children.push_back(std::move(node.children[i]));
                continue;
            }
            if (rest.substr(slash + 1) == path_.parts[at + 1]) return down(std::move(node.children[i]), at + 2);
            if (const std::size_t count = path_.spells(node.children[i].id, at + 1)) {
                several = several || chosen;
                chosen = i;
                taken = count;
            }
        }
        if (!list.children.empty()) return as_list(std::move(list), node, key);
        if (chosen && !several) return down(std::move(node.children[*chosen]), at + 1 + taken);
        return leaf(std::move(node), at);
    }

    static Explanation as_list(Explanation list, const Explanation& node, const std::string& key)
    {
        list.of = Explained::list;
        list.path = below(node.path, key);
        list.id = key;
        list.title = key_words(key);
        return list;
    }

    Explanation with_event(Explanation node) const
    {
        const PathParts parts(node.path);
        const std::size_t initiative = number(parts.parts[1]), position = number(parts.parts[3]);
        if (const auto event = accepted_event(context_.report.initiatives[initiative], position))
            node.children.push_back(event_node(context_, initiative, *event));
        return node;
    }

    static std::size_t number(const std::string& digits)
    {
        std::size_t out = 0;
        for (const char c : digits) out = 10 * out + static_cast<std::size_t>(c - '0');
        return out;
    }

    Explanation of_state(Explanation node, std::size_t at)
    {
        const std::size_t initiative = number(PathParts(node.path).parts[1]);
        const std::string key = path_.parts[at];
        Explanation out = state_node(context_, initiative, key);
        if (at + 1 == path_.size()) return out;
        const std::string path = node.path;
        Explanation value = leaf(std::move(node), at);
        value.children.clear();
        value.children.push_back(std::move(out));
        return value;
    }

    Explanation leaf(Explanation node, std::size_t at)
    {
        const std::optional<Found> found = ValuesBelow(node, path_, at).find();
        if (!found) unknown(node, at);
        Explanation out;
        out.path = node.path;
        for (std::size_t i = at; i < path_.size(); ++i) out.path = below(out.path, path_.parts[i]);
        out.id = path_.parts[at];
        out.title = key_words(path_.parts[at]);
        out.value = found->value;
        if (out.value)
            if (const Truth* verdict = std::get_if<Truth>(&*out.value)) out.verdict = *verdict;
        if (found->stated) out.stated = node.stated;
        if (node.of == Explained::report || (found->stated && node.of != Explained::finding)) return out;
        if (node.of == Explained::score)
            return score_value(context_, number(PathParts(node.path).parts[1]), std::move(out), path_.parts[at]);
        if (node.of == Explained::initiative) return out;
        if (node.of == Explained::quota && (path_.parts[at] == "owed" || path_.parts[at] == "missing"))
            context_.place(out, node.rule->path + ".at-least");
        out.children.push_back(node.of == Explained::reached ? with_event(std::move(node)) : std::move(node));
        return out;
    }

    // The path leads nowhere: what could stand at this place, and what is nearest.
    [[noreturn]] void unknown(const Explanation& node, std::size_t at) const
    {
        std::vector<std::string> known, items;
        for (const Explanation& child : node.children) {
            const std::string_view rest = from(node, child);
            const std::size_t slash = std::min(rest.find('/'), rest.size());
            if (rest.empty()) continue;
            if (slash < rest.size() && rest.substr(0, slash) == path_.parts[at])
                items.push_back(child.id.empty() ? std::string(rest.substr(slash + 1)) : child.id);
            else if (std::find(known.begin(), known.end(), rest.substr(0, slash)) == known.end())
                known.emplace_back(rest.substr(0, slash));
        }
        const bool item = !items.empty() && at + 1 < path_.size();
        for (std::string& key : ValuesBelow(node, path_, at).known())
            if (std::find(known.begin(), known.end(), key) == known.end()) known.push_back(std::move(key));
        std::string pointer = node.path;
        for (std::size_t i = at; i < at + (item ? 2 : 1); ++i) pointer = below(pointer, path_.parts[i]);
        std::string name = path_.parts[at + (item ? 1 : 0)];
        for (std::size_t i = at + 2; item && path_.dotted && i < path_.size(); ++i) name += "." + path_.parts[i];
        Problems problems;
        unknown_name(problems, {"report", std::move(pointer), {}}, {"giá trị của báo cáo", "value of the report"}, name,
                     item ? items : known);
        problems.throw_if_any();
        throw Error(Problem{ErrorId::unknown_name, {}, {}});
    }

    const ExplainContext& context_;
    PathParts path_;
};

// A step that was taken needs no reasons among what is refused.
inline Explanation unmet_state(const ExplainContext& context, std::size_t initiative)
{
    Explanation out = state_node(context, initiative);
    for (Explanation& event : out.children)
        if (event.verdict == Truth::pass) event.children.clear();
    return out;
}

inline bool unmet(const InitiativeReport& of) noexcept
{
    return std::any_of(of.events.begin(), of.events.end(),
                       [](const EventReport& event) { return event.verdict != Truth::pass; });
}

}  // namespace detail

SANGKIEN_INLINE Explanation explain(const Rules& rules, const Season& season, const Report& report,
                                    std::string_view path)
{
    const detail::ExplainContext context(rules, season, report);
    Explanation out = detail::PathWalk(context, path).run();
    out.as_of = report.as_of;
    return out;
}

SANGKIEN_INLINE Explanation explain_unmet(const Rules& rules, const Season& season, const Report& report)
{
    const detail::ExplainContext context(rules, season, report);
    Explanation out;
    out.of = Explained::list;
    out.title = detail::say(detail::phrases::unmet, {});
    out.as_of = report.as_of;
    for (std::size_t i = 0; i < report.milestones.size(); ++i)
        if (!report.milestones[i].deadline.determined) out.children.push_back(detail::milestone_node(context, i));
    for (std::size_t i = 0; i < report.initiatives.size(); ++i)
        if (detail::unmet(report.initiatives[i])) out.children.push_back(detail::unmet_state(context, i));
    for (std::size_t i = 0; i < report.initiatives.size(); ++i)
        for (std::size_t d = 0; d < report.initiatives[i].duties.size(); ++d)
            if (report.initiatives[i].duties[d].verdict == DutyVerdict::overdue)
                out.children.push_back(detail::open_duty_node(context, i, d));
    for (std::size_t i = 0; i < report.units.size(); ++i)
        for (std::size_t q = 0; q < report.units[i].quota.size(); ++q)
            if (report.units[i].quota[q].verdict != Truth::pass)
                out.children.push_back(detail::quota_node(context, i, q));
    for (std::size_t i = 0; i < report.duties.size(); ++i)
        if (report.duties[i].kept == Truth::fail) out.children.push_back(detail::duty_node(context, i));
    if (out.children.empty()) out.sentence = detail::say(detail::phrases::all_met, {});
    return out;
}

}  // namespace sangkien
