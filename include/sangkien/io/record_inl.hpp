#pragma once

#include "canonical.hpp"
#include "evaluate_text.hpp"
#include "json_writer.hpp"
#include "record.hpp"
#include "record_check_inl.hpp"
#include "report_json.hpp"

namespace sangkien {

namespace detail {

struct SummaryKey {
    const char* key;
    std::int64_t RecordSummary::*member;
};
inline constexpr SummaryKey summary_keys[] = {
    {"initiatives", &RecordSummary::initiatives},
    {"units", &RecordSummary::units},
    {"events", &RecordSummary::events},
    {"events_unmet", &RecordSummary::events_unmet},
    {"todo", &RecordSummary::todo},
    {"todo_overdue", &RecordSummary::todo_overdue},
};

inline RecordSummary summary_of(const Report& report)
{
    RecordSummary out;
    out.initiatives = static_cast<std::int64_t>(report.initiatives.size());
    out.units = static_cast<std::int64_t>(report.units.size());
    for (const InitiativeReport& initiative : report.initiatives)
        for (const EventReport& event : initiative.events) {
            ++out.events;
            out.events_unmet += event.verdict != Truth::pass;
        }
    out.todo = static_cast<std::int64_t>(report.todo.size());
    for (const Todo& todo : report.todo) out.todo_overdue += todo.overdue;
    return out;
}

inline std::string seal_of(Node record)
{
    std::string out;
    Canonical{ListOrder::as_written,
              [](Node member, std::size_t depth) { return depth == 0 && member.key() == "seal"; }}
        .put(record, 0, out);
    return sha256(out);
}

// What is recorded of an evaluation; `report_text` receives the report as JSON.
inline Record record_of(const Rules& rules, std::string_view season, std::string file, Instant as_of,
                        std::string& report_text)
{
    const Report report = evaluate_text(rules, season, file, as_of);
    report_text = report_json(report);
    Record out;
    out.library = version();
    out.as_of = as_of;
    out.known_on = report.known_on;
    out.season = report.season;
    out.season_digest = canonical_digest(season, std::move(file));
    for (const RulebookUse& use : report.rulebooks)
        out.rulebooks.push_back(
            {use.id, word(use.layer), use.number, canonical_digest(rules.rulebook(use.id)->tree.root())});
    out.result = result_digest(read_json_or_throw(report_text, "report").root());
    out.summary = summary_of(report);
    return out;
}

// What can be said of the inputs without evaluating: the season's text, and the loaded among the recorded rulebooks.
inline Record inputs_of(const Record& record, const Rules& rules, std::string_view season, std::string file)
{
    Record out;
    out.known_on = rules.known();
    out.season = record.season;
    out.season_digest = canonical_digest(season, std::move(file));
    for (const RecordedRulebook& then : record.rulebooks)
        if (const Rulebook* book = rules.rulebook(then.id))
            out.rulebooks.push_back(
                {book->id, word(book->layer), book->document.number, canonical_digest(book->tree.root())});
    return out;
}

inline std::string record_json(const Record& record)
{
    JsonWriter out;
    out.begin_object();
    out.member("record", 1);
    out.member("library", record.library);
    out.member("canonical", canonical_form);
    out.member("as_of", to_text(record.as_of));
    if (record.known_on) out.member("known_on", to_text(*record.known_on));
    out.key("season");
    out.begin_object();
    out.member("id", record.season);
    out.member("sha256", record.season_digest);
    out.end_object();
    out.key("rulebooks");
    out.begin_list();
    for (const RecordedRulebook& book : record.rulebooks) {
        out.begin_object();
        out.member("id", book.id);
        out.member("layer", book.layer);
        out.member("number", book.number);
        out.member("sha256", book.digest);
        out.end_object();
    }
    out.end_list();
    out.key("result");
    out.begin_object();
    out.member("sha256", record.result);
    out.end_object();
    out.key("summary");
    out.begin_object();
    for (const SummaryKey& part : summary_keys) out.member(part.key, record.summary.*part.member);
    out.end_object();
    if (!record.note.empty()) out.member("note", record.note);
    if (!record.seal.empty()) out.member("seal", record.seal);
    out.end_object();
    return out.take();
}

inline Record read_record(Node root, Problems& problems)
{
    Record out;
    Fields f(root, problems);
    const std::int64_t format = f.whole("record", 0, 1000000, 1);
    if (format != 1)
        problems.add(ErrorId::unknown_format, root.get("record").place(),
                     {{"found", format}, {"expected", std::int64_t{1}}});
    out.library = f.text("library");
    f.word("canonical", {canonical_form}, 0, Need::required);
    out.as_of = f.instant("as_of");
    if (root.get("known_on")) out.known_on = f.day("known_on", Day{}, Need::required);
    if (const Node season = f.object("season")) {
        Fields of(season, problems);
        out.season = of.text("id");
        out.season_digest = of.text("sha256");
        of.finish();
    }
    for (Node node : children(f.list("rulebooks"))) {
        Fields book(node, problems);
        RecordedRulebook one;
        one.id = book.text("id");
        one.layer = book.text("layer");
        one.number = book.text("number");
        one.digest = book.text("sha256");
        book.finish();
        out.rulebooks.push_back(std::move(one));
    }
    if (const Node result = f.object("result")) {
        Fields of(result, problems);
        out.result = of.text("sha256");
        of.finish();
    }
    if (const Node summary = f.object("summary")) {
        Fields of(summary, problems);
        for (const SummaryKey& part : summary_keys)
            out.summary.*part.member = of.whole(part.key, 0, std::int64_t{1} << 40);
        of.finish();
    }
    out.note = f.text("note", Need::optional);
    out.seal = f.text("seal");
    f.finish();
    problems.throw_if_any();
    return out;
}

}  // namespace detail

SANGKIEN_INLINE std::string make_record(const Rules& rules, std::string_view season, std::string file, Instant as_of,
                                        std::string_view note)
{
    std::string report;
    Record record = detail::record_of(rules, season, std::move(file), as_of, report);
    record.note = note;
    record.seal = detail::seal_of(detail::read_json_or_throw(detail::record_json(record), "record").root());
    return detail::record_json(record);
}

SANGKIEN_INLINE Record read_record(std::string_view json, std::string file)
{
    Problems problems;
    const Tree tree = read_json(json, std::move(file), problems);
    if (!tree.root()) problems.throw_if_any();
    return detail::read_record(tree.root(), problems);
}

SANGKIEN_INLINE RecordCheck verify_record(std::string_view record, const Rules& rules, std::string_view season,
                                          std::string file, std::optional<std::string_view> report,
                                          std::string record_file)
{
    RecordCheck out;
    const Tree tree = detail::read_json_or_throw(record, std::move(record_file));
    Problems problems;
    out.record = detail::read_record(tree.root(), problems);
    out.library = version();
    detail::RecordComparison compare(out);
    compare.text(RecordPart::seal, "/seal", out.record.seal, detail::seal_of(tree.root()));
    // Papers issued since then are no difference: they were not known.
    Rules then;
    if (out.record.known_on) then = rules.known_on(*out.record.known_on);
    const Rules& asked = out.record.known_on ? then : rules;

    std::string again;
    Record now;
    try {
        now = detail::record_of(asked, season, file, out.record.as_of, again);
    } catch (const Error& error) {
        // Inputs that are not those recorded need not fit together; that they are not is the answer.
        compare.inputs(detail::inputs_of(out.record, asked, season, std::move(file)));
        if (!compare.other_inputs()) throw;
        compare.text(RecordPart::result, "/result/sha256", out.record.result, code(error.problems().front().id));
        return out;
    }
    compare.inputs(now);
    const Tree result = detail::read_json_or_throw(again, "report");
    if (report) {
        const Tree kept = detail::read_json_or_throw(*report, "report");
        compare.results(now, result_digest(kept.root()), kept.root(), result.root());
    } else {
        compare.text(RecordPart::result, "/result/sha256", out.record.result, now.result);
    }
    for (const detail::SummaryKey& part : detail::summary_keys)
        compare.text(RecordPart::summary, std::string("/summary/") + part.key,
                     detail::whole_text(out.record.summary.*part.member), detail::whole_text(now.summary.*part.member));
    return out;
}

}  // namespace sangkien
