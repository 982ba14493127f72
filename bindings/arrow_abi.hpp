// The structs of Arrow's C data interface, which are an ABI and stand here as they must be.
//
// https://arrow.apache.org/docs/format/CDataInterface.html
#pragma once

#include "pybind.hpp"

namespace sangkien::python {

struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    std::int64_t flags;
    std::int64_t n_children;
    ArrowSchema** children;
    ArrowSchema* dictionary;
    void (*release)(ArrowSchema*);
    void* private_data;
};

struct ArrowArray {
    std::int64_t length;
    std::int64_t null_count;
    std::int64_t offset;
    std::int64_t n_buffers;
    std::int64_t n_children;
    const void** buffers;
    ArrowArray** children;
    ArrowArray* dictionary;
    void (*release)(ArrowArray*);
    void* private_data;
};

struct ArrowArrayStream {
    int (*get_schema)(ArrowArrayStream*, ArrowSchema*);
    int (*get_next)(ArrowArrayStream*, ArrowArray*);
    const char* (*get_last_error)(ArrowArrayStream*);
    void (*release)(ArrowArrayStream*);
    void* private_data;
};

// Releases what it holds, as the one who asked for it must.
template <class Struct>
struct Owned : Struct {
    Owned() : Struct{} {}
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned()
    {
        if (this->release != nullptr) this->release(this);
    }
};

template <class Struct>
Struct* pointer(const py::handle& capsule, const char* name)
{
    void* out = PyCapsule_GetPointer(capsule.ptr(), name);
    if (out == nullptr) throw py::error_already_set();
    return static_cast<Struct*>(out);
}

// ValueError with what the stream says of itself.
inline void check_stream(ArrowArrayStream& stream, int status)
{
    if (status == 0) return;
    const char* why = stream.get_last_error(&stream);
    throw py::value_error(why != nullptr ? why : "the Arrow stream cannot be read");
}

}  // namespace sangkien::python
