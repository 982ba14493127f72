#pragma once

#include "attribution_text.hpp"
#include "quota_text_inl.hpp"

namespace sangkien {

namespace detail {

namespace labels {

constexpr Label attribution_title{"ĐIỂM CHỈ SỐ THEO SÁNG KIẾN", "INDEX POINTS BY INITIATIVE"};
constexpr Label attribution_none{"Không quy tắc nào có chỉ số tính sáng kiến.",
                                 "No rulebook has an index that counts initiatives."};
constexpr Label attribution_points{"điểm trên", "points of"};
constexpr Label attribution_open{"chưa xác định", "undetermined"};
constexpr Label attribution_without{"không có sáng kiến nào", "without any initiative"};
constexpr Label attribution_share{"phần điểm", "share"};
constexpr Label attribution_alone{"nếu chỉ có một mình", "alone"};
constexpr Label attribution_marginal{"mất đi nếu không có", "lost without it"};
constexpr Label attribution_share_open{"có thể đổi vì còn sáng kiến chưa rõ", "open initiatives may change it"};
constexpr Label attribution_areas{"Theo lĩnh vực", "By area"};
constexpr Label attribution_no_area{"chưa ghi lĩnh vực", "no area given"};
constexpr Label attribution_initiatives{"sáng kiến", "initiatives:"};
constexpr Label attribution_all{"Cộng", "In all"};

}  // namespace labels

class AttributionText : private TextPage {
public:
    explicit AttributionText(Language language) : TextPage(language) {}

    std::string run(const Attribution& ledger)
    {
        line(0, say(labels::attribution_title));
        line(0, say(labels::as_of) + ": " + show(ledger.as_of));
        if (ledger.parts.empty()) {
            line(0, say(labels::attribution_none));
            return take();
        }
        for (std::size_t i = 0; i < ledger.parts.size(); ++i) {
            if (i == 0 || ledger.parts[i - 1].unit.id != ledger.parts[i].unit.id) out_ += '\n';
            put(ledger.parts[i]);
            for (const AttributionLine& one : ledger.lines)
                if (one.part == i) put(one);
        }
        out_ += '\n';
        line(0, say(labels::attribution_areas) + ":");
        for (const AttributionSum& area : ledger.areas) put(area);
        line(0, say(labels::attribution_all) + ": " + ledger.shapley.text());
        return take();
    }

private:
    void put(const AttributionPart& part)
    {
        std::string points = part.least.text();
        if (part.least != part.most) points += " - " + part.most.text();
        points += " " + say(labels::attribution_points) + " " + part.max.text();
        if (part.verdict == Truth::undetermined) points += ", " + say(labels::attribution_open);
        if (part.none != Ratio(0)) points += "; " + say(labels::attribution_without) + ": " + part.none.text();
        line(0, name_id(part.unit) + ", " + say(part.component) + ": " + points + " " + cite(part.citation));
    }

    void put(const AttributionLine& one)
    {
        const Contribution& points = one.contribution;
        std::string text = "- " + name_id(one.initiative) + ": " + say(labels::attribution_share) + " " +
                           points.shapley.text() + "; " + say(labels::attribution_alone) + " " + points.alone.text() +
                           "; " + say(labels::attribution_marginal) + " " + points.marginal.text();
        if (points.shared == Truth::undetermined) text += " (" + say(labels::attribution_share_open) + ")";
        line(1, text);
        if (points.finding.id == FindingId::contribution_saturated) line(2, message(points.finding, language_));
    }

    void put(const AttributionSum& area)
    {
        const std::string name = area.name.id.empty() ? say(labels::attribution_no_area) : say(area.name);
        line(1, (area.letter.empty() ? "" : area.letter + ") ") + name + ": " + area.shapley.text() + "; " +
                    say(labels::attribution_initiatives) + " " + number(area.initiatives));
    }
};

inline void put_attribution_line(JsonWriter& out, const Attribution& ledger, const AttributionLine& line)
{
    out.begin_object();
    out.key("initiative");
    put_name(out, line.initiative);
    put_optional(out, "area", line.area.id.empty() ? std::nullopt : std::optional(line.area));
    out.member("unit", line.unit.id);
    out.member("component", ledger.parts[line.part].component.id);
    out.member("alone", line.contribution.alone.text());
    out.member("marginal", line.contribution.marginal.text());
    out.member("shapley", line.contribution.shapley.text());
    out.member("shared", word(line.contribution.shared));
    out.key("finding");
    put_finding(out, line.contribution.finding);
    out.end_object();
}

inline void put_attribution_part(JsonWriter& out, const AttributionPart& part)
{
    out.begin_object();
    out.member("unit", part.unit.id);
    out.key("component");
    put_name(out, part.component);
    out.member("area", part.index_area.id);
    out.member("counted", part.counted);
    out.member("none", part.none.text());
    out.member("points", part.points.text());
    out.member("shapley", part.shapley.text());
    out.member("least", part.least.text());
    out.member("most", part.most.text());
    out.member("max", part.max.text());
    out.member("verdict", word(part.verdict));
    out.key("citation");
    put_citation(out, part.citation);
    out.end_object();
}

inline void put_attribution_sums(JsonWriter& out, const char* list, const char* key,
                                 const std::vector<AttributionSum>& sums)
{
    out.key(list);
    out.begin_list();
    for (const AttributionSum& sum : sums) {
        out.begin_object();
        put_optional(out, key, sum.name.id.empty() ? std::nullopt : std::optional(sum.name));
        if (!sum.letter.empty()) out.member("letter", sum.letter);
        out.member("initiatives", sum.initiatives);
        out.member("shapley", sum.shapley.text());
        out.member("shared", word(sum.shared));
        out.end_object();
    }
    out.end_list();
}

}  // namespace detail

SANGKIEN_INLINE std::string attribution_json(const Attribution& ledger)
{
    JsonWriter out;
    out.begin_object();
    out.member("sangkien", version());
    out.member("as_of", ledger.as_of);
    out.member("season", ledger.season);
    out.key("lines");
    out.begin_list();
    for (const AttributionLine& line : ledger.lines) detail::put_attribution_line(out, ledger, line);
    out.end_list();
    out.key("components");
    out.begin_list();
    for (const AttributionPart& part : ledger.parts) detail::put_attribution_part(out, part);
    out.end_list();
    detail::put_attribution_sums(out, "units", "unit", ledger.units);
    detail::put_attribution_sums(out, "areas", "area", ledger.areas);
    out.member("shapley", ledger.shapley.text());
    out.end_object();
    return out.take();
}

SANGKIEN_INLINE std::string attribution_text(const Attribution& ledger, Language language)
{
    return detail::AttributionText(language).run(ledger);
}

SANGKIEN_INLINE std::string attribution_csv(const Attribution& ledger)
{
    std::string out =
        "unit,component,initiative,area,alone,marginal,shapley,shared,finding,verdict,rulebook,clause,provenance\r\n";
    const auto add = [&](const std::string& text, const char* end = ",") { out += detail::csv_cell(text) + end; };
    for (const AttributionLine& line : ledger.lines) {
        const Contribution& points = line.contribution;
        const Citation& citation = ledger.parts[line.part].citation;
        add(line.unit.id);
        add(ledger.parts[line.part].component.id);
        add(line.initiative.id);
        add(line.area.id);
        add(points.alone.text());
        add(points.marginal.text());
        add(points.shapley.text());
        add(word(points.shared));
        add(word(points.finding.id));
        add(word(points.finding.verdict));
        add(citation.rulebook);
        add(citation.clause);
        add(word(citation.provenance), "\r\n");
    }
    return out;
}

}  // namespace sangkien
