// The words of explanations that are no message of a finding: what each thing is called, how it came about.
#pragma once

#include <initializer_list>
#include <utility>

#include "../core/finding.hpp"
#include "../core/messages_inl.hpp"

namespace sangkien::detail {

// Fills a template with shown values.
inline Words say(const Template& text, std::initializer_list<std::pair<const char*, Words>> fillers)
{
    Words out;
    for (const Language language : {Language::vi, Language::en})
        fill(
            text.in(language),
            [&](std::string_view key, std::string& to) {
                for (const auto& [name, words] : fillers)
                    if (key == name && !words.in(language).empty()) {
                        to += words.in(language);
                        return true;
                    }
                return false;
            },
            language == Language::vi ? out.vi : out.en);
    return out;
}

inline Words plain(const std::string& text) { return {text, text}; }
inline Words plain(const Name& name) { return {name.in(Language::vi), name.in(Language::en)}; }

namespace phrases {

constexpr Template report{"Toàn bộ báo cáo", "The whole report"};
constexpr Template unmet{"Những điều chưa đạt hoặc chưa xác định được", "What is refused, not met or still open"};
constexpr Template all_met{"Không có điều nào bị từ chối, chưa đạt hoặc chưa xác định được.",
                           "Nothing is refused, unmet or open."};
constexpr Template season{"Đợt sáng kiến «{id}»", "Season \"{id}\""};
constexpr Template season_rules{
    "Áp dụng các quy tắc có hiệu lực ngày {on}, ngày mở đợt[; như người ta biết ngày {known}].",
    "The rules in force on {on}, the day the season opened, were applied[; as they were known on {known}]."};
constexpr Template rulebook{"Bộ quy tắc «{id}»: {title}", "Rulebook \"{id}\": {title}"};
constexpr Template choice{"Cách đọc {path}", "The reading of {path}"};
constexpr Template chosen_by_season{"Đợt này chọn đọc là «{value}»; văn bản cho phép: {offered}.",
                                    "The season picked \"{value}\"; the paper offers: {offered}."};
constexpr Template chosen_by_book{"«{by}» đọc là «{value}»; văn bản cho phép: {offered}.",
                                  "\"{by}\" reads it as \"{value}\"; the paper offers: {offered}."};
constexpr Template silence{"Điều không văn bản nào quy định: {path}", "What no paper says: {path}"};
constexpr Template milestone{"Mốc «{name}»", "Milestone \"{name}\""};
constexpr Template deadline{"Hạn chót của «{name}»", "The deadline of \"{name}\""};
constexpr Template initiative{"Sáng kiến {id}[: {title}]", "Initiative {id}[: {title}]"};
constexpr Template state{"Trạng thái của {id}", "The state of {id}"};
constexpr Template state_by{"Đến trạng thái này bằng bước «{event}», lúc {at}.",
                            "It came here by the step \"{event}\" at {at}."};
constexpr Template state_first{"Chưa có bước nào được chấp nhận, nên còn ở trạng thái đầu tiên.",
                               "No step has been accepted, so it is still where it began."};
constexpr Template track_first{"Chưa có bước nào của tuyến này được chấp nhận.",
                               "No step of this track has been accepted."};
constexpr Template state_none{"Không văn bản nào đã nạp có trình tự xử lý.", "No loaded rulebook has a procedure."};
constexpr Template event{"{at}: «{event}»[ ({by})]", "{at}: \"{event}\"[ ({by})]"};
constexpr Template event_to{"Chuyển từ «{from}» sang «{to}».", "From \"{from}\" to \"{to}\"."};
constexpr Template event_stays{"Vẫn ở «{from}».", "It stays in \"{from}\"."};
constexpr Template reached{"Đã đạt «{state}» lúc {at}", "Reached \"{state}\" at {at}"};
constexpr Template clock{"Thời hạn «{name}»", "The period \"{name}\""};
constexpr Template track{"Tuyến «{name}»: «{state}»", "Track \"{name}\": \"{state}\""};
constexpr Template escalation{"Quá hạn thì báo {to}", "When it is overdue it goes to {to}"};
constexpr Template reminder{"Nhắc việc", "Reminder"};
constexpr Template next{"Bước có thể tiếp theo: «{name}»", "A step from here: \"{name}\""};
constexpr Template score{"Kết quả của Hội đồng đối với {id}", "What the council made of {id}"};
constexpr Template criterion{"Tiêu chí «{name}»", "Criterion \"{name}\""};
constexpr Template criterion_mean{"Trung bình của {count} phiếu là {mean}; góp {points} điểm vào tổng.",
                                  "The mean of {count} ballots is {mean}; it brings {points} points to the total."};
constexpr Template ballot{"Phiếu của {member}", "The ballot of {member}"};
constexpr Template vote{"Biểu quyết", "The vote"};
constexpr Template rounding{"Tổng điểm {total} được làm tròn một lần, đến {places} chữ số thập phân, {mode}.",
                            "The total {total} is rounded once, to {places} decimal places, {mode}."};
constexpr Template half_up{"nửa thì làm tròn lên", "halves up"};
constexpr Template half_even{"nửa thì làm tròn về số chẵn", "halves to even"};
constexpr Template down{"bỏ phần lẻ", "down"};
constexpr Template figure_mean{"Trung bình cộng tổng điểm của các phiếu.", "The mean of the totals of the ballots."};
constexpr Template figure_weighted{"Trung bình tổng điểm của các phiếu, mỗi phiếu theo hệ số của vai trò.",
                                   "The mean of the totals of the ballots, each as heavy as the role of its member."};
constexpr Template figure_trimmed{
    "Trung bình cộng sau khi bỏ {drop} tổng điểm cao nhất và {drop} thấp nhất, khi có từ {least} phiếu trở lên.",
    "The mean without the {drop} highest and the {drop} lowest totals, where there are {least} ballots or more."};
constexpr Template figure_median{"Trung vị tổng điểm của các phiếu.", "The median of the totals of the ballots."};
constexpr Template figure_count{"Số phiếu đạt từ {mark} điểm trở lên.", "The ballots whose total is {mark} or more."};
constexpr Template class_range{"Từ {from}[ đến dưới {below}] điểm.", "From {from} points[ to below {below}]."};
constexpr Template exclusion{"{member} không tham gia", "{member} does not take part"};
constexpr Template selection{"Xét chọn tiêu biểu đối với {id}", "The selection of {id}"};
constexpr Template contribution{"Đóng góp của {id} vào chỉ số của {unit}", "What {id} adds to the index of {unit}"};
constexpr Template ranking{"Thứ hạng của {id}", "The rank of {id}"};
constexpr Template unit{"Đơn vị «{name}»", "Unit \"{name}\""};
constexpr Template quota{"Chỉ tiêu «{name}» của {unit}", "The quota \"{name}\" of {unit}"};
constexpr Template index{"Chỉ số cải cách hành chính của {unit}", "The index of {unit}"};
constexpr Template indices{"Chỉ số của các đơn vị", "The index of each unit"};
constexpr Template component{"Tiêu chí thành phần «{name}»", "Component \"{name}\""};
constexpr Template scoring{"Cách tính điểm", "How points are given"};
constexpr Template scoring_step{"Bậc áp dụng: từ {from} được {points} điểm[; bậc sau: từ {next}].",
                                "The step that applies: from {from}, {points} points[; the next: from {next}]."};
constexpr Template scoring_share{"Số liệu nhân điểm tối đa: {figure} × {max} = {points}[; dưới {floor} không có điểm].",
                                 "The figure times the maximum: {figure} × {max} = {points}[; below {floor} nothing]."};
constexpr Template scoring_yes_no{"Có: {max} điểm; không: 0 điểm.", "Yes: {max} points; no: 0."};
constexpr Template duty{"Nhiệm vụ «{name}»[ ({who})]", "Duty \"{name}\"[ ({who})]"};
constexpr Template duty_done{"Đã làm lúc {done}[; hạn là {due}].", "Done at {done}[; it was due by {due}]."};
constexpr Template duty_open{"Chưa có ai báo đã làm[; hạn là {due}].",
                             "Nobody has reported it done[; it is due by {due}]."};
constexpr Template todo{"Việc cần làm", "To do"};
constexpr Template finding{"Nhận định", "Finding"};

}  // namespace phrases

// What a key of the report is called; the key itself where there is no better word.
inline Words key_words(std::string_view key)
{
    struct Entry {
        const char* key;
        const char* vi;
        const char* en;
    };
    static constexpr Entry entries[] = {
        {"report", "phiên bản định dạng", "version of the format"},
        {"library", "phiên bản thư viện", "release of the library"},
        {"as_of", "thời điểm tính", "instant evaluated at"},
        {"id", "mã", "id"},
        {"title", "tên", "title"},
        {"year", "năm", "year"},
        {"rules_on", "ngày lấy quy tắc", "day of the rules"},
        {"known_on", "quy tắc biết đến ngày", "rules as known on"},
        {"recognising_unit", "đơn vị công nhận", "recognising unit"},
        {"sha256", "mã băm SHA-256", "SHA-256"},
        {"layer", "lớp", "layer"},
        {"number", "số hiệu", "number"},
        {"provenance", "nguồn", "provenance"},
        {"path", "đường dẫn", "path"},
        {"value", "giá trị", "value"},
        {"chosen_by", "ai chọn", "chosen by"},
        {"offered", "các cách đọc được phép", "readings offered"},
        {"rulebook", "bộ quy tắc", "rulebook"},
        {"clause", "điều khoản", "clause"},
        {"words", "lời", "words"},
        {"milestone", "mốc", "milestone"},
        {"who", "ai làm", "who"},
        {"deadline", "hạn chót", "deadline"},
        {"determined", "đã xác định", "determined"},
        {"last_day", "ngày cuối", "last day"},
        {"ends", "kết thúc", "ends"},
        {"provisional", "dự kiến", "provisional"},
        {"steps", "các bước tính", "steps"},
        {"past", "đã qua", "past"},
        {"citation", "căn cứ", "citation"},
        {"citations", "căn cứ", "citations"},
        {"choices", "cách đọc", "readings"},
        {"warnings", "lưu ý", "warnings"},
        {"units", "đơn vị", "units"},
        {"area", "lĩnh vực", "area"},
        {"level", "cấp đề nghị", "level sought"},
        {"state", "trạng thái", "state"},
        {"kind", "loại", "kind"},
        {"reached", "trạng thái đã đạt", "states reached"},
        {"events", "các bước đã ghi", "recorded steps"},
        {"event", "bước", "step"},
        {"at", "lúc", "at"},
        {"by", "ai / hạn", "by"},
        {"actor", "người làm", "actor"},
        {"verdict", "kết luận", "verdict"},
        {"from", "từ trạng thái", "from"},
        {"to", "đến trạng thái", "to"},
        {"findings", "nhận định", "findings"},
        {"finding", "nhận định", "finding"},
        {"clocks", "thời hạn", "periods"},
        {"tracks", "các tuyến", "tracks"},
        {"escalations", "báo lên khi quá hạn", "escalations"},
        {"reminders", "nhắc việc", "reminders"},
        {"since", "từ lúc", "since"},
        {"days_over", "quá bao nhiêu ngày làm việc", "working days over"},
        {"days_left", "còn bao nhiêu ngày làm việc", "working days left"},
        {"clock", "thời hạn", "period"},
        {"start", "bắt đầu (không tính ngày này)", "start (not counted)"},
        {"stopped", "dừng lúc", "stopped at"},
        {"kept", "đúng hạn", "kept"},
        {"score", "kết quả của Hội đồng", "what the council made of it"},
        {"stated", "có quy chế chấm", "a rubric is stated"},
        {"decision", "quyết định của Hội đồng", "the council's decision"},
        {"sitting", "số thành viên tham gia", "members sitting"},
        {"ballots", "số phiếu", "ballots"},
        {"excluded", "thành viên không tham gia", "members excluded"},
        {"member", "thành viên", "member"},
        {"reason", "lý do", "reason"},
        {"criteria", "tiêu chí", "criteria"},
        {"criterion", "tiêu chí", "criterion"},
        {"mean", "điểm trung bình", "mean"},
        {"points", "điểm", "points"},
        {"total", "tổng điểm", "total"},
        {"rounded", "tổng điểm làm tròn", "rounded total"},
        {"class", "xếp loại", "class"},
        {"flagged", "cần Hội đồng xem xét", "flagged"},
        {"vote", "biểu quyết", "vote"},
        {"passed", "biểu quyết thông qua", "vote passed"},
        {"agree", "đồng ý", "agree"},
        {"disagree", "không đồng ý", "disagree"},
        {"abstain", "không biểu quyết", "abstain"},
        {"base", "cơ số", "base"},
        {"needed", "số phiếu cần", "votes needed"},
        {"fraction", "tỷ lệ cần", "fraction needed"},
        {"selection", "xét chọn tiêu biểu", "selection"},
        {"rank", "thứ hạng", "rank"},
        {"chosen", "được chọn", "chosen"},
        {"contributions", "đóng góp vào chỉ số", "contributions"},
        {"unit", "đơn vị", "unit"},
        {"alone", "điểm nếu chỉ có sáng kiến này", "points if it were the only one"},
        {"marginal", "điểm mất đi nếu không có sáng kiến này", "points lost without it"},
        {"next", "bước có thể tiếp theo", "steps from here"},
        {"step", "bước", "step"},
        {"initiatives", "các sáng kiến", "initiatives"},
        {"initiative", "sáng kiến", "initiative"},
        {"season", "đợt sáng kiến", "season"},
        {"rulebooks", "các bộ quy tắc", "rulebooks"},
        {"silences", "điều không văn bản nào quy định", "what no paper says"},
        {"milestones", "các mốc thời gian", "milestones"},
        {"ranking", "thứ hạng", "ranking"},
        {"duties", "nhiệm vụ", "duties"},
        {"todo", "việc cần làm", "to do"},
        {"quota", "chỉ tiêu", "quota"},
        {"rule", "quy tắc", "rule"},
        {"owed", "phải có", "owed"},
        {"counted", "chắc chắn được tính", "surely counted"},
        {"open", "chưa rõ", "open"},
        {"missing", "còn thiếu", "missing"},
        {"index", "chỉ số", "index"},
        {"max", "tối đa", "maximum"},
        {"complete", "đủ số liệu", "complete"},
        {"components", "tiêu chí thành phần", "components"},
        {"component", "tiêu chí thành phần", "component"},
        {"figure", "số liệu", "figure"},
        {"least", "ít nhất", "at least"},
        {"most", "nhiều nhất", "at most"},
        {"duty", "nhiệm vụ", "duty"},
        {"due", "hạn", "due"},
        {"done", "đã làm lúc", "done at"},
        {"what", "việc", "what"},
        {"overdue", "quá hạn", "overdue"},
        {"inputs", "dữ kiện đã đọc", "facts read"},
        {"values", "giá trị đã tính hoặc tra", "values computed or looked up"},
        {"lift", "cách gỡ", "what would lift it"},
        {"possible", "gỡ được", "can be lifted"},
        {"how", "cách gỡ", "how"},
        {"message", "lời nhận định", "message"},
    };
    for (const Entry& entry : entries)
        if (key == entry.key) return {entry.vi, entry.en};
    return plain(std::string(key));
}

}  // namespace sangkien::detail
