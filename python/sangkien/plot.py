"""Pictures of an index. matplotlib or altair is imported only when one is drawn.

    axes = sk.plot.lost_points(scores, "phuong-a")
    sk.plot.save(axes, "lost.png")
    sk.plot.rank_intervals(scores.ranks(), engine="altair", lang="en")

Every function returns the Axes of matplotlib, on a Figure of its own (pyplot is left alone), or the Chart of altair.
Words are Vietnamese or English; figures are rounded for the eye only. What is not yet determined is hatched or pale.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, Literal

from ._attribution import AttributionTable
from ._index import Index, IndexScores
from ._picture import Bars, Bin, Histogram, Interval, Intervals, Segment, engine_of, number, short
from ._report import Report
from ._table import Table

__all__ = ["distribution", "lost_points", "rank_intervals", "save", "waterfall"]

Engine = Literal["matplotlib", "altair"]
Lang = Literal["vi", "en"]

REASONS = {
    "figure": ("theo số liệu", "by the figure"),
    "no-evidence": ("không có tài liệu kiểm chứng", "without evidence"),
    "missing": ("thiếu số liệu", "figure missing"),
    "excluded": ("không tính", "excluded"),
    "penalty": ("điểm trừ", "penalty"),
    "others": ("nhiều tiêu chí cộng lại", "several together"),
    "open": ("chưa xác định", "undetermined"),
}


def waterfall(ledger: AttributionTable | Report, unit: str, *, engine: Engine = "matplotlib", lang: Lang = "vi") -> Any:
    """What each initiative adds to the index of a unit: the shares one after the other, up to their sum.

    ledger: `Report.attribution()`, or the report itself: then the title has the unit's total too. The greatest share
    stands first. ValueError when no such unit counts initiatives.
    """
    draw = engine_of(engine, lang)
    table = ledger.attribution() if isinstance(ledger, Report) else ledger
    of_unit = [row for row in table if row["unit"] == unit]
    known = table.components.column("unit")
    if unit not in known:
        raise ValueError(f"no unit {unit!r} counts initiatives; there are {', '.join(dict.fromkeys(known))}")
    segments, reached, taken = [], Fraction(0), set[str]()
    for row in sorted(of_unit, key=lambda row: (-row["shapley"], row["initiative"], row["component"])):
        name = f"{row['initiative']} {row['title_' + lang] or row['title_vi'] or row['title_en'] or ''}"
        kind = "sure" if row["shared"] == "pass" else "open"
        text = number(row["shapley"], lang, plus="+")
        segments.append(Segment(short(name, taken, row["component"]), reached, reached + row["shapley"], kind, text))
        reached += row["shapley"]
    segments.append(Segment(said(lang, "Cộng", "Sum"), Fraction(0), reached, "sum", number(reached, lang)))
    title = said(lang, f"{unit}: điểm chỉ số nhờ sáng kiến", f"{unit}: index points from initiatives")
    if isinstance(ledger, Report):
        total = next(row["index_total"] for row in ledger.units if row["id"] == unit)
        if total is not None:
            more = said(lang, "tổng điểm của đơn vị", "the unit's total")
            title += f" ({more}: {number(total, lang)})"
    kinds = {
        "sure": said(lang, "phần điểm", "share"),
        "open": said(lang, "phần điểm còn có thể đổi", "share that can still change"),
        "sum": said(lang, "cộng", "sum"),
    }
    return draw.bars(Bars(title, said(lang, "Điểm", "Points"), segments, used(kinds, segments)), lang)


def lost_points(
    scores: IndexScores, office: str, *, top: int = 15, engine: Engine = "matplotlib", lang: Lang = "vi"
) -> Any:
    """Where an office has lost points, the greatest loss first, and why; what is still open stands behind it.

    top: so many components; the others are one bar. ValueError when there is no such office.
    """
    draw = engine_of(engine, lang)
    if office not in scores.offices.column("office"):
        raise ValueError(f"no office {office!r} in this table")
    rows = [
        (row, row["lost"], row["most"] - row["least"]) for row in scores.lost if row["office"] == office and loses(row)
    ]
    rows.sort(key=lambda one: (-one[1] - one[2], one[0]["component"], one[0]["year"] or 0))
    years = len({row["year"] for row, _, _ in rows}) > 1
    segments, taken = [], set[str]()
    for row, lost, still in rows[:top]:
        name = (row["name_" + lang] or row["component"]) + (f" ({row['year']})" if years else "")
        name = short(name, taken, row["component"])
        reason = "penalty" if row["side"] == "penalty" else row["reason"] or "figure"
        if lost > 0:
            text = number(lost, lang) if still == 0 else ""
            segments.append(Segment(name, Fraction(0), lost, "open" if reason == "undetermined" else reason, text))
        if still > 0:
            said_open = number(lost, lang) + " – " + number(lost + still, lang) if lost > 0 else number(still, lang)
            segments.append(Segment(name, lost, lost + still, "open", said_open))
    if len(rows) > top:
        lost = sum((one[1] for one in rows[top:]), Fraction(0))
        still = sum((one[2] for one in rows[top:]), Fraction(0))
        name = said(lang, f"{len(rows) - top} tiêu chí khác", f"{len(rows) - top} others")
        segments.append(Segment(name, Fraction(0), lost, "others", number(lost, lang) if still == 0 else ""))
        if still > 0:
            segments.append(Segment(name, lost, lost + still, "open", number(lost + still, lang)))
    title = said(lang, f"{office}: điểm mất, theo tiêu chí", f"{office}: points lost, by component")
    kinds = {key: words[0 if lang == "vi" else 1] for key, words in REASONS.items()}
    return draw.bars(Bars(title, said(lang, "Điểm mất", "Points lost"), segments, used(kinds, segments)), lang)


def loses(row: dict[str, Any]) -> bool:
    return bool(row["lost"] > 0 or (row["most"] > row["least"] and row["side"] == "base"))


def rank_intervals(
    ranks: Table | IndexScores | Iterable[dict[str, Any]],
    *,
    top: int = 40,
    offices: Sequence[str] | None = None,
    engine: Engine = "matplotlib",
    lang: Lang = "vi",
) -> Any:
    """The ranks each office can have, the best first.

    ranks: `IndexScores.ranks()`, `Sensitivity.offices`, or rows with office and best, worst, or low, median, high.
    top: so many offices; offices: these only.
    """
    draw = engine_of(engine, lang)
    rows = list(ranks.ranks() if isinstance(ranks, IndexScores) else ranks)
    found = [interval(row) for row in rows]
    if offices is not None:
        missing = sorted(set(offices) - {one.label for one in found})
        if missing:
            raise ValueError(f"no office {', '.join(map(repr, missing))} in this table")
        found = [one for one in found if one.label in set(offices)]
    found.sort(key=lambda one: (one.low, one.high, one.middle or 0, one.label))
    title = said(lang, "Khoảng thứ hạng", "Rank intervals")
    if len(found) > top and offices is None:
        title += said(lang, f", {top} trên {len(rows)} đơn vị", f", {top} of {len(rows)} offices")
        found = found[:top]
    return draw.intervals(Intervals(title, said(lang, "Thứ hạng", "Rank"), found), lang)


def interval(row: dict[str, Any]) -> Interval:
    if "rank_low" in row:  # of replicates
        return Interval(str(row["office"]), *(float(row[f"rank_{name}"]) for name in ("low", "high", "middle")))
    if "best" in row and "worst" in row:
        return Interval(str(row["office"]), float(row["best"]), float(row["worst"]), None)
    try:
        middle = row.get("median")
        return Interval(
            str(row["office"]), float(row["low"]), float(row["high"]), None if middle is None else float(middle)
        )
    except KeyError as missing:
        raise ValueError(
            f"a row needs office, and best and worst or low, median and high; {missing} is not there"
        ) from None


def distribution(
    scores: IndexScores,
    *,
    index: Index | None = None,
    bins: int = 20,
    engine: Engine = "matplotlib",
    lang: Lang = "vi",
) -> Any:
    """How many offices have how many points. What is open counts by what is sure of it, and is told apart.

    index: its classes are marked where they begin. bins: at most so many steps, of a round width.
    """
    draw = engine_of(engine, lang)
    if bins < 1:
        raise ValueError(f"bins is at least 1, not {bins}")
    totals = scores.offices.select("total", "complete")
    values = [row["total"] for row in totals]
    low, width, bins = steps_of(values, bins)
    counts = [[0, 0] for _ in range(bins)]
    for row in totals:
        counts[min(int((row["total"] - low) / width), bins - 1)][0 if row["complete"] else 1] += 1
    steps = [Bin(float(low + i * width), float(low + (i + 1) * width), *both) for i, both in enumerate(counts)]
    marks = [] if index is None else [(float(row["from"]), row["name_" + lang]) for row in index.classes]
    marks = [(at, name) for at, name in marks if low < at < low + bins * width]
    title = said(lang, f"Tổng điểm của {len(values)} đơn vị", f"Totals of {len(values)} offices")
    axes = (said(lang, "Tổng điểm", "Total"), said(lang, "Số đơn vị", "Offices"))
    kinds = (said(lang, "đã xác định", "known"), said(lang, "chưa xác định", "undetermined"))
    return draw.histogram(Histogram(title, axes, steps, marks, kinds), lang)


def steps_of(values: list[Fraction], most: int) -> tuple[Fraction, Fraction, int]:
    """Where steps begin, their width, a round number, and how many cover the values: at most `most`."""
    low, high = min(values, default=Fraction(0)), max(values, default=Fraction(0))
    for power in range(-6, 12):
        for round_number in (1, 2, 5):
            width = round_number * Fraction(10) ** power
            first = low // width
            count = int(high // width - first) + 1
            if count <= most and width * most >= high - low:
                return first * width, width, count
    raise ValueError(f"totals from {low} to {high} do not fit a picture")


def save(picture: Any, path: str | os.PathLike[str]) -> None:
    """Writes a picture of either kind; the ending of the path says how: .png, .svg; of altair .json too."""
    if hasattr(picture, "figure") and hasattr(picture.figure, "savefig"):
        kind = os.fspath(path).rpartition(".")[2].lower()
        undated: dict[str, dict[str, str | None]] = {
            "png": {"Software": None},
            "svg": {"Date": None},
            "pdf": {"CreationDate": None},
        }
        picture.figure.savefig(path, dpi=150, metadata=undated.get(kind))
    else:
        # What renders without a browser finds Vietnamese letters in this font, which comes with it.
        (picture.configure(font="DejaVu Sans") if os.fspath(path).endswith(".png") else picture).save(os.fspath(path))


def said(lang: str, vi: str, en: str) -> str:
    return vi if lang == "vi" else en


def used(kinds: dict[str, str], segments: list[Segment]) -> dict[str, str]:
    return {key: words for key, words in kinds.items() if any(one.kind == key for one in segments)}
