// The report has the same bytes whatever the host's locale and time zone are.
//
// Most machines have no locale but C, so those the test asks for are made by localedef in a folder of its own.
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <locale>
#include <stdexcept>
#include <string>

#include <sangkien/io/evaluate_text.hpp>
#include <sangkien/io/loader.hpp>
#include <sangkien/io/report_json.hpp>
#include <sangkien/io/report_text.hpp>

#ifdef __SANITIZE_ADDRESS__
// The C library keeps the parts of LOCPATH that it has read for good: a leak of its own, and the only one let pass.
extern "C" const char* __lsan_default_suppressions() { return "leak:argz_add_sep"; }
#endif

namespace {

namespace fs = std::filesystem;

// A folder that is gone when the test ends.
class Folder {
public:
    Folder()
    {
        std::string name = (fs::temp_directory_path() / "sangkien-locales-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~Folder()
    {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    fs::path operator/(const std::string& name) const { return path_ / name; }
    std::string text() const { return path_.string(); }

private:
    fs::path path_;
};

// localedef warns of what it makes up and then ends with 1: whether the folder is there is what counts.
void make_locale(const Folder& folder, const std::string& language)
{
    const std::string name = language + ".UTF-8";
    const std::string made = (folder / name).string();
    const std::string command = "localedef --no-archive -c -i " + language + " -f UTF-8 '" + made + "' >/dev/null 2>&1";
    const int status = std::system(command.c_str());
    if (!fs::exists(folder / name))
        throw std::runtime_error("localedef made no " + name + ", status " + std::to_string(status));
}

void take_zone(const char* zone)
{
    if (zone == nullptr)
        unsetenv("TZ");
    else
        setenv("TZ", zone, 1);
    tzset();
}

// Everything is read, evaluated and written anew: reading asks no locale for its decimal point either.
std::string everything()
{
    using namespace sangkien;
    const std::string path = SANGKIEN_SOURCE_DIR "/docs/examples/gia-vien-2025.season.json";
    const Rules rules = load_rules({"charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"});
    const Report report =
        evaluate_text(rules, read_file(path), "season.json", parse_instant("2025-09-30T17:00:00+07:00"));
    std::string out = report_json(report) + report_text(report, Language::vi) + report_text(report, Language::en);
    try {
        evaluate_text(rules, "{\"season\": 1.5, \"year\": 12345.25}", "season.json", Instant{});
    } catch (const Error& error) {
        out += error.what();
    }
    return out;
}

int failures = 0;

void check(bool holds, const std::string& what)
{
    if (holds) return;
    ++failures;
    std::fprintf(stderr, "failed: %s\n", what.c_str());
}

void under(const char* locale, const std::string& decimal_point)
{
    check(std::setlocale(LC_ALL, locale) != nullptr, std::string("setlocale ") + locale);
    std::locale::global(std::locale(locale));
    check(std::localeconv()->decimal_point == decimal_point, std::string("the decimal point of ") + locale);
}

// The promise would be worth nothing if the zones were not real: an hour of summer in New York differs from Tokyo's.
int local_hour()
{
    const std::time_t moment = 1759226400;  // 2025-09-30T10:00:00Z
    std::tm out{};
    localtime_r(&moment, &out);
    return out.tm_hour;
}

}  // namespace

int main()
{
    try {
        std::setlocale(LC_ALL, "C");
        take_zone(nullptr);
        const std::string expected = everything();
        check(expected.size() > 100000, "a report of some size");

        const Folder folder;
        for (const char* language : {"vi_VN", "tr_TR"}) make_locale(folder, language);
        setenv("LOCPATH", folder.text().c_str(), 1);
        struct Zone {
            const char* name;
            int hour;
        };
        // POSIX rules beside the names: they hold where no zone database is installed.
        const Zone zones[] = {
            {nullptr, -1},     {"UTC", 10}, {"EST5EDT,M3.2.0,M11.1.0", 6}, {"JST-9", 19}, {"America/New_York", -1},
            {"Asia/Tokyo", -1}};
        for (const char* locale : {"C", "vi_VN.UTF-8", "tr_TR.UTF-8"})
            for (const Zone& zone : zones) {
                under(locale, std::string(locale) == "C" ? "." : ",");
                take_zone(zone.name);
                const std::string what = std::string(locale) + " " + (zone.name == nullptr ? "no zone" : zone.name);
                if (zone.hour >= 0) check(local_hour() == zone.hour, "the zone " + what);
                check(everything() == expected, "the bytes under " + what);
            }
    } catch (const std::exception& error) {
        check(false, error.what());
    }
    if (failures == 0) std::puts("the same bytes under 3 locales and 6 zones");
    return failures == 0 ? 0 : 1;
}
