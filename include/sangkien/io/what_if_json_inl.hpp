// What if as JSON.
#pragma once

#include "index_page_inl.hpp"
#include "what_if_text.hpp"

namespace sangkien {

namespace detail {

class WhatIfJson {
public:
    WhatIfJson(const IndexTree& tree, const WhatIf& found) : tree_(tree), found_(found) {}

    std::string run()
    {
        out_.begin_object();
        out_.member("sangkien", version());
        out_.member("edition", tree_.edition);
        out_.key("changes");
        out_.begin_list();
        for (const CardChange& change : found_.changes) put(change);
        out_.end_list();
        out_.key("rivals");
        if (found_.rivals)
            put(*found_.rivals);
        else
            out_.null();
        out_.key("cheapest");
        if (found_.way)
            put(*found_.way);
        else
            out_.null();
        out_.end_object();
        return out_.take();
    }

private:
    void pair(const char* key, const std::string& before, const std::string& after)
    {
        out_.key(key);
        out_.begin_object(true);
        out_.member("before", before);
        out_.member("after", after);
        out_.end_object();
    }
    void office(const Scorecard& card)
    {
        out_.member("office", card.office);
        out_.member("year", card.year);
    }
    void maybe(const char* key, const std::optional<Ratio>& value)
    {
        out_.key(key);
        if (value)
            out_.value(value->text());
        else
            out_.null();
    }

    void ranks(const char* key, const OfficeRank& rank)
    {
        out_.key(key);
        out_.begin_object(true);
        out_.member("best", rank.best);
        out_.member("worst", rank.worst);
        out_.member("lowest_class", rank.lowest.id);
        out_.member("highest_class", rank.highest.id);
        out_.end_object();
    }

    void put(const CardChange& change)
    {
        const Scorecard &was = found_.before[change.card], &is = found_.after[change.card];
        out_.begin_object();
        office(was);
        pair("total", was.total.text(), is.total.text());
        pair("open", was.open.text(), is.open.text());
        pair("share", was.share.text(), is.share.text());
        ranks("rank_before", change.rank_before);
        ranks("rank_after", change.rank_after);
        out_.key("nodes");
        out_.begin_list();
        for (const NodeChange& node : change.nodes) {
            out_.begin_object(true);
            out_.member("node", tree_.nodes[node.node].name.id);
            pair("points", node.before.points.text(), node.after.points.text());
            pair("open", node.before.open.text(), node.after.open.text());
            pair("max", node.before.max.text(), node.after.max.text());
            out_.end_object();
        }
        out_.end_list();
        out_.key("components");
        out_.begin_list();
        for (const LineChange& line : change.lines) {
            const IndexComponent& component = component_of(tree_, line.before);
            out_.begin_object(true);
            out_.member("component", component.name.id);
            side("before", line.before);
            side("after", line.after);
            out_.member("clause", component.citation.clause);
            out_.end_object();
        }
        out_.end_list();
        out_.end_object();
    }

    void side(const char* key, const ScoreLine& line)
    {
        out_.key(key);
        out_.begin_object(true);
        maybe("points", line.points);
        out_.member("least", line.least.text());
        out_.member("most", line.most.text());
        out_.member("reason", word(line.reason));
        out_.end_object();
    }

    void put(const char* key, const std::optional<Rival>& rival)
    {
        out_.key(key);
        if (!rival) return out_.null();
        out_.begin_object(true);
        office(found_.after[rival->card]);
        out_.member("gap", rival->gap.text());
        out_.end_object();
    }

    void put(const Rivals& all)
    {
        out_.begin_object();
        office(found_.after[all.card]);
        out_.member("rank", all.rank);
        put("above", all.above);
        put("below", all.below);
        out_.key("tied");
        out_.begin_list(true);
        for (const std::size_t card : all.tied) out_.value(found_.after[card].office);
        out_.end_list();
        maybe("needed", all.needed);
        out_.member("needed_more", all.needed_more);
        maybe("safe", all.safe);
        out_.member("safe_less", all.safe_less);
        out_.end_object();
    }

    void put(const CheapestWay& way)
    {
        out_.begin_object();
        office(found_.after[found_.way_card]);
        maybe("target", found_.target.total);
        out_.member("more_than_target", found_.target.more);
        out_.member("reachable", way.reachable);
        maybe("cost", way.reachable ? std::optional(way.cost) : std::nullopt);
        maybe("best", way.reachable ? std::nullopt : std::optional(way.best));
        out_.key("ways");
        out_.begin_list();
        for (const ActionSet& one : way.ways) {
            out_.begin_object(true);
            out_.key("actions");
            out_.begin_list(true);
            for (const std::size_t action : one.actions) out_.value(found_.actions[action].id);
            out_.end_list();
            out_.member("total", one.total.text());
            out_.end_object();
        }
        out_.end_list();
        out_.member("more", way.more);
        out_.end_object();
    }

    const IndexTree& tree_;
    const WhatIf& found_;
    JsonWriter out_;
};

}  // namespace detail

SANGKIEN_INLINE std::string what_if_json(const IndexTree& tree, const WhatIf& found)
{
    return detail::WhatIfJson(tree, found).run();
}

}  // namespace sangkien
