"""Workbooks: what an office keeps is read with its cells named, and what is written reads back equal."""

from __future__ import annotations

import datetime
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import index_tables as made
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import sangkien as sk


@pytest.fixture(scope="module")
def index() -> sk.Index:
    return made.index()


def workbook(path: Path, rows: list[list[Any]], title: str = "Data", **cells: Any) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for address, value in cells.items():
        sheet[address] = value
    book.save(path)
    return path


WIDE = [["office", "round", "on-time", "plan-done"], ["a", "self", 0.9, 0.8], ["b", "self", None, 0.7]]


def problem(index: sk.Index, path: Path) -> tuple[str, str, str]:
    (found,) = index.check(path)
    return found["id"], found["file"], found["pointer"]


def test_text_where_a_number_belongs_is_told_by_its_cell(index: sk.Index, tmp_path: Path) -> None:
    path = workbook(tmp_path / "wards.xlsx", WIDE, C3="chưa có")
    assert problem(index, path) == ("SK1204", str(path), "Data!C3")
    with pytest.raises(sk.Error, match=r'wards.xlsx Data!C3: "chưa có" is not an exact number\. Write a decimal'):
        index.score(path)
    for value, code in [(1.5, "SK1205"), ("#DIV/0!", "SK1204"), (datetime.datetime(2025, 1, 2), "SK1204")]:
        assert problem(index, workbook(path, WIDE, D2=value))[::2] == (code, "Data!D2")
    assert problem(index, workbook(path, WIDE, C1="on-tmie"))[::2] == ("SK1308", "Data!C1")
    assert problem(index, workbook(path, WIDE, B3="slef"))[::2] == ("SK1308", "Data!B3")
    quoted = workbook(path, WIDE, title="Quý 4, 'nháp'", D2="x")
    assert problem(index, quoted)[2] == "'Quý 4, ''nháp'''!D2"


def test_titles_above_blank_rows_and_other_sheets_do_no_harm(index: sk.Index, tmp_path: Path) -> None:
    path = tmp_path / "wards.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Notes"])
    sheet = book.create_sheet("Bảng")
    for row in [["PHỤ LỤC"], [], [None, *WIDE[0], None], [None, *WIDE[1]], [], [None, *WIDE[2]]]:
        sheet.append(row)
    book.save(path)
    scores = index.score(path)
    assert scores.offices.column("office") == ["a", "b"]
    assert index.score(path, sheet="Bảng").offices == scores.offices
    sheet["D6"] = "chưa"
    book.save(path)
    assert problem(index, path)[2] == "Bảng!D6"
    with pytest.raises(ValueError, match="there are 'Sheet', 'Bảng'"):
        index.score(path, sheet="Bang")
    with pytest.raises(ValueError, match="sheet 'Sheet' has no row"):
        index.score(path, sheet="Sheet")


def test_a_number_counts_as_excel_shows_it(index: sk.Index, tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", WIDE, C2=0.1 + 0.2 + 0.6, C3=13 / 14)
    figures = [row["figure"] for row in index.score(path).lines if row["component"] == "on-time"]
    assert figures == [Fraction(9, 10), Fraction("0.92857142857143")]


def test_a_formula_counts_by_its_stored_result_or_not_at_all(index: sk.Index, tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", WIDE, C2="=9/10")
    assert problem(index, path)[::2] == ("SK1204", "Data!C2")  # nobody has computed it
    with pytest.raises(ValueError, match=r"Data!A2: the formula =A9 has no stored result"):
        index.score(workbook(path, WIDE, A2="=A9"))
    stored(path)
    assert index.score(path).lines.select("office", "component", "figure")[4]["figure"] == Fraction(9, 10)


def stored(path: Path) -> None:
    """C2 as a formula with its result, as Excel saves it."""
    import zipfile

    workbook(path, WIDE, C2="=9/10")
    parts = {}
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"<f>9/10</f><v></v>", b"<f>9/10</f><v>0.9</v>")
    parts[sheet] = parts[sheet].replace(b"<f>9/10</f><v />", b"<f>9/10</f><v>0.9</v>")
    assert b"<v>0.9</v></c>" in parts[sheet]
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)


def read_back(path: Path, sheet: str, table: sk.Table) -> None:
    rows = list(openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True))
    names = list(rows[0])
    assert [name for name in names if not (name.endswith("_exact") and name[:-6] in names)] == table.columns
    assert len(rows) == len(table) + 1
    for cells, row in zip(rows[1:], table):
        found = dict(zip(names, cells))
        for name, kind in table.kinds.items():
            value = found[name]
            if kind == "exact" and row[name] is not None:
                assert isinstance(value, (int, float))
                assert value == pytest.approx(float(row[name]))
                exact = found.get(name + "_exact")
                value = Fraction(exact) if exact is not None else Fraction(f"{value:.15g}")
            assert value == row[name], (name, row)


def test_what_is_written_reads_back_equal(index: sk.Index, tmp_path: Path) -> None:
    rows = made.wide(12)
    rows[0]["office"], rows[1]["office"] = "=cmd|' /C calc'!A0", "#N/A \x07"
    path = tmp_path / "out.xlsx"
    thirds = made.wide(12)
    thirds[2]["feedback"] = Fraction(1, 3)
    whole = index.score(thirds)
    whole.to_excel(path, ["offices", "ranks", "nodes", "lost", "lines", "wide"])
    named = {name: getattr(whole, name) for name in ("offices", "nodes", "lost", "lines")}
    for name, table in {**named, "ranks": whole.ranks(), "wide": whole.wide()}.items():
        read_back(path, name, table)
    head = [cell.value for cell in openpyxl.load_workbook(path)["wide"][1]]
    assert "feedback_exact" in head
    assert "on-time_exact" not in head
    index.score(rows).to_excel(path)
    names = [row[0] for row in openpyxl.load_workbook(path)["offices"].iter_rows(min_row=2, values_only=True)]
    assert names[:2] == ["=cmd|' /C calc'!A0", "#N/A \ufffd"]
    assert openpyxl.load_workbook(path)["offices"]["A2"].data_type == "s"


def test_the_same_table_gives_the_same_bytes(index: sk.Index, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        index.score(made.wide(3)).offices.to_excel(tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_written_table_of_figures_is_read_again(index: sk.Index, tmp_path: Path) -> None:
    scores = index.score(made.wide())
    figures = scores.wide("figure")
    keep = [name for name in figures.columns if name != "total"]
    figures.select(*keep).to_excel(tmp_path / "f.xlsx")
    frame = pd.read_excel(tmp_path / "f.xlsx").assign(round="self")
    again = index.score(frame)
    assert again.wide("figure").select(*keep) == figures.select(*keep)


def test_tables_become_frames_and_arrow(index: sk.Index) -> None:
    table = index.score(made.wide()).offices
    numbers = [name for name, kind in table.kinds.items() if kind == "exact"]
    nearest = {name: [float(value) for value in table.column(name)] for name in numbers}
    exact = {name: table.column(name) for name in numbers}
    frames = (table.to_polars(), table.to_arrow())
    for name in numbers:
        assert [Fraction(text) for text in frames[0][name].to_list()] == exact[name]
        assert [Fraction(text) for text in frames[1].column(name).to_pylist()] == exact[name]
        assert table.to_pandas(exact=False)[name].tolist() == nearest[name]
        assert table.to_polars(exact=False)[name].to_list() == nearest[name]
    assert pl.from_arrow(pa.table(table))["total"].to_list() == nearest["total"]
    assert pa.table(table).column("complete").type == pa.bool_()
    assert table.to_polars()["year"].dtype == pl.Int64
    assert table.to_polars()["office"].to_list() == table.column("office")


def test_every_table_of_a_report_becomes_a_frame() -> None:
    season = made_season()
    for name in ("initiatives", "units", "deadlines", "todo", "index"):
        table = getattr(season, name)
        arrow, polars = table.to_arrow(), table.to_polars()
        assert arrow.num_rows == len(polars) == len(table)
        for column, kind in table.kinds.items():
            values = [list(v) if kind == "texts" else v for v in table.column(column)]
            if kind != "exact":
                assert arrow.column(column).to_pylist() == values
                assert polars[column].to_list() == values


def made_season() -> sk.Report:
    rules = sk.Rules.load("charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative")
    root = Path(__file__).resolve().parents[2] / "docs" / "examples"
    return rules.evaluate(root / "gia-vien-2025.season.json", "2025-09-30T17:00+07:00")


def test_csv_computes_nothing_and_pages_are_escaped(index: sk.Index) -> None:
    rows = made.wide(2)
    rows[0]["office"] = "=1+1<script>"
    scores = index.score(rows)
    assert scores.offices.to_csv().splitlines()[1].startswith("'=1+1<script>,A,2025,")
    for page in (scores._repr_html_(), scores.lost._repr_html_(), index._repr_html_()):
        assert "<script>" not in page
        assert "<table>" in page
    many = index.score(made.wide(700))
    assert many.lines._repr_html_().count("<tr>") == 502
    assert "7200 more rows" in many.lines._repr_html_()
    assert json.loads(many.to_json()) == many.to_dict()
