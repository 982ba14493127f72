"""How far the members of a council agree, and how often each rank comes under drawn weights: information only."""

from __future__ import annotations

from typing import Any, NamedTuple

from . import _sangkien
from ._columns import numpy
from ._views import Page


class RaterStatistics(Page):
    """Rater statistics (thống kê người chấm). A figure is None where there is none; `to_dict` says why and what was
    left out. Doubles, told to 12 significant digits: nothing is decided by them.
    """

    __slots__ = ()

    @property
    def kendall_w(self) -> float | None:
        """Kendall's W, corrected for ties, 0 to 1; of the rows without a missing ballot."""
        return number(self._content["kendall_w"]["value"])

    @property
    def alpha(self) -> dict[str, float | None]:
        """Krippendorff's alpha, at most 1: 'nominal', 'ordinal', 'interval', 'ratio'; of the rows with two scores."""
        return {level: number(one["value"]) for level, one in self._content["krippendorff_alpha"].items()}

    @property
    def intraclass(self) -> dict[str, float | None]:
        """The six coefficients of Shrout and Fleiss (1979): 'ICC(1,1)' to 'ICC(3,k)'; of the whole rows."""
        return {form: number(one["value"]) for form, one in self._content["intraclass"].items()}

    @property
    def habits(self) -> list[dict[str, Any]]:
        """A dict for each member: member, sheets, shared (rows scored by another too), severity (mean of own score less
        the others' mean; below zero is severe), spread (sample standard deviation of the own scores)."""
        return [
            {**one, "severity": number(one["severity"]), "spread": number(one["spread"])}
            for one in self._content["habits"]
        ]

    @property
    def outlying(self) -> list[dict[str, Any]]:
        """Sheets to look at again: initiative, member, given, robust_z (0.6745 |d - median| / MAD)."""
        return [
            {**one, "given": float(one["given"]), "robust_z": float(one["robust_z"])}
            for one in self._content["outlying"]["sheets"]
        ]

    @property
    def calibrated(self) -> list[dict[str, Any]]:
        """A dict for each initiative: initiative, mean (as given), grade (each member's severity taken out by least
        squares; None where the members share no initiative). They differ where ballots are missing."""
        return [
            {**one, "mean": number(one["mean"]), "grade": number(one["grade"])}
            for one in self._content["calibrated"]["grades"]
        ]

    def __repr__(self) -> str:
        rows, columns = len(self._content["initiatives"]), len(self._content["members"])
        return f"<sangkien.RaterStatistics: {rows} initiatives, {columns} members>"


class RankAcceptability(NamedTuple):
    """How often each row has each rank under weights drawn uniformly (Lahdelma and Salminen 2001)."""

    counts: Any
    """uint64 array, rows x rows: counts[i, r] draws gave row i the rank r + 1; equal totals share the better rank."""
    best: Any
    """uint64 array: the best rank seen of each row, from 1."""
    worst: Any
    draws: int

    @property
    def shares(self) -> Any:
        """The counts as shares of the draws, float64."""
        return self.counts / self.draws


def rater_statistics(table: Any, *, threshold: float = 3.5) -> RaterStatistics:
    """Statistics of a table of scores: a row for each initiative, a column for each member, NaN or None where a ballot
    is missing (a numpy array, a DataFrame of pandas, a list of lists). Rows and columns are called '1', '2', ...

    threshold: of outlying sheets, 3.5 as usual. ValueError for a table that has not two dimensions.
    """
    np = numpy()
    given = np.ascontiguousarray(np.asarray(table, dtype=float))
    if given.ndim != 2:
        raise ValueError(f"a table of initiatives x members is wanted, not {given.ndim} dimensions")
    rows, columns = given.shape
    return RaterStatistics(*_sangkien.table_statistics(rows, columns, given.reshape(-1), threshold))


def rank_acceptability(points: Any, *, seed: int, draws: int = 10_000, first: int = 0) -> RankAcceptability:
    """How often each row comes first, second, third when the weights of the criteria are drawn at random.

    points: whole numbers of one unit, such as hundredths, rows x criteria, each criterion scaled as its weight is to
    act on it; within 2**30 (ValueError beyond). Draws `first`, `first + 1`, ... of `seed`: whole numbers throughout,
    the same on every machine, so that parts may be counted side by side and added.
    """
    np = numpy()
    given = np.asarray(points)
    if given.ndim != 2 or given.dtype.kind not in "iu":
        raise TypeError(f"points are whole numbers, rows x criteria, not {given.ndim} dimensions of {given.dtype}")
    rows, criteria = given.shape
    counts = np.zeros(rows * rows, dtype=np.uint64)
    best, worst = np.zeros(rows, dtype=np.uint64), np.zeros(rows, dtype=np.uint64)
    packed = np.ascontiguousarray(given, dtype=np.int64).reshape(-1)
    _sangkien.rank_acceptability(rows, criteria, packed, seed, first, draws, counts, best, worst)
    return RankAcceptability(counts.reshape(rows, rows), best, worst, draws)


def drawn_weights(criteria: int, seed: int, draw: int) -> list[int]:
    """The weights of one draw, to look at it again: each at least 0, together 2**32."""
    return _sangkien.drawn_weights(criteria, seed, draw)


def number(text: str | None) -> float | None:
    return None if text is None else float(text)
