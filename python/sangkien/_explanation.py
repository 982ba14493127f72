"""Why a value of a report is what it is."""

from __future__ import annotations

import json
from html import escape
from typing import Any, Literal

Language = Literal["vi", "en"]


class Explanation:
    """Explanation (giải thích): the tree that led to one value of a report, down to clauses and facts. Immutable.

    `to_dict` has all of it: each node tells what it is `of`, its `path` in the report, `title`, `verdict`, `value`,
    `sentence`, the `rule` and where it stands, the `grounds` (clauses with their words), where it is `stated` in the
    season, `inputs`, `values`, `choices` (readings), `lift`, and the `children` it rests on.
    """

    __slots__ = ("_content", "_json", "_lang", "_texts")

    def __init__(self, text: str, texts: dict[str, str], lang: Language) -> None:
        """Not for callers: use `Report.explain`."""
        self._json, self._texts, self._lang = text, texts, lang
        self._content: dict[str, Any] = json.loads(text)

    @property
    def path(self) -> str:
        """JSON pointer into the report; empty where it is about all of it."""
        return str(self._content["why"].get("path", ""))

    @property
    def verdict(self) -> str | None:
        """'pass', 'fail' or 'undetermined', where there is one."""
        out: str | None = self._content["why"].get("verdict")
        return out

    @property
    def text(self) -> str:
        """For a person, in the language asked for."""
        return self._texts[self._lang]

    def to_text(self, lang: Language = "vi") -> str:
        """For a person, in Vietnamese or English."""
        return self._texts[lang]

    def to_json(self) -> str:
        """The same bytes as through every other door."""
        return self._json

    def to_dict(self) -> dict[str, Any]:
        """`to_json`, parsed (`sangkien.schema("explanation")`)."""
        out: dict[str, Any] = json.loads(self._json)
        return out

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<sangkien.Explanation of {self.path or 'what is not met'}>"

    def _repr_html_(self) -> str:
        return part(self._content["why"], self._lang, outer=True)


def part(node: dict[str, Any], lang: Language, outer: bool = False) -> str:
    """One node as HTML, what it rests on folded below it."""
    words = [node[key][lang] for key in ("title", "shown", "sentence") if key in node and node[key][lang]]
    if node["of"] == "finding":
        words = [node["sentence"][lang]]
    verdict = f" <b>{escape(node['verdict'])}</b>" if "verdict" in node else ""
    cited = " ".join(f"[{escape(ground['clause'])}]" for ground in node.get("grounds", []))
    head = f"{escape(': '.join(words))}{verdict} {cited}"
    quotes = "".join(
        "<blockquote>" + escape("[{clause}] {number}: ".format(**ground) + ground["text"][lang]) + "</blockquote>"
        for ground in node.get("grounds", [])
        if "text" in ground
    )
    below = "".join(part(child, lang) for child in node.get("children", []))
    opened = " open" if outer or node.get("verdict") in ("fail", "undetermined") else ""
    return f"<details{opened}><summary>{head}</summary>{quotes}<div style='margin-left:1.5em'>{below}</div></details>"
