"""Words to concepts: a class of synonyms where the lexicon has one, else the stem.

Stemming is Porter2 (snowballstem.org), which joins "deployment" and "deploy" but knows nothing of meaning; the lexicon
holds what it cannot join.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable
from importlib import resources


@functools.lru_cache(maxsize=65_536)
def concept(lemma: str) -> str:
    """The concept of a lemma, in lower case; words of no class become their Porter2 stem."""
    word = lemma.lower().strip("'’.-")
    known = _classes().get(word)
    if known is not None:
        return known
    stem: str = _stem()(word)
    return _stems().get(stem, stem)


@functools.cache
def is_event(name: str) -> bool:
    """True for a concept that the lexicon lists as an event, such as "die" or "withdraw"."""
    return name in _table("events")


@functools.cache
def _table(section: str) -> dict[str, list[str]]:
    text = resources.files("claimcheck.lexicon").joinpath("concepts.toml").read_text(encoding="utf-8")
    table: dict[str, list[str]] = tomllib.loads(text)[section]
    return table


@functools.cache
def _classes() -> dict[str, str]:
    return {word: name for section in ("events", "things") for name, words in _table(section).items() for word in words}


@functools.cache
def _stems() -> dict[str, str]:
    """Stems of the listed words, so that inflected forms that the lemmatiser left alone still reach their class."""
    stems: dict[str, str] = {}
    for word, name in _classes().items():
        stems.setdefault(_stem()(word), name)
    return stems


@functools.cache
def _stem() -> Callable[[str], str]:
    import snowballstemmer  # it brings the stemmers of all languages

    stem: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
    return stem
