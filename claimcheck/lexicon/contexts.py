"""Words that decide, beside a figure, what the figure is; from contexts.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources


def contexts(module: str) -> Mapping[str, frozenset[str]]:
    """The word sets of one table of contexts.toml."""
    return _tables()[module]


@cache
def _tables() -> dict[str, dict[str, frozenset[str]]]:
    text = resources.files("claimcheck.lexicon").joinpath("contexts.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return {name: {key: frozenset(words) for key, words in table.items()} for name, table in tables.items()}
