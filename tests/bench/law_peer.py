#!/usr/bin/env python3
"""Rulebooks parsed and verified, and a value on a day beside openfisca-core: answers compared first, then timed.

    law_peer.py BENCH_BINARY [--questions N] [--repeats N]

Runs in an environment of its own that holds openfisca-core, see ./dev bench. Both have the same 200 values of 16
versions and are asked the same random values on the same random days. openfisca-core is asked through
Parameter.get_at_instant, with the day as text, as its documentation does, and as an Instant made before; the faster of
the two is the peer. What is told is the best of the repeats.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any, Callable

from openfisca_core import periods
from openfisca_core.parameters import Parameter

VALUES, VERSIONS = 200, 16
FIRST, SPAN = date(2000, 1, 1), 26 * 365
LOOKUP_AIM, VERIFY_AIM_MS = 100, 5


def made(order: random.Random) -> dict[str, list[tuple[date, int]]]:
    """Name -> days on which a version begins, in order, and its value; each ends where the next begins."""
    out = {}
    for number in range(VALUES):
        starts = [FIRST, *sorted(FIRST + timedelta(days=d) for d in order.sample(range(1, SPAN), VERSIONS - 1))]
        out[f"value-{number:03}"] = [(start, order.randrange(1_000_000)) for start in starts]
    return out


def rulebook(values: dict[str, list[tuple[date, int]]]) -> dict[str, Any]:
    def windows(versions: list[tuple[date, int]]) -> list[dict[str, Any]]:
        ends = [start for start, _ in versions[1:]] + [None]
        return [
            {"from": str(start), **({"until": str(end)} if end else {}), "value": value}
            for (start, value), end in zip(versions, ends)
        ]

    document = {"number": "1", "issuer": "o", "issued": str(FIRST), "from": str(FIRST), "provenance": "illustrative"}
    return {
        "rulebook": 1,
        "id": "values",
        "document": document,
        "layer": "national",
        "clauses": {"1": {"vi": "v", "en": "e"}},
        "scoring": {"clause": "1", **{name: windows(versions) for name, versions in values.items()}},
    }


def best(call: Callable[[], Any], repeats: int) -> float:
    least = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        call()
        least = min(least, time.perf_counter() - start)
    return least


def measured(binary: str, folder: str) -> dict[str, float]:
    """Nanoseconds of each benchmark of law_bench.cpp."""
    command = [binary, "--benchmark_format=json", "--benchmark_filter=^law_", "--benchmark_min_time=1"]
    environment = {**os.environ, "SANGKIEN_BENCH_LAW": folder}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    unit = {"ns": 1.0, "us": 1e3, "ms": 1e6, "s": 1e9}
    return {one["name"]: one["cpu_time"] * unit[one["time_unit"]] for one in json.loads(done.stdout)["benchmarks"]}


def reached(holds: bool) -> str:
    return "reached" if holds else "MISSED"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--questions", type=int, default=20_000)
    parser.add_argument("--repeats", type=int, default=5)
    options = parser.parse_args()
    order = random.Random(934)
    values = made(order)
    parameters = {
        name: Parameter(name, {"values": {str(start): {"value": value} for start, value in versions}})
        for name, versions in values.items()
    }
    names = order.choices(list(values), k=options.questions)
    days = [str(FIRST + timedelta(days=order.randrange(SPAN))) for _ in names]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "values.json").write_text(json.dumps(rulebook(values)), encoding="utf-8")
        questions = "".join(f"scoring.{name} {day}\n" for name, day in zip(names, days))
        Path(folder, "questions.txt").write_text(questions, encoding="utf-8")
        ours = measured(options.binary, folder)
        answers = [int(line) for line in Path(folder, "answers.txt").read_text(encoding="utf-8").split()]

    theirs = [parameters[name].get_at_instant(day) for name, day in zip(names, days)]
    different = sum(a != b for a, b in zip(answers, theirs)) + abs(len(answers) - len(theirs))
    print(f"{VALUES} values x {VERSIONS} versions, {len(answers):,} compared, {different} different")
    if different:
        print("the answers differ: nothing is measured", file=sys.stderr)
        return 1
    asked = [(parameters[name], day) for name, day in zip(names, days)]
    instants = [(parameters[name], periods.instant(day)) for name, day in zip(names, days)]
    by_text = best(lambda: [one.get_at_instant(day) for one, day in asked], options.repeats)
    by_instant = best(lambda: [one.get_at_instant(day) for one, day in instants], options.repeats)
    peer = min(by_text, by_instant) / len(asked) * 1e9
    print(f"{'openfisca-core ' + version('openfisca-core') + ' Parameter.get_at_instant':<56} {peer:>9.0f} ns")
    for name in ("law_value_by_path", "law_value_of_kept_timeline", "law_value_as_known_on_a_day"):
        ratio = peer / ours[name]
        what = "C++ " + name.removeprefix("law_")
        # The peer has its parameter in hand; the other two of ours search for it by its path first.
        aim = f" {LOOKUP_AIM:>4}x  {reached(ratio >= LOOKUP_AIM)}" if name == "law_value_of_kept_timeline" else ""
        print(f"{what:<56} {ours[name]:>9.1f} ns {ratio:>7.0f}x{aim}")
    cost = ours["law_parse_and_verify_a_ward"] / 1e6
    what = "a ward's six rulebooks parsed and verified"
    print(f"{what:<56} {cost:>9.2f} ms         <{VERIFY_AIM_MS} ms  {reached(cost < VERIFY_AIM_MS)}")
    what = "each shipped one with those it stands under, all in turn"
    print(f"{what:<56} {ours['law_parse_and_verify_each_shipped'] / 1e6:>9.2f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
