"""What each initiative adds to the index of its units."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any, Literal

from ._quota import exact
from ._table import Table

COLUMNS = [
    ("unit", "text"),
    ("component", "text"),
    ("initiative", "text"),
    ("title_vi", "text"),
    ("title_en", "text"),
    ("area", "text"),
    ("alone", "exact"),
    ("marginal", "exact"),
    ("shapley", "exact"),
    ("shared", "text"),
    ("finding", "text"),
    ("verdict", "text"),
    ("rulebook", "text"),
    ("clause", "text"),
    ("provenance", "text"),
    ("reason_vi", "text"),
    ("reason_en", "text"),
]

COMPONENTS = [
    ("unit", "text"),
    ("component", "text"),
    ("counted", "whole"),
    *((name, "exact") for name in ("none", "points", "shapley", "least", "most", "max")),
    ("verdict", "text"),
]


class AttributionTable(Table):
    """AttributionTable (bảng phân bổ điểm chỉ số): one row for each initiative, unit and component that counts it.

    unit, component, initiative, title_vi, title_en, area (of the initiative); alone (points if it were the only one),
    marginal (points lost without it), shapley (its share; shares add up to the points), all exact; shared ('pass', or
    'undetermined' when open initiatives could change the share); finding ('contribution', 'contribution-saturated' when
    nothing is lost without it) and its verdict; rulebook, clause, provenance; reason_vi, reason_en (the finding in
    words). No author is named.
    """

    def __init__(self, text: str, vi: str, en: str, csv: str) -> None:
        """Not for callers: use `Report.attribution`."""
        self._json, self._csv, self._texts = text, csv, {"vi": vi, "en": en}
        self._read: dict[str, Any] = json.loads(text)
        cited = {(part["unit"], part["component"]["id"]): part["citation"] for part in self._read["components"]}
        rows = [row_of(line, cited[line["unit"], line["component"]]) for line in self._read["lines"]]
        super().__init__(COLUMNS, rows)

    @cached_property
    def components(self) -> Table:
        """One row for each unit and component that counts initiatives, as the report has them.

        unit, component, counted (initiatives that surely count), none (points without any), points (of those that
        count), shapley (points - none, the sum of the rows' shares), least, most, max (all exact), verdict.
        """
        return Table(COMPONENTS, [component_row(part) for part in self._read["components"]])

    @cached_property
    def units(self) -> Table:
        """Shares by unit: unit, initiatives (how many), shapley (exact), shared."""
        return self._sums("unit")

    @cached_property
    def areas(self) -> Table:
        """Shares by area of the initiatives: area (None: none was given), initiatives, shapley, shared."""
        return self._sums("area")

    def _sums(self, key: str) -> Table:
        rows = [
            (one[key] and one[key]["id"], one["initiatives"], exact(one["shapley"]), one["shared"])
            for one in self._read[key + "s"]
        ]
        columns = [(key, "text"), ("initiatives", "whole"), ("shapley", "exact"), ("shared", "text")]
        return Table(columns, rows)

    def to_json(self) -> str:
        """With the findings of every row; the same bytes as through every other door."""
        return self._json

    def to_csv(self) -> str:
        """One row for each initiative, unit and component; the first names the columns."""
        return self._csv

    def to_text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """For a person, in Vietnamese or English."""
        return self._texts[lang]

    def __repr__(self) -> str:
        return f"<sangkien.AttributionTable: {len(self)} rows>"


def row_of(line: dict[str, Any], citation: dict[str, Any]) -> tuple[Any, ...]:
    initiative, area = line["initiative"], line["area"]
    return (
        line["unit"],
        line["component"],
        initiative["id"],
        initiative.get("vi"),
        initiative.get("en"),
        area["id"] if area else None,
        *(exact(line[key]) for key in ("alone", "marginal", "shapley")),
        line["shared"],
        line["finding"]["id"],
        line["finding"]["verdict"],
        citation["rulebook"],
        citation["clause"],
        citation["provenance"],
        line["finding"]["message"]["vi"],
        line["finding"]["message"]["en"],
    )


def component_row(part: dict[str, Any]) -> tuple[Any, ...]:
    figures = (exact(part[key]) for key in ("none", "points", "shapley", "least", "most", "max"))
    return (part["unit"], part["component"]["id"], part["counted"], *figures, part["verdict"])
