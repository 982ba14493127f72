# Vì sao SK-05 không được nhận? / Why was SK-05 not taken?
sangkien evaluate tiny.season.json --rules gia-vien-934 --as-of 2025-09-30T17:00+07:00 | sed -n '/^SK-05/,/^$/p'
# Ngày làm việc thứ ba sau 19/9/2025 / The third working day after 19 September 2025
sangkien calendar add 2025-09-19 3
# Hạn 3 tháng kể từ 30/11/2025, từng bước / 3 months from 30 November 2025, step by step
sangkien calendar period 2025-11-30 "3 months"
