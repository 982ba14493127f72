// The words of all findings, Vietnamese and English. `{key}` is an input or a computed value of the finding.
#pragma once

#include "finding_ids.hpp"
#include "messages_inl.hpp"

namespace sangkien::detail {

struct FindingWords {
    const char* id;
    Template text;
};

// Every enumerator has its case; the compiler warns of a missing one.
inline FindingWords words_of(FindingId id) noexcept
{
    switch (id) {
        case FindingId::rule_silent:
            return {"rule-silent",
                    {"Các văn bản đã nạp không quy định: {what}.", "The loaded rulebooks are silent on this: {what}."}};
        // calendar: how a deadline came about
        case FindingId::step_named_day:
            return {"step-named-day", {"Ngày được ấn định: {day} ({weekday}).", "The day named is {day} ({weekday})."}};
        case FindingId::step_bound_before:
            return {"step-bound-before",
                    {"«Trước ngày» {day}: ngày cuối là {last} ({weekday}).",
                     "\"Before\" {day}: the last day is {last} ({weekday})."}};
        case FindingId::step_bound_by:
            return {"step-bound-by",
                    {"«Chậm nhất» {day}: ngày cuối là chính ngày đó, {last} ({weekday}).",
                     "\"By\" {day}: the last day is that day, {last} ({weekday})."}};
        case FindingId::step_first_day_not_counted:
            return {"step-first-day-not-counted",
                    {"Ngày xảy ra sự kiện, {event}, không được tính; tính từ {from}.",
                     "The day of the event, {event}, is not counted; counting begins on {from}."}};
        case FindingId::step_first_day_counted:
            return {"step-first-day-counted",
                    {"Ngày xảy ra sự kiện, {event}, được tính.", "The day of the event, {event}, is counted."}};
        case FindingId::step_corresponding_day:
            return {"step-corresponding-day",
                    {"{length} kể từ {event}: ngày tương ứng là {day} ({weekday}).",
                     "{length} from {event}: the corresponding day is {day} ({weekday})."}};
        case FindingId::step_month_clamped:
            return {
                "step-month-clamped",
                {"{length} kể từ {event}: tháng cuối không có ngày {wanted}, nên lấy ngày cuối tháng, {day} ({weekday}).",
                 "{length} from {event}: the last month has no day {wanted}, so its last day is taken, {day} ({weekday})."}};
        case FindingId::step_working_days_counted:
            return {"step-working-days-counted",
                    {"{length} kể từ {event}: {day} ({weekday}).", "{length} from {event}: {day} ({weekday})."}};
        case FindingId::step_day_off:
            return {"step-day-off",
                    {"{day}[ đến {until}] là ngày nghỉ ({why}[, hoán đổi với {pair}][; {document}]).",
                     "{day}[ to {until} are days off| is a day off] ({why}[, swapped with {pair}][; {document}])."}};
        case FindingId::step_rolled:
            return {"step-rolled",
                    {"Chuyển từ {from} sang ngày làm việc {to} ({weekday}).",
                     "Moved from {from} to the working day {to} ({weekday})."}};
        case FindingId::step_ends: return {"step-ends", {"Thời hạn kết thúc lúc {last}.", "It ends at {last}."}};
        case FindingId::step_closes:
            return {"step-closes",
                    {"Ngày cuối chỉ nhận đến trước {closes}.",
                     "On the last day it closes at {closes}, that minute excluded."}};
        case FindingId::step_half_unit:
            return {"step-half-unit", {"{length}, tức là {means}.", "{length}, that is {means}."}};
        case FindingId::step_hours_from:
            return {"step-hours-from",
                    {"Thời hạn tính bằng giờ bắt đầu từ chính thời điểm {event}.",
                     "A period in hours begins at the moment itself, {event}."}};
        case FindingId::step_hours_counted:
            return {"step-hours-counted", {"{length} kể từ {from}: đến {at}.", "{length} from {from}: until {at}."}};
        case FindingId::step_session_start:
            return {"step-session-start",
                    {"{event} ngoài giờ làm việc; tính từ {from}.",
                     "{event} is outside working hours; counting begins at {from}."}};
        case FindingId::step_suspended:
            return {
                "step-suspended",
                {"Tạm dừng sau ngày {from}, tiếp tục sau ngày {resumed}: {days} {what} không tính; ngày cuối chuyển "
                 "đến {day} ({weekday})[; {by}].",
                 "Suspended after {from}, running again after {resumed}: {days} {what} not counted; the last day "
                 "moves to {day} ({weekday})[; {by}]."}};
        case FindingId::step_suspension_idle:
            return {
                "step-suspension-idle",
                {"Lần tạm dừng sau ngày {from} không làm đổi thời hạn: không có ngày nào của lần đó được tính vào thời "
                 "hạn.",
                 "The suspension after {from} does not change the period: no day of it would count in it."}};
        case FindingId::step_provisional:
            return {"step-provisional",
                    {"Lịch năm {year} là dự kiến[: {why}].", "The calendar of {year} is provisional[: {why}]."}};
        case FindingId::step_point:
            return {"step-point", {"{point}: {day} ({weekday}).", "The {point} is {day} ({weekday})."}};
        case FindingId::step_earlier:
            return {"step-earlier",
                    {"Trong {a_name} ({a}) và {b_name} ({b}), mốc đến trước là {last}.",
                     "Of {a_name} ({a}) and {b_name} ({b}) the earlier is {last}."}};
        case FindingId::step_later:
            return {"step-later",
                    {"Trong {a_name} ({a}) và {b_name} ({b}), mốc đến sau là {last}.",
                     "Of {a_name} ({a}) and {b_name} ({b}) the later is {last}."}};
        case FindingId::still_suspended:
            return {"still-suspended",
                    {"Thời hạn đang tạm dừng từ sau ngày {from} và chưa tiếp tục, nên chưa biết ngày cuối.",
                     "The period was suspended after {from} and has not resumed, so its end cannot be told yet."}};
        case FindingId::moment_missing:
            return {"moment-missing",
                    {"{length} tính từ một thời điểm, nhưng chỉ biết ngày {event}.",
                     "{length} run from a moment, but only the day {event} is known."}};
        // calendar: a schedule over years
        case FindingId::schedule_year_missing:
            return {"schedule-year-missing",
                    {"Năm {year} chưa có lịch nghỉ: chỉ xét ngày nghỉ hằng tuần.",
                     "The calendar of {year} is missing: only weekly days off were looked at."}};
        case FindingId::schedule_day_off:
            return {"schedule-day-off",
                    {"Năm {year}: ngày cuối của «{deadline}», {day}, là ngày nghỉ ({why}).",
                     "In {year} the last day of \"{deadline}\", {day}, is a day off ({why})."}};
        case FindingId::schedule_preparation_short:
            return {
                "schedule-preparation-short",
                {"Năm {year}: từ «{from}» đến «{to}» chỉ có {days} ngày làm việc, cần ít nhất {needed}.",
                 "In {year} the working days between \"{from}\" and \"{to}\" are only {days}, at least {needed} wanted."}};
        case FindingId::schedule_roll_contradicts:
            return {
                "schedule-roll-contradicts",
                {"Năm {year}: dời ngày cuối của «{deadline}» từ {from} đến {to} là trái với {bound} {named}.",
                 "In {year} moving the last day of \"{deadline}\" from {from} to {to} contradicts {bound} {named}."}};
        case FindingId::schedule_roll_passes:
            return {
                "schedule-roll-passes",
                {"Năm {year}: dời ngày cuối của «{deadline}» từ {from} lùi về {to} thì không còn sau «{other}» ({last}).",
                 "In {year} moving the last day of \"{deadline}\" from {from} back to {to} leaves it no longer after "
                 "\"{other}\" ({last})."}};
        // lifecycle: guards
        case FindingId::in_time:
            return {"in-time",
                    {"Kịp hạn «{deadline}»: lúc {at}, hạn chót {last}.",
                     "In time for \"{deadline}\": at {at}, the last moment being {last}."}};
        case FindingId::late:
            return {"late",
                    {"Trễ hạn «{deadline}»: lúc {at}, hạn chót là {last}.",
                     "Late for \"{deadline}\": at {at}, the last moment was {last}."}};
        case FindingId::deadline_over:
            return {"deadline-over",
                    {"{at}: hạn «{deadline}» ({last}) đã qua.", "{at}: the deadline \"{deadline}\" ({last}) is over."}};
        case FindingId::too_early:
            return {"too-early",
                    {"{at}: hạn «{deadline}» ({last}) chưa qua.",
                     "{at}: the deadline \"{deadline}\" ({last}) is not over yet."}};
        case FindingId::deadline_unknown:
            return {"deadline-unknown",
                    {"Chưa xác định được hạn «{deadline}».", "The deadline \"{deadline}\" cannot be told."}};
        case FindingId::deadline_not_computed:
            return {"deadline-not-computed",
                    {"Chưa tính được «{deadline}»: {why}", "\"{deadline}\" cannot be computed: {why}"}};
        case FindingId::deadline_unverified:
            return {"deadline-unverified",
                    {"«{deadline}» chưa được kiểm chứng nên không kết luận ai trễ hạn.",
                     "\"{deadline}\" is unverified and so decides nothing: nobody is late by it."}};
        case FindingId::within_period:
            return {"within-period",
                    {"Còn trong thời hạn «{clock}»: lúc {at}, hết hạn lúc {last}.",
                     "Within the period \"{clock}\": at {at}, it ends at {last}."}};
        case FindingId::within_period_surely:
            return {"within-period-surely",
                    {"Còn trong thời hạn «{clock}»: lúc {at}, thời hạn không thể hết trước {last}.",
                     "Within the period \"{clock}\": at {at}, it cannot end before {last}."}};
        case FindingId::period_over:
            return {"period-over",
                    {"Đã hết thời hạn «{clock}»: lúc {at}, thời hạn kết thúc lúc {last}.",
                     "The period \"{clock}\" is over: at {at}, it ended at {last}."}};
        case FindingId::period_not_begun:
            return {"period-not-begun",
                    {"Thời hạn «{clock}» chưa bắt đầu nên chưa thể hết.",
                     "The period \"{clock}\" has not begun, so it is not over."}};
        case FindingId::fact_stated:
            return {"fact-stated",
                    {"«{fact}»: được xác nhận là {stated}; yêu cầu: {required}.",
                     "\"{fact}\": stated {stated}; required: {required}."}};
        case FindingId::fact_missing:
            return {"fact-missing", {"Chưa ai xác nhận «{fact}».", "Nobody has stated \"{fact}\"."}};
        case FindingId::area_listed:
            return {"area-listed", {"Thuộc lĩnh vực trọng tâm «{area}».", "In the focus area \"{area}\"."}};
        case FindingId::area_missing:
            return {"area-missing", {"Chưa ghi thuộc lĩnh vực trọng tâm nào.", "No focus area is named."}};
        case FindingId::level_sought:
            return {"level-sought", {"Đề nghị công nhận ở {required}.", "Seeks recognition at {required}."}};
        case FindingId::level_other:
            return {"level-other",
                    {"Không đề nghị công nhận ở {required}[ (chỉ đề nghị {level})].",
                     "Does not seek recognition at {required}[ (only {level})]."}};
        case FindingId::council_approves: return {"council-approves", {"Hội đồng thông qua.", "The council approves."}};
        case FindingId::council_refuses:
            return {"council-refuses", {"Hội đồng không thông qua.", "The council does not approve."}};
        case FindingId::council_open:
            return {"council-open",
                    {"Chưa xác định được kết quả của Hội đồng.", "The council's decision cannot be told yet."}};
        case FindingId::selected:
            return {"selected", {"Được chọn là sáng kiến tiêu biểu.", "Selected as a typical initiative."}};
        case FindingId::not_selected:
            return {"not-selected",
                    {"Không được chọn là sáng kiến tiêu biểu.", "Not selected as a typical initiative."}};
        case FindingId::selection_open:
            return {"selection-open",
                    {"Chưa xác định được việc lựa chọn sáng kiến tiêu biểu.",
                     "The selection of typical initiatives cannot be told yet."}};
        case FindingId::document_present:
            return {"document-present", {"Hồ sơ có «{document}».", "\"{document}\" is with the file."}};
        case FindingId::document_absent:
            return {"document-absent", {"Hồ sơ không có «{document}».", "\"{document}\" is not with the file."}};
        case FindingId::document_unknown:
            return {"document-unknown",
                    {"Chưa ghi nhận hồ sơ có «{document}» hay không.",
                     "It is not stated whether \"{document}\" is with the file."}};
        case FindingId::event_taken:
            return {"event-taken",
                    {"Bước «{event}» đã thực hiện lúc {at}.", "The step \"{event}\" was taken at {at}."}};
        case FindingId::event_not_taken:
            return {"event-not-taken", {"Bước «{event}» chưa thực hiện.", "The step \"{event}\" was not taken."}};
        case FindingId::period_suspended:
            return {"period-suspended",
                    {"Thời hạn «{clock}» đang tạm dừng từ {since}.", "\"{clock}\" is suspended since {since}."}};
        case FindingId::state_held:
            return {"state-held", {"Hồ sơ đang ở trạng thái «{needed}».", "The file stands at \"{needed}\"."}};
        case FindingId::state_other:
            return {"state-other",
                    {"Hồ sơ đang ở trạng thái «{state}», không phải «{needed}».",
                     "The file stands at \"{state}\", not at \"{needed}\"."}};
        case FindingId::other_person:
            return {"other-person", {"{person} không phải là {as}.", "{person} is not {as}."}};
        case FindingId::same_person: return {"same-person", {"{person} là {as}.", "{person} is {as}."}};
        case FindingId::must_be_other:
            return {"must-be-other",
                    {"Người thực hiện không được là {as} ({people}).", "Whoever does it may not be {as} ({people})."}};
        case FindingId::nobody_barred: return {"nobody-barred", {"Không có ai là {as}.", "Nobody is {as}."}};
        case FindingId::person_unknown:
            return {"person-unknown",
                    {"Không rõ người thực hiện có phải là {as} hay không.",
                     "It is not known whether the person acting is {as}."}};
        case FindingId::score_reached:
            return {"score-reached", {"Tổng điểm {total} đạt mức {mark}.", "The total {total} reaches {mark}."}};
        case FindingId::score_short:
            return {"score-short", {"Tổng điểm {total} dưới mức {mark}.", "The total {total} is below {mark}."}};
        case FindingId::score_open:
            return {"score-open",
                    {"Chưa có tổng điểm để so với mức {mark}.", "There is no total yet to hold against {mark}."}};
        case FindingId::class_held: return {"class-held", {"Xếp loại {class}.", "The class is {class}."}};
        case FindingId::class_other:
            return {"class-other",
                    {"Không xếp loại {class}[ mà là {given}].", "The class is not {class}[ but {given}]."}};
        case FindingId::class_open: return {"class-open", {"Chưa xếp loại.", "There is no class yet."}};
        case FindingId::quota_held:
            return {"quota-held", {"Đơn vị đã đủ chỉ tiêu «{quota}».", "The unit meets the quota \"{quota}\"."}};
        case FindingId::quota_lacking:
            return {"quota-lacking",
                    {"Đơn vị còn thiếu chỉ tiêu «{quota}».", "The unit falls short of the quota \"{quota}\"."}};
        case FindingId::quota_unsettled:
            return {"quota-unsettled",
                    {"Chưa xác định được đơn vị đã đủ chỉ tiêu «{quota}» hay chưa.",
                     "It is not settled whether the unit meets the quota \"{quota}\"."}};
        // lifecycle: steps
        case FindingId::wrong_state:
            return {"wrong-state",
                    {"Không thể «{event}» khi đang ở trạng thái «{state}»; cần: {needed}.",
                     "\"{event}\" is not possible in the state \"{state}\"; it needs: {needed}."}};
        case FindingId::wrong_role:
            return {"wrong-role",
                    {"«{event}» không thuộc thẩm quyền của «{role}»; thẩm quyền: {needed}.",
                     "\"{event}\" is not for \"{role}\" to do; it is for: {needed}."}};
        case FindingId::event_unknown:
            return {"event-unknown",
                    {"Các văn bản đã nạp không có bước «{event}».", "No loaded rulebook knows the step \"{event}\"."}};
        case FindingId::no_way_from_here:
            return {"no-way-from-here",
                    {"Từ trạng thái «{state}» không còn bước nào dẫn tới «{event}».",
                     "From the state \"{state}\" no step leads to \"{event}\" any more."}};
        case FindingId::windows_apart:
            return {"windows-apart",
                    {"Sớm nhất là {from}, nhưng phải trước {until}.",
                     "It can be at {from} at the earliest, and has to be before {until}."}};
        case FindingId::comes_too_late:
            return {"comes-too-late",
                    {"Các bước phải làm trước xong sớm nhất lúc {from}, khi đó đã quá hạn.",
                     "The steps before it can be done at {from} at the earliest, which is too late."}};
        // scoring
        case FindingId::member_excluded:
            return {"member-excluded",
                    {"Thành viên {member} không tham gia: {reason}.",
                     "Member {member} does not take part, since the member {reason}."}};
        case FindingId::nothing_scored: return {"nothing-scored", {"Chưa có phiếu nào.", "There is no ballot yet."}};
        case FindingId::ballots_missing:
            return {"ballots-missing",
                    {"Còn thiếu {missing} phiếu trên {sitting} thành viên tham gia: {members}.",
                     "Ballots missing: {missing} of {sitting} ({members})."}};
        case FindingId::quorum_met:
            return {"quorum-met",
                    {"Đủ số thành viên tham gia: {present}, cần ít nhất {needed}.",
                     "Quorum: {present} took part, at least {needed} needed."}};
        case FindingId::quorum_missed:
            return {"quorum-missed",
                    {"Không đủ số thành viên tham gia: {present}, cần ít nhất {needed}.",
                     "No quorum: {present} took part, at least {needed} needed."}};
        case FindingId::total_scored:
            return {"total-scored",
                    {"Tổng điểm {total}[ (làm tròn {rounded})]; số phiếu: {ballots}.",
                     "Total {total}[ (rounded {rounded})]; ballots: {ballots}."}};
        case FindingId::minimum_met:
            return {"minimum-met",
                    {"«{criterion}» đạt điểm tối thiểu: {value}, cần {minimum}.",
                     "\"{criterion}\" reaches its minimum: {value}, needs {minimum}."}};
        case FindingId::minimum_missed:
            return {"minimum-missed",
                    {"«{criterion}» dưới điểm tối thiểu: {value}, cần {minimum}.",
                     "\"{criterion}\" is below its minimum: {value}, needs {minimum}."}};
        case FindingId::pass_mark_met:
            return {"pass-mark-met",
                    {"Đạt điểm sàn: {total}, cần {pass}.", "Reaches the pass mark: {total}, needs {pass}."}};
        case FindingId::pass_mark_missed:
            return {"pass-mark-missed",
                    {"Dưới điểm sàn: {total}, cần {pass}.", "Below the pass mark: {total}, needs {pass}."}};
        case FindingId::class_given: return {"class-given", {"Xếp vào: {class}.", "Placed in: {class}."}};
        case FindingId::class_shortfall:
            return {"class-shortfall",
                    {"Tổng điểm thuộc {class} nhưng «{criterion}» chỉ đạt {value}, cần {needed}.",
                     "The total is in {class}, but \"{criterion}\" has {value}, needs {needed}."}};
        case FindingId::class_none:
            return {"class-none", {"Tổng điểm {total} không thuộc hạng nào.", "The total {total} is in no class."}};
        case FindingId::share_minimum_met:
            return {"share-minimum-met",
                    {"Mỗi đồng tác giả góp ít nhất {minimum} %.", "Every co-author contributes at least {minimum} %."}};
        case FindingId::share_minimum_missed:
            return {"share-minimum-missed",
                    {"Đồng tác giả {person} chỉ góp {share} %, cần ít nhất {minimum} %.",
                     "Co-author {person} contributes {share} %, at least {minimum} % is needed."}};
        case FindingId::vote_passed:
            return {"vote-passed",
                    {"Biểu quyết thông qua: {agree} đồng ý trên {base}, cần {needed} (tỷ lệ {fraction}).",
                     "The vote passes: {agree} of {base} agree, {needed} needed (fraction {fraction})."}};
        case FindingId::vote_failed:
            return {"vote-failed",
                    {"Biểu quyết không thông qua: {agree} đồng ý trên {base}, cần {needed} (tỷ lệ {fraction}).",
                     "The vote fails: {agree} of {base} agree, {needed} needed (fraction {fraction})."}};
        case FindingId::vote_open:
            return {"vote-open",
                    {"Biểu quyết chưa ngã ngũ: {agree} đồng ý, còn thiếu {missing} phiếu trên {base}, cần {needed}.",
                     "The vote is open: {agree} agree, {missing} of {base} ballots missing, {needed} needed."}};
        case FindingId::ballot_not_counted:
            return {"ballot-not-counted",
                    {"Phiếu của thành viên {member} không được tính: {reason}.",
                     "The ballot of member {member} is not counted, since the member {reason}."}};
        case FindingId::casting_vote:
            return {"casting-vote",
                    {"Số phiếu đồng ý và không đồng ý bằng nhau ({agree}): theo ý kiến của Chủ tịch Hội đồng {member}.",
                     "As many agree as disagree ({agree}): the vote of the chair, {member}, decides."}};
        case FindingId::public_scored:
            return {"public-scored",
                    {"Bình chọn: {votes} phiếu, nhiều nhất {most}, được {points} trên {of} điểm.",
                     "Public votes: {votes} of at most {most}, which gives {points} of {of} points."}};
        case FindingId::public_open:
            return {
                "public-open",
                {"Chưa tính được điểm bình chọn (tối đa {of}): [chưa sáng kiến nào có phiếu, {votes} trên {most}|chưa "
                 "có số phiếu của sáng kiến này].",
                 "The points of the public votes (at most {of}) cannot be told: [no initiative has a vote, {votes} of "
                 "{most}|nobody has said how many this initiative has]."}};
        case FindingId::quorum_open:
            return {"quorum-open",
                    {"Chưa đủ số thành viên tham gia: {present}, cần ít nhất {needed}; còn {missing} phiếu chưa nộp.",
                     "No quorum yet: {present} took part, at least {needed} needed; ballots missing: {missing}."}};
        // selection
        case FindingId::chosen:
            return {"chosen",
                    {"Đứng thứ {rank}, trong số {places} được chọn.", "Ranked {rank}, among the {places} chosen."}};
        case FindingId::not_chosen:
            return {"not-chosen",
                    {"Đứng thứ {rank}, ngoài số {places} được chọn.", "Ranked {rank}, outside the {places} chosen."}};
        case FindingId::not_among:
            return {"not-among", {"Không thuộc diện xét chọn: {reason}.", "Not considered for selection: {reason}."}};
        case FindingId::tie_at_cut:
            return {
                "tie-at-cut",
                {"Đồng hạng {rank} tại vị trí cuối được chọn với: {others}. Văn bản không cho cách phân định.",
                 "Tied at rank {rank} across the last place with: {others}. The rulebook gives no way to break it."}};
        case FindingId::choice_open:
            return {
                "choice-open",
                {"Chưa xác định được có nằm trong số {places} được chọn hay không[ (tạm đứng thứ {rank})]; còn chưa rõ: {others}.",
                 "Whether it is among the {places} chosen cannot be told yet[ (ranked {rank} so far)]; still open: {others}."}};
        case FindingId::cap_reached:
            return {"cap-reached",
                    {"Đứng thứ {rank} nhưng {of} đã có đủ {most} sáng kiến được chọn.",
                     "Ranked {rank}, but {of} has its {most} chosen already."}};
        case FindingId::reserve_listed:
            return {"reserve-listed",
                    {"Dự bị thứ {position} trên {reserve}.", "Number {position} of {reserve} in reserve."}};
        case FindingId::reserve_tied:
            return {"reserve-tied",
                    {"Đồng hạng dự bị thứ {position}, tại vị trí cuối của {reserve} chỗ, với: {others}.",
                     "Tied at number {position} of the reserve, across the last of {reserve}, with: {others}."}};
        // quota
        case FindingId::quota_met:
            return {"quota-met",
                    {"Đạt chỉ tiêu: {counted} sáng kiến được tính, cần {owed}.",
                     "Quota met: {counted} counted, {owed} owed."}};
        case FindingId::quota_short:
            return {"quota-short",
                    {"Chưa đạt chỉ tiêu: {counted} sáng kiến được tính, cần {owed}, thiếu {missing}.",
                     "Quota short: {counted} counted, {owed} owed, {missing} missing."}};
        case FindingId::quota_open:
            return {"quota-open",
                    {"Chưa xác định được chỉ tiêu: {counted} chắc chắn được tính, {open} chưa rõ, cần {owed}.",
                     "The quota cannot be told: sure to count {counted}, open {open}, owed {owed}."}};
        case FindingId::quota_not_owed:
            return {"quota-not-owed", {"Không phải thực hiện chỉ tiêu: {reason}.", "Owes nothing: {reason}."}};
        case FindingId::quota_inherited:
            return {"quota-inherited",
                    {"Phải có {duty} sáng kiến do việc {change} {from} ngày {day}.",
                     "Owes {duty} through the {change} of {from} on {day}."}};
        case FindingId::quota_headcount_missing:
            return {"quota-headcount-missing",
                    {"Chỉ tiêu tính theo số người, mà chưa có số người của đơn vị.",
                     "The quota goes by heads, and the unit's headcount is missing."}};
        case FindingId::areas_covered:
            return {"areas-covered",
                    {"Đủ lĩnh vực: {covered} lĩnh vực có sáng kiến được tính, cần {needed}.",
                     "Areas covered: {covered} have an initiative that counts, {needed} needed."}};
        case FindingId::areas_short:
            return {"areas-short",
                    {"Chưa đủ lĩnh vực: {covered} lĩnh vực có sáng kiến được tính, cần {needed}.",
                     "Areas short: {covered} have an initiative that counts, {needed} needed."}};
        case FindingId::areas_open:
            return {"areas-open",
                    {"Chưa xác định được số lĩnh vực: chắc chắn {covered}, nhiều nhất {possible}, cần {needed}.",
                     "The areas cannot be told: {covered} for sure, {possible} at most, {needed} needed."}};
        case FindingId::quota_points: return {"quota-points", {"Điểm thi đua: {least}.", "Emulation points: {least}."}};
        case FindingId::quota_points_open:
            return {"quota-points-open",
                    {"Điểm thi đua: từ {least} đến {most}, tuỳ điều chưa rõ.",
                     "Emulation points: from {least} to {most}, as what is open turns out."}};
        case FindingId::counts:
            return {"counts", {"Sáng kiến {initiative} được tính.", "Initiative {initiative} counts."}};
        case FindingId::counts_share:
            return {"counts-share",
                    {"Sáng kiến {initiative} được tính {share} phần.", "Initiative {initiative} counts for {share}."}};
        case FindingId::counts_not_carried:
            return {"counts-not-carried",
                    {"Sáng kiến {initiative} không được tính: chuyển từ năm {year} sang.",
                     "Initiative {initiative} does not count: it is carried over from {year}."}};
        case FindingId::counts_elsewhere:
            return {"counts-elsewhere",
                    {"Sáng kiến {initiative} không được tính ở đây mà ở: {other}.",
                     "Initiative {initiative} does not count here but for: {other}."}};
        case FindingId::counts_share_open:
            return {
                "counts-share-open",
                {"Chưa rõ sáng kiến {initiative} được tính bao nhiêu phần: chưa ghi tỷ lệ đóng góp của từng đơn vị.",
                 "How much of initiative {initiative} counts cannot be told: the units' shares are not stated."}};
        case FindingId::counts_unassigned:
            return {
                "counts-unassigned",
                {"Chưa rõ sáng kiến {initiative} có được tính hay không: chưa ghi về đơn vị kế thừa nào của {from} từ {day}.",
                 "Whether initiative {initiative} counts cannot be told: nobody has stated to which successor of {from} it went on {day}."}};
        case FindingId::counts_not_reached:
            return {"counts-not-reached",
                    {"Sáng kiến {initiative} không được tính: chưa đạt «{required}».",
                     "Initiative {initiative} does not count: it did not reach \"{required}\"."}};
        case FindingId::counts_not_in_time:
            return {"counts-not-in-time",
                    {"Sáng kiến {initiative} không được tính: không kịp hạn «{deadline}».",
                     "Initiative {initiative} does not count: not in time for \"{deadline}\"."}};
        case FindingId::counts_not_level:
            return {"counts-not-level",
                    {"Sáng kiến {initiative} không được tính: không đề nghị công nhận ở {required}.",
                     "Initiative {initiative} does not count: it does not seek recognition at {required}."}};
        case FindingId::counts_not_area:
            return {"counts-not-area",
                    {"Sáng kiến {initiative} không được tính: không thuộc lĩnh vực trọng tâm nào.",
                     "Initiative {initiative} does not count: it is in no focus area."}};
        case FindingId::counts_not_withdrawn:
            return {"counts-not-withdrawn",
                    {"Sáng kiến {initiative} không được tính: đã rút.",
                     "Initiative {initiative} does not count: it was withdrawn."}};
        case FindingId::counts_not_lead:
            return {"counts-not-lead",
                    {"Sáng kiến {initiative} chỉ tính cho đơn vị chủ trì {lead}.",
                     "Initiative {initiative} counts only for its lead unit {lead}."}};
        case FindingId::counts_open:
            return {"counts-open",
                    {"Chưa rõ sáng kiến {initiative} có được tính hay không: văn bản không quy định {what}.",
                     "Whether initiative {initiative} counts cannot be told: no rulebook says {what}."}};
        case FindingId::counts_reached_open:
            return {
                "counts-reached-open",
                {"Chưa rõ sáng kiến {initiative} có được tính hay không: chưa xác định được đã đạt «{required}».",
                 "Whether initiative {initiative} counts cannot be told: it is open whether it reached \"{required}\"."}};
        case FindingId::counts_in_time_open:
            return {
                "counts-in-time-open",
                {"Chưa rõ sáng kiến {initiative} có được tính hay không: chưa xác định được có kịp hạn «{deadline}».",
                 "Whether initiative {initiative} counts cannot be told: it is open whether it was in time for \"{deadline}\"."}};
        // index
        case FindingId::component_scored:
            return {"component-scored",
                    {"«{component}»: {points} điểm trên {max}, số liệu {input}.",
                     "\"{component}\": {points} of {max} points, from {input}."}};
        case FindingId::component_input_missing:
            return {"component-input-missing",
                    {"«{component}»: chưa có số liệu của đơn vị.", "\"{component}\": the unit's figure is missing."}};
        case FindingId::component_open:
            return {
                "component-open",
                {"«{component}»: từ {least} đến {most} điểm trên {max}; {input} sáng kiến được tính, {open} chưa rõ.",
                 "\"{component}\": {least} to {most} of {max} points; initiatives that count: {input}; open: {open}."}};
        case FindingId::contribution:
            return {"contribution",
                    {"Sáng kiến {initiative} thêm {points} điểm cho {unit} ở «{component}».",
                     "Points that initiative {initiative} adds to {unit} in \"{component}\": {points}."}};
        case FindingId::contribution_saturated:
            return {
                "contribution-saturated",
                {"Sáng kiến {initiative} không thêm điểm cho {unit} ở «{component}»: {others} sáng kiến khác đã cho {total} điểm.",
                 "Initiative {initiative} adds no points to {unit} in \"{component}\": the {others} others already give {total}."}};
        // the season as a whole
        case FindingId::last_day_off:
            return {"last-day-off",
                    {"Ngày cuối của «{deadline}», {day}, là ngày nghỉ ({why}).",
                     "The last day of \"{deadline}\", {day}, is a day off ({why})."}};
        case FindingId::preparation_short:
            return {"preparation-short",
                    {"Từ «{from}» đến «{to}» chỉ có {days} ngày làm việc, cần ít nhất {needed}.",
                     "The working days between \"{from}\" and \"{to}\" are only {days}, at least {needed} wanted."}};
        case FindingId::other_reading:
            return {"other-reading",
                    {"Nếu đọc «{path}» là «{value}» thì kết luận sẽ là: {verdict}.",
                     "Reading \"{path}\" as \"{value}\", the verdict would be: {verdict}."}};
        // rules that change while a season runs
        case FindingId::rules_kept:
            return {"rules-kept",
                    {"Quy tắc đổi từ {from}; hồ sơ này tiếp tục theo quy tắc cũ: {rule}.",
                     "The rules changed on {from}; this file stays under those before: {rule}."}};
        case FindingId::rules_taken:
            return {"rules-taken",
                    {"Quy tắc đổi từ {from}; các bước của hồ sơ này từ ngày đó theo quy tắc mới: {rule}.",
                     "The rules changed on {from}; from then on the steps of this file go by the new ones: {rule}."}};
        case FindingId::rules_unchosen:
            return {
                "rules-unchosen",
                {"Quy tắc đổi từ {from} và được chọn quy tắc cũ hay mới ({rule}), nhưng chưa ai chọn; tạm tính theo quy tắc cũ.",
                 "The rules changed on {from} and old or new may be chosen ({rule}); nobody has, so the old are shown."}};
        case FindingId::rules_state_missing:
            return {
                "rules-state-missing",
                {"Quy tắc mới từ {from} không có trạng thái {state} của hồ sơ này ({rule}); tạm tính theo quy tắc cũ.",
                 "The rules from {from} have no state {state}, in which this file is ({rule}); the old are shown."}};
        case FindingId::value_ended:
            return {
                "value-ended",
                {"{path} của {document} chỉ có giá trị đến trước {until}; quy tắc áp dụng là của {day}.",
                 "{path} of {document} has values only until before {until}; the rules applied are those of {day}."}};
        case FindingId::review_over:
            return {"review-over",
                    {"Lần rà soát {document} chỉ có giá trị đến trước {until}; ngày xem xét là {day}.",
                     "The review of {document} holds until before {until}; the day asked about is {day}."}};
    }
    return {"unknown", {"", ""}};
}

}  // namespace sangkien::detail
