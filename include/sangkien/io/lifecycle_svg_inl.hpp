// The procedure as a drawing: states and steps as boxes, joined from top to bottom.
#pragma once

#include <cstdlib>

#include "lifecycle_diagrams_inl.hpp"
#include "lifecycle_layout_inl.hpp"
#include "lifecycle_style_inl.hpp"
#include "svg_parts_inl.hpp"

namespace sangkien::detail {

// A line of text in a box: which style, how large, in which width.
struct DrawnLine {
    const PictureFont* font;
    std::string text;
};

class LifecycleDrawing {
public:
    LifecycleDrawing(PictureParts parts, Language language) : parts_(std::move(parts)), language_(language) {}

    std::string run()
    {
        for (std::size_t i = 0; i < parts_.states.size(); ++i) add_state(i);
        for (const PictureStep& step : parts_.steps) add_step(step);
        join();
        std::size_t first = 0;
        for (std::size_t i = 0; i < parts_.states.size(); ++i)
            if (parts_.states[i].start) first = i;
        layout_.run(first);
        width_ = std::max<std::int64_t>(layout_.width + 2 * margin, 760);
        left_ = (width_ - layout_.width) / 2;
        head();
        legend();
        top_ += parts_.states.empty() ? 0 : 40;
        for (std::size_t i = 0; i < layout_.lines.size(); ++i) put_line(i);
        for (std::size_t i = 0; i < lines_.size(); ++i) put_box(i);
        top_ += layout_.height + 44;
        tries();
        return opening() + body_ + "</svg>\n";
    }

private:
    static constexpr std::int64_t margin = 40;
    static constexpr int state_text = 240, step_text = 236, pad = 18;

    std::string say(Label label) const { return label.in(language_); }
    void put(const std::string& text) { body_ += text + "\n"; }

    void put_text(std::int64_t x, std::int64_t y, const char* style, const std::string& content)
    {
        put(svg::text(static_cast<int>(x), static_cast<int>(y), style, content));
    }

    static void add(std::vector<DrawnLine>& lines, const PictureFont& font, const std::string& text, int width)
    {
        for (std::string& line : fitted(text, font, width)) lines.push_back({&font, std::move(line)});
    }

    void add_state(std::size_t index)
    {
        const PictureState& state = parts_.states[index];
        std::vector<DrawnLine> lines;
        std::string kind = say(labels::state_kinds[static_cast<int>(state.kind)]);
        if (!state.note.empty()) kind += ", " + state.note;
        add(lines, font_small, kind, state_text);
        add(lines, font_state, state.name, state_text);
        for (const std::string& at : state.reached) add(lines, font_mark, say(labels::arrived) + " " + at, state_text);
        if (state.here) add(lines, font_mark, say(labels::is_here), state_text);
        for (const std::size_t one : state.tries)
            add(lines, font_try, try_line(parts_.tries[one], language_), state_text);
        add_box(std::move(lines), 150);
    }

    void add_step(const PictureStep& step)
    {
        std::vector<DrawnLine> lines;
        add(lines, font_step, step.name, step_text);
        add(lines, font_who, step.by, step_text);
        if (!step.when.empty()) add(lines, font_when, say(labels::when) + " " + step.when, step_text);
        for (const std::string& clock : step.clocks) add(lines, font_when, clock, step_text);
        if (!step.clause.empty()) add(lines, font_small, step.clause, step_text);
        for (const std::string& at : step.taken) add(lines, font_mark, say(labels::taken_at) + " " + at, step_text);
        add_box(std::move(lines), 110);
    }

    void add_box(std::vector<DrawnLine> lines, int least)
    {
        LayoutBox box;
        box.height = 2 * 12;
        box.width = least;
        for (const DrawnLine& line : lines) {
            box.width = std::max(box.width, text_width(line.text, *line.font) + 2 * pad);
            box.height += line.font->line;
        }
        layout_.boxes.push_back(std::move(box));
        lines_.push_back(std::move(lines));
    }

    void join()
    {
        for (std::size_t i = 0; i < parts_.steps.size(); ++i) {
            const std::size_t box = parts_.states.size() + i;
            const PictureStep& step = parts_.steps[i];
            bool went = false;
            for (std::size_t f = 0; f < step.from.size(); ++f) {
                layout_.lines.push_back({step.from[f], box, {}, false});
                went_.push_back(step.went[f]);
                went = went || step.went[f];
            }
            layout_.lines.push_back({box, step.to, {}, false});
            went_.push_back(went);
        }
    }

    void head()
    {
        const int room = static_cast<int>(width_ - 2 * margin);
        top_ = 26;
        const auto each = [&](const std::string& text, const PictureFont& font) {
            if (text.empty()) return;
            for (const std::string& line : fitted(text, font, room)) {
                top_ += font.line;
                put_text(margin, top_, font.style, line);
            }
        };
        each(parts_.title, font_title);
        each(parts_.subtitle, font_subtitle);
        each(parts_.way, font_way);
        top_ += 22;
    }

    // The kinds of states that there are, each in its shape and colour.
    void legend()
    {
        std::int64_t x = margin;
        for (std::size_t kind = 0; kind < 5; ++kind) {
            const auto is = [&](const PictureState& state) { return static_cast<std::size_t>(state.kind) == kind; };
            if (std::none_of(parts_.states.begin(), parts_.states.end(), is)) continue;
            const std::string name = say(labels::state_kinds[kind]);
            const int across = 46 + text_width(name, font_when) + 30;
            if (x + across > width_ - margin && x > margin) {
                x = margin;
                top_ += 34;
            }
            shape(x, top_, 36, 24, kind, false);
            put_text(x + 46, top_ + 17, font_when.style, name);
            x += across;
        }
        if (!parts_.states.empty()) top_ += 34;
    }

    static std::string point(std::int64_t x, std::int64_t y) { return whole_text(x) + " " + whole_text(y); }

    // Each kind has an outline of its own: it can be told without colours.
    void shape(std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height, std::size_t kind, bool passed)
    {
        const std::string style = std::string("kind ") + word(static_cast<StateKind>(kind)) + (passed ? " passed" : "");
        const auto box = [&](std::int64_t in, const std::string& how, int round) {
            put(svg::box(static_cast<int>(x + in), static_cast<int>(y + in), static_cast<int>(width - 2 * in),
                         static_cast<int>(height - 2 * in), how, round));
        };
        const std::int64_t cut = std::min<std::int64_t>(12, height / 3);
        switch (static_cast<StateKind>(kind)) {
            case StateKind::open: return box(0, style, static_cast<int>(std::min<std::int64_t>(22, height / 2)));
            case StateKind::decided:
                return put("<path d=\"M" + point(x + cut, y) + "H" + whole_text(x + width - cut) + "L" +
                           point(x + width, y + cut) + "V" + whole_text(y + height - cut) + "L" +
                           point(x + width - cut, y + height) + "H" + whole_text(x + cut) + "L" +
                           point(x, y + height - cut) + "V" + whole_text(y + cut) + "Z\" class=\"" + style + "\"/>");
            case StateKind::ended: box(0, style, 2); return box(4, "inner", 1);
            default: return box(0, style, 2);
        }
    }

    void put_box(std::size_t index)
    {
        const LayoutBox& box = layout_.boxes[index];
        const std::int64_t x = left_ + box.centre - box.width / 2, y = top_ + box.top;
        put("<g>");
        if (index < parts_.states.size()) {
            const PictureState& state = parts_.states[index];
            if (state.start) {
                put("<circle cx=\"" + whole_text(left_ + box.centre) + "\" cy=\"" + whole_text(y - 30) +
                    "\" r=\"7\" class=\"start\"/>");
                put("<path d=\"M" + point(left_ + box.centre, y - 23) + "V" + whole_text(y) +
                    "\" class=\"line\" marker-end=\"url(#arrow)\"/>");
            }
            std::string hint = state.name;
            for (const std::size_t one : state.tries)
                for (const std::string& why : parts_.tries[one].why) hint += "; " + why;
            put("<title>" + svg::escaped(hint) + "</title>");
            shape(x, y, box.width, box.height, static_cast<std::size_t>(state.kind), state.passed);
        } else {
            const bool taken = !parts_.steps[index - parts_.states.size()].taken.empty();
            put(svg::box(static_cast<int>(x), static_cast<int>(y), box.width, box.height,
                         taken ? "step passed" : "step", 4));
        }
        std::int64_t line = y + 12;
        for (const DrawnLine& one : lines_[index]) {
            line += one.font->line;
            put_text(left_ + box.centre, line - one.font->line / 4, (std::string(one.font->style) + " mid").c_str(),
                     one.text);
        }
        put("</g>");
    }

    // Where a line meets a box: the lines of a side stand beside each other, in the order of where they lead.
    // Of two that join the same boxes the one that leads upwards stands last.
    std::int64_t port(std::size_t box, std::size_t other, bool upwards, bool below) const
    {
        const LayoutBox& here = layout_.boxes[box];
        if (here.column) return here.centre;
        const auto& near = below ? here.below : here.above;
        std::size_t before = 0, same = 0;
        for (const std::size_t one : near) {
            before += layout_.boxes[one].centre < layout_.boxes[other].centre;
            same += one == other;
        }
        if (upwards) before += same - 1;
        const auto count = static_cast<std::int64_t>(near.size());
        return here.centre - here.width / 2 + here.width * (static_cast<std::int64_t>(before) + 1) / (count + 1);
    }

    void put_line(std::size_t index)
    {
        const LayoutLine& line = layout_.lines[index];
        std::vector<std::pair<std::int64_t, std::int64_t>> points;
        for (std::size_t i = 0; i + 1 < line.through.size(); ++i) {
            const std::size_t high = line.through[i], low = line.through[i + 1];
            const std::size_t layer = layout_.boxes[high].layer;
            const std::int64_t out = left_ + port(high, low, line.upwards, true),
                               in = left_ + port(low, high, line.upwards, false);
            const std::int64_t bottom = top_ + layout_.layer_top[layer] + layout_.layer_height[layer];
            points.emplace_back(out, top_ + layout_.boxes[high].top + layout_.boxes[high].height);
            points.emplace_back(out, bottom);
            points.emplace_back(in, top_ + layout_.layer_top[layer + 1]);
        }
        if (line.upwards) std::reverse(points.begin(), points.end());
        std::string d = "M" + point(points[0].first, points[0].second);
        for (std::size_t i = 1; i < points.size(); ++i) {
            const auto [x0, y0] = points[i - 1];
            const auto [x1, y1] = points[i];
            if (x0 == x1) {
                d += "V" + whole_text(y1);
                continue;
            }
            const std::int64_t middle = (y0 + y1) / 2;
            d += "C" + point(x0, middle) + " " + point(x1, middle) + " " + point(x1, y1);
        }
        const bool went = went_[index];
        put("<path d=\"" + d + "\" class=\"" + (went ? "line went" : "line") + "\" marker-end=\"url(#" +
            (went ? "arrow-went" : "arrow") + ")\"/>");
    }

    // What was refused, and why, under the drawing.
    void tries()
    {
        if (parts_.tries.empty()) return;
        const int room = static_cast<int>(width_ - 2 * margin);
        const auto each = [&](const std::string& text, const PictureFont& font, std::int64_t indent) {
            for (const std::string& line : fitted(text, font, room - static_cast<int>(indent))) {
                put_text(margin + indent, top_, font.style, line);
                top_ += font.line;
            }
        };
        top_ += 8;
        each(say(labels::tries), font_way, 0);
        for (const PictureTry& one : parts_.tries) {
            each(parts_.states[one.state].name + ": " + try_line(one, language_), font_try, 0);
            for (const std::string& why : one.why) each(why, font_when, 20);
        }
        top_ += 16;
    }

    std::string opening() const
    {
        const std::string height = whole_text(top_ + 10), across = whole_text(width_);
        std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        out += "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"" + across + "\" height=\"" + height +
               "\" viewBox=\"0 0 " + across + " " + height + "\" xml:lang=\"" + say(Label{"vi", "en"}) +
               "\" role=\"img\" aria-labelledby=\"lifecycle-title lifecycle-desc\">\n";
        out += "<title id=\"lifecycle-title\">" + svg::escaped(parts_.title) + "</title>\n";
        out += "<desc id=\"lifecycle-desc\">" +
               svg::escaped(parts_.subtitle + (parts_.way.empty() ? "" : ". " + parts_.way)) + "</desc>\n";
        return out + lifecycle_style + "<rect width=\"" + across + "\" height=\"" + height + "\" class=\"paper\"/>\n";
    }

    PictureParts parts_;
    Language language_;
    Layout layout_;
    std::vector<std::vector<DrawnLine>> lines_;  // beside the boxes of states and steps
    std::vector<bool> went_;                     // beside the lines
    std::string body_;
    std::int64_t width_ = 0, left_ = 0, top_ = 0;
};

}  // namespace sangkien::detail
