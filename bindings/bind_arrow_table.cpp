// A table that comes as an Arrow stream, as columns of Python values: no Arrow library is needed.
#include "arrow_abi.hpp"

#include <cstring>
#include <string_view>

namespace sangkien::python {

namespace {

template <class Value>
Value value_at(const void* buffer, std::int64_t i)
{
    Value out;
    std::memcpy(&out, static_cast<const char*>(buffer) + i * static_cast<std::int64_t>(sizeof(Value)), sizeof out);
    return out;
}

bool bit_at(const void* buffer, std::int64_t i)
{
    return (static_cast<const std::uint8_t*>(buffer)[i / 8] >> (i % 8) & 1) != 0;
}

py::object text_of(const void* data, std::int64_t from, std::int64_t length)
{
    PyObject* out = PyUnicode_DecodeUTF8(static_cast<const char*>(data) + from, length, "replace");
    if (out == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::object>(out);
}

template <class Offset>
py::object text_at(const ArrowArray& array, std::int64_t i)
{
    const auto from = value_at<Offset>(array.buffers[1], i), to = value_at<Offset>(array.buffers[1], i + 1);
    return text_of(array.buffers[2], from, to - from);
}

// A view: twelve bytes or fewer stand in it, more in one of the buffers after it.
py::object viewed_text_at(const ArrowArray& array, std::int64_t i)
{
    const char* view = static_cast<const char*>(array.buffers[1]) + 16 * i;
    const auto length = value_at<std::int32_t>(view, 0);
    if (length <= 12) return text_of(view, 4, length);
    return text_of(array.buffers[2 + value_at<std::int32_t>(view, 2)], value_at<std::int32_t>(view, 3), length);
}

bool is_decimal(std::string_view format)
{
    return format.substr(0, 2) == "d:" &&
           (format.find(',') == format.rfind(',') || format.substr(format.rfind(',')) == ",128");
}

// The whole number at a place, of any width; nothing for what is no whole number.
std::optional<std::int64_t> whole_at(char format, const void* buffer, std::int64_t i)
{
    switch (format) {
        case 'c': return value_at<std::int8_t>(buffer, i);
        case 'C': return value_at<std::uint8_t>(buffer, i);
        case 's': return value_at<std::int16_t>(buffer, i);
        case 'S': return value_at<std::uint16_t>(buffer, i);
        case 'i': return value_at<std::int32_t>(buffer, i);
        case 'I': return value_at<std::uint32_t>(buffer, i);
        case 'l': return value_at<std::int64_t>(buffer, i);
        default: return std::nullopt;
    }
}

// i counts from the start of the buffers.
py::object cell_at(const ArrowSchema& schema, const ArrowArray& array, std::int64_t i)
{
    const std::string_view format = schema.format;
    if (format == "n" || (array.null_count != 0 && array.buffers[0] != nullptr && !bit_at(array.buffers[0], i)))
        return py::none();
    const void* values = array.buffers[1];
    if (format.size() == 1)
        if (const auto whole = whole_at(format[0], values, i)) {
            if (schema.dictionary == nullptr) return py::int_(*whole);
            return cell_at(*schema.dictionary, *array.dictionary, array.dictionary->offset + *whole);
        }
    if (format == "L") return py::int_(value_at<std::uint64_t>(values, i));
    if (format == "b") return py::bool_(bit_at(values, i));
    if (format == "f") return py::float_(static_cast<double>(value_at<float>(values, i)));
    if (format == "g") return py::float_(value_at<double>(values, i));
    if (format == "u") return text_at<std::int32_t>(array, i);
    if (format == "U") return text_at<std::int64_t>(array, i);
    if (format == "vu") return viewed_text_at(array, i);
    if (format == "tdD") return py::int_(value_at<std::int32_t>(values, i));
    if (is_decimal(format)) return py::bytes(static_cast<const char*>(values) + 16 * i, 16);
    throw py::type_error("column '" + std::string(schema.name != nullptr ? schema.name : "") +
                         "' has the Arrow format '" + std::string(format) +
                         "': make it text, whole numbers, float64, bool or decimal128");
}

// (name, format, values) of each column. Days are counts, decimals their sixteen bytes.
std::vector<std::tuple<py::str, std::string, py::list>> arrow_table(const py::object& object)
{
    const py::object capsule = object.attr("__arrow_c_stream__")();
    auto* stream = pointer<ArrowArrayStream>(capsule, "arrow_array_stream");
    Owned<ArrowSchema> schema;
    check_stream(*stream, stream->get_schema(stream, &schema));
    if (std::string_view(schema.format) != "+s")
        throw py::type_error("a table is wanted, with named columns; this Arrow stream is one column");
    std::vector<std::tuple<py::str, std::string, py::list>> out;
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        const char* name = schema.children[i]->name;
        out.emplace_back(text_of(name != nullptr ? name : "", 0, name != nullptr ? std::strlen(name) : 0),
                         schema.children[i]->format, py::list());
    }
    for (;;) {
        Owned<ArrowArray> chunk;
        check_stream(*stream, stream->get_next(stream, &chunk));
        if (chunk.release == nullptr) return out;
        for (std::size_t column = 0; column < out.size(); ++column) {
            const ArrowArray& array = *chunk.children[column];
            for (std::int64_t i = 0; i < chunk.length; ++i)
                std::get<2>(out[column])
                    .append(cell_at(*schema.children[column], array, array.offset + chunk.offset + i));
        }
    }
}

}  // namespace

void bind_arrow_table(py::module_& module) { module.def("arrow_table", &arrow_table, py::arg("table")); }

}  // namespace sangkien::python
