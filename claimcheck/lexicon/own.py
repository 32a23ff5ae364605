"""What a corpus adds to the lexicon, for as long as its texts are read.

The words are looked up deep inside of the stages, where no settings reach. So who reads or compares says once what
holds (`speaking`), for all that is called from there and for nothing else: a context variable belongs to one thread or
task, and is set back at the end.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, TypeVarTuple

from claimcheck.errors import VocabularyError
from claimcheck.lexicon.own_units import with_own
from claimcheck.model.vocabulary import Synonyms, Vocabulary

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NOTHING = Vocabulary()
_SPOKEN: ContextVar[Vocabulary] = ContextVar("claimcheck_vocabulary", default=_NOTHING)


@contextmanager
def speaking(vocabulary: Vocabulary) -> Iterator[None]:
    """Let the units and synonyms hold inside of the block. Raises VocabularyError for what cannot be."""
    with_own(vocabulary.units)
    check_synonyms(vocabulary.synonyms)
    before = _SPOKEN.set(vocabulary)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def spoken() -> Vocabulary:
    """What holds here; empty where nobody said anything."""
    return _SPOKEN.get()


@functools.lru_cache(maxsize=8)
def check_synonyms(synonyms: Synonyms) -> None:
    """Raises VocabularyError for what is no single word, and for a word that stands in two classes."""
    seen: dict[str, str] = {}
    for name, words in synonyms:
        keys = ("synonyms", name)
        for word in (name, *words):
            if not _WORD.fullmatch(word):
                raise VocabularyError(keys, f"{word!r} is no single word; write one, as it stands in a dictionary")
            if seen.setdefault(word.casefold(), name) != name:
                raise VocabularyError(keys, f"{word!r} stands under {seen[word.casefold()]!r} already; join the two")


def kept_by_synonyms(function: Callable[[*Ts], T]) -> Callable[[*Ts], T]:
    """`functools.cache` for what is made of concepts: the synonyms that hold are a part of the key."""

    @functools.lru_cache(maxsize=256)
    def kept(_: Synonyms, *arguments: *Ts) -> T:
        return function(*arguments)

    @functools.wraps(function)
    def call(*arguments: *Ts) -> T:
        return kept(_SPOKEN.get().synonyms, *arguments)

    return call
