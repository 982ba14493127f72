#!/usr/bin/env python3
"""Random councils with what must come out, by plain fractions: the other side of council_peer.cpp.

    councils.py [--rubrics N] [--councils N] [--seed N]     writes them to standard output

It shares nothing with the library: the rules are written here a second time, in the plainest way. A line that begins
with `rubric;` holds a rubric as JSON; each line after it is one council under that rubric:

    votes/most;members;total;rounded;class;flagged;vote;cast;decision

`votes/most` are those of the public, `-` when nobody has said. A member is a role (c, v, s, m), then `x` when excluded,
then the scores with `/` between, or `~` for none, then A(gree), D(isagree), B(abstain) or N (no vote); or `-` for a
ballot that is missing. Verdicts are p, f and u; `-` is no answer.
"""
import argparse
import itertools
import json
import random
import sys
from fractions import Fraction as F
from math import floor

ROLES = {"c": "chair", "v": "vice-chair", "s": "secretary", "m": "member"}


def text(number):
    number = F(number)
    return str(number.numerator) if number.denominator == 1 else f"{number.numerator}/{number.denominator}"


def rounded(value, places, mode):
    scaled = abs(value) * 10 ** places
    low = floor(scaled)
    rest = scaled - low
    up = rest > F(1, 2) or (rest == F(1, 2) and (mode == "half-up" or low % 2 == 1))
    size = F(low + (up and mode != "down"), 10 ** places)
    return size if value >= 0 else -size


def worse(verdicts):
    return "f" if "f" in verdicts else "u" if "u" in verdicts else "p"


# --- rubrics


def parts_of(r, whole, count):
    cuts = sorted(r.sample(range(1, whole), count - 1))
    return [b - a for a, b in zip([0, *cuts], [*cuts, whole])]


def random_level(r, names, worth, depth):
    """Criteria that share `worth` points: points that add up to it, or weights that add up to 1."""
    out, count = {}, r.randint(1, 3)
    weighted = r.random() < 0.4
    shares = parts_of(r, 12, count)
    points = parts_of(r, worth // 5, count) if not weighted else [r.choice([2, 4, 10, 20]) for _ in range(count)]
    for share, size in zip(shares, points):
        top = size if weighted else 5 * size
        name = next(names)
        if depth < 2 and top >= 20 and r.random() < 0.35:
            entry = {"max": top, "criteria": random_level(r, names, top, depth + 1)}
            if r.random() < 0.4:
                entry["min"] = text(F(top * r.randint(1, 6), 10))
        else:
            entry = {"max": top, "step": r.choice(["0.5", "1", "1/4"])}
            if r.random() < 0.25:
                entry["min"] = text(F(top * r.randint(1, 6), 10))
            if r.random() < 0.15:
                entry["options"] = [{"points": top}, {"from": F(top, 2).__float__(), "to": top - 1}, {"points": 0}]
                if F(top, 2) > top - 1:
                    del entry["options"]
        if weighted:
            entry["weight"] = text(F(share, 12))
        out[name] = entry
    return out


def random_rubric(r):
    names = (f"c{i}" for i in itertools.count())
    public = r.random() < 0.25
    criteria = random_level(r, names, 80 if public else 100, 0)
    for kind in ("bonus", "penalty", "independent"):
        if r.random() < 0.2:
            criteria[next(names)] = {"max": 10, "step": "1", "counts": kind}
    out = {"whole": 100, "criteria": criteria}
    if public:
        out["public-votes"] = {"points": 20, "mode": r.choice(["half-up", "half-even", "down", "none"])}
        if out["public-votes"]["mode"] != "none":
            out["public-votes"]["places"] = r.randint(0, 2)
    method = r.choice(["mean", "mean", "mean", "trimmed-mean", "median"])
    out["figure"] = {"method": method}
    if method == "trimmed-mean":
        drop = r.randint(1, 2)
        out["figure"].update({"drop": drop, "when-at-least": 2 * drop + r.randint(1, 3)})
    if method == "mean" and r.random() < 0.4:
        out["figure"]["weights"] = {role: r.choice([1, 2, "1.5"]) for role in ROLES.values()}
    mode = r.choice(["half-up", "half-even", "down", "none", None])
    if mode:
        out["rounding"] = {"mode": mode} if mode == "none" else {"mode": mode, "places": r.randint(0, 2)}
    if r.random() < 0.7:
        out["pass"] = {"total": r.randint(30, 60)}
    if r.random() < 0.6:
        low, mid, high = sorted(r.sample(range(20, 90), 3))
        out["classes"] = {"A": {"from": high}, "B": {"from": mid, "below": high}, "C": {"from": low, "below": mid}}
        leaf = next(iter(leaves(out)))
        for factor, rule in zip((6, 4, 2), out["classes"].values()):
            if r.random() < 0.6:
                rule["needs"] = {leaf: text(F(F(leaves(out)[leaf][0]["max"]) * factor, 10))}
        out["shortfall"] = r.choice(["flag", "lower"])
    if r.random() < 0.8 or "pass" not in out:
        vote = {"of": r.choice(["members", "sitting", "ballots"]), "method": r.choice(["agree", "agree", "qualifying"])}
        vote["fraction"] = r.choice(["2/3", "0.7", "1/2", "1/2", "1"])
        vote["reach"] = r.choice(["at-least", "more-than"])
        if vote["fraction"] == "1/2" and r.random() < 0.5:
            vote["casting"] = "chair"
        if vote["method"] == "qualifying":
            vote["qualifying"] = {"total": r.randint(30, 60)}
        out["vote"] = vote
    if r.random() < 0.4:
        out["quorum"] = {"at-least": r.randint(1, 5)}
    if r.random() < 0.5:
        out["abstention"] = r.choice(["owed", "left-out"])
    out["excluded"] = {"declared-conflict": {}}
    if r.random() < 0.7:
        out["base-after-exclusion"] = r.choice(["members", "sitting"])
    return out


def leaves(rubric):
    """Name -> (criterion, points of the total for one of its own, the groups it is in with their factors)."""
    out = {}

    def walk(level, worth, factor, above):
        for name, c in level.items():
            kind = c.get("counts", "base")
            mine = factor
            if kind != "base":
                mine = {"bonus": F(1), "penalty": F(-1), "independent": F(0)}[kind]
            elif "weight" in c:
                mine = factor * F(c["weight"]) * worth / F(c["max"])
            if "criteria" in c:
                walk(c["criteria"], F(c["max"]), mine, [*above, (name, c, mine)])
            else:
                out[name] = (c, mine, above)

    public = F(rubric["public-votes"]["points"]) if "public-votes" in rubric else 0
    walk(rubric["criteria"], F(rubric["whole"]) - public, F(1), [])
    return out


# --- councils


def random_score(r, c, level):
    step, top = F(c.get("step", "1")), F(c["max"])
    score = min(top, max(F(0), round(r.triangular(0, float(top / step), float(top / step) * level)) * step))
    if "options" in c and not (score in (0, top) or F(c["options"][1]["from"]) <= score <= F(c["options"][1]["to"])):
        return r.choice([F(0), top])
    return score


def random_council(r, rubric, criteria):
    level, missing, silent = r.choice([0.3, 0.5, 0.7, 0.9]), r.choice([0, 0, 0, 0.2]), r.choice([0, 0, 0.2])
    members, chairs = [], r.random() < 0.8
    for number in range(r.randint(1, 9)):
        role = "c" if number == 0 and chairs else r.choice("vsmmm")
        excluded = r.random() < 0.1
        if r.random() < missing:
            members.append((role, excluded, None, None))
        elif r.random() < silent:
            members.append((role, excluded, [], r.choice("BBA")))
        else:
            scores = [random_score(r, c, level) for c, _, _ in criteria.values()]
            members.append((role, excluded, scores, r.choices("ADBN", [level, 1 - level, 0.1, 0.03])[0]))
    votes = None
    if "public-votes" in rubric and r.random() < 0.9:
        votes = (r.randint(0, 300), 300)
        if r.random() < 0.05:
            votes = (0, 0)
    return votes, members


# --- what must come out


def own_total(criteria, scores):
    return sum((score * factor for score, (_, factor, _) in zip(scores, criteria.values())), F(0))


def mean(rubric, values, members):
    weights = rubric["figure"].get("weights")
    if not weights:
        return sum(values, F(0)) / len(values)
    each = [F(weights[ROLES[m[0]]]) for m in members]
    return sum((v * w for v, w in zip(values, each)), F(0)) / sum(each, F(0))


def figure(rubric, totals, members):
    rule = rubric["figure"]
    if rule["method"] == "mean":
        return mean(rubric, totals, members)
    totals = sorted(totals)
    if rule["method"] == "median":
        n = len(totals)
        return totals[n // 2] if n % 2 else (totals[n // 2 - 1] + totals[n // 2]) / 2
    if len(totals) >= rule["when-at-least"]:
        totals = totals[rule["drop"]:-rule["drop"]]
    return sum(totals, F(0)) / len(totals)


def vote_on(rule, votes, chair, base, closed):
    """Every way to fill in the votes that are missing; `closed` says that none comes any more."""
    if base == 0:
        return "u", "-"
    open_ones = [] if closed else [i for i, v in enumerate(votes) if v == "N"]
    fraction, outcomes, cast = F(rule["fraction"]), set(), "-"
    agree, against = votes.count("A"), votes.count("D")
    if rule.get("casting") is None:  # no need to try them all: only how many agree matters
        enough = [a > fraction * base if rule["reach"] == "more-than" else a >= fraction * base
                  for a in (agree, agree + len(open_ones))]
        return ("p" if enough[0] else "u" if enough[1] else "f"), "-"
    others = [i for i in open_ones if i != chair]
    for own in "ADB" if chair in open_ones else [votes[chair] if chair is not None else "N"]:
        for more in range(len(others) + 1):
            for no in range(len(others) + 1 - more):
                a = agree + more + (own == "A" and chair in open_ones)
                d = against + no + (own == "D" and chair in open_ones)
                if a == d and own in "AD":
                    outcomes.add(own == "A")
                    if not open_ones:
                        cast = "+"
                else:
                    outcomes.add(a > fraction * base if rule["reach"] == "more-than" else a >= fraction * base)
    return ("u" if len(outcomes) == 2 else "p" if outcomes == {True} else "f"), cast


def vote(rubric, criteria, members):
    rule, sitting = rubric["vote"], [m for m in members if not m[1]]
    if rule["method"] == "agree":
        votes = ["N" if m[2] is None else m[3] for m in sitting]
    else:
        mark = rule["qualifying"]["total"]
        votes = ["N" if not m[2] else "A" if own_total(criteria, m[2]) >= mark else "D" for m in sitting]
    chair = next((i for i, m in enumerate(sitting) if m[0] == "c"), None)
    cast = len(votes) - votes.count("N")
    bases = {"members": (len(members), False), "sitting": (len(sitting), False), "ballots": (len(sitting), False)}
    if "quorum" in rubric and cast >= rubric["quorum"]["at-least"]:
        bases["ballots"] = (cast, True)
    names = [rule["of"]]
    if rule["of"] == "members" and len(sitting) < len(members):
        names = [rubric["base-after-exclusion"]] if "base-after-exclusion" in rubric else ["members", "sitting"]
    answers = {name: vote_on(rule, votes, chair, *bases[name]) for name in names}
    first = answers[names[0]]
    return first if len({a for a, _ in answers.values()}) == 1 else ("u", None)


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


def public_points(rubric, votes):
    if "public-votes" not in rubric:
        return F(0)
    if votes is None or votes[1] == 0:
        return None
    rule = rubric["public-votes"]
    exact = F(rule["points"]) * votes[0] / votes[1]
    return exact if rule["mode"] == "none" else rounded(exact, rule["places"], rule["mode"])


def expected(rubric, criteria, votes, members):
    sitting = [m for m in members if not m[1]]
    ballots = [m for m in sitting if m[2] is not None]
    scored = [m for m in ballots if m[2]]
    without = [m for m in ballots if not m[2] and m[3] == "B" and rubric.get("abstention") == "left-out"]
    total = standing = means = None
    klass = flagged = "-"
    verdicts = [] if ballots else ["u"]
    quorum = rubric.get("quorum", {}).get("at-least")
    if quorum is not None:
        verdicts.append("p" if len(ballots) >= quorum else "f" if len(sitting) < quorum else "u")
    complete = len(scored) + len(without) == len(sitting) or (quorum is not None and len(scored) >= quorum)
    if scored and complete:
        means = {name: mean(rubric, [m[2][i] for m in scored], scored) for i, name in enumerate(criteria)}
        public = public_points(rubric, votes)
        if public is not None:
            total = standing = figure(rubric, [own_total(criteria, m[2]) for m in scored], scored) + public
            rule = rubric.get("rounding", {"mode": "none"})
            if rule["mode"] != "none":
                standing = rounded(total, rule["places"], rule["mode"])
            if "classes" in rubric:
                klass, flagged = classify(rubric, standing, means)
    if "pass" in rubric:
        verdicts.append("u" if total is None else "p" if standing >= rubric["pass"]["total"] else "f")
    groups = {}
    for name, (c, factor, above) in criteria.items():
        if "min" in c:
            verdicts.append("u" if means is None else "p" if means[name] >= F(c["min"]) else "f")
        for group, g, scale in above:
            groups.setdefault(group, [g, F(0)])
            if means is not None:
                groups[group][1] += means[name] * factor / scale
    for g, points in groups.values():
        if "min" in g:
            verdicts.append("u" if means is None else "p" if points >= F(g["min"]) else "f")
    if means is not None and total is None and any("min" in c for c, _, _ in criteria.values()):
        verdicts.append("u")  # the figure is asked for, and the votes of the public are missing
    if means is not None and total is None and any("min" in g for g, _ in groups.values()):
        verdicts.append("u")
    voted, cast = vote(rubric, criteria, members) if "vote" in rubric else ("-", "-")
    if voted != "-":
        verdicts.append(voted)
    rounds = rubric.get("rounding", {"mode": "none"})["mode"] != "none"
    return [text(total) if total is not None else "-", text(standing) if total is not None and rounds else "-",
            klass, flagged, voted, cast or "-", worse(verdicts) if "vote" in rubric or "pass" in rubric else "u"]


def member_text(member):
    role, excluded, scores, voted = member
    given = "-" if scores is None else ("/".join(map(text_of_score, scores)) or "~") + voted
    return role + ("x" if excluded else "") + given


def text_of_score(score):
    return f"{float(score):g}"


def councils(rubrics, each, seed):
    r = random.Random(seed)
    for _ in range(rubrics):
        rubric = random_rubric(r)
        criteria = leaves(rubric)
        yield "rubric;" + json.dumps(rubric, separators=(",", ":"))
        for _ in range(each):
            votes, members = random_council(r, rubric, criteria)
            public = "-" if votes is None else f"{votes[0]}/{votes[1]}"
            yield ";".join([public, " ".join(map(member_text, members)), *expected(rubric, criteria, votes, members)])


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--rubrics", type=int, default=1000)
    asked.add_argument("--councils", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=934)
    options = asked.parse_args()
    try:
        for line in councils(options.rubrics, options.councils, options.seed):
            sys.stdout.write(line + "\n")
    except BrokenPipeError:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
