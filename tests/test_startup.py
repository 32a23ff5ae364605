"""What does not need a model does not wait for one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("torch", "sentence_transformers", "transformers", "spacy", "sklearn", "scipy", "numpy", "onnxruntime")
QUICK = [
    ["--help"], ["--version"], ["rules"], ["compare", "--help"], ["explain", "quantity-mismatch"],
    ["explain", "other-time"], ["compare", "--fail-on", "never-ever", "a", "b"], ["check", "--help"],
    ["config", "show", "--isolated"], ["config", "show", "--config", "pyproject.toml"],
    # A mistake in the settings: README.md is no TOML.
    *([*command, "--config", "README.md"] for command in (
        ["config", "show"], ["check"], ["test"], ["baseline", "update"], ["compare", "a", "b"])),
    ["check", "--model", "minilm", "-o", "no-such-folder/report.json"],
]
LIGHT = [*QUICK, ["explain", "no-such-rule"], ["compare", "no-such-file", "nor-this"]]
LIMIT = 0.25  # seconds


def _modules_after(code: str, *arguments: str) -> set[str]:
    """Names of all modules that are imported when `code` has run."""
    code = f"import atexit, sys\natexit.register(lambda: print('\\n', *sys.modules, file=sys.stderr))\n{code}"
    program = [sys.executable, "-c", code, *arguments]
    run = subprocess.run(program, capture_output=True, text=True, timeout=60, check=False)
    return set(run.stderr.splitlines()[-1].split())


def test_import_loads_nothing_heavy() -> None:
    """``import claimcheck`` and its data types are standard library only."""
    modules = _modules_after("import claimcheck; claimcheck.Settings(), claimcheck.Document, claimcheck.Report")
    assert "claimcheck.model.report" in modules
    assert not modules & {*HEAVY, "rich", "typer"}


def test_entry_point_is_there_at_once() -> None:
    """What it imports comes when Ctrl-C is already quiet."""
    assert "typer" not in _modules_after("import claimcheck.cli.main")


@pytest.mark.parametrize("arguments", LIGHT, ids=" ".join)
def test_command_loads_nothing_heavy(arguments: list[str]) -> None:
    """Help, version, rules, their pages and usage errors load no model and no array library."""
    modules = _modules_after("import claimcheck.cli.main as m; m.main()", *arguments)
    assert "claimcheck.cli.main" in modules
    assert not modules & {*HEAVY, "rich", "pydantic"}


def test_reading_imports_no_torch(tmp_path: Path) -> None:
    """Only vectors need it. A process that merely imports the package keeps what spaCy has there for others."""
    article = tmp_path / "a.txt"
    article.write_text("Twelve people were hurt.\n", encoding="utf-8")
    read = "from claimcheck.parse.spacy_parser import _model as parser; parser()"
    own = _modules_after(f"from claimcheck.process import take_over; take_over(); {read}")
    assert "spacy" in own
    assert "torch" not in own
    assert "torch" in _modules_after(read)
    assert "torch" not in _modules_after("import claimcheck.cli.main as m; m.main()", "claims", str(article))


def _processor_time(*program: str) -> float:
    """Seconds that ``python PROGRAM...`` keeps a processor busy."""
    process = subprocess.Popen([sys.executable, *program], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0  # it has been waited for
    return used.ru_utime + used.ru_stime


@pytest.mark.parametrize("arguments", QUICK, ids=" ".join)
def test_command_is_quick(arguments: list[str]) -> None:
    """They answer within a quarter of a second, or, on a slow or busy machine, within eight bare starts of Python."""
    for _ in range(10):
        if _processor_time("-m", "claimcheck", *arguments) < max(LIMIT, 8 * _processor_time("-c", "pass")):
            return
    pytest.fail(f"more than {LIMIT} s, ten times")
