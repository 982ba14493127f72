"""The index over columns is the index over tables, office by office, whatever holds the numbers."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import index_tables as made
import numpy as np
import pandas as pd
import pytest
import sangkien as sk

OFFICES = 200
DENOMINATORS = {"yes-no": 1, "count": 1, "rate": 1000, "survey": 100, "points": 4}
OVER = {name: DENOMINATORS[kind] for name, kind in made.INPUTS.items()}


@pytest.fixture(scope="module")
def index() -> sk.Index:
    return made.index()


@pytest.fixture(scope="module")
def scores(index: sk.Index) -> sk.IndexScores:
    return index.score(made.wide(OFFICES))


def whole(kind: Any) -> dict[str, Any]:
    """The columns of the made table over OVER."""
    lowest = np.iinfo(kind).min
    rows = made.wide(OFFICES)
    numbers = {name: [row[name] for row in rows] for name in made.INPUTS}
    return {
        name: np.array([lowest if one is None else int(one * OVER[name]) for one in column], kind)
        for name, column in numbers.items()
    }


def doubles() -> dict[str, Any]:
    rows = made.wide(OFFICES)
    return {name: np.array([np.nan if row[name] is None else float(row[name]) for row in rows]) for name in made.INPUTS}


def evidence() -> dict[str, Any]:
    rows = made.wide(OFFICES)
    names = [row["component"] for row in made.index().components if row["without_evidence"] is not None]
    return {name: np.array([row.get(f"{name}.evidence") is not None for row in rows]) for name in names}


def same(got: sk.IndexTotals, scores: sk.IndexScores) -> None:
    offices = list(scores.offices)
    assert len(got) == len(offices) == OFFICES
    assert [got.fraction(row) for row in range(OFFICES)] == [row["total"] for row in offices]
    assert [Fraction(int(a), int(b)) for a, b in zip(got.open, got.open_over)] == [row["open"] for row in offices]
    assert got.complete.tolist() == [row["complete"] for row in offices]
    assert np.array_equal(got.values, [float(row["total"]) for row in offices])


@pytest.mark.parametrize("kind", [np.int32, np.int64])
def test_whole_numbers_are_scored_as_a_table(index: sk.Index, scores: sk.IndexScores, kind: Any) -> None:
    same(index.score_columns(whole(kind), over=OVER, evidence=evidence()), scores)


def test_doubles_are_the_decimals_they_stand_for(index: sk.Index, scores: sk.IndexScores) -> None:
    same(index.score_columns(doubles(), evidence=evidence()), scores)
    same(index.score_columns(pd.DataFrame(doubles()), over={"on-time": 2000}, evidence=evidence()), scores)


def test_missing_figures_of_other_kinds_are_missing(index: sk.Index, scores: sk.IndexScores) -> None:
    columns: dict[str, Any] = doubles()
    counts, truths = columns["reports-late"], columns["plan-on-time"]
    columns["reports-late"] = pd.Series(counts).astype("Int64")
    columns["plan-on-time"] = pd.Series(truths).map({0.0: False, 1.0: True}).astype("boolean")
    columns["on-time"] = np.ma.masked_invalid(columns["on-time"])
    same(index.score_columns(columns, evidence=evidence()), scores)


def test_points_are_those_of_the_lines_and_nodes(index: sk.Index, scores: sk.IndexScores) -> None:
    got = index.score_columns(doubles(), evidence=evidence(), points=True)
    nodes: dict[str, list[Any]] = {}
    for row in scores.nodes:
        nodes.setdefault(row["node"], []).append(row)
    assert set(got.nodes) == set(got.lost) == set(nodes)
    for name, rows in nodes.items():
        assert [Fraction(int(one), got.points_over) for one in got.nodes[name]] == [row["points"] for row in rows]
        assert [Fraction(int(one), got.points_over) for one in got.lost[name]] == [row["lost"] for row in rows]
    lines: dict[str, list[Any]] = {}
    for row in scores.lines:
        lines.setdefault(row["component"], []).append(row["points"])
    for name, points in lines.items():
        told = [None if one is np.ma.masked else Fraction(int(one), got.points_over) for one in got.components[name]]
        assert told == points
    assert any(None in points for points in lines.values())
    assert not index.score_columns(doubles()).nodes


def test_without_a_column_of_evidence_nobody_has_any(index: sk.Index) -> None:
    rows = [{name: one for name, one in row.items() if not name.endswith(".evidence")} for row in made.wide(OFFICES)]
    same(index.score_columns(whole(np.int64), over=OVER), index.score(rows))


def test_a_column_that_is_not_given_is_reported_by_nobody(index: sk.Index) -> None:
    columns = doubles()
    del columns["on-time"], columns["satisfaction"]
    rows = [{**row, "on-time": None, "satisfaction": None} for row in made.wide(OFFICES)]
    same(index.score_columns(columns, evidence=evidence()), index.score(rows))


def test_totals_of_a_table_are_those_of_its_scores(index: sk.Index, scores: sk.IndexScores, tmp_path: Path) -> None:
    rows = made.wide(OFFICES)
    decimals = [None if row["value"] is None else str(made.as_decimal(row["value"])) for row in made.long(OFFICES)]
    csv = tmp_path / "wards.csv"
    pd.DataFrame(made.long(OFFICES)).assign(value=decimals).to_csv(csv, index=False, lineterminator="\r\n")
    wanted = [
        (row["office"], row["group"], row["year"], row["total"], row["open"], row["complete"]) for row in scores.offices
    ]
    for table in (rows, csv, csv.read_text(encoding="utf-8")):
        got = index.totals(table)
        same(got, scores)
        assert [tuple(row.values()) for row in got.offices] == wanted
    assert list(index.score_columns(doubles(), evidence=evidence()).offices.column("total")) == [
        row["total"] for row in scores.offices
    ]


def test_totals_tell_what_is_wrong_as_scores_do(index: sk.Index) -> None:
    for table in (
        "office,component,value\nP-1,on-time,0.9\nP-1,on-tim,many\n",
        [{"office": "P-1", "on-time": 7}],
        "office\n",
    ):
        told = []
        for ask in (index.score, index.totals):
            with pytest.raises(sk.Error) as caught:
                ask(table)
            told.append(str(caught.value))
        assert told[0] == told[1]
    with pytest.raises(sk.Error, match="SK1308"):
        index.totals("office,component,value\n", until="second")


def test_what_is_wrong_is_told_with_its_component_and_row(index: sk.Index) -> None:
    def told(columns: dict[str, Any], **more: Any) -> str:
        with pytest.raises(sk.Error) as caught:
            index.score_columns(columns, **more)
        return str(caught.value)

    assert "on-time" in told({"ontime": np.ones(2)})  # the nearest name
    outside = told({"on-time": np.array([0.5, 1.5])})
    assert all(part in outside for part in ("SK1205", "on-time", "row 1", "1.5"))
    fine = told({"on-time": np.array([0.5, 0.25, 0.1 + 0.2])})
    assert all(part in fine for part in ("SK1204", "row 2", "0.30000000000000004"))
    assert "row 0" in told({"on-time": np.array([0.5])}, over={"on-time": 3})
    assert "inf" in told({"on-time": np.array([np.inf])})
    for wrong, what in (
        ({"on-time": np.ones(2, np.float32)}, TypeError),
        ({"on-time": np.array(["1"])}, TypeError),
        ({"on-time": np.ones((2, 2))}, ValueError),
        ({"on-time": np.ones(2), "feedback": np.ones(3)}, ValueError),
        ({}, ValueError),
    ):
        with pytest.raises(what):
            index.score_columns(wrong)  # type: ignore[arg-type]
    for more in ({"over": {"feedback": 10}}, {"over": {"on-time": 0}}, {"evidence": {"feedback": np.ones(2, bool)}}):
        with pytest.raises(ValueError):
            index.score_columns({"on-time": np.ones(2)}, **more)  # type: ignore[arg-type]
