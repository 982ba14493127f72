"""The calendar beside what others wrote: numpy, the package `holidays`, and a walk from day to day."""

from __future__ import annotations

import csv
from bisect import bisect_left
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import holidays
import numpy as np
import pytest
import sangkien as sk
from peer_calendar import without_worked_saturdays

ONE = timedelta(days=1)
FIRST, LAST = date(2019, 1, 1), date(2026, 12, 31)
DAYS = np.arange(FIRST, LAST + ONE, dtype="datetime64[D]")

# Where holidays 0.109 and the decisions part. Taken from the rulebook's papers, each with its reason.
KNOWN_EXCEPTIONS = {
    date(2026, 1, 2): "off, swapped with 10 January by 12729/VPCP-KGVX of December 2025; the package does not know it",
    date(2026, 1, 10): "the Saturday worked for 2 January",
}


@pytest.fixture(scope="module")
def cal() -> sk.Calendar:
    return sk.Calendar.civil_service()


@pytest.fixture(scope="module")
def worked() -> list[date]:
    """Every day worked, in order: from the table of decisions and the weekday, not from the library."""
    path = Path(__file__).with_name("vn_public_sector_days_2019_2026.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = {row["date"]: row["kind"] for row in csv.DictReader(line for line in lines if line[0] != "#")}
    every = (FIRST + timedelta(days=n) for n in range(len(DAYS)))
    return [day for day in every if rows.get(str(day), "" if day.weekday() > 4 else "swap_work") == "swap_work"]


def fits(days: np.ndarray[Any, np.dtype[np.datetime64]]) -> np.ndarray[Any, np.dtype[np.bool_]]:
    return (days >= DAYS[0]) & (days <= DAYS[-1])


def test_numpy_adds_the_same_without_worked_saturdays() -> None:
    cal, bus = without_worked_saturdays()
    for n in [n for n in range(-60, 61) if n]:
        expected = np.busday_offset(DAYS, n, roll="backward" if n > 0 else "forward", busdaycal=bus)
        inside = fits(expected)
        np.testing.assert_array_equal(cal.add_working_days(DAYS[inside], n), expected[inside])
        beyond = DAYS[~inside]
        with pytest.raises(sk.Error, match="SK1401"):  # and not one row that numpy counts beyond is answered
            cal.add_working_days(beyond[0] if n > 0 else beyond[-1], n)


@pytest.mark.parametrize("roll", ["forward", "backward"])
def test_numpy_rolls_the_same_without_worked_saturdays(roll: Any) -> None:
    cal, bus = without_worked_saturdays()
    expected = np.busday_offset(DAYS, 0, roll=roll, busdaycal=bus)
    inside = fits(expected)
    assert inside.sum() > len(DAYS) - 5
    np.testing.assert_array_equal(cal.add_working_days(DAYS[inside], 0, roll=roll), expected[inside])


def test_numpy_counts_the_same_without_worked_saturdays() -> None:
    cal, bus = without_worked_saturdays()
    np.testing.assert_array_equal(cal.is_working(DAYS), np.is_busday(DAYS, busdaycal=bus))
    for start in range(len(DAYS)):
        later = DAYS[start:]
        expected = np.busday_count(DAYS[start], later, busdaycal=bus)
        np.testing.assert_array_equal(cal.count_working_days(DAYS[start], later), expected)
        np.testing.assert_array_equal(cal.count_working_days(later, DAYS[start]), -expected)


def test_the_package_holidays_knows_the_same_days_but_for_the_listed(cal: sk.Calendar) -> None:
    peer = holidays.country_holidays("VN", years=range(FIRST.year, LAST.year + 1))
    different = {day for day in DAYS.tolist() if cal.is_working(day) != peer.is_working_day(day)}
    assert different == set(KNOWN_EXCEPTIONS)


def test_adding_is_walking_over_worked_saturdays_too(cal: sk.Calendar, worked: list[date]) -> None:
    for n in [n for n in range(-60, 61) if n]:
        asked, expected = [], []
        for day in DAYS.tolist():
            after = bisect_left(worked, day + (ONE if n > 0 else timedelta(0)))
            place = after + n - (n > 0)
            if 0 <= place < len(worked):
                asked.append(day)
                expected.append(worked[place])
        assert len(asked) > 2800
        got = cal.add_working_days(np.array(asked, dtype="datetime64[D]"), n)
        np.testing.assert_array_equal(got, np.array(expected, dtype="datetime64[D]"))


def test_counting_is_walking_over_worked_saturdays_too(cal: sk.Calendar, worked: list[date]) -> None:
    works = np.isin(DAYS, np.array(worked, dtype="datetime64[D]"))
    for start in range(len(DAYS)):
        walked = np.concatenate(([0], np.cumsum(works[start:])))[:-1]
        np.testing.assert_array_equal(cal.count_working_days(DAYS[start], DAYS[start:]), walked)
        np.testing.assert_array_equal(cal.count_working_days(DAYS[start:], DAYS[start]), -walked)


@pytest.fixture(scope="module")
def inner() -> np.ndarray[Any, np.dtype[np.datetime64]]:
    """Days from which 120 working days lead nowhere beyond what is decided."""
    return DAYS[200:-200]


def test_subtracting_undoes_adding(cal: sk.Calendar, inner: Any) -> None:
    for roll, sign in (("backward", 1), ("forward", -1)):
        # A day off is not come back to, but the worked day on the side one started from is.
        home = cal.add_working_days(inner, 0, roll=roll)  # type: ignore[call-overload]
        for n in range(1, 61):
            there = cal.add_working_days(inner, sign * n)
            np.testing.assert_array_equal(cal.add_working_days(there, -sign * n), home)


def test_adding_twice_is_adding_the_sum(cal: sk.Calendar, inner: Any) -> None:
    for sign in (1, -1):
        for m in (1, 2, 7, 40):
            once = cal.add_working_days(inner, sign * m)
            for n in (1, 3, 22, 60):
                np.testing.assert_array_equal(
                    cal.add_working_days(once, sign * n), cal.add_working_days(inner, sign * (m + n))
                )


def test_counting_is_additive(cal: sk.Calendar) -> None:
    a, b, c = np.random.default_rng(1).choice(DAYS, (3, 300_000))
    whole = cal.count_working_days(a, b) + cal.count_working_days(b, c)
    np.testing.assert_array_equal(whole, cal.count_working_days(a, c))


def test_counting_counts_what_was_added(cal: sk.Calendar, inner: Any) -> None:
    from_worked = cal.is_working(inner)
    for n in range(1, 61):
        np.testing.assert_array_equal(
            cal.count_working_days(inner, cal.add_working_days(inner, n)), np.where(from_worked, n, n - 1)
        )


def test_a_day_later_is_never_earlier(cal: sk.Calendar, inner: Any) -> None:
    for n in [n for n in range(-60, 61) if n]:
        assert (np.diff(cal.add_working_days(inner, n)) >= np.timedelta64(0, "D")).all()
    for roll in ("forward", "backward"):
        rolled = cal.add_working_days(inner, 0, roll=roll)  # type: ignore[call-overload]
        assert (np.diff(rolled) >= np.timedelta64(0, "D")).all()


@pytest.mark.parametrize("length", ["10 days", "2 weeks", "1 month", "3 months", "1 year", "5 working days"])
def test_a_period_from_a_day_later_never_ends_earlier(cal: sk.Calendar, length: str) -> None:
    period = sk.Period(length)
    ends = [period.end(day, cal).day for day in DAYS[: -400 if length == "1 year" else -120].tolist()]
    assert all(a <= b for a, b in zip(ends, ends[1:]))
