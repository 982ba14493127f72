"""Pictures by altair: charts whose data stand in them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._picture import COLOURS, Bars, Histogram, Intervals

LIMIT = 320
"""Pixels a label may have."""


def altair() -> Any:
    return import_module("altair")


def ticks(lang: str, whole: bool = False) -> dict[str, Any]:
    """A decimal comma in Vietnamese."""
    out: dict[str, Any] = {"tickMinStep": 1} if whole else {}
    if lang == "vi":
        out["labelExpr"] = "replace(datum.label, '.', ',')"
    return {"format": "d" if whole else "~g", **out}


def bars(picture: Bars, lang: str) -> Any:
    alt = altair()
    values = [
        {
            "label": one.label.replace("\n", "|"),
            "start": float(one.start),
            "end": float(one.end),
            "kind": picture.kinds[one.kind],
            "text": one.text,
        }
        for one in picture.segments
    ]
    order = [label.replace("\n", "|") for label in picture.labels]
    most = max((float(one.end) for one in picture.segments), default=0.0) or 1.0
    scale = alt.Scale(domain=list(picture.kinds.values()), range=[COLOURS[kind] for kind in picture.kinds])
    legend = alt.Legend(title=None, orient="bottom", labelLimit=LIMIT) if len(picture.kinds) > 1 else None
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y(
            "label:N", sort=order, title=None, axis=alt.Axis(labelLimit=LIMIT, labelExpr="split(datum.label, '|')")
        ),
        x=alt.X(
            "start:Q",
            title=picture.axis,
            axis=alt.Axis(**ticks(lang)),
            scale=alt.Scale(domain=[0, most * 1.14], nice=False),
        ),
    )
    drawn = base.mark_bar(stroke="#37474f", strokeWidth=0.6, height=alt.RelativeBandSize(band=0.65)).encode(
        x2="end:Q", color=alt.Color("kind:N", scale=scale, legend=legend)
    )
    words = base.mark_text(align="left", dx=4).encode(x="end:Q", text="text:N")
    return (drawn + words).properties(title=picture.title, width=480, height=alt.Step(34))


def intervals(picture: Intervals, lang: str) -> Any:
    alt = altair()
    values: list[dict[str, Any]] = [
        {"label": one.label, "low": one.low, "high": one.high, "middle": one.middle} for one in picture.rows
    ]
    axis = alt.Axis(**ticks(lang, whole=True))
    order = [one.label for one in picture.rows]
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y("label:N", sort=order, title=None, axis=alt.Axis(labelLimit=LIMIT))
    )
    low = alt.X("low:Q", title=picture.axis, axis=axis, scale=alt.Scale(zero=False))
    layers = base.mark_rule(strokeWidth=4, color=COLOURS["sure"]).encode(x=low, x2="high:Q")
    for end in ("low", "high"):
        layers += base.mark_point(filled=True, opacity=1, size=30, color=COLOURS["sure"]).encode(x=f"{end}:Q")
    if any(one.middle is not None for one in picture.rows):
        style = {"filled": True, "opacity": 1, "size": 90, "shape": "diamond", "color": COLOURS["figure"]}
        layers += base.mark_point(**style).encode(x="middle:Q")
    return layers.properties(title=picture.title, width=480, height=alt.Step(18))


def histogram(picture: Histogram, lang: str) -> Any:
    alt = altair()
    values: list[dict[str, Any]] = []
    for one in picture.bins:
        ends = ((0, one.known, picture.kinds[0]), (one.known, one.known + one.open, picture.kinds[1]))
        values += [
            {"low": one.low, "high": one.high, "from": below, "to": above, "kind": kind}
            for below, above, kind in ends
            if above > below
        ]
    both = any(one.open for one in picture.bins)
    scale = alt.Scale(domain=list(picture.kinds), range=[COLOURS["sure"], COLOURS["open"]])
    legend = alt.Legend(title=None, orient="bottom") if both else None
    domain = [picture.bins[0].low, picture.bins[-1].high]
    axis_x = alt.X(
        "low:Q", title=picture.axes[0], axis=alt.Axis(**ticks(lang)), scale=alt.Scale(domain=domain, nice=False)
    )
    chart = (
        alt.Chart(alt.Data(values=values))
        .mark_bar(stroke="#37474f", strokeWidth=0.6)
        .encode(
            x=axis_x,
            x2="high:Q",
            y=alt.Y("from:Q", title=picture.axes[1], axis=alt.Axis(**ticks(lang, whole=True))),
            y2="to:Q",
            color=alt.Color("kind:N", scale=scale, legend=legend),
        )
    )
    if picture.marks:
        marks = alt.Chart(alt.Data(values=[{"at": at, "name": name} for at, name in picture.marks]))
        chart += marks.mark_rule(strokeDash=[5, 3], color=COLOURS["sum"]).encode(x="at:Q")
        style = {"align": "left", "dx": 4, "baseline": "top", "color": COLOURS["sum"]}
        chart += marks.mark_text(**style).encode(x="at:Q", y=alt.value(0), text="name:N")
    return chart.properties(title=picture.title, width=480, height=260)
