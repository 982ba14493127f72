# 36 giờ từ 15 giờ ngày 1/9/2026: không dời / 36 hours from 15:00 on 1 September 2026: never moved
sangkien calendar period 2026-09-01T15:00+07:00 "36 hours"
# Nửa tháng / Half a month
sangkien calendar period 2026-03-02 "half a month" --lang en
# Trả hồ sơ ngày 4/3, nhận lại ngày 10/3: Bộ luật không nói / A file returned on 4 March and back on the 10th: the Code is silent
sangkien calendar period 2026-03-02 "10 working days" --suspended 2026-03-04..2026-03-10 --lang en
# Nên người gọi phải tự chọn / So the caller has to choose
sangkien calendar period 2026-03-02 "10 working days" --suspended 2026-03-04..2026-03-10 --suspended-days not-counted
