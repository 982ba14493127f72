"""Scores: what a council's sheet comes to."""

from __future__ import annotations

import json
from typing import Any, Literal


class Scores:
    """Scores (kết quả chấm): for each initiative of a sheet its total, class, vote and decision, with every reason."""

    __slots__ = ("_content", "_json", "_texts")

    def __init__(self, text: str, texts: dict[str, str]) -> None:
        """Not for callers: use `Rules.score`."""
        self._json, self._texts = text, texts
        self._content: dict[str, Any] = json.loads(text)

    @property
    def initiatives(self) -> list[dict[str, Any]]:
        """A dict for each, in the order of the sheet: initiative; score, as in a report; bounds: what was certain with
        the ballots that are in (missing, decision, low, high, each_needs, votes_needed, ...).
        """
        out: list[dict[str, Any]] = self._content["initiatives"]
        return out

    def __getitem__(self, initiative: str) -> dict[str, Any]:
        """The score of one initiative. KeyError when it is not in the sheet."""
        for one in self.initiatives:
            if one["initiative"] == initiative:
                out: dict[str, Any] = one["score"]
                return out
        known = [one["initiative"] for one in self.initiatives]
        raise KeyError(f"no initiative {initiative!r} in this sheet; there are {known}")

    def to_dict(self) -> dict[str, Any]:
        """The whole of it: sangkien (the release), as_of, initiatives."""
        return dict(self._content)

    def to_json(self) -> str:
        """The same bytes as from the command."""
        return self._json

    def to_text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """For a person, in Vietnamese or English."""
        return self._texts[lang]

    def __repr__(self) -> str:
        return f"<sangkien.Scores: {len(self.initiatives)} initiatives>"
