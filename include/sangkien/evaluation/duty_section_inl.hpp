// The section `duties` of a rulebook, compiled.
#pragma once

#include <algorithm>

#include "../core/limits.hpp"
#include "../rulebook/section_parts_inl.hpp"
#include "rules.hpp"

namespace sangkien::detail {

// The names it refers to are those of the whole overlay: a ward's duty may be born of an event of the charter.
class DutySection {
public:
    DutySection(Node root, const Table& table, Problems& problems) : root_(root), table_(table), problems_(problems) {}

    std::vector<Duty> compile()
    {
        std::vector<Duty> out;
        for (Node entry : children(root_.get("duties"))) out.push_back(duty(entry));
        return out;
    }

private:
    Duty duty(Node entry)
    {
        Fields f(entry, problems_);
        Duty out{f.name(), role(f.node(), f.text("who"), "who"), f.text("due", Need::optional), entry.citation()};
        if (!out.due.empty())
            known(keys(root_.get("schedule")), out.due, entry.get("due"),
                  {"mốc thời gian", "deadline of the schedule"});
        if (f.has("from")) {
            out.from = events(f, "from", Need::required);
            out.done = events(f, "done", Need::optional);
            if (f.has("after-end"))
                out.after_end = f.word("after-end", {"stands", "lapses"}) == 0 ? AfterEnd::stands : AfterEnd::lapses;
            // A duty has one time: a milestone, or a time of its own.
            if (out.due.empty() && f.has("within")) within(f.any("within"), out);
        }
        for (Node item : children(f.list("escalates", Need::optional))) out.escalates.push_back(escalation(item));
        for (Node item : children(f.list("reminds", Need::optional))) remind(item, out);
        f.allow_annotations();
        f.finish();
        return out;
    }

    void within(Node node, Duty& out)
    {
        if (node.is(Kind::text)) {
            out.within = length(node);
            return;
        }
        Fields f(node, problems_);
        out.clock = f.text("clock");
        f.finish();
        if (!out.clock.empty()) known(keys(root_.get("clocks")), out.clock, node.get("clock"), {"thời hạn", "clock"});
    }

    Escalation escalation(Node node)
    {
        Fields f(node, problems_);
        Escalation out;
        out.citation = node.citation();
        if (const Node after = f.any("after"); after && expect(after, Kind::text, problems_)) out.after = length(after);
        out.to = role(node, f.text("to"), "to");
        out.what = f.words();
        f.allow_annotations();
        f.finish();
        return out;
    }

    void remind(Node node, Duty& out)
    {
        if (!expect(node, Kind::text, problems_)) return;
        const Length before = length(node);
        if (before.unit == LengthUnit::working_days) return out.reminds.push_back(before.number);
        if (before.number != 0)
            problems_.add(ErrorId::wrong_type, node.place(),
                          {{"expected", Words{"số ngày làm việc, ví dụ \"2 working days\"",
                                              "a number of working days, as in \"2 working days\""}},
                           {"found", "\"" + std::string(node.text()) + "\""}});
    }

    Length length(Node node)
    {
        Length out;
        if (!read_length(node.text(), out))
            problems_.add(ErrorId::bad_length, node.place(), {{"text", std::string(node.text())}});
        return out;
    }

    std::vector<std::string> events(Fields& f, std::string_view key, Need need)
    {
        const std::vector<std::string> out = f.texts(key, need);
        const std::vector<std::string> all = table_.events();
        for (const std::string& event : out) known(all, event, f.node().get(key), {"sự kiện", "event"});
        return out;
    }

    Name role(Node node, const std::string& id, std::string_view key)
    {
        const Node roles = root_.get("roles");
        if (id.empty()) return {id, {}};
        known(keys(roles), id, node.get(key), {"vai trò", "role"});
        const Node found = roles.get(id);
        return {id, {std::string(found.get("vi").text()), std::string(found.get("en").text())}};
    }

    void known(const std::vector<std::string>& names, const std::string& name, Node node, const Words& what)
    {
        if (std::find(names.begin(), names.end(), name) == names.end())
            unknown_name(problems_, node.place(), what, name, names);
    }

    Node root_;
    const Table& table_;
    Problems& problems_;
};

}  // namespace sangkien::detail
