#!/usr/bin/env python3
"""The benchmarks beside the peer: answers compared first, then seasons per second on one core, each part by itself.

    compare.py BENCH_BINARY [--seconds N]

The peer (peer_season.py) answers the same questions in plain Python and pandas, without findings, clauses or checks of
the input. "with reasons" is the library's whole way from JSON text to JSON text, every finding in two languages;
"answers alone" stops at the report in memory, which is what the peer does.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time

import peer_season


def library(binary: str, seconds: float) -> dict[str, float]:
    """Seconds per call of each benchmark."""
    others = "--benchmark_filter=-^(calendar|law|step|replay|councils|rank|journal|attribution|index)_"
    command = [binary, "--benchmark_format=json", f"--benchmark_min_time={seconds}", others]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    unit = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}
    return {one["name"]: one["cpu_time"] * unit[one["time_unit"]] for one in json.loads(done.stdout)["benchmarks"]}


def peer(seconds: float) -> float:
    """Seconds per season, reading of its text included, of the rulebooks not."""
    one = peer_season.Peer(peer_season.read_rulebooks())
    text = peer_season.SEASON.read_text(encoding="utf-8")
    count, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        one.evaluate(text, peer_season.AS_OF)
        count += 1
    return (time.process_time() - start) / count


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--seconds", type=float, default=2.0)
    options = parser.parse_args()
    if peer_season.compare(peer_season.Peer(peer_season.read_rulebooks()), peer_season.SEASON):
        print("the answers differ: nothing is measured", file=sys.stderr)
        return 1
    ours, theirs = library(options.binary, options.seconds), peer(options.seconds)
    answers = ours["read_season"] + ours["evaluate_season"]
    rows = [
        ("plain Python and pandas, answers alone", theirs),
        ("sangkien, answers alone (text to report)", answers),
        ("sangkien, with reasons (text to JSON)", ours["season_from_text_to_text"]),
    ]
    print(f"{'one ward season':<42} {'ms':>8} {'seasons/s':>10} {'ratio':>6}")
    for name, cost in rows:
        print(f"{name:<42} {cost * 1e3:>8.2f} {1 / cost:>10.0f} {theirs / cost:>6.1f}")
    for name, cost in ours.items():
        print(f"  {name:<40} {cost * 1e3:>8.2f}")
    trace = ours["evaluate_season"] / ours["evaluate_season_verdicts"]
    print(f"evaluation with its trace, to verdicts alone: {trace:.2f}x (at most 1.3x is aimed at)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
