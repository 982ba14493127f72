"""Tables of an index, whatever they come as: as the CSV text the library reads, and the way back to their cells."""

from __future__ import annotations

import csv
import io
import os
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import repeat
from pathlib import Path
from typing import Any, Callable, Optional

from . import _sangkien
from ._frames import columns_of

Place = Optional[tuple[str, int, int, str]]
"""File, line, column, and the cell in the words of whatever the table is."""

KEYS = ("office", "group", "round", "year", "evidence")
"""Columns of both forms; in the wide one each other column is a component."""

SMALL = {"office", "component", "value", *KEYS}


class Given:
    """A table as CSV text. `place` is asked where a cell of that text stood."""

    def __init__(self, text: bytes, name: bytes, place: Callable[[int, int], Place]) -> None:
        self.text, self.name, self.place = text, name, place


def text_of(table: Any, sheet: str | None = None, decimals: int | None = None) -> str:
    """Any table as the CSV text of docs/index.md."""
    return given(table, sheet, decimals).text.decode()


def given(table: Any, sheet: str | None = None, decimals: int | None = None) -> Given:
    """A path (.csv, .xlsx), CSV text, a frame, anything with __arrow_c_stream__, a dict of columns, a list of dicts."""
    if isinstance(table, bytes):
        return of_text(table, b"table")
    if is_path(table):
        return of_file(Path(table), sheet, decimals)
    if isinstance(table, str):
        return of_text(table.encode(), b"table")
    names, columns, cell = columns_of(table)
    name = type(table).__name__
    return of_columns(name, names, columns, lambda row, at: (name, 0, 0, cell(row, at)), decimals)


def is_path(table: Any) -> bool:
    return isinstance(table, os.PathLike) or (isinstance(table, str) and not is_text(table))


def is_text(table: str) -> bool:
    return "\n" in table or "office" in table.partition(".")[0].replace(";", ",").split(",")


def of_file(path: Path, sheet: str | None, decimals: int | None) -> Given:
    kind = path.suffix.lower()
    if kind in (".xls", ".ods", ".xlsb"):
        raise ValueError(f"{path}: a spreadsheet is read as .xlsx: open it and save it as Excel Workbook (.xlsx)")
    if kind not in (".xlsx", ".xlsm"):
        return of_text(_sangkien.read_file(os.fsencode(path)), os.fsencode(path))
    _sangkien.read_file(os.fsencode(path))  # tells a file that cannot be read as every door does
    from ._excel import Sheet, header_of

    found = Sheet(path, sheet, "office")
    names = header_of(found.rows)
    columns = [[row[at] for row in found.rows[1:]] for at in range(len(names))]
    for at, name in enumerate(names):
        if name in SMALL and name != "value":
            no_formula(path, found, columns[at], at)
    columns = [[excel_value(value) for value in column] for column in columns]

    def place(row: int, at: int) -> Place:
        return (str(path), 0, 0, found.address(row + 1, max(at, 0)))

    return of_columns(str(path), names, columns, place, decimals)


def no_formula(path: Path, found: Any, column: list[Any], at: int) -> None:
    for row, value in enumerate(column):
        if isinstance(value, str) and value.startswith("="):
            raise ValueError(
                f"{path} {found.address(row + 1, at)}: the formula {value} has no stored result. Open the workbook in "
                "Excel, let it compute, save it; or write the value itself."
            )


def excel_value(value: Any) -> Any:
    """Excel keeps 15 digits of a number, the rest is how it is stored: 0.9, not 0.9000000000000001."""
    if not isinstance(value, float) or value - value != 0:
        return value
    whole = len(str(int(abs(value))))
    return Decimal(f"{value:.{max(15 - whole, 0)}f}") if whole < 15 else value


def of_columns(
    name: str, names: list[str], columns: list[list[Any]], cell: Callable[[int, int], Place], decimals: int | None
) -> Given:
    """cell(row, column) says where a cell stands; row -1 names the columns, column -1 is a whole row."""
    twice = sorted({one for one in names if one and names.count(one) > 1})
    if twice:
        raise ValueError(f"{name}: more than one column is called {', '.join(map(repr, twice))}; keep one of each")
    live = [at for at, one in enumerate(names) if one]
    rows = len(columns[0]) if columns else 0
    texts = {at: cells(columns[at], decimals if names[at] not in KEYS else None) for at in live}
    if "component" in names or "value" in names or "office" not in names:
        kept = [at for at in live if names[at] in SMALL]
        text = csv_text([names[at] for at in kept], zip(*(texts[at] for at in kept)))
        return Given(text, name.encode(), backwards(text, kept, [(row, kept) for row in range(rows)], cell))
    return of_wide(name, names, live, texts, rows, cell)


def of_wide(
    name: str,
    names: list[str],
    live: list[int],
    texts: dict[int, list[str]],
    rows: int,
    cell: Callable[[int, int], Place],
) -> Given:
    keys = [at for at in live if names[at] in KEYS]
    own = {names[at]: at for at in live if names[at].endswith(".evidence")}
    wide = [at for at in live if names[at] not in KEYS and names[at] not in own]
    proofs = [own.get(names[at] + ".evidence", -1) for at in wide]
    shared = [at for at in keys if names[at] != "evidence"]
    general = next((at for at in keys if names[at] == "evidence"), -1)
    blocks, places = [], []
    for at, proof in zip(wide, proofs):
        proof = proof if proof >= 0 else general
        columns: list[Iterable[str]] = [texts[one] for one in shared]
        columns += [repeat(names[at], rows), texts[at], texts[proof] if proof >= 0 else repeat("", rows)]
        blocks.append(list(zip(*columns)))
        places.append([*shared, -2 - at, at, proof])
    # Office by office, as the rows of the table are: that is the order of the result.
    lines = (block[row] for row in range(rows) for block in blocks)
    text = csv_text([*(names[at] for at in shared), "component", "value", "evidence"], lines)
    origin = [(row, place) for row in range(rows) for place in places]
    return Given(text, name.encode(), backwards(text, shared, origin, cell))


def csv_text(header: list[str], rows: Iterable[Iterable[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()


def backwards(
    text: bytes, header: list[int], origin: list[tuple[int, list[int]]], cell: Callable[[int, int], Place]
) -> Callable[[int, int], Place]:
    """From line and column of the text to the cell. In `origin` a column -2 - at stands for the name of column at."""
    starts: list[int] = []
    lines: list[str] = []

    def place(line: int, column: int) -> Place:
        if line == 0:
            return None
        if not starts:
            lines.extend(unicodedata.normalize("NFC", text.decode()).split("\n"))
            reader = csv.reader(io.StringIO("\n".join(lines)))
            starts.append(1)
            starts.extend(reader.line_num + 1 for _ in reader)
        record = next(at for at in range(len(starts) - 1, -1, -1) if starts[at] <= line)
        if record == 0:
            return cell(-1, -1)
        row, columns = origin[record - 1]
        if column == 0 or line != starts[record]:
            return cell(row, -1)
        before = lines[line - 1].encode()[: column - 1].decode(errors="ignore")
        at = columns[min(len(next(csv.reader([before]), [""])) - 1, len(columns) - 1)] if before else columns[0]
        return cell(-1, -2 - at) if at <= -2 else cell(row, at)

    return place


def of_text(text: bytes, name: bytes) -> Given:
    """CSV as it is; the wide form is turned, and its cells are told by line and the name of their column."""
    first = text.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].decode(errors="replace")
    parts = ";" if ";" in first and "," not in first else ","
    names = [one.strip() for one in next(csv.reader([first], delimiter=parts), [])]
    if "office" not in names or "component" in names or "value" in names:
        return Given(text, name, lambda line, column: None)
    reader = csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=parts)
    rows, lines, before = [], [], 0
    for row in reader:
        if any(row):
            rows.append(row)
            lines.append(before + 1)
        before = reader.line_num
    columns = [[row[at].strip() if at < len(row) else "" for row in rows[1:]] for at in range(len(names))]
    file = name.decode(errors="replace")

    def place(row: int, at: int) -> Place:
        return (file, lines[row + 1], 1, names[at] if at >= 0 else "")

    return of_columns(file, names, columns, place, None)


def cells(values: list[Any], decimals: int | None) -> list[str]:
    """As the text of CSV: exact, blank where nothing is known."""
    kinds = set(map(type, values))
    if kinds <= {str}:
        return values
    memo: dict[Any, str] = {}
    out = []
    for value in values:
        key = (type(value), value) if value.__hash__ is not None else None
        text = memo.get(key) if key is not None else None
        if text is None:
            text = cell_text(value, decimals)
            if key is not None:
                memo[key] = text
        out.append(text)
    return out


def cell_text(value: Any, decimals: int | None) -> str:
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return ""
    if hasattr(value, "item"):  # of numpy, whose numbers are written another way
        value = value.item()
    if isinstance(value, str):
        return value
    if value != value:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return float_text(value if decimals is None else round(value, decimals))
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Fraction):
        return str(value) if value.denominator != 1 else str(value.numerator)
    return value.isoformat() if isinstance(value, date) else str(value)


def float_text(value: float) -> str:
    """The shortest decimal that is this number; 1e-05 written out."""
    text = repr(value)
    if "e" in text:
        text = f"{Decimal(text):f}"
    return text.removesuffix(".0")
