"""The index from Python: tables in every form, the same as from the command, faults told where they stand."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import index_tables as made
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import sangkien as sk
from command import ROOT, printed

TABLE = ROOT / "docs" / "examples" / "index-wards.csv"


@pytest.fixture(scope="module")
def index() -> sk.Index:
    return made.index()


def test_the_command_and_python_tell_the_same(index: sk.Index) -> None:
    scores = index.score(TABLE)
    command = ["index", "score", TABLE, "--rules", made.ID, "--on", made.ON]
    assert printed(*command, "--format", "json").rstrip() == scores.to_json().rstrip()
    assert printed(*command) == scores.to_text()
    assert printed(*command, "--lang", "en") == scores.to_text("en")
    assert printed(*command, "--format", "csv") == scores.to_csv()


def test_the_index_tells_what_it_is_made_of(index: sk.Index) -> None:
    assert [row["component"] for row in index.components] == list(made.INPUTS)
    assert dict(zip(index.components.column("component"), index.components.column("input"))) == made.INPUTS
    areas = [row for row in index.nodes if row["parent"] is None]
    base = [row for row in index.components if row["side"] == "base"]
    assert sum(row["max"] for row in areas) == sum(row["max"] for row in base) == index.whole == 100
    assert index.rounds.column("round")[0] == "self"
    assert index.classes.column("from") == [80, 65, 50, 0]
    assert index.years == (2025, 2026)
    assert index.on.isoformat() == made.ON
    assert "phường" in index.edition


def test_an_index_that_is_not_in_force_is_told() -> None:
    with pytest.raises(sk.Error, match="SK1374"):
        sk.Index.load(made.ID, on="2020-01-01")


class Capsule:
    """Nothing but the protocol."""

    def __init__(self, table: Any) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.table.__arrow_c_stream__(requested_schema)


def excel(rows: list[dict[str, Any]], folder: Path) -> Path:
    path = folder / "table.xlsx"
    pd.DataFrame(made.columns(rows, float)).to_excel(path, sheet_name="Số liệu 2025", index=False)
    return path


FORMS = {
    "dicts": lambda rows, _: rows,
    "columns": lambda rows, _: made.columns(rows, str),
    "decimals": lambda rows, _: pd.DataFrame(made.columns(rows, made.as_decimal)),
    "pandas": lambda rows, _: pd.DataFrame(made.columns(rows, float)),
    "pandas-index": lambda rows, _: pd.DataFrame(made.columns(rows, float)).set_index("office"),
    "pandas-nullable": lambda rows, _: pd.DataFrame(made.columns(rows, float)).convert_dtypes(),
    "polars": lambda rows, _: pl.DataFrame(made.columns(rows, float)),
    "polars-lazy": lambda rows, _: pl.DataFrame(made.columns(rows, float)).lazy(),
    "polars-single": lambda rows, _: pl.DataFrame(made.columns(rows, float)).cast({pl.Float64: pl.Float32}),
    "arrow": lambda rows, _: pa.table(made.columns(rows, float)),
    "capsule": lambda rows, _: Capsule(pl.DataFrame(made.columns(rows, float))),
    "csv": lambda rows, _: pd.DataFrame(made.columns(rows, float)).to_csv(index=False),
    "excel": excel,
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("shape", ["long", "wide"])
def test_every_form_of_a_table_scores_the_same(index: sk.Index, form: str, shape: str, tmp_path: Path) -> None:
    wanted = index.score(made.long())
    got = index.score(FORMS[form](getattr(made, shape)(), tmp_path))
    assert got.lines == wanted.lines
    assert got.offices == wanted.offices
    assert len(got.offices) == 40
    assert len(got.lines) == 40 * len(made.INPUTS)


def test_points_are_those_of_plain_fractions(index: sk.Index) -> None:
    rows = {row["office"]: row for row in made.wide()}
    for line in index.score(made.wide()).lines:
        figure = rows[line["office"]][line["component"]]
        assert line["figure"] == figure
        if line["component"] == "on-time" and figure is not None:
            assert line["points"] == (20 * figure if figure >= Fraction(4, 5) else 0)
        if line["component"] == "satisfaction":
            assert line["points"] == (None if figure is None else (figure - 1) / 4 * 20)
            assert (line["reason"] == "excluded") == (figure is None)
        if line["component"] == "plan-on-time" and figure == 1:
            assert line["points"] == (4 if rows[line["office"]]["plan-on-time.evidence"] else 0)


def test_tables_of_one_result_agree(index: sk.Index) -> None:
    scores = index.score(made.wide())
    total = {row["office"]: row["total"] for row in scores.offices}
    assert [row["total"] for row in scores.wide()] == list(total.values())
    lines = list(scores.lines)
    assert scores.wide("figure").column("on-time") == [r["figure"] for r in lines if r["component"] == "on-time"]
    lost = list(scores.lost)
    assert len(lost) == sum(row["lost"] > 0 or row["reason"] is not None for row in lines)
    assert all(a["office"] != b["office"] or a["lost"] >= b["lost"] for a, b in zip(lost, lost[1:]))
    for row in scores.ranks():
        assert row["best"] <= row["worst"]
        if row["open"] == 0 and not any(scores.offices.column("open")):
            assert row["best"] == 1 + sum(other > row["total"] for other in total.values())
    groups = scores.ranks(by_group=True)
    assert {row["group"] for row in groups if row["best"] == 1} == {"A", "B", "C"}
    area = {row["node"] for row in index.nodes if row["parent"] is None}
    points: dict[str, Fraction] = {}
    for row in scores.nodes:
        if row["node"] in area:
            points[row["office"]] = points.get(row["office"], Fraction(0)) + row["points"]
    assert points == {row["office"]: row["base"] for row in scores.offices}
    with pytest.raises(ValueError, match="points"):
        scores.wide("total")  # type: ignore[arg-type]


def test_differences_of_rounds_have_both_evidences(index: sk.Index) -> None:
    (first, second) = index.score(TABLE).differences("self", "appraised-1")
    assert (first["component"], first["from"], first["to"], first["change"]) == ("initiatives-recognised", 9, 6, -3)
    assert (second["from_evidence"], second["to_evidence"]) == ("BC-41/2025", "KL-07/2026")
    with pytest.raises(sk.Error, match="did you mean") as caught:
        index.score(TABLE).differences("slef", "final")
    assert caught.value.problems[0]["id"] == "SK1308"


def test_until_a_round_scores_by_what_was_known_then(index: sk.Index) -> None:
    assert index.score(TABLE, until="self").offices[0]["total"] == Fraction(90)
    assert index.score(TABLE).offices[0]["total"] == Fraction(867, 10)


def test_floats_count_as_they_are_written(index: sk.Index) -> None:
    def points(value: Any, **how: Any) -> Fraction:
        row = {"office": "a", "round": "self", "on-time": value}
        return next(r["points"] for r in index.score([row], **how).lines if r["component"] == "on-time")

    assert points(0.9) == 18
    assert points(np.float64(0.9)) == points(np.float32(0.9).item(), decimals=3) == 18
    assert points(Fraction(13, 14)) == Fraction(13, 14) * 20
    assert points(Decimal("0.95")) == points("95%") == points("0,95") == 19
    assert points(13 / 14, decimals=4) == Fraction("0.9286") * 20
    for digits in (0.1 + 0.2, 13 / 14):
        with pytest.raises(sk.Error, match="at most 15 digits"):
            points(digits)
    assert points(1e-05) == 0


MISSING = [None, float("nan"), pd.NA, pd.NaT, "", Decimal("nan"), np.nan]


@pytest.mark.parametrize("nothing", MISSING, ids=[str(i) for i in range(len(MISSING))])
def test_what_is_blank_is_missing_and_not_zero(index: sk.Index, nothing: object) -> None:
    scores = index.score([{"office": "a", "round": "self", "on-time": nothing}])
    line = next(row for row in scores.lines if row["component"] == "on-time")
    assert (line["points"], line["least"], line["most"], line["reason"]) == (None, 0, 20, "undetermined")


ARROW = {
    "parts": lambda table: pa.concat_tables([table.slice(0, 7), table.slice(7)]),
    "slice": lambda table: pa.concat_tables([table.slice(3), table]).slice(table.num_rows - 3),
    "large": lambda table: cast(table, pa.string(), pa.large_string()),
    "views": lambda table: cast(table, pa.string(), pa.string_view()),
    "dictionary": lambda table: cast(table, pa.string(), pa.dictionary(pa.int8(), pa.string())),
    "single": lambda table: cast(table, pa.float64(), pa.float32()),
    "decimal": lambda table: cast(table, pa.float64(), pa.decimal128(20, 4)),
    "small": lambda table: cast(table, pa.int64(), pa.uint16()),
}


def cast(table: pa.Table, old: pa.DataType, new: pa.DataType) -> pa.Table:
    arrays = [column.cast(new) if column.type == old else column for column in table.columns]
    assert any(column.type == new for column in arrays)
    return pa.table(arrays, names=table.column_names)


@pytest.mark.parametrize("make", ARROW)
def test_every_make_of_arrow_is_read_the_same(index: sk.Index, make: str) -> None:
    rows = made.wide()
    for i, row in enumerate(rows):
        row["evidence"] = "a text longer than twelve letters, ế" if i % 2 else "ngắn"
    table = ARROW[make](pa.table(made.columns(rows, float)))
    assert index.score(Capsule(table)).lines == index.score(rows).lines


def test_arrow_is_read_without_its_library() -> None:
    script = """
import sys, polars, sangkien as sk

class Capsule:
    def __arrow_c_stream__(self, requested_schema=None):
        return polars.DataFrame({"office": ["a"], "round": ["self"], "on-time": [0.9]}).__arrow_c_stream__()

index = sk.Index.load("index-ward-illustrative", on="2026-01-20")
assert index.score(Capsule()).wide()[0]["on-time"] == 18
assert "pyarrow" not in sys.modules and "pandas" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_arrow_that_is_no_table_of_figures_is_refused(index: sk.Index) -> None:
    with pytest.raises(TypeError, match="one column"):
        index.score(pa.chunked_array([[1, 2]]))
    with pytest.raises(TypeError, match="column 'on-time' has the Arrow format"):
        index.score(pa.table({"office": ["a"], "on-time": [[1]]}))


def place(index: sk.Index, table: Any) -> tuple[str, str, str]:
    (problem,) = index.check(table)
    return problem["id"], problem["file"], problem["pointer"]


def test_a_fault_of_a_frame_is_told_by_its_labels(index: sk.Index) -> None:
    frame = pd.DataFrame(made.columns(made.wide(6), float)).astype({"on-time": object})
    frame.index = pd.Index([f"row {i}" for i in range(6)])
    assert index.check(frame) == []
    frame.loc["row 3", "on-time"] = "tốt"
    assert place(index, frame) == ("SK1204", "DataFrame", ".loc['row 3', 'on-time']")
    with pytest.raises(sk.Error, match=r"SK1204 DataFrame \.loc\['row 3', 'on-time'\]: \"tốt\" is not") as caught:
        index.score(frame)
    assert ".loc['row 3', 'on-time']" in caught.value.to_json()
    frame.loc["row 3", "on-time"] = 1.5
    assert place(index, frame) == ("SK1205", "DataFrame", ".loc['row 3', 'on-time']")
    numbers = pl.DataFrame(made.columns(made.long(3), str)).with_columns(office=pl.lit("a"))
    problems = index.check(numbers)
    assert {problem["id"] for problem in problems} == {"SK1302"}
    assert problems[0]["pointer"].startswith("[11")
    assert "line [0]" in problems[0]["message"]["en"]


def test_a_column_that_is_no_component_is_told_once(index: sk.Index) -> None:
    frame = pd.DataFrame(made.columns(made.wide(6), float)).rename(columns={"on-time": "on-tmie"})
    assert place(index, frame) == ("SK1308", "DataFrame", "['on-tmie']")
    assert place(index, [{"office": "a", "round": "self", "on-tmie": 1}]) == ("SK1308", "list", "['on-tmie']")
    assert "on-time" in index.check(frame)[0]["message"]["vi"]


def test_a_fault_of_rows_and_text_is_told_where_it_is(index: sk.Index) -> None:
    rows = made.long(2)
    rows[4]["value"] = "nhiều"
    rows[4]["evidence"] = "two\nlines"
    rows[3]["evidence"] = 'a "quoted", and\nparted'
    assert place(index, rows) == ("SK1204", "list", "[4]['value']")
    text = "office;round;on-time\na;self;0,9\n\nb;self;nhiều\n"
    (problem,) = index.check(text)
    assert (problem["id"], problem["line"], problem["pointer"]) == ("SK1204", 4, "on-time")
    (problem,) = index.check("office,component,round,value\na,on-time,self,x\n")
    assert (problem["line"], problem["column"]) == (2, 16)
    (problem,) = index.check([{"office": "a", "value": 1, "component": "on-time"}])
    assert (problem["id"], problem["pointer"]) == ("SK1014", "")


def test_what_was_locked_is_told_in_the_table_that_breaks_it(index: sk.Index) -> None:
    before, after = pd.DataFrame(made.columns(made.wide(3), float)), pd.DataFrame(made.columns(made.wide(3), float))
    after.loc[1, "on-time"] = 0.25
    with pytest.raises(sk.Error) as caught:
        index.score(after, earlier=before, as_of="2026-01-20T08:00+07:00")
    (problem,) = caught.value.problems
    assert (problem["id"], problem["pointer"]) == ("SK1371", ".loc[1, 'on-time']")
    index.score(after, earlier=before, as_of="2026-01-02T08:00+07:00")
    before.loc[0, "on-time"] = 7
    with pytest.raises(sk.Error, match=r"SK1205 earlier DataFrame \.loc\[0, 'on-time'\]"):
        index.score(after, earlier=before, as_of="2026-01-20T08:00+07:00")
    with pytest.raises(TypeError, match="together"):
        index.score(after, earlier=before)


def test_what_is_no_table_is_refused(index: sk.Index, tmp_path: Path) -> None:
    for what in (7, [1, 2], object()):
        with pytest.raises(TypeError, match="a table is"):
            index.score(what)
    with pytest.raises(sk.Error, match="SK1008"):
        index.score("nowhere.csv")
    with pytest.raises(sk.Error, match="SK1008"):
        index.score(tmp_path / "nowhere.xlsx")
    with pytest.raises(ValueError, match="xlsx"):
        index.score("old.xls")
    with pytest.raises(ValueError, match="lengths"):
        index.score({"office": ["a"], "on-time": []})
    twice = pd.DataFrame([["a", 1, 1]], columns=["office", "on-time", "on-time"])
    with pytest.raises(ValueError, match="'on-time'"):
        index.score(twice)


def test_thousands_of_offices_are_comfortable() -> None:
    index = sk.Index.load("index-ward-illustrative", on=made.ON)
    frame = pd.DataFrame(made.columns(made.wide(3321), float))
    start = time.perf_counter()
    scores = index.score(frame)
    ranks = scores.ranks().to_pandas(exact=False)
    took = time.perf_counter() - start
    assert len(ranks) == 3321
    assert took < 10  # a second is usual; this is no bench, only a guard against what grows with the square
    assert pd.read_csv(io.StringIO(scores.wide().to_csv())).shape == (3321, 4 + len(made.INPUTS))
