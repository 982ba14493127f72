// Fact source (nguồn dữ kiện): where a host that does not put every fact into the season is asked for one.
//
//   struct Register : FactSource {
//       Truth fact(const Initiative& of, std::string_view name, Instant as_of) override { ... }
//   };
//   Register source;
//   const Report report = evaluate(rules, season, as_of, source);   // report.asked: what it answered
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "season.hpp"

namespace sangkien {

// Asked for a fact only when a condition needs it and the season does not state it, and at most once in an evaluation for
// one initiative and one name. An answer stands for the whole file, as one that the season states: it is what people
// have stated by `as_of`, the instant of the report. Truth::undetermined: nobody has stated it. What is thrown leaves
// the evaluation as it is, and there is no report.
struct FactSource {
    FactSource() = default;
    FactSource(const FactSource&) = default;
    FactSource& operator=(const FactSource&) = default;
    virtual ~FactSource() = default;

    virtual Truth fact(const Initiative& initiative, std::string_view name, Instant as_of) = 0;
};

// Asked fact (dữ kiện đã hỏi), with what the host answered.
struct AskedFact {
    std::string initiative;
    Name fact;
    Truth value = Truth::undetermined;
};

// The season with what was answered as facts of its own, so that an evaluation can be repeated, and recorded, without the
// host. What was answered with undetermined stays unstated. An initiative that the season does not have is passed over.
Season with_answers(Season season, const std::vector<AskedFact>& asked);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "fact_source_inl.hpp"
#endif
