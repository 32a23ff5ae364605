"""Words that limit or soften a figure, from bounds.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class BoundWords:
    """Each maps the name of a limit ("low", "low_open", "high_soft" ...) or a hedge ("about") to its phrases."""

    before: Mapping[str, tuple[str, ...]]
    figures: Mapping[str, tuple[str, ...]]  # prepositions elsewhere
    after: Mapping[str, tuple[str, ...]]
    hedges: Mapping[str, tuple[str, ...]]
    hedges_after: Mapping[str, tuple[str, ...]]


@cache
def bounds() -> BoundWords:
    text = resources.files("claimcheck.lexicon").joinpath("bounds.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    data = {name: {limit: tuple(words) for limit, words in table.items()} for name, table in tables.items()}
    return BoundWords(**data)
