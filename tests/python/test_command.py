"""The command `sangkien`: exit codes, formats, standard input, errors."""
from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from command import COMMAND, ROOT, printed, problems, run

SEASON = ROOT / "docs" / "examples" / "gia-vien-2025.season.json"
RULEBOOKS = ROOT / "src" / "rulebooks"
AS_OF = "2025-09-30T17:00+07:00"


def season(**changes: object) -> str:
    smallest = {
        "season": 1,
        "id": "s",
        "year": 2025,
        "opened": "2025-09-19",
        "rulebooks": ["charter-13-2012"],
        "recognising_unit": {"id": "w", "head": "p"},
        "units": [],
        "initiatives": [],
    }
    return json.dumps({**smallest, **changes}, indent=1)


def evaluate(text: str, *options: str) -> subprocess.CompletedProcess[str]:
    return run("evaluate", "-", "--as-of", AS_OF, *options, text=text)


# Usage


def test_version_is_one_line() -> None:
    assert printed("--version").startswith("sangkien 0.")


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["evaluate"],
        ["rules"],
        *(["rules", name] for name in ("list", "show", "verify", "schema", "at", "diff", "new", "coverage")),
        *(["journal", name] for name in ("append", "verify", "head", "replay", "repair")),
        ["record"],
        ["verify-record"],
        ["calendar"],
        *(["calendar", name] for name in ("add", "count", "period", "explain", "show")),
    ],
)
def test_help_gives_each_option_a_line(command: list[str]) -> None:
    lines = printed(*command, "--help").splitlines()
    options = [line for line in lines if line.startswith("  -")]
    assert options
    assert all(len(line) < 125 and len(line.split("  ")[-1].strip()) > 5 for line in options)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nothing"],
        ["evaluate"],
        ["evaluate", SEASON],  # no clock is asked
        ["evaluate", "--as-of", AS_OF],
        ["evaluate", SEASON, "--as-of", AS_OF, "--format", "xml"],
        ["evaluate", SEASON, "--as-of", AS_OF, "--lang", "fr"],
        ["rules"],
        ["rules", "schema", "calendar"],
        ["calendar", "add", "2025-09-19"],
        ["calendar", "add", "2025-09-19", "three"],
        ["calendar", "show", "0"],
    ],
)
def test_wrong_usage_is_2_and_told_on_standard_error(arguments: list[object]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


def test_output_that_cannot_be_written_is_2() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([COMMAND, "rules", "list"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"standard output" in done.stderr


# evaluate


def test_a_season_is_the_same_from_a_file_and_from_standard_input_and_with_its_rules_named() -> None:
    from_file = printed("evaluate", SEASON, "--as-of", AS_OF, "--format", "json")
    options = ["--as-of", AS_OF, "--format", "json"]
    from_input = printed("evaluate", "-", *options, text=SEASON.read_bytes())
    names = ["--rules", "index-illustrative", "--rules", "council-illustrative"]
    with_rules = printed("evaluate", *names, "--rules", "gia-vien-934", SEASON, *options)
    assert from_file == from_input == with_rules
    report = json.loads(from_file)
    assert report["as_of"] == "2025-09-30T17:00:00+07:00"
    assert report["season"]["id"] == json.loads(SEASON.read_text(encoding="utf-8"))["id"]


def test_the_locale_and_the_zone_of_the_host_have_no_say() -> None:
    arguments = ["evaluate", SEASON, "--as-of", AS_OF, "--format", "json"]
    here = run(*arguments, LC_ALL="C", TZ="UTC").stdout
    there = run(*arguments, LC_ALL="C.UTF-8", TZ="America/Lima").stdout
    assert here == there


def test_a_report_as_text_is_in_the_language_asked_for() -> None:
    vi = printed("evaluate", SEASON, "--as-of", AS_OF)
    en = printed("evaluate", SEASON, "--as-of", AS_OF, "--lang", "en")
    assert "17:00" in vi
    assert vi != en
    assert vi == printed("evaluate", SEASON, "--as-of", AS_OF, "--lang", "vi", "--format", "text")


def test_rules_may_be_files() -> None:
    arguments = ["evaluate", "-", "--as-of", AS_OF, "--format", "json"]
    built_in = json.loads(printed(*arguments, text=season()))
    from_file = json.loads(printed(*arguments, "--rules", "src/rulebooks/charter-13-2012.json", text=season()))
    assert built_in == from_file


def test_everything_wrong_with_a_season_comes_in_one_run() -> None:
    units = [{"id": "u", "kind": "no-such-kind"}]
    text = season(opened="2024-09-19", units=units, extra=1, rulebooks=["gia-vien-934"])
    found = problems(evaluate(text, "--format", "json", "--rules", "gia-vien-934"))
    assert {"SK1002", "SK1314"} <= {problem["id"] for problem in found}
    assert all(problem["file"] == "-" and problem["line"] > 0 for problem in found)
    assert all(problem["message"]["vi"] and problem["message"]["en"] for problem in found)


def test_what_the_rules_refuse_comes_with_what_cannot_be_read() -> None:
    units = [{"id": "u", "kind": "no-such-kind"}]
    found = problems(evaluate(season(units=units, extra=1, rulebooks=["gia-vien-934"]), "--format", "json"))
    assert {"SK1002", "SK1308"} <= {problem["id"] for problem in found}


def test_errors_as_text_go_to_standard_error_in_the_language_asked_for() -> None:
    done = evaluate(season(extra=1), "--label", "mua.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("SK1002 mua.json:")
    assert "không có khoá" in done.stderr
    assert "there is no key" in evaluate(season(extra=1), "--lang", "en").stderr


@pytest.mark.parametrize("as_of", ["2025-09-30", "2025-09-30T17:00", "2025-02-30T17:00+07:00", ""])
def test_an_instant_that_is_none_is_an_error(as_of: str) -> None:
    found = problems(run("evaluate", SEASON, "--as-of", as_of, "--format", "json"))
    assert [problem["id"] for problem in found] == ["SK1202"]


@pytest.mark.parametrize("text", ["", "{", "[]", "nothing", b"\xff\xfe"])
def test_a_text_that_is_no_season_is_an_error(text: str | bytes) -> None:
    done = run("evaluate", "-", "--as-of", AS_OF, "--format", "json", text=text)
    assert problems(done)[0]["id"] in {"SK1001", "SK1003"}


@pytest.mark.parametrize("path", ["no-such-file.json", "docs"])
def test_a_file_that_cannot_be_read_is_an_error(path: str) -> None:
    done = run("evaluate", path, "--as-of", AS_OF)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"SK1008 {path}: ")


@pytest.mark.parametrize("name", ["gia-vien-93", "./src/rulebooks/gia-vien-934.json"])
def test_a_season_names_built_in_rulebooks_and_no_files(name: str) -> None:
    found = problems(evaluate(season(rulebooks=["charter-13-2012", name]), "--format", "json"))
    assert [(problem["id"], problem["pointer"]) for problem in found][-1] in {
        ("SK1501", "/rulebooks/1"),
        ("SK1007", "/rulebooks/1"),
    }


def test_strict_is_3_while_a_verdict_is_undetermined() -> None:
    open_season = season(
        rulebooks=["gia-vien-934"],
        units=[{"id": "u", "kind": "specialised-division"}],
        initiatives=[
            {
                "id": "SK-1",
                "units": ["u"],
                "authors": [{"person": "p", "share": 100}],
                "events": [
                    {"on": "file", "at": "2025-09-22T08:00:00+07:00", "by": "unit-head", "actor": "p"},
                    {"on": "recognise", "at": "2025-09-25T08:00:00+07:00", "by": "chairperson", "actor": "q"},
                ],
            }
        ],
    )
    assert evaluate(open_season).returncode == 0
    assert evaluate(open_season, "--strict").returncode == 3
    assert evaluate(open_season, "--strict", "--format", "json").returncode == 3
    assert evaluate(season(), "--strict").returncode == 0


# rules


def test_rules_list_tells_the_document_of_every_rulebook() -> None:
    ids = sorted(path.stem for path in RULEBOOKS.glob("*.json"))
    lines = printed("rules", "list").splitlines()
    listed = json.loads(printed("rules", "list", "--format", "json"))["rulebooks"]
    assert [line.split()[0] for line in lines] == [book["id"] for book in listed] == ids
    numbers = {book["id"]: book["number"] for book in listed}
    assert numbers["gia-vien-934"] == "934/UBND-VHXH"
    assert all(number in line for number, line in zip(numbers.values(), lines))


def test_rules_show_gives_clauses_as_text_and_the_rulebook_itself_as_json() -> None:
    shown = printed("rules", "show", "gia-vien-934")
    assert "934/UBND-VHXH" in shown
    assert "\n  934.3.2: " in shown
    source = RULEBOOKS / "gia-vien-934.json"
    assert printed("rules", "show", "gia-vien-934", "--format", "json") == source.read_text(encoding="utf-8")
    assert printed("rules", "show", source, "--lang", "en") == printed("rules", "show", "gia-vien-934", "--lang", "en")


def test_rules_show_of_an_unknown_name_says_which_are_known() -> None:
    done = run("rules", "show", "gia-vien-93", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert 'did you mean "gia-vien-934"' in done.stderr


def test_rules_verify_passes_what_is_built_in() -> None:
    files = sorted(RULEBOOKS.glob("*.json"))
    verdicts = json.loads(printed("rules", "verify", *files, "--format", "json"))["rulebooks"]
    assert [(one["file"], one["verdict"], one["problems"]) for one in verdicts] == [
        (str(file), "pass", []) for file in files
    ]
    assert printed("rules", "verify", files[0], "--lang", "en").startswith(f"{files[0]}: sound\n")


def test_rules_verify_without_a_name_is_of_what_is_built_in_and_leaves_no_doubt_unanswered() -> None:
    found = json.loads(printed("rules", "verify", "--strict", "--format", "json"))
    assert [one["id"] for one in found["rulebooks"]] == sorted(path.stem for path in RULEBOOKS.glob("*.json"))
    assert (found["errors"], found["warnings"]) == (0, 0)
    for one in found["rulebooks"]:
        assert one["file"] == f"{one['id']}.json"
        for warning in one["warnings"]:
            assert all(warning["waived"][language] for language in ("vi", "en"))


def test_rules_verify_takes_ids_and_files_together(tmp_path: Path) -> None:
    own = rulebook(tmp_path, "own", layer="ward", under=["charter-13-2012"])
    found = json.loads(printed("rules", "verify", "gia-vien-934", own, "--format", "json"))["rulebooks"]
    assert [(one["file"], one["verdict"]) for one in found] == [("gia-vien-934.json", "pass"), (str(own), "pass")]
    wrong = run("rules", "verify", "gia-vien-93", "--lang", "en")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert 'did you mean "gia-vien-934"' in wrong.stderr


def test_evaluate_says_how_to_name_a_rulebook_of_ones_own() -> None:
    season = ROOT / "docs" / "examples" / "an-binh-2026.season.json"
    done = run("evaluate", season, "--as-of", "2026-10-20T09:00+07:00", "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "Name the file of a rulebook of your own: --rules FILE.json, once for each."


def rulebook(folder: Path, name: str, **more: object) -> Path:
    paper = {"number": "1", "issuer": "x", "issued": "2025-01-01", "from": "2025-01-01", "provenance": "illustrative"}
    path = folder / f"{name}.json"
    content = {"rulebook": 1, "id": name, "document": paper, "layer": "national", **more}
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    return path


def test_rules_verify_is_1_when_a_rulebook_has_errors_and_tells_all(tmp_path: Path) -> None:
    good = rulebook(tmp_path, "good")
    bad = rulebook(tmp_path, "bad", layer="city", clause=1)
    done = run("rules", "verify", good, bad, "--format", "json")
    first, second = json.loads(done.stdout)["rulebooks"]
    assert (done.returncode, done.stderr) == (1, "")
    assert (first["verdict"], second["verdict"]) == ("pass", "fail")
    assert {problem["id"] for problem in second["problems"]} == {"SK1002", "SK1007"}
    as_text = run("rules", "verify", good, bad, "--lang", "en")
    assert as_text.returncode == 1
    assert f"{bad}: has errors\n  error SK1007 {bad}:" in as_text.stdout
    assert as_text.stdout.endswith("\n2 rulebooks: 2 errors, 0 warnings, 0 waived\n")


def test_rules_verify_takes_what_a_rulebook_stands_under_from_the_files_given(tmp_path: Path) -> None:
    lower = rulebook(tmp_path, "lower")
    upper = rulebook(tmp_path, "upper", layer="ward", under=["lower"])
    counts = "2 rulebooks: 0 errors, 0 warnings, 0 waived\n"
    assert printed("rules", "verify", upper, lower, "--lang", "en") == f"{upper}: sound\n{lower}: sound\n{counts}"
    alone = run("rules", "verify", upper)
    assert alone.returncode == 1
    assert "SK1501" in alone.stdout


def test_rules_verify_tells_doubts_with_their_place_and_only_strict_ends_with_1(tmp_path: Path) -> None:
    spare = {"n": {"vi": "v", "en": "e"}}
    doubtful = rulebook(tmp_path, "doubtful", clauses=spare)
    done = run("rules", "verify", doubtful, "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    _, warning, counts = done.stdout.splitlines()
    assert warning.startswith(f"  warning SK1603 {doubtful}:13:8 /clauses/n: no value cites clause")
    assert counts == "1 rulebooks: 0 errors, 1 warnings, 0 waived"
    assert run("rules", "verify", doubtful, "--strict").returncode == 1
    told = json.loads(printed("rules", "verify", doubtful, "--format", "json"))
    (one,) = told["rulebooks"]
    assert (told["errors"], told["warnings"], one["verdict"], one["problems"]) == (0, 1, "pass", [])
    assert (one["warnings"][0]["problem"]["id"], one["warnings"][0]["path"]) == ("SK1603", "clauses.n")

    reason = {"vi": "để sau", "en": "for later"}
    waived = rulebook(tmp_path, "waived", clauses=spare, waivers={"SK1603 clauses.n": reason})
    assert run("rules", "verify", waived, "--strict").returncode == 0
    as_text = printed("rules", "verify", waived, "--lang", "en")
    assert "\n    waived: for later\n" in as_text
    assert as_text.endswith("1 rulebooks: 0 errors, 0 warnings, 1 waived\n")
    told = json.loads(printed("rules", "verify", waived, "--format", "json"))
    assert told["rulebooks"][0]["warnings"][0]["waived"] == reason


def test_rules_verify_looks_at_the_years_asked_for() -> None:
    dispatch = RULEBOOKS / "gia-vien-934.json"
    told = printed("rules", "verify", dispatch, "--lang", "en", "--from-year", "2028", "--to-year", "2028")
    assert "is a day off: 2028 (projected). " in told
    assert "2033" not in told


def test_rules_verify_of_a_file_that_cannot_be_read_is_2(tmp_path: Path) -> None:
    done = run("rules", "verify", rulebook(tmp_path, "good"), tmp_path / "none.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "SK1008" in done.stderr


@pytest.mark.parametrize("name", ["rulebook", "season", "report", "record", "explanation"])
def test_rules_schema_prints_the_schema_of_the_docs(name: str) -> None:
    expected = (ROOT / "docs" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert printed("rules", "schema", name) == expected
    assert printed("rules", "schema", name, "--format", "json") == expected


# Differences


def test_diff_names_values_by_clause_and_whom_they_concern() -> None:
    amendment = SEASON.parent / "gia-vien-934-2026.json"
    extra = ["--with", "council-illustrative", "--with", "index-illustrative"]
    season_options = ["--season", SEASON, "--as-of", "2025-10-06T17:00+07:00"]
    told = json.loads(
        printed("rules", "diff", "gia-vien-934", amendment, *extra, *season_options, "--format", "json")
    )
    paths = {one["path"]: (one["old"]["value"], one["new"]["value"]) for one in told["differences"] if one["clause"]}
    assert paths == {
        "quota.one-per-unit.at-least": ("1", "2"),
        "schedule.ward-submission.yearly": ('"25/9"', '"24/9"'),
        "schedule.ward-decision.yearly": ('"30/9"', '"5/10"'),
    }
    lines = amendment.read_text(encoding="utf-8").splitlines()
    for one in told["differences"]:
        assert one["new"]["value"] in lines[one["new"]["place"]["line"] - 1]
    assert told["seasons"][0]["as_if_in_force"] is True
    assert told["not_attributed"] == []


def test_diff_of_a_rulebook_with_itself_is_empty_and_a_season_needs_an_instant() -> None:
    assert json.loads(printed("rules", "diff", *["gia-vien-934"] * 2, "--format", "json"))["differences"] == []
    assert run("rules", "diff", *["gia-vien-934"] * 2, "--season", SEASON).returncode == 2


def test_the_rules_of_a_day_have_each_value_with_the_line_it_stands_at() -> None:
    told = json.loads(printed("rules", "at", "2025-09-30", "--rules", "council-illustrative", "--format", "json"))
    values = {one["path"]: one for one in told["values"]}
    assert values["schedule.ward-submission.yearly"]["citation"]["clause"] == "934.3.2"
    for one in told["values"]:
        line = (RULEBOOKS / one["file"]).read_text(encoding="utf-8").splitlines()[one["line"] - 1]
        assert line.encode()[one["column"] - 1 :].startswith(one["value"][:1].encode())
    text = printed("rules", "at", "2025-09-30", "--rules", "council-illustrative", "--lang", "en")
    quota = RULEBOOKS / "gia-vien-934.json"
    number = next(i for i, x in enumerate(quota.read_text(encoding="utf-8").splitlines(), 1) if '"at-least"' in x)
    assert f"quota.one-per-unit.at-least = 1  [934.3.1, official-document] gia-vien-934.json:{number}:19" in text
