// Comparing a record with what is found now, and telling the difference.
#pragma once

#include <algorithm>

#include "canonical.hpp"
#include "json_writer.hpp"
#include "record.hpp"
#include "report_parts_inl.hpp"

namespace sangkien {

namespace detail {

// The start of a value, for a message: a whole initiative would be a page. Never cut inside a letter.
inline std::string start_of(std::string text)
{
    constexpr std::size_t most = 120;
    if (text.size() <= most) return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
    return text.substr(0, end) + "…";
}

inline std::string shown_value(Node value) { return value ? start_of(canonical_text(value)) : std::string(); }

class RecordComparison {
public:
    explicit RecordComparison(RecordCheck& check) : check_(check) {}

    void text(RecordPart part, std::string place, const std::string& recorded, const std::string& found,
              const std::string& rulebook = {})
    {
        if (recorded != found) check_.differences.push_back({part, false, std::move(place), rulebook, recorded, found});
    }

    void inputs(const Record& now)
    {
        const auto day = [](const std::optional<Day>& known) { return known ? to_text(*known) : std::string(); };
        text(RecordPart::known_on, "/known_on", day(check_.record.known_on), day(now.known_on));
        text(RecordPart::season, "/season/id", check_.record.season, now.season);
        text(RecordPart::season, "/season/sha256", check_.record.season_digest, now.season_digest);
        const std::vector<RecordedRulebook>& then = check_.record.rulebooks;
        bool all_there = then.size() == now.rulebooks.size();
        for (std::size_t i = 0; i < then.size(); ++i) all_there = rulebook(then[i], place_of(i), now) && all_there;
        for (const RecordedRulebook& book : now.rulebooks)
            if (find(then, book.id) == nullptr) {
                all_there = false;
                check_.differences.push_back(
                    {RecordPart::rulebook_extra, false, "/rulebooks", book.id, {}, book.digest});
            }
        if (all_there) order(now);
    }

    bool other_inputs() const noexcept
    {
        return std::any_of(check_.differences.begin(), check_.differences.end(),
                           [](const RecordDifference& difference) { return difference.part != RecordPart::seal; });
    }

    // `kept` is the report that was given, `again` the one of now.
    void results(const Record& now, const std::string& kept_digest, Node kept, Node again)
    {
        const bool kept_is_recorded = kept_digest == check_.record.result;
        if (!kept_is_recorded) {
            RecordDifference out{RecordPart::report, true, {}, {}, check_.record.result, kept_digest};
            first_difference(kept, again, 0, out);
            check_.differences.push_back(std::move(out));
        }
        if (now.result == check_.record.result) return;
        RecordDifference out{RecordPart::result, false, "/result/sha256", {}, check_.record.result, now.result};
        if (kept_is_recorded) out.in_report = first_difference(kept, again, 0, out);
        check_.differences.push_back(std::move(out));
    }

private:
    static std::string place_of(std::size_t i) { return "/rulebooks/" + whole_text(static_cast<std::int64_t>(i)); }

    static const RecordedRulebook* find(const std::vector<RecordedRulebook>& books, const std::string& id) noexcept
    {
        for (const RecordedRulebook& book : books)
            if (book.id == id) return &book;
        return nullptr;
    }

    bool rulebook(const RecordedRulebook& then, const std::string& place, const Record& now)
    {
        const RecordedRulebook* found = find(now.rulebooks, then.id);
        if (found == nullptr) {
            check_.differences.push_back({RecordPart::rulebook_missing, false, place, then.id, then.digest, {}});
            return false;
        }
        text(RecordPart::rulebook, place + "/layer", then.layer, found->layer, then.id);
        text(RecordPart::rulebook, place + "/number", then.number, found->number, then.id);
        text(RecordPart::rulebook, place + "/sha256", then.digest, found->digest, then.id);
        return true;
    }

    void order(const Record& now)
    {
        for (std::size_t i = 0; i < now.rulebooks.size(); ++i)
            if (now.rulebooks[i].id != check_.record.rulebooks[i].id)
                return text(RecordPart::rulebook_order, place_of(i), check_.record.rulebooks[i].id,
                            now.rulebooks[i].id);
    }

    // The first place, in the order of the kept report, where the two are not the same; false when there is none.
    static bool first_difference(Node kept, Node again, std::size_t depth, RecordDifference& out)
    {
        const bool list = kept.is(Kind::list) && again.is(Kind::list);
        if ((kept.is(Kind::object) && again.is(Kind::object)) || list) {
            Node other = again.first();
            for (Node child : children(kept)) {
                if (!list && no_part_of_result(child, depth)) continue;
                if (first_difference(child, list ? other : again.get(child.key()), depth + 1, out)) return true;
                if (list && other) other = other.next();
            }
            if (list && kept.size() < again.size()) return tell(Node(), other, out);
            if (list) return false;
            for (Node child : children(again))
                if (!no_part_of_result(child, depth) && !kept.get(child.key())) return tell(Node(), child, out);
            return false;
        }
        if (kept && again && canonical_text(kept) == canonical_text(again)) return false;
        return tell(kept, again, out);
    }

    static bool tell(Node kept, Node again, RecordDifference& out)
    {
        out.place = pointer_of(kept ? kept : again);
        out.recorded = shown_value(kept);
        out.found = shown_value(again);
        return true;
    }

    RecordCheck& check_;
};

inline Words words_of(RecordPart part)
{
    switch (part) {
        case RecordPart::seal: return {"biên bản đã bị sửa sau khi lập", "the record was altered after it was made"};
        case RecordPart::season: return {"hồ sơ đợt khác với khi lập", "the season is not the one recorded"};
        case RecordPart::rulebook: return {"bộ quy tắc khác với khi lập", "the rulebook is not the one recorded"};
        case RecordPart::rulebook_missing:
            return {"bộ quy tắc đã ghi không có mặt", "the rulebook recorded is not among those in force"};
        case RecordPart::rulebook_extra:
            return {"bộ quy tắc có mặt nhưng không được ghi", "the rulebook is in force but was not recorded"};
        case RecordPart::rulebook_order:
            return {"thứ tự các bộ quy tắc khác với khi lập", "the rulebooks do not stand in the recorded order"};
        case RecordPart::result: return {"kết quả tính lại khác với khi lập", "the result is not the one recorded"};
        case RecordPart::summary: return {"số đếm khác với báo cáo tính lại", "the count is not that of the report"};
        case RecordPart::report:
            return {"báo cáo đưa vào không phải báo cáo đã ghi", "the report given is not the one recorded"};
        case RecordPart::known_on:
            return {"quy tắc đưa vào là theo hiểu biết của một ngày khác",
                    "the rules given are known as of another day"};
    }
    return {};
}

}  // namespace detail

SANGKIEN_INLINE const char* word(RecordPart part) noexcept
{
    constexpr const char* words[] = {"seal",           "season", "rulebook", "rulebook-missing", "rulebook-extra",
                                     "rulebook-order", "result", "summary",  "report",           "known-on"};
    return words[static_cast<std::size_t>(part)];
}

SANGKIEN_INLINE Words explanation(const RecordDifference& difference)
{
    Words out = detail::words_of(difference.part);
    const std::string about = difference.rulebook.empty() ? "" : " \"" + difference.rulebook + "\"";
    const std::string at = difference.place + about;
    const auto shown = [](const std::string& text) { return text.empty() ? std::string("-") : text; };
    out.vi = (difference.in_report ? "báo cáo " : "") + at + ": " + out.vi + "; đã ghi " + shown(difference.recorded) +
             ", nay " + shown(difference.found) + ".";
    out.en = (difference.in_report ? "report " : "") + at + ": " + out.en + "; recorded " + shown(difference.recorded) +
             ", found " + shown(difference.found) + ".";
    return out;
}

SANGKIEN_INLINE std::string record_check_json(const RecordCheck& check)
{
    JsonWriter out;
    out.begin_object();
    out.member("verdict", check.same() ? "same" : "different");
    out.member("season", check.record.season);
    out.member("as_of", to_text(check.record.as_of));
    out.key("library");
    out.begin_object(true);
    out.member("recorded", check.record.library);
    out.member("found", check.library);
    out.end_object();
    out.key("differences");
    out.begin_list();
    for (const RecordDifference& difference : check.differences) {
        out.begin_object();
        out.member("part", word(difference.part));
        out.member("in", difference.in_report ? "report" : "record");
        out.member("place", difference.place);
        out.member("rulebook", difference.rulebook);
        out.member("recorded", difference.recorded);
        out.member("found", difference.found);
        out.key("message");
        detail::put_words(out, explanation(difference));
        out.end_object();
    }
    out.end_list();
    out.end_object();
    return out.take();
}

SANGKIEN_INLINE std::string record_check_text(const RecordCheck& check, Language language)
{
    const auto say = [language](const char* vi, const char* en) {
        return std::string(language == Language::vi ? vi : en);
    };
    const std::string about = check.record.season + ", " + to_text(check.record.as_of);
    std::string out = check.same() ? say("Giống: ", "Same: ") : say("Khác: ", "Different: ");
    out += about + "\n";
    for (const RecordDifference& difference : check.differences)
        out += "  " + explanation(difference).in(language) + "\n";
    if (check.other_library())
        out += say("Lưu ý: biên bản lập bằng phiên bản ", "Note: the record was made by release ") +
               check.record.library + say(", kiểm chứng bằng ", ", verified by ") + check.library + ".\n";
    return out;
}

}  // namespace sangkien
