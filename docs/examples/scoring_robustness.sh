# Bao nhiêu phiếu đổi thì việc thông qua đổi? / How many votes have to turn for another approval?
sangkien score robustness gia-vien-2025.season.json --as-of 2025-09-30T17:00+07:00 --lang en | sed -n '/== Votes/,/SK-07/p'
