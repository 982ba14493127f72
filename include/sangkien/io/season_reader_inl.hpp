#pragma once

#include <algorithm>

#include "digest.hpp"
#include "json_reader.hpp"
#include "season_council_inl.hpp"
#include "season_reader.hpp"
#include "season_units_inl.hpp"

namespace sangkien {

namespace detail {

class SeasonReader : private SeasonCouncil {
public:
    SeasonReader(Node root, Problems& problems) : SeasonCouncil(problems), root_(root) {}

    Season run()
    {
        Fields f(root_, problems_);
        const std::int64_t format = f.whole("season", 0, 1000000, 1);
        if (format != 1)
            problems_.add(ErrorId::unknown_format, root_.get("season").place(),
                          {{"found", format}, {"expected", std::int64_t{1}}});
        season_.id = f.text("id");
        if (const Node title = f.object("title", Need::optional)) season_.title = words(title);
        const std::size_t before = problems_.size();
        season_.opened = f.day("opened");
        // Without a year that can be read, what the rules say is looked up in the year it opened in.
        const std::int64_t opened_in = civil(season_.opened).year;
        season_.year = static_cast<int>(f.whole("year", limits::first_year, limits::last_year, opened_in));
        season_.year_mark = root_.get("year").mark();
        season_.opened_mark = root_.get("opened").mark();
        if (root_.get("opened") && problems_.size() == before && civil(season_.opened).year != season_.year)
            problems_.add(ErrorId::year_mismatch, root_.get("opened").place(),
                          {{"opened", to_text(season_.opened)}, {"year", std::int64_t{season_.year}}});
        for (Node name : children(f.list("rulebooks"))) {
            RulebookName book{{}, name.mark()};
            if (read_text(name, problems_, book.id)) season_.rulebooks.push_back(std::move(book));
        }
        recognising_unit(f.object("recognising_unit", Need::optional));
        for (Node unit : children(f.list("units"))) add_unit(unit);
        for (Node one : children(f.list("reorganisations", Need::optional)))
            SeasonUnits(season_, problems_).add_reorganisation(one);
        for (Node initiative : children(f.list("initiatives"))) add_initiative(initiative);
        council(f.object("council", Need::optional));
        for (Node ballot : children(f.list("ballots", Need::optional))) add_ballot(ballot);
        for (Node votes : children(f.object("public_votes", Need::optional))) add_public_votes(votes);
        for (Node entry : children(f.list("index", Need::optional))) add_index(entry);
        for (Node duty : children(f.list("duties", Need::optional))) add_duty(duty);
        for (Node choice : children(f.object("choices", Need::optional))) add_choice(choice, season_.choices);
        f.text("$schema", Need::optional);  // written by editors
        f.finish();
        return std::move(season_);
    }

private:
    Words words(Node node)
    {
        Fields f(node, problems_);
        Words out = f.words();
        f.finish();
        return out;
    }

    std::optional<Day> maybe_day(Fields& f, const char* key)
    {
        if (!f.has(key)) return std::nullopt;
        return f.day(key);
    }

    void recognising_unit(Node node)
    {
        if (!node) return;
        Fields f(node, problems_);
        season_.recognising_unit.id = f.text("id");
        season_.recognising_unit.head = f.text("head", Need::optional);
        if (const Node name = f.object("name", Need::optional)) season_.recognising_unit.name = words(name);
        f.finish();
    }

    // Reads an id and refuses one that the same list has already.
    template <class List>
    std::string fresh_id(Fields& f, const List& list)
    {
        std::string id = f.text("id");
        for (const auto& other : list)
            if (!id.empty() && other.id == id)
                problems_.add(ErrorId::duplicate_id, f.node().get("id").place(),
                              {{"id", id}, {"line", static_cast<std::int64_t>(other.mark.line)}});
        return id;
    }

    void add_unit(Node node)
    {
        Fields f(node, problems_);
        Unit unit;
        unit.mark = node.mark();
        unit.id = fresh_id(f, season_.units);
        unit.kind = f.text("kind");
        unit.kind_mark = node.get("kind").mark();
        unit.head = f.text("head", Need::optional);
        unit.from = maybe_day(f, "from");
        unit.until = maybe_day(f, "until");
        if (f.has("headcount")) unit.headcount = f.whole("headcount", 0, limits::headcount);
        if (unit.from && unit.until && *unit.until <= *unit.from)
            problems_.add(ErrorId::window_backwards, node.get("until").place(),
                          {{"from", to_text(*unit.from)}, {"until", to_text(*unit.until)}});
        if (const Node name = f.object("name", Need::optional)) unit.name = words(name);
        f.finish();
        season_.units.push_back(std::move(unit));
    }

    void add_initiative(Node node)
    {
        Fields f(node, problems_);
        Initiative out;
        out.mark = node.mark();
        out.id = fresh_id(f, season_.initiatives);
        if (const Node title = f.object("title", Need::optional)) out.title = words(title);
        add_units(f.list("units"), out);
        add_authors(f.list("authors"), out);
        out.area = f.text("area", Need::optional);
        out.area_mark = node.get("area").mark();
        out.level = f.text("level", Need::optional);
        out.level_mark = node.get("level").mark();
        out.first_applied = maybe_day(f, "first_applied");
        out.application_completed = maybe_day(f, "application_completed");
        for (Node fact : children(f.object("facts", Need::optional)))
            if (expect(fact, Kind::boolean, problems_))
                out.facts.push_back({std::string(fact.key()), fact.boolean(), fact.place_of_key().mark});
        for (Node document : children(f.object("documents", Need::optional))) add_document(document, out);
        for (Node event : children(f.list("events", Need::optional))) add_event(event, out);
        for (Node choice : children(f.object("choices", Need::optional))) add_choice(choice, out.choices);
        SeasonUnits(season_, problems_).add_shares(f.object("unit_shares", Need::optional), out);
        SeasonUnits(season_, problems_).add_moves(f.list("moves", Need::optional), out);
        if (f.has("carried_from"))
            out.carried_from = static_cast<int>(f.whole("carried_from", limits::first_year, season_.year - 1));
        f.finish();
        season_.initiatives.push_back(std::move(out));
    }

    void add_units(Node list, Initiative& out)
    {
        for (Node item : children(list)) {
            std::string id;
            if (!read_text(item, problems_, id)) continue;
            if (known_unit(id, item)) out.units.push_back(std::move(id));
        }
        if (list && !list.first())
            problems_.add(ErrorId::empty_text, list.place(),
                          {{"expected", Words{"ít nhất một đơn vị", "at least one unit"}}});
    }

    void add_authors(Node list, Initiative& out)
    {
        const std::size_t before = problems_.size();
        Ratio sum(0);
        for (Node item : children(list)) {
            const std::size_t before_one = problems_.size();
            Fields f(item, problems_);
            Author author{f.text("person"), f.ratio("share"), item.mark()};
            f.finish();
            if (problems_.size() == before_one && (author.share <= Ratio(0) || author.share > Ratio(100))) {
                problems_.add(ErrorId::out_of_range, item.get("share").place(),
                              {{"value", author.share.text()}, {"low", "0"}, {"high", "100"}});
                author.share = Ratio(0);
            }
            sum = sum + author.share;
            out.authors.push_back(std::move(author));
        }
        if (list && problems_.size() == before && sum != Ratio(100))
            problems_.add(ErrorId::shares_not_whole, list.place(), {{"sum", shown(Datum(sum))}});
    }

    // true, false, or the instant from which it is there.
    void add_document(Node node, Initiative& out)
    {
        FiledDocument document{std::string(node.key()), true, std::nullopt, node.place_of_key().mark};
        Instant since;
        if (node.is(Kind::boolean))
            document.present = node.boolean();
        else if (read_instant(node, problems_, since))
            document.since = since;
        out.documents.push_back(std::move(document));
    }

    void add_event(Node node, Initiative& out)
    {
        const std::size_t before = problems_.size();
        Fields f(node, problems_);
        Event event;
        event.on = f.text("on");
        event.at = f.instant("at");
        event.by = f.text("by");
        event.actor = f.text("actor", Need::optional);
        event.mark = node.mark();
        event.on_mark = node.get("on").mark();
        event.by_mark = node.get("by").mark();
        const bool read = problems_.size() == before;
        f.finish();
        if (read && !out.events.empty() && event.at < out.events.back().at)
            problems_.add(
                ErrorId::event_out_of_order, node.place(),
                {{"event", event.on}, {"at", to_text(event.at)}, {"previous", to_text(out.events.back().at)}});
        out.events.push_back(std::move(event));
    }

    void add_index(Node node)
    {
        Fields f(node, problems_);
        IndexEntry out;
        out.unit = f.text("unit");
        out.component = f.text("component");
        const Node value = f.any("value");
        out.mark = value.mark();
        out.unit_mark = node.get("unit").mark();
        out.component_mark = node.get("component").mark();
        if (value.is(Kind::boolean)) {
            out.yes_no = true;
            out.value = Ratio(value.boolean() ? 1 : 0);
        } else if (value) {
            read_ratio(value, problems_, out.value);
        }
        f.finish();
        if (!out.unit.empty()) known_unit(out.unit, node.get("unit"));
        season_.index.push_back(std::move(out));
    }

    void add_duty(Node node)
    {
        Fields f(node, problems_);
        DutyDone out{f.text("duty"), f.instant("done"), node.get("duty").mark(), f.text("initiative", Need::optional)};
        if (f.has("since")) out.since = f.instant("since");
        f.finish();
        known_initiative(out.initiative, node.get("initiative"));
        season_.duties.push_back(std::move(out));
    }

    void add_choice(Node node, std::vector<Choice>& choices)
    {
        std::string value;
        if (read_text(node, problems_, value))
            choices.push_back({std::string(node.key()), std::move(value), node.mark()});
    }

    Node root_;
};

}  // namespace detail

SANGKIEN_INLINE Season read_season(std::string_view text, std::string file, Problems& problems)
{
    const Tree tree = read_json(text, file, problems);
    Season out;
    if (tree.root()) out = detail::SeasonReader(tree.root(), problems).run();
    out.file = std::move(file);
    out.digest = sha256(text);
    return out;
}

SANGKIEN_INLINE Season read_season(std::string_view text, std::string file)
{
    Problems problems;
    Season out = read_season(text, std::move(file), problems);
    problems.throw_if_any();
    return out;
}

}  // namespace sangkien
