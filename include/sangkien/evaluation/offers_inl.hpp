// Readings that a paper offers and that could not be used if somebody picked them.
#pragma once

#include <algorithm>

#include "../rulebook/diagnostics.hpp"
#include "../rulebook/paper_checks.hpp"
#include "rules.hpp"

namespace sangkien::detail {

// Picks the first reading offered of every value at once, then the second, and so on: a problem lies at the value that
// brings it about, so that one round tells of all.
class OfferCheck {
public:
    OfferCheck(const std::vector<Rulebook>& rulebooks, const Ruleset& ruleset, std::optional<Day> known,
               Diagnostics& found)
        : rulebooks_(rulebooks), ruleset_(ruleset), known_(known), found_(found)
    {
    }

    void run()
    {
        std::size_t most = 0;
        for (const Reading& reading : ruleset_.effective.readings) most = std::max(most, reading.offered.size());
        for (std::size_t turn = 0; turn < most; ++turn) {
            std::vector<Pick> picks;
            for (const Reading& reading : ruleset_.effective.readings)
                if (turn < reading.offered.size() && reading.offered[turn] != reading.value)
                    picks.push_back({reading.path, reading.offered[turn], {}});
            if (!picks.empty()) check(picks, turn);
        }
    }

private:
    void check(const std::vector<Pick>& picks, std::size_t turn)
    {
        Problems problems;
        const Effective rules = overlay(rulebooks_, ruleset_.from, picks, problems, known_);
        compile(rules.tree.root(), problems);
        try {
            problems.throw_if_any();
        } catch (const Error& error) {
            for (const Problem& problem : error.problems())
                for (const Pick& pick : picks)
                    if (problem.place.pointer == follow(rules.tree.root(), pick.path).place().pointer)
                        tell(pick, turn, problem);
        }
    }

    static void compile(Node root, Problems& problems)
    {
        compile_schedule(root.get("schedule"), root.get("roles"), problems);
        compile_clocks(root.get("clocks"), root.get("roles"), problems);
        const Rubric rubric = compile_rubric(root.get("scoring"), problems);
        compile_selection(root.get("selection"), rubric, problems);
        compile_quota(root.get("quota"), root.get("unit-kinds"), root.get("levels"),
                      root.get("lifecycle").get("states"), root.get("schedule"), problems);
        compile_index(root.get("index"), root.get("lifecycle").get("states"), problems);
    }

    void tell(const Pick& pick, std::size_t turn, const Problem& problem)
    {
        const std::size_t dot = pick.path.rfind('.');
        const Node object = follow(ruleset_.effective.tree.root(), std::string_view(pick.path).substr(0, dot));
        Node offer = object.get("choices").get(std::string_view(pick.path).substr(dot + 1)).first();
        for (std::size_t i = 0; i < turn; ++i) offer = offer.next();
        found_.warn(ErrorId::offer_unusable, offer,
                    {{"value", pick.value},
                     {"path", pick.path},
                     {"why", Words{explanation(problem, Language::vi), explanation(problem, Language::en)}}});
    }

    const std::vector<Rulebook>& rulebooks_;
    const Ruleset& ruleset_;
    std::optional<Day> known_;
    Diagnostics& found_;
};

}  // namespace sangkien::detail
