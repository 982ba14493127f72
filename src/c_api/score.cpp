// The C interface to councils: sheets of scores, views, who may sit.
#include <sangkien/score.h>

#include <sangkien/evaluation/evaluate.hpp>
#include <sangkien/io/score_sheet.hpp>
#include <sangkien/io/season_reader.hpp>
#include <sangkien/io/view_text.hpp>

#include "handles.hpp"

using namespace sangkien::c_api;

namespace {

std::optional<sangkien::Instant> moment(const char* text, std::size_t size)
{
    if (text == nullptr) return std::nullopt;
    return sangkien::parse_instant({text, size});
}

sangkien::Disclosure disclosure_of(const sangkien_disclosure* given)
{
    sangkien::Disclosure out;
    if (given == nullptr) return out;
    const sangkien_disclosure asked = known_options(*given);
    if (asked.least_ballots < 1) throw bad_argument("disclosure->least_ballots", asked.least_ballots);
    out.closed = moment(asked.closed, asked.closed_size);
    out.announced = moment(asked.announced, asked.announced_size);
    out.least_ballots = asked.least_ballots;
    return out;
}

}  // namespace

std::int32_t sangkien_score(sangkien_text** scores, const sangkien_rules* rules, const char* sheet,
                            std::size_t sheet_size, const sangkien_evaluate_options* options, sangkien_error** error)
{
    return make_handle(scores, "scores", error, [&] {
        require(rules, "rules");
        require(sheet, "sheet");
        const sangkien_evaluate_options asked = checked_options(options);
        const sangkien::Instant as_of = sangkien::parse_instant({asked.as_of, asked.as_of_size});
        sangkien::Problems problems;
        const sangkien::Season read =
            sangkien::read_score_sheet({sheet, sheet_size}, text_or(asked.label, asked.label_size, "sheet"), problems);
        problems.throw_if_any();
        const auto found = sangkien::score_sheet(rules->rules, read, as_of);
        return asked.format == SANGKIEN_JSON ? sangkien::score_json(found, as_of)
                                             : sangkien::score_text(found, as_of, language_of(asked.language));
    });
}

std::int32_t sangkien_view(sangkien_text** view, const sangkien_rules* rules, const char* season,
                           std::size_t season_size, const sangkien_evaluate_options* options, const char* viewer,
                           std::size_t viewer_size, const sangkien_disclosure* disclosure, sangkien_error** error)
{
    return make_handle(view, "view", error, [&] {
        require(rules, "rules");
        require(season, "season");
        require(viewer, "viewer");
        const sangkien_evaluate_options asked = checked_options(options);
        const sangkien::Disclosure when = disclosure_of(disclosure);
        const sangkien::Instant as_of = sangkien::parse_instant({asked.as_of, asked.as_of_size});
        const sangkien::Season facts =
            sangkien::read_season({season, season_size}, text_or(asked.label, asked.label_size, "season"));
        const std::string who(viewer, viewer_size);
        const auto found = view_of(sangkien::evaluate(rules->rules, facts, as_of), rules->rules, facts, who, when);
        return asked.format == SANGKIEN_JSON ? sangkien::view_json(found, who, as_of)
                                             : sangkien::view_text(found, who, as_of, language_of(asked.language));
    });
}

std::int32_t sangkien_eligible(sangkien_text** eligible, const sangkien_rules* rules, const char* season,
                               std::size_t season_size, const char* person, std::size_t person_size, const char* unit,
                               std::size_t unit_size, std::int32_t format, std::int32_t language,
                               sangkien_error** error)
{
    return make_handle(eligible, "eligible", error, [&] {
        require(rules, "rules");
        require(season, "season");
        if (format != SANGKIEN_JSON && format != SANGKIEN_TEXT) throw bad_argument("format", format);
        if (language != SANGKIEN_VI && language != SANGKIEN_EN) throw bad_argument("language", language);
        const sangkien::Season facts = sangkien::read_season({season, season_size}, "season");
        std::vector<sangkien::Member> members;
        if (person != nullptr && person_size > 0)
            members.push_back(sangkien::candidate(facts, {person, person_size},
                                                  unit != nullptr ? std::string(unit, unit_size) : std::string()));
        const auto found = sangkien::eligible(rules->rules, facts, members);
        return format == SANGKIEN_JSON ? sangkien::eligible_json(found)
                                       : sangkien::eligible_text(found, language_of(language));
    });
}
