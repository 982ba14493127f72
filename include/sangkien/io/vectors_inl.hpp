#pragma once

#include <algorithm>
#include <cstdio>

#include "evaluate_text.hpp"
#include "json_reader.hpp"
#include "loader.hpp"
#include "loader_inl.hpp"
#include "report_json.hpp"
#include "vector_expect_inl.hpp"
#include "vectors.hpp"

namespace sangkien {

namespace detail {

// Runs the vectors of one file; rules that several of them need are compiled once.
class VectorRunner {
public:
    VectorRunner(const std::vector<Rulebook>& loaded, VectorsRun& out) : loaded_(loaded), out_(out) {}

    void run(std::string_view text, std::string file)
    {
        Problems problems;
        const Tree tree = read_json(text, std::move(file), problems);
        if (tree.root()) read(tree.root(), problems);
        try {
            problems.throw_if_any();
        } catch (const Error& error) {
            out_.problems.insert(out_.problems.begin(), error.problems().begin(), error.problems().end());
        }
        std::stable_sort(out_.problems.begin(), out_.problems.end(), [](const Problem& a, const Problem& b) {
            const Mark x = a.place.mark, y = b.place.mark;
            return x.line != y.line ? x.line < y.line : x.column < y.column;
        });
    }

private:
    // One vector as written.
    struct Written {
        std::string id;
        Instant as_of;
        Node node, with, season, expect;
    };

    struct Loaded {
        std::string key;
        std::optional<Rules> rules;
        std::vector<Problem> problems;
    };

    void read(Node root, Problems& problems)
    {
        Fields f(root, problems);
        const std::int64_t format = f.whole("vectors", 0, 1000000, 1);
        if (format != 1)
            problems.add(ErrorId::unknown_format, root.get("vectors").place(),
                         {{"found", format}, {"expected", std::int64_t{1}}});
        out_.rulebook = f.text("rulebook");
        const Node with = f.list("with", Need::optional);
        const Node season = f.object("season", Need::optional);
        const bool dated = f.has("as-of");
        const Instant as_of = f.instant("as-of", {}, Need::optional);
        const Node cases = f.list("cases");
        f.words();
        f.known("note");
        f.finish();
        if (!out_.rulebook.empty() && find(out_.rulebook) == nullptr) {
            problems.add(ErrorId::unknown_rulebook, root.get("rulebook").place(),
                         with_nearest({{"name", out_.rulebook}}, out_.rulebook, ids()));
            return;
        }
        shared_ = season;
        for (Node node : children(cases)) {
            const std::size_t before = problems.size();
            Fields one(node, problems);
            Written written{one.text("id"), {}, node, one.list("with", Need::optional), {}, {}};
            out_.vectors.push_back({written.id, one.words(Need::required), {}, {}});
            const std::vector<std::string> clauses = one.texts("clauses", Need::optional);
            written.as_of = one.instant("as-of", as_of, dated ? Need::optional : Need::required);
            written.season = one.object("season", Need::optional);
            written.expect = one.object("expect");
            one.known("note");
            one.finish();
            if (!written.with) written.with = with;
            for (Node other = cases.first(); other.index() != node.index(); other = other.next())
                if (!written.id.empty() && other.get("id").text() == written.id) {
                    problems.add(
                        ErrorId::duplicate_id, node.get("id").place(),
                        {{"id", written.id}, {"line", static_cast<std::int64_t>(other.get("id").mark().line)}});
                    break;
                }
            if (problems.size() == before) evaluate_one(written, clauses);
        }
    }

    void evaluate_one(const Written& written, const std::vector<std::string>& clauses)
    {
        const Loaded& loaded = rules_with(written.with);
        if (!loaded.rules)
            return cannot(written, written.with ? written.with.place() : written.node.place(), loaded.problems);
        VectorRun& run = out_.vectors.back();
        const VectorSeason season(written.season, shared_, *loaded.rules);
        const Node errors = written.expect.get("errors");
        try {
            run.report = evaluate_text(*loaded.rules, season.text(written.id, out_.rulebook, written.as_of), "season",
                                       written.as_of);
        } catch (const Error& error) {
            run.refused = error.problems();
        }
        if (!run.report && !errors) {
            for (const Problem& problem : run.refused) {
                const bool of_season = problem.place.file == "season" && (written.season || shared_);
                cannot(written, of_season ? season.place(problem.place.pointer) : written.node.place(), {problem});
            }
            return;
        }
        Expectations expectations(written.id, out_.problems);
        if (errors) {
            check_refusal(expectations, errors, run);
        } else {
            Problems ignored;
            const Tree report = read_json(report_json(*run.report), {}, ignored);
            expectations.check(written.expect, report.root(), {});
        }
        for (std::size_t i = 0; i < clauses.size(); ++i) check_clause(written, *loaded.rules, clauses[i], i);
    }

    // The season must be refused for just this: "SK1308 /initiatives/0/area".
    static void check_refusal(Expectations& expectations, Node errors, const VectorRun& run)
    {
        std::string got;
        for (const Problem& problem : run.refused)
            got += (got.empty() ? "" : ", ") + json_text(code(problem.id) + " " + problem.place.pointer);
        got = "[" + got + "]";
        std::string expected;
        for (Node error : children(errors)) expected += (expected.empty() ? "" : ", ") + json_text(error);
        if ("[" + expected + "]" != got) expectations.differs(errors, "errors", {got, got});
    }

    // A vector that says which clauses it is about must touch them.
    void check_clause(const Written& written, const Rules& rules, const std::string& clause, std::size_t index)
    {
        Node at = written.node.get("clauses");
        if (at.is(Kind::list)) {
            at = at.first();
            while (index-- > 0) at = at.next();
        }
        const VectorRun& run = out_.vectors.back();
        bool known = false;
        for (const Rulebook& book : rules.rulebooks()) {
            if (book.clause(clause) == nullptr) continue;
            known = true;
            for (const ClauseCoverage& one :
                 coverage(book, {{run.id, run.report ? &*run.report : nullptr, run.refused}}))
                if (one.clause == clause && !one.cases.empty()) return;
        }
        if (known)
            out_.problems.push_back(
                {ErrorId::vector_misses_clause, at.place(), {{"vector", run.id}, {"clause", clause}}});
        else
            out_.problems.push_back({ErrorId::unknown_clause, at.place(), {{"clause", clause}}});
    }

    void cannot(const Written& written, const Place& place, const std::vector<Problem>& why)
    {
        for (const Problem& problem : why)
            out_.problems.push_back({ErrorId::vector_not_evaluated,
                                     place,
                                     {{"vector", written.id},
                                      {"why", Words{code(problem.id) + " " + explanation(problem, Language::vi),
                                                    code(problem.id) + " " + explanation(problem, Language::en)}}}});
    }

    const Rulebook* find(std::string_view id) const noexcept
    {
        for (const Rulebook& book : loaded_)
            if (book.id == id) return &book;
        return nullptr;
    }

    std::vector<std::string> ids() const
    {
        std::vector<std::string> out;
        for (const Rulebook& book : loaded_) out.push_back(book.id);
        return out;
    }

    // The rulebook of the vectors and those named besides, each an id or a rulebook written out.
    const Loaded& rules_with(Node with)
    {
        const std::string key = with ? json_text(with) : std::string();
        for (const Loaded& one : cache_)
            if (one.key == key) return one;
        Loaded made{key, {}, {}};
        try {
            Problems problems;
            Loader loader(problems);
            for (const Rulebook& book : loaded_) loader.add(book);
            for (Node entry : children(with)) {
                const std::string name(entry.text());
                if (entry.is(Kind::object))
                    loader.add(read_rulebook_text(json_text(entry), "with", {}, problems));
                else if (find(name) == nullptr)
                    loader.load_builtin(name, entry.place());
            }
            std::vector<Rulebook> books = loader.with_those_under();
            problems.throw_if_any();
            made.rules.emplace(std::move(books));
        } catch (const Error& error) {
            made.problems = error.problems();
        }
        cache_.push_back(std::move(made));
        return cache_.back();
    }

    const std::vector<Rulebook>& loaded_;
    VectorsRun& out_;
    Node shared_;
    std::vector<Loaded> cache_;
};

}  // namespace detail

SANGKIEN_INLINE std::vector<CoverageCase> VectorsRun::cases() const
{
    std::vector<CoverageCase> out;
    for (const VectorRun& run : vectors)
        if (run.report || !run.refused.empty())
            out.push_back({rulebook + "/" + run.id, run.report ? &*run.report : nullptr, run.refused});
    return out;
}

SANGKIEN_INLINE VectorsRun run_vectors(std::string_view text, std::string file, const std::vector<Rulebook>& loaded)
{
    VectorsRun out;
    detail::VectorRunner(loaded, out).run(text, std::move(file));
    return out;
}

SANGKIEN_INLINE std::string builtin_vectors(std::string_view id)
{
    return detail::builtin_text(detail::builtin_vectors, detail::builtin_vector_count, id);
}

SANGKIEN_INLINE VectorsText vectors_of(const std::string& name)
{
    if (!detail::is_path(name)) return {"vectors/" + name + ".json", builtin_vectors(name)};
    const std::size_t slash = name.rfind('/');
    const std::string folder = slash == std::string::npos ? std::string() : name.substr(0, slash + 1);
    const std::string file = folder + "vectors/" + detail::stem_of(name) + ".json";
    std::FILE* there = std::fopen(file.c_str(), "rb");
    if (there == nullptr) return {file, {}};
    std::fclose(there);
    return {file, read_file(file)};
}

SANGKIEN_INLINE std::vector<Diagnostic> verify_rules(const std::vector<std::string>& names,
                                                     const VerifyOptions& options)
{
    std::vector<Diagnostic> out;
    const auto add = [&](const std::vector<Problem>& problems) {
        for (const Problem& problem : problems) out.push_back({problem, Severity::error, {}, std::nullopt});
    };
    try {
        const Rules rules = load_rules(names);
        out = verify(rules, options);
        for (const std::string& name : names) {
            const VectorsText vectors = vectors_of(name);
            if (!vectors.text.empty()) add(run_vectors(vectors.text, vectors.file, rules.rulebooks()).problems);
        }
    } catch (const Error& error) {
        add(error.problems());
    }
    return out;
}

}  // namespace sangkien
