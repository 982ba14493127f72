#!/usr/bin/env python3
"""Replicates of an index, 3,321 offices x 90 components, beside numpy written by hand: the same weights, the same
errors of surveys, totals and ranks compared first.

    sensitivity_peers.py        exit 1 when an answer differs
"""

from __future__ import annotations

import gc
import json
import sys
import time
from typing import Any

import numpy as np
import sangkien as sk

OFFICES, COMPONENTS, SURVEYS, REPLICATES = 3321, 90, 5, 200
AIM = 2.0  # milliseconds
WEIGHTS = {f"area-{i}": 0.2 for i in range(9)}
ERRORS = {f"c-{i:02}": 0.15 for i in range(SURVEYS)}


def rulebook() -> str:
    """Nine areas of ten components of one point each, the first of the first five a survey on 1 to 5."""
    areas: dict[str, Any] = {}
    for i in range(COMPONENTS):
        area = areas.setdefault(f"area-{i % 9}", {"max": 10, "components": {}})
        survey = {"input": "survey", "scale": {"low": 1, "high": 5}, "score": "survey"}
        rate = {"input": "rate", "score": {"proportion": {}}}
        area["components"][f"c-{i:02}"] = {"max": 1, **(survey if i < SURVEYS else rate)}
    document = {"number": "x", "issuer": "x", "issued": "2025-01-01", "from": "2025-01-01"}
    document.update({"provenance": "illustrative", "source": "made up for the benchmark"})
    index = {"of": "unit", "edition": "bench", "whole": COMPONENTS, "missing": "undetermined", "areas": areas}
    index["clause"] = "bench.0"
    clauses = {"bench.0": {"vi": "minh hoạ", "en": "made up"}}
    book = {"rulebook": 1, "id": "bench", "vi": "minh hoạ", "en": "made up", "document": document, "layer": "ward"}
    return json.dumps({**book, "clauses": clauses, "index": index}, ensure_ascii=False)


def figures() -> Any:
    made = np.random.default_rng(934).integers(0, 1001, (OFFICES, COMPONENTS)) / 1000
    made[:, :SURVEYS] = np.round(1 + 4 * made[:, :SURVEYS], 3)
    return made


def by_numpy(made: Any, multipliers: Any, errors: Any) -> tuple[Any, Any]:
    """One replicate as an analyst writes it."""
    weights = np.array([multipliers[i % 9] for i in range(COMPONENTS)])
    weights *= COMPONENTS / weights.sum()
    shares = made.copy()
    shares[:, :SURVEYS] = (np.clip(made[:, :SURVEYS] + errors, 1, 5) - 1) / 4
    totals = shares @ weights
    ordered = np.sort(totals)
    return totals, OFFICES - np.searchsorted(ordered, totals + 1e-9, side="right") + 1


def main() -> int:
    index = sk.Index(sk.Rules.from_json(rulebook()), "2025-06-01")
    made = figures()
    text = "office,component,value\n" + "".join(
        f"o{i},c-{j:02},{made[i, j]:.3f}\n" for i in range(OFFICES) for j in range(COMPONENTS)
    )
    found = index.sensitivity(text, weights=WEIGHTS, surveys=ERRORS, replicates=REPLICATES, seed=934)
    drawn = [found.replicate(r) for r in range(REPLICATES)]
    inputs = [
        (np.array(list(one["weights"].values())), np.column_stack(list(one["surveys"].values()))) for one in drawn
    ]
    different = 0
    for r in range(REPLICATES):
        totals, ranks = by_numpy(made, *inputs[r])
        different += int(np.sum(np.abs(totals - found.totals[r]) > 1e-9) + np.sum(ranks != found.ranks[r]))
    print(f"replicates: {REPLICATES} of {OFFICES} offices x {COMPONENTS} components, {different} different")

    core, totals, ranks = found._core, found.totals.reshape(-1), found.ranks.reshape(-1)
    chance = np.random.default_rng(1)
    gc.disable()
    ours = theirs = float("inf")
    for _ in range(5):
        begin = time.perf_counter()
        core.run(0, REPLICATES, totals, ranks)
        ours = min(ours, (time.perf_counter() - begin) / REPLICATES * 1000)
        begin = time.perf_counter()
        for weights, _ in inputs:
            by_numpy(made, weights, chance.normal(0.0, 0.15, (OFFICES, SURVEYS)))
        theirs = min(theirs, (time.perf_counter() - begin) / REPLICATES * 1000)
    word = "reached" if ours <= AIM else "MISSED"
    print(f"one replicate, its numbers drawn: {ours:.2f} ms, at most {AIM:g}: {word}")
    print(f"numpy, its errors drawn as well: {theirs:.2f} ms, {theirs / ours:.1f}x")
    return int(different > 0)


if __name__ == "__main__":
    sys.exit(main())
