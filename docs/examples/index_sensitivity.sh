# Trọng số và khảo sát dao động thì thứ hạng chắc đến đâu? / With weights and surveys moving, how firm are the ranks?
sangkien index sensitivity index-wards.csv --rules index-ward-illustrative --on 2026-01-20 --lang en --plan index-sensitivity.json --replicates 500 --sobol 128 --of-office phuong-a
