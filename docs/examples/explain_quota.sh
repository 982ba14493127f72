# Mọi điều bị từ chối, chưa đạt hoặc còn để ngỏ; ở đây chỉ giữ các dòng đầu / All that is refused, not met or open; the first lines
sangkien evaluate gia-vien-2025.season.json --as-of 2025-09-30T17:00+07:00 --explain --lang en \
    --rules charter-13-2012 --rules gia-vien-934 --rules council-illustrative --rules index-illustrative | head -n 24
