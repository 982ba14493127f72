"""The same over Arrow: a pyarrow array gives one, a polars Series gives one."""

from datetime import date

import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]
import sangkien as sk

cal = sk.Calendar.civil_service()

filed = [date(2026, 8, 20), None, date(2026, 8, 31)]
print(cal.add_working_days(pa.array(filed, pa.date32()), 10).to_pylist())
print(sk.Period("1 month").end(pl.Series(filed), cal).to_list())
