"""The schemas of rulebooks and seasons: each key told in both languages, and the keys those that the reader takes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from .command import ROOT, run

Schema = dict[str, Any]
SCHEMAS: dict[str, Schema] = {
    name: json.loads((ROOT / "docs" / f"{name}.schema.json").read_text(encoding="utf-8"))
    for name in ("rulebook", "season")
}
EXAMPLES = ROOT / "docs" / "examples"
BOOKS = [
    *sorted((ROOT / "src" / "rulebooks").glob("*.json")),
    *sorted((ROOT / "src" / "templates").glob("*.json")),
    ROOT / "tests" / "verify" / "base.json",
    *(path for path in sorted(EXAMPLES.glob("*.json")) if '"rulebook": 1' in path.read_text(encoding="utf-8")),
]
FILES = [path for path in BOOKS if path.parent.name != "templates"]  # named as their ids
SEASONS = sorted(EXAMPLES.glob("*.season.json"))
# Asked for beside a certain value only: figure.method, input, the other calendar of a holiday, the right to tighten,
# the events of a duty, the scale of a survey, components where a node of an index has no criteria.
SOMETIMES = {
    "drop",
    "when-at-least",
    "joint",
    "reached",
    "solar",
    "toward",
    "within",
    "done",
    "after-end",
    "scale",
    "components",
}
HEADER = ("rulebook", "document", "clauses", "silent", "allows", "waivers")


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def target(root: Schema, schema: Schema) -> Schema:
    found: Schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    return found


def described(root: Schema, schema: Schema) -> str:
    text: str = schema.get("description", "")
    return text or (described(root, target(root, schema)) if "$ref" in schema else "")


def typed(root: Schema, schema: Schema, seen: tuple[str, ...] = ()) -> bool:
    if {"type", "enum", "const"} & schema.keys():
        return True
    reference = schema.get("$ref", "")
    if reference:
        return reference in seen or typed(root, target(root, schema), (*seen, reference))
    branches = schema.get("anyOf") or schema.get("oneOf") or []
    return bool(branches) and all(typed(root, branch, seen) for branch in branches)


def properties_of(node: Any, path: str = "") -> Iterator[tuple[str, Schema]]:
    """Every property that says what a key may hold; not those of `if`, which only ask."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from properties_of(item, f"{path}/{number}")
    if not isinstance(node, dict):
        return
    for key, schema in (node.get("properties") or {}).items():
        yield f"{path}/properties/{key}", schema
    for key, item in node.items():
        if key != "if":
            yield from properties_of(item, f"{path}/{key}")


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_property_is_told_in_both_languages_and_has_a_type(name: str) -> None:
    root = SCHEMAS[name]
    found = list(properties_of(root))
    assert len(found) > 50
    for path, schema in found:
        assert re.search(r"\S / \S", described(root, schema)), f"{path} has no description in both languages"
        assert typed(root, schema), f"{path} has no type"


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_definition_has_a_title_and_its_examples_are_valid(name: str) -> None:
    root = SCHEMAS[name]
    assert " / " in root["title"]
    for key, schema in root["$defs"].items():
        assert " / " in schema["title"], key
        assert " / " in schema["description"], key
        for example in schema.get("examples", []):
            jsonschema.validate(example, {"$ref": f"#/$defs/{key}", "$defs": root["$defs"]})


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_rulebooks_are_valid_by_the_schema(path: Path) -> None:
    jsonschema.validate(load(path), SCHEMAS["rulebook"])


@pytest.mark.parametrize("path", SEASONS, ids=lambda path: path.stem)
def test_seasons_are_valid_by_the_schema(path: Path) -> None:
    jsonschema.validate(load(path), SCHEMAS["season"])


# Pointer, object, keys by the schema.
Closed = tuple[str, dict[str, Any], set[str]]


class Shape:
    """What a schema takes where an object or a list stands: its keys, the rule for other keys, the rule for items."""

    def __init__(self, root: Schema, schema: Schema) -> None:
        self.keys: dict[str, Schema] = {}
        self.others: Schema | None = None
        self.items: Schema | None = None
        self.take(root, schema)

    def take(self, root: Schema, schema: Schema) -> None:
        if schema.get("$ref") == "#/$defs/versions":
            return  # a list of windows
        if "$ref" in schema:
            self.take(root, target(root, schema))
        self.keys.update(schema.get("properties", {}))
        if isinstance(schema.get("additionalProperties"), dict):
            self.others = schema["additionalProperties"]
        self.items = schema.get("items", self.items)
        for branch in schema.get("anyOf", []):
            self.take(root, branch)


def closed_objects(root: Schema, schema: Schema, value: Any, path: str = "") -> Iterator[Closed]:
    """Pointer, object and keys by the schema, of every object that takes known keys only."""
    shape = Shape(root, schema)
    if isinstance(value, list) and shape.items:
        for number, item in enumerate(value):
            yield from closed_objects(root, shape.items, item, f"{path}/{number}")
    if not isinstance(value, dict):
        return
    if shape.others is None:
        yield path, value, set(shape.keys) - {"choices"}
    for key, item in value.items():
        step = key.replace("~", "~0").replace("/", "~1")
        rule = shape.keys.get(key, shape.others)
        if rule is not None:
            yield from closed_objects(root, rule, item, f"{path}/{step}")


def keys_told(told: str, problems: list[dict[str, Any]]) -> dict[str, set[str]]:
    """Pointer of the object -> the keys that the reader says it knows.

    `choices` is left out: the reader takes it everywhere, the schema where there is a value to choose.
    """
    out = {}
    for problem in problems:
        if problem["id"] == "SK1002" and problem["pointer"].endswith(f"/{told}"):
            known = re.search(r"Keys known here: (.*)\.$", problem["message"]["en"])
            assert known, problem
            out[problem["pointer"].removesuffix(f"/{told}")] = set(known[1].split(", ")) - {"choices"}
    return out


def differences(expected: dict[str, set[str]], told: dict[str, set[str]]) -> list[str]:
    """Objects whose schema and reader do not know the same keys."""
    assert expected
    out = [f"{pointer}: closed by the schema, open to the reader" for pointer in expected.keys() - told.keys()]
    for pointer, keys in expected.items():
        known = told.get(pointer, keys)
        if (keys - known - SOMETIMES) or (known - keys):
            out.append(f"{pointer}: schema alone {sorted(keys - known)}, reader alone {sorted(known - keys)}")
    return sorted(out)


@pytest.mark.parametrize("head", [True, False], ids=["head", "sections"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_schema_lists_the_keys_that_the_reader_of_a_rulebook_takes(path: Path, head: bool, tmp_path: Path) -> None:
    book = load(path)
    expected = {}
    for pointer, thing, keys in list(closed_objects(SCHEMAS["rulebook"], SCHEMAS["rulebook"], book)):
        top = pointer.split("/")[1] if pointer else "rulebook"
        if (top in HEADER) == head and not pointer.endswith("/choices"):
            thing["zzzzzzzzzz"] = "x"
            expected[pointer] = keys
    if not expected:
        pytest.skip("nothing but a head")
    edited = tmp_path / path.name
    edited.write_text(json.dumps(book), encoding="utf-8")
    (one,) = json.loads(run("rules", "verify", edited, "--format", "json").stdout)["rulebooks"]
    assert differences(expected, keys_told("zzzzzzzzzz", one["problems"])) == []


@pytest.mark.parametrize("path", SEASONS, ids=lambda path: path.stem)
def test_the_schema_lists_the_keys_that_the_reader_of_a_season_takes(path: Path) -> None:
    season = load(path)
    season["rulebooks"] = ["gia-vien-934"]
    expected = {}
    for pointer, thing, keys in list(closed_objects(SCHEMAS["season"], SCHEMAS["season"], season)):
        thing["zzzzzzzzzz"] = "x"
        expected[pointer] = keys
    options = ["--rules", "gia-vien-934", "--as-of", "2025-09-30T17:00+07:00", "--format", "json"]
    done = run("evaluate", "-", *options, text=json.dumps(season))
    told = keys_told("zzzzzzzzzz", json.loads(done.stdout)["error"]["problems"])
    assert differences(expected, told) == []
