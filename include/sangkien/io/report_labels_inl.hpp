// The words of the text report that are no message of a finding: headings, columns, marks.
#pragma once

#include "../core/words.hpp"

namespace sangkien::detail {

// A label in both languages.
struct Label {
    const char* vi;
    const char* en;

    const char* in(Language language) const noexcept { return language == Language::vi ? vi : en; }
};

namespace labels {

constexpr Label title{"BÁO CÁO ĐỢT SÁNG KIẾN CẢI CÁCH HÀNH CHÍNH NĂM",
                      "REPORT ON THE ADMINISTRATIVE-REFORM INITIATIVES OF"};
constexpr Label as_of{"Tính đến", "As of"};
constexpr Label rules_known_on{"Theo quy tắc như người ta biết ngày", "By the rules as known on"};
constexpr Label rulebooks{"Căn cứ", "Rulebooks"};
constexpr Label choices{"Cách đọc văn bản đang áp dụng", "Readings in use"};
constexpr Label may_read{"có thể đọc", "may be read"};
constexpr Label by_season{"do đợt này chọn", "picked by the season"};
constexpr Label asked{"Điều hệ thống sử dụng trả lời khi được hỏi", "What the host answered when asked"};
constexpr Label stated_true{"có", "yes"};
constexpr Label stated_false{"không", "no"};
constexpr Label silences{"Điều các văn bản không quy định", "What the papers do not say"};
constexpr Label milestones{"Các mốc thời gian", "Milestones"};
constexpr Label past{"đã qua", "past"};
constexpr Label ahead{"còn hạn", "ahead"};
constexpr Label warning{"Lưu ý", "Warning"};
constexpr Label initiatives{"Từng sáng kiến", "Initiatives"};
constexpr Label state{"Trạng thái", "State"};
constexpr Label area{"lĩnh vực", "area"};
constexpr Label level{"đề nghị", "seeking"};
constexpr Label no_area{"chưa ghi lĩnh vực", "no area named"};
constexpr Label refused{"KHÔNG ĐƯỢC", "REFUSED"};
constexpr Label undetermined{"CHƯA XÁC ĐỊNH", "UNDETERMINED"};
constexpr Label done{"được", "done"};
constexpr Label lift{"Cách gỡ", "What would lift it"};
constexpr Label no_lift{"Không gỡ được", "Nothing lifts it"};
constexpr Label who{"ai", "who"};
constexpr Label due{"hạn", "due"};
constexpr Label council{"Hội đồng", "Council"};
constexpr Label points{"điểm", "points"};
constexpr Label approves{"thông qua", "approves"};
constexpr Label refuses{"không thông qua", "does not approve"};
constexpr Label open{"chưa xác định", "undetermined"};
constexpr Label kept{"đúng hạn", "kept"};
constexpr Label missed{"quá hạn", "missed"};
constexpr Label running{"đang chạy", "running"};
constexpr Label suspended{"tạm dừng từ", "suspended since"};
constexpr Label secondary{"nguồn thứ cấp", "secondary source"};
constexpr Label unverified{"chưa kiểm chứng, không dùng để quyết định", "unverified, decides nothing"};
constexpr Label illustrative{"minh hoạ", "illustrative"};
constexpr Label contribution{"Chỉ số", "Index"};
constexpr Label ranking{"Xếp thứ tự để chọn sáng kiến tiêu biểu", "Ranking for the selection"};
constexpr Label chosen{"được chọn", "chosen"};
constexpr Label not_chosen{"không được chọn", "not chosen"};
constexpr Label results{"Kết quả", "Where the initiatives stand"};
constexpr Label units{"Từng đơn vị", "Units"};
constexpr Label quota{"chỉ tiêu", "quota"};
constexpr Label quota_met{"ĐẠT", "MET"};
constexpr Label quota_short{"CHƯA ĐẠT", "SHORT"};
constexpr Label index_total{"chỉ số", "index"};
constexpr Label still_open{"còn để ngỏ", "still open"};
constexpr Label duties{"Nhiệm vụ", "Duties"};
constexpr Label not_done{"chưa làm", "not done"};
constexpr Label overdue{"quá hạn", "overdue"};
constexpr Label no_date{"văn bản không ghi hạn", "the paper names no date"};
constexpr Label todo{"Việc cần làm", "To do"};
constexpr Label digest{"Mã băm dữ liệu đợt (SHA-256)", "SHA-256 of the season"};
constexpr Label library{"Thư viện sangkien", "Library sangkien"};
constexpr Label none{"không có", "none"};

}  // namespace labels
}  // namespace sangkien::detail
