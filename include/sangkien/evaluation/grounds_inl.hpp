// Why two reports differ: the words of what came out, and the values that the differing findings rest on.
#pragma once

#include <algorithm>

#include "impact.hpp"

namespace sangkien::detail {

inline Words verdict_words(Truth truth, Words pass, Words fail)
{
    return truth == Truth::pass   ? std::move(pass)
           : truth == Truth::fail ? std::move(fail)
                                  : Words{"chưa xác định", "undetermined"};
}
inline Words event_words(Truth truth) { return verdict_words(truth, {"được", "done"}, {"không được", "refused"}); }
inline Words kept_words(Truth truth)
{
    return truth == Truth::undetermined ? Words{"đang chạy", "running"}
                                        : verdict_words(truth, {"đúng hạn", "kept"}, {"quá hạn", "missed"});
}
inline Words chosen_words(Truth truth)
{
    return verdict_words(truth, {"được chọn", "chosen"}, {"không được chọn", "not chosen"});
}
inline Words name_words(const Name& name) { return {name.in(Language::vi), name.in(Language::en)}; }
inline Words none_words() { return {"không có", "none"}; }

// What decided, as far as it is not the same on both sides.
class Grounds {
public:
    void add(const Findings& before, const Findings& after)
    {
        take(before, after, old_);
        take(after, before, new_);
    }
    void add_name(const std::string& id) { names_.push_back(id); }

    // The values that these findings cite, or whose deadline or period they name.
    std::vector<std::size_t> causes(const std::vector<Difference>& differences) const
    {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < differences.size(); ++i) {
            const Difference& one = differences[i];
            if (!one.text && (cited(old_, one.before) || cited(new_, one.after) || named(one.path))) out.push_back(i);
        }
        return out;
    }

private:
    // Rulebooks apart, since the two sides may call theirs differently.
    static std::string key(const Finding& finding)
    {
        std::string out = word(finding.id);
        out.append(" ").append(word(finding.verdict)).append(" ").append(message(finding, Language::en));
        for (const Citation& citation : finding.citations) out.append(" ").append(citation.clause);
        return out;
    }

    void take(const Findings& from, const Findings& other, std::vector<Citation>& cited_by)
    {
        std::vector<std::string> known;
        for (const Finding& finding : other) known.push_back(key(finding));
        for (const Finding& finding : from) {
            if (std::find(known.begin(), known.end(), key(finding)) != known.end()) continue;
            cited_by.insert(cited_by.end(), finding.citations.begin(), finding.citations.end());
            for (const Arguments* arguments : {&finding.inputs, &finding.values})
                for (const Argument& argument : *arguments)
                    if (const Name* name = std::get_if<Name>(&argument.value)) names_.push_back(name->id);
        }
    }

    static bool cited(const std::vector<Citation>& by, const DifferenceSide& side) noexcept
    {
        return side.stated() && !side.clause.empty() && std::any_of(by.begin(), by.end(), [&](const Citation& one) {
                   return one.clause == side.clause && one.rulebook == side.rulebook;
               });
    }

    bool named(const std::string& path) const
    {
        return std::any_of(names_.begin(), names_.end(), [&](const std::string& name) {
            return !name.empty() && (covers("schedule." + name, path) || covers("clocks." + name, path));
        });
    }

    std::vector<Citation> old_, new_;
    std::vector<std::string> names_;
};

}  // namespace sangkien::detail
