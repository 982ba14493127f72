// Initiatives and what happened to them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../core/error.hpp"
#include "../core/value.hpp"

namespace sangkien {

// Author (tác giả) with the contribution share in percent (Decree 13/2012 art. 5(3)); shares add up to 100.
struct Author {
    std::string person;
    Ratio share;
    Mark mark;
};

// Event (sự kiện): what somebody did to a file, as the host recorded it.
struct Event {
    std::string on;  // "file", "accept", ... : the events of the rulebook's lifecycle
    Instant at;
    std::string by;     // role
    std::string actor;  // person id; may be empty
    Mark mark;
    Mark on_mark;
    Mark by_mark;
};

// Declared fact (điều được xác nhận): a statement people made about an initiative. The library never decides it.
struct DeclaredFact {
    std::string name;
    bool value = false;
    Mark mark;
};

// Document (giấy tờ) of a file: with it or not, or with it from an instant on. The library never sees it.
struct FiledDocument {
    std::string name;
    bool present = false;
    std::optional<Instant> since;
    Mark mark;
};

// Choice (lựa chọn): one of the readings a rulebook offers, such as schedule.ward-submission.bound = by.
struct Choice {
    std::string path;
    std::string value;
    Mark mark;
};

// Move (chuyển đơn vị): from `at` on the file stands with another unit.
struct UnitMove {
    std::string from;
    std::string to;
    Instant at;
    Mark mark;
};

// Share (tỷ lệ đóng góp) in percent of one unit in a joint initiative; those of all its units add up to 100.
struct UnitShare {
    std::string unit;
    Ratio share;
};

// Initiative (sáng kiến): one improvement filed by one or more authors of one or more units.
struct Initiative {
    std::string id;
    Words title;                     // may be empty
    std::vector<std::string> units;  // the first is the lead
    std::vector<Author> authors;
    std::string area;   // id of one of the rulebook's areas; may be empty
    std::string level;  // level of recognition sought; may be empty
    std::optional<Day> first_applied;
    std::optional<Day> application_completed;
    std::vector<DeclaredFact> facts;
    std::vector<FiledDocument> documents;
    std::vector<Event> events;    // in order of time
    std::vector<Choice> choices;  // old or new rules, where a transitional clause lets this file choose
    Mark mark;
    Mark area_mark;
    Mark level_mark;
    std::vector<UnitMove> moves{};         // in order of time
    std::vector<UnitShare> unit_shares{};  // empty, or one for each of `units`
    std::optional<int> carried_from{};     // the year it was proposed in, where that is an earlier one

    bool has_author(std::string_view person) const noexcept
    {
        for (const Author& author : authors)
            if (author.person == person) return true;
        return false;
    }
    // pass: declared true; fail: declared false; undetermined: not declared.
    Truth fact(std::string_view name) const noexcept
    {
        for (const DeclaredFact& stated : facts)
            if (stated.name == name) return truth(stated.value);
        return Truth::undetermined;
    }
};

}  // namespace sangkien
