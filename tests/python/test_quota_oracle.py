"""Quotas against a plain reference: random rules over random seasons of units that are merged, split, renamed and
dissolved, of initiatives that are joint, moved, withdrawn, filed again and carried over. Every figure is the same."""

from __future__ import annotations

import copy
import json
import math
import random
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from typing import Any

import sangkien

from .command import ROOT

Data = dict[str, Any]
Duty = tuple[float, float]

BOOK: Data = json.loads((ROOT / "tests" / "cases" / "quota-units" / "ward-units.json").read_text(encoding="utf-8"))
YEAR = 2025
FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 9, 24)
ZONE = timezone(timedelta(hours=7))
ENDS = datetime(YEAR, 9, 25, tzinfo=ZONE)
END_OF_YEAR = datetime(YEAR + 1, 1, 1, tzinfo=ZONE)
KINDS = ["division", "school", "club"]
CHANGES = ["consolidate", "absorb", "divide", "separate", "rename", "dissolve"]
DUTY = {
    "consolidate": ["carried", "own", "greater"],
    "rename": ["carried", "own", "greater"],
    "absorb": ["carried", "own"],
    "divide": ["carried", "own", "each", "greater"],
    "separate": ["stays", "own", "each"],
    "dissolve": ["stays", "lapses"],
}
FILED = {
    "consolidate": ["carried", "stays"],
    "rename": ["carried", "stays"],
    "absorb": ["carried", "stays"],
    "divide": ["carried", "each", "moved", "stays"],
}
ROUNDS, SEASONS = 120, 60


# --- the reference ----------------------------------------------------------------------------------------------------


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def start(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), ZONE)


class Reference:
    """One rule over one season, worked the long way."""

    def __init__(self, rule: Data, season: Data, as_of: datetime) -> None:
        self.rule, self.season, self.as_of = rule, season, as_of
        self.units = {unit["id"]: unit for unit in season["units"]}
        self.last = LAST if "in-time" in rule else date(YEAR, 12, 31)
        self.ends = ENDS if "in-time" in rule else END_OF_YEAR
        changes = [c for c in season["reorganisations"] if FIRST < date.fromisoformat(c["on"]) <= self.last]
        self.changes = sorted(changes, key=lambda c: str(c["on"]))
        self.succession: Data = rule.get("succession", {})

    def said(self, change: Data, key: str) -> str | None:
        out: str | None = self.succession.get(change["kind"], {}).get(key)
        return out

    # what a unit owes

    def figure(self, unit: str) -> Duty:
        kind = self.units[unit]["kind"]
        if kind not in self.rule["who"]:
            return 0, 0
        least = self.rule.get("per-kind", {}).get(kind, self.rule["at-least"])
        rate = self.rule.get("per-head")
        if rate is None:
            return least, least
        heads = self.units[unit].get("headcount")
        if heads is None:
            return least, math.inf
        exact = Fraction(rate["initiatives"] * heads, rate["heads"])
        rounded = {
            "up": math.ceil(exact),
            "down": math.floor(exact),
            "half-up": math.floor(exact + Fraction(1, 2)),
        }[rate["round"]]
        return max(least, rounded), max(least, rounded)

    def before(self, unit: str) -> Duty:
        until, since = self.units[unit].get("until"), self.units[unit].get("from")
        if until and date.fromisoformat(until) <= FIRST:
            return 0, 0
        if since and date.fromisoformat(since) > self.last:
            return 0, 0
        if any(unit in c.get("into", []) and c["kind"] != "absorb" for c in self.changes):
            return 0, 0
        least, most = self.figure(unit)
        if since and date.fromisoformat(since) > FIRST:
            created = self.rule.get("units-created")
            if created == "owe-not":
                return 0, 0
            if created is None:
                return 0, most
        return least, most

    def duties(self) -> dict[str, Duty]:
        owes = {unit: self.before(unit) for unit in self.units}
        gone = set()
        for change in self.changes:
            kind, into, said = change["kind"], change.get("into", []), self.said(change, "duty")
            if kind == "dissolve":
                continue
            had = (sum(owes[u][0] for u in change["from"]), sum(owes[u][1] for u in change["from"]))
            for position, unit in enumerate(into):
                own = (0, 0) if kind == "absorb" else self.figure(unit)
                if said is None:
                    more: Duty = (0, max(had[1], own[1]))
                elif said == "carried":
                    more = had if position == 0 else (0, 0)
                elif said == "own":
                    more = own
                elif said == "each":
                    more = had
                elif said == "greater":
                    more = (max(had[0], own[0]), max(had[1], own[1])) if position == 0 else own
                else:
                    more = (0, 0)
                owes[unit] = (owes[unit][0] + more[0], owes[unit][1] + more[1])
            if kind != "separate":
                for unit in change["from"]:
                    owes[unit] = (0, 0)
                    gone.add(unit)
        told = {c["from"][0] for c in self.changes if c["kind"] == "dissolve"}
        for unit, facts in self.units.items():
            until = facts.get("until")
            if until is None or unit in gone or date.fromisoformat(until) > self.last:
                continue
            asked = (unit in told or "succession" in self.rule) and date.fromisoformat(until) > FIRST
            said = self.succession.get("dissolve", {}).get("duty")
            if asked and said is None:
                owes[unit] = (0, owes[unit][1])
            elif not (asked and said == "stays"):
                owes[unit] = (0, 0)
        return owes

    # for whom an initiative counts: unit -> what surely does, what might

    def holders(self, initiative: Data) -> dict[str, list[Fraction]]:
        units, joint = initiative["units"], self.rule.get("joint")
        held: dict[str, list[Fraction]] = {}
        for position, unit in enumerate(units):
            one = [Fraction(1), Fraction(1)]
            if joint == "shares" and len(units) > 1:
                shares = initiative.get("unit_shares")
                one = [Fraction(shares[unit]) / 100] * 2 if shares else [Fraction(0), Fraction(1)]
            elif position > 0 and joint == "lead":
                one = [Fraction(0), Fraction(0)]
            elif position > 0 and joint is None:
                one = [Fraction(0), Fraction(1)]
            held[unit] = list(one)
        steps: list[tuple[datetime, int, Data]] = [(start(c["on"]), 0, c) for c in self.changes]
        for move in initiative.get("moves", []):
            if moment(move["at"]) <= self.as_of and moment(move["at"]) < self.ends:
                steps.append((moment(move["at"]), 1, move))
        for _, what, step in sorted(steps, key=lambda s: (s[0], s[1])):
            if what == 1:
                self.move(step, held)
            else:
                self.succeed(step, initiative, held)
        return held

    def give(self, held: dict[str, list[Fraction]], unit: str, sure: Fraction, most: Fraction) -> None:
        to = held.setdefault(unit, [Fraction(0), Fraction(0)])
        for at, more in enumerate((sure, most)):
            to[at] = min(Fraction(1), to[at] + more) if self.rule.get("joint") == "shares" else max(to[at], more)

    def move(self, step: Data, held: dict[str, list[Fraction]]) -> None:
        sure, most = held.get(step["from"], [Fraction(0)] * 2)
        said = self.rule.get("moved")
        if most == 0:
            return
        if said is None:
            held[step["from"]][0] = Fraction(0)
            self.give(held, step["to"], Fraction(0), most)
        elif said == "new":
            held[step["from"]] = [Fraction(0), Fraction(0)]
            self.give(held, step["to"], sure, most)
        else:
            held.setdefault(step["to"], [Fraction(0), Fraction(0)])

    def succeed(self, change: Data, initiative: Data, held: dict[str, list[Fraction]]) -> None:
        into = change.get("into", [])
        if change["kind"] in ("separate", "dissolve"):
            return
        said = self.said(change, "filed")
        for unit in change["from"]:
            sure, most = held.get(unit, [Fraction(0)] * 2)
            if most == 0:
                continue
            if said == "stays":
                for heir in into:
                    held.setdefault(heir, [Fraction(0), Fraction(0)])
                continue
            heirs, surely = into, sure
            if said is None:
                held[unit] = [Fraction(0), most]
                surely = Fraction(0)
            else:
                held[unit] = [Fraction(0), Fraction(0)]
            if said == "carried":
                heirs = into[:1]
            if said == "moved":
                went = [
                    m["to"]
                    for m in initiative.get("moves", [])
                    if m["from"] == unit and m["to"] in into and start(change["on"]) <= moment(m["at"]) <= self.as_of
                ]
                heirs, surely = (went[:1], sure) if went else (into, Fraction(0))
            for heir in heirs:
                self.give(held, heir, surely, most)

    # the conditions on the initiative itself: 0 not met, 1 open, 2 met

    def conditions(self, initiative: Data) -> int:
        filed: list[datetime] = []
        again: datetime | None = None
        state = "draft"
        for event in initiative["events"]:
            at = moment(event["at"])
            if at > self.as_of:
                break
            if event["on"] == "file" and state != "filed":
                if filed:
                    again = at
                filed.append(at)
                state = "filed"
            elif event["on"] == "withdraw" and state == "filed":
                state = "withdrawn"
        if not filed:
            return 0
        out = 2
        if "in-time" in self.rule:
            in_time = filed[0] < ENDS
            if again is not None and in_time != (again < ENDS):
                said = self.rule.get("revived")
                out = min(out, 1 if said is None else 2 if (in_time if said == "first" else again < ENDS) else 0)
            else:
                out = min(out, 2 if in_time else 0)
        if "level" in self.rule and initiative.get("level") != self.rule["level"]:
            out = 0
        if "area" in self.rule and "area" not in initiative:
            out = 0
        for applies, key in ((state == "withdrawn", "withdrawn"), ("carried_from" in initiative, "carried-over")):
            if applies:
                out = min(out, {"counts": 2, "does-not-count": 0}.get(self.rule.get(key, ""), 1))
        return out

    def points(self, rule: Data, verdict: int, counted: Fraction, possible: Fraction, duty: Duty) -> Data | None:
        """The least and the most over every number that may count and every duty that may hold."""
        if duty[1] == 0:
            return dict.fromkeys(("least", "most"), Fraction(rule["not-owed"])) if "not-owed" in rule else None

        def worth(had: Fraction, owed: float) -> Fraction:
            if had < owed:
                return Fraction(rule["short"])
            more = Fraction(rule["met"]) + Fraction(rule.get("each-more", 0)) * (had - int(owed))
            return min(more, Fraction(rule["at-most"])) if "at-most" in rule else more

        short = Fraction(rule["short"])
        found = [short] if verdict < 2 else [worth(counted, duty[1])]
        if verdict > 0:
            found.append(max(short, worth(possible, duty[0])))
            found += [Fraction(rule["not-owed"])] if duty[0] == 0 and "not-owed" in rule else []
        return {"least": min(found), "most": max(found)}

    def run(self) -> dict[str, Data]:
        duties = self.duties()
        held = [(self.conditions(i), i.get("area"), self.holders(i)) for i in self.season["initiatives"]]
        out = {}
        for unit, (least, most) in duties.items():
            if self.units[unit]["kind"] not in self.rule["who"] and most == 0:
                continue
            counted = possible = Fraction(0)
            unclear = 0
            covered, reachable = set(), set()
            for met, area, holders in held:
                sure, might = holders.get(unit, [Fraction(0)] * 2)
                sure, might = (sure if met == 2 else Fraction(0)), (might if met else Fraction(0))
                counted, possible, unclear = counted + sure, possible + might, unclear + (sure != might)
                covered |= {area} if sure and area else set()
                reachable |= {area} if might and area else set()
            owed = int(least if most == math.inf else most)
            verdict = 2 if counted >= most else 0 if possible < least else 1
            missing = max(0, math.ceil(owed - counted))
            line: Data = {}
            needed = self.rule.get("areas-covered")
            if needed is not None and most > 0:
                wide = 2 if len(covered) >= needed else 0 if len(reachable) < needed else 1
                verdict = min(verdict, max(wide, 1) if least == 0 else wide)
                missing = max(missing, needed - len(covered))
                line["areas"] = {"needed": needed, "covered": len(covered), "possible": len(reachable)}
            points = self.rule.get("emulation")
            if points is not None:
                score = self.points(points, 2 if most == 0 else verdict, counted, possible, (least, most))
                line |= {"emulation": score} if score else {}
            word = ["fail", "undetermined", "pass"][2 if most == 0 else verdict]
            line |= {"verdict": word, "owed": owed, "counted": counted, "open": unclear, "missing": missing}
            out[unit] = line
        return out


# --- random rules and seasons -----------------------------------------------------------------------------------------


def some_rule(source: random.Random) -> Data:
    rule: Data = {"who": source.choice([["division", "school"], ["school"], KINDS]), "each": "year", "at-least": 1}
    rule |= {"reached": "filed", "vi": "v", "en": "e", "clause": "m.2", "at-least": source.randint(1, 3)}
    optional: Data = {
        "level": "city",
        "area": "listed",
        "in-time": "submission",
        "joint": source.choice(["each", "lead", "shares"]),
        "withdrawn": source.choice(["counts", "does-not-count"]),
        "revived": source.choice(["first", "last"]),
        "moved": source.choice(["origin", "new"]),
        "carried-over": source.choice(["counts", "does-not-count"]),
        "units-created": source.choice(["owe", "owe-not"]),
        "areas-covered": source.randint(1, 3),
        "per-kind": {source.choice(rule["who"]): source.randint(1, 4)},
        "per-head": {
            "initiatives": source.randint(1, 3),
            "heads": source.choice([7, 30, 50]),
            "round": source.choice(["up", "down", "half-up"]),
        },
    }
    optional["emulation"] = {"met": 10, "short": source.choice([0, 2]), "each-more": source.choice(["1/3", 2])}
    optional["emulation"] |= {"at-most": 12} if source.random() < 0.5 else {}
    optional["emulation"] |= {"not-owed": 5} if source.random() < 0.5 else {}
    rare = {"areas-covered": 0.3, "per-head": 0.4}
    rule |= {key: value for key, value in optional.items() if source.random() < rare.get(key, 0.7)}
    if source.random() < 0.85:
        rule["succession"] = {}
        for kind in CHANGES:
            said = {"duty": source.choice(DUTY[kind])} if source.random() < 0.85 else {}
            if kind in FILED and source.random() < 0.85:
                said["filed"] = source.choice(FILED[kind])
            if source.random() < 0.9:
                rule["succession"][kind] = said
    return rule


def some_day(source: random.Random) -> date:
    return date(YEAR, 1, 1) + timedelta(days=source.randint(-20, 300))


def reorganise(source: random.Random, units: list[Data]) -> list[Data]:
    """Some reorganisations one after the other, with the units that come of them."""
    out: list[Data] = []
    days = sorted({some_day(source) for _ in range(source.randint(0, 5))})
    for day in days:
        standing = [u for u in units if "until" not in u and u.get("from", "0") < str(day)]
        kind = source.choice(CHANGES)
        count = {"consolidate": 2, "absorb": 2}.get(kind, 1)
        if len(standing) < count:
            continue
        chosen = source.sample(standing, count)
        into: list[Data] = []
        if kind == "absorb":
            into = [chosen.pop()]
        elif kind != "dissolve":
            for _ in range(source.randint(2, 3) if kind == "divide" else 1):
                into.append(some_unit(source, len(units), {"from": str(day)}))
                units.append(into[-1])
        if kind != "separate":
            for unit in chosen:
                unit["until"] = str(day)
        if kind == "dissolve" and source.random() < 0.3:
            continue  # it just ends, and nobody tells
        out.append({"kind": kind, "on": str(day), "from": [u["id"] for u in chosen], "into": [u["id"] for u in into]})
        if kind == "dissolve":
            del out[-1]["into"]
    source.shuffle(out)
    return out


def some_unit(source: random.Random, number: int, more: Data) -> Data:
    unit = {"id": f"u-{number}", "kind": source.choice(KINDS), **more}
    if source.random() < 0.8:
        unit["headcount"] = source.randint(0, 120)
    return unit


def at(day: date, hour: int) -> str:
    return f"{day}T{hour:02}:00:00+07:00"


def some_initiative(source: random.Random, number: int, names: list[str]) -> Data:
    units = source.sample(names, min(len(names), source.choice([1, 1, 1, 2, 3])))
    out: Data = {"id": f"i-{number}", "units": units, "authors": [{"person": f"p-{number}", "share": 100}]}
    if source.random() < 0.85:
        out["area"] = source.choice("abc")
    if source.random() < 0.9:
        out["level"] = "city" if source.random() < 0.9 else "ward"
    days = sorted(date(YEAR, 2, 1) + timedelta(days=source.choice([0, 40, 100, 235, 240])) for _ in range(3))
    events = ["file", "withdraw", "file"][: source.choice([0, 1, 1, 1, 1, 2, 3])]
    out["events"] = [
        {"on": on, "at": at(day, 8 + hour), "by": "unit-head"} for hour, (on, day) in enumerate(zip(events, days))
    ]
    if len(units) > 1 and source.random() < 0.7:
        parts = [source.randint(1, 5) for _ in units]
        out["unit_shares"] = {u: str(Fraction(100 * part, sum(parts))) for u, part in zip(units, parts)}
    if source.random() < 0.15:
        out["carried_from"] = YEAR - 1
    holders = list(units)
    moves = []
    for day in sorted(some_day(source) for _ in range(source.choice([0, 0, 0, 1, 2]))):
        origin, to = source.choice(holders), source.choice(names)
        if origin != to:
            holders[holders.index(origin)] = to
            moves.append({"from": origin, "to": to, "at": at(day, 12)})
    if moves:
        out["moves"] = moves
    return out


def some_season(source: random.Random) -> Data:
    units: list[Data] = []
    for number in range(source.randint(1, 5)):
        more = {"from": str(some_day(source))} if source.random() < 0.2 else {}
        units.append(some_unit(source, number, more))
    changes = reorganise(source, units)
    names = [unit["id"] for unit in units]
    initiatives = [some_initiative(source, number, names) for number in range(source.randint(0, 8))]
    return {
        "season": 1,
        "id": "random",
        "year": YEAR,
        "opened": f"{YEAR}-01-02",
        "rulebooks": ["ward-units"],
        "units": units,
        "reorganisations": changes,
        "initiatives": initiatives,
    }


def rules_of(rule: Data) -> sangkien.Rules:
    book = copy.deepcopy(BOOK)
    book["unit-kinds"]["club"] = {"vi": "Câu lạc bộ", "en": "Club", "clause": "m.1"}
    book["quota"] = {"drawn": rule}
    return sangkien.Rules.from_json(json.dumps(book))


def answers(rules: sangkien.Rules, season: Data, as_of: str) -> dict[str, Data]:
    out = {}
    for account in json.loads(rules.quota(sangkien.Season.from_json(json.dumps(season)), as_of).to_json())["accounts"]:
        quota = {key: value for key, value in account["quota"].items() if key not in ("rule", "findings")}
        quota["counted"] = Fraction(quota["counted"])
        if "emulation" in quota:
            quota["emulation"] = {key: Fraction(value) for key, value in quota["emulation"].items()}
        out[account["unit"]["id"]] = quota
    return out


def test_every_figure_is_that_of_the_plain_reference() -> None:
    source = random.Random(934)
    compared = {"pass": 0, "fail": 0, "undetermined": 0}
    for _ in range(ROUNDS):
        rule = some_rule(source)
        rules = rules_of(rule)
        for _ in range(SEASONS):
            season = some_season(source)
            as_of = source.choice(["2025-05-15", "2025-09-22", "2025-10-31"]) + "T09:00:00+07:00"
            wanted = Reference(rule, season, moment(as_of)).run()
            got = answers(rules, season, as_of)
            assert got == wanted, json.dumps({"as_of": as_of, "rule": rule, "season": season}, ensure_ascii=False)
            for line in wanted.values():
                compared[line["verdict"]] += 1
    print(f"{ROUNDS * SEASONS} seasons, {sum(compared.values())} quotas, 0 differences: {compared}")
    assert min(compared.values()) > 1000


def test_the_case_of_reorganised_units_is_that_of_the_plain_reference() -> None:
    season = json.loads((ROOT / "tests" / "cases" / "quota-units" / "season.json").read_text(encoding="utf-8"))
    as_of = "2025-09-30T08:00:00+07:00"
    for name, rule in BOOK["quota"].items():
        book = {**BOOK, "quota": {name: rule}}
        rules = sangkien.Rules.from_json(json.dumps(book))
        assert answers(rules, season, as_of) == Reference(rule, season, moment(as_of)).run(), name
