# Quý III năm 2026 / The third quarter of 2026
sangkien calendar show 2026 | sed -n '/^Tháng 7/,/^$/p'
# Từng ngày, cho bảng tính / Day by day, for a spreadsheet
sangkien calendar show 2026 --format csv | tr -d '\r' | sed -n '1p;/swap/p'
# Các mốc năm 2026, nhắc trước 3 ngày làm việc / The milestones of 2026, with a reminder 3 working days before
sangkien calendar deadlines 2026 --rules gia-vien-934 --rules vn-civil-service --format ics --remind 3 --lang en |
    tr -d '\r' | sed -n '/^BEGIN:VEVENT/,/^END:VEVENT/p' | sed '/^END:VEVENT/q' | grep -v '^ \|^DESCRIPTION'
