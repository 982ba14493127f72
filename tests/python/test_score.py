"""Sheets of scores: the command and the Python door, and random councils beside plain fractions."""

from __future__ import annotations

import importlib.util
import json
import random
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import sangkien as sk

from .command import ROOT, run

AS_OF = "2026-10-01T08:00+07:00"
SHEET = """initiative,member,criterion,points,role
SK-1,p-1,novelty,24.5,chair
SK-1,p-1,effectiveness,25,
SK-1,p-1,applicability,20,
SK-1,p-1,replicability,12,
SK-1,p-1,vote,agree,
SK-1,p-2,vote,disagree,
"""
_spec = importlib.util.spec_from_file_location("councils", ROOT / "tests" / "oracles" / "councils.py")
assert _spec
assert _spec.loader
councils = importlib.util.module_from_spec(_spec)
sys.modules["councils"] = councils
_spec.loader.exec_module(councils)

# A rulebook around a section `scoring` that is made up.
BOOK = {
    "rulebook": 1,
    "id": "made-up",
    "layer": "council",
    "document": {
        "number": "1",
        "issuer": "o",
        "issued": "2025-01-01",
        "from": "2025-01-01",
        "provenance": "illustrative",
    },
    "clauses": {"m.1": {"vi": "Giả định.", "en": "Assumed."}},
}


def book_of(scoring: dict[str, Any]) -> str:
    return json.dumps({**BOOK, "scoring": {**scoring, "clause": "m.1"}})


def rules_of(scoring: dict[str, Any]) -> sk.Rules:
    return sk.Rules.from_json(book_of(scoring))


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    out = tmp_path / "sheet.csv"
    out.write_text(SHEET, encoding="utf-8")
    return out


def test_the_command_and_python_give_the_same_bytes(sheet: Path) -> None:
    done = run("score", sheet, "--rules", "council-illustrative", "--as-of", AS_OF, "--format", "json")
    scores = sk.Rules.load("council-illustrative").score(sheet, AS_OF)
    assert done.returncode == 0
    assert scores.to_json() == done.stdout.removesuffix("\n") or scores.to_json() == done.stdout
    for lang in ("vi", "en"):
        told = run("score", sheet, "--rules", "council-illustrative", "--as-of", AS_OF, "--lang", lang).stdout
        assert scores.to_text(lang) == told


def test_a_list_of_rows_is_a_sheet_and_so_is_json_and_csv_with_semicolons(sheet: Path, tmp_path: Path) -> None:
    rules = sk.Rules.load("council-illustrative")
    header, *lines = SHEET.splitlines()
    rows = [{k: v for k, v in zip(header.split(","), line.split(",")) if v} for line in lines]
    wanted = rules.score(sheet, AS_OF).to_json()
    assert rules.score(rows, AS_OF).to_json() == wanted
    as_json = tmp_path / "sheet.json"
    as_json.write_text(json.dumps(rows), encoding="utf-8")
    assert rules.score(as_json, AS_OF).to_json() == wanted
    local = tmp_path / "local.csv"
    local.write_text("\ufeff" + SHEET.replace(",", ";").replace("24.5", "24,5").replace("\n", "\r\n"), encoding="utf-8")
    assert rules.score(local, AS_OF).to_json() == wanted


def test_what_is_wrong_with_a_sheet_is_told_at_once_with_its_lines(tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text(
        "initiative,member,criterion,points\nSK-1,p-1,novelty,x\nSK-1,p-1,vote,perhaps\nSK-1,p-1,novelty,3\n,p-1,novelty,3\n",
        encoding="utf-8",
    )
    with pytest.raises(sk.Error) as raised:
        sk.Rules.load("council-illustrative").score(bad, AS_OF)
    told = [(problem["id"], problem["line"]) for problem in raised.value.problems]
    assert told == [("SK1204", 2), ("SK1007", 3), ("SK1309", 4), ("SK1010", 5)]
    assert run("score", bad, "--rules", "council-illustrative", "--as-of", AS_OF).returncode == 2


def test_strict_says_that_something_is_open(sheet: Path, tmp_path: Path) -> None:
    book = tmp_path / "made-up.json"
    book.write_text(book_of({"vote": {"fraction": "2/3", "of": "members", "method": "agree"}}), encoding="utf-8")
    sheet.write_text(SHEET + "SK-2,p-3,vote,agree,\n", encoding="utf-8")
    asked = ("score", sheet, "--rules", book, "--as-of", AS_OF)
    assert (run(*asked).returncode, run(*asked, "--strict").returncode) == (0, 3)


def test_what_the_missing_must_give_is_told(sheet: Path) -> None:
    scoring = {"whole": 100, "criteria": {"a": {"max": 100}}, "figure": {"method": "mean"}, "pass": {"total": 50}}
    rows = [{"initiative": "i", "member": m, "criterion": "a", "points": 30} for m in "pq"]
    rows += [{"initiative": "j", "member": "r", "criterion": "a", "points": 1}]
    bounds = rules_of(scoring).score(rows, AS_OF).initiatives[0]["bounds"]
    assert bounds["each_needs"] == {"total": "90", "more": False}
    assert (bounds["low"], bounds["high"], bounds["missing"]) == ("20", "160/3", 1)


def expected_of(line: str) -> list[str]:
    return line.rsplit(";", 7)[1:]


def told_of(rubric: dict[str, Any], score: dict[str, Any]) -> list[str]:
    """As the reference writes it."""
    letters = {"pass": "p", "fail": "f", "undetermined": "u"}
    exact = [score["total"], score["rounded"]]
    return [
        *("-" if value is None else councils.text(Fraction(value)) for value in exact),
        score["class"]["id"] if score["class"] else "-",
        letters[score["vote"]["passed"]] if "vote" in rubric else "-",
        "+" if "cast_by" in score["vote"] else "-",
        letters[score["decision"]],
    ]


def test_random_councils_come_out_as_plain_fractions_say() -> None:
    r = random.Random(465)
    compared = 0
    for _ in range(60):
        rubric = councils.random_rubric(r)
        rubric.pop("public-votes", None) and rubric.update(whole=80)
        if "classes" in rubric and rubric["whole"] == 80:
            del rubric["classes"]
        criteria = councils.leaves(rubric)
        rules = rules_of(rubric)
        rows, wanted = [], {}
        for number in range(30):
            _, members = councils.random_council(r, rubric, criteria)
            # A sheet has no excluded members, and none who never gave anything.
            members = [(role, False, scores, vote) for role, _, scores, vote in members if scores or vote in set("ADB")]
            if len(members) != len([m for m in members if m[2] is not None]) or not members:
                continue
            name = f"SK-{number}"
            wanted[name] = councils.expected(rubric, criteria, None, members)
            rows.append((name, members))
        # One sheet for each: the council of a sheet is whoever stands in it.
        for name, members in rows:
            sheet = []
            for number, (role, _, scores, vote) in enumerate(members):
                who = {"initiative": name, "member": f"m{number}", "role": councils.ROLES[role]}
                sheet += [{**who, "criterion": c, "points": str(s)} for c, s in zip(criteria, scores)]
                if vote != "N":
                    word = {"A": "agree", "D": "disagree", "B": "abstain"}[vote]
                    sheet.append({**who, "criterion": "vote", "points": word})
            total, whole, klass, _, vote, cast, decision = wanted[name]
            told = told_of(rubric, rules.score(sheet, AS_OF)[name])
            assert told == [total, whole, klass, vote, cast, decision], (rubric, members)
            compared += 1
    assert compared > 1000
