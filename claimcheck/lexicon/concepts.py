"""Words to concepts: a class of synonyms where the lexicon has one, else the stem.

Stemming is Porter2 (snowballstem.org), which joins "deployment" and "deploy" but knows nothing of meaning; the lexicon
holds what it cannot join, and the words that it must not join. A corpus may join further ones.
"""

from __future__ import annotations

import functools
import threading
import tomllib
from importlib import resources

import snowballstemmer

from claimcheck.lexicon.own import kept_by_synonyms, spoken
from claimcheck.model.vocabulary import Synonyms

_STEMMER = snowballstemmer.stemmer("english")
_ONE_AT_A_TIME = threading.Lock()  # the stemmer keeps the word at hand in itself


def concept(lemma: str) -> str:
    """The concept of a lemma, in lower case; words of no class become their Porter2 stem."""
    known = _concept(lemma)
    own = spoken().synonyms
    return joined(own).get(known, known) if own else known


@kept_by_synonyms
def concepts(lemmas: frozenset[str]) -> frozenset[str]:
    """The concepts of some lemmas, to hold another concept against."""
    return frozenset(map(concept, lemmas))


def class_of(lemma: str) -> tuple[str, bool]:
    """The concept of a lemma in the lexicon alone, and whether it is a class with a name there."""
    known = _concept(lemma)
    return known, known in _names()


@functools.lru_cache(maxsize=8)
def joined(synonyms: Synonyms) -> dict[str, str]:
    """Which concept each concept becomes where a corpus says that words mean the same; whole classes are joined.

    A class keeps the name that the lexicon has for one of its words, its own name's first, so that it stays the event
    or the opposite of another that the word was.
    """
    known = _names()
    found: dict[str, str] = {}
    for name, words in sorted(synonyms):
        members = dict.fromkeys(found.get(c, c) for c in map(_concept, (name, *words)))
        first = next((c for c in members if c in known), next(iter(members)))
        found = {c: first if to in members else to for c, to in found.items()} | dict.fromkeys(members, first)
    return found


@functools.lru_cache(maxsize=65_536)
def _concept(lemma: str) -> str:
    """Proper names keep their plural as a lemma ("Workers Party"), hence the second look without the "s"."""
    word = lemma.lower().strip("'’.-")
    for form in (word, word.removesuffix("s")):
        known = _classes().get(form)
        if known is not None:
            return known
    root = stem(word)
    return _stems().get(root, root)


def stem(word: str) -> str:
    """The Porter2 stem of a word in lower case."""
    with _ONE_AT_A_TIME:
        found: str = _STEMMER.stemWord(word)
    return found


@functools.cache
def is_event(name: str) -> bool:
    """True for a concept that the lexicon lists as an event, such as "die" or "withdraw"."""
    return name in _table()["events"]


@functools.cache
def _table() -> dict[str, dict[str, list[str]]]:
    text = resources.files("claimcheck.lexicon").joinpath("concepts.toml").read_text(encoding="utf-8")
    table: dict[str, dict[str, list[str]]] = tomllib.loads(text)
    return table


@functools.cache
def _classes() -> dict[str, str]:
    return _synonyms() | {word: word for word in _table()["apart"]["words"]}


@functools.cache
def _names() -> frozenset[str]:
    return frozenset(_classes().values())


@functools.cache
def _synonyms() -> dict[str, str]:
    sections = (_table()[name] for name in ("events", "things", "words"))
    return {word: name for section in sections for name, words in section.items() for word in words}


@functools.cache
def _stems() -> dict[str, str]:
    """Stems of the listed words, so that inflected forms that the lemmatiser left alone still reach their class.

    A word that is its own stem comes before one that only shares it: "nation" before "nationalize".
    """
    stems: dict[str, str] = {}
    stemmed = [(stem(word), word, name) for word, name in _synonyms().items()]
    for root, _, name in sorted(stemmed, key=lambda row: row[0] != row[1]):
        stems.setdefault(root, name)
    return stems
