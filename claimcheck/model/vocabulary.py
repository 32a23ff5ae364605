"""What a corpus adds to the words that the lexicon knows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

Synonyms = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class OwnUnit:
    """A unit that a corpus adds. One of it is `factor` of the unit `of`; without `of` it is the base of a dimension of
    its own, as containers are.

    `words` are its names in running text, in any case and also in the plural, the name itself where there are none;
    `signs` are abbreviations that need digits before them, case counts.
    """

    name: str
    of: str = ""
    factor: Decimal = Decimal(1)
    words: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`synonyms` pairs the name of a class with words that mean the same."""

    units: tuple[OwnUnit, ...] = ()
    synonyms: Synonyms = ()
