sangkien lifecycle show charter-13-2012 gia-vien-934 council-illustrative index-illustrative \
    --season gia-vien-2025.season.json --initiative SK-18 --format svg
