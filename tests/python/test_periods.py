"""Periods, deadlines and pages of a calendar from Python."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from datetime import date, datetime, timedelta, timezone
from typing import Any

import icalendar
import numpy as np
import pandas as pd
import pytest
import sangkien as sk

HANOI = timezone(timedelta(hours=7))
OFFICE = ("07:30-11:30", "13:30-17:00")


@pytest.fixture(scope="module")
def cal() -> sk.Calendar:
    return sk.Calendar.civil_service()


LENGTHS = ["1 day", "10 days", "2 weeks", "3 months", "1 year", "5 working days", "1 half-month", "1 half-year"]


@pytest.mark.parametrize("length", LENGTHS)
def test_a_column_ends_as_its_days_do(cal: sk.Calendar, length: str) -> None:
    period = sk.Period(length)
    days = np.arange("2019-01-01", "2025-12-01", dtype="datetime64[D]")
    ends = period.end(days, cal)
    assert ends.tolist() == [deadline.day for deadline in period.end(days.tolist(), cal)]
    assert period.end(days[:3], cal).tolist() == ends[:3].tolist()  # a short column goes another way
    np.testing.assert_array_equal(period.end(days, cal, threads=3), ends)
    np.testing.assert_array_equal(period.end(days.astype(np.int64).astype(np.int32), cal), ends.astype(np.int32))


def test_a_column_keeps_what_is_no_day_and_names_the_row_without_an_answer(cal: sk.Calendar) -> None:
    period = sk.Period("1 month")
    days = np.array(["2026-07-31", "NaT", "2026-01-17"], dtype="datetime64[D]")
    assert period.end(days, cal).tolist() == [date(2026, 9, 3), None, date(2026, 2, 23)]
    series: Any = pd.Series(pd.to_datetime(["2026-07-31", None]), name="received")
    ends: Any = period.end(series, cal)
    assert (ends.name, ends[0], ends.isna().tolist()) == ("received", pd.Timestamp(2026, 9, 3), [False, True])
    with pytest.raises(sk.Error, match="SK1401 row 1"):
        period.end(np.array(["2026-07-31", "2026-12-15"], dtype="datetime64[D]"), cal)


def test_hours_run_from_the_moment(cal: sk.Calendar) -> None:
    filed = "2026-07-31T15:00+07:00"
    assert sk.Period("36 hours").end(filed, cal).instant == datetime(2026, 8, 2, 3, tzinfo=HANOI)
    assert sk.Period("8 working hours").end(filed, cal).instant is None  # nobody says when the office is open
    office = cal.with_layer("one-stop", hours=OFFICE)
    # 2 hours on Friday, Saturday and Sunday off, 4 on Monday morning, 2 in the afternoon
    assert sk.Period("8 working hours").end(filed, office).instant == datetime(2026, 8, 3, 15, 30, tzinfo=HANOI)
    saturdays = cal.with_layer(
        "one-stop", week=["mon", "tue", "wed", "thu", "fri", "sat-morning"], half_days="working", hours=OFFICE
    )
    assert sk.Period("8 working hours").end(filed, saturdays).instant == datetime(2026, 8, 3, 9, 30, tzinfo=HANOI)


def test_suspended_days_are_not_counted_where_somebody_says_so(cal: sk.Calendar) -> None:
    period = sk.Period("10 working days")
    returned = [("2026-03-05", "2026-03-12")]
    silent = period.end("2026-03-02", cal, suspended=returned)
    assert (silent.day, silent.steps[-1]["verdict"]) == (None, "undetermined")
    told = period.end("2026-03-02", cal, suspended=returned, suspended_days="not-counted")
    assert told.day == date(2026, 3, 23)
    assert period.end("2026-03-02", cal, suspended=[("2026-03-05", None)], suspended_days="not-counted").day is None
    with pytest.raises(sk.Error, match="SK1205"):
        period.end("2026-03-02", cal, suspended=[("2026-03-01", "2026-03-03")], suspended_days="not-counted")


def test_a_deadline_tells_what_is_left_and_when_to_remind(cal: sk.Calendar) -> None:
    deadline = sk.yearly_deadline("25/9", 2025, cal)
    assert (deadline.day, deadline.instant) == (date(2025, 9, 24), datetime(2025, 9, 25, tzinfo=HANOI))
    left = deadline.remaining("2025-09-22T09:00+07:00", cal)
    assert left == sk.Remaining(False, timedelta(days=2, hours=15), 2, 2, False)
    over = deadline.remaining("2025-09-29T00:00+07:00", cal)
    assert over == sk.Remaining(True, timedelta(days=4), 5, 3, False)
    assert deadline.reminder(3, cal) == date(2025, 9, 19)
    closed = sk.yearly_deadline("25/9", 2025, cal, bound="by", closes="17:00")
    assert closed.instant == datetime(2025, 9, 25, 17, tzinfo=HANOI)
    sunday = sk.yearly_deadline("25/9", 2028, cal.with_provisional(2028, 2028), roll="backward")
    assert (sunday.day, sunday.provisional) == (date(2028, 9, 22), True)
    with pytest.raises(ValueError, match="'before' or 'by'"):
        sk.yearly_deadline("25/9", 2025, cal, bound="until")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="17:00"):
        sk.yearly_deadline("25/9", 2025, cal, closes="5pm")


def test_of_two_deadlines_one_is_earlier(cal: sk.Calendar) -> None:
    month, days = sk.Period("1 month").end("2026-03-02", cal), sk.Period("10 days").end("2026-03-02", cal)
    assert (sk.earlier_of(month, days).day, sk.later_of(month, days).day) == (days.day, month.day)
    unknown = sk.Period("1 working hour").end("2026-03-02T08:00+07:00", cal)
    assert sk.later_of(month, unknown).day is None
    assert sk.earlier_of(days, days) == sk.earlier_of(days, days)
    assert len({days, sk.Period("10 days").end("2026-03-02", cal)}) == 1
    assert repr(days) == "<sangkien.Deadline: 24:00 2026-03-12>"


def test_a_year_is_drawn_and_exported(cal: sk.Calendar) -> None:
    assert "249 working days" in cal.page(2026, lang="en")
    assert ElementTree.fromstring(cal.svg(2026)).tag.endswith("svg")
    file = cal.ics(2026)
    assert len(icalendar.Calendar.from_ical(file).walk("VEVENT")) == 12
    later = cal.ics(2026, stamp="2026-05-01T00:00+07:00")
    assert file != later
    assert [e["UID"] for e in icalendar.Calendar.from_ical(later).walk("VEVENT")] == [
        e["UID"] for e in icalendar.Calendar.from_ical(file).walk("VEVENT")
    ]
    with pytest.raises(sk.Error, match="SK1401"):
        cal.page(2027)
    rules = sk.Rules.load("gia-vien-934")
    milestones = icalendar.Calendar.from_ical(
        rules.milestones_ics(2026, stamp="2026-01-01T00:00+07:00", remind=[5, 1])
    ).walk("VEVENT")
    assert len(milestones) == 2
    assert [len(event.walk("VALARM")) for event in milestones] == [2, 2]
    off = [finding for finding in rules.check_schedule(2025, 2035) if finding["id"] == "schedule-day-off"]
    assert [finding["inputs"]["year"] for finding in off] == [2028, 2029, 2030, 2033, 2034, 2035]


def test_points_of_a_month_and_a_year_are_those_of_the_code(cal: sk.Calendar) -> None:
    named = [sk.named_point(f"{point} of month", 2024, cal, month=2) for point in ("beginning", "middle", "end")]
    assert named == [date(2024, 2, 1), date(2024, 2, 15), date(2024, 2, 29)]
    named = [sk.named_point(f"{point} of year", 2024, cal) for point in ("beginning", "middle", "end")]
    assert named == [date(2024, 1, 1), date(2024, 6, 30), date(2024, 12, 31)]
    bare = sk.Calendar.of(sk.Rules.load("vn-civil-service"), "2025-09-19")
    assert sk.named_point("end of month", 2024, bare) is None
    with pytest.raises(ValueError, match="end of month"):
        sk.named_point("ultimo", 2024, cal)
    with pytest.raises(sk.Error, match="SK1205"):
        sk.named_point("end of month", 2024, cal, month=13)


def test_sessions_tell_half_days(cal: sk.Calendar) -> None:
    week = ["mon", "tue", "wed", "thu", "fri", "sat-morning"]
    office = cal.with_layer("one-stop", week=week, half_days="off")
    told = [office.sessions(day) for day in ("2026-03-06", "2026-03-07", "2026-03-08", "2026-08-22")]
    assert told == [(True, True), (True, False), (False, False), (True, True)]
    assert office.is_working("2026-03-07") is False
