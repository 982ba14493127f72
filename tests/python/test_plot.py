"""Pictures of an index: they show the figures they are given, nothing overlaps, and nothing global is touched."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import altair as alt
import index_tables as made
import pytest
import sangkien as sk
from command import ROOT
from matplotlib.axes import Axes

EXAMPLES = ROOT / "docs" / "examples"
NAMES = ["charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"]


@pytest.fixture(scope="module")
def report() -> sk.Report:
    return sk.Rules.load(*NAMES).evaluate(EXAMPLES / "gia-vien-2025.season.json", "2025-09-30T17:00+07:00")


@pytest.fixture(scope="module")
def scores() -> sk.IndexScores:
    return made.index().score(made.wide(120))


def pictures(report: sk.Report, scores: sk.IndexScores, **how: Any) -> dict[str, Any]:
    three = [{"office": f"Phường {i}", "low": i, "median": i + 1, "high": i + 3} for i in range(1, 6)]
    return {
        "waterfall": sk.plot.waterfall(report, "u-01", **how),
        "waterfall-open": sk.plot.waterfall(report.attribution(), "u-07", **how),
        "lost": sk.plot.lost_points(made.index().score(EXAMPLES / "index-wards.csv"), "xa-b", **how),
        "lost-top": sk.plot.lost_points(scores, "ward-05", top=4, **how),
        "ranks": sk.plot.rank_intervals(scores, **how),
        "ranks-three": sk.plot.rank_intervals(three, **how),
        "distribution": sk.plot.distribution(scores, index=made.index(), **how),
    }


def boxes(axes: Axes) -> list[tuple[str, Any]]:
    figure: Any = axes.figure
    figure.draw_without_rendering()
    low, high = sorted(axes.get_xlim())
    ticks = [text for text in axes.get_xticklabels() if low <= text.get_position()[0] <= high]
    low, high = sorted(axes.get_ylim())
    ticks += [text for text in axes.get_yticklabels() if low <= text.get_position()[1] <= high]
    texts = [*ticks, *axes.texts, axes.title, axes._left_title, axes.xaxis.label, axes.yaxis.label]
    texts += [text for legend in figure.legends for text in legend.get_texts()]
    return [(text.get_text(), text.get_window_extent()) for text in texts if text.get_text()]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_words_overlap_and_none_are_cut_off(report: sk.Report, scores: sk.IndexScores, lang: str) -> None:
    for name, axes in pictures(report, scores, lang=lang).items():
        found = boxes(axes)
        assert len(found) > 4
        paper = axes.figure.bbox
        for text, box in found:
            assert paper.x0 <= box.x0, (name, text)
            assert box.x1 <= paper.x1, (name, text)
            assert paper.y0 <= box.y0, (name, text)
            assert box.y1 <= paper.y1, (name, text)
        for i, (text, box) in enumerate(found):
            for other, there in found[i + 1 :]:
                apart = box.x1 <= there.x0 or there.x1 <= box.x0 or box.y1 <= there.y0 or there.y1 <= box.y0
                assert apart or text == other, (name, text, other)


def test_the_waterfall_climbs_to_the_sum(report: sk.Report) -> None:
    axes = sk.plot.waterfall(report, "u-01")
    bars = [patch for container in axes.containers for patch in container]
    shares = [row["shapley"] for row in report.attribution() if row["unit"] == "u-01"]
    assert [bar.get_width() for bar in bars] == pytest.approx([*map(float, sorted(shares, reverse=True)), 5.0])
    for before, bar in zip(bars, bars[1:-1]):
        assert bar.get_x() == pytest.approx(before.get_x() + before.get_width())
    assert bars[-1].get_x() == 0
    assert "84,72" in axes.get_title(loc="left")
    assert [text.get_text() for text in axes.texts] == ["≈ +1,67", "≈ +1,67", "≈ +1,67", "5"]
    open_bar = sk.plot.waterfall(report, "u-07").containers[0][0]
    assert open_bar.get_hatch()  # a share that can still change is told apart
    with pytest.raises(ValueError, match="u-01"):
        sk.plot.waterfall(report, "u-99")


def test_lost_points_are_those_of_the_table(scores: sk.IndexScores) -> None:
    rows = [row for row in scores.lost if row["office"] == "ward-05" and sk.plot.loses(row)]
    for top in (4, 50):
        axes = sk.plot.lost_points(scores, "ward-05", top=top)
        drawn = sum(Fraction(bar.get_width()).limit_denominator(10**6) for part in axes.containers for bar in part)
        assert drawn == sum(row["lost"] + row["most"] - row["least"] for row in rows)
    with pytest.raises(ValueError, match="nowhere"):
        sk.plot.lost_points(scores, "nowhere")


def test_two_components_of_one_name_have_a_bar_each(scores: sk.IndexScores) -> None:
    from sangkien._picture import short

    taken: set[str] = set()
    names = [short("Tỷ lệ hồ sơ đúng hạn của Ủy ban nhân dân phường trong năm", taken, f"c{i}") for i in range(2)]
    assert names[0] != names[1]
    assert all(name.count("\n") <= 1 for name in names)


def test_rank_intervals_are_sorted_and_those_that_are_asked_for(scores: sk.IndexScores) -> None:
    ranks = scores.ranks()
    axes = sk.plot.rank_intervals(ranks, top=7)
    lines = [segment for line in axes.collections[:1] for segment in line.get_segments()]
    best = sorted((row["best"], row["worst"]) for row in ranks)[:7]
    assert [(segment[0][0], segment[1][0]) for segment in lines] == best
    assert "7" in axes.get_title(loc="left")
    two = sk.plot.rank_intervals(ranks, offices=["ward-03", "ward-90"])
    assert {label.get_text() for label in two.get_yticklabels()} == {"ward-03", "ward-90"}
    with pytest.raises(ValueError, match="'ward-x'"):
        sk.plot.rank_intervals(ranks, offices=["ward-x"])
    with pytest.raises(ValueError, match="low"):
        sk.plot.rank_intervals([{"office": "a"}])


def test_the_distribution_counts_every_office_once(scores: sk.IndexScores) -> None:
    for bins in (1, 7, 20, 50):
        axes = sk.plot.distribution(scores, bins=bins)
        assert sum(bar.get_height() for part in axes.containers for bar in part) == 120
        assert len(axes.containers[0]) <= bins
        left, width = axes.containers[0][0].get_x(), axes.containers[0][0].get_width()
        complete = [float(row["total"]) for row in scores.offices if row["complete"]]
        heights = [bar.get_height() for bar in axes.containers[0]]
        assert heights == [
            sum(left + i * width <= total < left + (i + 1) * width for total in complete) for i in range(len(heights))
        ]
    with pytest.raises(ValueError, match="at least 1"):
        sk.plot.distribution(scores, bins=0)


def test_altair_draws_the_same(report: sk.Report, scores: sk.IndexScores, tmp_path: Path) -> None:
    for name, chart in pictures(report, scores, engine="altair").items():
        assert isinstance(chart, (alt.LayerChart, alt.Chart))
        spec = chart.to_dict()
        assert spec["title"], name
        sk.plot.save(chart, tmp_path / "a.json")
        assert (tmp_path / "a.json").stat().st_size > 500
    spec = sk.plot.waterfall(report, "u-01", engine="altair", lang="en").to_dict()
    values = spec["data"]["values"] if "data" in spec else spec["layer"][0]["data"]["values"]
    assert [value["text"] for value in values] == ["≈ +1.67", "≈ +1.67", "≈ +1.67", "5"]
    assert values[-1]["end"] == values[-2]["end"] == 5
    bars = sk.plot.distribution(scores, engine="altair").to_dict()
    counted = bars["data"]["values"] if "data" in bars else bars["layer"][0]["data"]["values"]
    assert sum(value["to"] - value["from"] for value in counted) == 120


def test_the_same_picture_is_the_same_file(report: sk.Report, scores: sk.IndexScores, tmp_path: Path) -> None:
    for kind in ("png", "pdf"):
        digests = set()
        for _ in range(2):
            sk.plot.save(sk.plot.rank_intervals(scores), tmp_path / f"a.{kind}")
            digests.add(hashlib.sha256((tmp_path / f"a.{kind}").read_bytes()).hexdigest())
        assert len(digests) == 1, kind


def test_wrong_words_are_refused(report: sk.Report) -> None:
    with pytest.raises(ValueError, match="lang"):
        sk.plot.waterfall(report, "u-01", lang="fr")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="engine"):
        sk.plot.waterfall(report, "u-01", engine="paper")  # type: ignore[arg-type]


def test_what_is_not_asked_for_is_not_imported() -> None:
    script = """
import sys, sangkien as sk
heavy = ("pandas", "numpy", "polars", "pyarrow", "openpyxl", "matplotlib", "altair")
assert not [name for name in heavy if name in sys.modules]
index = sk.Index.load("index-ward-illustrative", on="2026-01-20")
scores = index.score([{"office": "a", "round": "self", "on-time": "0.9"}])
assert not [name for name in heavy if name in sys.modules]
sk.plot.lost_points(scores, "a")
assert "matplotlib.pyplot" not in sys.modules and "altair" not in sys.modules and "pandas" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
