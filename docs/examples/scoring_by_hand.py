# Mỗi quy tắc chấm điểm với những con số nhỏ nhất / Every rule of scoring with the smallest figures
from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import sangkien as sk

PAPER = {
    "rulebook": 1,
    "id": "by-hand",
    "layer": "council",
    "document": {
        "number": "1",
        "issuer": "x",
        "issued": "2025-01-01",
        "from": "2025-01-01",
        "provenance": "illustrative",
    },
    "clauses": {"h.1": {"vi": "Giả định.", "en": "Assumed."}},
}
NOON = "2026-10-01T12:00+07:00"
ONE = {"a": {"max": 100}}
MEAN = {"figure": {"method": "mean"}}


def scored(
    scoring: dict[str, Any],
    *ballots: Any,
    votes: str = "",
    roles: Sequence[str] = (),
    public: dict[str, int] | None = None,
) -> dict[str, Any]:
    """What the council makes of SK-1; SK-2 is there for the public's votes alone."""
    scoring = {**({"whole": 100, "criteria": ONE, **MEAN} if "vote" not in scoring else {}), **scoring, "clause": "h.1"}
    rules = sk.Rules.from_json(json.dumps({**PAPER, "scoring": scoring}))
    rows: list[dict[str, Any]] = []
    for number in range(max(len(ballots), len(votes))):
        who = {"initiative": "SK-1", "member": f"m{number + 1}"}
        if roles:
            who["role"] = roles[number]
        given = ballots[number] if number < len(ballots) else {}
        for criterion, points in given.items() if isinstance(given, dict) else [("a", given)]:
            rows.append({**who, "criterion": criterion, "points": points})
        if number < len(votes) and votes[number] != ".":
            word = {"+": "agree", "-": "disagree", "0": "abstain"}[votes[number]]
            rows.append({**who, "criterion": "vote", "points": word})
        elif number < len(votes):
            rows.append({**who, "initiative": "SK-2", "criterion": "vote", "points": "agree"})
    for initiative, count in (public or {}).items():
        rows.append({"initiative": initiative, "criterion": "public-votes", "points": count})
    return rules.score(rows, NOON).initiatives[0]


def total(scoring: dict[str, Any], *ballots: Any, **more: Any) -> str | None:
    score = scored(scoring, *ballots, **more)["score"]
    out: str | None = score["rounded"] or score["total"]
    return out


def figure(**rule: Any) -> dict[str, Any]:
    return {"figure": rule}


print("# Từ phiếu đến điểm / from ballots to a figure: 50 60 70 71 99")
five = (50, 60, 70, 71, 99)
print("mean            ", total(figure(method="mean"), *five))
print(
    "median          ",
    total(figure(method="median"), *five),
    "| 50 60 70 71:",
    total(figure(method="median"), *five[:4]),
)
trimmed = figure(method="trimmed-mean", drop=1, **{"when-at-least": 5})
print("trimmed-mean    ", total(trimmed, *five), "| 50 60 70 71:", total(trimmed, *five[:4]))
weights = figure(method="mean", weights={"chair": 2, "vice-chair": 1, "secretary": 1, "member": 1})
roles = ["chair", "vice-chair", "secretary", "member", "member"]
print("weights         ", total(weights, *five, roles=roles))
counted: dict[str, Any] = {"criteria": ONE, "whole": 100, **figure(method="qualifying-count")}
counted["vote"] = {"fraction": "1/2", "of": "members", "method": "qualifying", "qualifying": {"total": 70}}
print("qualifying-count", total(counted, *five))

print("# Làm tròn / rounding: 49.995")
fine = {"criteria": {"a": {"max": 100, "step": "0.005"}}}
for mode in ("half-up", "half-even", "down"):
    print(f"{mode:16}", total({**fine, "rounding": {"places": 2, "mode": mode}}, "49.995"))
print("none            ", total({**fine, "rounding": {"mode": "none"}}, "49.995"))

print("# Tiêu chí / criteria")
tree = {"content": {"min": 30, "criteria": {"new": {"max": 40}, "use": {"max": 20}}}, "benefit": {"max": 40}}
low = scored({"criteria": tree, "pass": {"total": 50}}, {"new": 20, "use": 9, "benefit": 40})["score"]
print("group           ", low["groups"][0]["points"], low["decision"])
weighted = {
    "g": {
        "max": 60,
        "weight": "0.6",
        "criteria": {
            "x": {
                "max": 45,
                "weight": "0.75",
                "criteria": {"p": {"max": 3, "weight": "3/8"}, "q": {"max": 5, "weight": "5/8"}},
            },
            "y": {"max": 10, "weight": "0.25"},
        },
    },
    "z": {"max": 10, "weight": "0.4"},
}
print(
    "weights         ",
    total({"criteria": weighted}, {"p": 3, "q": 0, "y": 0, "z": 0}),
    "| full marks:",
    total({"criteria": weighted}, {"p": 3, "q": 5, "y": 10, "z": 10}),
)
beside = {
    "a": {"max": 100},
    "b": {"max": 10, "counts": "bonus"},
    "c": {"max": 10, "counts": "penalty"},
    "d": {"max": 20, "counts": "independent"},
}
print("bonus penalty   ", total({"criteria": beside}, {"a": 60, "b": 7, "c": 4, "d": 13}))
chosen = {"a": {"max": 100, "options": [{"from": 100, "to": 100}, {"from": 60, "to": 70}, {"from": 0, "to": 0}]}}
for points in (65, 59):
    try:
        print("options         ", points, total({"criteria": chosen}, points))
    except sk.Error as error:
        print("options         ", points, error.problems[0]["id"])

print("# Mức tối thiểu, điểm sàn / minima, pass mark")
least = {"a": {"max": 60, "min": 20}, "b": {"max": 40}}
print(
    "min 20          ",
    [
        scored({"criteria": least, "pass": {"total": 50}}, {"a": x, "b": 40}, {"a": 20, "b": 40})["score"]["decision"]
        for x in (19, 20)
    ],
)
each = {"criteria": {"a": {"max": 60}, "b": {"max": 40}}, "pass": {"total": 50, "each": 10}}
print("each 10         ", [scored(each, {"a": 60, "b": x})["score"]["decision"] for x in (9, 10)])
exact = {**fine, "rounding": {"places": 2, "mode": "half-up"}, "pass": {"total": 50}}
print("pass 50         ", [scored(exact, x)["score"]["decision"] for x in ("49.99", "49.995")])

print("# Hạng / classes")
classes = {"A": {"from": 85, "needs": {"a": 30}}, "B": {"from": 70, "below": 85}, "C": {"from": 0, "below": 70}}
two = {"a": {"max": 40}, "b": {"max": 60}}
for way in ("flag", "lower"):
    got = scored({"criteria": two, "classes": classes, "shortfall": way}, {"a": 29, "b": 60})["score"]
    print(f"{way:16}", got["total"], got["class"]["id"], *["flagged"] * got["flagged"])
for points in (84, 85):
    got = scored({"criteria": two, "classes": classes, "shortfall": "flag"}, {"a": 40, "b": points - 40})["score"]
    print("half-open       ", points, got["class"]["id"])
of_group = {"A": {"from": 80, "needs": {"content": 55}}, "B": {"from": 0, "below": 80}}
got = scored({"criteria": tree, "classes": of_group, "shortfall": "lower"}, {"new": 40, "use": 14, "benefit": 40})[
    "score"
]
print("needs of a group", got["groups"][0]["points"], got["class"]["id"])

print("# Bình chọn / public votes: 100, 300")
public = {"criteria": {"a": {"max": 80}}, "public-votes": {"points": 20, "places": 1, "mode": "half-up"}}
got = scored(public, 66, public={"SK-1": 100, "SK-2": 300})["score"]
print("public          ", got["public_points"], got["total"])
print("nobody has any  ", scored(public, 66, public={"SK-1": 0, "SK-2": 0})["score"]["total"])

print("# Biểu quyết / the vote")


def vote(votes: str, fraction: str, of: str = "members", **more: Any) -> str:
    rule = {"fraction": fraction, "of": of, "method": "agree", **more.pop("rule", {})}
    got = scored({"vote": rule, **more.pop("scoring", {})}, votes=votes, **more)["score"]["vote"]
    return f"{got['passed']} ({got['agree']} of {got['base']}, {got['needed']} needed)"


print("2/3             ", vote("++++++---", "2/3"), "|", vote("+++++---", "2/3"))
print("1/2 at-least    ", vote("++--", "1/2", rule={"reach": "at-least"}))
print("1/2 more-than   ", vote("++--", "1/2", rule={"reach": "more-than"}))
even = {"reach": "more-than", "casting": "chair"}
chair = ["chair", "member", "member", "member"]
print(
    "casting chair   ",
    vote("++--", "1/2", rule=even, roles=chair),
    "|",
    vote("-+-+", "1/2", rule=even, roles=chair),
    "|",
    vote("0+-+-", "1/2", rule=even, roles=[*chair, "member"]),
)
print("of members      ", vote("++++.", "2/3"), "|", vote("+++..", "2/3"))
quorum = {"quorum": {"at-least": 3}}
print(
    "of ballots      ",
    vote("++-..", "2/3", "ballots", scoring=quorum),
    "|",
    vote("++...", "2/3", "ballots", scoring=quorum),
)
print("abstains        ", vote("++0", "2/3"), "|", vote("+00", "2/3"))

print("# Trắng không chấm / abstains without scores: 60, 70, -")
for word in ("owed", "left-out"):
    rule = {
        "whole": 100,
        "criteria": ONE,
        **MEAN,
        "abstention": word,
        "vote": {"fraction": "1/2", "of": "members", "method": "agree"},
    }
    got = scored(rule, 60, 70, votes="++0")["score"]
    print(f"{word:16}", got["total"])

print("# Còn bỏ ngỏ / undecided yet: 30 30 .")
rest: dict[str, Any] = {
    "whole": 100,
    "criteria": {"a": {"max": 100, "step": "0.005"}},
    **MEAN,
    "pass": {"total": 50},
    "vote": {"fraction": "1/3", "of": "members", "method": "agree"},
}
got = scored(rest, 30, 30, votes="++.")["bounds"]
print("bounds          ", got["low"], got["high"], "needs", got["each_needs"]["total"])
got = scored({**rest, "rounding": {"places": 2, "mode": "half-up"}}, 30, 30, votes="++.")["bounds"]
print("rounded         ", got["low"], got["high"], "needs", got["each_needs"]["total"])
