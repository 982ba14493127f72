#!/usr/bin/env python3
"""Steps from Python beside PyPI's `transitions`: the same table, the same random events, accepted steps compared first.

The peer is what its documentation shows: a Machine with triggers, and conditions that look at the facts of the event.
"""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import sangkien as sk
from transitions import Machine

ROWS, BATCH = 20_000, 2_000_000
AIM_BATCH, AIM_ONE = 300, 10
ENDS = ("refused", "forwarded")


class File:
    """A file of the peer: the facts of its event stand on it while the event is judged."""

    facts: dict[str, bool | None]
    role: str
    state: str

    def says(self, leaf: str) -> bool | None:
        return self.facts[leaf]


def guard_of(guard: Any, table: dict[str, Any]) -> Callable[[File], bool | None]:
    """A guard as functions written once, not read from the table at each event."""
    if isinstance(guard, str):
        named = [one for one in table["conditions"] if one["id"] == guard]
        return guard_of(named[0]["when"], table) if named else lambda file: file.facts["condition " + guard]
    ((kind, what),) = [item for item in guard.items() if item[0] not in ("vi", "en")]
    if kind == "not":
        inner = guard_of(what, table)

        def denied(file: File) -> bool | None:
            value = inner(file)
            return None if value is None else not value

        return denied
    if kind in ("all", "any"):
        parts, decisive = [guard_of(each, table) for each in what], kind == "any"

        def listed(file: File) -> bool | None:
            out: bool | None = not decisive
            for part in parts:
                value = part(file)
                if value is decisive:
                    return decisive
                if value is None:
                    out = None
            return out

        return listed
    leaf = f"{kind} {what}"
    return lambda file: file.facts[leaf]


def peer(table: dict[str, Any]) -> Callable[[str, str, dict[str, bool | None]], bool]:
    file = File()
    steps = []
    for step in table["steps"]:
        allowed = {by["id"] for by in step["by"]}
        conditions = [lambda event, allowed=allowed: event.model.role in allowed]
        if step.get("when") is not None:
            judged = guard_of(step["when"], table)
            conditions.append(lambda event, judged=judged: judged(event.model) is True)
        to = "draft" if step["to"] in ENDS else step["to"]
        steps.append({"trigger": step["on"], "source": step["from"], "dest": to, "conditions": conditions})
    Machine(
        model=file,
        states=[state["id"] for state in table["states"]],
        transitions=steps,
        initial="draft",
        auto_transitions=False,
        ignore_invalid_triggers=True,
        send_event=True,
    )
    triggers = {step["on"]: getattr(file, step["on"]) for step in table["steps"]}

    def take(event: str, role: str, facts: dict[str, bool | None]) -> bool:
        file.role, file.facts = role, facts
        return bool(triggers[event]())

    return take


def stream(gates: sk.Gates, table: dict[str, Any], rows: int) -> list[tuple[str, str, dict[str, bool | None]]]:
    """Half of the events are steps of the table by somebody who may, mostly with everything met."""
    chance = random.Random(934)
    met = {leaf: not leaf.endswith(("public-order", "protected")) for leaf in gates.leaves}
    out = []
    state = "draft"
    for _ in range(rows):
        facts: dict[str, bool | None] = {leaf: chance.choice([True, False, None]) for leaf in gates.leaves}
        event, role = chance.choice(gates.events), chance.choice(gates.roles)
        if chance.random() < 0.5:
            step = chance.choice([one for one in table["steps"] if state in one["from"]])
            event, role = step["on"], chance.choice(step["by"])["id"]
            if chance.random() < 0.75:
                facts = dict(met)
        out.append((event, role, facts))
        state = gates.step(state, event, role, facts).state
        state = "draft" if state in ENDS else state
    return out


def best(run: Callable[[], Any], times: int = 5) -> float:
    found = []
    gc.disable()
    for _ in range(times):
        start = time.perf_counter()
        run()
        found.append(time.perf_counter() - start)
    gc.enable()
    return min(found)


def main() -> int:
    rules = sk.Rules.load("charter-13-2012", "gia-vien-934")
    gates, table = rules.gates(), rules.lifecycle().to_dict()
    events = stream(gates, table, ROWS)

    def ours() -> list[bool]:
        step, state, out, after = gates.step, "draft", [], dict.fromkeys(ENDS, "draft")
        for event, role, facts in events:
            verdict, state = step(state, event, role, facts)
            state = after.get(state, state)
            out.append(verdict == "pass")
        return out

    def theirs() -> list[bool]:
        take = peer(table)
        return [take(event, role, facts) for event, role, facts in events]

    mine, other = ours(), theirs()
    different = sum(a != b for a, b in zip(mine, other))
    print(f"steps from Python: {ROWS} compared with transitions, {sum(mine)} accepted, {different} different")
    if different or not any(mine):
        return 1

    # The same rows as columns, many times over, each from its own state.
    states, at = [], "draft"
    for event, role, facts in events:
        states.append(gates.states.index(at))
        at = gates.step(at, event, role, facts).state
        at = "draft" if at in ENDS else at
    times = BATCH // ROWS
    columns = [
        np.tile(np.array(states, dtype=np.uint16), times),
        np.tile(np.array([gates.events.index(event) for event, _, _ in events], dtype=np.uint16), times),
        np.tile(np.array([gates.roles.index(role) for _, role, _ in events], dtype=np.uint16), times),
    ]
    holds, known = gates.pack({leaf: [facts[leaf] for _, _, facts in events] for leaf in gates.leaves})
    holds, known = np.tile(holds, times), np.tile(known, times)
    done = gates.step_batch(*columns, holds, known)
    if done.passed[:ROWS].tolist() != mine or done.accepted != times * sum(mine):
        print("the batch differs")
        return 1
    one, single = best(theirs) / ROWS, best(ours) / ROWS
    batch = best(lambda: gates.step_batch(*columns, holds, known)) / BATCH
    print(f"one step: transitions {one * 1e6:.2f} us, sangkien {single * 1e6:.2f} us")
    print(f"  single call {one / single:.1f}x as fast (aim {AIM_ONE}x)")
    print(f"  batch of {BATCH:,}: {batch * 1e9:.1f} ns a step, {one / batch:.0f}x as fast (aim {AIM_BATCH}x)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
