"""What stands around the command: the action, and a run that watches."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

pytestmark = pytest.mark.slow

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
    return subprocess.run(program, cwd=desk, env=env, capture_output=True, text=True, timeout=300, check=False)


def _step(id: str, **inputs: str) -> tuple[str, dict[str, str]]:
    """The script of a step of action.yml and its environment, with the inputs as the user of the action gives them."""
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    assert set(inputs) <= set(action["inputs"])
    values = {f"inputs.{name}": inputs.get(name, about["default"]) for name, about in action["inputs"].items()}
    values |= {"github.action_path": str(ROOT), "runner.temp": "temp"}
    (step,) = [step for step in action["runs"]["steps"] if step.get("id") == id]
    assert step["shell"] == "bash"
    return step["run"], {
        name: re.sub(r"\$\{\{ (\S+) \}\}", lambda found: values[found[1]], value) for name, value in step["env"].items()
    }


@pytest.mark.parametrize(
    ("inputs", "status", "state", "summary"),
    [
        ({"paths": "desk\n"}, 1, "findings", "1 contradiction"),
        ({"paths": "desk", "fail-on": "never"}, 0, "clean", "1 contradiction"),
        ({"paths": "desk", "arguments": "--allow-empty\n--exclude\nb.txt"}, 0, "clean", "# claimcheck"),
        ({"paths": "empty"}, 2, "nothing-checked", "no story found"),
        ({"paths": "gone"}, 2, "nothing-checked", "gone: no such file or folder"),
        ({"paths": "$(touch owned)"}, 2, "nothing-checked", "$(touch owned): no such file"),
    ],
    ids=["findings", "never", "allowed", "empty", "gone", "code"],
)
def test_action_tells_three_ends_apart(
    desk: Path, inputs: dict[str, str], status: int, state: str, summary: str
) -> None:
    """The script of the action, in a repository: annotations, job summary, SARIF; "nothing checked" is not "clean"."""
    (desk / "empty").mkdir()
    script, environ = _step("check", sarif="out.sarif", jobs="1", **inputs)
    run = _run(desk, "bash", "-eo", "pipefail", "-c", script, GITHUB_OUTPUT="output", GITHUB_STEP_SUMMARY="summary",
               **environ)
    assert run.returncode == status, run.stderr
    assert f"state={state}\nstatus={status}\n" == (desk / "output").read_text()
    assert not (desk / "owned").exists()
    assert summary in (desk / "summary").read_text()
    assert ("not checked" in (desk / "summary").read_text()) == (status == 2)
    assert ("::error title=claimcheck::Not checked" in run.stdout) == (status == 2)
    if "1 contradiction" in summary:
        assert "::error file=desk/a.txt,line=5" in run.stdout
        assert '"version": "2.1.0"' in (desk / "out.sarif").read_text()


def test_action_passes_its_inputs_as_data() -> None:
    """No expression stands in a script, where its value would be run as code."""
    text = (ROOT / "action.yml").read_text()
    for script in re.findall(r"run: (.*)", text):
        assert "${{" not in script
    assert set(re.findall(r"CHECK_\w+", ACTION.read_text())) <= set(re.findall(r"CHECK_\w+", text))


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
        _, error = process.communicate(timeout=300)
    assert process.returncode == 130
    assert "Traceback" not in error
