# Nếu có thêm một sáng kiến và nộp trực tuyến đạt 60%? / With one initiative more and 60% lodged online?
sangkien index what-if index-wards.csv --rules index-ward-illustrative --on 2026-01-20 --lang en --set xa-b.initiatives-recognised=+1 --set xa-b.online-share=60%
# Ai kề trên, còn mất được bao nhiêu điểm? / Who stands next, how far is the rank safe?
sangkien index what-if index-wards.csv --rules index-ward-illustrative --on 2026-01-20 --lang en --office phuong-a --rivals
# Cách rẻ nhất để lên hạng Hoàn thành / The cheapest way to the class Fulfilled
sangkien index what-if index-wards.csv --rules index-ward-illustrative --on 2026-01-20 --lang en --office xa-b --target class:fulfilled --actions index-actions.csv
