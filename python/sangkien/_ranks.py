"""Ranks of columns of whole numbers, exact and quick."""

from __future__ import annotations

from typing import Any, Literal

from . import _sangkien
from ._columns import is_array


def rank(first: Any, *then: Any, ties: Literal["gaps", "dense"] = "gaps") -> Any:
    """The rank of each row, from 1: the greatest of `first` comes first, equal ones are compared by the next column.

        sk.rank([9250, 8100, 8100, 7000])              # array([1, 2, 2, 4])
        sk.rank(frame["hundredths"], frame["agree"])   # a Series with the index of frame["hundredths"]

    Whole numbers only, of any unit: points in hundredths, votes; -column where less is better. Floating point is a
    TypeError, since it splits totals that are equal and joins totals that are not. Equal rows share a rank, and the
    next ranks are left out (1, 2, 2, 4) or, with ties="dense", are not (1, 2, 2, 3). Rows are never told apart by
    their place.
    """
    import numpy as np

    if ties not in ("gaps", "dense"):
        raise ValueError(f"ties is 'gaps' or 'dense', not {ties!r}")
    columns = [whole(np, column) for column in (first, *then)]
    out: Any = np.empty(len(columns[0]), dtype=np.int64)
    _sangkien.rank(columns, ties == "dense", out)
    if type(first).__module__.partition(".")[0] == "pandas" and hasattr(first, "index"):
        import pandas as pd

        return pd.Series(out, index=first.index, name=first.name)
    return out


def whole(np: Any, column: Any) -> Any:
    """As packed int64."""
    given = np.asarray(column)
    if given.size == 0 and not is_array(column):
        given = given.astype(np.int64)
    if given.ndim != 1:
        raise ValueError(f"a column has one dimension, not {given.ndim}")
    if given.dtype.kind not in "iu":
        raise TypeError(f"ranks are made of whole numbers, not {given.dtype}: give points in hundredths, for one")
    if given.dtype == np.uint64 and given.size and given.max() > 2**63 - 1:
        raise ValueError("a number beyond 2**63 - 1 cannot be ranked")
    return np.ascontiguousarray(given, dtype=np.int64)
