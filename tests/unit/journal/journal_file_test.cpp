// Journals in files: what was acknowledged is there, and nothing else is.
#include <sangkien/io/journal_file.hpp>

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <sangkien/io/loader.hpp>

#include "../io/journal_lines.hpp"

using namespace journals;

namespace {

int syncs = 0;          // calls of fsync()
int syncs_to_fail = 0;  // of the next ones

}  // namespace

// In the place of the system's: that each line is on disk before it is acknowledged cannot be seen from outside.
extern "C" int fsync(int file)
{
    ++syncs;
    if (syncs_to_fail == 0) return static_cast<int>(::syscall(SYS_fsync, file));
    --syncs_to_fail;
    errno = EIO;
    return -1;
}

namespace {

// A folder of its own, gone with the test.
class Folder {
public:
    Folder()
    {
        char name[] = "/tmp/sangkien-journal-XXXXXX";
        REQUIRE(::mkdtemp(name) != nullptr);
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder()
    {
        for (const std::string& file : files_) std::remove(file.c_str());
        ::rmdir(path_.c_str());
    }
    std::string operator()(const std::string& name)
    {
        files_.push_back(path_ + "/" + name);
        return files_.back();
    }

private:
    std::string path_;
    std::vector<std::string> files_;
};

void put(const std::string& path, const std::string& text)
{
    std::FILE* file = std::fopen(path.c_str(), "wb");
    REQUIRE(file != nullptr);
    std::fwrite(text.data(), 1, text.size(), file);
    std::fclose(file);
}

// "SK1703 12", the id and the line; empty when nothing is wrong.
template <class Call>
std::string wrong(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        const Problem& problem = error.problems().front();
        return code(problem.id) + " " + std::to_string(problem.place.mark.line);
    }
    return {};
}

std::string opening(const std::string& path)
{
    return wrong([&] { JournalFile::open(path); });
}

}  // namespace

TEST_CASE("A file is made, appended to, closed and opened again, and holds the lines of its events")
{
    Folder folder;
    const std::string path = folder("j.jsonl");
    const std::vector<JournalEvent> events = twelve();
    const std::vector<std::string> lines = lines_of(events);
    std::string expected;
    for (std::size_t i = 0; i < events.size(); ++i) {
        JournalFile file = JournalFile::open(path);
        JournalFile journal = std::move(file);
        CHECK_FALSE(file.is_open());
        CHECK(journal.head().sequence == static_cast<std::int64_t>(i));
        const JournalLine line = journal.append(events[i]);
        expected += lines[i];
        CHECK(read_file(path) == expected);
        CHECK(line.head() == journal.head());
        CHECK(journal.head() == verify_journal(expected).head);
    }
    CHECK(found(read_file(path)) == "holds 12");
}

TEST_CASE("An event that is refused leaves the file as it was, and the journal goes on")
{
    Folder folder;
    const std::string path = folder("j.jsonl");
    JournalFile journal = JournalFile::open(path);
    journal.append(event(10, 5, "SK-01", "file"));
    const std::string before = read_file(path);
    JournalEvent bad = event(11, 6, "SK-01", "");
    CHECK(wrong([&] { journal.append(bad); }) == "SK1702 0");
    CHECK(wrong([&] { journal.append(event(9, 6, "SK-01", "file")); }) == "SK1711 2");
    CHECK(wrong([&] { journal.append(event(11, 12, "SK-01", "file")); }) == "SK1712 2");
    bad = event(11, 6, "SK-01", "file");
    bad.corrects = 2;
    CHECK(wrong([&] { journal.append(bad); }) == "SK1713 2");
    CHECK(read_file(path) == before);
    bad.corrects = 1;
    journal.append(bad);
    CHECK(wrong([&] { journal.append(bad); }) == "SK1713 3");
    CHECK(found(read_file(path)) == "holds 2");
    journal.close();
    CHECK(wrong([&] { journal.append(event(20, 6, "SK-01", "file")); }) == "SK1722 0");
    // What was corrected is known after opening again.
    JournalFile again = JournalFile::open(path);
    CHECK(wrong([&] { again.append(bad); }) == "SK1713 3");
}

TEST_CASE("One program writes at a time, and what another wrote all the same is noticed")
{
    Folder folder;
    const std::string path = folder("j.jsonl");
    JournalFile first = JournalFile::open(path);
    CHECK(opening(path) == "SK1721 0");
    CHECK(wrong([&] { repair_journal(path); }) == "SK1721 0");
    first.append(event(10, 5, "SK-01", "file"));
    put(path, read_file(path) + "{}\n");
    CHECK(wrong([&] { first.append(event(11, 5, "SK-01", "file")); }) == "SK1723 0");
    first.close();
    CHECK(opening(path) == "SK1702 2");
}

TEST_CASE("A torn last line is an error at every byte, repaired by name alone, its bytes kept aside")
{
    const std::vector<std::string> lines = lines_of(twelve());
    const std::string whole = joined({lines.begin(), lines.end() - 1});
    for (std::size_t size = 1; size < lines.back().size(); size += 7) {
        Folder folder;
        const std::string path = folder("j.jsonl"), aside = folder("j.jsonl.torn-12"),
                          more = folder("j.jsonl.torn-12-2");
        const std::string torn = lines.back().substr(0, size);
        put(path, whole + torn);
        REQUIRE(opening(path) == "SK1703 12");
        REQUIRE(read_file(path) == whole + torn);
        const auto done = repair_journal(path);
        REQUIRE(done);
        CHECK(done->bytes == static_cast<std::int64_t>(size));
        CHECK(done->kept == aside);
        CHECK(read_file(aside) == torn);
        CHECK(read_file(path) == whole);
        CHECK_FALSE(repair_journal(path));
        JournalFile journal = JournalFile::open(path);
        journal.append(twelve().back());
        CHECK(read_file(path) == joined(lines));
        journal.close();
        put(path, whole + "x");
        CHECK(repair_journal(path)->kept == more);
        CHECK(read_file(aside) == torn);
    }
}

TEST_CASE("Other faults are not repaired, and such a file is not appended to")
{
    Folder folder;
    const std::string path = folder("j.jsonl");
    std::vector<std::string> lines = lines_of(twelve());
    lines.erase(lines.begin() + 3);
    put(path, joined(lines) + "torn");
    CHECK(opening(path) == "SK1704 4");
    CHECK(wrong([&] { repair_journal(path); }) == "SK1704 4");
    CHECK(read_file(path) == joined(lines) + "torn");
}

TEST_CASE("A place where no file can be is an error")
{
    Folder folder;
    CHECK(opening(folder("no/j.jsonl")) == "SK1722 0");
    CHECK(opening("/dev/null") == "SK1722 0");
    CHECK(wrong([&] { repair_journal(folder("none.jsonl")); }) == "SK1722 0");
}

TEST_CASE("A line that does not fit on the disk is taken back whole, and the journal goes on when it fits again")
{
    Folder folder;
    const std::string path = folder("j.jsonl");
    JournalFile journal = JournalFile::open(path);
    journal.append(event(1, 1, "SK-01", "file"));
    const std::string before = read_file(path);
    // A limit on the size of files stands in for the full disk: the write is cut short in the same way.
    rlimit old{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &old) == 0);
    auto* const signal = std::signal(SIGXFSZ, SIG_IGN);
    for (const std::size_t room : {std::size_t{0}, std::size_t{1}, std::size_t{100}}) {
        rlimit tight = old;
        tight.rlim_cur = before.size() + room;
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &tight) == 0);
        const std::string told = wrong([&] { journal.append(event(2, 2, "SK-01", "file")); });
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &old) == 0);
        CHECK(told == "SK1722 0");
        CHECK(read_file(path) == before);
    }
    std::signal(SIGXFSZ, signal);
    journal.append(event(2, 2, "SK-01", "file"));
    CHECK(found(read_file(path)) == "holds 2");
}

TEST_CASE("The file and its folder are on disk when it is made, and each line before it is acknowledged")
{
    Folder folder;
    const std::string path = folder("j.jsonl");
    syncs = 0;
    JournalFile journal = JournalFile::open(path);
    CHECK(syncs == 2);
    for (int i = 1; i <= 3; ++i) {
        journal.append(event(i, i, "SK-01", "file"));
        CHECK(syncs == 2 + i);
    }
    CHECK_THROWS_AS(journal.append(event(0, 0, "SK-01", "file")), Error);
    CHECK(syncs == 5);
}

TEST_CASE(
    "When the disk cannot say whether a line is on it, nothing more is appended until the journal is opened again")
{
    Folder folder;
    const std::string path = folder("j.jsonl");
    JournalFile journal = JournalFile::open(path);
    journal.append(event(1, 1, "SK-01", "file"));
    const JournalHead before = journal.head();
    syncs_to_fail = 1;
    CHECK(wrong([&] { journal.append(event(2, 2, "SK-01", "file")); }) == "SK1722 0");
    CHECK(wrong([&] { journal.append(event(3, 3, "SK-01", "file")); }) == "SK1722 0");
    CHECK(journal.head() == before);
    journal.close();
    // The line may be there or not; opening says which.
    JournalFile again = JournalFile::open(path);
    CHECK(again.head() == verify_journal(read_file(path)).head);
    again.append(event(3, 3, "SK-01", "file"));
    CHECK(found(read_file(path)) == "holds " + std::to_string(again.head().sequence));
    syncs_to_fail = 1;
    CHECK(opening(folder("other.jsonl")) == "SK1722 0");
}
