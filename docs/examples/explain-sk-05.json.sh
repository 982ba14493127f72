sangkien evaluate gia-vien-2025.season.json --as-of 2025-09-30T17:00+07:00 --explain /initiatives/SK-05/state --format json \
    --rules charter-13-2012 --rules gia-vien-934 --rules council-illustrative --rules index-illustrative
