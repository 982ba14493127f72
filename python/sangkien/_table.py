"""Tables of a report."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Sequence
from fractions import Fraction
from html import escape
from importlib import import_module
from typing import TYPE_CHECKING, Any, Callable, overload

from ._days import day_of, instant_of

if TYPE_CHECKING:
    import polars
    from pandas import DataFrame

Row = dict[str, Any]
Column = tuple[str, str]

READ: dict[str, Callable[[Any], Any]] = {
    "exact": lambda pair: Fraction(*pair),
    "day": day_of,
    "instant": instant_of,
}
"""How a cell of the extension becomes a value of Python, by kind; other kinds stay as they are."""


PAGE_ROWS = 500
"""A page of a notebook shows no more."""


class Table(Sequence[Row]):
    """A sequence of dicts, one for each row, all with the same keys in the same order. Immutable.

    `table[0]` is a row, `table[2:5]` a table, `table.column("id")` a list. A value that is not known is None.
    """

    __slots__ = ("_columns", "_rows")

    def __init__(self, columns: list[Column], rows: list[tuple[Any, ...]]) -> None:
        """Not for callers: tables come from a Report."""
        self._columns = columns
        self._rows = rows

    @property
    def columns(self) -> list[str]:
        return [name for name, _ in self._columns]

    @property
    def kinds(self) -> dict[str, str]:
        """The kind of each column: 'text', 'texts' (tuple of str), 'whole' (int), 'flag' (bool), 'exact' (Fraction),
        'number' (float), 'day' (date), 'instant' (datetime at UTC+07:00)."""
        return dict(self._columns)

    def column(self, name: str) -> list[Any]:
        """One column, from the first row to the last. KeyError when there is none of that name."""
        at = self._position(name)
        read = READ.get(self._columns[at][1])
        values = [row[at] for row in self._rows]
        if read is None:
            return values
        # Tables repeat their values: each is made once.
        known: dict[Any, Any] = {None: None}
        for value in values:
            if value not in known:
                known[value] = read(value)
        return [known[value] for value in values]

    def select(self, *names: str) -> Table:
        """A table of these columns only, in this order."""
        at = [self._position(name) for name in names]
        return Table([self._columns[i] for i in at], [tuple(row[i] for i in at) for row in self._rows])

    def to_dict(self) -> dict[str, list[Any]]:
        """Columns by name, each a list: what pandas.DataFrame, polars.DataFrame and pyarrow.table take."""
        return {name: self.column(name) for name in self.columns}

    def to_pandas(self, exact: bool = True) -> DataFrame:
        """A pandas DataFrame. Needs pandas, which is imported only here.

        Exact numbers stay Fraction (dtype object); with exact=False they become float64, nearest to the exact
        value. Days become datetime64, instants datetime64 at UTC+07:00, whole numbers Int64, flags boolean; None
        becomes NA.
        """
        import pandas

        frame = {name: series(pandas, kind, self.column(name), exact) for name, kind in self._columns}
        return pandas.DataFrame(frame, columns=pandas.Index(self.columns))

    def to_polars(self, exact: bool = True) -> polars.DataFrame:
        """A polars DataFrame. Needs polars, which is imported only here.

        Exact numbers become text, '83.5' or '585/7'; with exact=False Float64, nearest to the exact value. Days become
        Date, instants Datetime at UTC, whole numbers Int64, flags Boolean, lists of texts List(String).
        """
        import polars

        kinds: dict[str, Any] = {
            "texts": polars.List(polars.String),
            "whole": polars.Int64,
            "flag": polars.Boolean,
            "day": polars.Date,
            "instant": polars.Datetime("us", "UTC"),
            "exact": polars.String if exact else polars.Float64,
            "number": polars.Float64,
        }
        columns = {
            name: polars.Series(name, self._plain(name, exact), dtype=kinds.get(kind, polars.String), strict=False)
            for name, kind in self._columns
        }
        return polars.DataFrame(columns)

    def to_arrow(self, exact: bool = True) -> Any:
        """A pyarrow Table. Needs pyarrow, which is imported only here.

        As `to_polars`; instants are timestamps of seconds at UTC+07:00.
        """
        pyarrow: Any = import_module("pyarrow")
        kinds: dict[str, Any] = {
            "texts": pyarrow.list_(pyarrow.string()),
            "whole": pyarrow.int64(),
            "flag": pyarrow.bool_(),
            "day": pyarrow.date32(),
            "instant": pyarrow.timestamp("s", tz="+07:00"),
            "exact": pyarrow.string() if exact else pyarrow.float64(),
            "number": pyarrow.float64(),
        }
        arrays = [
            pyarrow.array(self._plain(name, exact), type=kinds.get(kind, pyarrow.string()))
            for name, kind in self._columns
        ]
        return pyarrow.Table.from_arrays(arrays, names=self.columns)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """For whatever reads Arrow: exact numbers as float64. `to_arrow` has them as exact texts."""
        return self.to_arrow(exact=False).__arrow_c_stream__(requested_schema)

    def to_csv(self) -> str:
        """CSV (RFC 4180), the first row names the columns; exact numbers as '83.5' or '585/7', nothing for None.

        Text that a spreadsheet would compute gets an apostrophe in front.
        """
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(self.columns)
        columns = []
        for name, kind in self._columns:
            values = self.column(name)
            memo = {value: csv_cell(kind, value) for value in set(values)}
            columns.append([memo[value] for value in values])
        writer.writerows(zip(*columns))
        return out.getvalue()

    def to_excel(self, path: str | os.PathLike[str], sheet: str = "sangkien") -> None:
        """A workbook with this table. Needs openpyxl, which is imported only here.

        Numbers are numbers. One that Excel cannot keep (more than 15 digits, 1/3) is the nearest it can, with the exact
        text beside it in a column NAME_exact. Text is never a formula. The same table gives the same bytes.
        """
        from ._excel import write

        write(path, [(sheet, self)])

    def _plain(self, name: str, exact: bool) -> list[Any]:
        """One column for a frame that has no fractions."""
        values = self.column(name)
        kind = dict(self._columns)[name]
        if kind == "texts":
            return [None if value is None else list(value) for value in values]
        if kind != "exact":
            return values
        memo = {value: None if value is None else decimal(value) if exact else float(value) for value in set(values)}
        return [memo[value] for value in values]

    def _position(self, name: str) -> int:
        names = self.columns
        if name not in names:
            raise KeyError(f"no column {name!r}; there are {', '.join(names)}")
        return names.index(name)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Table: ...
    def __getitem__(self, at: int | slice) -> Row | Table:
        if isinstance(at, slice):
            return Table(self._columns, self._rows[at])
        return self._row(self._rows[at])

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _row(self, cells: tuple[Any, ...]) -> Row:
        out: Row = {}
        for (name, kind), value in zip(self._columns, cells):
            out[name] = value if value is None or kind not in READ else READ[kind](value)
        return out

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return self._columns == other._columns and self._rows == other._rows

    __hash__ = None  # type: ignore[assignment]  # as a list: it is compared by its content

    def __repr__(self) -> str:
        return f"<sangkien.Table: {len(self)} rows of {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        seen = self if len(self) <= PAGE_ROWS else self[:PAGE_ROWS]
        body = "".join("<tr>" + "".join(f"<td>{escape(shown(v))}</td>" for v in row.values()) + "</tr>" for row in seen)
        if len(self) > PAGE_ROWS:
            body += f'<tr><td colspan="{len(self.columns)}">… {len(self) - PAGE_ROWS} more rows</td></tr>'
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(map(shown, value))
    if isinstance(value, Fraction):
        return decimal(value)
    return str(value)


def csv_cell(kind: str, value: Any) -> str:
    if kind == "flag" and value is not None:
        return "true" if value else "false"
    text = value.isoformat() if kind in ("day", "instant") and value is not None else shown(value)
    return "'" + text if kind in ("text", "texts") and text.startswith(("=", "+", "-", "@", "\t")) else text


def decimal(value: Fraction) -> str:
    """'83.5' when the decimal ends within 15 places, else '585/7'."""
    scaled = value * 10**15
    if scaled.denominator != 1:
        return str(value)
    sign, digits = "-" if scaled < 0 else "", f"{abs(scaled.numerator):016d}"
    return (sign + digits[:-15] + "." + digits[-15:]).rstrip("0").rstrip(".")


def series(pandas: Any, kind: str, values: list[Any], exact: bool) -> Any:
    if kind == "exact" and not exact:
        memo = {value: None if value is None else float(value) for value in set(values)}
        return pandas.Series([memo[value] for value in values], dtype="float64")
    if kind == "day":
        return pandas.to_datetime(pandas.Series(values, dtype="object")).astype("datetime64[s]")
    if kind == "instant":
        return pandas.to_datetime(pandas.Series(values, dtype="object"), utc=True).dt.tz_convert("+07:00")
    dtype = {"text": "string", "whole": "Int64", "flag": "boolean", "number": "float64"}.get(kind, "object")
    return pandas.Series(values, dtype=dtype)
