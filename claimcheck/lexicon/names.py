"""English given names, their short forms and spellings, from names.toml."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any


def same_given(a: str, b: str) -> bool:
    """May two given names be one person's: equal, a name and its short form ("Bill", "William"), two short forms of one
    name ("Bill", "Will"), two spellings of one ("Steven", "Stephen"), or a name and its initial ("W.")?"""
    a, b = _plain(a), _plain(b)
    if not a or not b:
        return False
    if a == b or 1 in (len(a), len(b)):
        return a[0] == b[0]
    return bool(_full(a) & _full(b))


def same_form(a: str, b: str) -> bool:
    """Are two given names one in two Slavic languages: "Dmytro", "Dmitry"? Their bearers may well be two people."""
    forms = _lists().forms
    return _plain(a) in forms and forms.get(_plain(a)) == forms.get(_plain(b))


def is_established(name: str) -> bool:
    """True for a given name or surname of the lists: its Latin spelling is its own and no transliteration."""
    return _plain(name) in _lists().established


@dataclass(frozen=True, slots=True)
class _Lists:
    """All in lower case. `full` leads from a name or short form to the names it may stand for, each one representative
    of its spellings, `forms` from a name to one representative of its forms in other languages."""

    full: dict[str, frozenset[str]]
    established: frozenset[str]
    forms: dict[str, str]


def _plain(name: str) -> str:
    return name.strip().rstrip(".").casefold()


def _full(name: str) -> frozenset[str]:
    return _lists().full.get(name, frozenset({name}))


@functools.cache
def _lists() -> _Lists:
    text = resources.files("claimcheck.lexicon").joinpath("names.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    spelled = {_plain(name): _plain(group[0]) for group in data["spelled"]["names"] for name in group}
    full: dict[str, set[str]] = {}
    for name, first in spelled.items():
        full.setdefault(name, set()).add(first)
    for name, shorts in data["short"].items():
        plain = _plain(name)
        first = spelled.get(plain, plain)
        for form in (plain, *map(_plain, shorts)):
            full.setdefault(form, set()).add(first)
    established = frozenset(full) | frozenset(map(_plain, data["fixed"]["surnames"]))
    forms = {_plain(name): _plain(group[0]) for group in data["forms"]["names"] for name in group}
    return _Lists({form: frozenset(names) for form, names in full.items()}, established - _TRANSLITERATED, forms)


# Given names of the lists that are themselves written from another alphabet.
_TRANSLITERATED = frozenset({"mohammed", "muhammad", "mohamed", "yasmin", "sasha", "aleksandr", "alexandr"})
