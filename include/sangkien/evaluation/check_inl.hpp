// What the rules find wrong with a season: names they do not know, ballots they do not allow.
#pragma once

#include <algorithm>

#include "../rulebook/fields.hpp"
#include "evaluate.hpp"

namespace sangkien {

namespace detail {

class SeasonCheck {
public:
    SeasonCheck(const Ruleset& ruleset, const Season& season, Problems& problems)
        : ruleset_(ruleset), season_(season), problems_(problems)
    {
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
        check_calendar();
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
            known(ruleset_.areas, initiative.area, initiative.area_mark, pointer + "/area", {"lĩnh vực", "area"});
        if (!ruleset_.levels.empty())
            known(ruleset_.levels, initiative.level, initiative.level_mark, pointer + "/level",
                  {"cấp công nhận", "level"});
        std::vector<std::string> facts;
        for (const FactRule& fact : ruleset_.table.facts) facts.push_back(fact.name.id);
        for (const DeclaredFact& fact : initiative.facts)
            if (!facts.empty())
                known(facts, fact.name, fact.mark, pointer + "/facts/" + fact.name, {"nội dung xác nhận", "fact"});
        const std::vector<std::string> documents = ids(ruleset_.table.documents);
        for (const FiledDocument& document : initiative.documents)
            if (!documents.empty())
                known(documents, document.name, document.mark, pointer + "/documents/" + document.name,
                      {"giấy tờ", "document"});
        if (!ruleset_.table.stated) return;
        const std::vector<std::string> events = ruleset_.table.events();
        for (std::size_t i = 0; i < initiative.events.size(); ++i) {
            const Event& event = initiative.events[i];
            const std::string at = pointer + "/events/" + text(i);
            known(events, event.on, event.on_mark, at + "/on", {"sự kiện", "event"});
            known(ruleset_.roles, event.by, event.by_mark, at + "/by", {"vai trò", "role"});
        }
    }

    void check_duty(std::size_t index)
    {
        std::vector<std::string> names;
        for (const Duty& duty : ruleset_.duties) names.push_back(duty.name.id);
        known(names, season_.duties[index].duty, season_.duties[index].mark, "/duties/" + text(index) + "/duty",
              {"nhiệm vụ", "duty"});
    }

    // The milestones of the season fall in its year, so that year must be decided.
    void check_calendar()
    {
        if (ruleset_.milestones.empty()) return;
        const Place place{season_.file, "/year", season_.year_mark};
        if (ruleset_.calendar.empty())
            problems_.add(ErrorId::no_calendar, place);
        else if (!ruleset_.calendar.decided(season_.year))
            problems_.add(
                ErrorId::year_not_decided, place,
                {{"year", std::int64_t{season_.year}}, {"why", Words{"các mốc của đợt", "the season's milestones"}}});
    }

    const Ruleset& ruleset_;
    const Season& season_;
    Problems& problems_;
};

// The ruleset of a season: the compiled one, or one of its own when it picks other readings.
class SeasonRules {
public:
    SeasonRules(const Rules& rules, const Season& season, Problems& problems)
    {
        ruleset_ = rules.on(season.opened);
        if (ruleset_ == nullptr) {
            const std::string book = rules.rulebooks().empty() ? "-" : rules.rulebooks().back().id;
            problems.add(ErrorId::season_before_rules, {season.file, "/opened", season.opened_mark},
                         {{"day", to_text(season.opened)}, {"rulebook", book}});
            return;
        }
        if (!stands_under(rules, season, problems)) ruleset_ = nullptr;
        if (ruleset_ == nullptr || season.choices.empty()) return;
        std::vector<Pick> picks;
        for (const Choice& choice : season.choices)
            picks.push_back({choice.path, choice.value, {season.file, "/choices/" + choice.path, choice.mark}});
        own_ = compile_ruleset(rules.rulebooks(), season.opened, picks, problems, rules.known());
        ruleset_ = &*own_;
    }
    SeasonRules(const SeasonRules&) = delete;
    SeasonRules& operator=(const SeasonRules&) = delete;

    // Null where no rules are in force that the season could be held against.
    const Ruleset* get() const noexcept { return ruleset_; }

private:
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

    const Ruleset* ruleset_ = nullptr;
    std::optional<Ruleset> own_;
};

// The rules of a season that stands under them without a problem; throws Error with all there are.
class CheckedRules {
public:
    CheckedRules(const Rules& rules, const Season& season) : CheckedRules(rules, season, Problems()) {}

    const Ruleset& get() const noexcept { return *rules_.get(); }

private:
    CheckedRules(const Rules& rules, const Season& season, Problems&& problems) : rules_(rules, season, problems)
    {
        if (rules_.get() != nullptr) SeasonCheck(*rules_.get(), season, problems).run();
        problems.throw_if_any();
    }

    SeasonRules rules_;
};

}  // namespace detail

SANGKIEN_INLINE void check_season(const Rules& rules, const Season& season, Problems& problems)
{
    const detail::SeasonRules chosen(rules, season, problems);
    if (chosen.get() != nullptr) detail::SeasonCheck(*chosen.get(), season, problems).run();
}

}  // namespace sangkien
