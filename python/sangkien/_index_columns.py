"""The index over columns of very many offices: arrays in, exact arrays out."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from . import _sangkien
from ._columns import numpy
from ._table import Table

Described = Mapping[str, Any]


class IndexTotals:
    """IndexTotals (tổng điểm theo cột): what `Index.totals` and `Index.score_columns` found, an entry for each office.

    Offices are in their order in the columns, or as they first stand in the table. total, over: the total is
    total / over, both int64; open, open_over: how much more it may yet be; complete: nothing is open. `values` are the
    nearest doubles, `fraction(row)` is exact.

    With points=True of `score_columns`, numbers over `points_over`: nodes, lost (dicts of int64 arrays, by area or
    criterion), components (masked arrays, masked while undetermined or excluded). Otherwise empty.
    """

    __slots__ = (
        "_names",
        "complete",
        "components",
        "lost",
        "nodes",
        "open",
        "open_over",
        "over",
        "points_over",
        "total",
    )

    def __init__(self, offices: int) -> None:
        """Not for callers: use `Index.totals`, `Index.score_columns`."""
        np = numpy()
        self._names: list[tuple[str | None, str | None, int | None]] = [(None, None, None)] * offices
        self.total, self.over, self.open, self.open_over = (np.empty(offices, np.int64) for _ in range(4))
        self.complete = np.empty(offices, bool)
        self.points_over = 1
        self.nodes: dict[str, Any] = {}
        self.lost: dict[str, Any] = {}
        self.components: dict[str, Any] = {}

    @property
    def values(self) -> Any:
        """Totals as the nearest doubles."""
        return self.total / self.over

    @property
    def offices(self) -> Table:
        """One row for each: office, group, year (all None of `score_columns`), total, open (exact), complete."""
        columns = [("office", "text"), ("group", "text"), ("year", "whole"), ("total", "exact"), ("open", "exact")]
        totals = zip(self.total.tolist(), self.over.tolist())
        still = zip(self.open.tolist(), self.open_over.tolist())
        rows = [(*name, *rest) for name, *rest in zip(self._names, totals, still, self.complete.tolist())]
        return Table([*columns, ("complete", "flag")], rows)

    def fraction(self, row: int) -> Fraction:
        """The exact total of a row."""
        return Fraction(int(self.total[row]), int(self.over[row]))

    def __len__(self) -> int:
        return len(self.total)

    def __repr__(self) -> str:
        return f"<sangkien.IndexTotals: {len(self)} offices, {int(self.complete.sum())} complete>"


def totals_of(names: list[Any], arrays: tuple[bytearray, ...]) -> IndexTotals:
    """Of what `index_totals` gives."""
    np = numpy()
    out = IndexTotals(0)
    out._names = names
    out.total, out.over, out.open, out.open_over = (np.frombuffer(one, np.int64) for one in arrays[:4])
    out.complete = np.frombuffer(arrays[4], bool)
    return out


def score_columns(
    rules: _sangkien.Rules,
    day: int,
    described: Described,
    columns: Mapping[str, Any],
    over: Mapping[str, int],
    evidence: Mapping[str, Any],
    points: bool,
) -> IndexTotals:
    """`Index.score_columns` of these rules on this day; `described`: what the index is made of."""
    np = numpy()
    given = {name: array_of(columns[name]) for name in columns}
    if not given:
        raise ValueError("no column is given")
    for name in (*over, *evidence):
        if name not in given:
            raise ValueError(f"{name!r} has a denominator or evidence and no column")
    if any(low < 1 for low in over.values()):
        raise ValueError("a denominator is at least 1")
    shown = {name: np.ascontiguousarray(evidence[name], bool) for name in evidence}
    offices = max(len(column) for column in given.values())
    out = IndexTotals(offices)
    names = [row[0] for row in described["components"][1]]
    nodes = [row[0] for row in described["nodes"][1]]
    room = tuple(np.empty((len(of), offices), np.int64) for of in (nodes, nodes, names)) if points else None
    out.points_over = _sangkien.index_columns(
        rules,
        day,
        [(name, column, over.get(name, 0), shown.get(name)) for name, column in given.items()],
        out.total,
        out.over,
        out.open,
        out.open_over,
        out.complete,
        None if room is None else tuple(part.reshape(-1) for part in room),
    )
    if room is not None:
        out.nodes, out.lost = dict(zip(nodes, room[0])), dict(zip(nodes, room[1]))
        lowest = np.iinfo(np.int64).min
        out.components = {name: np.ma.masked_equal(part, lowest) for name, part in zip(names, room[2])}
    return out


def array_of(values: Any) -> Any:
    """As numpy has it; what is missing in a masked array or a Series of pandas's own types is NaN."""
    np = numpy()
    if isinstance(values, np.ma.MaskedArray):
        values = np.ma.filled(values.astype(float), np.nan)
    elif hasattr(values, "isna") and hasattr(values.dtype, "na_value"):
        values = values.to_numpy(dtype=float, na_value=np.nan)
    out = np.ascontiguousarray(values)
    if out.dtype.kind in "iu" and out.dtype not in (np.int32, np.int64):
        return out.astype(np.int64, casting="safe")
    return out
