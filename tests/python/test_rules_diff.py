"""Two rulebooks side by side: the same bytes from Python and the command, and what the schema says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sangkien as sk
from command import printed

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
SEASON = EXAMPLES / "gia-vien-2025.season.json"
AMENDED = EXAMPLES / "gia-vien-934-2026.json"
ALONG = ["charter-13-2012", "council-illustrative", "index-illustrative"]
AS_OF = "2025-09-30T17:00+07:00"


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    out: dict[str, Any] = json.loads((ROOT / "docs" / "difference.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(out)
    return out


def test_python_and_the_command_print_the_same_bytes(schema: dict[str, Any]) -> None:
    options = [part for name in ALONG for part in ("--with", name)]
    arguments = ["rules", "diff", "gia-vien-934", AMENDED, *options, "--season", SEASON, "--as-of", AS_OF]
    diff = sk.rules_diff("gia-vien-934", AMENDED, seasons=[SEASON], as_of=AS_OF, along=ALONG)
    assert diff.to_json() == printed(*arguments, "--format", "json")
    assert diff.to_text("en") == printed(*arguments, "--lang", "en")
    assert diff.to_text() == printed(*arguments, "--lang", "vi")
    jsonschema.validate(diff.to_dict(), schema)
    assert len(diff.outcomes) > 20
    assert repr(diff).startswith(f"<sangkien.RulesDiff: {len(diff.differences)} differences")
    assert diff.to_json() == sk.rules_diff(
        "gia-vien-934", str(AMENDED), seasons=[sk.Season.load(SEASON)], as_of=AS_OF, along=ALONG
    ).to_json().replace('"season.json"', json.dumps(str(SEASON)))


@pytest.mark.parametrize("texts", [False, True])
@pytest.mark.parametrize("new", sk.builtin_rulebooks())
def test_every_pair_of_shipped_rulebooks_gives_what_the_schema_says(
    new: str, texts: bool, schema: dict[str, Any]
) -> None:
    for old in ("gia-vien-934", "council-illustrative"):
        if old == new:
            continue
        diff = sk.rules_diff(old, new, texts=texts)
        jsonschema.validate(diff.to_dict(), schema)
        assert diff.differences
        assert not diff.outcomes
    assert sk.rules_diff(new, new, texts=texts).differences == []


def test_what_the_season_names_and_is_built_in_comes_by_itself() -> None:
    diff = sk.rules_diff("gia-vien-934", AMENDED, seasons=[SEASON], as_of=AS_OF)
    assert diff.to_json() == sk.rules_diff(
        "gia-vien-934", AMENDED, seasons=[SEASON], as_of=AS_OF, along=ALONG
    ).to_json()


def test_a_season_that_is_not_taken_is_said_so(schema: dict[str, Any]) -> None:
    # It names a rulebook of its own, which is not here.
    stranger = SEASON.parent / "an-binh-2026.season.json"
    diff = sk.rules_diff("gia-vien-934", AMENDED, seasons=[stranger], as_of=AS_OF)
    jsonschema.validate(diff.to_dict(), schema)
    assert [(one["evaluated_old"], one["evaluated_new"]) for one in diff.to_dict()["seasons"]] == [(False, False)]


def test_calls_that_make_no_sense_are_refused() -> None:
    with pytest.raises(TypeError, match="together"):
        sk.rules_diff("gia-vien-934", AMENDED, seasons=[SEASON])
    with pytest.raises(TypeError, match="together"):
        sk.rules_diff("gia-vien-934", AMENDED, as_of=AS_OF)
    with pytest.raises(TypeError, match="a list"):
        sk.rules_diff("gia-vien-934", AMENDED, seasons=str(SEASON), as_of=AS_OF)
    with pytest.raises(sk.Error) as found:
        sk.rules_diff("gia-vien-934", "gia-vien-935")
    assert [problem["id"] for problem in found.value.problems] == ["SK1501"]
