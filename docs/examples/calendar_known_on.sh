# Hạn 5 ngày làm việc từ 30/12/2025, như người ta biết ngày 24/12/2025 / 5 working days from 30 December 2025,
# as one could know it on 24 December 2025
sangkien calendar add 2025-12-30 5 --known-on 2025-12-24
# Công văn 12729/VPCP-KGVX ngày 25/12/2025: nghỉ 2/1, làm bù 10/1/2026 / Dispatch 12729/VPCP-KGVX of
# 25 December 2025: 2 January off, 10 January worked
sangkien calendar add 2025-12-30 5
# Trước Thông báo 9441/TB-BNV, 16/10/2025, năm 2026 chưa có / Before Notice 9441/TB-BNV, 16 October 2025, there is no 2026
sangkien calendar add 2025-12-30 5 --known-on 2025-10-15 2>&1 || echo "mã thoát / exit code $?"
