# Ai được tham gia, hỏi trước khi bổ nhiệm / Who may sit, asked before anybody is appointed
sangkien score eligible gia-vien-2025.season.json --person p-001
# Tác giả được xem gì: trước, rồi sau khi công bố / What an author sees: before and after the result is announced
sangkien score view gia-vien-2025.season.json --as-of 2025-09-30T17:00+07:00 --as p-119
sangkien score view gia-vien-2025.season.json --as-of 2025-09-30T17:00+07:00 --as p-119 --announced 2025-09-30T08:00+07:00 --lang en
