"""Columns of days: numpy's, pandas', Arrow's. What comes in goes out, and every row is what the one day gives."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import sangkien as sk

ROWS = 6000  # more than there are days, so that the columns' tables pay
NAT = np.datetime64("NaT", "D")


@pytest.fixture(scope="module")
def cal() -> sk.Calendar:
    return sk.Calendar.civil_service()


def random_days(rows: int = ROWS, seed: int = 1, none_in: int = 0) -> Any:
    random = np.random.default_rng(seed)
    first, last = np.datetime64("2019-06-01"), np.datetime64("2026-06-01")
    out = first + random.integers(0, (last - first).astype(int), rows)
    if none_in:
        out[random.integers(0, none_in, rows) == 0] = NAT
    return out


def one_by_one(answer: Any, *columns: Any) -> list[Any]:
    """`answer` row by row, over dates; None where a row is no day."""
    lists = [np.asarray(column, dtype="datetime64[D]").tolist() for column in columns]
    return [None if None in row else answer(*row) for row in zip(*lists)]


def as_dates(days: Any) -> list[date | None]:
    out: list[date | None] = np.asarray(days, dtype="datetime64[D]").tolist()
    return out


@pytest.mark.parametrize("none_in", [0, 3])
@pytest.mark.parametrize("n", [-17, -1, 1, 10])
def test_a_column_is_added_row_by_row(cal: sk.Calendar, n: int, none_in: int) -> None:
    days = random_days(none_in=none_in)
    out = cal.add_working_days(days, n)
    assert out.dtype == np.dtype("datetime64[D]")
    assert as_dates(out) == one_by_one(lambda day: cal.add_working_days(day, n), days)
    short = cal.add_working_days(days[:50], n)
    assert (short.view(np.int64) == out[:50].view(np.int64)).all()


def test_a_column_of_numbers_is_added_row_by_row(cal: sk.Calendar) -> None:
    days = random_days(none_in=5)
    for dtype in (np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint64):
        n = np.random.default_rng(2).integers(0 if np.issubdtype(dtype, np.unsignedinteger) else -60, 60, ROWS)
        out = cal.add_working_days(days, n.astype(dtype), roll="forward")
        rows = zip(as_dates(days), n.tolist())
        assert as_dates(out) == [day and cal.add_working_days(day, k, roll="forward") for day, k in rows]


def test_a_column_is_counted_row_by_row(cal: sk.Calendar) -> None:
    a, b = random_days(seed=3), random_days(seed=4)
    out = cal.count_working_days(a, b)
    assert out.dtype == np.int64
    assert out.tolist() == one_by_one(cal.count_working_days, a, b)
    day = date(2023, 5, 17)
    assert cal.count_working_days(day, b).tolist() == one_by_one(lambda x: cal.count_working_days(day, x), b)
    assert cal.count_working_days(a, day).tolist() == one_by_one(lambda x: cal.count_working_days(x, day), a)


def test_a_count_of_no_day_is_nan(cal: sk.Calendar) -> None:
    a, b = random_days(seed=3, none_in=4), random_days(seed=4, none_in=4)
    out: Any = cal.count_working_days(a, b)
    assert out.dtype == np.float64
    told = [None if np.isnan(count) else int(count) for count in out]
    assert told == one_by_one(cal.count_working_days, a, b)
    assert np.isnan(cal.count_working_days(np.array([NAT]), "2025-01-02")).all()


def test_a_column_of_bools_and_of_kinds(cal: sk.Calendar) -> None:
    days = random_days()
    working, kinds = cal.is_working(days), cal.kind(days)
    assert working.dtype == np.bool_
    assert working.tolist() == one_by_one(cal.is_working, days)
    assert kinds.tolist() == one_by_one(cal.kind, days)
    assert set(kinds.tolist()) >= {"working", "weekend", "statutory", "holiday-block", "swap-off", "swap-work"}
    with pytest.raises(ValueError, match="row 2 is NaT"):
        cal.is_working(np.array(["2025-01-02", "2025-01-03", "NaT", "NaT"], dtype="datetime64[D]"))
    assert cal.kind(np.array(["NaT", "2026-08-22"], dtype="datetime64[D]")).tolist() == ["", "swap-work"]


def test_int32_goes_out_as_int32_with_the_same_answers(cal: sk.Calendar) -> None:
    days = random_days(none_in=4)
    narrow = np.where(np.isnat(days), np.iinfo(np.int32).min, days.view(np.int64)).astype(np.int32)
    out: Any = cal.add_working_days(narrow, 10)
    assert out.dtype == np.int32
    wide = cal.add_working_days(days, 10)
    assert (out == np.where(np.isnat(wide), np.iinfo(np.int32).min, wide.view(np.int64))).all()
    counts: Any = cal.count_working_days(narrow, date(2025, 1, 2))
    np.testing.assert_array_equal(counts, cal.count_working_days(days, date(2025, 1, 2)))
    mixed: Any = cal.count_working_days(narrow, days)  # of two widths
    np.testing.assert_array_equal(mixed, np.where(np.isnat(days), np.nan, 0.0))
    end: Any = sk.Period("1 month").end(narrow, cal)
    assert end.dtype == np.int32
    assert (end == narrow).sum() == np.isnat(days).sum()


@pytest.mark.parametrize("unit", ["D", "h", "m", "s", "ms", "us", "ns", "12h", "25s"])
def test_any_unit_gives_the_same(cal: sk.Calendar, unit: str) -> None:
    days = random_days(none_in=5)
    if unit == "25s":  # holds a day only where 25 divides its seconds
        days = days[(days.view(np.int64) * 86400 % 25 == 0) | np.isnat(days)]
    given = days.astype(f"datetime64[{unit}]")
    out = cal.add_working_days(given, 3)
    assert out.dtype == np.dtype("datetime64[D]")
    assert (out.view(np.int64) == cal.add_working_days(days, 3).view(np.int64)).all()
    np.testing.assert_array_equal(cal.count_working_days(given, days), np.where(np.isnat(days), np.nan, 0.0))


def test_years_and_months_are_their_first_days(cal: sk.Calendar) -> None:
    assert cal.add_working_days(np.array(["2025-09"], dtype="datetime64[M]"), 1).tolist() == [date(2025, 9, 3)]
    assert cal.is_working(np.array(["2025"], dtype="datetime64[Y]")).tolist() == [False]


def test_any_layout_in_memory_gives_the_same(cal: sk.Calendar) -> None:
    days = random_days()
    out = cal.add_working_days(days, 3)
    swapped = days.astype(">M8[D]")
    assert (cal.add_working_days(swapped, 3) == out).all()
    assert (cal.add_working_days(days[::-2], 3) == out[::-2]).all()
    grid = days.reshape(60, 100)
    assert (cal.add_working_days(grid.T, 3) == out.reshape(60, 100).T).all()
    assert cal.count_working_days(grid.T, grid.T).shape == (100, 60)
    assert cal.is_working(grid[::2, ::3]).tolist() == cal.is_working(days).reshape(60, 100)[::2, ::3].tolist()
    readonly = days.copy()
    readonly.flags.writeable = False
    assert (cal.add_working_days(readonly, 3) == out).all()
    assert (readonly == days).all()  # what comes in is not written to
    for empty in (days[:0], days[:0].reshape(0, 3)):
        assert cal.add_working_days(empty, 3).shape == empty.shape
        assert cal.count_working_days(empty, empty).shape == empty.shape
        assert cal.is_working(empty).shape == empty.shape


@pytest.mark.parametrize("threads", [1, 2, 5, 64])
def test_threads_change_nothing(cal: sk.Calendar, threads: int) -> None:
    a, b = random_days(seed=5, none_in=7), random_days(seed=6, none_in=7)
    whole = a[~np.isnat(a)]
    n = np.random.default_rng(7).integers(-30, 30, ROWS)
    pairs: list[tuple[Any, Any]] = [
        (cal.add_working_days(a, 10, threads=threads), cal.add_working_days(a, 10)),
        (cal.add_working_days(a, n, roll="forward", threads=threads), cal.add_working_days(a, n, roll="forward")),
        (cal.count_working_days(a, b, threads=threads), cal.count_working_days(a, b)),
        (cal.is_working(whole, threads=threads), cal.is_working(whole)),  # type: ignore[call-overload]
        (cal.kind(a, threads=threads), cal.kind(a)),  # type: ignore[call-overload]
        (sk.Period("1 month").end(a, cal, threads=threads), sk.Period("1 month").end(a, cal)),
    ]
    for got, expected in pairs:
        np.testing.assert_array_equal(got, expected)
    with pytest.raises(ValueError, match="threads is at least 1"):
        cal.add_working_days(a, 10, threads=0)


@pytest.mark.parametrize("threads", [1, 2, 5])
@pytest.mark.parametrize("row", [0, 17, ROWS // 2, ROWS - 1])
def test_the_first_row_without_an_answer_is_named(cal: sk.Calendar, row: int, threads: int) -> None:
    days = random_days()
    days[row] = np.datetime64("2031-05-05")
    days[min(row + 700, ROWS - 1)] = np.datetime64("2032-05-05")
    days[-1] = np.datetime64("2031-05-05")
    calls: list[Any] = [
        lambda: cal.add_working_days(days, 3, threads=threads),
        lambda: cal.add_working_days(days, np.full(ROWS, 3), threads=threads),
        lambda: cal.count_working_days(days, date(2025, 1, 2), threads=threads),
        lambda: cal.is_working(days, threads=threads),  # type: ignore[call-overload]
        lambda: sk.Period("1 month").end(days, cal, threads=threads),
        lambda: cal.add_working_days(days.reshape(2, -1), 3, threads=threads),
    ]
    for call in calls:
        with pytest.raises(sk.Error, match="SK1401") as caught:
            call()
        assert f"row {row}" in str(caught.value), str(caught.value)


def test_extremes_are_an_error_at_their_row(cal: sk.Calendar) -> None:
    for extreme in (2**63 - 1, -(2**63) + 1, 2**32 + 20000, -(2**40)):
        days = random_days(100)
        days[41] = np.datetime64(extreme, "D")
        with pytest.raises(sk.Error, match="SK1205") as caught:
            cal.add_working_days(days, 1)
        assert "row 41" in str(caught.value)
    for number in (2**31 - 1, -(2**31) + 1):
        narrow = np.full(100, 20000, dtype=np.int32)
        narrow[41] = number
        with pytest.raises(sk.Error, match="SK1205"):
            cal.is_working(narrow)


@pytest.mark.parametrize("n", [10**6, -(10**6), 2**63 - 1, 2**63, -(2**63) - 1, 10**30])
def test_a_number_beyond_all_limits_is_an_error_that_says_so(cal: sk.Calendar, n: int) -> None:
    calls: list[Any] = [
        lambda: cal.add_working_days(date(2025, 9, 19), n),
        lambda: cal.add_working_days("2025-09-19", n),
        lambda: cal.add_working_days("2025-09-19", n, roll="forward"),
        lambda: cal.add_working_days(random_days(10), n),
        lambda: cal.add_working_days(pa.array([date(2025, 9, 19)]), n),
    ]
    for call in calls:
        with pytest.raises(sk.Error, match="SK1006"):
            call()


def test_an_unsigned_number_does_not_wrap(cal: sk.Calendar) -> None:
    with pytest.raises(sk.Error, match="SK1006"):
        cal.add_working_days(random_days(3), np.array([1, 2**64 - 5, 1], dtype=np.uint64))


def test_a_day_and_a_column_of_numbers(cal: sk.Calendar) -> None:
    n = np.arange(-20, 20)
    out: Any = cal.add_working_days("2025-09-19", n, roll="forward")  # type: ignore[call-overload]
    assert out.tolist() == [cal.add_working_days("2025-09-19", int(k), roll="forward") for k in n]
    grid = cal.add_working_days(random_days(4).reshape(4, 1), n.reshape(1, -1), roll="forward")
    assert grid.shape == (4, 40)


def test_periods_of_a_column_are_those_of_each_day(cal: sk.Calendar) -> None:
    days = random_days(4000, none_in=6)
    few = as_dates(days[::20])
    for length in ("10 days", "2 weeks", "1 month", "3 months", "1 half-month", "5 working days", "1 year"):
        if length == "1 year":
            days = np.minimum(days, np.datetime64("2025-06-01"))
            few = as_dates(days[::20])
        period = sk.Period(length)
        out = period.end(days, cal)
        assert out.dtype == np.dtype("datetime64[D]")
        assert as_dates(out[::20]) == [day and period.end(day, cal).day for day in few]
        assert (np.isnat(out) == np.isnat(days)).all()
    bare = sk.Calendar.of(sk.Rules.load("vn-civil-service"), "2025-09-19")
    assert np.isnat(sk.Period("1 month").end(days, bare)).all()  # no rule says how


# pandas


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_a_series_keeps_its_index_name_and_dtype(cal: sk.Calendar, unit: str) -> None:
    days = random_days(2000, none_in=4)
    series = pd.Series(days.astype(f"datetime64[{unit}]"), index=np.arange(2000)[::-1] * 3, name="ngày")
    out: Any = cal.add_working_days(series, 3)  # type: ignore[call-overload]
    assert isinstance(out, pd.Series)
    assert out.dtype == series.dtype == np.dtype(f"datetime64[{unit}]")
    assert out.name == "ngày"
    assert out.index.equals(series.index)
    assert (out.isna() == series.isna()).all()
    assert as_dates(out.to_numpy()) == as_dates(cal.add_working_days(days, 3))
    end: Any = sk.Period("1 month").end(series, cal)
    assert (end.dtype, end.name, end.index.equals(series.index)) == (series.dtype, "ngày", True)


def test_a_series_has_missing_counts_and_bools(cal: sk.Calendar) -> None:
    series = pd.Series(pd.to_datetime(["2025-09-19", None, "2025-09-27"]), index=["a", "b", "c"], name="d")
    counts: Any = cal.count_working_days(series, "2025-10-01")  # type: ignore[call-overload]
    assert str(counts.dtype) == "Int64"
    assert counts.isna().tolist() == [False, True, False]
    assert counts["a"] == cal.count_working_days("2025-09-19", "2025-10-01")
    assert (counts.name, counts.index.tolist()) == ("d", ["a", "b", "c"])
    working: Any = cal.is_working(series)  # type: ignore[call-overload]
    assert str(working.dtype) == "boolean"
    assert working.isna().tolist() == [False, True, False]
    assert (working["a"], working["c"]) == (True, False)
    whole = series.dropna()
    assert cal.is_working(whole).dtype == np.bool_  # type: ignore[call-overload]
    assert cal.count_working_days(whole, whole).dtype == np.int64  # type: ignore[call-overload]
    kinds: Any = cal.kind(series)  # type: ignore[call-overload]
    assert kinds.tolist() == ["working", "", "weekend"]
    backwards: Any = cal.count_working_days("2025-10-01", series)  # type: ignore[call-overload]
    assert backwards["a"] == -counts["a"]
    assert backwards.index.tolist() == ["a", "b", "c"]


def test_an_index_gives_an_index(cal: sk.Calendar) -> None:
    index = pd.DatetimeIndex(["2025-09-19", None, "2025-09-26"], name="due")
    out: Any = cal.add_working_days(index, 3)  # type: ignore[call-overload]
    assert isinstance(out, pd.DatetimeIndex)
    assert (out.name, out.dtype) == ("due", index.dtype)
    assert as_dates(out.to_numpy()) == [date(2025, 9, 24), None, date(2025, 10, 1)]
    assert cal.is_working(index[[0, 2]]).tolist() == [True, True]  # type: ignore[call-overload]


def test_moments_zones_and_texts_in_a_series_are_refused(cal: sk.Calendar) -> None:
    with pytest.raises(ValueError, match="row 1"):
        cal.add_working_days(pd.Series(pd.to_datetime(["2025-09-19 00:00", "2025-09-19 08:00"])), 1)  # type: ignore[call-overload]
    for series in (
        pd.Series(pd.to_datetime(["2025-09-19"])).dt.tz_localize("Asia/Ho_Chi_Minh"),
        pd.Series(["2025-09-19"]),
        pd.Series([1.5]),
    ):
        with pytest.raises(TypeError, match="datetime64"):
            cal.add_working_days(series, 1)  # type: ignore[call-overload]


# Arrow


class Foreign:
    """A column of a library that nobody has heard of: it has Arrow's capsules and nothing else."""

    def __init__(self, array: Any) -> None:
        self.array = array

    def __arrow_c_array__(self, requested_schema: object = None) -> Any:
        return self.array.__arrow_c_array__(requested_schema)


class ForeignStream:
    def __init__(self, array: Any) -> None:
        self.array = array

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        return self.array.__arrow_c_stream__(requested_schema)


def arrow_columns(days: list[date | None]) -> dict[str, Any]:
    array = pa.array(days, type=pa.date32())
    padded = pa.array([None, date(2031, 1, 1), None, *days, date(2031, 1, 1)], type=pa.date32())
    third = len(days) // 3
    return {
        "array": array,
        "offset slice": padded.slice(3, len(days)),
        "chunks": pa.chunked_array([array.slice(0, third), array.slice(third, 0), array.slice(third)]),
        "one chunk": pa.chunked_array([array]),
        "polars": pl.Series("due", days, dtype=pl.Date),
        "polars slice": pl.Series("due", [None, *days, None], dtype=pl.Date).slice(1, len(days)),
        "foreign": Foreign(array),
        "foreign slice": Foreign(padded.slice(3, len(days))),
        "foreign stream": ForeignStream(pa.chunked_array([array.slice(0, third), array.slice(third)])),
    }


def listed(column: Any) -> list[Any]:
    if isinstance(column, pl.Series):
        return column.to_list()
    out: list[Any] = pa.array(column).to_pylist()
    return out


@pytest.mark.parametrize("name", list(arrow_columns([date(2025, 1, 2)])))
@pytest.mark.parametrize("none_in", [0, 3])
def test_an_arrow_column_gives_one_like_it(cal: sk.Calendar, name: str, none_in: int) -> None:
    days = as_dates(random_days(4000, none_in=none_in))
    others = as_dates(random_days(4000, seed=9, none_in=none_in))
    column, other = arrow_columns(days)[name], arrow_columns(others)[name]
    added: Any = cal.add_working_days(column, 3)  # type: ignore[call-overload]
    counted: Any = cal.count_working_days(column, other)  # type: ignore[call-overload]
    working: Any = cal.is_working(column)  # type: ignore[call-overload]
    ended: Any = sk.Period("1 month").end(column, cal)
    if name.startswith("polars"):
        assert [x.dtype for x in (added, counted, working, ended)] == [pl.Date, pl.Int64, pl.Boolean, pl.Date]
        assert {x.name for x in (added, counted, working, ended)} == {"due"}
    else:
        types = [pa.array(x).type for x in (added, counted, working, ended)]
        assert types == [pa.date32(), pa.int64(), pa.bool_(), pa.date32()]
        assert isinstance(added, pa.Array) == (not name.startswith("foreign"))
    assert listed(added) == [day and cal.add_working_days(day, 3) for day in days]
    assert listed(working) == [None if day is None else cal.is_working(day) for day in days]
    assert listed(counted) == [a and b and cal.count_working_days(a, b) for a, b in zip(days, others)]
    assert listed(ended)[::50] == [day and sk.Period("1 month").end(day, cal).day for day in days[::50]]
    fixed: Any = cal.count_working_days(column, "2025-01-02")  # type: ignore[call-overload]
    assert listed(fixed) == [day and cal.count_working_days(day, "2025-01-02") for day in days]
    fixed = cal.count_working_days("2025-01-02", column)  # type: ignore[call-overload]
    assert listed(fixed) == [day and cal.count_working_days("2025-01-02", day) for day in days]


@pytest.mark.parametrize("rows", [0, 1, 7, 8, 9])
def test_arrow_columns_of_every_small_length(cal: sk.Calendar, rows: int) -> None:
    days = [None if i % 3 == 1 else date(2025, 9, 19 + i) for i in range(rows)]
    for name, column in arrow_columns(days).items():
        out: Any = cal.add_working_days(column, 1)  # type: ignore[call-overload]
        assert listed(out) == [day and cal.add_working_days(day, 1) for day in days], name
        working: Any = cal.is_working(column)  # type: ignore[call-overload]
        assert listed(working) == [None if day is None else cal.is_working(day) for day in days], name
        counts: Any = cal.count_working_days(column, "2025-09-01")  # type: ignore[call-overload]
        assert len(listed(counts)) == rows


def test_an_arrow_column_names_its_first_row_too(cal: sk.Calendar) -> None:
    days = [*as_dates(random_days(500)), date(2031, 5, 5), date(2032, 5, 5)]
    for name, column in arrow_columns(days).items():
        for call in (
            lambda column=column: cal.add_working_days(column, 3),
            lambda column=column: cal.is_working(column),
            lambda column=column: cal.count_working_days(column, "2025-01-02"),
            lambda column=column: sk.Period("1 month").end(column, cal),
        ):
            with pytest.raises(sk.Error, match="SK1401") as caught:
                call()
            assert "row 500" in str(caught.value), name


def test_the_smallest_number_is_null_in_arrow_too(cal: sk.Calendar) -> None:
    column = pa.array([-(2**31), 20350], type=pa.int32()).cast(pa.date32())
    assert column.null_count == 0
    for out in (
        cal.add_working_days(column, 1),
        cal.count_working_days(column, "2025-01-02"),
        cal.is_working(column),
        sk.Period("1 month").end(column, cal),
    ):
        assert pa.array(out).is_null().to_pylist() == [True, False]


def test_other_arrow_columns_are_refused(cal: sk.Calendar) -> None:
    for column in (
        pa.array([1, 2]),
        pa.array(["2025-09-19"]),
        pa.array([0], type=pa.timestamp("s")),
        pa.array([0], type=pa.date64()),
        pl.Series([1.5]),
        pa.table({"day": pa.array([date(2025, 9, 19)])}),
    ):
        with pytest.raises(TypeError, match="date32"):
            cal.add_working_days(column, 1)  # type: ignore[call-overload]
    a, b = pa.array([date(2025, 9, 19)]), pa.array([date(2025, 9, 19)] * 2)
    with pytest.raises(ValueError, match="different lengths"):
        cal.count_working_days(a, b)  # type: ignore[call-overload]


def test_an_arrow_answer_goes_on_through_the_calendar(cal: sk.Calendar) -> None:
    column = Foreign(pa.array([date(2025, 9, 19), None]))
    once: Any = cal.add_working_days(column, 1)  # type: ignore[call-overload]
    twice: Any = cal.add_working_days(once, 1)  # type: ignore[call-overload]
    assert listed(twice) == [date(2025, 9, 23), None]
    assert len(twice) == 2
