"""Periods reckoned in a calendar, and the deadlines they end in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal, overload

from . import _columns, _sangkien
from ._columns import Days as Columns
from ._columns import arrow_days, arrow_like, in_pieces, is_array, is_arrow, is_many, single
from ._days import count_of, day_of, instant_of, seconds_of

if TYPE_CHECKING:
    from ._calendar import Calendar, Day, DayArray, Days, Roll
    from ._columns import Column

Suspended = Sequence[tuple["Day", "Day | None"]]


@dataclass(frozen=True)
class Remaining:
    """What is left of a deadline (thời gian còn lại), or by how much it is over. No number is ever negative."""

    over: bool
    """Has it ended? Then the numbers say by how much."""
    time: timedelta
    """To the end, or since."""
    days: int
    """Days after that of `as_of`, up to and with the last day: 0 on the last day. Over: days after the last day, up to
    and with that of `as_of`."""
    working_days: int
    """Of these, the working days."""
    provisional: bool
    """A day counted lies in a provisional year, or the deadline itself rests on one."""


class Deadline:
    """Deadline (hạn chót): the last day on which something can be done, and how it came about. Immutable."""

    __slots__ = ("_core",)

    def __init__(self, core: _sangkien.Deadline) -> None:
        """Not for callers: deadlines come from Period.end, yearly_deadline, earlier_of and later_of."""
        self._core = core

    @property
    def day(self) -> date | None:
        """The last day; None when no loaded rulebook says how to reckon it: `steps` then name what is missing."""
        return None if self._core.day is None else day_of(self._core.day)

    @property
    def instant(self) -> datetime | None:
        """The first instant that is too late, at UTC+07:00: 24:00 of the last day, or earlier in it. None as `day`."""
        return None if self._core.ends is None else instant_of(self._core.ends)

    @property
    def provisional(self) -> bool:
        """Does it rest on a year that is not decided? A step names the year and the reason."""
        return self._core.provisional

    @property
    def steps(self) -> list[dict[str, Any]]:
        """How it came about, in order: findings as in the report's JSON, with citations and messages in both
        languages."""
        return json.loads(self._core.steps())  # type: ignore[no-any-return]

    def remaining(self, as_of: datetime | str, calendar: Calendar) -> Remaining | None:
        """What is left at an instant; None when it is not determined. Raises Error SK1401 when a day that is counted
        lies in a year that is not answered for, SK1202 when `as_of` has no offset."""
        left = self._core.remaining(seconds_of(as_of), calendar._core)
        if left is None:
            return None
        over, seconds, days, working_days, provisional = left
        return Remaining(over, timedelta(seconds=seconds), days, working_days, provisional)

    def reminder(self, working_days: int, calendar: Calendar) -> date | None:
        """The day so many working days before the last day; None when it is not determined."""
        day = self._core.reminder(working_days, calendar._core)
        return None if day is None else day_of(day)

    def __repr__(self) -> str:
        if self.instant is None or self.day is None:
            return "<sangkien.Deadline: undetermined>"
        midnight = self.instant.time() == datetime.min.time()
        moment = f"24:00 {self.day}" if midnight else self.instant.isoformat()
        return f"<sangkien.Deadline: {moment}{', provisional' if self.provisional else ''}>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Deadline):
            return NotImplemented
        return (self.day, self.instant, self.steps) == (other.day, other.instant, other.steps)

    def __hash__(self) -> int:
        return hash((self.day, self.instant))


class Period:
    """Period (thời hạn): a length such as '36 hours', '16 working hours', '10 days', '2 weeks', '3 months', '1 year',
    '5 working days', '1 half-month', '1 half-year'.

    The number goes from 1 to 36500. Raises Error SK1207 for any other text.
    """

    __slots__ = ("_text", "number", "words")

    def __init__(self, length: str) -> None:
        number, self._text, self.words = _sangkien.read_period(length)
        self.number: int = number

    @overload
    def end(
        self,
        event: Day | datetime,
        calendar: Calendar,
        *,
        suspended: Suspended = (),
        suspended_days: Literal["as-ruled", "not-counted"] = "as-ruled",
    ) -> Deadline: ...
    @overload
    def end(self, event: Days, calendar: Calendar) -> list[Deadline]: ...
    @overload
    def end(self, event: DayArray, calendar: Calendar, *, threads: int = 1) -> DayArray: ...
    @overload
    def end(self, event: Column, calendar: Calendar, *, threads: int = 1) -> Any: ...
    def end(
        self,
        event: Any,
        calendar: Calendar,
        *,
        suspended: Suspended = (),
        suspended_days: Literal["as-ruled", "not-counted"] = "as-ruled",
        threads: int = 1,
    ) -> Any:
        """The end of the period set going by an event, by the rules that stand beside `calendar`.

        With `Calendar.civil_service()` these are articles 146 to 148 of the Civil Code 2015: the day of the event is
        not counted, a missing day of the month is its last day, a day off moves to the next working day, the last day
        ends at 24:00. An event may be a moment (a datetime or ISO text with an offset): hours run from it, the other
        lengths from its day at UTC+07:00.

        `suspended` are pairs (from, resumed), the last may still be open (None): the days after `from`, up to and with
        `resumed`, are not days of the period, if the rules say so or `suspended_days` is 'not-counted', the caller's
        own declared choice; else the end is undetermined.

        A column of days (as `Calendar` takes) gives the last days as the same kind of column, NaT where no rule says; a
        list gives a list of deadlines. Raises Error SK1401 when the way leads into a year that is not answered for.
        """
        if is_many(event):
            return [self.end(each, calendar, suspended=suspended, suspended_days=suspended_days) for each in event]
        event = single(event)
        if is_arrow(event) or is_array(event):
            if suspended:
                raise TypeError("suspensions are of one period: a column of events has none")
            return self._end_column(event, calendar, threads)
        core = calendar._core
        pauses = [(count_of(a), None if b is None else count_of(b)) for a, b in suspended]
        not_counted = suspended_days == "not-counted"
        if isinstance(event, datetime) or (isinstance(event, str) and "T" in event):
            moment = seconds_of(event)
            return Deadline(_sangkien.period_end_from(core, moment, self._text, pauses, not_counted))
        return Deadline(_sangkien.period_end(core, count_of(event), self._text, pauses, not_counted))

    def _end_column(self, event: Any, calendar: Calendar, threads: int) -> Any:
        core = calendar._core
        if is_arrow(event):
            column = arrow_days(event)
            out = column.ended(core, self._text)
            calendar._warn_column(column, out)
            return arrow_like(event, out)
        np = _columns.numpy()
        days = Columns(event)
        packed = np.ascontiguousarray(days.counts)
        ends = np.empty(packed.shape, dtype=packed.dtype)
        rows, to = packed.reshape(-1), ends.reshape(-1)
        in_pieces(
            threads,
            rows.size,
            lambda low, high: core.period_ends(self._text, rows[low:high], to[low:high], low),
        )
        calendar._warn_rows(rows, to)
        return days.days(ends)

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"Period({self._text!r})"

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Period) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)


def yearly_deadline(
    day: str,
    year: int,
    calendar: Calendar,
    *,
    bound: Literal["before", "by"] = "before",
    roll: Roll = "none",
    closes: str | None = None,
) -> Deadline:
    """The deadline of a day that every year has, '25/9' (day/month): 'before' excludes the day, 'by' includes it.

    `roll` moves a last day that is a day off; `closes` ('17:00') ends it at that time of the last day. Raises Error
    SK1203 when there is no such day in every year.
    """
    return Deadline(_sangkien.yearly_deadline(calendar._core, day, year, bound, roll, closes or ""))


def earlier_of(a: Deadline, b: Deadline) -> Deadline:
    """The earlier of two deadlines; undetermined when one that is undetermined could change it."""
    return Deadline(_sangkien.earlier_of(a._core, b._core))


def later_of(a: Deadline, b: Deadline) -> Deadline:
    """The later of two deadlines; undetermined when one that is undetermined could change it."""
    return Deadline(_sangkien.later_of(a._core, b._core))


def named_point(point: str, year: int, calendar: Calendar, *, month: int = 1) -> date | None:
    """The day of 'beginning of month', 'middle of month', 'end of month', or of year (then `month` is not asked).

    By the rules that stand beside `calendar` (Civil Code 146: the 1st, the 15th, the last day; the middle of the year
    is the last day of June); None when they do not say. Raises Error SK1205 for a month or a year that there is not.
    """
    day = _sangkien.named_point(calendar._core, point, year, month)
    return None if day is None else day_of(day)
