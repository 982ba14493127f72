// The scores of a sheet as JSON and as a page of text.
#pragma once

#include "score_sheet.hpp"

#include "../evaluation/report.hpp"
#include "report_units_inl.hpp"
#include "text_page_inl.hpp"

namespace sangkien {

namespace detail {

inline void put_bounds(JsonWriter& out, const Bounds& bounds)
{
    out.begin_object();
    out.member("missing", bounds.missing);
    out.member("decision", word(bounds.decision));
    out.member("vote", word(bounds.vote));
    out.member("votes_needed", bounds.votes_needed);
    out.member("pass_mark", word(bounds.pass_mark));
    put_optional(out, "low", bounds.low);
    put_optional(out, "high", bounds.high);
    put_optional(out, "lowest_class", bounds.lowest_class);
    put_optional(out, "highest_class", bounds.highest_class);
    out.member("class_certain", bounds.class_certain);
    out.key("each_needs");
    if (bounds.each_needs) {
        out.begin_object(true);
        out.member("total", bounds.each_needs->total.text());
        out.member("more", bounds.each_needs->more);
        out.end_object();
    } else {
        out.null();
    }
    out.end_object();
}

class ScorePage : TextPage {
public:
    explicit ScorePage(Language language) : TextPage(language) {}

    std::string run(const std::vector<SheetScore>& scores, Instant as_of)
    {
        line(0, pick("Kết quả chấm, tính đến ", "Scores as of ") + show(as_of));
        for (const SheetScore& one : scores) initiative(one);
        return take();
    }

private:
    std::string pick(const char* vi, const char* en) const { return language_ == Language::vi ? vi : en; }

    std::string decision(Truth verdict) const
    {
        return verdict == Truth::pass   ? pick("thông qua", "approved")
               : verdict == Truth::fail ? pick("không thông qua", "not approved")
                                        : pick("chưa xác định", "undetermined");
    }

    void initiative(const SheetScore& one)
    {
        out_ += '\n';
        line(0, one.score.initiative + ": " + decision(one.score.decision));
        for (const CriterionFigure& figure : one.score.criteria)
            line(1, say(figure.criterion) + ": " + show(figure.mean));
        for (const Finding& finding : one.score.findings)
            line(1, mark(finding.verdict) + " " + message(finding, language_) + cite(finding));
        if (one.bounds.missing > 0) open(one.bounds);
    }

    static std::string mark(Truth verdict) { return verdict == Truth::pass ? "+" : verdict == Truth::fail ? "x" : "?"; }

    void open(const Bounds& bounds)
    {
        if (bounds.decision != Truth::undetermined)
            line(1, "= " + pick("Các phiếu còn thiếu không thể đổi kết quả: ", "Whatever the missing ballots say: ") +
                        decision(bounds.decision) + ".");
        if (bounds.low)
            line(1, "= " + pick("Tổng điểm cuối cùng từ ", "The total will lie from ") + show(*bounds.low) +
                        pick(" đến ", " to ") + show(*bounds.high) + ".");
        if (bounds.each_needs)
            line(1, "= " +
                        pick("Để đạt điểm sàn, mỗi phiếu còn thiếu phải cho ",
                             "For the pass mark each missing ballot must give ") +
                        (bounds.each_needs->more ? pick("hơn ", "more than ") : pick("ít nhất ", "at least ")) +
                        show(bounds.each_needs->total) + ".");
        if (bounds.vote == Truth::undetermined && bounds.votes_needed > 0)
            line(1, "= " + pick("Còn cần số phiếu đồng ý: ", "Votes that must still agree: ") +
                        number(bounds.votes_needed) + ".");
    }
};

}  // namespace detail

SANGKIEN_INLINE std::string score_json(const std::vector<SheetScore>& scores, Instant as_of)
{
    JsonWriter out;
    out.begin_object();
    out.member("sangkien", version());
    out.member("as_of", to_text(as_of));
    out.key("initiatives");
    out.begin_list();
    for (const SheetScore& one : scores) {
        out.begin_object();
        out.member("initiative", one.score.initiative);
        out.key("score");
        detail::put_score(out, one.score);
        out.key("bounds");
        detail::put_bounds(out, one.bounds);
        out.end_object();
    }
    out.end_list();
    out.end_object();
    return out.take();
}

SANGKIEN_INLINE std::string score_text(const std::vector<SheetScore>& scores, Instant as_of, Language language)
{
    return detail::ScorePage(language).run(scores, as_of);
}

}  // namespace sangkien
