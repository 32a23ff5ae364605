"""Choosing a back end by name."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claimcheck.backends import EMBEDDERS, Backend, choose, embedder
from claimcheck.errors import MissingBackendError, UsageError

TABLE = (
    Backend("plain", "builtins:dict"),
    Backend("of", "builtins:list", argument="LETTERS"),
    Backend("absent", "nowhere:Nothing", needs=(("no_such_module_here", "no-such-package"),)),
)


def test_a_name_builds_what_it_names() -> None:
    assert choose("plain", TABLE).build() == {}


def test_the_argument_is_all_after_the_first_colon() -> None:
    assert choose("of:a:b", TABLE).build() == ["a", ":", "b"]


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("plan", "did you mean 'plain'?"),
        ("", "choose one of plain, of:LETTERS, absent"),
        ("of", "write of:LETTERS"),
        ("of:", "write of:LETTERS"),
        ("plain:x", "takes no argument"),
    ],
)
def test_a_wrong_choice_says_what_to_write(spec: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        choose(spec, TABLE)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_package_is_named_and_nothing_else_is_taken() -> None:
    with pytest.raises(MissingBackendError, match="pip install no-such-package"):
        choose("absent", TABLE)


@pytest.mark.parametrize("argument", ["nowhere/at-all", "../..", "no such model", "/", "\x00"])
def test_a_model_that_is_not_here_is_never_downloaded(argument: str) -> None:
    with pytest.raises(MissingBackendError) as caught:
        embedder(f"sentence-transformers:{argument}")
    assert "\n" not in str(caught.value)


def test_choosing_imports_nothing_heavy() -> None:
    """The name of every model is known before numpy, torch or onnxruntime are."""
    code = (
        "import sys; from claimcheck.backends import embedder\n"
        f"for name in {[b.name for b in EMBEDDERS if not b.argument]!r}: embedder(name).name\n"
        "print([m for m in ('numpy', 'torch', 'sentence_transformers', 'transformers', 'onnx') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300)
    assert ran.stdout.strip() == "[]"
