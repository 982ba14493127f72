// The procedure as sentences and as JSON.
#pragma once

#include "json_writer.hpp"
#include "lifecycle_parts_inl.hpp"
#include "report_parts_inl.hpp"

namespace sangkien::detail {

class LifecycleText {
public:
    LifecycleText(const Ruleset& rules, Language language, const InitiativeReport* way)
        : parts_(picture_parts(rules, language, way)),
          root_(rules.effective.tree.root()),
          language_(language),
          phrases_(root_, language)
    {
    }

    std::string run()
    {
        line(parts_.title);
        line(parts_.subtitle);
        if (!parts_.way.empty()) line(parts_.way);
        for (std::size_t i = 0; i < parts_.states.size(); ++i) put(i);
        where();
        return std::move(out_);
    }

private:
    std::string say(Label label) const { return label.in(language_); }
    void line(const std::string& text) { out_.append(text).append(1, '\n'); }

    void put(std::size_t index)
    {
        const PictureState& state = parts_.states[index];
        line("");
        std::string head = state.name + " (" + say(labels::state_kinds[static_cast<int>(state.kind)]);
        if (state.start) head += ", " + say(labels::begins_here);
        if (!state.note.empty()) head += ", " + state.note;
        line(head + ")" + (state.here ? "  <<< " + say(labels::is_here) : ""));
        for (const std::string& at : state.reached) line("  " + say(labels::arrived) + " " + at);
        for (const std::size_t one : state.tries) {
            line("  " + try_line(parts_.tries[one], language_));
            for (const std::string& why : parts_.tries[one].why) line("      " + why);
        }
        bool left = false;
        for (const PictureStep& step : parts_.steps)
            for (std::size_t i = 0; i < step.from.size(); ++i)
                if (step.from[i] == index) {
                    put(state, step, step.went[i]);
                    left = true;
                }
        if (!left) line("  " + say(Label{"Không có bước nào tiếp theo.", "No step leads on from here."}));
    }

    void put(const PictureState& state, const PictureStep& step, bool went)
    {
        const std::string name = in_sentence(step.name);
        std::string text = say(Label{"Từ ", "From "}) + state.name + ": " +
                           (language_ == Language::vi ? step.by + " " + name : name + ", by " + step.by);
        if (!step.clause.empty()) text += " (" + step.clause + ")";
        if (!step.when.empty()) text += ", " + say(labels::when) + " " + step.when;
        text += "; " + say(Label{"thành ", "then "}) + parts_.states[step.to].name;
        for (const std::string& clock : step.clocks) text += "; " + clock;
        line("  " + text + ".");
        if (!went) return;
        std::string at;
        for (const std::string& one : step.taken) at += (at.empty() ? " " : ", ") + one;
        line("      " + say(labels::taken_at) + at);
    }

    // What the named conditions come to.
    void where()
    {
        std::vector<Node> named;
        for (const PictureStep& step : parts_.steps)
            for (const Node guard : step.guards) phrases_.named(guard, named);
        if (named.empty()) return;
        line("");
        line(say(Label{"Trong đó:", "Where:"}));
        for (const Node condition : named)
            line("  " + phrases_.name(condition, condition.key()) + say(Label{" là khi ", " means "}) +
                 phrases_.say(condition.get("when")) + clause_of(condition) + ".");
    }

    static std::string clause_of(Node node)
    {
        const std::string& clause = node.citation().clause;
        return clause.empty() ? "" : " (" + clause + ")";
    }

    PictureParts parts_;
    Node root_;
    Language language_;
    GuardPhrases phrases_;
    std::string out_;
};

// A guard as JSON, as the rulebook has it.
inline void put_node(JsonWriter& out, Node node)
{
    switch (node.kind()) {
        case Kind::object:
            out.begin_object(true);
            for (Node member : children(node)) {
                out.key(member.key());
                put_node(out, member);
            }
            return out.end_object();
        case Kind::list:
            out.begin_list(true);
            for (Node item : children(node)) put_node(out, item);
            return out.end_list();
        case Kind::boolean: return out.value(node.boolean());
        case Kind::absent:
        case Kind::null: return out.null();
        default: return out.value(node.text());
    }
}

class LifecycleJson {
public:
    LifecycleJson(const Ruleset& rules, const InitiativeReport* way)
        : rules_(rules), root_(rules.effective.tree.root()), way_(way)
    {
    }

    std::string run()
    {
        const Table& table = rules_.table;
        out_.begin_object();
        out_.member("stated", table.stated);
        out_.member("from", to_text(rules_.from));
        out_.key("start");
        if (table.stated && !table.states.empty())
            out_.value(table.states[table.start].name.id);
        else
            out_.null();
        if (!table.tracks.empty()) list("tracks", table.tracks, [&](const Track& track) { put(track); });
        list("states", table.states, [&](const State& state) { put(state); });
        list("steps", table.transitions, [&](const Transition& transition) { put(transition); });
        conditions();
        if (way_ != nullptr) way();
        out_.end_object();
        return out_.take();
    }

private:
    template <class List, class Put>
    void list(const char* name, const List& items, const Put& one)
    {
        out_.key(name);
        out_.begin_list();
        for (const auto& item : items) one(item);
        out_.end_list();
    }

    void head(const Name& name)
    {
        out_.begin_object();
        out_.member("id", name.id);
        words(name.words);
    }
    void words(const Words& words)
    {
        out_.member("vi", words.vi);
        out_.member("en", words.en);
    }

    void put(const State& state)
    {
        head(state.name);
        out_.member("kind", word(state.kind));
        if (state.track > 0) out_.member("track", rules_.table.tracks[state.track - 1].name.id);
        out_.key("citation");
        put_citation(out_, root_.get("lifecycle").get("states").get(state.name.id).citation());
        out_.end_object();
    }

    void put(const Transition& transition)
    {
        const Table& table = rules_.table;
        head(transition.name);
        out_.member("on", transition.event);
        out_.key("from");
        out_.begin_list(true);
        for (const std::uint16_t from : transition.from) out_.value(table.states[from].name.id);
        out_.end_list();
        out_.member("to", table.states[transition.to].name.id);
        std::vector<Name> by;
        for (const std::uint16_t role : transition.by) by.push_back(table.roles[role]);
        out_.key("by");
        put_names(out_, by);
        guard(root_.get("lifecycle").get("transitions").get(transition.name.id).get("when"));
        safeguards(transition);
        out_.key("citation");
        put_citation(out_, transition.citation);
        out_.end_object();
    }

    void put(const Track& track)
    {
        head(track.name);
        out_.member("start", rules_.table.states[track.start].name.id);
        out_.key("citation");
        put_citation(out_, track.citation);
        out_.end_object();
    }

    // What other papers ask of the step besides; its own guard is told already.
    void safeguards(const Transition& transition)
    {
        std::vector<Node> asked;
        for (const Node guard : guards_on(root_, "", transition.event)) asked.push_back(guard);
        if (asked.empty()) return;
        list("safeguards", asked, [&](Node when) {
            out_.begin_object();
            guard(when);
            out_.key("citation");
            put_citation(out_, when.citation());
            out_.end_object();
        });
    }

    void guard(Node when)
    {
        out_.key("when");
        put_node(out_, when);
        out_.key("when_words");
        if (!when) return out_.null();
        put_words(out_, {GuardPhrases(root_, Language::vi).say(when), GuardPhrases(root_, Language::en).say(when)});
    }

    void conditions()
    {
        std::vector<Node> named;
        const GuardPhrases phrases(root_, Language::vi);
        for (Node step : children(root_.get("lifecycle").get("transitions"))) phrases.named(step.get("when"), named);
        for (Node safeguard : children(root_.get("safeguards"))) phrases.named(safeguard.get("when"), named);
        list("conditions", named, [&](Node condition) {
            head({std::string(condition.key()),
                  {std::string(condition.get("vi").text()), std::string(condition.get("en").text())}});
            guard(condition.get("when"));
            out_.key("citation");
            put_citation(out_, condition.citation());
            out_.end_object();
        });
    }

    void way()
    {
        out_.key("initiative");
        out_.begin_object();
        out_.member("id", way_->id);
        out_.key("state");
        if (way_->state)
            out_.value(way_->state->id);
        else
            out_.null();
        list("events", way_->events, [&](const EventReport& event) {
            out_.begin_object();
            out_.member("step", event.event.id);
            out_.member("at", to_text(event.at));
            out_.member("by", event.by.id);
            out_.member("verdict", word(event.verdict));
            out_.member("from", event.from.id);
            out_.key("to");
            if (event.to)
                out_.value(event.to->id);
            else
                out_.null();
            list("unmet", event.findings, [&](const Finding& finding) {
                if (finding.verdict == Truth::pass) return;
                put_words(out_, {message(finding, Language::vi), message(finding, Language::en)});
            });
            out_.end_object();
        });
        out_.end_object();
    }

    const Ruleset& rules_;
    Node root_;
    const InitiativeReport* way_;
    JsonWriter out_;
};

}  // namespace sangkien::detail
