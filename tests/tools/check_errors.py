#!/usr/bin/env python3
"""Compares the errors of the code with docs/errors.md.

- Every id of core/error_ids.hpp has words in core/error_words_inl.hpp or beside it, and one paragraph, in
  order; nobody else has.
- Each paragraph ends with the message in Vietnamese and in English, worded as in the code.
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "include" / "sangkien" / "core"
PAGE = ROOT / "docs" / "errors.md"
CASE = re.compile(r"case ErrorId::(\w+):\s*return \{(.*?)\};", re.DOTALL)
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"|(,)')


def ids_of_code():
    return {name: int(number) for name, number in
            re.findall(r"^\s*(\w+) = (\d+),", (CORE / "error_ids.hpp").read_text(encoding="utf-8"), re.MULTILINE)}


def words_of_code():
    """Name of an error -> its templates, Vietnamese and English."""
    out = {}
    names = ("error_words_inl.hpp", "verify_words_inl.hpp", "journal_words_inl.hpp")
    text = "".join((CORE / name).read_text(encoding="utf-8") for name in names)
    for name, body in CASE.findall(text):
        texts = [""]
        for literal, comma in LITERAL.findall(body):
            if comma:
                texts.append("")
            else:
                texts[-1] += re.sub(r"\\(.)", r"\1", literal)
        out[name] = texts
    return out


def pattern_of(template):
    """A template as a pattern: `{key}` is any text, `[...|instead]` is one or the other, `[...]` may be left out."""
    out = ""
    for part in re.split(r"(\{\w+\}|\[|\||\])", template):
        if part.startswith("{"):
            out += ".+?"
        else:
            out += {"[": "(?:", "|": "|", "]": ")?"}.get(part, re.escape(part))
    return re.compile(out)


def problems():
    ids, words = ids_of_code(), words_of_code()
    if not ids:
        yield "core/error_ids.hpp: no ids found"
    for name in sorted(ids.keys() ^ words.keys()):
        yield f"{name}: has {'no words' if name in ids else 'words but no id'}"
    if len(set(ids.values())) != len(ids):
        yield "core/error_ids.hpp: a number stands twice"
    _, *parts = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    headings = [part.split("\n", 1)[0] for part in parts]
    wanted = [f"SK{number}" for number in ids.values()]
    for heading in sorted(set(wanted) - set(headings)):
        yield f"docs/errors.md: {heading} has no paragraph"
    for heading in sorted(set(headings) - set(wanted)):
        yield f"docs/errors.md: {heading} is no error of the code"
    if sorted(headings) == sorted(wanted) and headings != wanted:
        yield "docs/errors.md: the paragraphs are not in the order of core/error_ids.hpp"
    names = {f"SK{number}": name for name, number in ids.items()}
    for heading, part in zip(headings, parts):
        if heading in names and names[heading] in words:
            yield from problems_of(heading, part, words[names[heading]])


def problems_of(heading, part, templates):
    lines = [line for line in part.splitlines() if line.startswith("- `")]
    if len(lines) != 2 or len(templates) != 2:
        yield f"docs/errors.md: {heading} needs two messages, Vietnamese and English, and has {len(lines)}"
        return
    for line, template in zip(lines, templates):
        if not re.match(rf"- `{heading}[ :]", line):
            yield f"docs/errors.md: {heading} shows another message: {line[2:80]}..."
        # A place may hold a colon as well, so any of them may end it.
        starts = [match.end() for match in re.finditer(": ", line)]
        if not any(pattern_of(template).fullmatch(line[start:-1]) for start in starts):
            yield f"docs/errors.md: {heading} is not worded as in the code: {line[2:80]}..."


def main():
    found = list(problems())
    for text in found:
        print(text)
    print(f"{len(ids_of_code())} errors, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
