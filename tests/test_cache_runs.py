"""Runs over what was read before, through the command."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Command

pytestmark = pytest.mark.slow

HERALD = """The Vellmar ferry stays in harbour

ORLO, March 4, 2031. The Vellmar ferry will be out of service for no more than 10 days, the operator Nordline said.

At least 14 people were hurt when it struck the pier on Monday.
"""
LEDGER = """Ferry repairs

ORLO, March 5, 2031. Repairs of the Vellmar ferry will take three weeks, the operator Nordline said.

Seventeen people were hurt when the ferry struck the pier on Monday.
"""
HEAVY = {"torch", "spacy", "sentence_transformers", "transformers", "sklearn", "scipy", "numpy"}
COUNTED = "import atexit, sys\natexit.register(lambda: print('\\n', *sys.modules, file=sys.stderr))\n" \
          "import claimcheck.cli.main as m; m.main()"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "herald.txt").write_text(HERALD, encoding="utf-8")
    (tmp_path / "story" / "ledger.txt").write_text(LEDGER, encoding="utf-8")
    return tmp_path


def run(story: Path, *arguments: str, cache: str = "cache") -> tuple[str, set[str]]:
    """What the command printed, and the packages it imported."""
    env = os.environ | {"CLAIMCHECK_CACHE_DIR": str(story / cache), "PYTHONUTF8": "1"}
    program = [sys.executable, "-c", COUNTED, *arguments]
    done = subprocess.run(program, cwd=story, env=env, capture_output=True, text=True, encoding="utf-8", timeout=300,
                          check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout, {name.partition(".")[0] for name in done.stderr.splitlines()[-1].split()}


COMPARE = ("compare", "story/herald.txt", "story/ledger.txt", "-f", "json")


CHECK = ("check", "-f", "json", "--model", "hashing")


@pytest.mark.parametrize("arguments", [COMPARE, CHECK], ids=["compare", "check"])
def test_a_second_run_imports_nothing_heavy(story: Path, arguments: tuple[str, ...]) -> None:
    """No torch and no spaCy where nothing has changed, and the same bytes."""
    first, modules = run(story, *arguments)
    assert "spacy" in modules
    second, modules = run(story, *arguments)
    assert second == first
    assert not modules & HEAVY


def test_with_several_processes_the_first_one_imports_nothing_heavy(story: Path) -> None:
    """It hands out stories and writes reports; with the models in it there would be one more of them than --jobs."""
    shutil.copytree(story / "story", story / "other")
    parallel, modules = run(story, *CHECK, "--jobs", "2", cache="one")
    assert not modules & HEAVY
    assert parallel == run(story, *CHECK, cache="two")[0]


def test_what_changes_a_report_is_part_of_its_key(story: Path) -> None:
    """An edited article, a date given, another threshold: each gives what it gives without a cache."""
    arguments = (*COMPARE, "--model", "hashing")
    before = run(story, *arguments)[0]
    edited = story / "story" / "ledger.txt"
    edited.write_text(LEDGER.replace("Seventeen", "Nineteen"), encoding="utf-8")
    changed = run(story, *arguments, "--date", "herald.txt=2031-03-09")[0]
    assert changed == run(story, *arguments, "--date", "herald.txt=2031-03-09", "--no-cache")[0]
    assert changed != before


def test_an_article_is_read_once_for_all_stories(story: Path) -> None:
    """With both articles read before, in other company, spaCy stays away though the report is new."""
    (story / "story" / "third.txt").write_text(LEDGER.replace("three weeks", "five weeks"), encoding="utf-8")
    for pair in (("herald.txt", "ledger.txt"), ("ledger.txt", "third.txt")):
        run(story, "compare", *(f"story/{name}" for name in pair), "--model", "hashing")
    _, modules = run(story, "compare", "story/herald.txt", "story/third.txt", "--model", "hashing")
    assert "spacy" not in modules


def test_the_cache_is_shown_and_deleted(story: Path, command: Command) -> None:
    """Its folder, its entries by kind, vectors of claims and of contexts; after cleaning there are none."""
    run(story, *COMPARE, "--model", "hashing")
    env = {"CLAIMCHECK_CACHE_DIR": str(story / "cache")}
    shown = command("cache", "info", env=env).stdout
    assert shown.splitlines()[0] == str(story / "cache")
    kinds = [line.split()[:2] for line in shown.splitlines()[1:4]]
    assert kinds == [["claims", "2"], ["report", "1"], ["vectors", "4"]]
    assert re.search(r"7 entries kept, \d", shown)
    assert "7 entries deleted" in command("cache", "clean", env=env).stdout
    assert "0 entries kept" in command("cache", "info", env=env).stdout


def test_a_cache_that_cannot_be_written_is_no_error(story: Path) -> None:
    """The report comes all the same."""
    (story / "file").write_text("", encoding="utf-8")
    assert run(story, *COMPARE, "--model", "hashing", cache="file")[0]
