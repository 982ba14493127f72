import json

import sangkien as sk

rules = sk.Rules.load("charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative")
season = "gia-vien-2025.season.json"

# Cùng một biên bản như lệnh đã lập / The same record as the command made
record = sk.make_record(rules, season, as_of="2025-09-30T17:00+07:00", note="Họp xét ngày 30/9/2025")
print(record == open("record-2025.json", encoding="utf-8").read())
print(sk.verify_record(record, rules, season).to_text("en"), end="")

# Hồ sơ ghi lại bằng chương trình khác, giá trị như cũ / The season written anew by other software, its values as before
again = json.dumps(json.load(open(season, encoding="utf-8")), indent=4, sort_keys=True)
print(sk.verify_record(record, rules, again.encode()).same)

# Báo cáo đã lưu bị sửa một con số / One figure of the report that was kept was altered
report = rules.evaluate(season, as_of="2025-09-30T17:00+07:00").to_dict()
report["units"][0]["index"]["total"] = "99"
for difference in sk.verify_record(record, rules, season, report).differences:
    print(difference["part"], difference["place"], difference["recorded"], difference["found"])
