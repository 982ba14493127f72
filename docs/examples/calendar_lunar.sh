# Giỗ Tổ năm 2026, hai chiều / The Hùng Kings' day of 2026, both ways
sangkien calendar lunar 2026-04-26
sangkien calendar lunar 10/3/2026 --from --lang en
# Tháng nhuận / A leap month
sangkien calendar lunar 15/6/2025 --from --leap
# Trước 1968, và một ngày sóc sát nửa đêm / Before 1968, and a new moon close to midnight
sangkien calendar lunar 1954-07-20
sangkien calendar lunar 2072-12-10 --lang en
