# Hai mốc của Công văn 934 năm 2025 / The two dates of Dispatch 934 in 2025
sangkien calendar deadlines 2025 --rules gia-vien-934
# Điều phải lưu ý từ 2025 đến 2029 / What to heed from 2025 to 2029
sangkien calendar check 2025 2029 --rules gia-vien-934 --rules vn-civil-service --provisional --lang en || echo "exit code $?"
# Nếu một văn bản (giả định) dời hạn nộp sang ngày làm việc kế tiếp / If a paper, made up, moved the deadline forward
sangkien calendar check 2028 2028 --rules forward.json --rules vn-civil-service --provisional || echo "mã thoát $?"
