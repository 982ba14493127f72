# Thứ Bảy 22/8/2026 có làm việc không? Còn thứ Hai 31/8? / Is Saturday 22 August 2026 worked? And Monday the 31st?
sangkien calendar explain 2026-08-22
sangkien calendar explain 2026-08-31
# Nghỉ bù và ngày lễ mới / A day in lieu and the new holiday
sangkien calendar explain 2026-04-27 --lang en
sangkien calendar explain 2026-11-24 --lang en
