// The season of a vector: what it says, what the file says for all, and what needs no saying.
#pragma once

#include <algorithm>

#include "../core/digits.hpp"
#include "../evaluation/rules.hpp"
#include "canonical.hpp"

namespace sangkien::detail {

inline std::string json_text(std::string_view text)
{
    std::string out;
    put_canonical(text, out);
    return out;
}

// As it stands, layout aside: numbers keep their digits.
inline std::string json_text(Node node)
{
    switch (node.kind()) {
        case Kind::absent:
        case Kind::null: return "null";
        case Kind::boolean: return node.boolean() ? "true" : "false";
        case Kind::number: return std::string(node.text());
        case Kind::text: return json_text(node.text());
        case Kind::list:
        case Kind::object: break;
    }
    const bool object = node.is(Kind::object);
    std::string out;
    for (Node child : children(node)) {
        if (!out.empty()) out += ',';
        if (object) out += json_text(child.key()) + ':';
        out += json_text(child);
    }
    return object ? "{" + out + "}" : "[" + out + "]";
}

// Members of an object, those that are left out filled in.
class Members {
public:
    explicit Members(Node object = {})
    {
        for (Node child : children(object)) set(child.key(), json_text(child));
    }
    void set(std::string_view key, std::string value) { members_.emplace_back(std::string(key), std::move(value)); }
    void fill(std::string_view key, const std::string& value)
    {
        for (const auto& member : members_)
            if (member.first == key) return;
        set(key, value);
    }
    void replace(std::string_view key, const std::string& value)
    {
        for (auto& member : members_)
            if (member.first == key) member.second = value;
    }
    bool empty() const noexcept { return members_.empty(); }
    std::string text() const
    {
        std::string out;
        for (const auto& [key, value] : members_) out += (out.empty() ? "" : ",") + json_text(key) + ":" + value;
        return "{" + out + "}";
    }

private:
    std::vector<std::pair<std::string, std::string>> members_;
};

class VectorSeason {
public:
    VectorSeason(Node own, Node shared, const Rules& rules) : own_(own), shared_(shared), rules_(rules) {}

    Node member(std::string_view key) const
    {
        const Node node = own_.get(key);
        return node ? node : shared_.get(key);
    }

    std::string text(const std::string& id, const std::string& rulebook, Instant as_of) const
    {
        Members out(own_);
        for (Node child : children(shared_)) out.fill(child.key(), json_text(child));
        Day opened = civil_day(as_of);
        if (const Node day = member("opened"); day) read_day(day.text(), opened);
        const Ruleset* ruleset = rules_.on(opened);
        const bool kinds = ruleset != nullptr && !ruleset->unit_kinds.empty();
        const std::string kind = kinds ? ruleset->unit_kinds.front().name.id : "unit";
        out.fill("season", "1");
        out.fill("id", json_text(id));
        out.fill("opened", json_text(to_text(opened)));
        out.fill("year", whole_text(civil(opened).year));
        out.fill("rulebooks", "[" + json_text(rulebook) + "]");
        out.fill("units", R"([{"id":"u-1"}])");
        std::string first_unit = "u-1";
        if (const Node unit = member("units").first().get("id"); unit) first_unit = std::string(unit.text());
        out.fill("initiatives", "[]");
        out.replace("units", units(kind));
        out.replace("initiatives", initiatives(first_unit));
        out.replace("ballots", ballots());
        return out.text();
    }

    // Where a problem of the season's text stands in the file of vectors: the deepest value that was written there.
    Place place(std::string_view pointer) const
    {
        Node at = own_ ? own_ : shared_;
        for (bool first = true; !pointer.empty(); first = false) {
            pointer.remove_prefix(1);
            const std::string_view token = pointer.substr(0, pointer.find('/'));
            const Node next = first ? member(token) : child(at, token);
            if (!next) break;
            at = next;
            if (first && token == "ballots") break;  // one of them may stand for several
            pointer.remove_prefix(token.size());
        }
        return at.place();
    }

private:
    static Node child(Node at, std::string_view token)
    {
        if (at.is(Kind::object)) return at.get(token);
        for (Node item : children(at))
            if (whole_text(static_cast<std::int64_t>(item.position())) == token) return item;
        return {};
    }

    static std::string joined_list(const std::vector<std::string>& items)
    {
        std::string out;
        for (const std::string& item : items) out += (&item == &items.front() ? "" : ",") + item;
        return "[" + out + "]";
    }

    // What is not of the kind that is filled in stays as it is, for the reader of seasons to refuse.
    std::string units(const std::string& kind) const
    {
        const Node list = member("units");
        if (!list) return R"([{"id":"u-1","kind":)" + json_text(kind) + "}]";
        if (!list.is(Kind::list)) return json_text(list);
        std::vector<std::string> out;
        for (Node unit : children(list)) {
            Members members(unit);
            members.fill("kind", json_text(kind));
            out.push_back(unit.is(Kind::object) ? members.text() : json_text(unit));
        }
        return joined_list(out);
    }

    std::string initiatives(const std::string& unit) const
    {
        const Node list = member("initiatives");
        if (list && !list.is(Kind::list)) return json_text(list);
        std::vector<std::string> out;
        for (Node initiative : children(list)) {
            Members members(initiative);
            members.fill("id", json_text("SK-" + whole_text(static_cast<std::int64_t>(initiative.position()) + 1)));
            members.fill("units", "[" + json_text(unit) + "]");
            members.fill("authors", R"([{"person":"p-1","share":100}])");
            const Node events = initiative.get("events");
            std::vector<std::string> all;
            for (Node event : children(events)) all.push_back(VectorSeason::event(event));
            if (events.is(Kind::list)) members.replace("events", joined_list(all));
            out.push_back(initiative.is(Kind::object) ? members.text() : json_text(initiative));
        }
        return joined_list(out);
    }

    // "file unit-head 2025-09-24T16:30+07:00" is an event, who did it and when; an object is one as in any season.
    static std::string event(Node node)
    {
        if (!node.is(Kind::text)) return json_text(node);
        static constexpr const char* keys[] = {"on", "by", "at", "actor"};
        const std::vector<std::string_view> parts = split(node.text(), ' ');
        Members out;
        for (std::size_t i = 0; i < parts.size() && i < 4; ++i) out.set(keys[i], json_text(parts[i]));
        return out.text();
    }

    // "SK-1 p-001,p-002 agree novelty=24" is a ballot of each of these members; an object is one as in any season.
    std::string ballots() const
    {
        const Node list = member("ballots");
        if (!list.is(Kind::list)) return json_text(list);
        std::vector<std::string> out;
        for (Node ballot : children(list)) {
            if (!ballot.is(Kind::text)) {
                out.push_back(json_text(ballot));
                continue;
            }
            std::vector<std::string_view> parts = split(ballot.text(), ' ');
            parts.resize(std::max<std::size_t>(parts.size(), 2));
            Members scores, rest;
            for (std::size_t i = 2; i < parts.size(); ++i) {
                const std::size_t equals = parts[i].find('=');
                if (equals == std::string_view::npos)
                    rest.set("vote", json_text(parts[i]));
                else
                    scores.set(parts[i].substr(0, equals), json_text(parts[i].substr(equals + 1)));
            }
            if (!scores.empty()) rest.set("scores", scores.text());
            for (const std::string_view person : split(parts[1], ',')) {
                Members one = rest;
                one.set("initiative", json_text(parts[0]));
                one.set("member", json_text(person));
                out.push_back(one.text());
            }
        }
        return joined_list(out);
    }

    static std::vector<std::string_view> split(std::string_view text, char at)
    {
        std::vector<std::string_view> out;
        for (;;) {
            const std::size_t end = text.find(at);
            out.push_back(text.substr(0, end));
            if (end == std::string_view::npos) return out;
            text.remove_prefix(end + 1);
        }
    }

    Node own_, shared_;
    const Rules& rules_;
};

}  // namespace sangkien::detail
