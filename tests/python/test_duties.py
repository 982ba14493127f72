"""Duties: the same through every door, and calendar files that another program reads."""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest
import sangkien as sk
from command import printed

CASE = Path(__file__).resolve().parents[2] / "tests" / "cases" / "duties-of-events"
SEASON = CASE / "season.json"
OPTIONS = ["--rules", CASE / "ward-duties.json"]
AS_OF = "2025-09-09T08:00+07:00"


@pytest.fixture(scope="module")
def rules() -> sk.Rules:
    return sk.Rules.load(str(CASE / "ward-duties.json"))


@pytest.mark.parametrize("as_of", ["2025-08-05T08:00+07:00", AS_OF])
def test_the_command_and_python_tell_the_same(rules: sk.Rules, as_of: str) -> None:
    command = ["duties", SEASON, *OPTIONS, "--as-of", as_of]
    here = sk.duties(rules, SEASON, as_of)
    assert printed(*command, "--format", "json").rstrip() == here.to_json().rstrip()
    assert printed(*command) == here.to_text()
    assert printed(*command, "--lang", "en") == here.to_text("en")
    assert (
        printed(*command, "--all", "--format", "json").rstrip()
        == sk.duties(rules, SEASON, as_of, done=True).to_json().rstrip()
    )


def test_the_table_has_a_row_for_each(rules: sk.Rules) -> None:
    here = sk.duties(rules, SEASON, AS_OF, role="unit-head")
    (row,) = here.table
    assert (row["duty"], row["initiative"], row["verdict"]) == ("answer-supplement", "SK-1", "overdue")
    assert (row["days_over"], row["days_left"], row["escalated_to"]) == (4, None, ("chairperson",))
    assert row["due"].isoformat() == "2025-09-04T00:00:00+07:00"
    assert len(sk.duties(rules, SEASON, AS_OF).table) > 1
    with pytest.raises(sk.Error):
        sk.duties(rules, SEASON, AS_OF, role="nobody")


@pytest.mark.parametrize("role", ["unit-head", "chairperson", "office"])
def test_another_program_reads_the_calendar_of_a_role(rules: sk.Rules, role: str) -> None:
    text = sk.duties(rules, SEASON, "2025-08-21T08:00+07:00", role=role).to_ics()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    uids = [str(event["UID"]) for event in events]
    assert len(set(uids)) == len(uids) > 0
    assert all(event["DTSTAMP"].dt.isoformat() == "2025-08-21T01:00:00+00:00" for event in events)
    assert "p-100" not in text
    alarms = [alarm for event in events for alarm in event.walk("VALARM")]
    assert bool(alarms) == (role != "chairperson")
    later = sk.duties(rules, SEASON, "2025-08-22T08:00+07:00", role=role).to_ics(lang="en")
    assert [str(event["UID"]) for event in icalendar.Calendar.from_ical(later).walk("VEVENT")] == uids
