"""The index: offices scored from tables of figures."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from functools import cached_property
from html import escape
from typing import Any, Literal

from . import _sangkien
from ._days import count_of, day_of, seconds_of
from ._error import Error, Problem
from ._index_columns import IndexTotals, score_columns, totals_of
from ._index_table import Given, Place, given, is_path
from ._index_years import IndexComparison, mapping_of
from ._rules import Name, Rules
from ._sensitivity import Sensitivity, plan_text
from ._table import Column, Table
from ._what_if import Changes, WhatIf, actions_text, wishes_of


class Index:
    """Index (bộ chỉ số): areas, criteria and components as the rulebooks in force on one day have them. Immutable.

    index = sk.Index.load("index-ward-illustrative", on="2026-01-20")
    scores = index.score("wards.xlsx")
    scores.ranks().to_pandas()
    """

    def __init__(self, rules: Rules, on: date | str) -> None:
        """The index in force on `on` under rules that are loaded already. Error SK1374 when there is none."""
        self._rules = rules._core
        self._day = count_of(on)
        self._read = _sangkien.index(self._rules, self._day)

    @classmethod
    def load(cls, *names: Name, on: date | str) -> Index:
        """Loads rulebooks, by id or path as `Rules.load`, and takes the index in force on `on`."""
        return cls(Rules.load(*names), on)

    @property
    def on(self) -> date:
        return day_of(self._day)

    @property
    def edition(self) -> str:
        out: str = self._read["edition"]
        return out

    @property
    def whole(self) -> Fraction:
        """What the areas add up to."""
        return Fraction(*self._read["whole"])

    @property
    def years(self) -> tuple[int, int] | None:
        """First and last year the edition is for; None when it says nothing of years."""
        out: tuple[int, int] | None = self._read["years"]
        return out

    @cached_property
    def components(self) -> Table:
        """One row for each component, then bonus and penalty.

        component, name_vi, name_en, side ('base', 'bonus', 'penalty'), area, node (what it stands in), max (exact),
        input, score, missing, without_evidence, rulebook, clause, provenance; the words are those of rulebooks.
        """
        return Table(*self._read["components"])

    @cached_property
    def nodes(self) -> Table:
        """One row for each area and criterion, each before what stands in it.

        node, name_vi, name_en, parent (None: an area), depth (0: an area), max (exact), rulebook, clause, provenance.
        """
        return Table(*self._read["nodes"])

    @cached_property
    def rounds(self) -> Table:
        """One row for each round, in the order of locking: round, name_vi, name_en, deadline, optional."""
        columns = [("round", "text"), ("name_vi", "text"), ("name_en", "text"), ("deadline", "instant")]
        rows = [(name, words["vi"], words["en"], by, free) for name, words, by, free in self._read["rounds"]]
        return Table([*columns, ("optional", "flag")], rows)

    @cached_property
    def classes(self) -> Table:
        """One row for each class of totals, falling: class, name_vi, name_en, from (exact)."""
        columns = [("class", "text"), ("name_vi", "text"), ("name_en", "text"), ("from", "exact")]
        return Table(columns, [(name, words["vi"], words["en"], low) for name, words, low in self._read["classes"]])

    def score(
        self,
        table: Any,
        until: str | None = None,
        earlier: Any = None,
        as_of: datetime | str | None = None,
        *,
        sheet: str | None = None,
        decimals: int | None = None,
    ) -> IndexScores:
        """Points of every office, what it lost and why. Exact; nothing is rounded.

        table: a path (.csv, .xlsx), CSV text, a DataFrame of pandas or polars, anything with `__arrow_c_stream__`, a
        dict of columns, a list of dicts. Long: columns office, component, value, and if wanted group, round, evidence,
        year. Wide: office, those of the others that hold for the row, and a column for each component; a column
        COMPONENT.evidence has its evidence. sheet: of the workbook; otherwise the first that has a column office.

        Numbers may be int, str ('97,5%'), Decimal, Fraction; a float counts as the shortest decimal that is this float,
        of Excel as its first 15 digits. More than 15 digits are refused, as 0.1 + 0.2 has: give `decimals` to round
        floats, or Fraction(60, 61) for what has been divided. None, NaN and blank are missing figures.

        until: by the figures of this round and those before. earlier and as_of: nothing may differ from this table in a
        round that was locked at this instant.

        Raises Error with everything wrong and where: `Data!B7` of a workbook, `.loc['P-07', 'on-time']` of a frame.
        """
        if (earlier is None) != (as_of is None):
            raise TypeError("earlier and as_of are given together: what was locked, and when")
        now = given(table, sheet, decimals)
        before = None if earlier is None else given(earlier, sheet, decimals)
        if before is not None and before.name == now.name:
            before.name = b"earlier " + before.name
        return IndexScores(self._scored(now, until, before, None if as_of is None else seconds_of(as_of)))

    def _scored(
        self, now: Given, until: str | None = None, before: Given | None = None, as_of: int | None = None
    ) -> _sangkien.IndexScores:
        earlier = None if before is None else (before.text, before.name)
        places = Places(now, before)
        return _sangkien.index_score(self._rules, self._day, now.text, now.name, until or "", earlier, as_of, places)

    def totals(
        self, table: Any, until: str | None = None, *, sheet: str | None = None, decimals: int | None = None
    ) -> IndexTotals:
        """Totals of very many offices from a table as `score` takes it: as exact, without lines and reasons.

        A CSV file or its text is the quickest: it is checked and scored without a row being kept. Raises Error with
        everything wrong and where, as `score`.
        """
        now = given(table, sheet, decimals)
        return totals_of(
            *_sangkien.index_totals(self._rules, self._day, now.text, now.name, until or "", Places(now, None))
        )

    def score_columns(
        self,
        columns: Mapping[str, Any],
        *,
        over: Mapping[str, int] | None = None,
        evidence: Mapping[str, Any] | None = None,
        points: bool = False,
    ) -> IndexTotals:
        """Totals of very many offices from one array for each component: as exact as `score`, without its reasons.

        columns: a dict of arrays, a DataFrame: int32, int64, bool, float64, one entry for each office; a component
        without a column is reported by nobody. A double counts as the decimal it stands for, NaN as not reported; more
        than 15 digits are refused. over: what whole numbers are parts of, 1000 for 975 that means 0.975 (default 1;
        for doubles the least power of ten that holds them). evidence: arrays of bool, for the components that ask for
        it; without one nobody has any, as in a table without that column. points: of each node and component too.

        int32 throughout is the quickest. Raises Error with component and row for a figure outside its range.
        """
        return score_columns(self._rules, self._day, self._read, columns, over or {}, evidence or {}, points)

    def check(self, table: Any, *, sheet: str | None = None, decimals: int | None = None) -> list[Problem]:
        """Everything wrong with a table, as the problems of Error; nothing when it can be scored."""
        try:
            self.score(table, sheet=sheet, decimals=decimals)
        except Error as error:
            return error.problems
        return []

    def compare(
        self,
        before: Any,
        after: Any,
        *,
        mapping: Any = None,
        with_index: Index | None = None,
        year_before: int | None = None,
        year_after: int | None = None,
        sheet: str | tuple[str, str] | None = None,
        decimals: int | None = None,
    ) -> IndexComparison:
        """Two tables beside each other, of one year, of two years, or by two editions: what changed, as points and as
        share of the maximum, and what cannot be compared, with the reason. Exact; both parts add up to each total.

        before, after: tables as for `score`. with_index: the index of `after`, where it is another than this. sheet: of
        the workbooks, or (of before, of after). year_before, year_after: only this year of a table with several.

        mapping: what of this index stands for what of the later one: a path, CSV (from, to) or JSON text, a frame with
        from and to, a list of pairs, or {from: to}. Several for one id, {from: [to, to]}: it was split; several with
        the same: they were joined. None: nothing stands for it. What is not named stands for itself.

        Raises Error with what is wrong with the mapping or a table, and where; for a year that a table does not have.
        """
        later = self if with_index is None else with_index
        sheets = sheet if isinstance(sheet, tuple) else (sheet, sheet)
        pairs = []
        if mapping is not None:
            read = mapping_of(mapping)
            of = (self._rules, self._day, later._rules, later._day)
            pairs = _sangkien.index_mapping(*of, read.text, read.name, Places(read, None))
        first, second = given(before, sheets[0], decimals), given(after, sheets[1], decimals)
        if first.name == second.name and not is_path(after):
            first.name, second.name = b"before " + first.name, b"after " + second.name
        scored = (self._scored(first), later._scored(second))
        years = (year_before or 0, year_after or 0)
        return IndexComparison(*_sangkien.index_compare(*scored, pairs, *years, first.name, second.name))

    def what_if(
        self,
        table: Any,
        changes: Changes = (),
        *,
        office: str | None = None,
        year: int | None = None,
        rivals: bool = False,
        by_group: bool = False,
        target: str | int | Fraction | None = None,
        actions: Any = None,
        sheet: str | None = None,
    ) -> WhatIf:
        """Points, ranks and classes with other figures than those of the table, which stays as it is.

        changes: {(office, component): figure}, or dicts with office, component, value and, if wanted, year. Text
        '+1' and '-1' is added to the figure that holds (an initiative more, one fewer), None drops it.

        office (and year, its last by default): whose rivals and target are asked, with the changes made. rivals: who
        stands next above and below, what a better rank needs, how far this one is safe; by_group: in its group only.
        target: a total, 'class:good' or 'rank:3'; actions: what can be done, dicts with action, component, value, cost
        and, if wanted, one_of (of all with the same word one at most), or the path of such a CSV; at most 20. The
        cheapest sets of them are found exactly, all that are as cheap.
        """
        if (target is None) != (actions is None):
            raise TypeError("target and actions go together: what is wanted, and what can be done for it")
        if office is None and (rivals or target is not None):
            raise TypeError("rivals and target are asked of an office: name it")
        figures = given(table, sheet)
        self.score(table, sheet=sheet)  # tells what is wrong with it, and where
        text, file = (b"", b"") if actions is None else actions_text(actions)
        asked = (office or "", year or 0, rivals, by_group, "" if target is None else str(target))
        return WhatIf(*_sangkien.what_if(self._rules, self._day, figures.text, wishes_of(changes), *asked, text, file))

    def sensitivity(
        self,
        table: Any,
        *,
        weights: Mapping[str, float] | None = None,
        surveys: Mapping[str, float] | None = None,
        replicates: int = 1000,
        seed: int = 1,
        level: float = 0.9,
        left_out: Sequence[str] = (),
        sobol: int = 0,
        of_office: str | None = None,
        threads: int = 1,
        sheet: str | None = None,
    ) -> Sensitivity:
        """How sure totals and ranks are, with weights and survey figures drawn anew; doubles, information only.

        weights: {area, criterion or component: spread}: its maximum times 1 - spread to 1 + spread, drawn evenly, all
        brought back to the whole. surveys: {component: standard error on its scale}, normal, for every office apart.
        left_out: areas, criteria or components, one at a time. sobol: so many rows of points for Sobol indices of the
        mean shift in rank, or of the total of `of_office`; 0: none. Replicate r depends on the seed and r alone; the
        numbers are the same for any number of threads. Error for a name that the index has not, a spread above 1.
        """
        figures = given(table, sheet)
        self.score(table, sheet=sheet)  # tells what is wrong with it, and where
        plan = plan_text(weights or {}, surveys or {}, left_out, seed)
        core = _sangkien.sensitivity(self._rules, self._day, figures.text, plan)
        return Sensitivity(core, list(weights or {}), list(surveys or {}), replicates, level, sobol, of_office, threads)

    def __repr__(self) -> str:
        return f"<sangkien.Index {self.edition}: {len(self.components)} components on {self.on}>"

    def _repr_html_(self) -> str:
        shown = self.components.select("component", "name_vi", "side", "area", "max", "input", "score", "missing")
        return f"<h3>{escape(self.edition)}</h3>{shown._repr_html_()}"


class Places:
    """Where lines of the texts that were handed in stand in what they were made from."""

    def __init__(self, now: Given, before: Given | None) -> None:
        self._now, self._before = now, before

    def __call__(self, file: bytes, line: int, column: int) -> Place:
        for one in (self._now, self._before):
            if one is not None and file == one.name:
                found = one.place(line, column)
                return None if found is None else (one.name.decode(errors="replace"), *found[1:])
        return None


class IndexScores:
    """IndexScores (kết quả chấm chỉ số): a table of figures as it was scored. Immutable."""

    def __init__(self, core: _sangkien.IndexScores) -> None:
        """Not for callers: use `Index.score`."""
        self._core = core

    @cached_property
    def offices(self) -> Table:
        """One row for each office and year, in the order of the table.

        office, group, year; total, open (total <= result <= total + open), complete (total is the result), share (of
        the whole), scaled (the base brought up to the whole for what is excluded), bonus, penalty, base, lost.
        """
        return Table(*self._core.offices())

    @cached_property
    def lines(self) -> Table:
        """One row for each office and component.

        office, group, year, component, name_vi, name_en, side, area, node; figure, round and evidence that it was
        scored by; points (None while undetermined or when excluded), least, most, max, lost, reason ('figure',
        'missing', 'no-evidence', 'excluded', 'undetermined', None), clause.
        """
        return Table(*self._core.lines(False))

    @cached_property
    def lost(self) -> Table:
        """The rows of `lines` that lack points or are not known; of each office the greatest loss first."""
        columns, rows = self._core.lines(True)
        at = [name for name, _ in columns].index("lost")
        groups: dict[tuple[Any, ...], list[tuple[Any, ...]]] = {}
        for row in rows:
            groups.setdefault((row[0], row[2]), []).append(row)
        ordered = [row for group in groups.values() for row in sorted(group, key=lambda row: -Fraction(*row[at]))]
        return Table(columns, ordered)

    @cached_property
    def nodes(self) -> Table:
        """One row for each office, area and criterion: office, group, year, node, name_vi, name_en, parent, depth,
        points, open, max, lost, complete."""
        return Table(*self._core.nodes())

    def ranks(self, by_group: bool = False) -> Table:
        """One row for each office, in the order of the table: office, group, year, total, open, best, worst (equal when
        the rank is known), tied, lowest_class, highest_class. by_group: among offices of the same group."""
        return Table(*self._core.ranks(by_group))

    def differences(self, from_: str, to: str) -> Table:
        """What round `to` gives otherwise than round `from_`, where both have a figure: office, year, component,
        name_vi, name_en, from, to, change (points), from_figure, to_figure, from_evidence, to_evidence."""
        return Table(*self._core.differences(from_, to))

    def wide(self, of: Literal["points", "lost", "figure"] = "points") -> Table:
        """One row for each office: office, group, year, total, and a column for each component."""
        if of not in ("points", "lost", "figure"):
            raise ValueError(f"of is 'points', 'lost' or 'figure', not {of!r}")
        columns, lines = self._core.lines(False)
        names = [name for name, _ in columns]
        value, component = names.index(of), names.index("component")
        offices = self._core.offices()[1]
        width = len(lines) // len(offices) if offices else 0
        out: list[Column] = [*columns[:3], ("total", "exact")]
        out += [(row[component], "exact") for row in lines[:width]]
        rows = [
            (*office[:4], *(row[value] for row in lines[i * width : (i + 1) * width]))
            for i, office in enumerate(offices)
        ]
        return Table(out, rows)

    def to_excel(
        self,
        path: str | os.PathLike[str],
        sheets: Sequence[Literal["offices", "ranks", "nodes", "lost", "lines", "wide"]] = (
            "offices",
            "ranks",
            "nodes",
            "lost",
        ),
    ) -> None:
        """A workbook with a sheet for each of these tables, as `Table.to_excel` writes them. Needs openpyxl."""
        from ._excel import write

        write(
            path,
            [(name, getattr(self, name)() if name in ("ranks", "wide") else getattr(self, name)) for name in sheets],
        )

    @cached_property
    def _pages(self) -> tuple[str, str, str, str]:
        return self._core.pages()

    def to_json(self) -> str:
        """The same bytes as from the command."""
        return self._pages[0]

    def to_dict(self) -> dict[str, Any]:
        """`to_json`, parsed: exact numbers are texts."""
        out: dict[str, Any] = json.loads(self.to_json())
        return out

    def to_text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """For a person, in Vietnamese or English."""
        return self._pages[2 if lang == "en" else 1]

    def to_csv(self) -> str:
        """The same bytes as from the command: components, nodes and totals of every office in one table."""
        return self._pages[3]

    def __repr__(self) -> str:
        return f"<sangkien.IndexScores: {len(self.offices)} offices>"

    def _repr_html_(self) -> str:
        shown = self.ranks().select("office", "group", "total", "open", "best", "worst", "lowest_class")
        return shown._repr_html_()
