"""Concepts that exclude each other, from antonyms.toml."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Iterator, Set
from importlib import resources
from itertools import combinations, product

from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.own import kept_by_synonyms

_STRENGTHS = ("contradiction", "tension")  # the stronger one first: it wins where a pair stands under both
_NOTHING: frozenset[str] = frozenset()


def opposed(a: str, b: str) -> str:
    """How two concepts (of `claimcheck.lexicon.concepts.concept`) exclude each other when said of one subject at one
    time: "contradiction", "tension" or ""; symmetric."""
    return _pairs().get((a, b), "")


def counted_apart(a: str, b: str) -> bool:
    """Is one figure under both of two concepts a coincidence: 12 killed and 12 hurt, up 4 and down 4 per cent? So it is
    under "survive" and "not survive"."""
    return (a, b) in _tallies() or f"not {a}" == b or f"not {b}" == a


def any_apart(a: Set[str], b: Set[str]) -> bool:
    """Is one of `a` opposed to one of `b`, or counted apart from it?"""
    return any(not _opposites_and_tallies().get(x, _NOTHING).isdisjoint(b) for x in a)


def direction(name: str) -> str:
    """ "up" or "down" for a concept of a change, "" for others."""
    return _ways().get(name, "")


def opposites(name: str) -> frozenset[str]:
    """Every concept opposed to this one; for blocking."""
    return _opposites().get(name, frozenset())


@kept_by_synonyms
def _ways() -> dict[str, str]:
    sides = zip(("up", "down"), _table()["tally"]["change"], strict=True)
    return {concept(member): way for way, members in sides for member in members}


@kept_by_synonyms
def _opposites() -> dict[str, frozenset[str]]:
    return _by_first(_pairs())


@kept_by_synonyms
def _opposites_and_tallies() -> dict[str, frozenset[str]]:
    return _by_first((*_pairs(), *_tallies()))


def _by_first(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for a, b in pairs:
        found.setdefault(a, set()).add(b)
    return {name: frozenset(others) for name, others in found.items()}


@kept_by_synonyms
def _tallies() -> frozenset[tuple[str, str]]:
    pairs = {pair for sides in _table()["tally"].values() for pair in _between(sides)}
    return frozenset((x, y) for a, b in pairs if a != b for x, y in ((a, b), (b, a)))


@functools.cache
def _table() -> dict[str, dict[str, list[list[str]]]]:
    text = resources.files("claimcheck.lexicon").joinpath("antonyms.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@kept_by_synonyms
def _pairs() -> dict[tuple[str, str], str]:
    data = _table()
    pairs: dict[tuple[str, str], str] = {}
    for strength in _STRENGTHS:
        for sides in data[strength].values():
            for a, b in _between(sides):
                if a == b:  # a corpus says that they mean the same
                    continue
                pairs.setdefault((a, b), strength)
                pairs.setdefault((b, a), strength)
    return pairs


def _between(sides: list[list[str]]) -> Iterator[tuple[str, str]]:
    """Each concept of a side with each of every other side."""
    for one, other in combinations(sides, 2):
        yield from product(map(concept, one), map(concept, other))
