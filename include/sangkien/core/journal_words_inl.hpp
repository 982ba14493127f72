// The words of what is wrong with a journal, Vietnamese and English.
#pragma once

#include "error_ids.hpp"
#include "messages_inl.hpp"

namespace sangkien::detail {

inline Template journal_words_of(ErrorId id) noexcept
{
    switch (id) {
        case ErrorId::journal_altered:
            return {
                "dòng này đã bị sửa: nội dung không còn khớp mã niêm phong của chính nó. Hãy đối chiếu với bản sao.",
                "this line was altered: what it says does not match its own seal. Compare it with a copy."};
        case ErrorId::journal_unreadable:
            return {
                "đây không phải là một dòng nhật ký: {reason}. Hãy đối chiếu với bản sao, hoặc sửa sự kiện rồi ghi lại.",
                "this is no line of a journal: {reason}. Compare it with a copy, or mend the event and append it "
                "again."};
        case ErrorId::journal_torn:
            return {
                "dòng cuối bị đứt: có {bytes} byte mà không có dấu xuống dòng, tức là lần ghi không xong và chưa được báo "
                "là đã ghi. Hãy chạy \"journal repair\" để cất riêng các byte đó, rồi ghi lại sự kiện.",
                "the last line is torn: {bytes} bytes without a line end, of an append that did not finish and was not "
                "acknowledged. Run \"journal repair\" to put them aside, then append the event again."};
        case ErrorId::journal_removed:
            return {
                "ngay trước dòng này thiếu dòng số {lines} (tất cả {count}): chúng đã bị bỏ. Hãy lấy lại từ bản sao.",
                "missing just before this line: {lines} ({count} in all). They were removed. Take them from a copy."};
        case ErrorId::journal_inserted:
            return {"dòng này đã bị chèn vào: nó không thuộc chuỗi, và dòng thật sự nối tiếp đứng ở dòng {next}.",
                    "this line was inserted: it is no part of the chain, which goes on at line {next}."};
        case ErrorId::journal_reordered:
            return {
                "dòng này đứng sai chỗ: ở đây phải là dòng số {expected}, nhưng nó là dòng số {found}. Các dòng đã bị đổi "
                "chỗ.",
                "this line is out of its place: {expected} belongs here and it is {found}. Lines were put in another "
                "order."};
        case ErrorId::journal_doubled:
            return {"dòng này đứng hai lần: cũng chính nó ở dòng {line}. Một trong hai đã bị chèn vào.",
                    "this line stands twice: it is line {line} as well. One of them was put in."};
        case ErrorId::journal_forked:
            return {
                "dòng này không nối tiếp dòng ngay trên: nó ghi mã của một dòng khác. Dòng trên đã bị sửa rồi niêm phong lại, "
                "hoặc dòng này lấy từ nhật ký khác. Hãy đối chiếu cả hai với bản sao.",
                "this line does not follow the one above: it names the seal of another. The line above was altered and "
                "sealed anew, or this one is of another journal. Compare both with a copy."};
        case ErrorId::journal_truncated:
            return {
                "nhật ký kết thúc ở dòng {last}, nhưng đầu nhật ký đã lưu là dòng {anchor}: phần cuối đã bị cắt. Hãy lấy lại "
                "từ bản sao.",
                "the journal ends at line {last}, and the head that was kept is line {anchor}: its tail was cut off. Take "
                "it from a copy."};
        case ErrorId::journal_rewritten:
            return {
                "dòng này nguyên vẹn nhưng không phải là dòng của đầu nhật ký đã lưu ({anchor}): nhật ký đã được viết lại, hoặc "
                "đầu nhật ký là của nhật ký khác.",
                "this line holds, and is not the one of the head that was kept ({anchor}): the journal was written anew, or "
                "the head is of another journal."};
        case ErrorId::journal_recorded_backwards:
            return {
                "thời điểm ghi {recorded} sớm hơn của dòng trên ({previous}). Hãy kiểm tra đồng hồ của hệ thống chủ.",
                "it is recorded at {recorded}, before the line above ({previous}). Check the clock of the host."};
        case ErrorId::journal_occurred_later:
            return {
                "sự việc xảy ra lúc {occurred} nhưng đã ghi lúc {recorded}. Không thể ghi điều chưa xảy ra.",
                "it occurred at {occurred} and is recorded at {recorded}. What has not happened cannot be recorded."};
        case ErrorId::journal_correction:
            return {"không thể đính chính dòng {line}: {why}.", "line {line} cannot be corrected: {why}."};
        case ErrorId::journal_events_twice:
            return {
                "sáng kiến \"{id}\" có sự kiện cả trong hồ sơ đợt lẫn trong nhật ký. Hãy chỉ giữ ở một nơi: bỏ \"events\" của nó "
                "trong hồ sơ đợt.",
                "initiative \"{id}\" has events in the season and in the journal. Keep them in one place: take its "
                "\"events\" out of the season."};
        case ErrorId::journal_locked:
            return {
                "nhật ký \"{file}\" đang được chương trình khác ghi. Mỗi lúc chỉ một chương trình ghi; hãy đợi rồi mở lại.",
                "another program is writing the journal \"{file}\". One writes at a time; wait, then open it again."};
        case ErrorId::journal_not_written:
            return {"không ghi được vào nhật ký \"{file}\": {reason}. Sự kiện này chưa được ghi nhận.",
                    "the journal \"{file}\" could not be written: {reason}. The event is not acknowledged."};
        case ErrorId::journal_changed:
            return {
                "tệp \"{file}\" đã bị thay đổi trong khi đang mở để ghi. Không ghi thêm gì; hãy kiểm chứng nhật ký rồi mở lại.",
                "the file \"{file}\" was changed while it was open for appending. Nothing was added; verify the journal, "
                "then open it again."};
        default: return {};
    }
}

}  // namespace sangkien::detail
