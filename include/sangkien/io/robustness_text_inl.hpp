#pragma once

#include "robustness_text.hpp"

#include "report_units_inl.hpp"
#include "robustness_votes_json_inl.hpp"
#include "text_page_inl.hpp"

namespace sangkien {

namespace detail {

namespace labels {

constexpr Label robust_page{"ĐỘ VỮNG CỦA KẾT QUẢ", "HOW FIRMLY THE RESULT STANDS"};
constexpr Label robust_now{"Như đang có", "As it stands"};
constexpr Label robust_members{"Bớt một thành viên", "Without one member"};
constexpr Label robust_criteria{"Bớt một tiêu chí (các tiêu chí khác tăng theo tỷ lệ)",
                                "Without one criterion (the others scaled up)"};
constexpr Label robust_ballot{"Đổi một điểm của một phiếu", "One score of one ballot changed"};
constexpr Label robust_weight{"Đổi một trọng số (các trọng số cùng nhóm theo tỷ lệ)",
                              "One weight changed (those beside it scaled)"};
constexpr Label robust_same{"không có gì thay đổi", "nothing changes"};
constexpr Label robust_impossible{"không thể bớt", "cannot be left out"};
constexpr Label robust_none{"không thay đổi nào làm đổi kết luận", "no change turns it"};
constexpr Label robust_by{"ít nhất", "at least"};
constexpr Label robust_open{"chưa xác định từ", "undetermined from"};
constexpr Label robust_no_step{"Không đổi điểm của tiêu chí không có bước điểm",
                               "Scores of criteria without a step were not moved"};
constexpr Label robust_answers[] = {{"thông qua", "approval"}, {"hạng", "class"}, {"lựa chọn", "selection"}};
constexpr Label robust_truths[] = {{"có", "yes"}, {"không", "no"}, {"chưa xác định", "undetermined"}};
constexpr Label robust_votes{"Đổi phiếu biểu quyết", "Votes turned"};
constexpr Label robust_no_vote{"đổi phiếu thế nào cũng không làm đổi kết luận", "no votes turn it"};
constexpr Label robust_vote_words[] = {
    {"chưa có", "none"}, {"đồng ý", "agree"}, {"không đồng ý", "disagree"}, {"không ý kiến", "abstain"}};
constexpr Label robust_more_ways{"những cách khác với cùng số phiếu", "other ways with as many votes"};
constexpr Label robust_among{"trong số", "among"};
constexpr Label robust_neither{"chỉ đổi phiếu hoặc chỉ đổi một điểm đều không làm đổi việc thông qua",
                               "neither votes alone nor one score alone turns the approval"};
constexpr Label robust_class{"hạng", "class"};
constexpr Label robust_rank{"thứ", "rank"};

}  // namespace labels

constexpr const char* answer_words[] = {"approved", "class", "chosen"};

inline void put_standing(JsonWriter& out, const CouncilStanding& at)
{
    out.begin_object(true);
    out.member("approved", std::string(word(at.approved)));
    out.key("figure");
    if (at.figure)
        out.value(at.figure->text());
    else
        out.null();
    out.key("class");
    if (at.klass.empty())
        out.null();
    else
        out.value(at.klass);
    out.key("rank");
    if (at.rank)
        out.value(*at.rank);
    else
        out.null();
    out.member("chosen", std::string(word(at.chosen)));
    out.end_object();
}

inline void put_changes(JsonWriter& out, const std::vector<ScoreChange>& changes)
{
    out.begin_list();
    for (const ScoreChange& change : changes) {
        out.begin_object();
        if (!change.member.empty()) {
            out.member("initiative", change.initiative);
            out.member("member", change.member);
        }
        out.member("what", change.what.id);
        out.member("from", change.from.text());
        out.member("to", change.to.text());
        out.key("after");
        put_standing(out, change.after);
        out.end_object();
    }
    out.end_list();
}

inline void put_flips(JsonWriter& out, const std::vector<SmallestChange>& flips)
{
    if (flips.empty()) {
        out.null();
        return;
    }
    out.begin_list();
    for (const SmallestChange& one : flips) {
        const auto size = [&](const char* key, const std::optional<Ratio>& by) {
            out.key(key);
            if (by)
                out.value(by->text());
            else
                out.null();
        };
        out.begin_object();
        out.member("answer", std::string(answer_words[static_cast<std::size_t>(one.answer)]));
        size("by", one.by);
        out.key("changes");
        put_changes(out, one.changes);
        size("open_by", one.open_by);
        out.key("open");
        put_changes(out, one.open);
        out.end_object();
    }
    out.end_list();
}

inline void put_left_out(JsonWriter& out, const Robustness& found, const std::vector<LeftOut>& all)
{
    out.begin_list();
    for (const LeftOut& one : all) {
        out.begin_object();
        out.member("what", one.what.id);
        out.member("possible", one.possible);
        out.key("changed");
        out.begin_list();
        for (std::size_t i = 0; i < one.standings.size(); ++i) {
            if (one.standings[i] == found.standings[i]) continue;
            out.begin_object();
            out.member("initiative", found.flips[i].initiative);
            out.key("standing");
            put_standing(out, one.standings[i]);
            out.end_object();
        }
        out.end_list();
        out.end_object();
    }
    out.end_list();
}

class RobustnessPage : private TextPage {
public:
    RobustnessPage(const Robustness& found, Language language) : TextPage(language), found_(found) {}

    std::string run()
    {
        line(0, say(labels::robust_page) + ": " + found_.season);
        line(0, say(labels::as_of) + ": " + show(found_.as_of));
        heading(labels::robust_now);
        for (std::size_t i = 0; i < found_.standings.size(); ++i)
            line(0, found_.flips[i].initiative + ": " + standing(found_.standings[i]));
        heading(labels::robust_members);
        for (const LeftOut& one : found_.members) left_out(one);
        heading(labels::robust_criteria);
        for (const LeftOut& one : found_.criteria) left_out(one);
        if (found_.ballots) flips(labels::robust_ballot, &FileFlips::ballot);
        if (!found_.without_step.empty()) {
            line(0, say(labels::robust_no_step) + ":");
            for (const Name& name : found_.without_step) line(1, say(name));
        }
        votes();
        if (found_.weights) flips(labels::robust_weight, &FileFlips::weight);
        return take();
    }

private:
    std::string word_of(Truth truth) const
    {
        return say(labels::robust_truths[truth == Truth::pass ? 0 : truth == Truth::fail ? 1 : 2]);
    }

    std::string standing(const CouncilStanding& at) const
    {
        std::string out = say(labels::robust_answers[0]) + " " + word_of(at.approved);
        if (at.figure) out += "; " + show(*at.figure);
        if (!at.klass.empty()) out += "; " + say(labels::robust_class) + " " + at.klass;
        if (at.rank) out += "; " + say(labels::robust_rank) + " " + number(*at.rank);
        return out + "; " + say(labels::robust_answers[2]) + " " + word_of(at.chosen);
    }

    void left_out(const LeftOut& one)
    {
        if (!one.possible) return line(0, say(one.what) + ": " + say(labels::robust_impossible));
        if (one.standings == found_.standings) return line(0, say(one.what) + ": " + say(labels::robust_same));
        line(0, say(one.what) + ":");
        for (std::size_t i = 0; i < one.standings.size(); ++i)
            if (one.standings[i] != found_.standings[i])
                line(1, found_.flips[i].initiative + ": " + standing(one.standings[i]));
    }

    void flips(Label label, std::vector<SmallestChange> FileFlips::*kind)
    {
        heading(label);
        for (const FileFlips& file : found_.flips)
            for (const SmallestChange& one : file.*kind) {
                std::string text =
                    file.initiative + ", " + say(labels::robust_answers[static_cast<std::size_t>(one.answer)]) + ": ";
                text += one.by ? say(labels::robust_by) + " " + show(*one.by) : say(labels::robust_none);
                if (one.open_by) text += "; " + say(labels::robust_open) + " " + show(*one.open_by);
                line(0, text);
                for (const auto* changes : {&one.changes, &one.open})
                    for (const ScoreChange& change : *changes) this->change(change);
            }
    }

    void votes()
    {
        bool first = true;
        for (const FileFlips& file : found_.flips) {
            if (!file.votes) continue;
            if (first) heading(labels::robust_votes);
            first = false;
            const FewestVotes& one = *file.votes;
            std::string text = file.initiative + ", " + say(labels::robust_answers[0]) + ": ";
            text += one.by ? say(labels::robust_by) + " " + number(*one.by) : say(labels::robust_no_vote);
            if (one.open_by) text += "; " + say(labels::robust_open) + " " + number(*one.open_by);
            line(0, text);
            for (const auto* ways : {&one.ways, &one.open}) {
                // The plainest: those in which all turn alike; the JSON has every one.
                std::size_t shown = 0;
                for (const VotesTurned& way : *ways)
                    if (way.turns.size() == 1) {
                        ++shown;
                        line(1, turned(way));
                    }
                if (shown == 0 && !ways->empty()) {
                    shown = 1;
                    line(1, turned(ways->front()));
                }
                if (shown < ways->size())
                    line(1, say(labels::robust_more_ways) + ": " +
                                number(static_cast<std::int64_t>(ways->size() - shown)));
            }
            if (file.neither()) line(1, say(labels::robust_neither));
        }
    }

    std::string turned(const VotesTurned& way) const
    {
        std::string out;
        for (const VoteTurn& turn : way.turns) {
            if (!out.empty()) out += "; ";
            out += say(labels::robust_vote_words[static_cast<std::size_t>(turn.from)]) + " -> " +
                   say(labels::robust_vote_words[static_cast<std::size_t>(turn.to)]) + ": " + number(turn.count);
            if (turn.count < static_cast<std::int64_t>(turn.members.size())) out += " " + say(labels::robust_among);
            for (std::size_t i = 0; i < turn.members.size(); ++i) out += (i == 0 ? " " : ", ") + turn.members[i];
        }
        return out + " (" + standing(way.after) + ")";
    }

    void change(const ScoreChange& one)
    {
        const std::string who = one.member.empty() ? "" : one.initiative + ", " + one.member + ", ";
        line(1, who + say(one.what) + ": " + show(one.from) + " -> " + show(one.to) + " (" + standing(one.after) + ")");
    }

    const Robustness& found_;
};

}  // namespace detail

SANGKIEN_INLINE std::string robustness_json(const Robustness& found)
{
    JsonWriter out;
    out.begin_object();
    out.member("sangkien", version());
    out.member("season", found.season);
    out.member("as_of", to_text(found.as_of));
    out.key("initiatives");
    out.begin_list();
    for (std::size_t i = 0; i < found.flips.size(); ++i) {
        out.begin_object();
        out.member("initiative", found.flips[i].initiative);
        out.key("standing");
        detail::put_standing(out, found.standings[i]);
        out.key("ballot");
        detail::put_flips(out, found.flips[i].ballot);
        out.key("weight");
        detail::put_flips(out, found.flips[i].weight);
        out.key("votes");
        detail::put_votes(out, found.flips[i].votes);
        out.member("neither", found.flips[i].neither());
        out.end_object();
    }
    out.end_list();
    out.key("without_members");
    detail::put_left_out(out, found, found.members);
    out.key("without_criteria");
    detail::put_left_out(out, found, found.criteria);
    out.key("without_step");
    out.begin_list();
    for (const Name& name : found.without_step) out.value(name.id);
    out.end_list();
    out.end_object();
    return out.take();
}

SANGKIEN_INLINE std::string robustness_text(const Robustness& found, Language language)
{
    return detail::RobustnessPage(found, language).run();
}

}  // namespace sangkien
