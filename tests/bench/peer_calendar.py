"""The calendar of the civil service without its worked Saturdays, for the library and for numpy: numpy knows none."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import sangkien as sk

RULEBOOK = Path(__file__).resolve().parents[2] / "src" / "rulebooks" / "vn-civil-service.json"


def without_worked_saturdays() -> tuple[sk.Calendar, np.busdaycalendar]:
    """Both from the same rulebook: no worked Saturday, and the days off they were worked for are plain holidays."""
    book = json.loads(RULEBOOK.read_text(encoding="utf-8"))
    years = book["calendar"]["years"]
    for year in years.values():
        year["days"] = [entry for entry in year["days"] if entry["kind"] != "swap-work"]
        for entry in year["days"]:
            if entry["kind"] == "swap-off":
                entry["kind"] = "statutory"
                del entry["pair"]
    rules = sk.Rules.from_json(json.dumps(book))
    off = [entry["day"] for year in years.values() for entry in year["days"]]
    return sk.Calendar.of(rules, "2026-12-31"), np.busdaycalendar(holidays=np.array(off, dtype="datetime64[D]"))
