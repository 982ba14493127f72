#!/usr/bin/env python3
"""Checks which header includes which.

- A room includes only the rooms it may know (the table below); the umbrella names the rooms in that order.
- A declaration header includes nothing heavy, and no body but its own, as its last line.
- nlohmann/json and utf8proc are used in `io` only.
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "include" / "sangkien"

BASE = {"core", "calendar", "rulebook", "facts"}
SIBLINGS = {"lifecycle", "scoring", "quota", "index"}
KNOWS = {
    "core": set(),
    "calendar": {"core"},
    "rulebook": {"core", "calendar"},
    "facts": {"core"},
    "lifecycle": BASE,
    "scoring": BASE,
    "quota": BASE,
    "index": BASE,
    "evaluation": BASE | SIBLINGS,
    "batch": BASE | SIBLINGS | {"evaluation"},
    "io": BASE | SIBLINGS | {"evaluation", "batch"},
}
ORDER = list(KNOWS)
HEAVY = re.compile(r"(.*/)?json\.hpp|(.*/)?date\.h|regex|iostream|locale|filesystem|functional")
IO_ONLY = re.compile(r"nlohmann/.*|utf8proc\.h")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def includes(path):
    """Yields (line number, name as written, header of ours or None)."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        name, ours = match[2], None
        if name.startswith("sangkien/"):
            ours = ROOT / name[len("sangkien/"):]
        elif match[1] == '"':
            ours = (path.parent / name).resolve()
        yield number, name, ours


def room_of(path):
    parts = path.relative_to(ROOT).parts
    return parts[0] if len(parts) > 1 else None


def only_endif_follows(path, number):
    rest = path.read_text(encoding="utf-8").splitlines()[number:]
    return all(re.match(r"\s*(#\s*endif\b.*|//.*)?$", line) for line in rest)


def problems_of(path):
    room, body = room_of(path), path.name.endswith("_inl.hpp")
    last = -1
    for number, name, ours in includes(path):
        if ours is None:
            if HEAVY.fullmatch(name) and not body:
                yield number, f"a declaration header may not include <{name}>: move what needs it into the body"
            if IO_ONLY.fullmatch(name) and room != "io":
                yield number, f"<{name}> belongs to the room io"
            continue
        if ROOT not in ours.parents or not ours.is_file():
            yield number, f'"{name}" is not a header of the library'
            continue
        other = room_of(ours)
        if room is None and other is not None and path.name == "sangkien.hpp":
            if ORDER.index(other) < last:
                yield number, f"{other} comes before {ORDER[last]} in the order of the rooms"
            last = max(last, ORDER.index(other))
        elif other != room and other not in KNOWS.get(room, set()):
            may = ", ".join(r for r in ORDER if r in KNOWS.get(room, ())) or "nothing"
            yield number, f"{room or path.name} may not include {other or ours.name}; it knows {may}"
        if ours.name.endswith("_inl.hpp") and not body:
            if ours.name != path.name.replace(".hpp", "_inl.hpp"):
                yield number, f'"{name}" is the body of another header'
            elif not only_endif_follows(path, number):
                yield number, "the body is included at the end, after the last declaration"


def main():
    headers = sorted(ROOT.rglob("*.hpp"))
    failed = 0
    for path in headers:
        room = room_of(path)
        if room is not None and room not in KNOWS:
            print(f"{path.relative_to(ROOT)}: {room} is not a room; they are {', '.join(ORDER)}")
            failed += 1
            continue
        for number, text in problems_of(path):
            print(f"{path.relative_to(ROOT)}:{number}: {text}")
            failed += 1
    print(f"{len(headers)} headers, {failed} problems")
    return 1 if failed or not headers else 0


if __name__ == "__main__":
    sys.exit(main())
