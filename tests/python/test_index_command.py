"""`sangkien index`: tables of offices on the command line."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from .command import ROOT, printed, problems, run

TABLE = ROOT / "docs" / "examples" / "index-wards.csv"
RULES = ("--rules", "index-ward-illustrative", "--on", "2026-01-20")


def score(table: Path, *more: str) -> dict[str, Any]:
    out: dict[str, Any] = json.loads(printed("index", "score", table, *RULES, "--format", "json", *more))
    return out


def test_points_worked_by_hand() -> None:
    first, second = score(TABLE)["offices"]
    # 4 + 8 + 3 + 6 of direction; 19.2 + 15 + 8.5 of procedures; 16 + 5 of impact; 2 of bonus
    assert (first["total"], first["complete"], first["bonus"]) == ("86.7", True, "2")
    # No evidence of the plan, no count of late reports: 0. Points to be given are open; without the survey 80 are left.
    base = 4 + 6 + Fraction("18.2") + 5 + 4
    assert second["complete"] is False
    assert Fraction(second["total"]) == base * Fraction(100, 80) - 1
    assert Fraction(second["open"]) == 10 * Fraction(100, 80)


def test_what_rounds_give_otherwise_is_told_with_its_lines() -> None:
    (one, other) = score(TABLE, "--round", "appraised-1", "--against", "self")["differences"]
    assert (one["component"], one["from"], one["to"], one["to_line"]) == ("initiatives-recognised", "9", "6", 12)
    assert (other["component"], other["evidence"]) == ("on-time", "KL-07/2026")


def test_the_csv_adds_up() -> None:
    rows = list(csv.DictReader(io.StringIO(printed("index", "score", TABLE, *RULES, "--format", "csv"))))
    of_base = [row for row in rows if row["office"] == "phuong-a" and row["kind"] == "base"]
    total = next(row for row in rows if row["office"] == "phuong-a" and row["kind"] == "total")
    assert sum(Fraction(row["points"]) for row in of_base) + 2 == Fraction(total["points"])


def test_a_locked_figure_that_changed_is_refused(tmp_path: Path) -> None:
    changed = tmp_path / "now.csv"
    changed.write_text(TABLE.read_text(encoding="utf-8").replace("self,8.5", "self,9.5"), encoding="utf-8")
    as_of = ("--earlier", str(TABLE), "--as-of", "2026-01-20T08:00+07:00")
    (problem,) = problems(run("index", "score", changed, *RULES, *as_of, "--format", "json"))
    assert (problem["id"], problem["line"], problem["column"]) == ("SK1371", 8, 34)
    assert printed("index", "score", TABLE, *RULES, *as_of)


def test_an_edition_that_is_not_in_force_is_refused() -> None:
    (problem,) = problems(run("index", "score", TABLE, *RULES[:3], "2020-01-01", "--format", "json"))
    assert problem["id"] == "SK1374"
