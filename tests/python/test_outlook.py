"""What may be done now: the same through every door, and in step with the report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sangkien as sk
from command import printed, problems, run

ROOT = Path(__file__).resolve().parents[2]
SEASON = ROOT / "docs" / "examples" / "gia-vien-2025.season.json"
NAMES = ["charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"]
OPTIONS = [part for name in NAMES for part in ("--rules", name)]
AS_OF = "2025-09-24T12:00+07:00"


@pytest.fixture(scope="module")
def rules() -> sk.Rules:
    return sk.Rules.load(*NAMES)


@pytest.mark.parametrize("as_of", ["2025-09-20T08:00+07:00", AS_OF, "2025-09-30T17:00+07:00"])
def test_the_command_and_python_tell_the_same(rules: sk.Rules, as_of: str) -> None:
    command = ["lifecycle", "permitted", SEASON, *OPTIONS, "--as-of", as_of]
    here = sk.outlook(rules, SEASON, as_of)
    assert printed(*command, "--format", "json") == here.to_json() + "\n" * (not here.to_json().endswith("\n"))
    assert printed(*command) == here.to_text()
    assert printed(*command, "--lang", "en") == here.to_text("en")
    assert printed(*command, "--all", "--format", "json").rstrip() == sk.outlook(
        rules, SEASON, as_of, ended=True
    ).to_json().rstrip()


def test_an_initiative_is_asked_for_by_id(rules: sk.Rules) -> None:
    here = sk.outlook(rules, sk.Season.load(SEASON), AS_OF)
    accept = here["SK-01"]["accept"]
    assert (accept["verdict"], accept["here"], accept["plan"]["verdict"]) == ("pass", True, "pass")
    assert [step["step"]["id"] for step in here["SK-01"]["recognise"]["plan"]["steps"]] == [
        "accept",
        "appraise",
        "recognise",
    ]
    assert here["SK-01"]["file"]["plan"]["barriers"][0]["id"] == "no-way-from-here"
    with pytest.raises(KeyError, match="SK-99"):
        here["SK-99"]
    assert here.to_dict() == json.loads(here.to_json())
    assert repr(here) == f"<sangkien.Outlook: {len(here.initiatives)} initiatives>"


def test_one_initiative_from_the_command_and_a_wrong_id() -> None:
    command = ["lifecycle", "permitted", SEASON, *OPTIONS, "--as-of", AS_OF, "--format", "json"]
    found = json.loads(printed(*command, "--initiative", "SK-03"))["initiatives"]
    assert [one["id"] for one in found] == ["SK-03"]
    (wrong,) = problems(run(*command, "--initiative", "SK-033"))
    assert wrong["id"] == "SK1313"
    assert "SK-03" in wrong["message"]["en"]
