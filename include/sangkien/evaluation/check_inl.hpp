// What the rules find wrong with a season: names they do not know, ballots they do not allow.
#pragma once

#include <algorithm>

#include "../rulebook/fields.hpp"
#include "changes_inl.hpp"
#include "evaluate.hpp"

namespace sangkien {

namespace detail {

class SeasonCheck {
public:
    // `changes`: those that a file of the season may meet; it may use the names of rules that it may come to stand under.
    SeasonCheck(const Ruleset& ruleset, const std::vector<RulesChange>& changes, const Season& season,
                Problems& problems)
        : ruleset_(ruleset), changes_(changes), season_(season), problems_(problems)
    {
        rulesets_.push_back(&ruleset);
        for (const RulesChange& change : changes)
            if (may_take(change)) rulesets_.push_back(change.ruleset);
    }

    void run()
    {
        if (!ruleset_.unit_kinds.empty())
            for (std::size_t i = 0; i < season_.units.size(); ++i)
                known(ruleset_.unit_kinds, season_.units[i].kind, season_.units[i].kind_mark,
                      "/units/" + text(i) + "/kind", {"loại đơn vị", "unit kind"});
        for (std::size_t i = 0; i < season_.initiatives.size(); ++i) check_initiative(season_.initiatives[i], i);
        for (std::size_t i = 0; i < season_.duties.size(); ++i) check_duty(i);
        check_ballots(ruleset_.rubric, season_, problems_);
        check_index_entries(ruleset_.index, season_, problems_);
        for (const Ruleset* ruleset : rulesets_) check_calendar(*ruleset);
    }

private:
    static std::string text(std::size_t i) { return whole_text(static_cast<std::int64_t>(i)); }

    void known(const std::vector<Term>& terms, const std::string& id, Mark mark, std::string pointer, const Words& what)
    {
        if (id.empty()) return;
        std::vector<std::string> names;
        for (const Term& term : terms) names.push_back(term.name.id);
        known(names, id, mark, std::move(pointer), what);
    }

    void known(const std::vector<std::string>& names, const std::string& id, Mark mark, std::string pointer,
               const Words& what)
    {
        if (id.empty() || std::find(names.begin(), names.end(), id) != names.end()) return;
        unknown_name(problems_, {season_.file, std::move(pointer), mark}, what, id, names);
    }

    void check_initiative(const Initiative& initiative, std::size_t index)
    {
        const std::string pointer = "/initiatives/" + text(index);
        if (!ruleset_.areas.empty())
            known(all(&Ruleset::areas), initiative.area, initiative.area_mark, pointer + "/area", {"lĩnh vực", "area"});
        if (!ruleset_.levels.empty())
            known(all(&Ruleset::levels), initiative.level, initiative.level_mark, pointer + "/level",
                  {"cấp công nhận", "level"});
        check_choices(initiative, pointer);
        std::vector<std::string> facts;
        for (const Ruleset* ruleset : rulesets_)
            for (const FactRule& fact : ruleset->table.facts) facts.push_back(fact.name.id);
        once(facts);
        for (const DeclaredFact& fact : initiative.facts)
            if (!facts.empty())
                known(facts, fact.name, fact.mark, pointer + "/facts/" + fact.name, {"nội dung xác nhận", "fact"});
        std::vector<std::string> documents;
        for (const Ruleset* ruleset : rulesets_)
            for (std::string& document : ids(ruleset->table.documents)) documents.push_back(std::move(document));
        once(documents);
        for (const FiledDocument& document : initiative.documents)
            if (!documents.empty())
                known(documents, document.name, document.mark, pointer + "/documents/" + document.name,
                      {"giấy tờ", "document"});
        if (!ruleset_.table.stated) return;
        std::vector<std::string> events;
        for (const Ruleset* ruleset : rulesets_)
            for (std::string& event : ruleset->table.events()) events.push_back(std::move(event));
        once(events);
        const std::vector<Term> roles = all(&Ruleset::roles);
        for (std::size_t i = 0; i < initiative.events.size(); ++i) {
            const Event& event = initiative.events[i];
            const std::string at = pointer + "/events/" + text(i);
            known(events, event.on, event.on_mark, at + "/on", {"sự kiện", "event"});
            known(roles, event.by, event.by_mark, at + "/by", {"vai trò", "role"});
        }
    }

    // The terms of all rules that a file may stand under.
    std::vector<Term> all(std::vector<Term> Ruleset::*terms) const
    {
        std::vector<Term> out;
        for (const Ruleset* ruleset : rulesets_)
            for (const Term& candidate : ruleset->*terms)
                if (std::none_of(out.begin(), out.end(),
                                 [&](const Term& other) { return other.name.id == candidate.name.id; }))
                    out.push_back(candidate);
        return out;
    }

    // Each name once, in the order in which they came.
    static void once(std::vector<std::string>& names)
    {
        for (auto name = names.begin(); name != names.end();)
            name = std::find(names.begin(), name, *name) == name ? name + 1 : names.erase(name);
    }

    void check_choices(const Initiative& initiative, const std::string& pointer)
    {
        for (const Choice& choice : initiative.choices) {
            std::vector<std::string> offered;
            for (const RulesChange& change : changes_)
                if (const TransitionalRule* rule = transitional_rule(change, choice.path))
                    for (const char* value : {"old", "new"})
                        if (rule->declarable(value)) offered.emplace_back(value);
            if (std::find(offered.begin(), offered.end(), choice.value) != offered.end()) continue;
            problems_.add(
                ErrorId::choice_not_offered, {season_.file, pointer + "/choices/" + choice.path, choice.mark},
                {{"value", choice.value}, {"path", choice.path}, {"known", offered.empty() ? "-" : joined(offered)}});
        }
    }

    void check_duty(std::size_t index)
    {
        const DutyDone& done = season_.duties[index];
        std::vector<std::string> names;
        const std::vector<Duty> Ruleset::*kind = done.initiative.empty() ? &Ruleset::duties : &Ruleset::event_duties;
        for (const Duty& duty : ruleset_.*kind) names.push_back(duty.name.id);
        // A later change of the rules may bring duties of its own.
        if (!done.initiative.empty())
            for (const RulesChange& change : changes_)
                for (const Duty& duty : change.ruleset->event_duties) names.push_back(duty.name.id);
        once(names);
        known(names, done.duty, done.mark, "/duties/" + text(index) + "/duty",
              done.initiative.empty() ? Words{"nhiệm vụ", "duty"}
                                      : Words{"nhiệm vụ của sáng kiến", "duty born of an event"});
        if (!done.since) return;
        std::vector<std::string> moments;
        for (const Initiative& initiative : season_.initiatives)
            for (const Event& event : initiative.events)
                if (initiative.id == done.initiative) moments.push_back(to_text(event.at));
        known(moments, to_text(*done.since), done.mark, "/duties/" + text(index) + "/since",
              {"thời điểm sự kiện của sáng kiến", "instant of an event of the initiative"});
    }

    // The milestones of the season fall in its year, so that year must be decided.
    void check_calendar(const Ruleset& ruleset)
    {
        if (ruleset.milestones.empty()) return;
        const Place place{season_.file, "/year", season_.year_mark};
        if (ruleset.calendar.empty())
            problems_.add(ErrorId::no_calendar, place);
        else if (!ruleset.calendar.decided(season_.year))
            problems_.add(
                ErrorId::year_not_decided, place,
                {{"year", std::int64_t{season_.year}}, {"why", Words{"các mốc của đợt", "the season's milestones"}}});
    }

    const Ruleset& ruleset_;
    const std::vector<RulesChange>& changes_;
    const Season& season_;
    Problems& problems_;
    std::vector<const Ruleset*> rulesets_;
};

// The rulesets of a season: the compiled ones, or some of its own when it picks other readings.
class SeasonRules {
public:
    SeasonRules(const Rules& rules, const Season& season, Problems& problems) : rules_(rules)
    {
        ruleset_ = rules.on(season.opened);
        if (ruleset_ == nullptr) {
            const std::string book = rules.rulebooks().empty() ? "-" : rules.rulebooks().back().id;
            problems.add(ErrorId::season_before_rules, {season.file, "/opened", season.opened_mark},
                         {{"day", to_text(season.opened)}, {"rulebook", book}});
            return;
        }
        if (!stands_under(rules, season, problems)) ruleset_ = nullptr;
        if (ruleset_ == nullptr) return;
        changes_ = changes_after(rules, season.opened);
        if (!season.choices.empty()) pick(season, problems);
    }
    SeasonRules(const SeasonRules&) = delete;
    SeasonRules& operator=(const SeasonRules&) = delete;

    // Null where no rules are in force that the season could be held against.
    const Ruleset* get() const noexcept { return ruleset_; }
    const std::vector<RulesChange>& changes() const noexcept { return changes_; }

private:
    // A clause on open files stands in the later rules and is picked there; other picks hold there where they are offered.
    void pick(const Season& season, Problems& problems)
    {
        std::vector<Pick> first;
        std::vector<std::vector<Pick>> later(changes_.size());
        for (const Choice& choice : season.choices) {
            const Pick pick{choice.path, choice.value, {season.file, "/choices/" + choice.path, choice.mark}};
            bool taken = false;
            for (std::size_t i = 0; i < changes_.size(); ++i)
                if (may_take(changes_[i]) && offers(*changes_[i].ruleset, pick)) {
                    later[i].push_back(pick);
                    taken = taken || covers("transitional", pick.path);
                }
            if (!taken || offers(*ruleset_, pick)) first.push_back(pick);
        }
        if (!first.empty()) ruleset_ = compiled(season.opened, first, problems);
        for (std::size_t i = 0; i < changes_.size(); ++i)
            if (!later[i].empty()) changes_[i].ruleset = compiled(changes_[i].from, later[i], problems);
    }

    const Ruleset* compiled(Day on, const std::vector<Pick>& picks, Problems& problems)
    {
        own_.push_back(
            std::make_unique<Ruleset>(compile_ruleset(rules_.rulebooks(), on, picks, problems, rules_.known())));
        return own_.back().get();
    }

    // False when a rulebook of the season is not in force: whatever else could be said would follow from that.
    static bool stands_under(const Rules& rules, const Season& season, Problems& problems)
    {
        bool in_force = true;
        for (std::size_t i = 0; i < season.rulebooks.size(); ++i) {
            const RulebookName& name = season.rulebooks[i];
            const Place place{season.file, "/rulebooks/" + whole_text(static_cast<std::int64_t>(i)), name.mark};
            const Rulebook* book = rules.rulebook(name.id);
            if (book == nullptr) {
                problems.add(ErrorId::season_rulebook_missing, place, {{"id", name.id}});
            } else if (!book->in_force(season.opened)) {
                problems.add(ErrorId::season_before_rules, place,
                             {{"day", to_text(season.opened)}, {"rulebook", name.id}});
                in_force = false;
            }
        }
        return in_force;
    }

    const Rules& rules_;
    const Ruleset* ruleset_ = nullptr;
    std::vector<RulesChange> changes_;
    std::vector<std::unique_ptr<Ruleset>> own_;
};

// The rules of a season that stands under them without a problem; throws Error with all there are.
class CheckedRules {
public:
    CheckedRules(const Rules& rules, const Season& season) : CheckedRules(rules, season, Problems()) {}

    const Ruleset& get() const noexcept { return *rules_.get(); }
    const SeasonRules& rules() const noexcept { return rules_; }

private:
    CheckedRules(const Rules& rules, const Season& season, Problems&& problems) : rules_(rules, season, problems)
    {
        if (rules_.get() != nullptr) SeasonCheck(*rules_.get(), rules_.changes(), season, problems).run();
        problems.throw_if_any();
    }

    SeasonRules rules_;
};

}  // namespace detail

SANGKIEN_INLINE void check_season(const Rules& rules, const Season& season, Problems& problems)
{
    const detail::SeasonRules chosen(rules, season, problems);
    if (chosen.get() != nullptr) detail::SeasonCheck(*chosen.get(), chosen.changes(), season, problems).run();
}

}  // namespace sangkien
