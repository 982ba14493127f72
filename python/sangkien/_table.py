"""Tables of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from html import escape
from typing import TYPE_CHECKING, Any, Callable, overload

from ._days import day_of, instant_of
from ._optional import optional

if TYPE_CHECKING:
    from pandas import DataFrame

Row = dict[str, Any]
Column = tuple[str, str]

READ: dict[str, Callable[[Any], Any]] = {
    "exact": lambda pair: Fraction(*pair),
    "day": day_of,
    "instant": instant_of,
}
"""How a cell of the extension becomes a value of Python, by kind; other kinds stay as they are."""


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
        return [value if value is None or read is None else read(value) for value in (row[at] for row in self._rows)]

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

    def to_polars(self, exact: bool = False) -> Any:
        """A polars DataFrame. Needs polars, imported only here. Exact numbers become Float64, nearest to the exact
        value; with exact=True they are text ('83.5', '585/7'), since polars has no fractions."""
        polars = optional("polars", "a DataFrame of polars")

        kinds: dict[str, Any] = {
            "text": polars.String,
            "texts": polars.List(polars.String),
            "whole": polars.Int64,
            "flag": polars.Boolean,
            "exact": polars.String if exact else polars.Float64,
            "number": polars.Float64,
            "day": polars.Date,
            "instant": polars.Datetime("us", "+07:00"),
        }
        return polars.DataFrame(self._plain(exact), schema={name: kinds[kind] for name, kind in self._columns})

    def to_arrow(self, exact: bool = False) -> Any:
        """An Arrow table. Needs pyarrow, imported only here. Exact numbers as in `to_polars`."""
        pyarrow = optional("pyarrow", "an Arrow table")

        kinds: dict[str, Any] = {
            "text": pyarrow.string(),
            "texts": pyarrow.list_(pyarrow.string()),
            "whole": pyarrow.int64(),
            "flag": pyarrow.bool_(),
            "exact": pyarrow.string() if exact else pyarrow.float64(),
            "number": pyarrow.float64(),
            "day": pyarrow.date32(),
            "instant": pyarrow.timestamp("us", "+07:00"),
        }
        schema = pyarrow.schema([(name, kinds[kind]) for name, kind in self._columns])
        return pyarrow.table(self._plain(exact), schema=schema)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """For whatever reads Arrow's capsules; as `to_arrow`, and needs pyarrow as it does."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def _plain(self, exact: bool) -> dict[str, list[Any]]:
        """Columns with numbers in place of fractions, or their text."""
        out = self.to_dict()
        for name, kind in self._columns:
            if kind == "exact":
                out[name] = [None if v is None else decimal(v) if exact else float(v) for v in out[name]]
            if kind == "texts":
                out[name] = [None if v is None else list(v) for v in out[name]]
        return out

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
        body = "".join("<tr>" + "".join(f"<td>{escape(shown(v))}</td>" for v in row.values()) + "</tr>" for row in self)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(map(shown, value))
    if isinstance(value, Fraction):
        return decimal(value)
    return str(value)


def decimal(value: Fraction) -> str:
    """'83.5' when the decimal ends within 15 places, else '585/7'."""
    scaled = value * 10**15
    if scaled.denominator != 1:
        return str(value)
    sign, digits = "-" if scaled < 0 else "", f"{abs(scaled.numerator):016d}"
    return (sign + digits[:-15] + "." + digits[-15:]).rstrip("0").rstrip(".")


def series(pandas: Any, kind: str, values: list[Any], exact: bool) -> Any:
    if kind == "exact" and not exact:
        return pandas.Series([None if v is None else float(v) for v in values], dtype="float64")
    if kind == "day":
        return pandas.to_datetime(pandas.Series(values, dtype="object")).astype("datetime64[s]")
    if kind == "instant":
        return pandas.to_datetime(pandas.Series(values, dtype="object"), utc=True).dt.tz_convert("+07:00")
    dtype = {"text": "string", "whole": "Int64", "flag": "boolean", "number": "float64"}.get(kind, "object")
    return pandas.Series(values, dtype=dtype)
