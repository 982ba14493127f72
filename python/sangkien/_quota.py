"""Quota: what each unit owes and has, what counted and what not, and what is still possible."""

from __future__ import annotations

import json
from datetime import datetime
from fractions import Fraction
from typing import Any, Literal

from ._table import Table

COLUMNS = [
    ("unit", "text"),
    ("name_vi", "text"),
    ("name_en", "text"),
    ("kind", "text"),
    ("rule", "text"),
    ("verdict", "text"),
    ("prospect", "text"),
    ("owed", "whole"),
    ("counted", "exact"),
    ("open", "whole"),
    ("missing", "whole"),
    ("milestone", "text"),
    ("by", "instant"),
    ("working_days", "whole"),
    ("ready", "texts"),
    ("points_least", "exact"),
    ("points_most", "exact"),
    ("rulebook", "text"),
    ("clause", "text"),
    ("provenance", "text"),
]


class QuotaTable(Table):
    """QuotaTable (bảng chỉ tiêu): one row for each unit and quota, in the order of the season.

    unit, name_vi, name_en, kind, rule; verdict ('pass', 'fail', 'undetermined'); prospect ('met', 'not-owed',
    'possible': short, and there is time; 'over': short, and nothing can be made good any more; 'open'); owed, counted
    (exact), open, missing (initiatives); milestone, by (the first instant that is too late), working_days (until then,
    today included), ready (ids of initiatives that do not count yet and still can); points_least, points_most
    (emulation points, where the rulebook gives any); rulebook, clause, provenance.
    """

    __slots__ = ("_csv", "_json", "_texts")

    def __init__(self, text: str, vi: str, en: str, csv: str) -> None:
        """Not for callers: use `Rules.quota`."""
        self._json, self._csv, self._texts = text, csv, {"vi": vi, "en": en}
        super().__init__(COLUMNS, [row_of(account) for account in json.loads(text)["accounts"]])

    def to_json(self) -> str:
        """With the findings of every row; the same bytes as through every other door."""
        return self._json

    def to_csv(self) -> str:
        """One row for each unit and quota; the first names the columns."""
        return self._csv

    def to_text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """For a person, in Vietnamese or English."""
        return self._texts[lang]

    def __repr__(self) -> str:
        return f"<sangkien.QuotaTable: {len(self)} rows>"


def exact(text: str) -> tuple[int, int]:
    value = Fraction(text)
    return value.numerator, value.denominator


def row_of(account: dict[str, Any]) -> tuple[Any, ...]:
    unit, quota, citation = account["unit"], account["quota"], account["citation"]
    by = account["by"]
    return (
        unit["id"],
        unit.get("vi"),
        unit.get("en"),
        account["kind"]["id"],
        account["rule"]["id"],
        quota["verdict"],
        account["prospect"],
        quota["owed"],
        exact(quota["counted"]),
        quota["open"],
        quota["missing"],
        account["milestone"]["id"] if account["milestone"] else None,
        None if by is None else int(datetime.fromisoformat(by).timestamp()),
        account["working_days"],
        tuple(account["ready"]),
        *(exact(quota["emulation"][key]) if "emulation" in quota else None for key in ("least", "most")),
        citation["rulebook"],
        citation["clause"],
        citation["provenance"],
    )
