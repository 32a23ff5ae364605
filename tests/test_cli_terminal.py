"""The report on a real terminal, and recorded as one shows it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import Command
from rich.cells import cell_len

STORY = [str(p) for p in sorted((Path(__file__).parent.parent / "fixtures/stories/kazakhstan-pullout").glob("*.txt"))]
COMPARE = ("compare", "--isolated", "--fail-on", "never", *STORY)
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def _on_a_terminal(columns: int, env: dict[str, str], *arguments: str, errors: bool = False) -> str:
    """What a terminal of so many columns is sent: the standard output, or the errors."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    out, error = (subprocess.DEVNULL, theirs) if errors else (theirs, subprocess.DEVNULL)
    with subprocess.Popen([sys.executable, "-m", "claimcheck", *arguments], stdout=out, stderr=error,
                          env=environment | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"} | env):
        os.close(theirs)
        sent = b""
        while chunk := _read(ours):
            sent += chunk
    os.close(ours)
    return sent.decode().replace("\r\n", "\n")


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 65_536)
    except OSError:  # the other side has hung up
        return b""


@pytest.mark.slow
@pytest.mark.parametrize(("columns", "env"), [(60, {}), (80, {"NO_COLOR": "1"})], ids=["colours", "NO_COLOR"])
def test_the_report_fits_the_terminal(columns: int, env: dict[str, str]) -> None:
    """As wide as the window and no wider, but for places, which are not broken; coloured unless that is unwanted."""
    sent = _on_a_terminal(columns, env, *COMPARE, "--max", "1")
    lines = ANSI.sub("", sent).splitlines()
    assert bool(ANSI.search(sent)) is not bool(env)
    assert all(cell_len(line) <= columns or "fixtures/" in line for line in lines)
    assert max(map(cell_len, lines)) > columns - 8
    assert "and 1 more tension" in lines


@pytest.mark.slow
@pytest.mark.parametrize("columns", [200, 20, 2])
@pytest.mark.parametrize("arguments", [COMPARE, ("check", "--isolated", "--fail-on", "never", *STORY)])
def test_progress_fits_the_terminal(columns: int, arguments: tuple[str, ...]) -> None:
    """It is one line that is written over itself, and nothing of it stays."""
    sent = _on_a_terminal(columns, {}, *arguments, "--model", "hashing", "-f", "json", errors=True)
    assert "Traceback" not in sent
    *progress, rest = sent.split("\r")
    assert len(progress) >= 2
    assert all(len(piece) < columns for piece in progress)
    assert max(map(len, progress)) >= min(columns - 1, len("comparing 2 documents ..."))
    assert all(len(piece) >= len(before.rstrip()) for before, piece in pairwise(progress))
    assert progress[-1].strip() == ""
    assert rest == "" or "1 story checked" in rest


@pytest.mark.slow
@pytest.mark.parametrize("columns", [20, 1])
def test_a_terminal_that_is_too_narrow_gets_40_columns(columns: int) -> None:
    """And no fewer: names and quotations are still words."""
    sent = _on_a_terminal(columns, {"NO_COLOR": "1"}, *COMPARE, "--model", "hashing", "--max", "1")
    lines = sent.splitlines()
    assert all(cell_len(line) <= 40 or "fixtures/" in line for line in lines)
    assert max(map(cell_len, lines)) > 32


def test_a_report_is_recorded_beside_what_is_printed(command: Command, tmp_path: Path) -> None:
    """In the form that the name says, coloured though the output is not a terminal."""
    run = command(*COMPARE, "-f", "concise", "--record", "r.SVG")
    assert run.returncode == 0, run.stderr
    assert " tension " in run.stdout
    picture = (tmp_path / "r.SVG").read_text(encoding="utf-8")
    assert picture.startswith("<svg ")
    assert "duration&#160;of&#160;the&#160;withdrawal" in picture


def test_a_recording_without_colour_marks_the_values_with_brackets(command: Command, tmp_path: Path) -> None:
    """As the text report does in a file."""
    run = command(*COMPARE, "--record", "r.txt", "-o", "text:o.txt")
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "r.txt").read_text(encoding="utf-8") == (tmp_path / "o.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("path", "fault"), [
    ("r.png", "--record: r.png: the name says the form"), ("no/r.svg", "--record: no/r.svg: no such folder"),
])
def test_where_a_report_cannot_be_recorded_is_told_before_it_is_made(command: Command, path: str, fault: str) -> None:
    """One line, status 2."""
    run = command(*COMPARE, "--record", path)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(f"claimcheck: {fault}")


def test_an_output_without_the_signs_gets_those_of_ascii(command: Command) -> None:
    """Rather than question marks."""
    run = command(*COMPARE, "--quiet", env={"PYTHONIOENCODING": "ascii"})
    assert "! tension  duration of the withdrawal" in run.stdout
    assert "| read as <= 10 days" in run.stdout
