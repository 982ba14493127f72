#!/usr/bin/env python3
"""Writes tests/unit/scoring/oracle.csv: random councils with what must come out, by plain fractions.

    make_scoring_oracle.py            writes the file
    make_scoring_oracle.py --check    exits 1 when the file differs

It shares nothing with the library: the rules are written here a second time, in the plainest way. A line that begins
with `rubric;` holds a rubric as JSON; each line after it is one council under that rubric:

    members;total;rounded;class;flagged;vote;decision

A member is `x` when excluded, then the scores with `/` between, then A(gree), D(isagree), B(abstain) or N (no vote);
`-` is a ballot that is missing. Verdicts are p, f and u; `-` is no answer.
"""
import json
import random
import sys
from fractions import Fraction as F
from math import floor
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "unit" / "scoring" / "oracle.csv"
RUBRICS, COUNCILS = 100, 20


def text(number):
    number = F(number)
    return str(number.numerator) if number.denominator == 1 else f"{number.numerator}/{number.denominator}"


def rounded(value, places, mode):
    scaled = value * 10 ** places
    low = floor(scaled)
    rest = scaled - low
    up = rest > F(1, 2) or (rest == F(1, 2) and (mode == "half-up" or low % 2 == 1))
    return F(low + (up and mode != "down"), 10 ** places)


def random_rubric(r):
    weighted = r.random() < 0.4
    count = r.randint(1, 4)
    if weighted:
        maxima = [r.choice([10, 20, 50, 100]) for _ in range(count)]
        parts = [r.randint(1, 6) for _ in range(count)]
    else:
        cuts = sorted(r.sample(range(1, 20), count - 1))
        maxima = [5 * (b - a) for a, b in zip([0, *cuts], [*cuts, 20])]
    criteria = {}
    for i, top in enumerate(maxima):
        c = {"max": top, "step": r.choice(["0.5", "1", "1/4", "5"])}
        if weighted:
            c["weight"] = text(F(parts[i], sum(parts)))
        if r.random() < 0.3:
            c["min"] = text(F(top * r.randint(2, 6), 10))
        criteria["abcd"[i]] = c
    method = r.choice(["mean", "mean", "trimmed-mean", "median", "qualifying-count"])
    figure = {"method": method}
    if method == "trimmed-mean":
        drop = r.randint(1, 2)
        figure.update({"drop": drop, "when-at-least": 2 * drop + r.randint(1, 3)})
    if method == "qualifying-count":
        for c in criteria.values():
            c.pop("min", None)
    out = {"whole": 100, "criteria": criteria, "figure": figure}
    if r.random() < 0.6:
        out["rounding"] = {"places": r.randint(0, 2), "mode": r.choice(["half-up", "half-even", "down"])}
    if r.random() < 0.7:
        out["pass"] = {"total": r.randint(1, 5) if method == "qualifying-count" else r.randint(30, 60)}
        if r.random() < 0.3 and method != "qualifying-count":
            out["pass"]["each"] = text(F(min(maxima) * r.randint(1, 6), 10))
    if r.random() < 0.7 and method != "qualifying-count":
        low, mid, high = sorted(r.sample(range(20, 90), 3))
        classes = {"A": {"from": high}, "B": {"from": mid, "below": high}, "C": {"from": low, "below": mid}}
        for factor, rule in zip((6, 4, 2), classes.values()):
            if r.random() < 0.7:
                rule["needs"] = {"a": text(F(maxima[0] * factor, 10))}
        out["classes"] = classes
        out["shortfall"] = r.choice(["flag", "lower"])
    if r.random() < 0.8 or "pass" not in out or method == "qualifying-count":
        vote = {"fraction": r.choice(["2/3", "0.7", "1/2", "3/4", "1"]),
                "of": r.choice(["members", "sitting", "ballots"]),
                "method": r.choice(["agree", "agree", "qualifying"])}
        if vote["method"] == "qualifying" or method == "qualifying-count":
            vote["qualifying"] = {"total": r.randint(30, 60)}
        out["vote"] = vote
    if r.random() < 0.5:
        out["quorum"] = {"at-least": r.randint(1, 5)}
    out["excluded"] = {"declared-conflict": {}}
    if r.random() < 0.7:
        out["base-after-exclusion"] = r.choice(["members", "sitting"])
    return out


def random_council(r, rubric):
    level = r.choice([0.3, 0.5, 0.7, 0.9])
    members = []
    missing = r.choice([0, 0, 0, 0.2])
    for _ in range(r.randint(1, 9)):
        excluded = r.random() < 0.1
        if r.random() < missing:
            members.append((excluded, None, None))
            continue
        scores = []
        for c in rubric["criteria"].values():
            step, top = F(c["step"]), c["max"]
            marks = top / step
            at = r.triangular(0, float(marks), float(marks) * level)
            scores.append(min(marks, max(0, round(at))) * step)
        members.append((excluded, scores, r.choices("ADBN", [level, 1 - level, 0.1, 0.03])[0]))
    return members


def worse(verdicts):
    return "f" if "f" in verdicts else "u" if "u" in verdicts else "p"


def own_total(rubric, scores):
    total = F(0)
    for score, c in zip(scores, rubric["criteria"].values()):
        total += score * F(c["weight"]) * 100 / c["max"] if "weight" in c else score
    return total


def figure(rubric, totals):
    rule, totals = rubric["figure"], sorted(totals)
    if rule["method"] == "qualifying-count":
        return F(sum(t >= rubric["vote"]["qualifying"]["total"] for t in totals))
    if rule["method"] == "median":
        n = len(totals)
        return totals[n // 2] if n % 2 else (totals[n // 2 - 1] + totals[n // 2]) / 2
    if rule["method"] == "trimmed-mean" and len(totals) >= rule["when-at-least"]:
        totals = totals[rule["drop"]:-rule["drop"]]
    return sum(totals, F(0)) / len(totals)


def vote_on(fraction, agree, missing, base):
    if base == 0:
        return "u"
    if agree >= fraction * base:
        return "p"
    return "f" if agree + missing < fraction * base else "u"


def vote(rubric, members):
    rule, sitting = rubric["vote"], [m for m in members if not m[0]]
    if rule["method"] == "agree":
        votes = ["N" if m[1] is None else m[2] for m in sitting]
    else:
        votes = ["N" if m[1] is None else "A" if own_total(rubric, m[1]) >= rule["qualifying"]["total"] else "D"
                 for m in sitting]
    agree, missing = votes.count("A"), votes.count("N")
    cast, fraction = len(votes) - missing, F(rule["fraction"])
    bases = {"members": (len(members), missing), "sitting": (len(sitting), missing), "ballots": (len(sitting), missing)}
    if "quorum" in rubric and cast >= rubric["quorum"]["at-least"]:
        bases["ballots"] = (cast, 0)
    names = [rule["of"]]
    if rule["of"] == "members" and len(sitting) < len(members):
        names = [rubric["base-after-exclusion"]] if "base-after-exclusion" in rubric else ["members", "sitting"]
    answers = {vote_on(fraction, agree, bases[name][1], bases[name][0]) for name in names}
    return answers.pop() if len(answers) == 1 else "u"


def classify(rubric, standing, means):
    ordered = list(rubric["classes"].items())
    met = {k: all(means[c] >= F(least) for c, least in rule.get("needs", {}).items()) for k, rule in ordered}
    for i, (name, rule) in enumerate(ordered):
        if rule["from"] <= standing and standing < rule.get("below", 10 ** 9):
            if met[name]:
                return name, "-"
            if rubric["shortfall"] == "flag":
                return name, "+".join(c for c, least in rule["needs"].items() if means[c] < F(least))
            return next((other for other, _ in ordered[i:] if met[other]), "-"), "-"
    return "-", "-"


def expected(rubric, members):
    sitting = [m for m in members if not m[0]]
    scored = [m[1] for m in sitting if m[1] is not None]
    total = standing = None
    klass = flagged = "-"
    verdicts = [] if scored else ["u"]
    quorum = rubric.get("quorum", {}).get("at-least")
    if quorum is not None:
        verdicts.append("p" if len(scored) >= quorum else "f" if len(sitting) < quorum else "u")
    if scored and (len(scored) == len(sitting) or (quorum is not None and len(scored) >= quorum)):
        total = standing = figure(rubric, [own_total(rubric, s) for s in scored])
        means = {c: sum((s[i] for s in scored), F(0)) / len(scored) for i, c in enumerate(rubric["criteria"])}
        if "rounding" in rubric:
            standing = rounded(total, rubric["rounding"]["places"], rubric["rounding"]["mode"])
        if "classes" in rubric:
            klass, flagged = classify(rubric, standing, means)
    passes = rubric.get("pass", {})
    if "total" in passes:
        verdicts.append("u" if total is None else "p" if standing >= passes["total"] else "f")
    for name, c in rubric["criteria"].items():
        for least in [x for x in (c.get("min"), passes.get("each")) if x is not None]:
            verdicts.append("u" if total is None else "p" if means[name] >= F(least) else "f")
    voted = vote(rubric, members) if "vote" in rubric else "-"
    if voted != "-":
        verdicts.append(voted)
    return [text(total) if total is not None else "-",
            text(standing) if total is not None and "rounding" in rubric else "-", klass, flagged, voted,
            worse(verdicts) if "vote" in rubric or passes else "u"]


def member_text(member):
    excluded, scores, voted = member
    return ("x" if excluded else "") + ("-" if scores is None else "/".join(f"{float(s):g}" for s in scores) + voted)


def table():
    r = random.Random(934)
    for _ in range(RUBRICS):
        rubric = random_rubric(r)
        yield "rubric;" + json.dumps(rubric, separators=(",", ":"))
        for _ in range(COUNCILS):
            members = random_council(r, rubric)
            yield ";".join([" ".join(map(member_text, members)), *expected(rubric, members)])


def main():
    made = "\n".join(table()) + "\n"
    if sys.argv[1:] == ["--check"]:
        fresh = OUT.read_text(encoding="utf-8") == made
        print(f"{OUT.name}: {'fresh' if fresh else 'stale, run make_scoring_oracle.py'}")
        return 0 if fresh else 1
    OUT.write_text(made, encoding="utf-8")
    print(f"{OUT.name}: {made.count(chr(10))} lines, {len(made)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
