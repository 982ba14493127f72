"""The Vietnamese lunar calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from operator import index
from typing import TYPE_CHECKING, Any, NamedTuple, Union, overload

from . import _sangkien
from ._columns import NO_COUNT, Days, is_array, is_arrow, is_many, numpy
from ._days import count_of, day_of
from ._error import Message

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from ._columns import Column

    DayArray = npt.NDArray[np.datetime64]
    Numbers = npt.NDArray[np.integer]
    Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class LunarDate:
    """Lunar date (ngày âm lịch). str() gives '10/3 âm lịch năm Bính Ngọ (2026)'."""

    year: int
    """Tết of 2026 begins lunar year 2026."""
    month: int
    """1 to 12."""
    day: int
    """1 to 30."""
    leap: bool
    """Is the month a leap month (tháng nhuận)? It has the number of the month before it."""
    uncertain: bool
    """Could the date be another one? See `certainty` and `why`."""
    certainty: str
    """'certain'; 'near-midnight': a new moon or principal term within two minutes of midnight decides the date;
    'before-1968': the civil calendar of the day was reckoned otherwise, this is what today's rules give."""
    can_chi_year: str
    """Such as 'Bính Ngọ'."""
    can_chi_month: str
    """A leap month has the name of the month before it."""
    can_chi_day: str

    @property
    def why(self) -> Message | None:
        """Why the date is uncertain, in both languages; None when it is certain."""
        return _sangkien.why_uncertain(self.certainty) if self.uncertain else None

    @property
    def words(self) -> Message:
        """The date in both languages: '10/3 âm lịch năm Bính Ngọ (2026)', '10/3 lunar of 2026 (Binh Ngo)'."""
        return _sangkien.lunar_words(self.year, self.month, self.day, self.leap)

    def __str__(self) -> str:
        return self.words["vi"]


class LunarDates(NamedTuple):
    """Lunar dates of an array of days: arrays of its shape, or Series beside a Series. A NaT has 0, 0, 0."""

    year: npt.NDArray[np.int16]
    month: npt.NDArray[np.int8]
    day: npt.NDArray[np.int8]
    leap: Flags
    uncertain: Flags


@overload
def to_lunar(day: date | str) -> LunarDate: ...
@overload
def to_lunar(day: list[date] | list[str] | tuple[date | str, ...]) -> list[LunarDate]: ...
@overload
def to_lunar(day: DayArray | Column) -> LunarDates: ...
def to_lunar(day: Any) -> Any:
    """The lunar date of a day from 1900-01-01 to 2199-12-31, at Viet Nam's time: not always China's.

    A date or ISO text gives a LunarDate, a list or tuple a list; an array of datetime64 (or int32, days since
    1970-01-01), a pandas Series or an Arrow column gives a LunarDates of arrays, reckoned without holding the GIL.
    Raises Error SK1205 for another day; of an array it names the first such row.
    """
    if is_many(day):
        return [to_lunar(each) for each in day]
    if is_arrow(day):
        day = numpy().asarray(day)
    if is_array(day):
        return lunar_dates(numpy(), day)
    year, month, number, leap, certainty, *can_chi = _sangkien.to_lunar(count_of(day))
    return LunarDate(year, month, number, leap, certainty != "certain", certainty, *can_chi)


Number = Union[int, "Numbers"]


@overload
def from_lunar(year: int, month: int, day: int, leap: bool = False) -> date: ...
@overload
def from_lunar(year: Numbers, month: Number, day: Number, leap: bool | Flags = False) -> DayArray: ...
@overload
def from_lunar(year: int, month: Numbers, day: Number, leap: bool | Flags = False) -> DayArray: ...
@overload
def from_lunar(year: int, month: int, day: Numbers, leap: bool | Flags = False) -> DayArray: ...
def from_lunar(year: Any, month: Any, day: Any, leap: Any = False) -> Any:
    """The day of a lunar date: `datetime.date`; datetime64[D] when a number is an array (they are broadcast).

    A row of 0, 0, 0 gives NaT, so that `from_lunar(*to_lunar(days)[:4])` is `days`. Raises Error SK1205 for a date
    outside 1900-01-01 to 2199-12-31, SK1209 for one that there is not: day 30 of a month of 29 days, a leap month
    that the year has not; of an array it names the first such row.
    """
    if not any(map(is_array, (year, month, day, leap))):
        return day_of(_sangkien.from_lunar(index(year), index(month), index(day), bool(leap)))
    np = numpy()
    numbers = [small_numbers(np, name, given) for name, given in (("year", year), ("month", month), ("day", day))]
    flags = np.asarray(leap)
    if flags.dtype != np.bool_:
        raise TypeError(f"leap is True or False, or an array of bool, not {flags.dtype}")
    columns = np.broadcast_arrays(*numbers, flags)
    if columns[0].ndim == 0:  # numpy's scalars
        return from_lunar(*(column.item() for column in columns))
    years, months, days, flags = map(np.ascontiguousarray, columns)
    out = np.empty(years.shape, dtype=np.int64)
    _sangkien.from_lunar_columns(years.ravel(), months.ravel(), days.ravel(), flags.ravel(), out.reshape(-1))
    return out.view("datetime64[D]")


def lunar_dates(np: Any, day: Any) -> LunarDate | LunarDates:
    days = Days(day)
    counts: Any = days.counts
    if counts.ndim == 0:  # one day, handed in as numpy's
        if counts == NO_COUNT:
            raise ValueError("NaT is no day")
        return to_lunar(day_of(int(counts)))
    kinds = (np.int16, np.int8, np.int8, np.bool_, np.bool_)
    out = [np.empty(counts.shape, kind) for kind in kinds]
    _sangkien.to_lunar_columns(counts.ravel(), *map(np.ravel, out))
    return LunarDates(*map(days.like, out))


def small_numbers(np: Any, name: str, given: Any) -> Any:
    values = np.asarray(given)
    if values.dtype.kind not in "iu":
        raise TypeError(f"{name} is whole numbers, not {values.dtype}")
    out = values.astype(np.int32)
    if (out != values).any():
        raise ValueError(f"{name} holds numbers beyond 32 bits")
    return out
