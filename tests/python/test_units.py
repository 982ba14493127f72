"""Columns of days kept in seconds to nanoseconds, as pandas keeps them, give what columns of days give."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
import sangkien as sk

DAYS = np.array(["2025-09-19", "NaT", "2019-01-02", "2026-08-22", "NaT", "2024-02-29"], dtype="datetime64[D]")
UNITS = ["s", "ms", "us", "ns"]


@pytest.fixture(scope="module")
def cal() -> sk.Calendar:
    return sk.Calendar.civil_service()


@pytest.mark.parametrize("unit", UNITS)
def test_a_series_comes_back_in_its_unit_and_keeps_what_is_missing(cal: sk.Calendar, unit: str) -> None:
    series: Any = pd.Series(DAYS.astype(f"datetime64[{unit}]"), index=list("abcdef"), name="due")
    added = cal.add_working_days(series, 3)
    expected = pd.Series(cal.add_working_days(DAYS, 3).astype(f"datetime64[{unit}]"), index=series.index, name="due")
    pd.testing.assert_series_equal(added, expected)
    assert added.isna().tolist() == [False, True, False, False, True, False]


@pytest.mark.parametrize("unit", UNITS)
def test_arrays_of_any_shape_and_step_are_cut_to_days(cal: sk.Calendar, unit: str) -> None:
    moments = DAYS.astype(f"datetime64[{unit}]")
    for view in (lambda a: a[::2], lambda a: a[::-1], lambda a: a.reshape(2, 3).T, lambda a: a[:0]):
        np.testing.assert_array_equal(cal.add_working_days(view(moments), 3), cal.add_working_days(view(DAYS), 3))


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("moment", ["2025-09-19T00:00:01", "1969-12-31T23:59:59"])
def test_a_moment_within_a_day_is_refused_with_its_row(cal: sk.Calendar, unit: str, moment: str) -> None:
    moments = np.append(DAYS, np.datetime64(moment)).astype(f"datetime64[{unit}]")
    with pytest.raises(ValueError, match=r"row 6 .* within days"):
        cal.add_working_days(moments, 3)
