"""Pictures of an index, by matplotlib or altair, which are imported only when one is drawn.

    import sangkien as sk, sangkien.plot

    sk.plot.lost_points(scores, "phuong-a").figure.savefig("lost.png")
    sk.plot.rank_intervals(scores.ranks(), engine="altair")          # a Chart

Each function gives back matplotlib's Axes (on a Figure of its own, without pyplot and its global state) or altair's
Chart. Pictures are of floating-point numbers; the tables they are drawn from are exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from ._attribution import AttributionTable
from ._index import IndexScores
from ._optional import optional
from ._table import Table

Engine = Literal["matplotlib", "altair"]
Lang = Literal["vi", "en"]

GAIN, LOSS, WHOLE, OPEN, LINE = "#0b6e4f", "#b3452c", "#34495e", "#c8a13a", "#8a94a0"

WORDS: dict[str, tuple[str, str]] = {
    "points": ("điểm", "points"),
    "lost": ("điểm mất", "points lost"),
    "rank": ("thứ hạng", "rank"),
    "offices": ("số đơn vị", "offices"),
    "total": ("tổng điểm", "total"),
    "without": ("không có sáng kiến nào", "without any initiative"),
    "all": ("cả đơn vị", "in all"),
    "figure": ("do số liệu", "by its figure"),
    "missing": ("thiếu số liệu", "no figure"),
    "no-evidence": ("không có tài liệu kiểm chứng", "no evidence"),
    "undetermined": ("chưa xác định", "undetermined"),
    "contributions": ("Đóng góp của sáng kiến vào chỉ số của", "What initiatives add to the index of"),
    "lost-title": ("Điểm mất của", "Points lost by"),
    "ranks-title": ("Khoảng thứ hạng", "Ranks that offices can have"),
    "distribution-title": ("Phân bố tổng điểm", "Totals"),
}
REASONS = {"figure": LOSS, "missing": WHOLE, "no-evidence": "#7a5195", "undetermined": OPEN}


def waterfall(ledger: AttributionTable, unit: str, *, lang: Lang = "vi", engine: Engine = "matplotlib") -> Any:
    """What each initiative adds to the index of one unit, from the points without any to those with all, by Shapley
    shares, which add up. ledger: of `Report.attribution`. ValueError for a unit without a component that counts
    initiatives."""
    parts = [row for row in ledger.components if row["unit"] == unit]
    if not parts:
        known = sorted({row["unit"] for row in ledger.components})
        raise ValueError(f"the ledger has no unit {unit!r}; it has {', '.join(known)}")
    shares: dict[str, tuple[str, float]] = {}
    for row in ledger:
        if row["unit"] == unit:
            before = shares.get(row["initiative"], ("", 0.0))[1]
            title = row[f"title_{lang}"] or row["title_vi"] or ""
            shares[row["initiative"]] = (f"{row['initiative']} {title}".strip(), before + float(row["shapley"]))
    begin = float(sum(row["none"] for row in parts))
    bars = [(word("without", lang), 0.0, begin, WHOLE)]
    for label, share in shares.values():
        bars.append((label, begin, begin + share, GAIN if share >= 0 else LOSS))
        begin += share
    bars.append((word("all", lang), 0.0, begin, WHOLE))
    return spans(bars, f"{word('contributions', lang)} {unit}", word("points", lang), engine, lang, connect=True)


def lost_points(
    scores: IndexScores,
    office: str,
    *,
    year: int | None = None,
    lang: Lang = "vi",
    engine: Engine = "matplotlib",
) -> Any:
    """What one office lost, component by component, the most first, with the reason; what is not sure yet as a bar of
    what can still be lost. year: needed where the table has several. ValueError for an unknown office."""
    rows = of_office(scores.lines, office, year)
    names = {row["component"]: row[f"name_{lang}"] or row["component"] for row in scores.index.components}
    lost = []
    for row in rows:
        open_points = row["most"] - row["least"] if row["reason"] == "undetermined" else 0
        if row["lost"] > 0 or open_points > 0:
            lost.append((names[row["component"]], float(row["lost"] + open_points), row["reason"] or "figure"))
    lost.sort(key=lambda one: -one[1])
    bars = [(name, 0.0, points, REASONS.get(reason, LOSS)) for name, points, reason in lost]
    legend = {word(reason, lang): color for reason, color in REASONS.items() if reason in {one[2] for one in lost}}
    title = f"{word('lost-title', lang)} {office}"
    return spans(bars, title, word("lost", lang), engine, lang, legend=legend)


def rank_intervals(table: Table, *, first: int | None = 30, lang: Lang = "vi", engine: Engine = "matplotlib") -> Any:
    """The ranks that each office can have, from its best to its worst: of `IndexScores.ranks`, or any table with the
    columns office, best, worst and, if wanted, median. first: so many offices from the top, None for all."""
    rows = sorted(table, key=lambda row: (row["best"], row["worst"], row["office"]))[:first]
    bars = [(row["office"], float(row["best"]), float(row["worst"]), WHOLE) for row in rows]
    middles = [float(row["median"]) for row in rows] if "median" in table.columns else None
    return spans(bars, word("ranks-title", lang), word("rank", lang), engine, lang, thin=True, middles=middles)


def distribution(scores: IndexScores, *, bins: int = 30, lang: Lang = "vi", engine: Engine = "matplotlib") -> Any:
    """How many offices have which total, of those whose total is known."""
    totals = [float(row["total"]) for row in scores.offices if row["complete"]]
    title, x, y = word("distribution-title", lang), word("total", lang), word("offices", lang)
    if engine == "altair":
        altair = optional("altair", "engine='altair'")
        data = altair.Data(values=[{"total": total} for total in totals])
        return (
            altair.Chart(data, title=title)
            .mark_bar(color=WHOLE)
            .encode(x=altair.X("total:Q", bin=altair.Bin(maxbins=bins), title=x), y=altair.Y("count()", title=y))
        )
    axes = new_axes(6.4, 3.6, title)
    axes.hist(totals, bins=bins, color=WHOLE, edgecolor="white", linewidth=0.6)
    axes.set_xlabel(x)
    axes.set_ylabel(y)
    return axes


Bar = tuple[str, float, float, str]
"""Label, from, to, colour."""


def spans(
    bars: Sequence[Bar],
    title: str,
    unit: str,
    engine: Engine,
    lang: Lang,
    *,
    legend: dict[str, str] | None = None,
    connect: bool = False,
    thin: bool = False,
    middles: list[float] | None = None,
) -> Any:
    """Horizontal bars, the first on top."""
    if engine == "altair":
        return altair_spans(bars, title, unit, legend, thin, middles)
    if engine != "matplotlib":
        raise ValueError(f"engine is 'matplotlib' or 'altair', not {engine!r}")
    axes = new_axes(8.0, 1.2 + (0.24 if thin else 0.42) * max(len(bars), 1), title)
    for at, (_, low, high, color) in enumerate(bars):
        if thin:
            axes.plot([low, high], [at, at], color=LINE, linewidth=3, solid_capstyle="round")
            axes.plot(
                [low, high] if middles is None else [middles[at]],
                [at] * (2 if middles is None else 1),
                "o",
                color=color,
                markersize=4,
            )
            continue
        axes.barh(at, high - low, left=low, height=0.62, color=color)
        text = decimals(high - low, lang)
        axes.annotate(text, (max(low, high), at), (4, 0), textcoords="offset points", va="center", fontsize=8)
        if connect and at + 1 < len(bars):
            axes.plot([high, high], [at, at + 1], color=LINE, linewidth=0.8, zorder=0)
    axes.set_yticks(range(len(bars)), [wrapped(label) for label, *_ in bars], fontsize=8)
    axes.set_ylim(max(len(bars), 1) - 0.4, -0.6)
    axes.set_xlabel(unit)
    axes.grid(axis="x", color="#e4e7eb", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.margins(x=0.08)
    if thin:
        axes.xaxis.get_major_locator().set_params(integer=True)
    else:
        axes.set_xlim(left=min([0.0, *(min(low, high) for _, low, high, _ in bars)]))
    if legend:
        patch = optional("matplotlib.patches", "a picture").Patch
        axes.legend(
            handles=[patch(color=color, label=name) for name, color in legend.items()],
            fontsize=8,
            frameon=False,
            loc="lower right",
        )
    return axes


def altair_spans(
    bars: Sequence[Bar], title: str, unit: str, legend: dict[str, str] | None, thin: bool, middles: list[float] | None
) -> Any:
    altair = optional("altair", "engine='altair'")
    names = {color: name for name, color in (legend or {}).items()}
    values = [
        {"label": label, "low": low, "high": high, "color": color, "kind": names.get(color, ""), "at": at}
        for at, (label, low, high, color) in enumerate(bars)
    ]
    order = [label for label, *_ in bars]
    y = altair.Y("label:N", sort=order, title=None, axis=altair.Axis(labelLimit=320))
    x = altair.X("low:Q", title=unit, scale=altair.Scale(zero=not thin))
    if legend:
        scale = altair.Scale(domain=list(legend), range=list(legend.values()))
        color = altair.Color("kind:N", scale=scale, title=None)
    else:
        color = altair.Color("color:N", scale=None)
    chart = altair.Chart(altair.Data(values=values), title=title)
    drawn = chart.mark_rule(strokeWidth=3) if thin else chart.mark_bar()
    drawn = drawn.encode(x=x, x2="high:Q", y=y, color=color, tooltip=["label:N", "low:Q", "high:Q"])
    if not thin:
        return drawn
    points = [
        {"label": label, "at": value}
        for i, (label, low, high, _) in enumerate(bars)
        for value in ([low, high] if middles is None else [middles[i]])
    ]
    dots = altair.Chart(altair.Data(values=points)).mark_point(filled=True, color=WHOLE, size=30)
    return drawn + dots.encode(x=altair.X("at:Q"), y=altair.Y("label:N", sort=order))


def of_office(table: Table, office: str, year: int | None) -> list[dict[str, Any]]:
    rows = [row for row in table if row["office"] == office and year in (None, row["year"])]
    years = sorted({row["year"] for row in rows}, key=str)
    if not rows:
        raise ValueError(f"there is no office {office!r}" + ("" if year is None else f" in {year}"))
    if len(years) > 1:
        known = ", ".join(map(str, years))
        raise ValueError(f"{office!r} has several years, {known}: say which, as in year={years[0]}")
    return rows


def word(key: str, lang: Lang) -> str:
    return WORDS[key][0 if lang == "vi" else 1]


def decimals(value: float, lang: Lang) -> str:
    text = format(value, ".3g")
    return text.replace(".", ",") if lang == "vi" else text


def wrapped(label: str, width: int = 44) -> str:
    """In two lines at most."""
    if len(label) <= width:
        return label
    cut = label.rfind(" ", 0, width)
    cut = width if cut < 0 else cut
    rest = label[cut:].strip()
    return label[:cut] + "\n" + (rest if len(rest) <= width else rest[: width - 1] + "…")


def new_axes(width: float, height: float, title: str) -> Any:
    backend = optional("matplotlib.backends.backend_agg", "a picture (or give engine='altair')")
    figure = optional("matplotlib.figure", "a picture").Figure(figsize=(width, height), dpi=120, layout="constrained")
    backend.FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.set_title(title, loc="left", fontsize=10, fontweight="bold")
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.tick_params(left=False)
    return axes
