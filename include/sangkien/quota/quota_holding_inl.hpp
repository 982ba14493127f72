// For which units an initiative counts, and for how much of one: as filed, shared, moved, passed on to successors.
#pragma once

#include "quota_parts_inl.hpp"

namespace sangkien::detail {

// Why it counts for a unit in full, in part, perhaps or not at all; `path` is the rule's value it rests on.
struct HoldReason {
    FindingId id{};
    Truth verdict = Truth::pass;
    std::string path;
    Citation citation;
    Arguments values;
    Name silence;  // where the rule is silent
};

// Holder (đơn vị được tính): a unit that an initiative stands with, stood with or might stand with.
struct QuotaHolder {
    std::string unit;
    Ratio sure;  // of one initiative
    Ratio most;  // if all that is open counts
    bool lead = false;
    std::vector<HoldReason> reasons;

    Truth verdict() const noexcept
    {
        if (most == Ratio(0)) return Truth::fail;
        return sure == most ? Truth::pass : Truth::undetermined;
    }
};

using QuotaHolders = std::vector<QuotaHolder>;

class QuotaHolding {
public:
    // What happened at or after `ends` no longer changes for whom a file counts.
    QuotaHolding(const QuotaRule& rule, const Season& season, Day last_day, Instant as_of, Instant ends)
        : rule_(rule), season_(season), as_of_(as_of), ends_(ends), changes_(reorganisations_of(season, last_day))
    {
    }

    QuotaHolders of(const Initiative& initiative) const
    {
        QuotaHolders out = filed(initiative);
        auto change = changes_.begin();
        for (const UnitMove& move : initiative.moves) {
            if (move.at > as_of_ || !(move.at < ends_)) break;
            for (; change != changes_.end() && start_of_day((*change)->on) <= move.at; ++change)
                pass_on(initiative, **change, out);
            follow(move, out);
        }
        for (; change != changes_.end(); ++change) pass_on(initiative, **change, out);
        return out;
    }

private:
    static QuotaHolder* find(QuotaHolders& all, const std::string& unit)
    {
        for (QuotaHolder& one : all)
            if (one.unit == unit) return &one;
        return nullptr;
    }

    static QuotaHolder& there(QuotaHolders& all, const std::string& unit)
    {
        if (QuotaHolder* found = find(all, unit)) return *found;
        all.emplace_back();
        all.back().unit = unit;
        return all.back();
    }

    HoldReason silent(const std::string& key, Words words) const
    {
        HoldReason out{FindingId::counts_open, Truth::undetermined, {}, rule_.citation, {}, {}};
        out.silence = quota_silence(rule_, key, std::move(words));
        return out;
    }

    // As the papers were filed, before anything was moved.
    QuotaHolders filed(const Initiative& initiative) const
    {
        QuotaHolders out;
        const bool alone = initiative.units.size() == 1;
        for (const std::string& unit : initiative.units) {
            if (find(out, unit) != nullptr) continue;
            const bool lead = out.empty();
            out.push_back({unit, Ratio(1), Ratio(1), lead, {}});
            if (!alone && rule_.joint_shares)
                share(initiative, out.back());
            else if (!lead)
                join(initiative, out.back());
        }
        return out;
    }

    void join(const Initiative& initiative, QuotaHolder& holder) const
    {
        const auto& each = rule_.joint_each;
        if (!each) {
            holder.sure = Ratio(0);
            holder.reasons.push_back(
                silent("joint", {"sáng kiến chung được tính cho từng đơn vị hay chỉ cho đơn vị chủ trì",
                                 "whether a joint initiative counts for each unit or for its lead unit only"}));
        } else if (!each->value) {
            holder.sure = holder.most = Ratio(0);
            holder.reasons.push_back({FindingId::counts_not_lead,
                                      Truth::fail,
                                      "joint",
                                      each->citation,
                                      {{"lead", initiative.units.front()}},
                                      {}});
        }
    }

    void share(const Initiative& initiative, QuotaHolder& holder) const
    {
        const Citation& citation = rule_.joint_shares->citation;
        for (const UnitShare& stated : initiative.unit_shares)
            if (stated.unit == holder.unit) {
                holder.sure = holder.most = stated.share / Ratio(100);
                return holder.reasons.push_back({FindingId::counts_share, Truth::pass, "joint", citation, {}, {}});
            }
        holder.sure = Ratio(0);
        holder.reasons.push_back({FindingId::counts_share_open, Truth::undetermined, "joint", citation, {}, {}});
    }

    // Shares add up; whoever had it already in another way does not get it twice.
    void give(QuotaHolder& to, Ratio sure, Ratio most) const
    {
        const auto join = [&](Ratio had, Ratio more) {
            if (!rule_.joint_shares) return std::max(had, more);
            return std::min(Ratio(1), had + more);
        };
        to.sure = join(to.sure, sure);
        to.most = join(to.most, most);
    }

    // From one holder to another, with what was open about it.
    void hand_over(QuotaHolder from, QuotaHolder& to, const HoldReason& why) const
    {
        give(to, from.sure, from.most);
        to.lead = to.lead || from.lead;
        for (HoldReason& reason : from.reasons)
            if (reason.verdict != Truth::fail) to.reasons.push_back(std::move(reason));
        to.reasons.push_back(why);
    }

    static void empty(QuotaHolder& holder, HoldReason why)
    {
        holder.sure = holder.most = Ratio(0);
        holder.reasons.push_back(std::move(why));
    }

    HoldReason elsewhere(const std::string& path, const Citation& citation, const std::vector<std::string>& units) const
    {
        return {FindingId::counts_elsewhere, Truth::fail, path, citation, {{"other", unit_names(season_, units)}}, {}};
    }

    static HoldReason because(const std::string& path, const Citation& citation)
    {
        return {FindingId::counts, Truth::pass, path, citation, {}, {}};
    }

    // Perhaps with both: one of them has it, and nobody says which.
    void leave_open(QuotaHolders& all, const std::string& from, const std::vector<std::string>& into,
                    const HoldReason& why) const
    {
        const QuotaHolder had = *find(all, from);
        for (const std::string& unit : into) {
            QuotaHolder& to = there(all, unit);
            give(to, Ratio(0), had.most);
            to.reasons.push_back(why);
        }
        QuotaHolder& left = *find(all, from);
        left.sure = Ratio(0);
        left.reasons.push_back(why);
    }

    void follow(const UnitMove& move, QuotaHolders& all) const
    {
        const QuotaHolder* from = find(all, move.from);
        if (from == nullptr || from->most == Ratio(0)) return;
        const auto& moved = rule_.moved_new;
        if (!moved)
            return leave_open(
                all, move.from, {move.to},
                silent("moved", {"sáng kiến chuyển đơn vị được tính cho đơn vị cũ hay đơn vị mới",
                                 "whether an initiative that changed units counts for the old unit or for "
                                 "the new one"}));
        if (!moved->value) {
            there(all, move.to).reasons.push_back(elsewhere("moved", moved->citation, {move.from}));
            return;
        }
        const QuotaHolder giver = *from;
        hand_over(giver, there(all, move.to), because("moved", moved->citation));
        empty(*find(all, move.from), elsewhere("moved", moved->citation, {move.to}));
    }

    // The successor that the season says the file went to.
    const UnitMove* taken_to(const Initiative& initiative, const Reorganisation& change, const std::string& from) const
    {
        for (const UnitMove& move : initiative.moves)
            if (move.from == from && start_of_day(change.on) <= move.at && move.at <= as_of_ &&
                std::find(change.into.begin(), change.into.end(), move.to) != change.into.end())
                return &move;
        return nullptr;
    }

    void pass_on(const Initiative& initiative, const Reorganisation& change, QuotaHolders& all) const
    {
        if (!change.ends() || change.into.empty()) return;
        for (const std::string& from : change.from) {
            const QuotaHolder* had = find(all, from);
            if (had == nullptr || had->most == Ratio(0)) continue;
            const SuccessionRule* rule = rule_.after(change.kind);
            const std::string key = succession_key(change.kind, "filed");
            if (rule == nullptr || !rule->filed) {
                leave_open(all, from, change.into,
                           silent(key, {"sáng kiến của đơn vị đã được sắp xếp lại tính cho đơn vị nào",
                                        "for whom the initiatives of a reorganised unit count"}));
                continue;
            }
            const Citation& citation = rule->filed->citation;
            std::vector<std::string> heirs = change.into;
            if (rule->filed->value == FiledSuccession::carried) heirs.resize(1);
            if (rule->filed->value == FiledSuccession::stays) {
                for (const std::string& unit : heirs)
                    there(all, unit).reasons.push_back(elsewhere(key, citation, {from}));
                continue;
            }
            if (rule->filed->value == FiledSuccession::moved) {
                const UnitMove* move = taken_to(initiative, change, from);
                if (move == nullptr) {
                    leave_open(all, from, heirs,
                               {FindingId::counts_unassigned,
                                Truth::undetermined,
                                key,
                                citation,
                                {{"from", unit_names(season_, {from})}, {"day", change.on}},
                                {}});
                    empty(*find(all, from), elsewhere(key, citation, heirs));
                    continue;
                }
                heirs = {move->to};
            }
            for (const std::string& unit : heirs) {
                const QuotaHolder giver = *find(all, from);
                hand_over(giver, there(all, unit), because(key, citation));
            }
            empty(*find(all, from), elsewhere(key, citation, heirs));
        }
    }

    const QuotaRule& rule_;
    const Season& season_;
    Instant as_of_;
    Instant ends_;
    std::vector<const Reorganisation*> changes_;
};

}  // namespace sangkien::detail
