// Choosing with at most so many of an area or of a unit, and a list of those who stand in reserve.
//
// Down the order, a candidate is chosen while a place is left, of all and of its area and units. Where equal ones compete
// for the last place nobody is chosen for them, and what follows is told only as far as it holds whoever is.
#pragma once

#include <algorithm>
#include <map>

#include "selection.hpp"

#include "selection_parts_inl.hpp"

namespace sangkien::detail {

class CappedChoice {
public:
    CappedChoice(const SelectionRule& rule, const std::vector<SelectionCandidate>& candidates,
                 const std::vector<Runner>& runners)
        : rule_(rule), candidates_(candidates), runners_(runners), out_(candidates.size())
    {
        for (std::size_t i = 0; i < candidates.size(); ++i) out_[i].initiative = candidates[i].initiative;
    }

    std::vector<SelectionResult> run()
    {
        for (std::size_t i = 0; i < runners_.size(); ++i)
            if (runners_[i].considered == Truth::fail) {
                out_[i].chosen = Truth::fail;
                out_[i].findings.push_back(not_considered(rule_, candidates_[i]));
            } else if (runners_[i].considered == Truth::pass && runners_[i].placed) {
                sure_.push_back(i);
            } else {
                open_.push_back(i);
            }
        std::stable_sort(sure_.begin(), sure_.end(),
                         [&](std::size_t a, std::size_t b) { return order_of(runners_[a], runners_[b]) < 0; });
        for (std::size_t first = 0; first < sure_.size();) {
            std::size_t end = first;
            while (end < sure_.size() && order_of(runners_[sure_[first]], runners_[sure_[end]]) == 0) ++end;
            choose(std::vector<std::size_t>(sure_.begin() + at(first), sure_.begin() + at(end)), first);
            first = end;
        }
        for (const std::size_t i : open_) leave_open(i);
        reserve();
        return std::move(out_);
    }

private:
    // What candidates compete for: "" the places, "a" + an area, "u" + a unit. `low` are surely taken, `high` at most.
    struct Use {
        std::int64_t cap = 0, low = 0, high = 0;
    };

    static std::ptrdiff_t at(std::size_t i) noexcept { return static_cast<std::ptrdiff_t>(i); }

    std::vector<std::string> wants(std::size_t i) const
    {
        std::vector<std::string> out{""};
        if (rule_.per_area && !candidates_[i].area.empty()) out.push_back("a" + candidates_[i].area);
        if (rule_.per_unit)
            for (const std::string& unit : candidates_[i].units)
                if (std::find(out.begin(), out.end(), "u" + unit) == out.end()) out.push_back("u" + unit);
        return out;
    }

    Use& use(const std::string& want)
    {
        const auto found = uses_.find(want);
        if (found != uses_.end()) return found->second;
        return uses_[want] = {want.empty() ? rule_.at_most : want[0] == 'a' ? *rule_.per_area : *rule_.per_unit, 0, 0};
    }

    // One of whom something is missing may stand before `i`, or beside it.
    bool may_come(std::size_t open, std::size_t i) const { return order_of(runners_[open], runners_[i]) <= 0; }

    std::int64_t rivals(const std::string& want, const std::vector<std::size_t>& group, std::size_t i) const
    {
        std::int64_t out = 0;
        const auto shares = [&](std::size_t other) {
            const std::vector<std::string> all = wants(other);
            return other != i && std::find(all.begin(), all.end(), want) != all.end();
        };
        for (const std::size_t other : group) out += shares(other);
        for (const std::size_t other : open_) out += may_come(other, i) && shares(other);
        return out;
    }

    void choose(const std::vector<std::size_t>& equal, std::size_t before)
    {
        std::vector<std::size_t> in, undecided;  // who may be chosen; of these, who competes for a last place
        for (const std::size_t i : equal) {
            out_[i].rank = static_cast<std::int64_t>(before) + 1;
            if (const std::string* full = taken(i))
                refuse(i, *full);
            else
                in.push_back(i);
        }
        for (const std::size_t i : in) {
            bool fits = true;
            for (const std::string& want : wants(i))
                fits = fits && use(want).high + rivals(want, in, i) + 1 <= use(want).cap;
            if (!fits) {
                undecided.push_back(i);
                continue;
            }
            out_[i].chosen = Truth::pass;
            tell(i, selection_finding(rule_, FindingId::chosen, Truth::pass));
        }
        for (const std::size_t i : undecided) tie(i, undecided);
        ties_.insert(ties_.end(), undecided.begin(), undecided.end());
        count(in, undecided);
    }

    // The first of what it wants of which nothing is left; the places before all else.
    const std::string* taken(std::size_t i)
    {
        for (const std::string& want : wants(i))
            if (use(want).low >= use(want).cap) return &uses_.find(want)->first;
        return nullptr;
    }

    void count(const std::vector<std::size_t>& in, const std::vector<std::size_t>& undecided)
    {
        for (const std::size_t i : in)
            for (const std::string& want : wants(i)) {
                ++use(want).high;
                use(want).low += out_[i].chosen == Truth::pass;
            }
        // Where nothing else can stop them, those who compete for the last of one thing take all that is left of it.
        std::map<std::string, std::int64_t> more;
        for (const std::size_t i : undecided)
            for (const std::string& want : wants(i)) more[want] += only(i, want);
        for (const auto& [want, count] : more) use(want).low = std::min(use(want).cap, use(want).low + count);
        for (auto& entry : uses_) entry.second.high = std::min(entry.second.high, entry.second.cap);
    }

    bool only(std::size_t i, const std::string& want)
    {
        for (const std::string& other : wants(i))
            if (other != want && use(other).high + rivals(other, {}, i) > use(other).cap) return false;
        return true;
    }

    void refuse(std::size_t i, const std::string& full)
    {
        out_[i].chosen = Truth::fail;
        Finding out =
            selection_finding(rule_, full.empty() ? FindingId::not_chosen : FindingId::cap_reached, Truth::fail);
        if (full.empty()) {
            out.lift = Lift{false, {"Đã đủ số được chọn.", "All places are taken."}, {}, {}};
        } else {
            const bool area = full[0] == 'a';
            out.values = {
                {"of", Name{full.substr(1), area ? Words{"lĩnh vực " + full.substr(1), "area " + full.substr(1)}
                                                 : Words{"đơn vị " + full.substr(1), "unit " + full.substr(1)}}},
                {"most", uses_[full].cap}};
            out.lift = Lift{
                false, {"Lĩnh vực hoặc đơn vị đã đủ số được chọn.", "As many of it as may be are chosen."}, {}, {}};
        }
        tell(i, std::move(out));
    }

    void tie(std::size_t i, const std::vector<std::size_t>& undecided)
    {
        std::vector<std::size_t> others, missing;
        for (const std::size_t other : undecided)
            if (other != i) others.push_back(other);
        for (const std::size_t other : open_)
            if (may_come(other, i)) missing.push_back(other);
        const bool equal = !others.empty() && missing.empty();
        Finding out =
            selection_finding(rule_, equal ? FindingId::tie_at_cut : FindingId::choice_open, Truth::undetermined);
        if (!equal) others.insert(others.end(), missing.begin(), missing.end());
        const bool waits = others.empty();  // for a choice among those above it
        if (waits) others = ties_;
        out.values = {{"others", names_of(candidates_, others)}};
        out.lift = equal || (waits && !ties_.empty()) ? a_person_chooses() : the_missing_comes();
        tell(i, std::move(out));
    }

    void tell(std::size_t i, Finding finding)
    {
        if (out_[i].rank) finding.inputs = {{"rank", *out_[i].rank}};
        finding.values.push_back({"places", rule_.at_most});
        out_[i].findings.push_back(std::move(finding));
    }

    void leave_open(std::size_t i)
    {
        std::int64_t before = 0;
        for (const std::size_t other : sure_)
            before += out_[other].chosen == Truth::pass && order_of(runners_[other], runners_[i]) < 0;
        if (before >= rule_.at_most) return refuse(i, "");
        Finding out = selection_finding(rule_, FindingId::choice_open, Truth::undetermined);
        out.values = {{"others", names_of(candidates_, {i})}};
        out.lift = the_missing_comes();
        tell(i, std::move(out));
    }

    // Those next in the order who were not chosen. Told once it is settled who is.
    void reserve()
    {
        if (rule_.reserve == 0) return;
        std::vector<std::size_t> rest;
        for (const SelectionResult& result : out_)
            if (result.chosen == Truth::undetermined) return;
        for (const std::size_t i : sure_)
            if (out_[i].chosen == Truth::fail) rest.push_back(i);
        for (std::size_t first = 0; first < rest.size() && static_cast<std::int64_t>(first) < rule_.reserve;) {
            std::size_t end = first;
            while (end < rest.size() && order_of(runners_[rest[first]], runners_[rest[end]]) == 0) ++end;
            const std::vector<std::size_t> equal(rest.begin() + at(first), rest.begin() + at(end));
            const bool fits = static_cast<std::int64_t>(end) <= rule_.reserve;
            for (const std::size_t i : equal) stand_by(i, equal, static_cast<std::int64_t>(first) + 1, fits);
            first = end;
        }
    }

    void stand_by(std::size_t i, const std::vector<std::size_t>& equal, std::int64_t position, bool fits)
    {
        Finding out = selection_finding(rule_, fits ? FindingId::reserve_listed : FindingId::reserve_tied,
                                        fits ? Truth::pass : Truth::undetermined);
        out.inputs = {{"position", position}};
        out.values = {{"reserve", rule_.reserve}};
        if (fits) {
            out_[i].reserve = position;
        } else {
            std::vector<std::size_t> others;
            for (const std::size_t other : equal)
                if (other != i) others.push_back(other);
            out.values.push_back({"others", names_of(candidates_, others)});
            out.lift = a_person_chooses();
        }
        out_[i].findings.push_back(std::move(out));
    }

    const SelectionRule& rule_;
    const std::vector<SelectionCandidate>& candidates_;
    const std::vector<Runner>& runners_;
    std::vector<SelectionResult> out_;
    std::vector<std::size_t> sure_, open_, ties_;
    std::map<std::string, Use> uses_;
};

}  // namespace sangkien::detail
