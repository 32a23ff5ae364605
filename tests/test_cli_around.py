"""What stands around the command: the action, and runs that are killed."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT

HERALD = "Flood\n\n5 March 2024\n\nThe flood in Arren killed 12 people on Monday, police said.\n"
ACTION = ROOT / ".ci" / "action"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A scratch repository with a story that contradicts itself, and the installed command on its PATH."""
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "a.txt").write_text(HERALD)
    (tmp_path / "desk" / "b.txt").write_text(HERALD.replace("12", "30"))
    (tmp_path / "claimcheck.toml").write_text('model = "hashing"\n')
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "claimcheck"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimcheck "$@"\n')
    command.chmod(0o755)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    return tmp_path


def _run(desk: Path, *program: str, **environ: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PATH": f"{desk / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
                        "CLAIMCHECK_CACHE_DIR": str(desk / "cache")} | environ
    return subprocess.run(program, cwd=desk, env=env, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize(
    ("environ", "status", "state"),
    [({"CHECK_PATHS": "desk\n"}, 1, "findings"), ({"CHECK_PATHS": "desk", "CHECK_FAIL_ON": "never"}, 0, "clean"),
     ({"CHECK_PATHS": "gone"}, 2, "nothing-checked"), ({"CHECK_PATHS": "$(touch owned)"}, 2, "nothing-checked")],
    ids=lambda value: str(value)[:30],
)
def test_action_tells_three_ends_apart(desk: Path, environ: dict[str, str], status: int, state: str) -> None:
    """Annotations, the job summary, SARIF, and a state in which "nothing checked" is not "clean"."""
    run = _run(desk, "bash", str(ACTION), GITHUB_OUTPUT="output", GITHUB_STEP_SUMMARY="summary",
               CHECK_SARIF="out.sarif", **environ)
    assert run.returncode == status, run.stderr
    assert f"state={state}\nstatus={status}\n" == (desk / "output").read_text()
    assert not (desk / "owned").exists()
    if status < 2:
        assert "::error file=desk/a.txt,line=5" in run.stdout
        assert "1 contradiction" in (desk / "summary").read_text()
        assert '"version": "2.1.0"' in (desk / "out.sarif").read_text()


def test_action_passes_its_inputs_as_data() -> None:
    """No expression stands in a script, where its value would be run as code."""
    text = (ROOT / "action.yml").read_text()
    for script in re.findall(r"run: (.*)", text):
        assert "${{" not in script
    assert set(re.findall(r"CHECK_\w+", ACTION.read_text())) <= set(re.findall(r"CHECK_\w+", text))


def test_killed_run_leaves_every_file_whole(desk: Path) -> None:
    """kill -9 at random moments of a baseline update: the old file or the new one, and the next run is right."""
    assert _run(desk, "claimcheck", "baseline", "update").returncode == 0
    baseline = desk / "claimcheck.baseline.json"
    old = baseline.read_bytes()
    (desk / "desk" / "b.txt").write_text(HERALD.replace("12", "40"))
    env = os.environ | {"PYTHONPATH": str(ROOT), "CLAIMCHECK_CACHE_DIR": str(desk / "cache")}
    program = [sys.executable, "-m", "claimcheck", "baseline", "update"]
    chance = random.Random(5)
    seen = set()
    for _ in range(6):
        process = subprocess.Popen(program, cwd=desk, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.05, 2.5))
        process.kill()
        process.wait()
        seen.add(baseline.read_bytes())
    assert _run(desk, "claimcheck", "baseline", "update").returncode == 0
    new = baseline.read_bytes()
    assert b'"40"' in new
    assert seen <= {old, new}
    assert _run(desk, "claimcheck", "check").returncode == 0


def test_watch_checks_again_after_a_change(desk: Path) -> None:
    """Also after the configuration was broken and mended; Ctrl-C ends it with 130 and without a traceback."""
    env = os.environ | {"PYTHONPATH": str(ROOT), "CLAIMCHECK_CACHE_DIR": str(desk / "cache"), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "check", "--watch", "-f", "concise"], cwd=desk, env=env, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        assert "12 against 30" in process.stdout.readline()
        while "watching" not in process.stderr.readline():
            pass
        (desk / "claimcheck.toml").write_text('modle = "hashing"\n')
        assert "did you mean 'model'" in process.stderr.readline()
        (desk / "desk" / "b.txt").write_text(HERALD.replace("12", "40"))
        (desk / "claimcheck.toml").write_text('model = "hashing"\n')
        assert "12 against 40" in process.stdout.readline()
    finally:
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in error
