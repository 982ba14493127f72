# Hội đồng chấm giống nhau đến đâu? / How far did the council agree?
sangkien score raters gia-vien-2025.season.json --as-of 2025-09-30T17:00+07:00 --threshold 2 --lang en
