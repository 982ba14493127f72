"""Workbooks of Excel, in and out. openpyxl is imported only here, and only when one is read or written."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._table import Table

DIGITS = 15
"""Excel keeps no more digits of a number."""

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def openpyxl(part: str) -> Any:
    return import_module("openpyxl" + part)


def exact_decimal(value: Fraction) -> Decimal | None:
    """As a decimal of at most 15 digits; None when it has more, or never ends."""
    scaled = value * 10**DIGITS
    if scaled.denominator != 1:
        return None
    out = Decimal(scaled.numerator).scaleb(-DIGITS).normalize()
    return out if len(out.as_tuple().digits) <= DIGITS else None


def write(path: str | os.PathLike[str], tables: Iterable[tuple[str, Table]]) -> None:
    """A sheet for each table, always the same bytes for the same tables.

    An exact number that Excel cannot keep is the nearest it can, and its exact text stands in a column NAME_exact.
    """
    book = openpyxl("").Workbook(write_only=True)
    for name, table in tables:
        sheet = book.create_sheet(title(name))
        sheet.freeze_panes = "A2"
        for row in sheet_rows(sheet, table):
            sheet.append(row)
    raw = io.BytesIO()
    book.save(raw)
    with open(path, "wb") as out:
        out.write(timeless(raw))


def title(name: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", "-", name)[:31]


def sheet_rows(sheet: Any, table: Table) -> Iterable[list[Any]]:
    columns: list[tuple[str, list[Any]]] = []
    for name, kind in table.kinds.items():
        values = table.column(name)
        if kind != "exact":
            columns.append((name, [of_kind(kind, value) for value in values]))
            continue
        memo: dict[Any, Any] = {None: None}
        for value in values:
            if value not in memo:
                memo[value] = exact_decimal(value)
        columns.append((name, [None if v is None else memo[v] if memo[v] is not None else float(v) for v in values]))
        if any(memo[value] is None for value in values if value is not None):
            texts = [None if v is None or memo[v] is not None else str(v) for v in values]
            columns.append((name + "_exact", texts))
    yield [cell(sheet, name) for name, _ in columns]
    for row in zip(*(values for _, values in columns)):
        yield [cell(sheet, value) for value in row]


def of_kind(kind: str, value: Any) -> Any:
    if kind == "texts" and value is not None:
        return ", ".join(value)
    if kind == "instant" and value is not None:
        return value.isoformat()
    return value


def cell(sheet: Any, value: Any) -> Any:
    """Text is text even where it begins with '=': a workbook that comes from data computes nothing."""
    if not isinstance(value, str):
        return value
    text = UNWRITABLE.sub("\ufffd", value)
    if not text.startswith(("=", "#")):
        return text
    out = openpyxl(".cell").WriteOnlyCell(sheet, value=text)
    out.data_type = "s"
    return out


def timeless(raw: io.BytesIO) -> bytes:
    """Without the moment at which it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"1980-01-01T00:00:00Z", content)
            fixed = zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, content)
    return out.getvalue()


class Sheet:
    """A sheet as it was read: `rows` from the one that names the columns, without those that are blank."""

    def __init__(self, path: str | os.PathLike[str], wanted: str | None, header: str) -> None:
        formulas = openpyxl("").load_workbook(path, read_only=True)
        try:
            names = formulas.sheetnames
            if wanted is not None and wanted not in names:
                raise ValueError(f"{os.fspath(path)} has no sheet {wanted!r}; there are {', '.join(map(repr, names))}")
            for self.name in [wanted] if wanted is not None else names:
                rows = [list(row) for row in formulas[self.name].iter_rows(values_only=True)]
                at = next((i for i, row in enumerate(rows) if header in map(name_of, row)), None)
                if at is not None:
                    break
            else:
                where = "no sheet has" if wanted is None else f"sheet {wanted!r} has no"
                raise ValueError(
                    f"{os.fspath(path)}: {where} row that names a column {header!r}: write one above the data"
                )
        finally:
            formulas.close()
        self.rows = rows[at:]
        if any(isinstance(value, str) and value.startswith("=") for row in self.rows for value in row):
            self._put_values(path, at)
        blank = [all(value is None or value == "" for value in row) for row in self.rows]
        self._numbers = [at + i + 1 for i, nothing in enumerate(blank) if not nothing]
        self.rows = [row for row, nothing in zip(self.rows, blank) if not nothing]

    def _put_values(self, path: str | os.PathLike[str], at: int) -> None:
        """What Excel last computed. A formula that it never did stays as its text, which is no number."""
        values = openpyxl("").load_workbook(path, read_only=True, data_only=True)
        try:
            for row, stored in zip(self.rows, list(values[self.name].iter_rows(values_only=True))[at:]):
                for i, value in enumerate(stored):
                    if value is not None:
                        row[i] = value
        finally:
            values.close()

    def address(self, row: int, column: int) -> str:
        """Data!B7; row and column from 0, row 0 names the columns."""
        utils = openpyxl(".utils")
        name = self.name if re.fullmatch(r"[^\W\d]\w*", self.name) else utils.quote_sheetname(self.name)
        return f"{name}!{utils.get_column_letter(column + 1)}{self._numbers[row]}"


def name_of(value: object) -> str:
    return "" if value is None else str(value).strip()


def header_of(rows: Sequence[Sequence[Any]]) -> list[str]:
    return [name_of(value) for value in rows[0]]
