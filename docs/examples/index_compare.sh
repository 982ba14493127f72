# Một năm, hai bảng: trước và sau khi sửa / One year, two tables: before and after a correction
sangkien index compare index-wards.csv index-wards-now.csv --rules index-ward-illustrative --on 2026-01-20 --lang en | head -17
