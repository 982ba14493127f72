// Arrow columns in and out by the C data interface, through PyCapsules: no Arrow library is needed.
//
// https://arrow.apache.org/docs/format/CDataInterface.html gives the two structs, which are an ABI and stand here as they
// must be. Days are date32 ("tdD"); what comes out is date32, int64 ("l") or bool ("b").
#include "arrow_abi.hpp"
#include "columns.hpp"

#include <cstring>
#include <limits>

#include <sangkien/batch/day_columns.hpp>

namespace sangkien::python {

namespace {

constexpr std::int32_t null_day = std::numeric_limits<std::int32_t>::min();

// A column as Arrow has it: date32, int64 or bool (a byte each here, packed when it goes out), with nulls.
struct ArrowColumn {
    std::string format;
    std::vector<std::int32_t> days;
    std::vector<std::int64_t> numbers;
    std::vector<std::uint8_t> flags;
    std::vector<std::uint8_t> valid;  // a byte each

    std::size_t size() const { return valid.size(); }
};

void need_days(const ArrowSchema& schema)
{
    if (std::strcmp(schema.format, "tdD") != 0)
        throw py::type_error("an Arrow column of days is date32, not of format '" + std::string(schema.format) +
                             "': cast it first");
}

void append(ArrowColumn& column, const ArrowArray& array)
{
    const auto* valid = static_cast<const std::uint8_t*>(array.buffers[0]);
    const auto* days = static_cast<const std::int32_t*>(array.buffers[1]);
    for (std::int64_t i = array.offset; i < array.offset + array.length; ++i) {
        const bool there = (valid == nullptr || (valid[i / 8] >> (i % 8) & 1) != 0) && days[i] != null_day;
        column.valid.push_back(there ? 1 : 0);
        column.days.push_back(there ? days[i] : null_day);
    }
}

// From an object with __arrow_c_stream__ (a chunked column) or __arrow_c_array__.
std::unique_ptr<ArrowColumn> import_days(const py::object& object)
{
    auto out = std::make_unique<ArrowColumn>();
    out->format = "tdD";
    if (!py::hasattr(object, "__arrow_c_stream__")) {
        const py::tuple pair = object.attr("__arrow_c_array__")();
        need_days(*pointer<ArrowSchema>(pair[0], "arrow_schema"));
        append(*out, *pointer<ArrowArray>(pair[1], "arrow_array"));
        return out;
    }
    const py::object capsule = object.attr("__arrow_c_stream__")();
    auto* stream = pointer<ArrowArrayStream>(capsule, "arrow_array_stream");
    const auto check = [&](int status) { check_stream(*stream, status); };
    Owned<ArrowSchema> schema;
    check(stream->get_schema(stream, &schema));
    need_days(schema);
    for (;;) {
        Owned<ArrowArray> chunk;
        check(stream->get_next(stream, &chunk));
        if (chunk.release == nullptr) return out;
        append(*out, chunk);
    }
}

// What an exported array keeps alive until its reader lets go of it.
struct Exported {
    std::vector<std::uint8_t> valid, bits;
    std::vector<std::int32_t> days;
    std::vector<std::int64_t> numbers;
    const void* buffers[2];
};

std::vector<std::uint8_t> packed(const std::vector<std::uint8_t>& bytes)
{
    std::vector<std::uint8_t> out((bytes.size() + 7) / 8);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] != 0) out[i / 8] = static_cast<std::uint8_t>(out[i / 8] | 1u << i % 8);
    return out;
}

void release_schema(ArrowSchema* schema)
{
    delete static_cast<std::string*>(schema->private_data);
    schema->release = nullptr;
}

void release_array(ArrowArray* array)
{
    delete static_cast<Exported*>(array->private_data);
    array->release = nullptr;
}

// A struct that lives in a capsule, released with it unless its reader has taken it over.
template <class Struct>
py::object in_capsule(std::unique_ptr<Struct> content, const char* name)
{
    PyObject* capsule = PyCapsule_New(content.get(), name, [](PyObject* self) {
        auto* inside = static_cast<Struct*>(PyCapsule_GetPointer(self, PyCapsule_GetName(self)));
        if (inside->release != nullptr) inside->release(inside);
        delete inside;
    });
    if (capsule == nullptr) throw py::error_already_set();
    content.release();
    return py::reinterpret_steal<py::object>(capsule);
}

py::tuple export_column(const ArrowColumn& column, const py::object&)
{
    auto schema = std::make_unique<ArrowSchema>();
    auto format = std::make_unique<std::string>(column.format);
    schema->format = format->c_str();
    schema->name = "";
    schema->flags = 2;  // nullable
    schema->release = &release_schema;
    schema->private_data = format.release();

    auto data = std::make_unique<Exported>();
    data->valid = packed(column.valid);
    data->days = column.days;
    data->numbers = column.numbers;
    data->bits = packed(column.flags);
    data->buffers[0] = data->valid.data();
    data->buffers[1] = column.format == "tdD" ? static_cast<const void*>(data->days.data())
                       : column.format == "l" ? static_cast<const void*>(data->numbers.data())
                                              : static_cast<const void*>(data->bits.data());
    auto array = std::make_unique<ArrowArray>();
    array->length = static_cast<std::int64_t>(column.size());
    array->null_count = -1;  // not counted
    array->n_buffers = 2;
    array->buffers = data->buffers;
    array->release = &release_array;
    array->private_data = data.release();
    const py::object first = in_capsule(std::move(schema), "arrow_schema");
    return py::make_tuple(first, in_capsule(std::move(array), "arrow_array"));
}

// A new column of the rows that are there in all of `from`.
std::unique_ptr<ArrowColumn> beside(const ArrowColumn& a, const ArrowColumn* b, const char* format)
{
    if (b != nullptr) need_same_size(a.size(), b->size());
    auto out = std::make_unique<ArrowColumn>();
    out->format = format;
    out->valid = a.valid;
    for (std::size_t i = 0; b != nullptr && i < b->size(); ++i) out->valid[i] &= b->valid[i];
    return out;
}

std::unique_ptr<ArrowColumn> working(const ArrowColumn& column, const BoundCalendar& bound)
{
    auto out = beside(column, nullptr, "b");
    out->flags.resize(column.size());
    const py::gil_scoped_release quiet;
    kinds(bound.calendar, column.days.data(), column.size(), out->flags.data());
    for (std::size_t i = 0; i < column.size(); ++i)
        out->flags[i] = column.valid[i] != 0 && bound.calendar.is_working({column.days[i]}) ? 1 : 0;
    return out;
}

std::unique_ptr<ArrowColumn> added(const ArrowColumn& column, const BoundCalendar& bound, std::int64_t n,
                                   const std::string& roll)
{
    auto out = beside(column, nullptr, "tdD");
    out->days.resize(column.size());
    const Roll where = read_roll(roll);
    const py::gil_scoped_release quiet;
    add_working_days(bound.calendar, column.days.data(), column.size(), n, where, out->days.data());
    return out;
}

std::unique_ptr<ArrowColumn> counted(const ArrowColumn& a, const BoundCalendar& bound, const ArrowColumn& b)
{
    auto out = beside(a, &b, "l");
    out->numbers.resize(a.size());
    const py::gil_scoped_release quiet;
    count_working_days(bound.calendar, a.days.data(), b.days.data(), a.size(), out->numbers.data());
    return out;
}

std::unique_ptr<ArrowColumn> ended(const ArrowColumn& column, const BoundCalendar& bound, const std::string& length)
{
    auto out = beside(column, nullptr, "tdD");
    out->days.resize(column.size());
    const Length parsed = parse_length(length);
    const PeriodRules rules = bound.periods.value_or(PeriodRules{});
    const py::gil_scoped_release quiet;
    period_ends(bound.calendar, rules, parsed, column.days.data(), column.size(), out->days.data());
    for (std::size_t i = 0; i < column.size(); ++i) out->valid[i] = out->days[i] != null_day ? 1 : 0;
    return out;
}

}  // namespace

void bind_arrow(py::module_& module)
{
    py::class_<ArrowColumn>(module, "ArrowColumn",
                            "A column of date32, int64 or bool with nulls; speaks Arrow's capsules.")
        .def("__arrow_c_array__", &export_column, py::arg("requested_schema") = py::none())
        .def("__len__", &ArrowColumn::size)
        .def(
            "repeated",
            [](const ArrowColumn& one, std::size_t rows) {
                auto out = std::make_unique<ArrowColumn>(one);
                out->valid.assign(rows, one.valid.at(0));
                out->days.assign(rows, one.days.at(0));
                return out;
            },
            py::arg("rows"))
        .def(
            "touches",
            [](const ArrowColumn& a, const BoundCalendar& bound, const ArrowColumn& b, bool counted) {
                need_same_size(a.size(), b.size());
                const py::gil_scoped_release quiet;
                return touched_year(bound.calendar, a.days.data(), b.days.data(), a.size(), counted);
            },
            py::arg("calendar"), py::arg("until"), py::arg("counted"),
            "A provisional year that a row touches, or nothing; `counted`: the later day is not part of the row.")
        .def("working", &working, py::arg("calendar"))
        .def("added", &added, py::arg("calendar"), py::arg("n"), py::arg("roll"))
        .def("counted", &counted, py::arg("calendar"), py::arg("until"))
        .def("ended", &ended, py::arg("calendar"), py::arg("length"));
    module.def("import_days", &import_days, py::arg("column"), "From an object that gives Arrow capsules.");
    module.def(
        "days_column",
        [](const std::vector<std::int32_t>& days) {
            auto out = std::make_unique<ArrowColumn>();
            out->format = "tdD";
            out->days = days;
            out->valid.assign(days.size(), 1);
            return out;
        },
        py::arg("days"));
}

}  // namespace sangkien::python
