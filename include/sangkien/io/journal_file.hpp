// Journals in files, on POSIX systems: one line a write, on disk before it is acknowledged.
//
//   JournalFile journal = JournalFile::open("2025.jsonl");        // verifies what is there, and locks it
//   const JournalLine line = journal.append(event);               // on disk when this returns
//   keep_elsewhere(to_text(journal.head()));                      // the anchor of a later verify_journal()
//
// The bodies are the component sangkien::journal (CMake), apart from the rest: only who links it touches files so.
// A process that is killed, or a machine that stops, at any moment loses nothing that append() returned for. At most one
// line that was not acknowledged is torn; the next open() says so (SK1703) and repair_journal() is called by name.
#pragma once

#include <optional>
#include <string>

#include "journal.hpp"

namespace sangkien {

// Journal file (tệp nhật ký), open for appending. Not for two threads at once.
class JournalFile {
public:
    // Opens or makes a file. Throws Error: SK1721 when another program has it open so, the first fault (SK17xx) when the
    // journal does not hold, SK1722 when the system refuses.
    static JournalFile open(const std::string& path);

    JournalFile(JournalFile&& other) noexcept;
    JournalFile& operator=(JournalFile&& other) noexcept;
    JournalFile(const JournalFile&) = delete;
    JournalFile& operator=(const JournalFile&) = delete;
    ~JournalFile();

    // Appends one line and returns once it is on disk. Throws Error and adds nothing: SK1711, SK1712, SK1713 for times and
    // corrections; SK1702 for an event no line can hold; SK1722 when it could not be written whole; SK1723 when somebody
    // else wrote to the file. After a failure that could not be undone every further call fails with SK1722: open it again.
    JournalLine append(const JournalEvent& event);

    const JournalHead& head() const noexcept { return head_; }
    const std::string& path() const noexcept { return path_; }
    bool is_open() const noexcept { return file_ >= 0; }
    // Gives the lock back. The destructor does too.
    void close() noexcept;

private:
    JournalFile() = default;

    std::string path_;
    int file_ = -1;
    std::int64_t size_ = 0;  // bytes that were acknowledged
    bool failed_ = false;
    JournalHead head_;
    JournalOrder order_;
};

// Journal repair (sửa dòng đứt): what was put aside, and where.
struct JournalRepair {
    std::int64_t bytes = 0;
    std::string kept;  // path: that of the journal with .torn and the number of the line behind it
};

// Cuts off a torn last line and keeps its bytes in a file of their own, beside the journal. Nothing when none is torn;
// throws Error for any other fault, which it leaves alone.
std::optional<JournalRepair> repair_journal(const std::string& path);

}  // namespace sangkien
