// Errors of the C interface: what a call's exception becomes.
#include <memory>
#include <new>
#include <stdexcept>
#include <vector>

#include <sangkien/core/limits.hpp>
#include <sangkien/core/value.hpp>
#include <sangkien/io/error_json.hpp>
#include <sangkien/io/json_writer.hpp>

#include "handles.hpp"

using sangkien::Language;
using sangkien::Words;
using sangkien::c_api::Misuse;

// What a caller can ask of an error. The texts end in NUL; OwnedError holds those that were made for one call.
struct sangkien_error {
    std::int32_t status;
    const std::int32_t* codes;
    std::size_t count;
    std::string_view json;
    std::string_view vi;
    std::string_view en;
};

namespace {

// As error_json() writes it, for what is not wrong with an input and so has neither place nor number.
std::string json_without_place(const char* id, const Words& words)
{
    sangkien::JsonWriter out;
    out.begin_object();
    out.key("error");
    out.begin_object();
    out.key("problems");
    out.begin_list();
    out.begin_object();
    out.member("id", id);
    out.member("file", "");
    out.member("line", 0);
    out.member("column", 0);
    out.member("pointer", "");
    out.key("message");
    out.begin_object();
    out.member("vi", words.vi);
    out.member("en", words.en);
    out.end_object();
    out.end_object();
    out.end_list();
    out.end_object();
    out.end_object();
    return out.take();
}

class OwnedError : public sangkien_error {
public:
    explicit OwnedError(const sangkien::Error& error)
        : sangkien_error{},
          json_(error_json(error)),
          vi_(error_text(error, Language::vi)),
          en_(error_text(error, Language::en))
    {
        for (const sangkien::Problem& problem : error.problems()) codes_.push_back(number(problem.id));
        show(SANGKIEN_INPUT_ERROR);
    }

    OwnedError(std::int32_t kind, const char* id, const Words& words)
        : sangkien_error{},
          codes_{kind},
          json_(json_without_place(id, words)),
          vi_(words.vi + "\n"),
          en_(words.en + "\n")
    {
        show(kind);
    }

    OwnedError(const OwnedError&) = delete;
    OwnedError& operator=(const OwnedError&) = delete;

private:
    void show(std::int32_t kind) noexcept
    {
        status = kind;
        codes = codes_.data();
        count = codes_.size();
        json = json_;
        vi = vi_;
        en = en_;
    }

    std::vector<std::int32_t> codes_;
    std::string json_, vi_, en_;
};

// The error of a call that ran out of memory: there may be none left to make one. Never freed.
constexpr std::int32_t out_of_memory_code = SANGKIEN_OUT_OF_MEMORY;
constexpr sangkien_error out_of_memory = {
    SANGKIEN_OUT_OF_MEMORY,
    &out_of_memory_code,
    1,
    R"({
  "error": {
    "problems": [
      {
        "id": "out-of-memory",
        "file": "",
        "line": 0,
        "column": 0,
        "pointer": "",
        "message": {
          "vi": "Hết bộ nhớ.",
          "en": "Out of memory."
        }
      }
    ]
  }
}
)",
    "Hết bộ nhớ.\n",
    "Out of memory.\n",
};

const char* shown_text(std::size_t* size, const sangkien_error* error, std::string_view sangkien_error::*part) noexcept
{
    const std::string_view text = error != nullptr ? error->*part : std::string_view("");
    if (size != nullptr) *size = text.size();
    return text.data();
}

}  // namespace

namespace sangkien::c_api {

Misuse bad_argument(const char* name, std::int64_t value)
{
    const std::string text = sangkien::shown(sangkien::Datum(value), Language::en);
    return {{"Không dùng được giá trị " + text + " của " + name + ".",
             "The value " + text + " of " + name + " cannot be used."}};
}

void require(const void* pointer, const char* name)
{
    if (pointer != nullptr) return;
    throw Misuse{{"Đối số " + std::string(name) + " là NULL.", "The argument " + std::string(name) + " is NULL."}};
}

std::int32_t failed(sangkien_error** error) noexcept
{
    std::int32_t status = SANGKIEN_OUT_OF_MEMORY;
    try {
        std::unique_ptr<OwnedError> made;
        try {
            throw;
        } catch (const sangkien::Error& input) {
            status = SANGKIEN_INPUT_ERROR;
            if (error != nullptr) made = std::make_unique<OwnedError>(input);
        } catch (const Misuse& misuse) {
            status = SANGKIEN_MISUSE;
            if (error != nullptr) made = std::make_unique<OwnedError>(status, "misuse", misuse.words);
        } catch (const std::bad_alloc&) {
            throw;
        } catch (const std::length_error&) {
            throw;
        } catch (const std::exception& fault) {
            status = SANGKIEN_INTERNAL;
            const std::string what = fault.what();
            if (error != nullptr)
                made = std::make_unique<OwnedError>(
                    status, "internal", Words{"Lỗi của thư viện: " + what, "A fault of the library: " + what});
        }
        if (error != nullptr) *error = made.release();
        return status;
    } catch (...) {
        // Handles are not const in C, and none is written to: sangkien_error_free() leaves this one alone.
        if (error != nullptr) *error = const_cast<sangkien_error*>(&out_of_memory);
        return SANGKIEN_OUT_OF_MEMORY;
    }
}

}  // namespace sangkien::c_api

std::int32_t sangkien_error_status(const sangkien_error* error)
{
    return error != nullptr ? error->status : SANGKIEN_OK;
}

std::size_t sangkien_error_count(const sangkien_error* error) { return error != nullptr ? error->count : 0; }

std::int32_t sangkien_error_code(const sangkien_error* error, std::size_t index)
{
    return index < sangkien_error_count(error) ? error->codes[index] : 0;
}

const char* sangkien_error_json(std::size_t* size, const sangkien_error* error)
{
    return shown_text(size, error, &sangkien_error::json);
}

const char* sangkien_error_text(std::size_t* size, const sangkien_error* error, std::int32_t language)
{
    return shown_text(size, error, language == SANGKIEN_VI ? &sangkien_error::vi : &sangkien_error::en);
}

void sangkien_error_free(sangkien_error* error)
{
    if (error != &out_of_memory) delete static_cast<OwnedError*>(error);
}
