"""Word lists that decide where a sentence ends."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """The lists of sentences.toml; abbreviations stand there without their last full stop."""

    titles: frozenset[str]
    abbreviations: frozenset[str]
    before_numbers: frozenset[str]
    after_clock: frozenset[str]
    starters: frozenset[str]
    saying: frozenset[str]


@functools.cache
def sentence_words() -> SentenceWords:
    text = resources.files("claimcheck.lexicon").joinpath("sentences.toml").read_text(encoding="utf-8")
    return SentenceWords(**{name: frozenset(words) for name, words in tomllib.loads(text).items()})
