"""Explanations: the same bytes through every door, in the form of the schema, for people in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sangkien as sk
from command import printed, run

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
SEASON = EXAMPLES / "gia-vien-2025.season.json"
NAMES = ["charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"]
OPTIONS = [part for name in NAMES for part in ("--rules", name)]
AS_OF = "2025-09-30T17:00+07:00"
SCHEMA = json.loads((ROOT / "docs" / "explanation.schema.json").read_text(encoding="utf-8"))
PATHS = [
    "/initiatives/SK-05/state",
    "initiatives.SK-10.score.total",
    "/units/u-12/quota/one-per-unit",
    "/milestones/ward-submission/deadline",
    "/duties/issue-decision",
    "/index",
    "/todo",
    "/choices/schedule.ward-submission.bound",
]


@pytest.fixture(scope="module")
def report() -> sk.Report:
    return sk.Rules.load(*NAMES).evaluate(SEASON, as_of=AS_OF)


def nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("children", []):
        yield from nodes(child)


def command(*path: str, lang: str = "vi", form: str = "json") -> str:
    return printed("evaluate", SEASON, *OPTIONS, "--as-of", AS_OF, "--format", form, "--lang", lang, "--explain", *path)


@pytest.mark.parametrize("path", PATHS)
def test_every_door_says_the_same(report: sk.Report, path: str) -> None:
    why = report.explain(path)
    assert why.to_json() == command(path)
    for lang in ("vi", "en"):
        assert why.to_text(lang) == command(path, lang=lang, form="text")
    # The season as an object, and not as the path of its file.
    again = sk.Rules.load(*NAMES).evaluate(sk.Season.load(SEASON), as_of=AS_OF)
    assert again.explain(path).to_json() == why.to_json()


def test_without_a_path_all_that_is_not_met_is_explained(report: sk.Report) -> None:
    why = report.explain()
    assert why.to_json() == command()
    told = {node.get("path") for node in nodes(why.to_dict()["why"])}
    unmet = [
        f"/initiatives/{i}/events/{e}"
        for i, initiative in enumerate(report.to_dict()["initiatives"])
        for e, event in enumerate(initiative["events"])
        if event["verdict"] != "pass"
    ]
    assert len(unmet) > 5
    assert set(unmet) <= told


def test_the_kept_example_is_what_python_says(report: sk.Report) -> None:
    kept = (EXAMPLES / "explain-sk-05.json").read_text(encoding="utf-8")
    assert report.explain("/initiatives/SK-05/state").to_json() == kept


@pytest.mark.parametrize("path", ["", None, *PATHS])
def test_explanations_have_the_form_of_the_schema(report: sk.Report, path: str | None) -> None:
    jsonschema.validate(report.explain(path).to_dict(), SCHEMA)


def test_the_schema_is_printed_by_every_door() -> None:
    assert sk.schema("explanation") == SCHEMA
    assert json.loads(printed("rules", "schema", "explanation")) == SCHEMA


def test_all_of_the_report_is_below_its_root(report: sk.Report) -> None:
    told = {node["path"] for node in nodes(report.explain("").to_dict()["why"]) if "path" in node}
    content = report.to_dict()
    for i, unit in enumerate(content["units"]):
        for q, quota in enumerate(unit["quota"]):
            assert all(f"/units/{i}/quota/{q}/findings/{f}" in told for f in range(len(quota["findings"])))
    assert {f"/todo/{i}" for i in range(len(content["todo"]))} <= told


def test_an_explanation_shows_itself(report: sk.Report) -> None:
    why = report.explain("/initiatives/SK-05/events/file/findings/late", lang="en")
    assert (why.path, why.verdict) == ("/initiatives/4/events/0/findings/0", "fail")
    assert str(why) == why.text == why.to_text("en")
    assert "before 25 September each year" in why.text
    assert repr(why) == "<sangkien.Explanation of /initiatives/4/events/0/findings/0>"
    page = why._repr_html_()
    assert page.count("<details") == page.count("</details>") > 3
    assert "[934.3.2]" in page
    assert "&quot;" in page
    assert repr(report.explain()) == "<sangkien.Explanation of what is not met>"


def test_a_path_that_leads_nowhere_names_the_nearest(report: sk.Report) -> None:
    with pytest.raises(sk.Error) as error:
        report.explain("/initiatives/SK-5/state")
    (problem,) = error.value.problems
    assert problem["id"] == "SK1308"
    assert problem["pointer"] == "/initiatives/SK-5"
    assert 'did you mean "SK-05"?' in problem["message"]["en"]
    done = run("evaluate", SEASON, *OPTIONS, "--as-of", AS_OF, "--explain", "/initiatives/SK-5/state", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert 'did you mean "SK-05"?' in done.stderr
    with pytest.raises(ValueError, match="'vi' or 'en'"):
        report.explain("/todo", lang="fr")  # type: ignore[arg-type]
