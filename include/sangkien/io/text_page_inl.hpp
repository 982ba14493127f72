// A page of text in one language: what the pages of reports share.
#pragma once

#include "../core/digits.hpp"
#include "../core/finding.hpp"
#include "report_labels_inl.hpp"

namespace sangkien::detail {

class TextPage {
protected:
    explicit TextPage(Language language) : language_(language) {}

    std::string say(Label label) const { return label.in(language_); }
    std::string say(const Name& name) const { return name.in(language_); }
    std::string show(const Datum& value) const { return shown(value, language_); }
    std::string number(std::int64_t n) const { return whole_text(n); }

    void line(int indent, const std::string& text)
    {
        out_.append(static_cast<std::size_t>(2 * indent), ' ');
        out_ += text;
        out_ += '\n';
    }
    void heading(Label label)
    {
        const std::string text = say(label);
        out_ += "\n== " + text + " ==\n";
    }

    // "[934.3.2]", with a word on how well it is known when that is no law.
    std::string cite(const Citation& citation) const
    {
        std::string out = "[" + (citation.clause.empty() ? citation.rulebook : citation.clause);
        if (citation.provenance == Provenance::secondary) out += ", " + say(labels::secondary);
        if (citation.provenance == Provenance::unverified) out += ", " + say(labels::unverified);
        if (citation.provenance == Provenance::illustrative) out += ", " + say(labels::illustrative);
        return out + "]";
    }
    // Each clause once.
    std::string cite(const Finding& finding) const
    {
        std::string out;
        for (const Citation& citation : finding.citations) {
            const std::string one = " " + cite(citation);
            if (out.find(one) == std::string::npos) out += one;
        }
        return out;
    }
    // The first instant that is too late, said as the end of the day before where it is one.
    std::string limit(Instant by) const
    {
        const Day day = civil_day(by);
        return say(labels::due) + " " + (by == start_of_day(day) ? show(DayEnd{day - 1}) : show(by));
    }
    std::string name_id(const Name& name) const { return name.words.empty() ? name.id : name.id + " " + say(name); }
    std::string join(const std::vector<Name>& names) const
    {
        std::string out;
        for (const Name& name : names) out += (out.empty() ? "" : ", ") + say(name);
        return out;
    }
    std::string take() { return std::move(out_); }

    Language language_;
    std::string out_;
};

}  // namespace sangkien::detail
