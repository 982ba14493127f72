// What the compilers of several sections need.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "fields.hpp"

namespace sangkien::detail {

// Position of the node's text in `known`; SK1007 otherwise.
inline bool read_word(Node node, std::initializer_list<const char*> known, Problems& problems, std::size_t& out)
{
    if (!expect(node, Kind::text, problems)) return false;
    const auto found = std::find(known.begin(), known.end(), node.text());
    if (found != known.end()) {
        out = static_cast<std::size_t>(found - known.begin());
        return true;
    }
    problems.add(ErrorId::unknown_word, node.place(),
                 with_nearest({{"text", std::string(node.text())}}, node.text(), {known.begin(), known.end()}));
    return false;
}

// The members of a section that maps names to things, without what any object may carry beside them.
inline std::vector<Node> named_members(Node section)
{
    std::vector<Node> out;
    for (Node member : children(section))
        if (member.key() != "clause" && member.key() != "provenance" && member.key() != "note" &&
            member.key() != "choices")
            out.push_back(member);
    return out;
}

inline std::vector<std::string> names_of(const std::vector<Node>& members)
{
    std::vector<std::string> out;
    for (Node member : members) out.emplace_back(member.key());
    return out;
}

// Paths of the values of `object` that its paper lets be read in several ways.
inline std::vector<std::string> declared_choices(Node object)
{
    std::vector<std::string> out;
    const std::string path = object.path();
    for (Node choice : children(object.get("choices"))) out.push_back(path + "." + std::string(choice.key()));
    return out;
}

}  // namespace sangkien::detail
