// The C interface to the quotas of units.
#include <sangkien/quota.h>

#include <sangkien/io/quota_text.hpp>
#include <sangkien/io/season_reader.hpp>

#include "handles.hpp"

using namespace sangkien::c_api;

std::int32_t sangkien_quota(sangkien_text** quota, const sangkien_rules* rules, const char* season,
                            std::size_t season_size, const sangkien_evaluate_options* options, sangkien_error** error)
{
    return make_handle(quota, "quota", error, [&] {
        require(rules, "rules");
        require(season, "season");
        const sangkien_evaluate_options asked = checked_options(options);
        const sangkien::Instant as_of = sangkien::parse_instant({asked.as_of, asked.as_of_size});
        std::string label = asked.label != nullptr ? std::string(asked.label, asked.label_size) : "season";
        const auto found = sangkien::quota_accounts(
            rules->rules, sangkien::read_season({season, season_size}, std::move(label)), as_of);
        if (asked.format == SANGKIEN_JSON) return sangkien::quota_json(found, as_of);
        return sangkien::quota_text(found, as_of,
                                    asked.language == SANGKIEN_EN ? sangkien::Language::en : sangkien::Language::vi);
    });
}
