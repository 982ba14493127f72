# Năm 2025 với năm 2026, theo hai lần ban hành / The year 2025 with 2026, by two editions
cat index-mapping.csv
sangkien index compare index-wards.csv index-wards-2026.csv --rules index-ward-illustrative --on 2026-01-20 --with-rules index-ward-2026.json --with-on 2026-12-31 --mapping index-mapping.csv
