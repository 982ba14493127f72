// The words of the doubts that verification raises about rulebooks, Vietnamese and English.
#pragma once

#include "error_ids.hpp"
#include "messages_inl.hpp"

namespace sangkien::detail {

inline Template verify_words_of(ErrorId id) noexcept
{
    switch (id) {
        case ErrorId::windows_gap:
            return {
                "\"{path}\" không có giá trị nào từ {from} đến trước {until}: hai khoảng liền nhau hở. Hãy cho khoảng trước kết "
                "thúc đúng ngày khoảng sau bắt đầu.",
                "\"{path}\" has no value from {from} until before {until}: two windows leave a gap. Let one's \"until\" be "
                "the other's \"from\"."};
        case ErrorId::value_unverified:
            return {"\"{path}\" dùng để quyết định nhưng có nguồn \"unverified\". Hãy nêu nguồn đã kiểm chứng.",
                    "\"{path}\" decides, and its provenance is \"unverified\". Give a source that was checked."};
        case ErrorId::clause_not_cited:
            return {
                "không giá trị nào viện dẫn điều khoản \"{clause}\". Hãy viện dẫn, hoặc ghi \"text-only\": true nếu điều này "
                "không có quy tắc.",
                "no value cites clause \"{clause}\". Cite it, or mark it \"text-only\": true where it states no rule."};
        case ErrorId::waiver_idle:
            return {"không có cảnh báo nào \"{key}\" để miễn. Hãy bỏ mục miễn trừ này hoặc sửa đường dẫn.",
                    "there is no warning \"{key}\" to waive. Remove the waiver, or correct its path."};
        case ErrorId::default_not_offered:
            return {"giá trị \"{value}\" không nằm trong các lựa chọn của chính nó: {known}. Hãy sửa một trong hai.",
                    "the value \"{value}\" is not among what is offered beside it: {known}. Correct one of them."};
        case ErrorId::name_unused:
            return {"{what} \"{name}\" được định nghĩa nhưng không quy tắc nào dùng. Hãy bỏ, hoặc dùng nó.",
                    "the {what} \"{name}\" is defined and no rule uses it. Remove it, or use it."};
        case ErrorId::listed_twice:
            return {"giá trị này đã có ở mục {first} của cùng danh sách. Hãy bỏ một.",
                    "this value already stands as item {first} of the same list. Remove one."};
        case ErrorId::silence_contradicted:
            return {
                "bộ quy tắc ghi là để ngỏ \"{path}\" nhưng lại đặt giá trị cho nó (dòng {line}). Hãy bỏ một trong hai.",
                "the rulebook says that it leaves \"{path}\" open, and gives it a value (line {line}). Remove one."};
        case ErrorId::path_leads_nowhere:
            return {"đường dẫn \"{path}\" không dẫn đến giá trị nào[; có phải là \"{nearest}\"?|.] Hãy sửa đường dẫn.",
                    "the path \"{path}\" leads to no value[; did you mean \"{nearest}\"?|.] Correct it."};
        case ErrorId::class_unreachable:
            return {
                "không sáng kiến nào đạt được hạng \"{name}\": {least} là tổng nhỏ nhất khi đủ điểm từng tiêu chí, nhưng hạng "
                "chỉ gồm dưới {most}. Hãy sửa \"needs\" hoặc khoảng điểm.",
                "no initiative can reach class \"{name}\": the least total that meets its needs is {least}, and the class "
                "holds only what is below {most}. Correct \"needs\" or the range."};
        case ErrorId::class_below_pass:
            return {
                "hạng \"{name}\" chỉ gồm các tổng dưới {below}, không tới điểm đạt {pass}, nên không sáng kiến đạt nào có "
                "hạng này. Hãy sửa hạng hoặc điểm đạt.",
                "class \"{name}\" holds only totals below {below}, short of the pass mark {pass}: nothing that passes is in "
                "it. Correct the class or the mark."};
        case ErrorId::pass_mark_idle:
            return {
                "điểm đạt {pass} không loại ai: đủ điểm tối thiểu từng tiêu chí thì tổng đã là {least}. Hãy sửa một trong hai.",
                "the pass mark {pass} refuses nobody: the minima of the criteria already add up to {least}. Correct one of "
                "them."};
        case ErrorId::vote_fraction_idle:
            return {
                "với Hội đồng từ 1 đến {size} người, tỷ lệ {fraction} lúc nào cũng có nghĩa là {meaning}. Hãy kiểm tra lại tỷ "
                "lệ.",
                "with a council of 1 to {size}, the fraction {fraction} always means {meaning}. Check the fraction."};
        case ErrorId::quorum_above_council:
            return {
                "cần {quorum} thành viên dự họp, nhiều hơn Hội đồng lớn nhất ({size} người). Hãy kiểm tra lại con số.",
                "{quorum} members are needed to sit, more than the largest council has ({size}). Check the number."};
        case ErrorId::pass_mark_unreachable:
            return {
                "điểm đạt {pass} là số phiếu, nhiều hơn số người của Hội đồng lớn nhất ({size}). Hãy kiểm tra lại con số.",
                "the pass mark {pass} is a count of ballots, more than the largest council has members ({size}). Check the "
                "number."};
        case ErrorId::passes_without_class:
            return {
                "tổng từ {pass} đến dưới {from} thì đạt nhưng không thuộc hạng nào. Hãy sửa điểm đạt hoặc hạng thấp nhất.",
                "totals from {pass} to below {from} pass and are in no class. Correct the pass mark or the lowest class."};
        case ErrorId::counts_nothing:
            return {
                "mục này tính những sáng kiến ở trạng thái \"{state}\", nhưng không bước nào dẫn tới đó. Hãy sửa trạng thái hoặc các bước.",
                "this counts initiatives in the state \"{state}\", which no step leads to. Correct the state or the "
                "steps."};
        case ErrorId::quota_without_areas:
            return {
                "chỉ tiêu đòi một lĩnh vực được liệt kê, nhưng không bộ quy tắc nào liệt kê lĩnh vực. Hãy thêm "
                "\"areas\", hoặc ghi là để ngỏ.",
                "the quota asks for a listed area, and no rulebook lists areas. Add \"areas\", or say under "
                "\"silent\" that they are left open."};
        case ErrorId::index_maximum_unreachable:
            return {
                "không bậc nào cho đủ điểm tối đa {max} của \"{component}\": nhiều nhất là {points}. Hãy sửa bậc hoặc \"max\".",
                "no step gives the maximum {max} of \"{component}\": the most is {points}. Correct the steps or \"max\"."};
        case ErrorId::index_points_fall:
            return {
                "số liệu cao hơn lại được ít điểm hơn: bậc từ {from} cho {points}, bậc trước cho {previous}. Hãy sửa điểm các bậc.",
                "a higher figure gives fewer points: the step from {from} gives {points}, the one before {previous}. "
                "Correct the points."};
        case ErrorId::deadline_day_off:
            return {
                "ngày cuối của \"{deadline}\" là ngày nghỉ: {years}. Hãy nêu cách dời, hoặc lưu ý người nộp.",
                "the last day of \"{deadline}\" is a day off: {years}. Name a roll (forward or backward), or warn those who file."};
        case ErrorId::deadline_roll_contradicts:
            return {
                "dời ngày làm \"{deadline}\" vượt ngày mà văn bản cho phép: {years}. Hãy bỏ dời ngày hoặc dời về trước.",
                "the roll takes \"{deadline}\" past the day that the text allows: {years}. Do not roll, or roll backward."};
        case ErrorId::deadline_roll_passes:
            return {
                "dời về trước làm \"{deadline}\" không còn sau mốc trước nó: {years}. Hãy sửa ngày hoặc cách dời.",
                "rolled backward, \"{deadline}\" no longer comes after the deadline before it: {years}. Correct the day "
                "or the roll."};
        case ErrorId::deadline_preparation_short:
            return {
                "trước \"{deadline}\" không đủ {needed} ngày làm việc để chuẩn bị: {years}. Hãy sửa ngày hoặc số ngày cần.",
                "fewer than the {needed} working days wanted lie before \"{deadline}\": {years}. Correct the day or the "
                "number."};
        case ErrorId::deadline_order:
            return {
                "\"{later}\" đến sau \"{earlier}\" trong quy trình nhưng lại hết hạn trước. Hãy sửa một trong hai ngày.",
                "\"{later}\" comes after \"{earlier}\" in the procedure and is due before it. Correct one of the days."};
        case ErrorId::state_unreachable:
            return {"không bước nào dẫn từ \"{start}\" tới trạng thái \"{name}\". Hãy thêm bước hoặc bỏ trạng thái.",
                    "no step leads from \"{start}\" to the state \"{name}\". Add a step, or remove the state."};
        case ErrorId::state_trap:
            return {"từ trạng thái \"{name}\" không bước nào dẫn tới kết thúc. Hãy thêm bước, hoặc sửa \"kind\".",
                    "no step leads on from the state \"{name}\" to an end. Add a step, or correct its \"kind\"."};
        case ErrorId::no_path_to_end:
            return {
                "từ \"{name}\" không đường nào dẫn tới một trạng thái kết thúc. Hãy kiểm tra các bước và điều kiện.",
                "no way leads from \"{name}\" to a state that ends the procedure. Check the steps and their guards."};
        case ErrorId::steps_overlap:
            return {
                "bước này và bước \"{other}\" cùng nhận sự kiện \"{event}\" ở trạng thái \"{state}\" của cùng một vai trò, và "
                "có thể cùng được phép. Hãy tách điều kiện.",
                "this step and \"{other}\" both take the event \"{event}\" in the state \"{state}\" from the same role, and "
                "both may be open. Part their guards."};
        case ErrorId::list_empty:
            return {"danh sách \"{key}\" rỗng nên không nói gì. Hãy điền, hoặc bỏ khoá này.",
                    "the list \"{key}\" is empty and says nothing. Fill it in, or remove the key."};
        case ErrorId::guard_never:
            return {"điều kiện này không bao giờ đúng, dù khai thế nào. Hãy sửa các phần mâu thuẫn.",
                    "this guard is never true, whatever is stated. Mend what contradicts itself."};
        case ErrorId::guard_always:
            return {"điều kiện này lúc nào cũng đúng, nên không ngăn gì. Hãy bỏ hoặc sửa.",
                    "this guard is always true and holds nothing back. Remove or correct it."};
        case ErrorId::clock_unstoppable:
            return {"thời hạn \"{name}\" bắt đầu nhưng không sự kiện nào dừng nó. Hãy thêm \"stops\".",
                    "the clock \"{name}\" starts and no event stops it. Add \"stops\"."};
        case ErrorId::event_unknown:
            return {"không bước nào nhận sự kiện \"{event}\"[; có phải là \"{nearest}\"?|.] Các sự kiện: {known}.",
                    "no step takes the event \"{event}\"[; did you mean \"{nearest}\"?|.] Known events: {known}."};
        case ErrorId::ended_state_left:
            return {
                "trạng thái \"{name}\" là kết thúc nhưng bước \"{step}\" lại đi tiếp từ đó. Hãy sửa \"kind\" hoặc bước.",
                "the state \"{name}\" is an end, and the step \"{step}\" leads on from it. Correct \"kind\" or the step."};
        case ErrorId::decision_unsaid:
            return {
                "điều kiện \"{name}\" cần mục \"{section}\", nhưng không bộ quy tắc nào có: không bao giờ kết luận "
                "được. Hãy thêm mục này, hoặc ghi là để ngỏ.",
                "the condition \"{name}\" needs the section \"{section}\", which no rulebook has: it can never be decided. "
                "Add the section, or say under \"silent\" that it is left open."};
        case ErrorId::entry_doubled:
            return {
                "\"{name}\" nói đúng những gì \"{other}\" (dòng {line}) đã nói. Hãy bỏ một, hoặc sửa chỗ khác nhau.",
                "\"{name}\" says just what \"{other}\" (line {line}) says. Remove one, or write what is different."};
        case ErrorId::offer_unusable:
            return {"cách đọc \"{value}\" nêu cho \"{path}\" không dùng được: {why}",
                    "the reading \"{value}\" offered for \"{path}\" cannot be used: {why}"};
        case ErrorId::end_unsaid:
            return {
                "\"{path}\" hết giá trị từ ngày {until} và không ai nói sau đó làm gì. Hãy thêm giá trị tiếp theo, hoặc ghi "
                "\"after\" trong \"reviewed\" của \"document\".",
                "\"{path}\" has no value from {until} on, and nobody says what is done then. Add the next value, or say "
                "\"after\" under \"reviewed\" in \"document\"."};
        case ErrorId::transitional_idle:
            return {
                "điều khoản chuyển tiếp \"{name}\" không áp dụng cho hồ sơ nào: {why}. Hãy sửa ngày hoặc trạng thái.",
                "the transitional clause \"{name}\" applies to no file: {why}. Correct its day or its states."};
        case ErrorId::succession_loses:
            return {
                "sau khi {kind}, \"{value}\" có thể làm mất chỗ cả cơ quan còn thiếu. Hãy dùng {instead}, hoặc ghi ở "
                "\"waivers\" vì sao chấp nhận.",
                "after a {kind}, \"{value}\" can make a shortfall of the whole office vanish. Use {instead}, or say under "
                "\"waivers\" why that is accepted."};
        case ErrorId::duty_never_done:
            return {
                "nhiệm vụ \"{name}\": sau sự kiện \"{event}\" không sự kiện nào ở \"done\" còn có thể xảy ra. Hãy sửa "
                "\"from\" hoặc \"done\".",
                "the duty \"{name}\": after the event \"{event}\" no event of \"done\" can come any more. Correct "
                "\"from\" or \"done\"."};
        case ErrorId::quota_unreachable:
            return {"không đơn vị nào đạt được chỉ tiêu này: {why}. Hãy sửa con số, cấp hoặc trạng thái.",
                    "no unit can meet this quota: {why}. Correct the number, the level or the state."};
        case ErrorId::vector_differs:
            return {"ví dụ \"{vector}\": \"{path}\" phải là {expected} nhưng kết quả là {got}.",
                    "vector \"{vector}\": \"{path}\" should be {expected} and is {got}."};
        case ErrorId::vector_not_evaluated:
            return {"ví dụ \"{vector}\" không đánh giá được: {why}", "vector \"{vector}\" cannot be evaluated: {why}"};
        case ErrorId::vector_misses_clause:
            return {"ví dụ \"{vector}\" nêu điều khoản \"{clause}\" nhưng không kết luận nào của nó dựa vào điều này.",
                    "vector \"{vector}\" is about clause \"{clause}\", and nothing it comes to rests on it."};
        case ErrorId::text_to_fill:
            return {
                "còn chỗ chưa điền: {text}. Hãy thay bằng điều văn bản nói, hoặc bỏ mục này.",
                "this is still to be filled in: {text}. Put what the paper says in its place, or remove the entry."};
        default: return {"lỗi không rõ", "unknown error"};
    }
}

}  // namespace sangkien::detail
