"""Facts asked of the host: the same verdicts as stated ones, exceptions as they are, answers that can be fed back."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import sangkien as sk

ROOT = Path(__file__).resolve().parents[2]
SEASON = ROOT / "docs" / "examples" / "gia-vien-2025.season.json"
NAMES = ["charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"]
AS_OF = "2025-09-30T17:00+07:00"


@pytest.fixture(scope="module")
def rules() -> sk.Rules:
    return sk.Rules.load(*NAMES)


@pytest.fixture
def bare() -> dict[str, Any]:
    """The demo's season without facts."""
    season: dict[str, Any] = json.loads(SEASON.read_text(encoding="utf-8"))
    for initiative in season["initiatives"]:
        initiative.pop("facts", None)
    return season


KNOWN = {i["id"]: i.get("facts", {}) for i in json.loads(SEASON.read_text(encoding="utf-8"))["initiatives"]}


def known(initiative: str, fact: str, as_of: datetime) -> bool | None:
    assert as_of.isoformat() == "2025-09-30T17:00:00+07:00"
    value: bool | None = KNOWN[initiative].get(fact)
    return value


def verdicts(report: sk.Report) -> dict[str, Any]:
    out = report.to_dict()
    out.pop("asked", None)
    out["season"].pop("sha256")
    return out


def test_a_host_stands_in_for_stated_facts(rules: sk.Rules, bare: dict[str, Any], tmp_path: Path) -> None:
    stated = rules.evaluate(SEASON, AS_OF)
    assert stated.asked is None
    report = rules.evaluate(sk.Season.from_json(bare), AS_OF, facts=known)
    assert verdicts(report) == verdicts(stated)
    path = tmp_path / "bare.season.json"
    path.write_text(json.dumps(bare), encoding="utf-8")
    assert rules.evaluate(path, AS_OF, facts=known).to_dict()["asked"] == report.asked
    here = sk.outlook(rules, sk.Season.from_json(bare), AS_OF, facts=known)
    assert here.to_json() == sk.outlook(rules, SEASON, AS_OF).to_json()


def test_answers_fed_back_give_the_report_without_the_host(rules: sk.Rules, bare: dict[str, Any]) -> None:
    report = rules.evaluate(sk.Season.from_json(bare), AS_OF, facts=known)
    assert report.asked
    for answer in report.asked:
        if answer["value"] != "undetermined":
            initiative = next(i for i in bare["initiatives"] if i["id"] == answer["initiative"])
            initiative.setdefault("facts", {})[answer["fact"]["id"]] = answer["value"] == "pass"
    assert verdicts(rules.evaluate(sk.Season.from_json(bare), AS_OF)) == verdicts(report)
    # Reported once each, and the explanation of such a report has its grounds.
    keys = [(answer["initiative"], answer["fact"]["id"]) for answer in report.asked]
    assert len(set(keys)) == len(keys)
    assert report.explain().to_text("en")


def test_what_the_host_raises_comes_out_as_it_is(rules: sk.Rules, bare: dict[str, Any]) -> None:
    class Closed(Exception):
        pass

    def closed(initiative: str, fact: str, as_of: datetime) -> bool:
        raise Closed(initiative, fact)

    with pytest.raises(Closed):
        rules.evaluate(sk.Season.from_json(bare), AS_OF, facts=closed)
    with pytest.raises(Closed):
        sk.outlook(rules, sk.Season.from_json(bare), AS_OF, facts=closed)


@pytest.mark.parametrize("answer", [1, "yes", [], 0.0])
def test_other_answers_are_refused_by_name(rules: sk.Rules, bare: dict[str, Any], answer: Any) -> None:
    with pytest.raises(TypeError, match=r"facts\('SK-\d+', '[a-z-]+', as_of\) must answer True, False or None, not "):
        rules.evaluate(sk.Season.from_json(bare), AS_OF, facts=lambda *_: answer)


def test_facts_is_a_function(rules: sk.Rules) -> None:
    with pytest.raises(TypeError, match="facts is a function"):
        rules.evaluate(SEASON, AS_OF, facts={"SK-01": True})  # type: ignore[arg-type]
