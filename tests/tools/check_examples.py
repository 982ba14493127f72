#!/usr/bin/env python3
"""Runs every example of docs/examples, compares what it prints with the output beside it, and the pages with both.

    check_examples.py [--only cpp,c,sh,py] [--programs DIR] [--path DIR] [--python PYTHON] [--write]

Example X.cpp is the program X_cpp in --programs, X.c is X_c; X.sh runs with --path in front of PATH; all of them in
docs/examples. What X.EXT prints is X.EXT.out; what X.svg.sh prints is X.svg, a file of its own. In README.md and
docs/*.md a block between `<!-- docs/examples/NAME -->` and `<!-- end -->` is exactly that file; links and paths of
files on these pages lead to something. `--write` renews outputs and pages; read them before they are kept.
"""
import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
KINDS = ("cpp", "c", "sh", "py")
BLOCK = re.compile(r"(<!-- (docs/examples/\S+) -->\n```\w*\n)(.*?)(```\n<!-- end -->)", re.DOTALL)
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`((?:docs|include|src|tests)/[\w./-]+)`")


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default=",".join(KINDS), help="kinds to run, separated by commas")
    parser.add_argument("--programs", default=str(ROOT / "build" / "tests" / "examples"))
    parser.add_argument("--path", default=str(ROOT / "build"))
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


def command_of(path, args):
    kind = path.suffix[1:]
    if kind == "py":
        return [args.python, path.name]
    if kind == "sh":
        return ["sh", "-eu", path.name]
    return [str(Path(args.programs).resolve() / f"{path.stem}_{kind}")]


def out_of(path):
    """Where the output of an example stands."""
    return path.with_suffix("") if Path(path.stem).suffix else path.with_name(path.name + ".out")


def run(path, args):
    env = {**os.environ, "PATH": f"{Path(args.path).resolve()}:{os.environ['PATH']}", "PYTHONIOENCODING": "utf-8"}
    env.pop("PYTHONPATH", None)
    return subprocess.run(command_of(path, args), cwd=EXAMPLES, env=env, capture_output=True, check=False)


def difference(wanted, got):
    a, b = wanted.splitlines(), got.splitlines()
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    x, y = (lines[at] if at < len(lines) else "the end" for lines in (a, b))
    return f"line {at + 1}: expected {x!r}, got {y!r}"


def check_output(path, args):
    try:
        done = run(path, args)
    except OSError as error:
        return f"cannot be run: {error}"
    if done.returncode:
        return f"ended with {done.returncode}: {done.stderr.decode(errors='replace').strip()[-400:]}"
    out = out_of(path)
    if args.write:
        out.write_bytes(done.stdout)
    wanted = out.read_text(encoding="utf-8") if out.exists() else ""
    got = done.stdout.decode("utf-8")
    return "" if wanted == got else f"{out.name} {difference(wanted, got)}"


def check_page(page, write):
    """Problems of one page; with `write` its blocks are renewed."""
    text = page.read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        if not (ROOT / match[2]).is_file():
            yield f"shows {match[2]}, which is not there"
            return
    fresh = BLOCK.sub(lambda match: match[1] + (ROOT / match[2]).read_text(encoding="utf-8") + match[4], text)
    if write and fresh != text:
        page.write_text(fresh, encoding="utf-8", newline="\n")
        text = fresh
    if fresh != text:
        yield f"does not show its examples as they are: {difference(fresh, text)}"
    for target in LINK.findall(text):
        if not (page.parent / target).exists():
            yield f"leads to {target}, which is not there"
    for name in PATH.findall(text):
        if not (ROOT / name).exists():
            yield f"names {name}, which is not there"
    if text.count("<!-- docs/examples/") != len(BLOCK.findall(text)):
        yield "has an example without its block or its end"


def main():
    args = arguments()
    wanted = args.only.split(",")
    problems, ran = [], 0
    for path in sorted(EXAMPLES.iterdir()):
        if path.suffix[1:] in KINDS and path.suffix[1:] in wanted:
            ran += 1
            if problem := check_output(path, args):
                problems.append(f"{path.name}: {problem}")
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        problems += [f"{page.relative_to(ROOT)}: {problem}" for problem in check_page(page, args.write)]
    for out in sorted(EXAMPLES.glob("*.out")):
        if not out.with_suffix("").exists():
            problems.append(f"{out.name}: no example prints it")
    for problem in problems:
        print(problem)
    print(f"{ran} examples run, {len(problems)} problems")
    return 1 if problems or not ran else 0


if __name__ == "__main__":
    sys.exit(main())
