// The procedure for programs that run it: State Chart XML, guards as expressions over functions of the host.
#pragma once

#include "lifecycle_parts_inl.hpp"
#include "svg_parts_inl.hpp"

namespace sangkien::detail {

class ScxmlText {
public:
    ScxmlText(const Ruleset& rules, Language language) : root_(rules.effective.tree.root()), language_(language) {}

    std::string run(const PictureParts& parts)
    {
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        std::string open = "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:sk=\"urn:sangkien:lifecycle\"";
        open += " version=\"1.0\" datamodel=\"ecmascript\"";
        const bool alone = parts.tracks.empty();
        if (alone) open += initial(parts, 0);
        if (!parts.states.empty()) open += attribute("name", "lifecycle");
        line(open + attribute("sk:title", parts.title) + attribute("sk:from", parts.subtitle) +
             (parts.way.empty() ? "" : attribute("sk:way", parts.way)) + ">");
        if (parts.states.empty()) line("  <state id=\"none\"/>");
        if (alone) track(parts, 0);
        if (!alone) regions(parts);
        line("</scxml>");
        return std::move(out_);
    }

private:
    void line(const std::string& text) { out_.append(text).append(1, '\n'); }

    static std::string attribute(const char* name, const std::string& value)
    {
        return std::string(" ") + name + "=\"" + svg::escaped(value) + "\"";
    }

    static std::string initial(const PictureParts& parts, std::size_t track)
    {
        for (const PictureState& state : parts.states)
            if (state.start && state.track == track) return attribute("initial", id(state.id));
        return "";
    }

    void track(const PictureParts& parts, std::size_t track)
    {
        for (std::size_t i = 0; i < parts.states.size(); ++i)
            if (parts.states[i].track == track) put(parts, i);
    }

    // Tracks run side by side; a name that no state can have keeps them apart from states.
    void regions(const PictureParts& parts)
    {
        line("  <parallel id=\"_file\">");
        for (std::size_t i = 0; i <= parts.tracks.size(); ++i) {
            const std::string name = i == 0 ? "_main" : "_track." + id(parts.tracks[i - 1]);
            line("  <state" + attribute("id", name) + initial(parts, i) + ">");
            track(parts, i);
            line("  </state>");
        }
        line("  </parallel>");
    }

    // Names of rulebooks may have a slash or begin with a digit, names of XML may not; a dot would make "file" match
    // "file.late". Each such letter has a spelling of its own.
    static std::string id(const std::string& name)
    {
        std::string out = !name.empty() && name[0] >= '0' && name[0] <= '9' ? "__" : "";
        for (const char c : name) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            out += plain ? std::string(1, c) : "_" + whole_text(static_cast<unsigned char>(c)) + "_";
        }
        return out;
    }

    void put(const PictureParts& parts, std::size_t index)
    {
        const PictureState& state = parts.states[index];
        std::string head =
            attribute("id", id(state.id)) + attribute("sk:kind", word(state.kind)) + attribute("sk:label", state.name);
        std::string reached;
        for (const std::string& at : state.reached) reached += (reached.empty() ? "" : "; ") + at;
        if (state.passed) head += attribute("sk:passed", reached.empty() ? "true" : reached);
        if (state.here) head += attribute("sk:here", "true");
        std::string inside;
        for (const PictureStep& step : parts.steps)
            if (std::find(step.from.begin(), step.from.end(), index) != step.from.end())
                inside += "    <transition" + attribute("event", id(step.event)) + attribute("cond", condition(step)) +
                          attribute("target", id(parts.states[step.to].id)) + attribute("sk:step", step.id) +
                          attribute("sk:label", step.name) + attribute("sk:by", step.by) +
                          (step.when.empty() ? "" : attribute("sk:when", step.when)) +
                          attribute("sk:clause", step.clause) + "/>\n";
        for (const std::size_t one : state.tries)
            inside += "    <sk:try" + attribute("sk:label", try_line(parts.tries[one], language_)) + "/>\n";
        const bool left = inside.find("<transition") != std::string::npos;
        const std::string tag = left ? "state" : "final";
        if (inside.empty()) return line("  <" + tag + head + "/>");
        line("  <" + tag + head + ">\n" + inside + "  </" + tag + ">");
    }

    std::string condition(const PictureStep& step) const
    {
        std::string out = "by(";
        for (const std::string& role : step.roles) out += (&role == &step.roles[0] ? "" : ", ") + literal(role);
        return out + ")" + expressions(step.guards);
    }

    std::string expressions(const std::vector<Node>& guards) const
    {
        std::string out;
        for (const Node guard : guards) out += " && " + expression(guard);
        return out;
    }

    std::string expression(Node guard) const
    {
        if (guard.is(Kind::text)) {
            const Node named = root_.get("conditions").get(guard.text());
            return named ? expression(named.get("when")) : "condition(" + literal(guard.text()) + ")";
        }
        const Node operand = guard_operand(guard);
        const std::string_view kind = operand.key();
        if (kind == "not") return "!" + expression(operand);
        if (kind == "all" || kind == "any") {
            std::string out;
            for (Node item : children(operand))
                out += (out.empty() ? "(" : kind == "all" ? " && " : " || ") + expression(item);
            return out.empty() ? (kind == "all" ? "true" : "false") : out + ")";
        }
        if (kind == "state") return "In(" + literal(id(std::string(operand.text()))) + ")";
        return call(kind, operand);
    }

    // {"score-at-least": 70} is scoreAtLeast('70').
    static std::string call(std::string_view kind, Node operand)
    {
        std::string out;
        for (std::size_t i = 0; i < kind.size(); ++i)
            if (kind[i] == '-' && i + 1 < kind.size())
                out += static_cast<char>(kind[++i] - ('a' - 'A'));
            else
                out += kind[i];
        out += "(";
        if (!operand.is(Kind::list)) return out + literal(operand.text()) + ")";
        std::string list;
        for (Node item : children(operand)) list += (list.empty() ? "" : ", ") + literal(item.text());
        return out + list + ")";
    }

    static std::string literal(std::string_view text)
    {
        std::string out = "'";
        for (const char c : text) {
            if (c == '\'' || c == '\\') out += '\\';
            out += c;
        }
        return out + "'";
    }

    Node root_;
    Language language_;
    std::string out_;
};

}  // namespace sangkien::detail
