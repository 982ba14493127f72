"""Outlook: what may be done now with each initiative, what may not, and what would unblock it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Literal

from . import _sangkien
from ._days import seconds_of
from ._rules import Facts, Rules, asking
from ._season import Path, Season


class Outlook:
    """Outlook (việc có thể làm): for each initiative, every event of the procedure with its verdict and its plan."""

    __slots__ = ("_content", "_json", "_texts")

    def __init__(self, text: str, texts: dict[str, str]) -> None:
        """Not for callers: use `outlook`."""
        self._json, self._texts = text, texts
        self._content: dict[str, Any] = json.loads(text)

    @property
    def initiatives(self) -> list[dict[str, Any]]:
        """A dict for each: id, title, state, events. An event has event, by (roles), citation, here (does a step take
        it from this state), verdict ('pass', 'fail', 'undetermined'), findings, and plan: verdict ('pass' now, 'fail'
        never, 'undetermined' after its steps), steps (each with its ways: needs, from, until), barriers.
        """
        out: list[dict[str, Any]] = self._content["initiatives"]
        return out

    def __getitem__(self, initiative: str) -> dict[str, dict[str, Any]]:
        """The events of one initiative, by id. KeyError when it is not open, or not there."""
        for one in self.initiatives:
            if one["id"] == initiative:
                return {event["event"]["id"]: event for event in one["events"]}
        raise KeyError(f"no initiative {initiative!r} in this outlook; there are {[o['id'] for o in self.initiatives]}")

    def to_dict(self) -> dict[str, Any]:
        """The whole of it: sangkien (the release), as_of, initiatives."""
        return dict(self._content)

    def to_json(self) -> str:
        """The same bytes as through every other door."""
        return self._json

    def to_text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """For a person, in Vietnamese or English."""
        return self._texts[lang]

    def __repr__(self) -> str:
        return f"<sangkien.Outlook: {len(self.initiatives)} initiatives>"


def outlook(
    rules: Rules,
    season: Season | Path,
    as_of: datetime | str,
    *,
    person: str = "",
    ended: bool = False,
    facts: Facts | None = None,
) -> Outlook:
    """What may be done at `as_of` with each initiative that is open; with those that have ended too where `ended`.

    person: an id; then what that one may do, where the rules keep authors, members in conflict or whoever took an
    earlier step apart. Without it the findings say whom it may not be. facts: as of `Rules.evaluate`.
    Raises Error as `Rules.evaluate` does.
    """
    read = season if isinstance(season, Season) else Season.load(season)
    seconds = seconds_of(as_of)
    host = None if facts is None else asking(facts, seconds)
    text, vi, en = _sangkien.outlook(rules._core, read._core, seconds, person, ended, host)
    return Outlook(text, {"vi": vi, "en": en})
