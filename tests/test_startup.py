"""What does not need a model does not wait for one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "fixtures" / "stories" / "kazakhstan-pullout"
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
# Calls of functions, those of imports among them: what a quarter of a second holds on the machine it was measured on.
LIMIT = 200_000
COUNTED = """
calls = 0
def counted(frame, event, argument):
    global calls
    calls += event in ("call", "c_call")
sys.setprofile(counted)
atexit.register(lambda: print(calls, file=sys.stderr))
import claimcheck.cli.main as m; m.main()
"""


def _modules_after(code: str, *arguments: str) -> set[str]:
    """Names of all modules that are imported when `code` has run."""
    return set(_ran(code, *arguments)[-1].split())


def _ran(code: str, *arguments: str) -> list[str]:
    """Lines on the standard error; the last one has all modules that were imported."""
    code = f"import atexit, sys\natexit.register(lambda: print('\\n', *sys.modules, file=sys.stderr))\n{code}"
    program = [sys.executable, "-c", code, *arguments]
    run = subprocess.run(program, capture_output=True, text=True, timeout=300, check=False)
    return run.stderr.splitlines()


def test_import_loads_nothing_heavy() -> None:
    """``import claimcheck`` and its data types are standard library only."""
    modules = _modules_after("import claimcheck; claimcheck.Settings(), claimcheck.Document, claimcheck.Report")
    assert "claimcheck.model.report" in modules
    assert not modules & {*HEAVY, "rich", "typer"}


def test_entry_point_is_there_at_once() -> None:
    """What it imports comes when Ctrl-C is already quiet."""
    needed = _modules_after("import atexit, collections.abc, contextlib, errno, gc, io, os, signal, sys, types")
    assert _modules_after("import claimcheck.cli.main") - needed == {
        "claimcheck", "claimcheck.cli", "claimcheck.cli.main", "claimcheck.process"}


@pytest.mark.parametrize("arguments", LIGHT, ids=" ".join)
@pytest.mark.slow
def test_command_loads_nothing_heavy(arguments: list[str]) -> None:
    """Help, version, rules, their pages and usage errors load no model, and do little before they answer."""
    *_, calls, _, last = _ran(COUNTED, *arguments)
    modules = set(last.split())
    assert "claimcheck.cli.main" in modules
    assert not modules & {*HEAVY, "rich", "pydantic"}
    assert int(calls) <= LIMIT or arguments not in QUICK


@pytest.mark.slow
def test_a_comparison_with_new_text_imports_no_torch() -> None:
    """The default model is run by onnxruntime, and topics need no scikit-learn."""
    code = "import claimcheck.cli.main as m; m.main()"
    modules = _modules_after(code, "compare", "--isolated", "--no-cache", *map(str, sorted(SEEDS.glob("*.txt"))))
    assert {"onnxruntime", "spacy", "scipy"} <= modules
    assert not modules & {"torch", "sentence_transformers", "transformers", "sklearn"}


@pytest.mark.slow
def test_reading_imports_no_torch(tmp_path: Path) -> None:
    """Nor spaCy's command line. A process that merely imports the package keeps what spaCy has there for others."""
    article = tmp_path / "a.txt"
    article.write_text("Twelve people were hurt.\n", encoding="utf-8")
    read = "from claimcheck.parse.spacy_parser import _model as parser; parser()"
    own = _modules_after(f"from claimcheck.process import take_over; take_over(); {read}")
    unused = {"torch", "spacy.cli", "spacy.cli.info", "pydantic.v1"}
    assert "spacy" in own
    assert not unused & own
    assert unused <= _modules_after(read)
    assert "torch" not in _modules_after("import claimcheck.cli.main as m; m.main()", "claims", str(article))
