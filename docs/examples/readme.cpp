#include <cstdio>
#include <sangkien/sangkien.hpp>

int main()
{
    const auto rules = sangkien::load_rules({"gia-vien-934"});
    const auto season = sangkien::read_season(sangkien::read_file("tiny.season.json"));
    const auto report = sangkien::evaluate(rules, season, sangkien::parse_instant("2025-09-30T17:00+07:00"));
    for (const auto& initiative : report.initiatives) {
        std::printf("%s: %s\n", initiative.id.c_str(), initiative.state->words.en.c_str());
        for (const auto& finding : initiative.events[0].findings)
            std::printf("  %s\n", message(finding, sangkien::Language::en).c_str());
    }
}
