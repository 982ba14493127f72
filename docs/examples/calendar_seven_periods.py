"""Seven periods that a table of month lengths gets wrong."""

import sangkien as sk

cal = sk.Calendar.civil_service()


def step(deadline: sk.Deadline, *ids: str) -> dict[str, str]:
    """The values of the first step of one of these kinds; empty when there is none."""
    return next((step["values"] for step in deadline.steps if step["id"] in ids), {})


print("sự kiện     thời hạn  ngày tương ứng   hạn chót    vì sao")
print("event       length    corresponding    last day    why")
for event, length in [
    ("2025-09-19", "1 month"),
    ("2025-11-30", "3 months"),
    ("2026-07-22", "1 month"),
    ("2026-07-31", "1 month"),
    ("2026-01-17", "1 month"),
    ("2026-08-24", "3 months"),
    ("2024-02-29", "1 year"),
]:
    end = sk.Period(length).end(event, cal)
    day = step(end, "step-corresponding-day", "step-month-clamped")
    why = step(end, "step-day-off").get("why") or cal.kind(day["day"])
    print(f"{event}  {length:<8}  {day['day']} {day['weekday']}   {end.day}  {why}")
