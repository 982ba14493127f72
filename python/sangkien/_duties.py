"""Duties: who has to do what by when, what is overdue, and to whom it goes."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cached_property
from typing import Any, Literal

from . import _sangkien
from ._days import seconds_of
from ._rules import Rules
from ._season import Path, Season
from ._table import Table

COLUMNS = [
    ("who", "text"),
    ("duty", "text"),
    ("name_vi", "text"),
    ("name_en", "text"),
    ("source", "text"),
    ("initiative", "text"),
    ("event", "text"),
    ("since", "instant"),
    ("due", "instant"),
    ("done", "instant"),
    ("verdict", "text"),
    ("days_over", "whole"),
    ("days_left", "whole"),
    ("escalated_to", "texts"),
    ("rulebook", "text"),
    ("clause", "text"),
    ("provenance", "text"),
]


def _instant(text: str | None) -> int | None:
    return None if text is None else seconds_of(text)


def _row(duty: dict[str, Any]) -> tuple[Any, ...]:
    name, citation = duty["duty"], duty["citation"]
    reached = tuple(one["to"]["id"] for one in duty["escalations"] if one["reached"] and duty["done"] is None)
    return (
        *(duty["who"]["id"], name["id"], name.get("vi", ""), name.get("en", ""), duty["source"]),
        *(duty["initiative"], duty["event"], *(_instant(duty[key]) for key in ("since", "due", "done"))),
        *(duty["verdict"], duty["days_over"], duty["days_left"], reached),
        *(citation["rulebook"], citation["clause"], citation["provenance"]),
    )


class Duties:
    """Duties (nhiệm vụ) as of an instant: of the season, born of events, and clocks that run against a role."""

    __slots__ = ("__dict__", "_asked", "_content", "_csv", "_json", "_texts")

    def __init__(self, found: tuple[str, str, str, str], asked: tuple[Rules, Season, int, str, str]) -> None:
        """Not for callers: use `duties`."""
        self._json, self._csv = found[:2]
        self._texts = {"vi": found[2], "en": found[3]}
        self._asked = asked
        self._content: dict[str, Any] = json.loads(self._json)

    @cached_property
    def table(self) -> Table:
        """One row for each, by time.

        who (the role), duty, name_vi, name_en, source ('season', 'event', 'clock'), initiative, event (it was born of),
        since, due (the first instant that is too late), done, verdict ('open', 'kept', 'kept-late', 'overdue',
        'undetermined'), days_over and days_left (working days), escalated_to (roles it goes to now), rulebook, clause,
        provenance.
        """
        return Table(list(COLUMNS), [_row(duty) for duty in self._content["duties"]])

    def to_dict(self) -> dict[str, Any]:
        """The whole of it: sangkien (the release), as_of, duties with their escalations, reminders and findings."""
        return dict(self._content)

    def to_json(self) -> str:
        """The same bytes as through every other door."""
        return self._json

    def to_csv(self) -> str:
        """Ids and instants, one row for each."""
        return self._csv

    def to_text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """For a person, in Vietnamese or English."""
        return self._texts[lang]

    def to_ics(self, role: str | None = None, lang: Literal["vi", "en"] = "vi") -> str:
        """A calendar file for `role`: its open duties with their reminders, and those of others that go to it.

        Without `role`: the one that was asked for, else all. Stamped with the instant that was asked for.
        """
        rules, season, as_of, asked, unit = self._asked
        wanted = asked if role is None else role
        return _sangkien.duties_ics(rules._core, season._core, as_of, wanted, unit, lang)

    def __len__(self) -> int:
        return len(self._content["duties"])

    def __repr__(self) -> str:
        return f"<sangkien.Duties: {len(self)}>"


def duties(
    rules: Rules,
    season: Season | Path,
    as_of: datetime | str,
    *,
    role: str = "",
    unit: str = "",
    done: bool = False,
) -> Duties:
    """Who has to do what by when, as of `as_of`; with what is done already where `done`.

    role: of that role alone; unit: of initiatives of that unit alone. Raises Error as `Rules.evaluate` does, and for a
    role or a unit that is not there.
    """
    read = season if isinstance(season, Season) else Season.load(season)
    seconds = seconds_of(as_of)
    found = _sangkien.duties(rules._core, read._core, seconds, role, unit, done)
    return Duties(found, (rules, read, seconds, role, unit))
