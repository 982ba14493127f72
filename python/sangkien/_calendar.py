"""The working calendar: which days are worked, and counting in them."""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from operator import index
from typing import TYPE_CHECKING, Any, Literal, Union, overload

from . import _columns, _sangkien
from ._columns import Days as Columns
from ._columns import arrow_days, arrow_like, in_pieces, is_array, is_arrow, is_many, single, whole_number
from ._days import EPOCH_ORDINAL, count_of, day_of, seconds_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from ._columns import Column
    from ._rules import Rules

    DayArray = npt.NDArray[np.datetime64]

PACKAGE = os.path.join(os.path.dirname(__file__), "")
Roll = Literal["none", "forward", "backward"]
Status = Literal["decided", "provisional", "missing"]
Day = Union[date, str]
Days = Union["list[date]", "list[str]", "tuple[Day, ...]"]

PROVISIONAL_YEARS = 30
"""How far beyond the last decided year `civil_service(provisional=True)` reaches."""


class ProvisionalWarning(UserWarning):
    """An answer rests on a year that is not decided but projected from the Labour Code."""


class Calendar:
    """Working calendar (lịch làm việc) of an office: which days are worked, and counting in them. Immutable.

    A day is a `datetime.date`, ISO text 'YYYY-MM-DD', or many: a list or tuple of those; a numpy array of datetime64
    holding whole days (any unit), or of int32 (days since 1970-01-01); a pandas Series or Index of datetime64; an
    Arrow column of date32 (pyarrow, polars, anything with Arrow's capsules). What comes in goes out: a date for a date,
    a list for a list, an array of the same shape (days as datetime64[D], or int32), a Series with its index and name,
    an Arrow column. NaT and null stay what they are: a day that is none is NaT, a count NaN in numpy and null in Arrow.

    Only decided years are answered for, and provisional ones where they were asked for: any other is Error SK1401,
    never "no holiday that we know of"; in a column the Error names the first such row, from 0. An answer that rests on
    a provisional year comes with a ProvisionalWarning. Columns are counted without holding the GIL; `threads` cuts
    numpy's into as many pieces, with the same answers.
    """

    __slots__ = ("_core", "_projected")

    def __init__(self, core: _sangkien.Calendar) -> None:
        """Not for callers: use `civil_service` or `of`."""
        self._core = core
        self._projected = any(status == "provisional" for _, status in core.years)

    @classmethod
    def civil_service(cls, *, provisional: bool | tuple[int, int] = False, known_on: Day | None = None) -> Calendar:
        """The calendar of Viet Nam's civil service: the built-in rulebooks vn-civil-service and civil-code-2015.

        `known_on` gives it as it was known on that day. `provisional=True` adds projected years, from the first that
        the Labour Codes reach (2014) to 30 after the last decided one; a pair (first, last) adds those, up to 2199.
        """
        names = [b"vn-civil-service", b"civil-code-2015"]
        out = cls(_sangkien.load_rules(names).latest_calendar())
        if known_on is not None:
            out = out.known_on(known_on)
        if provisional is True:
            first = out._core.rules_span[0]
            return out.with_provisional(first, max(out.years, default=first) + PROVISIONAL_YEARS)
        return out if provisional is False else out.with_provisional(*provisional)

    @classmethod
    def of(cls, rules: Rules, on: Day) -> Calendar:
        """The calendar that `rules` give on the day `on`; one without answers (Error SK1403) when they give none."""
        return cls(rules._core.calendar_on(count_of(on)))

    def with_provisional(self, first: int, last: int) -> Calendar:
        """With the years of this span projected from the Labour Code in force, as far as they are not decided.

        Statutory holidays, Tết and National Day's second day as a projection lays them out, days in lieu; no swaps.
        Raises Error SK1205 when the Codes reach none of these years.
        """
        return Calendar(self._core.with_provisional(index(first), index(last)))

    def known_on(self, day: Day) -> Calendar:
        """As it was known on `day`: what later papers decided is left out, years decided later are missing."""
        return Calendar(self._core.known_on(count_of(day)))

    def with_layer(
        self,
        name: str,
        *,
        off: Mapping[Day, str] | None = None,
        worked: Mapping[Day, str] | None = None,
        week: Sequence[str] | None = None,
        half_days: Literal["working", "off"] | None = None,
        hours: tuple[str, str] | None = None,
    ) -> Calendar:
        """With a layer of a province or a unit over it, which wins where it speaks.

        `off` and `worked` map days to their names. `week` lists the weekdays worked: 'mon' to 'sun', or 'sat-morning'
        where only the morning is; `half_days` then says whether such a day counts as a working day. `hours` are
        those of morning and afternoon, ('07:30-11:30', '13:30-17:00'); none are assumed. Raises Error with every
        problem at once.
        """
        layer: dict[str, Any] = {"vi": name, "en": name}
        for key, days in (("off", off), ("worked", worked)):
            if days:
                layer[key] = [{"day": iso(day), "vi": text, "en": text} for day, text in days.items()]
        if week is not None:
            layer["week"] = {"working": list(week)} | ({"half-days": half_days} if half_days else {})
        if hours is not None:
            layer["hours"] = {"morning": hours[0], "afternoon": hours[1]}
        return Calendar(self._core.with_layer(json.dumps({name: layer})))

    @property
    def years(self) -> list[int]:
        """The decided years, in order."""
        return [year for year, status in self._core.years if status == "decided"]

    @property
    def provisional_years(self) -> list[int]:
        """The projected years, in order."""
        return [year for year, status in self._core.years if status == "provisional"]

    @property
    def known(self) -> date | None:
        """The day as of which it is known; None: all that is loaded."""
        day = self._core.known
        return None if day is None else day_of(day)

    @property
    def layers(self) -> list[str]:
        """Names of the layers over the first calendar, in order."""
        return self._core.layers

    @property
    def nbytes(self) -> int:
        """What it costs in memory."""
        return self._core.bytes

    @overload
    def status(self, year: int | Day) -> Status: ...
    @overload
    def status(self, year: DayArray) -> npt.NDArray[np.str_]: ...
    def status(self, year: Any) -> Any:
        """'decided', 'provisional' or 'missing', of a year or of the year of a day, or of each day of an array ('' for
        NaT)."""
        if is_array(year) and year.ndim == 0 and year.dtype.kind == "M":
            year = single(year)
        if is_array(year) and year.ndim != 0:
            np = _columns.numpy()
            days = Columns(year)
            counts = days.counts.astype("int64")
            missing = days.counts == np.iinfo(days.counts.dtype).min
            years, rows = np.unique(
                np.where(missing, 0, counts).view("datetime64[D]").astype("datetime64[Y]"), return_inverse=True
            )
            told = np.array([self._core.status(int(each) + 1970) for each in years.astype("int64")], dtype="U11")
            return days.like(np.where(missing, "", told[rows.reshape(counts.shape)]))
        if isinstance(year, (date, str)):
            year = day_of(count_of(year)).year
        return self._core.status(index(year))

    @overload
    def is_working(self, day: Day) -> bool: ...
    @overload
    def is_working(self, day: Days) -> list[bool]: ...
    @overload
    def is_working(self, day: DayArray) -> npt.NDArray[np.bool_]: ...
    @overload
    def is_working(self, day: Column, *, threads: int = 1) -> Any: ...
    def is_working(self, day: Any, *, threads: int = 1) -> Any:
        """Is it worked? One bool for a day, bools for many.

        A Series with NaT gives dtype boolean with NA, an Arrow column nulls; a numpy array with NaT is a ValueError
        that names the row. Raises Error SK1401 for a day of a year that is not answered for, SK1201 for text that is
        no day.
        """
        if is_many(day):
            return [self.is_working(each) for each in day]
        if is_arrow(day):
            column = arrow_days(day)
            self._warn_column(column, column)
            return arrow_like(day, column.working(self._core))
        day = single(day)
        if not is_array(day):
            count = count_of(day)
            self._warn(count, count)
            return self._core.is_working(count)
        np = _columns.numpy()
        days = Columns(day)
        kinds = self._kinds(np, days, threads)
        working = np.isin(kinds, self._worked_kinds())
        missing = kinds == _columns.NO_KIND
        if not missing.any():
            return days.like(working)
        if type(day).__module__.partition(".")[0] != "pandas":
            row = int(np.argmax(missing.ravel()))
            raise ValueError(f"row {row} is NaT, which is no day: leave such rows out first")
        import pandas as pd

        return days.like(pd.arrays.BooleanArray(working, missing))

    @overload
    def kind(self, day: Day) -> str: ...
    @overload
    def kind(self, day: Days) -> list[str]: ...
    @overload
    def kind(self, day: DayArray) -> npt.NDArray[np.str_]: ...
    @overload
    def kind(self, day: Column, *, threads: int = 1) -> Any: ...
    def kind(self, day: Any, *, threads: int = 1) -> Any:
        """The kind of a day: 'working', 'weekend', 'statutory', 'holiday-block', 'holiday-block-weekend',
        'compensatory', 'swap-off', 'swap-work', 'local-off', 'local-work'; '' for NaT. Raises as `is_working`."""
        if is_arrow(day):
            raise TypeError("kind answers for days, lists, numpy and pandas: hand in .to_numpy() of an Arrow column")
        if is_many(day):
            return [self.kind(each) for each in day]
        day = single(day)
        if not is_array(day):
            count = count_of(day)
            self._warn(count, count)
            return self._core.explain(count)["kind"]
        np = _columns.numpy()
        days = Columns(day)
        kinds = self._kinds(np, days, threads)
        names = np.array([*_sangkien.day_kinds(), ""])
        named = names[np.minimum(kinds, len(names) - 1)]
        return days.like(named)

    @overload
    def add_working_days(self, day: Day, n: int, *, roll: Roll = "none") -> date: ...
    @overload
    def add_working_days(self, day: Days, n: int, *, roll: Roll = "none") -> list[date]: ...
    @overload
    def add_working_days(
        self, day: DayArray, n: int | npt.NDArray[np.integer], *, roll: Roll = "none", threads: int = 1
    ) -> DayArray: ...
    @overload
    def add_working_days(
        self, day: Column, n: int | npt.NDArray[np.integer], *, roll: Roll = "none", threads: int = 1
    ) -> Any: ...
    def add_working_days(self, day: Any, n: Any, *, roll: Roll = "none", threads: int = 1) -> Any:
        """The n-th working day strictly after `day`; before it when n is negative (-10000 to 10000).

        n = 0 gives `day` itself when it is worked, else where `roll` ('forward', 'backward') moves it; with 'none'
        that is Error SK1402. With an array of days n may be an array too: they are broadcast together. Raises Error
        SK1401 when the way leads into a year that is not answered for, SK1006 when n is beyond its range.
        """
        day = single(day)
        if type(day) is date and type(n) is int and roll == "none" and not self._projected:
            return self._core.add_date(day, n)
        if is_many(day):
            return [self.add_working_days(each, n, roll=roll) for each in day]
        if is_arrow(day):
            column = arrow_days(day)
            out = column.added(self._core, whole_number(n), roll)
            self._warn_column(column, out)
            return arrow_like(day, out)
        if not is_array(day) and (not is_array(n) or n.ndim == 0):
            count = count_of(day)
            last = self._core.add_working_days(count, whole_number(n), roll)
            self._warn(count, last)
            return day_of(last)
        np = _columns.numpy()
        days = Columns(day)
        if not is_array(n) or np.ndim(n) == 0:
            packed = np.ascontiguousarray(days.counts)
            out = np.empty(packed.shape, dtype=packed.dtype)
            rows, to, number = packed.reshape(-1), out.reshape(-1), whole_number(n.item() if is_array(n) else n)
            in_pieces(
                threads,
                rows.size,
                lambda low, high: self._core.add_column(rows[low:high], number, roll, to[low:high], low),
            )
        else:
            packed, by = np.broadcast_arrays(days.counts, _columns.whole_numbers(np, n))
            out = np.empty(packed.shape, dtype=packed.dtype)
            rows, to, each = np.ascontiguousarray(packed).reshape(-1), out.reshape(-1), np.ascontiguousarray(by).ravel()
            in_pieces(
                threads,
                rows.size,
                lambda low, high: self._core.add_each(rows[low:high], each[low:high], roll, to[low:high], low),
            )
        self._warn_rows(rows, to)
        return days.days(out)

    @overload
    def count_working_days(self, a: Day, b: Day) -> int: ...
    @overload
    def count_working_days(self, a: Days, b: Days) -> list[int]: ...
    @overload
    def count_working_days(self, a: DayArray, b: DayArray | Day, *, threads: int = 1) -> npt.NDArray[np.int64]: ...
    @overload
    def count_working_days(self, a: Day, b: DayArray, *, threads: int = 1) -> npt.NDArray[np.int64]: ...
    @overload
    def count_working_days(self, a: Column, b: Column | Day, *, threads: int = 1) -> Any: ...
    @overload
    def count_working_days(self, a: Day, b: Column, *, threads: int = 1) -> Any: ...
    def count_working_days(self, a: Any, b: Any, *, threads: int = 1) -> Any:
        """Working days from `a` on and before `b` (a <= day < b); minus the count from `b` before `a` when b < a.

        Two lists must be equally long; arrays are broadcast together, and a single day goes with a column. Rows with
        NaT count NaN, so that the array is float64; Series and Arrow have a missing value. Raises Error SK1401 when
        part of the span lies in a year that is not answered for.
        """
        a, b = single(a), single(b)
        if type(a) is date and type(b) is date and not self._projected:
            return self._core.count_working_days(a.toordinal() - EPOCH_ORDINAL, b.toordinal() - EPOCH_ORDINAL)
        if is_many(a) and is_many(b):
            if len(a) != len(b):
                raise ValueError(f"{len(a)} days and {len(b)} days cannot be paired")
            return [self.count_working_days(x, y) for x, y in zip(a, b)]
        if is_arrow(a) or is_arrow(b):
            return self._count_arrow(a, b)
        if not is_array(a) and not is_array(b):
            first, last = count_of(a), count_of(b)
            if first != last:  # the later day is not counted
                self._warn(min(first, last), max(first, last) - 1)
            return self._core.count_working_days(first, last)
        np = _columns.numpy()
        shape_of = Columns(a if is_array(a) else b)
        first, last = _columns.together(np, Columns(a).counts, Columns(b).counts)
        out = np.empty(first.shape, dtype=np.int64)
        x, y, to = first.reshape(-1), last.reshape(-1), out.reshape(-1)
        without = in_pieces(
            threads,
            x.size,
            lambda low, high: self._core.count_column(x[low:high], y[low:high], to[low:high], low),
        )
        self._warn_rows(x, y, counted=True)
        if not any(without):
            return shape_of.like(out)
        missing = out == _columns.NO_COUNT
        if type(shape_of.like(out)).__module__.partition(".")[0] == "pandas":
            import pandas as pd

            return shape_of.like(pd.arrays.IntegerArray(np.where(missing, 0, out), missing))
        return np.where(missing, np.nan, out)

    def sessions(self, day: Day) -> tuple[bool, bool]:
        """Whether morning and afternoon are worked: both, the morning alone, or none. Raises as `is_working`."""
        count = count_of(day)
        self._warn(count, count)
        return self._core.sessions(count)

    def explain(self, day: Day) -> dict[str, Any]:
        """What decides `day`: its kind, name and source.

        Keys: `day`, `working` (bool), `kind` (see `kind`), `name` {'vi', 'en'} (empty for an ordinary working day),
        `pair` (the date it is swapped with or made up for, or None), `status` ('decided', 'provisional') and
        `why_provisional` {'vi', 'en'}, `document` (number of the paper, may be empty) and `issued` (its date, or None),
        `rulebook`, `clause`, `provenance`. Raises as `is_working`.
        """
        count = count_of(day)
        out = self._core.explain(count)
        dated = {key: None if out[key] is None else day_of(out[key]) for key in ("pair", "issued")}
        return {"day": day_of(count), **out, **dated}

    def page(self, year: int, *, lang: Literal["vi", "en"] = "vi") -> str:
        """The year on one page of text: months in week rows with marks, and every special day with its paper."""
        return _sangkien.year_page(self._core, index(year), lang)

    def svg(self, year: int, *, lang: Literal["vi", "en"] = "vi") -> str:
        """The same as a drawing, SVG 1.1, that stands by itself."""
        return _sangkien.year_svg(self._core, index(year), lang)

    def ics(self, year: int, *, stamp: datetime | str | None = None, lang: Literal["vi", "en"] = "vi") -> str:
        """The days off and the worked days of rest of a year as iCalendar (RFC 5545), with the same UIDs every time.

        `stamp` is the moment the file says it was made, by itself that of its latest paper: no clock is asked.
        """
        made = None if stamp is None else seconds_of(stamp)
        return _sangkien.holidays_ics(self._core, index(year), made, lang)

    def __repr__(self) -> str:
        years, projected = self.years, self.provisional_years
        span = f"{years[0]} to {years[-1]}, {len(years)} decided years" if years else "no decided year"
        if projected:
            span += f", {len(projected)} provisional"
        if self.known is not None:
            span += f", as known on {self.known}"
        if self.layers:
            span += f", under {', '.join(self.layers)}"
        return f"<sangkien.Calendar: {span}>"

    def _kinds(self, np: Any, days: Columns, threads: int) -> Any:
        packed = np.ascontiguousarray(days.counts)
        out = np.empty(packed.shape, dtype=np.uint8)
        rows, to = packed.reshape(-1), out.reshape(-1)
        in_pieces(threads, rows.size, lambda low, high: self._core.kinds(rows[low:high], to[low:high], low))
        self._warn_rows(rows, rows)
        return out

    @staticmethod
    def _worked_kinds() -> list[int]:
        kinds = _sangkien.day_kinds()
        return [kinds.index(kind) for kind in ("working", "swap-work", "local-work")]

    def _count_arrow(self, a: Any, b: Any) -> Any:
        columns = [arrow_days(x) if is_arrow(x) else None for x in (a, b)]
        rows = len(next(column for column in columns if column is not None))
        first, last = (
            column if column is not None else _sangkien.days_column([count_of(x)]).repeated(rows)
            for x, column in zip((a, b), columns)
        )
        out = first.counted(self._core, last)
        self._warn_column(first, last, counted=True)
        return arrow_like(a if is_arrow(a) else b, out)

    def _warn(self, first: int, last: int) -> None:
        """Warns when a day from `first` to `last`, both included, in either order, is of a provisional year."""
        if self._projected and self._core.provisional(first, last):
            years = range(day_of(min(first, last)).year, day_of(max(first, last)).year + 1)
            self._warn_of(next(year for year in years if self._core.status(year) == "provisional"))

    def _warn_rows(self, first: Any, last: Any, counted: bool = False) -> None:
        """The same for the rows of two packed columns of one width."""
        if self._projected:
            self._warn_of(self._core.touches(first, last, counted))

    def _warn_column(self, first: Any, last: Any, counted: bool = False) -> None:
        """The same for Arrow columns."""
        if self._projected:
            self._warn_of(first.touches(self._core, last, counted))

    def _warn_of(self, year: int | None) -> None:
        if year is not None:
            why = self._core.why_provisional(year)["en"]
            warnings.warn("provisional: " + why, ProvisionalWarning, stacklevel=level_of_caller())


def iso(day: Day) -> str:
    return day if isinstance(day, str) else day_of(count_of(day)).isoformat()


def level_of_caller() -> int:
    """The `stacklevel`, for the function that asks, of the first frame outside the package."""
    frame, level = sys._getframe(1), 1
    while frame.f_back is not None and frame.f_code.co_filename.startswith(PACKAGE):
        frame, level = frame.f_back, level + 1
    return level
