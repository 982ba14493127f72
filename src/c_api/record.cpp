// The C interface to decision records.
#include <sangkien/record.h>

#include <sangkien/io/record.hpp>

#include "handles.hpp"

using namespace sangkien::c_api;

std::int32_t sangkien_record_make(sangkien_text** record, const sangkien_rules* rules, const char* season,
                                  std::size_t season_size, const sangkien_evaluate_options* options, const char* note,
                                  std::size_t note_size, sangkien_error** error)
{
    return make_handle(record, "record", error, [&] {
        require(rules, "rules");
        require(season, "season");
        require(options, "options");
        const sangkien_evaluate_options asked = known_options(*options);
        require(asked.as_of, "options->as_of");
        const auto as_of = sangkien::parse_instant({asked.as_of, asked.as_of_size});
        std::string label = asked.label != nullptr ? std::string(asked.label, asked.label_size) : "season";
        const std::string_view kept = note != nullptr ? std::string_view(note, note_size) : std::string_view();
        return make_record(rules->rules, {season, season_size}, std::move(label), as_of, kept);
    });
}

std::int32_t sangkien_record_verify(std::int32_t* same, sangkien_text** check, const sangkien_rules* rules,
                                    const char* record, std::size_t record_size, const char* season,
                                    std::size_t season_size, const char* report, std::size_t report_size,
                                    sangkien_error** error)
{
    if (check != nullptr) *check = nullptr;
    return guarded(error, [&] {
        require(same, "same");
        require(rules, "rules");
        require(record, "record");
        require(season, "season");
        std::optional<std::string_view> kept;
        if (report != nullptr) kept.emplace(report, report_size);
        const sangkien::RecordCheck found =
            sangkien::verify_record({record, record_size}, rules->rules, {season, season_size}, "season", kept);
        if (check != nullptr) *check = new sangkien_text{record_check_json(found)};
        *same = found.same() ? 1 : 0;
    });
}
