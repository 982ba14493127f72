"""A day that the paper names: before or by, and what a roll does to it."""

import sangkien as sk

cal = sk.Calendar.civil_service().with_provisional(2027, 2030)

print("2025, 25/9:")
for bound in ("before", "by"):
    print(f"  {bound:<6}", sk.yearly_deadline("25/9", 2025, cal, bound=bound))

print('2028, "before 25/9": 24/9 is a', cal.explain("2028-09-24")["name"]["en"])
for roll in ("none", "backward", "forward"):
    deadline = sk.yearly_deadline("25/9", 2028, cal, roll=roll)
    print(f"  {roll:<8}", deadline)

print("2025, closing at 17:00:")
closing = sk.yearly_deadline("25/9", 2025, cal, closes="17:00")
for as_of in ("2025-09-24T16:59:59+07:00", "2025-09-24T17:00+07:00"):
    left = closing.remaining(as_of, cal)
    assert left  # None: no rulebook says when it ends
    print(" ", as_of, "too late" if left.over else "in time")
