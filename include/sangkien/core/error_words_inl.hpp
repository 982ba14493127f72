// The words of all errors, Vietnamese and English: what is wrong, what was expected, what to do.
#pragma once

#include "error_ids.hpp"
#include "journal_words_inl.hpp"
#include "messages_inl.hpp"
#include "verify_words_inl.hpp"

namespace sangkien::detail {

// Every enumerator below 1600 has its case here; tests/tools/check_errors.py tells of a missing one.
inline Template words_of(ErrorId id) noexcept
{
    switch (id) {
        case ErrorId::unreadable_json:
            return {"không phải JSON hợp lệ (bộ đọc báo: {reason}). Hãy sửa tại chỗ này rồi đọc lại.",
                    "this is not JSON: {reason}. Mend it here and read again."};
        case ErrorId::unknown_key:
            return {"không có khoá \"{key}\" ở đây[; có phải là \"{nearest}\"?|.] Các khoá dùng được: {known}.",
                    "there is no key \"{key}\" here[; did you mean \"{nearest}\"?|.] Keys known here: {known}."};
        case ErrorId::wrong_type:
            return {"cần {expected}, nhưng đây là {found}. Hãy viết lại cho đúng kiểu.",
                    "expected {expected}, found {found}. Write it as {expected}."};
        case ErrorId::missing_key:
            return {"thiếu khoá bắt buộc \"{key}\". Hãy thêm vào đối tượng này.",
                    "the required key \"{key}\" is missing. Add it to this object."};
        case ErrorId::duplicate_key:
            return {"khoá \"{key}\" được ghi hai lần trong cùng một đối tượng. Hãy bỏ một.",
                    "the key \"{key}\" stands twice in the same object. Remove one."};
        case ErrorId::limit_exceeded:
            return {"vượt giới hạn của thư viện: {what} tối đa là {limit}. Hãy chia nhỏ dữ liệu.",
                    "past a limit of the library: {what} may be at most {limit}. Split the input."};
        case ErrorId::unknown_word:
            return {
                "\"{text}\" không phải là giá trị dùng được ở đây[; có phải là \"{nearest}\"?|.] Cần một trong: {known}.",
                "\"{text}\" is not a word known here[; did you mean \"{nearest}\"?|.] Expected one of: {known}."};
        case ErrorId::unreadable_file:
            return {"không đọc được tệp \"{file}\". Hãy kiểm tra đường dẫn và quyền đọc.",
                    "the file \"{file}\" cannot be read. Check the path and the right to read it."};
        case ErrorId::file_exists:
            return {"đã có tệp \"{file}\", và không tệp nào bị ghi đè. Hãy chọn tên khác.",
                    "the file \"{file}\" is there already, and none is overwritten. Choose another name."};
        case ErrorId::unwritable_file:
            return {"không ghi được tệp \"{file}\". Hãy kiểm tra thư mục và quyền ghi.",
                    "the file \"{file}\" cannot be written. Check the folder and the right to write in it."};
        case ErrorId::missing_column:
            return {
                "thiếu cột \"{key}\"[; có phải là cột \"{nearest}\"?|.] Dòng đầu có: {known}. Hãy đặt đúng tên cột.",
                "there is no column \"{key}\"[; did you mean \"{nearest}\"?|.] The first row has: {known}. Name the "
                "column in it."};
        case ErrorId::unknown_format:
            return {"định dạng phiên bản {found} không được hỗ trợ; thư viện này đọc phiên bản {expected}.",
                    "format version {found} is not known; this library reads version {expected}. Convert the file, or "
                    "take a newer library."};
        case ErrorId::empty_text:
            return {"để trống ở nơi cần {expected}. Hãy điền giá trị.",
                    "nothing is written where {expected} is needed. Fill it in."};
        case ErrorId::bad_day:
            return {"\"{text}\" không phải là một ngày có thật. Hãy viết năm-tháng-ngày, ví dụ \"2025-09-24\".",
                    "\"{text}\" is not a day that exists. Write year-month-day, as in \"2025-09-24\"."};
        case ErrorId::bad_instant:
            return {
                "\"{text}\" không phải là một thời điểm. Hãy viết ngày, giờ và múi giờ, ví dụ "
                "\"2025-09-24T17:00:00+07:00\".",
                "\"{text}\" is not an instant. Write day, time and offset, as in \"2025-09-24T17:00:00+07:00\"."};
        case ErrorId::bad_yearly_day:
            return {
                "\"{text}\" không phải là một ngày trong năm: tháng từ 1 đến 12, ngày phải có trong mọi năm. Hãy "
                "viết ngày/tháng, ví dụ \"25/9\".",
                "\"{text}\" is not a day of the year: the month goes from 1 to 12 and the day must exist every "
                "year. Write day/month, as in \"25/9\"."};
        case ErrorId::bad_number:
            return {
                "\"{text}\" không phải là số chính xác. Hãy viết số thập phân (12.5) hoặc phân số (\"2/3\"), tối đa "
                "15 chữ số, không dùng luỹ thừa.",
                "\"{text}\" is not an exact number. Write a decimal (12.5) or a fraction (\"2/3\") of at most 15 "
                "digits, without an exponent."};
        case ErrorId::out_of_range:
            return {"{value} nằm ngoài khoảng cho phép, từ {low} đến {high}. Hãy sửa giá trị.",
                    "{value} is out of range: from {low} to {high} is allowed. Correct the value."};
        case ErrorId::overflow:
            return {"phép tính chính xác vượt quá 64 bit hoặc chia cho 0. Hãy dùng số có ít chữ số hơn.",
                    "an exact computation does not fit 64 bits, or divides by 0. Use numbers with fewer digits."};
        case ErrorId::bad_length:
            return {
                "\"{text}\" không phải là một thời hạn. Hãy viết số và đơn vị, ví dụ \"3 months\", \"1 year\", \"10 "
                "days\", \"2 weeks\", \"5 working days\", \"36 hours\", \"16 working hours\", \"half a month\".",
                "\"{text}\" is not the length of a period. Write a number and a unit, as in \"3 months\", \"1 "
                "year\", \"10 days\", \"2 weeks\", \"5 working days\", \"36 hours\", \"16 working hours\", \"half a month\"."};
        case ErrorId::window_backwards:
            return {
                "khoảng thời gian kết thúc ({until}) không sau khi bắt đầu ({from}). Ngày \"until\" là ngày đầu tiên "
                "không còn hiệu lực.",
                "the window ends ({until}) no later than it begins ({from}). \"until\" is the first day that is no "
                "longer in force."};
        case ErrorId::bad_lunar_day:
            return {"{date} không có trong âm lịch: {why}. Hãy sửa ngày, tháng hoặc dấu nhuận.",
                    "{date} is not in the lunar calendar: {why}. Correct the day, the month or the leap mark."};
        case ErrorId::shares_not_whole:
            return {
                "tỷ lệ đóng góp của các tác giả cộng lại là {sum} %, phải đúng 100 %. Hãy sửa các \"share\" "
                "(13/2012/NĐ-CP điều 5 khoản 3).",
                "the authors' contribution shares add up to {sum} %, and must be exactly 100 %. Correct the "
                "\"share\" values (Decree 13/2012 art. 5(3))."};
        case ErrorId::duplicate_id:
            return {"mã \"{id}\" đã được dùng ở dòng {line}. Mỗi mã chỉ dùng một lần.",
                    "the id \"{id}\" is already used on line {line}. Each id stands once."};
        case ErrorId::event_out_of_order:
            return {
                "sự kiện \"{event}\" lúc {at} đứng sau sự kiện lúc {previous}. Hãy xếp các sự kiện của một sáng kiến "
                "theo thời gian.",
                "event \"{event}\" at {at} stands after one at {previous}. List the events of an initiative in "
                "order of time."};
        case ErrorId::not_a_member:
            return {
                "\"{person}\" không phải là thành viên Hội đồng[; có phải là \"{nearest}\"?|.] Chỉ thành viên trong "
                "/council/members được chấm hoặc khai xung đột.",
                "\"{person}\" is not a member of the council[; did you mean \"{nearest}\"?|.] Only those in "
                "/council/members give ballots or declare conflicts."};
        case ErrorId::above_maximum:
            return {"điểm {value} của tiêu chí \"{criterion}\" nằm ngoài khoảng từ 0 đến {max}. Hãy sửa phiếu chấm.",
                    "the score {value} for \"{criterion}\" is outside 0 to {max}. Correct the ballot."};
        case ErrorId::off_step:
            return {"điểm {value} của tiêu chí \"{criterion}\" không phải là bội của bước {step}. Hãy sửa phiếu chấm.",
                    "the score {value} for \"{criterion}\" is not a multiple of the step {step}. Correct the ballot."};
        case ErrorId::options_overlap:
            return {
                "các mức của tiêu chí \"{criterion}\" chồng nhau, hoặc mức cao nhất không phải điểm tối đa {max}: xem tại "
                "{at}. Hãy sửa các mức.",
                "the levels of \"{criterion}\" overlap, or the highest is not the maximum {max}: see {at}. Correct the "
                "levels."};
        case ErrorId::not_an_option:
            return {
                "điểm {value} của tiêu chí \"{criterion}\" không thuộc mức nào trong các mức phải chọn. Hãy sửa phiếu chấm.",
                "the score {value} for \"{criterion}\" lies in none of the levels of which one is chosen. Correct the "
                "ballot."};
        case ErrorId::bad_digest:
            return {
                "\"{text}\" không phải là mã băm SHA-256: 64 chữ số thập lục phân viết thường. Không ghi nội dung nhận xét "
                "vào đây.",
                "\"{text}\" is not a SHA-256 digest: 64 hexadecimal digits in lower case. The text of a comment does not "
                "stand here."};
        case ErrorId::unknown_unit:
            return {"không có đơn vị \"{id}\"[; có phải là \"{nearest}\"?|.] Đơn vị phải có trong /units.",
                    "there is no unit \"{id}\"[; did you mean \"{nearest}\"?|.] A unit must stand in /units."};
        case ErrorId::unknown_name:
            return {"không có {what} \"{name}\"[; có phải là \"{nearest}\"?|.] Các tên dùng được: {known}.",
                    "there is no {what} \"{name}\"[; did you mean \"{nearest}\"?|.] Known: {known}."};
        case ErrorId::duplicate_ballot:
            return {
                "thành viên \"{person}\" đã có phiếu cho sáng kiến \"{initiative}\" ở dòng {line}. Mỗi thành viên một "
                "phiếu cho một sáng kiến.",
                "member \"{person}\" already has a ballot for initiative \"{initiative}\" on line {line}. One "
                "ballot per member and initiative."};
        case ErrorId::criterion_not_scored:
            return {"phiếu chấm thiếu điểm của tiêu chí \"{criterion}\". Phiếu có điểm phải chấm đủ mọi tiêu chí.",
                    "the ballot has no score for \"{criterion}\". A ballot that scores must score every criterion."};
        case ErrorId::choice_not_offered:
            return {"không thể chọn \"{value}\" cho \"{path}\". Các lựa chọn văn bản cho phép: {known}.",
                    "\"{value}\" cannot be chosen for \"{path}\". What the rulebook offers: {known}."};
        case ErrorId::season_rulebook_missing:
            return {"đợt này đặt dưới bộ quy tắc \"{id}\" nhưng bộ đó chưa được nạp. Hãy nạp thêm \"{id}\".",
                    "the season stands under rulebook \"{id}\", which is not loaded. Load \"{id}\" as well."};
        case ErrorId::unknown_initiative:
            return {"không có sáng kiến \"{id}\"[; có phải là \"{nearest}\"?|.] Sáng kiến phải có trong /initiatives.",
                    "there is no initiative \"{id}\"[; did you mean \"{nearest}\"?|.] An initiative must stand in "
                    "/initiatives."};
        case ErrorId::year_mismatch:
            return {"ngày mở đợt {opened} không thuộc năm {year}. Hãy sửa \"opened\" hoặc \"year\".",
                    "the season opened on {opened}, which is not in {year}. Correct \"opened\" or \"year\"."};
        case ErrorId::reorganisation_days:
            return {"việc sắp xếp lại ngày {day} không khớp với đơn vị \"{unit}\": {expected}. Hãy sửa ngày.",
                    "the reorganisation on {day} does not fit unit \"{unit}\": {expected}. Correct the days."};
        case ErrorId::reorganisation_shape:
            return {"\"{kind}\" là {expected}, mỗi đơn vị ghi một lần. Hãy sửa \"from\" và \"into\", hoặc loại.",
                    "\"{kind}\" goes {expected}, each unit named once. Correct \"from\" and \"into\", or the kind."};
        case ErrorId::reorganised_twice:
            return {
                "đơn vị \"{unit}\" đã được sắp xếp lại ở dòng {line}. Mỗi đơn vị chỉ lập và kết thúc một lần: hãy bỏ một lần.",
                "unit \"{unit}\" was already reorganised in line {line}. A unit begins and ends once: remove one."};
        case ErrorId::moved_elsewhere:
            return {
                "sáng kiến không thể chuyển từ \"{from}\" sang \"{to}\": khi đó nó thuộc {units}. Hãy sửa \"from\" hoặc \"to\".",
                "the initiative cannot move from \"{from}\" to \"{to}\": it stood with {units}. Correct \"from\" or \"to\"."};
        case ErrorId::shares_of_others:
            return {
                "tỷ lệ được ghi cho {named}, còn sáng kiến thuộc {units}. Hãy ghi mỗi đơn vị của sáng kiến một tỷ lệ.",
                "the shares are of {named}, and the initiative is of {units}. Give each unit of the initiative one share."};
        case ErrorId::index_round_missing:
            return {
                "{office} có số liệu ở vòng {round} mà không có dòng nào ở vòng {earlier}. Hãy thêm các dòng của vòng "
                "đó.",
                "{office} has figures of round {round} and no row of round {earlier}. Add the rows of that round."};
        case ErrorId::index_locked:
            return {
                "vòng {round} đã khoá lúc {deadline}, mà \"{component}\" của {office} khác với bảng trước. Hãy trả lại "
                "như bảng trước.",
                "round {round} was locked at {deadline}, and \"{component}\" of {office} differs from the earlier "
                "table. Put it back as it was."};
        case ErrorId::index_year_outside:
            return {
                "bộ chỉ số {edition} dùng cho các năm {first} đến {last}, không dùng cho năm {year}. Hãy nạp bộ chỉ số "
                "của năm đó.",
                "the index {edition} is for the years {first} to {last}, not for {year}. Load the index of that "
                "year."};
        case ErrorId::index_rounds_backwards:
            return {
                "hạn của vòng \"{round}\" không sau hạn của vòng \"{earlier}\". Các vòng được khoá theo thứ tự ghi.",
                "round \"{round}\" does not end after round \"{earlier}\". Rounds are locked in the order in which they "
                "are written."};
        case ErrorId::index_not_stated:
            return {
                "vào ngày {day}, không bộ quy tắc nào đã nạp có mục \"index\". Hãy nạp bộ có chỉ số đang có hiệu lực.",
                "on {day} no loaded rulebook has a section \"index\". Load one whose index is in force."};
        case ErrorId::too_many_actions:
            return {
                "có {count} hành động, nhiều nhất là {most}: mọi tập hành động đều được xét. Hãy bớt những hành động không "
                "thể chọn.",
                "there are {count} actions, at most {most}: every set of them is looked at. Leave out those that cannot be "
                "chosen."};
        case ErrorId::year_not_decided:
            return {
                "năm {year} chưa có lịch nghỉ được quyết định trong dữ liệu đã nạp[ (cần cho {why})]. Hãy nạp bộ quy tắc "
                "có mục \"calendar\" cho năm {year}.",
                "the calendar of {year} is not decided in what is loaded[ (needed for {why})]. Load a rulebook "
                "whose \"calendar\" has the year {year}."};
        case ErrorId::not_a_working_day:
            return {
                "{day} không phải là ngày làm việc, nên cộng 0 ngày làm việc không có kết quả. Hãy nêu cách dời ngày.",
                "{day} is not a working day, so adding 0 working days has no answer. Say whether to roll forward or backward."};
        case ErrorId::no_calendar:
            return {"các bộ quy tắc đã nạp không có mục \"calendar\". Hãy nạp thêm \"vn-civil-service\".",
                    "none of the loaded rulebooks has a \"calendar\". Load \"vn-civil-service\" as well."};
        case ErrorId::kind_against_week:
            return {
                "{day} là {weekday}, nên không thể là \"{kind}\" trong tuần làm việc này. Hãy sửa ngày hoặc loại ngày; ở đây "
                "dùng được: {known}.",
                "{day} is a {weekday}, so it cannot be \"{kind}\" in this working week. Correct the day or the kind; "
                "possible here: {known}."};
        case ErrorId::swap_not_paired:
            return {
                "{day} ({kind}) nêu cặp với {pair}, nhưng lịch không có {pair} là \"{expected}\" cặp lại với ngày này. Hãy sửa "
                "\"pair\" hoặc thêm ngày còn thiếu.",
                "{day} ({kind}) names {pair} as its pair, but the calendar has no {pair} as \"{expected}\" that names "
                "it back. Correct \"pair\", or add the missing day."};
        case ErrorId::bad_session:
            return {
                "\"{text}\" không phải là một buổi làm việc. Hãy viết giờ bắt đầu và giờ kết thúc như \"07:30-11:30\"; buổi "
                "chiều bắt đầu khi buổi sáng đã hết.",
                "\"{text}\" is not a working session. Write its beginning and end, as in \"07:30-11:30\"; the afternoon "
                "begins when the morning has ended."};
        case ErrorId::unknown_rulebook:
            return {
                "không có bộ quy tắc dựng sẵn hoặc tệp nào tên \"{name}\"[; có phải là \"{nearest}\"?|.] Dựng sẵn: {known}.",
                "there is no built-in rulebook or file \"{name}\"[; did you mean \"{nearest}\"?|.] Built in: {known}."};
        case ErrorId::unknown_clause:
            return {
                "điều khoản \"{clause}\" không có trong danh mục của các bộ quy tắc đã nạp[; có phải là \"{nearest}\"?|.] "
                "Hãy thêm vào mục \"clauses\" hoặc sửa viện dẫn.",
                "clause \"{clause}\" is in no loaded rulebook's list[; did you mean \"{nearest}\"?|.] Add it to "
                "\"clauses\" or correct the citation."};
        case ErrorId::uncited_value:
            return {"\"{path}\" không viện dẫn điều khoản nào. Hãy thêm \"clause\".",
                    "\"{path}\" cites no clause. Add \"clause\" here or around it."};
        case ErrorId::layer_not_allowed:
            return {
                "bộ quy tắc \"{rulebook}\" đặt giá trị cho \"{path}\", nhưng không bộ nào ở lớp dưới để ngỏ chỗ này. Hãy bỏ "
                "giá trị, hoặc ghi vào \"silent\" của bộ ở lớp dưới.",
                "rulebook \"{rulebook}\" fills \"{path}\", which no layer below leaves open. Remove the value, or "
                "name the path under \"silent\" in the layer below."};
        case ErrorId::layer_conflict:
            return {
                "bộ quy tắc \"{rulebook}\" đặt \"{path}\" khác với \"{other}\" (dòng {line}), mà bộ đó không cho phép thay. Hãy "
                "bỏ giá trị, hoặc ghi vào \"allows\" của \"{other}\".",
                "rulebook \"{rulebook}\" gives \"{path}\" another value than \"{other}\" (line {line}), which does "
                "not allow it. Remove the value, or name the path under \"allows\" in \"{other}\"."};
        case ErrorId::windows_overlap:
            return {
                "hai khoảng hiệu lực của cùng một giá trị chồng lên nhau vào ngày {day}. Mỗi ngày chỉ một giá trị có hiệu lực.",
                "two windows of the same value overlap on {day}. One value is in force on a day; end the first "
                "where the second begins."};
        case ErrorId::rests_on_unverified:
            return {
                "điều kiện dựa vào \"{name}\", một giá trị chưa được kiểm chứng. Giá trị \"unverified\" không được dùng để "
                "quyết định: hãy nêu nguồn.",
                "the guard rests on \"{name}\", which is unverified. An unverified value never decides: give its "
                "source, or leave it out of the guard."};
        case ErrorId::id_mismatch:
            return {"mã \"{id}\" khác tên tệp \"{stem}\". Hãy đặt cho giống nhau.",
                    "the id \"{id}\" differs from the file's name \"{stem}\". Make them the same."};
        case ErrorId::duplicate_rulebook:
            return {"bộ quy tắc \"{id}\" được nạp hai lần. Hãy bỏ một.",
                    "rulebook \"{id}\" is loaded twice. Remove one."};
        case ErrorId::maxima_do_not_add_up:
            return {
                "điểm tối đa của các thành phần cộng lại là {sum}, phải đúng {whole}. Hãy sửa các \"max\".",
                "the maxima of the parts add up to {sum}, and must be exactly {whole}. Correct the \"max\" values."};
        case ErrorId::weights_not_one:
            return {"các trọng số cộng lại là {sum}, phải đúng 1, và phải có ở mọi tiêu chí hoặc không tiêu chí nào.",
                    "the weights add up to {sum}, and must be exactly 1, for all criteria or for none. Correct the "
                    "\"weight\" values."};
        case ErrorId::classes_do_not_meet:
            return {
                "hạng \"{name}\" và hạng liền kề hở hoặc chồng tại {at}. Các hạng nối nhau, gồm \"from\" và không gồm \"below\".",
                "class \"{name}\" and its neighbour leave a gap or overlap at {at}. Classes meet, \"from\" "
                "included and \"below\" not: let one's \"below\" be the other's \"from\"."};
        case ErrorId::bad_guard:
            return {
                "điều kiện phải là một tên, hoặc một đối tượng có đúng một trong: all, any, not, before, after, within, "
                "fact, level, document, taken, state, other-than, score-at-least, class, quota.",
                "a guard is a name, or an object with exactly one of: all, any, not, before, after, within, fact, level, "
                "document, taken, state, other-than, score-at-least, class, quota."};
        case ErrorId::step_does_not_divide:
            return {
                "bước {step} không chia hết điểm tối đa {max}, nên không thể đạt điểm tối đa. Hãy sửa một trong hai.",
                "the step {step} does not divide the maximum {max}, so full marks cannot be given. Correct one of "
                "them."};
        case ErrorId::circular_condition:
            return {"điều kiện \"{name}\" dựa vào chính nó. Hãy bỏ vòng lặp.",
                    "condition \"{name}\" rests on itself. Break the circle."};
        case ErrorId::season_before_rules:
            return {
                "vào ngày mở đợt {day}, bộ quy tắc \"{rulebook}\" không có hiệu lực. Hãy sửa \"opened\" hoặc nạp bộ đang có hiệu lực.",
                "on {day}, when the season opened, rulebook \"{rulebook}\" is not in force. Correct \"opened\", or "
                "load the rulebook in force."};
        case ErrorId::bands_do_not_meet:
            return {
                "các khung điểm của tiêu chí \"{criterion}\" hở hoặc chồng tại {at}. Các khung phải phủ kín từ 0 đến điểm tối "
                "đa theo bước chấm.",
                "the bands of \"{criterion}\" leave a gap or overlap at {at}. Bands must tile 0 to the maximum, step "
                "by step."};
        case ErrorId::steps_do_not_rise:
            return {
                "bậc {from} của \"{component}\" không đúng chỗ: bậc đầu phải từ 0 và mỗi bậc sau phải lớn hơn bậc trước[ "
                "({previous})]. Hãy xếp lại các \"from\".",
                "the step from {from} of \"{component}\" is out of place: the first begins at 0 and each later one "
                "above the one before[ ({previous})]. Put the \"from\" values in order."};
        case ErrorId::looser_value:
            return {
                "bộ quy tắc \"{rulebook}\" đặt \"{path}\" là {value} nhưng \"{other}\" (dòng {line}) đặt {was} và chỉ cho đặt "
                "{toward}. Hãy đặt một giá trị {toward} cùng đơn vị, hoặc bỏ giá trị này.",
                "rulebook \"{rulebook}\" gives \"{path}\" the value {value}, but \"{other}\" (line {line}) gives {was} and "
                "lets it only be {toward}. Give one that is {toward}, in the same unit, or remove it."};
        case ErrorId::value_ended:
            return {
                "\"{path}\" của văn bản {document} chỉ có giá trị đến trước ngày {until}, mà quy tắc được hỏi là của ngày "
                "{day}, và văn bản ghi \"after\": \"refuse\". Hãy thêm giá trị từ ngày {until}, hoặc đổi \"after\".",
                "\"{path}\" of document {document} has values only until before {until}, and the rules asked for are those "
                "of {day}, and the document says \"after\": \"refuse\". Add the value from {until}, or change \"after\"."};
        case ErrorId::review_over:
            return {
                "lần rà soát văn bản {document} chỉ có giá trị đến trước ngày {until}, mà ngày xem xét là {day}, và văn bản ghi "
                "\"after\": \"refuse\". Hãy rà soát lại rồi sửa \"reviewed\", hoặc đổi \"after\".",
                "the review of document {document} holds until before {until}, and the day asked about is {day}, and the document "
                "says \"after\": \"refuse\". Review it and correct \"reviewed\", or change \"after\"."};
        default: return number(id) < 1700 ? verify_words_of(id) : journal_words_of(id);
    }
}

}  // namespace sangkien::detail
