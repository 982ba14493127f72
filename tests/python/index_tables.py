"""A made-up table of offices for the tests of the index, by counter: the same in every form."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import sangkien as sk

ID = "index-ward-illustrative"
ON = "2026-01-20"

INPUTS = {
    "plan-on-time": "yes-no",
    "plan-done": "rate",
    "reports-late": "count",
    "initiatives-recognised": "count",
    "on-time": "rate",
    "online-share": "rate",
    "cut-appraised": "points",
    "satisfaction": "survey",
    "feedback": "rate",
    "commended": "yes-no",
    "complaints-upheld": "count",
}


def index() -> sk.Index:
    return sk.Index.load(ID, on=ON)


def figure(office: int, component: int, kind: str) -> Fraction | None:
    seed = (office * 7919 + component * 104729 + 13) % 1009
    if seed % 11 == 0:
        return None
    if kind == "yes-no":
        return Fraction(seed % 2)
    if kind == "count":
        return Fraction(seed % 5)
    if kind == "survey":
        return Fraction(100 + seed % 401, 100)
    return Fraction(seed % 1001, 1000) if kind == "rate" else Fraction(seed % 41, 4)


def wide(offices: int = 40) -> list[dict[str, Any]]:
    """Rows of the wide form, with exact fractions."""
    rows = []
    for office in range(offices):
        head = {"office": f"ward-{office:02}", "group": "ABC"[office % 3], "round": "self", "year": 2025}
        figures = {name: figure(office, at, kind) for at, (name, kind) in enumerate(INPUTS.items())}
        evidence = None if office % 4 == 0 else f"BC-{office}"
        rows.append({**head, **figures, "plan-on-time.evidence": evidence, "initiatives-recognised.evidence": "QĐ"})
    return rows


def long(offices: int = 40) -> list[dict[str, Any]]:
    """The same, a row for each figure."""
    out = []
    for row in wide(offices):
        head = {name: row[name] for name in ("office", "group", "round", "year")}
        out += [
            {**head, "component": name, "value": row[name], "evidence": row.get(name + ".evidence")} for name in INPUTS
        ]
    return out


def columns(rows: list[dict[str, Any]], as_: Any) -> dict[str, list[Any]]:
    """Columns by name, each fraction made into a number by `as_`."""
    return {
        name: [as_(row[name]) if isinstance(row[name], Fraction) else row[name] for row in rows] for name in rows[0]
    }


def as_decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
