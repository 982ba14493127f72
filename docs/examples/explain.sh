rules="--rules charter-13-2012 --rules gia-vien-934 --rules council-illustrative --rules index-illustrative"
evaluate="sangkien evaluate gia-vien-2025.season.json $rules --as-of 2025-09-30T17:00+07:00"
# Vì sao SK-05 vẫn chưa nộp được? / Why is SK-05 still a draft?
$evaluate --explain /initiatives/SK-05/state
# Vì sao SK-10 được 59,50 điểm? / Why has SK-10 59.50 points?
$evaluate --explain /initiatives/SK-10/score/rounded --lang en
# Gõ nhầm / A slip of the pen
$evaluate --explain /initiatives/SK-5/state 2>&1 || echo "exit $?"
