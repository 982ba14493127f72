"""Journals: append-only lines, each sealed and naming the one before."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import datetime
from types import TracebackType
from typing import Any, Literal, NamedTuple, TypedDict, Union, final

from . import _sangkien
from ._days import instant_of, seconds_of
from ._error import Message, Problem
from ._record import Source, read
from ._season import Path, Season, plain


class JournalHead(NamedTuple):
    """JournalHead (đầu nhật ký): how far a journal goes. Kept elsewhere, it proves the journal's end later."""

    sequence: int
    """Number of the last line; 0 when there is none."""
    sha256: str
    """Its seal."""

    def __str__(self) -> str:
        """As every door writes it: '41:' and 64 digits."""
        return f"{self.sequence}:{self.sha256}"


HeadLike = Union[JournalHead, str, "tuple[int, str]"]


class Fault(TypedDict):
    """The first bad line of a journal and what is wrong with it."""

    what: str
    """'altered', 'unreadable', 'torn', 'removed', 'inserted', 'reordered', 'doubled', 'forked', 'truncated',
    'rewritten', 'recorded-backwards', 'occurred-later', 'correction'."""
    line: int
    problem: Problem


class Doubt(TypedDict):
    """What a check cannot prove."""

    id: str
    """'tail': lines may have been cut off the end; 'rewritten': the whole may have been written anew."""
    message: Message


class JournalCheck:
    """JournalCheck (kết quả kiểm chứng nhật ký): whether a journal holds. True when it does."""

    __slots__ = ("_content", "_json", "_texts")

    def __init__(self, text: str, texts: dict[str, str]) -> None:
        """Not for callers: use `Journal.verify`."""
        self._json, self._texts = text, texts
        self._content: dict[str, Any] = json.loads(text)

    @property
    def holds(self) -> bool:
        """Whether no line is bad."""
        return bool(self._content["verdict"] == "holds")

    def __bool__(self) -> bool:
        return self.holds

    @property
    def head(self) -> JournalHead:
        """Of the lines that hold, up to the first bad one."""
        head = self._content["head"]
        return JournalHead(head["sequence"], head["sha256"])

    @property
    def fault(self) -> Fault | None:
        """The first bad line; None when the journal holds."""
        out: Fault | None = self._content["fault"]
        return out

    @property
    def unproven(self) -> list[Doubt]:
        """What a journal that holds cannot prove by itself, or behind the head that was given."""
        out: list[Doubt] = self._content["unproven"]
        return out

    def to_json(self) -> str:
        """The same bytes as through every other door."""
        return self._json

    def to_text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """For a person, in Vietnamese or English."""
        return self._texts[lang]

    def __repr__(self) -> str:
        return f"<sangkien.JournalCheck: {self.to_text('en').strip()}>"


class Repair(NamedTuple):
    """What `Journal.repair` put aside."""

    bytes: int
    kept: str
    """Path of the file that keeps the bytes."""


@final
class Journal:
    """Journal (nhật ký) in a file, open for appending: `with sk.Journal("2025.jsonl") as journal: ...`.

    Opening makes the file where there is none, verifies what is there and locks it: one program appends at a time.
    What `append` returned for is on disk, whatever happens to the program or the machine afterwards. Raises Error:
    SK1721 when another program has it open, SK1703 when its last line is torn (see `repair`), another id when it
    does not hold. POSIX systems only.
    """

    __slots__ = ("_core",)

    def __init__(self, path: Path) -> None:
        self._core = _sangkien.JournalFile(os.fsencode(path))

    def append(
        self,
        event: str = "",
        *,
        occurred: datetime | str,
        recorded: datetime | str,
        actor: str,
        role: str = "",
        initiative: str = "",
        facts: Mapping[str, bool] | None = None,
        corrects: int | None = None,
        acting_for: str = "",
        channel: str = "",
        payload: str = "",
        rulebooks: Mapping[str, str] | None = None,
    ) -> JournalHead:
        """Appends one line and returns the head with it, once it is on disk; raises Error, and adds nothing, else.

        event: of the rulebook's lifecycle, with the role in which it was done. occurred, recorded: no clock is asked.
        facts: what was declared about the initiative. corrects: number of the line this one takes the place of;
        without event and facts that line is struck out. payload: SHA-256 of what you keep of it. rulebooks: digests
        (`canonical_digest`) of those in force from here on.
        """
        content = event_of(
            event, occurred, recorded, actor, role, initiative, facts, corrects, acting_for, channel, payload, rulebooks
        )
        return JournalHead(*self._core.append(content))

    def append_json(self, event: str | bytes | Mapping[str, Any]) -> JournalHead:
        """The same of an event as JSON, with the keys above."""
        return JournalHead(*self._core.append(event_text(event)))

    @property
    def head(self) -> JournalHead:
        """Of the last line that is on disk."""
        return JournalHead(*self._core.head())

    def close(self) -> None:
        """Gives the lock back. What was appended is on disk already."""
        self._core.close()

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @staticmethod
    def verify(journal: Path | bytes, head: HeadLike | None = None) -> JournalCheck:
        """Finds the first bad line. journal: its path or its bytes. head: one that was kept elsewhere; without it the
        check says what it cannot prove."""
        content, name = read_journal(journal)
        out, vi, en = _sangkien.verify_journal(content, name, text_of(head))
        return JournalCheck(out, {"vi": vi, "en": en})

    @staticmethod
    def replay(
        journal: Path | bytes, at: datetime | str | None = None, known: datetime | str | None = None
    ) -> dict[str, Any]:
        """What counts: {'head', 'rulebooks', 'events'}, the events in order of occurrence, with `datetime` instants.

        at: what occurred by then; known: what was recorded by then; None: everything.
        """
        content, name = read_journal(journal)
        out: dict[str, Any] = json.loads(_sangkien.journal_replay(content, name, maybe(at), maybe(known)))
        for event in out["events"]:
            for key in ("occurred", "recorded"):
                event[key] = instant_of(seconds_of(event[key]))
        return out

    @staticmethod
    def season(
        journal: Path | bytes,
        season: Source,
        at: datetime | str | None = None,
        known: datetime | str | None = None,
    ) -> Season:
        """The season with the events and facts of the journal, for `Rules.evaluate`; at and known as above. Raises
        Error when an initiative is not in the season, or has events there too. season: its path or content."""
        content, name = read_journal(journal)
        facts, season_name = read(season, "season")
        text = _sangkien.journal_season(content, name, facts, season_name, maybe(at), maybe(known))
        return Season.from_json(text, os.fsdecode(season_name))

    @staticmethod
    def repair(path: Path) -> Repair | None:
        """Cuts off a torn last line and keeps its bytes in a file beside; None when no line is torn."""
        size, kept = _sangkien.repair_journal(os.fsencode(path))
        return Repair(size, os.fsdecode(kept)) if size else None

    @staticmethod
    def line(event: str | bytes | Mapping[str, Any], head: HeadLike | None = None) -> tuple[bytes, JournalHead]:
        """The line of an event behind a head, with its line end, and the head with it: for those who keep lines in a
        store of their own. Times and corrections are not compared with the lines above."""
        line, after = _sangkien.journal_line(event_text(event), text_of(head))
        return line, JournalHead(*after)


def event_of(
    event: str,
    occurred: datetime | str,
    recorded: datetime | str,
    actor: str,
    role: str,
    initiative: str,
    facts: Mapping[str, bool] | None,
    corrects: int | None,
    acting_for: str,
    channel: str,
    payload: str,
    rulebooks: Mapping[str, str] | None,
) -> bytes:
    content: dict[str, Any] = {"occurred": moment(occurred), "recorded": moment(recorded), "actor": actor}
    texts = {
        "event": event,
        "role": role,
        "initiative": initiative,
        "acting_for": acting_for,
        "channel": channel,
        "payload": payload,
    }
    content.update({key: text for key, text in texts.items() if text})
    if corrects is not None:
        content["corrects"] = corrects
    if facts:
        content["facts"] = dict(facts)
    if rulebooks:
        content["rulebooks"] = dict(rulebooks)
    return event_text(content)


def moment(instant: datetime | str) -> str:
    return instant_of(seconds_of(instant)).isoformat(timespec="seconds")


def event_text(event: str | bytes | Mapping[str, Any]) -> bytes:
    if isinstance(event, bytes):
        return event
    if isinstance(event, str):
        return event.encode()
    return json.dumps(event, ensure_ascii=False, allow_nan=False, default=plain).encode()


def read_journal(journal: Path | bytes) -> tuple[bytes, bytes]:
    if isinstance(journal, bytes):
        return journal, b"journal"
    if isinstance(journal, (str, os.PathLike)):
        return read(journal, "journal")
    raise TypeError(f"a path or the bytes of a journal are wanted, not {type(journal).__name__}")


def maybe(instant: datetime | str | None) -> int | None:
    return None if instant is None else seconds_of(instant)


def text_of(head: HeadLike | None) -> str | None:
    if head is None or isinstance(head, str):
        return head
    return str(JournalHead(*head))
