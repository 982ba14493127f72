// A JSON text as a tree of values, each with the line and column it stands at, its rulebook and its citation.
//
// All nodes of a tree lie in one vector and all text in one buffer, so reading a file costs a handful of allocations.
// A Node is a handle: a tree and an index; it is valid as long as its tree is, and copying it costs nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "../core/citation.hpp"
#include "../core/error.hpp"
#include "../core/value.hpp"

namespace sangkien {

// Kind of a JSON value. `absent` is what looking up a missing key gives.
enum class Kind : std::uint8_t { absent, null, boolean, number, text, list, object };

class Tree;

// Node (nút): one value of a Tree.
class Node {
public:
    Node() noexcept = default;
    Node(const Tree* tree, std::uint32_t index) noexcept : tree_(tree), index_(index) {}

    Kind kind() const noexcept;
    explicit operator bool() const noexcept { return kind() != Kind::absent; }
    bool is(Kind k) const noexcept { return kind() == k; }

    // The key under which it stands in an object; empty elsewhere.
    std::string_view key() const noexcept;
    // Of a text its content (UTF-8, NFC), of a number the digits as written, else empty.
    std::string_view text() const noexcept;
    bool boolean() const noexcept;

    // Member of an object, or an absent node.
    Node get(std::string_view key) const noexcept;
    // Children of a list or object, in the order of the file.
    Node first() const noexcept;
    Node next() const noexcept;
    Node parent() const noexcept;
    std::size_t size() const noexcept;
    // Its place among its siblings, from 0.
    std::size_t position() const noexcept;

    // Where it stands: file, JSON pointer, line, column.
    Place place() const;
    Place place_of_key() const;
    Mark mark() const noexcept;
    Mark key_mark() const noexcept;
    // Dotted path such as `schedule.ward-submission.bound`, for messages and choices.
    std::string path() const;
    // The rulebook it was read from and the nearest clause and provenance around it. Empty for a season.
    const Citation& citation() const noexcept;
    // Index of the document in the Tree it was read from (a merged tree has several).
    std::uint16_t document() const noexcept;

    std::uint32_t index() const noexcept { return index_; }

private:
    friend class Tree;
    const Tree* tree_ = nullptr;
    std::uint32_t index_ = 0;
};

// Range over the children: `for (Node child : children(node))`.
class Children {
public:
    class iterator {
    public:
        explicit iterator(Node node) noexcept : node_(node) {}
        Node operator*() const noexcept { return node_; }
        iterator& operator++() noexcept
        {
            node_ = node_.next();
            return *this;
        }
        bool operator!=(const iterator& other) const noexcept { return bool(node_) != bool(other.node_); }

    private:
        Node node_;
    };
    explicit Children(Node parent) noexcept : parent_(parent) {}
    iterator begin() const noexcept { return iterator(parent_.first()); }
    iterator end() const noexcept { return iterator(Node()); }

private:
    Node parent_;
};
inline Children children(Node node) noexcept { return Children(node); }

// Tree (cây): owns nodes, text, the files they came from and their citations. Node 0 is the root.
class Tree {
public:
    // What one node stores; children are linked by index, 0 is "none" (the root is nobody's child).
    struct Record {
        Kind kind = Kind::null;
        bool flag = false;
        std::uint16_t document = 0;
        std::uint32_t parent = 0, first = 0, last = 0, next = 0, count = 0, position = 0;
        std::uint32_t key_at = 0, key_size = 0, text_at = 0, text_size = 0;
        Mark mark, key_mark;
        std::uint32_t citation = 0;
    };

    Node root() const noexcept { return records_.empty() ? Node() : Node(this, 0); }
    Node node(std::uint32_t index) const noexcept { return Node(this, index); }

    // Building. `parent` < 0 makes the root. Text is copied.
    std::uint32_t add(std::int64_t parent, Kind kind, std::string_view key, std::string_view text, Mark mark);
    // A copy of `from` without its children, in this tree, under `key`.
    std::uint32_t add_copy(std::int64_t parent, std::string_view key, Node from, std::uint16_t document,
                           std::uint32_t citation);
    void replace_text(std::uint32_t index, std::string_view text);
    Record& record(std::uint32_t index) noexcept { return records_[index]; }
    const Record& record(std::uint32_t index) const noexcept { return records_[index]; }
    std::uint16_t add_file(std::string name);
    std::uint32_t add_citation(Citation citation);
    void reserve(std::size_t bytes);

    const std::string& file(std::uint16_t document) const noexcept;
    const Citation& citation(std::uint32_t index) const noexcept;
    std::string_view stretch(std::uint32_t at, std::uint32_t size) const noexcept
    {
        return std::string_view(text_).substr(at, size);
    }

private:
    std::uint32_t put(std::string_view text);

    std::vector<Record> records_;
    std::string text_;
    std::vector<std::string> files_;
    std::vector<Citation> citations_;
};

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "tree_inl.hpp"
#endif
