// Many councils at once: full sheets of so many members, as whole numbers, judged by the figures alone.
//
//   CouncilKernel kernel(rubric, 9, parse_ratio("0.5"));         // nine members, scores in halves
//   std::vector<CouncilFigures> out(councils);
//   kernel.run(scores, councils, out.data());                    // scores[council][member][criterion], in halves
//   kernel.run_columns(scores, councils, councils, out.data());  // scores[member][criterion][council]
//
// What comes out is what score() says of the same ballots, where nobody is missing or excluded: totals, rounding, pass mark,
// minima, classes. Whole numbers throughout; nothing is allocated for a council.
#pragma once

#include <cstdint>
#include <vector>

#include "../scoring/rubric.hpp"

namespace sangkien {

// Council figures (kết quả của một hội đồng).
struct CouncilFigures {
    std::int64_t total = 0;     // exact: over CouncilKernel::denominator()
    std::int64_t standing = 0;  // as it is compared: rounded where the rubric rounds; over standing_denominator()
    std::int16_t klass = -1;    // position in Rubric::classes; -1: in none
    bool flagged = false;       // in its class although a need of it is short
    bool passes = false;        // the pass mark and every minimum
};

// Council kernel (bộ tính hàng loạt): a rubric made ready for councils of one size.
class CouncilKernel {
public:
    // `unit`: what one of the whole numbers stands for. Error SK1205 when the rubric asks for what this does not do (a count of
    // qualifying ballots, ballots that weigh more, groups with minima, public votes) or when the numbers could outgrow 64 bits.
    CouncilKernel(const Rubric& rubric, std::int64_t members, Ratio unit);

    // `scores` has councils * members * criteria numbers. They are taken to be from 0 to the rubric's maxima. Numbers of 16 bits
    // are the quicker ones.
    void run(const std::int16_t* scores, std::size_t councils, CouncilFigures* out) const noexcept;
    void run(const std::int32_t* scores, std::size_t councils, CouncilFigures* out) const noexcept;

    // A column for each member and criterion, each beginning `stride` numbers after the one before: for a part of the
    // councils, such as a thread's, `scores` and `out` begin later and `stride` stays. Quicker for medians and trimmed means.
    void run_columns(const std::int16_t* scores, std::size_t stride, std::size_t councils,
                     CouncilFigures* out) const noexcept;
    void run_columns(const std::int32_t* scores, std::size_t stride, std::size_t councils,
                     CouncilFigures* out) const noexcept;

    std::int64_t denominator() const noexcept { return denominator_; }
    std::int64_t standing_denominator() const noexcept { return standing_denominator_; }
    std::size_t criteria() const noexcept { return factors_.size(); }
    std::size_t members() const noexcept { return static_cast<std::size_t>(members_); }

private:
    struct Least {
        std::size_t criterion = 0;
        std::int32_t sum = 0;  // the least that the members' scores add up to
    };
    struct Class {
        std::int64_t from = 0;
        std::int64_t below = 0;
        bool has_below = false;
        std::vector<Least> needs;
    };
    // Defined in council_blocks_inl.hpp.
    template <class Block>
    void weigh(Block& block, std::size_t councils) const noexcept;
    template <class Block, class Count>
    void trim(const Count* scores, std::size_t stride, std::size_t councils, Block& block) const noexcept;
    template <class Block>
    void classify(const Block& block, std::size_t councils, CouncilFigures* out) const noexcept;
    template <class Block, class Count>
    void run_blocks(const Count* scores, std::size_t stride, std::size_t councils, CouncilFigures* out) const noexcept;
    template <class Count>
    void run_any(const Count* scores, std::size_t stride, std::size_t councils, CouncilFigures* out) const noexcept;
    std::int64_t stand(std::int64_t total) const noexcept;
    Least least(std::size_t criterion, Ratio mean) const;

    std::int64_t members_;
    Ratio unit_;
    std::vector<std::int64_t> factors_;
    FigureMethod method_ = FigureMethod::mean;
    std::int64_t drop_ = 0;  // at each end
    std::int64_t denominator_ = 1;
    std::uint64_t inverse_ = 0;  // 2^64 over the denominator, for division by multiplication
    bool small_ = false;         // the sums of a criterion fit 16 bits, totals 32
    std::int64_t standing_denominator_ = 1;
    bool rounds_ = false;
    Rounding mode_ = Rounding::half_up;
    std::int64_t scale_ = 1;
    bool has_pass_ = false;
    std::int64_t pass_ = 0;
    std::vector<Least> minima_;
    std::vector<Class> classes_;
    bool lowers_ = false;
};

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "councils_inl.hpp"
#endif
