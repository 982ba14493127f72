#!/usr/bin/env python3
"""An index of 90 components over 3,321 offices beside pandas and numpy in floating point, written as one would by hand.
Answers are compared first: with one another and, some offices, with plain fractions.

    index_peers.py BENCH_BINARY
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path
from typing import Any, Callable

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import pandas as pd
import sangkien as sk

OFFICES, COMPONENTS, AREAS, EXACT = 3321, 90, 9, 300
AIM = 20


def seconds(call: Callable[[], Any], times: int = 5) -> float:
    """The quickest of some calls."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best


def scoring(number: int, most: int) -> dict[str, Any]:
    """One of eight kinds of components in turn; points in tenths."""

    def tenths(part: int, of: int) -> str:
        return str(Fraction(most * 10 * part // of, 10))

    kinds: list[dict[str, Any]] = [
        {
            "input": "count",
            "score": {"steps": [{"from": at, "points": tenths(i, 4)} for i, at in enumerate((0, 1, 3, 5, 8))]},
        },
        {"input": "rate", "score": {"proportion": {"floor": "0.5"}}},
        {
            "input": "rate",
            "score": {
                "linear": [
                    {"at": "0.5", "points": 0},
                    {"at": "0.75", "points": tenths(1, 2)},
                    {"at": 1, "points": most},
                ]
            },
        },
        {"input": "yes-no", "score": "yes-no"},
        {"input": "count", "missing": "zero", "score": {"deduction": {"each": "0.2"}}},
        {"input": "survey", "scale": {"low": 1, "high": 5}, "missing": "excluded", "score": "survey"},
        {"input": "points", "score": "given"},
        {
            "input": "rate",
            "score": {
                "steps": [{"from": at, "points": tenths(i, 3)} for i, at in enumerate((0, "0.7", "0.8", "0.95"))]
            },
        },
    ]
    return {"max": most, **kinds[number % len(kinds)]}


def make_index() -> dict[str, Any]:
    areas: dict[str, Any] = {}
    for area in range(AREAS):
        numbers = range(area * COMPONENTS // AREAS, (area + 1) * COMPONENTS // AREAS)
        inside = {f"c{number}": scoring(number, 1 + number % 3) for number in numbers}
        areas[f"a{area}"] = {"max": sum(one["max"] for one in inside.values()), "components": inside}
    whole = sum(area["max"] for area in areas.values())
    return {"of": "unit", "edition": "bench", "whole": whole, "missing": "undetermined", "areas": areas}


def make_figures(index: dict[str, Any]) -> pd.DataFrame:
    """A row for each office and component that was reported, 97 in 100 of them; figures as text."""
    random = np.random.default_rng(934)
    frames = []
    for area in index["areas"].values():
        for name, one in area["components"].items():
            if one["input"] == "count":
                text = random.integers(0, 12, OFFICES).astype(str)
            elif one["input"] == "yes-no":
                text = random.integers(0, 2, OFFICES).astype(str)
            else:
                low, high, places = {"rate": (0, 10000, 4), "survey": (100, 500, 2), "points": (0, 10 * one["max"], 1)}[
                    one["input"]
                ]
                drawn = random.integers(low, high + 1, OFFICES)
                text = np.array([f"{value / 10**places:.{places}f}" for value in drawn])
            offices = [f"office-{i:04}" for i in range(OFFICES)]
            frames.append(pd.DataFrame({"office": offices, "component": name, "value": text}))
    out = pd.concat(frames)
    out = out[random.random(len(out)) < 0.97]
    return out.sort_values("office", kind="stable").reset_index(drop=True)


def components(index: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [each for area in index["areas"].values() for each in area["components"].items()]


def column_points(one: dict[str, Any], figure: Any) -> Any:
    """The points of a column of floats."""
    score, most = one["score"], float(one["max"])
    if score == "yes-no":
        return np.where(figure > 0, most, 0.0)
    if score == "given":
        return figure
    if score == "survey":
        return (figure - 1) / 4 * most
    if "proportion" in score:
        return np.where(figure < float(score["proportion"]["floor"]), 0.0, figure * most)
    if "deduction" in score:
        return np.maximum(most - float(score["deduction"]["each"]) * figure, 0.0)
    if "linear" in score:
        return np.interp(
            figure, [float(p["at"]) for p in score["linear"]], [float(Fraction(p["points"])) for p in score["linear"]]
        )
    steps = score["steps"]
    at = np.searchsorted([float(step["from"]) for step in steps], figure, side="right") - 1
    return np.array([float(Fraction(step["points"])) for step in steps])[at]


def numpy_totals(index: dict[str, Any], wide: Any) -> tuple[Any, Any, Any]:
    """Totals, what is open, points by area; NaN in `wide` (a column for each component, contiguous) is not reported."""
    whole = float(index["whole"])
    areas = np.zeros((AREAS, wide.shape[1]))
    left, still = np.full(wide.shape[1], whole), np.zeros(wide.shape[1])
    column = 0
    for number, area in enumerate(index["areas"].values()):
        for one in area["components"].values():
            missing = np.isnan(wide[column])
            areas[number] += np.where(missing, 0.0, column_points(one, wide[column]))
            rule = one.get("missing", index["missing"])
            if rule == "excluded":
                left -= missing * float(one["max"])
            elif rule == "undetermined":
                still += missing * float(one["max"])
            column += 1
    return areas.sum(axis=0) * whole / left, still * whole / left, areas


def pandas_totals(index: dict[str, Any], long: pd.DataFrame) -> tuple[Any, Any, Any]:
    names = [name for name, _ in components(index)]
    pivoted = long.pivot(index="office", columns="component", values="value")[names]
    return numpy_totals(index, np.ascontiguousarray(pivoted.to_numpy().T))


def exact_points(one: dict[str, Any], figure: Fraction) -> Fraction:
    score, most = one["score"], Fraction(one["max"])
    if score == "yes-no":
        return most if figure else Fraction(0)
    if score == "given":
        return figure
    if score == "survey":
        return (figure - 1) / 4 * most
    if "proportion" in score:
        return Fraction(0) if figure < Fraction(score["proportion"]["floor"]) else figure * most
    if "deduction" in score:
        return max(most - Fraction(score["deduction"]["each"]) * figure, Fraction(0))
    if "linear" in score:
        line = [(Fraction(p["at"]), Fraction(p["points"])) for p in score["linear"]]
        for (a, p), (b, q) in zip(line, line[1:]):
            if figure <= b:
                return p if figure <= a else p + (q - p) * (figure - a) / (b - a)
        return line[-1][1]
    return [Fraction(step["points"]) for step in score["steps"] if Fraction(step["from"]) <= figure][-1]


def exact_total(index: dict[str, Any], figures: dict[str, Fraction]) -> tuple[Fraction, Fraction]:
    points, still, left = Fraction(0), Fraction(0), Fraction(index["whole"])
    for name, one in components(index):
        rule = one.get("missing", index["missing"])
        if name in figures:
            points += exact_points(one, figures[name])
        elif rule == "excluded":
            left -= one["max"]
        elif rule == "undetermined":
            still += one["max"]
    return points * index["whole"] / left, still * index["whole"] / left


def python_index(index: dict[str, Any]) -> sk.Index:
    document = {"number": "x", "issuer": "x", "issued": "2025-01-01", "from": "2025-01-01"}
    document.update({"provenance": "illustrative", "source": "made up for the benchmark"})
    clauses = {"bench.0": {"vi": "minh hoạ", "en": "made up"}}
    book = {"rulebook": 1, "id": "bench", "vi": "minh hoạ", "en": "made up", "document": document, "layer": "ward"}
    text = json.dumps({**book, "clauses": clauses, "index": {**index, "clause": "bench.0"}}, ensure_ascii=False)
    return sk.Index(sk.Rules.from_json(text), "2025-06-01")


def whole_columns(columns: dict[str, Any]) -> tuple[dict[str, Any], dict[str, int]]:
    """The same figures as int32 over 10000, 100, 10 or 1, and over what."""
    over = {
        name: next(ten for ten in (1, 10, 100, 10000) if np.array_equal(np.rint(one * ten) / ten, one, equal_nan=True))
        for name, one in columns.items()
    }
    lowest = np.iinfo(np.int32).min
    whole = {name: np.where(np.isnan(one), lowest, np.rint(one * over[name])) for name, one in columns.items()}
    return {name: one.astype(np.int32) for name, one in whole.items()}, over


def library(binary: str, folder: Path) -> dict[str, float]:
    """Seconds for all offices of each benchmark."""
    command = [binary, "--benchmark_format=json", "--benchmark_filter=^index_", "--benchmark_min_time=0.3"]
    environment = {**os.environ, "SANGKIEN_INDEX": str(folder)}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return {one["name"]: OFFICES / one["items_per_second"] for one in json.loads(done.stdout)["benchmarks"]}


def different(
    folder: Path,
    index: dict[str, Any],
    text: pd.DataFrame,
    floats: tuple[Any, Any, Any],
    by_python: list[sk.IndexTotals],
) -> dict[str, int]:
    """Answers that are not the peers', of those compared."""

    def read(name: str) -> Any:
        return np.fromfile(folder / name, dtype=np.int64).reshape(OFFICES, 5)

    rows = read("totals32").tolist()
    total = np.array([row[0] / row[1] for row in rows])
    still = np.array([row[2] / row[3] for row in rows])
    nodes = np.fromfile(folder / "nodes", dtype=np.int64)
    areas = nodes[:-1].reshape(AREAS, OFFICES) / nodes[-1]
    exact = [(Fraction(row[0], row[1]), Fraction(row[2], row[3]), bool(row[4])) for row in rows]
    cards = [(Fraction(row[0], row[1]), Fraction(row[2], row[3]), bool(row[4])) for row in read("cards").tolist()]
    by_fractions = 0
    groups = text[text["office"] < f"office-{EXACT:04}"].groupby("office")
    for (_, group), got in zip(groups, exact):
        told = exact_total(index, {name: Fraction(value) for name, value in zip(group["component"], group["value"])})
        by_fractions += told != got[:2] or got[2] != (told[1] == 0)
    return {
        "totals by pandas, to 1e-9": int((abs(total - floats[0]) > 1e-9).sum() + (abs(still - floats[1]) > 1e-9).sum()),
        "areas by pandas": int((abs(areas - floats[2]) > 1e-9).sum()),
        f"{EXACT} offices by fractions": by_fractions,
        "score_table": sum(a != b for a, b in zip(exact, cards)),
        "columns from Python": sum(
            int(
                (np.stack([one.total, one.over, one.open, one.open_over], 1) != np.array(rows)[:, :4]).any(axis=1).sum()
            )
            for one in by_python
        ),
        "columns of 64 bits": int((read("totals32") != read("totals64")).any(axis=1).sum()),
        "text": int((read("totals32") != read("totals_text")).any(axis=1).sum()),
    }


def line(what: str, ours: float, peer: str, theirs: float) -> None:
    print(f"  {what}: {ours * 1e3:.3f} ms; {peer} {theirs * 1e3:,.2f} ms, {theirs / ours:,.1f}x (aim {AIM}x)")


def main() -> int:
    index = make_index()
    text = make_figures(index)
    long = text.assign(value=text["value"].astype(float))
    csv = text.to_csv(index=False)
    names = [name for name, _ in components(index)]
    wide = np.ascontiguousarray(long.pivot(index="office", columns="component", values="value")[names].to_numpy().T)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "index.json").write_text(json.dumps(index), encoding="utf-8")
        (folder / "table.csv").write_text(csv, encoding="utf-8")
        ours = library(sys.argv[1], folder)
        ready = python_index(index)
        columns = dict(zip(names, wide))
        narrow, over = whole_columns(columns)
        by_python = [ready.score_columns(columns), ready.score_columns(narrow, over=over), ready.totals(csv)]
        found = different(folder, index, text, pandas_totals(index, long), by_python)
    print("index: " + "; ".join(f"{what}: {count} different" for what, count in found.items()))
    if any(found.values()):
        return 1
    print(f"{OFFICES:,} offices x {COMPONENTS} components, exactly, beside floating point:")
    by_column = seconds(lambda: numpy_totals(index, wide), 20)
    line("from columns, 32 bits", ours["index_columns<std::int32_t>"], "numpy from columns", by_column)
    line("from columns, 64 bits", ours["index_columns<std::int64_t>"], "numpy from columns", by_column)
    of_doubles = seconds(lambda: ready.score_columns(columns), 20)
    line("from Python, doubles as decimals", of_doubles, "numpy from columns", by_column)
    of_whole = seconds(lambda: ready.score_columns(narrow, over=over), 20)
    line("from Python, 32 bits", of_whole, "numpy from columns", by_column)
    line("from columns, points of each component too", ours["index_columns_points"], "numpy from columns", by_column)
    by_rows = seconds(lambda: pandas_totals(index, long))
    line("from a table in memory", ours["index_pack_and_columns"], "pandas, pivoted", by_rows)
    line("from a table in memory, every line with its reason", ours["index_score_table"], "pandas, pivoted", by_rows)
    read = seconds(lambda: pandas_totals(index, pd.read_csv(io.StringIO(csv))), 3)
    line("from the text of a CSV file, checked", ours["index_text_to_totals"], "pandas, read and pivoted", read)
    of_text = seconds(lambda: ready.totals(csv), 10)
    line("from the text of a CSV file, checked, from Python", of_text, "pandas, read and pivoted", read)
    print(f"  the text as a table with its lines and columns, unchecked: {ours['index_read_table'] * 1e3:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
