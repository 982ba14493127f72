#pragma once

#include "../rulebook/leaves_inl.hpp"
#include "../rulebook/review.hpp"
#include "effective.hpp"
#include "json_writer.hpp"
#include "report_labels_inl.hpp"
#include "report_parts_inl.hpp"

namespace sangkien {

namespace detail {

// What has no members, and lists, in the order of the sections; `take` is given each.
template <class Take>
void each_value(Node node, const Take& take)
{
    if (node.is(Kind::object) && node.first())
        for (Node member : children(node)) each_value(member, take);
    else if (node.parent())
        take(node);
}

class EffectiveText {
public:
    EffectiveText(const Effective& rules, const std::vector<Rulebook>& rulebooks, Day on, Language language)
        : rules_(rules), rulebooks_(rulebooks), on_(on), language_(language)
    {
    }

    std::string run()
    {
        line(say({"Quy định có hiệu lực ngày ", "Rules in force on "}) + shown(Datum(on_), language_));
        for (const Rulebook& book : rulebooks_)
            line("- " + book.id + " (" + book.document.number + ", " + sangkien::word(book.layer) + ")" +
                 (book.in_force(on_) ? "" : ": " + say({"không có hiệu lực ngày này", "not in force on this day"})) +
                 review(book));
        for (Node section : children(rules_.tree.root())) {
            line("\n== " + std::string(section.key()) + " ==");
            each_value(section, [&](Node value) { put(value); });
        }
        if (!rules_.readings.empty()) line("\n== " + say({"Cách đọc đang áp dụng", "Readings in use"}) + " ==");
        for (const Reading& reading : rules_.readings)
            line(reading.path + " = " + reading.value + "  " + reading.chosen_by);
        if (!rules_.silences.empty())
            line("\n== " + say({"Điều không văn bản nào quy định", "What no paper says"}) + " ==");
        for (const Silence& silence : rules_.silences)
            line(silence.path + ": " + silence.words.in(language_) + "  " + silence.rulebook);
        return std::move(out_);
    }

private:
    std::string say(const Words& words) const { return words.in(language_); }
    void line(const std::string& text) { out_.append(text).append(1, '\n'); }

    // When it was last reviewed, and what has come to its end since.
    std::string review(const Rulebook& book) const
    {
        const Review& review = book.document.reviewed;
        if (review.after == AfterLast::unstated) return {};
        std::string out;
        if (review.last) out += "; " + say({"rà soát ngày ", "reviewed on "}) + shown(Datum(*review.last), language_);
        if (review.until)
            out += "; " + say({"rà soát lại trước ngày ", "to be reviewed again before "}) +
                   shown(Datum(*review.until), language_);
        if (book.in_force(on_))
            for (const EndedValue& value : ended_values(book, rules_, on_))
                out += "\n  " + value.path + ": " +
                       say({"chỉ có giá trị đến trước ngày ", "has values only until before "}) +
                       shown(Datum(value.until), language_) + " (" + sangkien::word(review.after) + ")";
        return out;
    }

    void put(Node value)
    {
        if (value.key() == (language_ == Language::vi ? "en" : "vi")) return;
        const Citation& citation = value.citation();
        const Place place = value.place();
        line(value.path() + " = " + canonical_value(value) + "  [" +
             (citation.clause.empty() ? citation.rulebook : citation.clause) + ", " +
             sangkien::word(citation.provenance) + "] " + place.file + ":" + whole_text(place.mark.line) + ":" +
             whole_text(place.mark.column));
    }

    const Effective& rules_;
    const std::vector<Rulebook>& rulebooks_;
    Day on_;
    Language language_;
    std::string out_;
};

inline void put_effective_value(JsonWriter& out, Node value)
{
    const Place place = value.place();
    out.begin_object(true);
    out.member("path", value.path());
    out.member("value", canonical_value(value));
    out.key("citation");
    put_citation(out, value.citation());
    out.member("file", place.file);
    out.member("line", static_cast<std::int64_t>(place.mark.line));
    out.member("column", static_cast<std::int64_t>(place.mark.column));
    out.end_object();
}

inline void put_review(JsonWriter& out, const Rulebook& book, const Effective& rules, Day on)
{
    const Review& review = book.document.reviewed;
    if (review.after == AfterLast::unstated) return;
    if (review.last) out.member("reviewed", to_text(*review.last));
    if (review.until) out.member("reviewed_until", to_text(*review.until));
    out.member("after", word(review.after));
    out.key("ended");
    std::vector<std::string> paths;
    if (book.in_force(on))
        for (const EndedValue& value : ended_values(book, rules, on)) paths.push_back(value.path);
    put_texts(out, paths);
}

inline void put_effective_reading(JsonWriter& out, const Reading& reading)
{
    out.begin_object(true);
    out.member("path", reading.path);
    out.member("value", reading.value);
    out.member("chosen_by", reading.chosen_by);
    out.key("offered");
    put_texts(out, reading.offered);
    out.key("citation");
    put_citation(out, reading.citation);
    out.end_object();
}

inline void put_effective_silence(JsonWriter& out, const Silence& silence)
{
    out.begin_object(true);
    out.member("path", silence.path);
    out.member("rulebook", silence.rulebook);
    out.member("clause", silence.clause);
    out.key("words");
    put_words(out, silence.words);
    out.end_object();
}

}  // namespace detail

SANGKIEN_INLINE std::string effective_text(const Effective& rules, const std::vector<Rulebook>& rulebooks, Day on,
                                           Language language)
{
    return detail::EffectiveText(rules, rulebooks, on, language).run();
}

SANGKIEN_INLINE std::string effective_json(const Effective& rules, const std::vector<Rulebook>& rulebooks, Day on)
{
    JsonWriter out;
    out.begin_object();
    out.member("on", to_text(on));
    out.key("rulebooks");
    out.begin_list();
    for (const Rulebook& book : rulebooks) {
        out.begin_object(true);
        out.member("id", book.id);
        out.member("number", book.document.number);
        out.member("layer", word(book.layer));
        out.member("in_force", book.in_force(on));
        out.member("sha256", book.digest);
        detail::put_review(out, book, rules, on);
        out.end_object();
    }
    out.end_list();
    out.key("values");
    out.begin_list();
    detail::each_value(rules.tree.root(), [&](Node value) { detail::put_effective_value(out, value); });
    out.end_list();
    out.key("readings");
    out.begin_list();
    for (const Reading& reading : rules.readings) detail::put_effective_reading(out, reading);
    out.end_list();
    out.key("silences");
    out.begin_list();
    for (const Silence& silence : rules.silences) detail::put_effective_silence(out, silence);
    out.end_list();
    out.end_object();
    return out.take();
}

}  // namespace sangkien
