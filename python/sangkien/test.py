"""Proves an installed package: python -m sangkien.test

Evaluates a tiny season under the built-in rulebooks and asks the calendar; needs no file and no other package.
"""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

import sangkien as sk

SEASON: dict[str, Any] = {
    "season": 1,
    "id": "tiny",
    "year": 2025,
    "opened": "2025-09-19",
    "rulebooks": ["gia-vien-934"],
    "units": [{"id": "u-1", "kind": "specialised-division"}, {"id": "u-2", "kind": "public-service-centre"}],
    "initiatives": [
        {
            "id": "SK-1",
            "units": ["u-1"],
            "authors": [{"person": "p-1", "share": 100}],
            "area": "c",
            "level": "city",
            "events": [{"on": "file", "at": "2025-09-24T23:59:59+07:00", "by": "unit-head"}],
        }
    ],
}
AS_OF = "2025-09-30T17:00+07:00"


def check(what: str, told: object, expected: object) -> bool:
    if told != expected:
        print(f"{what}: {told!r}, expected {expected!r}")
    return told == expected


def late() -> sk.Report:
    events = [{"on": "file", "at": "2025-09-25T00:00:00+07:00", "by": "unit-head"}]
    season = {**SEASON, "initiatives": [{**SEASON["initiatives"][0], "events": events}]}
    return sk.Rules.load("gia-vien-934").evaluate(sk.Season.from_json(season), AS_OF)


def problems() -> list[str]:
    try:
        sk.Season.from_json({**SEASON, "opened": "2025-02-30", "colour": "red"})
    except sk.Error as error:
        return [problem["id"] for problem in error.problems]
    return []


def main() -> int:
    report = sk.Rules.load("gia-vien-934").evaluate(sk.Season.from_json(SEASON), AS_OF)
    calendar = sk.Calendar.civil_service()
    results = [
        check("state", report.initiatives.column("state"), ["filed"]),
        check("quota", report.units.column("quota"), ["pass", "fail"]),
        check("last day to file", report.deadlines[0]["last_day"], date(2025, 9, 24)),
        check("state of a late file", late().initiatives.column("state"), ["draft"]),
        check("JSON", report.to_dict()["season"]["id"], "tiny"),
        check("text in Vietnamese and English", report.to_text("vi") != report.to_text("en"), True),
        check("problems", sorted(problems()), ["SK1002", "SK1201"]),
        check("working days", calendar.add_working_days("2025-09-19", 3), date(2025, 9, 24)),
        check("a worked Saturday", calendar.is_working("2026-08-22"), True),
        check("a period", sk.Period("1 month").end("2026-01-17", calendar).day, date(2026, 2, 23)),
    ]
    print(f"sangkien {sk.__version__}: {sum(results)} of {len(results)} checks passed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
