"""What if: other figures, rivals, and the cheapest way to a target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, Union

from ._frames import columns_of
from ._index_table import cell_text, cells, csv_text, given
from ._quota import exact
from ._table import Table
from ._views import Page

Changes = Union[Mapping[tuple[str, str], Any], Iterable[Mapping[str, Any]]]
"""{(office, component): figure}, or dicts with office, component, value and, if wanted, year. Text '+1' or '-1' is
added to the figure that holds, None drops it."""

CHANGES = [
    ("office", "text"),
    ("year", "whole"),
    ("total_before", "exact"),
    ("total_after", "exact"),
    ("open_before", "exact"),
    ("open_after", "exact"),
    ("best_before", "whole"),
    ("best_after", "whole"),
    ("worst_before", "whole"),
    ("worst_after", "whole"),
    ("class_before", "text"),
    ("class_after", "text"),
]
LINES = [
    ("office", "text"),
    ("year", "whole"),
    ("component", "text"),
    ("points_before", "exact"),
    ("points_after", "exact"),
    ("reason_before", "text"),
    ("reason_after", "text"),
    ("clause", "text"),
]


class WhatIf(Page):
    """WhatIf (nếu như): what other figures would change, and what was asked of one office."""

    __slots__ = ("_csv",)

    def __init__(self, text: str, vi: str, en: str, csv: str) -> None:
        """Not for callers: use `Index.what_if`."""
        super().__init__(text, vi, en)
        self._csv = csv

    @property
    def offices(self) -> Table:
        """A row for each office whose total, rank or class changes: office, year, and before and after: total (what is
        sure), open (what can still come), best and worst rank, class (None while it is not sure)."""
        rows = []
        for one in self._content["changes"]:
            was, then = one["rank_before"], one["rank_after"]
            rows.append(
                (
                    one["office"],
                    one["year"] or None,
                    *(exact(one[key][side]) for key in ("total", "open") for side in ("before", "after")),
                    *(rank[key] for key in ("best", "worst") for rank in (was, then)),
                    *(sure_class(rank) for rank in (was, then)),
                )
            )
        return Table(CHANGES, rows)

    @property
    def components(self) -> Table:
        """A row for each component whose points change: office, year, component, points before and after (None while
        they are not known), the reason of what is lost before and after, clause."""
        rows = []
        for one in self._content["changes"]:
            for line in one["components"]:
                points = (line[side]["points"] for side in ("before", "after"))
                rows.append(
                    (
                        one["office"],
                        one["year"] or None,
                        line["component"],
                        *(None if value is None else exact(value) for value in points),
                        *(line[side]["reason"] or None for side in ("before", "after")),
                        line["clause"],
                    )
                )
        return Table(LINES, rows)

    @property
    def rivals(self) -> dict[str, Any] | None:
        """Of the office asked about: rank (the worst it can have), above and below (the next office and the gap, or
        None), tied, needed (the total of a better rank, or None; more than it when `needed_more`), safe (points that
        may be lost with the rank kept, None: however many; less than it when `safe_less`)."""
        found = self._content["rivals"]
        if found is None:
            return None
        out = {**found, **{key: fraction(found[key]) for key in ("needed", "safe")}}
        for side in ("above", "below"):
            if found[side] is not None:
                out[side] = {**found[side], "gap": Fraction(found[side]["gap"])}
        return out

    @property
    def cheapest(self) -> dict[str, Any] | None:
        """Of the target: target and more_than_target, reachable, cost, ways (a dict with actions and total for each way
        of that cost), more (there are others), best (the greatest total where the target is out of reach)."""
        found = self._content["cheapest"]
        if found is None:
            return None
        ways = [{**way, "total": Fraction(way["total"])} for way in found["ways"]]
        return {**found, **{key: fraction(found[key]) for key in ("target", "cost", "best")}, "ways": ways}

    def to_csv(self) -> str:
        """As `sangkien index what-if --format csv` prints it."""
        return self._csv

    def __repr__(self) -> str:
        return f"<sangkien.WhatIf: {len(self._content['changes'])} offices change>"

    def _repr_html_(self) -> str:
        return self.offices._repr_html_()


def wishes_of(changes: Changes) -> list[tuple[str, int, str, str | None]]:
    if isinstance(changes, Mapping):
        changes = [{"office": office, "component": name, "value": v} for (office, name), v in changes.items()]
    out = []
    for one in changes:
        value = one["value"]
        text = None if value is None else cell_text(value, None)
        out.append((str(one["office"]), int(one.get("year") or 0), str(one["component"]), text))
    return out


def actions_text(actions: Any) -> tuple[bytes, bytes]:
    """A path, CSV text, a frame or a list of dicts with action, component, value, cost and, if wanted, one_of; and what
    problems call it."""
    if isinstance(actions, (str, bytes)) or hasattr(actions, "__fspath__"):
        read = given(actions)
        return read.text, read.name
    names, columns, _ = columns_of(actions)
    return csv_text(names, zip(*(cells(column, None) for column in columns))), b"actions"


def sure_class(rank: dict[str, Any]) -> str | None:
    return rank["lowest_class"] or None if rank["lowest_class"] == rank["highest_class"] else None


def fraction(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)
