# Giờ làm việc không có văn bản nào nêu thì không được giả định / Hours that no paper states are not assumed
sangkien calendar period 2026-05-29T15:00+07:00 "8 working hours"
# Với lịch của trung tâm: sáng thứ Bảy có giờ làm việc, 1/6 nghỉ / With the centre's: hours on Saturday morning, 1 June off
sangkien calendar period 2026-05-29T15:00+07:00 "8 working hours" --rules service-centre.json --lang en
sangkien calendar add 2026-05-29 1 --rules service-centre.json
