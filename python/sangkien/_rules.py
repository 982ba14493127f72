"""Rules: rulebooks layered, checked and compiled."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Any, Literal, Union

from . import _sangkien
from ._days import count_of, day_of, instant_of, seconds_of
from ._gates import Gates, Step
from ._lifecycle import Lifecycle
from ._quota import QuotaTable
from ._raters import RaterStatistics
from ._report import Report
from ._scores import Scores
from ._season import Path, Season
from ._views import Eligible, Robustness, View

Name = Union[str, "os.PathLike[str]"]


Facts = Callable[[str, str, datetime], Union[bool, None]]
"""What a host knows: (id of the initiative, name of the fact, the report's as_of) -> True, False, or None."""


def asking(facts: Facts, seconds: int) -> Callable[[str, str], bool | None]:
    """The host's function as the library calls it."""
    if not callable(facts):
        raise TypeError(f"facts is a function (initiative, fact, as_of) -> bool or None, not {type(facts).__name__}")
    as_of = instant_of(seconds)
    return lambda initiative, fact: facts(initiative, fact, as_of)


class Rules:
    """Rules (bộ quy tắc): several rulebooks as one, ready to evaluate seasons. Immutable; threads may share it."""

    __slots__ = ("_core",)

    def __init__(self, core: _sangkien.Rules) -> None:
        """Not for callers: use `load` or `from_json`."""
        self._core = core

    @classmethod
    def load(cls, *names: Name) -> Rules:
        """Loads rulebooks, and the built-in ones they stand under.

        A name is the id of a built-in rulebook (see `builtin_rulebooks`) or a path: an os.PathLike, or text that
        has a slash or ends in '.json'. Raises one Error with everything wrong in any of them.
        """
        if not names:
            raise TypeError("name at least one rulebook, as in Rules.load('gia-vien-934')")
        return cls(_sangkien.load_rules([name_of(name) for name in names]))

    @classmethod
    def from_json(cls, *texts: str | bytes) -> Rules:
        """The same from JSON texts that the caller holds; problems call them 'rulebook 1', 'rulebook 2', ..."""
        if not texts:
            raise TypeError("give the text of at least one rulebook")
        return cls(_sangkien.load_rules_text([text.encode() if isinstance(text, str) else text for text in texts]))

    def known_on(self, day: date | str) -> Rules:
        """As they were known on `day`: without papers issued later, values corrected later as they stood, the calendar
        as notices had it by then. A report made with them says so."""
        return Rules(self._core.known_on(count_of(day)))

    @property
    def ids(self) -> list[str]:
        """Ids of the rulebooks, lowest layer first, those loaded along included."""
        return [book["id"] for book in self._core.rulebooks]

    @property
    def rulebooks(self) -> list[dict[str, Any]]:
        """A dict for each, in the order of `ids`: id, layer ('national', 'province', 'ward', 'council', 'unit'), number
        of the document, title {'vi', 'en'}, issuer, issued, from, until (dates; in force from `from`, no longer on
        `until`, which may be None), provenance, under (ids), digest (SHA-256 of the text).
        """
        out = []
        for book in self._core.rulebooks:
            days = {key: None if book[key] is None else day_of(book[key]) for key in ("issued", "from", "until")}
            out.append({**book, **days})
        return out

    def evaluate(self, season: Season | Path, as_of: datetime | str, *, facts: Facts | None = None) -> Report:
        """What follows from one season, as of one instant. Events after `as_of` have not happened yet.

        season: a Season, or the path of its file (then one Error tells what cannot be read together with what the
        rules do not allow). as_of: ISO text with an offset, or a datetime with a time zone; without one it is Error
        SK1202, since whose time it is would be a guess. Fractions of a second are cut off. The GIL is released.

        facts: a function (initiative, fact, as_of) -> True, False or None (nobody has stated it), asked for a fact only
        when a condition needs it and the season does not state it, once for each initiative and fact; what it raises
        comes out as it is. `Report.asked` has the answers.

        Raises Error with everything in the season that the rules do not know or allow.
        """
        seconds = seconds_of(as_of)
        host = None if facts is None else asking(facts, seconds)
        if isinstance(season, Season):
            return Report(self._core.evaluate(season._core, seconds, host))
        if not isinstance(season, (str, os.PathLike)):
            raise TypeError(f"a Season or the path of its file is wanted, not {type(season).__name__}")
        name = os.fsencode(season)
        return Report(self._core.evaluate_text(_sangkien.read_file(name), name, seconds, host))

    def quota(self, season: Season | Path, as_of: datetime | str) -> QuotaTable:
        """What each unit owes and has as of an instant, and what is still possible before the deadline.

        season and as_of as of `evaluate`, and so are the errors.
        """
        read = season if isinstance(season, Season) else Season.load(season)
        return QuotaTable(*_sangkien.quota(self._core, read._core, seconds_of(as_of)))

    def score(self, sheet: Path | list[dict[str, Any]], as_of: datetime | str) -> Scores:
        """What a council's sheet comes to by the rules in force at `as_of`.

        sheet: the path of a CSV or JSON file with the columns initiative, member, criterion, points (and role, where
        the chair's matters), or a list of such dicts. Under criterion, the word vote stands for the vote: its points
        are agree, disagree or abstain. Raises Error with everything in the sheet that the rules do not allow.
        """
        if isinstance(sheet, (str, os.PathLike)):
            name = os.fsencode(sheet)
            content = _sangkien.read_file(name)
        else:
            rows = [{key: value if key != "points" else str(value) for key, value in row.items()} for row in sheet]
            name, content = b"sheet", json.dumps(rows).encode()
        text, vi, en = _sangkien.score(self._core, content, name, seconds_of(as_of))
        return Scores(text, {"vi": vi, "en": en})

    def view(
        self,
        season: Season | Path,
        as_of: datetime | str,
        viewer: str,
        *,
        closed: datetime | str | None = None,
        announced: datetime | str | None = None,
        least_ballots: int = 1,
    ) -> View:
        """A season as one person may see it: the own ballots; what the council made of each file once it has closed, to
        members who may sit on it; the own result with its reasons once it is announced, to authors.

        season and as_of as of `evaluate`, and so are the errors. closed, announced: since when; None: not yet.
        least_ballots: members are shown no figure that stands on fewer, lest one subtracts the own sheet.
        """
        if least_ballots < 1:
            raise ValueError("least_ballots is at least 1")
        read = season if isinstance(season, Season) else Season.load(season)
        since, told = (None if moment is None else seconds_of(moment) for moment in (closed, announced))
        return View(*_sangkien.view(self._core, read._core, seconds_of(as_of), viewer, since, told, least_ballots))

    def eligible(self, season: Season | Path, person: str | None = None, unit: str = "") -> Eligible:
        """Who may sit on each initiative, told before anybody is appointed: no ballot is needed.

        person: None for each member of the season's council; else one, a member or not. unit: of one who is no member.
        Raises Error with what is wrong in the season.
        """
        read = season if isinstance(season, Season) else Season.load(season)
        return Eligible(*_sangkien.eligible(self._core, read._core, person or "", unit))

    def rater_statistics(
        self, season: Season | Path, as_of: datetime | str, *, criterion: str | None = None, threshold: float = 3.5
    ) -> RaterStatistics:
        """How far the members of the council agree, and whose sheets stand apart: of the sheets that count as of an
        instant, by their totals or by one `criterion`. Information only.

        season and as_of as of `evaluate`, and so are the errors; SK1308 for a criterion that the rubric does not have.
        """
        read = season if isinstance(season, Season) else Season.load(season)
        told = _sangkien.season_statistics(self._core, read._core, seconds_of(as_of), criterion or "", threshold)
        return RaterStatistics(*told)

    def robustness(
        self,
        season: Season | Path,
        as_of: datetime | str,
        *,
        step: Fraction | int | str | None = None,
        weight_step: Fraction | int | str = "0.01",
    ) -> Robustness:
        """How firmly the results of a council stand: without one member, without one criterion, and the smallest change
        of one score or one weight that turns an approval, a class or a selection. Exact: every variant is judged anew.

        season and as_of as of `evaluate`, and so are the errors. step: in which scores move where the rubric states
        none; None: those scores do not move. weight_step: in which a weight moves, the others beside it scaled.
        """
        read = season if isinstance(season, Season) else Season.load(season)
        sizes = ("" if step is None else str(step)), str(weight_step)
        return Robustness(*_sangkien.robustness(self._core, read._core, seconds_of(as_of), *sizes))

    def lifecycle(self, on: date | str | None = None) -> Lifecycle:
        """The procedure in force on a day: pictures and paths. Without a day that of the rules made last."""
        return Lifecycle(_sangkien.lifecycle(self._core, None if on is None else count_of(on)))

    def gates(self, on: date | str | None = None) -> Gates:
        """The same procedure as bits, for millions of steps: verdicts without their reasons."""
        return Gates(_sangkien.gates(self._core, None if on is None else count_of(on), Step))

    def check_schedule(self, first_year: int, last_year: int) -> list[dict[str, Any]]:
        """What to heed in the schedule over years: findings for last days that are days off, too few working days
        between two milestones, rolls that contradict their text, years that are not answered for."""
        found: list[dict[str, Any]] = json.loads(_sangkien.check_schedule(self._core, first_year, last_year))
        return found

    def milestones_ics(
        self, year: int, *, stamp: datetime | str, remind: Sequence[int] = (), lang: Literal["vi", "en"] = "vi"
    ) -> str:
        """The milestones of a year as iCalendar (RFC 5545), each with a reminder so many working days before.

        `stamp` is the moment the file says it was made: no clock is asked. UIDs are the same every time.
        """
        return _sangkien.milestones_ics(self._core, year, list(remind), seconds_of(stamp), lang)

    def __repr__(self) -> str:
        return f"<sangkien.Rules: {', '.join(self.ids)}>"


def name_of(name: Name) -> bytes:
    """As the library takes it: a path without a slash gets one, lest it be taken for a built-in id."""
    out = os.fsencode(name)
    return b"./" + out if isinstance(name, os.PathLike) and b"/" not in out else out


def builtin_rulebooks() -> list[str]:
    """Ids of the rulebooks built into the library, sorted."""
    return _sangkien.builtin_rulebooks()


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a format: 'rulebook', 'season', 'report', 'explanation', 'record', 'vectors', 'journal',
    'difference'. KeyError for any other name."""
    text = _sangkien.builtin_schema(name)
    if not text:
        known = ", ".join(map(repr, _sangkien.builtin_schemas()))
        raise KeyError(f"there is no schema {name!r}; there are {known}")
    out: dict[str, Any] = json.loads(text)
    return out
