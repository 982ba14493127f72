"""The report of one season."""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import cached_property
from html import escape
from typing import Any, Literal

from . import _sangkien
from ._attribution import AttributionTable
from ._days import day_of, instant_of
from ._explanation import Explanation
from ._lifecycle import Lifecycle
from ._table import Table


class Report:
    """Report (báo cáo): everything that follows from one season under the rules, as of one instant. Immutable.

    `to_dict` has all of it: every verdict with its findings, clauses and what would lift it. The tables are the
    part an analyst counts with. In them verdicts are the words 'pass', 'fail', 'undetermined'; exact numbers are
    Fraction; days are `datetime.date`; instants `datetime` at UTC+07:00; what is not known is None. Columns ending
    in _vi and _en hold the same text in both languages; ids are those of rulebooks and season.
    """

    def __init__(self, core: _sangkien.Report) -> None:
        """Not for callers: use `Rules.evaluate`."""
        self._core = core

    @property
    def as_of(self) -> datetime:
        return instant_of(self._core.as_of)

    @property
    def season(self) -> str:
        """Id of the season."""
        return self._core.season

    @property
    def title(self) -> dict[str, str]:
        """Title of the season, {'vi', 'en'}."""
        return self._core.title

    @property
    def year(self) -> int:
        return self._core.year

    @property
    def rules_on(self) -> date:
        """The rules in force on this day were applied."""
        return day_of(self._core.rules_on)

    @property
    def asked(self) -> list[dict[str, Any]] | None:
        """What the host answered, in the order of the season: initiative (id), fact {'id', 'vi', 'en'}, value ('pass':
        yes, 'fail': no, 'undetermined': nobody has stated it). None when there was no host to ask. Put into the
        `facts` of the season, the answers give the same report without the host."""
        out: list[dict[str, Any]] | None = self.to_dict().get("asked")
        return out

    @cached_property
    def initiatives(self) -> Table:
        """One row for each initiative, in the order of the season.

        id, title_vi, title_en, units (ids, the lead first), area, level, state, state_kind; ballots, sitting
        (counts), excluded (ids of members who may not sit); total (exact points), rounded (once, as the rubric
        says), class, flagged (the class asks for more of a criterion); decision (of the council: pass, fail,
        undetermined), vote (the same of the vote alone), agree, disagree, abstain, vote_base, vote_needed
        (members); rank, selected; index_alone (index points it would bring if it were the only one),
        index_marginal (points lost without it), summed over units and components; events, events_unmet (refused
        or open), findings_unmet; mean.CRITERION (exact mean of its scores) for each criterion.
        """
        return Table(*self._core.initiatives())

    @cached_property
    def units(self) -> Table:
        """One row for each unit.

        id, name_vi, name_en, kind; quota (verdict over all its quotas, None when it is under none); index_total
        (exact points that are sure), index_open (what open figures can still add), index_max, index_complete
        (verdict). For each quota rule: RULE.verdict, RULE.owed, RULE.counted, RULE.open, RULE.missing
        (initiatives).
        """
        return Table(*self._core.units())

    @cached_property
    def deadlines(self) -> Table:
        """The milestones of the year (kind 'milestone'), then the clocks of each initiative (kind 'clock').

        kind, id, name_vi, name_en, who (role), initiative, start (day, not counted), last_day, ends (the first
        instant that is too late), past (at as_of), stopped (instant), kept (verdict: undetermined while it runs),
        warnings (count), rulebook, clause, provenance.
        """
        return Table(*self._core.deadlines())

    @cached_property
    def todo(self) -> Table:
        """What has to be done, earliest first.

        kind ('duty', 'propose', 'step', 'supply', 'decide'), who (roles), unit, initiative, what_vi, what_en, by
        (the first instant that is too late), overdue, rulebook, clause, provenance.
        """
        return Table(*self._core.todo())

    @cached_property
    def index(self) -> Table:
        """One row for each unit and component of the index; no rows when no rulebook has an index.

        unit, area, component, name_vi, name_en, input ('initiatives', 'count', 'rate', 'yes-no'), figure, points
        (None while a figure is missing), least, most (the points lie between), max (all exact), verdict, rulebook,
        clause, provenance.
        """
        return Table(*self._core.index())

    def attribution(self) -> AttributionTable:
        """What each initiative adds to the index of its units: alone, without it, and its share; shares add up."""
        return AttributionTable(*self._core.attribution())

    def lifecycle(self, initiative: str) -> Lifecycle:
        """The procedure with the way of one initiative marked on its pictures."""
        return Lifecycle(_sangkien.lifecycle_of(self._core, initiative))

    def to_json(self) -> str:
        """The same bytes as through every other door, as UTF-8."""
        return self._core.json()

    def to_dict(self) -> dict[str, Any]:
        """`to_json`, parsed: exact numbers, days and instants are texts."""
        out: dict[str, Any] = json.loads(self.to_json())
        return out

    def to_text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """A text for a person, in Vietnamese or English."""
        return self._core.text(lang)

    def explain(self, path: str | None = None, lang: Literal["vi", "en"] = "vi") -> Explanation:
        """Why a value of this report is what it is: rules, facts, readings and clauses that led to it.

        path: a JSON pointer into `to_json`, such as '/initiatives/SK-05/state', or the same with dots; an id may stand
        in place of a position. '' is the whole report; None, all that is refused, not met or open. lang: of its `text`.

        Raises Error SK1308 when the path leads nowhere, naming the nearest that does.
        """
        if lang not in ("vi", "en"):
            raise ValueError(f"lang is 'vi' or 'en', not {lang!r}")
        out, vi, en = self._core.explain(path)
        return Explanation(out, {"vi": vi, "en": en}, lang)

    def _repr_html_(self) -> str:
        parts = [f"<h3>{escape(self.title['vi'] or self.season)}</h3>", f"<p>{self.as_of.isoformat()}</p>"]
        for heading, name, columns in PAGE:
            table: Table = getattr(self, name)
            if len(table):
                shown = [column for column in columns if column in table.columns]
                parts.append(f"<h4>{heading}</h4>{table.select(*shown)._repr_html_()}")
        return "".join(parts)

    def __repr__(self) -> str:
        counts = f"{len(self.initiatives)} initiatives, {len(self.units)} units, {len(self.todo)} to do"
        return f"<sangkien.Report {self.season} as of {self.as_of.isoformat()}: {counts}>"


PAGE = (
    (
        "Sáng kiến",
        "initiatives",
        ("id", "title_vi", "units", "state", "rounded", "class", "decision", "rank", "selected"),
    ),
    ("Đơn vị", "units", ("id", "name_vi", "quota", "index_total", "index_open")),
    ("Việc cần làm", "todo", ("by", "overdue", "who", "unit", "initiative", "what_vi", "clause")),
    ("Thời hạn", "deadlines", ("name_vi", "initiative", "last_day", "past", "kept", "clause")),
)
