"""Parts of the body and which of them may be one, from body.toml."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources


@functools.cache
def parts() -> frozenset[str]:
    """All that count as a part of the body, as lemmas."""
    return frozenset(_table()).union(*_table().values())


def may_be_one(a: str, b: str) -> bool:
    """True where one part is the other or belongs to it."""
    return a == b or b in _table().get(a, ()) or a in _table().get(b, ())


@functools.cache
def _table() -> dict[str, frozenset[str]]:
    text = resources.files("claimcheck.lexicon").joinpath("body.toml").read_text(encoding="utf-8")
    rows: dict[str, list[str]] = tomllib.loads(text)
    return {part: frozenset(smaller) for part, smaller in rows.items()}
