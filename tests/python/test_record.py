"""Decision records: made by one door, verified by every other, and whatever is altered is found."""

from __future__ import annotations

import hashlib
import json
import random
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sangkien as sk
from command import printed, run

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
SEASON = EXAMPLES / "gia-vien-2025.season.json"
KEPT = EXAMPLES / "record-2025.json"
NAMES = ["charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"]
OPTIONS = [part for name in NAMES for part in ("--rules", name)]
AS_OF = "2025-09-30T17:00+07:00"
NOTE = "Họp xét ngày 30/9/2025"
SHIPPED = sorted((ROOT / "src" / "rulebooks").glob("*.json"))


@pytest.fixture(scope="module")
def rules() -> sk.Rules:
    return sk.Rules.load(*NAMES)


class Number(str):
    """A number of JSON as it is spelled."""


def independent(value: Any) -> str:
    """The canonical form by its definition on docs/record.md, with Python's own JSON and decimals."""
    if isinstance(value, Number):
        sign, digits, exponent = Decimal(value).as_tuple()
        assert isinstance(exponent, int)
        text = "".join(map(str, digits)).lstrip("0")
        if not text:
            return "0"
        coefficient = text.rstrip("0")
        exponent += len(text) - len(coefficient)
        return "-" * sign + coefficient + (f"e{exponent}" if exponent else "")
    if isinstance(value, str):
        return json.dumps(unicodedata.normalize("NFC", value), ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(map(independent, value)) + "]"
    if isinstance(value, dict):
        parts = sorted((unicodedata.normalize("NFC", key).encode(), item) for key, item in pairs(value))
        return "{" + ",".join(f"{json.dumps(key.decode(), ensure_ascii=False)}:{item}" for key, item in parts) + "}"
    return json.dumps(value)


def pairs(value: dict[str, Any]) -> list[tuple[str, str]]:
    return [(key, independent(item)) for key, item in value.items()]


def spelled(text: str) -> Any:
    return json.loads(text, parse_int=Number, parse_float=Number)


def digest(text: str) -> str:
    return hashlib.sha256(independent(spelled(text)).encode()).hexdigest()


def result(report: Any) -> str:
    """The digest of a result, by the same page."""

    def form(value: Any) -> str:
        if isinstance(value, list):
            return "[" + ",".join(sorted(map(form, value), key=str.encode)) + "]"
        if isinstance(value, dict):
            items = sorted(value.items(), key=lambda item: item[0].encode())
            return "{" + ",".join(f"{json.dumps(key)}:{form(item)}" for key, item in items) + "}"
        return independent(value)

    del report["library"], report["season"]["sha256"]
    for book in report["rulebooks"]:
        del book["sha256"]
    return hashlib.sha256(form(report).encode()).hexdigest()


def shuffled(value: Any, order: random.Random) -> Any:
    if isinstance(value, dict):
        keys = list(value)
        order.shuffle(keys)
        return {key: shuffled(value[key], order) for key in keys}
    return [shuffled(item, order) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("file", [*SHIPPED, SEASON, KEPT], ids=lambda path: path.stem)
def test_canonical_digests_are_those_of_an_independent_program(file: Path) -> None:
    assert sk.canonical_digest(file) == digest(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "[0, -0, 0.0, 1.0, 1e2, 100, 12.50, -1.25E+1, 0.001, 1e-7, 123456789012345678901234567890, 1E30]",
        r'["\u0041\/\u00e9\ud83d\ude00", "\u0000\b\t\n\u000b\f\r\u001f\u007f\"\\", "Vie\u0323\u0302t"]',
        '{"b": 1, "a": {"é": [], "e\u0301x": {}}, "B": null, "\U0001f600": true, "\uffee": false}',
    ],
)
def test_odd_texts_have_the_canonical_form_of_an_independent_program(text: str) -> None:
    assert sk.canonical_digest(text.encode()) == digest(text)


def test_a_record_holds_the_digests_of_an_independent_program(rules: sk.Rules) -> None:
    record = json.loads(sk.make_record(rules, SEASON, AS_OF, NOTE))
    jsonschema.validate(record, sk.schema("record"))
    assert record["season"]["sha256"] == digest(SEASON.read_text(encoding="utf-8"))
    files = {file.stem: digest(file.read_text(encoding="utf-8")) for file in SHIPPED}
    assert {book["id"]: book["sha256"] for book in record["rulebooks"]} == {name: files[name] for name in rules.ids}
    assert record["result"]["sha256"] == result(spelled(rules.evaluate(SEASON, AS_OF).to_json()))
    seal = record.pop("seal")
    assert seal == digest(json.dumps(record))


def test_every_door_makes_the_same_record(rules: sk.Rules) -> None:
    made = sk.make_record(rules, SEASON, AS_OF, NOTE)
    assert made == KEPT.read_text(encoding="utf-8")
    assert made == printed("record", SEASON, *OPTIONS, "--as-of", AS_OF, "--note", NOTE)
    assert made == sk.make_record(rules, SEASON.read_bytes(), AS_OF, NOTE)


def test_a_record_made_by_python_verifies_by_the_command(rules: sk.Rules) -> None:
    made = sk.make_record(rules, SEASON, "2025-09-24T09:00+07:00")
    done = run("verify-record", "-", SEASON, *OPTIONS, "--format", "json", text=made)
    assert (done.returncode, json.loads(done.stdout)["verdict"]) == (0, "same")
    assert done.stdout == sk.verify_record(made, rules, SEASON).to_json()


def test_a_record_verifies_against_the_report_that_was_kept(rules: sk.Rules, tmp_path: Path) -> None:
    report = rules.evaluate(SEASON, AS_OF)
    check = sk.verify_record(KEPT, rules, SEASON, report)
    assert check
    assert check.same
    assert check.differences == []
    content = report.to_dict()
    content["units"][0]["index"]["total"] = "99"
    kept = tmp_path / "report.json"
    kept.write_text(json.dumps(content), encoding="utf-8")
    check = sk.verify_record(KEPT, rules, SEASON, kept)
    assert [(d["part"], d["place"], d["recorded"]) for d in check.differences] == [
        ("report", "/units/0/index/total", '"99"')
    ]
    done = run("verify-record", KEPT, SEASON, *OPTIONS, "--report", kept, "--lang", "en")
    assert (done.returncode, done.stdout) == (1, check.to_text("en"))


def test_rules_as_they_were_known_are_recorded_with_their_day(rules: sk.Rules) -> None:
    made = sk.make_record(rules.known_on("2025-10-01"), SEASON, AS_OF)
    schema = json.loads((ROOT / "docs" / "record.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(made), schema)
    assert json.loads(made)["known_on"] == "2025-10-01"
    assert made == printed("record", SEASON, *OPTIONS, "--as-of", AS_OF, "--known-on", "2025-10-01")
    assert sk.verify_record(made, rules, SEASON)
    check = sk.verify_record(made, rules.known_on("2025-09-30"), SEASON)
    assert [d["part"] for d in check.differences] == ["known-on", "result"]


@pytest.mark.parametrize("seed", range(5))
def test_another_layout_of_the_same_values_verifies(seed: int, rules: sk.Rules) -> None:
    order = random.Random(seed)
    texts = []
    for name in rules.ids:
        content = json.loads((ROOT / "src" / "rulebooks" / f"{name}.json").read_text(encoding="utf-8"))
        layout: dict[str, Any] = {"indent": order.choice([None, 1, 8]), "ensure_ascii": order.random() < 0.5}
        mixed = shuffled(content, order)
        texts.append(json.dumps(mixed, sort_keys=seed == 0, **layout))
    assert len(texts) == 6
    season = json.dumps(shuffled(json.loads(SEASON.read_text(encoding="utf-8")), order), indent=order.choice([None, 3]))
    assert season.encode() != SEASON.read_bytes()
    check = sk.verify_record(KEPT, sk.Rules.from_json(*texts), season.encode())
    assert check.differences == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("gia-vien-934", '"25/9"', '"26/9"'), ("council-illustrative", '"max": 30', '"max": 31')],
)
def test_a_value_of_a_rulebook_altered_is_found(name: str, old: str, new: str) -> None:
    texts = []
    for book in sk.Rules.load(*NAMES).ids:
        text = (ROOT / "src" / "rulebooks" / f"{book}.json").read_text(encoding="utf-8")
        assert book != name or old in text
        texts.append(text.replace(old, new, 1) if book == name else text)
    try:
        check = sk.verify_record(KEPT, sk.Rules.from_json(*texts), SEASON)
    except sk.Error:
        return
    assert ("rulebook", name) in [(d["part"], d["rulebook"]) for d in check.differences]


def test_what_is_no_record_is_an_error_and_exit_code_2(rules: sk.Rules) -> None:
    with pytest.raises(sk.Error) as found:
        sk.verify_record(b'{"record": 2}', rules, SEASON)
    assert {problem["id"] for problem in found.value.problems} == {"SK1004", "SK1009"}
    done = run("verify-record", "-", SEASON, *OPTIONS, text='{"record": 2}')
    assert (done.returncode, done.stdout) == (2, "")
    with pytest.raises(TypeError, match="for the season"):
        sk.make_record(rules, 1, AS_OF)  # type: ignore[arg-type]
    assert run("record", SEASON, "--as-of", AS_OF).returncode == 2
