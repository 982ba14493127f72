"""The table as bits, from Python: verdicts as an evaluator of its own says, rows as one by one, errors with a row."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pandas as pd
import pytest
import sangkien as sk

NAMES = ("charter-13-2012", "gia-vien-934")
BUILTINS = ("area-listed", "council-approves", "selected")


@pytest.fixture(scope="module")
def gates() -> sk.Gates:
    return sk.Rules.load(*NAMES).gates()


@pytest.fixture(scope="module")
def table() -> dict[str, Any]:
    return sk.Rules.load(*NAMES).lifecycle().to_dict()


def judged(guard: Any, facts: dict[str, bool | None], table: dict[str, Any]) -> bool | None:
    """Kleene's three values: None is not known."""
    if isinstance(guard, str):
        if guard in BUILTINS:
            return facts.get("condition " + guard)
        (condition,) = [one for one in table["conditions"] if one["id"] == guard]
        return judged(condition["when"], facts, table)
    ((kind, what),) = [item for item in guard.items() if item[0] not in ("vi", "en")]
    if kind == "not":
        value = judged(what, facts, table)
        return None if value is None else not value
    if kind in ("all", "any"):
        values = [judged(each, facts, table) for each in what]
        decisive = kind == "any"
        if decisive in values:
            return decisive
        return None if None in values else not decisive
    return facts.get(f"{kind} {what}")


def expected(
    table: dict[str, Any], state: str, event: str, role: str, facts: dict[str, bool | None]
) -> tuple[str, str]:
    if event not in {step["on"] for step in table["steps"]}:
        return "undetermined", state
    for step in table["steps"]:
        if step["on"] == event and state in step["from"]:
            if role not in [by["id"] for by in step["by"]]:
                return "fail", state
            value = True if step.get("when") is None else judged(step["when"], facts, table)
            word = {True: "pass", False: "fail", None: "undetermined"}[value]
            return word, step["to"] if value else state
    return "fail", state


def any_step(gates: sk.Gates, chance: random.Random) -> tuple[str, str, str, dict[str, bool | None]]:
    facts: dict[str, bool | None] = {leaf: chance.choice([True, True, False, None]) for leaf in gates.leaves}
    if chance.random() < 0.5:  # as the Charter wants them, or few steps would be taken
        facts = {leaf: not leaf.endswith(("public-order", "protected")) for leaf in gates.leaves}
    event = chance.choice([*gates.events, "dance"])
    return chance.choice(gates.states), event, chance.choice([*gates.roles, "dancer"]), facts


def test_one_step_is_what_the_table_says(gates: sk.Gates, table: dict[str, Any]) -> None:
    chance = random.Random(934)
    found = {"pass": 0, "fail": 0, "undetermined": 0}
    for _ in range(20000):
        state, event, role, facts = any_step(gates, chance)
        if chance.random() < 0.5:
            steps = [step for step in table["steps"] if state in step["from"]]
            if steps:
                step = chance.choice(steps)
                event, role = step["on"], chance.choice(step["by"])["id"]
        step_taken = gates.step(state, event, role, facts)
        assert tuple(step_taken) == expected(table, state, event, role, facts)
        found[step_taken.verdict] += 1
    assert all(count > 300 for count in found.values())


def rows(gates: sk.Gates, count: int) -> tuple[list[str], list[str], list[str], list[dict[str, bool | None]]]:
    chance = random.Random(count)
    steps = []
    while len(steps) < count:
        step = any_step(gates, chance)
        if step[1] != "dance" and step[2] != "dancer":
            steps.append(step)
    states, events, roles, facts = zip(*steps)
    return list(states), list(events), list(roles), list(facts)


def test_many_steps_are_as_one_by_one(gates: sk.Gates) -> None:
    states, events, roles, facts = rows(gates, 3000)
    holds, known = gates.pack({leaf: [each[leaf] for each in facts] for leaf in gates.leaves})
    before = [gates.states.index(state) for state in states]
    for given in (states, before, np.array(before), pd.Series(states, dtype="str")):
        batch = gates.step_batch(given, events, pd.Series(roles), holds, known)
        single = [gates.step(*row) for row in zip(states, events, roles, facts)]
        assert [("fail", "undetermined", "pass")[verdict] for verdict in batch.verdicts] == [s.verdict for s in single]
        assert [gates.states[state] for state in batch.states] == [
            s.state if s.verdict == "pass" else state for s, state in zip(single, states)
        ]
        assert batch.accepted == batch.passed.sum() == sum(s.verdict == "pass" for s in single)
        assert batch.refused.sum() == sum(s.verdict == "fail" for s in single)
    assert before == [gates.states.index(state) for state in states]


def test_a_replay_takes_each_step_from_where_the_last_one_led(gates: sk.Gates) -> None:
    _, events, roles, facts = rows(gates, 3000)
    chance = random.Random(5)
    files = [chance.randrange(40) for _ in events]
    holds, known = gates.pack({leaf: [each[leaf] for each in facts] for leaf in gates.leaves})
    replayed = gates.replay(files, events, roles, holds, known)
    at = ["draft"] * 40
    for row, (file, event, role, fact) in enumerate(zip(files, events, roles, facts)):
        verdict, state = gates.step(at[file], event, role, fact)
        assert replayed.verdicts[row] == {"fail": 0, "undetermined": 1, "pass": 2}[verdict]
        at[file] = state
    assert [gates.states[state] for state in replayed.states] == at
    assert replayed.accepted > 30
    # In two parts, the second from where the first came to.
    first = gates.replay(files[:1000], events[:1000], roles[:1000], holds[:1000], known[:1000], ["draft"] * 40)
    second = gates.replay(files[1000:], events[1000:], roles[1000:], holds[1000:], known[1000:], first.states)
    assert (second.states == replayed.states).all()
    assert first.accepted + second.accepted == replayed.accepted


def test_tracks_stand_side_by_side() -> None:
    gates = sk.Rules.load(*NAMES, "procedure-illustrative").gates()
    chance = random.Random(1)
    done = gates.replay(
        [0] * 500,
        [chance.choice(gates.events) for _ in range(500)],
        [chance.choice(gates.roles) for _ in range(500)],
        *gates.pack({leaf: np.ones(500, dtype=bool) for leaf in gates.leaves}),
    )
    assert done.states.shape == (1, 5)
    assert done.accepted > 0
    again = gates.step_batch(done.states, ["file"], ["unit-head"], *gates.pack({gates.leaves[0]: [None]}))
    assert (again.states == done.states).all()
    with pytest.raises(ValueError, match="one for each track"):
        gates.step_batch([0], ["file"], ["unit-head"], [0], [0])


def test_facts_that_are_not_known_are_none_nan_or_na(gates: sk.Gates) -> None:
    leaf = "fact applied"
    bit = 1 << gates.leaves.index(leaf)
    for column in (
        [True, False, None, True],
        pd.Series([True, False, None, True], dtype="boolean"),
        np.array([True, False, float("nan"), True], dtype=object),
    ):
        holds, known = gates.pack({leaf: column})
        assert holds.tolist() == [bit, 0, 0, bit]
        assert known.tolist() == [bit, bit, 0, bit]
    holds, known = gates.pack({leaf: [True, False], "fact beneficial": True})
    assert bin(holds[1]).count("1") == 1
    assert bin(known[1]).count("1") == 2


def test_errors_say_which_row_and_what_there_is(gates: sk.Gates) -> None:
    none = [0], [0]
    with pytest.raises(KeyError, match=r"no state 'drafd'; perhaps 'draft'"):
        gates.step("drafd", "file", "unit-head")
    with pytest.raises(KeyError, match=r"no condition 'fact aplied'; perhaps 'fact applied'"):
        gates.step("draft", "file", "unit-head", {"fact aplied": True})
    with pytest.raises(TypeError, match="'fact applied' is True, False or None"):
        gates.step("draft", "file", "unit-head", {"fact applied": 1})  # type: ignore[dict-item]
    with pytest.raises(TypeError, match="a state is given by its name"):
        gates.step(0, "file", "unit-head")  # type: ignore[arg-type]
    with pytest.raises(KeyError, match=r"row 1 of events: no name 'dance'"):
        gates.step_batch([0, 0], ["file", "dance"], [0, 0], [0, 0], [0, 0])
    with pytest.raises(ValueError, match=r"row 1 of roles: 70000 is not from 0 to 65535"):
        gates.step_batch([0, 0], [0, 0], [0, 70000], [0, 0], [0, 0])
    with pytest.raises(ValueError, match="different lengths"):
        gates.step_batch([0, 0], [0], [0, 0], [0, 0], [0, 0])
    with pytest.raises(TypeError, match="events are whole numbers, not float64"):
        gates.step_batch([0], [0.5], [0], *none)
    with pytest.raises(ValueError, match="row 0 of holds is negative"):
        gates.step_batch([0], [0], [0], [-1], [0])
    with pytest.raises(sk.Error) as wrong:
        gates.step_batch([0, 99], [0, 0], [0, 0], [0, 0], [0, 0])
    assert wrong.value.problems[0]["pointer"] == "/files/1/state"
    with pytest.raises(sk.Error) as wrong:
        gates.replay([0, 3], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0])
    assert wrong.value.problems[0]["pointer"] == "/rows/1/file"
    with pytest.raises(KeyError, match="no condition 'fact x'"):
        gates.pack({"fact x": [True]})
    with pytest.raises(TypeError, match="'fact applied' is True, False or None"):
        gates.pack({"fact applied": [True, "yes"]})
    with pytest.raises(ValueError, match="columns of one length"):
        gates.pack({"fact applied": [True, False], "fact beneficial": [True]})
    assert gates.step_batch([0], [65535], [0], *none).verdicts.tolist() == [1]
    assert gates.step_batch([], [], [], [], []).accepted == 0
    assert "8 states" in repr(gates)
