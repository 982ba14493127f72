// The criteria of a rubric: a tree of groups and criteria, read level by level, and what one point of each is worth.
#pragma once

#include <algorithm>

#include "rubric.hpp"

#include "rubric_checks_inl.hpp"

namespace sangkien::detail {

// Where a score may lie when one of several levels is chosen: one value each, or a range.
inline std::vector<Band> read_options(Node list, Problems& problems)
{
    std::vector<Band> out;
    for (Node item : children(list)) {
        Fields fields(item, problems);
        Band option;
        if (fields.has("points")) {
            option.from = option.to = fields.ratio("points");
            fields.known("from");
            fields.known("to");
        } else {
            option.from = fields.ratio("from");
            option.to = fields.ratio("to");
        }
        option.words = fields.words();
        close(fields);
        out.push_back(std::move(option));
    }
    return out;
}

inline std::vector<Band> read_bands(Node list, Problems& problems)
{
    std::vector<Band> out;
    for (Node item : children(list)) {
        Fields fields(item, problems);
        out.push_back({fields.ratio("from"), fields.ratio("to"), fields.words()});
        close(fields);
    }
    return out;
}

class CriteriaReader {
public:
    CriteriaReader(Rubric& rubric, Problems& problems) : rubric_(rubric), problems_(problems) {}

    // `worth`: the points of the total that the criteria share; none when it cannot be told.
    void run(Node criteria, std::optional<Ratio> worth)
    {
        const Level top = read_level(criteria, Criterion::no_group);
        if (worth && !rubric_.criteria.empty()) share(top, *worth);
    }

private:
    struct Entry {
        bool group = false;
        std::size_t at = 0;
    };
    struct Level {
        Node node;
        std::vector<Entry> entries;
    };

    Level read_level(Node criteria, std::size_t group)
    {
        Level out{criteria, {}};
        for (Node node : children(criteria)) out.entries.push_back(read_entry(node, group));
        return out;
    }

    Entry read_entry(Node node, std::size_t group)
    {
        Fields fields(node, problems_);
        Criterion out;
        out.name = fields.name();
        out.group = group;
        once(node);
        const Node inner = fields.object("criteria", Need::optional);
        if (!inner)
            out.max = fields.ratio("max", Ratio(1));
        else if (fields.has("max"))
            out.max = fields.ratio("max", Ratio(1));
        out.step = optional_ratio(fields, "step");
        out.minimum = optional_ratio(fields, "min");
        out.weight = optional_ratio(fields, "weight");
        if (fields.has("counts"))
            out.counts = static_cast<CountsAs>(fields.word("counts", {"base", "bonus", "penalty", "independent"}));
        out.bands = read_bands(fields.list("bands", Need::optional), problems_);
        out.options = read_options(fields.list("options", Need::optional), problems_);
        out.citations = citations_of(node);
        close(fields);
        if (inner) return read_group(node, inner, std::move(out));
        check_criterion(node, out, problems_);
        out.factor = out.counts == CountsAs::base || out.counts == CountsAs::bonus ? 1
                     : out.counts == CountsAs::penalty                             ? -1
                                                                                   : 0;
        rubric_.criteria.push_back(std::move(out));
        return {false, rubric_.criteria.size() - 1};
    }

    // A ballot names criteria by their ids alone, so that no two of the tree may be the same.
    void once(Node node)
    {
        for (Node other : nodes_)
            if (other.key() == node.key())
                problems_.add(
                    ErrorId::duplicate_id, node.place_of_key(),
                    {{"id", std::string(node.key())}, {"line", static_cast<std::int64_t>(other.key_mark().line)}});
        nodes_.push_back(node);
    }

    // What only a criterion has is refused of a group: nobody scores it.
    Entry read_group(Node node, Node inner, Criterion head)
    {
        for (const char* key : {"step", "bands", "options", "counts"})
            if (const Node wrong = node.get(key))
                problems_.add(ErrorId::unknown_key, wrong.place_of_key(),
                              {{"key", std::string(key)}, {"known", std::string("max, min, weight, criteria")}});
        const std::size_t at = rubric_.groups.size();
        rubric_.groups.push_back(
            {std::move(head.name), head.max, head.minimum, head.weight, head.group, 1, std::move(head.citations)});
        levels_.emplace_back();
        Level level = read_level(inner, at);
        CriterionGroup& group = rubric_.groups[at];
        const bool weighted = std::any_of(level.entries.begin(), level.entries.end(),
                                          [&](const Entry& entry) { return weight(entry).has_value(); });
        if (weighted && !node.get("max")) problems_.add(ErrorId::missing_key, node.place(), {{"key", "max"}});
        if (!node.get("max"))
            group.max = weighted ? Ratio(1) : points(level);
        else if (group.max <= Ratio(0))
            out_of_range(node.get("max"), group.max, {"trên 0", "above 0"}, "∞", problems_);
        if (group.minimum) between(node.get("min"), *group.minimum, Ratio(0), group.max, problems_);
        levels_[at] = std::move(level);
        return {true, at};
    }

    bool counted(const Entry& entry) const
    {
        return entry.group || rubric_.criteria[entry.at].counts == CountsAs::base;
    }
    Ratio most(const Entry& entry) const
    {
        return entry.group ? rubric_.groups[entry.at].max : rubric_.criteria[entry.at].max;
    }
    const std::optional<Ratio>& weight(const Entry& entry) const
    {
        return entry.group ? rubric_.groups[entry.at].weight : rubric_.criteria[entry.at].weight;
    }
    Ratio points(const Level& level) const
    {
        Ratio out = 0;
        for (const Entry& entry : level.entries)
            if (counted(entry)) out = out + most(entry);
        return out;
    }

    // Full marks must reach what the level is worth: points added, or weights that are exactly 1.
    void share(const Level& level, Ratio worth, Ratio factor = 1)
    {
        Ratio weights = 0;
        std::size_t weighted = 0, base = 0;
        bool wrong = false;
        for (const Entry& entry : level.entries) {
            base += counted(entry);
            if (!weight(entry)) continue;
            ++weighted;
            weights = weights + *weight(entry);
            wrong = wrong || *weight(entry) < Ratio(0) || !counted(entry);
        }
        if (weighted == 0 && points(level) != worth)
            problems_.add(ErrorId::maxima_do_not_add_up, level.node.place(),
                          {{"sum", shown(Datum(points(level)))}, {"whole", shown(Datum(worth))}});
        if (weighted != 0 && (weighted != base || weights != Ratio(1) || wrong))
            problems_.add(ErrorId::weights_not_one, level.node.place(), {{"sum", shown(Datum(weights))}});
        for (const Entry& entry : level.entries)
            if (counted(entry)) give(entry, weight(entry) ? factor * *weight(entry) * worth / most(entry) : factor);
    }

    void give(const Entry& entry, Ratio factor)
    {
        if (!entry.group) {
            rubric_.criteria[entry.at].factor = factor;
            return;
        }
        CriterionGroup& group = rubric_.groups[entry.at];
        if (group.max <= Ratio(0)) return;
        group.factor = factor;
        share(levels_[entry.at], group.max, factor);
    }

    Rubric& rubric_;
    Problems& problems_;
    std::vector<Node> nodes_;
    std::vector<Level> levels_;  // of the groups
};

inline void read_criteria(Fields& fields, Rubric& rubric, Problems& problems)
{
    rubric.whole = optional_ratio(fields, "whole");
    if (rubric.whole && *rubric.whole <= Ratio(0)) {
        out_of_range(fields.node().get("whole"), *rubric.whole, {"trên 0", "above 0"}, "∞", problems);
        rubric.whole.reset();
    }
    const Node criteria = fields.object("criteria", Need::optional);
    std::optional<Ratio> worth = rubric.whole;
    if (worth && rubric.public_votes) worth = *worth - rubric.public_votes->points;
    CriteriaReader(rubric, problems).run(criteria, worth);
    if (!rubric.criteria.empty() && !fields.node().get("whole")) fields.any("whole");
}

}  // namespace sangkien::detail
