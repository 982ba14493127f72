#!/usr/bin/env python3
"""The same answers as the library gives for a season, as an analyst would compute them in plain Python and pandas.

A peer for benchmarks: it reads the season's JSON and the rulebooks' JSON, and answers what the demo asks (the state of
each file after its events, totals, classes, votes, places, quotas and indices), with no findings, clauses or checks of
the input. It knows the shape of the built-in rulebooks only: the day of a deadline, the facts of `recognisable` and the
meaning of built-in conditions are written in code here. Figures are exact, as in the library, so that answers can be
compared; pandas does the grouping.

    peer_season.py [SEASON] [--check] [--seconds N]

--check compares with the library's answers; --seconds measures seasons per second, reading included.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
SEASON = ROOT / "docs" / "examples" / "gia-vien-2025.season.json"
NAMES = ("charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative")
AS_OF = "2025-09-30T17:00:00+07:00"
HALF = Fraction(1, 2)

Json = dict[str, Any]


def read_rulebooks() -> dict[str, Json]:
    folder = ROOT / "src" / "rulebooks"
    names = (*NAMES, "vn-civil-service")
    return {name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in names}


def days_of(calendar: Json) -> tuple[set[date], set[date]]:
    """Weekdays off and weekend days worked."""
    off, worked = set(), set()
    for year in calendar["calendar"]["years"].values():
        for entry in year["days"]:
            day = date.fromisoformat(entry["day"])
            (worked if entry["kind"] == "swap-work" else off).add(day)
    return off, worked


class Peer:
    def __init__(self, books: dict[str, Json]) -> None:
        ward, council = books["gia-vien-934"], books["council-illustrative"]
        self.scoring, self.selection = council["scoring"], council["selection"]
        self.index = books["index-illustrative"]["index"]
        self.schedule, self.start = ward["schedule"], ward["lifecycle"]["start"]
        self.areas = set(ward["areas"])
        self.quota = {**ward["quota"]["one-per-unit"], **council["quota"]["one-per-unit"]}
        self.moves = {**ward["lifecycle"]["transitions"], **council["lifecycle"]["transitions"]}
        self.off, self.worked = days_of(books["vn-civil-service"])

    def deadline(self, name: str, year: int) -> datetime:
        day, month = map(int, self.schedule[name]["yearly"].split("/"))
        last = date(year, month, day) - timedelta(days=self.schedule[name]["bound"] == "before")
        return datetime.fromisoformat(f"{last + timedelta(days=1)}T00:00:00+07:00")

    def a_year_after(self, day: date) -> date:
        try:
            end = day.replace(year=day.year + 1)
        except ValueError:
            end = date(day.year + 1, 2, 28)
        while end not in self.worked and (end.weekday() > 4 or end in self.off):
            end += timedelta(days=1)
        return end

    def scores(self, season: Json, as_of: datetime) -> pd.DataFrame:
        """A row for each initiative with ballots: totals, class, vote."""
        criteria = list(self.scoring["criteria"])
        rows = [
            {"initiative": ballot["initiative"], "agree": ballot["vote"] == "agree"}
            | {name: Fraction(str(ballot["scores"][name])) for name in criteria}
            for ballot in season["ballots"]
            if datetime.fromisoformat(ballot["at"]) <= as_of
        ]
        grouped = pd.DataFrame(rows).groupby("initiative", sort=False)
        out = pd.DataFrame({"ballots": grouped.size(), "agree": grouped["agree"].sum()})
        for name in criteria:
            out[name] = grouped[name].agg(lambda values: sum(values, Fraction(0))) / out["ballots"]
        out["total"] = out[criteria].sum(axis=1)
        out["rounded"] = out["total"].map(lambda total: Fraction((total * 100 + HALF).__floor__(), 100))
        out["class"] = out["rounded"].map(self.class_of)
        members = {member["person"] for member in season["council"]["members"]}
        conflicts = {(entry["member"], entry["initiative"]) for entry in season["council"]["conflicts"]}
        authors = {entry["id"]: {a["person"] for a in entry["authors"]} for entry in season["initiatives"]}
        out["base"] = [
            sum(person not in authors[name] and (person, name) not in conflicts for person in members)
            for name in out.index
        ]
        out["vote"] = 3 * out["agree"] >= 2 * out["base"]
        low = pd.Series(False, index=out.index)
        for name in criteria:
            low |= out[name] < Fraction(str(self.scoring["criteria"][name]["min"]))
        enough = out["ballots"] >= self.scoring["quorum"]["at-least"]
        out["decision"] = out["vote"] & enough & ~low & (out["rounded"] >= self.scoring["pass"]["total"])
        return out

    def class_of(self, total: Fraction) -> str | None:
        for name, rule in self.scoring["classes"].items():
            if total >= rule["from"] and ("below" not in rule or total < rule["below"]):
                return str(name)
        return None

    def recognisable(self, facts: dict[str, bool]) -> bool | None:
        wanted = {
            "new-in-unit": True,
            "applied": True,
            "beneficial": True,
            "contrary-to-public-order": False,
            "ip-protected": False,
        }
        if any(facts[name] != value for name, value in wanted.items() if name in facts):
            return False
        return True if set(wanted) <= set(facts) else None

    def allowed(self, event: Json, file: Json, season: Json, score: Any, place: Any) -> bool:
        at, year = datetime.fromisoformat(event["at"]), season["year"]
        if event["on"] in ("file", "refile"):
            return at < self.deadline("ward-submission", year)
        if event["on"] == "accept":
            end = self.a_year_after(date.fromisoformat(file["first_applied"]))
            return file.get("area") in self.areas and file["filed"].date() <= end
        if event["on"] == "recognise":
            fit = self.recognisable(file["facts"])
            return bool(fit) and bool(score.decision) and at < self.deadline("ward-decision", year)
        if event["on"] == "refuse":
            return not score.decision or self.recognisable(file["facts"]) is False
        if event["on"] == "select":
            return file["level"] == "city" and place == "pass"
        return True

    def replay(self, file: Json, season: Json, scores: dict[str, Any], places: dict[str, Any], as_of: datetime) -> None:
        file["state"], file["reached"], file["filed"] = self.start, set(), None
        for event in file.get("events", []):
            move = self.moves[event["on"]]
            at = datetime.fromisoformat(event["at"])
            from_states = move["from"] if isinstance(move["from"], list) else [move["from"]]
            fits = file["state"] in from_states and event["by"] == move["by"] and at <= as_of
            if fits and self.allowed(event, file, season, scores.get(file["id"]), places.get(file["id"])):
                file["state"] = move["to"]
                file["reached"].add(move["to"])
                if event["on"] == "file":
                    file["filed"] = at

    def places(self, files: list[Json], scores: pd.DataFrame) -> pd.DataFrame:
        among = [file["id"] for file in files if self.selection["among"] in file["reached"]]
        chosen = scores[scores.index.isin(among) & scores["class"].isin(self.selection["classes"])]
        keys = list(zip(chosen["rounded"], chosen["novelty"]))
        rank = [1 + sum(other > key for other in keys) for key in keys]
        most = self.selection["at-most"]
        told = [
            "pass" if place + keys.count(key) - 1 <= most else "undetermined" if place <= most else "fail"
            for place, key in zip(rank, keys)
        ]
        return pd.DataFrame({"rank": rank, "selected": told}, index=chosen.index)

    def points(self, component: Json, figure: Fraction) -> Fraction:
        score, most = component["score"], Fraction(str(component["max"]))
        if "steps" in score:
            reached = [step for step in score["steps"] if figure >= Fraction(str(step["from"]))]
            return Fraction(str(reached[-1]["points"]))
        if "proportion" in score:
            floor = score["proportion"].get("floor")
            return Fraction(0) if floor is not None and figure < Fraction(str(floor)) else figure * most
        return most if figure else Fraction(0)

    def index_total(self, unit: str, figures: dict[tuple[str, str], Fraction], recognised: int, open_: int) -> Fraction:
        total = Fraction(0)
        for area in self.index["areas"].values():
            for name, component in area["components"].items():
                if component["input"] == "initiatives":
                    could = {self.points(component, Fraction(n)) for n in range(recognised, recognised + open_ + 1)}
                    total += min(could)  # what is sure
                elif (unit, name) in figures:
                    total += self.points(component, figures[unit, name])
        return total

    def evaluate(self, text: str, as_of_text: str) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Initiatives and units; a total or place that does not exist is missing."""
        season, as_of = json.loads(text), datetime.fromisoformat(as_of_text)
        scores = self.scores(season, as_of)
        by_id = {row.Index: row for row in scores.itertuples()}
        files = season["initiatives"]
        for file in files:
            self.replay(file, season, by_id, {}, as_of)
        places = self.places(files, scores)
        for file in files:
            self.replay(file, season, by_id, places["selected"].to_dict(), as_of)
        states = pd.DataFrame({"state": [file["state"] for file in files]}, index=[file["id"] for file in files])
        return states.join(scores).join(places), self.units(season, files)

    def counts(self, file: Json) -> bool:
        reached = self.quota["reached"] in file["reached"] and file["state"] != "withdrawn"
        return reached and file.get("level") == self.quota["level"] and file.get("area") in self.areas

    def units(self, season: Json, files: list[Json]) -> pd.DataFrame:
        figures = {(e["unit"], e["component"]): Fraction(str(+e["value"] if e["value"] in (0, 1) else e["value"]))
                   for e in season["index"]}  # fmt: skip
        rows = []
        for unit in (entry["id"] for entry in season["units"]):
            mine = [file for file in files if unit in file["units"]]
            recognised = sum("recognised" in file["reached"] for file in mine)
            undecided = sum(file["state"] == "appraised" and self.recognisable(file["facts"]) is None for file in mine)
            total = self.index_total(unit, figures, recognised, undecided)
            rows.append({"unit": unit, "counted": sum(map(self.counts, mine)), "index": total})
        out = pd.DataFrame(rows).set_index("unit")
        out["met"] = out["counted"] >= self.quota["at-least"]
        return out


def compare(peer: Peer, path: Path) -> int:
    """The number of answers that differ from the library's."""
    import sangkien

    report = sangkien.Rules.load(*NAMES).evaluate(path, as_of=AS_OF)
    files, units = peer.evaluate(path.read_text(encoding="utf-8"), AS_OF)
    pairs = []
    for row in report.initiatives:
        mine = {name: None if pd.isna(value) else value for name, value in files.loc[row["id"]].items()}
        for name in ("state", "total", "rounded", "class", "rank"):
            pairs.append((row["id"], name, mine[name], row[name]))
        if row["ballots"]:
            for name in ("vote", "decision"):
                pairs.append((row["id"], name, "pass" if mine[name] else "fail", row[name]))
            pairs.append((row["id"], "base", mine["base"], row["vote_base"]))
        if row["rank"]:
            pairs.append((row["id"], "selected", mine["selected"], row["selected"]))
    for row in report.units:
        mine = dict(units.loc[row["id"]])
        pairs.append((row["id"], "counted", mine["counted"], row["one-per-unit.counted"]))
        pairs.append((row["id"], "quota", "pass" if mine["met"] else "fail", row["quota"]))
        pairs.append((row["id"], "index", mine["index"], row["index_total"]))
    different = [pair for pair in pairs if pair[2] != pair[3]]
    for where, name, mine_value, theirs in different:
        print(f"{where} {name}: peer {mine_value}, library {theirs}")
    print(f"{len(pairs) - len(different)} of {len(pairs)} answers are the same")
    return len(different)


def measure(peer: Peer, path: Path, seconds: float) -> None:
    text, count, start = path.read_text(encoding="utf-8"), 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        peer.evaluate(text, AS_OF)
        count += 1
    print(f"{count / (time.perf_counter() - start):.1f} seasons per second")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("season", nargs="?", type=Path, default=SEASON)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--seconds", type=float)
    options = parser.parse_args()
    peer = Peer(read_rulebooks())
    if options.seconds is not None:
        measure(peer, options.season, options.seconds)
    if options.check:
        return 1 if compare(peer, options.season) else 0
    if options.seconds is None:
        files, units = peer.evaluate(options.season.read_text(encoding="utf-8"), AS_OF)
        print(files[["state", "rounded", "class", "vote", "rank", "selected"]].to_string())
        print(units.to_string())
    return 0


if __name__ == "__main__":
    sys.exit(main())
