// What all pictures of a procedure show, gathered once in one language: states, steps, and the way of a file.
#pragma once

#include "../core/digits.hpp"
#include "../core/limits.hpp"
#include "../evaluation/report.hpp"
#include "calendar_parts_inl.hpp"
#include "lifecycle_labels_inl.hpp"

namespace sangkien::detail {

// A step that a file tried in vain.
struct PictureTry {
    std::size_t state = 0;
    std::string name;
    std::string at;
    bool open = false;  // undetermined rather than refused
    std::vector<std::string> why;
};

struct PictureState {
    std::string id;
    std::string name;
    StateKind kind = StateKind::open;
    std::size_t track = 0;  // 0: the main procedure
    bool start = false;
    bool passed = false;  // the file was here
    bool here = false;    // and still is
    std::vector<std::string> reached;
    std::vector<std::size_t> tries;
    std::string note;  // of the place it was read from: illustrative, secondary
};

struct PictureStep {
    std::string id;
    std::string event;
    std::string name;
    std::string by;
    std::string when;    // empty: no guard
    std::string clause;  // "934.3.2", with a caveat where one is due
    std::vector<std::string> clocks;
    std::vector<std::size_t> from;
    std::size_t to = 0;
    std::vector<std::string> taken;
    std::vector<bool> went;  // beside `from`: the file left from there
    std::vector<std::string> roles;
    std::vector<Node> guards;  // all of them are asked
};

struct PictureParts {
    std::string title, subtitle, way;
    std::vector<PictureState> states;
    std::vector<std::string> tracks;  // ids, beside the main procedure
    std::vector<PictureStep> steps;
    std::vector<PictureTry> tries;
};

class PictureMaker {
public:
    PictureMaker(const Ruleset& rules, Language language, const InitiativeReport* way)
        : rules_(rules),
          table_(rules.table),
          root_(rules.effective.tree.root()),
          language_(language),
          phrases_(root_, language),
          way_(way)
    {
    }

    PictureParts run()
    {
        out_.title = labels::lifecycle.in(language_);
        out_.subtitle = table_.stated ? origin() : labels::no_lifecycle.in(language_);
        if (!table_.stated) return std::move(out_);
        for (std::size_t i = 0; i < table_.states.size(); ++i)
            add(table_.states[i], i == table_.start_of(table_.states[i].track));
        for (const Track& track : table_.tracks) out_.tracks.push_back(track.name.id);
        for (const Transition& transition : table_.transitions) add(transition);
        if (way_ != nullptr) mark();
        return std::move(out_);
    }

private:
    std::string say(const Words& words) const { return one_line(words.in(language_)); }
    std::string say(const Name& name) const { return one_line(name.in(language_)); }
    std::string say(Label label) const { return label.in(language_); }

    // "Theo gia-vien-934, council-illustrative, như có hiệu lực từ ngày 19/9/2025"
    std::string origin() const
    {
        std::vector<std::string> books;
        const auto add = [&](const Citation& citation) {
            if (citation.rulebook.empty()) return;
            if (std::find(books.begin(), books.end(), citation.rulebook) == books.end())
                books.push_back(citation.rulebook);
        };
        for (Node state : children(root_.get("lifecycle").get("states"))) add(state.citation());
        for (const Transition& transition : table_.transitions) add(transition.citation);
        std::string out = say(labels::lifecycle_from) + " ";
        for (const std::string& book : books) out += (&book == &books[0] ? "" : ", ") + book;
        return out + ", " + say(labels::lifecycle_since) + " " + shown(Datum(rules_.from), language_);
    }

    std::string caveat_of(const Citation& citation) const { return caveat(citation.provenance).in(language_); }

    void add(const State& state, bool start)
    {
        PictureState out;
        out.id = state.name.id;
        out.name = say(state.name);
        out.kind = state.kind;
        out.track = state.track;
        out.start = start;
        out.note = caveat_of(root_.get("lifecycle").get("states").get(state.name.id).citation());
        if (state.track > 0)
            out.note = say(table_.tracks[state.track - 1].name) + (out.note.empty() ? "" : ", " + out.note);
        out_.states.push_back(std::move(out));
    }

    void add(const Transition& transition)
    {
        PictureStep out;
        out.id = transition.name.id;
        out.event = transition.event;
        out.name = say(transition.name);
        for (const std::uint16_t role : transition.by) {
            out.by += (out.by.empty() ? "" : ", ") + say(table_.roles[role]);
            out.roles.push_back(table_.roles[role].id);
        }
        out.guards = guards_on(root_, transition.name.id, transition.event);
        out.when = phrases_.say(out.guards);
        out.clause = transition.citation.clause;
        const std::string doubt = caveat_of(transition.citation);
        if (!doubt.empty()) out.clause += (out.clause.empty() ? "" : ", ") + doubt;
        for (const Clock& clock : rules_.clocks) add(clock, transition, out.clocks);
        for (const std::uint16_t from : transition.from)
            if (std::find(out.from.begin(), out.from.end(), from) == out.from.end()) out.from.push_back(from);
        out.to = transition.to;
        out.went.resize(out.from.size());
        out_.steps.push_back(std::move(out));
    }

    // What the step does to a clock; a file that has ended stops them all, which is not repeated at each.
    void add(const Clock& clock, const Transition& transition, std::vector<std::string>& out) const
    {
        const auto begins = [&](const ClockStart& start) {
            return start.kind == ClockStart::Kind::event && start.event == transition.event;
        };
        if (std::any_of(clock.starts.begin(), clock.starts.end(), begins))
            out.push_back(say(labels::starts_clock) + ": " + in_sentence(say(clock.name)));
        if (std::find(clock.stops.begin(), clock.stops.end(), transition.event) != clock.stops.end())
            out.push_back(say(labels::stops_clock) + ": " + in_sentence(say(clock.name)));
        if (std::find(clock.suspends.begin(), clock.suspends.end(), transition.event) != clock.suspends.end())
            out.push_back(say(labels::suspends_clock) + ": " + in_sentence(say(clock.name)));
        if (std::find(clock.resumes.begin(), clock.resumes.end(), transition.event) != clock.resumes.end())
            out.push_back(say(labels::resumes_clock) + ": " + in_sentence(say(clock.name)));
    }

    void mark()
    {
        out_.way = say(labels::way_of) + " " + one_line(way_->id);
        if (!way_->title.empty()) out_.way += ": " + say(way_->title);
        out_.states[table_.start].passed = true;
        for (const Track& track : table_.tracks) out_.states[track.start].passed = true;
        for (const EventReport& event : way_->events) {
            const auto from = table_.state(event.from.id);
            const auto to = event.to ? table_.state(event.to->id) : std::nullopt;
            if (!from) continue;
            if (!to) {
                add_try(event, *from);
                continue;
            }
            PictureState& reached = out_.states[*to];
            reached.passed = true;
            reached.reached.push_back(shown(Datum(event.at), language_));
            for (PictureStep& step : out_.steps) take(step, event, *from, *to);
        }
        if (way_->state)
            if (const auto now = table_.state(way_->state->id)) out_.states[*now].here = true;
        for (const TrackReport& track : way_->tracks)
            if (const auto now = table_.state(track.state.id)) out_.states[*now].here = true;
    }

    void take(PictureStep& step, const EventReport& event, std::size_t from, std::size_t to) const
    {
        if (step.id != event.event.id || step.to != to) return;
        for (std::size_t i = 0; i < step.from.size(); ++i) {
            if (step.from[i] != from) continue;
            step.went[i] = true;
            step.taken.push_back(shown(Datum(event.at), language_));
        }
    }

    void add_try(const EventReport& event, std::size_t state)
    {
        PictureTry one{
            state, say(event.event), shown(Datum(event.at), language_), event.verdict == Truth::undetermined, {}};
        for (const Finding& finding : event.findings)
            if (finding.verdict != Truth::pass) one.why.push_back(one_line(message(finding, language_)));
        out_.states[state].tries.push_back(out_.tries.size());
        out_.tries.push_back(std::move(one));
    }

    const Ruleset& rules_;
    const Table& table_;
    Node root_;
    Language language_;
    GuardPhrases phrases_;
    const InitiativeReport* way_;
    PictureParts out_;
};

inline PictureParts picture_parts(const Ruleset& rules, Language language, const InitiativeReport* way)
{
    return PictureMaker(rules, language, way).run();
}

// Past the limit nobody could read a drawing.
inline void check_size(const Table& table)
{
    std::size_t parts = table.states.size();
    for (const Transition& transition : table.transitions) parts += 2 + transition.from.size();
    if (parts > limits::picture_parts)
        throw Error(Problem{
            ErrorId::limit_exceeded,
            {},
            {{"what", Words{"số trạng thái, bước và mũi tên của hình vẽ", "the states, steps and arrows of a picture"}},
             {"limit", whole_text(static_cast<std::int64_t>(limits::picture_parts))}}});
}

// The same, for what is drawn.
inline PictureParts drawn_parts(const Ruleset& rules, Language language, const InitiativeReport* way)
{
    check_size(rules.table);
    return picture_parts(rules, language, way);
}

// "không được: Nộp sáng kiến, 08:00 ngày 26/9/2025"
inline std::string try_line(const PictureTry& one, Language language)
{
    return (one.open ? labels::tried_open : labels::tried_refused).in(language) + (": " + one.name + ", " + one.at);
}

// Ids for formats with names of their own: letters, digits and `_`, each once.
class SafeIds {
public:
    explicit SafeIds(const std::vector<PictureState>& states)
    {
        for (const PictureState& state : states) {
            std::string id = "s_";
            for (const char c : state.id) id += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_';
            const std::string plain = id;
            for (int n = 2; std::find(ids_.begin(), ids_.end(), id) != ids_.end(); ++n)
                id = plain + "__" + whole_text(n);
            ids_.push_back(id);
        }
    }
    const std::string& operator[](std::size_t index) const { return ids_[index]; }

private:
    std::vector<std::string> ids_;
};

}  // namespace sangkien::detail
