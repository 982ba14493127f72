#pragma once

#include <algorithm>

#include "fields.hpp"

#include "../core/digits.hpp"

namespace sangkien {

namespace detail {

inline Words kind_words(Kind kind)
{
    switch (kind) {
        case Kind::null: return {"null", "null"};
        case Kind::boolean: return {"true hoặc false", "true or false"};
        case Kind::number: return {"một số", "a number"};
        case Kind::text: return {"một chuỗi", "a text"};
        case Kind::list: return {"một danh sách", "a list"};
        case Kind::object: return {"một đối tượng", "an object"};
        default: return {"không có gì", "nothing"};
    }
}

// Letters, not bytes: the distance counts code points, so that one Vietnamese letter is one slip.
inline std::vector<char32_t> letters(std::string_view text)
{
    std::vector<char32_t> out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) == 0x80 && !out.empty())
            out.back() = (out.back() << 6) | (byte & 0x3F);
        else
            out.push_back(byte);
    }
    return out;
}

inline std::size_t edit_distance(std::string_view left, std::string_view right)
{
    const auto a = letters(left), b = letters(right);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
            diagonal = above;
        }
    }
    return row[b.size()];
}

inline std::string joined(const std::vector<std::string>& names)
{
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
    return out;
}

}  // namespace detail

SANGKIEN_INLINE std::string nearest(std::string_view name, const std::vector<std::string>& known)
{
    std::size_t best = std::max<std::size_t>(2, name.size() / 3) + 1;
    std::string out;
    for (const std::string& candidate : known) {
        const std::size_t distance = detail::edit_distance(name, candidate);
        if (distance < best && distance < candidate.size()) {
            best = distance;
            out = candidate;
        }
    }
    return out;
}

namespace detail {

inline Details with_nearest(Details details, std::string_view name, const std::vector<std::string>& known)
{
    const std::string near = nearest(name, known);
    if (!near.empty()) details.push_back({"nearest", near});
    details.push_back({"known", known.empty() ? "-" : joined(known)});
    return details;
}

}  // namespace detail

SANGKIEN_INLINE void unknown_name(Problems& problems, const Place& place, const Words& what, std::string_view name,
                                  const std::vector<std::string>& known)
{
    problems.add(ErrorId::unknown_name, place,
                 detail::with_nearest({{"what", what}, {"name", std::string(name)}}, name, known));
}

SANGKIEN_INLINE bool expect(Node node, Kind kind, Problems& problems)
{
    if (node.is(kind)) return true;
    problems.add(ErrorId::wrong_type, node.place(),
                 {{"expected", detail::kind_words(kind)}, {"found", detail::kind_words(node.kind())}});
    return false;
}

SANGKIEN_INLINE bool read_text(Node node, Problems& problems, std::string& out)
{
    if (!expect(node, Kind::text, problems)) return false;
    if (node.text().empty()) {
        problems.add(ErrorId::empty_text, node.place(), {{"expected", detail::kind_words(Kind::text)}});
        return false;
    }
    out = std::string(node.text());
    return true;
}

SANGKIEN_INLINE bool read_ratio(Node node, Problems& problems, Ratio& out)
{
    if (!node.is(Kind::number) && !expect(node, Kind::text, problems)) return false;
    if (read_ratio(node.text(), out)) return true;
    problems.add(ErrorId::bad_number, node.place(), {{"text", std::string(node.text())}});
    return false;
}

SANGKIEN_INLINE bool read_whole(Node node, Problems& problems, std::int64_t low, std::int64_t high, std::int64_t& out)
{
    if (!expect(node, Kind::number, problems)) return false;
    Ratio value;
    if (!read_ratio(node, problems, value)) return false;
    if (value.denominator() != 1 || value.numerator() < low || value.numerator() > high) {
        problems.add(ErrorId::out_of_range, node.place(), {{"value", value.text()}, {"low", low}, {"high", high}});
        return false;
    }
    out = value.numerator();
    return true;
}

SANGKIEN_INLINE bool read_day(Node node, Problems& problems, Day& out)
{
    if (!expect(node, Kind::text, problems)) return false;
    if (read_day(node.text(), out)) return true;
    problems.add(ErrorId::bad_day, node.place(), {{"text", std::string(node.text())}});
    return false;
}

SANGKIEN_INLINE bool read_instant(Node node, Problems& problems, Instant& out)
{
    if (!expect(node, Kind::text, problems)) return false;
    if (read_instant(node.text(), out)) return true;
    problems.add(ErrorId::bad_instant, node.place(), {{"text", std::string(node.text())}});
    return false;
}

SANGKIEN_INLINE Fields::Fields(Node object, Problems& problems) : object_(object), problems_(&problems)
{
    if (!expect(object, Kind::object, problems)) object_ = Node();
}

SANGKIEN_INLINE bool Fields::has(std::string_view key)
{
    known(key);
    return bool(object_.get(key));
}

SANGKIEN_INLINE Node Fields::any(std::string_view key, Need need)
{
    known(key);
    const Node member = object_.get(key);
    if (!member && object_ && need == Need::required)
        problems_->add(ErrorId::missing_key, object_.place(), {{"key", std::string(key)}});
    return member;
}

SANGKIEN_INLINE Node Fields::object(std::string_view key, Need need)
{
    const Node member = any(key, need);
    return member && !expect(member, Kind::object, *problems_) ? Node() : member;
}

SANGKIEN_INLINE Node Fields::list(std::string_view key, Need need)
{
    const Node member = any(key, need);
    return member && !expect(member, Kind::list, *problems_) ? Node() : member;
}

SANGKIEN_INLINE std::string Fields::text(std::string_view key, Need need)
{
    std::string out;
    if (const Node member = any(key, need)) read_text(member, *problems_, out);
    return out;
}

SANGKIEN_INLINE bool Fields::boolean(std::string_view key, bool fallback, Need need)
{
    const Node member = any(key, need);
    return member && expect(member, Kind::boolean, *problems_) ? member.boolean() : fallback;
}

SANGKIEN_INLINE std::int64_t Fields::whole(std::string_view key, std::int64_t low, std::int64_t high,
                                           std::int64_t fallback, Need need)
{
    if (const Node member = any(key, need)) read_whole(member, *problems_, low, high, fallback);
    return fallback;
}

SANGKIEN_INLINE Ratio Fields::ratio(std::string_view key, Ratio fallback, Need need)
{
    if (const Node member = any(key, need)) read_ratio(member, *problems_, fallback);
    return fallback;
}

SANGKIEN_INLINE Day Fields::day(std::string_view key, Day fallback, Need need)
{
    if (const Node member = any(key, need)) read_day(member, *problems_, fallback);
    return fallback;
}

SANGKIEN_INLINE Instant Fields::instant(std::string_view key, Instant fallback, Need need)
{
    if (const Node member = any(key, need)) read_instant(member, *problems_, fallback);
    return fallback;
}

SANGKIEN_INLINE std::size_t Fields::word(std::string_view key, std::initializer_list<const char*> known,
                                         std::size_t fallback, Need need)
{
    const Node member = any(key, need);
    if (!member || !expect(member, Kind::text, *problems_)) return fallback;
    const auto found = std::find(known.begin(), known.end(), member.text());
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    const std::vector<std::string> words(known.begin(), known.end());
    problems_->add(ErrorId::unknown_word, member.place(),
                   detail::with_nearest({{"text", std::string(member.text())}}, member.text(), words));
    return fallback;
}

SANGKIEN_INLINE Words Fields::words(Need need) { return {text("vi", need), text("en", need)}; }

SANGKIEN_INLINE Name Fields::name() { return {std::string(object_.key()), words()}; }

SANGKIEN_INLINE std::vector<std::string> Fields::texts(std::string_view key, Need need)
{
    std::vector<std::string> out;
    const Node member = any(key, need);
    if (member.is(Kind::text)) {
        out.emplace_back();
        if (!read_text(member, *problems_, out.back())) out.pop_back();
    } else if (member && expect(member, Kind::list, *problems_)) {
        for (Node item : children(member)) {
            out.emplace_back();
            if (!read_text(item, *problems_, out.back())) out.pop_back();
        }
    }
    return out;
}

SANGKIEN_INLINE void Fields::allow_annotations()
{
    for (const char* key : {"clause", "provenance", "note", "choices"}) known(key);
}

SANGKIEN_INLINE void Fields::known(std::string_view key)
{
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.push_back(key);
}

SANGKIEN_INLINE void Fields::finish()
{
    for (Node member : children(object_)) {
        if (std::find(known_.begin(), known_.end(), member.key()) != known_.end()) continue;
        const std::vector<std::string> names(known_.begin(), known_.end());
        problems_->add(ErrorId::unknown_key, member.place_of_key(),
                       detail::with_nearest({{"key", std::string(member.key())}}, member.key(), names));
    }
}

}  // namespace sangkien
