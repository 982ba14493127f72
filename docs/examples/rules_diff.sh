# Hai bản khác nhau ở đâu? / Where do the two differ?
sangkien rules diff gia-vien-934 ./gia-vien-934-2026.json --lang en
# Ai bị ảnh hưởng, vì điều khoản nào? (một điều khoản và tổng số) / Whom does it concern, by which clause? (one clause, and the totals)
sangkien rules diff gia-vien-934 ./gia-vien-934-2026.json \
  --season gia-vien-2025.season.json --as-of 2025-10-06T17:00+07:00 --lang en | sed -n '/^Season/,/^$/p;/^== 934.4.3.a/,$p'
# Ngày 1/2/2026 chỉ tiêu là gì, ở dòng nào? / What does the quota say on 1 February 2026, and on which line?
sangkien rules at 2026-02-01 --rules ./gia-vien-934-2026.json --lang en | sed -n '/^== quota/,/^$/p'
