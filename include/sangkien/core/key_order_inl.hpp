// Rows in the order of whole-number keys, for many rows: digits are counted instead of keys compared.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sangkien::detail {

// How many bits a number needs.
inline int bits_of(std::uint64_t number) noexcept
{
    int out = 0;
    for (; number != 0; number >>= 1) ++out;
    return out;
}

// Keeps its room from one use to the next. Fewer than 2^32 rows.
class KeyOrder {
public:
    // Calls each(row, before, different) in the order of the keys, the least first: `before` rows have a lesser key, of
    // `different` values. No key needs more than `bits`.
    template <class Each>
    void ranks(const std::uint64_t* keys, std::size_t rows, int bits, Each each)
    {
        sort(keys, rows, bits);
        std::size_t before = 0, different = 0;
        for (std::size_t i = 0; i < rows; ++i) {
            const bool next = i > 0 && less(items_[i - 1], items_[i], keys);
            before = next ? i : before;
            different += next;
            each(row_of(items_[i]), before, different);
        }
    }

private:
    static constexpr int most_digit = 11, leading = 32;

    static std::uint32_t row_of(std::uint64_t item) noexcept { return static_cast<std::uint32_t>(item); }

    bool less(std::uint64_t a, std::uint64_t b, const std::uint64_t* keys) const noexcept
    {
        if (a >> leading != b >> leading) return a >> leading < b >> leading;
        return !whole_ && keys[row_of(a)] < keys[row_of(b)];
    }

    // An item is the leading 32 bits of a key with its row. Sorted by so many of them that few rows agree in all; those that
    // do stand together and are compared.
    void sort(const std::uint64_t* keys, std::size_t rows, int bits)
    {
        whole_ = bits <= leading;
        const int drop = whole_ ? 0 : bits - leading, kept = std::min(bits, leading);
        const int wanted = std::min(kept, bits_of(rows) + 8);
        const int passes = (wanted + most_digit - 1) / most_digit;
        const int digit = passes == 0 ? 0 : (wanted + passes - 1) / passes;
        const int low = leading + std::max(0, kept - passes * digit);
        items_.resize(rows);
        spare_.resize(rows);
        counts_.assign(static_cast<std::size_t>(passes) << digit, 0);
        const std::uint64_t mask = (std::uint64_t{1} << digit) - 1;
        for (std::size_t i = 0; i < rows; ++i)
            for (int pass = 0; pass < passes; ++pass)
                ++counts_[(static_cast<std::uint64_t>(pass) << digit) +
                          (keys[i] >> drop << leading >> (low + pass * digit) & mask)];
        const auto item = [&](std::size_t row) { return keys[row] >> drop << leading | row; };
        if (passes == 0)
            for (std::size_t row = 0; row < rows; ++row) items_[row] = item(row);
        for (int pass = 0; pass < passes; ++pass) {
            std::uint32_t* places = counts_.data() + (static_cast<std::size_t>(pass) << digit);
            if (pass == 0)
                move(places, mask, low, item);
            else
                move(places, mask, low + pass * digit, [this](std::size_t i) { return items_[i]; });
        }
        if (low > leading || !whole_) finish(keys, low);
    }

    // By one digit; equal ones stay in the order they are in.
    template <class Item>
    void move(std::uint32_t* places, std::uint64_t mask, int shift, Item item)
    {
        std::uint32_t sum = 0;
        for (std::uint64_t i = 0; i <= mask; ++i) {
            const std::uint32_t count = places[i];
            places[i] = sum;
            sum += count;
        }
        for (std::size_t i = 0; i < items_.size(); ++i) {
            const std::uint64_t one = item(i);
            spare_[places[one >> shift & mask]++] = one;
        }
        items_.swap(spare_);
    }

    void finish(const std::uint64_t* keys, int low)
    {
        const auto by_key = [&](std::uint64_t a, std::uint64_t b) {
            return less(a, b, keys) || (!less(b, a, keys) && row_of(a) < row_of(b));
        };
        for (std::size_t i = 1; i < items_.size(); ++i) {
            if (items_[i - 1] >> low != items_[i] >> low) continue;
            const auto first = items_.begin() + static_cast<std::ptrdiff_t>(i - 1);
            auto last = first + 2;
            while (last != items_.end() && *last >> low == *first >> low) ++last;
            if (!std::is_sorted(first, last, by_key)) std::sort(first, last, by_key);
            i = static_cast<std::size_t>(last - items_.begin());
        }
    }

    std::vector<std::uint64_t> items_, spare_;
    std::vector<std::uint32_t> counts_;
    bool whole_ = true;
};

}  // namespace sangkien::detail
