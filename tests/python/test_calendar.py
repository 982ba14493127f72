"""The calendar against two oracles: numpy's business days where no Saturday is worked, and walking day by day."""

from __future__ import annotations

import csv
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import sangkien as sk

ONE = timedelta(days=1)


@pytest.fixture(scope="module")
def cal() -> sk.Calendar:
    return sk.Calendar.civil_service()


def span(first: str, last: str) -> np.ndarray[Any, np.dtype[np.datetime64]]:
    return np.arange(first, np.datetime64(last) + 1, dtype="datetime64[D]")


def walk(cal: sk.Calendar, day: date, n: int) -> date:
    step = ONE if n > 0 else -ONE
    for _ in range(abs(n)):
        day += step
        while not cal.is_working(day):
            day += step
    return day


def special_days(cal: sk.Calendar, days: np.ndarray[Any, np.dtype[np.datetime64]]) -> list[dict[str, Any]]:
    told = [cal.explain(day) for day in days.tolist()]
    return [entry for entry in told if entry["kind"] not in ("working", "weekend")]


def test_the_decided_years_are_told(cal: sk.Calendar) -> None:
    assert cal.years == list(range(2019, 2027))
    assert repr(cal) == "<sangkien.Calendar: 2019 to 2026, 8 decided years>"


def test_the_examples_of_the_documentation_hold(cal: sk.Calendar) -> None:
    assert cal.add_working_days("2025-09-19", 3) == date(2025, 9, 24)
    assert cal.count_working_days("2025-09-22", "2025-09-25") == 3
    assert cal.is_working("2026-08-22") is True
    assert cal.is_working(date(2025, 9, 2)) is False


def test_numpy_agrees_where_no_saturday_is_worked(cal: sk.Calendar) -> None:
    # The longest spans between two worked Saturdays, of at least two months.
    years = span("2019-01-01", "2026-12-31")
    worked = [day for day, works in zip(years, cal.is_working(years)) if works and not np.is_busday(day)]
    edges = [years[0] - 1, *worked, years[-1] + 1]
    spans = [(a + 1, b) for a, b in zip(edges, edges[1:]) if b - a > np.timedelta64(60, "D")]
    assert len(spans) >= 5
    for first, end in spans:
        days = np.arange(first, end, dtype="datetime64[D]")
        off = [np.datetime64(entry["day"]) for entry in special_days(cal, days) if not entry["working"]]
        bus = np.busdaycalendar(holidays=off)
        np.testing.assert_array_equal(cal.is_working(days), np.is_busday(days, busdaycal=bus))
        other = days[::-1]
        expected = np.busday_count(days, other, busdaycal=bus)
        forward = other >= days  # numpy counts (b, a] when it counts backwards
        np.testing.assert_array_equal(cal.count_working_days(days, other)[forward], expected[forward])
        inner = days[: len(days) // 2]
        for n in (1, 2, 5, 17):
            rolled = np.busday_offset(inner, n, roll="backward", busdaycal=bus)
            fits = rolled <= days[-1]
            np.testing.assert_array_equal(cal.add_working_days(inner, n)[fits], rolled[fits])


@pytest.mark.parametrize("n", [-23, -5, -1, 1, 2, 10, 41])
def test_adding_is_walking(cal: sk.Calendar, n: int) -> None:
    days = span("2019-06-01", "2026-06-30")
    expected = [walk(cal, day, n) for day in days.tolist()]
    assert cal.add_working_days(days, n).tolist() == expected
    assert cal.add_working_days(days.tolist(), n) == expected
    assert cal.add_working_days(days[0].item(), n) == expected[0]


def test_counting_is_counting(cal: sk.Calendar) -> None:
    days = span("2024-12-01", "2025-12-31").tolist()
    works = cal.is_working(days)
    for gap in (0, 1, 7, 90):
        pairs = list(zip(days, days[gap:]))
        expected = [sum(works[i : i + gap]) for i in range(len(pairs))]
        a, b = [a for a, _ in pairs], [b for _, b in pairs]
        assert cal.count_working_days(a, b) == expected
        assert cal.count_working_days(b, a) == [-n for n in expected]


def test_every_day_off_says_why(cal: sk.Calendar) -> None:
    for day in span("2025-01-01", "2025-12-31").tolist():
        told = cal.explain(day)
        assert told["day"] == day
        assert told["working"] == cal.is_working(day)
        assert bool(told["name"]["vi"]) == (not told["working"] or told["kind"] == "swap-work")
        assert told["clause"]


def test_swapped_days_name_each_other(cal: sk.Calendar) -> None:
    swaps = [entry for entry in special_days(cal, span("2019-01-01", "2026-12-31")) if entry["kind"] == "swap-work"]
    assert len(swaps) > 3
    for entry in swaps:
        if entry["pair"].year in cal.years:
            assert cal.explain(entry["pair"])["pair"] == entry["day"]
            assert cal.explain(entry["pair"])["kind"] == "swap-off"


def test_a_roll_is_asked_for_by_name(cal: sk.Calendar) -> None:
    with pytest.raises(sk.Error, match="SK1402"):
        cal.add_working_days("2025-09-20", 0)
    assert cal.add_working_days("2025-09-20", 0, roll="forward") == date(2025, 9, 22)
    assert cal.add_working_days("2025-09-20", 0, roll="backward") == date(2025, 9, 19)
    assert cal.add_working_days("2025-09-19", 0) == date(2025, 9, 19)
    with pytest.raises(ValueError, match="'none', 'forward', 'backward'"):
        cal.add_working_days("2025-09-20", 0, roll="sideways")  # type: ignore[call-overload]


@pytest.mark.parametrize("unit", ["D", "h", "s", "ms", "us", "ns"])
def test_any_unit_of_datetime64_is_a_day_when_it_is_whole(cal: sk.Calendar, unit: str) -> None:
    days = span("2025-09-15", "2025-09-30")
    np.testing.assert_array_equal(cal.is_working(days.astype(f"datetime64[{unit}]")), cal.is_working(days))


def test_shapes_are_kept_and_broadcast(cal: sk.Calendar) -> None:
    days = span("2025-09-01", "2025-09-30").reshape(5, 6)
    assert cal.is_working(days).shape == (5, 6)
    assert cal.is_working(days.T).tolist() == cal.is_working(days).T.tolist()
    assert cal.is_working(days[:, ::2]).tolist() == cal.is_working(days)[:, ::2].tolist()
    grid = cal.add_working_days(days[:, :1], np.arange(1, 4))
    assert grid.shape == (5, 3)
    assert grid.dtype == np.dtype("datetime64[D]")
    assert grid[2, 1] == cal.add_working_days(days[2, 0].item(), 2)
    counted = cal.count_working_days("2025-09-01", days)
    assert counted.shape == (5, 6)
    assert counted.dtype == np.int64
    assert cal.is_working(days[:0]).shape == (0, 6)


def test_a_numpy_day_is_one_day(cal: sk.Calendar) -> None:
    assert cal.is_working(np.datetime64("2025-09-19")) is True  # type: ignore[call-overload]
    assert cal.add_working_days(np.datetime64("2025-09-19"), 3) == date(2025, 9, 24)  # type: ignore[call-overload]
    assert cal.add_working_days("2025-09-19", np.int64(3)) == date(2025, 9, 24)  # type: ignore[call-overload]


def test_a_pandas_series_gives_a_series(cal: sk.Calendar) -> None:
    days: Any = pd.Series(pd.to_datetime(["2025-09-19", "2025-09-20"]), index=["a", "b"], name="filed")
    pd.testing.assert_series_equal(cal.is_working(days), pd.Series([True, False], index=["a", "b"], name="filed"))
    due = cal.add_working_days(days, 1)
    assert (due.tolist(), due.name, due.dtype) == ([pd.Timestamp(2025, 9, 22)] * 2, "filed", days.dtype)
    assert list(due.index) == ["a", "b"]


def test_lists_and_tuples_give_lists(cal: sk.Calendar) -> None:
    assert cal.is_working(["2025-09-19", "2025-09-20"]) == [True, False]
    assert cal.is_working((date(2025, 9, 19), "2025-09-20")) == [True, False]
    assert cal.is_working([]) == []
    with pytest.raises(ValueError, match="1 days and 2 days"):
        cal.count_working_days(["2025-09-19"], ["2025-09-19", "2025-09-20"])


@pytest.mark.parametrize(
    ("days", "error", "words"),
    [
        (np.array(["2025-09-19T12:00"], dtype="datetime64[m]"), ValueError, "within days"),
        (np.array(["20000-01-01"], dtype="datetime64[D]"), sk.Error, "SK1205 row 0"),
        (np.array([20350]), TypeError, "datetime64"),
        (np.array(["2025-09-19"]), TypeError, "datetime64"),
        (pd.Series(pd.to_datetime(["2025-09-19"]).tz_localize("UTC")), TypeError, "datetime64"),
        (datetime(2025, 9, 19, 12), TypeError, "moment"),
        (pd.Timestamp("2025-09-19"), TypeError, "moment"),
        (20350, TypeError, "a day is"),
        (None, TypeError, "a day is"),
        ("19/9/2025", sk.Error, "SK1201"),
        ("2025-02-29", sk.Error, "SK1201"),
        (date(2027, 1, 4), sk.Error, "SK1401"),
        (np.array(["2025-09-19", "2027-01-04"], dtype="datetime64[D]"), sk.Error, "SK1401 row 1"),
        (date.max, sk.Error, "SK1401"),
        (date.min, sk.Error, "SK1401"),
    ],
)
def test_what_is_no_day_is_refused(cal: sk.Calendar, days: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        cal.is_working(days)
    with pytest.raises(error, match=words):
        cal.add_working_days(days, 1)
    with pytest.raises(error, match=words):
        cal.count_working_days(days, "2025-09-19")


@pytest.mark.parametrize("n", [1.5, "1", None, np.float64(2), np.array([1.5])])
def test_a_number_of_working_days_is_whole(cal: sk.Calendar, n: Any) -> None:
    with pytest.raises(TypeError):
        cal.add_working_days("2025-09-19", n)


def test_a_walk_beyond_the_decided_years_or_the_limit_is_an_error(cal: sk.Calendar) -> None:
    with pytest.raises(sk.Error, match="SK1401"):
        cal.add_working_days("2026-12-30", 5)
    with pytest.raises(sk.Error, match="SK1006"):
        cal.add_working_days("2026-12-30", 10**6)
    with pytest.raises(sk.Error, match="SK1401"):
        cal.count_working_days("2026-12-30", "2027-01-10")


def test_the_calendar_of_rules_is_that_of_their_papers(cal: sk.Calendar) -> None:
    rules = sk.Rules.load("charter-13-2012", "gia-vien-934")
    assert sk.Calendar.of(rules, "2025-09-19").years == cal.years
    before = sk.Calendar.of(rules, "1990-01-01")
    assert before.years == []
    with pytest.raises(sk.Error, match="SK1403"):
        before.is_working("1990-01-01")


PERIODS = [
    ("2025-09-19", "1 month", "2025-10-20"),
    ("2025-11-30", "3 months", "2026-03-02"),
    ("2026-07-22", "1 month", "2026-08-22"),
    ("2026-07-31", "1 month", "2026-09-03"),
    ("2026-01-17", "1 month", "2026-02-23"),
    ("2026-08-24", "3 months", "2026-11-25"),
    ("2024-02-29", "1 year", "2025-02-28"),
    ("2025-09-19", "3 working days", "2025-09-24"),
    ("2025-09-19", "10 days", "2025-09-29"),
]


@pytest.mark.parametrize(("event", "length", "last"), PERIODS)
def test_periods_end_as_the_civil_code_says(cal: sk.Calendar, event: str, length: str, last: str) -> None:
    deadline = sk.Period(length).end(event, cal)
    assert deadline.day == date.fromisoformat(last)
    assert deadline.instant == datetime.fromisoformat(f"{date.fromisoformat(last) + ONE}T00:00:00+07:00")
    assert deadline.steps[0]["citations"][0]["clause"] == "91/2015.147.2"
    assert deadline.steps[-1]["message"]["en"]
    assert all(citation["rulebook"] for step in deadline.steps for citation in step["citations"])


def test_a_period_without_rules_is_undetermined() -> None:
    bare = sk.Calendar.of(sk.Rules.load("vn-civil-service"), "2025-09-19")
    deadline = sk.Period("1 month").end("2025-09-19", bare)
    assert (deadline.day, deadline.instant) == (None, None)
    assert deadline.steps[0]["id"] == "rule-silent"


def test_periods_are_values() -> None:
    period = sk.Period("3 months")
    assert (str(period), repr(period)) == ("3 months", "Period('3 months')")
    assert (period.number, period.words["vi"]) == (3, "3 tháng")
    assert period == sk.Period("3 months") != sk.Period("4 months")
    assert len({period, sk.Period("3 months")}) == 1
    for text in ("3 moons", "", "0 days", "-1 days"):
        with pytest.raises(sk.Error, match="SK1207"):
            sk.Period(text)


def test_the_source_table_agrees(cal: sk.Calendar) -> None:
    table = Path(__file__).with_name("vn_public_sector_days_2019_2026.csv")
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    decided = [row for row in rows if int(row["date"][:4]) in cal.years]
    assert len(decided) > 100
    for row in decided:
        assert cal.is_working(row["date"]) == (row["kind"] == "swap_work"), row
        assert cal.explain(row["date"])["kind"].startswith(row["kind"].replace("_", "-")), row
