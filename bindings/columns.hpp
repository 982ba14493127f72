// Columns that Python hands in as buffers, and columns that come and go as Arrow capsules.
#pragma once

#include "pybind.hpp"

namespace sangkien::python {

// A column that Python has made: one dimension, packed.
template <class Value>
class Column {
public:
    Column(const py::buffer& buffer, bool writable) : info_(buffer.request(writable))
    {
        if (info_.ndim != 1 || info_.itemsize != static_cast<py::ssize_t>(sizeof(Value)) ||
            (info_.size > 1 && info_.strides[0] != info_.itemsize))
            throw py::value_error("a packed column of " + std::to_string(sizeof(Value)) + "-byte values is needed");
    }

    std::size_t size() const { return static_cast<std::size_t>(info_.size); }
    Value* data() const { return static_cast<Value*>(info_.ptr); }

private:
    py::buffer_info info_;
};

inline bool wide(const py::buffer& days) { return days.request().itemsize == 8; }

inline void need_same_size(std::size_t a, std::size_t b)
{
    if (a != b) throw py::value_error("the columns have different lengths");
}

}  // namespace sangkien::python
