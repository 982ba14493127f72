// Reorganisations of units, moves between them and shares in a joint initiative: reading and checking.
#pragma once

#include <algorithm>

#include "../core/limits.hpp"
#include "../facts/season.hpp"
#include "../rulebook/fields.hpp"

namespace sangkien::detail {

class SeasonUnits {
public:
    SeasonUnits(Season& season, Problems& problems) : season_(season), problems_(problems) {}

    void add_reorganisation(Node node)
    {
        const std::size_t before = problems_.size();
        Fields f(node, problems_);
        Reorganisation out;
        out.mark = node.mark();
        out.kind = static_cast<ReorganisationKind>(
            f.word("kind", {"consolidate", "absorb", "divide", "separate", "rename", "dissolve"}));
        out.on = f.day("on");
        out.from = units(f.list("from"));
        out.into = units(f.list("into", Need::optional));
        f.finish();
        if (problems_.size() != before) return;
        if (!fits(out)) {
            const std::string kind = reorganisation_words[static_cast<std::size_t>(out.kind)];
            return problems_.add(ErrorId::reorganisation_shape, node.place(),
                                 {{"kind", kind}, {"expected", shape_of(out.kind)}});
        }
        check(out, node);
        season_.reorganisations.push_back(std::move(out));
    }

    // Each move from a unit that the file stood with.
    void add_moves(Node list, Initiative& out)
    {
        std::vector<std::string> holders = out.units;
        for (Node node : children(list)) {
            const std::size_t before = problems_.size();
            Fields f(node, problems_);
            UnitMove move{unit(f, "from"), unit(f, "to"), f.instant("at"), node.mark()};
            f.finish();
            if (problems_.size() != before) continue;
            if (!out.moves.empty() && move.at < out.moves.back().at)
                problems_.add(
                    ErrorId::event_out_of_order, node.place(),
                    {{"event", "moved"}, {"at", to_text(move.at)}, {"previous", to_text(out.moves.back().at)}});
            const auto from = std::find(holders.begin(), holders.end(), move.from);
            if (from == holders.end() || move.from == move.to)
                problems_.add(ErrorId::moved_elsewhere, node.place(),
                              {{"from", move.from}, {"to", move.to}, {"units", joined(holders)}});
            else
                *from = move.to;
            out.moves.push_back(std::move(move));
        }
    }

    // One for each unit of the initiative, 100 in all.
    void add_shares(Node node, Initiative& out)
    {
        if (!node) return;
        const std::size_t before = problems_.size();
        Ratio sum(0);
        for (Node entry : children(node)) {
            UnitShare share{std::string(entry.key()), Ratio(0)};
            if (!read_ratio(entry, problems_, share.share)) continue;
            if (share.share <= Ratio(0) || share.share > Ratio(100))
                problems_.add(ErrorId::out_of_range, entry.place(),
                              {{"value", share.share.text()}, {"low", "0"}, {"high", "100"}});
            else
                sum = sum + share.share;
            out.unit_shares.push_back(std::move(share));
        }
        if (problems_.size() != before || out.units.empty()) return;
        std::vector<std::string> named, wanted = out.units;
        for (const UnitShare& share : out.unit_shares) named.push_back(share.unit);
        std::sort(named.begin(), named.end());
        std::sort(wanted.begin(), wanted.end());
        if (named != wanted)
            problems_.add(ErrorId::shares_of_others, node.place(),
                          {{"named", joined(named)}, {"units", joined(wanted)}});
        else if (sum != Ratio(100))
            problems_.add(ErrorId::shares_not_whole, node.place(), {{"sum", shown(Datum(sum))}});
    }

private:
    static std::string joined(const std::vector<std::string>& names)
    {
        std::string out;
        for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
        return out.empty() ? "-" : out;
    }

    std::string known(std::string id, Node at)
    {
        if (id.empty() || season_.unit(id) != nullptr) return id;
        std::vector<std::string> names;
        for (const Unit& unit : season_.units) names.push_back(unit.id);
        Details details{{"id", id}};
        if (const std::string near = nearest(id, names); !near.empty()) details.emplace_back("nearest", near);
        problems_.add(ErrorId::unknown_unit, at.place(), std::move(details));
        return id;
    }

    std::string unit(Fields& f, const char* key) { return known(f.text(key), f.node().get(key)); }

    std::vector<std::string> units(Node list)
    {
        std::vector<std::string> out;
        for (Node item : children(list)) {
            std::string id;
            if (read_text(item, problems_, id)) out.push_back(known(std::move(id), item));
        }
        return out;
    }

    static bool fits(const Reorganisation& one)
    {
        const std::size_t from = one.from.size(), into = one.into.size();
        std::vector<std::string> all = one.from;
        all.insert(all.end(), one.into.begin(), one.into.end());
        std::sort(all.begin(), all.end());
        if (std::adjacent_find(all.begin(), all.end()) != all.end()) return false;
        switch (one.kind) {
            case ReorganisationKind::consolidate: return from >= 2 && into == 1;
            case ReorganisationKind::absorb: return from >= 1 && into == 1;
            case ReorganisationKind::divide: return from == 1 && into >= 2;
            case ReorganisationKind::separate: return from == 1 && into >= 1;
            case ReorganisationKind::rename: return from == 1 && into == 1;
            default: return from == 1 && into == 0;
        }
    }

    static Words shape_of(ReorganisationKind kind)
    {
        switch (kind) {
            case ReorganisationKind::consolidate:
                return {"từ hai đơn vị trở lên thành một", "from two units or more into one"};
            case ReorganisationKind::absorb: return {"một hay nhiều đơn vị vào một", "from one or more into one"};
            case ReorganisationKind::divide: return {"một đơn vị thành từ hai trở lên", "from one into two or more"};
            case ReorganisationKind::separate: return {"từ một đơn vị ra một hay nhiều", "from one into one or more"};
            case ReorganisationKind::rename: return {"một đơn vị thành một", "from one into one"};
            default: return {"một đơn vị, không có đơn vị kế thừa", "from one into none"};
        }
    }

    // Whoever ends by it ends on its day, whoever comes of it begins on it, the others stand before and after.
    void check(const Reorganisation& one, Node node)
    {
        for (const std::string& id : one.from)
            check(one, node, *season_.unit(id), one.ends() ? &Unit::until : nullptr, "until");
        for (const std::string& id : one.into)
            check(one, node, *season_.unit(id), one.begins() ? &Unit::from : nullptr, "from");
    }

    void check(const Reorganisation& one, Node node, const Unit& unit, std::optional<Day> Unit::*edge, const char* key)
    {
        const bool fits =
            edge != nullptr ? unit.*edge == std::optional(one.on) : unit.exists(one.on) && unit.exists(one.on - 1);
        if (!fits)
            problems_.add(ErrorId::reorganisation_days, node.get("on").place(),
                          {{"unit", unit.id},
                           {"day", to_text(one.on)},
                           {"expected", edge != nullptr ? Words{"\"" + std::string(key) + "\" phải là ngày đó",
                                                                "its \"" + std::string(key) + "\" must be that day"}
                                                        : Words{"phải có trước và sau ngày đó",
                                                                "it must stand before and after"}}});
        if (edge == nullptr || !fits) return;
        for (const Reorganisation& other : season_.reorganisations) {
            const bool ends = std::string_view(key) == "until";
            const std::vector<std::string>& same = ends ? other.from : other.into;
            if ((ends ? other.ends() : other.begins()) && std::find(same.begin(), same.end(), unit.id) != same.end())
                problems_.add(ErrorId::reorganised_twice, node.place(),
                              {{"unit", unit.id}, {"line", static_cast<std::int64_t>(other.mark.line)}});
        }
    }

    Season& season_;
    Problems& problems_;
};

}  // namespace sangkien::detail
