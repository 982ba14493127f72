"""What a picture shows, before either engine draws it."""

from __future__ import annotations

import textwrap
from fractions import Fraction
from importlib import import_module
from typing import Any, NamedTuple

WIDTH = 38
"""Letters in a line of a label."""

COLOURS = {
    "sure": "#2c7fb8",
    "sum": "#253858",
    "figure": "#d95f0e",
    "no-evidence": "#7a5195",
    "missing": "#525252",
    "excluded": "#a6a6a6",
    "penalty": "#99000d",
    "others": "#90a4ae",
    "open": "#cfd8dc",
}
"""Apart from each other in grey too, where most of them also are of different darkness."""

HATCHES = {"open": "///", "excluded": "...", "missing": "xx"}


class Segment(NamedTuple):
    label: str
    start: Fraction
    end: Fraction
    kind: str
    text: str


class Bars(NamedTuple):
    title: str
    axis: str
    segments: list[Segment]
    kinds: dict[str, str]

    @property
    def labels(self) -> list[str]:
        return list(dict.fromkeys(one.label for one in self.segments))


class Interval(NamedTuple):
    label: str
    low: float
    high: float
    middle: float | None


class Intervals(NamedTuple):
    title: str
    axis: str
    rows: list[Interval]


class Bin(NamedTuple):
    low: float
    high: float
    known: int
    open: int


class Histogram(NamedTuple):
    title: str
    axes: tuple[str, str]
    bins: list[Bin]
    marks: list[tuple[float, str]]
    kinds: tuple[str, str]


def engine_of(engine: str, lang: str) -> Any:
    if lang not in ("vi", "en"):
        raise ValueError(f"lang is 'vi' or 'en', not {lang!r}")
    if engine not in ("matplotlib", "altair"):
        raise ValueError(f"engine is 'matplotlib' or 'altair', not {engine!r}")
    return import_module(f"._picture_{engine}", __package__)


def number(value: Fraction, lang: str, plus: str = "") -> str:
    """'1,67' in Vietnamese, '1.67' in English; '≈' where it is rounded."""
    scaled = value * 100
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = "-" if whole < 0 else ""
    text = f"{sign}{abs(whole) // 100}.{abs(whole) % 100:02}".rstrip("0").rstrip(".")
    text = text.replace(".", ",") if lang == "vi" else text
    text = text if whole < 0 else plus + text
    return text if scaled.denominator == 1 else "≈ " + text


def short(text: str, taken: set[str], name: str) -> str:
    """In two lines at most, and unlike those that are `taken`: else with `name` in front."""
    out = "\n".join(textwrap.wrap(text, WIDTH, max_lines=2, placeholder=" …")) or name
    if out in taken:
        out = "\n".join(textwrap.wrap(f"{name}: {text}", WIDTH, max_lines=2, placeholder=" …"))
    taken.add(out)
    return out
