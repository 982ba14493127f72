"""Two rulebooks side by side, and what seasons would come to under the new one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from . import _sangkien
from ._days import seconds_of
from ._rules import Name, name_of
from ._season import Path, Season


class RulesDiff:
    """RulesDiff (so sánh hai bộ quy tắc): values added, removed, changed or re-dated, and what they change."""

    __slots__ = ("_json", "_texts")

    def __init__(self, text: str, texts: dict[str, str]) -> None:
        """Not for callers: use `rules_diff`."""
        self._json, self._texts = text, texts

    def to_json(self) -> str:
        """The same bytes as of `sangkien rules diff --format json` (docs/difference.schema.json)."""
        return self._json

    def to_dict(self) -> dict[str, Any]:
        """The whole of it: `sangkien.schema("difference")`."""
        out: dict[str, Any] = json.loads(self._json)
        return out

    def to_text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """For a person, clause by clause."""
        return self._texts[lang]

    @property
    def differences(self) -> list[dict[str, Any]]:
        """A dict for each value: kind ('added', 'removed', 'changed', 'redated'), path, clause, old, new."""
        out: list[dict[str, Any]] = self.to_dict()["differences"]
        return out

    @property
    def outcomes(self) -> list[dict[str, Any]]:
        """What comes out differently in the seasons: deadlines, initiatives, units, each with positions of its causes
        in `differences`."""
        out: list[dict[str, Any]] = self.to_dict()["outcomes"]
        return out

    def __repr__(self) -> str:
        content = self.to_dict()
        return f"<sangkien.RulesDiff: {len(content['differences'])} differences, {len(content['outcomes'])} outcomes>"


def rules_diff(
    old: Name,
    new: Name,
    *,
    seasons: Sequence[Season | Path] = (),
    as_of: datetime | str | None = None,
    along: Sequence[Name] = (),
    texts: bool = False,
) -> RulesDiff:
    """What differs between two rulebooks, and what seasons would come to if `new` stood in the place of `old`.

    old, new: as in `Rules.load`. seasons: what to evaluate on both sides, which needs `as_of`. along: further
    rulebooks, on both sides (`--with` of the command); the built-in ones that the seasons name come by themselves.
    texts: tell differences of words, notes and sources too. Raises Error with everything wrong in a rulebook or a
    season.
    """
    if isinstance(seasons, (str, bytes, Season)):
        raise TypeError("seasons is a list, as in seasons=['season.json']")
    if (as_of is None) != (not seasons):
        raise TypeError("give seasons and as_of together, or neither")
    read = [one if isinstance(one, Season) else Season.load(one) for one in seasons]
    out, vi, en = _sangkien.rules_diff(
        name_of(old),
        name_of(new),
        [name_of(name) for name in along],
        [one._core for one in read],
        None if as_of is None else seconds_of(as_of),
        texts,
    )
    return RulesDiff(out, {"vi": vi, "en": en})
