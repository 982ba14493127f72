#!/usr/bin/env python3
"""A million councils of nine members and six criteria beside numpy's floating point and Python's decimals, ranks beside
pandas, ranks under drawn weights beside numpy. Answers are compared first; each peer is written as one would write it.

    councils_peers.py BENCH_BINARY
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from pathlib import Path
from typing import Any, Callable

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import pandas as pd
import sangkien as sk

COUNCILS, MEMBERS = 1_000_000, 9
WEIGHTS = ("0.25", "0.2", "0.2", "0.15", "0.1", "0.1")  # of points out of 20, of a whole of 100
EACH, PASS = 5, 50
CLASSES = ((85, 16), (70, 12), (50, 8))  # from, and what the first criterion must have
ROWS, CRITERIA, DRAWS = 3321, 8, 20_000
RUBRIC = {
    "whole": 100,
    "criteria": {name: {"max": 20, "weight": weight, "min": EACH} for name, weight in zip("abcdef", WEIGHTS)},
    "figure": {"method": "mean"},
    "rounding": {"places": 2, "mode": "half-up"},
    "pass": {"total": PASS},
    "shortfall": "flag",
    "classes": {
        "A": {"from": 85, "needs": {"a": 16}},
        "B": {"from": 70, "below": 85, "needs": {"a": 12}},
        "C": {"from": 50, "below": 70, "needs": {"a": 8}},
    },
}


def seconds(call: Callable[[], Any], times: int = 3) -> float:
    """The quickest of some calls."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best


def decimal_sheets(sheets: Any) -> list[list[list[Decimal]]]:
    half = [Decimal(i) / 2 for i in range(41)]
    return [[[half[score] for score in ballot] for ballot in sheet] for sheet in sheets.tolist()]


def decimal_council(sheet: list[list[Decimal]], weights: list[Decimal]) -> tuple[Decimal, int, bool, bool]:
    totals = [sum(score * weight for score, weight in zip(ballot, weights)) * 5 for ballot in sheet]
    total = (sum(totals) / Decimal(MEMBERS)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    means = [sum(column) / Decimal(MEMBERS) for column in zip(*sheet)]
    passes = total >= PASS and all(mean >= EACH for mean in means)
    for place, (low, need) in enumerate(CLASSES):
        if total >= low:
            return total, place, means[0] < need, passes
    return total, -1, False, passes


def decimal_figures(sheets: list[list[list[Decimal]]]) -> list[tuple[Decimal, int, bool, bool]]:
    weights = [Decimal(weight) for weight in WEIGHTS]
    return [decimal_council(sheet, weights) for sheet in sheets]


def numpy_figures(sheets: Any) -> Any:
    means = sheets.mean(axis=1)
    total = np.round(means @ (np.array(WEIGHTS, dtype=np.float64) * 5), 2)
    passes = (total >= PASS) & (means >= EACH).all(axis=1)
    inside = [total >= low for low, _ in CLASSES]
    klass = np.select(inside, range(len(CLASSES)), -1)
    flagged = np.select(inside, [means[:, 0] < need for _, need in CLASSES], False)
    return total, klass, flagged, passes


def numpy_acceptability(points: Any, weights: Any) -> Any:
    """Draw by draw: equal totals, which hardly come about, get ranks of their own."""
    rows = np.arange(len(points))
    counts = np.zeros((len(points), len(points)), dtype=np.int64)
    rank = np.empty_like(rows)
    for one in weights:
        rank[np.argsort(-(points @ one))] = rows
        counts[rows, rank] += 1
    return counts


def make_input(folder: Path) -> dict[str, Any]:
    random = np.random.default_rng(934)
    level = random.integers(0, 36, (COUNCILS, 1, 1), dtype=np.int16)  # of the initiative: members agree more or less
    sheets = np.minimum(level + random.integers(0, 9, (COUNCILS, MEMBERS, len(WEIGHTS)), dtype=np.int16), 40)
    made = {
        "sheets": sheets.astype(np.int16),
        "hundredths": random.integers(0, 10001, COUNCILS),
        "exact": random.integers(0, 2**53, COUNCILS),
        "points": random.integers(0, 10001, (ROWS, CRITERIA)),
    }
    for name, values in made.items():
        values.tofile(folder / name)
    (folder / "rubric.json").write_text(json.dumps(RUBRIC), encoding="utf-8")
    return made


def library(binary: str, folder: Path) -> dict[str, float]:
    """Seconds per council, row, draw of each benchmark."""
    command = [binary, "--benchmark_format=json", "--benchmark_filter=^(councils|rank)_", "--benchmark_min_time=0.3"]
    environment = {**os.environ, "SANGKIEN_COUNCILS": str(folder)}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return {one["name"]: 1 / one["items_per_second"] for one in json.loads(done.stdout)["benchmarks"]}


def different(folder: Path, made: dict[str, Any], some: list[list[list[Decimal]]]) -> dict[str, int]:
    """Answers that are not the peers', of those compared."""

    def read(name: str, shape: tuple[int, ...] = (-1,)) -> Any:
        return np.fromfile(folder / name, dtype=np.int64).reshape(shape)

    figures = read("figures16", (COUNCILS, 4))
    told = [[int(total * 100), klass, flagged, passes] for total, klass, flagged, passes in decimal_figures(some)]
    counts = np.zeros((ROWS, ROWS), dtype=np.int64)
    for one in read("weights", (-1, CRITERIA)):
        totals = -(made["points"] @ one)
        np.add.at(counts, (np.arange(ROWS), np.searchsorted(np.sort(totals), totals)), 1)
    out = {
        f"councils, {len(some):,} by decimal": int((figures[: len(some)] != np.array(told)).any(axis=1).sum()),
        "councils, 32 bits": int((figures != read("figures32", (COUNCILS, 4))).any(axis=1).sum()),
        "counts of ranks, 200 draws in whole numbers": int((counts != read("acceptability", (ROWS, ROWS))).sum()),
    }
    for name in ("hundredths", "exact"):
        ranks = pd.Series(made[name]).rank(method="min", ascending=False).to_numpy()
        out[f"ranks, {name}"] = int((ranks != read(f"{name}.ranks")).sum())
        out[f"ranks, {name}, from Python"] = int((ranks != sk.rank(made[name])).sum())
    return out


def line(what: str, ours: float, unit: str, peers: list[tuple[str, float, float]]) -> None:
    scale = {"ns": 1e9, "us": 1e6, "ms": 1e3}[unit]
    told = "; ".join(f"{name} {cost * scale:,.0f}, {cost / ours:,.1f}x (aim {aim:g}x)" for name, cost, aim in peers)
    print(f"  {what}: {ours * scale:.1f} {unit}; {told}")


def main() -> int:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        made = make_input(folder)
        ours = library(sys.argv[1], folder)
        some = decimal_sheets(made["sheets"][:20_000])
        found = different(folder, made, some)
    print("councils and ranks: " + "; ".join(f"{what}: {count} different" for what, count in found.items()))
    if any(found.values()):
        return 1
    floats = made["sheets"][:100_000] / 2.0
    line(
        "a council of 9 x 6 (aim 100 ns)",
        ours["councils_sheets<std::int16_t>"],
        "ns",
        [
            ("numpy", seconds(lambda: numpy_figures(floats)) / len(floats), 5),
            ("decimal", seconds(lambda: decimal_figures(some)) / len(some), 1000),
        ],
    )
    for name in ("hundredths", "exact"):
        column = pd.Series(made[name])
        cost = seconds(partial(column.rank, method="min", ascending=False))
        line(f"ranking a million, {name}", ours[f"rank_column/{name}"] * COUNCILS, "ms", [("pandas", cost, 3)])
        line(f"ranking a million, {name}, from Python", seconds(partial(sk.rank, column)), "ms", [("pandas", cost, 3)])
    points = made["points"].astype(np.float64)

    def draws() -> Any:
        return numpy_acceptability(points, np.random.default_rng(1).dirichlet(np.ones(CRITERIA), DRAWS))

    line(
        f"ranks of {ROWS:,} x {CRITERIA} under drawn weights, each draw of {DRAWS:,}",
        ours["rank_acceptability_draws"],
        "us",
        [("numpy", seconds(draws, 1) / DRAWS, 5)],
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
