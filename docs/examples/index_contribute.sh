sangkien index contribute gia-vien-2025.season.json --as-of 2025-09-30T17:00+07:00 --lang en | head -12
