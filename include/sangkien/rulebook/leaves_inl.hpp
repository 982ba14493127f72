// A rulebook as a sorted list of its values, each with its dates: what two rulebooks are compared by.
#pragma once

#include <algorithm>

#include "layers.hpp"
#include "windows_inl.hpp"

namespace sangkien::detail {

// A value on the days [from, until).
struct LeafVersion {
    Day from;
    Day until;
    std::string value;  // canonical JSON
    std::string_view clause;
    Node node;

    // That an object is there is one thing, what is in it another: its members are compared by themselves.
    bool same(const LeafVersion& other) const noexcept
    {
        return node.is(Kind::object) ? other.node.is(Kind::object) : value == other.value;
    }
};

// One path with its value at all times.
struct Leaf {
    std::string key;  // the path with a separator that no key has, so that what is inside an object follows it
    std::string path;
    bool text = false;
    bool whole = false;  // an object that is told as one where the other side has none
    std::vector<LeafVersion> versions;
};

constexpr char key_separator = '\x01';

inline bool is_words_key(std::string_view key) noexcept { return key == "vi" || key == "en" || key == "note"; }

inline void put_quoted(std::string& out, std::string_view text)
{
    constexpr const char* hex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') out += '\\';
        if (byte >= 0x20)
            out += c;
        else
            out.append("\\u00") += {hex[byte >> 4], hex[byte & 15]};
    }
    out += '"';
}

// 10.50 and 10.5 are one number.
inline void put_number(std::string& out, std::string_view digits)
{
    if (digits.find('.') != std::string_view::npos && digits.find_first_of("eE") == std::string_view::npos) {
        digits = digits.substr(0, digits.find_last_not_of('0') + 1);
        if (digits.back() == '.') digits.remove_suffix(1);
    }
    out += digits;
}

// A value as JSON without spaces, keys sorted. `words`: only the texts for people in it; otherwise all but those.
inline void put_canonical(std::string& out, Node node, bool words)
{
    if (node.is(Kind::list)) {
        out += '[';
        for (Node child : children(node)) {
            if (child.position() != 0) out += ',';
            put_canonical(out, child, words);
        }
        out += ']';
    } else if (node.is(Kind::object)) {
        std::vector<Node> members;
        for (Node child : children(node)) members.push_back(child);
        std::sort(members.begin(), members.end(), [](Node a, Node b) { return a.key() < b.key(); });
        out += '{';
        for (Node member : members) {
            const bool of_words = is_words_key(member.key()) && member.is(Kind::text);
            if (of_words && !words) continue;
            if (out.back() != '{') out += ',';
            put_quoted(out, member.key());
            out += ':';
            if (of_words)
                put_quoted(out, member.text());
            else
                put_canonical(out, member, words);
        }
        out += '}';
    } else if (words) {
        out += '0';  // only texts are looked at
    } else if (node.is(Kind::text)) {
        put_quoted(out, node.text());
    } else if (node.is(Kind::number)) {
        put_number(out, node.text());
    } else {
        out += node.is(Kind::null) ? "null" : node.boolean() ? "true" : "false";
    }
}

inline std::string canonical_value(Node node, bool words = false)
{
    std::string out;
    put_canonical(out, node, words);
    return out;
}

inline bool has_words(Node node) noexcept
{
    for (Node child : children(node))
        if ((node.is(Kind::object) && is_words_key(child.key()) && child.is(Kind::text)) || has_words(child))
            return true;
    return false;
}

class LeafWalk {
public:
    std::vector<Leaf> run(const Rulebook& book)
    {
        for (Node member : children(book.tree.root())) {
            const std::string key(member.key());
            if (key == "rulebook") continue;
            At at{key, key, Day{INT32_MIN}, Day{INT32_MAX}, {}, false};
            at.text = key == "id" || key == "clauses";
            walk(member, at);
        }
        return gathered();
    }

private:
    struct At {
        std::string key, path;
        Day from, until;
        std::string_view clause;
        bool text;
    };

    static At below(const At& at, std::string_view key)
    {
        At out = at;
        out.key.append(1, key_separator).append(key);
        out.path.append(1, '.').append(key);
        return out;
    }

    void put(const At& at, Node node, std::string value, bool text)
    {
        Leaf leaf{at.key, at.path, text, false, {}};
        leaf.versions.push_back({at.from, at.until, std::move(value), at.clause, node});
        out_.push_back(std::move(leaf));
    }

    void walk(Node node, const At& at)
    {
        if (is_dated(node))
            walk_dated(node, at);
        else if (node.is(Kind::object))
            walk_object(node, at);
        else
            walk_value(node, at);
    }

    void walk_value(Node node, const At& at)
    {
        const bool words = is_words_key(node.key()) && node.is(Kind::text);
        put(at, node, canonical_value(node), at.text || words);
        if (!node.is(Kind::list) || !has_words(node)) return;
        At in_list = below(at, "(words)");
        in_list.path = at.path;
        put(in_list, node, canonical_value(node, true), true);
    }

    // As it is known now: on each day the version with the latest knowledge, of several the last.
    void walk_dated(Node list, const At& at)
    {
        std::vector<Day> days{at.from, at.until};
        for (Node version : children(list)) {
            const DatedWindow window = window_of(version);
            for (const Day day : {window.from, window.until})
                if (at.from < day && day < at.until) days.push_back(day);
        }
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        for (std::size_t i = 0; i + 1 < days.size(); ++i) {
            Node latest;
            for (Node version : children(list))
                if (window_of(version).holds(days[i]) &&
                    (!latest || window_of(latest).known <= window_of(version).known))
                    latest = version;
            At here = at;
            here.from = days[i];
            here.until = days[i + 1];
            if (latest) walk_version(latest, here);
        }
    }

    // What stands beside a dated value is of the value.
    void walk_version(Node version, At at)
    {
        const Node value = version.get("value");
        if (version.get("clause").is(Kind::text)) at.clause = version.get("clause").text();
        for (Node member : children(version))
            if ((is_annotation(member.key()) || member.key() == "known-on") && !value.get(member.key()))
                walk(member, below(at, member.key()));
        walk(value, at);
    }

    void walk_object(Node object, At at)
    {
        const Node clause = object.get("clause");
        if (clause.is(Kind::text)) at.clause = clause.text();
        put(at, object, canonical_value(object), at.text);
        out_.back().whole = bool(clause) || !has_objects(object);
        for (Node member : children(object)) {
            At inner = below(at, member.key());
            if (at.path == "clauses") inner.clause = member.key();
            if (at.path == "document")
                inner.text = member.key() == "number" || member.key() == "issuer" || member.key() == "source";
            if (member.key() == "provenance") inner.text = false;
            walk(member, inner);
        }
    }

    static bool has_objects(Node object) noexcept
    {
        for (Node member : children(object))
            if (member.is(Kind::object)) return true;
        return false;
    }

    // Versions of one path together, in the order of time, neighbours of equal value as one.
    std::vector<Leaf> gathered()
    {
        std::stable_sort(out_.begin(), out_.end(), [](const Leaf& a, const Leaf& b) { return a.key < b.key; });
        std::vector<Leaf> out;
        for (Leaf& leaf : out_) {
            if (!out.empty() && out.back().key == leaf.key) {
                out.back().versions.push_back(std::move(leaf.versions.front()));
                out.back().whole = out.back().whole && leaf.whole;
            } else {
                out.push_back(std::move(leaf));
            }
        }
        for (Leaf& leaf : out) join(leaf.versions);
        return out;
    }

    static void join(std::vector<LeafVersion>& versions)
    {
        std::stable_sort(versions.begin(), versions.end(),
                         [](const LeafVersion& a, const LeafVersion& b) { return a.from < b.from; });
        std::size_t kept = 0;
        for (std::size_t i = 1; i < versions.size(); ++i) {
            if (versions[kept].until == versions[i].from && versions[kept].same(versions[i]))
                versions[kept].until = versions[i].until;
            else if (++kept != i)
                versions[kept] = std::move(versions[i]);
        }
        if (!versions.empty()) versions.resize(kept + 1);
    }

    std::vector<Leaf> out_;
};

}  // namespace sangkien::detail
