"""Excel workbooks, by openpyxl, which is imported only here."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from ._index_table import Figures, written
from ._optional import optional
from ._table import Table, decimal


def read_sheet(path: str, sheet: str | None) -> Figures:
    """One sheet of a workbook: the one named, or the one that was open when it was saved. The first row that is not
    blank names the columns."""
    library = optional("openpyxl", "reading an Excel workbook")
    book = library.load_workbook(path, data_only=True)
    formulas = library.load_workbook(path)
    if sheet is not None and sheet not in book.sheetnames:
        raise ValueError(f"{path} has no sheet {sheet!r}; it has {', '.join(map(repr, book.sheetnames))}")
    page = book[sheet] if sheet is not None else book.active
    rows = page_rows(page, formulas[page.title], path, library.utils.get_column_letter)
    head = next(rows, None)
    if head is None:
        raise ValueError(f"{path}: the sheet {page.title!r} is empty; its first row names the columns")
    return written(["" if name is None else str(name) for name in head[0]], rows, os.fspath(path))


def page_rows(page: Any, formulas: Any, path: str, letter: Any) -> Iterator[tuple[Sequence[Any], list[str]]]:
    for values, as_written in zip(page.iter_rows(), formulas.iter_rows()):
        cells = [cell.value for cell in values]
        for cell, written_cell in zip(values, as_written):
            if cell.value is None and written_cell.data_type == "f":
                raise ValueError(
                    f"{path}, {page.title}!{cell.coordinate}: a formula whose value is not stored; open the workbook "
                    "in a spreadsheet program and save it, or write the value"
                )
        if any(cell is not None for cell in cells):
            yield cells, [f"{page.title}!{cell.coordinate}" for cell in values]


def write_book(path: str | os.PathLike[str], pages: dict[str, Table]) -> None:
    """Each table on a sheet of its own. An exact number that a double does not hold to the last digit has its exact
    text in a column beside it; text stays text, whatever it begins with."""
    library = optional("openpyxl", "writing an Excel workbook")
    book = library.Workbook(write_only=True)
    for title, table in pages.items():
        page = book.create_sheet(title)
        page.freeze_panes = "A2"
        columns = [(name, kind, table.column(name)) for name, kind in table.kinds.items()]
        wide: list[tuple[str, list[Any]]] = []
        for name, kind, values in columns:
            wide.append((name, values))
            if kind == "exact" and any(value is not None and not held(value) for value in values):
                wide.append((f"{name} (exact)", [None if v is None else decimal(v) for v in values]))

        def text(value: str, page: Any = page) -> Any:
            cell = library.cell.WriteOnlyCell(page, value)
            cell.data_type = "s"  # and no formula
            return cell

        page.append([text(name) for name, _ in wide])
        for row in zip(*(values for _, values in wide)):
            page.append([text(value) if isinstance(value, str) else plain(value) for value in row])
    book.save(path)


def held(value: Fraction) -> bool:
    """Whether the double that is nearest prints as the same decimal, in the 15 digits that a sheet keeps."""
    return Fraction(format(float(value), ".15g")) == value


def plain(value: Any) -> Any:
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else float(value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return value
