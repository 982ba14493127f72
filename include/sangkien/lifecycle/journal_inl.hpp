#pragma once

#include <algorithm>
#include <unordered_map>

#include "../rulebook/fields.hpp"
#include "journal.hpp"

namespace sangkien {

namespace detail {

// The place of a line in a journal: the file and the number of the line, which is its sequence while the chain holds.
inline Place journal_place(const std::string& file, std::int64_t line, std::size_t column = 1)
{
    return {file, {}, {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column)}};
}

// The initiatives of a season by id, and which of them have events of their own.
class SpokenOf {
public:
    SpokenOf(Season& season, const std::string& file, Problems& problems)
        : season_(season), file_(file), problems_(problems)
    {
        for (std::size_t i = 0; i < season.initiatives.size(); ++i) {
            at_.emplace(season.initiatives[i].id, i);
            own_events_.push_back(!season.initiatives[i].events.empty());
        }
    }

    // The initiative a line speaks of; null after a problem.
    Initiative* find(const JournalLine& line)
    {
        const std::string& id = line.event.initiative;
        const auto found = at_.find(id);
        if (found == at_.end()) {
            std::vector<std::string> known;
            for (const Initiative& initiative : season_.initiatives) known.push_back(initiative.id);
            problems_.add(ErrorId::unknown_initiative, journal_place(file_, line.sequence),
                          with_nearest({{"id", id}}, id, known));
            return nullptr;
        }
        if (!own_events_[found->second] || line.event.event.empty()) return &season_.initiatives[found->second];
        problems_.add(ErrorId::journal_events_twice, journal_place(file_, line.sequence), {{"id", id}});
        return nullptr;
    }

private:
    Season& season_;
    const std::string& file_;
    Problems& problems_;
    std::unordered_map<std::string, std::size_t> at_;
    std::vector<bool> own_events_;
};

}  // namespace detail

SANGKIEN_INLINE std::optional<Problem> JournalOrder::wrong(const JournalEvent& event, std::int64_t sequence,
                                                           const std::string& file) const
{
    const auto problem = [&](ErrorId id, Details details) {
        return Problem{id, detail::journal_place(file, sequence), std::move(details)};
    };
    if (recorded_ && event.recorded < *recorded_)
        return problem(ErrorId::journal_recorded_backwards,
                       {{"recorded", to_text(event.recorded)}, {"previous", to_text(*recorded_)}});
    if (event.recorded < event.occurred)
        return problem(ErrorId::journal_occurred_later,
                       {{"occurred", to_text(event.occurred)}, {"recorded", to_text(event.recorded)}});
    if (!event.corrects) return std::nullopt;
    const std::int64_t named = *event.corrects;
    if (named < 1 || static_cast<std::size_t>(named) > corrected_by_.size())
        return problem(
            ErrorId::journal_correction,
            {{"line", named}, {"why", Words{"phía trên không có dòng nào mang số đó", "there is no such line above"}}});
    const std::int64_t by = corrected_by_[static_cast<std::size_t>(named - 1)];
    if (by == 0) return std::nullopt;
    const std::string number = std::to_string(by);
    return problem(ErrorId::journal_correction,
                   {{"line", named},
                    {"why", Words{"dòng " + number + " đã đính chính dòng đó, hãy đính chính dòng " + number,
                                  "line " + number + " corrects it already; correct line " + number}}});
}

SANGKIEN_INLINE void JournalOrder::make_room()
{
    if (corrected_by_.size() == corrected_by_.capacity()) corrected_by_.reserve(2 * corrected_by_.size() + 16);
}

SANGKIEN_INLINE void JournalOrder::take(const JournalEvent& event)
{
    corrected_by_.push_back(0);
    recorded_ = event.recorded;
    if (event.corrects)
        corrected_by_[static_cast<std::size_t>(*event.corrects - 1)] = static_cast<std::int64_t>(corrected_by_.size());
}

SANGKIEN_INLINE std::vector<const JournalLine*> standing(const std::vector<JournalLine>& lines, Instant at,
                                                         Instant known)
{
    // `root` of a line: the first of the lines that correct one another, whose place all of them take.
    std::vector<std::size_t> root;
    std::vector<bool> corrected;
    for (const JournalLine& line : lines) {
        if (known < line.event.recorded) break;
        root.push_back(root.size());
        corrected.push_back(false);
        if (!line.event.corrects) continue;
        const auto named = static_cast<std::size_t>(*line.event.corrects - 1);
        corrected[named] = true;
        root.back() = root[named];
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < root.size(); ++i) {
        const JournalEvent& event = lines[i].event;
        if (!corrected[i] && event.occurred <= at && (!event.event.empty() || !event.facts.empty())) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Instant first = lines[a].event.occurred, second = lines[b].event.occurred;
        return first == second ? root[a] < root[b] : first < second;
    });
    std::vector<const JournalLine*> out;
    for (const std::size_t i : order) out.push_back(&lines[i]);
    return out;
}

SANGKIEN_INLINE std::vector<RulebookDigest> rulebooks_known(const std::vector<JournalLine>& lines, Instant known)
{
    std::vector<RulebookDigest> out;
    for (const JournalLine& line : lines) {
        if (known < line.event.recorded) break;
        if (!line.event.rulebooks.empty()) out = line.event.rulebooks;
    }
    return out;
}

SANGKIEN_INLINE void replay(const std::vector<JournalLine>& lines, Instant at, Instant known, Season& season,
                            const std::string& file)
{
    Problems problems;
    detail::SpokenOf spoken_of(season, file, problems);
    for (const JournalLine* line : standing(lines, at, known)) {
        Initiative* initiative = spoken_of.find(*line);
        if (initiative == nullptr) continue;
        const Mark mark = detail::journal_place(file, line->sequence).mark;
        const JournalEvent& event = line->event;
        if (!event.event.empty())
            initiative->events.push_back({event.event, event.occurred, event.role, event.actor, mark, mark, mark});
        for (const DeclaredFact& fact : event.facts) {
            const auto same = [&](const DeclaredFact& stated) { return stated.name == fact.name; };
            auto stated = std::find_if(initiative->facts.begin(), initiative->facts.end(), same);
            if (stated == initiative->facts.end()) stated = initiative->facts.insert(stated, fact);
            stated->value = fact.value;
            stated->mark = mark;
        }
    }
    problems.throw_if_any();
}

}  // namespace sangkien
