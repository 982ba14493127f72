#pragma once

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

#include "../core/digits.hpp"
#include "../core/limits.hpp"
#include "composed_inl.hpp"
#include "json_reader.hpp"

namespace sangkien {

namespace detail {

// Walks the text and keeps count outside, so that the SAX handler knows how far the lexer has read.
struct CountingIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* at;
    const char** furthest;

    reference operator*() const noexcept { return *at; }
    CountingIterator& operator++() noexcept
    {
        *furthest = ++at;
        return *this;
    }
    CountingIterator operator++(int) noexcept
    {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(CountingIterator a, CountingIterator b) noexcept { return a.at == b.at; }
    friend bool operator!=(CountingIterator a, CountingIterator b) noexcept { return a.at != b.at; }
};

// Builds the Tree. The SAX interface gives no positions, so the start of each token is found from where the lexer is:
// backwards over the token that has just been read.
class TreeBuilder {
public:
    using Json = nlohmann::json;

    TreeBuilder(std::string_view text, Tree& tree, Problems& problems, std::string file)
        : text_(text), furthest_(text.data()), tree_(tree), problems_(problems), file_(std::move(file))
    {
    }

    CountingIterator begin() noexcept { return {text_.data(), &furthest_}; }
    CountingIterator end() noexcept { return {text_.data() + text_.size(), &furthest_}; }

    bool null() { return leaf(Kind::null, {}, word_start(), false); }
    bool boolean(bool value) { return leaf(Kind::boolean, {}, word_start(), value); }
    bool number_integer(Json::number_integer_t) { return number(); }
    bool number_unsigned(Json::number_unsigned_t) { return number(); }
    bool number_float(Json::number_float_t, const std::string&) { return number(); }
    bool string(std::string& value)
    {
        const std::size_t start = text_start();
        if (surely_composed(value)) return leaf(Kind::text, value, start, false);
        return leaf(Kind::text, normalized(value), start, false);
    }
    bool binary(Json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Kind::object); }
    bool start_array(std::size_t) { return open(Kind::list); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& value)
    {
        key_ = surely_composed(value) ? value : normalized(value);
        key_mark_ = mark(text_start());
        const Node object = tree_.node(static_cast<std::uint32_t>(stack_.back()));
        if (object.size() >= limits::object_keys)
            return too_much(key_mark_, {"số khoá của một đối tượng", "keys of one object"}, limits::object_keys);
        for (Node child : children(object))
            if (child.key() == key_) {
                Place place = child.place();
                place.mark = key_mark_;
                problems_.add(ErrorId::duplicate_key, std::move(place), {{"key", key_}});
            }
        return true;
    }
    // The lexer takes a raw NUL for the end of the text, and would leave what follows unread.
    bool whole()
    {
        const std::size_t nul = text_.find('\0');
        if (nul == std::string_view::npos) return !failed_;
        problems_.add(ErrorId::unreadable_json, {file_, {}, mark(nul)}, {{"reason", "invalid character U+0000"}});
        return false;
    }
    bool parse_error(std::size_t position, const std::string& last_token, const nlohmann::detail::exception& error)
    {
        const std::size_t at = position == 0 ? 0 : position - 1;
        problems_.add(ErrorId::unreadable_json, {file_, {}, mark(std::min(at, text_.size()))},
                      {{"reason", reason(error.what(), last_token)}});
        failed_ = true;
        return false;
    }

private:
    std::size_t consumed() const noexcept { return static_cast<std::size_t>(furthest_ - text_.data()); }

    // The lexer reads one character past a number unless the text ends there.
    bool number()
    {
        const auto digit = [](char c) {
            return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
        };
        std::size_t stop = consumed();
        if (stop > 0 && !digit(text_[stop - 1])) --stop;
        std::size_t start = stop;
        while (start > 0 && digit(text_[start - 1])) --start;
        return leaf(Kind::number, text_.substr(start, stop - start), start, false);
    }
    std::size_t word_start() const noexcept
    {
        std::size_t start = consumed();
        while (start > 0 && text_[start - 1] >= 'a' && text_[start - 1] <= 'z') --start;
        return start;
    }
    // Back from the closing quote to the opening one: inside a text every quote has an odd number of backslashes.
    std::size_t text_start() const noexcept
    {
        std::size_t at = consumed() - 1;
        while (at-- > 0) {
            if (text_[at] != '"') continue;
            std::size_t slashes = 0;
            while (slashes < at && text_[at - 1 - slashes] == '\\') ++slashes;
            if (slashes % 2 == 0) break;
        }
        return at;
    }

    // Positions are asked for in rising order, so lines are counted once.
    Mark mark(std::size_t at) noexcept
    {
        if (at < counted_) {
            counted_ = line_start_ = 0;
            line_ = 1;
        }
        for (; counted_ < at; ++counted_)
            if (text_[counted_] == '\n') {
                ++line_;
                line_start_ = counted_ + 1;
            }
        return {line_, static_cast<std::uint32_t>(at - line_start_ + 1)};
    }

    std::uint32_t put(Kind kind, std::string_view text, std::size_t start)
    {
        const std::int64_t parent = stack_.empty() ? -1 : stack_.back();
        const bool member = parent >= 0 && tree_.record(static_cast<std::uint32_t>(parent)).kind == Kind::object;
        const std::uint32_t index = tree_.add(parent, kind, member ? std::string_view(key_) : "", text, mark(start));
        if (member) tree_.record(index).key_mark = key_mark_;
        return index;
    }
    bool leaf(Kind kind, std::string_view text, std::size_t start, bool flag)
    {
        tree_.record(put(kind, text, start)).flag = flag;
        return true;
    }
    bool open(Kind kind)
    {
        const std::uint32_t index = put(kind, {}, consumed() - 1);
        if (stack_.size() >= limits::json_depth)
            return too_much(tree_.record(index).mark, {"độ lồng nhau", "nesting"}, limits::json_depth);
        stack_.push_back(index);
        return true;
    }
    bool too_much(Mark at, Words what, std::size_t limit)
    {
        problems_.add(ErrorId::limit_exceeded, {file_, {}, at},
                      {{"what", std::move(what)}, {"limit", static_cast<std::int64_t>(limit)}});
        failed_ = true;
        return false;
    }
    bool close()
    {
        stack_.pop_back();
        return true;
    }

    // What nlohmann says after its own prefix, such as "unexpected end of input".
    static std::string reason(std::string_view what, std::string_view token)
    {
        const std::size_t dash = what.rfind(" - ");
        std::string out(dash == std::string_view::npos ? what : what.substr(dash + 3));
        const std::size_t semicolon = out.find("; last read:");
        if (semicolon != std::string::npos) out.erase(semicolon);
        if (out.empty()) out = "unexpected " + std::string(token);
        return out;
    }

    std::string_view text_;
    const char* furthest_;
    Tree& tree_;
    Problems& problems_;
    std::string file_;
    std::vector<std::int64_t> stack_;
    std::string key_;
    Mark key_mark_;
    std::size_t counted_ = 0, line_start_ = 0;
    std::uint32_t line_ = 1;
    bool failed_ = false;
};

}  // namespace detail

SANGKIEN_INLINE Tree read_json(std::string_view text, std::string file, Problems& problems)
{
    Tree tree;
    tree.add_file(file);
    if (text.size() > limits::json_bytes) {
        problems.add(ErrorId::limit_exceeded, {file, {}, {}},
                     {{"what", Words{"độ dài (byte)", "length (bytes)"}},
                      {"limit", static_cast<std::int64_t>(limits::json_bytes)}});
        return tree;
    }
    if (text.size() >= 3 && text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    tree.reserve(text.size());
    detail::TreeBuilder builder(text, tree, problems, std::move(file));
    const bool parsed = nlohmann::json::sax_parse(builder.begin(), builder.end(), &builder);
    if (parsed && builder.whole()) return tree;
    Tree empty;
    empty.add_file(tree.file(0));
    return empty;
}

}  // namespace sangkien
