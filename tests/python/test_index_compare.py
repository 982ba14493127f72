"""`Index.compare` and `sangkien index compare`: the same bytes, sums that agree, faults at their place."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import index_tables
import pandas as pd
import polars as pl
import pytest
import sangkien as sk
from command import ROOT, printed, problems, run

EXAMPLES = ROOT / "docs" / "examples"
WARDS, NOW, LATER = (EXAMPLES / f"index-wards{end}.csv" for end in ("", "-now", "-2026"))
MAPPING = EXAMPLES / "index-mapping.csv"
RULES = ("--rules", "index-ward-illustrative", "--on", "2026-01-20")
LATER_RULES = ("--with-rules", EXAMPLES / "index-ward-2026.json", "--with-on", "2026-12-31")
PARTS = ("base", "bonus", "penalty", "settled")


@pytest.fixture(scope="module")
def index() -> sk.Index:
    return sk.Index.load("index-ward-illustrative", on="2026-01-20")


@pytest.fixture(scope="module")
def later() -> sk.Index:
    return sk.Index.load(EXAMPLES / "index-ward-2026.json", on="2026-12-31")


def same_as_command(found: sk.IndexComparison, *arguments: object) -> None:
    for kind, text in (("json", found.to_json()), ("csv", found.to_csv())):
        assert text.encode() == printed("index", "compare", *arguments, "--format", kind).encode()
    for lang in ("vi", "en"):
        assert found.to_text(lang) == printed("index", "compare", *arguments, "--lang", lang)  # type: ignore[arg-type]
    assert str(found) == found.to_text()


def test_the_bytes_are_those_of_the_command(index: sk.Index, later: sk.Index, tmp_path: Path) -> None:
    same_as_command(index.compare(WARDS, NOW), WARDS, NOW, *RULES)
    found = index.compare(WARDS, LATER, mapping=MAPPING, with_index=later)
    same_as_command(found, WARDS, LATER, *RULES, *LATER_RULES, "--mapping", MAPPING)
    same_as_command(index.compare(WARDS, LATER, with_index=later), WARDS, LATER, *RULES, *LATER_RULES)
    years = two_years(tmp_path)
    found = index.compare(years, years, year_before=2025, year_after=2026)
    same_as_command(found, years, years, *RULES, "--year-before", "2025", "--year-after", "2026")
    assert [row["year_after"] for row in found.offices] == [2026, 2026]
    assert len(index.compare(years, years).offices) == 4


def two_years(folder: Path) -> Path:
    text = WARDS.read_text(encoding="utf-8")
    second = text.replace(",2025\n", ",2026\n").replace("self,8.5", "self,9.5").split("\n", 1)[1]
    (folder / "years.csv").write_text(text + second, encoding="utf-8")
    return folder / "years.csv"


def test_tables_of_a_frame_a_text_and_a_file_are_compared_alike(index: sk.Index, later: sk.Index) -> None:
    wanted = index.compare(WARDS, LATER, mapping=MAPPING, with_index=later).to_json()
    text = LATER.read_text(encoding="utf-8")
    frame = pd.read_csv(WARDS, dtype={"value": "string"})
    rows = pl.read_csv(WARDS, infer_schema_length=0)
    for before in (frame, rows, rows.to_arrow(), rows.to_dicts(), rows.to_dict(as_series=False)):
        assert index.compare(before, text, mapping=MAPPING, with_index=later).to_json() == wanted
    assert (
        index.compare(str(WARDS), pd.read_csv(LATER, dtype="string"), mapping=MAPPING, with_index=later).to_json()
        == wanted
    )
    with pytest.raises(sk.Error, match="SK1204"):
        index.compare(pd.DataFrame([{"office": "a", "round": "self", "on-time": 0.1 + 0.2}]), WARDS)
    rounded = index.compare(pd.DataFrame([{"office": "a", "round": "self", "on-time": 0.1 + 0.2}]), WARDS, decimals=4)
    assert rounded.offices[0]["not_compared"] == "office-gone"


def test_sheets_of_one_workbook(index: sk.Index, tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    with pd.ExcelWriter(book) as writer:
        for name, path in (("first", WARDS), ("second", NOW)):
            pd.read_csv(path, dtype="string").to_excel(writer, sheet_name=name, index=False)
    wanted = index.compare(WARDS, NOW).to_json()
    assert index.compare(book, book, sheet=("first", "second")).to_json() == wanted
    assert index.compare(book, book, sheet="first").to_json() == index.compare(WARDS, WARDS).to_json() != wanted


def test_every_form_of_a_mapping_says_the_same(index: sk.Index, later: sk.Index) -> None:
    pairs: list[tuple[str | None, str | None]] = [
        ("on-time", "on-time-desk"),
        ("on-time", "on-time-online"),
        ("feedback", "answers"),
        ("reports-late", None),
        (None, "reports-on-time"),
        ("impact", "impact"),
    ]
    listed = [{"from": one or "", "to": other or ""} for one, other in pairs]
    text = "from,to\n" + "".join(f"{one or ''},{other or ''}\n" for one, other in pairs)
    of = {"on-time": ["on-time-desk", "on-time-online"], "feedback": "answers", "reports-late": None}
    forms = [
        pairs,
        iter(pairs),
        listed,
        text,
        text.encode(),
        json.dumps(listed),
        {**of, None: "reports-on-time", "impact": ("impact",)},
        pd.DataFrame(pairs, columns=["from", "to"]),
        pl.DataFrame(pairs, schema=["from", "to"], orient="row"),
        pl.DataFrame(pairs, schema=["to-be", "to"], orient="row").rename({"to-be": "from"}).to_arrow(),
    ]
    found = [index.compare(WARDS, LATER, mapping=form, with_index=later) for form in forms]
    assert {one.to_json() for one in found} == {found[0].to_json()}
    assert found[0].to_json() != index.compare(WARDS, LATER, mapping=MAPPING, with_index=later).to_json()
    assert [line["before"] for line in found[0].lines if line["declared"]] == [("impact",)]
    with pytest.raises(TypeError, match="pairs"):
        index.compare(WARDS, LATER, mapping=["on-time", "online"], with_index=later)


def mangled(office: int) -> dict[str, Any]:
    """A row of the made-up table with other figures, some missing."""
    row = dict(index_tables.wide(office + 1)[office])
    for at, (name, kind) in enumerate(index_tables.INPUTS.items()):
        row[name] = index_tables.figure(office * 3 + 1, at + 5, kind)
        if (office + at) % 4 == 0:
            row[name] = None
    return row


def test_what_is_compared_and_what_is_not_add_up_to_both_totals_exactly(index: sk.Index, later: sk.Index) -> None:
    before, after = index_tables.wide(30), [mangled(office) for office in range(5, 35)]
    assert_reconciled(index.compare(before, after), index.score(before), index.score(after))
    mapping = {"on-time": ["on-time-desk", "on-time-online"], "feedback": "answers"}
    found = index.compare(before, LATER, mapping=mapping, with_index=later)
    assert_reconciled(found, index.score(before), later.score(LATER))
    assert_reconciled(index.compare(WARDS, LATER, with_index=later), index.score(WARDS), later.score(LATER))


def assert_reconciled(found: sk.IndexComparison, before: sk.IndexScores, after: sk.IndexScores) -> None:
    totals = {side: {row["office"]: row["total"] for row in scores.offices}
              for side, scores in (("before", before), ("after", after))}  # fmt: skip
    assert found.offices.column("office") == list(dict.fromkeys([*totals["before"], *totals["after"]]))
    for office in found.offices:
        parts = [line for line in found.lines if line["office"] == office["office"] and line["kind"] in PARTS]
        for side, of in totals.items():
            total = of.get(office["office"])
            assert office[f"total_{side}"] == total
            if total is None:
                assert [line[f"points_{side}"] for line in parts if line[f"points_{side}"]] == []
                continue
            assert office[f"compared_{side}"] + office[f"apart_{side}"] == total
            sums = {True: Fraction(0), False: Fraction(0)}
            for line in parts:
                sums[line["not_compared"] is None] += line[f"points_{side}"] or 0
            assert (sums[True], sums[False]) == (office[f"compared_{side}"], office[f"apart_{side}"])
        for line in parts:
            if line["not_compared"] is None:
                assert line["change"] == line["points_after"] - line["points_before"]
            else:
                assert (line["change"], line["share_change"]) == (None, None)
    assert len(found.apart) == sum(line["not_compared"] is not None for line in found.lines)


def test_the_tables_say_what_the_csv_and_the_json_say(index: sk.Index, later: sk.Index) -> None:
    for found in (index.compare(WARDS, NOW), index.compare(WARDS, LATER, mapping=MAPPING, with_index=later)):
        rows = list(csv.DictReader(io.StringIO(found.to_csv())))
        assert len(rows) == len(found.lines)
        for row, line in zip(rows, found.lines):
            for name in ("office", "kind", "not_compared"):
                assert (line[name] or "") == row[name]
            for side in ("before", "after"):
                assert " + ".join(line[side] or ()) == row[side]
                assert str(line[f"year_{side}"] or "") == row[f"year_{side}"]
            for name in line:
                if found.lines.kinds[name] == "exact" and not (line["kind"] == "settled" and name.startswith("max")):
                    assert line[name] == (Fraction(row[name]) if row[name] else None)
    assert found.to_dict() == json.loads(found.to_json())
    ward, gone, new = found.offices
    assert (ward["total_before"], ward["total_after"]) == (Fraction("86.7"), Fraction("92.7"))
    assert (ward["best_before"], ward["best_after"], ward["worst_after"], ward["group_worst_after"]) == (1, 1, 2, 2)
    assert (ward["change"], ward["not_compared"]) == (None, "content")
    assert (gone["year_after"], gone["total_after"], gone["best_after"], gone["not_compared"]) == (
        None,
        None,
        None,
        "office-gone",
    )
    assert (new["year_before"], new["open_after"], new["not_compared"]) == (None, Fraction("82.5"), "office-new")
    assert found.editions == (index.edition, later.edition)
    assert "3 offices" in repr(found)
    assert found._repr_html_().startswith("<table>")
    assert found.lines.to_pandas()["change"].dropna().iloc[0] == 0
    assert found.lines.to_polars().height == found.lines.to_arrow().num_rows == len(rows)
    assert "settled" in index.compare(WARDS, NOW).lines.column("kind")


def told(call: Callable[[], object]) -> list[tuple[str, str, int, int, str]]:
    with pytest.raises(sk.Error) as caught:
        call()
    return [(one["id"], one["file"], one["line"], one["column"], one["pointer"]) for one in caught.value.problems]


def test_a_year_that_a_table_does_not_have_is_told_with_those_that_there_are(index: sk.Index) -> None:
    with pytest.raises(sk.Error) as caught:
        index.compare(WARDS, NOW, year_after=2024)
    (problem,) = caught.value.problems
    done = run("index", "compare", WARDS, NOW, *RULES, "--year-after", "2024", "--format", "json")
    assert problems(done) == [problem]
    assert (problem["id"], problem["file"]) == ("SK1308", str(NOW))
    assert "2025" in problem["message"]["en"]
    rows = list(csv.DictReader(io.StringIO(WARDS.read_text(encoding="utf-8"))))
    assert told(lambda: index.compare(rows, rows, year_before=2024)) == [("SK1308", "before list", 0, 0, "")]


@pytest.mark.parametrize(
    ("mapping", "line", "column", "near"),
    [
        ("from,to\non-time,on-time-dsk\n", 2, 9, "on-time-desk"),
        ("from,to\nfeedback,answers\non-tiem,on-time-desk\n", 3, 1, "on-time"),
        ('[{"from": "on-time", "to": "on-time-desk"},\n {"from": "feedbak", "to": "answers"}]', 2, 11, "feedback"),
        ("from,to\non-time,\non-time,on-time-desk\n", 3, 1, "on-time"),
        ("from\non-time\n", 1, 1, "to"),
    ],
)
def test_a_faulty_mapping_is_told_with_its_line(
    mapping: str, line: int, column: int, near: str, index: sk.Index, later: sk.Index, tmp_path: Path
) -> None:
    path = tmp_path / "mapping.csv"
    path.write_text(mapping, encoding="utf-8")
    with pytest.raises(sk.Error) as caught:
        index.compare(WARDS, LATER, mapping=path, with_index=later)
    (problem,) = caught.value.problems
    assert (problem["file"], problem["line"], problem["column"]) == (str(path), line, column)
    assert near in problem["message"]["en"]
    done = run("index", "compare", WARDS, LATER, *RULES, *LATER_RULES, "--mapping", path, "--format", "json")
    assert problems(done) == [problem]
    (same,) = told(lambda: index.compare(WARDS, LATER, mapping=mapping, with_index=later))
    assert same == (problem["id"], "mapping", line, column, "")


def test_a_faulty_mapping_of_python_is_told_by_its_own_names(index: sk.Index, later: sk.Index) -> None:
    def faults(mapping: object) -> list[tuple[str, str, str]]:
        found = told(lambda: index.compare(WARDS, LATER, mapping=mapping, with_index=later))
        return [(id_, file, place) for id_, file, _, _, place in found]

    assert faults({"feedback": "answers", "on-time": ["on-time-desk", "x"]}) == [("SK1308", "mapping", "['on-time']")]
    assert faults([("feedback", "answers"), ("x", None)]) == [("SK1308", "mapping", "[1]")]
    assert faults([("feedback", "answers"), ("feedback", "answers")]) == [("SK1302", "mapping", "[1]")]
    frame = pd.DataFrame({"from": ["feedback", "on-time"], "to": ["answers", "x"]}, index=["a", "b"])
    assert faults(frame) == [("SK1308", "DataFrame", ".loc['b', 'to']")]
    assert faults(frame.rename(columns={"to": "too"})) == [("SK1014", "DataFrame", ".columns")]
    with pytest.raises(sk.Error, match="no-such"):
        index.compare(WARDS, LATER, mapping="no-such.csv")


def test_a_fault_of_a_table_is_told_at_its_cell_and_by_its_side(index: sk.Index) -> None:
    good = index_tables.wide(3)
    bad = [*good[:2], {**good[2], "on-time": 2}]
    assert told(lambda: index.compare(good, bad)) == [("SK1205", "after list", 0, 0, "[2]['on-time']")]
    assert told(lambda: index.compare(bad, good)) == [("SK1205", "before list", 0, 0, "[2]['on-time']")]
    assert told(lambda: index.compare(WARDS, bad)) == [("SK1205", "list", 0, 0, "[2]['on-time']")]
    faulty = WARDS.read_text(encoding="utf-8").replace("feedback,self,100%", "feedbak,self,100%")
    done = problems(run("index", "compare", WARDS, "-", *RULES, "--format", "json", text=faulty))
    (found,) = told(lambda: index.compare(WARDS, faulty))
    assert (found[0], found[2], found[3]) == tuple(done[0][key] for key in ("id", "line", "column"))
