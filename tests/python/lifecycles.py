"""Procedures for tests: labels meant to break every format, made by chance from a seed."""

from __future__ import annotations

import random
from typing import Any

HOSTILE = [
    'nói "được" rồi',
    "<b>đậm</b> & <script>",
    "a]b}c[d{e",
    "dòng một\ndòng hai\r\ttab",
    "🧑‍🤝‍🧑 nhóm ✅",
    "X" * 120,
    "Nghiêng" * 30,
    "end; note: x --> y",
    "%%{init: {}}%% chú thích",
    "style a:b#c; classDef d:e#f;",
    "\\N \\G \\ngang \\",
    "it's 'one' && !two || <3",
    "#35; #quot; &amp; &#60;",
    "--> [*] : state",
    "]]> <!-- --> <?x?>",
    "Đường ǉ Ǆ ﬁ 漢字かな",
    "ô" + "\u0323" * 5,
    "`code` $x$ @y",
]
KINDS = ["open", "waiting", "decided", "ended", "withdrawn"]


def words(chance: random.Random) -> dict[str, str]:
    return {"vi": chance.choice(HOSTILE), "en": chance.choice(HOSTILE)}


def guard(chance: random.Random, depth: int = 0) -> Any:
    leaves = ["fact", "fact", "before", "after", "level", "document", "other-than", "named"]
    kind = chance.choice([*leaves, *(["all", "any", "not"] if depth < 3 else [])])
    if kind == "named":
        return "named/1.x"
    if kind == "not":
        return {"not": guard(chance, depth + 1)}
    if kind in ("all", "any"):
        return {kind: [guard(chance, depth + 1) for _ in range(chance.randint(1, 3))]}
    names = {
        "fact": ["f-1", "f-2", "f-3"],
        "before": ["due"],
        "after": ["due"],
        "level": ["l-1", "l-2"],
        "document": ["d-1", "d-2"],
        "other-than": ["author", "conflicted"],
    }
    out = {kind: chance.choice(names[kind])}
    return {**out, **words(chance)} if chance.random() < 0.2 else out


def procedure(seed: int, states: int = 7, steps: int = 12) -> dict[str, Any]:
    """A rulebook with a procedure of any shape: circles, steps to themselves, states nobody reaches."""
    chance = random.Random(seed)
    names = [f"{chance.choice(['s', '1', 'end', 'state'])}{chance.choice(['-', '.', '/'])}{i}" for i in range(states)]
    transitions = {}
    for i in range(steps):
        step: dict[str, Any] = {
            "on": f"e{chance.choice(['-', '.'])}{chance.randint(0, steps // 2)}",
            "from": chance.sample(names, chance.randint(1, min(3, states))),
            "to": chance.choice(names),
            "by": chance.sample(["r-1", "r-2", "r.3"], chance.randint(1, 2)),
            **words(chance),
            "clause": "c.1",
        }
        if chance.random() < 0.6:
            step["when"] = guard(chance)
        transitions[f"t-{i}"] = step
    entry = {"clause": "c.1"}
    return {
        "rulebook": 1,
        "id": "hostile",
        "vi": "Thử",
        "en": "Test",
        "document": {
            "number": "1/TEST",
            "issuer": "x",
            "issued": "2025-01-01",
            "from": "2025-01-01",
            "provenance": chance.choice(["law", "illustrative"]),
        },
        "layer": "national",
        "clauses": {"c.1": {"vi": "x", "en": "x"}},
        "roles": {role: {**words(chance), **entry} for role in ("r-1", "r-2", "r.3")},
        "levels": {level: {**words(chance), **entry} for level in ("l-1", "l-2")},
        "facts": {fact: {**words(chance), **entry} for fact in ("f-1", "f-2", "f-3")},
        "documents": {document: {**words(chance), **entry} for document in ("d-1", "d-2")},
        "schedule": {"due": {"yearly": "25/9", "bound": "before", "roll": "none", **words(chance), **entry}},
        "conditions": {
            "named/1.x": {"when": {"all": [{"fact": "f-1"}, {"not": {"fact": "f-2"}}]}, **words(chance), **entry}
        },
        "lifecycle": {
            "start": chance.choice(names),
            "states": {name: {"kind": chance.choice(KINDS), **words(chance)} for name in names},
            "transitions": transitions,
        },
    }
