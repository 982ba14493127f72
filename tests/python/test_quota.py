"""The quotas of units: the same through every door, and in step with the report."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction

import pytest
import sangkien as sk
from command import ROOT, printed, problems, run

SEASON = ROOT / "docs" / "examples" / "gia-vien-2025.season.json"
NAMES = ["charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"]
OPTIONS = [part for name in NAMES for part in ("--rules", name)]
BEFORE, AFTER = "2025-09-22T08:00+07:00", "2025-09-30T17:00+07:00"
UNITS = ROOT / "tests" / "cases" / "quota-units"


@pytest.fixture(scope="module")
def rules() -> sk.Rules:
    return sk.Rules.load(*NAMES)


@pytest.mark.parametrize("as_of", [BEFORE, "2025-09-24T12:00+07:00", AFTER])
def test_the_command_and_python_tell_the_same(rules: sk.Rules, as_of: str) -> None:
    command = ["quota", SEASON, *OPTIONS, "--as-of", as_of]
    here = rules.quota(SEASON, as_of)
    assert printed(*command, "--format", "json").rstrip() == here.to_json().rstrip()
    assert printed(*command) == here.to_text()
    assert printed(*command, "--lang", "en") == here.to_text("en")
    rows = list(csv.DictReader(io.StringIO(printed(*command, "--format", "csv"))))
    assert [row["unit"] for row in rows] == here.column("unit")
    assert [row["prospect"] for row in rows] == here.column("prospect")
    assert [Fraction(row["counted"]) for row in rows] == here.column("counted")


def test_each_account_is_that_of_the_report(rules: sk.Rules) -> None:
    for names, season, as_of in ((NAMES, SEASON, AFTER), ([UNITS / "ward-units.json"], UNITS / "season.json", AFTER)):
        loaded = sk.Rules.load(*names)
        report = loaded.evaluate(season, as_of)
        wanted = [(u["unit"]["id"], q) for u in report.to_dict()["units"] for q in u["quota"]]
        accounts = json.loads(loaded.quota(season, as_of).to_json())["accounts"]
        assert [(account["unit"]["id"], account["quota"]) for account in accounts] == wanted
        assert wanted


def test_what_is_still_possible_and_what_no_longer_is(rules: sk.Rules) -> None:
    before = {row["unit"]: row for row in rules.quota(SEASON, BEFORE)}
    assert (before["u-10"]["prospect"], before["u-10"]["working_days"], before["u-10"]["missing"]) == ("possible", 3, 1)
    assert before["u-10"]["by"].isoformat() == "2025-09-25T00:00:00+07:00"
    assert before["u-01"]["ready"] == ("SK-01", "SK-02", "SK-07")
    after = {row["unit"]: row for row in rules.quota(SEASON, AFTER)}
    assert (after["u-10"]["prospect"], after["u-10"]["working_days"], after["u-10"]["ready"]) == ("over", 0, ())
    assert after["u-01"]["prospect"] == "met"
    last = {row["unit"]: row for row in rules.quota(SEASON, "2025-09-24T23:59:59+07:00")}
    assert (last["u-16"]["prospect"], last["u-16"]["working_days"]) == ("possible", 1)


def test_one_unit_a_wrong_one_and_an_open_quota() -> None:
    command = ["quota", SEASON, *OPTIONS, "--as-of", AFTER, "--format", "json"]
    assert [a["unit"]["id"] for a in json.loads(printed(*command, "--unit", "u-12"))["accounts"]] == ["u-12"]
    (wrong,) = problems(run(*command, "--unit", "u-99"))
    assert wrong["id"] == "SK1307"
    assert run(*command, "--strict").returncode == 0
    units = ["quota", UNITS / "season.json", "--rules", UNITS / "ward-units.json", "--as-of", AFTER]
    assert run(*units, "--strict").returncode == 3
    assert run(*units).returncode == 0
