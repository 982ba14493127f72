// Parts of the report that several sections share: names, citations, findings, deadlines.
#pragma once

#include "../core/finding.hpp"
#include "../evaluation/report.hpp"
#include "json_writer.hpp"

namespace sangkien::detail {

inline void put_words(JsonWriter& out, const Words& words)
{
    out.begin_object(true);
    out.member("vi", words.vi);
    out.member("en", words.en);
    out.end_object();
}

// {"id", "vi", "en"}; the words only where there are any.
inline void put_name(JsonWriter& out, const Name& name)
{
    out.begin_object(true);
    out.member("id", name.id);
    if (!name.words.empty()) {
        out.member("vi", name.words.vi);
        out.member("en", name.words.en);
    }
    out.end_object();
}

inline void put_names(JsonWriter& out, const std::vector<Name>& names)
{
    out.begin_list(true);
    for (const Name& name : names) put_name(out, name);
    out.end_list();
}

inline void put_citation(JsonWriter& out, const Citation& citation)
{
    out.begin_object(true);
    out.member("rulebook", citation.rulebook);
    out.member("clause", citation.clause);
    out.member("provenance", word(citation.provenance));
    out.end_object();
}

template <class Value>
void put_optional(JsonWriter& out, std::string_view key, const std::optional<Value>& value)
{
    out.key(key);
    if (value)
        out.value(Datum(*value));
    else
        out.null();
}

inline void put_optional(JsonWriter& out, std::string_view key, const std::optional<Name>& name)
{
    out.key(key);
    if (name)
        put_name(out, *name);
    else
        out.null();
}

inline void put_texts(JsonWriter& out, const std::vector<std::string>& texts)
{
    out.begin_list(true);
    for (const std::string& text : texts) out.value(text);
    out.end_list();
}

inline void put_arguments(JsonWriter& out, const Arguments& arguments)
{
    out.begin_object(true);
    for (const Argument& argument : arguments) out.member(argument.key, argument.value);
    out.end_object();
}

inline void put_lift(JsonWriter& out, const Lift& lift)
{
    out.begin_object(true);
    out.member("possible", lift.possible);
    out.key("how");
    put_words(out, lift.how);
    put_optional(out, "who", lift.who);
    put_optional(out, "by", lift.by);
    out.end_object();
}

inline void put_finding(JsonWriter& out, const Finding& finding)
{
    out.begin_object(true);
    out.member("id", word(finding.id));
    out.member("verdict", word(finding.verdict));
    out.key("citations");
    out.begin_list();
    for (const Citation& citation : finding.citations) put_citation(out, citation);
    out.end_list();
    out.key("inputs");
    put_arguments(out, finding.inputs);
    out.key("values");
    put_arguments(out, finding.values);
    if (!finding.choices.empty()) {
        out.key("choices");
        put_texts(out, finding.choices);
    }
    if (finding.lift) {
        out.key("lift");
        put_lift(out, *finding.lift);
    }
    out.key("message");
    put_words(out, {message(finding, Language::vi), message(finding, Language::en)});
    out.end_object();
}

inline void put_findings(JsonWriter& out, const Findings& findings)
{
    out.begin_list();
    for (const Finding& finding : findings) put_finding(out, finding);
    out.end_list();
}

inline void put_deadline(JsonWriter& out, const Deadline& deadline)
{
    out.begin_object();
    out.member("determined", deadline.determined);
    if (deadline.determined) {
        out.member("last_day", to_text(deadline.last_day));
        out.member("ends", last_moment(deadline));
    }
    if (deadline.provisional) out.member("provisional", true);
    out.key("steps");
    put_findings(out, deadline.steps);
    out.end_object();
}

}  // namespace sangkien::detail
