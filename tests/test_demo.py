"""``claimcheck demo``: what is bundled is what a run makes, and it is there at once."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Command, Golden
from shown import made

from claimcheck.demo import TITLES, bundled
from claimcheck.report.text import render

HEAVY = {"torch", "spacy", "numpy", "scipy", "onnxruntime", "sentence_transformers"}
# Calls of functions, those of imports among them; half a second holds twice as many.
LIMIT = 400_000
# Whether there are colours, and whether signs are those of ASCII.
MODES = {"txt": (False, False), "ansi": (True, False), "ascii": (False, True)}
COUNTED = """
import atexit, sys
calls = 0
def counted(frame, event, argument):
    global calls
    calls += event in ("call", "c_call")
atexit.register(lambda: print(calls, *sys.modules, file=sys.stderr))
sys.setprofile(counted)
sys.argv = ["claimcheck", "demo"]
import claimcheck.cli.main as m; m.main()
"""


@pytest.mark.slow
def test_what_the_program_shows_of_itself_is_what_a_run_makes() -> None:
    """`make shown` writes it anew."""
    stale = [path.name for path, text in made() if path.read_text(encoding="utf-8") != text]
    assert not stale, f"run `make shown`, and review: {', '.join(stale)}"


@pytest.mark.parametrize("name", TITLES)
def test_bundled_articles_are_those_of_the_report(name: str) -> None:
    """Every quotation stands where its place says."""
    example = bundled(name)
    assert {d.id for d in example.report.documents} == set(example.articles)
    assert example.report.comparable
    for side in (side for finding in example.report.findings for side in finding.evidence):
        assert side.span.of(example.articles[side.document]) == side.quote


@pytest.mark.slow
def test_the_demo_is_there_at_once() -> None:
    """It loads no model, and does little."""
    run = subprocess.run([sys.executable, "-c", COUNTED], capture_output=True, text=True, timeout=300, check=False)
    calls, *modules = run.stderr.split()
    assert "▲ tension  duration of the withdrawal" in run.stdout
    assert "Facts by source" in run.stdout
    assert not HEAVY & set(modules)
    assert int(calls) <= LIMIT


def test_the_demo_runs_live(command: Command) -> None:
    """It says the same, and how long it took."""
    bundled_, live = command("demo", "--ascii"), command("demo", "--ascii", "--live")
    assert (bundled_.returncode, live.returncode) == (0, 0), live.stderr
    assert live.stdout.split("Compared on this machine")[0] == bundled_.stdout.split("These are the results")[0]
    assert re.search(r"both in \d+\.\d seconds", live.stdout)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_the_report_of_a_real_run_is_as_reviewed(width: int, mode: str, golden: Golden) -> None:
    """At four widths with colour, without, and in ASCII."""
    colour, plain = MODES[mode]
    report = bundled("kazakhstan-pullout").report
    golden(f"demo-{width}.{mode}", render(report, width=width, colour=colour, plain=plain))


@pytest.mark.parametrize("mode", MODES)
def test_lines_end_at_a_hundred_columns(mode: str) -> None:
    """However wide the window is."""
    report, (colour, plain) = bundled("arren-flood").report, MODES[mode]
    wide, wider = (render(report, width=width, colour=colour, plain=plain) for width in (120, 200))
    assert wide == wider


def test_the_demo_writes_a_page(command: Command, tmp_path: Path) -> None:
    """Both stories with their articles; where it cannot be written that is told first."""
    run = command("demo", "--html", "demo.html")
    page = (tmp_path / "demo.html").read_text(encoding="utf-8")
    assert run.stdout.startswith("demo.html has both reports beside the articles")
    assert "Two reports on the pullout of peacekeepers" in page
    assert "carried away" in page
    assert page.startswith("<!doctype html>")
    failed = command("demo", "--html", "no/demo.html")
    assert (failed.returncode, failed.stdout) == (2, "")
    assert failed.stderr.startswith("claimcheck: --html: no/demo.html: no such folder")
