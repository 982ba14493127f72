# SK-14 lúc 17 giờ ngày 29/9: còn một ngày, thiếu một lời xác nhận / one day left, one statement missing
sangkien lifecycle permitted gia-vien-2025.season.json --as-of 2025-09-29T17:00+07:00 --initiative SK-14
# Đêm sau, hạn đã qua / The night after, the deadline is over
sangkien lifecycle permitted gia-vien-2025.season.json --as-of 2025-09-30T17:00+07:00 --initiative SK-10 --lang en
