// Words of the pictures of a procedure, and its guards as phrases: "trước ngày 25/9".
#pragma once

#include <utf8proc.h>

#include <algorithm>

#include "../evaluation/rules.hpp"
#include "../lifecycle/guard_ways.hpp"
#include "report_labels_inl.hpp"

namespace sangkien::detail {

namespace labels {

constexpr Label lifecycle{"Vòng đời hồ sơ sáng kiến", "The life of an initiative's file"};
constexpr Label no_lifecycle{"Các bộ quy tắc này không quy định vòng đời hồ sơ.", "These rulebooks have no lifecycle."};
constexpr Label lifecycle_from{"Theo", "By"};
constexpr Label lifecycle_since{"như có hiệu lực từ ngày", "as in force from"};
constexpr Label state_kinds[] = {{"ở đơn vị", "open"},
                                 {"chờ xử lý", "waiting"},
                                 {"đã quyết định", "decided"},
                                 {"kết thúc", "ended"},
                                 {"đã rút", "withdrawn"}};
constexpr Label begins_here{"bắt đầu", "start"};
constexpr Label is_here{"hồ sơ đang ở đây", "the file is here"};
constexpr Label when{"khi", "when"};
constexpr Label starts_clock{"bắt đầu tính", "starts"};
constexpr Label stops_clock{"dừng tính", "stops"};
constexpr Label suspends_clock{"tạm dừng tính", "suspends"};
constexpr Label resumes_clock{"tính tiếp", "resumes"};
constexpr Label arrived{"tới lúc", "reached at"};
constexpr Label taken_at{"đã làm lúc", "taken at"};
constexpr Label tried_refused{"không được", "refused"};
constexpr Label tried_open{"chưa xác định", "undetermined"};
constexpr Label way_of{"Đường đi của", "The way of"};
constexpr Label tries{"Những lần không được", "What was refused or stayed open"};

}  // namespace labels

// Text as a label takes it: no line breaks and control characters, no two spaces, nothing that XML 1.0 forbids.
inline std::string one_line(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == 0xEF && (text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF")) {
            i += 2;
            continue;
        }
        if (c > 0x20 && c != 0x7f)
            out += text[i];
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

// "Tiếp nhận" as it stands within a sentence: "tiếp nhận". "UBND phường" stays.
inline std::string in_sentence(const std::string& text)
{
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto size = static_cast<utf8proc_ssize_t>(text.size());
    utf8proc_int32_t first = 0, second = 0;
    const utf8proc_ssize_t head = utf8proc_iterate(at, size, &first);
    if (head <= 0) return text;
    if (head < size && utf8proc_iterate(at + head, size - head, &second) > 0 && utf8proc_tolower(second) != second)
        return text;
    utf8proc_uint8_t small[4];
    const utf8proc_ssize_t count = utf8proc_encode_char(utf8proc_tolower(first), small);
    return std::string(reinterpret_cast<const char*>(small), static_cast<std::size_t>(count)) +
           text.substr(static_cast<std::size_t>(head));
}

// Guards as phrases in one language. Words of the rulebook come first; what a guard of another kind asks is shown as it
// is written.
class GuardPhrases {
public:
    GuardPhrases(Node root, Language language) : root_(root), language_(language) {}

    std::string say(Node guard) const { return phrase(guard, false); }
    // All of them.
    std::string say(const std::vector<Node>& guards) const
    {
        std::string out;
        for (const Node guard : guards)
            out += (out.empty() ? "" : say(Label{" và ", " and "})) + phrase(guard, guards.size() > 1);
        return out;
    }

    // The named conditions that a guard goes back to, each once, in the order in which one meets them.
    void named(Node guard, std::vector<Node>& out) const
    {
        if (guard.is(Kind::text)) {
            const Node condition = root_.get("conditions").get(guard.text());
            const auto same = [&](Node one) { return one.index() == condition.index(); };
            if (!condition || std::any_of(out.begin(), out.end(), same)) return;
            out.push_back(condition);
            return named(condition.get("when"), out);
        }
        for (Node item : children(guard_operand(guard)))
            if (guard.get("all") || guard.get("any")) named(item, out);
        if (const Node inner = guard.get("not")) named(inner, out);
    }

    // The words of an entry of a section; its id where it has none.
    std::string name(Node entry, std::string_view id) const
    {
        const std::string words = one_line(entry.get(vi() ? "vi" : "en").text());
        return words.empty() ? std::string(id) : words;
    }

private:
    bool vi() const noexcept { return language_ == Language::vi; }
    std::string say(Label label) const { return label.in(language_); }

    std::string phrase(Node guard, bool inside) const
    {
        if (guard.is(Kind::text)) return word_of(guard.text());
        const std::string own = in_sentence(name(guard, ""));
        if (!own.empty()) return own;
        const Node operand = guard_operand(guard);
        const std::string_view kind = operand.key();
        if (kind == "not") return say(Label{"không phải: ", "not: "}) + phrase(operand, true);
        if (kind == "all") return list(operand, Label{" và ", " and "}, inside);
        if (kind == "any") return list(operand, Label{" hoặc ", " or "}, inside);
        return leaf(kind, operand);
    }

    std::string list(Node items, Label between, bool inside) const
    {
        std::string out;
        for (Node item : children(items)) out += (out.empty() ? "" : say(between)) + phrase(item, true);
        return inside && items.size() > 1 ? "(" + out + ")" : out;
    }

    std::string word_of(std::string_view text) const
    {
        if (const Node condition = root_.get("conditions").get(text)) return in_sentence(name(condition, text));
        if (text == "area-listed") return say(Label{"thuộc một lĩnh vực của văn bản", "in an area the paper lists"});
        if (text == "council-approves") return say(Label{"Hội đồng thông qua", "the council approves"});
        if (text == "selected") return say(Label{"được chọn theo thứ tự", "chosen by rank"});
        return one_line(text);
    }

    std::string leaf(std::string_view kind, Node operand) const
    {
        const std::string_view id = operand.text();
        const auto named = [&](const char* section) { return in_sentence(name(root_.get(section).get(id), id)); };
        if (kind == "before") return milestone(id);
        if (kind == "after") return say(Label{"đã qua hạn: ", "the deadline is over: "}) + named("schedule");
        if (kind == "within") return say(Label{"còn trong thời hạn: ", "within: "}) + named("clocks");
        if (kind == "fact") return named("facts");
        if (kind == "level") return say(Label{"đề nghị ", "seeking: "}) + named("levels");
        if (kind == "document") return say(Label{"có giấy tờ: ", "with the document: "}) + named("documents");
        if (kind == "taken") return say(Label{"đã qua bước: ", "taken: "}) + step(id);
        if (kind == "state")
            return say(Label{"đang ở: ", "at: "}) +
                   in_sentence(name(root_.get("lifecycle").get("states").get(id), id));
        if (kind == "quota") return say(Label{"đạt chỉ tiêu: ", "quota met: "}) + named("quota");
        if (kind == "score-at-least") return say(Label{"tổng điểm từ ", "a total of at least "}) + std::string(id);
        if (kind == "class") return say(Label{"xếp loại ", "class "}) + std::string(id);
        if (kind == "other-than")
            return say(Label{"người làm không phải là ", "by somebody other than "}) + apart(operand);
        return one_line(std::string(kind) + ": " + std::string(id));
    }

    // "trước ngày 25/9", "chậm nhất ngày 25/9"
    std::string milestone(std::string_view id) const
    {
        const Node entry = root_.get("schedule").get(id);
        const bool by = entry.get("bound").text() == "by";
        const std::string day(entry.get("yearly").text());
        if (day.empty()) return in_sentence(name(entry, id));
        return (by ? say(Label{"chậm nhất ngày ", "by "}) : say(Label{"trước ngày ", "before "})) + day;
    }

    // The words of the first step that an event takes.
    std::string step(std::string_view event) const
    {
        for (Node entry : children(root_.get("lifecycle").get("transitions"))) {
            const Node on = entry.get("on");
            if ((on ? on.text() : entry.key()) == event) return in_sentence(name(entry, event));
        }
        return std::string(event);
    }

    std::string apart(Node operand) const
    {
        std::string out;
        const auto put = [&](std::string_view who) {
            out += out.empty() ? "" : ", ";
            if (who == "author") return void(out += say(Label{"tác giả", "an author"}));
            if (who == "conflicted") return void(out += say(Label{"người có xung đột lợi ích", "one with a conflict"}));
            out += say(Label{"người đã làm bước: ", "who took: "}) +
                   step(who.substr(who.substr(0, 6) == "event:" ? 6 : 0));
        };
        if (operand.is(Kind::list))
            for (Node item : children(operand)) put(item.text());
        else
            put(operand.text());
        return out;
    }

    Node root_;
    Language language_;
};

}  // namespace sangkien::detail
