"""Days and instants between Python and the extension, which counts them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from . import _sangkien

EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
VIETNAM = timezone(timedelta(hours=7))
"""UTC+07:00: Viet Nam keeps no daylight saving."""


def day_of(count: int) -> date:
    return date.fromordinal(EPOCH_ORDINAL + count)


def count_of(day: date | str) -> int:
    """Days since 1970-01-01. A datetime is refused: which zone's day it falls on would be a guess."""
    if isinstance(day, str):
        return _sangkien.parse_day(day)
    if isinstance(day, datetime):
        raise TypeError(f"a day is wanted, not the moment {day.isoformat()}: call .date() in the zone you mean")
    if isinstance(day, date):
        return day.toordinal() - EPOCH_ORDINAL
    raise TypeError(f"a day is a datetime.date or ISO text 'YYYY-MM-DD', not {type(day).__name__}")


def instant_of(seconds: int) -> datetime:
    return (EPOCH + timedelta(seconds=seconds)).astimezone(VIETNAM)


def seconds_of(instant: datetime | str) -> int:
    """Whole seconds since the epoch, rounded down. Text or datetime without an offset is Error SK1202."""
    if isinstance(instant, datetime):
        if instant.utcoffset() is None:
            return _sangkien.parse_instant(instant.isoformat())  # refuses it, and says what to write
        return (instant - EPOCH) // timedelta(seconds=1)
    if isinstance(instant, str):
        return _sangkien.parse_instant(instant)
    raise TypeError(
        f"an instant is a datetime with a time zone or ISO text with an offset, not {type(instant).__name__}"
    )
