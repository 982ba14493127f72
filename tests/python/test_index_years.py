"""`sangkien index` on ranks, groups, years and editions, and on tables that cannot be scored."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from .command import ROOT, printed, problems, run

EXAMPLES = ROOT / "docs" / "examples"
TABLE = EXAMPLES / "index-wards.csv"
RULES = ("--rules", "index-ward-illustrative", "--on", "2026-01-20")
LATER = ("--with-rules", EXAMPLES / "index-ward-2026.json", "--with-on", "2026-12-31")
MAPPING = ("--mapping", EXAMPLES / "index-mapping.csv")


def table_of(totals: dict[str, tuple[str, str]]) -> str:
    """Offices with a group and the points that the appraisers gave; all else is the same."""
    out = "office,group,component,round,value,evidence,year\n"
    same = {"plan-on-time": "có", "plan-done": 1, "initiatives-recognised": 0, "on-time": 1, "online-share": 1}
    for office, (group, given) in totals.items():
        for component, value in {**same, "feedback": 1, "satisfaction": 5, "cut-appraised": given}.items():
            out += f"{office},{group},{component},self,{value},E,2025\n"
    return out


def test_ranks_and_tables_by_group_in_every_format() -> None:
    table = table_of({"a": ("ward", "8"), "b": ("commune", "8"), "c": ("ward", "2"), "d": ("ward", "")})
    scored = json.loads(printed("index", "score", "-", *RULES, "--by-group", "--format", "json", text=table))
    ranks = [(office["rank"], office["group_rank"]) for office in scored["offices"]]
    assert [(one["best"], one["worst"], one["tied"]) for one, _ in ranks] == [
        (1, 2, True),
        (1, 2, True),
        (3, 4, False),
        (1, 4, False),
    ]
    assert [(one["best"], one["worst"], one["of"]) for _, one in ranks] == [(1, 2, 3), (1, 1, 1), (2, 3, 3), (1, 3, 3)]
    commune, ward = scored["groups"]
    assert (commune["group"], commune["mean"]) == ("commune", ["82", "82"])
    assert (ward["count"], ward["complete"], ward["offices"]) == (3, 2, ["a", "c", "d"])
    assert (ward["mean"], ward["median"]) == (["232/3", "242/3"], ["76", "82"])
    assert (ward["least"], ward["most"]) == (["74", "76"], ["82", "84"])
    rows = list(
        csv.DictReader(io.StringIO(printed("index", "score", "-", *RULES, "--by-group", "--format", "csv", text=table)))
    )
    totals = {row["office"]: row for row in rows if row["kind"] == "total"}
    assert (totals["d"]["rank"], totals["d"]["rank_worst"], totals["d"]["group_rank_worst"]) == ("1", "4", "3")
    assert totals["a"]["class"] == totals["a"]["class_highest"] == "good"
    mean = next(row for row in rows if row["kind"] == "group" and row["group"] == "ward" and row["id"] == "mean")
    assert Fraction(mean["points"]) + Fraction(mean["open"]) == Fraction(242, 3)
    text = printed("index", "score", "-", *RULES, "--by-group", "--lang", "en", text=table)
    assert "Rank 1 to 2 of 4, tied; in its group: 1 to 2 of 3; class Good" in text
    assert "ward 2025: offices 3, known 2; mean 232/3 to 242/3; median 76 to 82" in text
    alone = json.loads(printed("index", "score", "-", *RULES, "--format", "json", text=table))
    assert "groups" not in alone
    assert "group_rank" not in alone["offices"][0]


def compared(*more: object) -> dict[str, Any]:
    out: dict[str, Any] = json.loads(printed("index", "compare", *more, "--format", "json"))
    return out


def test_two_tables_of_one_year_are_compared_office_by_office() -> None:
    first, second = compared(TABLE, EXAMPLES / "index-wards-now.csv", *RULES)["offices"]
    assert (first["year_before"], first["year_after"], first["compared"]) == (2025, 2025, ["86.7", "87.7"])
    assert first["lines"][0]["change"] == "1"
    changed = [line["before"]["ids"] for line in first["lines"] if line["kind"] == "base" and line["change"] != "0"]
    assert changed == [["cut-appraised"]]
    assert second["lines"][0]["not_compared"] == "undetermined"


def test_editions_are_compared_by_the_mapping_and_the_rest_is_told_with_its_reason() -> None:
    found = compared(TABLE, EXAMPLES / "index-wards-2026.csv", *RULES, *LATER, *MAPPING)
    ward, gone, new = found["offices"]
    reasons = {
        " + ".join((line["before"] or line["after"])["ids"]): line.get("not_compared")
        for line in ward["lines"]
        if line["kind"] not in ("total", "node")
    }
    assert {name: why for name, why in reasons.items() if why} == {
        "reports-late": "no-counterpart",
        "reports-on-time": "no-counterpart",
        "initiatives-recognised": "function",
        "satisfaction": "scale",
    }
    split = next(line for line in ward["lines"] if line["before"] and line["before"].get("ids") == ["on-time"])
    assert split["after"]["ids"] == ["on-time-desk", "on-time-online"]
    assert (split["change"], split["share_change"]) == ("0.5", "0.025")
    for year, total in ((0, "86.7"), (1, "92.7")):
        assert Fraction(ward["compared"][year]) + Fraction(ward["apart"][year]) == Fraction(total)
    assert (gone["office"], gone["year_after"], gone["lines"][0]["not_compared"]) == ("xa-b", None, "office-gone")
    assert (new["office"], new["year_before"], new["lines"][0]["not_compared"]) == ("phuong-c", None, "office-new")
    rows = list(csv.DictReader(io.StringIO(printed(
        "index", "compare", TABLE, EXAMPLES / "index-wards-2026.csv", *RULES, *LATER, *MAPPING, "--format", "csv"
    ))))  # fmt: skip
    parts = [row for row in rows if row["office"] == "phuong-a" and row["kind"] not in ("total", "node")]
    assert sum(Fraction(row["points_after"] or 0) for row in parts) == Fraction("92.7")


def test_one_year_of_a_table_is_taken_where_it_is_asked_for(tmp_path: Path) -> None:
    years = tmp_path / "years.csv"
    text = TABLE.read_text(encoding="utf-8")
    second = text.replace(",2025\n", ",2026\n").replace("self,8.5", "self,9.5").split("\n", 1)[1]
    years.write_text(text + second, encoding="utf-8")
    found = compared(years, years, *RULES, "--year-before", "2025", "--year-after", "2026")["offices"]
    assert [(one["office"], one["year_before"], one["year_after"]) for one in found] == [
        ("phuong-a", 2025, 2026),
        ("xa-b", 2025, 2026),
    ]
    assert found[0]["lines"][0]["change"] == "1"
    # Both years in both tables: each with itself.
    assert len(compared(years, years, *RULES)["offices"]) == 4
    done = run("index", "compare", years, years, *RULES, "--year-before", "2024", "--format", "json")
    assert [problem["id"] for problem in problems(done)] == ["SK1308"]


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        ("from,to\non-time,on-time-dsk\n", ("SK1308", 2, 9, "on-time-desk")),
        ("from,to\non-tiem,on-time-desk\n", ("SK1308", 2, 1, "on-time")),
        ("from,to\non-time,procedures\n", ("SK1308", 2, 9, "component")),
        ("from,to\non-time,\non-time,on-time-desk\n", ("SK1302", 3, 1, "on-time")),
        ("from\non-time\n", ("SK1014", 1, 1, "to")),
    ],
)
def test_a_mapping_that_names_what_is_not_there_is_refused(mapping: str, told: tuple[Any, ...], tmp_path: Path) -> None:
    path = tmp_path / "map.csv"
    path.write_text(mapping, encoding="utf-8")
    done = run("index", "compare", TABLE, EXAMPLES / "index-wards-2026.csv", *RULES, *LATER, "--mapping", path,
               "--lang", "en", "--format", "json")  # fmt: skip
    (problem,) = problems(done)
    assert (problem["id"], problem["line"], problem["column"]) == told[:3]
    assert told[3] in json.dumps(problem)


def changed(old: str, new: str) -> str:
    text = TABLE.read_text(encoding="utf-8")
    assert text.count(old) == 1
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        # a value above its maximum
        (changed("cut-appraised,self,8.5", "cut-appraised,self,10.5"), ("SK1205", 8, 34)),
        (changed('on-time,self,"97,5%"', 'on-time,self,"107,5%"'), ("SK1205", 6, 28)),
        (changed("satisfaction,self,4.2", "satisfaction,self,5.2"), ("SK1205", 9, 33)),
        # an unknown component, an unknown round
        (changed("feedback,self,100%", "feedbak,self,100%"), ("SK1308", 10, 15)),
        (changed("on-time,appraised-1", "on-time,appraised-3"), ("SK1308", 13, 23)),
        # a round without the one before it
        (TABLE.read_text(encoding="utf-8") + "xa-d,commune,plan-done,appraised-1,90%,,2025\n", ("SK1370", 22, 24)),
        # an office and year twice
        (changed("plan-done,self,70%", "plan-on-time,self,no"), ("SK1302", 15, 1)),
        # text where a number belongs
        (changed("plan-done,self,90%", "plan-done,self,nhiều"), ("SK1204", 3, 30)),
        (changed("reports-late,self,1,,2025", "reports-late,self,1,,nay"), ("SK1204", 4, 36)),
        # a count that is no whole number, a year that the edition is not for
        (changed("reports-late,self,1", "reports-late,self,1.5"), ("SK1205", 4, 33)),
        (changed("commended,self,có,QD-90/2025,2025", "commended,self,có,QD-90/2025,2031"), ("SK1372", 11, 45)),
        # columns
        ("office,component,value,round\n,on-time,1,self\n", ("SK1010", 2, 1)),
        ("office,component,round\nx,on-time,self\n", ("SK1014", 1, 1)),
    ],
)
def test_each_fault_of_a_table_is_told_with_line_and_column(table: str, told: tuple[str, int, int]) -> None:
    for command in (["score", "-"], ["compare", TABLE, "-"]):
        (problem,) = problems(run("index", *command, *RULES, "--format", "json", text=table))
        assert (problem["id"], problem["line"], problem["column"]) == told


def test_a_later_edition_that_is_not_in_force_is_refused() -> None:
    done = run("index", "compare", TABLE, TABLE, *RULES, *LATER[:3], "2026-08-31", "--format", "json")
    assert [problem["id"] for problem in problems(done)] == ["SK1374"]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "en",
            [
                "phuong-a 2025 -> 2026: 86.7/100 -> 92.7/100; cannot be compared: its content differs",
                "- Late reports: 3/4 -> -; cannot be compared: no counterpart",
                "- Share of reports on time: - -> 4/4; cannot be compared: no counterpart",
                "- Initiatives recognised: 6/12 -> 12/12; cannot be compared: another scoring function",
                "- Mean of the satisfaction survey: 16/20 -> 16/20; cannot be compared: another scale of the survey",
                "Comparable 61.7 -> 60.7, not comparable 25 -> 32",
                "xa-b 2025 -> -: 45.5 to 58/100 -> -; cannot be compared: office gone",
                "phuong-c - -> 2026: - -> 12.5 to 95/100; cannot be compared: office new",
            ],
        ),
        ("vi", ["không so sánh được: cách tính điểm khác", "So sánh được 61.7 -> 60.7, không so sánh được 25 -> 32"]),
    ],
)
def test_the_page_says_plainly_what_cannot_be_compared(lang: str, told: list[str]) -> None:
    page = printed(
        "index", "compare", TABLE, EXAMPLES / "index-wards-2026.csv", *RULES, *LATER, *MAPPING, "--lang", lang
    )
    assert [line for line in told if line not in page] == []


def test_an_area_that_the_mapping_names_is_compared_although_its_content_differs(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    pairs = [{"from": "impact", "to": "impact"}, {"from": "feedback", "to": "answers"}]
    path.write_text(json.dumps(pairs), encoding="utf-8")
    found = compared(TABLE, EXAMPLES / "index-wards-2026.csv", *RULES, *LATER, "--mapping", path)["offices"][0]
    nodes = {line["before"]["ids"][0]: line for line in found["lines"] if line["kind"] == "node"}
    assert (nodes["impact"]["declared"], nodes["impact"]["change"]) == (True, "0")
    assert nodes["procedures"]["not_compared"] == "content"
