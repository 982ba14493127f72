import sangkien as sk

rules = sk.Rules.load("gia-vien-934")
report = rules.evaluate("tiny.season.json", as_of="2025-09-30T17:00+07:00")
for row in report.initiatives:
    print(row["id"], row["state"], "unmet:", row["events_unmet"])
print("Units that owe an initiative:", [row["id"] for row in report.units if row["quota"] == "fail"])
print("Submit by the end of:", report.deadlines[0]["last_day"])
