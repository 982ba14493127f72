"""Ranks of columns: those of pandas, exact where floating point is not."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd
import pytest
import sangkien as sk


@pytest.mark.parametrize(("ties", "method"), [("gaps", "min"), ("dense", "dense")])
@pytest.mark.parametrize("width", [1, 50, 10_000, 2**40, 2**62])
def test_one_column_is_ranked_as_pandas_ranks_it(
    ties: Literal["gaps", "dense"], method: Literal["min", "dense"], width: int
) -> None:
    random = np.random.default_rng(width % 1000)
    for rows in (1, 2, 30, 5000):
        column = pd.Series(random.integers(-width, width, rows), index=random.permutation(rows), name="points")
        expected = column.rank(method=method, ascending=False).astype(np.int64)
        pd.testing.assert_series_equal(sk.rank(column, ties=ties), expected)
        told = sk.rank(column.to_numpy(), ties=ties)
        assert told.dtype == np.int64
        assert told.tolist() == expected.tolist()


def test_equal_rows_are_compared_by_the_next_column() -> None:
    random = np.random.default_rng(7)
    a, b, c = (random.integers(0, 6, 4000).astype(dtype) for dtype in (np.int8, np.uint16, np.int64))
    rows = list(zip(a.tolist(), b.tolist(), c.tolist()))
    before = {row: place for place, row in reversed(list(enumerate(sorted(rows, reverse=True), 1)))}
    assert sk.rank(a, b, c).tolist() == [before[row] for row in rows]
    assert sk.rank([3, 3, 5], [1, 2, 0]).tolist() == [3, 2, 1]


def test_a_slice_and_an_empty_column_are_ranked() -> None:
    assert sk.rank(np.arange(10)[::3]).tolist() == [4, 3, 2, 1]
    assert sk.rank([]).tolist() == []


@pytest.mark.parametrize(
    ("columns", "error", "words"),
    [
        (([1.5, 2.5],), TypeError, "hundredths"),
        ((np.array(["a"]),), TypeError, "whole numbers"),
        (([True, False],), TypeError, "whole numbers"),
        ((np.array([], dtype=float),), TypeError, "float64"),
        (([1, 2], [1]), ValueError, "different lengths"),
        ((np.array([[1, 2]]),), ValueError, "one dimension"),
        ((np.array([2**63], dtype=np.uint64),), ValueError, "beyond"),
    ],
)
def test_what_is_no_column_of_whole_numbers_is_refused(columns: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        sk.rank(*columns)


def test_ties_are_named() -> None:
    with pytest.raises(ValueError, match="gaps"):
        sk.rank([1], ties="average")  # type: ignore[arg-type]
