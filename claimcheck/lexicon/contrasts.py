"""Words that cannot stand for each other in a copy of a sentence, from contrasts.toml."""

from __future__ import annotations

import functools
import tomllib
from collections import defaultdict
from importlib import resources

from claimcheck.lexicon.concepts import stem

_NEGATING = ("non-", "non", "un", "dis")
# A shorter rest is hardly a word of its own ("unless", "until", "discuss").
_SHORTEST = 5


def contrasted(a: str, b: str) -> bool:
    """Do two words say something else in the same place? Symmetric; case does not matter."""
    return bool(contrasts(a, b)) or negates(a, b) or negates(b, a)


def contrasts(a: str, b: str) -> frozenset[str]:
    """The names of the sets that have the two words on different sides."""
    left, right = _sides(a.lower()), _sides(b.lower())
    return frozenset(name for name in left.keys() & right.keys() if left[name] != right[name])


def same_side(a: str, b: str) -> bool:
    """May one well stand for the other where something else could not: "higher" and "greater"?"""
    left, right = _sides(a.lower()), _sides(b.lower())
    return any(left[name] == right[name] for name in left.keys() & right.keys())


def negates(a: str, b: str) -> bool:
    """Is `a` the word `b` with a prefix that denies it ("uncrewed", "crewed")?"""
    word, other = a.lower(), b.lower()
    return len(other) >= _SHORTEST and any(word == prefix + other for prefix in _NEGATING)


@functools.lru_cache(maxsize=4_096)
def _sides(word: str) -> dict[str, int]:
    """The sets that a word or its stem is in, with its side in each."""
    found = _table()
    return found[word] if word in found else _stems().get(stem(word), {})


@functools.cache
def _table() -> dict[str, dict[str, int]]:
    text = resources.files("claimcheck.lexicon").joinpath("contrasts.toml").read_text(encoding="utf-8")
    data: dict[str, dict[str, list[list[str]]]] = tomllib.loads(text)
    table: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for name, sides in data["sets"].items():
        for number, side in enumerate(sides):
            for word in side:
                table[word][name] = number
    return dict(table)


@functools.cache
def _stems() -> dict[str, dict[str, int]]:
    stems: dict[str, dict[str, int]] = {}
    for word, sides in _table().items():
        stems[stem(word)] = stems.get(stem(word), {}) | sides
    return stems
