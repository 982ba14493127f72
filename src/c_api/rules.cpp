// The C interface to rules, reports and texts.
#include <utility>
#include <vector>

#include <sangkien/sangkien.hpp>

#include "handles.hpp"

using sangkien::Language;
using namespace sangkien::c_api;

namespace {

std::vector<std::string> texts_of(const char* const* texts, const std::size_t* sizes, std::size_t count,
                                  const char* name)
{
    if (count > 0) require(texts, name);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < count; ++i) {
        require(texts[i], name);
        out.emplace_back(texts[i], sizes != nullptr ? sizes[i] : std::strlen(texts[i]));
    }
    return out;
}

}  // namespace

sangkien_evaluate_options sangkien::c_api::checked_options(const sangkien_evaluate_options* given)
{
    require(given, "options");
    const sangkien_evaluate_options out = known_options(*given);
    require(out.as_of, "options->as_of");
    if (out.format != SANGKIEN_JSON && out.format != SANGKIEN_TEXT) throw bad_argument("options->format", out.format);
    if (out.language != SANGKIEN_VI && out.language != SANGKIEN_EN)
        throw bad_argument("options->language", out.language);
    return out;
}

std::int32_t sangkien_abi_version(void) { return SANGKIEN_ABI_VERSION; }

const char* sangkien_version(void) { return sangkien::version(); }

std::int32_t sangkien_rules_load(sangkien_rules** rules, const char* const* names, const std::size_t* sizes,
                                 std::size_t count, sangkien_error** error)
{
    return make_handle(rules, "rules", error,
                       [&] { return sangkien::load_rules(texts_of(names, sizes, count, "names")); });
}

std::int32_t sangkien_rules_load_text(sangkien_rules** rules, const char* const* texts, const std::size_t* sizes,
                                      std::size_t count, sangkien_error** error)
{
    return make_handle(rules, "rules", error,
                       [&] { return sangkien::load_rules_text(texts_of(texts, sizes, count, "texts")); });
}

std::int32_t sangkien_rules_known_on(sangkien_rules** known, const sangkien_rules* rules, const char* day,
                                     std::size_t day_size, sangkien_error** error)
{
    return make_handle(known, "known", error, [&] {
        require(rules, "rules");
        require(day, "day");
        return rules->rules.known_on(sangkien::parse_day({day, day_size}));
    });
}

std::size_t sangkien_rules_count(const sangkien_rules* rules)
{
    return rules != nullptr ? rules->rules.rulebooks().size() : 0;
}

const char* sangkien_rules_id(const sangkien_rules* rules, std::size_t index)
{
    return index < sangkien_rules_count(rules) ? rules->rules.rulebooks()[index].id.c_str() : nullptr;
}

void sangkien_rules_free(sangkien_rules* rules) { delete rules; }

std::int32_t sangkien_evaluate(sangkien_text** report, const sangkien_rules* rules, const char* season,
                               std::size_t season_size, const sangkien_evaluate_options* options,
                               sangkien_error** error)
{
    return make_handle(report, "report", error, [&] {
        require(rules, "rules");
        require(season, "season");
        const sangkien_evaluate_options asked = checked_options(options);
        const auto as_of = sangkien::parse_instant({asked.as_of, asked.as_of_size});
        std::string label = asked.label != nullptr ? std::string(asked.label, asked.label_size) : "season";
        const auto result = sangkien::evaluate_text(rules->rules, {season, season_size}, std::move(label), as_of);
        const auto language = asked.language == SANGKIEN_VI ? Language::vi : Language::en;
        return asked.format == SANGKIEN_JSON ? report_json(result) : report_text(result, language);
    });
}

std::int32_t sangkien_schema(sangkien_text** schema, const char* name, std::size_t name_size, sangkien_error** error)
{
    return make_handle(schema, "schema", error, [&] {
        require(name, "name");
        std::string content = sangkien::builtin_schema({name, name_size});
        if (content.empty()) {
            const std::string text(name, name_size);
            throw Misuse{{"Không có lược đồ \"" + text + "\".", "There is no schema \"" + text + "\"."}};
        }
        return content;
    });
}

const char* sangkien_text_data(const sangkien_text* text) { return text != nullptr ? text->content.c_str() : ""; }

std::size_t sangkien_text_size(const sangkien_text* text) { return text != nullptr ? text->content.size() : 0; }

void sangkien_text_free(sangkien_text* text) { delete text; }
