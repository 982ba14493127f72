// The C interface to explanations.
#include <sangkien/explain.h>

#include <sangkien/io/evaluate_text.hpp>
#include <sangkien/io/explanation_json.hpp>
#include <sangkien/io/explanation_text.hpp>
#include <sangkien/io/season_reader.hpp>

#include "handles.hpp"

using sangkien::Language;
using namespace sangkien::c_api;

std::int32_t sangkien_explain(sangkien_text** explanation, const sangkien_rules* rules, const char* season,
                              std::size_t season_size, const sangkien_evaluate_options* options, const char* path,
                              std::size_t path_size, sangkien_error** error)
{
    return make_handle(explanation, "explanation", error, [&] {
        require(rules, "rules");
        require(season, "season");
        const sangkien_evaluate_options asked = checked_options(options);
        const auto as_of = sangkien::parse_instant({asked.as_of, asked.as_of_size});
        const std::string label = asked.label != nullptr ? std::string(asked.label, asked.label_size) : "season";
        const sangkien::Report report = sangkien::evaluate_text(rules->rules, {season, season_size}, label, as_of);
        const sangkien::Season facts = sangkien::read_season({season, season_size}, label);
        const sangkien::Explanation why = path != nullptr ? explain(rules->rules, facts, report, {path, path_size})
                                                          : explain_unmet(rules->rules, facts, report);
        const auto language = asked.language == SANGKIEN_VI ? Language::vi : Language::en;
        return asked.format == SANGKIEN_JSON ? explanation_json(why) : explanation_text(why, language);
    });
}
