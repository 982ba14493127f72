"""Input that cannot be used."""

from __future__ import annotations

from typing import TypedDict


class Message(TypedDict):
    """The same sentence in Vietnamese and English."""

    vi: str
    en: str


class Problem(TypedDict):
    """One thing wrong with an input. Every id has a paragraph in docs/errors.md."""

    id: str
    """Stable for ever, such as 'SK1201'."""
    file: str
    """What was read; empty when the input was no file."""
    line: int
    """From 1; 0 when the value was not read from a text."""
    column: int
    """From 1, counted in bytes; 0 as `line`."""
    pointer: str
    """JSON pointer of the value, such as '/units/3/kind'; may be empty."""
    message: Message


class Error(Exception):
    """Everything that is wrong with an input, at once. str() gives a line of English for each problem.

    A negative answer of the rules is never an Error: it is a verdict in the report.
    """

    problems: list[Problem]

    def __init__(self, text: str, problems: list[Problem], json: str = "") -> None:
        super().__init__(text, problems, json)
        self.problems = problems

    def to_json(self) -> str:
        """The same JSON text as the C interface and the command give, to the byte."""
        return str(self.args[2])

    def __str__(self) -> str:
        return str(self.args[0])
