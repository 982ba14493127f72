"""The subcommands of `sangkien calendar`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from command import printed, problems, run
from test_calendar import PERIODS


def shown(day: str) -> str:
    """2026-08-22 as a page writes it, 22/8/2026."""
    year, month, number = map(int, day.split("-"))
    return f"{number}/{month}/{year}"


def source_table() -> list[dict[str, str]]:
    table = Path(__file__).with_name("vn_public_sector_days_2019_2026.csv")
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def year_table(year: int) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed("calendar", "show", year, "--format", "csv"))))


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["add", "2025-09-19", "3"], "2025-09-24 (thứ Tư)\n"),
        (["add", "2025-09-24", "-3"], "2025-09-19 (thứ Sáu)\n"),
        (["add", "2025-09-21", "0", "--roll", "forward", "--lang", "en"], "2025-09-22 (Monday)\n"),
        (["add", "2026-08-21", "1"], "2026-08-22 (thứ Bảy)\n"),  # worked for 31 August
        (["count", "2025-09-22", "2025-09-25"], "3\n"),
        (["count", "2025-09-25", "2025-09-22"], "-3\n"),
        (["count", "2025-09-22", "2025-09-22"], "0\n"),
    ],
)
def test_calendar_counts_working_days(arguments: list[str], expected: str) -> None:
    assert printed("calendar", *arguments) == expected


def test_calendar_answers_as_json() -> None:
    added = json.loads(printed("calendar", "add", "2025-09-24", "-3", "--format", "json"))
    assert (added["from"], added["working_days"], added["day"]) == ("2025-09-24", -3, "2025-09-19")
    counted = json.loads(printed("calendar", "count", "2025-09-22", "2025-09-25", "--format", "json"))
    assert counted == {"from": "2025-09-22", "to": "2025-09-25", "working_days": 3, "provisional": None}


def test_calendar_period_tells_the_way_to_its_last_day() -> None:
    shown = printed("calendar", "period", "2026-01-17", "1 month", "--lang", "en").splitlines()
    assert shown[0] == "24:00 on 23 Feb 2026 (Monday)"  # 17 February is within Tết
    assert any(line.endswith("[91/2015.148.5]") for line in shown)
    deadline = json.loads(printed("calendar", "period", "2026-01-17", "1 month", "--format", "json"))["deadline"]
    assert (deadline["determined"], deadline["last_day"]) == (True, "2026-02-23")
    assert deadline["ends"] == "2026-02-23T24:00:00+07:00"
    assert all(step["message"]["vi"] for step in deadline["steps"])


def test_calendar_period_without_a_rule_is_undetermined() -> None:
    arguments = ["calendar", "period", "2026-01-17", "1 month", "--rules", "vn-civil-service", "--format", "json"]
    assert json.loads(printed(*arguments))["deadline"]["determined"] is False


def test_calendar_explains_a_day_with_its_clause() -> None:
    worked = json.loads(printed("calendar", "explain", "2026-08-22", "--format", "json"))
    assert (worked["kind"], worked["working"], worked["pair"]) == ("swap-work", True, "2026-08-31")
    assert worked["clause"]["vi"]
    assert worked["citation"]["rulebook"] == "vn-civil-service"
    sunday = json.loads(printed("calendar", "explain", "2025-09-21", "--format", "json"))
    assert (sunday["kind"], sunday["working"], sunday["why"]["en"]) == ("weekend", False, "Sunday")
    assert "Quốc khánh" in printed("calendar", "explain", "2025-09-02")


def test_calendar_shows_a_year_with_every_day_its_paper_and_its_pair() -> None:
    page = printed("calendar", "show", "2026")
    year = json.loads(printed("calendar", "show", "2026", "--format", "json"))
    assert (year["status"], year["provisional"], len(year["days"])) == ("decided", None, 17)
    for day in year["days"]:
        written = shown(day["day"])
        (line,) = (line for line in page.splitlines() if line.split()[:1] == [written])
        assert day["document"] in line
        assert day["pair"] is None or shown(day["pair"]) in line
        assert day["kind"] not in ("swap-off", "swap-work") or day["pair"]
    assert year["working_days"] == int(printed("calendar", "count", "2026-01-01", "2027-01-01", "--provisional")[:3])


def test_every_decided_day_is_that_of_the_source_table() -> None:
    decided = [row for row in source_table() if row["date"] >= "2019"]
    told = [row for year in range(2019, 2027) for row in year_table(year)]
    assert len(told) == len(decided) == 117
    for ours, theirs in zip(told, decided):
        assert ours["day"] == theirs["date"]
        assert ours["kind"] == theirs["kind"].replace("_", "-")
        assert ours["working"] == ("true" if theirs["kind"] == "swap_work" else "false")
        assert ours["document"]
        assert ours["issued"]


def test_a_year_that_is_not_decided_is_refused_and_projected_on_request() -> None:
    refused = run("calendar", "show", "2027")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("SK1401")
    assert refused.stderr.endswith("hãy thêm --provisional.\n")
    page = printed("calendar", "show", "2027", "--provisional")
    year = json.loads(printed("calendar", "show", "2027", "--provisional", "--format", "json"))
    assert "2027" in year["provisional"]["en"]
    assert year["provisional"]["vi"] in " ".join(page.split())
    for day in year["days"]:
        (line,) = (line for line in page.splitlines() if line.split()[:1] == [shown(day["day"])])
        assert "dự kiến" in line
    assert run("calendar", "show", "2027", "--provisional", "--strict").returncode == 3
    assert run("calendar", "show", "2026", "--provisional", "--strict").returncode == 0
    added = printed("calendar", "add", "2026-12-31", "5", "--provisional", "--lang", "en")
    assert added.splitlines()[1].startswith("provisional: projected from the Labour Code")


def test_the_calendar_is_told_as_it_was_known() -> None:
    before = ["calendar", "explain", "2026-01-10", "--format", "json", "--known-on"]
    assert json.loads(printed(*before, "2025-12-24"))["working"] is False
    assert json.loads(printed(*before, "2025-12-25"))["working"] is True
    assert problems(run(*before, "2025-10-15"))[0]["id"] == "SK1401"  # 2026 was not decided yet


@pytest.mark.parametrize(("event", "length", "last"), PERIODS)
def test_periods_end_as_the_civil_code_says(event: str, length: str, last: str) -> None:
    told = json.loads(printed("calendar", "period", event, length, "--format", "json"))["deadline"]
    assert (told["last_day"], told["ends"]) == (last, f"{last}T24:00:00+07:00")


def test_a_suspended_period_needs_a_rule_or_a_declared_choice() -> None:
    asked = ["calendar", "period", "2026-03-02", "10 working days", "--suspended", "2026-03-05..2026-03-12"]
    told = json.loads(printed(*asked, "--format", "json"))["deadline"]
    assert told["determined"] is False
    told = json.loads(printed(*asked, "--suspended-days", "not-counted", "--format", "json"))["deadline"]
    assert told["last_day"] == "2026-03-23"  # 3, 4, 5 March, then 7 more from 13 March on
    assert run(*asked, "--strict").returncode == 3


def test_lunar_dates_go_both_ways() -> None:
    told = json.loads(printed("calendar", "lunar", "2026-04-26", "--format", "json"))
    assert (told["lunar"]["day"], told["lunar"]["month"], told["lunar"]["year"]) == (10, 3, 2026)
    assert told["can_chi"]["year"]["vi"] == "Bính Ngọ"
    back = json.loads(printed("calendar", "lunar", "--from", "10/3/2026", "--format", "json"))
    assert back == told
    leap = json.loads(printed("calendar", "lunar", "--from", "1/6/2025", "--leap", "--format", "json"))
    assert (leap["day"], leap["lunar"]["leap"]) == ("2025-07-25", True)
    for wrong in ("30/4/2026", "10/3", "10-3-2026", "10/3/2026x"):
        assert problems(run("calendar", "lunar", "--from", wrong, "--format", "json"))[0]["id"] == "SK1209"


def test_a_schedule_is_told_for_a_year_and_looked_at_over_years() -> None:
    rules = ["--rules", "gia-vien-934"]
    told = json.loads(printed("calendar", "deadlines", "2026", *rules, "--format", "json"))
    assert {one["deadline"]["last_day"] for one in told} == {"2026-09-24", "2026-09-29"}
    looked = run("calendar", "check", "2025", "2035", *rules, "--provisional", "--format", "json")
    found = json.loads(looked.stdout)
    off = sorted(f["values"]["day"] for f in found if f["id"] == "schedule-day-off")
    assert looked.returncode == 1
    assert off == ["2028-09-24", "2029-09-29", "2030-09-29", "2033-09-24", "2034-09-24", "2035-09-29"]
    assert run("calendar", "check", "2025", "2026", *rules).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", "2035"], "SK1401"),
        (["show", "2018"], "SK1401"),
        (["explain", "2035-01-01"], "SK1401"),
        (["add", "2026-12-31", "1"], "SK1401"),
        (["count", "2026-12-01", "2027-02-01"], "SK1401"),
        (["period", "2026-12-15", "1 month"], "SK1401"),
        (["add", "2025-02-30", "1"], "SK1201"),
        (["count", "2025-09-22", "tomorrow"], "SK1201"),
        (["period", "2025-09-22", "a while"], "SK1207"),
        (["add", "2025-09-21", "0"], "SK1402"),
        (["add", "2025-09-21", "1", "--rules", "civil-code-2015"], "SK1403"),
        (["add", "2025-09-21", "1", "--rules", "nothing"], "SK1501"),
    ],
)
def test_calendar_has_no_answer_where_nothing_is_decided(arguments: list[str], code: str) -> None:
    assert [problem["id"] for problem in problems(run("calendar", *arguments, "--format", "json"))] == [code]
    done = run("calendar", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(code)
