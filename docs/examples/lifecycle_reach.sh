rules="charter-13-2012 gia-vien-934 council-illustrative"
# Thủ trưởng đơn vị tự mình đưa được hồ sơ tới công nhận không? / Can a unit head alone bring a file to recognition?
sangkien lifecycle paths $rules --to recognised --by unit-head
# Chủ tịch thì sao, sau khi người khác đã làm phần việc của họ? / And the chairperson, after others have done their part?
sangkien lifecycle paths $rules --to recognised --by chairperson --lang en || echo "exit $?"
