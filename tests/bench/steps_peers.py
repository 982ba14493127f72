#!/usr/bin/env python3
"""Steps of the procedure beside Boost's compiled state machines, which compare their answers first.

    steps_peers.py BENCH_BINARY
"""

from __future__ import annotations

import json
import subprocess
import sys

AIMS = {"step_boost_msm": 1.0, "step_boost_statechart": 3.0}


def main() -> int:
    command = [sys.argv[1], "--benchmark_format=json", "--benchmark_filter=^(step|replay)_", "--benchmark_min_time=1"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    for line in sorted(set(done.stderr.splitlines())):
        if line.startswith("steps: "):
            print(line)
    found = {one["name"]: one for one in json.loads(done.stdout)["benchmarks"]}
    if not found:
        print("steps: built without Boost, nothing measured")
        return 0
    ours = found["step_sangkien"]["items_per_second"]
    print(f"one step: {1e9 / ours:.1f} ns")
    for name, aim in AIMS.items():
        print(f"  {name}: {ours / found[name]['items_per_second']:.2f}x as fast (aim {aim:g}x)")
    seconds = found["replay_ten_million"]["cpu_time"] / 1000
    print(f"ten million events of 100,000 files: {seconds:.3f} s (aim 0.5)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
