#include <fstream>

#include "support.hpp"

using namespace sangkien;
using namespace sangkien::test;

namespace {

// Rows of a table whose comments begin with '#', cut at the commas; the columns that are asked for hold none.
std::vector<std::vector<std::string>> rows_of(const std::string& file)
{
    std::ifstream lines(std::string(SANGKIEN_SOURCE_DIR) + file);
    std::vector<std::vector<std::string>> out;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#' || line.compare(0, 5, "date,") == 0) continue;
        std::vector<std::string> row(1);
        for (const char c : line)
            if (c == ',')
                row.emplace_back();
            else
                row.back() += c;
        out.push_back(std::move(row));
    }
    return out;
}

std::string kind_as_in_the_table(DayKind kind)
{
    std::string out = word(kind);
    for (char& c : out) c = c == '-' ? '_' : c;
    return out;
}

}  // namespace

TEST_CASE("Every day of the decided years is what the table of decisions says")
{
    const Calendar& calendar = civil_service();
    const auto rows = rows_of("/tests/python/vn_public_sector_days_2019_2026.csv");
    CHECK(rows.size() == 118);
    std::size_t next = 1;  // the first row is of 2018, which is not decided
    int days = 0, special = 0;
    for (Day day = on("2019-01-01"); day < on("2027-01-01"); day = day + 1) {
        ++days;
        CAPTURE(to_text(day));
        const bool listed = next < rows.size() && rows[next][0] == to_text(day);
        if (listed) {
            ++special;
            CHECK(kind_as_in_the_table(calendar.kind(day)) == rows[next][2]);
            CHECK(calendar.is_working(day) == (rows[next][2] == "swap_work"));
            CHECK((rows[next][4].empty() || calendar.special(day)->pair == parse_day(rows[next][4])));
            ++next;
        } else {
            CHECK_FALSE(calendar.special(day));
            CHECK(calendar.is_working(day) == (weekday(day) < Weekday::saturday));
        }
    }
    CHECK(days == 2922);
    CHECK(special == 117);
}
