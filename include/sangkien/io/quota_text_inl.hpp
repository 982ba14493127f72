#pragma once

#include "quota_text.hpp"
#include "report_units_inl.hpp"
#include "text_page_inl.hpp"

namespace sangkien {

namespace detail {

namespace labels {

constexpr Label quota_accounts{"CHỈ TIÊU CỦA CÁC ĐƠN VỊ", "QUOTAS OF THE UNITS"};
constexpr Label no_quota{"Không quy tắc nào định chỉ tiêu.", "No rulebook sets a quota."};
constexpr Label quota_owes{"phải có", "owes"};
constexpr Label quota_has{"có", "has"};
constexpr Label quota_open{"chưa rõ", "open"};
constexpr Label quota_untold{"CHƯA XÁC ĐỊNH", "UNDETERMINED"};
constexpr Label quota_free{"KHÔNG PHẢI CÓ", "NOTHING OWED"};
constexpr Label quota_more{"Cần thêm", "Needs"};
constexpr Label quota_more_end{"sáng kiến được tính", "more that counts"};
constexpr Label quota_days{"còn", "working days left:"};
constexpr Label quota_days_end{" ngày làm việc", ""};
constexpr Label quota_ready{"Có thể được tính", "May still count"};
constexpr Label quota_too_late{"Không thể bù được nữa.", "No longer possible."};

}  // namespace labels

class QuotaText : private TextPage {
public:
    explicit QuotaText(Language language) : TextPage(language) {}

    std::string run(const std::vector<QuotaAccount>& accounts, Instant as_of)
    {
        line(0, say(labels::quota_accounts));
        line(0, say(labels::as_of) + ": " + show(as_of));
        if (accounts.empty()) line(0, say(labels::no_quota));
        for (const QuotaAccount& account : accounts) one_rule_ = one_rule_ && account.rule.id == accounts[0].rule.id;
        if (one_rule_ && !accounts.empty()) line(0, say(accounts[0].rule) + " " + cite(accounts[0].citation));
        const Name* unit = nullptr;
        for (const QuotaAccount& account : accounts) {
            if (unit == nullptr || unit->id != account.unit.id) out_ += '\n';
            unit = &account.unit;
            put(account);
        }
        return take();
    }

private:
    static Label mark(QuotaProspect prospect)
    {
        switch (prospect) {
            case QuotaProspect::met: return labels::quota_met;
            case QuotaProspect::not_owed: return labels::quota_free;
            case QuotaProspect::open: return labels::quota_untold;
            default: return labels::quota_short;
        }
    }

    void put(const QuotaAccount& account)
    {
        const QuotaResult& quota = account.result;
        std::string head = name_id(account.unit) + " (" + say(account.kind) + ")";
        if (!one_rule_) head += ", " + say(account.rule) + " " + cite(account.citation);
        head += ": " + say(mark(account.prospect)) + "; " + say(labels::quota_owes) + " " + show(quota.owed) + ", " +
                say(labels::quota_has) + " " + show(quota.counted);
        if (quota.open > 0) head += ", " + say(labels::quota_open) + " " + show(quota.open);
        line(0, head);
        for (const Finding& finding : quota.findings) put(finding);
        still(account);
    }

    // The first line says already what these say.
    void put(const Finding& finding)
    {
        if (finding.id == FindingId::quota_met || finding.id == FindingId::quota_short ||
            finding.id == FindingId::quota_open)
            return;
        line(1, "- " + message(finding, language_) + cite(finding));
        if (finding.verdict != Truth::pass && finding.lift && finding.lift->possible)
            line(2, finding.lift->how.in(language_));
    }

    void still(const QuotaAccount& account)
    {
        if (account.prospect == QuotaProspect::over) line(1, say(labels::quota_too_late));
        const bool over = account.working_days && *account.working_days == 0;
        if (account.prospect == QuotaProspect::possible || (account.prospect == QuotaProspect::open && !over)) {
            std::string text =
                say(labels::quota_more) + " " + number(account.result.missing) + " " + say(labels::quota_more_end);
            if (account.by) text += ", " + limit(*account.by);
            if (account.working_days)
                text += " (" + say(labels::quota_days) + " " + number(*account.working_days) +
                        say(labels::quota_days_end) + ")";
            if (account.result.missing > 0) line(1, text + ".");
        }
        std::string ready;
        for (const std::string& id : account.ready) ready += (ready.empty() ? ": " : ", ") + id;
        if (!ready.empty()) line(1, say(labels::quota_ready) + ready + ".");
    }

    bool one_rule_ = true;  // then it is told once, above all
};

// A cell: in quotes where it holds what a reader would split at, and never what a spreadsheet would compute.
inline std::string csv_cell(std::string text)
{
    if (!text.empty() && std::string_view("=+-@\t").find(text.front()) != std::string_view::npos) text.insert(0, "'");
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

}  // namespace detail

SANGKIEN_INLINE std::string quota_json(const std::vector<QuotaAccount>& accounts, Instant as_of)
{
    JsonWriter out;
    out.begin_object();
    out.member("sangkien", version());
    out.member("as_of", as_of);
    out.key("accounts");
    out.begin_list();
    for (const QuotaAccount& account : accounts) {
        out.begin_object();
        out.key("unit");
        detail::put_name(out, account.unit);
        out.key("kind");
        detail::put_name(out, account.kind);
        out.key("rule");
        detail::put_name(out, account.rule);
        out.key("citation");
        detail::put_citation(out, account.citation);
        out.member("prospect", word(account.prospect));
        detail::put_optional(out, "milestone", account.milestone);
        detail::put_optional(out, "by", account.by);
        detail::put_optional(out, "working_days", account.working_days);
        out.key("ready");
        detail::put_texts(out, account.ready);
        out.key("quota");
        detail::put_quota(out, account.result);
        out.end_object();
    }
    out.end_list();
    out.end_object();
    return out.take();
}

SANGKIEN_INLINE std::string quota_text(const std::vector<QuotaAccount>& accounts, Instant as_of, Language language)
{
    return detail::QuotaText(language).run(accounts, as_of);
}

SANGKIEN_INLINE std::string quota_csv(const std::vector<QuotaAccount>& accounts)
{
    std::string out =
        "unit,kind,rule,verdict,prospect,owed,counted,open,missing,by,working_days,ready,points_least,points_most\r\n";
    const auto add = [&](const std::string& text, const char* end = ",") { out += detail::csv_cell(text) + end; };
    for (const QuotaAccount& account : accounts) {
        const QuotaResult& quota = account.result;
        add(account.unit.id);
        add(account.kind.id);
        add(account.rule.id);
        add(word(quota.verdict));
        add(word(account.prospect));
        add(detail::whole_text(quota.owed));
        add(quota.counted.text());
        add(detail::whole_text(quota.open));
        add(detail::whole_text(quota.missing));
        add(account.by ? to_text(*account.by) : std::string());
        add(account.working_days ? detail::whole_text(*account.working_days) : std::string());
        std::string ready;
        for (const std::string& id : account.ready) ready += (ready.empty() ? "" : " ") + id;
        add(ready);
        add(quota.emulation ? quota.emulation->least.text() : std::string());
        add(quota.emulation ? quota.emulation->most.text() : std::string(), "\r\n");
    }
    return out;
}

}  // namespace sangkien
