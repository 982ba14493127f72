"""`sangkien rules new`, and what `rules verify` says of the rulebook it starts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from .command import ROOT, printed, problems, run

TEMPLATES = ROOT / "src" / "templates"


def started(folder: Path, *options: str, name: str = "phuong-x") -> Path:
    path = folder / f"{name}.json"
    assert run("rules", "new", path, *options).returncode == 0
    return path


def verified(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(printed("rules", "verify", path, "--format", "json"))
    return found


def without_notes(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_notes(item) for key, item in value.items() if key != "note"}
    return value


def test_the_templates_differ_in_their_notes_alone() -> None:
    vi, en = (json.loads((TEMPLATES / f"ward.{lang}.json").read_text(encoding="utf-8")) for lang in ("vi", "en"))
    assert vi != en
    assert without_notes(vi) == without_notes(en)
    assert printed("rules", "new") == (TEMPLATES / "ward.vi.json").read_text(encoding="utf-8")
    assert printed("rules", "new", "-", "--lang", "en") == (TEMPLATES / "ward.en.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_is_started_is_sound_and_each_place_to_fill_in_is_told(lang: str, tmp_path: Path) -> None:
    path = started(tmp_path, "--lang", lang)
    found = verified(path)
    assert found["errors"] == 0
    doubts = [warning["problem"] for warning in found["rulebooks"][0]["warnings"]]
    told = {doubt["pointer"] for doubt in doubts}
    lines = {doubt["line"] for doubt in doubts if doubt["id"] == "SK1680"}
    text = path.read_text(encoding="utf-8").splitlines()
    places = {number for number, line in enumerate(text, 1) if "‹" in line and not re.match(r'\s*"(en|note)"', line)}
    assert lines == places
    assert len(places) > 25
    for value in ("/schedule/submission", "/schedule/decision", "/quota/one-per-unit"):
        assert value in told  # unverified: decides nothing


def test_what_is_filled_in_is_no_longer_told(tmp_path: Path) -> None:
    path = started(tmp_path, "--number", "7/UBND", "--issuer", "UBND phường X", "--issued", "2026-02-20")
    path.write_text(path.read_text(encoding="utf-8").replace("‹", "").replace("›", ""), encoding="utf-8")
    ids = {warning["problem"]["id"] for warning in verified(path)["rulebooks"][0]["warnings"] if not warning["waived"]}
    assert ids == {"SK1602", "SK1630"}


def test_options_are_filled_in_as_they_are(tmp_path: Path) -> None:
    issuer = 'UBND "phường" \\ ‹X›\t"0.1"'
    paper = ["--number", "77/UBND-VHXH", "--issuer", issuer, "--issued", "2025-09-19"]
    path = started(tmp_path, *paper, "--under", "city", "--under", "charter-13-2012")
    book = json.loads(path.read_text(encoding="utf-8"))
    assert (book["id"], book["under"]) == ("phuong-x", ["charter-13-2012", "city"])
    document = book["document"]
    assert (document["number"], document["issuer"]) == ("77/UBND-VHXH", issuer)
    assert (document["issued"], document["from"]) == ("2025-09-19", "2025-09-19")
    assert list(book["clauses"]) == [f"77.{number}" for number in range(1, 7)]
    assert book["schedule"]["submission"]["clause"] == "77.4"


def test_a_number_without_digits_leaves_the_clauses_as_they_are() -> None:
    book = json.loads(printed("rules", "new", "--number", "CV", "--id", "x"))
    assert next(iter(book["clauses"])) == "0.1"


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "phuong-x.json"
    path.write_text("mine", encoding="utf-8")
    told = problems(run("rules", "new", path, "--format", "json"))
    assert [problem["id"] for problem in told] == ["SK1011"]
    assert path.read_text(encoding="utf-8") == "mine"
    told = problems(run("rules", "new", tmp_path / "a" / "b.json", "--format", "json"))
    assert [problem["id"] for problem in told] == ["SK1013"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--id", "Phường"], "--id"),
        (["--issued", "2026-02-30"], "--issued"),
        (["--under", "a b"], "--under"),
        (["a.json", "--id", "b"], "SK1508"),
        (["Phường.json"], "SK1003"),
    ],
)
def test_what_cannot_be_an_id_or_a_day_is_refused_and_no_file_written(
    arguments: list[str], told: str, tmp_path: Path
) -> None:
    done = run("rules", "new", *(str(tmp_path / one) if one.endswith(".json") else one for one in arguments))
    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (2, "", [])
    assert told in done.stderr


def test_the_file_and_the_next_step_are_said(tmp_path: Path) -> None:
    path = tmp_path / "phuong-x.json"
    assert f"sangkien rules verify {path}" in printed("rules", "new", path)
    path.unlink()
    assert json.loads(printed("rules", "new", path, "--format", "json")) == {"file": str(path), "id": "phuong-x"}


def test_a_schema_key_is_taken_and_changes_no_result(tmp_path: Path) -> None:
    season = json.loads((ROOT / "docs" / "examples" / "an-binh-2026.season.json").read_text(encoding="utf-8"))
    book = json.loads((ROOT / "docs" / "examples" / "phuong-an-binh.json").read_text(encoding="utf-8"))
    results = []
    for extra in ({}, {"$schema": "./rulebook.schema.json"}):
        path = tmp_path / "phuong-an-binh.json"
        path.write_text(json.dumps({**extra, **book}), encoding="utf-8")
        options = ["--rules", path, "--as-of", "2026-10-20T09:00+07:00", "--format", "json"]
        record = json.loads(printed("record", "-", *options, text=json.dumps({**extra, **season})))
        results.append(record["result"]["sha256"])
        assert verified(path)["warnings"] == 0
    assert results[0] == results[1]


def every(value: Any, key: str) -> list[Any]:
    """All values of a key, however deep."""
    if isinstance(value, list):
        return [found for item in value for found in every(item, key)]
    if not isinstance(value, dict):
        return []
    return [item for name, item in value.items() if name == key] + every(list(value.values()), key)


def test_an_index_is_started_with_every_scoring_function_told_in_both_languages(tmp_path: Path) -> None:
    vi, en = (json.loads((TEMPLATES / f"index.{lang}.json").read_text(encoding="utf-8")) for lang in ("vi", "en"))
    assert without_notes(vi) == without_notes(en)
    assert len(every(vi, "note")) == len(every(en, "note"))
    assert not set(every(vi, "note")) & set(every(en, "note"))
    scores = [score if isinstance(score, str) else next(iter(score)) for score in every(vi, "score")]
    assert set(scores) == {"yes-no", "linear", "deduction", "steps", "proportion", "given", "survey"}
    assert every(vi["document"], "provenance") == ["illustrative"]
    for lang, book in (("vi", vi), ("en", en)):
        path = started(tmp_path, "--template", "index", "--lang", lang, "--number", "8/QD", name=f"index-{lang}")
        found = verified(path)
        warnings = [warning["problem"] for warning in found["rulebooks"][0]["warnings"]]
        assert (found["errors"], {warning["id"] for warning in warnings}) == (0, {"SK1680"})
        filled = json.loads(path.read_text(encoding="utf-8"))
        assert list(filled["clauses"]) == ["8.1"]
        assert filled["index"]["areas"] == book["index"]["areas"]
    stands = json.loads(printed("rules", "new", "--template", "index", "--under", "city", "--under", "province"))
    assert stands["under"] == ["city", "province"]


def test_an_index_that_was_started_scores_by_the_points_its_notes_tell(tmp_path: Path) -> None:
    path = started(tmp_path, "--template", "index", name="index-x")
    table = "office,component,round,value,evidence,year\n" + "".join(
        f"x,{component},self,{value},A1,2026\n"
        for component, value in {
            "plan-issued": "có", "plan-done": "65%", "reports-late": 2, "recognised": 2, "on-time": "90%",
            "appraised": 17, "satisfaction": 4, "commended": "có", "complaints": 3,
        }.items()
    )  # fmt: skip
    rules = ("--rules", path, "--on", "2026-12-31", "--format", "json")
    (office,) = json.loads(printed("index", "score", "-", *rules, text=table))["offices"]
    points = {line["component"]: line["points"] for line in office["components"]}
    assert points == {
        "plan-issued": "5", "plan-done": "3", "reports-late": "3", "recognised": "8", "on-time": "18",
        "appraised": "17", "satisfaction": "15", "commended": "2", "complaints": "3",
    }  # fmt: skip
    assert (office["total"], office["class"]) == ("68", {"lowest": "fair", "highest": "fair"})
