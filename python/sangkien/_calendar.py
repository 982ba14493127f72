"""The working calendar, and periods reckoned in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from operator import index
from typing import TYPE_CHECKING, Any, Literal, Union, overload

from . import _sangkien
from ._days import EPOCH_ORDINAL, VIETNAM, count_of, day_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from ._rules import Rules

    DayArray = npt.NDArray[np.datetime64]

Roll = Literal["none", "forward", "backward"]
Day = Union[date, str]
Days = Union["list[date]", "list[str]", "tuple[Day, ...]"]

FIRST_DAY, LAST_DAY = date.min.toordinal() - EPOCH_ORDINAL, date.max.toordinal() - EPOCH_ORDINAL


class Calendar:
    """Working calendar (lịch làm việc) of an office: which days are worked, and counting in them. Immutable.

    A day is a `datetime.date`, ISO text 'YYYY-MM-DD', or many: a list or tuple of those, a numpy array of
    datetime64 holding whole days (any unit), a pandas Series of such. One day in gives one answer out (days as
    `datetime.date`), a list or tuple a list, an array or Series a numpy array of the same shape (days as
    datetime64[D]).

    Only decided years are answered for: any other is Error SK1401, never "no holiday that we know of". Arrays are
    counted without holding the GIL.
    """

    __slots__ = ("_core",)

    def __init__(self, core: _sangkien.Calendar) -> None:
        """Not for callers: use `civil_service` or `of`."""
        self._core = core

    @classmethod
    def civil_service(cls) -> Calendar:
        """The calendar of Viet Nam's civil service: the built-in rulebooks vn-civil-service and civil-code-2015."""
        names = [b"vn-civil-service", b"civil-code-2015"]
        return cls(_sangkien.load_rules(names).latest_calendar())

    @classmethod
    def of(cls, rules: Rules, on: Day) -> Calendar:
        """The calendar that `rules` give on the day `on`; one without answers (Error SK1403) when they give none."""
        return cls(rules._core.calendar_on(count_of(on)))

    @property
    def years(self) -> list[int]:
        """The decided years, in order."""
        return self._core.years

    @overload
    def is_working(self, day: Day) -> bool: ...
    @overload
    def is_working(self, day: Days) -> list[bool]: ...
    @overload
    def is_working(self, day: DayArray) -> npt.NDArray[np.bool_]: ...
    def is_working(self, day: Any) -> Any:
        """Is it worked? One bool for a day; a list or an array of the same shape for many.

        Raises Error SK1401 for a day of a year that is not decided, SK1201 for text that is no day, ValueError for
        NaT.
        """
        if is_many(day):
            return [self._core.is_working(count_of(each)) for each in day]
        if not is_array(day):
            return self._core.is_working(count_of(day))
        np, days = day_counts(day)
        out = np.empty(days.shape, dtype=np.bool_)
        self._core.are_working(days.ravel(), out.reshape(-1))
        return out if days.ndim else bool(out)

    @overload
    def add_working_days(self, day: Day, n: int, *, roll: Roll = "none") -> date: ...
    @overload
    def add_working_days(self, day: Days, n: int, *, roll: Roll = "none") -> list[date]: ...
    @overload
    def add_working_days(self, day: DayArray, n: int | npt.NDArray[np.integer], *, roll: Roll = "none") -> DayArray: ...
    def add_working_days(self, day: Any, n: Any, *, roll: Roll = "none") -> Any:
        """The n-th working day strictly after `day`; before it when n is negative (-10000 to 10000).

        n = 0 gives `day` itself when it is worked, else where `roll` ('forward', 'backward') moves it; with 'none'
        that is Error SK1402. With an array of days n may be an array too: they are broadcast together. Raises Error
        SK1401 when the way leads into a year that is not decided, SK1006 when n is beyond its range.
        """
        if is_many(day):
            return [self.add_working_days(each, n, roll=roll) for each in day]
        if not is_array(day) and not is_array(n):
            return day_of(self._core.add_working_days(count_of(day), index(n), roll))
        np, days = day_counts(day)
        days, by = np.broadcast_arrays(days, whole_numbers(np, n))
        out = np.empty(days.shape, dtype=np.int32)
        self._core.add_column(days.ravel(), by.ravel(), roll, out.reshape(-1))
        return as_days(np, out)

    @overload
    def count_working_days(self, a: Day, b: Day) -> int: ...
    @overload
    def count_working_days(self, a: Days, b: Days) -> list[int]: ...
    @overload
    def count_working_days(self, a: DayArray, b: DayArray | Day) -> npt.NDArray[np.int64]: ...
    @overload
    def count_working_days(self, a: Day, b: DayArray) -> npt.NDArray[np.int64]: ...
    def count_working_days(self, a: Any, b: Any) -> Any:
        """Working days from `a` on and before `b` (a <= day < b); minus the count from `b` before `a` when b < a.

        Two lists must be equally long; arrays are broadcast together, and a single day goes with an array. Raises
        Error SK1401 when part of the span lies in a year that is not decided.
        """
        if is_many(a) and is_many(b):
            if len(a) != len(b):
                raise ValueError(f"{len(a)} days and {len(b)} days cannot be paired")
            return [self._core.count_working_days(count_of(x), count_of(y)) for x, y in zip(a, b)]
        if not is_array(a) and not is_array(b):
            return self._core.count_working_days(count_of(a), count_of(b))
        np, first = day_counts(a)
        _, last = day_counts(b)
        first, last = np.broadcast_arrays(first, last)
        out = np.empty(first.shape, dtype=np.int64)
        self._core.count_column(first.ravel(), last.ravel(), out.reshape(-1))
        return out if first.ndim else int(out)

    def explain(self, day: Day) -> dict[str, Any]:
        """What decides `day`: its kind, name and source.

        Keys: `day`, `working` (bool), `kind` ('working', 'weekend', 'statutory', 'holiday-block',
        'holiday-block-weekend', 'compensatory', 'swap-off', 'swap-work'), `name` {'vi', 'en'} (empty for an
        ordinary working day), `pair` (the date it is swapped with, or None), `rulebook`, `clause`, `provenance`.
        Raises as `is_working`.
        """
        count = count_of(day)
        out = self._core.explain(count)
        pair = out["pair"]
        return {"day": day_of(count), **out, "pair": None if pair is None else day_of(pair)}

    def __repr__(self) -> str:
        years = self.years
        span = f"{years[0]} to {years[-1]}, {len(years)} decided years" if years else "no decided year"
        return f"<sangkien.Calendar: {span}>"


@dataclass(frozen=True)
class Deadline:
    """Deadline (hạn chót): the last day on which something can be done, and how it came about."""

    day: date | None
    """The last day; None when no loaded rulebook says how to reckon it: `steps` then name what is missing."""
    instant: datetime | None
    """The first instant that is too late: 24:00 of the last day, at UTC+07:00. None as `day`."""
    steps: list[dict[str, Any]]
    """How it came about, in order: findings as in the report's JSON, with citations and messages in both
    languages."""


class Period:
    """Period (thời hạn): a length such as '10 days', '2 weeks', '3 months', '1 year', '5 working days'.

    The number goes from 1 to 36500. Raises Error SK1207 for any other text.
    """

    __slots__ = ("_text", "number", "words")

    def __init__(self, length: str) -> None:
        number, self._text, self.words = _sangkien.read_period(length)
        self.number: int = number

    def end(self, day: Day, calendar: Calendar) -> Deadline:
        """The end of the period set going by an event on `day`, by the rules that stand beside `calendar`.

        With `Calendar.civil_service()` these are articles 147 and 148 of the Civil Code 2015: the day of the event
        is not counted, a missing day of the month is its last day, a day off moves to the next working day, the
        last day ends at 24:00. Raises Error SK1401 when the way leads into a year that is not decided.
        """
        last, steps = calendar._core.period_last_day(count_of(day), self._text)
        if last is None:
            return Deadline(None, None, json.loads(steps))
        midnight = datetime.combine(day_of(last), datetime.min.time(), VIETNAM)
        return Deadline(day_of(last), midnight + timedelta(days=1), json.loads(steps))

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"Period({self._text!r})"

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Period) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)


def is_many(value: object) -> bool:
    return isinstance(value, (list, tuple))


def is_array(value: object) -> bool:
    """A numpy array, a numpy scalar, a pandas Series: told without importing any of them."""
    return hasattr(value, "__array__") and not isinstance(value, date)


def day_counts(days: Any) -> tuple[Any, Any]:
    """numpy, and int32 days since 1970-01-01."""
    import numpy as np

    if not is_array(days):
        return np, np.int32(count_of(days))
    given = np.asarray(days)
    if given.dtype.kind != "M":
        raise TypeError(f"an array of days has dtype datetime64, not {given.dtype}: try .astype('datetime64[D]')")
    if np.isnat(given).any():
        raise ValueError("NaT is no day: leave such rows out first")
    whole = given.astype("datetime64[D]")
    if (whole != given).any():
        raise ValueError("the array holds moments within days: cut it to days first, .astype('datetime64[D]')")
    counts = whole.astype(np.int64)
    if counts.size and (counts.min() < FIRST_DAY or counts.max() > LAST_DAY):
        raise ValueError("a day lies outside the years 1 to 9999")
    return np, counts.astype(np.int32)


def whole_numbers(np: Any, n: Any) -> Any:
    given = np.asarray(n)
    if given.dtype.kind not in "iu":
        raise TypeError(f"numbers of working days are integers, not {given.dtype}")
    return given.astype(np.int64)


def as_days(np: Any, counts: Any) -> Any:
    days = counts.astype("datetime64[D]")
    return days if counts.ndim else days.item()
