import sangkien as sk

cal = sk.Calendar.civil_service()
print(cal.is_working("2026-08-22"), cal.explain("2026-08-22")["document"])
print(cal.add_working_days("2026-08-20", 5), cal.count_working_days("2026-08-01", "2026-09-01"))
deadline = sk.Period("1 month").end("2026-07-31", cal)
for step in deadline.steps:
    print("-", step["message"]["vi"])
print(sk.to_lunar("2026-04-26"))
print(cal.status(2027))
