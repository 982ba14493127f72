"""Counting in working days."""

from datetime import date

import sangkien as sk

cal = sk.Calendar.civil_service()

print("n-th strictly after:", cal.add_working_days("2026-08-20", 1), cal.add_working_days("2026-08-20", 2))
print("n-th strictly before:", cal.add_working_days("2026-09-03", -1))
print("n = 0 on a worked day:", cal.add_working_days("2026-08-22", 0))
try:
    cal.add_working_days("2026-08-30", 0)
except sk.Error as error:
    print("n = 0 on a day off:", error)
print("n = 0 with a roll:", cal.add_working_days("2026-08-30", 0, roll="forward"))

# a <= day < b: spans that meet add up, and the other way round is minus.
august, september, october = date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1)
parts = cal.count_working_days(august, september), cal.count_working_days(september, october)
print("August, September, both:", *parts, cal.count_working_days(august, october))
print("backwards:", cal.count_working_days(october, august))
