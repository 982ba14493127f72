// Paths of a report: cut into parts, and what they lead to below a node.
#pragma once

#include "explain_season_inl.hpp"

namespace sangkien::detail {

// The parts of a path. A JSON pointer starts with a slash; else dots separate, and an id may hold dots itself.
struct PathParts {
    std::vector<std::string> parts;
    bool dotted = false;

    explicit PathParts(std::string_view path) : dotted(!path.empty() && path.front() != '/')
    {
        if (path.empty() || path == "/") return;
        if (!dotted) path.remove_prefix(1);
        const char between = dotted ? '.' : '/';
        for (std::size_t at = 0; at <= path.size();) {
            const std::size_t end = std::min(path.find(between, at), path.size());
            parts.push_back(dotted ? std::string(path.substr(at, end - at)) : unescaped(path.substr(at, end - at)));
            at = end + 1;
        }
    }

    std::size_t size() const noexcept { return parts.size(); }

    // How many parts from `at` on spell `id`; 0: they do not.
    std::size_t spells(const std::string& id, std::size_t at) const
    {
        if (id.empty() || at >= parts.size()) return 0;
        std::string joined = parts[at];
        for (std::size_t count = 1;; ++count) {
            if (joined == id) return count;
            if (!dotted || at + count >= parts.size() || joined.size() >= id.size()) return 0;
            joined.append(".").append(parts[at + count]);
        }
    }

private:
    static std::string unescaped(std::string_view part)
    {
        std::string out;
        for (std::size_t i = 0; i < part.size(); ++i) {
            const bool escape = part[i] == '~' && i + 1 < part.size() && (part[i + 1] == '0' || part[i + 1] == '1');
            out += escape ? (part[++i] == '0' ? '~' : '/') : part[i];
        }
        return out;
    }
};

// Keys of lists that a node has even when they are empty.
inline std::vector<std::string> lists_of(Explained of)
{
    switch (of) {
        case Explained::report:
            return {"rulebooks", "choices", "silences", "milestones", "initiatives",
                    "ranking",   "units",   "duties",   "todo"};
        case Explained::milestone: return {"choices", "warnings"};
        case Explained::deadline: return {"steps"};
        case Explained::initiative: return {"reached", "events", "clocks", "contributions", "next"};
        case Explained::event:
        case Explained::next:
        case Explained::quota:
        case Explained::selection: return {"findings"};
        case Explained::score: return {"excluded", "criteria", "findings"};
        case Explained::open_duty: return {"escalations", "reminders", "findings"};
        case Explained::unit: return {"quota"};
        case Explained::index: return {"components"};
        case Explained::finding: return {"citations", "inputs", "values"};
        default: return {};
    }
}

// Keys of the objects below a node.
inline std::vector<std::string> objects_of(Explained of)
{
    switch (of) {
        case Explained::report: return {"season", "index"};
        case Explained::milestone:
        case Explained::clock: return {"deadline"};
        case Explained::initiative: return {"score", "selection"};
        case Explained::score: return {"vote"};
        case Explained::contribution:
        case Explained::component: return {"finding"};
        case Explained::unit: return {"index"};
        default: return {};
    }
}

inline bool has_citation(Explained of) noexcept
{
    return of == Explained::milestone || of == Explained::event || of == Explained::clock || of == Explained::next ||
           of == Explained::duty || of == Explained::todo || of == Explained::choice || of == Explained::exclusion ||
           of == Explained::track || of == Explained::open_duty || of == Explained::escalation;
}

// What a path leads to below a node: a value, or nothing where the report says null.
struct Found {
    std::optional<Datum> value;
    bool stated = false;  // a fact, and not a result
};

// The values below one node that are no nodes themselves.
class ValuesBelow {
public:
    ValuesBelow(const Explanation& node, const PathParts& path, std::size_t from) : node_(node), path_(path), at_(from)
    {
    }

    std::optional<Found> find()
    {
        const std::string& key = path_.parts[at_];
        const auto own = lists_of(node_.of);
        if (at_ + 1 == path_.size()) {
            if (std::find(own.begin(), own.end(), key) != own.end()) return Found{};
            for (const char* nothing : node_.nothing)
                if (key == nothing) return Found{};
        }
        if (key == "citation" && has_citation(node_.of)) return citation(at_ + 1, first_ground());
        if (key == "choices" &&
            (node_.of == Explained::milestone || (node_.of == Explained::finding && !node_.choices.empty())))
            return choice();
        if (node_.of == Explained::finding) return of_finding(key);
        if (auto found = argument(node_.inputs, at_, true, true)) return found;
        return argument(node_.values, at_, false, true);
    }

    // What could stand at this place.
    std::vector<std::string> known() const
    {
        std::vector<std::string> out = lists_of(node_.of);
        for (std::string& key : objects_of(node_.of)) out.push_back(std::move(key));
        for (const Arguments* arguments : {&node_.inputs, &node_.values})
            for (const Argument& argument : *arguments) out.emplace_back(argument.key);
        for (const char* key : node_.nothing) out.emplace_back(key);
        if (has_citation(node_.of)) out.emplace_back("citation");
        if (node_.of == Explained::finding)
            out = {"id", "verdict", "citations", "inputs", "values", "choices", "lift", "message"};
        return out;
    }

private:
    std::size_t left(std::size_t at) const noexcept { return path_.size() - at; }

    std::optional<std::size_t> position(std::size_t at, std::size_t count) const
    {
        for (std::size_t i = 0; at < path_.size() && i < count; ++i)
            if (path_.parts[at] == whole_text(static_cast<std::int64_t>(i))) return i;
        return std::nullopt;
    }

    Citation first_ground() const { return node_.grounds.empty() ? Citation{} : node_.grounds.front().citation; }

    std::optional<Found> citation(std::size_t at, const Citation& of) const
    {
        if (left(at) == 0) return Found{};
        if (left(at) > 1) return std::nullopt;
        if (path_.parts[at] == "rulebook") return Found{Datum(of.rulebook)};
        if (path_.parts[at] == "clause") return Found{Datum(of.clause)};
        if (path_.parts[at] == "provenance") return Found{Datum(std::string(word(of.provenance)))};
        return std::nullopt;
    }

    std::optional<Found> choice() const
    {
        if (left(at_) == 1) return Found{};
        const auto at = position(at_ + 1, node_.choices.size());
        if (!at || left(at_) > 2) return std::nullopt;
        return Found{Datum(node_.choices[*at].path)};
    }

    std::optional<Found> words(std::size_t at, const Words& of) const
    {
        if (left(at) == 0) return Found{Datum(Name{"", of})};
        if (left(at) > 1 || (path_.parts[at] != "vi" && path_.parts[at] != "en")) return std::nullopt;
        return Found{Datum(path_.parts[at] == "vi" ? of.vi : of.en)};
    }

    std::optional<Found> name(std::size_t at, const Name& of) const
    {
        if (left(at) == 0) return Found{Datum(of)};
        if (left(at) == 1 && path_.parts[at] == "id") return Found{Datum(of.id)};
        if (of.words.empty()) return std::nullopt;
        return words(at, of.words);
    }

    // `deep`: names are objects there; within findings they are told by their ids.
    std::optional<Found> argument(const Arguments& arguments, std::size_t at, bool stated, bool deep) const
    {
        for (const Argument& argument : arguments) {
            if (path_.parts[at] != argument.key) continue;
            std::optional<Found> out = datum(argument, at + 1, deep);
            if (out) out->stated = stated;
            return out;
        }
        return std::nullopt;
    }

    std::optional<Found> datum(const Argument& argument, std::size_t at, bool deep) const
    {
        if (left(at) == 0) return Found{argument.value};
        if (const auto* list = std::get_if<std::vector<Name>>(&argument.value)) {
            const auto chosen = position(at, list->size());
            if (!chosen) return std::nullopt;
            if (deep && std::string_view(argument.key) != "offered") return name(at + 1, (*list)[*chosen]);
            return left(at) == 1 ? std::optional(Found{Datum((*list)[*chosen].id)}) : std::nullopt;
        }
        const Name* one = std::get_if<Name>(&argument.value);
        if (one == nullptr || !deep) return std::nullopt;
        for (const char* text : {"title", "reason", "what", "words"})
            if (std::string_view(argument.key) == text) return words(at, one->words);
        return name(at, *one);
    }

    std::optional<Found> lift(std::size_t at) const
    {
        if (left(at) == 0) return Found{};
        const std::string& key = path_.parts[at];
        const Lift& of = *node_.lift;
        if (key == "how") return words(at + 1, of.how);
        if (key == "who" && of.who) return name(at + 1, *of.who);
        if (left(at) > 1) return std::nullopt;
        if (key == "possible") return Found{Datum(of.possible)};
        if (key == "who") return Found{};
        if (key == "by") return of.by ? Found{Datum(*of.by)} : Found{};
        return std::nullopt;
    }

    std::optional<Found> of_finding(const std::string& key) const
    {
        if (key == "message") return words(at_ + 1, node_.sentence);
        if (key == "lift" && node_.lift) return lift(at_ + 1);
        if (key == "inputs" && left(at_) > 1) return argument(node_.inputs, at_ + 1, true, false);
        if (key == "values" && left(at_) > 1) return argument(node_.values, at_ + 1, false, false);
        if (key == "citations") {
            const auto at = position(at_ + 1, node_.grounds.size());
            return at ? citation(at_ + 2, node_.grounds[*at].citation) : std::nullopt;
        }
        if (left(at_) > 1) return std::nullopt;
        if (key == "id") return Found{Datum(node_.id)};
        if (key == "verdict") return Found{Datum(*node_.verdict)};
        return std::nullopt;
    }

    const Explanation& node_;
    const PathParts& path_;
    std::size_t at_;
};

}  // namespace sangkien::detail
