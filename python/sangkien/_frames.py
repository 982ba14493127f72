"""Frames of every make as columns of values, and what a cell is called in each. None of them is imported here."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Callable

from . import _sangkien
from ._days import day_of


def columns_of(table: Any) -> tuple[list[str], list[list[Any]], Callable[[int, int], str]]:
    """Names, values, and how one of its own would call a cell; row -1 is the names."""
    module = type(table).__module__.partition(".")[0]
    if module == "pandas" and hasattr(table, "iloc"):
        return of_pandas(table)
    if module == "polars" and hasattr(table, "collect"):
        table = table.collect() if not hasattr(table, "get_column") else table
    if module == "polars" and hasattr(table, "get_column"):
        names = list(table.columns)
        columns = [narrow(str(table.schema[name]) == "Float32", table.get_column(name).to_list()) for name in names]
    elif isinstance(table, Mapping):
        names = [str(name) for name in table]
        columns = [list(column) for column in table.values()]
        if len({len(column) for column in columns}) > 1:
            raise ValueError(f"the columns have different lengths: {[len(column) for column in columns]}")
    elif hasattr(table, "__arrow_c_stream__") and not isinstance(table, Sequence):
        names, columns = of_arrow(table)
    elif isinstance(table, Sequence) and all(isinstance(row, Mapping) for row in table):
        names = [str(name) for name in dict.fromkeys(name for row in table for name in row)]
        columns = [[row.get(name) for row in table] for name in names]
        return names, columns, lambda row, at: (f"[{row}]" if row >= 0 else "") + key(names, at)
    else:
        raise TypeError(
            "a table is a path, CSV text, a frame of pandas or polars, anything with __arrow_c_stream__, a dict of "
            f"columns or a list of dicts, not {type(table).__name__}"
        )
    return names, columns, lambda row, at: bracket(names, row, at)


def bracket(names: list[str], row: int, at: int) -> str:
    if row < 0:
        return f"[{names[at]!r}]" if at >= 0 else "columns"
    return f"[{row}, {names[at]!r}]" if at >= 0 else f"[{row}]"


def key(names: list[str], at: int) -> str:
    return f"[{names[at]!r}]" if at >= 0 else ""


def of_pandas(table: Any) -> tuple[list[str], list[list[Any]], Callable[[int, int], str]]:
    if "office" not in list(table.columns) and "office" in list(table.index.names):
        table = table.reset_index()
    names = [str(name) for name in table.columns]
    columns = [
        narrow(str(table.dtypes.iloc[at]).lower() == "float32", table.iloc[:, at].tolist()) for at in range(len(names))
    ]

    def cell(row: int, at: int) -> str:
        if row < 0:
            return f"[{names[at]!r}]" if at >= 0 else ".columns"
        label = table.index[row]
        label = label.item() if hasattr(label, "item") else label
        return f".loc[{label!r}, {names[at]!r}]" if at >= 0 else f".loc[{label!r}]"

    return names, columns, cell


def of_arrow(table: Any) -> tuple[list[str], list[list[Any]]]:
    """By the capsule protocol, without any library of Arrow."""
    read = _sangkien.arrow_table(table)
    return [name for name, _, _ in read], [arrow_values(format_, values) for _, format_, values in read]


def arrow_values(format_: str, values: list[Any]) -> list[Any]:
    if format_ == "tdD":
        return [None if value is None else day_of(value) for value in values]
    if format_.startswith("d:"):
        scale = int(format_.split(",")[1])
        return [None if value is None else decimal_of(value, scale) for value in values]
    return narrow(format_ == "f", values)


def decimal_of(value: bytes, scale: int) -> Decimal:
    number = int.from_bytes(value, "little", signed=True)
    return Decimal((number < 0, tuple(map(int, str(abs(number)))), -scale))


def narrow(single: bool, values: list[Any]) -> list[Any]:
    """Numbers of 32 bits by the shortest decimal that is the same number of 32 bits: 0.1, not 0.10000000149011612."""
    return [shortest(value) if isinstance(value, float) else value for value in values] if single else values


def shortest(value: float) -> float:
    for digits in range(6, 9):
        near = float(f"{value:.{digits}g}")
        if abs(near) < 3e38 and struct.pack("f", near) == struct.pack("f", value):
            return near
    return value
