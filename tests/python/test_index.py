"""Index from Python: every way in gives the same points, every way out gives them back, every fault has its place."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import sangkien as sk
from command import printed

ROOT = Path(__file__).resolve().parents[2]
WARDS = ROOT / "docs" / "examples" / "index-wards.csv"
NAME, DAY = "index-ward-illustrative", "2026-01-20"


@pytest.fixture(scope="module")
def index() -> sk.Index:
    return sk.Index.load(NAME, on=DAY)


@pytest.fixture(scope="module")
def scores(index: sk.Index) -> sk.IndexScores:
    return index.score(WARDS)


class Capsules:
    """Whatever speaks Arrow's capsules and nothing else."""

    def __init__(self, table: Any) -> None:
        self._table = table

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self._table.__arrow_c_stream__(requested_schema)


def long_frame() -> pd.DataFrame:
    return pd.read_csv(WARDS, dtype={"value": "string"})


def wide_frame() -> pd.DataFrame:
    frame = long_frame()
    frame = frame[frame["round"] == "self"]
    keys = ["office", "group", "year", "round"]
    return frame.pivot(index=keys, columns="component", values="value").reset_index()


def test_the_bytes_are_those_of_the_command(scores: sk.IndexScores) -> None:
    options = ["index", "score", str(WARDS), "--rules", NAME, "--on", DAY]
    assert scores.to_json() == printed(*options, "--format", "json")
    assert scores.to_csv() == printed(*options, "--format", "csv")
    assert scores.to_text("en") == printed(*options, "--lang", "en")


def test_every_way_in_gives_the_same_points(index: sk.Index, scores: sk.IndexScores) -> None:
    frame = long_frame()
    given = [
        str(WARDS),
        WARDS.read_text(encoding="utf-8"),
        WARDS.read_bytes(),
        frame,
        frame.set_index(frame["office"] + frame["component"]),
        pl.from_pandas(frame),
        pa.Table.from_pandas(frame),
        Capsules(pa.Table.from_pandas(frame)),
        frame.to_dict("records"),
    ]
    for table in given:
        found = index.score(table)
        assert found.offices == scores.offices
        assert found.nodes == scores.nodes
        assert found.lines == scores.lines


def test_a_wide_table_is_the_long_one_turned(index: sk.Index, tmp_path: Path) -> None:
    frame = long_frame()
    long = index.score(frame[frame["round"] == "self"].drop(columns="evidence"))
    wide = wide_frame()
    book = tmp_path / "wards.xlsx"
    wide.to_excel(book, index=False, sheet_name="Figures")
    for table in (wide, pl.from_pandas(wide), wide.to_dict("records"), book):
        assert index.score(table).offices == long.offices


def test_numbers_of_every_kind_are_taken_exactly(index: sk.Index) -> None:
    def on_time(value: object) -> Fraction:
        row = {"office": "a", "component": "on-time", "round": "self", "value": value}
        lines = index.score([row]).lines
        return next(line["points"] for line in lines if line["component"] == "on-time")

    whole = next(row["max"] for row in index.components if row["component"] == "on-time")
    assert on_time("97,5%") == on_time(0.975) == on_time(Decimal("0.975")) == on_time(Fraction(39, 40))
    assert on_time(np.float64(0.975)) == on_time("0.975") == whole * Fraction(39, 40)
    assert on_time(1) == on_time(np.int64(1)) == on_time(1.0) == whole
    assert on_time(3 * 0.3) == whole * Fraction(9, 10)  # a double prints 0.8999999999999999
    for missing in (None, float("nan"), "", pd.NA, pd.NaT):
        assert on_time(missing) is None


def test_points_add_up_in_every_table(index: sk.Index, scores: sk.IndexScores) -> None:
    sides = {row["component"]: row["side"] for row in index.components}
    for office in scores.offices:
        lines = [line for line in scores.lines if line["office"] == office["office"]]
        base = sum((line["least"] for line in lines if sides[line["component"]] == "base"), Fraction(0))
        tops = [n for n in scores.nodes if n["office"] == office["office"] and n["depth"] == 0]
        assert base == sum((node["points"] for node in tops), Fraction(0))
        if office["complete"]:
            assert office["total"] == base + office["bonus"] - office["penalty"]
            assert office["share"] == office["total"] / index.whole
    matrix, wide = scores.points, scores.wide()
    assert matrix.shape == (len(scores), len(index.components))
    for i, row in enumerate(wide):
        told = [row[name] for name in index.components.column("component")]
        assert [None if np.isnan(x) else x for x in matrix[i]] == [None if v is None else float(v) for v in told]


def test_lost_points_come_the_most_first_with_their_reason(scores: sk.IndexScores) -> None:
    own = [row for row in scores.lost if row["office"] == "xa-b"]
    assert [row["lost"] for row in own] == sorted((row["lost"] for row in own), reverse=True)
    assert {row["reason"] for row in own} == {"figure", "missing", "no-evidence", "undetermined"}
    base = [line for line in scores.lines if line["office"] == "xa-b" and line["side"] == "base"]
    left_out = [line["max"] for line in base if line["reason"] == "excluded"]
    assert left_out == [20]
    lost = sum(row["lost"] for row in own if row["side"] == "base")
    assert lost == 100 - sum(left_out) - sum(line["most"] for line in base)


def test_rounds_and_what_is_locked(index: sk.Index) -> None:
    both = index.score(WARDS)
    first = index.score(WARDS, until="self")
    found = both.differences("self", "appraised-1")
    lost = sum(row["to"] - row["from"] for row in found if row["office"] == "phuong-a")
    assert both.offices[0]["total"] - first.offices[0]["total"] == lost
    with pytest.raises(sk.Error, match="SK1308"):
        index.score(WARDS, until="self-scored")
    changed = long_frame()
    changed.loc[0, "value"] = "không"
    with pytest.raises(sk.Error, match=r"row 0, column 'value': SK1371"):
        index.score(changed, earlier=WARDS, as_of="2026-01-20T08:00+07:00")
    index.score(changed, earlier=WARDS, as_of="2026-01-01T08:00+07:00")
    with pytest.raises(TypeError, match="go together"):
        index.score(changed, earlier=WARDS)


def problems(call: Any) -> list[tuple[str, str]]:
    with pytest.raises(sk.Error) as caught:
        call()
    error = caught.value
    assert json.loads(error.to_json())["error"]["problems"] == error.problems
    for problem in error.problems:
        assert problem["id"] in str(error)
    return [(problem["id"], problem["pointer"]) for problem in error.problems]


def test_faults_of_a_frame_name_row_and_column(index: sk.Index) -> None:
    frame = long_frame()
    frame.index = frame.index + 100
    frame.loc[103, "value"] = "hai"
    frame.loc[104, "component"] = "on-tim"
    frame.loc[107, "value"] = "5.5"
    assert problems(lambda: index.score(frame)) == [
        ("SK1204", "row 103, column 'value'"),
        ("SK1308", "row 104, column 'component'"),
        ("SK1205", "row 107, column 'value'"),
    ]
    assert problems(lambda: index.score([{"component": "on-time", "round": "self", "value": 1}])) == [("SK1004", "")]
    doubled = pd.concat([long_frame(), long_frame().head(1)])
    assert [one for one, _ in problems(lambda: index.score(doubled))] == ["SK1302"]


def test_faults_of_a_sheet_name_the_cell(index: sk.Index, tmp_path: Path) -> None:
    book = tmp_path / "wards.xlsx"
    wide_frame().to_excel(book, index=False, sheet_name="Số liệu")
    pages = openpyxl.load_workbook(book)
    page = pages["Số liệu"]
    column = {cell.value: cell.column_letter for cell in page[1]}
    page[f"{column['on-time']}2"] = "abc"
    page[f"{column['satisfaction']}3"] = 9
    page["A3"] = None
    pages.save(book)
    assert problems(lambda: index.score(book)) == [
        ("SK1204", f"Số liệu!{column['on-time']}2"),
        *[("SK1004", "Số liệu!A3")] * len(index.components),
    ]
    page["A3"] = "xa-b"
    page[f"{column['on-time']}2"] = 0.5
    page["J1"] = "speed"
    pages.save(book)
    found = problems(lambda: index.score(book))
    assert ("SK1205", f"Số liệu!{column['satisfaction']}3") in found
    assert ("SK1308", "Số liệu!J2") in found
    with pytest.raises(ValueError, match="no sheet 'Sheet9'; it has 'Số liệu'"):
        index.score(book, sheet="Sheet9")


def test_a_formula_without_a_value_is_not_taken_for_a_blank(index: sk.Index, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["office", "component", "round", "value"])
    book.active.append(["a", "on-time", "self", "=1/2"])
    book.save(tmp_path / "formula.xlsx")
    with pytest.raises(ValueError, match=r"Sheet!D2: a formula whose value is not stored"):
        index.score(tmp_path / "formula.xlsx")


def test_a_workbook_gives_back_what_was_written(scores: sk.IndexScores, index: sk.Index, tmp_path: Path) -> None:
    scores.to_excel(tmp_path / "out.xlsx")
    found = pd.read_excel(tmp_path / "out.xlsx", sheet_name=None)
    assert list(found) == ["Offices", "Areas", "Components", "Lost"]
    for title, table in (("Offices", scores.offices), ("Components", scores.lines)):
        page = found[title]
        for name, kind in table.kinds.items():
            told = [None if pd.isna(value) else value for value in page[name]]
            if kind == "exact":
                assert told == pytest.approx([None if v is None else float(v) for v in table.column(name)])
            else:
                assert told == table.column(name)
    with pytest.raises(ValueError, match="no sheet 'Ranks'; there are Offices, "):
        scores.to_excel(tmp_path / "none.xlsx", sheets=["Ranks"])
    assert not (tmp_path / "none.xlsx").exists()
    rows = [{"office": "=1+1", "component": "plan-done", "round": "self", "value": "2/3"}]
    index.score(rows).to_excel(tmp_path / "text.xlsx")
    page = openpyxl.load_workbook(tmp_path / "text.xlsx")["Components"]
    names = [cell.value for cell in page[1]]
    line = next(row for row in page.iter_rows(min_row=2) if row[names.index("component")].value == "plan-done")
    assert (line[0].value, line[0].data_type) == ("=1+1", "s")
    assert line[names.index("value (exact)")].value == "2/3"


def test_tables_go_to_polars_and_arrow(scores: sk.IndexScores) -> None:
    table = scores.offices
    frame = table.to_polars()
    assert frame["total"].to_list() == [float(value) for value in table.column("total")]
    assert table.to_polars(exact=True)["share"].to_list() == ["0.867", "0.455"]
    assert table.to_arrow().to_pydict() == {name: frame[name].to_list() for name in table.columns}
    assert pl.DataFrame(Capsules(table)).equals(frame)
    assert table.select("office", "total").to_arrow(exact=True).to_pydict()["total"] == ["86.7", "45.5"]


def test_a_notebook_shows_a_table_and_no_markup_of_an_office(index: sk.Index, scores: sk.IndexScores) -> None:
    assert scores._repr_html_().startswith("<table>")
    rows = [{"office": "<b>a</b>", "component": "on-time", "round": "self", "value": 1}]
    assert "<b>" not in index.score(rows)._repr_html_()


def test_what_the_index_says_of_itself(index: sk.Index) -> None:
    assert index.edition == "minh hoạ phường 2025"
    assert (index.whole, str(index.on)) == (100, DAY)
    base = [row for row in index.components if row["side"] == "base"]
    assert sum(row["max"] for row in base) == index.whole
    assert sum(row["max"] for row in index.nodes if row["parent"] is None) == index.whole
    assert {row["provenance"] for row in index.components} == {"illustrative"}
    with pytest.raises(sk.Error, match="SK1374"):
        sk.Index.load("gia-vien-934", on=DAY)
