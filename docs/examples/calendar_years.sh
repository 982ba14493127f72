# Năm chưa có quyết định là lỗi, mã thoát 2 / A year not decided is an error, exit code 2
sangkien calendar show 2027 2>&1 || echo "mã thoát / exit code $?"
# Lịch dự kiến, khi được yêu cầu / The projected year, on request
sangkien calendar explain 2027-02-05 --provisional --lang en
# --strict: mã thoát 3 khi câu trả lời là dự kiến / exit code 3 when the answer is provisional
sangkien calendar add 2026-12-30 2 --provisional --strict || echo "mã thoát / exit code $?"
