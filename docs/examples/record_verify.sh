rules="--rules charter-13-2012 --rules gia-vien-934 --rules council-illustrative --rules index-illustrative"
# Cùng hồ sơ, cùng văn bản / The same facts under the same papers
sangkien verify-record record-2025.json gia-vien-2025.season.json $rules
# Ai đó đã sửa số hiệu của một văn bản trong biên bản / Somebody altered the number of a paper in the record
sed 's/934.UBND-VHXH/935\/UBND-VHXH/' record-2025.json |
    sangkien verify-record - gia-vien-2025.season.json $rules --lang en || echo "exit $?"
# Một điểm chấm trong hồ sơ đã bị sửa / A mark in the season was altered
sed '0,/"novelty": 26.5/s//"novelty": 26/' gia-vien-2025.season.json |
    sangkien verify-record record-2025.json - $rules || echo "exit $?"
