"""Provisional years, earlier knowledge and layers in Python; and the warning, which is given exactly when it should."""

from __future__ import annotations

import csv
import warnings
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Callable

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import sangkien as sk

ROOT = Path(__file__).resolve().parents[2]
DECIDED = list(range(2019, 2027))
EXPLAINED = {
    "day",
    "working",
    "kind",
    "name",
    "pair",
    "status",
    "why_provisional",
    "document",
    "issued",
    "rulebook",
    "clause",
    "provenance",
}


@pytest.fixture(scope="module")
def cal() -> sk.Calendar:
    return sk.Calendar.civil_service()


@pytest.fixture(scope="module")
def far() -> sk.Calendar:
    return sk.Calendar.civil_service(provisional=True)


def warned(call: Callable[[], Any]) -> list[str]:
    """What is warned of; every warning points here, at the caller."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        call()
    assert all(warning.category is sk.ProvisionalWarning for warning in caught)
    assert all(warning.filename == __file__ for warning in caught), [warning.filename for warning in caught]
    return [str(warning.message) for warning in caught]


def days(*texts: str) -> Any:
    return np.array(texts, dtype="datetime64[D]")


def test_provisional_years_come_on_request_only(cal: sk.Calendar, far: sk.Calendar) -> None:
    assert cal.provisional_years == []
    assert far.provisional_years == [*range(2014, 2019), *range(2027, 2057)]
    assert far.years == cal.years == DECIDED
    some = sk.Calendar.civil_service(provisional=(2027, 2029))
    assert some.provisional_years == [2027, 2028, 2029]
    assert cal.with_provisional(2027, 2029).provisional_years == [2027, 2028, 2029]
    assert cal.provisional_years == []  # a calendar is never changed
    assert repr(some) == "<sangkien.Calendar: 2019 to 2026, 8 decided years, 3 provisional>"
    for span in ((2030, 2029), (1990, 2000), (2200, 2201)):
        with pytest.raises(sk.Error, match="SK1205"):
            sk.Calendar.civil_service(provisional=span)


def test_the_status_of_a_year_and_of_a_day(cal: sk.Calendar, far: sk.Calendar) -> None:
    assert [far.status(year) for year in (2013, 2014, 2026, 2027, 2056, 2057)] == [
        "missing",
        "provisional",
        "decided",
        "provisional",
        "provisional",
        "missing",
    ]
    assert far.status("2027-06-01") == far.status(date(2027, 6, 1)) == "provisional"
    assert cal.status("2027-06-01") == "missing"
    for year in (np.int64(2026), np.int32(2026), np.uint16(2026), np.datetime64("2026-05-05"), "2026-05-05"):
        assert cal.status(year) == "decided"  # type: ignore[call-overload]
    column = days("2026-12-31", "NaT", "2027-01-01", "1969-12-31", "2056-12-31")
    told = ["decided", "", "provisional", "missing", "provisional"]
    assert far.status(column).tolist() == told
    series: Any = far.status(pd.Series(column.astype("datetime64[ns]"), index=list("abcde")))  # type: ignore[call-overload]
    assert (series.tolist(), series.index.tolist()) == (told, list("abcde"))
    with pytest.raises(sk.Error, match="SK1401"):
        cal.is_working("2027-06-01")


def test_provisional_days_are_those_of_the_oracle(far: sk.Calendar) -> None:
    table = ROOT / "tests" / "unit" / "calendar" / "projected_days.csv"
    with table.open(encoding="utf-8", newline="") as lines:
        rows = {row["date"]: row for row in csv.DictReader(lines) if row["date"] >= "2027"}
    compared = 0
    every = np.arange("2027-01-01", "2036-01-01", dtype="datetime64[D]")
    with pytest.warns(sk.ProvisionalWarning):
        kinds = far.kind(every).tolist()
    for day, kind in zip(every.astype(str).tolist(), kinds):
        if kind not in ("working", "weekend"):
            told = far.explain(day)
            assert (kind, told["clause"]) == (rows[day]["kind"], rows[day]["clause"])
            assert rows[day]["name"] in told["name"]["en"]
            compared += 1
    assert compared == len(rows) == 135


def test_a_day_is_explained(cal: sk.Calendar, far: sk.Calendar) -> None:
    swap = cal.explain("2026-08-22")
    assert set(swap) == EXPLAINED
    assert (swap["day"], swap["working"], swap["kind"]) == (date(2026, 8, 22), True, "swap-work")
    assert (swap["pair"], swap["document"], swap["issued"]) == (date(2026, 8, 31), "9441/TB-BNV", date(2025, 10, 16))
    assert (swap["status"], swap["why_provisional"]) == ("decided", {"vi": "", "en": ""})
    assert (swap["rulebook"], swap["clause"]) == ("vn-civil-service", "9441/TB-BNV")
    plain = cal.explain("2026-06-01")
    assert set(plain) == EXPLAINED
    assert (plain["kind"], plain["name"], plain["pair"], plain["document"], plain["issued"]) == (
        "working",
        {"vi": "", "en": ""},
        None,
        "",
        None,
    )
    assert plain["clause"] == "188/1999.1"
    tet = far.explain("2027-02-08")
    assert (tet["status"], tet["kind"], tet["provenance"]) == ("provisional", "holiday-block", "illustrative")
    assert tet["why_provisional"]["vi"].endswith("hoán đổi của năm 2027")
    assert tet["why_provisional"]["en"].startswith("projected from the Labour Code")
    assert far.explain("2027-05-03")["pair"] == date(2027, 5, 1)
    with pytest.raises(sk.Error, match="SK1401"):
        cal.explain("2027-02-08")


def test_kinds_are_words(cal: sk.Calendar) -> None:
    assert cal.kind("2026-08-31") == "swap-off"
    assert cal.kind(["2026-06-01", "2026-06-06"]) == ["working", "weekend"]
    assert cal.kind(days("2026-04-27", "2026-11-24")).tolist() == ["compensatory", "statutory"]
    for text in ("2026-02-17", "2023-01-22"):
        assert cal.kind(text) == cal.explain(text)["kind"]


# The warning


def quiet_calls(cal: sk.Calendar) -> list[Callable[[], Any]]:
    """Answers that rest on no provisional year."""
    decided = days("2026-12-01", "2019-02-01")
    return [
        lambda: cal.is_working("2026-12-31"),
        lambda: cal.kind(date(2026, 12, 31)),
        lambda: cal.is_working(decided),
        lambda: cal.kind(decided),
        lambda: cal.add_working_days("2026-12-30", 1),
        lambda: cal.add_working_days(date(2026, 12, 30), 1),
        lambda: cal.add_working_days(decided, 10),
        lambda: cal.add_working_days(decided, np.array([3, -3])),
        lambda: cal.add_working_days(days("NaT", "2026-12-01"), 1),
        lambda: cal.add_working_days(days("NaT"), 1),
        lambda: cal.add_working_days(days("NaT")[:0], 1),
        lambda: cal.count_working_days("2026-12-01", "2027-01-01"),  # no day of 2027 is counted
        lambda: cal.count_working_days("2027-01-01", "2026-12-01"),
        lambda: cal.count_working_days("2027-06-01", "2027-06-01"),  # nothing is counted
        lambda: cal.count_working_days(decided, "2027-01-01"),
        lambda: cal.count_working_days(days("2027-06-01"), days("2027-06-01")),
        lambda: cal.count_working_days(days("NaT", "2026-12-01"), days("2027-06-01", "2026-12-05")),
        lambda: cal.count_working_days(pa.array([date(2026, 12, 1), None]), "2027-01-01"),  # type: ignore[call-overload]
        lambda: cal.add_working_days(pa.array([date(2026, 12, 1), None]), 3),  # type: ignore[call-overload]
        lambda: cal.is_working(pl.Series([date(2026, 12, 1)])),  # type: ignore[call-overload]
        lambda: cal.add_working_days(pd.Series(decided.astype("datetime64[ns]")), 3),  # type: ignore[call-overload]
        lambda: sk.Period("1 month").end(decided[1:], cal),
        lambda: cal.explain("2027-06-01"),  # which tells the status
        lambda: cal.status(2027),
    ]


def loud_calls(cal: sk.Calendar) -> list[Callable[[], Any]]:
    """Answers that rest on 2027."""
    late = days("2019-02-01", "NaT", "2026-12-31")
    narrow = np.array([17928, -(2**31), 20818], dtype=np.int32)
    arrow = pa.array([date(2019, 2, 1), None, date(2026, 12, 31)])
    return [
        lambda: cal.is_working("2027-01-01"),
        lambda: cal.is_working(days("2026-12-31", "2027-12-31")),
        lambda: cal.kind("2027-03-03"),
        lambda: cal.kind(days("NaT", "2027-03-03")),
        lambda: cal.add_working_days("2026-12-31", 1),
        lambda: cal.add_working_days(date(2026, 12, 31), 1),
        lambda: cal.add_working_days("2027-01-04", -2),
        lambda: cal.add_working_days(late, 1),
        lambda: cal.add_working_days(narrow, 1),  # type: ignore[call-overload]
        lambda: cal.add_working_days(late, np.array([1, 1, 1])),
        lambda: cal.add_working_days(late, 1, threads=2),
        lambda: cal.add_working_days(["2026-12-31"], 1),
        lambda: cal.count_working_days("2026-12-31", "2027-01-02"),
        lambda: cal.count_working_days("2027-01-02", "2026-12-31"),
        lambda: cal.count_working_days(late, "2027-01-02"),
        lambda: cal.count_working_days(["2026-12-31"], ["2027-01-02"]),
        lambda: cal.add_working_days(arrow, 1),  # type: ignore[call-overload]
        lambda: cal.count_working_days(arrow, "2027-01-02"),  # type: ignore[call-overload]
        lambda: cal.is_working(pl.Series([date(2027, 1, 1)])),  # type: ignore[call-overload]
        lambda: cal.add_working_days(pd.Series(late.astype("datetime64[ns]")), 1),  # type: ignore[call-overload]
        lambda: sk.Period("1 month").end(late, cal),
        lambda: sk.Period("1 month").end(arrow, cal),
    ]


@pytest.mark.parametrize("which", range(24))
def test_no_warning_where_no_provisional_year_is_touched(far: sk.Calendar, which: int) -> None:
    assert warned(quiet_calls(far)[which]) == []


@pytest.mark.parametrize("which", range(22))
def test_one_warning_where_a_provisional_year_is_touched(far: sk.Calendar, which: int) -> None:
    told = warned(loud_calls(far)[which])
    assert len(told) == 1
    assert told[0].startswith(
        "provisional: projected from the Labour Code, since Tết, National Day's second day and swaps of 2027"
    )


def test_every_call_is_tried(far: sk.Calendar) -> None:
    assert (len(quiet_calls(far)), len(loud_calls(far))) == (24, 22)


def test_without_provisional_years_nothing_is_warned_of(cal: sk.Calendar) -> None:
    assert warned(lambda: cal.add_working_days(days("2026-12-01"), 3)) == []
    with pytest.raises(sk.Error, match="SK1401"):
        cal.add_working_days("2026-12-31", 1)


def test_rows_around_a_provisional_year_do_not_touch_it(tmp_path: Path) -> None:
    # Decided 2019-2023 and 2025-2026; 2024 is projected in between.
    import json

    book = json.loads((ROOT / "src" / "rulebooks" / "vn-civil-service.json").read_text(encoding="utf-8"))
    book["id"] = "with-gap"
    del book["calendar"]["years"]["2024"]
    path = tmp_path / "with-gap.json"
    path.write_text(json.dumps(book), encoding="utf-8")
    gap = sk.Calendar.of(sk.Rules.load(path), "2026-01-01").with_provisional(2024, 2024)
    assert gap.provisional_years == [2024]
    around = days("2023-06-01", "2025-06-02")
    column = pa.array(around.tolist())
    for quiet in (
        lambda: gap.add_working_days(around, 5),
        lambda: gap.is_working(around),
        lambda: gap.count_working_days(around, around + 30),
        lambda: gap.add_working_days(column, 5),
        lambda: gap.count_working_days(column, column),
    ):
        assert warned(quiet) == []
    for loud in (
        lambda: gap.count_working_days(around, around[::-1]),
        lambda: gap.add_working_days(around, -200),
        lambda: gap.count_working_days(column, "2025-06-02"),
    ):
        assert ["swaps of 2024" in text for text in warned(loud)] == [True]


def test_a_warning_can_be_an_error(far: sk.Calendar) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", sk.ProvisionalWarning)
        with pytest.raises(sk.ProvisionalWarning, match="swaps of 2027"):
            far.add_working_days(days("2026-12-31"), 1)
        assert far.add_working_days(days("2026-12-30"), 1).tolist() == [date(2026, 12, 31)]


# As known on


def test_a_calendar_as_it_was_known(cal: sk.Calendar) -> None:
    before, since = (sk.Calendar.civil_service(known_on=day) for day in ("2025-12-24", date(2025, 12, 25)))
    assert (cal.known, before.known, since.known) == (None, date(2025, 12, 24), date(2025, 12, 25))
    assert before.is_working("2026-01-10") is False
    assert since.is_working("2026-01-10") is True
    assert before.add_working_days("2025-12-31", 1) == date(2026, 1, 2)
    assert since.add_working_days("2025-12-31", 1) == date(2026, 1, 5)
    assert "as known on 2025-12-24" in repr(before)
    assert cal.known_on("2025-10-15").years == DECIDED[:-1]
    assert cal.known_on("2025-10-16").years == DECIDED
    assert before.known_on("2026-06-01").known == date(2025, 12, 24)


def test_known_on_and_provisional_together() -> None:
    then = sk.Calendar.civil_service(known_on="2025-06-01", provisional=(2025, 2027))
    assert (then.years[-1], then.provisional_years) == (2025, [2026, 2027])
    with pytest.warns(sk.ProvisionalWarning, match="not decided by 1 Jun 2025"):
        assert then.is_working("2026-11-24")  # Culture Day was not known
    wide = sk.Calendar.civil_service(known_on="2025-06-01", provisional=True)
    assert wide.provisional_years == [*range(2014, 2019), *range(2026, 2056)]
    early = sk.Calendar.civil_service(known_on="2015-01-01", provisional=(2015, 2027))
    assert early.explain("2027-09-02")["document"] == "10/2012/QH13"  # the Code of that time, which had no end then
    with pytest.raises(sk.Error, match="SK1205"):
        sk.Calendar.civil_service(known_on="2010-01-01", provisional=True)


# Layers


def test_a_layer_wins_where_it_speaks(cal: sk.Calendar) -> None:
    centre = cal.with_layer(
        "Trung tâm",
        off={"2026-06-01": "Ngày truyền thống"},
        worked={date(2026, 6, 7): "Trực"},
        week=["mon", "tue", "wed", "thu", "fri", "sat-morning"],
        half_days="working",
        hours=("07:30-11:30", "13:30-17:00"),
    )
    assert centre.layers == ["Trung tâm"]
    assert cal.layers == []
    assert "under Trung tâm" in repr(centre)
    told = centre.explain("2026-06-01")
    assert (told["kind"], told["working"], told["name"]["vi"]) == ("local-off", False, "Ngày truyền thống")
    assert centre.kind("2026-06-07") == "local-work"
    assert centre.is_working(days("2026-05-30", "2026-06-01", "2026-06-06", "2026-06-07")).tolist() == [
        True,
        False,
        True,
        True,
    ]
    assert centre.add_working_days("2026-05-30", 1) == date(2026, 6, 2)
    assert cal.is_working("2026-06-01") is True
    assert cal.with_layer("a", week=["mon", "sat-morning"], half_days="off").is_working("2026-06-06") is False
    unit = centre.with_layer("unit", worked={"2026-06-01": "x"})
    assert (unit.layers, unit.is_working("2026-06-01")) == (["Trung tâm", "unit"], True)
    assert centre.is_working("2026-06-01") is False


def test_layers_lie_over_provisional_and_earlier_calendars(cal: sk.Calendar) -> None:
    both = cal.with_layer("u", off={"2027-06-01": "x"}).with_provisional(2027, 2027)
    with pytest.warns(sk.ProvisionalWarning):
        assert both.kind("2027-06-01") == "local-off"
    assert both.known_on("2025-12-24").layers == ["u"]
    assert both.known_on("2025-12-24").provisional_years == [2027]


@pytest.mark.parametrize(
    ("layer", "codes"),
    [
        ({"off": {"2026-02-30": "x"}}, ["SK1201"]),
        ({"off": {"2026-06-01": "x"}, "worked": {"2026-06-01": "x"}}, ["SK1302"]),
        ({"week": ["mon", "funday"]}, ["SK1007"]),
        ({"week": ["sat-morning"]}, ["SK1004"]),
        ({"hours": ("7:30", "13:30-17:00")}, ["SK1406"]),
        (
            {"off": {"2026-06-01": ""}, "week": [], "hours": ("11:30-07:30", "x")},
            ["SK1406", "SK1406", "SK1205", "SK1010"],
        ),
    ],
)
def test_all_that_is_wrong_with_a_layer_is_told_at_once(cal: sk.Calendar, layer: Any, codes: list[str]) -> None:
    with pytest.raises(sk.Error) as caught:
        cal.with_layer("unit", **layer)
    told = [problem["id"] for problem in caught.value.problems]
    assert set(told) == set(codes)


def test_a_calendar_costs_less_than_64_kb(cal: sk.Calendar, far: sk.Calendar) -> None:
    assert 0 < cal.nbytes < 64 * 1024
    assert cal.nbytes < cal.with_provisional(2014, 2056).nbytes < 64 * 1024
    assert far.nbytes < 64 * 1024


def test_decided_years_are_the_same_beside_provisional_ones(cal: sk.Calendar, far: sk.Calendar) -> None:
    every = np.arange("2019-01-01", "2027-01-01", dtype="datetime64[D]")
    assert warned(lambda: far.kind(every)) == []
    assert (far.kind(every) == cal.kind(every)).all()
    assert far.count_working_days(every[0], every[-1]) == cal.count_working_days(every[0], every[-1])
    assert far.add_working_days("2026-12-28", 2) == date(2026, 12, 30) == date(2026, 12, 28) + timedelta(2)


def test_rules_are_told_as_they_were_known() -> None:
    rules = sk.Rules.load("charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative")
    season = Path(__file__).parents[2] / "docs" / "examples" / "gia-vien-2025.season.json"
    as_of = "2025-09-30T17:00+07:00"
    now = rules.evaluate(season, as_of=as_of).to_dict()
    then = rules.known_on("2025-12-31").evaluate(season, as_of=as_of).to_dict()
    assert "known_on" not in now["season"]
    assert then["season"].pop("known_on") == "2025-12-31"
    assert then["initiatives"] == now["initiatives"]
    assert "gia-vien-934" not in rules.known_on("2025-09-18").ids
    with pytest.raises(sk.Error, match="SK1312"):  # the dispatch had not been issued
        rules.known_on("2025-09-18").evaluate(season, as_of=as_of)
