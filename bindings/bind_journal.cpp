// Journals: appending to files, verifying, replaying.
#include <mutex>

#include <sangkien/io/journal_file.hpp>

#include "pybind.hpp"

namespace sangkien::python {

namespace {

using Head = std::pair<std::int64_t, std::string>;

Head pair_of(const JournalHead& head) { return {head.sequence, head.sha256}; }

// One thread appends at a time; the file is written without the interpreter's lock.
class BoundJournal {
public:
    explicit BoundJournal(const std::string& path) : file_(JournalFile::open(path)) {}

    Head append(const JournalEvent& event)
    {
        const std::lock_guard<std::mutex> one(mutex_);
        file_.append(event);
        return pair_of(file_.head());
    }
    Head head()
    {
        const std::lock_guard<std::mutex> one(mutex_);
        return pair_of(file_.head());
    }
    void close()
    {
        const std::lock_guard<std::mutex> one(mutex_);
        file_.close();
    }

private:
    std::mutex mutex_;
    JournalFile file_;
};

std::tuple<std::string, std::string, std::string> verify(const py::bytes& journal, const py::bytes& file,
                                                         const std::optional<std::string>& head)
{
    const std::string text(journal), name(file);
    const py::gil_scoped_release quiet;
    std::optional<JournalHead> anchor;
    if (head) anchor = parse_journal_head(*head);
    const JournalCheck check = verify_journal(text, name, anchor);
    return {journal_check_json(check), journal_check_text(check, Language::vi),
            journal_check_text(check, Language::en)};
}

Instant or_all(const std::optional<std::int64_t>& seconds) { return seconds ? Instant{*seconds} : end_of_time; }

std::string season(const py::bytes& journal, const py::bytes& file, const py::bytes& season,
                   const py::bytes& season_file, std::optional<std::int64_t> at, std::optional<std::int64_t> known)
{
    const std::string text(journal), name(file), content(season), season_name(season_file);
    const py::gil_scoped_release quiet;
    return journal_season(read_journal(text, name), content, season_name, or_all(at), or_all(known));
}

std::string replayed(const py::bytes& journal, const py::bytes& file, std::optional<std::int64_t> at,
                     std::optional<std::int64_t> known)
{
    const std::string text(journal), name(file);
    const py::gil_scoped_release quiet;
    return journal_replay_json(read_journal(text, name), or_all(at), or_all(known));
}

}  // namespace

void bind_journal(py::module_& module)
{
    py::class_<BoundJournal>(module, "JournalFile")
        .def(py::init([](const py::bytes& path) {
                 const std::string name(path);
                 const py::gil_scoped_release quiet;
                 return std::make_unique<BoundJournal>(name);
             }),
             py::arg("path"))
        .def(
            "append",
            [](BoundJournal& journal, const py::bytes& event) {
                const std::string text(event);
                const py::gil_scoped_release quiet;
                return journal.append(read_journal_event(text));
            },
            py::arg("event"))
        .def("head", &BoundJournal::head, py::call_guard<py::gil_scoped_release>())
        .def("close", &BoundJournal::close, py::call_guard<py::gil_scoped_release>());
    module.def(
        "journal_line",
        [](const py::bytes& event, const std::optional<std::string>& head) {
            JournalHead behind;
            if (head) behind = parse_journal_head(*head);
            const std::string line = journal_line(read_journal_event(std::string(event)), behind);
            return std::make_pair(py::bytes(line), pair_of(behind));
        },
        py::arg("event"), py::arg("head"));
    module.def("verify_journal", &verify, py::arg("journal"), py::arg("file"), py::arg("head"));
    module.def("journal_season", &season, py::arg("journal"), py::arg("file"), py::arg("season"),
               py::arg("season_file"), py::arg("at"), py::arg("known"));
    module.def("journal_replay", &replayed, py::arg("journal"), py::arg("file"), py::arg("at"), py::arg("known"));
    module.def(
        "repair_journal",
        [](const py::bytes& path) {
            const auto done = repair_journal(std::string(path));
            return done ? std::make_pair(done->bytes, py::bytes(done->kept))
                        : std::make_pair(std::int64_t{0}, py::bytes());
        },
        py::arg("path"), "Bytes put aside and the path of the file that keeps them; 0 when no line was torn.");
}

}  // namespace sangkien::python
