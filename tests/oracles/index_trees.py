#!/usr/bin/env python3
"""Random indices and random tables of offices, scored by plain fractions.

Written from docs/index.md alone, without the library. index_peer reads the lines and compares:

    tree;{"of": "unit", ...}
    component,round,value,evidence|...;total;open;share;complete;base lost;points of each node, spaced
"""
import argparse
import json
import random
import sys
from fractions import Fraction as F

ROUNDS = ["self", "appraised", "final"]
RULES = ["undetermined", "zero", "excluded"]


def text(value):
    return str(F(value))


def points_list(r, most, n, monotone=True):
    out = [F(r.randint(0, int(most * 4)), 4) for _ in range(n)]
    return sorted(out) if monotone else out


def random_score(r, kind, most):
    if kind == "yes-no":
        return "yes-no"
    if kind == "points":
        return "given"
    if kind == "survey" and r.random() < 0.6:
        return "survey"
    if kind == "rate" and r.random() < 0.4:
        return {"proportion": {"floor": text(F(r.randint(0, 10), 10))} if r.random() < 0.6 else {}}
    if kind == "count" and r.random() < 0.4:
        return {"deduction": {"each": text(F(r.randint(0, int(most * 4)), 4))}}
    low, high = {"rate": (0, 10), "count": (0, 8), "survey": (10, 50)}[kind]
    unit = 1 if kind == "count" else 10
    n = r.randint(2, 4)
    at = sorted(r.sample(range(low, high + 1), n))
    given = points_list(r, most, n, r.random() < 0.8)
    if r.random() < 0.5:
        return {"linear": [{"at": text(F(a, unit)), "points": text(p)} for a, p in zip(at, given)]}
    at[0] = low
    return {"steps": [{"from": text(F(a, unit)), "points": text(p)} for a, p in zip(at, given)]}


def random_component(r, most):
    kind = r.choice(["count", "rate", "yes-no", "survey", "points"])
    out = {"max": text(most), "input": kind, "score": random_score(r, kind, most)}
    if kind == "survey":
        out["scale"] = {"low": 1, "high": 5}
    if r.random() < 0.5:
        out["missing"] = r.choice(RULES)
    if r.random() < 0.3:
        out["without-evidence"] = r.choice(RULES)
    return out


class Maker:
    def __init__(self, r):
        self.r, self.names = r, 0

    def name(self):
        self.names += 1
        return f"n{self.names}"

    def parts(self, depth):
        """What stands inside a node, and its maximum."""
        out, total = {}, F(0)
        deeper = depth < 4 and self.r.random() < 0.45
        for _ in range(self.r.randint(1, 3)):
            if deeper:
                part, most = self.parts(depth + 1)
                part["max"] = text(most)
            else:
                most = F(self.r.randint(0, 40), 4)
                part = random_component(self.r, most)
            out[self.name()] = part
            total += most
        return {"criteria" if deeper else "components": out}, total


def random_tree(r):
    maker, areas, whole = Maker(r), {}, F(0)
    for _ in range(r.randint(1, 3)):
        part, most = maker.parts(1)
        part["max"] = text(most)
        areas[maker.name()] = part
        whole += most
    tree = {"of": "unit", "whole": text(whole), "areas": areas, "clamped": r.random() < 0.5}
    if r.random() < 0.5:
        tree["missing"] = r.choice(RULES)
    for side in ("bonus", "penalty"):
        if r.random() < 0.5:
            tree[side] = {maker.name(): random_component(r, F(r.randint(0, int(whole * 2)), 4))}
    if r.random() < 0.6:
        tree["rounds"] = {name: {"optional": True} for name in ROUNDS}
    return tree


def leaves(node):
    for inner in node.get("criteria", {}).values():
        yield from leaves(inner)
    yield from node.get("components", {}).items()


def all_components(tree):
    for area in tree["areas"].values():
        yield from leaves(area)
    for side in ("bonus", "penalty"):
        yield from tree.get(side, {}).items()


def random_value(r, kind, most):
    return {"count": lambda: F(r.randint(0, 12)), "rate": lambda: F(r.randint(0, 100), 100),
            "yes-no": lambda: F(r.randint(0, 1)), "survey": lambda: F(r.randint(10, 50), 10),
            "points": lambda: F(r.randint(0, int(most * 4)), 4)}[kind]()


def random_rows(r, tree):
    rows, often = [], r.choice([0.3, 0.8, 1.0])
    for name, component in all_components(tree):
        for round_ in tree.get("rounds", [""]):
            if r.random() < often:
                value = text(random_value(r, component["input"], F(component["max"])))
                rows.append((name, round_, "" if r.random() < 0.1 else value, r.choice(["", "BC-1"])))
    if not rows:
        name, component = next(all_components(tree))
        rows.append((name, next(iter(tree.get("rounds", [""]))), "", ""))
    r.shuffle(rows)
    return rows


def points(component, x):
    score, most = component["score"], F(component["max"])
    if score == "yes-no":
        return most if x else F(0)
    if score == "given":
        return x
    if score == "survey":
        return most * (x - 1) / 4
    if "proportion" in score:
        return F(0) if x < F(score["proportion"].get("floor", 0)) else most * x
    if "deduction" in score:
        return max(F(0), most - x * F(score["deduction"]["each"]))
    if "steps" in score:
        return [F(s["points"]) for s in score["steps"] if F(s["from"]) <= x][-1]
    line = [(F(s["at"]), F(s["points"])) for s in score["linear"]]
    if x <= line[0][0]:
        return line[0][1]
    for (x0, y0), (x1, y1) in zip(line, line[1:]):
        if x0 <= x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return line[-1][1]


def reach(component):
    score = component["score"]
    for key in ("steps", "linear"):
        if isinstance(score, dict) and key in score:
            given = [F(s["points"]) for s in score[key]]
            return min(given), max(given)
    return F(0), F(component["max"])


def between(tree, component, held):
    """Least and most points; nothing when the component is left out."""
    if held is None:
        rule = component.get("missing", tree.get("missing", "undetermined"))
    elif held[1] == "" and "without-evidence" in component:
        rule = component["without-evidence"]
    else:
        got = points(component, held[0])
        return got, got
    return {"zero": (F(0), F(0)), "excluded": None, "undetermined": reach(component)}[rule]


def expected(tree, rows):
    order = list(tree.get("rounds", [""]))
    held = {}
    for round_ in order:
        for name, of, value, evidence in rows:
            if of == round_ and value != "":
                held[name] = (F(value), evidence)
    nodes = []

    def walk(node):
        at = len(nodes)
        nodes.append(F(0))
        least, most, counted, lost = F(0), F(0), F(0), F(0)
        known = True
        for inner in node.get("criteria", {}).values():
            a, b, c, d, e = walk(inner)
            least, most, counted, lost, known = least + a, most + b, counted + c, lost + d, known and e
        for name, component in node.get("components", {}).items():
            found = between(tree, component, held.get(name))
            if found is None:
                continue
            least, most, counted = least + found[0], most + found[1], counted + F(component["max"])
            lost += F(component["max"]) - found[1]
            known = known and found[0] == found[1]
        nodes[at] = least
        return least, most, counted, lost, known

    sums = [walk(area) for area in tree["areas"].values()]
    least, most, counted, lost = (sum((s[i] for s in sums), F(0)) for i in range(4))
    known = all(s[4] for s in sums)
    whole = F(tree["whole"])
    if counted == 0 and whole != 0:
        least, most, known = F(0), whole, False
    elif counted != whole:
        least, most = least * whole / counted, most * whole / counted
    for side, sign in (("bonus", 1), ("penalty", -1)):
        for name, component in tree.get(side, {}).items():
            found = between(tree, component, held.get(name))
            if found is not None:
                low, high = sorted(sign * x for x in found)
                least, most = least + low, most + high
                known = known and found[0] == found[1]
    if tree["clamped"]:
        least, most = (min(max(x, F(0)), whole) for x in (least, most))
    complete = known or least == most
    share = least / whole if whole else F(0)
    return [text(least), text(most - least), text(share), "1" if complete else "0", text(lost),
            " ".join(map(text, nodes))]


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--trees", type=int, default=1000)
    asked.add_argument("--offices", type=int, default=1)
    asked.add_argument("--seed", type=int, default=934)
    options = asked.parse_args()
    r = random.Random(options.seed)
    try:
        for _ in range(options.trees):
            tree = random_tree(r)
            sys.stdout.write("tree;" + json.dumps(tree, separators=(",", ":")) + "\n")
            for _ in range(options.offices):
                rows = random_rows(r, tree)
                said = "|".join(",".join(row) for row in rows)
                sys.stdout.write(";".join([said, *expected(tree, rows)]) + "\n")
    except BrokenPipeError:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
