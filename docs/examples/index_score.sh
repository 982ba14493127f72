sangkien index score index-wards.csv --rules index-ward-illustrative --on 2026-01-20 --by-group --lang en
