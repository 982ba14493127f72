// The procedure for programs that draw it: Mermaid, Graphviz. Each has its own way to be broken
// by a label, so each has its own way of writing one.
#pragma once

#include "lifecycle_parts_inl.hpp"

namespace sangkien::detail {

// Colours of the kinds of states: ground and edge; text on them is nearly black.
struct KindColours {
    const char* ground;
    const char* edge;
};
constexpr KindColours kind_colours[] = {{"#e6f0fb", "#0b4a8f"},
                                        {"#fff4dc", "#8a5a00"},
                                        {"#e6f3ec", "#124a31"},
                                        {"#eceef1", "#3a4350"},
                                        {"#ffffff", "#56606d"}};

// Lines of a step's label: its name, who, clause, when; cut at about `width` letters.
inline std::vector<std::string> step_lines(const PictureStep& step, Language language, std::size_t width)
{
    std::vector<std::string> out;
    const auto put = [&](const std::string& text) {
        for (std::string& line : wrapped(text, width)) out.push_back(std::move(line));
    };
    put(step.name);
    put(step.by);
    if (!step.clause.empty()) put("[" + step.clause + "]");
    if (!step.when.empty()) put(labels::when.in(language) + (" " + step.when));
    for (const std::string& clock : step.clocks) put(clock);
    for (const std::string& at : step.taken) put(labels::taken_at.in(language) + (" " + at));
    return out;
}

// Name, kind, where the file was and what it tried.
inline std::vector<std::string> state_lines(const PictureParts& parts, std::size_t index, Language language)
{
    const PictureState& state = parts.states[index];
    const Label kind = labels::state_kinds[static_cast<int>(state.kind)];
    std::vector<std::string> out{
        state.name, std::string("(") + kind.in(language) + (state.note.empty() ? "" : ", " + state.note) + ")"};
    if (state.here) out.emplace_back(labels::is_here.in(language));
    for (const std::string& at : state.reached) out.push_back(labels::arrived.in(language) + (" " + at));
    for (const std::size_t one : state.tries) out.push_back(try_line(parts.tries[one], language));
    return out;
}

class MermaidText {
public:
    explicit MermaidText(Language language) : language_(language) {}

    std::string run(const PictureParts& parts)
    {
        line("stateDiagram-v2");
        line("    direction TB");
        line("    %% " + safe(parts.title + ". " + parts.subtitle + (parts.way.empty() ? "" : ". " + parts.way)));
        if (parts.states.empty()) line("    state \"" + safe(parts.subtitle) + "\" as s_");
        const SafeIds ids(parts.states);
        for (std::size_t i = 0; i < parts.states.size(); ++i)
            line("    state \"" + joined(state_lines(parts, i, language_)) + "\" as " + ids[i]);
        for (std::size_t i = 0; i < parts.states.size(); ++i)
            if (parts.states[i].start) line("    [*] --> " + ids[i]);
        for (const PictureStep& step : parts.steps)
            for (const std::size_t from : step.from)
                line("    " + ids[from] + " --> " + ids[step.to] + " : " + joined(step_lines(step, language_, 36)));
        for (std::size_t i = 0; i < parts.states.size(); ++i)
            if (leads_nowhere(parts, i)) line("    " + ids[i] + " --> [*]");
        classes(parts, ids);
        return std::move(out_);
    }

private:
    void line(const std::string& text) { out_.append(text).append(1, '\n'); }

    static bool leads_nowhere(const PictureParts& parts, std::size_t state)
    {
        return std::none_of(parts.steps.begin(), parts.steps.end(), [&](const PictureStep& step) {
            return std::find(step.from.begin(), step.from.end(), state) != step.from.end();
        });
    }

    // Whatever ASCII could mean something to Mermaid or to HTML goes in by its number, `style` and `classDef` too: it
    // looks for these two anywhere in a line.
    static std::string safe(const std::string& text)
    {
        static constexpr std::string_view plain = " ,.()/+-_'!?=";
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            const bool word = text.compare(i, 5, "style") == 0 || text.compare(i, 8, "classDef") == 0;
            if (static_cast<unsigned char>(c) >= 0x80 || (letter && !word) || plain.find(c) != std::string_view::npos)
                out += c;
            else
                out += "#" + whole_text(c) + ";";
        }
        return out;
    }

    static std::string joined(const std::vector<std::string>& lines)
    {
        std::string out;
        for (const std::string& one : lines) out += (out.empty() ? "" : "<br/>") + safe(one);
        return out;
    }

    void classes(const PictureParts& parts, const SafeIds& ids)
    {
        for (int kind = 0; kind < 5; ++kind)
            line("    classDef " + std::string(word(static_cast<StateKind>(kind))) +
                 " fill:" + kind_colours[kind].ground + ",stroke:" + kind_colours[kind].edge + ",color:#1c2430" +
                 (kind == 4 ? ",stroke-dasharray:6 4" : ""));
        line("    classDef passed stroke-width:4px");
        for (std::size_t i = 0; i < parts.states.size(); ++i) {
            line("    class " + ids[i] + " " + word(parts.states[i].kind));
            if (parts.states[i].passed) line("    class " + ids[i] + " passed");
        }
    }

    Language language_;
    std::string out_;
};

class DotText {
public:
    explicit DotText(Language language) : language_(language) {}

    std::string run(const PictureParts& parts)
    {
        line("digraph lifecycle {");
        line("    graph [rankdir=TB, labelloc=t, fontname=\"sans-serif\", label=" +
             quoted({parts.title, parts.subtitle, parts.way}) + "];");
        line("    node [fontname=\"sans-serif\", style=filled, fontcolor=\"#1c2430\"];");
        line("    edge [fontname=\"sans-serif\", fontsize=10];");
        const SafeIds ids(parts.states);
        for (std::size_t i = 0; i < parts.states.size(); ++i) put(parts, i, ids[i]);
        for (const PictureStep& step : parts.steps)
            for (std::size_t i = 0; i < step.from.size(); ++i)
                line("    " + ids[step.from[i]] + " -> " + ids[step.to] + " [label=" +
                     quoted(step_lines(step, language_, 36)) + (step.went[i] ? ", penwidth=3" : "") + "];");
        line("}");
        return std::move(out_);
    }

private:
    void line(const std::string& text) { out_.append(text).append(1, '\n'); }

    void put(const PictureParts& parts, std::size_t index, const std::string& id)
    {
        static constexpr const char* shapes[] = {"shape=box, style=\"filled,rounded\"", "shape=box", "shape=octagon",
                                                 "shape=box, peripheries=2", "shape=box, style=\"filled,dashed\""};
        const PictureState& state = parts.states[index];
        const auto kind = static_cast<std::size_t>(state.kind);
        if (state.start) {
            line("    start_ [shape=circle, label=\"\", width=0.2, fillcolor=\"#1c2430\"];");
            line("    start_ -> " + id + ";");
        }
        line("    " + id + " [" + shapes[kind] + ", fillcolor=\"" + kind_colours[kind].ground + "\", color=\"" +
             kind_colours[kind].edge + "\", label=" + quoted(state_lines(parts, index, language_)) +
             (state.passed ? ", penwidth=3" : "") + "];");
    }

    // Graphviz reads \ and &entities; in labels.
    static std::string quoted(const std::vector<std::string>& lines)
    {
        std::string out = "\"";
        for (const std::string& one : lines) {
            if (one.empty()) continue;
            if (out.size() > 1) out += "\\n";
            for (const char c : one) {
                if (c == '&') {
                    out += "&amp;";
                    continue;
                }
                if (c == '"' || c == '\\') out += '\\';
                out += c;
            }
        }
        return out + "\"";
    }

    Language language_;
    std::string out_;
};

}  // namespace sangkien::detail
