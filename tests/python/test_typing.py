"""The types of the package hold, and an analyst's script is checked against them as strictly as can be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.py"))

RIGHT = """
import datetime
from fractions import Fraction
from pathlib import Path
from typing import assert_type
import numpy as np
import numpy.typing as npt
import sangkien as sk

cal = sk.Calendar.civil_service()
days = np.arange("2025-09-01", "2025-09-30", dtype="datetime64[D]")
assert_type(cal.is_working("2025-09-19"), bool)
assert_type(cal.is_working(datetime.date(2025, 9, 19)), bool)
assert_type(cal.is_working(["2025-09-19"]), list[bool])
assert_type(cal.is_working(days), npt.NDArray[np.bool_])
assert_type(cal.add_working_days("2025-09-19", 3), datetime.date)
assert_type(cal.add_working_days(days, 3), npt.NDArray[np.datetime64])
assert_type(cal.count_working_days("2025-09-19", "2025-09-20"), int)
assert_type(cal.count_working_days(days, "2025-09-20"), npt.NDArray[np.int64])
assert_type(sk.to_lunar("2026-04-26"), sk.LunarDate)
assert_type(sk.to_lunar(["2026-04-26"]), list[sk.LunarDate])
assert_type(sk.to_lunar(days).year, npt.NDArray[np.int16])
assert_type(sk.from_lunar(2026, 3, 10), datetime.date)
assert_type(sk.from_lunar(*sk.to_lunar(days)[:4]), npt.NDArray[np.datetime64])
assert_type(sk.from_lunar(np.array([2026]), 3, 10), npt.NDArray[np.datetime64])
assert_type(sk.Period("1 month").end("2025-09-19", cal).day, datetime.date | None)
report = sk.Rules.load("a", Path("b")).evaluate(Path("season.json"), as_of="2025-09-30T17:00+07:00")
assert_type(report.initiatives, sk.Table)
assert_type(report.initiatives[1:], sk.Table)
assert_type(report.to_json(), str)
index = sk.Index.load("a", Path("b"), on=datetime.date(2026, 1, 20))
assert_type(index.whole, Fraction)
assert_type(index.score("wards.xlsx", until="self").ranks(by_group=True), sk.Table)
assert_type(index.score([{"office": "a"}], decimals=4).to_csv(), str)
assert_type(index.check({"office": ["a"]})[0]["pointer"], str)
found = index.compare("a.csv", [{"office": "a"}], mapping={"a": ["b", "c"]}, with_index=index, year_after=2026)
assert_type(found.lines[0:2], sk.Table)
assert_type(found.editions, tuple[str, str])
record = sk.make_record(sk.Rules.load("a"), Path("season.json"), as_of="2025-09-30T17:00+07:00", note="a")
check = sk.verify_record(record, sk.Rules.load("a"), {"season": 1}, report)
assert_type(check.same, bool)
assert_type(check.differences[0]["message"]["en"], str)
try:
    pass
except sk.Error as error:
    assert_type(error.problems[0]["line"], int)
    assert_type(error.problems[0]["message"]["vi"], str)
"""

WRONG = """
import sangkien as sk
cal = sk.Calendar.civil_service()
cal.is_working(20350)
cal.add_working_days("2025-09-19")
cal.add_working_days("2025-09-19", 0, roll="sideways")
sk.Rules.load(1)
sk.Rules.load("a").evaluate({}, as_of="x")
sk.Rules.load("a").evaluate("season.json")
sk.Report().initiative
"""


def mypy(*arguments: object, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={folder / 'cache'}"]
    return subprocess.run([*command, *map(str, arguments)], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mypy")


def test_the_installed_package_is_typed_throughout(folder: Path) -> None:
    done = mypy("-p", "sangkien", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_typed(example: Path, folder: Path) -> None:
    done = mypy(example, folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_examples() -> None:
    assert EXAMPLES


def test_answers_have_the_types_that_are_told(folder: Path) -> None:
    (folder / "right.py").write_text(RIGHT, encoding="utf-8")
    done = mypy("right.py", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr


def test_wrong_calls_are_found(folder: Path) -> None:
    (folder / "wrong.py").write_text(WRONG, encoding="utf-8")
    done = mypy("wrong.py", folder=folder)
    wrong = {int(line.split(":")[1]) for line in done.stdout.splitlines() if ": error:" in line}
    assert wrong == set(range(4, 11)), done.stdout
