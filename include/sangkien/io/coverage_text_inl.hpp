#pragma once

#include <algorithm>

#include "coverage_text.hpp"
#include "error_json.hpp"
#include "loader.hpp"
#include "report_parts_inl.hpp"
#include "vectors.hpp"

namespace sangkien {

SANGKIEN_INLINE bool BookCoverage::whole() const
{
    return std::all_of(clauses.begin(), clauses.end(), [](const ClauseCoverage& clause) { return clause.whole(); });
}

SANGKIEN_INLINE bool RulesCoverage::whole() const
{
    return problems.empty() &&
           std::all_of(rulebooks.begin(), rulebooks.end(), [](const BookCoverage& book) { return book.whole(); });
}

SANGKIEN_INLINE RulesCoverage cover_rules(const std::vector<std::string>& names, const std::vector<std::string>& with,
                                          const std::vector<Season>& seasons, Instant as_of)
{
    RulesCoverage out;
    std::vector<VectorsRun> runs;
    std::vector<Rules> loaded;
    for (const std::string& name : names) {
        loaded.push_back(load_rules({name}));
        const VectorsText vectors = vectors_of(name);
        if (vectors.text.empty()) continue;
        runs.push_back(run_vectors(vectors.text, vectors.file, loaded.back().rulebooks()));
        out.problems.insert(out.problems.end(), runs.back().problems.begin(), runs.back().problems.end());
    }
    std::vector<Report> reports;
    if (!seasons.empty()) {
        std::vector<std::string> all = names;
        all.insert(all.end(), with.begin(), with.end());
        const Rules rules = load_rules(all);
        for (const Season& season : seasons) reports.push_back(evaluate(rules, season, as_of));
    }
    std::vector<CoverageCase> cases;
    for (const VectorsRun& run : runs)
        for (CoverageCase& one : run.cases()) cases.push_back(std::move(one));
    for (const Report& report : reports) cases.push_back({report.season, &report, {}});
    for (std::size_t i = 0; i < names.size(); ++i)
        for (const Rulebook& book : loaded[i].rulebooks())
            if (book.id == names[i] || book.file == names[i])
                out.rulebooks.push_back({book.id, cases.size(), coverage(book, cases)});
    return out;
}

namespace detail {

inline Words outcome_words(Truth outcome)
{
    return outcome == Truth::pass   ? Words{"đạt", "met"}
           : outcome == Truth::fail ? Words{"không đạt", "not met"}
                                    : Words{"để ngỏ", "open"};
}

inline std::string coverage_line(const ClauseCoverage& clause, Language language)
{
    const auto say = [&](const Words& words) { return words.in(language); };
    const std::vector<Truth> missing = clause.missing();
    std::string out = "  " + clause.clause + ": ";
    if (clause.operative())
        for (const auto& [outcome, count] :
             {std::pair(Truth::pass, clause.passed), std::pair(Truth::fail, clause.failed),
              std::pair(Truth::undetermined, clause.open)})
            out += (outcome == Truth::pass ? "" : ", ") + say(outcome_words(outcome)) + " " + std::to_string(count);
    const Words why = reason(clause.kind);
    if (!why.empty()) out += (clause.operative() ? " (" : "- (") + say(why) + ")";
    if (!missing.empty()) {
        out += say({"; THIẾU: ", "; MISSING: "});
        for (const Truth outcome : missing)
            out += (outcome == missing.front() ? "" : ", ") + say(outcome_words(outcome));
    }
    return out + "\n";
}

}  // namespace detail

SANGKIEN_INLINE std::string coverage_text(const RulesCoverage& coverage, Language language)
{
    std::string out;
    for (const BookCoverage& book : coverage.rulebooks) {
        const auto count = [&](auto chosen) {
            return std::to_string(std::count_if(book.clauses.begin(), book.clauses.end(), chosen));
        };
        const std::string operative = count([](const ClauseCoverage& clause) { return clause.operative(); });
        const std::string whole =
            count([](const ClauseCoverage& clause) { return clause.operative() && clause.whole(); });
        const std::string cases = std::to_string(book.cases);
        out += Words{book.id + ": " + cases + " trường hợp; " + whole + "/" + operative +
                         " điều khoản có quy tắc đủ kết quả\n",
                     book.id + ": " + cases + " cases; " + whole + " of " + operative +
                         " operative clauses have every outcome\n"}
                   .in(language);
        for (const ClauseCoverage& clause : book.clauses) out += detail::coverage_line(clause, language);
    }
    for (const Problem& problem : coverage.problems) out += message(problem, language) + "\n";
    return out;
}

SANGKIEN_INLINE std::string coverage_json(const RulesCoverage& coverage)
{
    JsonWriter out;
    out.begin_object();
    out.key("rulebooks");
    out.begin_list();
    for (const BookCoverage& book : coverage.rulebooks) {
        out.begin_object();
        out.member("id", book.id);
        out.member("cases", static_cast<std::int64_t>(book.cases));
        out.member("whole", book.whole());
        out.key("clauses");
        out.begin_list();
        for (const ClauseCoverage& clause : book.clauses) {
            out.begin_object();
            out.member("clause", clause.clause);
            out.member("kind", word(clause.kind));
            out.member("operative", clause.operative());
            out.key("reason");
            detail::put_words(out, reason(clause.kind));
            out.key("cited_by");
            detail::put_texts(out, clause.cited_by);
            out.member("pass", clause.passed);
            out.member("fail", clause.failed);
            out.member("undetermined", clause.open);
            std::vector<std::string> missing;
            for (const Truth outcome : clause.missing()) missing.emplace_back(word(outcome));
            out.key("missing");
            detail::put_texts(out, missing);
            out.key("cases");
            detail::put_texts(out, clause.cases);
            out.end_object();
        }
        out.end_list();
        out.end_object();
    }
    out.end_list();
    out.key("problems");
    out.begin_list();
    for (const Problem& problem : coverage.problems) put_problem(out, problem);
    out.end_list();
    out.member("whole", coverage.whole());
    out.end_object();
    return out.take();
}

}  // namespace sangkien
