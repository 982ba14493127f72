"""What if from Python and the command: the same bytes, and what a table written by hand gives."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import sangkien as sk
from command import printed, problems, run

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
WARDS, ACTIONS = EXAMPLES / "index-wards.csv", EXAMPLES / "index-actions.csv"
RULES = ["--rules", "index-ward-illustrative", "--on", "2026-01-20"]


@pytest.fixture(scope="module")
def index() -> sk.Index:
    return sk.Index.load("index-ward-illustrative", on="2026-01-20")


def frame() -> pd.DataFrame:
    return pd.read_csv(WARDS, dtype={"value": "string"})


def test_the_bytes_are_those_of_the_command(index: sk.Index) -> None:
    options = ["--set", "xa-b.online-share=60%", "--set", "phuong-a.satisfaction=", "--office", "xa-b", "--rivals"]
    options += ["--target", "class:fulfilled", "--actions", str(ACTIONS)]
    changes = {("xa-b", "online-share"): "60%", ("phuong-a", "satisfaction"): None}
    found = index.what_if(WARDS, changes, office="xa-b", rivals=True, target="class:fulfilled", actions=ACTIONS)
    for kind, text in (("json", found.to_json()), ("csv", found.to_csv()), ("text", found.to_text("en"))):
        assert text == printed("index", "what-if", str(WARDS), *RULES, *options, "--format", kind, "--lang", "en")


def test_a_supposed_figure_gives_what_the_table_written_so_gives(index: sk.Index) -> None:
    by_hand = frame()
    row = (by_hand["office"] == "phuong-a") & (by_hand["component"] == "initiatives-recognised")
    by_hand.loc[row & (by_hand["round"] == "appraised-1"), "value"] = "3"
    found = index.what_if(WARDS, [{"office": "phuong-a", "component": "initiatives-recognised", "value": "+2"}])
    (one,) = found.offices
    assert one["total_after"] == index.score(by_hand).offices[0]["total"]
    assert one["total_before"] == index.score(WARDS).offices[0]["total"]
    (line,) = found.components
    assert line["points_after"] - line["points_before"] == one["total_after"] - one["total_before"]
    assert index.what_if(frame(), {("phuong-a", "initiatives-recognised"): 3}).offices == found.offices
    assert len(index.what_if(WARDS).offices) == 0


def test_the_cheapest_way_is_paid_and_reaches_its_target(index: sk.Index) -> None:
    way = index.what_if(WARDS, office="xa-b", target="class:fulfilled", actions=ACTIONS).cheapest
    assert way is not None
    assert way["reachable"]
    costs = pd.read_csv(ACTIONS).set_index("action")
    for one in way["ways"]:
        assert sum(Fraction(str(costs.loc[name, "cost"])) for name in one["actions"]) == way["cost"]
        changes = {("xa-b", costs.loc[name, "component"]): costs.loc[name, "value"] for name in one["actions"]}
        (after,) = index.what_if(WARDS, changes).offices
        assert after["total_after"] == one["total"] >= way["target"]
    listed = pd.read_csv(ACTIONS).to_dict("records")
    assert index.what_if(WARDS, office="xa-b", target="class:fulfilled", actions=listed).cheapest == way
    over = index.what_if(WARDS, office="xa-b", target=100, actions=ACTIONS).cheapest
    assert over is not None
    assert not over["reachable"]
    assert over["best"] < 100
    assert run("index", "what-if", str(WARDS), *RULES, "--office", "xa-b", "--target", "100", "--actions",
               str(ACTIONS)).returncode == 1  # fmt: skip


def test_rivals(index: sk.Index) -> None:
    found = index.what_if(WARDS, office="phuong-a", rivals=True).rivals
    offices = {row["office"]: row for row in index.score(WARDS).offices}
    most = offices["xa-b"]["total"] + offices["xa-b"]["open"]
    assert found is not None
    assert found["above"] is None
    assert (found["rank"], found["needed"]) == (1, None)
    assert found["below"]["gap"] == found["safe"] == offices["phuong-a"]["total"] - most
    only = index.what_if(WARDS, office="phuong-a", rivals=True, by_group=True).rivals
    assert only is not None
    assert only["below"] is None
    assert only["safe"] is None


def ids(call: Any) -> list[str]:
    with pytest.raises(sk.Error) as caught:
        call()
    return [problem["id"] for problem in caught.value.problems]


def test_faults_are_told_all_at_once(index: sk.Index, tmp_path: Path) -> None:
    changes = {("xa-c", "on-time"): 1, ("xa-b", "on-tim"): 1, ("xa-b", "on-time"): 2}
    assert ids(lambda: index.what_if(WARDS, changes)) == ["SK1308", "SK1308", "SK1205"]
    assert ids(lambda: index.what_if(WARDS, {("xa-b", "on-time"): "two"})) == ["SK1204"]
    assert ids(lambda: index.what_if(WARDS, office="xa-c", rivals=True)) == ["SK1308"]
    bad = tmp_path / "actions.csv"
    bad.write_text("action,component,value,cost\na,on-time,200%,1\nb,on-time,1,one\n", encoding="utf-8")
    options = [*RULES, "--office", "xa-b", "--target", "class:fine", "--actions", str(bad), "--format", "json"]
    found = problems(run("index", "what-if", str(WARDS), *options))
    assert sorted((one["id"], one["line"]) for one in found) == [("SK1204", 3), ("SK1308", 0)]
    with pytest.raises(TypeError, match="target and actions go together"):
        index.what_if(WARDS, office="xa-b", target=80)
    with pytest.raises(TypeError, match="name it"):
        index.what_if(WARDS, rivals=True)
    many = [{"action": f"a{i}", "component": "on-time", "value": 1, "cost": 1} for i in range(21)]
    assert ids(lambda: index.what_if(WARDS, office="xa-b", target=80, actions=many)) == ["SK1380"]


def test_the_json_says_what_the_tables_say(index: sk.Index) -> None:
    found = index.what_if(WARDS, {("xa-b", "plan-done"): "95%"}, office="xa-b", rivals=True)
    content = json.loads(found.to_json())
    assert [one["office"] for one in content["changes"]] == found.offices.column("office")
    assert content["cheapest"] is None
    assert found.cheapest is None
    assert found._repr_html_().startswith("<table>")
