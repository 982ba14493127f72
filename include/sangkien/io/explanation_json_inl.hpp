#pragma once

#include "explanation_json.hpp"
#include "report_parts_inl.hpp"

namespace sangkien {

namespace detail {

class ExplanationJson {
public:
    std::string run(const Explanation& whole)
    {
        out_.begin_object();
        out_.member("explanation", 1);
        out_.member("library", version());
        if (whole.as_of) out_.member("as_of", to_text(*whole.as_of));
        out_.key("why");
        put(whole);
        out_.end_object();
        return out_.take();
    }

private:
    void put(const Explanation& node)
    {
        out_.begin_object();
        out_.member("of", word(node.of));
        if (!node.path.empty()) out_.member("path", node.path);
        if (!node.id.empty()) out_.member("id", node.id);
        words("title", node.title);
        if (node.verdict) out_.member("verdict", word(*node.verdict));
        if (node.value) {
            out_.key("value");
            datum(*node.value);
            words("shown", shown(*node.value));
        }
        words("sentence", node.sentence);
        if (node.rule) rule(*node.rule);
        if (!node.grounds.empty()) list("grounds", node.grounds, [&](const Ground& one) { put(one); });
        if (node.stated) stated(*node.stated);
        arguments("inputs", node.inputs);
        arguments("values", node.values);
        if (!node.choices.empty()) list("choices", node.choices, [&](const Reading& one) { put(one); });
        if (node.lift) {
            out_.key("lift");
            put_lift(out_, *node.lift);
        }
        if (!node.children.empty()) list("children", node.children, [&](const Explanation& one) { put(one); });
        out_.end_object();
    }

    template <class Items, class Put>
    void list(std::string_view key, const Items& items, Put put_item)
    {
        out_.key(key);
        out_.begin_list();
        for (const auto& item : items) put_item(item);
        out_.end_list();
    }

    void words(std::string_view key, const Words& of)
    {
        if (of.empty()) return;
        out_.key(key);
        put_words(out_, of);
    }

    // A name without an id is a text in two languages.
    void datum(const Datum& value)
    {
        const Name* name = std::get_if<Name>(&value);
        if (name != nullptr && name->id.empty())
            put_words(out_, name->words);
        else
            out_.value(value);
    }

    void arguments(std::string_view key, const Arguments& of)
    {
        if (of.empty()) return;
        out_.key(key);
        out_.begin_object(true);
        for (const Argument& argument : of) {
            out_.key(argument.key);
            datum(argument.value);
        }
        out_.end_object();
    }

    void mark(Mark of)
    {
        if (of.line == 0) return;
        out_.member("line", static_cast<std::int64_t>(of.line));
        out_.member("column", static_cast<std::int64_t>(of.column));
    }

    void rule(const RulePlace& of)
    {
        out_.key("rule");
        out_.begin_object(true);
        out_.member("path", of.path);
        words("words", of.words);
        if (!of.file.empty()) out_.member("file", of.file);
        mark(of.mark);
        out_.end_object();
    }

    void put(const Ground& of)
    {
        out_.begin_object(true);
        out_.member("rulebook", of.citation.rulebook);
        out_.member("clause", of.citation.clause);
        out_.member("provenance", word(of.citation.provenance));
        out_.member("layer", word(of.layer));
        out_.member("number", of.number);
        out_.member("paper_layer", word(of.paper_layer));
        words("text", of.text);
        out_.end_object();
    }

    void stated(const StatedPlace& of)
    {
        out_.key("stated");
        out_.begin_object(true);
        out_.member("pointer", of.pointer);
        mark(of.mark);
        out_.end_object();
    }

    void put(const Reading& of)
    {
        out_.begin_object(true);
        out_.member("path", of.path);
        out_.member("value", of.value);
        out_.member("chosen_by", of.chosen_by);
        out_.key("offered");
        put_texts(out_, of.offered);
        out_.end_object();
    }

    JsonWriter out_;
};

}  // namespace detail

SANGKIEN_INLINE std::string explanation_json(const Explanation& explanation)
{
    return detail::ExplanationJson().run(explanation);
}

}  // namespace sangkien
