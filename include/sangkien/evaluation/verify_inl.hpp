#pragma once

#include <algorithm>

#include "../core/limits.hpp"
#include "../index/index_checks.hpp"
#include "../lifecycle/table_checks.hpp"
#include "../quota/quota_checks.hpp"
#include "../rulebook/deadline_checks.hpp"
#include "../rulebook/paper_checks.hpp"
#include "../scoring/scoring_checks.hpp"
#include "duty_checks_inl.hpp"
#include "offers_inl.hpp"
#include "quota_reach_inl.hpp"
#include "transitional_checks_inl.hpp"
#include "unused_inl.hpp"
#include "verify.hpp"

namespace sangkien {

namespace detail {

class Verification {
public:
    Verification(const Rules& rules, const VerifyOptions& options) : rules_(rules)
    {
        first_year_ = options.first_year != 0 ? options.first_year : civil(last_change()).year;
        first_year_ = std::min(std::max(first_year_, limits::first_year + 1), limits::last_year - 11);
        last_year_ = std::min(options.last_year != 0 ? options.last_year : first_year_ + 10, limits::last_year - 1);
    }

    std::vector<Diagnostic> run()
    {
        UsedNames used;
        for (const Ruleset& ruleset : rules_.rulesets()) used.collect(ruleset);
        for (const Rulebook& book : rules_.rulebooks()) {
            check_values(book, found_, rules_.known());
            check_paths(book, found_);
            check_texts(book, found_);
            if (!is_top(book)) continue;
            check_clauses(book, rules_.rulebooks(), found_);
            used.check(book, found_);
        }
        TransitionalCheck(rules_, found_).run();
        for (const Ruleset& ruleset : rules_.rulesets())
            // Nothing is evaluated while one of the papers is not in force.
            if (ruleset.rulebooks.size() == rules_.rulebooks().size()) check_window(ruleset);
        std::vector<Diagnostic> out = found_.take();
        for (Diagnostic& diagnostic : out) {
            diagnostic.waived = waiver_of(diagnostic);
            point_into_source(diagnostic);
        }
        add_idle_waivers(out);
        sort(out);
        return out;
    }

private:
    Day last_change() const
    {
        Day out = parse_day("1970-01-01");
        for (const Ruleset& ruleset : rules_.rulesets()) out = std::max(out, ruleset.from);
        return out;
    }

    bool is_top(const Rulebook& book) const
    {
        for (const Rulebook& other : rules_.rulebooks())
            if (std::find(other.under.begin(), other.under.end(), book.id) != other.under.end()) return false;
        return true;
    }

    void check_window(const Ruleset& ruleset)
    {
        const Node root = ruleset.effective.tree.root();
        const Procedure procedure{ruleset.table, ruleset.milestones, ruleset.clocks, ruleset.effective};
        const std::vector<std::string> unreachable = unreachable_states(procedure);
        check_procedure(procedure, found_);
        DutyCheck(ruleset, found_).run();
        check_scoring(root.get("scoring"), ruleset.rubric, found_);
        check_quotas(ruleset.effective, ruleset.quotas, unreachable, found_);
        QuotaReach(ruleset, found_).run();
        check_index(root.get("index"), ruleset.index, unreachable, found_);
        const SelectionRule& selection = ruleset.selection;
        if (std::find(unreachable.begin(), unreachable.end(), selection.among) != unreachable.end())
            found_.warn(ErrorId::counts_nothing, root.get("selection").get("among"), {{"state", selection.among}});
        for (const char* section : {"schedule", "scoring", "selection", "quota", "index"})
            check_provenance(root.get(section));
        OfferCheck(rules_.rulebooks(), ruleset, rules_.known(), found_).run();
        const int first = std::max(first_year_, civil(std::max(ruleset.from, day_of(2, 1, 1))).year);
        const int last = std::min(last_year_, civil(std::min(ruleset.until, day_of(limits::last_year, 1, 1)) - 1).year);
        check_deadlines(root.get("schedule"), ruleset.milestones, ruleset.calendar, first, last, found_);
    }

    // The widest value that rests on nothing anybody checked.
    void check_provenance(Node node)
    {
        if (!node) return;
        if (node.citation().provenance == Provenance::unverified) {
            found_.warn(ErrorId::value_unverified, node, {{"path", node.path()}});
            return;
        }
        for (Node child : children(node)) check_provenance(child);
    }

    std::optional<Words> waiver_of(const Diagnostic& diagnostic)
    {
        for (const Rulebook& book : rules_.rulebooks())
            for (const Waiver& waiver : book.waivers)
                if (waiver.id == diagnostic.problem.id && waiver.path == diagnostic.path) {
                    used_.push_back(&waiver);
                    return waiver.reason;
                }
        return std::nullopt;
    }

    void add_idle_waivers(std::vector<Diagnostic>& out) const
    {
        for (const Rulebook& book : rules_.rulebooks())
            for (const Waiver& waiver : book.waivers)
                if (is_top(book) && std::find(used_.begin(), used_.end(), &waiver) == used_.end()) {
                    const std::string key = code(waiver.id) + " " + waiver.path;
                    out.push_back({{ErrorId::waiver_idle, waiver.place, {{"key", key}}},
                                   Severity::warning,
                                   "waivers." + key,
                                   std::nullopt});
                }
    }

    static Node at_mark(Node node, Mark mark)
    {
        if (node.mark().line == mark.line && node.mark().column == mark.column) return node;
        for (Node child : children(node))
            if (const Node out = at_mark(child, mark)) return out;
        return {};
    }

    // A value of a window was found in the merged rules: its pointer leaves out the list of versions it stands in.
    void point_into_source(Diagnostic& diagnostic) const
    {
        Place& place = diagnostic.problem.place;
        for (const Rulebook& book : rules_.rulebooks())
            if (book.file == place.file)
                if (const Node node = at_mark(book.tree.root(), place.mark)) place.pointer = node.place().pointer;
    }

    static void sort(std::vector<Diagnostic>& out)
    {
        std::stable_sort(out.begin(), out.end(), [](const Diagnostic& a, const Diagnostic& b) {
            const Place &x = a.problem.place, &y = b.problem.place;
            if (x.file != y.file) return x.file < y.file;
            if (x.mark.line != y.mark.line) return x.mark.line < y.mark.line;
            if (x.mark.column != y.mark.column) return x.mark.column < y.mark.column;
            return number(a.problem.id) < number(b.problem.id);
        });
    }

    const Rules& rules_;
    int first_year_ = 0;
    int last_year_ = 0;
    Diagnostics found_;
    std::vector<const Waiver*> used_;
};

}  // namespace detail

SANGKIEN_INLINE std::vector<Diagnostic> verify(const Rules& rules, const VerifyOptions& options)
{
    return detail::Verification(rules, options).run();
}

SANGKIEN_INLINE std::vector<Diagnostic> verify(const std::vector<Rulebook>& rulebooks, const VerifyOptions& options)
{
    try {
        return verify(Rules(rulebooks), options);
    } catch (const Error& error) {
        std::vector<Diagnostic> out;
        for (const Problem& problem : error.problems()) out.push_back({problem, Severity::error, {}, std::nullopt});
        return out;
    }
}

}  // namespace sangkien
