"""What the README shows is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import GOLDEN, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line.removeprefix("$ ") for kind, text in BLOCKS if kind == "console" for line in text.splitlines()]
# They take minutes and a network; .ci/run runs them, and everything here, in a new environment.
SETUP = [command for command in COMMANDS if "pip install" in command]
EXAMPLES = [text for kind, text in BLOCKS if kind == "python"]


@pytest.mark.parametrize("command", [command for command in COMMANDS if command not in SETUP])
@pytest.mark.slow
def test_command_runs(command: str, tmp_path: Path) -> None:
    """Every command of the README runs as it stands and finds nothing to complain of."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    command = re.sub(r"(^|\| )claimcheck ", rf"\1{sys.executable} -m claimcheck ", command)
    shell = ["bash", "-euo", "pipefail", "-c", command]
    run = subprocess.run(shell, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.slow
def test_python_example_runs(example: str, tmp_path: Path) -> None:
    """The example for Python prints the contradiction that it is about."""
    run = subprocess.run(
        [sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False
    )
    assert run.returncode == 0, run.stderr
    assert "45" in run.stdout
    assert "20" in run.stdout


def test_setup_is_two_commands_of_one_line() -> None:
    """.ci/run takes them from the README by their lock files."""
    assert len(SETUP) == 2
    assert [command.count("requirements.lock") for command in SETUP] == [1, 0]
    assert [command.count("requirements-dev.lock") for command in SETUP] == [0, 1]
    assert all(command.startswith("python3 -m venv ") for command in SETUP)


def test_shown_report_is_one_that_was_made() -> None:
    """The report in the README stands in a golden file."""
    shown = [text for kind, text in BLOCKS if kind == "text"]
    assert shown
    assert all(text in (GOLDEN / "report-80.txt").read_text(encoding="utf-8") for text in shown)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"])
def test_links_and_paths_lead_somewhere(page: str) -> None:
    """Files and headings that a page links to, and files that it names, exist."""
    text = (ROOT / page).read_text(encoding="utf-8")
    linked = {target for target in re.findall(r"\]\(([^)]+)\)", text) if "://" not in target}
    headings = {f"#{title.lower().replace(' ', '-')}" for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    named = set(re.findall(r"`((?:claimcheck|tests|fixtures)/[\w./-]+)`", text))
    for path in (linked - headings) | named:
        assert (ROOT / path).exists(), path


def test_lock_files_name_no_place() -> None:
    """The lock files hold names, versions and hashes: no index, no path of the machine they were made on."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            assert line.startswith(("#", "    --hash=sha256:")) or re.match(r"[\w.-]+==[\w.+]+( ;| \\)", line), line
