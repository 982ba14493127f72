"""What initiatives add to the index: the same through every door, and totals that are those of the report."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction

import pytest
import sangkien as sk
from command import ROOT, printed, run

SEASON = ROOT / "docs" / "examples" / "gia-vien-2025.season.json"
NAMES = ["charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"]
OPTIONS = [part for name in NAMES for part in ("--rules", name)]
AS_OF = "2025-09-30T17:00+07:00"


@pytest.fixture(scope="module")
def report() -> sk.Report:
    return sk.Rules.load(*NAMES).evaluate(SEASON, AS_OF)


def test_the_command_and_python_tell_the_same(report: sk.Report) -> None:
    command = ["index", "contribute", SEASON, *OPTIONS, "--as-of", AS_OF]
    here = report.attribution()
    assert printed(*command, "--format", "json").rstrip() == here.to_json().rstrip()
    assert printed(*command) == here.to_text()
    assert printed(*command, "--lang", "en") == here.to_text("en")
    rows = list(csv.DictReader(io.StringIO(printed(*command, "--format", "csv"))))
    assert [row["initiative"] for row in rows] == here.column("initiative")
    assert [Fraction(row["shapley"]) for row in rows] == here.column("shapley")
    assert run(*command, "--strict").returncode == 3  # of u-07 one is open


def test_totals_are_those_of_the_report(report: sk.Report) -> None:
    ledger = report.attribution()
    points = {row["unit"]: row["least"] for row in report.index if row["input"] == "initiatives"}
    shares = {unit: Fraction(0) for unit in points}
    for row in ledger:
        shares[row["unit"]] += row["shapley"]
    assert shares == points
    assert {row["unit"]: row["shapley"] for row in ledger.units} == points
    whole = Fraction(json.loads(ledger.to_json())["shapley"])
    assert sum(ledger.areas.column("shapley")) == sum(points.values()) == whole == 38
    assert {row["unit"]: row["points"] for row in ledger.components} == points
    marginal: dict[str, Fraction] = {}
    for row in ledger:
        marginal[row["initiative"]] = marginal.get(row["initiative"], Fraction(0)) + row["marginal"]
    of_report = {row["id"]: row["index_marginal"] for row in report.initiatives}
    assert marginal
    assert {name: of_report[name] for name in marginal} == marginal


def test_shares_are_those_of_plain_fractions(report: sk.Report) -> None:
    steps = [0, 3, 4, 5]  # of the illustrative index
    ledger = report.attribution()
    counted = {row["unit"]: row["counted"] for row in ledger.components}
    for row in ledger:
        assert row["shapley"] == Fraction(steps[min(counted[row["unit"]], 3)], counted[row["unit"]])
        assert (row["finding"] == "contribution-saturated") == (counted[row["unit"]] > 3)


def test_every_recognised_initiative_has_its_points_with_clause_component_and_reason(report: sk.Report) -> None:
    counted = {
        (unit["id"], row["initiative"])
        for row in report.attribution()
        for unit in report.units
        if unit["id"] == row["unit"]
    }
    recognised = [row for row in report.initiatives if row["state"] == "recognised"]
    assert recognised
    for row in recognised:
        assert any((unit, row["id"]) in counted for unit in row["units"]), row["id"]
    named = {one["initiative"]: one for one in report.attribution()}
    assert set(named) == {one for _, one in counted}
    components = {(row["unit"], row["component"]) for row in report.index if row["input"] == "initiatives"}
    for line in report.attribution():
        assert (line["unit"], line["component"]) in components
        assert line["clause"].startswith(line["rulebook"] + ".")
        assert line["initiative"] in line["reason_vi"]
        assert line["initiative"] in line["reason_en"]
        assert line["unit"] in line["reason_en"]


def test_the_units_totals_are_the_shares_and_what_is_reported(report: sk.Report) -> None:
    """Unit by unit: shares of initiatives, and the sure points of every other component, make the index."""
    total: dict[str, Fraction] = {row["id"]: Fraction(0) for row in report.units}
    for row in report.attribution():
        total[row["unit"]] += row["shapley"]
    for row in report.index:
        if row["input"] != "initiatives":
            total[row["unit"]] += row["least"]
    assert total == {row["id"]: row["index_total"] for row in report.units}
