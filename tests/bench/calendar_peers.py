#!/usr/bin/env python3
"""The working calendar beside numpy and pandas: answers compared first, then timed, in one run.

    calendar_peers.py [BENCH_BINARY] [--rows N] [--repeats N]

Peers and library have the same days off, and no worked Saturday, which neither numpy nor pandas knows. What is told is
the best of the repeats. pandas is asked for fewer rows: its time is scaled, row by row.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
import warnings
from datetime import date
from typing import Any, Callable

import numpy as np
import pandas as pd
from peer_calendar import without_worked_saturdays

N = 10
PANDAS_ROWS = 20_000
FIRST, LAST = np.datetime64("2019-02-01"), np.datetime64("2026-11-30")


class Table:
    """Rows of: what, seconds of ours and of the peer, their ratio beside the one aimed for."""

    def __init__(self, repeats: int) -> None:
        self.repeats = repeats

    def head(self) -> None:
        print(f"{'':<56} {'ours':>10} {'peer':>10} {'ratio':>8} {'aim':>8}")

    def best(self, call: Callable[[], Any], times: int = 1) -> float:
        least = float("inf")
        for _ in range(self.repeats):
            start = time.perf_counter()
            for _ in range(times):
                call()
            least = min(least, time.perf_counter() - start)
        return least / times

    def faster(self, what: str, ours: float, peer: float, aim: float) -> None:
        ratio = peer / ours
        verdict = "reached" if ratio >= aim else "MISSED"
        print(f"{what:<56} {shown(ours):>10} {shown(peer):>10} {ratio:>7.1f}x {aim:>7g}x  {verdict}")

    def within(self, what: str, ours: float, peer: float, aim: float) -> None:
        ratio = ours / peer
        verdict = "reached" if ratio <= aim else "MISSED"
        print(f"{what:<56} {shown(ours):>10} {shown(peer):>10} {ratio:>7.2f}  <={aim:>6g}  {verdict}")


def shown(seconds: float) -> str:
    unit, scale = next((pair for pair in (("s", 1.0), ("ms", 1e-3), ("us", 1e-6)) if seconds >= pair[1]), ("ns", 1e-9))
    return f"{seconds / scale:.3g} {unit}"


def same(what: str, ours: Any, peer: Any) -> bool:
    """Prints how many answers were compared; the place of a NaT must be the same."""
    ours, peer = np.asarray(ours), np.asarray(peer)
    both_nothing = np.isnat(ours) & np.isnat(peer) if ours.dtype.kind == "M" else np.zeros(ours.shape, dtype=bool)
    different = int(((ours != peer) & ~both_nothing).sum())
    print(f"{what:<56} {ours.size:>10,} compared, {different} different")
    return different == 0


def arrays(table: Table, rows: int) -> bool:
    cal, bus = without_worked_saturdays()
    random = np.random.default_rng(20260822)
    span = int((LAST - FIRST).astype(int))
    days, until = (FIRST + random.integers(0, span, rows) for _ in range(2))
    series = pd.Series(days)  # pandas keeps seconds, not days
    few = series[:PANDAS_ROWS]
    offset = pd.offsets.CustomBusinessDay(N, holidays=bus.holidays.tolist())

    def add() -> Any:
        return cal.add_working_days(days, N)

    def numpy_add() -> Any:
        return np.busday_offset(days, N, roll="backward", busdaycal=bus)

    def count() -> Any:
        return cal.count_working_days(days, until)

    def numpy_count() -> Any:
        return np.busday_count(days, until, busdaycal=bus)

    def pandas_add() -> Any:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", pd.errors.PerformanceWarning)  # it says of itself that it is slow
            return few + offset

    # numpy counts backwards over (b, a], the library over [b, a)
    numpy_counted = np.where(until >= days, numpy_count(), -np.busday_count(until, days, busdaycal=bus))
    pandas_added = pandas_add().to_numpy("datetime64[D]")
    answers = [
        same(f"add_working_days(days, {N}), numpy.busday_offset", add(), numpy_add()),
        same("count_working_days(a, b), numpy.busday_count", count(), numpy_counted),
        same("a Series, pandas CustomBusinessDay", cal.add_working_days(few, N), pandas_added),
    ]
    if not all(answers):
        return False
    table.head()
    ours = table.best(add)
    table.faster(f"add_working_days(days, {N}), numpy.busday_offset", ours, table.best(numpy_add), 30)
    table.within("the same, a plain copy of the days", ours, table.best(days.copy), 2.5)
    table.faster("count_working_days(a, b), numpy.busday_count", table.best(count), table.best(numpy_count), 30)
    slow = table.best(pandas_add) * rows / PANDAS_ROWS
    table.faster(
        f"a Series, pandas CustomBusinessDay ({PANDAS_ROWS:,} rows, scaled)",
        table.best(lambda: cal.add_working_days(series, N)),
        slow,
        1000,
    )
    return True


def scalars(table: Table) -> None:
    """A day asked for as each caller writes it; the peer is asked in the same way."""
    cal, bus = without_worked_saturdays()
    forms: list[Any] = [date(2025, 9, 19), "2025-09-19", np.datetime64("2025-09-19")]
    for day in forms:
        name = type(day).__name__
        ours = table.best(lambda day=day: cal.add_working_days(day, N), 20_000)
        peer = table.best(lambda day=day: np.busday_offset(day, N, roll="backward", busdaycal=bus), 20_000)
        table.faster(f"one add_working_days({name}, {N}), numpy.busday_offset", ours, peer, 1)
        ours = table.best(lambda day=day: cal.count_working_days(day, day), 20_000)
        peer = table.best(lambda day=day: np.busday_count(day, day, busdaycal=bus), 20_000)
        table.faster(f"one count_working_days({name}, ...), numpy.busday_count", ours, peer, 1)


def compiled(binary: str) -> None:
    """One call of C++."""
    command = [binary, "--benchmark_format=json", "--benchmark_filter=^calendar_"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    for one in json.loads(done.stdout)["benchmarks"]:
        name = one["name"].removeprefix("calendar_")
        aim = ("  <3 ns  " + ("reached" if one["cpu_time"] < 3 else "MISSED")) if "add_working_days" in name else ""
        print(f"{'C++ ' + name:<56} {one['cpu_time']:>7.2f} ns{aim}")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("binary", nargs="?")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--repeats", type=int, default=7)
    options = parser.parse_args()
    print(f"one calendar, {options.rows:,} days; numpy {np.__version__}, pandas {pd.__version__}")
    table = Table(options.repeats)
    if not arrays(table, options.rows):
        print("the answers differ: nothing is measured", file=sys.stderr)
        return 1
    scalars(table)
    if options.binary:
        compiled(options.binary)
    return 0


if __name__ == "__main__":
    sys.exit(main())
