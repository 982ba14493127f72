#pragma once

#include "../core/digits.hpp"
#include "json_writer.hpp"

namespace sangkien {

SANGKIEN_INLINE void JsonWriter::new_line()
{
    out_ += '\n';
    out_.append(2 * levels_.size(), ' ');
}

SANGKIEN_INLINE void JsonWriter::before_value()
{
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (levels_.empty()) return;
    Level& level = levels_.back();
    if (level.has_members) out_ += ',';
    if (!level.flat)
        new_line();
    else if (level.has_members)
        out_ += ' ';
    level.has_members = true;
}

SANGKIEN_INLINE void JsonWriter::open(char bracket, bool flat)
{
    before_value();
    out_ += bracket;
    levels_.push_back({false, flat || (!levels_.empty() && levels_.back().flat)});
}

SANGKIEN_INLINE void JsonWriter::begin_object(bool flat) { open('{', flat); }
SANGKIEN_INLINE void JsonWriter::begin_list(bool flat) { open('[', flat); }

SANGKIEN_INLINE void JsonWriter::close(char bracket)
{
    const Level level = levels_.back();
    levels_.pop_back();
    if (level.has_members && !level.flat) new_line();
    out_ += bracket;
    if (levels_.empty()) out_ += '\n';
}

SANGKIEN_INLINE void JsonWriter::end_object() { close('}'); }
SANGKIEN_INLINE void JsonWriter::end_list() { close(']'); }

SANGKIEN_INLINE void JsonWriter::key(std::string_view name)
{
    before_value();
    out_ += '"';
    out_ += name;
    out_ += "\": ";
    after_key_ = true;
}

// Runs of plain characters are copied whole; most texts are one run.
SANGKIEN_INLINE void JsonWriter::quote(std::string_view text)
{
    out_ += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out_.append(text.data() + plain, i - plain);
        plain = i + 1;
        escape(c);
    }
    out_.append(text.data() + plain, text.size() - plain);
    out_ += '"';
}

SANGKIEN_INLINE void JsonWriter::escape(unsigned char c)
{
    switch (c) {
        case '"': out_ += "\\\""; break;
        case '\\': out_ += "\\\\"; break;
        case '\n': out_ += "\\n"; break;
        case '\r': out_ += "\\r"; break;
        case '\t': out_ += "\\t"; break;
        default:
            out_ += "\\u00";
            out_ += "0123456789abcdef"[c >> 4];
            out_ += "0123456789abcdef"[c & 15];
    }
}

SANGKIEN_INLINE void JsonWriter::value(std::string_view text)
{
    before_value();
    quote(text);
}

SANGKIEN_INLINE void JsonWriter::value(std::int64_t number)
{
    before_value();
    out_ += detail::whole_text(number);
}

SANGKIEN_INLINE void JsonWriter::value(bool flag)
{
    before_value();
    out_ += flag ? "true" : "false";
}

SANGKIEN_INLINE void JsonWriter::null()
{
    before_value();
    out_ += "null";
}

namespace detail {

struct WriteDatum {
    JsonWriter& out;

    void operator()(std::int64_t n) const { out.value(n); }
    void operator()(bool b) const { out.value(b); }
    void operator()(Ratio r) const { out.value(r.text()); }
    void operator()(const Decimal& d) const { out.value(d.text()); }
    void operator()(Day d) const { out.value(to_text(d)); }
    void operator()(DayEnd d) const { out.value(to_text(d.day) + "T24:00:00+07:00"); }
    void operator()(Instant t) const { out.value(to_text(t)); }
    void operator()(const std::string& s) const { out.value(s); }
    void operator()(const Name& n) const
    {
        if (!n.id.empty()) return out.value(n.id);
        out.begin_object();
        out.member("vi", n.words.vi);
        out.member("en", n.words.en);
        out.end_object();
    }
    void operator()(Truth t) const { out.value(word(t)); }
    void operator()(const std::vector<Name>& names) const
    {
        out.begin_list();
        for (const Name& name : names) (*this)(name);
        out.end_list();
    }
};

}  // namespace detail

SANGKIEN_INLINE void JsonWriter::value(const Datum& datum) { std::visit(detail::WriteDatum{*this}, datum); }

}  // namespace sangkien
