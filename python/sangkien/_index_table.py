"""Tables of figures as analysts have them, as the CSV text that the library reads, and where each line came from."""

from __future__ import annotations

import csv
import io
import json
import math
import os
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from . import _sangkien
from ._error import Error, Problem
from ._optional import optional

LONG = ("office", "component", "value", "group", "round", "evidence", "year")
"""Columns of a long table: one row for each figure."""
KEYS = ("office", "group", "round", "year")
"""Columns of a wide table beside those of its components."""


class Figures:
    """A table as CSV text, with the place of each of its lines in what the caller gave."""

    __slots__ = ("_lines", "file", "text")

    def __init__(self, text: bytes, file: str, lines: list[dict[str, str]] | None = None) -> None:
        """lines: of each line of the text, from 1, the place of each column; None: the text is what was given."""
        self.text = text
        self.file = file
        self._lines = lines

    def told(self, error: Error) -> Error:
        """The same error with places in what was given: a cell of a sheet, a row and a column of a frame."""
        if self._lines is None:
            return error
        problems = [self._placed(problem) for problem in error.problems]
        text = "\n".join(
            f"{one['file']}{', ' + one['pointer'] if one['pointer'] else ''}: {one['id']}: {one['message']['en']}"
            for one in problems
        )
        return Error(text, problems, json.dumps({"error": {"problems": problems}}, ensure_ascii=False, indent=2))

    def _placed(self, problem: Problem) -> Problem:
        if problem["file"] != self.file or self._lines is None or not 1 <= problem["line"] <= len(self._lines):
            return problem
        places = self._lines[problem["line"] - 1]
        column = column_at(self.text, problem["line"], problem["column"])
        place = places.get(column) or places.get("") or ""
        return {**problem, "line": 0, "column": 0, "pointer": place}


def column_at(text: bytes, line: int, column: int) -> str:
    """The name of the column of a cell of our own CSV text, by the byte where it begins."""
    lines = text.split(b"\n")
    before = lines[line - 1][: max(column - 1, 0)].decode()
    at = len(next(csv.reader([before + "x"]))) - 1
    names = lines[0].decode().rstrip("\r").split(",")
    return names[at] if at < len(names) else ""


def figures_of(table: Any, *, sheet: str | None = None) -> Figures:
    """What the library reads, of: the path of a CSV file or an Excel workbook; CSV text (with a line end in it); a
    DataFrame of pandas or polars; anything with Arrow's `__arrow_c_stream__`; a sequence of dicts.

    Long: columns office, component, value and, if wanted, group, round, evidence, year. Wide: office, group, round,
    year and a column for each component. What is blank, None or NaN is a missing figure.
    """
    if isinstance(table, (bytes, bytearray)):
        return Figures(bytes(table), "")
    if isinstance(table, str) and "\n" in table:
        return Figures(table.encode(), "")
    if isinstance(table, (str, os.PathLike)):
        path = os.fspath(table)
        if isinstance(path, str) and path.lower().endswith((".xlsx", ".xlsm")):
            from ._excel import read_sheet

            return read_sheet(path, sheet)
        return Figures(_sangkien.read_file(os.fsencode(path)), os.fsdecode(path))
    root = type(table).__module__.partition(".")[0]
    if root == "pandas":
        return figures_from([str(name) for name in table.columns], pandas_rows(table), "DataFrame")
    if root != "polars" and hasattr(table, "__arrow_c_stream__"):
        table = arrow_table(table)
        root = type(table).__module__.partition(".")[0]
    if root == "polars":
        rows = ((f"row {number}", row) for number, row in enumerate(table.iter_rows()))
        return figures_from(list(table.columns), rows, "DataFrame")
    if root == "pyarrow":
        columns = [column.to_pylist() for column in table.columns]
        rows = ((f"row {number}", row) for number, row in enumerate(zip(*columns)))
        return figures_from(list(table.column_names), rows, "Arrow table")
    if isinstance(table, Sequence):
        return figures_from_dicts(table)
    raise TypeError(
        "a table of figures is a path, CSV text, a DataFrame, an Arrow table or a list of dicts, not "
        + type(table).__name__
    )


def pandas_rows(frame: Any) -> Iterable[tuple[str, Sequence[Any]]]:
    plain = frame.astype(object).where(frame.notna(), None)
    for label, row in zip(frame.index, plain.itertuples(index=False, name=None)):
        yield f"row {label}", row


def arrow_table(table: Any) -> Any:
    if find_spec("pyarrow") is None and find_spec("polars") is not None:
        return import_module("polars").DataFrame(table)
    return optional("pyarrow", "reading an Arrow table").table(table)


def figures_from_dicts(rows: Sequence[Any], *, plain: bool = False) -> Figures:
    """plain: the columns as they are, not those of a table of figures."""
    names: dict[str, None] = {}
    for number, row in enumerate(rows):
        if not isinstance(row, dict):
            raise TypeError(f"row {number} of the table is a dict, not {type(row).__name__}")
        names.update(dict.fromkeys(row))
    columns = list(names)
    if plain:
        out = Writer("actions")
        out.head(columns)
        for row in rows:
            out.add([cell_text(row.get(name)) for name in columns], {})
        return out.done()
    return figures_from(
        columns, ((f"row {n}", [row.get(name) for name in columns]) for n, row in enumerate(rows)), "table"
    )


def figures_from(columns: list[str], rows: Iterable[tuple[str, Sequence[Any]]], file: str) -> Figures:
    """From named columns; a place such as 'row 3' goes before each row's cells."""
    return written(columns, ((row, [f"{place}, column {name!r}" for name in columns]) for place, row in rows), file)


def written(columns: list[str], rows: Iterable[tuple[Sequence[Any], Sequence[str]]], file: str) -> Figures:
    """rows: cells with the place of each."""
    names = [name.strip() for name in columns]
    out = Writer(file)
    if {"component", "value"} & set(names):
        at = {name: names.index(name) for name in LONG if name in names}
        out.head(list(at))
        for cells, places in rows:
            out.add([cell_text(cells[i]) for i in at.values()], {name: places[i] for name, i in at.items()})
        return out.done()
    keys = {name: names.index(name) for name in KEYS if name in names}
    components = [(name, i) for i, name in enumerate(names) if name not in KEYS]
    out.head([*keys, "component", "value"] if "office" in keys else list(keys))
    if "office" not in keys:
        return out.done()  # the library says what is missing
    for cells, places in rows:
        shared = [cell_text(cells[i]) for i in keys.values()]
        if not any(shared) and not any(cell_text(cells[i]) for _, i in components):
            continue
        where = {name: places[i] for name, i in keys.items()}
        for name, i in components:
            out.add([*shared, name, cell_text(cells[i])], {**where, "component": places[i], "value": places[i]})
    return out.done()


class Writer:
    """CSV of our own, and the places of its lines."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._text = io.StringIO()
        self._csv = csv.writer(self._text, lineterminator="\n")
        self._lines: list[dict[str, str]] = []

    def head(self, names: list[str]) -> None:
        self._csv.writerow(names)
        self._lines.append({})

    def add(self, cells: list[str], places: dict[str, str]) -> None:
        self._csv.writerow([cell.replace("\r", " ").replace("\n", " ") for cell in cells])
        self._lines.append(places)

    def done(self) -> Figures:
        return Figures(self._text.getvalue().encode(), self._file, self._lines)


def cell_text(value: Any) -> str:
    """A cell as the library reads it. A float is taken by the 15 digits that a spreadsheet shows of it: 0.1 is one
    tenth, and so is what 0.7 - 0.6 gives."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):  # of pandas, which may not be there
        return ""
    if isinstance(value, str):
        return value.strip()
    if hasattr(value, "item") and getattr(value, "ndim", 0) == 0:  # a scalar of numpy
        value = value.item()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        value = Decimal(format(value, ".15g")) if math.isfinite(value) else str(value)
    if isinstance(value, Decimal):
        if value.is_nan():
            return ""
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, Fraction) and value.denominator == 1:
        return str(value.numerator)
    return str(value)
