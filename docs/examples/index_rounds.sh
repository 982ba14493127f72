# Thẩm định khác tự chấm ở đâu? / Where does the appraisal differ from the self-score?
sangkien index score index-wards.csv --rules index-ward-illustrative --on 2026-01-20 --round appraised-1 --against self | tail -3
