from datetime import datetime

import sangkien as sk

rules = sk.Rules.load("charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative")
season = sk.Season.load("gia-vien-2025.season.json")
as_of = "2025-09-30T17:00+07:00"


# Cơ sở dữ liệu của hệ thống văn phòng điện tử / What the e-office system keeps
def register(initiative: str, fact: str, as_of: datetime) -> bool | None:
    return True if (initiative, fact) == ("SK-14", "beneficial") else None


alone = rules.evaluate(season, as_of)
asked = rules.evaluate(season, as_of, facts=register)
for answer in asked.asked or []:
    print(answer["initiative"], answer["fact"]["id"], answer["value"])
print([row["state"] for row in alone.initiatives if row["id"] == "SK-14"])
print([row["state"] for row in asked.initiatives if row["id"] == "SK-14"])
