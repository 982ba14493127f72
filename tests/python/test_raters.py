"""Rater statistics: published examples to the digit, the command's bytes, plain formulas on random tables."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import sangkien as sk
from command import printed, problems, run

ROOT = Path(__file__).resolve().parents[2]
SEASON = ROOT / "docs" / "examples" / "gia-vien-2025.season.json"
NAMES = ["charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"]
OPTIONS = [part for name in NAMES for part in ("--rules", name)]
AS_OF = "2025-09-30T17:00+07:00"

# Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C: units x observers.
KRIPPENDORFF = [
    [1, 1, None, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [None, 5, 5, 5],
    [None, None, 1, 1],
    [None, None, 3, None],
]
# Shrout and Fleiss 1979, table 2: six targets, four judges.
SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]


def test_the_published_alphas() -> None:
    alpha = sk.rater_statistics(KRIPPENDORFF).alpha
    assert {level: round(value or 0, 3) for level, value in alpha.items()} == {
        "nominal": 0.743,
        "ordinal": 0.815,
        "interval": 0.849,
        "ratio": 0.797,
    }


def test_the_published_intraclass_correlations() -> None:
    for table in (SHROUT_FLEISS, np.array(SHROUT_FLEISS), pd.DataFrame(SHROUT_FLEISS)):
        found = sk.rater_statistics(table).intraclass
        assert [round(value or 0, 2) for value in found.values()] == [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]


def test_kendall_as_the_plain_formula_says() -> None:
    chance = random.Random(1939)
    for _ in range(50):
        rows, members = chance.randint(2, 12), chance.randint(2, 6)
        table = np.array([[chance.randint(0, 6) for _ in range(members)] for _ in range(rows)])
        ranks = pd.DataFrame(table).rank().to_numpy()
        ties = sum(sum(count**3 - count for count in pd.Series(column).value_counts()) for column in table.T)
        spread = float(((ranks.sum(axis=1) - members * (rows + 1) / 2) ** 2).sum())
        whole = members**2 * (rows**3 - rows) - members * ties
        found = sk.rater_statistics(table).kendall_w
        if whole == 0:
            assert found is None
        else:
            assert found == pytest.approx(12 * spread / whole, abs=1e-11)


def test_the_command_and_python_tell_the_same() -> None:
    rules = sk.Rules.load(*NAMES)
    for more in ({}, {"criterion": "novelty"}, {"threshold": 1.0}):
        found = rules.rater_statistics(SEASON, AS_OF, **more)  # type: ignore[arg-type]
        options = [part for key, value in more.items() for part in ("--" + key, str(value))]
        command = ["score", "raters", SEASON, *OPTIONS, "--as-of", AS_OF, *options]
        assert printed(*command, "--format", "json").rstrip() == found.to_json().rstrip()
        assert printed(*command).rstrip() == found.to_text().rstrip()
        assert printed(*command, "--lang", "en").rstrip() == found.to_text("en").rstrip()
    assert found.outlying


def test_a_season_gives_the_table_of_its_sheets() -> None:
    season = json.loads(SEASON.read_text(encoding="utf-8"))
    found = sk.Rules.load(*NAMES).rater_statistics(SEASON, AS_OF, criterion="novelty").to_dict()
    sheets = {}
    for ballot in season["ballots"]:
        if "novelty" in ballot.get("scores", {}):
            sheets[ballot["initiative"], ballot["member"]] = float(ballot["scores"]["novelty"])
    rows, members = found["initiatives"], found["members"]
    assert members == [member["person"] for member in season["council"]["members"]]
    table = [[sheets.get((row, member)) for member in members] for row in rows]
    again = sk.rater_statistics(table).to_dict()
    counted = sum(one["sheets"] for one in found["habits"])
    assert counted <= sum(one["sheets"] for one in again["habits"])
    assert counted > 100


def test_a_criterion_that_there_is_not_is_named() -> None:
    with pytest.raises(sk.Error, match="SK1308"):
        sk.Rules.load(*NAMES).rater_statistics(SEASON, AS_OF, criterion="noveltyy")
    done = run("score", "raters", SEASON, *OPTIONS, "--as-of", AS_OF, "--criterion", "noveltyy", "--format", "json")
    assert [problem["id"] for problem in problems(done)] == ["SK1308"]


def test_figures_that_there_are_not_are_none() -> None:
    alike = sk.rater_statistics([[1, 1], [1, 1]])
    assert alike.kendall_w is None
    assert alike.to_dict()["kendall_w"]["gap"] == "no-variation"
    assert sk.rater_statistics([[1.0, 2.0]]).kendall_w is None
    assert sk.rater_statistics(np.zeros((0, 3))).alpha["interval"] is None
    with pytest.raises(ValueError, match="initiatives x members"):
        sk.rater_statistics([1, 2, 3])


def test_drawn_weights_rank_as_whole_numbers_do() -> None:
    points = np.array([[900, 100, 50], [500, 500, 500], [100, 900, 60], [500, 500, 500]])
    found = sk.rank_acceptability(points, seed=7, draws=300)
    counts = np.zeros((4, 4), dtype=int)
    for draw in range(300):
        weights = sk.drawn_weights(3, 7, draw)
        assert sum(weights) == 2**32
        totals = [sum(w * int(p) for w, p in zip(weights, row)) for row in points]
        for row, total in enumerate(totals):
            counts[row, sum(other > total for other in totals)] += 1
    assert (found.counts == counts).all()
    assert found.shares.sum(axis=1).tolist() == [1.0] * 4
    parts = [sk.rank_acceptability(points, seed=7, draws=150, first=first).counts for first in (0, 150)]
    assert (parts[0] + parts[1] == found.counts).all()
    with pytest.raises(TypeError, match="points are whole numbers"):
        sk.rank_acceptability(points / 2, seed=1)
    with pytest.raises(ValueError, match=r"2\^30"):
        sk.rank_acceptability(np.array([[2**31]]), seed=1)


def test_calibrated_grades_take_severity_out() -> None:
    found = sk.rater_statistics([[80, 84, None], [None, 74, 68], [60, None, 58]])
    apart = [(one["grade"] or 0) - whole for one, whole in zip(found.calibrated, (80, 70, 60))]
    assert apart == pytest.approx([2 / 3] * 3)
    assert [one["grade"] for one in sk.rater_statistics([[5, None], [None, 7]]).calibrated] == [None, None]
