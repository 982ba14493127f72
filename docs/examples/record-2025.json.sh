sangkien record gia-vien-2025.season.json --as-of 2025-09-30T17:00+07:00 --note "Họp xét ngày 30/9/2025" \
    --rules charter-13-2012 --rules gia-vien-934 --rules council-illustrative --rules index-illustrative
