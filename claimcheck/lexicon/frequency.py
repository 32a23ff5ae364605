"""How rare a word is in English, from the word list of the package wordfreq (Speer 2022).

Its list of the 29,000 most frequent words is read as the file that it is; an import of the package would load the
tokenizers and language tables of all its languages, ten times the work.
"""

from __future__ import annotations

import functools
import gzip
from importlib.metadata import files
from math import log2
from typing import Any

PACKAGE = "wordfreq"
LIST = "wordfreq/data/small_en.msgpack.gz"
# A word that is not on the list stands less than once in a million words.
UNLISTED = log2(10**6) + 1


def rarity(word: str) -> float:
    """Bits of surprise at a word in lower case: 4 for "the", 17 for "takeover", `UNLISTED` for what is not listed."""
    return _bits().get(word, UNLISTED)


def is_unlisted(*forms: str) -> bool:
    """Is none of the forms of a word on the list?"""
    return all(rarity(form.lower()) == UNLISTED for form in forms)


@functools.cache
def _bits() -> dict[str, float]:
    import msgpack

    path = next((f for f in files(PACKAGE) or () if f.as_posix() == LIST), None)
    if path is None:
        raise FileNotFoundError(LIST)
    with gzip.open(str(path.locate())) as file:
        head, *bands = msgpack.load(file, raw=False)  # words by centibels below certainty
    _check(head)
    per_centibel = log2(10) / 100
    return {word: round(band * per_centibel, 3) for band, words in enumerate(bands) for word in words}


def _check(head: Any) -> None:
    if head != {"format": "cB", "version": 1}:
        raise ValueError(f"{LIST}: not a list of the format that is known here")
