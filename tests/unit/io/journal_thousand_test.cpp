// A journal of a thousand lines with everything that lines can say: whatever is done to it is found. All of it is tried
// by `./dev proofs`; here every so many-th.
#include <cstdio>

#include <sangkien/io/loader.hpp>

#include "../random.hpp"
#include "journal_lines.hpp"

using namespace journals;

namespace {

constexpr std::size_t wanted = 1000;

// The steps that the demo's rules know, with a role that may take each.
std::vector<std::pair<std::string, std::string>> steps_known()
{
    const Rules rules = load_rules({"charter-13-2012", "gia-vien-934", "council-illustrative"});
    const Table& table = rules.rulesets().back().table;
    std::vector<std::pair<std::string, std::string>> out;
    for (const Transition& one : table.transitions) out.push_back({one.event, table.roles[one.by.front()].id});
    return out;
}

JournalEvent any_event(std::int64_t& clock, std::int64_t number, test::Random& chance)
{
    static const auto steps = steps_known();
    clock += chance.between(0, 3);
    const auto& [name, role] = steps[static_cast<std::size_t>(number) % steps.size()];
    const std::string initiative = "SK-" + std::to_string(chance.between(1, 60));
    JournalEvent out = event(clock, clock - chance.between(0, 500), initiative.c_str(), name.c_str(), role.c_str());
    out.actor = "p-" + std::to_string(chance.between(100, 140));
    if (chance.once_in(7)) out.acting_for = "ông Tư \"Ấm\"";
    if (chance.once_in(3)) out.channel = chance.once_in(2) ? "một cửa" : "portal";
    if (chance.once_in(4)) out.payload = std::string(64, chance.once_in(2) ? 'a' : '7');
    if (chance.once_in(5)) out.facts = {{"new-in-unit", chance.once_in(2), {}}, {"applied", true, {}}};
    if (chance.once_in(20)) out.event = out.role = "", out.facts = {{"beneficial", true, {}}};
    if (chance.once_in(100)) out.rulebooks = {{"gia-vien-934", std::string(64, 'b')}};
    return out;
}

// A tenth of the lines correct one above, a third of those by striking it out.
const std::vector<std::string>& thousand()
{
    static const std::vector<std::string> lines = [] {
        test::Random chance(934);
        JournalOrder order;
        std::vector<JournalEvent> events;
        std::int64_t clock = 1000;
        while (events.size() < wanted) {
            const auto number = static_cast<std::int64_t>(events.size()) + 1;
            JournalEvent one = any_event(clock, number, chance);
            if (number > 1 && chance.once_in(10)) one.corrects = chance.between(1, number - 1);
            if (one.corrects && chance.once_in(3)) {
                one.facts.clear();
                one.event = one.role = one.initiative = "";
            }
            if (order.wrong(one, number, "j")) continue;
            order.take(one);
            events.push_back(one);
        }
        return lines_of(events);
    }();
    return lines;
}

// The journal in one piece, with where each line starts and the head above it.
struct Whole {
    std::string text;
    std::vector<std::size_t> starts;
    std::vector<JournalHead> above;
};

const Whole& whole()
{
    static const Whole out = [] {
        Whole made;
        for (const std::string& line : thousand()) {
            made.starts.push_back(made.text.size());
            made.text += line;
        }
        made.starts.push_back(made.text.size());
        made.above.emplace_back();
        for (const JournalLine& line : read_journal(made.text)) made.above.push_back(line.head());
        return made;
    }();
    return out;
}

std::string named(const JournalCheck& check)
{
    if (check.holds()) return "holds " + std::to_string(check.head.sequence);
    return std::string(journal_fault_word(check.fault->id)) + " " + std::to_string(check.fault->place.mark.line);
}

// What is found when the lines above `line`, which nothing was done to, are known to hold.
std::string behind(std::size_t line, std::string_view text, const std::optional<JournalHead>& anchor = std::nullopt)
{
    return named(verify_journal_chain_behind(whole().above[line], text.substr(whole().starts[line]), "j", anchor));
}

std::string at(const char* what, std::size_t index) { return what + (" " + std::to_string(index + 1)); }

// Every `stride`-th bit; each 4001st of those is also looked for from the first line on, contents and all.
std::size_t flip_bits(std::size_t stride)
{
    std::string text = whole().text;
    std::size_t tried = 0, line = 0;
    for (std::size_t bit = 0; bit < text.size() * 8; bit += stride, ++tried) {
        const std::size_t place = bit / 8;
        while (place >= whole().starts[line + 1]) ++line;
        const char kept = text[place];
        text[place] = static_cast<char>(static_cast<unsigned char>(kept) ^ (1u << (bit % 8)));
        const std::string seen = behind(line, text);
        const bool right = seen == at("altered", line) || seen == at("unreadable", line) ||
                           (place + 1 == text.size() && seen == at("torn", line));
        if (!right) FAIL("bit " << bit << " of line " << line + 1 << ": " << seen);
        if (tried % 4001 == 0) REQUIRE(found(text) == seen);
        text[place] = kept;
    }
    REQUIRE(text == whole().text);
    return tried;
}

std::size_t cut_bytes(std::size_t stride)
{
    const std::string& text = whole().text;
    const JournalHead& head = whole().above.back();
    std::size_t tried = 0, line = 0;
    for (std::size_t size = 0; size < text.size(); size += stride, ++tried) {
        while (size >= whole().starts[line + 1]) ++line;
        const std::string_view cut = std::string_view(text).substr(0, size);
        const bool between = size == whole().starts[line];
        const std::string expected = between ? "holds " + std::to_string(line) : at("torn", line);
        if (behind(line, cut) != expected) FAIL(size << ": " << behind(line, cut) << ", expected " << expected);
        if (behind(line, cut, head) != at("truncated", line)) FAIL(size << ": " << behind(line, cut, head));
        if (tried % 4001 == 0) REQUIRE(found(std::string(cut), head) == at("truncated", line));
    }
    return tried;
}

// Every `stride`-th line is removed, doubled, exchanged with the next, with any other.
std::size_t move_lines(std::size_t stride)
{
    test::Random chance(7);
    std::size_t tried = 0;
    const auto expect = [&](const std::vector<std::string>& lines, const std::string& alone) {
        const std::string text = joined(lines);
        REQUIRE(named(verify_journal_chain(text, "j")) == alone);
        const std::string anchored = named(verify_journal_chain(text, "j", whole().above.back()));
        REQUIRE(anchored == (alone == "holds 999" ? "truncated 1000" : alone));
        ++tried;
    };
    for (std::size_t i = 0; i < wanted; i += stride) {
        const auto place = static_cast<std::ptrdiff_t>(i);
        std::vector<std::string> lines = thousand();
        lines.erase(lines.begin() + place);
        expect(lines, i + 1 == wanted ? "holds 999" : at("removed", i));
        lines = thousand();
        lines.insert(lines.begin() + place, thousand()[i]);
        expect(lines, at("doubled", i + 1));
        for (const std::size_t other : {i + 1, static_cast<std::size_t>(chance.between(0, wanted - 1))}) {
            if (other == i || other >= wanted) continue;
            lines = thousand();
            std::swap(lines[i], lines[other]);
            expect(lines, at("reordered", std::min(i, other)));
        }
    }
    return tried;
}

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t sparse = 20;
#else
constexpr std::size_t sparse = 1;
#endif

}  // namespace

TEST_CASE("A journal of a thousand lines says everything that lines can say, and holds")
{
    const std::vector<JournalLine> lines = read_journal(whole().text);
    REQUIRE(lines.size() == wanted);
    std::size_t corrections = 0, struck = 0, late = 0, facts = 0, rulebooks = 0;
    for (const JournalLine& line : lines) {
        corrections += line.event.corrects.has_value();
        struck += line.event.event.empty() && line.event.facts.empty() && line.event.corrects.has_value();
        late += line.event.occurred < line.event.recorded;
        facts += !line.event.facts.empty();
        rulebooks += !line.event.rulebooks.empty();
    }
    CHECK(corrections > 60);
    CHECK(struck > 20);
    CHECK(late > 900);
    CHECK(facts > 150);
    CHECK(rulebooks > 3);
    CHECK(found(thousand()) == "holds 1000");
}

TEST_CASE("What follows a head that was verified is judged as in the whole journal")
{
    const JournalHead last = whole().above.back();
    for (std::size_t line = 0; line <= wanted; line += 125 * sparse) {
        CHECK(behind(line, whole().text) == "holds 1000");
        CHECK(behind(line, whole().text, last) == "holds 1000");
        CHECK(verify_journal_chain_behind(whole().above[line], whole().text.substr(whole().starts[line])).head == last);
    }
    // Behind another head nothing follows.
    JournalHead other = whole().above[500];
    other.sha256 = whole().above[499].sha256;
    CHECK(named(verify_journal_chain_behind(other, whole().text.substr(whole().starts[500]))) == "forked 501");
    CHECK(named(verify_journal_chain_behind(whole().above[498], whole().text.substr(whole().starts[500]))) ==
          "removed 499");
}

TEST_CASE("Of a thousand lines single bits flipped are found at the line they are in")
{
    CHECK(flip_bits(7 * sparse) > 20000);
}

TEST_CASE("Of a thousand lines each cut is torn, or needs a head that was kept")
{
    CHECK(cut_bytes(3 * sparse) > 6000);
}

TEST_CASE("Of a thousand lines each removed, doubled or exchanged is found") { CHECK(move_lines(17 * sparse) > 10); }

TEST_CASE("All of a thousand lines", "[.proofs]")
{
    const std::size_t bits = flip_bits(1), cuts = cut_bytes(1), moved = move_lines(1);
    CHECK(bits == whole().text.size() * 8);
    CHECK(cuts == whole().text.size());
    CHECK(moved > 3900);
    std::printf(
        "journal of %zu lines, %zu bytes: %zu bits flipped, %zu cuts, %zu lines removed, doubled or exchanged: all found\n",
        wanted, whole().text.size(), bits, cuts, moved);
}
