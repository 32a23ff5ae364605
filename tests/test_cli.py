"""The command: what it prints, where, and what it exits with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Command, Run

from claimcheck.model.finding import Verdict

HERALD = """Plant to close

5 March 2024

The Velden plant will close, and 45 workers were dismissed on Monday, works manager Ida Brandt said.
"""
LEDGER = """Closing of the plant

6 March 2024

The Velden plant will close. On Monday 20 workers were dismissed, works manager Ida Brandt said.
"""
RIVER = "The river is wide.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder in which the command runs, with three articles."""
    for name, text in {"herald.txt": HERALD, "ledger.txt": LEDGER, "river.txt": RIVER, "empty.txt": ""}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (tmp_path / "folder").mkdir()
    return tmp_path


MODEL = ("--model", "hashing")
PAIR = (*MODEL, "herald.txt", "ledger.txt")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["compare", "missing.txt", "herald.txt"], ["missing.txt", "no such file"]),
        (["compare", "folder", "herald.txt"], ["folder", "this is a folder", "`claimcheck check folder`"]),
        (["compare", "empty.txt", "herald.txt"], ["empty.txt", "empty"]),
        (["compare", "picture.txt", "herald.txt"], ["picture.txt", "PNG image"]),
        (["compare", "herald.txt"], ["herald.txt", "two or more"]),
        (["compare"], ["FILES", "compare --help"]),
        (["compare", "herald.txt", "./herald.txt"], ["herald.txt", "one file", "once"]),
        (["compare", "-", "-"], ["<stdin>", "named twice"]),
        (["compare", "--stdin-name", "x", *PAIR], ["--stdin-name", "-"]),
        (["compare", "--fail-on", "always", *PAIR], ["--fail-on", "always", "tension"]),
        (["compare", "--format", "xml", *PAIR], ["--format", "xml", "json"]),
        (["compare", "--format", "markdow", *PAIR], ["--format", "did you mean markdown? See claimcheck compare"]),
        (["compare", "-o", "jsno:out.json", *PAIR], ["--output", "did you mean json? Or write ./jsno:out.json"]),
        (["compare", "--width", "12", *PAIR], ["--width", "12", "40"]),
        (["compare", "--colour", "always", *PAIR], ["--colour", "--color"]),
        (["compare", "--date", "herald.txt=5 March", *PAIR], ["--date", "herald.txt", "5 March", "2022-01-12"]),
        (["compare", "--date", "2024-03-05", *PAIR], ["--date", "FILE=VALUE"]),
        (["compare", "--date", "other.txt=2024-03-05", *PAIR], ["other.txt", "none of the files", "herald.txt"]),
        (["compare", "--source", "herald=A", "--source", "herald.txt=B", *PAIR], ["--source", "twice"]),
        (["compare", "-o", "xml:out.xml", *PAIR], ["--output", "xml", "text, concise, json"]),
        (["compare", "-o", "no/such/out.txt", *PAIR], ["no/such/out.txt", "no such folder"]),
        (["compare", "-o", "folder", *PAIR], ["folder", "this is a folder"]),
        (["compare", "-o", "ledger.txt", *PAIR], ["ledger.txt", "one of the articles"]),
        (["compare", "-o", "a.txt", "-o", "json:a.txt", *PAIR], ["a.txt", "twice"]),
        (["compare", "--model", "minilmm", "herald.txt", "ledger.txt"], ["minilmm", "minilm"]),
        (["explain", "quantity-mismach"], ["quantity-mismach", "quantity-mismatch"]),
        (["explain", "quantity-mismatch", "--parse", "x"], ["either"]),
        (["explain"], ["either"]),
        (["explain", "other-tme"], ["other-tme", "other-time"]),
        (["explain", "contradicton"], ["contradicton", "did you mean contradiction?"]),
        (["explain", "a6237f6d18d38454"], ["a6237f6d18d38454", "`claimcheck explain a6237f6d18d38454 a.txt b.txt`"]),
        (["explain", "a6237f6d18d38454", "herald.txt"], ["`claimcheck explain a6237f6d18d38454 herald.txt b.txt`"]),
        (["explain", "a6237f6d18d38454", *PAIR], ["no such finding in herald.txt, ledger.txt", "all articles"]),
        (["explain", "unit", "--date", "2024-03-05"], ["--date"]),
        (["explain", "herald.txt:5"], ["two"]),
        (["explain", "herald.txt:5", "ledger.txt"], ["--quote"]),
        (["explain", "herald.txt:5", "ledger.txt", "--quote", "no such words"], ["ledger.txt", "no such words"]),
        (["explain", "herald.txt:5", "ledger.txt:999"], ["ledger.txt:999", "lines"]),
        (["explain", "herald.txt:5", "missing.txt:1"], ["missing.txt", "no such file"]),
        (["explain", "herald.txt:5", "herald.txt:1"], ["herald.txt", "once"]),
        (["explain", "herald.txt:5", "ledger.txt:1", "empty.txt:3"], ["empty.txt:3", "third"]),
        (["explain", "herald.txt", "ledger.txt", "--quote", "e", "--quote", "20"], ["herald.txt", "does not stand"]),
        (["explain", "herald.txt:5", "ledger.txt", "--quote", "plant"], ["ledger.txt", "2 times", "lines 1, 5"]),
        (["claims", "missing.txt"], ["missing.txt", "no such file"]),
        (["claims", "herald.txt", "--date", "soon"], ["soon", "2022-01-12"]),
        (["compair"], ["compair"]),
        ([], ["--help"]),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else None,
)
@pytest.mark.usefixtures("folder")
def test_mistake_is_one_line_and_status_2(command: Command, arguments: list[str], words: list[str]) -> None:
    """What the user can mend is said in one line on the standard error, with the word that is wrong in it."""
    run = command(*arguments)
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.startswith("claimcheck: ")
    assert run.stderr.count("\n") == 1
    assert "internal error" not in run.stderr
    for word in words:
        assert word in run.stderr


@pytest.mark.usefixtures("folder")
def test_every_bad_document_has_its_line(command: Command) -> None:
    """Two documents that cannot be read are two lines."""
    run = command("compare", "missing.txt", "empty.txt")
    assert run.returncode == 2
    assert run.stderr.count("\n") == 2


@pytest.mark.usefixtures("folder")
def test_others_are_compared_where_one_cannot_be_read(command: Command) -> None:
    """The run goes on without the bad document, which the report names, and exits with 2."""
    run = command("compare", *PAIR, "missing.txt", "--format", "json", "--fail-on", "never")
    assert run.returncode == 2
    assert run.stderr == "claimcheck: missing.txt: no such file; check the path\n"
    report = json.loads(run.stdout)
    assert [failure["subject"] for failure in report["failures"]] == ["missing.txt"]
    assert [document["id"] for document in report["documents"]] == ["herald.txt", "ledger.txt"]


@pytest.mark.usefixtures("folder")
def test_nothing_comparable_is_status_2(command: Command) -> None:
    """A report is printed, and one line says that nothing was compared."""
    run = command("compare", "--model", "hashing", "river.txt", "herald.txt")
    assert run.returncode == 2
    assert "Nothing could be compared" in run.stdout
    assert run.stderr.count("\n") == 1


@pytest.mark.parametrize(("fail_on", "status"), [("tension", 1), ("never", 0)])
@pytest.mark.usefixtures("folder")
def test_status_follows_fail_on(command: Command, fail_on: str, status: int) -> None:
    """Findings at or above --fail-on make the status 1; the report is the same."""
    run = command("compare", *PAIR, "--fail-on", fail_on)
    assert run.returncode == status
    assert run.stderr == ""
    assert "quantity-mismatch" in run.stdout
    assert "45" in run.stdout


def test_reports_go_where_they_are_sent(command: Command, folder: Path) -> None:
    """Several formats in one run; a file is replaced as a whole, keeps its rights, and has no colour."""
    (folder / "out.txt").write_text("old")
    (folder / "out.txt").chmod(0o640)
    run = command("compare", *PAIR, "-o", "json:out.json", "-o", "out.txt", "-o", "-", env={"FORCE_COLOR": "1"})
    assert "\x1b[" in run.stdout
    text = (folder / "out.txt").read_text(encoding="utf-8")
    assert "\x1b[" not in text
    assert "quantity-mismatch" in text
    assert (folder / "out.txt").stat().st_mode & 0o777 == 0o640
    assert json.loads((folder / "out.json").read_text(encoding="utf-8"))["schema"] == 1
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == []


@pytest.mark.usefixtures("folder")
def test_standard_input_is_a_document(command: Command) -> None:
    """``-`` reads one of the articles; --date and --source reach it by its name."""
    run = command(
        "compare", "--model", "hashing", "-", "ledger.txt", "--stdin-name", "wire", "--source", "wire=Wire",
        "--date", "wire=2024-03-01", "--format", "json", "--fail-on", "never", stdin=HERALD,
    )
    assert run.returncode == 0, run.stderr
    wire = json.loads(run.stdout)["documents"][0]
    assert (wire["id"], wire["source"]) == ("wire", "Wire")
    assert (wire["published"], wire["published_from"]) == ("2024-03-01", "given")


def test_files_of_one_name_in_two_folders_are_two_documents(command: Command, folder: Path) -> None:
    """The id of a document is its path as given."""
    for name, text in {"a": HERALD, "b": LEDGER}.items():
        (folder / name).mkdir()
        (folder / name / "story.txt").write_text(text)
    run = command("compare", "--model", "hashing", "a/story.txt", "b/story.txt", "--format", "json")
    assert [document["id"] for document in json.loads(run.stdout)["documents"]] == ["a/story.txt", "b/story.txt"]


@pytest.mark.usefixtures("folder")
def test_claims_are_listed(command: Command) -> None:
    """``claims`` shows what was read, as text and as JSON."""
    text = command("claims", "herald.txt")
    assert text.returncode == 0, text.stderr
    assert "herald.txt:5:" in text.stdout
    assert "45" in text.stdout
    data = json.loads(command("claims", "herald.txt", "--format", "json", "--date", "2020-02-02").stdout)
    assert data["published"] == "2020-02-02"
    for claim in data["claims"]:
        for fact in claim["facts"]:
            assert HERALD[fact["start"] : fact["end"]] == fact["quote"]


def test_rules_have_a_line_and_a_page(command: Command) -> None:
    """``rules`` lists every rule and guard; ``explain`` prints its page as it stands where there is no terminal."""
    from claimcheck.link.guards import PAGES
    from claimcheck.rules import RULES

    rules, guards = command("rules").stdout.split("\n\n")
    assert [line.split()[0] for line in rules.splitlines()] == [rule.name for rule in RULES]
    assert [line.split()[0] for line in guards.splitlines()] == [guard.name for guard in PAGES]
    pages = {rule.name: rule.page for rule in RULES} | {guard.name: guard.page for guard in PAGES}
    for name, page in pages.items():
        told = command("explain", name).stdout
        assert told == page or (name in list(Verdict) and told.endswith(f"\n\n{page}"))


@pytest.mark.parametrize("verdict", [*Verdict, "second look"])
def test_the_words_of_the_report_are_explained(claimcheck: Run, verdict: str) -> None:
    """With the rules that give a verdict; in the words of docs/report.md."""
    from claimcheck.report.verdicts import MEANING, SECOND
    from claimcheck.rules import RULES

    status, told, error = claimcheck("explain", *verdict.split())
    assert (status, error) == (0, "")
    assert claimcheck("explain", verdict.capitalize())[1] == told
    if verdict == Verdict.SINGLE_SOURCE:
        assert told.startswith("# single-source\n")
        return
    words = MEANING[Verdict(verdict)].words if verdict in list(Verdict) else SECOND.words
    assert words[1:] in told
    for rule in RULES:
        assert (f"\n- {rule.name}" in told) == (verdict in rule.verdicts)


@pytest.mark.usefixtures("folder")
def test_a_finding_is_explained_by_its_id(command: Command) -> None:
    """With its articles: what the two places of it would tell."""
    (row,) = [row for row in command("compare", *PAIR, "-f", "concise").stdout.splitlines() if "mismatch" in row]
    id_ = row.rpartition("[")[2].rstrip("]")
    run = command("explain", id_, *PAIR)
    assert (run.returncode, run.stderr) == (0, "")
    for file, text, words in (("herald.txt", HERALD, "45 workers"), ("ledger.txt", LEDGER, "20 workers")):
        line, column = _at(text, words)
        assert f"{file}, line {line}, column {column}" in run.stdout
    assert id_ in run.stdout
    data = json.loads(command("explain", id_, *PAIR, "--format", "json").stdout)
    assert data["pairs"][0]["findings"][0]["fingerprint"] == id_
    refused = command("explain", id_, *PAIR, "--quote", "45")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "--quote" in refused.stderr


def test_page_is_laid_out_in_colour(command: Command) -> None:
    """With colour the page is rendered."""
    page = command("explain", "quantity-mismatch", "--color", "always", "--width", "60").stdout
    assert "\x1b[" in page
    assert "```" not in page


def test_values_of_a_text_are_explained(command: Command) -> None:
    """``explain --parse`` shows how a text is read."""
    run = command("explain", "--parse", "no more than 10 days", "--date", "2024-03-05")
    assert run.returncode == 0, run.stderr
    assert "no more than 10 days" in run.stdout


@pytest.mark.usefixtures("folder")
def test_two_places_are_explained(command: Command) -> None:
    """By line, by column or by words; as text, in colour where it is wanted, and as JSON."""
    run = command("explain", "herald.txt", "ledger.txt", "--quote", "45 workers", "--quote", "20 workers", *MODEL)
    assert (run.returncode, run.stderr) == (0, "")
    assert "quantity-mismatch" in run.stdout
    assert "\x1b" not in run.stdout
    line, column = _at(HERALD, "45 workers")
    other = _at(LEDGER, "20 workers")
    places = (f"herald.txt:{line}:{column}", f"ledger.txt:{other[0]}:{other[1]}")
    assert "\x1b[" in command("explain", *places, *MODEL, "--color", "always").stdout
    assert "\x1b" not in command("explain", *places, *MODEL, env={"NO_COLOR": "1"}).stdout
    data = json.loads(command("explain", *places, *MODEL, "--format", "json").stdout)
    assert data["pairs"][0]["findings"][0]["rule"] == "quantity-mismatch"
    assert [data["a"]["document"], data["b"]["document"]] == ["herald.txt", "ledger.txt"]


def _at(text: str, words: str) -> tuple[int, int]:
    """1-based line and column."""
    before = text[: text.index(words)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_version_names_distribution_model_and_rules(command: Command) -> None:
    """What a bug report needs."""
    lines = command("--version").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["claimcheck-news", "model", "rules"]


@pytest.mark.usefixtures("folder")
def test_reader_that_goes_away_is_no_error(folder: Path) -> None:
    """``claimcheck ... | head -c 0`` prints nothing on the standard error."""
    for arguments in ("rules", "compare --help"):
        run = subprocess.run(
            f"{sys.executable} -m claimcheck {arguments} | true", shell=True, cwd=folder, capture_output=True,
            text=True, timeout=300, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False,
        )
        assert run.stderr == ""


@pytest.mark.usefixtures("folder")
def test_interrupt_is_quiet(folder: Path) -> None:
    """Ctrl-C ends the run with 130 and without a traceback."""
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "claims", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdin is not None
    process.stdin.write(b"The fire was out.\n" * 20_000)  # more than a pipe holds: it reads its standard input by then
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=300)
    assert process.returncode == 130
    assert error.strip() == b""


@pytest.mark.usefixtures("folder")
def test_terminal_that_cannot_show_a_character_is_served(command: Command) -> None:
    """In a plain ASCII environment the report is printed with question marks in place of symbols."""
    ascii_only = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    run = command("compare", *PAIR, "--fail-on", "never", env=ascii_only)
    assert run.returncode == 0, run.stderr
    assert "quantity-mismatch" in run.stdout
