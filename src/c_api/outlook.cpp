// The C interface to what may be done now.
#include <sangkien/outlook.h>

#include <sangkien/io/outlook_json.hpp>
#include <sangkien/io/outlook_text.hpp>
#include <sangkien/io/season_reader.hpp>

#include "handles.hpp"

using namespace sangkien::c_api;

std::int32_t sangkien_outlook(sangkien_text** outlook, const sangkien_rules* rules, const char* season,
                              std::size_t season_size, const sangkien_evaluate_options* options, const char* person,
                              std::size_t person_size, std::int32_t ended, sangkien_error** error)
{
    return make_handle(outlook, "outlook", error, [&] {
        require(rules, "rules");
        require(season, "season");
        const sangkien_evaluate_options asked = checked_options(options);
        const sangkien::Instant as_of = sangkien::parse_instant({asked.as_of, asked.as_of_size});
        std::string label = asked.label != nullptr ? std::string(asked.label, asked.label_size) : "season";
        const std::string_view who = person != nullptr ? std::string_view(person, person_size) : std::string_view();
        const auto found = sangkien::outlook(
            rules->rules, sangkien::read_season({season, season_size}, std::move(label)), as_of, who, ended != 0);
        if (asked.format == SANGKIEN_JSON) return sangkien::outlook_json(found, as_of);
        return sangkien::outlook_text(found, as_of,
                                      asked.language == SANGKIEN_EN ? sangkien::Language::en : sangkien::Language::vi);
    });
}
