"""A season: one yearly round of an office."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Union

from . import _sangkien
from ._days import day_of

Path = Union[str, "os.PathLike[str]"]


class Season:
    """Season (đợt sáng kiến): units, initiatives, events, council, ballots, index figures of one round. Immutable.

    The format is `sangkien.schema("season")`. Make one with `load` or `from_json`.
    """

    __slots__ = ("_core",)

    def __init__(self, core: _sangkien.Season) -> None:
        """Not for callers: use `load` or `from_json`."""
        self._core = core

    @classmethod
    def load(cls, path: Path) -> Season:
        """Reads a file (UTF-8 JSON). Raises Error with everything wrong in it; SK1008 when it cannot be read.

        What needs the rules (areas, roles, maxima of scores) is checked by `Rules.evaluate`; given the path itself,
        that tells problems of both kinds in one Error.
        """
        name = os.fsencode(path)
        return cls(_sangkien.read_season(_sangkien.read_file(name), name))

    @classmethod
    def from_json(cls, content: str | bytes | Mapping[str, Any], name: str = "season") -> Season:
        """Reads JSON text, or a dict of the same shape, in which numbers may also be Fraction or Decimal (exact),
        days `datetime.date`, instants `datetime` with a time zone. `name` stands for the file in problems.

        A float counts as the decimal it prints as: 0.1 is 1/10. Raises Error with everything wrong.
        """
        return cls(_sangkien.read_season(season_text(content), name.encode()))

    @property
    def id(self) -> str:
        return self._core.id

    @property
    def year(self) -> int:
        return self._core.year

    @property
    def title(self) -> dict[str, str]:
        """{'vi', 'en'}; either may be empty."""
        return self._core.title

    @property
    def opened(self) -> date:
        """The rules in force on this day govern the round."""
        return day_of(self._core.opened)

    @property
    def digest(self) -> str:
        """SHA-256 of the text it was read from, 64 hexadecimal digits."""
        return self._core.digest

    def __repr__(self) -> str:
        return f"<sangkien.Season {self.id}: {self._core.units} units, {self._core.initiatives} initiatives>"


def season_text(content: str | bytes | Mapping[str, Any]) -> bytes:
    if isinstance(content, bytes):
        return content
    if isinstance(content, str):
        return content.encode()
    if isinstance(content, Mapping):
        return json.dumps(content, ensure_ascii=False, allow_nan=False, default=plain).encode()
    raise TypeError(f"a season is JSON text or a dict, not {type(content).__name__}")


def plain(value: object) -> Any:
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no place in a season")
