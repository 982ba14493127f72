// The C interface: handles around the C++ library, and a wall that no exception passes.
#include <sangkien/sangkien.h>

#include <cstring>
#include <memory>
#include <new>
#include <stdexcept>

#include <sangkien/io/json_writer.hpp>
#include <sangkien/sangkien.hpp>

using sangkien::Language;
using sangkien::Words;

struct sangkien_rules {
    sangkien::Rules rules;
};

struct sangkien_text {
    std::string content;
};

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

// Misuse: the call itself is wrong, whatever the input.
struct Misuse {
    Words words;
};

Misuse null_argument(const char* name)
{
    return {{"Đối số " + std::string(name) + " là NULL.", "The argument " + std::string(name) + " is NULL."}};
}

Misuse bad_argument(const char* name, std::int64_t value)
{
    const std::string text = sangkien::shown(sangkien::Datum(value), Language::en);
    return {{"Không dùng được giá trị " + text + " của " + name + ".",
             "The value " + text + " of " + name + " cannot be used."}};
}

void require(const void* pointer, const char* name)
{
    if (pointer == nullptr) throw null_argument(name);
}

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

// Turns the exception in flight into a status and, when it is asked for, an error object.
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

// The wall: runs `body`, whatever it throws.
template <class Body>
std::int32_t guarded(sangkien_error** error, Body&& body) noexcept
{
    if (error != nullptr) *error = nullptr;
    try {
        body();
        return SANGKIEN_OK;
    } catch (...) {
        return failed(error);
    }
}

std::vector<std::string> texts_of(const char* const* texts, const std::size_t* sizes, std::size_t count,
                                  const char* name)
{
    if (count > 0) require(texts, name);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < count; ++i) {
        require(texts[i], name);
        out.emplace_back(texts[i], sizes != nullptr ? sizes[i] : std::strlen(texts[i]));
    }
    return out;
}

template <class Load>
std::int32_t load(sangkien_rules** rules, sangkien_error** error, Load&& rules_of) noexcept
{
    if (rules != nullptr) *rules = nullptr;
    return guarded(error, [&] {
        require(rules, "rules");
        *rules = new sangkien_rules{rules_of()};
    });
}

// The caller's options as this library knows them. What a newer caller added must be zero: we cannot obey it.
sangkien_evaluate_options known_options(const sangkien_evaluate_options* given)
{
    require(given, "options");
    constexpr std::size_t most = 4096;  // far past any struct of options: a size that was never set
    const std::size_t size = given->struct_size;
    sangkien_evaluate_options out = SANGKIEN_EVALUATE_OPTIONS;
    if (size < sizeof out || size > most) throw bad_argument("options->struct_size", static_cast<std::int64_t>(size));
    const auto* bytes = reinterpret_cast<const unsigned char*>(given);
    for (std::size_t i = sizeof out; i < size; ++i)
        if (bytes[i] != 0) throw bad_argument("options->struct_size", static_cast<std::int64_t>(size));
    std::memcpy(&out, given, sizeof out);
    require(out.as_of, "options->as_of");
    if (out.format != SANGKIEN_JSON && out.format != SANGKIEN_TEXT) throw bad_argument("options->format", out.format);
    if (out.language != SANGKIEN_VI && out.language != SANGKIEN_EN)
        throw bad_argument("options->language", out.language);
    return out;
}

const char* shown_text(std::size_t* size, const sangkien_error* error, std::string_view sangkien_error::*part) noexcept
{
    const std::string_view text = error != nullptr ? error->*part : std::string_view("");
    if (size != nullptr) *size = text.size();
    return text.data();
}

}  // namespace

std::int32_t sangkien_abi_version(void) { return SANGKIEN_ABI_VERSION; }

const char* sangkien_version(void) { return sangkien::version(); }

std::int32_t sangkien_rules_load(sangkien_rules** rules, const char* const* names, const std::size_t* sizes,
                                 std::size_t count, sangkien_error** error)
{
    return load(rules, error, [&] { return sangkien::load_rules(texts_of(names, sizes, count, "names")); });
}

std::int32_t sangkien_rules_load_text(sangkien_rules** rules, const char* const* texts, const std::size_t* sizes,
                                      std::size_t count, sangkien_error** error)
{
    return load(rules, error, [&] { return sangkien::load_rules_text(texts_of(texts, sizes, count, "texts")); });
}

std::size_t sangkien_rules_count(const sangkien_rules* rules)
{
    return rules != nullptr ? rules->rules.rulebooks().size() : 0;
}

const char* sangkien_rules_id(const sangkien_rules* rules, std::size_t index)
{
    return index < sangkien_rules_count(rules) ? rules->rules.rulebooks()[index].id.c_str() : nullptr;
}

void sangkien_rules_free(sangkien_rules* rules) { delete rules; }

std::int32_t sangkien_evaluate(sangkien_text** report, const sangkien_rules* rules, const char* season,
                               std::size_t season_size, const sangkien_evaluate_options* options,
                               sangkien_error** error)
{
    if (report != nullptr) *report = nullptr;
    return guarded(error, [&] {
        require(report, "report");
        require(rules, "rules");
        require(season, "season");
        const sangkien_evaluate_options asked = known_options(options);
        const auto as_of = sangkien::parse_instant({asked.as_of, asked.as_of_size});
        std::string label = asked.label != nullptr ? std::string(asked.label, asked.label_size) : "season";
        const auto result = sangkien::evaluate_text(rules->rules, {season, season_size}, std::move(label), as_of);
        const auto language = asked.language == SANGKIEN_VI ? Language::vi : Language::en;
        *report =
            new sangkien_text{asked.format == SANGKIEN_JSON ? report_json(result) : report_text(result, language)};
    });
}

std::int32_t sangkien_schema(sangkien_text** schema, const char* name, std::size_t name_size, sangkien_error** error)
{
    if (schema != nullptr) *schema = nullptr;
    return guarded(error, [&] {
        require(schema, "schema");
        require(name, "name");
        std::string content = sangkien::builtin_schema({name, name_size});
        if (content.empty()) {
            const std::string text(name, name_size);
            throw Misuse{{"Không có lược đồ \"" + text + "\".", "There is no schema \"" + text + "\"."}};
        }
        *schema = new sangkien_text{std::move(content)};
    });
}

const char* sangkien_text_data(const sangkien_text* text) { return text != nullptr ? text->content.c_str() : ""; }

std::size_t sangkien_text_size(const sangkien_text* text) { return text != nullptr ? text->content.size() : 0; }

void sangkien_text_free(sangkien_text* text) { delete text; }

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
