"""The later of two deadlines, what is left of it, and by how much it is over."""

import sangkien as sk

cal = sk.Calendar.civil_service()
three_months = sk.Period("3 months")
accepted, completed = three_months.end("2026-05-20", cal), three_months.end("2026-05-31", cal)
deadline = sk.later_of(accepted, completed)
print(accepted, completed)
print(deadline.steps[-1]["message"]["vi"])

print("remind on", deadline.reminder(5, cal))
for as_of in ("2026-08-20T09:00+07:00", "2026-09-03T23:59:59+07:00", "2026-09-04T00:00+07:00"):
    left = deadline.remaining(as_of, cal)
    assert left  # None: no rulebook says when it ends
    print(as_of, "over" if left.over else "left", "- days:", left.days, "- working days:", left.working_days)
