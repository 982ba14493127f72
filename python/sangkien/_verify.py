"""Verification of rulebooks: what can be doubted, whether their vectors hold, which clauses these put to the test."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypedDict

from . import _sangkien
from ._days import seconds_of
from ._error import Message, Problem
from ._rules import Name, name_of
from ._season import Season


class Diagnostic(TypedDict):
    """One thing that verification found."""

    severity: str
    """'error' or 'warning'; a warning blocks nothing."""
    path: str
    """Dotted, as a waiver names it; empty for errors."""
    waived: Message | None
    """The written reason why a warning may stand."""
    problem: Problem


def verify(*names: Name, first_year: int = 0, last_year: int = 0) -> list[Diagnostic]:
    """Loads rulebooks as `Rules.load` does, verifies them and runs their vectors (docs/rulebook.md).

    What blocks loading and what a vector finds wrong are errors in the list: nothing is raised for them. The years are
    those that deadlines are looked at; 0: from the last change of the law, and ten years on.
    """
    if not names:
        raise TypeError("name at least one rulebook, as in verify('gia-vien-934')")
    found: list[Diagnostic] = json.loads(
        _sangkien.verify_rules([name_of(name) for name in names], first_year, last_year)
    )
    return found


def coverage(
    *names: Name,
    besides: Sequence[Name] = (),
    seasons: Sequence[Season] = (),
    as_of: datetime | str | None = None,
) -> dict[str, Any]:
    """Which clauses of rulebooks were put to the test, and with what outcome: by their own vectors, and by seasons
    evaluated at `as_of` under all of them together with those named `besides`.

    {'rulebooks': [{'id', 'cases', 'whole', 'clauses'}], 'problems', 'whole'}; of a clause: 'clause', 'kind',
    'operative', 'reason', 'cited_by', the numbers of cases 'pass', 'fail', 'undetermined', the outcomes 'missing', and
    'cases'.
    """
    if not names:
        raise TypeError("name at least one rulebook, as in coverage('gia-vien-934')")
    if bool(seasons) != (as_of is not None):
        raise TypeError("seasons and as_of go together")
    found: dict[str, Any] = json.loads(
        _sangkien.cover_rules(
            [name_of(name) for name in names],
            [name_of(name) for name in besides],
            [season._core for season in seasons],
            0 if as_of is None else seconds_of(as_of),
        )
    )
    return found
