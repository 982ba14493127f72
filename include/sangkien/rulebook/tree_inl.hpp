#pragma once

#include "tree.hpp"

#include "../core/digits.hpp"

namespace sangkien {

SANGKIEN_INLINE Kind Node::kind() const noexcept
{
    return tree_ == nullptr ? Kind::absent : tree_->record(index_).kind;
}

SANGKIEN_INLINE std::string_view Node::key() const noexcept
{
    if (tree_ == nullptr) return {};
    const Tree::Record& r = tree_->record(index_);
    return tree_->stretch(r.key_at, r.key_size);
}

SANGKIEN_INLINE std::string_view Node::text() const noexcept
{
    if (tree_ == nullptr) return {};
    const Tree::Record& r = tree_->record(index_);
    return tree_->stretch(r.text_at, r.text_size);
}

SANGKIEN_INLINE bool Node::boolean() const noexcept { return tree_ != nullptr && tree_->record(index_).flag; }

SANGKIEN_INLINE Node Node::get(std::string_view key) const noexcept
{
    if (is(Kind::object))
        for (Node child : children(*this))
            if (child.key() == key) return child;
    return Node();
}

SANGKIEN_INLINE Node Node::first() const noexcept
{
    if (tree_ == nullptr) return Node();
    const std::uint32_t child = tree_->record(index_).first;
    return child == 0 ? Node() : Node(tree_, child);
}

SANGKIEN_INLINE Node Node::next() const noexcept
{
    if (tree_ == nullptr) return Node();
    const std::uint32_t sibling = tree_->record(index_).next;
    return sibling == 0 ? Node() : Node(tree_, sibling);
}

SANGKIEN_INLINE Node Node::parent() const noexcept
{
    return tree_ == nullptr || index_ == 0 ? Node() : Node(tree_, tree_->record(index_).parent);
}

SANGKIEN_INLINE std::size_t Node::size() const noexcept { return tree_ == nullptr ? 0 : tree_->record(index_).count; }

SANGKIEN_INLINE std::size_t Node::position() const noexcept
{
    return tree_ == nullptr ? 0 : tree_->record(index_).position;
}

namespace detail {

inline std::string pointer_of(Node node)
{
    const Node parent = node.parent();
    if (!parent) return {};
    std::string out = pointer_of(parent) + "/";
    if (parent.is(Kind::list)) return out + whole_text(static_cast<std::int64_t>(node.position()));
    for (const char c : node.key()) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

}  // namespace detail

SANGKIEN_INLINE Mark Node::mark() const noexcept { return tree_ == nullptr ? Mark{} : tree_->record(index_).mark; }

SANGKIEN_INLINE Mark Node::key_mark() const noexcept
{
    return tree_ == nullptr ? Mark{} : tree_->record(index_).key_mark;
}

SANGKIEN_INLINE Place Node::place() const
{
    if (tree_ == nullptr) return {};
    return {tree_->file(document()), detail::pointer_of(*this), mark()};
}

SANGKIEN_INLINE Place Node::place_of_key() const
{
    Place out = place();
    if (!key().empty()) out.mark = key_mark();
    return out;
}

SANGKIEN_INLINE std::string Node::path() const
{
    const Node up = parent();
    if (!up) return {};
    std::string out = up.path();
    if (!out.empty()) out += '.';
    if (up.is(Kind::list)) return out + detail::whole_text(static_cast<std::int64_t>(position()));
    return out.append(key());
}

SANGKIEN_INLINE const Citation& Node::citation() const noexcept
{
    static const Citation none{};
    return tree_ == nullptr ? none : tree_->citation(tree_->record(index_).citation);
}

SANGKIEN_INLINE std::uint16_t Node::document() const noexcept
{
    return tree_ == nullptr ? std::uint16_t{0} : tree_->record(index_).document;
}

SANGKIEN_INLINE std::uint32_t Tree::put(std::string_view text)
{
    const auto at = static_cast<std::uint32_t>(text_.size());
    text_.append(text);
    return at;
}

SANGKIEN_INLINE std::uint32_t Tree::add(std::int64_t parent, Kind kind, std::string_view key, std::string_view text,
                                        Mark mark)
{
    const auto index = static_cast<std::uint32_t>(records_.size());
    Record r;
    r.kind = kind;
    r.mark = mark;
    r.key_at = put(key);
    r.key_size = static_cast<std::uint32_t>(key.size());
    r.text_at = put(text);
    r.text_size = static_cast<std::uint32_t>(text.size());
    if (parent >= 0) {
        const auto up = static_cast<std::uint32_t>(parent);
        r.parent = up;
        Record& above = records_[up];
        if (above.first == 0)
            above.first = index;
        else
            records_[above.last].next = index;
        above.last = index;
        r.position = above.count++;
    }
    records_.push_back(r);
    return index;
}

SANGKIEN_INLINE void Tree::replace_text(std::uint32_t index, std::string_view text)
{
    const std::uint32_t at = put(text);
    records_[index].text_at = at;
    records_[index].text_size = static_cast<std::uint32_t>(text.size());
}

SANGKIEN_INLINE std::uint32_t Tree::add_copy(std::int64_t parent, std::string_view key, Node from,
                                             std::uint16_t document, std::uint32_t citation)
{
    const Record source = from.tree_->record(from.index_);
    const std::uint32_t index = add(parent, source.kind, key, from.text(), source.mark);
    Record& r = records_[index];
    r.flag = source.flag;
    r.key_mark = source.key_mark;
    r.document = document;
    r.citation = citation;
    return index;
}

SANGKIEN_INLINE std::uint16_t Tree::add_file(std::string name)
{
    files_.push_back(std::move(name));
    return static_cast<std::uint16_t>(files_.size() - 1);
}

SANGKIEN_INLINE std::uint32_t Tree::add_citation(Citation citation)
{
    for (std::size_t i = citations_.size(); i-- > 0;)
        if (citations_[i] == citation) return static_cast<std::uint32_t>(i);
    citations_.push_back(std::move(citation));
    return static_cast<std::uint32_t>(citations_.size() - 1);
}

SANGKIEN_INLINE void Tree::reserve(std::size_t bytes)
{
    text_.reserve(bytes);
    records_.reserve(bytes / 16);
}

SANGKIEN_INLINE const std::string& Tree::file(std::uint16_t document) const noexcept
{
    static const std::string none;
    return document < files_.size() ? files_[document] : none;
}

SANGKIEN_INLINE const Citation& Tree::citation(std::uint32_t index) const noexcept
{
    static const Citation none{};
    return index < citations_.size() ? citations_[index] : none;
}

}  // namespace sangkien
