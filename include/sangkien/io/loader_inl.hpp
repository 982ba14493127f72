#pragma once

#include <algorithm>
#include <cstdio>

#include "../core/limits.hpp"
#include "builtin_inl.hpp"
#include "digest.hpp"
#include "json_reader.hpp"
#include "loader.hpp"

namespace sangkien {

namespace detail {

inline std::string builtin_text(const BuiltinFile* files, unsigned count, std::string_view id)
{
    std::string out;
    for (unsigned i = 0; i < count; ++i)
        if (files[i].id == id)
            for (unsigned part = 0; part < files[i].count; ++part)
                out.append(files[i].parts[part], files[i].sizes[part]);
    return out;
}

inline bool is_path(std::string_view name) noexcept
{
    return name.find('/') != std::string_view::npos || (name.size() > 5 && name.substr(name.size() - 5) == ".json");
}

inline std::string stem_of(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    if (path.size() > 5 && path.substr(path.size() - 5) == ".json") path.remove_suffix(5);
    return std::string(path);
}

// Loads by name, then whatever the loaded ones stand under.
class Loader {
public:
    explicit Loader(Problems& problems) : problems_(problems) {}

    void load(const std::string& name, const Place& asked_at)
    {
        if (is_path(name)) {
            std::string text;
            try {
                text = read_file(name);
            } catch (const Error& error) {
                for (const Problem& problem : error.problems())
                    problems_.add(problem.id, problem.place, problem.details);
                return;
            }
            add(read_rulebook_text(text, name, stem_of(name), problems_));
            return;
        }
        load_builtin(name, asked_at);
    }

    // A rulebook names others by id: no text makes the library open a file.
    void load_builtin(const std::string& name, const Place& asked_at)
    {
        const std::string text = builtin_rulebook(name);
        if (text.empty()) {
            const std::vector<std::string> known = sangkien::builtin_rulebooks();
            problems_.add(ErrorId::unknown_rulebook, asked_at, with_nearest({{"name", name}}, name, known));
            return;
        }
        add(read_rulebook_text(text, name + ".json", name, problems_));
    }

    void add(Rulebook book) { books_.push_back(std::move(book)); }

    // Lower papers come first, so that the order of the names does not matter within a layer either.
    std::vector<Rulebook> with_those_under()
    {
        for (std::size_t i = 0; i < books_.size(); ++i) {
            const std::vector<std::string> under = books_[i].under;
            const Place place{books_[i].file, "/under", books_[i].tree.root().get("under").mark()};
            for (const std::string& name : under)
                if (!has(name)) load_builtin(name, place);
        }
        std::vector<Rulebook> out;
        std::vector<bool> done(books_.size());
        for (std::size_t i = 0; i < books_.size(); ++i) put(i, done, out);
        return out;
    }

private:
    bool has(std::string_view id) const noexcept
    {
        return std::any_of(books_.begin(), books_.end(), [&](const Rulebook& book) { return book.id == id; });
    }

    void put(std::size_t index, std::vector<bool>& done, std::vector<Rulebook>& out)
    {
        if (done[index]) return;
        done[index] = true;
        for (const std::string& name : books_[index].under)
            for (std::size_t i = 0; i < done.size(); ++i)
                if (!done[i] && books_[i].id == name) put(i, done, out);
        out.push_back(std::move(books_[index]));
    }

    Problems& problems_;
    std::vector<Rulebook> books_;
};

}  // namespace detail

SANGKIEN_INLINE std::vector<std::string> builtin_rulebooks()
{
    std::vector<std::string> out;
    for (unsigned i = 0; i < detail::builtin_rulebook_count; ++i) out.emplace_back(detail::builtin_rulebooks[i].id);
    return out;
}

SANGKIEN_INLINE std::string builtin_rulebook(std::string_view id)
{
    return detail::builtin_text(detail::builtin_rulebooks, detail::builtin_rulebook_count, id);
}

SANGKIEN_INLINE std::vector<std::string> builtin_schemas()
{
    std::vector<std::string> out;
    for (unsigned i = 0; i < detail::builtin_schema_count; ++i) out.emplace_back(detail::builtin_schemas[i].id);
    return out;
}

SANGKIEN_INLINE std::string builtin_schema(std::string_view id)
{
    return detail::builtin_text(detail::builtin_schemas, detail::builtin_schema_count, id);
}

SANGKIEN_INLINE std::string builtin_template(std::string_view id)
{
    return detail::builtin_text(detail::builtin_templates, detail::builtin_template_count, id);
}

SANGKIEN_INLINE void write_new_file(const std::string& path, std::string_view text)
{
    const auto refuse = [&](ErrorId id) { throw Error(Problem{id, {path, {}, {}}, {{"file", path}}}); };
    std::FILE* file = std::fopen(path.c_str(), "wbx");  // x: never over another
    if (file == nullptr) {
        if (std::FILE* there = std::fopen(path.c_str(), "rb")) {
            std::fclose(there);
            refuse(ErrorId::file_exists);
        }
        refuse(ErrorId::unwritable_file);
    }
    const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    if (std::fclose(file) != 0 || !written) {
        std::remove(path.c_str());
        refuse(ErrorId::unwritable_file);
    }
}

SANGKIEN_INLINE std::string read_file(const std::string& path)
{
    std::string out;
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) throw Error(Problem{ErrorId::unreadable_file, {path, {}, {}}, {{"file", path}}});
    char buffer[65536];
    std::size_t size = 0;
    // One byte past the limit is enough for the reader to refuse it.
    while (out.size() <= limits::json_bytes && (size = std::fread(buffer, 1, sizeof buffer, file)) > 0)
        out.append(buffer, size);
    const bool failed = std::ferror(file) != 0;
    std::fclose(file);
    if (failed) throw Error(Problem{ErrorId::unreadable_file, {path, {}, {}}, {{"file", path}}});
    return out;
}

SANGKIEN_INLINE Rulebook read_rulebook_text(std::string_view text, std::string file, std::string_view stem,
                                            Problems& problems)
{
    Rulebook out = read_rulebook(read_json(text, std::move(file), problems), problems);
    out.digest = sha256(text);
    if (!stem.empty() && !out.id.empty() && out.id != stem)
        problems.add(ErrorId::id_mismatch, out.tree.root().get("id").place(),
                     {{"id", out.id}, {"stem", std::string(stem)}});
    return out;
}

SANGKIEN_INLINE Rules load_rules(const std::vector<std::string>& names)
{
    Problems problems;
    detail::Loader loader(problems);
    for (const std::string& name : names) loader.load(name, {});
    std::vector<Rulebook> books = loader.with_those_under();
    problems.throw_if_any();
    return Rules(std::move(books));
}

SANGKIEN_INLINE Rules load_rules_text(const std::vector<std::string>& texts)
{
    Problems problems;
    detail::Loader loader(problems);
    for (std::size_t i = 0; i < texts.size(); ++i)
        loader.add(read_rulebook_text(texts[i], "rulebook " + detail::whole_text(static_cast<std::int64_t>(i + 1)), {},
                                      problems));
    std::vector<Rulebook> books = loader.with_those_under();
    problems.throw_if_any();
    return Rules(std::move(books));
}

}  // namespace sangkien
