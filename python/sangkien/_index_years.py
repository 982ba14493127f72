"""Two tables of an index beside each other: of one year, of two years, or by two editions."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from . import _sangkien
from ._frames import columns_of
from ._index_table import Given, Place, backwards, cells, csv_text
from ._quota import exact
from ._table import Table
from ._views import Page

SIDES = ("before", "after")

OFFICES = [
    ("office", "text"),
    *((f"year_{side}", "whole") for side in SIDES),
    *((f"{name}_{side}", "exact") for name in ("total", "open") for side in SIDES),
    ("change", "exact"),
    ("share_change", "exact"),
    *((f"{name}_{side}", "exact") for name in ("compared", "apart") for side in SIDES),
    *((f"{kind}{end}_{side}", "whole") for kind in ("", "group_") for end in ("best", "worst") for side in SIDES),
    ("not_compared", "text"),
    ("group_not_compared", "text"),
]

LINES = [
    ("office", "text"),
    *((f"year_{side}", "whole") for side in SIDES),
    ("kind", "text"),
    *((side, "texts") for side in SIDES),
    *((f"{name}_{side}", "exact") for side in SIDES for name in ("points", "open", "max", "share")),
    ("change", "exact"),
    ("share_change", "exact"),
    ("not_compared", "text"),
    ("declared", "flag"),
]


class IndexComparison(Page):
    """IndexComparison (so sánh hai bảng của bộ chỉ số): what changed from one table to another, as points and as share
    of the maximum, and what cannot be compared, with the reason. Nothing is dropped."""

    # No __slots__: the tables are made once.

    def __init__(self, text: str, vi: str, en: str, csv: str) -> None:
        """Not for callers: use `Index.compare`."""
        super().__init__(text, vi, en)
        self._csv = csv

    @property
    def editions(self) -> tuple[str, str]:
        """Of the table before and of the one after."""
        return self._content["before"], self._content["after"]

    @cached_property
    def offices(self) -> Table:
        """One row for each office: those of the first table, then those of the second alone.

        office, year; total (what is sure) and open (what can still come); change, share_change (None when the totals
        cannot be compared); compared and apart: sums over the parts that are compared and over those that are not,
        together the total; best and worst rank, and those in its group; not_compared and group_not_compared: why
        totals, ranks in the group cannot be compared. _before and _after; None where the office is not in the table.
        """
        rows = []
        for one in self._content["offices"]:
            total = one["lines"][0]
            sides = [side for side in SIDES if one[f"year_{side}"] is not None]
            row: list[Any] = [one["office"], *years(one)]
            for name in ("points", "open"):
                row += [exact(total[side][name]) if side in sides else None for side in SIDES]
            row += [number(total, "change"), number(total, "share_change")]
            for name in ("compared", "apart"):
                row += [exact(one[name][at]) if side in sides else None for at, side in enumerate(SIDES)]
            for name in ("rank", "group_rank"):
                row += [one[name][side][end] if side in sides else None for end in ("best", "worst") for side in SIDES]
            rows.append((*row, total.get("not_compared"), one["group_rank"].get("not_compared")))
        return Table(OFFICES, rows)

    @cached_property
    def lines(self) -> Table:
        """One row for each office and what is compared, or cannot be: the total, areas and criteria, components, and
        what scaling and limits made of their sum.

        office, year, kind ('total', 'node', 'base', 'bonus', 'penalty', 'settled'), before and after (ids; several that
        were split or joined; None: nothing stands for it), points (below 0 of a penalty), open, max and share of both;
        change, share_change; not_compared: why ('no-counterpart', 'function', ...; docs/index.md); declared: an area
        that the mapping compares although its content differs.

        Of all kinds but 'total' and 'node' the points add up to the total.
        """
        return Table(LINES, [line_of(one, line) for one in self._content["offices"] for line in one["lines"]])

    @cached_property
    def apart(self) -> Table:
        """The rows of `lines` that cannot be compared."""
        at = [name for name, _ in LINES].index("not_compared")
        return Table(LINES, [row for row in self.lines._rows if row[at] is not None])

    def to_csv(self) -> str:
        """The same bytes as from the command: a row for each line of each office."""
        return self._csv

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"<sangkien.IndexComparison: {len(self.offices)} offices, {' -> '.join(self.editions)}>"

    def _repr_html_(self) -> str:
        shown = ("office", "total_before", "total_after", "change", "compared_before", "compared_after", "not_compared")
        return self.offices.select(*shown)._repr_html_()


def years(one: dict[str, Any]) -> tuple[int | None, ...]:
    return tuple(one[f"year_{side}"] or None for side in SIDES)


def number(line: dict[str, Any], name: str) -> tuple[int, int] | None:
    return exact(line[name]) if name in line else None


def line_of(one: dict[str, Any], line: dict[str, Any]) -> tuple[Any, ...]:
    names: list[tuple[str, ...] | None] = []
    points: list[tuple[int, int] | None] = []
    for side in SIDES:
        found = line[side] or {}
        names.append(tuple(found["ids"]) if "ids" in found else None)
        there = found if one[f"year_{side}"] is not None else {}  # the edition has it, the table may lack the office
        points += [number(there, name) for name in ("points", "open", "max", "share")]
    change, share_change = number(line, "change"), number(line, "share_change")
    reason, declared = line.get("not_compared"), line.get("declared", False)
    return (one["office"], *years(one), line["kind"], *names, *points, change, share_change, reason, declared)


def mapping_of(mapping: Any) -> Given:
    """A mapping as its text, and the way back to what it was made from."""
    if isinstance(mapping, bytes):
        return Given(mapping, b"mapping", lambda line, column: None)
    if isinstance(mapping, os.PathLike) or (isinstance(mapping, str) and not is_text(mapping)):
        path = os.fsencode(Path(mapping))
        return Given(_sangkien.read_file(path), path, lambda line, column: None)
    if isinstance(mapping, str):
        return Given(mapping.encode(), b"mapping", lambda line, column: None)
    if isinstance(mapping, Mapping):
        pairs, called = pairs_of(mapping)
        return of_pairs("mapping", pairs, called)
    if isinstance(mapping, Sequence) and all(isinstance(one, Mapping) for one in mapping):
        mapping = [(one.get("from"), one.get("to")) for one in mapping]
    if isinstance(mapping, Iterable) and not hasattr(mapping, "columns") and not hasattr(mapping, "__arrow_c_stream__"):
        listed = list(mapping)
        if any(isinstance(one, str) or len(one) != 2 for one in listed):
            raise TypeError("a mapping as a list is of pairs (from, to)")
        return of_pairs("mapping", listed, [f"[{at}]" for at in range(len(listed))])
    names, columns, cell = columns_of(mapping)
    kind, texts = type(mapping).__name__, csv_text(names, zip(*(cells(column, None) for column in columns)))
    whole = list(range(len(names)))
    origin = [(row, whole) for row in range(len(columns[0]) if columns else 0)]
    return Given(texts, kind.encode(), backwards(texts, whole, origin, lambda row, at: (kind, 0, 0, cell(row, at))))


def is_text(mapping: str) -> bool:
    return "\n" in mapping or mapping.lstrip().startswith(("[", "{"))


def pairs_of(mapping: Mapping[Any, Any]) -> tuple[list[tuple[Any, Any]], list[str]]:
    """Several counterparts of one id: a pair for each."""
    pairs, called = [], []
    for name, of in mapping.items():
        for one in [of] if of is None or isinstance(of, str) else of:
            pairs.append((name, one))
            called.append(f"[{name!r}]")
    return pairs, called


def of_pairs(name: str, pairs: list[tuple[Any, Any]], called: list[str]) -> Given:
    rows = [["" if one is None else str(one) for one in pair] for pair in pairs]
    text = csv_text(["from", "to"], rows)

    def cell(row: int, at: int) -> Place:
        return (name, 0, 0, called[row] if row >= 0 else "")

    return Given(text, name.encode(), backwards(text, [0, 1], [(row, [0, 1]) for row in range(len(rows))], cell))
