#pragma once

#include "difference_text.hpp"
#include "report_labels_inl.hpp"

namespace sangkien {

namespace detail {

class ImpactText {
public:
    ImpactText(const Impact& impact, const Rulebook& before, const Rulebook& after, Language language)
        : impact_(impact), before_(before), after_(after), language_(language)
    {
    }

    std::string run()
    {
        book({"Cũ", "Old"}, before_);
        book({"Mới", "New"}, after_);
        for (const SeasonImpact& season : impact_.seasons) put(season);
        if (impact_.differences.empty()) line(0, say({"Không có điểm khác nhau.", "No differences."}));
        for (const ClauseImpact& group : by_clause(impact_)) put(group);
        loose();
        totals();
        return std::move(out_);
    }

private:
    std::string say(const Words& words) const { return words.in(language_); }
    static std::string number(std::size_t n) { return whole_text(static_cast<std::int64_t>(n)); }

    void line(int indent, const std::string& text)
    {
        out_.append(static_cast<std::size_t>(2 * indent), ' ').append(text).append(1, '\n');
    }

    void book(const Words& which, const Rulebook& book)
    {
        const bool made_up = book.document.provenance == Provenance::illustrative;
        line(0, say(which) + ": " + book.id + " (" + book.document.number +
                    (made_up ? ", " + std::string(labels::illustrative.in(language_)) : "") + ")");
    }

    void put(const SeasonImpact& season)
    {
        line(0, say({"Đợt", "Season"}) + ": " + season.id);
        if (season.as_if)
            line(1, say({"Giả định: áp dụng như thể văn bản mới và cũ có hiệu lực trong cùng thời gian.",
                         "What if: the old and the new paper are taken to be in force on the same days."}));
        if (!season.before_taken || !season.after_taken)
            line(1, say({"Không xét được theo", "Not evaluated under"}) + ": " +
                        (season.before_taken ? "" : say({"cũ", "old"}) + " ") +
                        (season.after_taken ? "" : say({"mới", "new"})));
    }

    std::string clause_of(const ClauseImpact& group) const
    {
        if (group.clause.empty())
            return say({"Không viện dẫn điều khoản", "No clause cited"}) + " [" + group.rulebook + "]";
        return group.clause + " [" + group.rulebook + "]";
    }

    void put(const ClauseImpact& group)
    {
        out_ += '\n';
        line(0, "== " + clause_of(group) + " ==");
        for (const std::size_t i : group.differences) put(impact_.differences[i]);
        if (!group.outcomes.empty()) line(1, say({"Ai, việc gì bị ảnh hưởng", "Who and what it affects"}) + ":");
        for (const std::size_t i : group.outcomes) put(impact_.outcomes[i]);
    }

    std::string shown_windows(const std::vector<DayWindow>& windows) const
    {
        std::string out;
        for (const DayWindow& window : windows) {
            if (!out.empty()) out += "; ";
            if (!window.from && !window.until) out += say({"mọi ngày", "always"});
            if (window.from) out += say({"từ ", "from "}) + shown(Datum(*window.from), language_);
            if (window.until)
                out += (window.from ? " " : "") + say({"đến trước ", "until before "}) +
                       shown(Datum(*window.until), language_);
        }
        return out;
    }

    static std::string place(const Place& place)
    {
        return place.file + ":" + number(place.mark.line) + ":" + number(place.mark.column);
    }

    static bool dated(const DifferenceSide& side) noexcept
    {
        return side.stated() && !(side.windows.size() == 1 && !side.windows[0].from && !side.windows[0].until);
    }

    void side(const Words& which, const DifferenceSide& side, bool windows)
    {
        if (!side.stated()) return;
        line(3, say(which) + ": " + side.value + (windows ? " (" + shown_windows(side.windows) + ")" : "") + "  " +
                    place(side.place));
    }

    void put(const Difference& one)
    {
        line(1, "- " + say(words(one.kind)) + (one.text ? " (" + say({"lời", "text"}) + ")" : "") + " " + one.path);
        const bool windows = dated(one.before) || dated(one.after);
        side({"cũ", "old"}, one.before, windows);
        side({"mới", "new"}, one.after, windows);
        for (const std::string& element : one.elements_removed) line(3, say({"bỏ: ", "out: "}) + element);
        for (const std::string& element : one.elements_added) line(3, say({"thêm: ", "in: "}) + element);
    }

    void put(const ChangedOutcome& one)
    {
        const bool season = impact_.seasons.size() > 1 && one.of != OutcomeOf::season;
        std::string text =
            "- " + (season ? one.season + " " : std::string()) +
            (one.of == OutcomeOf::deadline || one.name.words.empty() ? one.name.in(language_)
                                                                     : one.name.id + " " + one.name.in(language_));
        if (one.through_others)
            text += " (" + say({"do thứ tự các sáng kiến khác thay đổi", "because others changed"}) + ")";
        line(2, text);
        for (const OutcomeChange& change : one.changes)
            line(4, say(change.what) + ": " + say(change.before) + " -> " + say(change.after));
    }

    void loose()
    {
        const std::vector<std::size_t> positions = not_attributed(impact_);
        if (positions.empty()) return;
        out_ += '\n';
        line(0, "== " + say({"Chưa xác định được điều khoản nào gây ra", "Not attributed to any clause"}) + " ==");
        for (const std::size_t i : positions) put(impact_.outcomes[i]);
    }

    std::size_t count(OutcomeOf of) const noexcept
    {
        std::size_t out = 0;
        for (const ChangedOutcome& one : impact_.outcomes) out += one.of == of ? 1 : 0;
        return out;
    }

    void totals()
    {
        out_ += '\n';
        line(0, say({"Điểm khác nhau: ", "Differences: "}) + number(impact_.differences.size()));
        if (impact_.seasons.empty()) return;
        std::size_t initiatives = 0, units = 0, deadlines = 0;
        for (const SeasonImpact& season : impact_.seasons) {
            initiatives += season.initiatives;
            units += season.units;
            deadlines += season.deadlines;
        }
        const std::string of = say({"/", " of "});
        line(0, say({"Kết quả thay đổi: ", "Come out differently: "}) + number(count(OutcomeOf::deadline)) + of +
                    number(deadlines) + say({" mốc, ", " deadlines, "}) + number(count(OutcomeOf::initiative)) + of +
                    number(initiatives) + say({" sáng kiến, ", " initiatives, "}) + number(count(OutcomeOf::unit)) +
                    of + number(units) + say({" đơn vị", " units"}));
    }

    const Impact& impact_;
    const Rulebook& before_;
    const Rulebook& after_;
    Language language_;
    std::string out_;
};

}  // namespace detail

SANGKIEN_INLINE std::string impact_text(const Impact& impact, const Rulebook& before, const Rulebook& after,
                                        Language language)
{
    return detail::ImpactText(impact, before, after, language).run();
}

}  // namespace sangkien
