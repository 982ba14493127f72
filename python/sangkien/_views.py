"""What one person may see of a season, who may sit on a council, and how firmly its results stand."""

from __future__ import annotations

import json
from typing import Any, Literal


class Page:
    """JSON with its content, and a text in each language."""

    __slots__ = ("_content", "_json", "_texts")

    def __init__(self, text: str, vi: str, en: str) -> None:
        """Not for callers: use `Rules.view`, `Rules.eligible` and `Rules.robustness`."""
        self._json, self._texts = text, {"vi": vi, "en": en}
        self._content: dict[str, Any] = json.loads(text)

    def to_dict(self) -> dict[str, Any]:
        """The whole of it."""
        return dict(self._content)

    def to_json(self) -> str:
        """The same bytes as from the command."""
        return self._json

    def to_text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """For a person, in Vietnamese or English."""
        return self._texts[lang]


class View(Page):
    """View (phần được xem): a season as one person may see it."""

    __slots__ = ()

    @property
    def viewer(self) -> str:
        """Whose view it is."""
        out: str = self._content["viewer"]
        return out

    @property
    def initiatives(self) -> list[dict[str, Any]]:
        """A dict for each initiative of the season: initiative, barred (a member who may not sit on it), own (the own
        ballot), result (as the score of a report), selection. What is not shown is None.
        """
        out: list[dict[str, Any]] = self._content["initiatives"]
        return out

    def __repr__(self) -> str:
        shown = sum(one["result"] is not None for one in self.initiatives)
        return f"<sangkien.View of {self.viewer}: {shown} results>"


class Eligible(Page):
    """Eligibility (tư cách tham gia Hội đồng): who may sit on which initiative, and why not."""

    __slots__ = ()

    @property
    def members(self) -> list[dict[str, Any]]:
        """A dict for each person asked about: person, unit, initiatives: of each initiative, may_sit ('pass', 'fail' or
        'undetermined') and findings, each a ground that holds or hangs on a fact that nobody has stated.
        """
        out: list[dict[str, Any]] = self._content["members"]
        return out

    def __repr__(self) -> str:
        return f"<sangkien.Eligible: {len(self.members)} persons>"


class Robustness(Page):
    """Robustness (độ vững của kết quả): what turns the results of a council, and what does not."""

    __slots__ = ()

    @property
    def initiatives(self) -> list[dict[str, Any]]:
        """A dict for each initiative: initiative, standing, ballot and weight: for approved, class and chosen, the
        smallest change (by) that turns it and every change of that size; by is None where none can. open_by: from where
        on it is undetermined, such as tied at the last place. None instead of a list: nothing could be moved.
        votes: the fewest votes (by) that turn the approval and every way to (ways: any count of members turn from one
        vote to another); None where votes follow from points. neither: not by votes alone, not by one score alone.
        """
        out: list[dict[str, Any]] = self._content["initiatives"]
        return out

    @property
    def without_members(self) -> list[dict[str, Any]]:
        """A dict for each member: what, and changed: the initiatives that stand otherwise without."""
        out: list[dict[str, Any]] = self._content["without_members"]
        return out

    @property
    def without_criteria(self) -> list[dict[str, Any]]:
        """The same for each criterion, the others scaled up; possible is False of the only one."""
        out: list[dict[str, Any]] = self._content["without_criteria"]
        return out

    def __repr__(self) -> str:
        return f"<sangkien.Robustness: {len(self.initiatives)} initiatives>"
