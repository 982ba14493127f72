"""Pictures by matplotlib, each on a Figure of its own."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._picture import COLOURS, HATCHES, Bars, Histogram, Intervals

LINE = 0.19
"""Inches of one line of text."""


def axes_of(width: float, height: float) -> Any:
    figure = import_module("matplotlib.figure").Figure(figsize=(width, height), layout="constrained")
    axes = figure.add_subplot()
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.set_axisbelow(True)
    return axes


def in_words(axes: Any, axis: str, lang: str) -> None:
    """A decimal comma in Vietnamese."""
    ticker = import_module("matplotlib.ticker")

    def text(value: float, _: object) -> str:
        out = f"{value:.10g}".replace("-", "\u2212")
        return out.replace(".", ",") if lang == "vi" else out

    getattr(axes, axis).set_major_formatter(ticker.FuncFormatter(text))


def bars(picture: Bars, lang: str) -> Any:
    labels = picture.labels
    lines = sum(label.count("\n") + 1.6 for label in labels)
    axes = axes_of(8.0, 1.5 + LINE * max(lines, 3) + (0.3 if len(picture.kinds) > 1 else 0))
    at = {label: place for place, label in enumerate(labels)}
    for kind, words in picture.kinds.items():
        mine = [one for one in picture.segments if one.kind == kind]
        axes.barh(
            [at[one.label] for one in mine],
            [float(one.end - one.start) for one in mine],
            left=[float(one.start) for one in mine],
            height=0.62,
            color=COLOURS[kind],
            edgecolor="#37474f",
            linewidth=0.6,
            hatch=HATCHES.get(kind),
            label=words,
        )
    most = max((float(one.end) for one in picture.segments), default=0.0) or 1.0
    for one in picture.segments:
        axes.text(float(one.end) + most * 0.01, at[one.label], one.text, va="center", ha="left", fontsize=9)
    axes.set_xlim(0, most * 1.14)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.set_yticks(range(len(labels)), labels, fontsize=9)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x", color="#e0e0e0", linewidth=0.6)
    finish(axes, picture.title, picture.axis, lang)
    if len(picture.kinds) > 1:
        axes.figure.legend(loc="outside lower center", ncols=min(len(picture.kinds), 4), frameon=False, fontsize=9)
    return axes


def finish(axes: Any, title: str, axis: str, lang: str) -> None:
    axes.set_title(title, fontsize=11, loc="left")
    axes.set_xlabel(axis, fontsize=9)
    axes.tick_params(axis="x", labelsize=9)
    in_words(axes, "xaxis", lang)


def intervals(picture: Intervals, lang: str) -> Any:
    rows = picture.rows
    axes = axes_of(8.0, 1.3 + LINE * 1.15 * max(len(rows), 3))
    places = range(len(rows))
    axes.hlines(places, [one.low for one in rows], [one.high for one in rows], color=COLOURS["sure"], linewidth=3.5)
    for values in ([one.low for one in rows], [one.high for one in rows]):
        axes.scatter(values, places, s=16, color=COLOURS["sure"], zorder=3, clip_on=False)
    middles = [(one.middle, place) for place, one in enumerate(rows) if one.middle is not None]
    if middles:
        axes.scatter(
            [value for value, _ in middles],
            [place for _, place in middles],
            s=30,
            marker="D",
            color=COLOURS["figure"],
            edgecolor="white",
            zorder=4,
        )
    most = max((one.high for one in rows), default=1.0)
    least = min((one.low for one in rows), default=1.0)
    room = max(0.4, (most - least) * 0.02)
    axes.set_xlim(max(least - room, 0.5), most + room)  # no rank 0
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_yticks(places, [one.label for one in rows], fontsize=9)
    axes.tick_params(axis="y", length=0)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.grid(axis="x", color="#e0e0e0", linewidth=0.6)
    finish(axes, picture.title, picture.axis, lang)
    return axes


def histogram(picture: Histogram, lang: str) -> Any:
    axes = axes_of(8.0, 4.4)
    left = [one.low for one in picture.bins]
    width = [one.high - one.low for one in picture.bins]
    known, still = [one.known for one in picture.bins], [one.open for one in picture.bins]
    edge = {"edgecolor": "#37474f", "linewidth": 0.6, "align": "edge"}
    axes.bar(left, known, width, color=COLOURS["sure"], label=picture.kinds[0], **edge)
    if any(still):
        style = {"color": COLOURS["open"], "hatch": HATCHES["open"], "label": picture.kinds[1]}
        axes.bar(left, still, width, bottom=known, **style, **edge)
    most = max((a + b for a, b in zip(known, still)), default=1) or 1
    axes.set_ylim(0, most * (1.14 if picture.marks else 1.05))
    for at, name in picture.marks:
        axes.axvline(at, color=COLOURS["sum"], linewidth=1.2, linestyle="--")
        axes.text(at, most * 1.13, " " + name, fontsize=9, va="top", ha="left", color=COLOURS["sum"])
    axes.set_ylabel(picture.axes[1], fontsize=9)
    axes.tick_params(axis="y", labelsize=9)
    axes.yaxis.get_major_locator().set_params(integer=True)
    axes.grid(axis="y", color="#e0e0e0", linewidth=0.6)
    finish(axes, picture.title, picture.axes[0], lang)
    if any(still):
        axes.figure.legend(loc="outside lower center", ncols=2, frameon=False, fontsize=9)
    return axes
