"""Sensitivity: how sure totals and ranks of an index are, and which inputs they hang on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Callable, NamedTuple

from . import _sangkien
from ._columns import in_pieces, numpy
from ._index_table import cell_text
from ._table import Table
from ._views import Page

OFFICES = [
    ("office", "text"),
    ("year", "whole"),
    ("complete", "flag"),
    *((name, "number") for name in ("total", "mean", "deviation", "low", "middle", "high")),
    ("rank", "whole"),
    *((name, "number") for name in ("rank_low", "rank_middle", "rank_high", "first")),
]
EFFECTS = [
    ("name", "text"),
    ("kind", "text"),
    ("end", "text"),
    ("mean_shift", "number"),
    ("most_shift", "whole"),
    ("moved", "whole"),
]
SOBOL = [("name", "text"), *((name, "number") for name in ("first", "total", "first_error", "total_error"))]


class Sensitivity(Page):
    """Sensitivity (độ nhạy): information, never a verdict. Figures in tables and texts have 12 digits at most."""

    __slots__ = ("_core", "_csv", "_names", "ranks", "totals")

    totals: Any
    """numpy float64, replicates x offices, in the order of `IndexScores.offices`."""
    ranks: Any
    """numpy int32, the same shape: 1 and how many offices of the same year are higher."""

    def __init__(
        self,
        core: _sangkien.Sensitivity,
        weights: list[str],
        surveys: list[str],
        replicates: int,
        level: float,
        sobol: int,
        of_office: str | None,
        threads: int,
    ) -> None:
        """Not for callers: use `Index.sensitivity`."""
        if replicates < 1 or sobol < 0 or sobol == 1:
            raise ValueError("replicates is at least 1, and sobol 0 (none) or at least 2")
        if not 0 < level < 1:
            raise ValueError(f"level lies between 0 and 1, not {level}")
        np = numpy()
        self._core, self._names = core, (weights, surveys)
        self.totals = np.empty((replicates, core.offices), dtype=np.float64)
        self.ranks = np.empty((replicates, core.offices), dtype=np.int32)

        def part(low: int, high: int) -> None:
            core.run(low, high, self.totals[low:high].reshape(-1), self.ranks[low:high].reshape(-1))

        in_pieces(threads, replicates, part)
        flat = (self.totals.reshape(-1), self.ranks.reshape(-1))
        text, vi, en, self._csv = core.report(*flat, replicates, level, sobol, of_office or "")
        super().__init__(text, vi, en)

    @property
    def offices(self) -> Table:
        """A row for each office and year: complete (False: open points are taken at what is sure), total and rank as
        they are; of the replicates: mean, deviation, low, middle and high of the total (quantiles at the level),
        rank_low, rank_middle, rank_high, first (share of replicates in which no office is higher)."""
        wholes = ("year", "rank")
        rows = []
        for one in self._content["offices"]:
            cells = {key: float(value) if key in NUMBERS else value for key, value in one.items()}
            rows.append(tuple(int(cells[n]) or None if n in wholes else cells[n] for n, _ in OFFICES))
        return Table(OFFICES, rows)

    @property
    def effects(self) -> Table:
        """One input at a time, at the low and the high end of its range, and what was left out: name, kind ('weight',
        'survey', 'left-out'), end, mean_shift and most_shift of the ranks, moved (offices whose rank differs)."""
        rows = [tuple(plain(one, name, kind) for name, kind in EFFECTS) for one in self._content["effects"]]
        return Table(EFFECTS, rows)

    @property
    def sobol(self) -> Table:
        """Sobol indices: name, first order, total, and their standard errors by the bootstrap; None where nothing
        varies. Empty unless asked for."""
        return Table(SOBOL, [tuple(plain(one, name, kind) for name, kind in SOBOL) for one in self._content["sobol"]])

    def replicate(self, number: int) -> dict[str, Any]:
        """The inputs of one replicate: 'weights', what each was multiplied by, and 'surveys', of each an array with the
        error of every office, before it is cut at the ends of the scale."""
        if number < 0:
            raise ValueError(f"replicates are counted from 0, not {number}")
        weights, surveys = self._names
        u = self._core.replicate_inputs(number)
        out: dict[str, Any] = {name: self._core.multiplier(i, u[i]) for i, name in enumerate(weights)}
        np = numpy()
        errors = (np.asarray(self._core.survey_shifts(i, u[len(weights) + i])) for i in range(len(surveys)))
        return {"weights": out, "surveys": dict(zip(surveys, errors))}

    def to_csv(self) -> str:
        """As `sangkien index sensitivity --format csv` prints it."""
        return self._csv

    def __repr__(self) -> str:
        replicates, offices = self.totals.shape
        return f"<sangkien.Sensitivity: {replicates} replicates of {offices} offices>"

    def _repr_html_(self) -> str:
        return self.offices._repr_html_()


class SobolIndices(NamedTuple):
    """By input, lists of float: NaN where the answers do not vary."""

    first: list[float]
    total: list[float]
    first_error: list[float]
    total_error: list[float]


def sobol_indices(
    model: Callable[[Any], Any], inputs: int, *, rows: int = 1024, seed: int = 1, resamples: int = 100
) -> SobolIndices:
    """Sobol indices of any model of numbers between 0 and 1: first order (Saltelli et al. 2010), total (Jansen 1999).

    model: takes a float64 array n x inputs, gives n answers. It is called inputs + 2 times, with `rows` points each.
    resamples: of the bootstrap for the standard errors; 0: none.
    """
    np = numpy()
    if inputs < 1 or rows < 2:
        raise ValueError("at least 1 input and 2 rows are needed")
    a, b = np.empty(rows * inputs), np.empty(rows * inputs)
    _sangkien.sobol_points(seed, 0, rows, inputs, a, b)
    a, b = a.reshape(rows, inputs), b.reshape(rows, inputs)

    def answers(points: Any) -> Any:
        found = np.ascontiguousarray(model(points), dtype=np.float64).reshape(-1)
        if len(found) != rows:
            raise ValueError(f"the model gave {len(found)} answers to {rows} points")
        return found

    mixed = []
    for i in range(inputs):
        points = a.copy()
        points[:, i] = b[:, i]
        mixed.append(answers(points))
    found = (answers(a), answers(b), np.concatenate(mixed))
    return SobolIndices(*_sangkien.sobol_indices(rows, inputs, *found, resamples, seed))


NUMBERS = {name for name, kind in OFFICES if kind == "number"} | {"rank"}


def plain(one: Mapping[str, Any], name: str, kind: str) -> Any:
    value = one[name]
    return float(value) if kind == "number" and value is not None else value


def plan_text(weights: Mapping[str, float], surveys: Mapping[str, float], left_out: Sequence[str], seed: int) -> bytes:
    plan: dict[str, Any] = {"seed": seed}
    if weights:
        plan["weights"] = {name: cell_text(spread, None) for name, spread in weights.items()}
    if surveys:
        plan["surveys"] = {name: cell_text(error, None) for name, error in surveys.items()}
    if left_out:
        plan["left-out"] = list(left_out)
    return json.dumps(plan, ensure_ascii=False).encode()
