// The day after the last known value: reviews that are over and values that have ended, as their papers want it told.
#pragma once

#include "../rulebook/review.hpp"
#include "report.hpp"

namespace sangkien::detail {

class LastKnown {
public:
    LastKnown(const Rules& rules, Instant as_of, Findings& warnings, Problems& problems)
        : rules_(rules), as_of_(civil_day(as_of)), warnings_(warnings), problems_(problems)
    {
    }

    // Of the papers of a ruleset: values are asked for on the day of the rules, reviews on the day of the report.
    void check(const Ruleset& ruleset, Day on)
    {
        for (const std::size_t index : ruleset.rulebooks) {
            const Rulebook& book = rules_.rulebooks()[index];
            const Review& review = book.document.reviewed;
            if (review.after != AfterLast::flag && review.after != AfterLast::refuse) continue;
            if (review_over(review, as_of_)) tell_review(book);
            for (const EndedValue& value : ended_values(book, ruleset.effective, on, rules_.known()))
                tell_value(book, value, on);
        }
    }

private:
    static Citation cited(const Rulebook& book)
    {
        return {book.id, book.document.reviewed.clause, book.document.provenance};
    }

    void tell_review(const Rulebook& book)
    {
        const Review& review = book.document.reviewed;
        if (review.after == AfterLast::refuse)
            problems_.add(
                ErrorId::review_over, review.place,
                {{"document", book.document.number}, {"until", to_text(*review.until)}, {"day", to_text(as_of_)}});
        else
            warn({FindingId::review_over,
                  Truth::undetermined,
                  {cited(book)},
                  {},
                  {{"document", book.document.number}, {"until", *review.until}, {"day", as_of_}},
                  {},
                  {}});
    }

    void tell_value(const Rulebook& book, const EndedValue& value, Day on)
    {
        if (book.document.reviewed.after == AfterLast::refuse)
            problems_.add(ErrorId::value_ended, value.last.place(),
                          {{"path", value.path},
                           {"document", book.document.number},
                           {"until", to_text(value.until)},
                           {"day", to_text(on)}});
        else
            warn({FindingId::value_ended,
                  Truth::undetermined,
                  {cited(book)},
                  {},
                  {{"path", value.path}, {"document", book.document.number}, {"until", value.until}, {"day", on}},
                  {},
                  {}});
    }

    // Two rulesets may hold the same paper.
    void warn(Finding finding)
    {
        for (const Finding& told : warnings_)
            if (message(told, Language::en) == message(finding, Language::en)) return;
        warnings_.push_back(std::move(finding));
    }

    const Rules& rules_;
    Day as_of_;
    Findings& warnings_;
    Problems& problems_;
};

}  // namespace sangkien::detail
