"""Index: offices scored from tables of figures."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal

from . import _sangkien
from ._columns import numpy
from ._days import count_of, day_of, seconds_of
from ._error import Error
from ._index_table import Figures, figures_of
from ._rules import Name, Rules
from ._table import Table


class Index:
    """Index (bộ chỉ số): areas, criteria and components with their maxima and scoring functions, as in force on a day.

        index = sk.Index.load("index-ward-illustrative", on="2026-01-20")
        scores = index.score("wards.xlsx")
        scores.offices.to_pandas(exact=False)

    Immutable; threads may share it.
    """

    __slots__ = ("_core", "_on", "_rules")

    def __init__(self, rules: Rules, on: date | str) -> None:
        """The index of `rules` on a day. Error SK1374 when they have none then."""
        day = count_of(on)
        self._rules = rules
        self._on = day_of(day)
        self._core = _sangkien.open_index(rules._core, day)

    @classmethod
    def load(cls, *names: Name, on: date | str) -> Index:
        """From rulebooks: ids of built-in ones, or paths, as `Rules.load` takes them."""
        return cls(Rules.load(*names), on)

    @property
    def on(self) -> date:
        return self._on

    @property
    def rules(self) -> Rules:
        return self._rules

    @property
    def edition(self) -> str:
        return self._core.edition

    @property
    def whole(self) -> Fraction:
        """What the maxima add up to: 100, as a rule."""
        return Fraction(*self._core.whole)

    @property
    def rounds(self) -> list[str]:
        """Rounds of scoring, in the order of locking; empty where figures are of one round."""
        return self._core.rounds

    @property
    def components(self) -> Table:
        """component, name_vi, name_en, node (None for bonus and penalty), side ('base', 'bonus', 'penalty'), input,
        score, max (exact), missing (what a missing figure makes: 'undetermined', 'zero', 'excluded'), rulebook, clause,
        provenance."""
        return Table(*self._core.components())

    @property
    def nodes(self) -> Table:
        """Areas and criteria, each before what stands in it: node, name_vi, name_en, parent, depth (0: an area), max
        (exact), rulebook, clause, provenance."""
        return Table(*self._core.nodes())

    def score(
        self,
        table: Any,
        *,
        until: str | None = None,
        earlier: Any = None,
        as_of: datetime | str | None = None,
        sheet: str | None = None,
    ) -> IndexScores:
        """Points of each office, what it lost and why.

        table: the path of a CSV file or an Excel workbook (`sheet`: which one of it), CSV text, a DataFrame of pandas
        or polars, an Arrow table, a list of dicts. Long: office, component, value and, if wanted, group, round,
        evidence, year; or wide: office, group, round, year and a column for each component. Decimal, Fraction, int and
        text are exact; a float is taken by its first 15 digits, as a spreadsheet shows it. None, NaN and blank cells
        are missing figures.

        until: by the figures of that round and those before it. earlier: the table as it was; what differs from it in a
        round that is locked at `as_of` is Error SK1371.

        Error tells everything wrong with the table, each with its place: line and column of a text, cell of a sheet
        ('Figures!C7'), row and column of a frame.
        """
        if (earlier is None) != (as_of is None):
            raise TypeError("earlier and as_of go together: the table as it was, and when rounds are locked")
        figures = figures_of(table, sheet=sheet)
        before = None if earlier is None else figures_of(earlier, sheet=sheet)
        seconds = 0 if as_of is None else seconds_of(as_of)
        old = None if before is None else (before.text, os.fsencode(before.file))
        try:
            core = self._core.score(figures.text, os.fsencode(figures.file), until or "", old, seconds)
        except Error as error:
            told = figures.told(error)
            raise (told if told is not error or before is None else before.told(error)) from None
        return IndexScores(self, figures, core)

    def __repr__(self) -> str:
        return f"<sangkien.Index {self.edition!r} on {self.on}: {len(self.components)} components, {self.whole} points>"


class IndexScores:
    """IndexScores (bảng điểm chỉ số): what each office has, lost, and can still get. Tables are made when first asked
    for; numbers in them are exact (Fraction)."""

    def __init__(self, index: Index, figures: Figures, core: _sangkien.IndexScores) -> None:
        """Not for callers: use `Index.score`."""
        self._index = index
        self._figures = figures
        self._core = core

    @property
    def index(self) -> Index:
        return self._index

    @cached_property
    def offices(self) -> Table:
        """A row for each office and year, in the order of the table: office, group, year; total (what is sure), open
        (what can still come), share (total of the whole), scaled (the base brought up to the whole for what is left
        out), bonus, penalty, lost; complete (total is the result); rank and class, None while they are not sure.
        """
        return Table(*self._core.offices())

    @cached_property
    def lines(self) -> Table:
        """A row for each office, year and component: value, points (None while undetermined or when left out), least,
        most, max, lost, reason ('figure', 'missing', 'no-evidence', 'excluded', 'undetermined'; None: nothing is lost),
        round, row (line of the CSV that was read), evidence; rulebook, clause, provenance.
        """
        return Table(*self._core.lines())

    @cached_property
    def nodes(self) -> Table:
        """A row for each office, year and area or criterion: node, depth, points, open, max (without what is left out),
        lost, complete."""
        return Table(*self._core.nodes())

    @cached_property
    def lost(self) -> Table:
        """The lines where points are lost or not yet sure, the most lost first within an office and year."""
        table = self.lines
        at = {name: table.columns.index(name) for name in ("office", "year", "lost", "reason")}
        rows = [row for row in table._rows if row[at["lost"]][0] > 0 or row[at["reason"]] == "undetermined"]
        order: dict[Any, int] = {}
        for row in rows:
            order.setdefault((row[at["office"]], row[at["year"]]), len(order))
        rows.sort(key=lambda row: (order[row[at["office"]], row[at["year"]]], -Fraction(*row[at["lost"]])))
        return Table(table._columns, rows)

    def ranks(self, *, by_group: bool = False) -> Table:
        """A row for each office and year: total, open; best and worst rank it may have (equal when it is known), tied
        (with another known total), class_lowest and class_highest. by_group: among the offices of the same group."""
        return Table(*self._core.ranks(by_group))

    def differences(self, begin: str, end: str) -> Table:
        """What the round `end` gives otherwise than `begin`, where both have a figure: office, year, component, from,
        to (points), from_row, to_row (lines of the CSV that was read), evidence."""
        return Table(*self._core.differences(begin, end))

    @cached_property
    def points(self) -> Any:
        """A numpy array of float64, offices x components, in the order of `offices` and `Index.components`: the points,
        NaN where they are not known. For statistics and pictures; what is decided is in the exact tables."""
        np = numpy()
        out = np.empty(len(self._core) * len(self._index.components), dtype=np.float64)
        self._core.matrix(out)
        return out.reshape(len(self._core), -1)

    def wide(self) -> Table:
        """A row for each office and year, a column for each component: the exact points, None where not known."""
        offices, lines = self.offices, self.lines
        names = self._index.components.column("component")
        at = lines.columns.index("points")
        count = len(names)
        rows = [
            (
                *(row[offices.columns.index(name)] for name in ("office", "group", "year")),
                *(line[at] for line in lines._rows[i * count : (i + 1) * count]),
            )
            for i, row in enumerate(offices._rows)
        ]
        return Table([("office", "text"), ("group", "text"), ("year", "whole"), *((n, "exact") for n in names)], rows)

    def to_text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """For a person, in Vietnamese or English."""
        return self._core.to_text(lang)

    def to_json(self) -> str:
        """As `sangkien index score --format json` prints it."""
        return self._core.to_json()

    def to_csv(self) -> str:
        """As `sangkien index score --format csv` prints it: a row for each office and component, node and total."""
        return self._core.to_csv()

    def to_excel(self, path: Name, *, sheets: Sequence[str] = ("Offices", "Areas", "Components", "Lost")) -> None:
        """A workbook with these sheets. Numbers are numbers; where a double does not hold one exactly its exact text
        stands beside it. ValueError for a sheet that there is not.

        Needs openpyxl, imported only here, which writes some 150,000 cells a second: of thousands of offices the sheets
        Components and Lost take a while."""
        from ._excel import write_book

        tables = {"Offices": "offices", "Areas": "nodes", "Components": "lines", "Lost": "lost"}
        for sheet in sheets:
            if sheet not in tables:
                raise ValueError(f"no sheet {sheet!r}; there are {', '.join(tables)}")
        write_book(path, {sheet: getattr(self, tables[sheet]) for sheet in sheets})

    def __len__(self) -> int:
        return len(self._core)

    def __repr__(self) -> str:
        return f"<sangkien.IndexScores: {len(self)} offices, {self._index.edition!r}>"

    def _repr_html_(self) -> str:
        return self.offices._repr_html_()
