# Cả danh sách: ai và việc gì thay đổi theo bản sửa đổi minh hoạ / The whole list: who and what changes under the illustrative amendment
sangkien rules diff gia-vien-934 ./gia-vien-934-2026.json \
  --season gia-vien-2025.season.json --as-of 2025-10-06T17:00+07:00
