"""Words beside a value that say how far it reaches, from reach.toml."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable
from importlib import resources


def reaches(words: Iterable[str]) -> frozenset[str]:
    """The classes of reach that words in lower case belong to: "total", "new", "each" ..."""
    return frozenset(name for word in words for name in _classes().get(word, ()))


@functools.cache
def _classes() -> dict[str, tuple[str, ...]]:
    text = resources.files("claimcheck.lexicon").joinpath("reach.toml").read_text(encoding="utf-8")
    table: dict[str, list[str]] = tomllib.loads(text)
    found: dict[str, tuple[str, ...]] = {}
    for name, words in table.items():
        for word in words:
            found[word] = (*found.get(word, ()), name)
    return found
