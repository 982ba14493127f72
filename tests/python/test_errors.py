"""What cannot be used is told at once, all of it; what is the caller's mistake in Python is a Python error."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import sangkien as sk
from sangkien import test as self_test

AS_OF = self_test.AS_OF


def season(**changes: Any) -> dict[str, Any]:
    out: dict[str, Any] = json.loads(json.dumps({**self_test.SEASON, **changes}))
    return out


def problems(caught: pytest.ExceptionInfo[sk.Error]) -> list[str]:
    return [problem["id"] for problem in caught.value.problems]


@pytest.fixture(scope="module")
def rules() -> sk.Rules:
    return sk.Rules.load("gia-vien-934")


def test_a_problem_has_its_place_and_words_in_both_languages() -> None:
    text = '{\n  "season": 1,\n  "opened": "2025-02-30"\n}'
    with pytest.raises(sk.Error) as caught:
        sk.Season.from_json(text, name="ward.json")
    (problem,) = (problem for problem in caught.value.problems if problem["id"] == "SK1201")
    assert (problem["file"], problem["line"], problem["column"]) == ("ward.json", 3, 13)
    assert problem["pointer"] == "/opened"
    assert "2025-02-30" in problem["message"]["vi"]
    assert problem["message"]["vi"] != problem["message"]["en"]


def test_str_has_a_line_of_english_for_each_problem() -> None:
    with pytest.raises(sk.Error) as caught:
        sk.Season.from_json({"season": 1})
    lines = str(caught.value).splitlines()
    assert len(lines) == len(caught.value.problems) > 3
    for line, problem in zip(lines, caught.value.problems):
        assert line.startswith(problem["id"] + " ")
        assert problem["message"]["en"] in line


def test_a_path_tells_reading_and_rules_in_one_error(rules: sk.Rules, tmp_path: Path) -> None:
    path = tmp_path / "ward.json"
    bad = season(colour="red")
    bad["initiatives"][0]["area"] = "nowhere"
    path.write_text(json.dumps(bad), encoding="utf-8")
    with pytest.raises(sk.Error) as caught:
        rules.evaluate(path, AS_OF)
    assert sorted(problems(caught)) == ["SK1002", "SK1308"]
    assert {problem["file"] for problem in caught.value.problems} == {str(path)}


def test_load_tells_what_cannot_be_read_and_evaluate_the_rest(rules: sk.Rules, tmp_path: Path) -> None:
    path = tmp_path / "ward.json"
    bad = season()
    bad["initiatives"][0]["area"] = "nowhere"
    path.write_text(json.dumps(bad), encoding="utf-8")
    read = sk.Season.load(path)
    with pytest.raises(sk.Error) as caught:
        rules.evaluate(read, AS_OF)
    assert problems(caught) == ["SK1308"]
    assert caught.value.problems[0]["file"] == str(path)


def evaluate(path: Path) -> sk.Report:
    return sk.Rules.load("gia-vien-934").evaluate(path, AS_OF)


@pytest.mark.parametrize("call", [sk.Season.load, sk.Rules.load, evaluate])
def test_a_file_that_is_not_there_is_named(call: Any, tmp_path: Path) -> None:
    with pytest.raises(sk.Error) as caught:
        call(tmp_path / "missing.json")
    assert problems(caught) == ["SK1008"]
    assert "missing.json" in str(caught.value)


def test_an_unknown_rulebook_names_the_nearest() -> None:
    with pytest.raises(sk.Error, match="gia-vien-934") as caught:
        sk.Rules.load("gia-vien-943")
    assert problems(caught) == ["SK1501"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\x00", "{}"])
def test_what_is_no_season_is_an_error(text: str, rules: sk.Rules, tmp_path: Path) -> None:
    path = tmp_path / "ward.json"
    path.write_text(text, encoding="utf-8")
    for call in (lambda: sk.Season.from_json(text), lambda: sk.Season.load(path), lambda: rules.evaluate(path, AS_OF)):
        with pytest.raises(sk.Error):
            call()


def test_bytes_that_are_not_utf8_are_an_error_that_can_be_read() -> None:
    with pytest.raises(sk.Error) as caught:
        sk.Season.from_json(b'{"season": 1, "id": "\xff\xfe"}')
    assert problems(caught)[0] == "SK1001"
    str(caught.value).encode()


def test_a_file_name_that_is_not_utf8_is_an_error_that_can_be_read(tmp_path: Path) -> None:
    with pytest.raises(sk.Error) as caught:
        sk.Season.load(str(tmp_path) + "/\udcff.json")
    str(caught.value).encode()


@pytest.mark.parametrize("as_of", ["2025-09-30T17:00", "2025-09-30", "soon", "", datetime(2025, 9, 30, 17)])
def test_an_instant_without_a_zone_is_refused(as_of: Any, rules: sk.Rules) -> None:
    with pytest.raises(sk.Error, match="offset") as caught:
        rules.evaluate(sk.Season.from_json(season()), as_of)
    assert problems(caught) == ["SK1202"]


@pytest.mark.parametrize("as_of", [date(2025, 9, 30), 1759226400, None])
def test_what_is_no_instant_is_a_type_error(as_of: Any, rules: sk.Rules) -> None:
    with pytest.raises(TypeError, match="instant"):
        rules.evaluate(sk.Season.from_json(season()), as_of)


def test_a_dict_is_a_season_only_through_from_json(rules: sk.Rules) -> None:
    with pytest.raises(TypeError, match="Season or the path"):
        rules.evaluate(season(), AS_OF)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="JSON text or a dict"):
        sk.Season.from_json(1)  # type: ignore[arg-type]


def test_a_dict_with_values_that_json_has_not_is_refused() -> None:
    with pytest.raises(TypeError, match="no place in a season"):
        sk.Season.from_json({**season(), "id": {1, 2}})
    with pytest.raises(ValueError, match="JSON compliant"):
        sk.Season.from_json({**season(), "year": float("nan")})


def test_no_rulebook_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="at least one"):
        sk.Rules.load()
    with pytest.raises(TypeError, match="at least one"):
        sk.Rules.from_json()


def test_a_rulebook_twice_is_an_error() -> None:
    with pytest.raises(sk.Error) as caught:
        sk.Rules.load("gia-vien-934", "gia-vien-934")
    assert problems(caught) == ["SK1509"]


def test_a_wrong_answer_is_no_error(rules: sk.Rules) -> None:
    late = self_test.late()
    assert late.initiatives[0]["events_unmet"] == 1
    assert late.units.column("quota") == ["fail", "fail"]
