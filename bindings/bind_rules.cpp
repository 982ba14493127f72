// Rules: loading rulebooks, and evaluating seasons under them.
#include "pybind.hpp"

namespace sangkien::python {

namespace {

using SharedRules = std::shared_ptr<Rules>;

std::vector<std::string> texts(const std::vector<py::bytes>& parts) { return {parts.begin(), parts.end()}; }

SharedRules load(const std::vector<py::bytes>& names)
{
    const std::vector<std::string> all = texts(names);
    const py::gil_scoped_release quiet;
    return std::make_shared<Rules>(load_rules(all));
}

SharedRules load_texts(const std::vector<py::bytes>& contents)
{
    const std::vector<std::string> all = texts(contents);
    const py::gil_scoped_release quiet;
    return std::make_shared<Rules>(load_rules_text(all));
}

py::dict describe(const Rulebook& book)
{
    py::dict out;
    out["id"] = book.id;
    out["layer"] = word(book.layer);
    out["number"] = book.document.number;
    out["title"] = words(book.title);
    out["issuer"] = book.document.issuer;
    out["issued"] = book.document.issued.count;
    out["from"] = book.document.from.count;
    out["until"] = book.document.until ? py::cast(book.document.until->count) : py::none();
    out["provenance"] = word(book.document.provenance);
    out["under"] = book.under;
    out["digest"] = book.digest;
    return out;
}

BoundCalendar calendar_of(const Ruleset* ruleset)
{
    return ruleset == nullptr ? BoundCalendar{} : BoundCalendar{ruleset->calendar, ruleset->periods};
}

std::unique_ptr<BoundReport> evaluate_season(const SharedRules& rules, const std::shared_ptr<Season>& season,
                                             std::int64_t as_of, std::optional<py::function> facts)
{
    PythonFacts source(std::move(facts));
    const py::gil_scoped_release quiet;
    Report report = source ? evaluate(*rules, *season, {as_of}, source) : evaluate(*rules, *season, {as_of});
    return std::make_unique<BoundReport>(BoundReport{std::move(report), rules, season});
}

std::unique_ptr<BoundReport> evaluate_content(const SharedRules& rules, const py::bytes& text, const py::bytes& file,
                                              std::int64_t as_of, std::optional<py::function> facts)
{
    const std::string content(text), name(file);
    PythonFacts source(std::move(facts));
    const py::gil_scoped_release quiet;
    Report report =
        source ? evaluate_text(*rules, content, name, {as_of}, source) : evaluate_text(*rules, content, name, {as_of});
    return std::make_unique<BoundReport>(BoundReport{std::move(report), rules, nullptr, content, name});
}

}  // namespace

Truth PythonFacts::fact(const Initiative& initiative, std::string_view name, Instant)
{
    const py::gil_scoped_acquire hold;
    const py::object answer = (*ask_)(initiative.id, std::string(name));
    if (answer.is_none()) return Truth::undetermined;
    if (!PyBool_Check(answer.ptr()))
        throw py::type_error("facts(" + std::string(py::repr(py::str(initiative.id))) + ", " +
                             std::string(py::repr(py::str(std::string(name)))) +
                             ", as_of) must answer True, False or None, not " + std::string(py::repr(answer)));
    return truth(answer.cast<bool>());
}

void bind_rules(py::module_& module)
{
    py::class_<Rules, SharedRules>(module, "Rules")
        .def_property_readonly("rulebooks",
                               [](const Rules& rules) {
                                   std::vector<py::dict> out;
                                   for (const Rulebook& book : rules.rulebooks()) out.push_back(describe(book));
                                   return out;
                               })
        .def(
            "calendar_on", [](const Rules& rules, std::int32_t day) { return calendar_of(rules.on({day})); },
            py::arg("day"))
        .def(
            "known_on",
            [](const Rules& rules, std::int32_t day) { return std::make_shared<Rules>(rules.known_on({day})); },
            py::arg("day"))
        .def("latest_calendar",
             [](const Rules& rules) {
                 return calendar_of(rules.rulesets().empty() ? nullptr : &rules.rulesets().back());
             })
        .def("evaluate", &evaluate_season, py::arg("season"), py::arg("as_of"), py::arg("facts"))
        .def("evaluate_text", &evaluate_content, py::arg("text"), py::arg("file"), py::arg("as_of"), py::arg("facts"),
             "One Error tells all problems of text and facts.");
    module.def("load_rules", &load, py::arg("names"), "Built-in ids, or paths.");
    module.def("load_rules_text", &load_texts, py::arg("texts"));
}

}  // namespace sangkien::python
