// JSON out: the same bytes on every host. Two spaces of indent, keys in the order written, numbers as exact text; small
// objects stand on one line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../core/value.hpp"

namespace sangkien {

// Json writer (bộ ghi JSON).
//
//   JsonWriter out;
//   out.begin_object(); out.key("id"); out.value("SK-01"); out.end_object();
//   out.text();
class JsonWriter {
public:
    // Whatever is inside a flat object or list stays on its line.
    void begin_object(bool flat = false);
    void end_object();
    void begin_list(bool flat = false);
    void end_list();
    // Keys are names of ours: they hold nothing that JSON escapes.
    void key(std::string_view name);

    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(const std::string& text) { value(std::string_view(text)); }
    void value(std::int64_t number);
    void value(int number) { value(static_cast<std::int64_t>(number)); }
    void value(bool flag);
    void null();
    // Days, instants and exact numbers are texts: "2025-09-24", "2025-09-24T24:00:00+07:00", "585/7".
    void value(const Datum& datum);

    // A member of an object in one go.
    template <class Value>
    void member(std::string_view name, const Value& content)
    {
        key(name);
        value(content);
    }

    std::string take() noexcept { return std::move(out_); }

private:
    void before_value();
    void new_line();
    void close(char bracket);
    void quote(std::string_view text);
    void escape(unsigned char c);

    struct Level {
        bool has_members = false;
        bool flat = false;
    };

    void open(char bracket, bool flat);

    std::string out_;
    std::vector<Level> levels_;
    bool after_key_ = false;
};

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "json_writer_inl.hpp"
#endif
