"""``--help`` as a manual: every command has examples, and they run as they stand."""

from __future__ import annotations

import gzip
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from conftest import ROOT
from terminal import Terminal

from claimcheck.cli.commands import app

HERALD = """Plant to close

5 March 2024

The Velden plant will close on 1 June, and 45 jobs will go, works manager Ida Brandt said on Monday.
"""
LEDGER = """Closing of the plant

6 March 2024

The Velden plant will close on 1 June.

Between 20 and 30 jobs will go, works manager Ida Brandt said on Monday.
"""
FILES = ("herald.txt", "courier.txt", "wire.txt", "desk/plant/a.txt", "desk/2024/a.txt", "desk/plant/drafts/a.txt")


def _commands() -> Iterator[tuple[str, str]]:
    """The words that call a command or a group of them, and its help."""
    todo = [("", typer.main.get_command(app))]
    while todo:
        name, command = todo.pop()
        with command.make_context(f"claimcheck {name}".strip(), [], resilient_parsing=True) as context:
            yield name, command.get_help(context)
        below = getattr(command, "commands", {})
        todo += [(f"{name} {word}".strip(), below[word]) for word in sorted(below)]


COMMANDS = dict(_commands())


def _examples(help_: str) -> list[str]:
    found = re.search(r"^  Examples:\n((?:    .+\n)+)", help_, re.MULTILINE)
    return [line.strip() for line in found[1].splitlines()] if found else []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with everything that an example names."""
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(HERALD)
        (tmp_path / name).with_name("ledger.txt").write_text(LEDGER)
    rows = [{"story": "s", "id": name, "text": text} for name, text in (("a", HERALD), ("b", LEDGER))]
    (tmp_path / "archive.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    (tmp_path / "desk" / "plant" / "story.toml").write_text(
        '[[expect]]\nverdict = "contradiction"\na = { document = "a.txt", quote = "45 jobs" }\n'
        'b = { document = "ledger.txt", quote = "Between 20 and 30 jobs" }\n'
    )
    (tmp_path / "desk.json").write_text('{"version": 1, "accepted": []}\n')
    (tmp_path / "claimcheck").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimcheck "$@"\n')
    (tmp_path / "claimcheck").chmod(0o755)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS, ids=lambda name: name or "claimcheck")
@pytest.mark.slow
def test_examples_run(name: str, folder: Path, cache_home: Path) -> None:
    """Each shows its command, does what it says, and finds at most what is there to be found."""
    examples = _examples(COMMANDS[name])
    assert examples, f"{name}: no examples"
    env = os.environ | {"PATH": f"{folder}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "COLUMNS": "80",
                        "CLAIMCHECK_CACHE_DIR": str(cache_home), "CLAIMCHECK_MODEL": "hashing"}
    for example in examples:
        assert f"claimcheck {name}".strip() in example
        if name == "review":
            _leave_at_once(example, folder, env)
            continue
        run = subprocess.run(["bash", "-o", "pipefail", "-c", example], cwd=folder, env=env, capture_output=True,
                             text=True, timeout=300, check=False)
        assert run.returncode in (0, 1), f"{example}: {run.stderr}"
        assert "claimcheck: " not in run.stderr, example


def _leave_at_once(example: str, folder: Path, env: dict[str, str]) -> None:
    """What is shown on the whole terminal needs one, and a key to end it."""
    terminal = Terminal(*shlex.split(example)[1:], folder=folder, env=env)
    terminal.wait_for("q quit")
    terminal.press("q")
    assert terminal.status() == 0
    assert "claimcheck: " not in terminal.text


def test_lists_of_commands_are_whole() -> None:
    """No summary is cut off to fit its line."""
    for name, help_ in COMMANDS.items():
        assert "..." not in help_.partition("\nCommands:\n")[2], name


@pytest.mark.parametrize("name", ["", "compare", "check", "review", "test", "baseline update", "baseline prune"])
def test_help_tells_the_exit_status(name: str) -> None:
    """Of what runs in scripts."""
    assert re.search(r"Exit status: 0 .*\b2 ", COMMANDS[name], re.DOTALL)
