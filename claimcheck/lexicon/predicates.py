"""Words that decide how a value is carried to what it measures."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any

from claimcheck.lexicon.concepts import class_of, concepts


@functools.cache
def words(name: str) -> frozenset[str]:
    """The lemmas of one list of predicates.toml; KeyError for a list that does not exist."""
    return frozenset(_tables()[name])


def concepts_of(name: str) -> frozenset[str]:
    """One list of the table [concepts] of predicates.toml, for what `concept` gives; KeyError as above."""
    return concepts(_checked()[name])


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
def _checked() -> dict[str, frozenset[str]]:
    return {name: plain_names(name, listed) for name, listed in _tables()["concepts"].items()}


def plain_names(name: str, listed: list[str]) -> frozenset[str]:
    """The words of a list of concepts. Raises ValueError for what is no word, for a word that has another's name, and
    for one that says what another of the list says already."""
    place = f"claimcheck/lexicon/predicates.toml: concepts.{name}"
    seen: dict[str, str] = {}
    for word in listed:
        if not word.isalpha() or word != word.lower():
            raise ValueError(f"{place}: {word!r} is no word; write one in lower case, as it stands in a dictionary")
        found, has_name = class_of(word)
        if has_name and word != found:
            raise ValueError(f"{place}: {word!r} is of the class {found!r}; write that")
        if found in seen:
            raise ValueError(f"{place}: {word!r} says the same as {seen[found]!r}; leave one of them out")
        seen[found] = word
    return frozenset(listed)


@functools.cache
def _tables() -> dict[str, Any]:
    text = resources.files("claimcheck.lexicon").joinpath("predicates.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
