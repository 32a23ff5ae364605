"""What the linker works on: a value in its place, and two of them that may measure one thing.

The words follow record linkage (Fellegi and Sunter 1969; splink): a comparison of two records gives an ordered *level*
for each feature, each level is worth some bits of evidence, and bits add up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from claimcheck.link.statement import Statement
from claimcheck.model.fact import Measure

UNKNOWN = ""  # the level of a feature that cannot tell, worth nothing


@dataclass(frozen=True, slots=True, eq=False)
class FactMention:
    """A value or an occurrence in its place, without the value: what is said to be measured or to happen, and the words
    around it.

    `kind` chooses the weights. `left` and `right` are the words of the claim beside the value, nearest first. `words`,
    `near` and `before` map concepts to bits of rarity: those of the claim, those within a few words of the value, and
    those of the sentence before. `beside` are the concepts of all words right beside it. `cues` are classes of words
    about reach and change, from cues of the window. `form` is how the value is given and not which it is: the unit, the
    granularity and relation of a time. `place` is the number of its sentence, `share` the part of the document in front
    of it, in [0, 1]. `spread` counts in how many of the `claims` of the document each concept stands. `company` are the
    other values of the sentence, `capitals` its words with a capital but for the first one. `context` is what the
    encoder of contexts reads.
    """

    statement: Statement
    kind: str
    form: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    words: Mapping[str, float]
    near: Mapping[str, float]
    before: Mapping[str, float]
    beside: frozenset[str]
    cues: frozenset[str]
    place: int
    share: float
    spread: Mapping[str, int]
    claims: int
    company: frozenset[str]
    capitals: frozenset[str]
    context: str

    @property
    def measure(self) -> Measure:
        return self.statement.fact.measure


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two mentions of one dimension, or two occurrences, from two documents.

    `similarity` is the cosine of their claims; `near` and `words` are how much these words of the two have in common,
    `frame` how much of those around the values in the same order, each in [0, 1]. For each side, `behind` is how much
    likelier the words of its best partner in the other document are, in [0, 1], `farther` how much nearer (cosine) the
    nearest claim is, and `rivals` how many mentions of the dimension its document has. `context` is what the encoder
    of contexts says of the two, as natural logarithm of odds.
    """

    a: FactMention
    b: FactMention
    similarity: float
    near: float
    words: float
    frame: float
    behind: tuple[float, float]
    farther: tuple[float, float]
    rivals: tuple[int, int]
    context: float


Compared = TypeVar("Compared")


@dataclass(frozen=True, slots=True)
class Feature(Generic[Compared]):
    """`level` gives one of `levels`, or UNKNOWN; it must be the same for (a, b) and (b, a). `words` is what an
    explanation calls the feature, `guard` the guard that it is where it speaks against a link."""

    name: str
    words: str
    levels: tuple[str, ...]
    level: Callable[[Compared], str]
    guard: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one feature said of a pair, and how many bits that is worth."""

    feature: str
    level: str
    bits: float


@dataclass(frozen=True, slots=True)
class Link:
    """`probability` that two mentions are of one thing or event, as the sum of prior and evidence in bits says."""

    prior: float
    evidence: tuple[Evidence, ...]

    @property
    def bits(self) -> float:
        return round(self.prior + sum([e.bits for e in self.evidence]), 3)

    @property
    def probability(self) -> float:
        return probability(self.bits)


def probability(bits: float) -> float:
    """Of logarithmic odds to the base of two."""
    return round(1 / (1 + float(2.0**-bits)), 4)
