// Where the boxes of a drawn procedure stand. States and steps are boxes in layers, lines run only between layers or in
// columns that are kept free for them: no line ever crosses a text. Whole numbers throughout: the same on every machine.
#pragma once

#include <algorithm>
#include <utility>

#include "lifecycle_boxes_inl.hpp"

namespace sangkien::detail {

class Layout {
public:
    std::vector<LayoutBox> boxes;
    std::vector<LayoutLine> lines;
    std::vector<std::vector<std::size_t>> layers;  // boxes from left to right
    std::vector<std::int64_t> layer_top, layer_height;
    std::int64_t width = 0, height = 0;

    // `first` is the box at the top.
    void run(std::size_t first)
    {
        if (boxes.empty()) return;
        turn_circles(first);
        place_in_layers();
        add_columns();
        order();
        place_across();
        place_down();
    }

private:
    static constexpr int gap = 26;
    static constexpr int column_width = 16;

    // A line that leads back to a box from which it came is drawn upwards.
    void turn_circles(std::size_t first)
    {
        std::vector<std::vector<std::size_t>> out(boxes.size());
        for (std::size_t i = 0; i < lines.size(); ++i) out[lines[i].from].push_back(i);
        enum class Seen : std::uint8_t { no, open, done };
        std::vector<Seen> seen(boxes.size(), Seen::no);
        std::vector<std::pair<std::size_t, std::size_t>> stack;
        for (std::size_t turn = 0; turn <= boxes.size(); ++turn) {
            const std::size_t root = turn == 0 ? first : turn - 1;
            if (seen[root] != Seen::no) continue;
            seen[root] = Seen::open;
            stack.emplace_back(root, 0);
            while (!stack.empty()) {
                auto& [box, next] = stack.back();
                if (next == out[box].size()) {
                    seen[box] = Seen::done;
                    stack.pop_back();
                    continue;
                }
                LayoutLine& line = lines[out[box][next++]];
                if (seen[line.to] == Seen::open) line.upwards = true;
                if (seen[line.to] != Seen::no) continue;
                seen[line.to] = Seen::open;
                stack.emplace_back(line.to, 0);
            }
        }
    }

    std::size_t upper(const LayoutLine& line) const noexcept { return line.upwards ? line.to : line.from; }
    std::size_t lower(const LayoutLine& line) const noexcept { return line.upwards ? line.from : line.to; }

    // As far down as the longest chain of lines that leads to it.
    void place_in_layers()
    {
        std::vector<std::size_t> waiting(boxes.size());
        std::vector<std::vector<std::size_t>> down(boxes.size());
        for (const LayoutLine& line : lines) {
            ++waiting[lower(line)];
            down[upper(line)].push_back(lower(line));
        }
        std::vector<std::size_t> ready;
        for (std::size_t i = 0; i < boxes.size(); ++i)
            if (waiting[i] == 0) ready.push_back(i);
        std::size_t last = 0;
        for (std::size_t at = 0; at < ready.size(); ++at)
            for (const std::size_t next : down[ready[at]]) {
                boxes[next].layer = std::max(boxes[next].layer, boxes[ready[at]].layer + 1);
                last = std::max(last, boxes[next].layer);
                if (--waiting[next] == 0) ready.push_back(next);
            }
        layers.resize(last + 1);
        for (const std::size_t box : ready) layers[boxes[box].layer].push_back(box);
    }

    void add_columns()
    {
        for (LayoutLine& line : lines) {
            std::size_t at = upper(line);
            const std::size_t end = lower(line);
            line.through = {at};
            while (boxes[at].layer + 1 < boxes[end].layer) {
                LayoutBox column;
                column.width = column_width;
                column.column = true;
                column.layer = boxes[at].layer + 1;
                boxes.push_back(std::move(column));
                join(at, boxes.size() - 1);
                at = boxes.size() - 1;
                layers[boxes[at].layer].push_back(at);
                line.through.push_back(at);
            }
            join(at, end);
            line.through.push_back(end);
        }
    }

    void join(std::size_t high, std::size_t low)
    {
        boxes[high].below.push_back(low);
        boxes[low].above.push_back(high);
    }

    // Each box to the middle of those it is joined to, layer by layer, down and up; the order with the fewest crossings
    // is kept.
    void order()
    {
        position_.resize(boxes.size());
        number_all();
        auto best = layers;
        std::int64_t fewest = crossings();
        for (int sweep = 0; sweep < 16 && fewest > 0; ++sweep) {
            for (std::size_t i = 0; i < layers.size(); ++i)
                sort(sweep % 2 == 0 ? i : layers.size() - 1 - i, sweep % 2 == 0);
            const std::int64_t now = crossings();
            if (now >= fewest) continue;
            fewest = now;
            best = layers;
        }
        layers = best;
        number_all();
    }

    void number_all()
    {
        for (const auto& layer : layers) number(layer);
    }

    void number(const std::vector<std::size_t>& layer)
    {
        for (std::size_t i = 0; i < layer.size(); ++i) position_[layer[i]] = static_cast<std::int64_t>(i);
    }

    void sort(std::size_t index, bool by_above)
    {
        // Means as fractions, sum and count: compared crosswise.
        using Mean = std::pair<std::int64_t, std::int64_t>;
        std::vector<std::pair<Mean, std::size_t>> means;
        for (const std::size_t box : layers[index]) {
            const auto& near = by_above ? boxes[box].above : boxes[box].below;
            Mean mean{position_[box], 1};
            if (!near.empty()) mean = {0, static_cast<std::int64_t>(near.size())};
            for (const std::size_t other : near) mean.first += position_[other];
            means.emplace_back(mean, box);
        }
        std::stable_sort(means.begin(), means.end(), [](const auto& a, const auto& b) {
            return a.first.first * b.first.second < b.first.first * a.first.second;
        });
        for (std::size_t i = 0; i < means.size(); ++i) layers[index][i] = means[i].second;
        number(layers[index]);
    }

    std::int64_t crossings() const
    {
        std::int64_t out = 0;
        for (std::size_t i = 0; i + 1 < layers.size(); ++i) {
            std::vector<std::int64_t> ends;
            for (const std::size_t box : layers[i]) {
                const std::size_t first = ends.size();
                for (const std::size_t low : boxes[box].below) ends.push_back(position_[low]);
                std::sort(ends.begin() + static_cast<std::ptrdiff_t>(first), ends.end());
            }
            out += inversions(ends, layers[i + 1].size());
        }
        return out;
    }

    void place_across()
    {
        for (const auto& layer : layers) {
            std::int64_t x = 0;
            for (const std::size_t box : layer) {
                boxes[box].centre = x + boxes[box].width / 2;
                x += boxes[box].width + gap;
            }
        }
        for (int sweep = 0; sweep < 24; ++sweep)
            for (std::size_t i = 0; i < layers.size(); ++i)
                settle(layers[sweep % 2 == 0 ? i : layers.size() - 1 - i], sweep % 2 == 0, sweep >= 20);
        std::int64_t left = boxes[0].centre, right = left;
        for (const LayoutBox& box : boxes) left = std::min(left, box.centre - box.width / 2);
        for (LayoutBox& box : boxes) {
            box.centre -= left;
            right = std::max(right, box.centre + (box.width + 1) / 2);
        }
        width = right;
    }

    // The places nearest to where a layer's boxes want to be, in their order and apart: least squares with an order,
    // by pooling neighbours that want to pass each other.
    void settle(const std::vector<std::size_t>& layer, bool by_above, bool by_both)
    {
        struct Pool {
            std::int64_t weight, sum;
            std::size_t first;
            std::int64_t mean() const noexcept
            {
                const std::int64_t whole = sum / weight;
                return whole - (sum % weight < 0 ? 1 : 0);
            }
        };
        std::vector<Pool> pools;
        std::vector<std::int64_t> offsets;
        std::int64_t offset = 0;
        for (std::size_t i = 0; i < layer.size(); ++i) {
            const LayoutBox& box = boxes[layer[i]];
            if (i > 0) offset += (boxes[layer[i - 1]].width + box.width + 1) / 2 + gap;
            offsets.push_back(offset);
            const std::int64_t weight =
                box.column ? 6 : 1 + static_cast<std::int64_t>(box.above.size() + box.below.size());
            pools.push_back({weight, weight * (wanted(box, by_above, by_both) - offset), i});
            while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
                pools[pools.size() - 2].weight += pools.back().weight;
                pools[pools.size() - 2].sum += pools.back().sum;
                pools.pop_back();
            }
        }
        for (std::size_t p = 0; p < pools.size(); ++p) {
            const std::size_t end = p + 1 < pools.size() ? pools[p + 1].first : layer.size();
            for (std::size_t i = pools[p].first; i < end; ++i) boxes[layer[i]].centre = pools[p].mean() + offsets[i];
        }
    }

    std::int64_t wanted(const LayoutBox& box, bool by_above, bool by_both) const
    {
        std::int64_t sum = 0, count = 0;
        for (const auto* near : {&box.above, &box.below}) {
            if (!by_both && (near == &box.above) != by_above) continue;
            for (const std::size_t other : *near) {
                sum += boxes[other].centre;
                ++count;
            }
        }
        return count == 0 ? box.centre : sum / count;
    }

    // Room between two layers grows with how far lines run sideways there.
    void place_down()
    {
        std::int64_t y = 0;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            std::int64_t tall = 0, far = 0;
            for (const std::size_t box : layers[i]) {
                tall = std::max<std::int64_t>(tall, boxes[box].height);
                boxes[box].top = y;
                for (const std::size_t low : boxes[box].below)
                    far = std::max(far, std::abs(boxes[low].centre - boxes[box].centre));
            }
            layer_top.push_back(y);
            layer_height.push_back(tall);
            y += tall + 38 + std::min<std::int64_t>(far / 12, 50);
            height = layer_top.back() + tall;
        }
    }

    std::vector<std::int64_t> position_;
};

}  // namespace sangkien::detail
