"""Every case of tests/cases through the Python door and the command: the bytes that C++ and C are held to as well."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest
import sangkien

ROOT = Path(__file__).resolve().parents[2]
COMMAND = os.environ.get("SANGKIEN_COMMAND", str(ROOT / "build" / "sangkien"))
SHEETS = sorted(file.parent for file in (ROOT / "tests" / "scores").glob("*/case.txt"))
CASES = sorted(file.parent for file in (ROOT / "tests" / "cases").glob("*/case.txt"))


class Case(NamedTuple):
    rules: list[str]
    facts: str
    as_of: str


def read_case(folder: Path, facts: str = "season") -> Case:
    lines = [line.partition(" ") for line in (folder / "case.txt").read_text(encoding="utf-8").splitlines()]
    values = {key: value for key, _, value in lines}
    assert values.keys() == {"about-vi", "about-en", "rules", facts, "as-of"}
    assert all(values.values()), "an empty line of case.txt"
    return Case([value for key, _, value in lines if key == "rules"], values[facts], values["as-of"])


def expected(folder: Path, name: str) -> bytes:
    assert (folder / name).exists(), f"the case expects another answer than {name}"
    return (folder / name).read_bytes()


def difference(wanted: bytes, got: bytes) -> str:
    """The first line that differs: a report is too long for pytest to compare."""
    pairs = zip([*wanted.split(b"\n"), b"(end)"], [*got.split(b"\n"), b"(end)"])
    for number, (a, b) in enumerate(pairs, 1):
        if a != b:
            return f"line {number}: expected {a.decode()}, got {b.decode()}"
    return "" if wanted == got else "one is longer than the other"


def test_there_are_cases_of_both_kinds() -> None:
    kinds = [sum((folder / name).exists() for folder in CASES) for name in ("report.json", "error.json")]
    assert sum(kinds) == len(CASES)
    assert min(kinds) > 20


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_python_gives_the_expected_answer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = read_case(folder)
    monkeypatch.chdir(folder)
    problems = None
    try:
        name = "report.json"
        answer = sangkien.Rules.load(*case.rules).evaluate(case.facts, as_of=case.as_of).to_json()
    except sangkien.Error as error:
        name, answer, problems = "error.json", error.to_json(), error.problems
    assert difference(expected(folder, name), answer.encode()) == ""
    assert problems is None or json.loads(answer) == {"error": {"problems": problems}}


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_the_command_gives_the_expected_answer(folder: Path) -> None:
    case = read_case(folder)
    rules = [part for rule in case.rules for part in ("--rules", rule)]
    done = subprocess.run(
        [COMMAND, "evaluate", case.facts, *rules, "--as-of", case.as_of, "--format", "json"],
        cwd=folder,
        capture_output=True,
        timeout=120,
        check=False,
    )
    name = {0: "report.json", 2: "error.json"}[done.returncode]
    assert difference(expected(folder, name), done.stdout) == ""


def test_each_shipped_rubric_has_a_sheet() -> None:
    named = {rule for folder in SHEETS for rule in read_case(folder, "sheet").rules}
    councils = {path.stem for path in (ROOT / "src" / "rulebooks").glob("council-*.json")}
    assert councils <= named
    kinds = [sum((folder / name).exists() for folder in SHEETS) for name in ("score.json", "error.json")]
    assert sum(kinds) == len(SHEETS)
    assert min(kinds) > 3


@pytest.mark.parametrize("folder", SHEETS, ids=lambda folder: folder.name)
def test_python_gives_the_expected_scores(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = read_case(folder, "sheet")
    monkeypatch.chdir(folder)
    try:
        name, answer = "score.json", sangkien.Rules.load(*case.rules).score(case.facts, as_of=case.as_of).to_json()
    except sangkien.Error as error:
        name, answer = "error.json", error.to_json()
    assert difference(expected(folder, name), answer.encode()) == ""


@pytest.mark.parametrize("folder", SHEETS, ids=lambda folder: folder.name)
def test_the_command_gives_the_expected_scores(folder: Path) -> None:
    case = read_case(folder, "sheet")
    rules = [part for rule in case.rules for part in ("--rules", rule)]
    done = subprocess.run(
        [COMMAND, "score", case.facts, *rules, "--as-of", case.as_of, "--format", "json"],
        cwd=folder,
        capture_output=True,
        timeout=120,
        check=False,
    )
    name = {0: "score.json", 2: "error.json"}[done.returncode]
    assert difference(expected(folder, name), done.stdout) == ""
