# Ba ngày làm việc trước hạn: trường này còn phải làm gì? / Three working days before the deadline: what is left for this school?
sangkien quota gia-vien-2025.season.json --as-of 2025-09-22T08:00+07:00 --unit u-10 --unit u-16
# Sau hạn / After the deadline
sangkien quota gia-vien-2025.season.json --as-of 2025-09-30T17:00+07:00 --lang en \
    --unit u-10 --unit u-11 --unit u-12 --unit u-14 --unit u-15
