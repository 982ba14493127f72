// Whatever is done to a journal is found, at its line and by its name.
#include "journal_lines.hpp"

#include <set>

#include <sangkien/io/canonical.hpp>
#include <sangkien/io/digest.hpp>

#include "../random.hpp"

using namespace journals;

namespace {

const std::vector<std::string>& kept()
{
    static const std::vector<std::string> lines = lines_of(twelve());
    return lines;
}

std::string at(const char* what, std::size_t index) { return what + (" " + std::to_string(index + 1)); }

// The reason for which no line can be made of an event; empty when one can.
std::string refused(JournalEvent one)
{
    JournalHead head;
    try {
        journal_line(one, head);
    } catch (const Error& error) {
        REQUIRE(error.problems().size() == 1);
        REQUIRE(error.problems().front().id == ErrorId::journal_unreadable);
        REQUIRE(head == JournalHead());
        return explanation(error.problems().front(), Language::en);
    }
    return {};
}

}  // namespace

TEST_CASE("A line is the canonical form of its values, sealed by the SHA-256 of itself without the seal")
{
    std::string previous(64, '0');
    for (const std::string& line : kept()) {
        INFO(line);
        REQUIRE(line.back() == '\n');
        const std::string text = line.substr(0, line.size() - 1);
        CHECK(canonical_text(text, "line") == text);
        CHECK(text.substr(text.size() - 77, 11) == ",\"sha256\":\"");
        const std::string seal = sha256(text.substr(0, text.size() - 77) + "}");
        CHECK(text.substr(text.size() - 66, 64) == seal);
        CHECK(text.find("\"previous\":\"" + previous + "\"") != std::string::npos);
        previous = seal;
    }
    CHECK(kept().size() == 12);
    CHECK(found(kept()) == "holds 12");
    CHECK(found(std::string()) == "holds 0");
}

TEST_CASE("Each line reads back as the event it was made of")
{
    const std::vector<JournalLine> lines = read_journal(joined(kept()));
    REQUIRE(lines.size() == 12);
    JournalHead head;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CHECK(lines[i].sequence == static_cast<std::int64_t>(i + 1));
        CHECK(lines[i].previous == head.sha256);
        CHECK(journal_line(lines[i].event, head) == kept()[i]);
        CHECK(lines[i].head() == head);
    }
    CHECK(lines[1].event.acting_for == "ông Tư \"Ấm\"\n");
    CHECK(lines[2].event.facts.size() == 2);
    CHECK(lines[4].event.corrects == 2);
    CHECK(lines[6].event.rulebooks[0].id == "charter-13-2012");
}

TEST_CASE("A text that is not composed gives the line of the composed one")
{
    JournalEvent composed = twelve()[0], spread = composed;
    composed.actor = "Vi\xE1\xBB\x87t";
    spread.actor = "Vie\xCC\xA3\xCC\x82t";
    CHECK(lines_of({composed}) == lines_of({spread}));
    spread.actor = "\xC3\x28";
    CHECK(refused(spread).find("invalid string") != std::string::npos);
}

TEST_CASE("Every change of a single byte is found at its line")
{
    const std::string text = joined(kept());
    std::vector<std::size_t> line_at;
    for (std::size_t i = 0; i < kept().size(); ++i) line_at.insert(line_at.end(), kept()[i].size(), i);
    std::set<std::string> words;
    std::size_t tried = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        for (const int change : {1, 2, 4, 8, 16, 32, 64, 128, 255}) {
            std::string altered = text;
            altered[i] = static_cast<char>(altered[i] ^ change);
            const std::string seen = found(altered);
            const std::size_t space = seen.find(' ');
            if (seen.substr(space) != " " + std::to_string(line_at[i] + 1)) FAIL("byte " << i << ": " << seen);
            words.insert(seen.substr(0, space));
            ++tried;
        }
    CHECK(tried == text.size() * 9);
    // The very last byte is the end of the last line: without it the line is torn.
    CHECK(words == std::set<std::string>{"altered", "torn", "unreadable"});
}

TEST_CASE("Every cut at any byte is found as a torn line, or against a head that was kept")
{
    const std::string text = joined(kept());
    const JournalHead head = head_of(kept());
    std::size_t whole = 0, ends = 0;
    for (std::size_t size = 0; size < text.size(); ++size) {
        if (size > ends + kept()[whole].size() - 1) ends += kept()[whole++].size();
        const std::string cut = text.substr(0, size);
        const bool between = size == ends;
        const std::string expected = between ? "holds " + std::to_string(whole) : at("torn", whole);
        if (found(cut) != expected || found(cut, head) != at("truncated", whole))
            FAIL(size << ": " << found(cut) << ", expected " << expected);
    }
    CHECK(whole == 11);
    CHECK(found(text, head) == "holds 12");
}

TEST_CASE("Every line removed is found, the last ones against a head that was kept")
{
    const JournalHead head = head_of(kept());
    for (std::size_t first = 0; first < 12; ++first)
        for (std::size_t count = 1; first + count <= 12; ++count) {
            std::vector<std::string> lines = kept();
            const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
            lines.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
            const bool tail = first + count == 12;
            CHECK(found(lines) == (tail ? "holds " + std::to_string(first) : at("removed", first)));
            CHECK(found(lines, head) == at(tail ? "truncated" : "removed", first));
            if (tail) continue;
            const std::string told = explanation(*verify_journal(joined(lines)).fault, Language::en);
            CHECK(told.find("(" + std::to_string(count) + " in all)") != std::string::npos);
        }
}

TEST_CASE("Every line doubled, anywhere, is found where the first wrong one stands")
{
    for (std::size_t i = 0; i < 12; ++i)
        for (std::size_t to = 0; to <= 12; ++to) {
            std::vector<std::string> lines = kept();
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(to), kept()[i]);
            // In front of itself or behind, the second of the two is the one too many.
            const std::size_t wrong = to == i ? i + 1 : to;
            INFO(i << " to " << to);
            CHECK(found(lines) == at("doubled", wrong));
        }
}

TEST_CASE("Every two lines exchanged, and every line moved, are found")
{
    for (std::size_t a = 0; a < 12; ++a)
        for (std::size_t b = a + 1; b < 12; ++b) {
            std::vector<std::string> lines = kept();
            std::swap(lines[a], lines[b]);
            CHECK(found(lines) == at("reordered", a));
            lines = kept();
            const std::string moved = lines[a];
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(a));
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(b), moved);
            CHECK(found(lines) == at("reordered", a));
        }
}

TEST_CASE("Every line of another journal put in or in the place of one is found")
{
    std::vector<JournalEvent> others = twelve();
    for (JournalEvent& one : others) one.actor = "p-999";
    const std::vector<std::string> other = lines_of(others);
    for (std::size_t i = 0; i < 12; ++i)
        for (std::size_t to = 0; to <= 12; ++to) {
            INFO(i << " to " << to);
            std::vector<std::string> lines = kept();
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(to), other[i]);
            // The first line of another journal claims the first place as well as ours does.
            if (i == 0 && to == 0)
                CHECK(found(lines) == "inserted 1");
            else if (to < 12)
                CHECK(found(lines) == at("inserted", to));
            else
                CHECK(found(lines).find(i == 11 || i < 11 ? "forked 13" : "removed 13") == 0);
            if (to == 12) continue;
            lines = kept();
            lines[to] = other[i];
            const bool fits = i == 0 && to == 0;  // and then the second line follows another first
            const std::string expected = fits ? "forked 2" : i > to ? at("removed", to) : at("forked", to);
            CHECK(found(lines) == expected);
        }
}

TEST_CASE("A line forged with the right chain is found by the one behind it")
{
    for (std::size_t i = 0; i < 11; ++i) {
        INFO(i);
        JournalEvent forged = twelve()[i];
        forged.actor = "p-999";
        JournalHead head = head_of({kept().begin(), kept().begin() + static_cast<std::ptrdiff_t>(i)});
        const std::string line = journal_line(forged, head);
        std::vector<std::string> lines = kept();
        lines[i] = line;
        CHECK(found(lines) == at("forked", i + 1));
        lines = kept();
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(i), line);
        CHECK(found(lines) == at("inserted", i));
    }
}

TEST_CASE("A journal written anew holds, and is found against a head that was kept")
{
    std::vector<JournalEvent> others = twelve();
    others[3].actor = "p-999";
    const std::vector<std::string> anew = lines_of(others);
    CHECK(found(anew) == "holds 12");
    for (std::size_t size = 1; size <= 12; ++size) {
        const JournalHead head = head_of({kept().begin(), kept().begin() + static_cast<std::ptrdiff_t>(size)});
        CHECK(found(anew, head) == (size < 4 ? "holds 12" : at("rewritten", size - 1)));
        CHECK(found(kept(), head) == "holds 12");
    }
}

TEST_CASE("A check says what it cannot prove")
{
    const auto ids = [](const JournalCheck& check) {
        std::string out;
        for (const JournalDoubt& doubt : unproven(check)) out += std::string(doubt.id) + " ";
        return out;
    };
    const std::string text = joined(kept());
    const JournalHead head = head_of(kept());
    CHECK(ids(verify_journal(text)) == "tail rewritten ");
    CHECK(ids(verify_journal(text, "j", head)) == "tail ");
    CHECK(journal_check_text(verify_journal(text, "j", head), Language::en).find("behind line 12") !=
          std::string::npos);
    CHECK(ids(verify_journal(text.substr(1))) == "");
    CHECK(journal_check_json(verify_journal(text.substr(1), "j")).find("\"what\": \"altered\"") != std::string::npos);
}

TEST_CASE("Lines that are sealed right and say what no journal may say are found")
{
    const auto with = [](std::size_t index, const JournalEvent& one) {
        std::vector<JournalEvent> events = twelve();
        events[index] = one;
        return found(lines_of(events));
    };
    CHECK(with(6, event(49, 40, "SK-01", "file")) == "recorded-backwards 7");
    CHECK(with(6, event(50, 40, "SK-01", "file")) == "holds 12");
    CHECK(with(6, event(60, 61, "SK-01", "file")) == "occurred-later 7");
    JournalEvent correcting = event(60, 60, "SK-01", "file");
    for (const std::int64_t line : {7, 8, 2, 5, 4}) {
        correcting.corrects = line;
        CHECK(with(6, correcting) == (line == 4 ? "holds 12" : "correction 7"));
    }
}

TEST_CASE("Lines that another program sealed, not as they are written here, are found")
{
    // The first line with something in the place of something else, sealed anew.
    const auto sealed = [](const std::string& from, const std::string& to) {
        std::string line = kept()[0].substr(0, kept()[0].size() - 78);
        const std::size_t at = line.find(from);
        REQUIRE(at != std::string::npos);
        line.replace(at, from.size(), to);
        return found(line + ",\"sha256\":\"" + sha256(line + "}") + "\"}\n");
    };
    CHECK(sealed("p-104", "p-105") == "holds 1");
    CHECK(sealed("p-104", "\\u000b\\u001f\\t\\\"\\\\") == "holds 1");
    for (const char* odd :
         {"\\u0009", "\\u001F", "\\/", "\\u0041", "\\u00", "\\", "\t", "Vie\xCC\xA3\xCC\x82t", "\xC3(", ""}) {
        INFO(odd);
        CHECK(sealed("p-104", odd) == "unreadable 1");
    }
    CHECK(sealed("\"actor\":", "\"actor\": ") == "unreadable 1");
    CHECK(sealed("+07:00", "Z") == "unreadable 1");
    CHECK(sealed("\"journal\":1", "\"journal\":2") == "unreadable 1");
    CHECK(sealed(",\"role\"", ",\"rule\"") == "unreadable 1");
    CHECK(sealed("\"sequence\":\"1\"", "\"sequence\":\"2\"") == "removed 1");
    CHECK(sealed("\"sequence\":\"1\"", "\"sequence\":\"01\"") == "unreadable 1");
    CHECK(sealed(std::string(64, '0'), std::string(64, '1')) == "forked 1");
    CHECK(sealed("\"initiative\"", "\"facts\":{\"b\":true,\"a\":true},\"initiative\"") == "unreadable 1");
    CHECK(sealed("\"initiative\"", "\"facts\":{\"a\":true,\"b\":true},\"initiative\"") == "holds 1");
    CHECK(sealed("\"initiative\"", "\"facts\":{},\"initiative\"") == "unreadable 1");
    const std::string whole = "\"sequence\":\"1\",\"sha256\":\"" + std::string(64, '0') + "\"}";
    CHECK(sealed("\"sequence\":\"1\"", whole + ",\"sequence\":\"1\"") == "unreadable 1");
    CHECK(sealed(",\"sequence\"", ",\"saying\":\"x\",\"sequence\"") == "unreadable 1");
}

TEST_CASE("An event that no line can hold is refused with its reason")
{
    const JournalEvent good = twelve()[0];
    const auto reason = [&](void (*change)(JournalEvent&)) {
        JournalEvent bad = good;
        change(bad);
        return refused(bad);
    };
    CHECK(reason([](JournalEvent&) {}).empty());
    CHECK(reason([](JournalEvent& e) { e.actor = ""; }).find("the key \"actor\" belongs here") != std::string::npos);
    CHECK(reason([](JournalEvent& e) { e.role = ""; }).find("names no \"role\"") != std::string::npos);
    CHECK(reason([](JournalEvent& e) { e.initiative = ""; }).find("goes with \"event\"") != std::string::npos);
    CHECK(reason([](JournalEvent& e) { e.event = ""; }).find("goes with \"event\"") != std::string::npos);
    CHECK(reason([](JournalEvent& e) { e.event = e.initiative = ""; }).find("at least one of") != std::string::npos);
    CHECK(reason([](JournalEvent& e) { e.payload = "abc"; }).find("SHA-256 of 64 digits") != std::string::npos);
    CHECK(reason([](JournalEvent& e) { e.corrects = 0; }).find("no number of a line") != std::string::npos);
    CHECK(reason([](JournalEvent& e) {
              e.facts = {{"a", true, {}}, {"a", false, {}}};
          }).find("canonical form") != std::string::npos);
    CHECK(reason([](JournalEvent& e) { e.recorded = {999999999999}; }).find("no instant") != std::string::npos);
}

TEST_CASE("Any events appended in any order that is allowed give a journal that holds and reads back")
{
    sangkien::test::Random random(20261122);
    for (int round = 0; round < 300; ++round) {
        JournalOrder order;
        JournalHead head;
        std::string text;
        std::int64_t clock = 0;
        const auto some = [&](const char* stem) {
            std::string out = stem + std::to_string(random.between(0, 3));
            for (std::int64_t i = random.between(0, 3); i > 0; --i)
                out += std::vector<std::string>{
                    "\"", "\\", "\n", "ệ", "\x01", "😀", "\x7f", ","}[static_cast<std::size_t>(random.between(0, 7))];
            return out;
        };
        std::int64_t lines = 0;
        for (std::int64_t wanted = random.between(0, 29); wanted > 0; --wanted) {
            clock += random.between(-1, 1);
            JournalEvent one = event(clock, clock - random.between(0, 4) + 1, "i", "e");
            one.actor = some("p-");
            if (random.between(0, 1) == 0) one.channel = some("c");
            if (random.between(0, 2) == 0) one.facts = {{some("f"), true, {}}, {some("g"), false, {}}};
            if (random.between(0, 2) == 0) one.corrects = random.between(0, 5);
            if (random.between(0, 3) == 0) one.rulebooks = {{"previous", std::string(64, '1')}, {"a", head.sha256}};
            if (one.corrects && *one.corrects == 0) continue;
            if (order.wrong(one, head.sequence + 1, "j")) continue;
            order.take(one);
            text += journal_line(one, head);
            ++lines;
        }
        REQUIRE(found(text) == "holds " + std::to_string(lines));
        REQUIRE(verify_journal_chain(text).head == head);
        REQUIRE(read_journal(text).size() == static_cast<std::size_t>(lines));
    }
}

TEST_CASE("An event is read from JSON, with the number of a line as a number or a text")
{
    const std::string times =
        R"("recorded": "2025-09-24T10:00:00Z", "occurred": "2025-09-24T16:59+07:00", "actor": "p")";
    const JournalEvent one =
        read_journal_event("{" + times + R"(, "corrects": 100, "facts": {"b": true, "a": false}})");
    CHECK(one.corrects == 100);
    CHECK(to_text(one.recorded) == "2025-09-24T17:00:00+07:00");
    CHECK(one.facts.size() == 2);
    CHECK(read_journal_event("{" + times + R"(, "corrects": "100"})").corrects == 100);
    for (const char* bad : {R"("corrects": 0)", R"("corrects": "0100")", R"("sequence": "1")", R"("facts": {"a": 1})",
                            R"("rulebooks": ["a"])", R"("channel": "")"})
        CHECK_THROWS_AS(read_journal_event("{" + times + ", " + bad + "}"), Error);
    CHECK_THROWS_AS(read_journal_event("{\"actor\": \"p\"}"), Error);
    CHECK_THROWS_AS(read_journal_event("["), Error);
}

TEST_CASE("A journal past the limit is refused, and not taken for what of it was read")
{
    try {
        verify_journal(std::string((std::size_t{256} << 20) + 1, 'x'));
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.problems().front().id == ErrorId::limit_exceeded);
    }
}

TEST_CASE("A head is written and read back; anything else is an error")
{
    const JournalHead head = head_of(kept());
    CHECK(parse_journal_head(to_text(head)) == head);
    CHECK(parse_journal_head(to_text(JournalHead())) == JournalHead());
    for (const char* bad : {"", "12", "12:", "12:abc", ":"}) CHECK_THROWS_AS(parse_journal_head(bad), Error);
    CHECK_THROWS_AS(parse_journal_head("012" + to_text(head).substr(2)), Error);
}
