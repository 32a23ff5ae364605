"""Forms of verbs and nouns for labels: "employ" to "employed" and "employing", "shot" to "shots"."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

from claimcheck.lexicon.units import plural as regular

# One syllable with one vowel before its last letter ("stop"), which is written twice.
_DOUBLED = re.compile(r"(?:qu|[^aeiouqwxy])*[aeiou][bdgklmnprt]")
# Longer ones that are stressed on it.
_LIKE_SHORT = ("begin", "forget", "admit", "commit", "permit", "submit", "refer", "prefer", "transfer", "occur")


def participle(lemma: str) -> str:
    """The participle of a lemma in lower case."""
    verb = lemma.lower()
    irregular = _table()["irregular"]
    if verb in irregular:
        return irregular[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in ("a", "e", "o", "u"):
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if _is_doubled(verb) else f"{verb}ed"


def plural(noun: str) -> str:
    """Of a noun in the singular."""
    if irregular := _table()["plurals"].get(noun.lower()):
        return irregular
    if noun.endswith("man"):  # "woman", "policeman"
        return f"{noun[:-3]}men"
    if noun.endswith("sis"):
        return f"{noun[:-3]}ses"
    return f"{noun}es" if noun.endswith("s") else regular(noun)


def is_regular(lemma: str) -> bool:
    """Is the past tense the participle?"""
    return lemma.lower() not in _table()["irregular"]


def gerund(lemma: str) -> str:
    """The form in "-ing": "take" to "taking", "lie" to "lying"."""
    verb = lemma.lower()
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("be", "ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if _is_doubled(verb) or verb.endswith(_LIKE_SHORT) else f"{verb}ing"


def noun_of(lemma: str) -> str:
    """What the verb says happens, with what leads to its object if that is not "of": "arrest", "meeting with"; "" for
    most."""
    return _table()["nouns"].get(lemma.lower(), "")


def fine_of(lemma: str) -> str:
    """What somebody has to pay, "" for nearly all."""
    return _table()["fines"].get(lemma.lower(), "")


def term_of(lemma: str) -> str:
    """What lasts, of a verb that punishes: "prison term", "ban"; "" for others."""
    return _table()["terms"].get(lemma.lower(), "")


def _is_doubled(verb: str) -> bool:
    return len(verb) > 2 and bool(_DOUBLED.fullmatch(verb))


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    text = resources.files("claimcheck.lexicon").joinpath("participles.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
