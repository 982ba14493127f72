// The answers of one evaluation's host, each asked for once.
#pragma once

#include <algorithm>
#include <map>
#include <string_view>
#include <variant>

#include "../facts/fact_source.hpp"
#include "../lifecycle/surroundings.hpp"
#include "../scoring/exclusion.hpp"

namespace sangkien::detail {

class HostFacts {
public:
    HostFacts(FactSource& source, const Season& season, Instant as_of) : source_(source), season_(season), as_of_(as_of)
    {
    }

    // `initiative` is one of the season's.
    Truth ask(const Initiative& initiative, const Name& name)
    {
        const auto index = static_cast<std::size_t>(&initiative - season_.initiatives.data());
        const auto known = answers_.find({index, name.id});
        if (known != answers_.end()) return known->second.value;
        const Truth answer = source_.fact(initiative, name.id, as_of_);
        answers_.emplace(std::make_pair(index, name.id), AskedFact{initiative.id, name, answer});
        return answer;
    }

    // With the facts on which it hangs who may sit on it.
    Initiative seated(const Rubric& rubric, const Initiative& initiative)
    {
        Initiative out = initiative;
        for (const Member& member : season_.council.members)
            for (const Finding& finding : eligibility(rubric, season_, member, initiative).findings) {
                if (finding.id != FindingId::fact_missing) continue;
                const auto fact = std::find_if(finding.inputs.begin(), finding.inputs.end(), [](const Argument& input) {
                    return std::string_view(input.key) == "fact";
                });
                const Name& name = std::get<Name>(fact->value);
                const Truth answer = ask(initiative, name);
                if (answer != Truth::undetermined && out.fact(name.id) == Truth::undetermined)
                    out.facts.push_back({name.id, answer == Truth::pass, {}});
            }
        return out;
    }

    // In the order of the season, then by name: when each was asked for does not show.
    std::vector<AskedFact> asked() const
    {
        std::vector<AskedFact> out;
        for (const auto& [key, answer] : answers_) out.push_back(answer);
        return out;
    }

private:
    FactSource& source_;
    const Season& season_;
    Instant as_of_;
    std::map<std::pair<std::size_t, std::string>, AskedFact> answers_;
};

// What one file asks of the host.
struct FileQuestions : FactQuestions {
    FileQuestions(HostFacts* of, const Initiative& about) : host(of), initiative(about) {}
    Truth ask(const Name& fact) const override { return host->ask(initiative, fact); }

    HostFacts* host;
    const Initiative& initiative;
};

}  // namespace sangkien::detail
