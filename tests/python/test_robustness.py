"""How firmly results stand: the same through the command and Python, every file told."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
import sangkien as sk
from command import printed

ROOT = Path(__file__).resolve().parents[2]
SEASON = ROOT / "docs" / "examples" / "gia-vien-2025.season.json"
NAMES = ["charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"]
OPTIONS = [part for name in NAMES for part in ("--rules", name)]
AS_OF = "2025-09-30T17:00+07:00"


@pytest.fixture(scope="module")
def found() -> sk.Robustness:
    return sk.Rules.load(*NAMES).robustness(SEASON, AS_OF)


def test_the_command_and_python_tell_the_same(found: sk.Robustness) -> None:
    command = ["score", "robustness", SEASON, *OPTIONS, "--as-of", AS_OF]
    assert printed(*command, "--format", "json").rstrip() == found.to_json().rstrip()
    assert printed(*command).rstrip() == found.to_text().rstrip()
    assert printed(*command, "--lang", "en").rstrip() == found.to_text("en").rstrip()


def test_every_file_of_the_season_is_told(found: sk.Robustness) -> None:
    season: dict[str, Any] = json.loads(SEASON.read_text(encoding="utf-8"))
    told = found.to_json()
    for initiative in season["initiatives"]:
        assert f'"{initiative["id"]}"' in told


def test_the_fewest_votes_are_those_that_trying_all_finds(found: sk.Robustness) -> None:
    rules = sk.Rules.load(*NAMES)
    season: dict[str, Any] = json.loads(SEASON.read_text(encoding="utf-8"))
    told = {one["initiative"]: one["votes"] for one in found.initiatives}

    def decision(initiative: str, turned: dict[str, str]) -> str:
        ballots = [
            {**one, "vote": turned[one["member"]]}
            if one["initiative"] == initiative and one["member"] in turned
            else one
            for one in season["ballots"]
        ]
        report = rules.evaluate(sk.Season.from_json({**season, "ballots": ballots}), AS_OF)
        return next(row["decision"] for row in report.initiatives if row["id"] == initiative)

    for initiative in ("SK-02", "SK-08", "SK-10"):
        cast = {one["member"]: one["vote"] for one in season["ballots"] if one["initiative"] == initiative}
        before = decision(initiative, {})
        by = told[initiative]["by"]
        assert by is not None
        for size in range(1, by + 1):
            turning = [
                dict(zip(members, votes))
                for members in itertools.combinations(cast, size)
                for votes in itertools.product(("agree", "disagree", "abstain"), repeat=size)
                if all(cast[member] != vote for member, vote in zip(members, votes))
            ]
            flips = any(decision(initiative, turned) not in (before, "undetermined") for turned in turning)
            assert flips == (size == by)
