# 31/1/2026 cộng 1 tháng / 31 January 2026 plus 1 month
sangkien calendar period 2026-01-31 "1 month"
# Cộng 2 tháng không phải là cộng 1 tháng hai lần / 2 months are not 1 month twice
sangkien calendar period 2026-01-31 "2 months" | head -1
sangkien calendar period 2026-03-02 "1 month" | head -1
# 29/2/2024 cộng 1 năm / 29 February 2024 plus 1 year
sangkien calendar period 2024-02-29 "1 year" --lang en
