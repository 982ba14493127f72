#!/usr/bin/env python3
"""Compiles each header alone, and counts what including the library costs.

    check_headers.py [--mode header-only|compiled|both] [--compiler g++] [--include "dir;dir"]

The cost is the number of preprocessed lines (`-E -P`) of the umbrella when the library is compiled: a host that
includes it everywhere pays that much in each of its files.
"""
import argparse
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUDGET = 30000
FLAGS = {"header-only": [], "compiled": ["-DSANGKIEN_COMPILED=1"]}


def headers():
    folder = ROOT / "include"
    return sorted(p.relative_to(folder) for p in folder.rglob("*.hpp") if not p.name.endswith("_inl.hpp"))


def compile_alone(command, names, folder):
    """One translation unit per header, several per run of the compiler."""
    units = []
    for name in names:
        unit = folder / (str(name).replace("/", "-") + ".cpp")
        # Twice: the guard is part of what is promised.
        unit.write_text(f"#include <{name}>\n#include <{name}>\n", encoding="utf-8")
        units.append(str(unit))
    done = subprocess.run([*command, "-fsyntax-only", *units], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def check_mode(command, mode, names, folder):
    step = -(-len(names) // max(1, min(len(names), 2 * (os.cpu_count() or 1))))
    groups = [names[i:i + step] for i in range(0, len(names), step)]
    where = folder / mode
    where.mkdir()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda group: compile_alone([*command, *FLAGS[mode]], group, where), groups))
    errors = "".join(text for code, text in results if code)
    print(f"{mode}: {len(names)} headers compiled alone: {'no' if errors else 'ok'}")
    if errors:
        print(errors)
    return not errors


def preprocessed_lines(command, name):
    done = subprocess.run([*command, *FLAGS["compiled"], "-E", "-P", "-x", "c++", "-"],
                          input=f"#include <{name}>\n", capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout.count("\n")


def check_budget(command, names):
    print(f"{'preprocessed lines, compiled':32}{'lines':>8}")
    counts = {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, lines in zip(names, pool.map(lambda n: preprocessed_lines(command, n), names)):
            counts[str(name)] = lines
    for name, lines in sorted(counts.items(), key=lambda item: -item[1]):
        print(f"{name[len('sangkien/'):]:32}{lines:8}")
    total = counts["sangkien/sangkien.hpp"]
    print(f"sangkien.hpp: {total} of at most {BUDGET} lines")
    return total < BUDGET


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mode", choices=[*FLAGS, "both"], default="both")
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--include", default="", help="further include folders, separated by ;")
    args = parser.parse_args()

    command = [args.compiler, "-std=c++17", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror",
               f"-I{ROOT / 'include'}"]
    for folder in args.include.split(";"):
        # A system folder named once more would come before the compiler's own and break #include_next.
        if folder and folder != "/usr/include":
            command.append(f"-isystem{folder}")
    names = headers()
    modes = list(FLAGS) if args.mode == "both" else [args.mode]
    with tempfile.TemporaryDirectory() as folder:
        alone = [check_mode(command, mode, names, Path(folder)) for mode in modes]
    cheap = check_budget(command, names) if "compiled" in modes else True
    return 0 if all(alone) and cheap else 1


if __name__ == "__main__":
    sys.exit(main())
