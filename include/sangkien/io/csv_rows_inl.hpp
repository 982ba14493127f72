// Rows of CSV one after another, for whoever reads tables and sheets.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "../core/error.hpp"
#include "../core/ratio.hpp"
#include "../rulebook/fields_inl.hpp"
#include "composed_inl.hpp"

namespace sangkien {

namespace detail {

// One cell: its text and where it stands.
struct SheetCell {
    std::string_view text;
    Mark mark;
};
using SheetRow = std::vector<SheetCell>;

inline std::string_view trimmed(std::string_view text) noexcept
{
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}
std::string_view trimmed(std::string&&) = delete;  // what it points to would be gone

// Quotes as in RFC 4180; a semicolon parts the cells where the header has one and no comma, as spreadsheets write it in
// countries with a decimal comma. Text is in NFC; rows with nothing in them are left out.
class CsvRows {
public:
    explicit CsvRows(std::string_view text)
    {
        if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
        if (!surely_composed(text)) text = composed_ = normalized(text);
        text_ = text;
        const std::string_view header = text.substr(0, text.find('\n'));
        const bool semicolons =
            header.find(';') != std::string_view::npos && header.find(',') == std::string_view::npos;
        comma_ = semicolons ? ';' : ',';
        for (const char c : {comma_, '\n', '\r', '"'}) special_[static_cast<unsigned char>(c)] = true;
    }
    CsvRows(const CsvRows&) = delete;
    CsvRows& operator=(const CsvRows&) = delete;

    // False at the end.
    bool next()
    {
        do {
            if (at_ > text_.size()) return false;
            read_row();
        } while (row_.size() == 1 && row_[0].text.empty());
        return true;
    }
    // Stands, as do its texts, until next() is called again.
    const SheetRow& row() const noexcept { return row_; }
    // No fewer than there are, where every row has `size` bytes or more.
    std::size_t most_rows(std::size_t size) const
    {
        const auto lines = static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\n')) + 1;
        return std::min(lines, text_.size() / size + 1);
    }

private:
    void read_row()
    {
        row_.clear();
        unquoted_.clear();
        for (char last = comma_; last == comma_; ++at_) {
            const Mark mark{line_, static_cast<std::uint32_t>(at_ - line_start_ + 1)};
            row_.push_back({read_cell(), mark});
            last = at_ < text_.size() ? text_[at_] : '\n';
        }
        ++line_;
        line_start_ = at_;
    }

    // Most cells are read where they stand, up to what ends them.
    std::string_view read_cell()
    {
        const std::size_t start = at_;
        while (at_ < text_.size() && !special_[static_cast<unsigned char>(text_[at_])]) ++at_;
        const std::string_view cell = text_.substr(start, at_ - start);
        if (at_ == text_.size() || text_[at_] == comma_ || text_[at_] == '\n') return cell;
        if (text_.substr(at_, 2) != "\r\n") return unquoted(cell);
        ++at_;
        return cell;
    }

    // Goes on where a quote or a lone carriage return stands in a cell that begins so.
    std::string_view unquoted(std::string_view beginning)
    {
        unquoted_.reserve(text_.size());  // so that no cell moves
        const std::size_t start = unquoted_.size();
        unquoted_ += beginning;
        for (bool quoted = false; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (quoted && text_.substr(at_, 2) == "\"\"") {
                unquoted_ += c;
                ++at_;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == comma_ || c == '\n')) {
                break;
            } else if (quoted || c != '\r') {
                unquoted_ += c;
            }
            if (c != '\n') continue;
            ++line_;
            line_start_ = at_ + 1;
        }
        return std::string_view(unquoted_).substr(start);
    }

    std::string composed_, unquoted_;
    std::string_view text_;
    char comma_ = ',';
    std::array<bool, 256> special_ = {};
    SheetRow row_;
    std::size_t at_ = 0, line_start_ = 0;
    std::uint32_t line_ = 1;
};

// The last column of this name; npos when there is none.
inline std::size_t column_named(const SheetRow& header, std::string_view name) noexcept
{
    std::size_t out = std::string::npos;
    for (std::size_t cell = 0; cell < header.size(); ++cell)
        if (trimmed(header[cell].text) == name) out = cell;
    return out;
}

// Nothing, at the row's beginning, where the row ends before the column.
inline SheetCell cell_of(const SheetRow& row, std::size_t column) noexcept
{
    if (column >= row.size()) return {{}, row[0].mark};
    return {trimmed(row[column].text), row[column].mark};
}

// SK1014, with the nearest that is there.
inline void tell_missing_column(Problems& problems, const std::string& file, const SheetRow& header, const char* name)
{
    std::vector<std::string> known;
    for (const SheetCell& cell : header)
        if (!trimmed(cell.text).empty()) known.emplace_back(trimmed(cell.text));
    problems.add(ErrorId::missing_column, {file, "", {1, 1}}, with_nearest({{"key", name}}, name, known));
}

// SK1010: a cell that must not be empty is.
inline void tell_empty_cell(Problems& problems, const std::string& file, Mark mark, const char* name)
{
    problems.add(ErrorId::empty_text, {file, "", mark}, {{"expected", name}});
}

// 24,5 as it is written in Vietnamese is 24.5.
inline bool read_sheet_number(std::string_view text, Ratio& out)
{
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos || comma != text.rfind(',') || text.find('.') != std::string_view::npos)
        return read_ratio(text, out);
    std::string exact(text);
    exact[comma] = '.';
    return read_ratio(exact, out);
}

}  // namespace detail

}  // namespace sangkien
