// The C interface to duties.
#include <sangkien/duties.h>

#include <sangkien/io/duties_ics.hpp>
#include <sangkien/io/duties_json.hpp>
#include <sangkien/io/duties_text.hpp>
#include <sangkien/io/season_reader.hpp>

#include "handles.hpp"

using namespace sangkien::c_api;

namespace {

// What both functions are asked with.
struct Asked {
    sangkien_evaluate_options options;
    sangkien::Instant as_of;
    sangkien::Season season;
    sangkien::DutyQuery query;

    sangkien::Language language() const
    {
        return options.language == SANGKIEN_EN ? sangkien::Language::en : sangkien::Language::vi;
    }
};

Asked asked(const sangkien_rules* rules, const char* season, std::size_t season_size,
            const sangkien_evaluate_options* options, const char* role, std::size_t role_size)
{
    require(rules, "rules");
    require(season, "season");
    Asked out;
    out.options = checked_options(options);
    out.as_of = sangkien::parse_instant({out.options.as_of, out.options.as_of_size});
    std::string label =
        out.options.label != nullptr ? std::string(out.options.label, out.options.label_size) : "season";
    out.season = sangkien::read_season({season, season_size}, std::move(label));
    if (role != nullptr) out.query.role.assign(role, role_size);
    return out;
}

}  // namespace

std::int32_t sangkien_duties(sangkien_text** duties, const sangkien_rules* rules, const char* season,
                             std::size_t season_size, const sangkien_evaluate_options* options, const char* role,
                             std::size_t role_size, std::int32_t done, sangkien_error** error)
{
    return make_handle(duties, "duties", error, [&] {
        Asked one = asked(rules, season, season_size, options, role, role_size);
        one.query.all = done != 0;
        const auto found = sangkien::duties(rules->rules, one.season, one.as_of, one.query);
        if (one.options.format == SANGKIEN_JSON) return sangkien::duties_json(found, one.as_of);
        return sangkien::duties_text(found, one.as_of, one.language());
    });
}

std::int32_t sangkien_duties_ics(sangkien_text** calendar, const sangkien_rules* rules, const char* season,
                                 std::size_t season_size, const sangkien_evaluate_options* options, const char* role,
                                 std::size_t role_size, sangkien_error** error)
{
    return make_handle(calendar, "calendar", error, [&] {
        const Asked one = asked(rules, season, season_size, options, role, role_size);
        return sangkien::duties_ics(rules->rules, one.season, one.as_of, one.query, one.language());
    });
}
