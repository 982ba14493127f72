// What if as a page of text and as CSV.
#pragma once

#include "index_page_inl.hpp"
#include "what_if_text.hpp"

namespace sangkien {

namespace detail {

inline std::string span(Ratio low, Ratio open)
{
    return open == Ratio(0) ? low.text() : low.text() + " - " + (low + open).text();
}

inline std::string span(const OfficeRank& rank)
{
    const std::string best = std::to_string(rank.best);
    return rank.best == rank.worst ? best : best + " - " + std::to_string(rank.worst);
}

inline std::string line_points(const ScoreLine& line)
{
    return line.reason == LostReason::excluded ? std::string() : span(line.least, line.most - line.least);
}

class WhatIfPage : private TextPage {
public:
    WhatIfPage(const IndexTree& tree, const WhatIf& found, Language language)
        : TextPage(language), tree_(tree), found_(found)
    {
    }

    std::string run()
    {
        line(0, told("CHỈ SỐ ", "INDEX ") + tree_.edition + " " + cite(tree_.citation));
        for (const CardChange& change : found_.changes) put(change);
        if (found_.supposed && found_.changes.empty())
            line(0, told("\nKhông điểm, thứ hạng hay hạng nào thay đổi.", "\nNo points, rank or class changes."));
        if (found_.rivals) put(*found_.rivals);
        if (found_.way) put(*found_.way);
        return take();
    }

private:
    std::string told(const char* vi, const char* en) const { return language_ == Language::en ? en : vi; }
    static std::string change(const std::string& before, const std::string& after) { return before + " -> " + after; }
    static std::string office(const Scorecard& card)
    {
        return card.year == 0 ? card.office : card.office + " " + std::to_string(card.year);
    }
    std::string classes(const OfficeRank& rank) const
    {
        if (rank.lowest.id.empty()) return {};
        return rank.lowest.id == rank.highest.id ? say(rank.lowest) : say(rank.lowest) + " - " + say(rank.highest);
    }

    void put(const CardChange& one)
    {
        const Scorecard &was = found_.before[one.card], &is = found_.after[one.card];
        line(0, "\n" + office(was) + ": " + change(span(was.total, was.open), span(is.total, is.open)));
        std::string text = told("thứ hạng ", "rank ") + change(span(one.rank_before), span(one.rank_after));
        const std::string before = classes(one.rank_before), after = classes(one.rank_after);
        if (!before.empty()) text += told("; xếp loại ", "; class ") + change(before, after);
        line(1, text);
        for (const NodeChange& node : one.nodes)
            line(1 + static_cast<int>(tree_.nodes[node.node].depth),
                 say(tree_.nodes[node.node].name) + ": " +
                     change(span(node.before.points, node.before.open), span(node.after.points, node.after.open)));
        for (const LineChange& each : one.lines) {
            const IndexComponent& component = component_of(tree_, each.before);
            line(1, "- " + say(component.name) + ": " + change(points(each.before), points(each.after)) + " " +
                        cite(component.citation));
        }
    }

    std::string points(const ScoreLine& one) const
    {
        switch (one.reason) {
            case LostReason::excluded: return told("không tính", "left out");
            case LostReason::missing: return line_points(one) + told(" (thiếu số liệu)", " (no figure)");
            case LostReason::no_evidence: return line_points(one) + told(" (không có tài liệu)", " (no evidence)");
            case LostReason::undetermined: return line_points(one) + told(" (chưa xác định)", " (undetermined)");
            default: return line_points(one);
        }
    }

    void put(const Rivals& all)
    {
        line(0, "\n" + office(found_.after[all.card]) + ", " + told("thứ hạng ", "rank ") + number(all.rank) +
                    told(" (kể cả khi điểm còn ngỏ)", " (whatever is open)"));
        if (all.above)
            line(1, told("kề trên: ", "next above: ") + office(found_.after[all.above->card]) + ", " +
                        told("hơn ", "by ") + all.above->gap.text());
        if (all.below)
            line(1, told("kề dưới: ", "next below: ") + office(found_.after[all.below->card]) + ", " +
                        told("kém ", "by ") + all.below->gap.text());
        for (const std::size_t card : all.tied)
            line(1, told("cùng điểm: ", "level with: ") + office(found_.after[card]));
        if (all.needed)
            line(1, told("lên hạng khi có ", "a better rank from ") +
                        (all.needed_more ? told("hơn ", "more than ") : std::string()) + all.needed->text());
        if (all.safe)
            line(1, told("giữ hạng khi mất ", "keeps its rank when losing ") +
                        (all.safe_less ? told("dưới ", "less than ") : told("đến ", "up to ")) + all.safe->text());
        else
            line(1, told("không đơn vị nào vượt qua được", "no office can come past"));
    }

    void put(const CheapestWay& way)
    {
        std::string target = found_.target.total ? found_.target.total->text() : "-";
        if (found_.target.more) target = told("hơn ", "more than ") + target;
        line(0, "\n" + office(found_.after[found_.way_card]) + told(", mục tiêu ", ", target ") + target);
        if (!way.reachable)
            return line(1, told("không đạt được; nhiều nhất là ", "out of reach; the most is ") + way.best.text());
        line(1, told("chi phí thấp nhất: ", "the least cost: ") + way.cost.text());
        for (const ActionSet& one : way.ways) {
            std::string actions;
            for (const std::size_t action : one.actions)
                actions += (actions.empty() ? "" : ", ") + found_.actions[action].id;
            if (actions.empty()) actions = told("không cần làm gì", "nothing has to be done");
            line(1, "- " + actions + ": " + one.total.text());
        }
        if (way.more) line(1, told("và những phương án khác cùng chi phí", "and others at the same cost"));
    }

    const IndexTree& tree_;
    const WhatIf& found_;
};

class WhatIfCsv {
public:
    WhatIfCsv(const IndexTree& tree, const WhatIf& found) : tree_(tree), found_(found) {}

    std::string run()
    {
        for (const CardChange& one : found_.changes) put(one);
        if (found_.rivals) put(*found_.rivals);
        if (found_.way) put(*found_.way);
        return std::move(out_);
    }

private:
    void row(const Scorecard& card, const char* kind, const std::string& id, const std::string& before,
             const std::string& after, const std::string& change = {})
    {
        out_ += csv_cell(card.office) + "," + (card.year == 0 ? "" : std::to_string(card.year)) + "," + kind + "," +
                csv_cell(id) + "," + csv_cell(before) + "," + csv_cell(after) + "," + change + "\r\n";
    }
    void row(const Scorecard& card, const char* kind, const std::string& id, Ratio before, Ratio after)
    {
        row(card, kind, id, before.text(), after.text(), (after - before).text());
    }

    void put(const CardChange& one)
    {
        const Scorecard &was = found_.before[one.card], &is = found_.after[one.card];
        row(was, "total", tree_.edition, was.total, is.total);
        row(was, "open", tree_.edition, was.open, is.open);
        row(was, "best", "", Ratio(one.rank_before.best), Ratio(one.rank_after.best));
        row(was, "worst", "", Ratio(one.rank_before.worst), Ratio(one.rank_after.worst));
        row(was, "class", "", one.rank_before.lowest.id, one.rank_after.lowest.id);
        for (const NodeChange& node : one.nodes)
            row(was, "node", tree_.nodes[node.node].name.id, node.before.points, node.after.points);
        for (const LineChange& each : one.lines)
            row(was, "component", component_of(tree_, each.before).name.id, each.before.least, each.after.least);
    }

    void put(const Rivals& all)
    {
        const Scorecard& own = found_.after[all.card];
        const auto rival = [&](const char* kind, const std::optional<Rival>& one) {
            if (one) row(own, kind, found_.after[one->card].office, "", "", one->gap.text());
        };
        rival("above", all.above);
        rival("below", all.below);
        for (const std::size_t card : all.tied) row(own, "tied", found_.after[card].office, "", "", "0");
        if (all.needed) row(own, all.needed_more ? "needed-more" : "needed", "", "", all.needed->text());
        if (all.safe) row(own, all.safe_less ? "safe-less" : "safe", "", "", "", all.safe->text());
    }

    void put(const CheapestWay& way)
    {
        const Scorecard& own = found_.after[found_.way_card];
        if (!way.reachable) row(own, "best", "", "", way.best.text());
        for (const ActionSet& one : way.ways) {
            std::string actions;
            for (const std::size_t action : one.actions)
                actions += (actions.empty() ? "" : " ") + found_.actions[action].id;
            row(own, "way", actions, own.total.text(), one.total.text(), way.cost.text());
        }
    }

    const IndexTree& tree_;
    const WhatIf& found_;
    std::string out_ = "office,year,kind,id,before,after,change\r\n";
};

}  // namespace detail

SANGKIEN_INLINE std::string what_if_text(const IndexTree& tree, const WhatIf& found, Language language)
{
    return detail::WhatIfPage(tree, found, language).run();
}

SANGKIEN_INLINE std::string what_if_csv(const IndexTree& tree, const WhatIf& found)
{
    return detail::WhatIfCsv(tree, found).run();
}

}  // namespace sangkien
