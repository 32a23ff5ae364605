"""The formats of a report from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import Command
from sarif_schema import VALIDATOR

from claimcheck.report.formats import Format
from claimcheck.rules import RULES

HERALD = "5 March 2024\n\nThe Velden plant will cut 45 jobs, works manager Ida Brandt said.\n"
LEDGER = "5 March 2024\n\nThe Velden plant will cut 20 jobs, works manager Ida Brandt said.\n"
PAIR = ("compare", "--model", "hashing", "./herald.txt", "ledger.txt", "--fail-on", "tension")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder in which the command runs, with two articles that differ."""
    (tmp_path / "herald.txt").write_text(HERALD, encoding="utf-8")
    (tmp_path / "ledger.txt").write_text(LEDGER, encoding="utf-8")
    return tmp_path


def test_one_run_writes_every_format(command: Command, folder: Path) -> None:
    """Each -o gives its own report of the same findings; the exit status is that of the findings."""
    outputs = [argument for f in Format for argument in ("-o", f"{f}:out.{f}")]
    run = command(*PAIR, *outputs)
    assert (run.returncode, run.stdout, run.stderr) == (1, "", "")
    texts = {f: (folder / f"out.{f}").read_text(encoding="utf-8") for f in Format}
    for format_, text in texts.items():
        assert "45" in text, format_
        assert "quantity-mismatch" in text, format_
    log = json.loads(texts[Format.SARIF])
    VALIDATOR.validate(log)
    assert [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]] == [rule.name for rule in RULES]
    assert ElementTree.fromstring(texts[Format.JUNIT]).get("failures") == "1"
    assert json.loads(texts[Format.GITLAB])[0]["location"]["path"] == "herald.txt"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("format_", [Format.CONCISE, Format.SARIF, Format.GITHUB])
def test_exit_status_is_the_same_in_every_format(command: Command, format_: Format) -> None:
    """A format changes what is printed and nothing else."""
    run = command(*PAIR, "--format", format_)
    assert (run.returncode, run.stderr) == (1, "")
    assert "quantity-mismatch" in run.stdout


@pytest.mark.parametrize("name", ["markdown", "md"])
def test_a_format_has_the_name_of_its_files_too(command: Command, folder: Path, name: str) -> None:
    run = command(*PAIR, "-f", name, "-o", "-", "-o", f"{name}:out", "-o", "txt:out.txt")
    assert run.stdout.startswith("# claimcheck\n")
    assert (folder / "out").read_text(encoding="utf-8") == run.stdout
    assert (folder / "out.txt").read_text(encoding="utf-8").startswith("2 documents")


def test_annotations_bring_the_job_summary(command: Command, folder: Path) -> None:
    """Within a job of GitHub Actions the summary is added to what the step has written before."""
    (folder / "summary.md").write_text("before\n", encoding="utf-8")
    run = command(*PAIR, "-f", "github", env={"GITHUB_STEP_SUMMARY": str(folder / "summary.md")})
    assert run.stdout.startswith("::")
    assert (folder / "summary.md").read_text(encoding="utf-8").startswith("before\n# claimcheck\n")
    run = command(*PAIR, "-f", "github", env={"GITHUB_STEP_SUMMARY": str(folder / "no" / "summary.md")})
    assert run.returncode == 2
    assert "GITHUB_STEP_SUMMARY" in run.stderr
