"""What does not need a model does not wait for one."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

HEAVY = ("torch", "sentence_transformers", "transformers", "spacy", "sklearn", "scipy", "numpy", "onnxruntime")
QUICK = [
    ["--help"], ["--version"], ["rules"], ["compare", "--help"], ["explain", "quantity-mismatch"],
    ["explain", "no-such-rule"], ["compare", "no-such-file"], ["compare", "--fail-on", "never-ever", "a", "b"],
]
LIMIT = 0.25  # seconds


def _modules_after(code: str, *arguments: str) -> set[str]:
    """Names of all modules that are imported when `code` has run."""
    code = f"import atexit, sys\natexit.register(lambda: print('\\n', *sys.modules, file=sys.stderr))\n{code}"
    run = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60, check=False)
    return set(run.stderr.splitlines()[-1].split())


def test_import_loads_nothing_heavy() -> None:
    """``import claimcheck`` and its data types are standard library only."""
    modules = _modules_after("import claimcheck; claimcheck.Settings(), claimcheck.Document, claimcheck.Report")
    assert "claimcheck.model.report" in modules
    assert not modules & {*HEAVY, "rich", "click"}


@pytest.mark.parametrize("arguments", QUICK, ids=" ".join)
def test_command_loads_nothing_heavy(arguments: list[str]) -> None:
    """Help, version, rules, their pages and usage errors load no model and no array library."""
    modules = _modules_after("import claimcheck.cli.main as m; m.main()", *arguments)
    assert "claimcheck.cli.main" in modules
    assert not modules & {*HEAVY, "rich"}


@pytest.mark.parametrize("arguments", QUICK, ids=" ".join)
def test_command_is_quick(arguments: list[str]) -> None:
    """They answer within a quarter of a second (the best of some runs: others use the machine too)."""
    best = 9.0
    for _ in range(8):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "claimcheck", *arguments], capture_output=True, timeout=60, check=False)
        best = min(best, time.perf_counter() - start)
        if best < LIMIT:
            return
    pytest.fail(f"{best:.2f} s at best")
