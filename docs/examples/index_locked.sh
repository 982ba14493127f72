# Vòng tự chấm đã khoá ngày 10/1: số liệu của nó không được đổi / Self-scoring was locked on 10 January: its figures may not change
sangkien index score index-wards-now.csv --rules index-ward-illustrative --on 2026-01-20 --earlier index-wards.csv --as-of 2026-01-20T08:00+07:00 2>&1 || true
