"""Journals: what was acknowledged is there, what was altered is found, and what counts is what was known."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sangkien as sk
from command import printed, problems, run

ROOT = Path(__file__).resolve().parents[2]
SEASON = ROOT / "docs" / "examples" / "gia-vien-2025.season.json"
SCHEMA = json.loads((ROOT / "docs" / "journal.schema.json").read_text(encoding="utf-8"))
LINE = jsonschema.Draft202012Validator(SCHEMA)
NAMES = ["charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"]
START = datetime(2025, 9, 24, 8, tzinfo=timezone(timedelta(hours=7)))
NOTHING = "0" * 64


def minute(count: int) -> datetime:
    return START + timedelta(minutes=count)


def filled(path: Path, lines: int = 12, who: str = "p") -> list[sk.JournalHead]:
    """A journal with every key, and the heads it had."""
    heads = []
    with sk.Journal(path) as journal:
        for i in range(lines):
            more: dict[str, Any] = {}
            if i % 4 == 1:
                more = {"acting_for": 'bà "Tư"\tÂu', "channel": "một cửa", "payload": hashlib.sha256(b"x").hexdigest()}
            if i % 4 == 2:
                more = {"facts": {"novel": True, "áp dụng": False}, "rulebooks": {"r": NOTHING, "q": "a" * 64}}
            if i % 4 == 3:
                more = {"corrects": i}
            heads.append(
                journal.append(
                    "file",
                    occurred=minute(i),
                    recorded=minute(i + 1),
                    actor=f"{who}-{i}",
                    role="unit-head",
                    initiative="SK-01",
                    **more,
                )
            )
        assert journal.head == heads[-1]
    return heads


def independent(journal: bytes) -> tuple[int, str] | None:
    """The head of a journal by docs/journal.md, with Python's own JSON and SHA-256; None when it does not hold."""
    sequence, previous, recorded = 0, NOTHING, ""
    corrected = set()
    *lines, rest = journal.split(b"\n")
    if rest:
        return None
    for line in lines:
        try:
            content = json.loads(line)
        except ValueError:
            return None
        if not LINE.is_valid(content):
            return None
        form = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
        if json.dumps(content, **form).encode() != line:
            return None
        seal = content.pop("sha256")
        sequence += 1
        if hashlib.sha256(json.dumps(content, **form).encode()).hexdigest() != seal:
            return None
        if (content["sequence"], content["previous"]) != (str(sequence), previous):
            return None
        if content["recorded"] < recorded or content["occurred"] > content["recorded"]:
            return None
        if "corrects" in content:
            if int(content["corrects"]) >= sequence or content["corrects"] in corrected:
                return None
            corrected.add(content["corrects"])
        previous, recorded = seal, content["recorded"]
    return sequence, previous


def test_each_line_is_as_an_independent_program_would_write_it(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    heads = filled(path)
    text = path.read_bytes()
    assert independent(text) == heads[-1]
    assert sk.Journal.verify(path, heads[-1])
    assert sk.Journal.verify(text).head == heads[-1]
    lines = text.splitlines(keepends=True)
    assert [independent(b"".join(lines[: i + 1])) for i in range(12)] == heads


def test_an_independent_program_finds_bad_what_is_found_bad(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    filled(path)
    kept = path.read_bytes()
    filled(tmp_path / "other.jsonl", who="q")
    other = (tmp_path / "other.jsonl").read_bytes().splitlines(keepends=True)
    order = random.Random(5)
    held = 0
    for _ in range(1500):
        lines = kept.splitlines(keepends=True)[: order.randint(0, 12)]
        text = bytearray(b"".join(lines))
        change = order.randrange(6)
        if change == 0 and text:
            text[order.randrange(len(text))] ^= 1 << order.randrange(8)
        elif change == 1:
            order.shuffle(lines)
            text = bytearray(b"".join(lines))
        elif change == 2 and text:
            del text[order.randrange(len(text)) :]
        elif change == 3 and lines:
            at = order.randrange(len(lines))
            lines[at : at + 1] = [lines[at]] * order.choice([0, 2])
            text = bytearray(b"".join(lines))
        elif change == 4 and lines:
            at = order.randrange(len(lines))
            lines[at] = other[at]
            text = bytearray(b"".join(lines))
        head = independent(bytes(text))
        check = sk.Journal.verify(bytes(text))
        assert check.holds == (head is not None), (check, change)
        held += check.holds
        if head is not None:
            assert check.head == head
    assert 200 < held < 1300


def test_lines_are_those_of_the_schema_and_of_the_standalone_line(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    heads = filled(path)
    head: Any = None
    for line, after in zip(path.read_bytes().splitlines(keepends=True), heads):
        content = json.loads(line)
        assert LINE.is_valid(content)
        for key in ("journal", "previous", "sequence", "sha256"):
            del content[key]
        assert sk.Journal.line(content, head) == (line, after)
        head = after
    for bad in ({"corrects": "01"}, {"facts": {}}, {"actor": ""}, {"extra": 1}, {"event": "x"}):
        assert not LINE.is_valid({**json.loads(line), "role": "", **bad})


# How often a writer is killed; `./dev proofs` asks for more.
KILLS = int(os.environ.get("SANGKIEN_KILLS", "50"))

CHILD = """
import sys
import sangkien as sk
from datetime import datetime, timedelta, timezone

start = datetime(2025, 9, 24, tzinfo=timezone.utc)
with sk.Journal(sys.argv[1]) as journal:
    at = journal.head.sequence
    while True:
        at += 1
        moment = start + timedelta(seconds=at)
        head = journal.append("file", occurred=moment, recorded=moment, actor="p-" + "x" * (at * 37 % 4000),
                              role="unit-head", initiative="SK-01")
        print(head, flush=True)
"""


def test_what_was_acknowledged_is_there_however_often_the_writer_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    order = random.Random(934)
    acknowledged: list[str] = []
    torn = 0
    for _ in range(KILLS):
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        for _ in range(order.randint(1, 30)):
            acknowledged.append(child.stdout.readline().strip())
        child.kill()
        # What it still said before it died counts; a last line without its end was not said whole.
        acknowledged += [line[:-1] for line in child.stdout.readlines() if line.endswith("\n")]
        assert child.wait() == -signal.SIGKILL
        child.stdout.close()
        text = path.read_bytes()
        seals = [json.loads(line)["sha256"] for line in text.split(b"\n")[:-1]]
        assert len(seals) >= len(acknowledged)
        for head in acknowledged:
            sequence, seal = head.split(":")
            assert seals[int(sequence) - 1] == seal
        check = sk.Journal.verify(path, acknowledged[-1])
        if not check:
            assert check.fault is not None
            assert check.fault["what"] == "torn"
            torn += 1
            repair = sk.Journal.repair(path)
            assert repair is not None
            assert Path(repair.kept).read_bytes() == text[-repair.bytes :]
            check = sk.Journal.verify(path, acknowledged[-1])
        assert check.holds
        # At most one line more than was acknowledged: the one that the kill came behind.
        assert check.head.sequence - len(acknowledged) in (0, 1)
        acknowledged += [f"{i + 1}:{seals[i]}" for i in range(len(acknowledged), check.head.sequence)]
    assert len(acknowledged) > 8 * KILLS
    print(f"{KILLS} kills of a writer: {len(acknowledged)} lines, {torn} torn, none that was acknowledged is lost")
    assert independent(path.read_bytes()) == (len(acknowledged), acknowledged[-1].split(":")[1])


def test_a_torn_line_is_told_and_repaired_by_name_alone(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    heads = filled(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    with pytest.raises(sk.Error) as found:
        sk.Journal(path)
    assert [(p["id"], p["line"], p["file"]) for p in found.value.problems] == [("SK1703", 12, str(path))]
    assert path.read_bytes() == whole[:-1]
    assert sk.Journal.verify(path, heads[10]).fault["what"] == "torn"  # type: ignore[index]
    assert sk.Journal.verify(path, heads[11]).fault["what"] == "truncated"  # type: ignore[index]
    done = run("journal", "repair", path, "--format", "json")
    kept = str(path) + ".torn-12"
    assert json.loads(done.stdout)["kept"] == kept
    assert Path(kept).read_bytes() + b"\n" == whole.splitlines(keepends=True)[-1]
    assert sk.Journal.verify(path, heads[10])
    assert sk.Journal.repair(path) is None
    assert printed("journal", "repair", path, "--lang", "en") == "No line is torn.\n"


def test_one_program_writes_at_a_time_and_threads_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    with sk.Journal(path) as journal:
        done = run("journal", "append", path, "--format", "json", text="{}\n")
        assert [p["id"] for p in problems(done)] == ["SK1721"]

        def work() -> None:
            for _ in range(25):
                journal.append("file", occurred=START, recorded=START, actor="p", role="unit-head", initiative="SK-01")

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert journal.head.sequence == 100
    assert independent(path.read_bytes()) == sk.Journal.verify(path).head
    with pytest.raises(sk.Error, match="SK1722"):
        journal.append(occurred=START, recorded=START, actor="p", corrects=1)


def demo() -> tuple[dict[str, Any], dict[str, Any], list[dict[str, Any]]]:
    """The demo season, the same without events and facts, and its events with the facts at the first of each."""
    live = json.loads(SEASON.read_text(encoding="utf-8"), parse_float=str)
    bare = json.loads(SEASON.read_text(encoding="utf-8"), parse_float=str)
    events = []
    for initiative in bare["initiatives"]:
        facts = initiative.pop("facts", {}) if initiative["events"] else {}
        for event in initiative.pop("events"):
            line = {"event": event["on"], "role": event["by"], "actor": event.get("actor", "p-000")}
            line.update({"occurred": event["at"], "recorded": event["at"], "initiative": initiative["id"]})
            if facts:
                line["facts"] = facts
                facts = {}
            events.append(line)
    for initiative in live["initiatives"]:
        for event in initiative["events"]:
            event.setdefault("actor", "p-000")
    events.sort(key=lambda event: event["recorded"])
    return live, bare, events


def report(rules: sk.Rules, season: sk.Season, as_of: datetime | str) -> dict[str, Any]:
    out = rules.evaluate(season, as_of).to_dict()
    del out["season"]["sha256"]
    return out


def test_a_season_replayed_from_its_journal_is_judged_as_the_live_one(tmp_path: Path) -> None:
    live_content, bare, events = demo()
    live = sk.Season.from_json(live_content)
    assert len(events) > 90
    path = tmp_path / "j.jsonl"
    with sk.Journal(path) as journal:
        for event in events:
            journal.append_json(event)
    rules = sk.Rules.load(*NAMES)
    moments = sorted({event["occurred"] for event in events})
    for as_of in [*moments[::9], moments[-1], "2025-12-31T00:00:00+07:00"]:
        expected = report(rules, live, as_of)
        assert report(rules, sk.Journal.season(path, bare), as_of) == expected
        if as_of >= max(event["recorded"] for event in events if "facts" in event):
            assert report(rules, sk.Journal.season(path, bare, at=as_of, known=as_of), as_of) == expected
    half = moments[len(moments) // 2]
    known = report(rules, sk.Journal.season(path, bare, known=half), moments[-1])
    count = sum(len(initiative["events"]) for initiative in known["initiatives"])
    assert count == sum(event["recorded"] <= half for event in events)
    with pytest.raises(sk.Error) as found:
        sk.Journal.season(path, live_content)
    assert {problem["id"] for problem in found.value.problems} == {"SK1714"}


def test_a_correction_and_a_late_record_are_known_from_their_lines_on(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    common: dict[str, Any] = {"actor": "p-1", "role": "unit-head", "initiative": "SK-01"}
    with sk.Journal(path) as journal:
        journal.append("file", occurred=minute(0), recorded=minute(1), **common)
        journal.append("accept", occurred=minute(5), recorded=minute(6), **common)
        journal.append("draft", occurred=minute(-5), recorded=minute(7), **common)
        journal.append("return", occurred=minute(5), recorded=minute(8), corrects=2, **common)
        journal.append(occurred=minute(9), recorded=minute(9), actor="p-2", corrects=1)

    def events(**when: Any) -> list[str]:
        return [event["event"] for event in sk.Journal.replay(path, **when)["events"]]

    assert events(known=minute(6)) == ["file", "accept"]
    assert events(known=minute(7)) == ["draft", "file", "accept"]
    assert events(known=minute(8)) == ["draft", "file", "return"]
    assert events() == ["draft", "return"]
    assert events(at=minute(4), known=minute(8)) == ["draft", "file"]
    assert sk.Journal.replay(path, known=minute(6))["head"]["sequence"] == 2
    last = sk.Journal.replay(path)["events"][-1]
    assert (last["corrects"], last["occurred"], last["recorded"]) == (2, minute(5), minute(8))


def test_every_door_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    heads = filled(path)
    lines = path.read_bytes().splitlines(keepends=True)
    events = b""
    for line in lines:
        content = json.loads(line)
        for key in ("journal", "previous", "sequence", "sha256"):
            del content[key]
        events += json.dumps(content).encode() + b"\n"
    other = tmp_path / "other.jsonl"
    assert printed("journal", "append", other, text=events).split() == [str(head) for head in heads]
    assert other.read_bytes() == path.read_bytes()
    assert printed("journal", "head", path) == f"{heads[-1]}\n"
    assert json.loads(printed("journal", "head", path, "--format", "json")) == heads[-1]._asdict()
    check = sk.Journal.verify(path, str(heads[-1]))
    assert printed("journal", "verify", path, "--head", heads[-1], "--format", "json") == check.to_json()
    assert printed("journal", "verify", path, "--head", heads[-1]) == check.to_text()
    replayed = printed("journal", "replay", path, "--format", "json", "--known", minute(6).isoformat())
    assert json.loads(replayed)["head"]["sequence"] == 6
    assert len(sk.Journal.replay(path, known=minute(6))["events"]) == len(json.loads(replayed)["events"])

    path.write_bytes(b"".join(lines[:4] + lines[5:]))
    bad = sk.Journal.verify(path)
    assert bad.fault is not None
    assert (bad.fault["what"], bad.fault["line"], bad.head) == ("removed", 5, heads[3])
    done = run("journal", "verify", path, "--format", "json")
    assert (done.returncode, done.stdout) == (1, bad.to_json())
    for words in (["head", path], ["replay", path], ["append", path]):
        done = run("journal", *words, "--format", "json", text="{}")
        assert [p["id"] for p in problems(done)] == ["SK1704"]
    assert [p["id"] for p in problems(run("journal", "verify", path, "--head", "12", "--format", "json"))] == ["SK1702"]


def test_a_check_says_what_it_cannot_prove(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    heads = filled(path)
    assert [doubt["id"] for doubt in sk.Journal.verify(path).unproven] == ["tail", "rewritten"]
    check = sk.Journal.verify(path, heads[5])
    assert [doubt["id"] for doubt in check.unproven] == ["tail"]
    assert "behind line 6" in check.to_text("en")
    assert sk.Journal.verify(path, sk.JournalHead(5, heads[5].sha256)).fault["what"] == "rewritten"  # type: ignore[index]
    with pytest.raises(TypeError, match="bytes of a journal"):
        sk.Journal.verify(5)  # type: ignore[arg-type]
