"""What one party does to another: which words stand for one deed, and where beside them the two parties stand."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any

from claimcheck.lexicon.concepts import concept, concepts
from claimcheck.lexicon.own import kept_by_synonyms

SUBJECT, WHOSE = "subject", "whose"
BEAT = "beat"
_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class Form:
    """`doer` and `other` say where the two may stand: "subject", "whose" or a preposition."""

    deed: str
    past: str
    noun: bool
    doer: tuple[str, ...]
    other: tuple[str, ...]


@functools.cache
def forms(lemma: str, *, noun: bool) -> tuple[Form, ...]:
    """The ways in which a verb or a noun tells of a deed, in the order in which they are tried."""
    return tuple(form for word, form in _forms() if word == lemma and form.noun == noun)


def deed_of(predicate: str) -> str:
    """The deed that a concept of a verb stands for, else the concept itself."""
    return _deeds().get(predicate, predicate)


def particle_verb(lemma: str, particle: str) -> str:
    """The predicate of a verb together with its particle: "take over"."""
    return f"{concept(lemma)} {particle.lower()}"


def past_of(predicate: str) -> str:
    """The deed of a predicate in the past tense, for readers; "" for none of the lexicon."""
    row = _table()["deeds"].get(deed_of(predicate))
    return str(row["past"]) if row else ""


def is_deed(name: str) -> bool:
    """Is it a deed of the lexicon, and not any other verb's concept?"""
    return name in _table()["deeds"]


def is_symmetric(predicate: str) -> bool:
    """Does it say the same, whichever of two is named first: "meet", "marry"?"""
    return predicate in _symmetric()


def is_mutual(deed: str) -> bool:
    """May each of two well have done it to the other? So it is taken to be of what is no deed of the lexicon."""
    return bool(_table()["deeds"].get(deed, {"mutual": True}).get("mutual", False))


def is_bearing(lemma: str, *, led: bool) -> bool:
    """Has the subject of the verb won or suffered what its object names? With `led` what it goes to, or leads to."""
    return lemma in _table()["bearing"]["to" if led else "verbs"]


def is_contest(noun: str) -> bool:
    """Is it won and lost as a whole, like a match?"""
    return noun in _table()["contest"]["nouns"]


def is_no_match(predicate: str, text: str) -> bool:
    """Does the verb mean something else in a sentence without a match: "upset the mayor"?"""
    return predicate in _unless() and not any(is_contest(w.lower()) for w in _WORD.findall(text))


def two_matches(a: str, b: str, *, scores: bool = False) -> str:
    """What says that two sentences tell of two matches, or with `scores` of two times in one; "" where nothing does."""
    left, right = ({w.lower() for w in _WORD.findall(text)} for text in (a, b))
    lists = _table()["occasions"]
    for word in sorted((left ^ right) & {*lists["returned"], *(lists["interim"] if scores else ())}):
        return f"“{word}” in one of them only"
    mine, others = (some & set(lists["several"]) for some in (left, right))
    if mine - others and others - mine:
        return f"{min(mine - others)} against {min(others - mine)}"
    return ""


@kept_by_synonyms
def _deeds() -> dict[str, str]:
    return {_predicate(word): name for name, row in _table()["deeds"].items() for word in (name, *row["verbs"])}


@kept_by_synonyms
def told_of(deed: str) -> frozenset[str]:
    """Concepts of the nouns that tell of a deed: "win", "defeat"."""
    return concepts(frozenset(word for word, form in _forms() if form.deed == deed))


@kept_by_synonyms
def _unless() -> frozenset[str]:
    return frozenset(map(_predicate, _table()["contest"]["unless"]))


@kept_by_synonyms
def _symmetric() -> frozenset[str]:
    return concepts(frozenset(_table()["symmetric"]["verbs"]))


def _predicate(verb: str) -> str:
    return particle_verb(*verb.split()) if " " in verb else concept(verb)


@functools.cache
def _forms() -> tuple[tuple[str, Form], ...]:
    return tuple((word, Form(name, row["past"], kind == "noun", tuple(doer), tuple(other)))
                 for name, row in _table()["deeds"].items() for word, kind, doer, other in row["forms"])


@functools.cache
def _table() -> dict[str, Any]:
    text = resources.files("claimcheck.lexicon").joinpath("deeds.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
