# Bẫy của Đà Nẵng 465: tổng trong khung của A mà tính mới 29 / The trap of Đà Nẵng 465: a total in the range of A, novelty 29
cd ../../tests/scores/r1-trap-flags
sangkien score sheet.csv --rules council-da-nang-465 --rules mean-over-465.json --as-of 2026-04-01T08:00+07:00 --lang en | sed -n '/^SK-1:/,/^$/p'
