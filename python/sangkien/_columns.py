"""Columns of days: what comes in as a numpy array, a pandas Series or an Arrow column goes out as the same."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from operator import index
from typing import Any, Callable, Protocol, TypeVar

from . import _sangkien
from ._days import EPOCH_ORDINAL, count_of

FIRST_DAY, LAST_DAY = date.min.toordinal() - EPOCH_ORDINAL, date.max.toordinal() - EPOCH_ORDINAL
NO_COUNT = -(2**63)
NO_KIND = 255
PANDAS_UNITS = ("datetime64[s]", "datetime64[ms]", "datetime64[us]", "datetime64[ns]")
T = TypeVar("T")


class Column(Protocol):
    """For type checkers: a Series or Index of pandas, an array of pyarrow, a Series of polars."""

    def __array__(self) -> Any: ...


def numpy() -> Any:
    """numpy, imported only where an array is met."""
    import numpy as np

    return np


def is_many(value: object) -> bool:
    return isinstance(value, (list, tuple))


def single(day: Any) -> Any:
    """A scalar of numpy as a date; anything else as it is."""
    kind = type(day)
    if kind is date or kind is str or kind.__module__ != "numpy" or getattr(day, "ndim", 1) != 0:
        return day
    told = day.item()
    if type(told) is date:  # datetime64[D], of the years 1 to 9999
        return told
    import numpy as np

    counts = whole_days(np, np.asarray(day)) if day.dtype.kind == "M" else None
    if counts is None or counts == NO_COUNT:
        raise ValueError(f"{day!r} is no day: a datetime64 that is not NaT is wanted")
    return checked_date(int(counts))


def checked_date(count: int) -> date:
    if not FIRST_DAY <= count <= LAST_DAY:
        raise ValueError(f"{count} days from 1970-01-01 lie outside the years 1 to 9999")
    return date.fromordinal(EPOCH_ORDINAL + count)


def is_array(value: object) -> bool:
    """A numpy array, a numpy scalar, a pandas Series or Index: told without importing any of them."""
    return hasattr(value, "__array__") and not isinstance(value, date) and not is_arrow(value)


def is_arrow(value: object) -> bool:
    """A column that speaks Arrow's capsules and is not pandas's: of pyarrow, polars and others."""
    if type(value).__module__.partition(".")[0] in ("numpy", "pandas"):
        return False
    return hasattr(value, "__arrow_c_stream__") or hasattr(value, "__arrow_c_array__")


class Days:
    """Days as numpy counts (int64, or int32 as given), and the way back to what the caller handed in."""

    __slots__ = ("_like", "counts")

    def __init__(self, days: Any) -> None:
        import numpy as np

        self._like = days
        days = single(days)
        if not is_array(days):
            self.counts = np.asarray(count_of(days), dtype=np.int64)
            return
        given = np.asarray(days)
        if given.dtype == np.int32:
            self.counts = given
        elif given.dtype.kind == "M":
            self.counts = whole_days(np, given)
        else:
            raise TypeError(
                f"an array of days has dtype datetime64, or int32 (days since 1970-01-01), not {given.dtype}: "
                "try .astype('datetime64[D]')"
            )

    def days(self, counts: Any) -> Any:
        """Days like those that came in: datetime64[D], int32, a Series; a date where it was one day."""
        import numpy as np

        if counts.dtype == np.int32:
            return self.like(counts)
        return self.like(counts.view("datetime64[D]"), dated=True)

    def like(self, values: Any, dated: bool = False) -> Any:
        """An array as it is; beside a Series one with its index and name."""
        root = type(self._like).__module__.partition(".")[0]
        if root != "pandas" or values.ndim != 1 or len(values) != len(self._like):
            return values
        import pandas as pd

        if isinstance(self._like, pd.Index):
            return pd.Index(in_unit(values, self._like.dtype) if dated else values, name=self._like.name)
        if dated:
            values = in_unit(values, getattr(self._like.dtype, "base", "datetime64[s]"))
        return pd.Series(values, index=self._like.index, name=self._like.name)


def whole_days(np: Any, given: Any) -> Any:
    """datetime64 of any unit as int64 counts of days; NaT stays the smallest. Moments within days are refused."""
    if given.dtype == np.dtype("datetime64[D]"):
        return given.view(np.int64)
    if given.dtype in PANDAS_UNITS:
        counts = np.empty(given.shape, dtype=np.int64)
        moments = np.ascontiguousarray(given).view(np.int64).reshape(-1)
        if _sangkien.cut_to_days(np.datetime_data(given.dtype)[0], moments, counts.reshape(-1)):
            return counts
    whole = given.astype("datetime64[D]")
    wrong = (whole != given) & ~np.isnat(given)
    if wrong.any():
        row = int(np.argmax(wrong.ravel()))
        raise ValueError(
            f"row {row} ({given.ravel()[row]}) is a moment within days: cut it to days first, .astype('datetime64[D]')"
        )
    return whole.view(np.int64)


def in_unit(days: Any, dtype: Any) -> Any:
    """datetime64[D] in another unit."""
    import numpy as np

    if isinstance(dtype, np.dtype) and dtype in PANDAS_UNITS and days.flags.c_contiguous:
        out: Any = np.empty(days.shape, dtype=dtype)
        if _sangkien.spread_days(np.datetime_data(dtype)[0], days.view(np.int64).reshape(-1), out.view(np.int64)):
            return out
    return days.astype(dtype)


def whole_numbers(np: Any, n: Any) -> Any:
    given = np.asarray(n)
    if given.dtype.kind not in "iu":
        raise TypeError(f"numbers of working days are integers, not {given.dtype}")
    if given.dtype == np.uint64:  # the largest do not wrap round to small numbers before them
        given = np.minimum(given, np.uint64(2**63 - 1))
    return given.astype(np.int64)


def whole_number(n: Any) -> int:
    """As int64; what is beyond it is past every limit anyhow, and the library says so."""
    return max(-(2**63), min(index(n), 2**63 - 1))


def together(np: Any, a: Any, b: Any) -> tuple[Any, Any]:
    """Broadcast, packed, of one width."""
    if a.dtype != b.dtype:
        a, b = (np.where(x == NO_DAY32, NO_COUNT, x.astype(np.int64)) if x.dtype == np.int32 else x for x in (a, b))
    a, b = np.broadcast_arrays(a, b)
    return np.ascontiguousarray(a), np.ascontiguousarray(b)


NO_DAY32 = -(2**31)


def in_pieces(threads: int, rows: int, call: Callable[[int, int], T]) -> list[T]:
    """Calls for [0, rows) in one piece, or in one for each thread, and gives the answers in order. The error is that of
    the first row that has one."""
    if index(threads) < 1:
        raise ValueError(f"threads is at least 1, not {threads}")
    if threads == 1 or rows < 2 * threads:
        return [call(0, rows)]
    edges = [rows * i // threads for i in range(threads + 1)]
    with ThreadPoolExecutor(threads) as pool:
        pieces = [pool.submit(call, low, high) for low, high in zip(edges, edges[1:])]
        return [piece.result() for piece in pieces]


def arrow_days(column: Any) -> Any:
    return _sangkien.import_days(column)


def arrow_like(column: Any, result: Any) -> Any:
    """The same kind of column as came in: pyarrow's, polars's; any other library takes the capsules itself."""
    root = type(column).__module__.partition(".")[0]
    if root == "pyarrow":
        return sys.modules[root].array(result)
    if root == "polars":
        return sys.modules[root].Series(result).alias(column.name)  # which the capsule does not carry
    return result
