"""One ward's season in Python: what follows from it, and the tables an analyst counts with."""

from fractions import Fraction
from pathlib import Path

import sangkien as sk

HERE = Path(__file__).parent

rules = sk.Rules.load("charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative")
report = rules.evaluate(HERE / "gia-vien-2025.season.json", as_of="2025-09-30T17:00+07:00")

# Rows are dicts; exact points are fractions.
best = [row for row in report.initiatives if row["rank"] is not None and row["rank"] <= 3]
for row in sorted(best, key=lambda row: int(row["rank"])):
    print(row["rank"], row["id"], row["total"], row["class"], row["state"])

short = [row["id"] for row in report.units if row["quota"] == "fail"]
print("Units short of their quota:", ", ".join(short))

points: dict[str, Fraction] = {row["id"]: row["index_total"] for row in report.units}
print("Index of u-01:", points["u-01"], "=", float(points["u-01"]))

# The same as data frames, where pandas is installed.
frame = report.initiatives.to_pandas(exact=False)
print(frame.groupby("class")["total"].mean().round(2).to_dict())

calendar = sk.Calendar.civil_service()
print("3 working days after 19/9/2025:", calendar.add_working_days("2025-09-19", 3))
print("3 months from 30/11/2025 end on", sk.Period("3 months").end("2025-11-30", calendar).day)

try:
    rules.evaluate(HERE / "gia-vien-2025.season.json", as_of="2025-09-30T17:00")
except sk.Error as error:
    print(error)
