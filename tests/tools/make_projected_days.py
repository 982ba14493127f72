#!/usr/bin/env python3
"""Writes tests/unit/calendar/projected_days.csv: the days that the Codes alone would give, year by year.

    make_projected_days.py            writes the file, and tells how it differs from the decided years
    make_projected_days.py --check    exits 1 when the file differs

It shares nothing with the library: it reads `calendar.holidays` and `calendar.make-up` of the rulebook and walks the
days one by one. The lunar days are those of a published table (Hồ Ngọc Đức's, agreeing with the new moons at UTC+7),
not those of the library.

    date,kind,name,clause      a day that is special in the projection of its year

The name is the holiday's in English; a day of kind `compensatory` is off in lieu of that holiday.
"""
import json
import sys
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RULEBOOK = ROOT / "src" / "rulebooks" / "vn-civil-service.json"
OUT = ROOT / "tests" / "unit" / "calendar" / "projected_days.csv"
YEARS = range(2019, 2036)
DAY = timedelta(days=1)
WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

# Solar days of 1/1 and 10/3 lunar.
LUNAR = {
    "1/1": """2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06
              2028-01-26 2029-02-13 2030-02-02 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08""",
    "10/3": """2019-04-14 2020-04-02 2021-04-21 2022-04-10 2023-04-29 2024-04-18 2025-04-07 2026-04-26 2027-04-16
               2028-04-04 2029-04-23 2030-04-12 2031-04-01 2032-04-19 2033-04-09 2034-04-28 2035-04-17""",
}


def lunar_day(text, year):
    return next(day for day in map(date.fromisoformat, LUNAR[text].split()) if day.year == year)


def named_day(holiday, year):
    if "lunar" in holiday:
        return lunar_day(holiday["lunar"], year)
    day, month = map(int, holiday["solar"].split("/"))
    return date(year, month, day)


def holds(rule, day):
    return rule["from"] <= day.isoformat() < rule.get("until", "9999")


class Year:
    def __init__(self, calendar, year):
        self.working = set(calendar["week"]["working"])
        self.off = {}  # day: (kind, name, clause)
        lost = []
        two_days = []
        for holiday in calendar["holidays"].values():
            named = named_day(holiday, year)
            if not holds(holiday, named):
                continue
            if "second" in holiday:
                two_days.append((holiday, named))
                days = [named]
            else:
                first = named + holiday.get("starts", 0) * DAY
                days = [first + i * DAY for i in range(holiday.get("days", 1))]
            self.give(holiday, days, lost)
        for holiday, named in two_days:  # when the other holidays stand, which the second day may join
            self.give(holiday, [self.second(holiday["second"], named)], lost)
        for day, holiday in sorted(lost, key=lambda pair: pair[0]):
            rule = next(rule for rule in calendar["make-up"].values() if holds(rule, day))
            assert rule["to"] == "next-working-day"
            instead = day
            while not self.works(instead):
                instead += DAY
            self.off[instead] = ("compensatory", holiday["en"], rule["clause"])

    def works(self, day):
        return WEEK[day.weekday()] in self.working and day not in self.off

    def give(self, holiday, days, lost):
        for day in days:
            assert day not in self.off, f"two holidays on {day}"
            rest = WEEK[day.weekday()] not in self.working
            block = "holiday-block-weekend" if rest else "holiday-block"
            kind = block if holiday.get("days", 1) > 2 else "statutory"
            self.off[day] = (kind, holiday["en"], holiday["clause"])
            if rest and holiday["made-up"]:
                lost.append((day, holiday))

    def second(self, how, named):
        before, after = named - DAY, named + DAY
        if how != "joining":
            return before if how == "before" else after

        def stretch(extra):
            length, day = 0, named
            while not self.works(day) or day == extra:
                length, day = length + 1, day + DAY
            day = named - DAY
            while not self.works(day) or day == extra:
                length, day = length + 1, day - DAY
            return length

        free = [day for day in (before, after) if self.works(day)]
        return max(free, key=lambda day: (stretch(day), -day.toordinal()))


def compare(calendar, projected):
    """How the decided years differ, told per year: the weekdays off and the Saturdays worked."""
    for year, decided in calendar["years"].items():
        if decided["status"] != "decided":
            continue
        kinds = {date.fromisoformat(day["day"]): day["kind"] for day in decided["days"]}
        weekday = {day for day, kind in kinds.items() if kind != "swap-work" and day.weekday() < 5}
        ours = {day for day in projected[int(year)].off if day.weekday() < 5}
        told = [f"+{day:%d/%m} ({kinds[day]})" for day in sorted(weekday - ours)]
        told += [f"-{day:%d/%m} ({projected[int(year)].off[day][0]})" for day in sorted(ours - weekday)]
        told += [f"worked {day:%d/%m}" for day, kind in sorted(kinds.items()) if kind == "swap-work"]
        print(f"{year}: {', '.join(told) or 'the same'}")


def main():
    calendar = json.loads(RULEBOOK.read_text(encoding="utf-8"))["calendar"]
    projected = {year: Year(calendar, year) for year in YEARS}
    lines = ["date,kind,name,clause"]
    for year in YEARS:
        lines += [f"{day},{','.join(row)}" for day, row in sorted(projected[year].off.items())]
    text = "\n".join(lines) + "\n"
    if "--check" in sys.argv[1:]:
        if not OUT.exists() or OUT.read_text(encoding="utf-8") != text:
            sys.exit(f"{OUT.relative_to(ROOT)} is not what the rulebook says: run {Path(__file__).name}")
        return
    OUT.write_text(text, encoding="utf-8", newline="\n")
    compare(calendar, projected)


if __name__ == "__main__":
    main()
