// What a vector expects against what came out.
#pragma once

#include "../rulebook/fields.hpp"
#include "vector_season_inl.hpp"

namespace sangkien::detail {

// What an item of a list goes by: its id, else the id of the thing it is about.
inline std::string_view item_name(Node item)
{
    if (item.is(Kind::text)) return item.text();
    if (const Node id = item.get("id"); id) return id.text();
    const Node first = item.is(Kind::object) ? item.first() : Node();
    if (first.is(Kind::text)) return first.text();
    return first.is(Kind::object) ? first.get("id").text() : std::string_view();
}

// "initiatives.SK-1.events.file.verdict": members by key, items by name or by place from 0. Names may hold dots.
inline Node in_report(Node node, std::string_view path)
{
    if (path.empty()) return node;
    for (Node child : children(node)) {
        const std::string_view name = node.is(Kind::list) ? item_name(child) : child.key();
        if (name.empty() || !covers(name, path)) continue;
        if (const Node found = in_report(child, path.substr(std::min(path.size(), name.size() + 1)))) return found;
    }
    if (!node.is(Kind::list)) return {};
    const std::string_view token = path.substr(0, path.find('.'));
    for (Node child : children(node))
        if (whole_text(static_cast<std::int64_t>(child.position())) == token)
            return in_report(child, path.substr(std::min(path.size(), token.size() + 1)));
    return {};
}

class Expectations {
public:
    Expectations(std::string vector, std::vector<Problem>& problems) : vector_(std::move(vector)), problems_(problems)
    {
    }

    void check(Node expected, Node got, const std::string& path)
    {
        if (expected.is(Kind::object)) {
            for (Node member : children(expected))
                check(member, in_report(got, member.key()),
                      path.empty() ? std::string(member.key()) : path + "." + std::string(member.key()));
            return;
        }
        if (!same(expected, got)) differs(expected, path, shown(got));
    }

    void differs(Node expected, const std::string& path, Words got)
    {
        problems_.push_back({ErrorId::vector_differs,
                             expected.place(),
                             {{"vector", vector_}, {"path", path}, {"expected", shown(expected)}, {"got", got}}});
    }

private:
    static bool same(Node expected, Node got)
    {
        if (expected.is(Kind::list)) {
            if (!got.is(Kind::list) || got.size() != expected.size()) return false;
            Node other = got.first();
            for (Node item : children(expected)) {
                if (!same(item, other)) return false;
                other = other.next();
            }
            return true;
        }
        if (expected.is(Kind::boolean)) return got.is(Kind::boolean) && got.boolean() == expected.boolean();
        if (expected.is(Kind::null)) return got.is(Kind::null);
        if (expected.is(Kind::number)) return same_number(expected, got);
        if (expected.is(Kind::text))
            return got.is(Kind::object) ? item_name(got) == expected.text() : same_text(expected, got);
        return false;
    }

    static bool same_text(Node expected, Node got)
    {
        if (got.is(Kind::text)) return got.text() == expected.text();
        return got.is(Kind::number) && same_number(expected, got);
    }

    // Exact numbers are texts in a report: 254/3, 84.67.
    static bool same_number(Node expected, Node got)
    {
        if (!got.is(Kind::number) && !got.is(Kind::text)) return false;
        Problems ignored;
        Ratio a, b;
        return read_ratio(expected, ignored, a) && read_ratio(got, ignored, b) && a == b;
    }

    static Words shown(Node node)
    {
        if (!node) return {"không có gì", "nothing"};
        std::string out;
        if (node.is(Kind::list)) {
            for (Node item : children(node)) out += (out.empty() ? "" : ", ") + shown(item).en;
            out = "[" + out + "]";
        } else if (node.is(Kind::object)) {
            const std::string_view name = item_name(node);
            out = name.empty() ? "{...}" : json_text(name);
        } else {
            out = json_text(node);
        }
        return {out, out};
    }

    std::string vector_;
    std::vector<Problem>& problems_;
};

}  // namespace sangkien::detail
