#pragma once

#include <algorithm>

#include "../core/digits.hpp"
#include "canonical.hpp"
#include "digest.hpp"
#include "json_reader.hpp"

namespace sangkien {

namespace detail {

// A JSON number as a whole coefficient that does not end in 0, and a power of ten: 12.50 is 125e-1, 100 is 1e2, -0 is 0.
inline std::string canonical_number(Node number)
{
    std::string_view text = number.text();
    std::string digits;
    std::int64_t exponent = 0;
    const bool minus = !text.empty() && text.front() == '-';
    if (minus) text.remove_prefix(1);
    const std::size_t e = std::min(text.find_first_of("eE"), text.size());
    bool fraction = false;
    for (const char c : text.substr(0, e)) {
        if (c == '.') {
            fraction = true;
            continue;
        }
        digits += c;
        if (fraction) --exponent;
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.empty()) return "0";

    std::string_view power = text.substr(std::min(e + 1, text.size()));
    const bool down = !power.empty() && power.front() == '-';
    if (!power.empty() && (power.front() == '-' || power.front() == '+')) power.remove_prefix(1);
    power.remove_prefix(std::min(power.find_first_not_of('0'), power.size()));
    constexpr std::size_t most = 18;  // so that the sum below fits 64 bits
    if (power.size() > most)
        throw Error(Problem{ErrorId::limit_exceeded,
                            number.place(),
                            {{"what", Words{"số chữ số của luỹ thừa", "digits of an exponent"}},
                             {"limit", static_cast<std::int64_t>(most)}}});
    std::int64_t written = 0;
    for (const char c : power) written = written * 10 + (c - '0');
    exponent += down ? -written : written;

    while (digits.back() == '0') {
        digits.pop_back();
        ++exponent;
    }
    return (minus ? "-" : "") + digits + (exponent == 0 ? "" : "e" + whole_text(exponent));
}

// Only what JSON demands is escaped, in its shortest way.
inline void put_canonical(std::string_view text, std::string& out)
{
    static constexpr char escapes[] = "btn\0fr";  // of U+0008 to U+000D
    out += '"';
    for (const char letter : text) {
        const auto c = static_cast<unsigned char>(letter);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += letter;
        } else if (c >= 0x08 && c <= 0x0D && c != 0x0B) {
            out += '\\';
            out += escapes[c - 0x08];
        } else if (c < 0x20) {
            out += "\\u00";
            out += "0123456789abcdef"[c >> 4];
            out += "0123456789abcdef"[c & 15];
        } else {
            out += letter;
        }
    }
    out += '"';
}

enum class ListOrder : std::uint8_t { as_written, sorted };

// May this member be left out? `depth` counts the objects and lists around it.
using LeaveOut = bool (*)(Node member, std::size_t depth);

struct Canonical {
    ListOrder order = ListOrder::as_written;
    LeaveOut leave_out = nullptr;

    void put(Node value, std::size_t depth, std::string& out) const
    {
        switch (value.kind()) {
            case Kind::absent:
            case Kind::null: out += "null"; break;
            case Kind::boolean: out += value.boolean() ? "true" : "false"; break;
            case Kind::number: out += canonical_number(value); break;
            case Kind::text: put_canonical(value.text(), out); break;
            case Kind::list: put_list(value, depth, out); break;
            case Kind::object: put_object(value, depth, out); break;
        }
    }

private:
    void put_list(Node list, std::size_t depth, std::string& out) const
    {
        std::vector<std::string> items;
        for (Node item : children(list)) {
            items.emplace_back();
            put(item, depth + 1, items.back());
        }
        if (order == ListOrder::sorted) std::sort(items.begin(), items.end());
        out += '[';
        for (const std::string& item : items) {
            if (&item != &items.front()) out += ',';
            out += item;
        }
        out += ']';
    }

    // By the bytes of the keys, which is the order of their code points.
    void put_object(Node object, std::size_t depth, std::string& out) const
    {
        std::vector<Node> members;
        for (Node member : children(object))
            if (leave_out == nullptr || !leave_out(member, depth)) members.push_back(member);
        std::sort(members.begin(), members.end(), [](Node a, Node b) { return a.key() < b.key(); });
        out += '{';
        bool first = true;
        for (Node member : members) {
            if (!first) out += ',';
            first = false;
            put_canonical(member.key(), out);
            out += ':';
            put(member, depth + 1, out);
        }
        out += '}';
    }
};

inline Tree read_json_or_throw(std::string_view json, std::string file)
{
    Problems problems;
    Tree tree = read_json(json, std::move(file), problems);
    problems.throw_if_any();
    return tree;
}

// `library`, `season.sha256`, `rulebooks[].sha256`.
inline bool no_part_of_result(Node member, std::size_t depth)
{
    if (depth == 0) return member.key() == "library";
    if (member.key() != "sha256") return false;
    const std::string_view above = depth == 1 ? member.parent().key() : member.parent().parent().key();
    return (depth == 1 && above == "season") || (depth == 2 && above == "rulebooks");
}

}  // namespace detail

SANGKIEN_INLINE std::string canonical_text(Node value)
{
    std::string out;
    detail::Canonical().put(value, 0, out);
    return out;
}

SANGKIEN_INLINE std::string canonical_text(std::string_view json, std::string file)
{
    const Tree tree = detail::read_json_or_throw(json, std::move(file));
    return canonical_text(tree.root());
}

SANGKIEN_INLINE std::string canonical_digest(Node value) { return sha256(canonical_text(value)); }

SANGKIEN_INLINE std::string canonical_digest(std::string_view json, std::string file)
{
    return sha256(canonical_text(json, std::move(file)));
}

SANGKIEN_INLINE std::string result_digest(Node report)
{
    std::string out;
    detail::Canonical{detail::ListOrder::sorted, &detail::no_part_of_result}.put(report, 0, out);
    return sha256(out);
}

}  // namespace sangkien
