"""The procedure of rules: pictures, and paths as cases for tests."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

from . import _sangkien
from ._days import day_of

Lang = Literal["vi", "en"]


class Lifecycle:
    """Lifecycle (vòng đời hồ sơ): the procedure that rules lay down, as a picture and as paths. Immutable.

    From `Rules.lifecycle` it is the procedure alone; from `Report.lifecycle` the way of one initiative is marked on
    every picture: states reached and when, where it is now, what was refused and why. In a notebook it is a drawing.
    """

    __slots__ = ("_core",)

    def __init__(self, core: _sangkien.Lifecycle) -> None:
        """Not for callers: use `Rules.lifecycle` or `Report.lifecycle`."""
        self._core = core

    @property
    def since(self) -> date:
        """The day from which these rules are in force."""
        return day_of(self._core.on)

    def to_text(self, lang: Lang = "vi") -> str:
        """A sentence for each step: from where, by whom, under which clause, when."""
        return self._core.picture("text", lang)

    def mermaid(self, lang: Lang = "vi") -> str:
        """A stateDiagram-v2 of Mermaid."""
        return self._core.picture("mermaid", lang)

    def dot(self, lang: Lang = "vi") -> str:
        """A digraph of Graphviz."""
        return self._core.picture("dot", lang)

    def scxml(self, lang: Lang = "vi") -> str:
        """State Chart XML; guards are expressions over functions of the host."""
        return self._core.picture("scxml", lang)

    def svg(self, lang: Lang = "vi") -> str:
        """A drawing that needs no other program."""
        return self._core.picture("svg", lang)

    def to_json(self) -> str:
        """The table in both languages."""
        return self._core.picture("json", "vi")

    def to_dict(self) -> dict[str, Any]:
        """`to_json`, parsed."""
        out: dict[str, Any] = json.loads(self.to_json())
        return out

    def paths(self, steps: int = 0, most: int = 10_000) -> dict[str, Any]:
        """Paths as cases: 'shortest' to each state, 'refusals' and the shortest way to each, 'simple' (all that come to
        no state twice and cannot go on), with `steps` also 'all' of up to so many steps. Of each list `most` at most;
        'complete' tells whether these are all. What has to hold for a step stands beside it.
        """
        out: dict[str, Any] = json.loads(self._core.paths(steps, most))
        return out

    def breach(
        self, by: Sequence[str], to: str, start: str | None = None, given: Mapping[str, bool] | None = None
    ) -> tuple[list[str], list[str]] | None:
        """How the roles `by` alone can lead a file to the state `to`; None: from no state that can be reached, whatever
        the facts are. The steps by whomever that come before, and theirs. With `start` only from that state. `given` is
        what holds or does not throughout, as in {"condition council-approves": False}: no step is taken whose guard
        cannot be met then. None means: out of reach wherever that is so.
        """
        if isinstance(by, str):
            raise TypeError("by is a list of roles, as in ['unit-head']")
        return self._core.breach(list(by), to, start, list((given or {}).items()))

    def reaches(self, start: str, by: Sequence[str], to: str, given: Mapping[str, bool] | None = None) -> bool:
        """Can the roles `by` alone lead a file from `start` to `to`, if every guard on the way is met that can be?"""
        return self.breach(by, to, start, given) is not None

    def _repr_svg_(self) -> str:
        return self.svg()

    def __repr__(self) -> str:
        table = self.to_dict()
        return f"<sangkien.Lifecycle since {self.since}: {len(table['states'])} states, {len(table['steps'])} steps>"
