"""A review as a reader has it: keys into a real terminal, a kill in the middle, and the files afterwards."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from conftest import ROOT, Command
from review_samples import write_corpus

from claimcheck.expectations.labels import REVIEWED

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from terminal import Terminal

_PAGE = (ROOT / "docs/review.md").read_text(encoding="utf-8")
COMMANDS = [line.removeprefix("$ ") for block in re.findall(r"^```console\n(.*?)^```$", _PAGE, re.MULTILINE | re.DOTALL)
            for line in block.splitlines()]


@pytest.mark.slow
def test_commands_of_the_page_run_in_its_order(tmp_path: Path, cache_home: Path) -> None:
    """As they stand, in one folder, on the stories of the repository: each review opens on a finding that waits, which
    a reader marks right, and is left."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(cache_home)}
    reviews = 0
    for shown in COMMANDS:
        program, *arguments = shlex.split(shown)
        if program == "claimcheck":
            review = Terminal(*arguments, folder=tmp_path, env=env)
            _wait_for_open(review)
            review.press("1" if "--blind" in arguments else "r")
            reviews += 1
            review.wait_for(partial(_has_labels, tmp_path / "desk", reviews))
            review.press("q")
            assert review.status() == 0
            assert "1 labelled; " in review.text
        else:
            script = shown.replace("python -m", f"{shlex.quote(sys.executable)} -m")
            assert subprocess.run(["bash", "-euc", script], cwd=tmp_path, env=env, check=False).returncode == 0
    assert reviews == 2


def _wait_for_open(review: Terminal) -> None:
    review.wait_for(lambda: re.search(r"\d+ of \d+ · [1-9]\d* open", review.text) is not None)


def _has_labels(folder: Path, number: int) -> bool:
    """Whether the manifests below a folder have so many labels."""
    return sum(path.read_text(encoding="utf-8").count(REVIEWED) for path in folder.rglob("story.toml")) == number


def test_killed_in_the_middle_and_resumed(command: Command, tmp_path: Path, cache_home: Path) -> None:
    """What was decided before the kill is there; the next review goes on behind it; the baseline at the end is what
    `baseline update` writes."""
    write_corpus(tmp_path)
    baseline, labels = tmp_path / "claimcheck.baseline.json", tmp_path / "desk" / "flood" / "story.toml"
    assert command("baseline", "update").returncode == 0
    expected = baseline.read_bytes()
    baseline.unlink()
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(cache_home)}

    def review() -> Terminal:
        return Terminal("review", folder=tmp_path, env=env)

    def accepted() -> int:
        return len(json.loads(baseline.read_text())["accepted"]) if baseline.exists() else 0

    first = review()
    first.wait_for("0/3 reading desk/calm (2 articles)")
    first.wait_for("1 of 3 · 3 open")
    first.wait_for("✖ contradiction  people")
    first.press("a")
    first.wait_for(lambda: accepted() == 1)
    first.press("w")
    first.wait_for(labels.exists)
    first.kill()

    second = review()
    second.wait_for("3 of 3 · 1 open")
    second.press("?\x1b[Du")  # the help; an arrow in it moves nothing, and no letter decides
    second.wait_for("newest decision of this sitting")
    second.press("?")
    second.press("\x1b[D")
    second.wait_for("marked wrong")
    second.press("u")
    second.wait_for(lambda: not labels.exists())
    second.press("aaq")
    assert second.status() == 0
    assert "2 accepted; 0 findings left to look at" in second.text
    assert baseline.read_bytes() == expected
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claimcheck.baseline.json", "claimcheck.toml", "desk"]

    third = review()
    third.wait_for("All is decided.")
    third.press("\x03")
    assert third.status() == 0
    assert "nothing decided; 0 findings left" in third.text
