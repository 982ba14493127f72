// What would turn an unmet finding into a met one, in words; whether anything can.
#pragma once

#include "finding_ids.hpp"
#include "messages_inl.hpp"

namespace sangkien::detail {

struct LiftWords {
    bool possible;
    Template text;
};

inline LiftWords lift_words_of(FindingId id) noexcept
{
    switch (id) {
        case FindingId::late:
            return {false,
                    {"Hạn đã qua; không văn bản nào đã nạp quy định về việc làm trễ hạn.",
                     "The deadline has passed; no loaded rulebook says what happens to what is late."}};
        case FindingId::period_over:
            return {false, {"Thời hạn đã hết, quyền đã chấm dứt.", "The period is over and the right has lapsed."}};
        case FindingId::deadline_unknown:
            return {true, {"Nạp lịch nghỉ của năm liên quan.", "Load the calendar of the year concerned."}};
        case FindingId::fact_missing:
            return {true,
                    {"Người có thẩm quyền xác nhận nội dung này.", "Whoever is competent states it, true or false."}};
        case FindingId::fact_stated:
            return {true,
                    {"Chỉ khi nội dung đã xác nhận được xác nhận lại khác đi, có căn cứ.",
                     "Only if what was stated is stated otherwise, with grounds."}};
        case FindingId::area_missing:
            return {true, {"Ghi rõ lĩnh vực trọng tâm của sáng kiến.", "Name the initiative's focus area."}};
        case FindingId::level_other: return {true, {"Đề nghị công nhận ở cấp này.", "Seek recognition at that level."}};
        case FindingId::council_refuses:
            return {false,
                    {"Kết quả của Hội đồng đã rõ; không văn bản nào đã nạp quy định việc biểu quyết lại.",
                     "The council's result stands; no loaded rulebook provides for another vote."}};
        case FindingId::council_approves: return {false, {"Hội đồng đã thông qua.", "The council has approved."}};
        case FindingId::council_open:
            return {true, {"Hội đồng chấm và biểu quyết cho đủ.", "The council completes its scores and votes."}};
        case FindingId::not_selected: return {false, {"Sáng kiến khác xếp trên.", "Other initiatives rank above it."}};
        case FindingId::selection_open:
            return {true,
                    {"Phân định sáng kiến đồng hạng hoặc bổ sung kết quả còn thiếu.",
                     "Break the tie, or supply the results that are missing."}};
        case FindingId::too_early: return {true, {"Chờ đến khi hạn đó qua.", "Wait until that deadline is over."}};
        case FindingId::deadline_over: return {false, {"Hạn đó đã qua.", "That deadline is over."}};
        case FindingId::in_time: return {true, {"Chờ đến khi hạn đó qua.", "Wait until that deadline is over."}};
        case FindingId::within_period:
        case FindingId::within_period_surely:
            return {true, {"Chờ đến khi hết thời hạn đó.", "Wait until that period is over."}};
        case FindingId::document_absent:
        case FindingId::document_unknown:
            return {true, {"Bổ sung giấy tờ này vào hồ sơ.", "Add the document to the file."}};
        case FindingId::event_not_taken: return {true, {"Thực hiện bước đó trước.", "Take that step first."}};
        case FindingId::event_taken: return {false, {"Bước đó đã thực hiện rồi.", "That step was taken already."}};
        case FindingId::period_suspended:
            return {true, {"Chờ đến khi hết thời hạn đó.", "Wait until that period is over."}};
        case FindingId::state_other:
            return {true, {"Đưa hồ sơ tới trạng thái đó trước.", "Bring the file to that state first."}};
        case FindingId::state_held:
            return {true, {"Đưa hồ sơ khỏi trạng thái đó trước.", "Take the file out of that state first."}};
        case FindingId::same_person: return {true, {"Người khác thực hiện.", "Somebody else does it."}};
        case FindingId::other_person: return {true, {"Chính người đó thực hiện.", "That very person does it."}};
        case FindingId::person_unknown:
            return {true, {"Ghi rõ người thực hiện từng bước.", "State who takes each step."}};
        case FindingId::score_open:
        case FindingId::class_open:
            return {true, {"Hội đồng chấm và biểu quyết cho đủ.", "The council completes its scores and votes."}};
        case FindingId::score_reached:
        case FindingId::score_short:
        case FindingId::class_held:
        case FindingId::class_other:
            return {false,
                    {"Kết quả của Hội đồng đã rõ; không văn bản nào đã nạp quy định việc chấm lại.",
                     "The council's result stands; no loaded rulebook provides for another scoring."}};
        case FindingId::quota_lacking:
            return {true, {"Đơn vị đề xuất thêm sáng kiến.", "The unit proposes more initiatives."}};
        default: return {true, {"Bổ sung điều còn thiếu.", "Supply what is missing."}};
    }
}

}  // namespace sangkien::detail
