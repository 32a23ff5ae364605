"""Runs that are killed: nothing of the user's is damaged, the next run is right, and no process is left behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT

HERALD = "Flood\n\n5 March 2031\n\nThe flood in {town} killed 12 people on Monday, police said.\n"
LEDGER = "Flood\n\n5 March 2031\n\nThe flood in {town} killed 30 people on Monday, police said.\n"
REPORTS = ("-o", "json:report.json", "-o", "sarif:report.sarif", "-o", "junit:report.xml", "-o", "csv:report.csv")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are copied")]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for town in ("Arren", "Brevik", "Saltby", "Tarn"):
        (tmp_path / town).mkdir()
        (tmp_path / town / "herald.txt").write_text(HERALD.format(town=town))
        (tmp_path / town / "ledger.txt").write_text(LEDGER.format(town=town))
    (tmp_path / "claimcheck.toml").write_text('model = "hashing"\n')
    return tmp_path


@pytest.mark.parametrize("command", [("check", *REPORTS), ("baseline", "update")], ids=["check", "baseline"])
def test_run_killed_at_any_moment_damages_nothing(desk: Path, command: tuple[str, ...]) -> None:
    """kill -9 at 20 moments: every report and the baseline is the old or the new one, and the next run is right."""
    program = [sys.executable, "-m", "tests.killed", "Tarn/ledger.txt", "30", "40", "--", *command]
    env = os.environ | {"PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
    run = subprocess.run(program, cwd=desk, env=env, capture_output=True, text=True, timeout=900, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split()[-1] == "20", "runs had ended before they were killed"


def test_processes_end_with_the_run_that_started_them(desk: Path) -> None:
    """Those of --jobs do not wait for work for ever; the pipe to which they all would write is closed by the last."""
    for number in range(200):
        shutil.copytree(desk / "Tarn", desk / f"Tarn {number}")
    env = os.environ | {"PYTHONPATH": str(ROOT), "CLAIMCHECK_CACHE_DIR": str(desk / "cache")}
    program = [sys.executable, "-m", "claimcheck", "check", "--jobs", "2"]
    run = subprocess.Popen(program, cwd=desk, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                           start_new_session=True)
    try:
        while not list(desk.glob("cache/v1/report/*/*")):  # they are at work
            assert run.poll() is None
            time.sleep(0.01)
        run.kill()
        run.communicate(timeout=300)
        assert run.returncode == -signal.SIGKILL
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)
