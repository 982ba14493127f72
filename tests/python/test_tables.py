"""The tables of a report: what they hold, and the same in pandas."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import sangkien as sk

SEASON = Path(__file__).resolve().parents[2] / "docs" / "examples" / "gia-vien-2025.season.json"
NAMES = ("charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative")
TABLES = ("initiatives", "units", "deadlines", "todo", "index")
TYPES = {"text": str, "texts": tuple, "whole": int, "flag": bool, "exact": Fraction, "day": date, "instant": datetime}


@pytest.fixture(scope="module")
def report() -> sk.Report:
    return sk.Rules.load(*NAMES).evaluate(SEASON, as_of="2025-09-30T17:00+07:00")


def by_id(table: sk.Table) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in table}


def test_an_initiative_has_its_total_class_vote_rank(report: sk.Report) -> None:
    row = by_id(report.initiatives)["SK-03"]
    assert (row["state"], row["class"], row["rank"], row["selected"]) == ("forwarded", "A", 1, "pass")
    assert (row["total"], row["rounded"]) == (Fraction(641, 7), Fraction("91.57"))
    assert (row["agree"], row["vote_base"], row["vote"], row["decision"]) == (7, 7, "pass", "pass")
    assert row["mean.novelty"] == Fraction(193, 7)
    assert (row["units"], row["area"], row["level"]) == (("u-04",), "c", "city")
    assert (row["events"], row["events_unmet"], row["findings_unmet"]) == (6, 0, 0)


def test_an_initiative_without_ballots_has_no_points(report: sk.Report) -> None:
    row = by_id(report.initiatives)["SK-05"]
    assert (row["total"], row["rounded"], row["class"], row["rank"]) == (None, None, None, None)
    assert row["mean.novelty"] is None
    assert row["ballots"] == 0
    assert (row["state"], row["state_kind"], row["events_unmet"]) == ("draft", "open", 1)
    assert row["findings_unmet"] >= 1


def test_excluded_members_are_named(report: sk.Report) -> None:
    rows = by_id(report.initiatives)
    assert rows["SK-08"]["excluded"] == ("p-006",)
    assert (rows["SK-08"]["sitting"], rows["SK-08"]["vote_base"], rows["SK-08"]["agree"]) == (6, 6, 4)
    assert rows["SK-10"]["vote"] == "fail"


def test_a_tie_is_undetermined(report: sk.Report) -> None:
    rows = by_id(report.initiatives)
    assert [(rows[i]["rank"], rows[i]["selected"]) for i in ("SK-09", "SK-16")] == [(5, "undetermined")] * 2


def test_contributions_are_those_of_the_full_report(report: sk.Report) -> None:
    for row, full in zip(report.initiatives, report.to_dict()["initiatives"]):
        for column, key in (("index_alone", "alone"), ("index_marginal", "marginal")):
            assert row[column] == sum((Fraction(part[key]) for part in full["contributions"]), Fraction(0))


def test_units_have_quota_and_index(report: sk.Report) -> None:
    rows = by_id(report.units)
    assert sum(row["quota"] == "pass" for row in report.units) == 11
    assert rows["u-01"]["one-per-unit.counted"] == 3
    assert rows["u-10"]["one-per-unit.missing"] == 1
    assert rows["u-01"]["index_total"] == Fraction("84.715")
    assert rows["u-16"]["index_complete"] == "undetermined"
    assert rows["u-16"]["index_open"] > 0


def test_the_index_adds_up_to_the_units(report: sk.Report) -> None:
    for unit in report.units:
        rows = [row for row in report.index if row["unit"] == unit["id"]]
        assert sum((row["least"] for row in rows), Fraction(0)) == unit["index_total"]
        assert sum((row["max"] for row in rows), Fraction(0)) == unit["index_max"] == 100
        assert all(row["least"] <= row["most"] <= row["max"] for row in rows)
    missing = [row for row in report.index if row["points"] is None]
    assert [(row["unit"], row["component"], row["verdict"]) for row in missing] == [
        ("u-07", "initiatives", "undetermined"),  # whether SK-14 is recognised cannot be told
        ("u-16", "satisfaction", "undetermined"),
    ]


def test_deadlines_hold_milestones_then_clocks(report: sk.Report) -> None:
    kinds = report.deadlines.column("kind")
    assert kinds == sorted(kinds, reverse=True)
    first = report.deadlines[0]
    assert (first["id"], first["last_day"], first["past"]) == ("ward-submission", date(2025, 9, 24), True)
    assert first["ends"] == datetime.fromisoformat("2025-09-25T00:00:00+07:00")
    assert first["clause"] == "934.3.2"
    clocks = {(row["id"], row["initiative"]): row for row in report.deadlines if row["kind"] == "clock"}
    assert clocks["right-to-ask", "SK-19"]["last_day"] == date(2025, 9, 22)
    assert clocks["right-to-ask", "SK-19"]["kept"] == "fail"
    assert clocks["consideration", "SK-25"]["last_day"] == date(2025, 12, 26)
    assert clocks["consideration", "SK-25"]["start"] == date(2025, 9, 26)


def test_todo_is_in_order_of_time(report: sk.Report) -> None:
    by = [row["by"] for row in report.todo if row["by"] is not None]
    assert by == sorted(by)
    assert all(row["overdue"] == (row["by"] is not None and row["by"] <= report.as_of) for row in report.todo)
    assert {"u-10", "u-16"} <= set(report.todo.column("unit"))


def test_the_rows_are_those_of_the_full_report(report: sk.Report) -> None:
    full = report.to_dict()
    assert report.initiatives.column("id") == [entry["id"] for entry in full["initiatives"]]
    assert report.units.column("id") == [entry["unit"]["id"] for entry in full["units"]]
    assert report.todo.column("what_vi") == [entry["what"]["vi"] for entry in full["todo"]]
    milestones = [row for row in report.deadlines if row["kind"] == "milestone"]
    assert [row["id"] for row in milestones] == [entry["milestone"]["id"] for entry in full["milestones"]]
    assert len(report.deadlines) - len(milestones) == sum(len(entry["clocks"]) for entry in full["initiatives"])
    assert len(report.index) == sum(len(entry["index"]["components"]) for entry in full["units"])


def exact(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def test_scores_are_those_of_the_full_report(report: sk.Report) -> None:
    for row, full in zip(report.initiatives, report.to_dict()["initiatives"]):
        score, vote, selection = full["score"], full["score"]["vote"], full["selection"]
        assert [row[key] for key in ("ballots", "sitting", "flagged", "decision")] == [
            score[key] for key in ("ballots", "sitting", "flagged", "decision")
        ]
        assert (row["total"], row["rounded"]) == (exact(score["total"]), exact(score["rounded"]))
        assert row["class"] == (score["class"] or {"id": None})["id"]
        assert row["excluded"] == tuple(entry["member"] for entry in score["excluded"])
        assert [row[key] for key in ("vote", "agree", "disagree", "abstain", "vote_base", "vote_needed")] == [
            vote[key] for key in ("passed", "agree", "disagree", "abstain", "base", "needed")
        ]
        assert (row["rank"], row["selected"]) == (selection["rank"], selection["chosen"])
        for figure in score["criteria"]:
            assert row["mean." + figure["criterion"]["id"]] == Fraction(figure["mean"])
        assert row["events_unmet"] == sum(event["verdict"] != "pass" for event in full["events"])
        assert row["state"] == full["state"]["id"]


def test_quotas_and_indices_are_those_of_the_full_report(report: sk.Report) -> None:
    cells = iter(report.index)
    for row, full in zip(report.units, report.to_dict()["units"]):
        (quota,) = full["quota"]
        assert row["quota"] == row["one-per-unit.verdict"] == quota["verdict"]
        assert [row["one-per-unit." + key] for key in ("owed", "open", "missing")] == [
            quota[key] for key in ("owed", "open", "missing")
        ]
        assert row["one-per-unit.counted"] == Fraction(quota["counted"])
        for key in ("total", "open", "max"):
            assert row["index_" + key] == Fraction(full["index"][key])
        for part in full["index"]["components"]:
            cell = next(cells)
            assert cell["unit"] == row["id"]
            assert cell["component"] == part["finding"]["values"]["component"]
            for key in ("figure", "points", "least", "most", "max"):
                assert cell[key] == exact(part[key])


@pytest.mark.parametrize("name", TABLES)
def test_values_are_of_the_kind_their_column_says(name: str, report: sk.Report) -> None:
    table = getattr(report, name)
    assert len(table) > 0
    assert set(table.kinds.values()) <= set(TYPES)
    for row in table:
        assert list(row) == table.columns
        for column, kind in table.kinds.items():
            assert row[column] is None or type(row[column]) is TYPES[kind], column
            if kind == "instant" and row[column] is not None:
                assert row[column].utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_documented(name: str, report: sk.Report) -> None:
    text = getattr(type(report), name).__doc__
    for column in getattr(report, name).columns:
        known = column.replace("one-per-unit", "RULE")
        known = "mean.CRITERION" if column.startswith("mean.") else known
        assert known in text, column


def test_a_table_is_a_sequence(report: sk.Report) -> None:
    table = report.units
    assert table[-1]["id"] == "u-16"
    assert [row["id"] for row in table[1:3]] == ["u-02", "u-03"]
    assert isinstance(table[1:3], sk.Table)
    assert table[:] == table
    assert table[1:] != table
    assert table.select("kind", "id").columns == ["kind", "id"]
    assert "16 rows of id" in repr(table)
    with pytest.raises(IndexError):
        table[16]
    with pytest.raises(KeyError, match="no column 'colour'; there are id"):
        table.column("colour")


def test_a_row_is_the_callers_own(report: sk.Report) -> None:
    report.units[0]["id"] = "changed"
    assert report.units[0]["id"] == "u-01"


def test_to_dict_is_by_column(report: sk.Report) -> None:
    columns = report.units.to_dict()
    assert list(columns) == report.units.columns
    assert columns["id"][0] == "u-01"


def test_html_shows_exact_numbers_and_escapes(report: sk.Report) -> None:
    page = report.initiatives.select("id", "total", "rounded")[2:3]._repr_html_()
    assert "<td>641/7</td><td>91.57</td>" in page


def test_an_empty_table_keeps_its_columns() -> None:
    bare = sk.Rules.load("gia-vien-934").evaluate(SEASON.parent / "tiny.season.json", as_of="2025-09-30T17:00+07:00")
    assert len(bare.index) == 0
    assert bare.index.columns[:3] == ["unit", "area", "component"]
    assert list(bare.index.to_pandas().columns) == bare.index.columns
    assert bare.units.column("index_total") == [None] * len(bare.units)


@pytest.mark.parametrize("name", TABLES)
def test_pandas_holds_the_same_values(name: str, report: sk.Report) -> None:
    table = getattr(report, name)
    frame = table.to_pandas()
    assert list(frame.columns) == table.columns
    assert len(frame) == len(table)
    for column, kind in table.kinds.items():
        for told, value in zip(frame[column], table.column(column)):
            if value is None:
                assert pd.isna(told), column
            elif kind == "day":
                assert told.date() == value
            else:
                assert told == value, column


def test_pandas_dtypes_are_for_counting(report: sk.Report) -> None:
    frame = report.initiatives.to_pandas(exact=False)
    assert frame["total"].dtype == np.dtype("float64")
    assert frame["rank"].dtype == "Int64"
    assert frame["flagged"].dtype == "boolean"
    assert frame["id"].dtype == "string"
    assert report.initiatives.to_pandas()["total"].dtype == np.dtype("object")
    deadlines = report.deadlines.to_pandas()
    assert deadlines["last_day"].dtype.kind == "M"
    assert str(deadlines["ends"].dt.tz) == "UTC+07:00"


def test_floats_are_the_nearest_to_the_exact_values(report: sk.Report) -> None:
    frame = report.initiatives.to_pandas(exact=False)
    for told, value in zip(frame["total"], report.initiatives.column("total")):
        assert (value is None and np.isnan(told)) or told == value.numerator / value.denominator
