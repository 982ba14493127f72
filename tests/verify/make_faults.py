#!/usr/bin/env python3
"""Writes faults.json: small faulty rulebooks, as edits of sound ones, and near misses of which nothing may be said.

    make_faults.py            writes the file
    make_faults.py --check    fails when the file is not what this says

An edit is a text that stands once in the rulebook and what replaces it; `~` in a replacement marks the line and column at
which the first id must be told. `also` lists further ids that the same edits bring about.
"""
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OUT = HERE / "faults.json"
ROWS = []


def text_of(base):
    path = HERE / "base.json" if base == "base" else ROOT / "src" / "rulebooks" / f"{base}.json"
    return path.read_text(encoding="utf-8")


def row(expected, *edits, also=(), base="base", about=None):
    text = text_of(base)
    for find, replace in edits:
        assert text.count(find) == 1, (base, find, text.count(find))
        text = text.replace(find, replace)
    json.loads(text.replace("~", ""))
    assert text.count("~") == (1 if expected else 0), (expected, edits)
    ids = [f"SK{id}" for id in ([expected] if expected else []) + list(also)]
    about = f"SK{about}" if about else ids[0] if ids else ROWS[-1]["about"]
    ROWS.append({"about": about, "base": base, "edits": [list(edit) for edit in edits], "expect": ids})


def near(*edits, base="base", about=None):
    """A near miss: of the id before it, where it says no other."""
    row(None, *edits, base=base, about=about)


def section(name, base="base"):
    """The text of a top-level section, up to the next one."""
    text = text_of(base)
    start = text.index(f'  "{name}": ')
    ends = [text.find('\n  "', start + 3), text.rfind("\n}")]
    return text[start:min(end for end in ends if end > 0) + 1]


def versions(value, second_from, mark="~", other=None):
    return (f'[{{ "from": "2020-01-01", "until": "2026-01-01", "value": {value} }}, '
            f'{mark}{{ "from": "{second_from}", "value": {other or value} }}]')


def before(anchor, new):
    return (anchor, new + anchor)


# 1601: a gap between two windows of a value.
DATED = [
    ('"min": 10', '"min": ', "10"), ('"total": 50', '"total": ', "50"), ('"fraction": "2/3"', '"fraction": ', '"2/3"'),
    ('"quorum": { "at-least": 5 }', '"quorum": ', '{ "at-least": 5 }'), ('"shortfall": "flag"', '"shortfall": ', '"flag"'),
    ('"figure": { "method": "mean" }', '"figure": ', '{ "method": "mean" }'), ('"due": "decision"', '"due": ', '"decision"'),
    ('"stated-by": "office"', '"stated-by": ', '"office"'), ('"in-time": "filing"', '"in-time": ', '"filing"'),
    ('"area": "listed"', '"area": ', '"listed"'), ('"joint": "each"', '"joint": ', '"each"'),
    ('"classes": ["A", "B"]', '"classes": ', '["A", "B"]'), ('"who": "head"', '"who": ', '"head"'),
    ('"who": "chair"', '"who": ', '"chair"'), ('"method": "agree"', '"method": ', '"agree"'),
    ('"preparation": { "after": "filing", "working-days": 5, "clause": "1.1" }', '"preparation": ',
     '{ "after": "filing", "working-days": 5, "clause": "1.1" }'),
]
for number, (find, key, value) in enumerate(DATED):
    second = ["2026-01-02", "2026-02-01", "2031-01-01"][number % 3]
    row(1601, (find, key + versions(value, second)))
    near((find, key + versions(value, "2026-01-01", mark="")))
row(1601, ('"min": 10', '"min": [{ "from": "2030-01-01", "value": 9 }, { "until": "2026-01-01", "value": 8 }, '
                        '~{ "from": "2026-01-03", "until": "2030-01-01", "value": 7 }]'))
near(('"min": 10', '"min": [{ "from": "2027-01-01", "value": 9 }]'))

# 1602: what decides rests on nothing anybody checked.
UNVERIFIED = '"provenance": "unverified", '
for find, replace in [
    ('"novelty": { "max"', '"novelty": ~{ %s"max"'), ('"benefit": { "max"', '"benefit": ~{ %s"max"'),
    ('"pass": {', '"pass": ~{ %s'), ('"vote": {', '"vote": ~{ %s'), ('"quorum": {', '"quorum": ~{ %s'),
    ('"figure": {', '"figure": ~{ %s'), ('"A": {', '"A": ~{ %s'), ('"selection": {', '"selection": ~{ %s'),
    ('"one": {', '"one": ~{ %s'), ('"ideas": {', '"ideas": ~{ %s'), ('"speed": {', '"speed": ~{ %s'),
    ('"work": {', '"work": ~{ %s'), ('"preparation": {', '"preparation": ~{ %s'),
]:
    row(1602, (find, replace % UNVERIFIED))
near(('"one": {', '"one": { "provenance": "secondary", '))
near(('"collate": {', '"collate": { "provenance": "unverified", '))

# 1603: a clause that nothing cites.
for clause in ["3", "1.2", "2.1", "11"]:
    row(1603, before('"2": {', f'"{clause}": ~{{ "vi": "v", "en": "e" }}, '))
near(before('"2": {', '"3": { "vi": "v", "en": "e", "text-only": true }, '))
near(before('"2": {', '"3": { "vi": "v", "en": "e" }, "3.1": { "vi": "v", "en": "e" }, '),
     ('"scoring.authors": {', '"scoring.authors": { "clause": "3.1", '))

# 1604: a waiver that waives nothing, or another thing.
for key in ["SK1640 lifecycle.states.gone", "SK1641 lifecycle.states.draft", "SK1612 scoring.pass.total", "SK1699 roles"]:
    row(1604, before('  "silent": {', f'  "waivers": {{ "{key}": ~{{ "vi": "v", "en": "e" }} }},\n'))

near(before('"2": {', '"3": { "vi": "v", "en": "e" }, '),
     before('  "silent": {', '  "waivers": { "SK1603 clauses.3": { "vi": "v", "en": "e" } },\n'))

# 1605: the value in the file is not among those offered beside it.
row(1605, ('"bound": "by"', '"bound": ~"by"'), ('["before", "by"]', '["before"]'))
row(1605, ('"of": "members"', '"of": ~"ballots"'))
row(1605, ('"working-days": 5', '"working-days": ~5, "choices": { "working-days": [3, 4] }'))
row(1605, ('"at-most": 3', '"at-most": ~3, "choices": { "at-most": [5, 7] }'))
row(1605, ('"fraction": "2/3"', '"fraction": ~"2/3"'), ('"choices": { "of": ["members", "sitting"] }',
                                                        '"choices": { "fraction": ["1/2", "3/4"] }'))
near(('"working-days": 5', '"working-days": 5, "choices": { "working-days": ["5", 4] }'))
near(('"at-most": 3', '"at-most": 3, "choices": { "at-most": [5, 3] }'))

# 1606: names that no rule uses.
row(1606, before('"useful": {', '"spare": ~{ "clause": "1.1" }, '))
row(1606, before('"useful": {', '"state-funded": ~{ "clause": "1.1" }, '))
row(1606, before('"chair": {', '"clerk": ~{ "clause": "1.1" }, '))
row(1606, before('"sound": {', '"spare": ~{ "when": { "fact": "new" }, "clause": "1.1" }, '))
row(1606, ('{ "fact": "new" }, ', ''), ('"new": {', '"new": ~{'))
row(1606, ('"level": "city", ', ''), ('"ward": {', '"ward": ~{'), also=[1606])
near(before('"useful": {', '"spare": { "clause": "1.1" }, '), ('{ "fact": "new" }', '{ "fact": "new" }, { "fact": "spare" }'))
near(before('"chair": {', '"clerk": { "clause": "1.1" }, '), ('"stated-by": "office"', '"stated-by": "clerk"'))
near(before('"useful": {', '"state-funded": { "clause": "1.1" }, '),
     before('"quorum": {', '"excluded": { "head-as-author-state-funded": {} }, '))
near(before('"sound": {', '"spare": { "when": { "fact": "new" }, "clause": "1.1" }, '),
     ('[{ "fact": "new" }, ', '["spare", '))

# 1607: a value stands twice in a list.
row(1607, ('"by": ["head"]', '"by": ["head", ~"head"]'))
row(1607, ('["draft", "returned"]', '["draft", "returned", ~"draft"]'))
row(1607, ('"who": ["division", "school"]', '"who": ["division", "school", ~"school"]'))
row(1607, ('["accept", "return"]', '["accept", "return", ~"accept"]'))
row(1607, ('["A", "B"]', '["A", "B", ~"A"]'))
row(1607, ('["total", "novelty"]', '["total", "novelty", ~"total"]'))
row(1607, ('{ "fact": "new" }, {', '{ "fact": "new" }, ~{ "fact": "new" }, {'))
row(1607, ('{ "before": "decision" }', '{ "before": "decision" }, ~"sound"'))
row(1607, ('["before", "by"]', '["before", "by", ~"by"]'))
near(('["A", "B"]', '["B", "A"]'))
near(('"by": ["head"]', '"by": ["head", "office"]'))

# 1608, 1609: what is said to be open, and is not there or is said.
for path in ["schedule.filing.roll", "scoring.shortfall", "scoring.vote.fraction", "quota.one.level", "selection.at-most",
             "lifecycle.start"]:
    row(1608, before('"index.extra": {', f'"{path}": ~{{ "vi": "v", "en": "e" }}, '))
for path in ["schedule.filing.closes", "scoring.vote.qualifying", "roles", "lifecycle.states"]:
    near(before('"index.extra": {', f'"{path}": {{ "vi": "v", "en": "e" }}, '))
near(before('"index.extra": {', '"clocks.complaint": { "vi": "v", "en": "e" }, '), about=1609)
for path in ["scorring.figure", "lifecycles.states", "quotas.one", "clock"]:
    row(1609, before('"index.extra": {', f'"{path}": ~{{ "vi": "v", "en": "e" }}, '))
for path in ["scoring.vote.fractoin", "selection.tie-break", "schedule.filling.roll"]:
    row(1609, before('"scoring.vote.fraction": {', f'"{path}": ~{{ "right": "override" }}, '))
for path in ["selection.tie", "schedule.filing.roll", "scoring"]:
    near(before('"scoring.vote.fraction": {', f'"{path}": {{ "right": "override" }}, '))

# 1610 to 1615: marks, classes and votes that decide nothing.
NEEDS = '"needs": { "novelty": 20 }'
row(1610, ('"B": {', '"B": ~{'), (NEEDS, '"needs": { "novelty": 20, "benefit": 60 }'))
row(1610, ('"B": {', '"B": ~{'), (NEEDS, '"needs": { "novelty": 40, "benefit": 40 }'))
row(1610, ('"B": {', '"B": ~{'), (NEEDS, '"needs": { "benefit": 60 }'), ('"min": 10', '"min": 20'))
row(1610, ('"B": {', '"B": ~{'), ('"total": 50', '"total": 85, "each": 40'))
near((NEEDS, '"needs": { "novelty": 30, "benefit": 49 }'))
near((NEEDS, '"needs": { "benefit": 60 }'), ('"min": 10', '"min": 19'))
for start, end in [(0, 50), (30, 50), (49, 50)]:
    row(1611, before('"A": {', f'"C": ~{{ "from": {start}, "below": {end} }}, '))
row(1611, ('"B": {', '"B": ~{'), ('"total": 50', '"total": 80'))
near(('"total": 50', '"total": 79'))
near(('"total": 50', '"total": 49'), before('"A": {', '"C": { "from": 40, "below": 50 }, '))
row(1612, ('"total": 50', '"total": ~10'), also=[1616])
row(1612, ('"total": 50', '"total": ~0'), also=[1616])
row(1612, ('"total": 50', '"total": ~50, "each": 25'))
row(1612, ('"total": 50', '"total": ~50'), ('"max": 60, "step": 1', '"max": 60, "step": 1, "min": 40'))
near(('"total": 50', '"total": 11'), ('"B": { "from": 50', '"B": { "from": 11'))
near(('"total": 50', '"total": 50, "each": 24'))
for fraction in ["1/15", "1/20", "0.01", "99/100", "29/30", "0.95"]:
    row(1613, ('"fraction": "2/3"', f'"fraction": ~"{fraction}"'))
for fraction in ["1/14", "14/15", "1", "1/2", "0.7"]:
    near(('"fraction": "2/3"', f'"fraction": "{fraction}"'))
for size in [16, 40, 1000]:
    row(1614, ('{ "at-least": 5 }', f'{{ "at-least": ~{size} }}'))
near(('{ "at-least": 5 }', '{ "at-least": 15 }'))
for count in [16, 50]:
    row(1615, ('"method": "mean"', '"method": "qualifying-count"'), ('"total": 50', f'"total": ~{count}'))
near(('"method": "mean"', '"method": "qualifying-count"'), ('"total": 50', '"total": 15'))

row(1616, ('"total": 50', '"total": 40'), ('"B": {', '"B": ~{'))
row(1616, ('"B": { "from": 50', '"B": ~{ "from": 51'))
row(1616, ('"A": { "from": 80, "needs"', '"A": ~{ "from": 80, "needs"'),
    (',\n      "B": { "from": 50, "below": 80, "needs": { "novelty": 20 } }', ''), (', "classes": ["A", "B"]', ''))
near(('"B": { "from": 50', '"B": { "from": 40'))

# 1620 to 1623: quotas and indices that count nothing or wrongly.
LOST = before('"refused": {', '"lost": { "kind": "ended" }, ')
row(1620, LOST, ('"reached": "filed"', '"reached": ~"lost"'), also=[1640])
row(1620, LOST, ('"reached": "recognised"', '"reached": ~"lost"'), also=[1640])
row(1620, LOST, ('"among": "recognised"', '"among": ~"lost"'), also=[1640])
near(('"reached": "filed"', '"reached": "returned"'))
row(1621, (section("areas"), ""), ('"area": "listed"', '"area": ~"listed"'), also=[1650])
near((section("areas"), ""), before('"index.extra": {', '"areas": { "vi": "v", "en": "e" }, '))
row(1622, ('"points": 4 }]', '"points": 3 }]'), ('"joint": "each", "score": { "steps": [', '"joint": "each", "score": { "steps": ~['))
row(1622, ('"points": 6 }]', '"points": 5 }]'), ('"rate", "score": { "steps": [', '"rate", "score": { "steps": ~['))
near(('"from": "0.9"', '"from": 1'))
row(1623, ('"points": 4 }]', '"points": 4 }, ~{ "from": 2, "points": 3 }]'))
row(1623, ('"points": 6 }]', '"points": 6 }, ~{ "from": "0.95", "points": 0 }]'))
near(('"points": 4 }]', '"points": 4 }, { "from": 2, "points": 4 }]'))

# 1630 to 1634: deadlines of the years to come.
FILING, DECISION = '"by", "roll": "backward"', '"before", "roll": "backward"'
row(1630, (FILING, '"by", "roll": "none"'), ('"filing": {', '"filing": ~{'))
row(1630, (DECISION, '"before", "roll": "none"'), ('"decision": {', '"decision": ~{'))
for day in ["30/4", "2/9", "1/1"]:
    row(1630, (FILING, '"by", "roll": "none"'), ('"filing": {', '"filing": ~{'), ('"24/9"', f'"{day}"'))
near((FILING, '"before", "roll": "backward"'))
row(1631, (FILING, '"by", "roll": "forward"'), ('"filing": {', '"filing": ~{'))
row(1631, (DECISION, '"before", "roll": "forward"'), ('"decision": {', '"decision": ~{'))
row(1631, (FILING, '"before", "roll": "forward"'), ('"filing": {', '"filing": ~{'))
near((DECISION, '"by", "roll": "backward"'))
row(1632, ('"31/10"', '"26/9"'), ('"decision": {', '"decision": ~{'), also=[1633])
near(('"31/10"', '"10/10"'))
for days in [27, 30, 200]:
    row(1633, ('"preparation": {', '"preparation": ~{'), ('"working-days": 5', f'"working-days": {days}'))
row(1633, ('"preparation": {', '"preparation": ~{'), ('"31/10"', '"1/10"'))
near(('"working-days": 5', '"working-days": 20'))
row(1634, ('"preparation": {', '"preparation": ~{'), ('"31/10"', '"1/9"'), also=[1633, 1634])
PREPARATION = ',\n      "preparation": { "after": "filing", "working-days": 5, "clause": "1.1" }'
for day in ["1/9", "24/9"]:
    row(1634, ('"decision": {', '"decision": ~{'), ('"31/10"', f'"{day}"'), (PREPARATION, ""), also=[1632] if day == "24/9" else [])
near(('"31/10"', '"28/10"'))

# 1640 to 1643, 1649: states and steps.
for kind in ["open", "waiting", "ended"]:
    row(1640, before('"refused": {', f'"lost": ~{{ "kind": "{kind}" }}, '))
row(1640, ('"returned": {', '"returned": ~{'), ('"to": "returned"', '"to": "filed"'))
row(1640, ('"withdrawn": { "kind"', '"withdrawn": ~{ "kind"'), ('"to": "withdrawn"', '"to": "refused"'))
near(before('"refused": {', '"lost": { "kind": "ended" }, '),
     before('"withdraw": {', '"lose": { "from": "filed", "to": "lost", "by": "office" }, '))
STUCK = before('"withdraw": {', '"park": { "from": "filed", "to": "parked", "by": "office" }, ')
for kind in ["open", "waiting"]:
    row(1641, before('"refused": {', f'"parked": ~{{ "kind": "{kind}" }}, '), STUCK)
row(1641, ('"recognised": { "kind": "decided"', '"recognised": ~{ "kind": "waiting"'))
row(1641, ('"refused": { "kind": "ended"', '"refused": ~{ "kind": "open"'))
row(1641, ('"withdrawn": { "kind": "withdrawn"', '"withdrawn": ~{ "kind": "waiting"'))
row(1641, before('"refused": {', '"parked": ~{ "kind": "waiting" }, "moved": { "kind": "waiting" }, '), STUCK,
    before('"withdraw": {', '"move": { "from": "parked", "to": "moved", "by": "office" }, '
                            '"move-back": { "from": "moved", "to": "parked", "by": "office" }, '), also=[1641])
near(before('"refused": {', '"parked": { "kind": "waiting" }, '), STUCK,
     before('"withdraw": {', '"resume": { "from": "parked", "to": "filed", "by": "office" }, '))
row(1642, ('"start": "draft"', '"start": ~"draft"'), ('"kind": "decided"', '"kind": "open"'),
    ('"kind": "ended"', '"kind": "open"'), ('"kind": "withdrawn"', '"kind": "open"'))
near(('"kind": "decided"', '"kind": "ended"'))
row(1643, before('"withdraw": {', '"file-again": ~{ "on": "file", "from": "returned", "to": "filed", "by": "head" }, '))
row(1643, ('"decide-not": {', '"decide-not": ~{'), (', "when": { "any": [{ "not": "sound" }, { "not": "council-approves" }] }', ''))
row(1643, ('"decide-not": {', '"decide-not": ~{'), ('{ "not": "council-approves" }', '"area-listed"'))
near(before('"withdraw": {', '"file-again": { "on": "file", "from": "returned", "to": "filed", "by": "office" }, '))
near(before('"withdraw": {', '"file-again": { "on": "file", "from": "returned", "to": "filed", "by": "head", '
                             '"when": { "not": { "before": "filing" } } }, '))
near(before('"withdraw": {', '"file-again": { "on": "file", "from": "accepted", "to": "filed", "by": "head" }, '))
for state, name in [("withdrawn", "revive"), ("refused", "reopen")]:
    kind = "withdrawn" if state == "withdrawn" else "ended"
    row(1649, (f'"{state}": {{ "kind": "{kind}"', f'"{state}": ~{{ "kind": "{kind}"'),
        before('"withdraw": {', f'"{name}": {{ "from": "{state}", "to": "draft", "by": "head" }}, '))
near(before('"withdraw": {', '"reopen": { "from": "recognised", "to": "draft", "by": "head" }, '))

# 1644: lists that say nothing.
row(1644, ('"by": ["head"]', '"by": ~[]'))
row(1644, ('"from": ["draft", "filed", "returned"]', '"from": ~[]'), also=[1640])
row(1644, ('"who": ["division", "school"]', '"who": ~[]'))
row(1644, ('"classes": ["A", "B"]', '"classes": ~[]'))
row(1644, ('["accept", "return"]', '~[]'), also=[1647])
row(1644, ('{ "within": "answer" }', '{ "all": ~[] }'))
row(1644, ('{ "within": "answer" }', '{ "any": ~[] }'))
row(1644, ('{ "within": "answer" }', '{ "not": { "any": ~[] } }'))
near(('{ "within": "answer" }', '{ "all": [{ "within": "answer" }] }'))

# 1645, 1646: guards that are never or always true.
WITHDRAW = '"to": "withdrawn", "by": "head"'
for part in ['"all": ["sound", { "not": "sound" }]', '"all": [{ "before": "filing" }, { "not": { "before": "filing" } }]',
             '"all": [{ "level": "ward" }, { "level": "city" }]', '"all": [{ "within": "answer" }, { "not": { "within": "answer" } }]',
             '"not": { "any": ["area-listed", { "not": "area-listed" }] }',
             '"all": ["sound", { "any": [{ "not": { "fact": "new" } }, { "not": { "fact": "useful" } }] }]',
             '"all": ["council-approves", "area-listed", { "not": "council-approves" }]']:
    row(1645, (WITHDRAW, WITHDRAW + f', "when": {{ "any": [{{ "before": "decision" }}, ~{{ {part} }}] }}'))
    row(1645, (WITHDRAW, WITHDRAW + f', "when": ~{{ {part} }}'), also=[1640])
for part in ['"any": ["sound", { "not": "sound" }]', '"any": [{ "before": "filing" }, { "not": { "before": "filing" } }]',
             '"not": { "all": [{ "fact": "new" }, { "not": { "fact": "new" } }] }',
             '"not": { "all": [{ "level": "ward" }, { "level": "city" }] }',
             '"any": [{ "fact": "new" }, { "fact": "useful" }, { "not": "sound" }]']:
    row(1646, (WITHDRAW, WITHDRAW + f', "when": ~{{ {part} }}'))
    row(1646, (WITHDRAW, WITHDRAW + f', "when": {{ "all": [{{ "before": "decision" }}, ~{{ {part} }}] }}'))
for part in ['"all": ["sound", { "not": "area-listed" }]', '"any": [{ "level": "ward" }, { "level": "city" }]',
             '"all": [{ "before": "filing" }, { "not": { "before": "decision" } }]',
             '"any": ["sound", { "not": { "fact": "new" } }]']:
    near((WITHDRAW, WITHDRAW + f', "when": {{ {part} }}'), about=1645)
    near((WITHDRAW, WITHDRAW + f', "when": {{ "not": {{ {part} }} }}'), about=1646)

# 1647, 1648, 1650: clocks and decisions that nothing gives.
row(1647, ('"answer": {', '"answer": ~{'), ('"stops": ["accept", "return"], ', ''))
row(1648, ('["accept", "return"]', '["accept", ~"retrun"]'))
row(1648, ('["event:file"]', '[~"event:fill"]'))
row(1648, ('["accept", "return"]', '["accept", "return", ~"decide-not"]'))
near(('["accept", "return"]', '["accept", "return", "decide"]'), about=1648)
near(('"stops": ["accept", "return"]', '"stops": "return"'), about=1647)
near(('["event:file"]', '"day:first_applied"'))
row(1650, (section("selection"), ""), (WITHDRAW, WITHDRAW + ', "when": { "not": ~"selected" }'))
row(1650, (section("selection"), ""), (WITHDRAW, WITHDRAW + ', "when": ~"selected"'))
near((section("selection"), ""), (WITHDRAW, WITHDRAW + ', "when": { "not": "selected" }'),
     before('"index.extra": {', '"selection": { "vi": "v", "en": "e" }, '))

for find, name in [('"withdraw": { "from": ["draft"', "leave"), ('"return": { "from"', "send-back")]:
    line = next(line.strip().rstrip(",") for line in text_of("base").splitlines() if line.strip().startswith(find))
    row(1651, (line, line + f', "{name}": ~' + line[line.index("{"):]))
row(1651, ('"sound": {', '"sound": ~{'), ('"conditions": {', '"conditions": { "fit": { "when": { "all": [{ "fact": "new" }, '
    '{ "fact": "useful" }] }, "clause": "1.1" },'), ('"all": ["sound"', '"all": ["fit", "sound"'))
near(before('"withdraw": {', '"leave": { "from": ["draft", "filed", "returned"], "to": "withdrawn", "by": "office" }, '))

# 1652: a reading that is offered and cannot be used.
row(1652, ('["before", "by"]', '["by", ~"befor"]'))
row(1652, ('["members", "sitting"]', '["members", ~"siting"]'))
row(1652, ('"at-most": 3', '"at-most": 3, "choices": { "at-most": [3, 5, ~"many"] }'))
row(1652, ('"fraction": "2/3"', '"fraction": "2/3"'), ('"choices": { "of": ["members", "sitting"] }',
                                                       '"choices": { "fraction": ["2/3", ~"5/3"] }'))
row(1652, ('"length": "1 month"', '"length": "1 month", "choices": { "length": ["1 month", ~"a while"] }'))
near(('"choices": { "of": ["members", "sitting"] }', '"choices": { "fraction": ["2/3", "3/4"] }'))
near(('"length": "1 month"', '"length": "1 month", "choices": { "length": ["1 month", "2 weeks"] }'))

# 1680: a place of the template that was not filled in.
row(1680, ('"head": { "vi": "Thủ trưởng", "en": "Head"', '"head": { "vi": ~"‹Ai nộp?›", "en": "‹Who files?›"'))
row(1680, ('"head": { "vi": "Thủ trưởng", "en": "Head"', '"head": { "vi": "Thủ trưởng", "en": ~"Head of ‹which unit?›"'))
row(1680, ('"number": "1"', '"number": ~"‹số, ký hiệu›"'))
row(1680, ('"vi": "Mọi điều"', '"vi": ~"Mọi điều ‹1› và ‹2›"'))
row(1680, before('"1.1": {', '"1.2": { "vi": ~"‹chép›", "en": "‹copy›", "text-only": true }, '))
near(('"vi": "Thủ trưởng"', '"vi": "Thủ trưởng (›) <...> ‹"'))
near(('"head": { "vi"', '"head": { "note": "‹ghi chú›", "vi"'))

# The shipped ones, with what could go wrong in an office.
WARD, COUNCIL, INDEX = "gia-vien-934", "council-illustrative", "index-illustrative"
row(1641, ('"refused": { "kind": "ended"', '"refused": ~{ "kind": "open"'), base=WARD)
row(1641, ('"forwarded": { "kind": "ended"', '"forwarded": ~{ "kind": "waiting"'), ('"selected": { "kind": "decided"', '"selected": { "kind": "waiting"'),
    also=[1641], base=WARD)
near(('"recognised": { "kind": "decided"', '"recognised": { "kind": "waiting"'), base=WARD)
row(1649, ('"recognised": { "kind": "decided"', '"recognised": ~{ "kind": "ended"'), base=WARD)
row(1634, ('"ward-decision": {\n      "yearly": "30/9"', '"ward-decision": ~{\n      "yearly": "20/9"'), base=WARD)
row(1645, ('{ "any": [{ "not": "council-approves" }, { "not": "recognisable" }] }',
           '~{ "all": ["council-approves", { "not": "council-approves" }] }'), also=[1640], base=WARD)
row(1640, ('"refused": { "kind"', '"refused": ~{ "kind"'), ('"to": "refused"', '"to": "recognised"'), base=WARD)
row(1606, ('"when": "considerable"', '"when": "area-listed"'), ('"considerable": {', '"considerable": ~{'), base=WARD)
row(1620, ('"to": "filed"', '"to": "accepted"'), ('"reached": "filed"', '"reached": ~"filed"'), also=[1640], base=WARD)
near(('"yearly": "25/9"', '"yearly": "24/9"'), base=WARD)
row(1612, ('"total": 50', '"total": ~33'), also=[1616], base=COUNCIL)
near(('"total": 50', '"total": 50, "each": 12'), base=COUNCIL)
row(1611, ('"total": 50', '"total": 70'), ('"C": {', '"C": ~{'), base=COUNCIL)
row(1614, ('"quorum": { "at-least": 5', '"quorum": { "at-least": ~50'), base=COUNCIL)
row(1641, ('"withdrawn": { "kind": "withdrawn"', '"withdrawn": ~{ "kind": "open"'), base=COUNCIL)
row(1640, ('"to": "withdrawn"', '"to": "draft"'), ('"withdrawn": { "kind"', '"withdrawn": ~{ "kind"'), base=COUNCIL)
row(1622, ('{ "from": 3, "points": 5 }', '{ "from": 3, "points": 4 }'), ('"score": { "steps": [{ "from": 0, "points": 0 }, { "from": 1, "points": 3 }',
    '"score": { "steps": ~[{ "from": 0, "points": 0 }, { "from": 1, "points": 3 }'), base=INDEX)
row(1623, ('{ "from": 2, "points": 4 }', '~{ "from": 2, "points": 2 }'), base=INDEX)

# 1660: values that end with nothing said of what follows.
REVIEWED = ('"from": "2025-01-01", "provenance": "law" }',
            '"from": "2025-01-01", "provenance": "law", "reviewed": { "last": "2025-01-02", "after": "flag" } }')
ENDING = [('"min": 10', '"min": ', "10"), ('"in-time": "filing"', '"in-time": ', '"filing"'), ('"due": "decision"', '"due": ', '"decision"'),
          ('"stated-by": "office"', '"stated-by": ', '"office"'), ('"quorum": { "at-least": 5 }', '"quorum": ', '{ "at-least": 5 }')]
for find, key, value in ENDING:
    row(1660, (find, f'{key}[~{{ "until": "2027-01-01", "value": {value} }}]'))
    near((find, f'{key}[{{ "until": "2027-01-01", "value": {value} }}, {{ "from": "2027-01-01", "value": {value} }}]'))
    near((find, f'{key}[{{ "until": "2027-01-01", "value": {value} }}]'), REVIEWED)

# 1661: transitional clauses that no file can meet.
def transitional(members):
    return before('  "selection": {', f'  "transitional": {{ "open-files": {{ {members}, "clause": "1.1" }} }},\n')


CHANGED = ('"yearly": "24/9"', '"yearly": [{ "until": "2026-01-01", "value": "24/9" }, { "from": "2026-01-01", "value": "23/9" }]')
OPEN = '"cases": "open", "rules": "new"'
row(1661, transitional(f'"from": ~"2026-01-01", {OPEN}'))
row(1661, transitional(f'"from": ~"2026-01-02", {OPEN}'), CHANGED)
row(1661, transitional(f'"from": ~"2025-12-31", {OPEN}'), CHANGED)
row(1661, transitional(f'"from": "2026-01-01", {OPEN}, "in": ~["file"]'), CHANGED)
row(1661, before('  "selection": {', '  "transitional": { "open-files": [{ "from": "2026-06-01", "value": { "from": ~"2026-01-01", '
                 f'{OPEN}, "clause": "1.1" }} }}] }},\n'), CHANGED)
near(transitional(f'"from": "2026-01-01", {OPEN}'), CHANGED)
near(transitional(f'"from": "2026-01-01", {OPEN}, "in": ["filed", "returned"]'), CHANGED)

# 1662: quotas that the procedure lets nobody meet.
FILE = '"to": "filed", "by": ["head"], "when": { "before": "filing" }'
AT_LEVEL = FILE.replace('{ "before": "filing" }', '{ "all": [{ "before": "filing" }, %s] }')
row(1662, (FILE, AT_LEVEL % '{ "level": "ward" }'), ('"level": "city", "area"', '"level": ~"city", "area"'))
row(1662, (FILE, AT_LEVEL % '{ "not": { "level": "city" } }'), ('"level": "city", "area"', '"level": ~"city", "area"'))
near((FILE, AT_LEVEL % '{ "level": "city" }'))
near((FILE, AT_LEVEL % '{ "any": [{ "level": "ward" }, { "fact": "new" }] }'))
SELECTED = [('"all": ["sound", "council-approves", { "before"', '"all": ["sound", "council-approves", "selected", { "before"'),
            ('"among": "recognised"', '"among": "accepted"'), ('"reached": "filed"', '"reached": "recognised"')]
row(1662, *SELECTED, ('"each": "year", "at-least": 1', '"each": "year", "at-least": ~4'))
near(*SELECTED, ('"each": "year", "at-least": 1', '"each": "year", "at-least": 3'))
near(('"each": "year", "at-least": 1', '"each": "year", "at-least": 4'))

# 1690: a succession that lets a shortfall vanish; 1606 a minimum of a kind that the quota does not bind.


def quota_says(text):
    return ('"in-time": "filing"', f'"in-time": "filing", {text}')


for kind, key, value in (("consolidate", "duty", "own"), ("absorb", "duty", "own"), ("divide", "duty", "own"),
                         ("divide", "filed", "each"), ("rename", "duty", "own"), ("dissolve", "duty", "lapses")):
    row(1690, quota_says(f'"succession": {{ "{kind}": {{ "{key}": ~"{value}" }} }}'))
near(quota_says('"succession": { "consolidate": { "duty": "greater", "filed": "carried" }, "absorb": { "duty": "carried" } }'))
near(quota_says('"succession": { "divide": { "duty": "each", "filed": "moved" }, "separate": { "duty": "own" } }'))
near(quota_says('"succession": { "rename": { "duty": "carried", "filed": "stays" }, "dissolve": { "duty": "stays" } }'))
row(1606, ('"who": ["division", "school"], "each"', '"who": ["division"], "each"'),
    quota_says('"per-kind": { "school": ~2 }'))
near(quota_says('"per-kind": { "school": 2 }'))


# 1691: a duty after whose event nothing that discharges it can come.
def notified(text):
    return ('"collate": {', f'"notify": {text}, "collate": {{')


row(1691, notified('~{ "who": "office", "from": "withdraw", "done": "decide", "clause": "1.1" }'))
row(1691, notified('~{ "who": "office", "from": ["return", "decide"], "done": ["file", "withdraw"], "clause": "1.1" }'))
near(notified('{ "who": "office", "from": "return", "done": "decide", "clause": "1.1" }'))
near(notified('{ "who": "office", "from": "withdraw", "clause": "1.1" }'))


def main():
    text = "[\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in ROWS) + "\n]\n"
    faulty = sum(bool(one["expect"]) for one in ROWS)
    print(f"{faulty} faulty rulebooks of {len({i for one in ROWS for i in one['expect'][:1]})} ids, "
          f"{len(ROWS) - faulty} near misses")
    if "--check" in sys.argv:
        if OUT.read_text(encoding="utf-8") != text:
            print(f"{OUT.relative_to(ROOT)} is not what {Path(__file__).name} says: run it again")
            return 1
        return 0
    OUT.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
