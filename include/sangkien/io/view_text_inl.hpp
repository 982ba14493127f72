#pragma once

#include "view_text.hpp"

#include "report_units_inl.hpp"
#include "text_page_inl.hpp"

namespace sangkien {

namespace detail {

namespace labels {

constexpr Label view_of{"Phần được xem của", "What may be seen by"};
constexpr Label view_none{"Không có phần nào được xem.", "Nothing may be seen."};
constexpr Label view_barred{"không được tham gia hồ sơ này, không được xem gì",
                            "may not sit on this file, and sees nothing of it"};
constexpr Label view_own{"Phiếu của mình", "Own ballot"};
constexpr Label view_result{"Kết quả", "Result"};
constexpr Label view_rank{"Thứ hạng", "Rank"};
constexpr Label ballot_states[] = {{"bản nháp", "draft"}, {"đã nộp", "submitted"}, {"mở lại", "reopened"}};
constexpr Label vote_words[] = {
    {"chưa biểu quyết", "no vote"}, {"đồng ý", "agrees"}, {"không đồng ý", "disagrees"}, {"trắng", "abstains"}};
constexpr Label eligible_page{"AI ĐƯỢC THAM GIA HỘI ĐỒNG", "WHO MAY SIT ON THE COUNCIL"};
constexpr Label may_sit{"được tham gia", "may sit"};
constexpr Label may_not_sit{"không được tham gia", "may not sit"};
constexpr Label may_sit_open{"chưa xác định", "undetermined"};
constexpr Label may_sit_all{"được tham gia mọi hồ sơ", "may sit on every file"};
constexpr Label no_members{"Đợt chưa có thành viên Hội đồng nào.", "The season names no member of the council."};

}  // namespace labels

constexpr const char* ballot_state_words[] = {"draft", "submitted", "reopened"};
constexpr const char* vote_id_words[] = {"none", "agree", "disagree", "abstain"};

inline void put_ballot(JsonWriter& out, const Ballot& ballot)
{
    out.begin_object();
    out.member("state", std::string(ballot_state_words[static_cast<std::size_t>(ballot.state)]));
    put_optional(out, "at", ballot.at);
    out.member("vote", std::string(vote_id_words[static_cast<std::size_t>(ballot.vote)]));
    out.key("scores");
    out.begin_list();
    for (const Score& given : ballot.scores) {
        out.begin_object(true);
        out.member("criterion", given.criterion);
        out.member("points", given.value.text());
        out.end_object();
    }
    out.end_list();
    if (!ballot.comment_sha256.empty()) out.member("comment_sha256", ballot.comment_sha256);
    out.end_object();
}

class ViewPage : private TextPage {
public:
    explicit ViewPage(Language language) : TextPage(language) {}

    std::string run(const std::vector<FileView>& views, const std::string& viewer, Instant as_of)
    {
        line(0, say(labels::view_of) + " " + viewer);
        line(0, say(labels::as_of) + ": " + show(as_of));
        bool any = false;
        for (const FileView& view : views) {
            if (!view.barred && !view.own && !view.result) continue;
            any = true;
            out_ += '\n';
            file(view);
        }
        if (!any) line(0, say(labels::view_none));
        return take();
    }

private:
    void file(const FileView& view)
    {
        line(0, view.initiative + (view.barred ? ": " + say(labels::view_barred) : ""));
        if (view.own) own(*view.own);
        if (view.result) result(*view.result);
        if (view.selection && view.selection->rank)
            line(1, say(labels::view_rank) + ": " + number(*view.selection->rank));
        if (view.selection) findings(view.selection->findings);
    }

    void own(const Ballot& ballot)
    {
        std::string text = say(labels::ballot_states[static_cast<std::size_t>(ballot.state)]);
        for (const Score& given : ballot.scores) text += "; " + given.criterion + " " + show(given.value);
        line(1, say(labels::view_own) + ": " + text + "; " +
                    say(labels::vote_words[static_cast<std::size_t>(ballot.vote)]));
    }

    void result(const ScoreResult& score)
    {
        line(1, say(labels::view_result) + ":");
        for (const CriterionFigure& figure : score.criteria) line(2, say(figure.criterion) + ": " + show(figure.mean));
        findings(score.findings);
    }

    void findings(const Findings& all)
    {
        for (const Finding& finding : all) line(2, message(finding, language_) + cite(finding));
    }
};

class EligiblePage : private TextPage {
public:
    explicit EligiblePage(Language language) : TextPage(language) {}

    std::string run(const std::vector<MemberEligibility>& members)
    {
        line(0, say(labels::eligible_page));
        if (members.empty()) line(0, say(labels::no_members));
        for (const MemberEligibility& one : members) member(one);
        return take();
    }

private:
    void member(const MemberEligibility& one)
    {
        out_ += '\n';
        line(0, one.person + (one.unit.empty() ? "" : " (" + one.unit + ")"));
        bool all = true;
        for (const Eligibility& file : one.initiatives) {
            if (file.may_sit == Truth::pass) continue;
            all = false;
            line(1, file.initiative + ": " +
                        say(file.may_sit == Truth::fail ? labels::may_not_sit : labels::may_sit_open));
            for (const Finding& finding : file.findings) {
                line(2, message(finding, language_) + cite(finding));
                if (finding.lift) line(3, finding.lift->how.in(language_));
            }
        }
        if (all) line(1, say(labels::may_sit_all));
    }
};

}  // namespace detail

SANGKIEN_INLINE std::string view_json(const std::vector<FileView>& views, const std::string& viewer, Instant as_of)
{
    JsonWriter out;
    out.begin_object();
    out.member("sangkien", version());
    out.member("as_of", to_text(as_of));
    out.member("viewer", viewer);
    out.key("initiatives");
    out.begin_list();
    const auto part = [&](const char* key, const auto& value, auto put) {
        out.key(key);
        if (value)
            put(out, *value);
        else
            out.null();
    };
    for (const FileView& view : views) {
        out.begin_object();
        out.member("initiative", view.initiative);
        out.member("barred", view.barred);
        part("own", view.own, detail::put_ballot);
        part("result", view.result, detail::put_score);
        part("selection", view.selection, detail::put_selection);
        out.end_object();
    }
    out.end_list();
    out.end_object();
    return out.take();
}

SANGKIEN_INLINE std::string view_text(const std::vector<FileView>& views, const std::string& viewer, Instant as_of,
                                      Language language)
{
    return detail::ViewPage(language).run(views, viewer, as_of);
}

SANGKIEN_INLINE std::string eligible_json(const std::vector<MemberEligibility>& members)
{
    JsonWriter out;
    out.begin_object();
    out.member("sangkien", version());
    out.key("members");
    out.begin_list();
    for (const MemberEligibility& one : members) {
        out.begin_object();
        out.member("person", one.person);
        out.member("unit", one.unit);
        out.key("initiatives");
        out.begin_list();
        for (const Eligibility& file : one.initiatives) {
            out.begin_object();
            out.member("initiative", file.initiative);
            out.member("may_sit", word(file.may_sit));
            out.key("findings");
            detail::put_findings(out, file.findings);
            out.end_object();
        }
        out.end_list();
        out.end_object();
    }
    out.end_list();
    out.end_object();
    return out.take();
}

SANGKIEN_INLINE std::string eligible_text(const std::vector<MemberEligibility>& members, Language language)
{
    return detail::EligiblePage(language).run(members);
}

}  // namespace sangkien
