// JSON that nobody meant: bytes flipped, tokens lost, doubled, swapped or replaced by odd ones. The same on every machine.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../random.hpp"

namespace sangkien::test {

class Mutator {
public:
    explicit Mutator(std::uint64_t seed) : random_(seed) {}

    // `text` with one to four changes; `other` is a text that pieces may be taken from.
    std::string mutated(const std::string& text, const std::string& other)
    {
        std::string out = text;
        for (std::int64_t i = random_.between(1, random_.once_in(3) ? 4 : 1); i > 0; --i)
            out = random_.once_in(4) ? with_bytes(std::move(out)) : with_tokens(out, other);
        return out;
    }

private:
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

    std::string with_bytes(std::string text)
    {
        if (text.empty()) return text;
        const std::size_t at = below(text.size());
        switch (below(5)) {
            case 0: text[at] = static_cast<char>(text[at] ^ (1 << below(8))); break;
            case 1: text[at] = static_cast<char>(random_()); break;
            case 2: text.erase(at, 1 + below(8)); break;
            case 3: text.insert(at, 1, static_cast<char>(random_())); break;
            default: text.resize(at); break;
        }
        return text;
    }

    // Texts, numbers, words and signs, each with the whitespace before it.
    static std::vector<std::string_view> tokens(std::string_view text)
    {
        std::vector<std::string_view> out;
        for (std::size_t at = 0, begin = 0; at < text.size(); begin = at) {
            while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) ++at;
            if (at < text.size() && text[at] == '"') {
                for (++at; at < text.size() && text[at] != '"'; ++at) at += text[at] == '\\';
                at = std::min(at + 1, text.size());
            } else if (at < text.size() && std::string_view("{}[],:").find(text[at]) != std::string_view::npos) {
                ++at;
            } else {
                while (at < text.size() && std::string_view("{}[],: \n\"").find(text[at]) == std::string_view::npos)
                    ++at;
            }
            out.push_back(text.substr(begin, at - begin));
        }
        return out;
    }

    std::string with_tokens(const std::string& text, const std::string& other)
    {
        std::vector<std::string_view> all = tokens(text);
        if (all.empty()) return text;
        const std::string odd = odd_value();
        const std::size_t at = below(all.size()), to = below(all.size());
        // A value instead of a value does not only break the grammar, which is told before anything else is looked at.
        const bool value = all[at].find_first_not_of("{}[],: \n") != std::string_view::npos;
        switch (below(value ? 10 : 4)) {
            case 0: all.erase(all.begin() + static_cast<std::ptrdiff_t>(at)); break;
            case 1: all.insert(all.begin() + static_cast<std::ptrdiff_t>(at), all[at]); break;
            case 2: std::swap(all[at], all[to]); break;
            case 3: all[at] = at + 1 < all.size() ? all[at + 1] : "}"; break;
            case 4:
            case 5: all[at] = odd; break;
            case 6: all[at] = piece(other); break;
            default: all[at] = piece(text); break;
        }
        std::string out;
        for (const std::string_view token : all) out += token;
        return out;
    }

    std::string_view piece(const std::string& other)
    {
        const std::vector<std::string_view> all = tokens(other);
        for (int i = 0; i < 50; ++i) {
            const std::string_view one = all[below(all.size())];
            if (one.find_first_not_of("{}[],: \n") != std::string_view::npos) return one;
        }
        return "1";
    }

    std::string odd_value()
    {
        static const char* const odd[] = {"null",
                                          "true",
                                          "{}",
                                          "[]",
                                          "[[]]",
                                          "\"\"",
                                          "\" \"",
                                          "-1",
                                          "-0",
                                          "0",
                                          "1e999999999",
                                          "1e-999999999",
                                          "99999999999999999999999999",
                                          "9223372036854775807",
                                          "-9223372036854775808",
                                          "2147483648",
                                          "999999999999999",
                                          "0.000000000000001",
                                          "\"1/0\"",
                                          "\"1/999999999999989\"",
                                          "\"-1/3\"",
                                          "\"999999999999999/2\"",
                                          "\"9999-12-31\"",
                                          "\"0001-01-01\"",
                                          "\"-0001-01-01\"",
                                          "\"9999-12-31T23:59:59-23:59\"",
                                          "\"0001-01-01T00:00:00+23:59\"",
                                          "\"31/12\"",
                                          "\"36500 days\"",
                                          "\"36500 years\"",
                                          "\"0 days\"",
                                          "\"24:00-00:00\"",
                                          "\"\\u0000\"",
                                          "\"\\ud800\"",
                                          "\"\\udc00\\ud800\"",
                                          "\"\xff\"",
                                          "\"\xc0\x80\"",
                                          "\"\xed\xa0\x80\"",
                                          "\"\xf4\x90\x80\x80\"",
                                          "\"\xe2\x80\xae\"",
                                          "\"a.b\"",
                                          "\".\"",
                                          "\"~/{}[]|\"",
                                          "\"vi\""};
        const std::size_t count = sizeof odd / sizeof *odd, at = below(count + 3);
        if (at < count) return odd[at];
        const std::size_t deep = below(2) == 0 ? 60 + below(10) : 20000;
        std::string out;
        if (at == count) return out.append(deep, '[').append(deep, ']');
        if (at == count + 1) {
            for (std::size_t i = 0; i < deep; ++i) out += R"({"not":)";
            return out + "1" + std::string(deep, '}');
        }
        return '"' + out.append(deep, 'x') + '"';
    }

    Random random_;
};

}  // namespace sangkien::test
