// Pictures: the same bytes each time, and a layout in which no box is on another, whatever the procedure looks like.
#include <sangkien/io/lifecycle_labels_inl.hpp>
#include <sangkien/io/lifecycle_layout_inl.hpp>
#include <sangkien/io/lifecycle_paths.hpp>
#include <sangkien/io/lifecycle_picture.hpp>
#include <sangkien/io/lifecycle_style_inl.hpp>

#include <cstdlib>
#include <set>

#include "../evaluation/demo.hpp"
#include "../random.hpp"

using namespace sangkien;

namespace {

const Ruleset& today() { return lifecycle_rules(demo::rules(), std::nullopt); }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

detail::Layout by_chance(test::Random& chance)
{
    detail::Layout out;
    const auto boxes = static_cast<std::size_t>(chance.between(1, 25));
    for (std::size_t i = 0; i < boxes; ++i) {
        detail::LayoutBox box;
        box.width = static_cast<int>(chance.between(40, 300));
        box.height = static_cast<int>(chance.between(20, 150));
        out.boxes.push_back(box);
    }
    std::set<std::pair<std::size_t, std::size_t>> known;
    const auto box = [&] { return static_cast<std::size_t>(chance.between(0, static_cast<std::int64_t>(boxes) - 1)); };
    for (std::int64_t i = chance.between(0, 50); i > 0; --i) {
        const std::size_t from = box(), to = box();
        if (from != to && known.insert({from, to}).second) out.lines.push_back({from, to, {}, false});
    }
    out.run(box());
    return out;
}

}  // namespace

TEST_CASE("no two boxes of a layout touch, and every line goes from layer to layer")
{
    test::Random chance(3);
    for (int round = 0; round < 400; ++round) {
        const detail::Layout layout = by_chance(chance);
        std::size_t placed = 0;
        for (const auto& layer : layout.layers) {
            placed += layer.size();
            for (std::size_t i = 0; i < layer.size(); ++i) {
                const detail::LayoutBox& box = layout.boxes[layer[i]];
                REQUIRE(box.centre - box.width / 2 >= 0);
                REQUIRE(box.centre + box.width / 2 <= layout.width);
                if (i == 0) continue;
                const detail::LayoutBox& left = layout.boxes[layer[i - 1]];
                REQUIRE(left.centre + left.width / 2 + 10 < box.centre - box.width / 2);
            }
        }
        REQUIRE(placed == layout.boxes.size());
        for (std::size_t i = 0; i + 1 < layout.layer_top.size(); ++i)
            REQUIRE(layout.layer_top[i] + layout.layer_height[i] + 30 < layout.layer_top[i + 1]);
        for (const detail::LayoutLine& line : layout.lines) {
            REQUIRE(line.through.front() == (line.upwards ? line.to : line.from));
            REQUIRE(line.through.back() == (line.upwards ? line.from : line.to));
            for (std::size_t i = 0; i + 1 < line.through.size(); ++i)
                REQUIRE(layout.boxes[line.through[i]].layer + 1 == layout.boxes[line.through[i + 1]].layer);
        }
    }
}

TEST_CASE("the same procedure gives the same bytes, in each language its own")
{
    const Rules again = load_rules(texts::demo_rulebooks());
    const InitiativeReport& way = demo::of(demo::report(), "SK-18");
    using Make = std::string (*)(const Ruleset&, Language, const InitiativeReport*);
    for (const Make make : {Make{lifecycle_text}, Make{lifecycle_mermaid}, Make{lifecycle_dot}, Make{lifecycle_scxml},
                            Make{lifecycle_svg}}) {
        const std::string once = make(today(), Language::vi, &way);
        CHECK(once == make(lifecycle_rules(again, std::nullopt), Language::vi, &way));
        CHECK(once != make(today(), Language::vi, nullptr));
        CHECK(once != make(today(), Language::en, &way));
        CHECK((has(once, "Tiếp nhận, tổng hợp") || has(once, "tiếp nhận, tổng hợp")));
        CHECK_FALSE(has(once, "ccept and collate"));
        CHECK(has(once, "15:30 ngày 29/9/2025") != has(once, "15#58;30 ngày 29/9/2025"));
    }
    CHECK(lifecycle_json(today(), &way) == lifecycle_json(lifecycle_rules(again, std::nullopt), &way));
}

TEST_CASE("a step is a sentence: from where, by whom, under which clause, when, and what it leads to")
{
    const std::string text = lifecycle_text(today(), Language::vi);
    CHECK(has(text,
              "Từ Đã nộp về UBND phường: Phòng Văn hóa - Xã hội tiếp nhận, tổng hợp (934.4.3.a), khi sáng kiến đủ "
              "điều kiện để được xem xét; thành Đã tiếp nhận, tổng hợp; "));
    CHECK(has(text, "(934.3.2), khi trước ngày 25/9; thành Đã nộp về UBND phường; "));
    CHECK(has(text, "(council-illustrative.9, minh hoạ)"));
    CHECK(has(lifecycle_text(today(), Language::en),
              "From Appraised: refuse recognition in writing, with reasons, by Chairperson of the Ward People's "
              "Committee (13/2012.7.1), when not: "));
}

TEST_CASE("rulebooks without a procedure say so in every format")
{
    const Rules rules = load_rules({"civil-code-2015"});
    const Ruleset& none = lifecycle_rules(rules, std::nullopt);
    for (const std::string& text :
         {lifecycle_text(none, Language::vi), lifecycle_mermaid(none, Language::vi), lifecycle_dot(none, Language::vi),
          lifecycle_scxml(none, Language::vi), lifecycle_svg(none, Language::vi)})
        CHECK(has(text, "không quy định vòng đời hồ sơ"));
    CHECK(has(lifecycle_json(none), "\"stated\": false"));
    CHECK(has(lifecycle_paths_json(none, {}), "\"start\": null"));
}

TEST_CASE("a word within a sentence loses its capital, an abbreviation does not")
{
    CHECK(detail::in_sentence("Đã rút") == "đã rút");
    CHECK(detail::in_sentence("UBND phường") == "UBND phường");
    CHECK(detail::in_sentence("Ấn hành") == "ấn hành");
    CHECK(detail::in_sentence("").empty());
    CHECK(detail::one_line(" a\n\tb \x01 c\x7f") == "a b c");
    CHECK(detail::one_line("a\xEF\xBF\xBF"
                           "b") == "ab");
}

TEST_CASE("a text is cut to its box, never within a letter and its marks")
{
    const detail::PictureFont& font = detail::font_state;
    for (const std::string& text :
         {std::string("Hội đồng đánh giá hiệu quả áp dụng"), std::string(200, 'W'),
          std::string("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧"),
          std::string("ộ̣̣ệ̣̣ộ̣̣ệ̣̣ộ̣̣ệ̣̣ộ̣̣ệ̣̣")}) {
        std::string joined;
        for (const std::string& line : detail::fitted(text, font, 110)) {
            CHECK(detail::text_width(line, font) <= 110);
            std::size_t at = 0;
            CHECK_FALSE(detail::joins(detail::next_letter(line, at)));
            joined += joined.empty() || text.find(' ') == std::string::npos ? line : " " + line;
        }
        CHECK(joined == text);
    }
}
