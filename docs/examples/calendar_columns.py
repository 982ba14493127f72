"""Whole columns at once."""

import numpy as np
import pandas as pd
import sangkien as sk

cal = sk.Calendar.civil_service()

filed = np.array(["2026-08-20", "2026-08-21", "NaT", "2026-08-31"], dtype="datetime64[D]")
print(cal.add_working_days(filed, 10))
print(cal.count_working_days("2026-08-01", filed))
print(cal.kind(filed))
print(sk.Period("1 month").end(filed, cal))

frame = pd.DataFrame({"filed": pd.to_datetime(["2026-07-22", "2026-07-31"])}, index=["SK-01", "SK-02"])
frame["due"] = sk.Period("1 month").end(frame["filed"], cal)
frame["working_days"] = cal.count_working_days(frame["filed"], frame["due"])
print(frame)

try:
    cal.add_working_days(np.array(["2026-08-20", "2026-12-30"], dtype="datetime64[D]"), 10)
except sk.Error as error:
    print(error)

many = np.arange("2019-01-01", "2026-12-01", dtype="datetime64[D]")
same = cal.add_working_days(many, 10, threads=2) == cal.add_working_days(many, 10)
print(len(many), "rows, threads agree:", same.all())
