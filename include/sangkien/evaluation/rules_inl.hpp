#pragma once

#include <algorithm>

#include "../rulebook/calendar_section.hpp"
#include "../rulebook/local_calendar_section.hpp"
#include "../rulebook/periods_section.hpp"
#include "duty_section_inl.hpp"
#include "rules.hpp"

namespace sangkien {

namespace detail {

inline std::vector<Term> compile_terms(Node section, Problems& problems)
{
    std::vector<Term> out;
    for (Node entry : children(section)) {
        Fields f(entry, problems);
        Term term{f.name(), f.text("letter", Need::optional), entry.citation()};
        f.allow_annotations();
        f.finish();
        out.push_back(std::move(term));
    }
    return out;
}

// Every rule cites a clause: the entries of named lists one by one, the others as a whole.
inline void check_citations(Node root, Problems& problems)
{
    const auto check = [&](Node node) {
        if (node && node.citation().clause.empty())
            problems.add(ErrorId::uncited_value, node.place(), {{"path", node.path()}});
    };
    for (const char* section : {"areas", "unit-kinds", "roles", "levels", "facts", "documents", "schedule", "clocks",
                                "conditions", "duties", "quota", "periods", "tracks", "safeguards", "transitional"})
        for (Node entry : children(root.get(section))) check(entry);
    for (Node transition : children(root.get("lifecycle").get("transitions"))) check(transition);
    for (Node part : children(root.get("scoring"))) check(part);
    check(root.get("selection"));
    for (Node area : children(root.get("index").get("areas")))
        for (Node component : children(area.get("components"))) check(component);
    for (const char* part : {"holidays", "make-up"})
        for (Node entry : children(root.get("calendar").get(part))) check(entry);
    for (Node entry : children(root.get("local-calendar"))) check(entry);
    for (Node year : children(root.get("calendar").get("years")))
        for (Node day : children(year.get("days"))) check(day);
}

// The clauses of the rulebooks in force. One that stands for no paper of its own is of the rulebook's, where that is a
// paper and no compilation of many.
inline std::vector<Clause> clauses_of(const std::vector<Rulebook>& rulebooks, const std::vector<std::size_t>& in_force)
{
    std::vector<Clause> out;
    for (const std::size_t i : in_force) {
        const Document& paper = rulebooks[i].document;
        for (Clause clause : rulebooks[i].clauses) {
            clause.rulebook = rulebooks[i].id;
            if (clause.document.empty() && !clause.issued && paper.provenance <= Provenance::official_document) {
                clause.document = paper.number;
                clause.issued = paper.issued;
            }
            out.push_back(std::move(clause));
        }
    }
    return out;
}

inline Calendar compile_calendars(Node root, const std::vector<Clause>& clauses, Problems& problems)
{
    Calendar out = compile_calendar(root.get("calendar"), clauses, problems);
    for (const CalendarLayer& layer : compile_local_calendars(root.get("local-calendar"), clauses, problems))
        if (!out.empty()) out = out.with_layer(layer);
    return out;
}

}  // namespace detail

SANGKIEN_INLINE Ruleset compile_ruleset(const std::vector<Rulebook>& rulebooks, Day on, const std::vector<Pick>& picks,
                                        Problems& problems, std::optional<Day> known)
{
    Ruleset out;
    out.from = out.until = on;
    for (std::size_t i = 0; i < rulebooks.size(); ++i)
        if (rulebooks[i].in_force(on) && rulebooks[i].known(known)) out.rulebooks.push_back(i);
    out.effective = overlay(rulebooks, on, picks, problems, known);
    const Node root = out.effective.tree.root();
    detail::check_citations(root, problems);
    out.areas = detail::compile_terms(root.get("areas"), problems);
    out.unit_kinds = detail::compile_terms(root.get("unit-kinds"), problems);
    out.roles = detail::compile_terms(root.get("roles"), problems);
    out.levels = detail::compile_terms(root.get("levels"), problems);
    out.calendar = detail::compile_calendars(root, detail::clauses_of(rulebooks, out.rulebooks), problems);
    if (known && !out.calendar.empty()) out.calendar = out.calendar.known_on(*known);
    out.periods = compile_periods(root.get("periods"), problems);
    out.milestones = compile_schedule(root.get("schedule"), root.get("roles"), problems);
    out.clocks = compile_clocks(root.get("clocks"), root.get("roles"), problems);
    out.table = compile_table(
        {root.get("lifecycle"), root.get("conditions"), root.get("roles"), root.get("facts"), root.get("schedule"),
         root.get("clocks"), root.get("levels"), root.get("documents"), root.get("scoring").get("classes"),
         root.get("quota"), root.get("tracks"), root.get("safeguards")},
        problems);
    for (Duty& duty : detail::DutySection(root, out.table, problems).compile())
        (duty.from.empty() ? out.duties : out.event_duties).push_back(std::move(duty));
    const Node states = root.get("lifecycle").get("states");
    out.rubric = compile_rubric(root.get("scoring"), problems);
    out.selection = compile_selection(root.get("selection"), out.rubric, problems);
    if (out.selection.stated && out.table.stated && !out.selection.among.empty() &&
        !out.table.state(out.selection.among))
        unknown_name(problems, root.get("selection").get("among").place(), {"trạng thái", "state"}, out.selection.among,
                     detail::keys(states));
    out.quotas = compile_quota(root.get("quota"), root.get("unit-kinds"), root.get("levels"), states,
                               root.get("schedule"), problems);
    out.index = compile_index(root.get("index"), states, problems);
    out.transitional = compile_transitional(root.get("transitional"), problems);
    for (const Reading& reading : out.effective.readings) {
        if (covers("scoring", reading.path)) out.rubric.choices.push_back(reading.path);
        if (covers("selection", reading.path)) out.selection.choices.push_back(reading.path);
        if (covers("index", reading.path)) out.index.choices.push_back(reading.path);
    }
    return out;
}

SANGKIEN_INLINE Rules::Rules(std::vector<Rulebook> rulebooks, std::optional<Day> known)
    : rulebooks_(std::move(rulebooks)), known_(known)
{
    Problems problems;
    for (std::size_t i = 0; i < rulebooks_.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (rulebooks_[i].id == rulebooks_[j].id)
                problems.add(ErrorId::duplicate_rulebook, rulebooks_[i].tree.root().get("id").place(),
                             {{"id", rulebooks_[i].id}});
    in_layer_order(rulebooks_);
    const std::vector<Day> days = boundaries(rulebooks_, problems);
    // What else is wrong is told in the same run.
    if (!problems.empty() && !days.empty()) compile_ruleset(rulebooks_, days.back(), {}, problems, known_);
    problems.throw_if_any();
    Problems in_part;
    for (std::size_t i = 0; i < days.size(); ++i) {
        Problems here;
        Ruleset ruleset = compile_ruleset(rulebooks_, days[i], {}, here, known_);
        ruleset.from = days[i];
        ruleset.until = i + 1 < days.size() ? days[i + 1] : Day{INT32_MAX};
        // While one of the papers is not in force, the others need not hold together: nothing is evaluated there.
        const bool whole = ruleset.rulebooks.size() == rulebooks_.size();
        if (whole) here.throw_if_any();
        if (here.empty())
            rulesets_.push_back(std::move(ruleset));
        else
            in_part = std::move(here);
    }
    if (rulesets_.empty()) in_part.throw_if_any();
}

SANGKIEN_INLINE Rules Rules::known_on(Day day) const
{
    const Day known = known_ && *known_ < day ? *known_ : day;
    std::vector<Rulebook> issued;
    for (const Rulebook& book : rulebooks_)
        if (book.known(known)) issued.push_back(book);
    return Rules(std::move(issued), known);
}

SANGKIEN_INLINE const Ruleset* Rules::on(Day day) const noexcept
{
    const Ruleset* out = nullptr;
    for (const Ruleset& ruleset : rulesets_)
        if (ruleset.from <= day && day < ruleset.until) out = &ruleset;
    return out;
}

SANGKIEN_INLINE const Rulebook* Rules::rulebook(std::string_view id) const noexcept
{
    for (const Rulebook& book : rulebooks_)
        if (book.id == id) return &book;
    return nullptr;
}

SANGKIEN_INLINE const IndexTree& index_in_force(const Rules& rules, Day day)
{
    const Ruleset* ruleset = rules.on(day);
    if (ruleset != nullptr && ruleset->index.stated) return ruleset->index;
    throw Error(Problem{ErrorId::index_not_stated, {}, {{"day", to_text(day)}}});
}

}  // namespace sangkien
