"""Verification with vectors and clause coverage, from Python and the command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sangkien as sk
from command import printed, run

ROOT = Path(__file__).resolve().parents[2]
RULEBOOKS = ROOT / "src" / "rulebooks"
VECTORS = sorted((RULEBOOKS / "vectors").glob("*.json"))
SEASON = ROOT / "docs" / "examples" / "gia-vien-2025.season.json"
AS_OF = "2025-09-30T17:00+07:00"


def copied(folder: Path, edit: Any) -> Path:
    """Dispatch 934 and its vectors, these edited."""
    path = folder / "gia-vien-934.json"
    path.write_bytes((RULEBOOKS / "gia-vien-934.json").read_bytes())
    (folder / "vectors").mkdir(exist_ok=True)
    text = (RULEBOOKS / "vectors" / "gia-vien-934.json").read_text(encoding="utf-8")
    (folder / "vectors" / "gia-vien-934.json").write_text(edit(text), encoding="utf-8")
    return path


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_the_shipped_vectors_are_of_their_schema_and_hold(path: Path) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(sk.schema("vectors")).validate(content)
    assert content["rulebook"] == path.stem
    for name in (path.stem, RULEBOOKS / path.name):
        assert [found for found in sk.verify(name) if found["severity"] == "error"] == []


def test_a_changed_expectation_is_an_error_at_its_line_through_both_doors(tmp_path: Path) -> None:
    path = copied(tmp_path, lambda text: text.replace('"state": "filed"', '"state": "accepted"', 1))
    (found,) = (one for one in sk.verify(path) if one["severity"] == "error")
    problem = found["problem"]
    lines = (tmp_path / "vectors" / "gia-vien-934.json").read_text(encoding="utf-8").splitlines()
    assert (problem["id"], found["waived"]) == ("SK1670", None)
    assert lines[problem["line"] - 1][problem["column"] - 1 :].startswith('"accepted"')
    assert problem["message"]["en"].endswith('should be "accepted" and is "filed".')
    done = run("rules", "verify", path, "--format", "json")
    (one,) = json.loads(done.stdout)["rulebooks"]
    assert (done.returncode, one["verdict"], one["problems"]) == (1, "fail", [problem])


def test_vectors_change_no_digest(tmp_path: Path) -> None:
    path = copied(tmp_path, lambda text: text)
    before = sk.Rules.load(path).rulebooks[-1]["digest"]
    (tmp_path / "vectors" / "gia-vien-934.json").unlink()
    assert (
        sk.Rules.load(path).rulebooks[-1]["digest"] == before == sk.Rules.load("gia-vien-934").rulebooks[-1]["digest"]
    )


def test_what_blocks_loading_is_in_the_list() -> None:
    (found,) = sk.verify("gia-vien-93")
    assert (found["severity"], found["problem"]["id"]) == ("error", "SK1501")


def test_coverage_is_the_same_through_both_doors() -> None:
    found = sk.coverage("gia-vien-934")
    assert found == json.loads(printed("rules", "coverage", "gia-vien-934", "--format", "json"))
    (book,) = found["rulebooks"]
    operative = [clause for clause in book["clauses"] if clause["operative"]]
    assert (found["whole"], found["problems"], len(operative)) == (True, [], 18)
    for clause in operative:
        assert clause["pass"] > 0
        assert clause["fail"] > 0 or clause["kind"] == "undated-duty"
        assert clause["cited_by"]
        assert clause["cases"]
        assert clause["missing"] == []


def test_require_both_ends_with_1_when_an_outcome_is_missing(tmp_path: Path) -> None:
    path = copied(tmp_path, lambda text: text)
    assert run("rules", "coverage", path, "--require-both").returncode == 0
    alone = copied(tmp_path, lambda text: json.dumps({**json.loads(text), "cases": []}))
    done = run("rules", "coverage", alone, "--require-both", "--lang", "en")
    assert done.returncode == 1
    assert "934.3.2: met 0, not met 0, open 0; MISSING: met, not met\n" in done.stdout


def test_seasons_are_further_cases() -> None:
    season = sk.Season.load(SEASON)
    others = ["council-illustrative", "index-illustrative"]
    found = sk.coverage("gia-vien-934", besides=others, seasons=[season], as_of=AS_OF)
    alone = sk.coverage("gia-vien-934")
    assert found["rulebooks"][0]["cases"] == alone["rulebooks"][0]["cases"] + 1
    options = ["--with", others[0], "--with", others[1], "--season", SEASON, "--as-of", AS_OF]
    assert found == json.loads(printed("rules", "coverage", "gia-vien-934", *options, "--format", "json"))
    with pytest.raises(TypeError):
        sk.coverage("gia-vien-934", seasons=[season])
    with pytest.raises(TypeError):
        sk.verify()
