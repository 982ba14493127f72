#!/usr/bin/env python3
"""The chain of a journal beside hashing the same bytes with libcrypto.

    journal_peers.py BENCH_BINARY
"""

from __future__ import annotations

import json
import subprocess
import sys


def main() -> int:
    command = [
        sys.argv[1],
        "--benchmark_format=json",
        "--benchmark_filter=^journal_",
        "--benchmark_repetitions=7",
        "--benchmark_enable_random_interleaving=true",
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    print(next(line for line in done.stderr.splitlines() if line.startswith("journal: ")))
    median = {
        one["run_name"]: one["cpu_time"]
        for one in json.loads(done.stdout)["benchmarks"]
        if one.get("aggregate_name") == "median"
    }
    ours, theirs = median["journal_chain"], median["journal_libcrypto"]
    print(f"chain of 100,000 events: {ours:.1f} ms, libcrypto {theirs:.1f} ms: {ours / theirs:.2f}x (aim 1.5x at most)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
