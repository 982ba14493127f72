"""Tết and China's New Year. The Chinese days are those of the table the tests compare with, not the library's."""

import csv
from pathlib import Path

import sangkien as sk

TABLE = Path(__file__).resolve().parents[2] / "tests" / "unit" / "calendar" / "tet_1968_2199.csv"

with TABLE.open(encoding="utf-8", newline="") as lines:
    china = {int(row["year"]): row for row in csv.DictReader(line for line in lines if line[0] != "#")}
for year in range(1968, 2054):
    tet = sk.from_lunar(year, 1, 1)
    if str(tet) != china[year]["cn_new_year"]:
        print(year, "Tết", tet, "- China", china[year]["cn_new_year"])

kings = [year for year in range(1968, 2054) if str(sk.from_lunar(year, 3, 10)) != china[year]["hung_kings_cn_rule"]]
print("10/3 on another day:", *kings)
print("Hùng Kings' day of 2037:", sk.from_lunar(2037, 3, 10), "- by China's months", china[2037]["hung_kings_cn_rule"])
