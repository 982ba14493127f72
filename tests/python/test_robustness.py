"""How firmly results stand: the same through the command and Python, every file told."""

from __future__ import annotations

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
