"""Decision records: one evaluation as a portable JSON that anybody can verify later."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, TypedDict, Union

from . import _sangkien
from ._days import seconds_of
from ._error import Message
from ._report import Report
from ._rules import Rules
from ._season import Path, season_text

Source = Union[Path, bytes, Mapping[str, Any]]
"""A path, or the JSON itself: as bytes, or as a dict."""


class Difference(TypedDict):
    """One thing that is not as it was recorded."""

    part: str
    """'seal' (the record was altered), 'season', 'rulebook', 'rulebook-missing', 'rulebook-extra', 'rulebook-order',
    'result', 'summary', 'report' (the report given is not the one recorded), or 'known-on' (rules known as of another
    day)."""
    place: str
    """JSON pointer into the record, or into the report: see the key 'in'."""
    rulebook: str
    """Id, where it is about one; else empty."""
    recorded: str
    found: str
    message: Message


class RecordCheck:
    """RecordCheck (kết quả kiểm chứng): whether a record still holds, and where it does not. True when it does."""

    __slots__ = ("_content", "_json", "_texts")

    def __init__(self, text: str, texts: dict[str, str]) -> None:
        """Not for callers: use `verify_record`."""
        self._json, self._texts = text, texts
        self._content: dict[str, Any] = json.loads(text)

    @property
    def same(self) -> bool:
        return bool(self._content["verdict"] == "same")

    def __bool__(self) -> bool:
        return self.same

    @property
    def differences(self) -> list[Difference]:
        """Empty when the record holds."""
        out: list[Difference] = self._content["differences"]
        return out

    @property
    def library(self) -> dict[str, str]:
        """{'recorded', 'found'}: the release that made the record and the one that verified it. Another release alone
        is no difference."""
        out: dict[str, str] = self._content["library"]
        return out

    def to_json(self) -> str:
        """The same bytes as through every other door."""
        return self._json

    def to_text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """For a person, in Vietnamese or English."""
        return self._texts[lang]

    def __repr__(self) -> str:
        return f"<sangkien.RecordCheck: {self.to_text('en').strip()}>"


def make_record(rules: Rules, season: Source, as_of: datetime | str, note: str = "") -> str:
    """Evaluates a season and records it, as JSON (`sangkien.schema("record")`): digests of the rulebooks, the season
    and the result, the instant and the release. It holds no facts of the season.

    rules: of `rules.known_on(day)` that day is recorded, and verified with. season: the path of its file, or its
    content as bytes or dict. as_of: as in `Rules.evaluate`. note: a text of your own to keep in the record.
    Write the record with encoding='utf-8'. Raises Error as `Rules.evaluate` does.
    """
    content, name = read(season, "season")
    return _sangkien.make_record(rules._core, content, name, seconds_of(as_of), note)


def verify_record(
    record: Source | str, rules: Rules, season: Source, report: Source | Report | None = None
) -> RecordCheck:
    """Evaluates again at the record's instant and tells whether everything is as recorded; if not, where.

    record: what `make_record` gave, or the path of a file that holds it. season: its path or content. report: the
    report that was kept, if it is to be compared too; then a result that differs is told by its first differing place.

    Raises Error when the record, the season or the report cannot be used.
    """
    if isinstance(record, str) and record.lstrip().startswith("{"):
        record = record.encode()
    text, text_name = read(record, "record")
    content, name = read(season, "season")
    kept = None
    if report is not None:
        kept = report.to_json().encode() if isinstance(report, Report) else read(report, "report")[0]
    out, vi, en = _sangkien.verify_record(text, text_name, rules._core, content, name, kept)
    return RecordCheck(out, {"vi": vi, "en": en})


def canonical_digest(source: Source) -> str:
    """SHA-256 of the canonical form of a JSON text (docs/record.md), as records hold it: the layout of the text, the
    order of its keys and the spelling of its numbers do not show in it. 64 hexadecimal digits."""
    content, name = read(source, "text")
    return hashlib.sha256(_sangkien.canonical_text(content, name)).hexdigest()


def read(source: Source, name: str) -> tuple[bytes, bytes]:
    """Content, and the name that stands for it in problems."""
    if isinstance(source, (str, os.PathLike)):
        path = os.fsencode(source)
        return _sangkien.read_file(path), path
    if isinstance(source, (bytes, Mapping)):
        return season_text(source), name.encode()
    raise TypeError(f"a path, or JSON as bytes or a dict is wanted for the {name}, not {type(source).__name__}")
