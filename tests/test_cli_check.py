"""Whole corpora on the command line: check, baseline, ignores, test, config, init."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import Command, Run

from claimcheck.report.formats import Format

HERALD = "Flood\n\n5 March 2024\n\nThe flood in Arren killed 12 people on Monday, police said.\n"
LEDGER = "Flood in Arren\n\n5 March 2024\n\nThe flood in Arren killed 30 people on Monday, police said.\n"
CALM = "Flood again\n\n5 March 2024\n\nThe flood in Arren killed 12 people on Monday, the police said.\n"



@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus in the working folder: a story with a contradiction, one without, and no model to wait for."""
    for name, text in {"desk/flood/a.txt": HERALD, "desk/flood/b.txt": LEDGER, "desk/calm/a.txt": HERALD,
                       "desk/calm/b.txt": CALM, "claimcheck.toml": 'model = "hashing"\n'}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_story_is_checked(claimcheck: Run) -> None:
    """The report shows the stories in which there is something, the last lines count all."""
    status, out, error = claimcheck("check")
    assert (status, error) == (1, "")
    assert "━━ desk/flood" in out
    assert "━━ desk/calm" not in out
    assert "12 against 30" in out
    assert "2 stories checked: 1 contradiction" in out


@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_a_report_among_the_articles_is_left_out(claimcheck: Run, folder: Path, format_: str) -> None:
    """What `check` wrote into the folder of a story is no account of it, and a line says so; `compare` refuses it."""
    name = {"text": "report.txt", "markdown": "report.md", "html": "report.html"}[format_]
    status, out, counts = claimcheck("check", "-o", f"{format_}:desk/flood/{name}", "-o", "-", "-f", "concise")
    again = claimcheck("check", "-f", "concise")
    assert again == (status, out, f"{counts}claimcheck: desk/flood/{name}: a report that claimcheck wrote, left out\n")
    status, _, error = claimcheck("compare", "desk/flood/a.txt", "desk/flood/b.txt", f"desk/flood/{name}")
    assert (status, error) == (
        2, f"claimcheck: desk/flood/{name}: a report that claimcheck wrote, and no article; leave it out\n")


def test_verbose_shows_what_is_right_in_a_story_without_alarms(claimcheck: Run) -> None:
    status, out, _ = claimcheck("check", "-v", "desk/calm")
    assert status == 0
    assert "━━ desk/calm" in out
    assert "people killed" in out


def test_several_processes_give_the_same_bytes(command: Command) -> None:
    """--jobs 2 through the installed entry point; every format has the same status, and the files are whole."""
    runs = [command("check", "desk", "-j", jobs, "-o", f"json:{jobs}.json", "-o", f"sarif:{jobs}.sarif", "-o", "-")
            for jobs in ("1", "2")]
    assert [run.returncode for run in runs] == [1, 1], runs[0].stderr
    assert runs[0].stdout == runs[1].stdout
    for kind in ("json", "sarif"):
        assert Path(f"1.{kind}").read_bytes() == Path(f"2.{kind}").read_bytes()
    stories = json.loads(Path("1.json").read_text(encoding="utf-8"))["stories"]
    assert [story["story"] for story in stories] == ["desk/calm", "desk/flood"]


@pytest.mark.parametrize("format_", [name for name in Format if name is not Format.TEXT])
def test_status_is_the_same_in_every_format(claimcheck: Run, format_: str) -> None:
    """The counts go to the standard error where programs read the standard output."""
    status, out, error = claimcheck("check", "desk", "--format", format_)
    assert status == 1
    assert "quantity-mismatch" in out
    assert "2 stories checked" not in out
    assert "2 stories checked" in error


def test_stories_without_anything_to_compare_are_named(claimcheck: Run, folder: Path) -> None:
    """They make the status 2 only where nothing was compared at all, and not with --allow-empty."""
    for name, text in {"a": "The river is wide.\n", "b": "Trees are green.\n"}.items():
        (folder / "desk" / "calm" / f"{name}.txt").write_text(text)
    status, out, _ = claimcheck("check")
    assert status == 1
    assert "1 with nothing that could be compared: desk/calm" in out
    assert claimcheck("check", "desk/calm")[0] == 2
    assert claimcheck("check", "desk/calm", "--allow-empty")[0] == 0


def test_a_corpus_without_stories_is_not_clean(claimcheck: Run, folder: Path) -> None:
    """Nothing checked is 2, with a line that says what a story is."""
    (folder / "empty").mkdir()
    status, _, error = claimcheck("check", "empty")
    assert status == 2
    assert "a story is a folder" in error
    assert claimcheck("check", "empty", "--allow-empty")[0] == 0


def test_a_story_that_cannot_be_read_is_status_2(claimcheck: Run, folder: Path) -> None:
    """The others are checked all the same."""
    (folder / "desk" / "calm" / "c.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    status, out, _ = claimcheck("check")
    assert status == 2
    assert "PNG" in out
    assert "12 against 30" in out
    assert "1 could not be read or checked in full: desk/calm" in out


@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_a_story_of_which_one_article_is_read_does_not_look_clean(
    claimcheck: Run, folder: Path, format_: str
) -> None:
    """The report says what was read and why nothing was compared, and names once what failed."""
    (folder / "desk" / "calm" / "b.txt").write_bytes(b"")
    status, out, error = claimcheck("check", "desk/calm", "-f", format_)
    assert status == 2
    assert "Nothing could be compared: fewer than two documents could be read." in out
    assert "read: desk/calm/b.txt: the file is empty" in out
    assert "0 documents" not in out
    assert "no findings" not in out + error
    assert "1 story checked: nothing could be compared" in out + error
    assert "2 stories checked: no findings in the 1 that could be compared" in "".join(
        claimcheck("check", "--select", "date-mismatch", "-f", format_)[1:])


def test_rules_and_severities_follow_the_configuration(claimcheck: Run, folder: Path) -> None:
    """A rule that is ignored says nothing, one graded down fails later; the command line wins."""
    config = folder / "claimcheck.toml"
    config.write_text('model = "hashing"\nignore = ["quantity-mismatch"]\n')
    assert claimcheck("check")[0] == 0
    config.write_text('model = "hashing"\n[severity]\nquantity-mismatch = "note"\n')
    assert claimcheck("check")[0] == 0
    assert claimcheck("check", "--fail-on", "update")[0] == 1
    config.write_text('modell = "hashing"\n')
    status, out, error = claimcheck("check")
    assert (status, out) == (2, "")
    assert error == "claimcheck: claimcheck.toml:1:1: unknown key 'modell'; did you mean 'model'?\n"


def test_statistics_count_by_rule(claimcheck: Run) -> None:
    """How often, and in how many stories."""
    assert "1  quantity-mismatch  contradiction  in 1 story" in claimcheck("check", "--statistics")[1]


def test_statistics_add_up_to_the_summary(claimcheck: Run, folder: Path) -> None:
    """Names that stand in several documents are counted as such: they are no agreements there either."""
    for path in (folder / "desk" / "flood").iterdir():
        path.write_text(path.read_text() + "\nThe club Castleford Rovers gave money.\n")
    out = claimcheck("check", "desk/flood", "--statistics")[1]
    assert "1  same-name  name  in 1 story" in out
    _, _, told = out.partition("1 story checked: 1 contradiction, ")
    agreements = [line.split() for line in told.splitlines() if "  agreement  " in line]
    assert told.split()[0] == str(sum(int(number) for number, *_ in agreements))


def test_baseline_hides_what_is_accepted(claimcheck: Run, folder: Path) -> None:
    """New, known and resolved are told apart; edits elsewhere change nothing; the hidden ones are counted each time."""
    status, out, error = claimcheck("baseline", "update")
    assert (status, error) == (0, "")
    assert "1 entry: 1 added, 0 taken out" in out
    ledger = folder / "desk" / "flood" / "b.txt"
    ledger.write_text(LEDGER.replace("\n\nThe flood", "\n\nIt rained.\n\nThe flood"))
    status, out, _ = claimcheck("check")
    assert status == 0
    assert "claimcheck.baseline.json: 1 known and hidden, 0 new, 0 resolved" in out
    assert "12 against 30" not in out
    ledger.write_text(LEDGER.replace("30", "40"))
    status, out, _ = claimcheck("check")
    assert status == 1
    assert "0 known and hidden, 1 new, 1 resolved" in out
    assert claimcheck("check", "--fail-on", "never")[0] == 0
    assert claimcheck("check", "--fail-on", "never", "--strict-baseline")[0] == 1
    assert claimcheck("check", "desk/calm", "--strict-baseline")[0] == 0  # it was not looked at
    assert "0 added, 1 taken out" in claimcheck("baseline", "prune")[1]
    assert "0 known and hidden, 1 new, 0 resolved" in claimcheck("check")[1]


def test_baseline_holds_from_every_folder(claimcheck: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its documents count from the folder of the configuration."""
    claimcheck("baseline", "update")
    monkeypatch.chdir(folder / "desk")
    assert claimcheck("check")[0] == 0


def test_a_baseline_that_lies_elsewhere_is_not_passed_over_in_silence(
    claimcheck: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The settings, and what lies beside them, are looked for from the working folder on, and not in the folder named;
    the line says how to have them used, and doing so hides what was accepted."""
    (folder / "claimcheck.toml").rename(folder / "desk" / "claimcheck.toml")
    monkeypatch.chdir(folder / "desk")
    claimcheck("baseline", "update")
    monkeypatch.chdir(folder)
    options = ("--fail-on", "never", "--no-cache")
    _, out, error = claimcheck("check", "desk/flood", *options)
    assert "12 against 30" in out
    assert error == ("claimcheck: desk/claimcheck.toml and desk/claimcheck.baseline.json not used: such files count "
                     "from the working folder; start claimcheck in desk\n")
    assert claimcheck("baseline", "update", "desk", "--baseline", "other.json")[2] == error
    assert claimcheck("check", "desk", *options, "--config", "desk/claimcheck.toml")[2] == ""
    assert "claimcheck.toml" not in claimcheck("check", "desk/flood", *options, "--isolated")[2]
    monkeypatch.chdir(folder / "desk")
    assert "1 known and hidden" in claimcheck("check")[1]
    (folder / "desk" / "claimcheck.toml").rename(folder / "claimcheck.toml")
    monkeypatch.chdir(folder)
    (folder / "desk" / "claimcheck.baseline.json").unlink()
    claimcheck("baseline", "update", "desk", "--baseline", "desk/claimcheck.baseline.json")
    error = claimcheck("check", "desk")[2]
    assert error == ("claimcheck: desk/claimcheck.baseline.json not used: the settings are in claimcheck.toml; "
                     "name it with --baseline desk/claimcheck.baseline.json\n")
    _, out, error = claimcheck("check", "desk", "--baseline", "desk/claimcheck.baseline.json")
    assert (error, "1 known and hidden" in out) == ("", True)


def test_baseline_is_shown_and_its_faults_have_a_place(claimcheck: Run, folder: Path) -> None:
    """One entry a line in the file, in a fixed order."""
    claimcheck("baseline", "update")
    file = folder / "claimcheck.baseline.json"
    first = file.read_bytes()
    claimcheck("baseline", "update")
    assert file.read_bytes() == first
    assert "desk/flood/a.txt: “12”, read as 12" in claimcheck("baseline", "show")[1]
    file.write_text('{"version": 1, "accepted": [\n{"id": 1}\n]}')
    assert "claimcheck.baseline.json:2:1: not an entry" in claimcheck("check")[2]
    file.write_text("{")
    assert "claimcheck.baseline.json:1:2: not JSON" in claimcheck("check")[2]
    assert "no such file" in claimcheck("check", "--baseline", "gone.json")[2]
    file.write_text("null\n")
    status, _, error = claimcheck("baseline", "update")
    assert status == 2
    assert error == ("claimcheck: claimcheck.baseline.json:1:1: not a baseline of version 1; restore the file, or "
                     "remove it and run `claimcheck baseline update`\n")


def test_a_folder_outside_that_is_not_there_is_told(claimcheck: Run, folder: Path) -> None:
    """Else what it is to allow would be refused, and nobody knew why."""
    (folder / "claimcheck.toml").write_text('model = "hashing"\noutside = ["../nowhere"]\n', encoding="utf-8")
    status, _, error = claimcheck("check")
    assert (status, error) == (
        2, "claimcheck: outside: ../nowhere: no such folder; check the path, or take it out\n")


def test_an_expectation_without_a_verdict_is_told(claimcheck: Run, folder: Path) -> None:
    """It is missing, and not of a wrong kind."""
    text = "\n".join(line for line in EXPECT.splitlines() if not line.startswith("verdict"))
    (folder / "desk" / "flood" / "story.toml").write_text(text, encoding="utf-8")
    status, _, error = claimcheck("test")
    assert status == 2
    assert "story.toml:" in error
    assert "'verdict' is missing; choose one of agreement, contradiction, tension, update\n" in error


@pytest.mark.parametrize(("before", "after"), [
    ('"desk/flood/a.txt", "12"', '"desk/flood/a.txt", "14"'), ("quantity-mismatch", "date-mismatch"),
    ("desk/flood/b.txt", "desk/flood/c.txt"),
])
def test_an_entry_that_was_changed_by_hand_hides_what_it_says(
    before: str, after: str, claimcheck: Run, folder: Path
) -> None:
    """And not what its id once stood for."""
    claimcheck("baseline", "update")
    file = folder / "claimcheck.baseline.json"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")
    status, out, _ = claimcheck("check")
    assert (status, "0 known and hidden, 1 new, 1 resolved" in out) == (1, True), out
    assert "1 added, 1 taken out" in claimcheck("baseline", "update")[1]
    assert file.read_text(encoding="utf-8") == text


def test_baseline_is_left_alone_where_a_story_failed(claimcheck: Run, folder: Path) -> None:
    """What could not be read is not resolved."""
    claimcheck("baseline", "update")
    file = folder / "claimcheck.baseline.json"
    before = file.read_bytes()
    (folder / "desk" / "flood" / "b.txt").write_bytes(b"")
    status, _, error = claimcheck("baseline", "update")
    assert status == 2
    assert "left as it is" in error
    assert file.read_bytes() == before


def test_sarif_tells_known_from_new(claimcheck: Run) -> None:
    """baselineState is set where there is a baseline."""
    claimcheck("baseline", "update")
    results = json.loads(claimcheck("check", "--format", "sarif")[1])["runs"][0]["results"]
    assert [r["baselineState"] for r in results if r["ruleId"] == "quantity-mismatch"] == ["unchanged"]


IGNORE = """
[[ignore]]
rule = "quantity-mismatch"
pair = ["desk/flood/a.txt", "desk/*/b.txt"]
reason = "the Ledger counts the missing"
"""


def test_ignored_findings_are_counted(claimcheck: Run, folder: Path) -> None:
    """An entry names the rule and the two documents; one that has expired says so and hides nothing."""
    file = folder / "claimcheck.ignore.toml"
    file.write_text(IGNORE)
    status, out, _ = claimcheck("check")
    assert status == 0
    assert "1 finding ignored by claimcheck.ignore.toml" in out
    file.write_text(IGNORE + "until = 2020-01-01\n")
    status, out, _ = claimcheck("check")
    assert status == 1
    assert "claimcheck.ignore.toml:2:1: expired on 2020-01-01: quantity-mismatch" in out
    file.write_text(IGNORE.replace("flood/a", "flood/z"))
    assert "claimcheck.ignore.toml:2:1: ignores nothing any more" in claimcheck("check")[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [(IGNORE.replace('rule = "quantity-mismatch"', ""), ":2:1: an entry needs a rule: rule ="),
     (IGNORE.replace('reason = "the Ledger counts the missing"', ""), ":2:1: an entry needs a reason"),
     (IGNORE.replace("quantity-mismatch", "quantity-mismach"), ":3:1: 'quantity-mismach' is no rule; did you mean"),
     (IGNORE.replace('["desk/flood/a.txt", "desk/*/b.txt"]', '"x"'), ":4:1: an entry needs the two documents"),
     (IGNORE + "untill = 3", ":6:1: unknown key 'untill'; did you mean 'until'"),
     (IGNORE + "until = 3", ":6:1: 'until' is to be a date")],
)
def test_a_wrong_ignore_has_its_place(claimcheck: Run, folder: Path, text: str, told: str) -> None:
    """path:line:column."""
    (folder / "claimcheck.ignore.toml").write_text(text)
    status, _, error = claimcheck("check")
    assert status == 2
    assert f"claimcheck.ignore.toml{told}" in error


EXPECT = """# of the flood
[[expect]]
verdict = "contradiction"
rule = "quantity-mismatch"
a = { document = "a.txt", quote = "12" }
b = { document = "b.txt", quote = "30" }
"""
LOOKALIKE = """
# two days
[[forbid]]
a = { document = "a.txt", quote = "Monday" }
b = { document = "b.txt", quote = "Monday" }
"""


def test_expectations_that_are_met_are_0(claimcheck: Run, folder: Path) -> None:
    """With precision and recall of each rule; stories without expectations are not looked at."""
    (folder / "desk" / "flood" / "story.toml").write_text(EXPECT + LOOKALIKE)
    status, out, error = claimcheck("test")
    assert (status, error) == (0, "")
    assert "1 story with expectations: 1 as expected" in out
    assert "quantity-mismatch      1           0       0       1.00    1.00" in out


def test_differences_are_1_and_stand_in_the_junit_report(claimcheck: Run, folder: Path) -> None:
    """Missed, unexpected, and forbidden are told with the place of the label."""
    file = folder / "desk" / "flood" / "story.toml"
    file.write_text(EXPECT.replace("contradiction", "tension") + LOOKALIKE)
    status, out, _ = claimcheck("test", "desk", "-o", "junit:out.xml")
    assert status == 1
    assert "desk/flood/story.toml:2:1: not found: tension quantity-mismatch" in out
    assert "desk/flood/story.toml: not expected: contradiction quantity-mismatch" in out
    assert "not found: tension" in (folder / "out.xml").read_text(encoding="utf-8")
    _, _, _, *sides = EXPECT.splitlines()[1:]
    file.write_text("\n".join(("", "[[forbid]]", *sides)))
    assert "desk/flood/story.toml:2:1: found, and forbidden: contradiction" in claimcheck("test")[1]


def test_in_junit_what_could_not_be_tested_is_an_error(claimcheck: Run, folder: Path) -> None:
    """An expectation that is not met is a failure."""
    (folder / "desk" / "flood" / "story.toml").write_text(EXPECT.replace("contradiction", "tension"))
    (folder / "desk" / "calm" / "story.toml").write_text(EXPECT)
    assert claimcheck("test", "-o", "junit:out.xml")[0] == 2
    calm, flood = ElementTree.parse(folder / "out.xml").getroot()
    assert (calm.get("name"), calm.get("failures"), calm.get("errors")) == ("desk/calm", "0", "1")
    assert (flood.get("name"), flood.get("failures"), flood.get("errors")) == ("desk/flood", "2", "0")


def test_update_writes_what_is_found(claimcheck: Run, folder: Path) -> None:
    """What is missed goes, what is unexpected comes, the rest and its comments stay; then all is as expected."""
    file = folder / "desk" / "flood" / "story.toml"
    file.write_text(EXPECT.replace("contradiction", "tension") + LOOKALIKE)
    assert claimcheck("test", "--update")[0] == 0
    text = file.read_text(encoding="utf-8")
    assert LOOKALIKE in text
    assert '"tension"' not in text
    assert 'a = { document = "a.txt", quote = "12" }' in text
    assert claimcheck("test")[0] == 0
    file.write_text("")
    claimcheck("test", "--update")
    assert claimcheck("test")[0] == 0


@pytest.mark.parametrize("inside", [False, True])
def test_update_makes_a_file_where_there_is_none(
    claimcheck: Run, folder: Path, inside: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a folder with articles, for something that is found; then there is something to test."""
    if inside:
        monkeypatch.chdir(folder / "desk" / "flood")
    paths = () if inside else ("desk",)
    assert claimcheck("test", *paths)[0] == 2
    assert claimcheck("test", *paths, "--update")[0] == 0
    assert "quantity-mismatch" in (folder / "desk" / "flood" / "story.toml").read_text(encoding="utf-8")
    assert not (folder / "desk" / "calm" / "story.toml").exists()
    assert claimcheck("test", *paths)[0] == 0


def test_update_says_why_it_writes_nothing(claimcheck: Run, folder: Path) -> None:
    """Nothing found, nothing that has a story.toml, nothing that is a story, or something that cannot be read."""
    status, out, _ = claimcheck("test", "--update", "desk/calm")
    assert (status, "no contradiction or tension is found" in out) == (0, True)
    rows = "".join(json.dumps({"story": "s", "id": name, "text": HERALD}) + "\n" for name in "ab")
    (folder / "rows.jsonl").write_text(rows)
    (folder / "empty").mkdir()
    (folder / "desk" / "calm" / "b.txt").write_bytes(b"")
    for path, told in {"rows.jsonl": "rows have no story.toml", "empty": "a story is a folder",
                       "desk": "desk/calm/b.txt: the file is empty"}.items():
        status, _, error = claimcheck("test", "--update", path)
        assert (status, told in error) == (2, True)
    assert not list(folder.rglob("story.toml"))


def test_expectations_that_do_not_fit_are_2(claimcheck: Run, folder: Path) -> None:
    """A quote must stand in its article, and there must be something to test."""
    file = folder / "desk" / "flood" / "story.toml"
    file.write_text(EXPECT.replace('"30"', '"31"'))
    status, _, error = claimcheck("test")
    assert status == 2
    assert "desk/flood/story.toml:6:" in error
    assert "'31' does not stand in the text" in error
    file.write_text(EXPECT.replace("mismatch", "mismach"))
    told = "desk/flood/story.toml:4:1: 'quantity-mismach' is no rule; did you mean 'quantity-mismatch'?"
    assert told in claimcheck("test")[2]
    assert claimcheck("test", "desk/calm")[0] == 2
    assert claimcheck("test", "desk/calm", "--allow-empty")[0] == 0


def test_config_show_says_where_values_are_from(claimcheck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line a setting."""
    monkeypatch.setenv("CLAIMCHECK_FAIL_ON", "tension")
    lines = claimcheck("config", "show")[1].splitlines()
    assert any(line.startswith("model ") and line.endswith("# claimcheck.toml:1:1") for line in lines)
    assert any(line.startswith("fail-on ") and line.endswith("# environment CLAIMCHECK_FAIL_ON") for line in lines)


def test_init_does_not_replace_a_file(claimcheck: Run, folder: Path) -> None:
    """Unless it is told to."""
    status, _, error = claimcheck("init")
    assert status == 2
    assert "is there already" in error
    assert claimcheck("init", "--force")[0] == 0
    assert "# model =" in (folder / "claimcheck.toml").read_text()
