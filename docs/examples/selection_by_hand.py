# Ai được chấm, ai được chọn, tính tay / Who may score and who is selected, by hand
from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import sangkien as sk

PAPER = {
    "rulebook": 1,
    "id": "by-hand",
    "layer": "ward",
    "document": {
        "number": "1",
        "issuer": "x",
        "issued": "2025-01-01",
        "from": "2025-01-01",
        "provenance": "illustrative",
    },
    "clauses": {"h.1": {"vi": "Giả định.", "en": "Assumed."}},
    "areas": {"a": {"vi": "Lĩnh vực a", "en": "Area a"}, "b": {"vi": "Lĩnh vực b", "en": "Area b"}, "clause": "h.1"},
    "unit-kinds": {"office": {"vi": "Phòng", "en": "Office"}, "clause": "h.1"},
    "roles": {"unit-head": {"vi": "Trưởng phòng", "en": "Head"}, "clause": "h.1"},
    "lifecycle": {
        "start": "draft",
        "states": {
            "draft": {"kind": "open", "vi": "Soạn", "en": "Draft"},
            "filed": {"kind": "waiting", "vi": "Nộp", "en": "Filed"},
        },
        "transitions": {"file": {"from": "draft", "to": "filed", "by": "unit-head", "vi": "Nộp", "en": "File"}},
        "clause": "h.1",
    },
}
NOON = "2025-06-01T12:00+07:00"


def evaluated(
    files: list[tuple[Any, ...]],
    scoring: dict[str, Any],
    *,
    selection: dict[str, Any] | None = None,
    votes: str = "",
    asks: Sequence[str] = (),
    **council: Any,
) -> Any:
    """`files`: (area, points, ...) of SK-1, SK-2, ...; a member of the council for each vote."""
    book = {
        **PAPER,
        "scoring": {
            "whole": 100,
            "criteria": {"new": {"max": 50}, "use": {"max": 50}},
            "figure": {"method": "mean"},
            **scoring,
            "clause": "h.1",
        },
    }
    if selection:
        book["selection"] = {"among": "filed", "order": ["total"], "tie": "declare", **selection, "clause": "h.1"}
    members = [f"m{number + 1}" for number in range(len(votes) or 1)]
    words = {"+": "agree", "-": "disagree", "0": "abstain"}
    initiatives, ballots = [], []
    for number, (area, points, *more) in enumerate(files, 1):
        new, use = points if isinstance(points, tuple) else (points // 2, points - points // 2)
        initiatives.append(
            {
                "id": f"SK-{number}",
                "units": ["u-1"],
                "area": area,
                "authors": more[0] if more else [{"person": "p-1", "share": 100}],
                "events": [{"on": "file", "at": "2025-03-01T08:00+07:00", "by": "unit-head"}],
            }
        )
        for at, member in enumerate(members):
            ballots.append(
                {
                    "initiative": f"SK-{number}",
                    "member": member,
                    "scores": {"new": new, "use": use},
                    **({"vote": words[votes[at]]} if votes else {}),
                }
            )
    season = {
        "season": 1,
        "id": "s",
        "year": 2025,
        "opened": "2025-02-01",
        "rulebooks": ["by-hand"],
        "recognising_unit": {"id": "ward", "head": "m1"},
        "units": [{"id": "u-1", "kind": "office"}],
        "initiatives": initiatives,
        "ballots": ballots,
        "council": {"members": [{"person": member, "role": "member"} for member in members], **council},
    }
    rules = sk.Rules.from_json(json.dumps(book))
    if asks:
        return rules.eligible(sk.Season.from_json(season), *asks).members[0]["initiatives"][0]["may_sit"]
    return rules.evaluate(sk.Season.from_json(season), NOON).to_dict()["initiatives"]


def chosen(files: list[tuple[Any, ...]], **selection: Any) -> str:
    out = []
    for one in evaluated(files, {"pass": {"total": 50}}, selection=selection):
        told = one["selection"]
        word = {
            "pass": "chosen",
            "fail": f"reserve {told['reserve']}" if "reserve" in told else "no",
            "undetermined": "tied",
        }
        out.append(
            f"{one['score']['total']} {word[told['chosen']]}"
            + (f" by {told['tie_broken_by'][-1]}" if "tie_broken_by" in told else "")
        )
    return " | ".join(out)


print("# Lựa chọn / selection")
files = [("a", 90), ("a", 85), ("a", 80), ("b", 70)]
print("three places      ", chosen(files, **{"at-most": 3}))
print("two of an area    ", chosen(files, **{"at-most": 3, "per-area": 2}))
print("one in reserve    ", chosen(files, **{"at-most": 2, "reserve": 1}))
tied = [("a", 90), ("a", (50, 30)), ("a", (30, 50)), ("b", 70)]
print("tied at the end   ", chosen(tied, **{"at-most": 2}))
print("tie-breaker use   ", chosen(tied, **{"at-most": 2, "tie-breakers": ["use"]}))
print("one of a unit     ", chosen(files, **{"at-most": 3, "per-unit": 1}))

print("# Mẫu số khi có người bị loại / the base when somebody is excluded: 5 of 8 agree, m8 is excluded, 2/3")
conflict = [{"member": "m8", "initiative": "SK-1"}]
vote = {"vote": {"fraction": "2/3", "of": "members", "method": "agree"}, "excluded": {"declared-conflict": {}}}
for base in ("members", "sitting", None):
    stated = {"base-after-exclusion": base} if base else {}
    got = evaluated([("a", 90)], {**vote, **stated}, votes="+++++---", conflicts=conflict)[0]["score"]["vote"]
    print(
        f"{base or 'not stated':18}",
        got["passed"],
        *[f"({got['agree']} of {got['base']}, {got['needed']} needed)"] * bool(base),
    )

print("# Ai được tham gia SK-1 của p-1 ở u-1 / who may sit on SK-1, by p-1 of u-1")
grounds = {"excluded": {"author": {}, "declared-conflict": {"kinds": ["self"]}, "same-unit": {}}}
conflicts = [
    {"member": "m7", "initiative": "SK-1", "kind": "self"},
    {"member": "m8", "initiative": "SK-1", "kind": "other"},
]
for who, unit, why in (
    ("p-1", "", "author"),
    ("m9", "u-1", "same unit"),
    ("m9", "u-2", "another unit"),
    ("m7", "", "conflict: self"),
    ("m8", "", "conflict: other"),
    ("m9", "", "nothing known"),
):
    print(f"{why:18}", evaluated([("a", 90)], grounds, votes="++++++++", conflicts=conflicts, asks=(who, unit)))

print("# Tỷ lệ đóng góp ít nhất 30 % / each author at least 30 %")
for shares in ((70, 30), (71, 29)):
    authors = [{"person": f"p-{at}", "share": share} for at, share in enumerate(shares)]
    got = evaluated([("a", 90, authors)], {"pass": {"total": 50}, "authors": {"share-at-least": 30}})[0]["score"]
    print(f"{shares[0]} + {shares[1]:<13}", got["decision"])

print("# Số thành viên họp tối thiểu 3 / quorum of 3")
for votes in ("++-", "++"):
    met = {"quorum": {"at-least": 3}, "pass": {"total": 50}}
    print(f"{len(votes)} ballots         ", evaluated([("a", 90)], met, votes=votes)[0]["score"]["decision"])
