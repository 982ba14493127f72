// Writing journals on POSIX systems: the component sangkien::journal.
#include <sangkien/io/journal_file.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include <sangkien/core/limits.hpp>

namespace sangkien {

namespace {

Error not_written(const std::string& path, Words reason)
{
    return Error(
        Problem{ErrorId::journal_not_written, {path, {}, {}}, {{"file", path}, {"reason", std::move(reason)}}});
}

Error not_written(const std::string& path, int number)
{
    const std::string text = std::strerror(number);
    return not_written(path, {text, text});
}

// Closes what it holds, whichever way its block is left.
class Descriptor {
public:
    explicit Descriptor(int number) noexcept : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (number_ >= 0) ::close(number_);
    }
    int get() const noexcept { return number_; }
    int release() noexcept { return std::exchange(number_, -1); }

private:
    int number_;
};

int open_file(const std::string& path, int flags)
{
    int out = -1;
    do {
        out = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
    } while (out < 0 && errno == EINTR);
    return out;
}

void sync(int file, const std::string& path)
{
    int done = -1;
    do {
        done = ::fsync(file);
    } while (done != 0 && errno == EINTR);
    if (done != 0) throw not_written(path, errno);
}

// That a file is in its folder is on disk once the folder is.
void sync_folder(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    std::string folder = ".";
    if (slash != std::string::npos) folder = slash == 0 ? "/" : path.substr(0, slash);
    const Descriptor opened(open_file(folder, O_RDONLY | O_DIRECTORY));
    if (opened.get() < 0) throw not_written(path, errno);
    sync(opened.get(), path);
}

void lock(int file, const std::string& path)
{
    int done = -1;
    do {
        done = ::flock(file, LOCK_EX | LOCK_NB);
    } while (done != 0 && errno == EINTR);
    if (done == 0) return;
    if (errno == EWOULDBLOCK) throw Error(Problem{ErrorId::journal_locked, {path, {}, {}}, {{"file", path}}});
    throw not_written(path, errno);
}

std::string whole(int file, const std::string& path)
{
    std::string out;
    char buffer[65536];
    for (;;) {
        const ssize_t size = ::pread(file, buffer, sizeof buffer, static_cast<off_t>(out.size()));
        if (size == 0) return out;
        if (size < 0 && errno != EINTR) throw not_written(path, errno);
        if (size > 0) out.append(buffer, static_cast<std::size_t>(size));
    }
}

// Opened, locked and plain: a pipe or a device keeps nothing.
Descriptor opened(const std::string& path, int flags)
{
    Descriptor out(open_file(path, flags));
    if (out.get() < 0) throw not_written(path, errno);
    struct stat about;
    if (::fstat(out.get(), &about) != 0) throw not_written(path, errno);
    if (!S_ISREG(about.st_mode)) throw not_written(path, {"đó không phải là một tệp thường", "it is no plain file"});
    lock(out.get(), path);
    return out;
}

// One call writes all of a short line to a plain file, unless the disk is full, a limit is met or a signal comes.
std::size_t write_once(int file, const std::string& text)
{
    ssize_t done = -1;
    do {
        done = ::write(file, text.data(), text.size());
    } while (done < 0 && errno == EINTR);
    return done < 0 ? 0 : static_cast<std::size_t>(done);
}

void write_all(int file, const std::string& text, const std::string& path)
{
    for (std::size_t done = 0; done < text.size();) {
        const std::size_t more = write_once(file, text.substr(done));
        if (more == 0) throw not_written(path, errno);
        done += more;
    }
}

}  // namespace

JournalFile JournalFile::open(const std::string& path)
{
    Descriptor file = opened(path, O_RDWR | O_CREAT | O_APPEND);
    JournalFile out;
    out.path_ = path;
    const std::string text = whole(file.get(), path);
    // Whoever made the file may have been killed before its folder was on disk, or before the last line was.
    sync(file.get(), path);
    if (text.empty()) sync_folder(path);
    for (const JournalLine& line : read_journal(text, path)) {
        out.order_.take(line.event);
        out.head_ = line.head();
    }
    out.size_ = static_cast<std::int64_t>(text.size());
    out.file_ = file.release();
    return out;
}

JournalFile::JournalFile(JournalFile&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, -1)),
      size_(other.size_),
      failed_(other.failed_),
      head_(std::move(other.head_)),
      order_(std::move(other.order_))
{
}

JournalFile& JournalFile::operator=(JournalFile&& other) noexcept
{
    if (this == &other) return *this;
    close();
    path_ = std::move(other.path_);
    file_ = std::exchange(other.file_, -1);
    size_ = other.size_;
    failed_ = other.failed_;
    head_ = std::move(other.head_);
    order_ = std::move(other.order_);
    return *this;
}

JournalFile::~JournalFile() { close(); }

void JournalFile::close() noexcept
{
    // Closing the last descriptor gives the lock back; what was acknowledged is on disk already.
    if (file_ >= 0) ::close(std::exchange(file_, -1));
}

JournalLine JournalFile::append(const JournalEvent& event)
{
    if (file_ < 0 || failed_)
        throw not_written(
            path_, {file_ < 0 ? "nhật ký đã đóng; hãy mở lại" : "lần ghi trước hỏng; hãy mở lại nhật ký",
                    file_ < 0 ? "it is closed; open it again" : "an earlier append failed; open the journal again"});
    if (const auto wrong = order_.wrong(event, head_.sequence + 1, path_)) throw Error(*wrong);
    JournalLine out;
    out.event = event;
    out.previous = head_.sha256;
    JournalHead next = head_;
    const std::string text = journal_line(event, next);
    out.sequence = next.sequence;
    out.sha256 = next.sha256;
    // A journal that could not be opened again must not come about.
    if (static_cast<std::size_t>(size_) + text.size() > limits::json_bytes)
        throw Error(Problem{ErrorId::limit_exceeded,
                            {path_, {}, {}},
                            {{"what", Words{"độ dài (byte)", "length (bytes)"}},
                             {"limit", static_cast<std::int64_t>(limits::json_bytes)}}});
    order_.make_room();

    struct stat about;
    if (::fstat(file_, &about) != 0) throw not_written(path_, errno);
    if (about.st_size != size_) throw Error(Problem{ErrorId::journal_changed, {path_, {}, {}}, {{"file", path_}}});
    errno = 0;
    const std::size_t written = write_once(file_, text);
    if (written != text.size()) {
        const int why = errno != 0 ? errno : ENOSPC;  // a short write says nothing of its reason
        if (written > 0 && ::ftruncate(file_, static_cast<off_t>(size_)) != 0) failed_ = true;
        throw not_written(path_, why);
    }
    // From here on the line may be on disk or not, until fsync() says so.
    failed_ = true;
    sync(file_, path_);
    failed_ = false;
    size_ += static_cast<std::int64_t>(text.size());
    head_ = std::move(next);
    order_.take(event);
    return out;
}

std::optional<JournalRepair> repair_journal(const std::string& path)
{
    const Descriptor file = opened(path, O_RDWR | O_APPEND);
    const std::string text = whole(file.get(), path);
    const JournalCheck check = verify_journal(text, path);
    if (!check.fault) return std::nullopt;
    if (check.fault->id != ErrorId::journal_torn) throw Error(*check.fault);

    const std::string torn = text.substr(check.bytes);
    JournalRepair out;
    out.bytes = static_cast<std::int64_t>(torn.size());
    const std::string name = path + ".torn-" + std::to_string(check.head.sequence + 1);
    out.kept = name;
    int kept = open_file(out.kept, O_WRONLY | O_CREAT | O_EXCL);
    // Never over what an earlier repair put aside.
    for (int i = 2; kept < 0 && errno == EEXIST && i < 10000; ++i) {
        out.kept = name + "-" + std::to_string(i);
        kept = open_file(out.kept, O_WRONLY | O_CREAT | O_EXCL);
    }
    const Descriptor aside(kept);
    if (aside.get() < 0) throw not_written(out.kept, errno);
    write_all(aside.get(), torn, out.kept);
    sync(aside.get(), out.kept);
    sync_folder(out.kept);
    if (::ftruncate(file.get(), static_cast<off_t>(check.bytes)) != 0) throw not_written(path, errno);
    sync(file.get(), path);
    return out;
}

}  // namespace sangkien
