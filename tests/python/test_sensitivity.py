"""Sensitivity from Python: plain numpy gives the same replicates, threads change nothing, an unknown name is told."""

from __future__ import annotations

import json
import math
import statistics
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import sangkien as sk
from command import printed, problems, run

ROOT = Path(__file__).resolve().parents[2]
WARDS = ROOT / "docs" / "examples" / "index-wards.csv"
PLAN = ROOT / "docs" / "examples" / "index-sensitivity.json"
RULES = ["--rules", "index-ward-illustrative", "--on", "2026-01-20"]
WEIGHTS, SURVEYS = {"direction": 0.2, "impact": "0.2"}, {"satisfaction": 0.15}


@pytest.fixture(scope="module")
def index() -> sk.Index:
    return sk.Index.load("index-ward-illustrative", on="2026-01-20")


@pytest.fixture(scope="module")
def many() -> str:
    rows = ["office,component,round,value"]
    for i in range(60):
        rows += [f"o{i},on-time,self,{80 + i * 7 % 21}%", f"o{i},plan-done,self,{50 + i * 13 % 51}%"]
        rows += [f"o{i},satisfaction,self,{20 + i * 11 % 31}/10", f"o{i},cut-appraised,self,{i * 3 % 11}"]
    return "\n".join(rows) + "\n"


def test_the_bytes_are_those_of_the_command(index: sk.Index) -> None:
    plan = json.loads(PLAN.read_text(encoding="utf-8"))
    found = index.sensitivity(
        WARDS,
        weights=plan["weights"],
        surveys=plan["surveys"],
        left_out=plan["left-out"],
        seed=plan["seed"],
        replicates=300,
        sobol=64,
    )
    options = ["--plan", str(PLAN), "--replicates", "300", "--sobol", "64", "--threads", "3"]
    for kind, text in (("json", found.to_json()), ("csv", found.to_csv()), ("text", found.to_text("en"))):
        assert text == printed("index", "sensitivity", str(WARDS), *RULES, *options, "--format", kind, "--lang", "en")


def test_replicates_are_what_numpy_makes_of_their_inputs(index: sk.Index, many: str) -> None:
    found = index.sensitivity(many, weights=WEIGHTS, surveys=SURVEYS, replicates=40, seed=5)
    scores = index.score(many)
    base = [row for row in index.components if row["side"] == "base"]
    area = {row["node"]: row["parent"] for row in index.nodes}

    def names(node: str | None) -> set[str]:
        return set() if node is None else {node} | names(area[node])

    top = np.array([float(row["max"]) for row in base])
    lines = scores.lines.to_pandas(exact=False)
    least = lines[lines["side"] == "base"].pivot(index="office", columns="component", values="least")
    shares = least.loc[[f"o{i}" for i in range(60)], [row["component"] for row in base]].to_numpy() / top
    figures = np.array([(20 + i * 11 % 31) / 10 for i in range(60)])
    at = [row["component"] for row in base].index("satisfaction")
    for number in range(40):
        inputs = found.replicate(number)
        weights = top.copy()
        for i, row in enumerate(base):
            for name, multiplier in inputs["weights"].items():
                if name in names(row["node"]) | {row["component"]}:
                    weights[i] *= multiplier
        moved = shares.copy()
        moved[:, at] = (np.clip(figures + inputs["surveys"]["satisfaction"], 1, 5) - 1) / 4
        totals = np.clip(moved @ (weights * 100 / weights.sum()), 0, 100)
        assert found.totals[number] == pytest.approx(totals, abs=1e-9)
        ranks = [1 + int(np.sum(totals > one + 1e-9)) for one in totals]
        assert found.ranks[number].tolist() == ranks


def test_threads_and_parts_change_nothing(index: sk.Index, many: str) -> None:
    one = index.sensitivity(many, weights=WEIGHTS, surveys=SURVEYS, replicates=101, left_out=["impact"], sobol=32)
    for threads in (2, 3, 8):
        other = index.sensitivity(
            many, weights=WEIGHTS, surveys=SURVEYS, replicates=101, left_out=["impact"], sobol=32, threads=threads
        )
        assert other.to_json() == one.to_json()
        assert (other.totals == one.totals).all()
        assert (other.ranks == one.ranks).all()
    longer = index.sensitivity(many, weights=WEIGHTS, surveys=SURVEYS, replicates=150)
    assert (longer.totals[:101] == one.totals).all()


def test_the_summary_is_that_of_numpy(index: sk.Index, many: str) -> None:
    found = index.sensitivity(many, weights=WEIGHTS, surveys=SURVEYS, replicates=500, level=0.8)
    low, middle, high = np.quantile(found.totals, [0.1, 0.5, 0.9], axis=0)
    frame = found.offices.to_pandas()
    assert frame["mean"].to_numpy() == pytest.approx(found.totals.mean(axis=0), rel=1e-10)
    assert frame["deviation"].to_numpy() == pytest.approx(found.totals.std(axis=0, ddof=1), rel=1e-9)
    for name, values in (("low", low), ("middle", middle), ("high", high)):
        assert frame[name].to_numpy() == pytest.approx(values, rel=1e-10)
    assert frame["rank_high"].to_numpy() == pytest.approx(np.quantile(found.ranks, 0.9, axis=0))
    assert frame["first"].to_numpy() == pytest.approx((found.ranks == 1).mean(axis=0))


def test_errors_are_normal_as_the_standard_library_has_it(index: sk.Index, many: str) -> None:
    found = index.sensitivity(many, surveys={"satisfaction": 2}, replicates=1)
    errors = np.concatenate([found.replicate(r)["surveys"]["satisfaction"] for r in range(2000)]) / 2
    normal = statistics.NormalDist()
    for p in (0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99):
        share = float(np.mean(errors < normal.inv_cdf(p)))
        assert abs(share - p) < 5 * math.sqrt(p * (1 - p) / len(errors))


def test_effects_and_sobol_indices(index: sk.Index, many: str) -> None:
    found = index.sensitivity(
        many, weights=WEIGHTS, surveys=SURVEYS, replicates=10, left_out=["procedures"], sobol=256, of_office="o3"
    )
    effects = found.effects.to_pandas()
    assert list(effects["end"]) == ["low", "high"] * 3 + ["out"]
    assert effects.iloc[-1]["moved"] > 0
    assert [row["name"] for row in found.sobol] == ["direction", "impact", "satisfaction"]
    assert sum(row["first"] for row in found.sobol) == pytest.approx(1, abs=0.4)
    assert len(index.sensitivity(many, weights=WEIGHTS, replicates=5).sobol) == 0


def test_sobol_indices_of_a_sum_are_its_parts() -> None:
    found = sk.sobol_indices(lambda x: x @ np.array([1.0, 2.0, 3.0]), 3, rows=20000)
    for i, part in enumerate((1 / 14, 4 / 14, 9 / 14)):
        assert abs(found.first[i] - part) < 5 * found.first_error[i]
        assert abs(found.total[i] - part) < 5 * found.total_error[i]
    assert math.isnan(sk.sobol_indices(lambda x: x[:, 0] * 0, 2, rows=8).first[0])
    with pytest.raises(ValueError, match="gave 1 answers to 8 points"):
        sk.sobol_indices(lambda x: x[:1, 0], 2, rows=8)


def test_nothing_that_is_asked_is_passed_over(index: sk.Index, tmp_path: Path) -> None:
    with pytest.raises(sk.Error) as caught:
        index.sensitivity(WARDS, weights={"impakt": 0.2, "direction": 2}, surveys={"on-time": 0.1})
    assert [problem["id"] for problem in caught.value.problems] == ["SK1308", "SK1205", "SK1308"]
    with pytest.raises(sk.Error, match="SK1004"):
        index.sensitivity(WARDS)
    with pytest.raises(sk.Error, match="SK1308"):
        index.sensitivity(WARDS, weights=WEIGHTS, left_out=["impakt"])
    with pytest.raises(sk.Error, match="SK1308"):
        index.sensitivity(WARDS, weights=WEIGHTS, sobol=8, of_office="xa-z")
    with pytest.raises(ValueError, match="level"):
        index.sensitivity(WARDS, weights=WEIGHTS, level=1)
    with pytest.raises(ValueError, match="replicates"):
        index.sensitivity(WARDS, weights=WEIGHTS, replicates=0)
    plan = tmp_path / "plan.json"
    plan.write_text('{\n  "weights": { "impact": "much" },\n  "survey": {} }\n', encoding="utf-8")
    found = problems(run("index", "sensitivity", str(WARDS), *RULES, "--plan", str(plan), "--format", "json"))
    assert sorted((one["id"], one["line"]) for one in found) == [("SK1002", 3), ("SK1204", 2)]


def test_an_open_total_is_said_to_be_taken_at_what_is_sure(index: sk.Index) -> None:
    found = index.sensitivity(WARDS, weights=WEIGHTS, replicates=10)
    complete = {row["office"]: row["complete"] for row in found.offices}
    assert complete == {"phuong-a": True, "xa-b": False}
    assert "taken at what is sure" in found.to_text("en")
    assert isinstance(found.offices.to_pandas(), pd.DataFrame)


def test_rank_intervals_are_drawn_from_it(index: sk.Index, many: str) -> None:
    found = index.sensitivity(many, weights=WEIGHTS, surveys=SURVEYS, replicates=50)
    chart = sk.plot.rank_intervals(found.offices, top=60, engine="altair").to_dict()
    text = json.dumps(chart)
    rows = {row["office"]: row for row in found.offices}
    assert all(f'"{office}"' in text for office in rows)
