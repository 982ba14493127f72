"""Pictures of an index: what is drawn is what the tables hold, by either library."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sangkien as sk
import sangkien.plot

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
NAMES = ["charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"]


@pytest.fixture(scope="module")
def scores() -> sk.IndexScores:
    return sk.Index.load("index-ward-illustrative", on="2026-01-20").score(EXAMPLES / "index-wards.csv")


@pytest.fixture(scope="module")
def ledger() -> sk.AttributionTable:
    season = EXAMPLES / "gia-vien-2025.season.json"
    return sk.Rules.load(*NAMES).evaluate(season, "2025-09-30T17:00+07:00").attribution()


def widths(axes: Any) -> list[float]:
    return [bar.get_width() for bar in axes.patches]


def labels(axes: Any) -> list[str]:
    return [label.get_text().replace("\n", " ") for label in axes.get_yticklabels()]


def values(chart: Any) -> list[dict[str, Any]]:
    found = chart.to_dict()
    return list((found["layer"][0] if "layer" in found else found)["data"]["values"])


def test_a_waterfall_goes_from_none_to_all(ledger: sk.AttributionTable) -> None:
    part = next(row for row in ledger.components if row["unit"] == "u-01")
    axes = sk.plot.waterfall(ledger, "u-01")
    assert widths(axes) == pytest.approx([float(part["none"]), 5 / 3, 5 / 3, 5 / 3, float(part["points"])])
    assert labels(axes)[1].startswith("SK-01 Bảng theo dõi")
    chart = sk.plot.waterfall(ledger, "u-01", engine="altair")
    assert [bar["high"] - bar["low"] for bar in values(chart)] == widths(axes)
    assert labels(sk.plot.waterfall(ledger, "u-01", lang="en"))[-1] == "in all"
    with pytest.raises(ValueError, match=r"no unit 'u-1'; it has u-01, "):
        sk.plot.waterfall(ledger, "u-1")


def test_lost_points_are_those_of_the_table(scores: sk.IndexScores) -> None:
    lost = [row for row in scores.lost if row["office"] == "xa-b"]
    drawn = sorted((float(row["lost"] + row["most"] - row["least"]) for row in lost), reverse=True)
    axes = sk.plot.lost_points(scores, "xa-b", lang="en")
    assert widths(axes) == drawn
    assert [text.get_text() for text in axes.get_legend().get_texts()] == [
        "by its figure",
        "no figure",
        "no evidence",
        "undetermined",
    ]
    assert [bar["high"] for bar in values(sk.plot.lost_points(scores, "xa-b", engine="altair"))] == drawn
    with pytest.raises(ValueError, match="no office 'xa-c'"):
        sk.plot.lost_points(scores, "xa-c")


def test_ranks_and_totals(scores: sk.IndexScores) -> None:
    axes = sk.plot.rank_intervals(scores.ranks())
    assert labels(axes) == ["phuong-a", "xa-b"]
    assert len(values(sk.plot.rank_intervals(scores.ranks(), first=1, engine="altair"))) == 1
    known = sum(scores.offices.column("complete"))
    assert sum(bar.get_height() for bar in sk.plot.distribution(scores).patches) == known
    assert len(values(sk.plot.distribution(scores, engine="altair"))) == known


def test_a_picture_is_the_same_bytes_each_time(scores: sk.IndexScores, tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        sk.plot.lost_points(scores, "phuong-a").figure.savefig(tmp_path / name, metadata={"Software": None})
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_no_picture_touches_pyplot(scores: sk.IndexScores) -> None:
    import sys

    assert "matplotlib.pyplot" not in sys.modules
    with pytest.raises(ValueError, match="engine is 'matplotlib' or 'altair'"):
        sk.plot.rank_intervals(scores.ranks(), engine="plotly")  # type: ignore[arg-type]
