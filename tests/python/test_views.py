"""What one person may see of a season, and who may sit, through Python and the command."""

from __future__ import annotations

import copy
import json
import random
from fractions import Fraction
from typing import Any

import pytest
import sangkien as sk
from command import ROOT, printed, run

SEASON = ROOT / "docs" / "examples" / "gia-vien-2025.season.json"
NAMES = ["charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"]
OPTIONS = [part for name in NAMES for part in ("--rules", name)]
AS_OF, CLOSED, LATER = "2025-09-30T17:00+07:00", "2025-09-29T17:00+07:00", "2025-10-01T08:00+07:00"
PHASES: list[dict[str, str]] = [{}, {"closed": CLOSED}, {"closed": CLOSED, "announced": CLOSED}]
MAXIMA = {"novelty": 30, "effectiveness": 30, "applicability": 25, "replicability": 15}


@pytest.fixture(scope="module")
def rules() -> sk.Rules:
    return sk.Rules.load(*NAMES)


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    out: dict[str, Any] = json.loads(SEASON.read_text(encoding="utf-8"))
    return out


def people(facts: dict[str, Any]) -> list[str]:
    members = [member["person"] for member in facts["council"]["members"]]
    authors = [author["person"] for one in facts["initiatives"] for author in one["authors"]]
    return [*dict.fromkeys([*members, *authors]), "p-nobody"]


def as_options(phase: dict[str, str]) -> list[str]:
    return [part for key, value in phase.items() for part in (f"--{key}", value)]


def change(ballot: dict[str, Any], r: random.Random) -> None:
    """Another score for every criterion and another vote."""
    for criterion in ballot.get("scores", {}):
        steps = 2 * MAXIMA[criterion]
        was = int(2 * Fraction(str(ballot["scores"][criterion])))
        ballot["scores"][criterion] = str(Fraction((was + r.randrange(1, steps + 1)) % (steps + 1), 2))
    if "vote" in ballot:
        ballot["vote"] = r.choice([word for word in ("agree", "disagree", "abstain") if word != ballot["vote"]])


@pytest.mark.parametrize("phase", PHASES, ids=["open", "closed", "announced"])
def test_the_command_and_python_show_the_same(rules: sk.Rules, phase: dict[str, str]) -> None:
    for viewer in ("p-001", "p-004", "p-nobody"):
        asked = ["score", "view", SEASON, *OPTIONS, "--as-of", AS_OF, "--as", viewer, *as_options(phase)]
        here = rules.view(SEASON, AS_OF, viewer, **phase)
        assert here.viewer == viewer
        assert printed(*asked, "--format", "json").rstrip() == here.to_json().rstrip()
        assert printed(*asked) == here.to_text()
        assert printed(*asked, "--lang", "en") == here.to_text("en")


def test_each_sees_what_is_theirs(rules: sk.Rules) -> None:
    before = {one["initiative"]: one for one in rules.view(SEASON, AS_OF, "p-001").initiatives}
    assert before["SK-01"]["own"]["scores"][0] == {"criterion": "novelty", "points": "26.5"}
    assert not any(one["result"] or one["selection"] for one in before.values())
    closed = {one["initiative"]: one for one in rules.view(SEASON, AS_OF, "p-001", closed=CLOSED).initiatives}
    assert closed["SK-01"]["result"]["total"] == "83"
    assert closed["SK-07"] == {"initiative": "SK-07", "barred": True, "own": None, "result": None, "selection": None}
    assert rules.view(SEASON, AS_OF, "p-001", closed=LATER).to_json() == rules.view(SEASON, AS_OF, "p-001").to_json()
    shown = [
        one for one in rules.view(SEASON, AS_OF, "p-001", closed=CLOSED, least_ballots=7).initiatives if one["result"]
    ]
    assert shown
    assert all(one["result"]["ballots"] >= 7 for one in shown)
    with pytest.raises(ValueError, match="at least 1"):
        rules.view(SEASON, AS_OF, "p-001", least_ballots=0)


def test_no_score_hidden_from_a_person_moves_a_byte_that_person_sees(rules: sk.Rules, facts: dict[str, Any]) -> None:
    r = random.Random(934)
    compared = moved = ranked = 0
    for phase in PHASES:
        for viewer in people(facts):
            view = rules.view(sk.Season.from_json(facts), AS_OF, viewer, **phase)
            if any(one["selection"] for one in view.initiatives):
                ranked += 1  # a rank that is shown tells something of every file: it was published
                continue
            shown = {one["initiative"] for one in view.initiatives if one["result"]}
            barred = {one["initiative"] for one in view.initiatives if one["barred"]}
            other = copy.deepcopy(facts)
            for ballot in other["ballots"]:
                own = ballot["member"] == viewer and ballot["initiative"] not in barred
                if ballot["initiative"] not in shown and not own:
                    change(ballot, r)
                    moved += 1
            assert rules.view(sk.Season.from_json(other), AS_OF, viewer, **phase).to_json() == view.to_json()
            compared += 1
    assert compared > 60
    assert moved > 5000
    assert ranked > 0


def test_an_author_is_told_no_name_of_a_member(rules: sk.Rules, facts: dict[str, Any]) -> None:
    members = {member["person"] for member in facts["council"]["members"]}
    authors = {author["person"] for one in facts["initiatives"] for author in one["authors"]} - members
    results = 0
    for viewer in sorted(authors):
        view = rules.view(SEASON, AS_OF, viewer, **PHASES[2])
        results += sum(one["result"] is not None for one in view.initiatives)
        assert not any(f'"{member}"' in view.to_json() for member in members)
    assert results > 10


def test_who_may_sit_is_the_same_from_the_command_and_is_what_the_report_excludes(rules: sk.Rules) -> None:
    asked = ["score", "eligible", SEASON, *OPTIONS]
    here = rules.eligible(SEASON)
    assert printed(*asked, "--format", "json").rstrip() == here.to_json().rstrip()
    assert printed(*asked) == here.to_text()
    assert printed(*asked, "--lang", "en") == here.to_text("en")
    barred = {
        (one["initiative"], member["person"])
        for member in here.members
        for one in member["initiatives"]
        if one["may_sit"] == "fail"
    }
    report = rules.evaluate(SEASON, AS_OF).to_dict()
    excluded = {(one["id"], out["member"]) for one in report["initiatives"] for out in one["score"]["excluded"]}
    assert barred == excluded
    assert ("SK-07", "p-001") in barred


def test_who_may_sit_is_told_without_ballots_and_of_anybody(rules: sk.Rules, facts: dict[str, Any]) -> None:
    bare = copy.deepcopy(facts)
    bare["ballots"] = []
    assert rules.eligible(sk.Season.from_json(bare)).to_json() == rules.eligible(SEASON).to_json()
    author = facts["initiatives"][0]["authors"][0]["person"]
    found = rules.eligible(SEASON, author, "u-99").members
    assert [(one["person"], one["unit"]) for one in found] == [(author, "u-99")]
    grounds = found[0]["initiatives"][0]
    assert grounds["may_sit"] == "fail"
    assert [finding["id"] for finding in grounds["findings"]] == ["member-excluded"]
    told = printed("score", "eligible", SEASON, *OPTIONS, "--person", author, "--unit", "u-99", "--format", "json")
    assert json.loads(told)["members"] == found


def test_strict_and_errors_of_the_command(facts: dict[str, Any]) -> None:
    open_facts = copy.deepcopy(facts)
    for one in open_facts["initiatives"]:
        one.get("facts", {}).pop("state-funded", None)
    head = open_facts["recognising_unit"]["head"]
    assert any(author["person"] == head for one in open_facts["initiatives"] for author in one["authors"])
    text = json.dumps(open_facts)
    told = run("score", "eligible", "-", *OPTIONS, "--strict", text=text)
    undetermined = any(
        one["may_sit"] == "undetermined"
        for member in sk.Rules.load(*NAMES).eligible(sk.Season.from_json(open_facts)).members
        for one in member["initiatives"]
    )
    assert told.returncode == (3 if undetermined else 0)
    assert run("score", "view", SEASON, "--as-of", AS_OF).returncode == 2
    assert run("score", "eligible", SEASON, "--unit", "u-01").returncode == 2
    assert run("score", "--rules", "council-illustrative", "--as-of", AS_OF).returncode == 2
