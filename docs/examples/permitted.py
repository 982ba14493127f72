import sangkien as sk

rules = sk.Rules.load("charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative")
now = sk.outlook(rules, "gia-vien-2025.season.json", "2025-09-24T12:00+07:00")

# Mỗi hồ sơ còn mở: bước làm được ngay / Each open file: the steps that may be taken now
for initiative in now.initiatives[:3]:
    print(initiative["id"], [event["event"]["id"] for event in initiative["events"] if event["verdict"] == "pass"])

# Đường ngắn nhất tới công nhận: ai, việc gì, trước khi nào / The shortest way to recognition: who, what, until when
for step in now["SK-03"]["recognise"]["plan"]["steps"]:
    needs = [need["id"] for way in step["ways"][:1] for need in way["needs"]]
    until = next((way["until"] for way in step["ways"] if way.get("until")), "-")
    print(step["step"]["id"], [role["id"] for role in step["by"]], needs, until)
