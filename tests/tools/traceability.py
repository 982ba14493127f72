#!/usr/bin/env python3
"""Writes docs/traceability.md: each clause of dispatch 934, the rules that cite it, the cases and tests that touch it.

    traceability.py            writes the page
    traceability.py --check    fails when the page is not what rulebooks and tests say

It fails as well when the clauses of the rulebook are not those of the dispatch, when a clause that demands something
has no rule, or when no case gives a verdict on it.
"""
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "traceability.md"
RULEBOOKS = ROOT / "src" / "rulebooks"
TESTS = ROOT / "tests"
DISPATCH = "gia-vien-934"

# The dispatch as issued on 19 September 2025. Clauses come and go only with a new paper.
CLAUSES = [
    *("934.0", "934.0.1", "934.0.2"),
    *("934.1", "934.1.1", "934.1.2"),
    *("934.2", "934.2.a", "934.2.b", "934.2.c", "934.2.d", "934.2.dd", "934.2.e", "934.2.g", "934.2.h"),
    *("934.3", "934.3.1", "934.3.2"),
    *("934.4", "934.4.1", "934.4.2", "934.4.3", "934.4.3.a", "934.4.3.b"),
    "934.5",
]

# Clauses from which nothing follows, and why.
NO_RULE = {
    "934.0": ("phần đầu của công văn", "the head of the dispatch"),
    "934.0.1": ("căn cứ ban hành", "the basis it is issued on"),
    "934.0.2": ("mục đích", "its purpose"),
    "934.1": ("số thứ tự của một nhóm điều", "the number of a group of clauses"),
    "934.3": ("số thứ tự của một nhóm điều", "the number of a group of clauses"),
    "934.4.3": ("câu đầu của 934.4.3.a và 934.4.3.b", "the opening of 934.4.3.a and 934.4.3.b"),
    "934.5": ("lời kết", "the closing words"),
}
VERDICTS = ("pass", "fail", "undetermined")
WORDS = 12  # of a clause's text
SHOWN = 6  # names of cases


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def clauses():
    return read(RULEBOOKS / f"{DISPATCH}.json")["clauses"]


def cited_in(value, path, out):
    """Notes for each clause the dotted paths of the objects that cite it."""
    if isinstance(value, dict):
        if isinstance(value.get("clause"), str):
            out.setdefault(value["clause"], []).append(".".join(path))
        for key, child in value.items():
            cited_in(child, [*path, key], out)
    elif isinstance(value, list):
        for index, child in enumerate(value):
            cited_in(child, [*path, str(index)], out)


def rules():
    """Clause -> 'rulebook: path' of each value that cites it."""
    out = {}
    for path in sorted(RULEBOOKS.glob("*.json")):
        found = {}
        cited_in(read(path), [], found)
        for clause, paths in found.items():
            out.setdefault(clause, []).extend((path.stem, place) for place in paths)
    return out


def terms():
    """(kind, id) -> clause, of what a verdict names without citing it: the area of an initiative, who acts."""
    book = read(RULEBOOKS / f"{DISPATCH}.json")
    return {(kind, ident): entry["clause"] for kind, section in (("area", "areas"), ("who", "roles"))
            for ident, entry in book[section].items()}


def clauses_of(value, named):
    """The clauses that a verdict rests on."""
    for citation in [*value.get("citations", []), value.get("citation", {})]:
        yield citation.get("clause", "")
    yield named.get(("area", value.get("values", {}).get("area")), "")
    who = value.get("by", value.get("who"))
    for name in who if isinstance(who, list) else [who]:
        yield named.get(("who", name.get("id")), "") if isinstance(name, dict) else ""


def verdicts_in(value, case, named, out):
    """Notes for each clause the verdicts that rest on it in a report."""
    if isinstance(value, dict):
        verdict = value.get("verdict", value.get("kept"))
        if verdict in VERDICTS:
            for clause in clauses_of(value, named):
                out.setdefault(clause, {}).setdefault(verdict, set()).add(case)
        for child in value.values():
            verdicts_in(child, case, named, out)
    elif isinstance(value, list):
        for child in value:
            verdicts_in(child, case, named, out)


def cases():
    """Clause -> verdict -> names of the cases that give it."""
    named, out = terms(), {}
    for path in sorted((TESTS / "cases").glob("*/report.json")):
        verdicts_in(read(path), path.parent.name, named, out)
    return out


def tests():
    """Clause -> test files that name it."""
    pattern = re.compile(r"(?<![\w./-])934(?:\.\w+)+")
    out = {}
    for path in sorted(p for p in TESTS.rglob("*") if p.suffix in (".cpp", ".hpp", ".py", ".c")):
        if path.resolve() == Path(__file__).resolve():
            continue
        for clause in sorted(set(pattern.findall(path.read_text(encoding="utf-8")))):
            out.setdefault(clause, []).append(path.relative_to(TESTS).as_posix())
    return out


def first_words(text):
    words = text.split()
    return " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")


def some(names):
    more = len(names) - SHOWN
    return ", ".join(sorted(names)[:SHOWN]) + (f" (+ {more})" if more > 0 else "")


def problems(listed, found, verdicts):
    if list(listed) != CLAUSES:
        odd = sorted(set(listed) ^ set(CLAUSES)) or ["another order"]
        yield f"{DISPATCH}: its clauses are not those of the dispatch: {', '.join(odd)}"
    for clause in CLAUSES:
        if clause in NO_RULE and clause in found:
            yield f"{clause}: a rule cites it, though nothing should follow from it"
        if clause not in NO_RULE and clause not in found:
            yield f"{clause}: no rule cites it"
        if clause not in NO_RULE and clause not in verdicts:
            yield f"{clause}: no case gives a verdict that rests on it"


def section(clause, words, found, verdicts, named):
    lines = [f"## {clause}", "", f"> {first_words(words['vi'])}\\", f"> {first_words(words['en'])}", ""]
    if clause in NO_RULE:
        lines.append(f"Không có quy tắc: {NO_RULE[clause][0]}. / No rule: {NO_RULE[clause][1]}.")
        return [*lines, ""]
    by_book = {}
    for book, place in found.get(clause, []):
        by_book.setdefault(book, []).append(f"`{place}`")
    lines += [f"- {book}: {', '.join(places)}" for book, places in by_book.items()]
    for verdict in VERDICTS:
        if verdict in verdicts.get(clause, {}):
            lines.append(f"- {verdict}: {some(verdicts[clause][verdict])}")
    if clause in named:
        lines.append(f"- tests: {', '.join(f'`{path}`' for path in named[clause])}")
    return [*lines, ""]


HEAD = """\
<!-- Generated by tests/tools/traceability.py from src/rulebooks and tests: do not edit, run `./dev docs`. -->
# Truy xuất theo điều khoản / Traceability

Mỗi điều khoản của Công văn 934/UBND-VHXH: các quy tắc viện dẫn nó; các ca kiểm thử có kết luận dựa vào nó, hoặc nêu
tên lĩnh vực, vai trò của nó; các tệp kiểm thử nhắc đến nó. `tests/tools/traceability.py --check` không đạt khi trang
này cũ, khi danh sách điều khoản khác công văn, khi một điều khoản có nội dung mà không có quy tắc nào hoặc không có
ca nào.

Each clause of dispatch 934: the rules that cite it; the cases with verdicts that rest on it, or name its area or role;
the test files that name it. `tests/tools/traceability.py --check` fails when this page is stale, when the clauses are
not those of the dispatch, and when a clause that demands something has no rule or no case.

| điều khoản / clause | quy tắc / rules | pass | fail | undetermined | tệp / files |
|---|---|---|---|---|---|
"""


def page(listed, found, verdicts, named):
    rows = []
    for clause in listed:
        of = verdicts.get(clause, {})
        lists = [found.get(clause, []), *(of.get(verdict, ()) for verdict in VERDICTS), named.get(clause, [])]
        counts = " | ".join(str(len(each) or "") for each in lists)
        rows.append(f"| [{clause}](#{clause.replace('.', '')}) | {counts} |")
    lines = [line for clause, words in listed.items() for line in section(clause, words, found, verdicts, named)]
    return HEAD + "\n".join(rows) + "\n\n" + "\n".join(lines).rstrip() + "\n"


def main():
    listed, found, verdicts, named = clauses(), rules(), cases(), tests()
    text = page(listed, found, verdicts, named)
    failed = list(problems(listed, found, verdicts))
    if sys.argv[1:] == ["--check"]:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
            failed.append("docs/traceability.md is not what rulebooks and tests say: run tests/tools/traceability.py")
    else:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    for problem in failed:
        print(problem)
    print(f"{len(listed)} clauses, {len(failed)} problems")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
