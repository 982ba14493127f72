"""Periods reckoned in a calendar, and the deadlines they end in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from . import _sangkien
from ._days import VIETNAM, count_of, day_of

if TYPE_CHECKING:
    from ._calendar import Calendar, Day


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
