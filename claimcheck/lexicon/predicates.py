"""Words that decide how a value is carried to what it measures."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any


@functools.cache
def words(name: str) -> frozenset[str]:
    """The lemmas of one list of predicates.toml; KeyError for a list that does not exist."""
    return frozenset(_tables()[name])


@functools.cache
def comparatives() -> dict[str, tuple[str, str]]:
    """Comparative -> (dimension, "<" or ">")."""
    return {word: (row[0], row[1]) for word, row in _tables()["comparatives"].items()}


@functools.cache
def role_lists(role: str) -> tuple[frozenset[str], frozenset[str], str]:
    """Nouns, verbs and gloss of a role."""
    row = _tables()["roles"][role]
    return frozenset(row["nouns"]), frozenset(row["verbs"]), row["gloss"]


@functools.cache
def roles() -> tuple[str, ...]:
    return tuple(_tables()["roles"])


@functools.cache
def _tables() -> dict[str, Any]:
    text = resources.files("claimcheck.lexicon").joinpath("predicates.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
