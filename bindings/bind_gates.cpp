// The table as bits: one step from names, and the steps of many files from columns.
#include "columns.hpp"

#include <sangkien/batch/steps.hpp>
#include <sangkien/lifecycle/gates.hpp>

namespace sangkien::python {

namespace {

// Names and their positions, found as Python finds keys: by a hash that the name keeps.
class NameTable {
public:
    NameTable(const std::vector<std::string>& ids, const char* what) : ids_(ids), what_(what)
    {
        for (std::size_t i = 0; i < ids_.size(); ++i) {
            texts_.append(py::str(ids_[i]));
            places_[texts_[i]] = i;
        }
    }

    const std::vector<std::string>& ids() const { return ids_; }
    const py::list& texts() const { return texts_; }
    std::uint16_t find(py::handle name) const
    {
        if (!PyUnicode_Check(name.ptr()))
            throw py::type_error("a " + std::string(what_) + " is given by its name, a str");
        PyObject* place = PyDict_GetItemWithError(places_.ptr(), name.ptr());
        return place == nullptr ? Gates::none : static_cast<std::uint16_t>(PyLong_AsLong(place));
    }
    std::uint16_t at(py::handle name) const
    {
        const std::uint16_t found = find(name);
        if (found != Gates::none) return found;
        const std::string text = py::str(name), near = nearest(text, ids_);
        throw py::key_error("no " + std::string(what_) + " '" + text + "'" +
                            (near.empty() ? "" : "; perhaps '" + near + "'"));
    }

    // The same, tried at `guess` first: who takes the names from texts(), in their order, is not looked up.
    std::uint16_t at(py::handle name, std::size_t guess) const
    {
        const bool met =
            guess < ids_.size() && PyList_GET_ITEM(texts_.ptr(), static_cast<py::ssize_t>(guess)) == name.ptr();
        return met ? static_cast<std::uint16_t>(guess) : at(name);
    }

private:
    std::vector<std::string> ids_;
    const char* what_;
    py::list texts_;
    py::dict places_;
};

std::vector<std::string> state_ids(const Table& table)
{
    std::vector<std::string> out;
    for (const State& state : table.states) out.push_back(state.name.id);
    return out;
}

std::vector<std::string> role_ids(const Table& table)
{
    std::vector<std::string> out;
    for (const Name& role : table.roles) out.push_back(role.id);
    return out;
}

std::vector<std::string> leaf_ids(const Gates& gates)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < gates.leaves().size(); ++i) out.push_back(gates.leaf_text(i));
    return out;
}

struct BoundGates {
    BoundGates(const Table& table, const py::object& answer)
        : gates(table),
          states(state_ids(table), "state"),
          events(gates.events(), "event"),
          roles(role_ids(table), "role"),
          leaves(leaf_ids(gates), "condition"),
          position(gates.beginning())
    {
        holds.resize(gates.words());
        known.resize(gates.words());
        for (const char* verdict : {"fail", "undetermined", "pass"})
            for (const std::string& state : states.ids()) answers.push_back(answer(verdict, state));
    }

    Gates gates;
    NameTable states, events, roles, leaves;
    std::vector<py::object> answers;  // three verdicts x states, made once
    // Of step(), which holds the GIL.
    Position position;
    std::vector<std::uint64_t> holds, known;
};

void put_state(BoundGates& bound, py::handle state)
{
    bound.position = bound.gates.beginning();
    if (!py::isinstance<py::tuple>(state)) return bound.gates.move(bound.position.data(), bound.states.at(state));
    for (py::handle each : py::reinterpret_borrow<py::tuple>(state))
        bound.gates.move(bound.position.data(), bound.states.at(each));
}

void put_facts(BoundGates& bound, const py::dict& facts)
{
    std::fill(bound.holds.begin(), bound.holds.end(), 0);
    std::fill(bound.known.begin(), bound.known.end(), 0);
    PyObject *name = nullptr, *value = nullptr;
    py::ssize_t at = 0;
    std::size_t met = 0;
    while (PyDict_Next(facts.ptr(), &at, &name, &value) != 0) {
        const std::uint16_t leaf = bound.leaves.at(name, met++);
        if (value == Py_None) continue;
        if (!PyBool_Check(value))
            throw py::type_error("'" + bound.leaves.ids()[leaf] + "' is True, False or None (not known)");
        const std::uint64_t bit = std::uint64_t{1} << (leaf % 64);
        bound.known[leaf / 64U] |= bit;
        if (value == Py_True) bound.holds[leaf / 64U] |= bit;
    }
}

// The verdict, and the state that the step leads to or leaves alone: its own, of the event's track.
py::object step_once(BoundGates& bound, py::handle state, py::handle event, py::handle role, const py::dict& facts)
{
    put_state(bound, state);
    put_facts(bound, facts);
    const GateStep step = bound.gates.step(bound.position.data(), bound.events.find(event), bound.roles.find(role),
                                           bound.holds.data(), bound.known.data());
    return bound.answers[static_cast<std::size_t>(step.verdict) * bound.gates.states() + step.to];
}

std::size_t replay_columns(const BoundGates& bound, const py::buffer& files, const py::buffer& events,
                           const py::buffer& roles, const py::buffer& holds, const py::buffer& known,
                           const py::buffer& states, const py::buffer& verdicts)
{
    const Column<std::uint32_t> file(files, false);
    const Column<std::uint16_t> event(events, false), role(roles, false), state(states, true);
    const Column<std::uint64_t> so(holds, false), told(known, false);
    const Column<std::uint8_t> verdict(verdicts, true);
    const std::size_t rows = file.size();
    for (const std::size_t size : {event.size(), role.size(), verdict.size()}) need_same_size(rows, size);
    for (const std::size_t size : {so.size(), told.size()}) need_same_size(rows * bound.gates.words(), size);
    static_assert(sizeof(Truth) == 1);
    const py::gil_scoped_release quiet;
    return take_steps(bound.gates, {file.data(), event.data(), role.data(), so.data(), told.data(), rows}, state.data(),
                      state.size() / bound.gates.tracks(), reinterpret_cast<Truth*>(verdict.data()));
}

}  // namespace

void bind_gates(py::module_& module)
{
    py::class_<BoundGates>(module, "Gates")
        .def_property_readonly("states", [](const BoundGates& bound) { return bound.states.texts(); })
        .def_property_readonly("events", [](const BoundGates& bound) { return bound.events.texts(); })
        .def_property_readonly("roles", [](const BoundGates& bound) { return bound.roles.texts(); })
        .def_property_readonly("leaves", [](const BoundGates& bound) { return bound.leaves.texts(); })
        .def_property_readonly("words", [](const BoundGates& bound) { return bound.gates.words(); })
        .def_property_readonly("beginning", [](const BoundGates& bound) { return bound.gates.beginning(); })
        .def("step", &step_once, py::arg("state"), py::arg("event"), py::arg("role"), py::arg("facts"))
        .def("replay", &replay_columns, py::arg("files"), py::arg("events"), py::arg("roles"), py::arg("holds"),
             py::arg("known"), py::arg("states"), py::arg("verdicts"));
    module.def(
        "gates",
        [](const Rules& rules, std::optional<std::int32_t> day, const py::object& answer) {
            const std::optional<Day> on = day ? std::optional<Day>(Day{*day}) : std::nullopt;
            return std::make_unique<BoundGates>(lifecycle_rules(rules, on).table, answer);
        },
        py::arg("rules"), py::arg("day"), py::arg("answer"), "`answer` makes what step() gives of verdict and state.");
}

}  // namespace sangkien::python
