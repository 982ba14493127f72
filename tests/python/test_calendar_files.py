"""Calendar files and year pages of the command, read by others: PyPI icalendar and Python's XML parser."""
from __future__ import annotations

import csv
import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMAND = os.environ.get("SANGKIEN_COMMAND", str(ROOT / "build" / "sangkien"))
YEARS = range(2019, 2027)
SVG = "{http://www.w3.org/2000/svg}"


def shown(year: int, form: str, language: str) -> bytes:
    command = [COMMAND, "calendar", "show", str(year), "--format", form, "--lang", language]
    return subprocess.run(command, capture_output=True, check=True, cwd=ROOT, timeout=120).stdout


def days_of_table(year: int) -> dict[date, dict[str, str]]:
    with (Path(__file__).parent / "vn_public_sector_days_2019_2026.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(line for line in table if line[0] != "#"))
    return {date.fromisoformat(row["date"]): row for row in rows if row["date"].startswith(str(year))}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("year", YEARS)
def test_another_reader_finds_every_day_of_the_table_and_no_other(year: int, language: str) -> None:
    calendar = icalendar.Calendar.from_ical(shown(year, "ics", language))
    table = days_of_table(year)
    found: dict[date, str] = {}
    for event in calendar.walk("VEVENT"):
        first, end = event.decoded("DTSTART"), event.decoded("DTEND")
        assert type(first) is date
        assert type(end) is date
        for offset in range((end - first).days):
            day = first + timedelta(days=offset)
            assert day not in found
            found[day] = str(event["TRANSP"])
        assert event["STATUS"] == "CONFIRMED"
        assert event["SUMMARY"].params["LANGUAGE"] == language
    worked = {day for day, row in table.items() if row["kind"].replace("-", "_") == "swap_work"}
    assert found == {day: "TRANSPARENT" if day in worked else "OPAQUE" for day in table}


@pytest.mark.parametrize("year", YEARS)
def test_another_reader_finds_nothing_wrong_and_writes_the_same_events(year: int) -> None:
    calendar = icalendar.Calendar.from_ical(shown(year, "ics", "vi"))
    for component in calendar.walk():
        assert component.errors == []
    again = icalendar.Calendar.from_ical(calendar.to_ical())
    assert [event.to_ical() for event in again.walk("VEVENT")] == [event.to_ical() for event in calendar.walk("VEVENT")]


def test_languages_differ_in_words_alone() -> None:
    vi, en = (icalendar.Calendar.from_ical(shown(2026, "ics", language)).walk("VEVENT") for language in ("vi", "en"))
    for name in ("UID", "DTSTART", "DTEND", "DTSTAMP", "SEQUENCE", "TRANSP", "STATUS"):
        assert [event[name].to_ical() if name != "UID" else event[name] for event in vi] == [
            event[name].to_ical() if name != "UID" else event[name] for event in en
        ]
    assert len({event["UID"] for event in vi}) == len(vi)
    assert "Quốc khánh" in [event["SUMMARY"] for event in vi]
    assert "National Day" in [event["SUMMARY"] for event in en]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("year", YEARS)
def test_the_drawing_is_xml_with_every_day_of_the_year(year: int, language: str) -> None:
    root = ElementTree.fromstring(shown(year, "svg", language))
    assert root.tag == SVG + "svg"
    days = [text for text in root.iter(SVG + "text") if text.get("class", "").split()[0] == "day"]
    assert len(days) == (date(year + 1, 1, 1) - date(year, 1, 1)).days
    told = [group.find(SVG + "title") for group in root.iter(SVG + "g")]
    assert len([title for title in told if title is not None]) == len(days_of_table(year))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_text_of_the_drawing_can_be_read_on_its_ground() -> None:
    style = ElementTree.fromstring(shown(2026, "svg", "vi")).find(f"{SVG}defs/{SVG}style")
    assert style is not None
    assert style.text is not None
    fills: dict[str, str] = {}
    for selectors, body in re.findall(r"^([^{\n]+) \{([^}]*)\}", style.text, re.MULTILINE):
        fill = re.search(r"fill: (#[0-9a-f]{6})", body)
        for selector in selectors.split(", "):
            if fill:
                fills[selector.removeprefix(".")] = fill[1]
    fills["swap"] = "#edc77a"  # the darker of the two stripes of the hatch
    pairs = [(name, name.removesuffix("-text")) for name in fills if name.endswith("-text")]
    assert len(pairs) == 7
    inks = ["text", "title", "subtitle", "month-count", "weekday", "warning", "lunar", "heading", "foot"]
    for ink, ground in [*pairs, *((ink, "paper") for ink in inks), ("lunar", "rest")]:
        assert contrast(fills[ink], fills[ground]) >= 4.5, (ink, ground)
