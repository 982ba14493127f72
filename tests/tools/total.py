#!/usr/bin/env python3
"""Adds up what the runners report and says it in one last line: `N passed, N failed`.

    total.py RESULT.xml...    JUnit files of ctest and pytest; one that is not there is a failure
"""
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

CATCH_ALL = re.compile(r"All tests passed \(.* in (\d+) test cases?\)")
CATCH_SOME = re.compile(r"^test cases: *\d+ *\|(?: *(\d+) passed *\|?)?(?: *(\d+) failed)?", re.MULTILINE)


def counts_within(case):
    """What the output of a Catch2 program says of its own test cases; None for any other."""
    output = case.findtext("system-out") or ""
    if match := CATCH_ALL.search(output):
        return int(match[1]), 0
    if match := CATCH_SOME.search(output):
        return int(match[1] or 0), int(match[2] or 0)
    return None


def report(case, path):
    words = [case.findtext("system-out") or ""]
    words += [node.text or node.get("message", "") for node in case if node.tag in ("failure", "error")]
    text = "\n".join(w for w in words if w.strip())
    print(f"--- {path.stem}: {case.get('classname')} {case.get('name')}\n{text[-6000:]}")


def main():
    passed = failed = 0
    for path in map(Path, sys.argv[1:]):
        if not path.exists():
            print(f"--- {path.stem}: did not run")
            failed += 1
            continue
        before = passed, failed
        for case in ElementTree.parse(path).iter("testcase"):
            if case.find("skipped") is not None or case.get("status") == "disabled":
                continue
            bad = case.find("failure") is not None or case.find("error") is not None
            inner_passed, inner_failed = counts_within(case) or (not bad, bad)
            passed += inner_passed
            failed += max(inner_failed, int(bad))
            if bad:
                report(case, path)
        print(f"{path.stem}: {passed - before[0]} passed, {failed - before[1]} failed")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
