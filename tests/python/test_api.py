"""The Python door: loading, evaluating, what every object shows of itself."""

from __future__ import annotations

import copy
import json
import os
import pickle
import subprocess
import sys
import threading
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sangkien as sk

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
SEASON = EXAMPLES / "gia-vien-2025.season.json"
NAMES = ("charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative")
AS_OF = "2025-09-30T17:00+07:00"


@pytest.fixture(scope="module")
def rules() -> sk.Rules:
    return sk.Rules.load(*NAMES)


@pytest.fixture(scope="module")
def report(rules: sk.Rules) -> sk.Report:
    return rules.evaluate(SEASON, as_of=AS_OF)


def python(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *map(str, arguments)]
    env = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env, cwd=ROOT)


def test_dir_shows_the_api_and_nothing_else() -> None:
    names = dir(sk)
    assert names == sorted(sk.__all__)
    assert {"Rules", "Season", "Report", "Calendar", "Period", "Error"} <= set(names)
    assert all(hasattr(sk, name) for name in names)


def test_everything_public_is_documented() -> None:
    for name in sk.__all__:
        thing = getattr(sk, name)
        assert name == "__version__" or thing.__doc__, name
        for inner in [n for n in vars(thing) if not n.startswith("_")] if isinstance(thing, type) else []:
            member = vars(thing)[inner]
            if callable(getattr(member, "__func__", member)):
                assert getattr(thing, inner).__doc__, f"{name}.{inner}"


def test_the_version_is_that_of_the_project() -> None:
    assert f"project(sangkien VERSION {sk.__version__} " in (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")


def test_the_self_test_passes() -> None:
    done = python("-I", "-W", "error", "-m", "sangkien.test")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "10 of 10 checks passed" in done.stdout


def test_without_the_extension_the_import_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "sangkien").symlink_to(ROOT / "python" / "sangkien")
    done = python("-c", "import sys; sys.path.insert(0, sys.argv[1]); import sangkien", tmp_path)
    assert done.returncode != 0
    assert "pip install ." in done.stderr


def test_the_package_imports_neither_numpy_nor_pandas() -> None:
    code = "import sys, sangkien as s; s.Calendar.civil_service().is_working('2025-09-19'); "
    code += "sys.exit(bool({'numpy', 'pandas'} & set(sys.modules)))"
    assert python("-c", code).returncode == 0


def test_the_example_runs_and_prints_what_the_season_says() -> None:
    done = python("-W", "error", EXAMPLES / "first_steps.py")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "1 SK-03 641/7 A forwarded"
    assert "Units short of their quota: u-10, u-11, u-12, u-14, u-16" in lines
    assert "Index of u-01: 16943/200 = 84.715" in lines
    assert any(line.startswith("SK1202") for line in lines)


def test_rules_are_loaded_with_those_they_stand_under(rules: sk.Rules) -> None:
    assert rules.ids[:2] == ["civil-code-2015", "vn-civil-service"]
    assert set(NAMES) < set(rules.ids)
    assert all(name in repr(rules) for name in rules.ids)


def test_a_rulebook_is_described(rules: sk.Rules) -> None:
    (book,) = (book for book in rules.rulebooks if book["id"] == "gia-vien-934")
    assert (book["layer"], book["number"], book["provenance"]) == ("ward", "934/UBND-VHXH", "official-document")
    assert (book["issued"], book["until"]) == (date(2025, 9, 19), None)
    assert len(book["digest"]) == 64
    assert set(book["title"]) == {"vi", "en"}


def test_rulebooks_are_loaded_from_paths_and_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "src" / "rulebooks" / "gia-vien-934.json").read_bytes()
    (tmp_path / "gia-vien-934.json").write_bytes(text)
    monkeypatch.chdir(tmp_path)
    expected = sk.Rules.load("gia-vien-934").rulebooks
    assert sk.Rules.load(tmp_path / "gia-vien-934.json").rulebooks == expected
    assert sk.Rules.load("gia-vien-934.json").rulebooks == expected
    assert sk.Rules.from_json(text).rulebooks == expected
    assert sk.Rules.from_json(text.decode()).rulebooks == expected


def test_a_path_without_a_slash_is_not_taken_for_a_built_in_id() -> None:
    with pytest.raises(sk.Error, match="SK1008"):
        sk.Rules.load(Path("gia-vien-934"))


def test_builtin_rulebooks_are_the_files() -> None:
    assert sk.builtin_rulebooks() == sorted(path.stem for path in (ROOT / "src" / "rulebooks").glob("*.json"))


@pytest.mark.parametrize("name", [path.name.partition(".")[0] for path in (ROOT / "docs").glob("*.schema.json")])
def test_schemas_are_those_of_the_documents(name: str) -> None:
    assert sk.schema(name) == json.loads((ROOT / "docs" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(sk.schema(name)).check_schema(sk.schema(name))


def test_the_example_is_valid_by_the_schema() -> None:
    jsonschema.validate(json.loads(SEASON.read_text(encoding="utf-8")), sk.schema("season"))


def test_a_report_is_valid_by_the_schema(report: sk.Report) -> None:
    jsonschema.validate(report.to_dict(), sk.schema("report"))


def test_an_unknown_schema_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="no schema 'colour'"):
        sk.schema("colour")


def test_a_season_tells_what_it_is() -> None:
    season = sk.Season.load(SEASON)
    assert (season.id, season.year, season.opened) == ("gia-vien-2025", 2025, date(2025, 9, 19))
    assert repr(season) == "<sangkien.Season gia-vien-2025: 16 units, 25 initiatives>"
    assert len(season.digest) == 64


def test_every_way_to_hand_in_a_season_gives_the_same_report(rules: sk.Rules, report: sk.Report) -> None:
    text = SEASON.read_bytes()
    read = (sk.Season.load(SEASON), sk.Season.from_json(text), sk.Season.from_json(text.decode()))
    for season in (str(SEASON), SEASON, *read):
        assert rules.evaluate(season, as_of=AS_OF).to_json() == report.to_json()
    again = rules.evaluate(sk.Season.from_json(json.loads(text)), as_of=AS_OF).to_dict()
    expected = report.to_dict()
    assert again["season"].pop("sha256") != expected["season"].pop("sha256")  # other bytes, the same facts
    assert again == expected


def test_a_dict_may_hold_exact_numbers_days_and_instants() -> None:
    plain = json.loads((EXAMPLES / "gia-vien-2025.season.json").read_text(encoding="utf-8"))
    rich = copy.deepcopy(plain)
    rich["opened"] = date(2025, 9, 19)
    rich["initiatives"][0]["authors"][0]["share"] = Fraction(60)
    rich["initiatives"][0]["authors"][1]["share"] = Decimal("40.0")
    event = rich["initiatives"][0]["events"][0]
    event["at"] = datetime.fromisoformat(event["at"]).astimezone(timezone.utc)
    rules = sk.Rules.load(*NAMES)
    results = [rules.evaluate(sk.Season.from_json(each), AS_OF) for each in (plain, rich)]
    assert results[0].initiatives == results[1].initiatives
    assert results[0].deadlines == results[1].deadlines


@pytest.mark.parametrize(
    "as_of",
    [
        "2025-09-30T10:00:00Z",
        datetime(2025, 9, 30, 10, tzinfo=timezone.utc),
        datetime(2025, 9, 30, 17, 0, 0, 999_999, tzinfo=timezone(timedelta(hours=7))),
    ],
)
def test_as_of_is_text_or_a_datetime_with_a_zone(rules: sk.Rules, report: sk.Report, as_of: Any) -> None:
    assert rules.evaluate(SEASON, as_of=as_of).to_json() == report.to_json()


def test_as_of_is_in_the_report(report: sk.Report) -> None:
    assert report.as_of == datetime(2025, 9, 30, 10, tzinfo=timezone.utc)
    assert report.as_of.utcoffset() == timedelta(hours=7)
    assert report.to_dict()["as_of"] == "2025-09-30T17:00:00+07:00"


def test_events_after_as_of_have_not_happened(rules: sk.Rules) -> None:
    early = rules.evaluate(SEASON, as_of="2025-09-22T08:40:00+07:00").initiatives
    earlier = rules.evaluate(SEASON, as_of="2025-09-22T08:39:59+07:00").initiatives
    assert (earlier[0]["state"], early[0]["state"]) == ("draft", "filed")


def test_text_comes_in_two_languages(report: sk.Report) -> None:
    assert "Gia Viên" in report.to_text()
    assert report.to_text() == report.to_text("vi") != report.to_text("en")
    with pytest.raises(ValueError, match="'vi' or 'en'"):
        report.to_text("fr")  # type: ignore[arg-type]


def test_a_notebook_page_escapes_what_the_season_says(rules: sk.Rules) -> None:
    season = json.loads(SEASON.read_text(encoding="utf-8"))
    season["title"]["vi"] = "<script>"
    season["initiatives"][0]["title"]["vi"] = "a & <b>"
    page = rules.evaluate(sk.Season.from_json(season), AS_OF)._repr_html_()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "a &amp; &lt;b&gt;" in page


def test_repr_counts(report: sk.Report) -> None:
    assert repr(report).startswith("<sangkien.Report gia-vien-2025 as of 2025-09-30T17:00:00+07:00: 25 initiatives, ")


def test_threads_share_rules(rules: sk.Rules, report: sk.Report) -> None:
    told: list[str] = []

    def evaluate() -> None:
        told.extend(rules.evaluate(SEASON, as_of=AS_OF).to_json() for _ in range(5))

    threads = [threading.Thread(target=evaluate) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [report.to_json()] * 40


def test_a_report_outlives_its_rules() -> None:
    report = sk.Rules.load(*NAMES).evaluate(SEASON, as_of=AS_OF)
    assert len(report.index) == 16 * len({row["component"] for row in report.index})


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles"])
def test_the_hosts_zone_and_locale_change_nothing(zone: str, report: sk.Report) -> None:
    code = f"import sangkien as s; print(hash(s.Rules.load(*{NAMES!r}).evaluate({str(SEASON)!r}, {AS_OF!r}).to_json()))"
    done = python("-c", code, TZ=zone, LC_ALL="C", PYTHONHASHSEED="0")
    here = python("-c", code, PYTHONHASHSEED="0")
    assert done.returncode == 0, done.stderr
    assert done.stdout == here.stdout


def test_an_error_can_be_pickled() -> None:
    with pytest.raises(sk.Error) as caught:
        sk.Rules.load("nowhere")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.problems) == (str(caught.value), caught.value.problems)
