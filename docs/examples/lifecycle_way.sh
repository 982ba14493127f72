# SK-05: nộp đúng 0 giờ ngày 25/9 / filed at midnight of 25 September
sangkien lifecycle show charter-13-2012 gia-vien-934 council-illustrative index-illustrative \
    --season gia-vien-2025.season.json --initiative SK-05 --lang en | sed -n '3,10p'
