// Rows of the tables that go to Python: a cell for each value, None for what is not known.
#pragma once

#include "pybind.hpp"

namespace sangkien::python {

inline py::object cell(const std::string& text)
{
    return text.empty() ? py::object(py::none()) : py::object(py::str(text));
}
inline py::object cell(const char* text) { return py::str(text); }
inline py::object cell(bool flag) { return py::bool_(flag); }
inline py::object cell(std::int64_t whole) { return py::int_(whole); }
inline py::object cell(std::size_t whole) { return py::int_(whole); }
inline py::object cell(Ratio value) { return exact(value); }
inline py::object cell(const Decimal& value) { return exact(value.ratio()); }
inline py::object cell(Day day) { return py::int_(day.count); }
inline py::object cell(Instant instant) { return py::int_(instant.seconds); }
inline py::object cell(Truth truth) { return py::str(word(truth)); }
inline py::object cell(const Name& name) { return cell(name.id); }

template <class Value>
inline py::object cell(const std::optional<Value>& value)
{
    return value ? cell(*value) : py::object(py::none());
}

inline py::object ids(const std::vector<Name>& names)
{
    py::tuple out(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) out[i] = py::str(names[i].id);
    return std::move(out);
}

// One row, cell by cell.
class Row {
public:
    template <class... Values>
    explicit Row(const Values&... values)
    {
        (add(values), ...);
    }

    template <class Value>
    void add(const Value& value)
    {
        if constexpr (std::is_base_of_v<py::object, Value>)
            cells_.append(value);
        else
            cells_.append(cell(value));
    }

    void add(const Citation& citation)
    {
        add(citation.rulebook);
        add(citation.clause);
        // Where nothing is cited there is no provenance either.
        if (citation.rulebook.empty() && citation.clause.empty())
            add(std::string());
        else
            add(word(citation.provenance));
    }

    void add(const Words& words)
    {
        add(words.vi);
        add(words.en);
    }

    py::tuple take() const { return py::tuple(cells_); }

private:
    py::list cells_;
};

}  // namespace sangkien::python
