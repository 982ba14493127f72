"""Pictures of a procedure are valid whatever the labels are, and its paths are those that others find."""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx
import pydot
import pytest
import sangkien as sk
from command import printed, run
from drawings import boxes_of, crossing_lines, texts_outside
from lifecycles import procedure

ROOT = Path(__file__).resolve().parents[2]
SEASON = ROOT / "docs" / "examples" / "gia-vien-2025.season.json"
NAMES = ["charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"]
SETS = [
    ["gia-vien-934"],
    ["charter-13-2012", "gia-vien-934", "council-illustrative"],
    ["gia-vien-934", "council-da-nang-465"],
    ["civil-code-2015"],
]
SEEDS = range(40)
SC = "{http://www.w3.org/2005/07/scxml}"
SK = "{urn:sangkien:lifecycle}"


def hostile(seed: int) -> sk.Lifecycle:
    size = seed % 9 + 1
    return sk.Rules.from_json(json.dumps(procedure(seed, size, 2 * size))).lifecycle()


def initiatives() -> list[str]:
    return [one["id"] for one in json.loads(SEASON.read_text(encoding="utf-8"))["initiatives"]]


@pytest.fixture(scope="module")
def pictures() -> list[sk.Lifecycle]:
    """Of the shipped rulebooks, of hostile ones, and with the way of each initiative of the demo."""
    report = sk.Rules.load(*NAMES).evaluate(SEASON, as_of="2025-09-30T17:00+07:00")
    shipped = [sk.Rules.load(*names).lifecycle() for names in SETS]
    return shipped + [hostile(seed) for seed in SEEDS] + [report.lifecycle(id) for id in initiatives()]


def each(pictures: list[sk.Lifecycle], form: str) -> list[tuple[dict[str, Any], str, str]]:
    return [(one.to_dict(), lang, getattr(one, form)(lang)) for one in pictures for lang in ("vi", "en")]


def plain(text: str) -> str:
    """Without spaces and line breaks, which a picture sets as it likes."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def arrows(table: dict[str, Any]) -> list[tuple[str, str]]:
    return [(source, step["to"]) for step in table["steps"] for source in step["from"]]


def test_a_drawing_is_xml_and_no_text_leaves_its_box_and_no_line_crosses_one(pictures: list[sk.Lifecycle]) -> None:
    for table, lang, text in each(pictures, "svg"):
        root = ElementTree.fromstring(text)
        boxes = boxes_of(root)
        assert len(boxes) == len(table["states"]) + len(table["steps"])
        for a, b in itertools.combinations(boxes, 2):
            assert a.right < b.left or b.right < a.left or a.bottom < b.top or b.bottom < a.top, (a, b)
        assert texts_outside(root, boxes) == []
        assert crossing_lines(root, boxes) == []
        shown = plain("".join(root.itertext()))
        for entry in table["states"] + table["steps"]:
            assert plain(entry[lang]) in shown


def test_a_graph_of_graphviz_has_the_states_and_arrows_of_the_table(pictures: list[sk.Lifecycle]) -> None:
    for table, _, text in each(pictures, "dot"):
        (graph,) = pydot.graph_from_dot_data(text)
        nodes = [node.get_name() for node in graph.get_nodes() if node.get_name().startswith("s_")]
        assert len(nodes) == len(set(nodes)) == len(table["states"])
        index = {name: entry["id"] for name, entry in zip(nodes, table["states"])}
        edges = [(edge.get_source(), edge.get_destination()) for edge in graph.get_edges()]
        kept = sorted((index[a], index[b]) for a, b in edges if a != "start_")
        assert kept == sorted(arrows(table))


STATE = re.compile(r'    state "([^"\n]*)" as (s_\w*)')
ARROW = re.compile(r"    (s_\w+|\[\*\]) --> (s_\w+|\[\*\])( : [^:\n;]*)?")
OTHER = re.compile(r"stateDiagram-v2|    direction TB|    %% .*|    classDef \w+ [\w:#,\- ]+|    class s_\w+ \w+")


def test_a_diagram_of_mermaid_keeps_to_its_grammar(pictures: list[sk.Lifecycle]) -> None:
    for table, lang, text in each(pictures, "mermaid"):
        states: dict[str, str] = {}
        found = []
        for line in text.splitlines():
            # Entities are put aside before Mermaid reads a line.
            bare = re.sub(r"#\d+;", "ﬂ", line)
            if match := STATE.fullmatch(bare):
                states[match[2]] = line
            elif match := ARROW.fullmatch(bare):
                found.append((match[1], match[2]))
            else:
                assert OTHER.fullmatch(bare), line
        if not table["stated"]:
            continue
        assert len(states) == len(table["states"])
        index = dict(zip(states, (entry["id"] for entry in table["states"])))
        assert sorted((index[a], index[b]) for a, b in found if "[*]" not in (a, b)) == sorted(arrows(table))
        for label, entry in zip(states.values(), table["states"]):
            shown = re.sub(r"#(\d+);", lambda match: chr(int(match[1])), label.replace("<br/>", " "))
            assert plain(entry[lang]) in plain(shown)


NCNAME = re.compile(r"[A-Za-z_][\w.-]*")


def value(guard: Any, conditions: dict[str, Any], truth: dict[tuple[str, str], bool]) -> bool:
    if guard is None:
        return True
    if isinstance(guard, str):
        return value(conditions[guard], conditions, truth) if guard in conditions else truth["condition", guard]
    ((kind, operand),) = ((k, v) for k, v in guard.items() if k not in ("vi", "en", "clause", "provenance", "note"))
    if kind == "not":
        return not value(operand, conditions, truth)
    if kind in ("all", "any"):
        return (all if kind == "all" else any)([value(item, conditions, truth) for item in operand])
    return not truth["before", operand] if kind == "after" else truth[kind, operand]


def leaves(guard: Any, conditions: dict[str, Any]) -> set[tuple[str, str]]:
    if guard is None:
        return set()
    if isinstance(guard, str):
        return leaves(conditions[guard], conditions) if guard in conditions else {("condition", guard)}
    ((kind, operand),) = ((k, v) for k, v in guard.items() if k not in ("vi", "en", "clause", "provenance", "note"))
    if kind in ("all", "any"):
        return set().union(*(leaves(item, conditions) for item in operand))
    return leaves(operand, conditions) if kind == "not" else {("before" if kind == "after" else kind, operand)}


def rows(guard: Any, conditions: dict[str, Any]) -> list[dict[tuple[str, str], bool]]:
    """Every assignment in which one level at most is sought."""
    names = sorted(leaves(guard, conditions))
    out = [dict(zip(names, row)) for row in itertools.product((False, True), repeat=len(names))]
    return [row for row in out if sum(holds for (kind, _), holds in row.items() if kind == "level") <= 1]


def test_a_state_chart_is_valid_and_its_conditions_decide_as_the_guards(pictures: list[sk.Lifecycle]) -> None:
    decided = 0
    for table, _, text in each(pictures, "scxml"):
        root = ElementTree.fromstring(text)
        assert root.tag == SC + "scxml"
        assert root.get("version") == "1.0"
        states = [child for child in root if child.tag in (SC + "state", SC + "final")]
        ids = [state.get("id", "") for state in states]
        assert len(set(ids)) == len(ids)
        assert all(NCNAME.fullmatch(id) for id in ids)
        if not table["stated"]:
            continue
        assert root.get("initial") in ids
        index = dict(zip(ids, (entry["id"] for entry in table["states"])))
        conditions = {entry["id"]: entry["when"] for entry in table["conditions"]}
        guards = {step["id"]: step["when"] for step in table["steps"]}
        found = []
        for state in states:
            steps = state.findall(SC + "transition")
            assert state.tag == (SC + "state" if steps else SC + "final")
            for step in steps:
                found.append((index[state.get("id", "")], index[step.get("target", "")]))
                assert NCNAME.fullmatch(step.get("event", ""))
                decided += decides(step.get("cond", ""), guards[step.get(SK + "step", "")], conditions)
        assert sorted(found) == sorted(arrows(table))
    assert decided > 1000


def decides(condition: str, guard: Any, conditions: dict[str, Any]) -> int:
    spoken = condition.replace("&&", " and ").replace("||", " or ").replace("!", " not ")
    spoken = re.sub(r"\btrue\b", "True", re.sub(r"\bfalse\b", "False", spoken))
    code = compile(spoken, condition, "eval")
    all_rows = rows(guard, conditions)
    for row in all_rows:
        kinds = ("fact", "before", "level", "within", "condition", "document")
        functions = {kind: lambda name, kind=kind, row=row: row[kind, name] for kind in kinds}
        functions["after"] = lambda name, row=row: not row["before", name]
        functions["otherThan"] = lambda name, row=row: row["other-than", name]
        functions["by"] = lambda *_: True
        assert bool(eval(code, {"__builtins__": {}}, functions)) == value(guard, conditions, row), condition
    return len(all_rows)


def test_sentences_tell_every_step_from_every_state(pictures: list[sk.Lifecycle]) -> None:
    for table, lang, text in each(pictures, "to_text"):
        assert "{" not in text or "{" in json.dumps(table)
        assert text.count("\n  " + {"vi": "Từ ", "en": "From "}[lang]) == len(arrows(table))
        for entry in table["states"]:
            assert plain(entry[lang]) in plain(text)


@pytest.mark.parametrize("seed", SEEDS)
def test_paths_are_those_that_networkx_finds(seed: int) -> None:
    picture = hostile(seed)
    table, paths = picture.to_dict(), picture.paths(steps=3, most=5000)
    graph = networkx.MultiDiGraph()
    graph.add_nodes_from(entry["id"] for entry in table["states"])
    for step in table["steps"]:
        for source in step["from"]:
            graph.add_edge(source, step["to"], key=step["id"])
    lengths = networkx.single_source_shortest_path_length(graph, table["start"])
    for entry in paths["shortest"]:
        if entry["steps"] is None:
            assert entry["to"] not in lengths
            continue
        assert len(entry["steps"]) == lengths[entry["to"]]
        follow(entry["steps"], table, entry["to"])
    wanted = [
        path
        for target in graph.nodes
        if target != table["start"]
        for path in networkx.all_simple_edge_paths(graph, table["start"], target)
    ]
    ends = [path for path in wanted if not goes_on(graph, table["start"], path)]
    if not any(target != table["start"] for target in lengths):
        ends = [[]]
    got = [[(s["from"], s["to"], s["step"]) for s in path] for path in paths["simple"]["paths"]]
    if paths["simple"]["complete"]:
        assert sorted(got) == sorted([tuple(edge) for edge in path] for path in ends)
    assert count_walks(graph, table["start"], 3) == len(paths["all"]["paths"]) or not paths["all"]["complete"]
    assert len({json.dumps(path) for path in paths["all"]["paths"]}) == len(paths["all"]["paths"])


def goes_on(graph: Any, start: str, path: list[tuple[str, str, str]]) -> bool:
    seen = {start, *(edge[1] for edge in path)}
    return any(target not in seen for target in graph.successors(path[-1][1]))


def count_walks(graph: Any, start: str, steps: int) -> int:
    here, total = {start: 1}, 0
    for _ in range(steps):
        there: dict[str, int] = {}
        for source, count in here.items():
            for _, target in graph.out_edges(source):
                there[target] = there.get(target, 0) + count
        here = there
        total += sum(here.values())
    return total


def follow(steps: list[dict[str, Any]], table: dict[str, Any], end: str) -> None:
    """Each step leaves from where the one before led; what has to hold makes its guard true."""
    here = table["start"]
    known = {step["id"]: step for step in table["steps"]}
    for step in steps:
        rule = known[step["step"]]
        assert step["from"] == here
        assert here in rule["from"]
        assert step["event"] == rule["on"]
        assert step["by"] in [role["id"] for role in rule["by"]]
        here = step["to"]
    assert here == end


@pytest.mark.parametrize("seed", SEEDS)
def test_refusals_are_all_that_there_are_and_ways_to_miss_a_guard_miss_it(seed: int) -> None:
    picture = hostile(seed)
    table, paths = picture.to_dict(), picture.paths()
    conditions = {entry["id"]: entry["when"] for entry in table["conditions"]}
    reached = {entry["to"] for entry in paths["shortest"] if entry["steps"] is not None}
    roles = {"r-1", "r-2", "r.3"}
    wanted = set()
    for state, event in itertools.product(reached, {step["on"] for step in table["steps"]}):
        here = [step for step in table["steps"] if step["on"] == event and state in step["from"]]
        if not here:
            wanted.add(("wrong-state", state, event))
        elif roles - {role["id"] for step in here for role in step["by"]}:
            wanted.add(("wrong-role", state, event))
        wanted |= {("guard-unmet", state, step["id"]) for step in here if step["when"] is not None}
    got = [(r["why"], r["state"], r["step"] if r["why"] == "guard-unmet" else r["event"]) for r in paths["refusals"]]
    assert len(got) == len(set(got))
    assert set(got) == wanted
    guards = {step["id"]: step["when"] for step in table["steps"]}
    for refusal in paths["refusals"]:
        follow(refusal["before"], table, refusal["state"])
        if refusal["why"] == "guard-unmet":
            misses(guards[refusal["step"]], conditions, refusal["unmet"])


def misses(guard: Any, conditions: dict[str, Any], ways: list[list[dict[str, Any]]]) -> None:
    """Each way makes the guard false whatever else holds, none is longer than it must be, and some way covers each row
    in which the guard is false."""
    all_rows = rows(guard, conditions)
    taken = [{(leaf["kind"], leaf["of"]): leaf["holds"] for leaf in way} for way in ways]

    def forces(way: dict[tuple[str, str], bool]) -> bool:
        fitting = [row for row in all_rows if way.items() <= row.items()]
        return all(not value(guard, conditions, row) for row in fitting)

    for way in taken:
        assert forces(way)
        assert any(way.items() <= row.items() for row in all_rows)
    for row in all_rows:
        covered = any(way.items() <= row.items() for way in taken)
        assert covered == (not value(guard, conditions, row)) or len(ways) == 20


@pytest.mark.parametrize("seed", SEEDS)
def test_roles_reach_what_they_reach_in_a_graph_of_their_steps(seed: int) -> None:
    picture = hostile(seed)
    table = picture.to_dict()
    names = [entry["id"] for entry in table["states"]]
    reached = {entry["to"] for entry in picture.paths()["shortest"] if entry["steps"] is not None}
    for by in (["r-1"], ["r-2", "r.3"], []):
        graph = networkx.DiGraph()
        graph.add_nodes_from(names)
        for step in table["steps"]:
            if set(by) & {role["id"] for role in step["by"]}:
                graph.add_edges_from((source, step["to"]) for source in step["from"])
        for a, b in itertools.product(names, names):
            assert picture.reaches(a, by, b) == networkx.has_path(graph, a, b)
        for goal in names:
            breach = picture.breach(by, goal)
            assert (breach is not None) == any(networkx.has_path(graph, a, goal) for a in reached if a != goal)


def test_on_the_dispatch_only_the_chairperson_recognises() -> None:
    picture = sk.Rules.load("charter-13-2012", "gia-vien-934", "council-illustrative").lifecycle()
    others = ["unit-head", "culture-society-division", "council", "staff", "author", "city", "recognising-unit"]
    assert picture.breach(others, "recognised") is None
    assert picture.breach(["chairperson"], "recognised") == (["file", "accept", "appraise"], ["recognise"])


def test_what_is_given_closes_the_ways_that_need_otherwise() -> None:
    lifecycle = sk.Rules.load("charter-13-2012", "gia-vien-934", "council-illustrative").lifecycle()
    everybody = ["unit-head", "culture-society-division", "council", "chairperson"]
    for given in ({"condition council-approves": False}, {"fact applied": False}, {"before ward-decision": False}):
        assert lifecycle.breach(everybody, "recognised", given=given) is None
        assert lifecycle.breach(everybody, "appraised", given=given) is not None
    approved = {"condition council-approves": True}
    assert lifecycle.reaches("appraised", ["chairperson"], "recognised", approved)
    assert lifecycle.reaches("appraised", ["chairperson"], "refused", approved)
    sound = {"fact " + name: True for name in ("new-in-unit", "applied", "beneficial")}
    sound |= {"fact contrary-to-public-order": False, "fact ip-protected": False}
    assert not lifecycle.reaches("appraised", ["chairperson"], "refused", approved | sound)
    assert lifecycle.breach(everybody, "selected", given={"level city": False}) is None
    for odd in ("council-approves", "fact old", "fact", ""):
        with pytest.raises(sk.Error, match="SK1308"):
            lifecycle.breach(everybody, "recognised", given={odd: True})


def test_the_way_of_an_initiative_is_marked() -> None:
    report = sk.Rules.load(*NAMES).evaluate(SEASON, as_of="2025-09-30T17:00+07:00")
    for id, told in zip(initiatives(), report.to_dict()["initiatives"]):
        picture = report.lifecycle(id)
        root = ElementTree.fromstring(picture.svg())
        passed = [box for box in boxes_of(root) if "passed" in box.style.split() and "kind" in box.style.split()]
        visited = {picture.to_dict()["start"], *(event["to"]["id"] for event in told["events"] if event["to"])}
        assert len(passed) == len(visited)
        refused = [event for event in told["events"] if event["verdict"] != "pass"]
        assert [one["step"] for one in picture.to_dict()["initiative"]["events"] if one["to"] is None] == [
            event["event"]["id"] for event in refused
        ]
        text = picture.to_text("en")
        assert text.count("  refused: ") + text.count("  undetermined: ") == len(refused)
        assert picture.to_text().count("<<<") == 1


@pytest.mark.parametrize("form", ["text", "mermaid", "dot", "scxml", "svg", "json"])
def test_the_command_prints_what_python_gives(form: str) -> None:
    rules = sk.Rules.load(*NAMES)
    of = {"text": "to_text", "json": "to_json"}.get(form, form)
    given = ["--format", form, "--lang", "en"]
    plain = printed("lifecycle", "show", *NAMES, *given, "--on", "2025-10-01")
    picture = rules.lifecycle("2025-10-01")
    assert plain == (picture.to_json() if form == "json" else getattr(picture, of)("en"))
    way = printed("lifecycle", "show", *NAMES, *given, "--season", SEASON, "--initiative", "SK-18")
    marked = rules.evaluate(SEASON, as_of="2025-09-30T17:00+07:00").lifecycle("SK-18")
    assert way == (marked.to_json() if form == "json" else getattr(marked, of)("en"))
    assert way != plain


def test_the_command_tells_paths_and_whether_roles_reach_a_state() -> None:
    told = json.loads(printed("lifecycle", "paths", "gia-vien-934", "--format", "json"))
    assert told == sk.Rules.load("gia-vien-934").lifecycle().paths()
    assert run("lifecycle", "paths", "gia-vien-934", "--to", "recognised", "--by", "unit-head").returncode == 0
    assert run("lifecycle", "paths", "gia-vien-934", "--to", "recognised", "--by", "chairperson").returncode == 1


def test_unknown_names_and_days_are_errors() -> None:
    picture = sk.Rules.load("gia-vien-934").lifecycle()
    with pytest.raises(sk.Error, match="recognised"):
        picture.breach(["unit-head"], "recognized")
    with pytest.raises(sk.Error, match="chairperson"):
        picture.breach(["chairpersn"], "recognised")
    with pytest.raises(sk.Error, match="SK1205"):
        sk.Rules.load("gia-vien-934").lifecycle("2001-01-01")
    report = sk.Rules.load(*NAMES).evaluate(SEASON, as_of="2025-09-30T17:00+07:00")
    with pytest.raises(sk.Error, match="SK1313"):
        report.lifecycle("SK-99")


def test_a_procedure_too_large_to_draw_is_an_error_and_still_a_text() -> None:
    picture = sk.Rules.from_json(json.dumps(procedure(1, 120, 240))).lifecycle()
    for form in ("mermaid", "dot", "scxml", "svg"):
        with pytest.raises(sk.Error, match="SK1006"):
            getattr(picture, form)()
    with pytest.raises(sk.Error, match="SK1006"):
        picture.paths()
    assert len(picture.to_dict()["steps"]) == 240
    assert picture.to_text()
