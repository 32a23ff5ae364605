"""A fact in its claim and document, and a pair of them that may be about the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claimcheck.model.claim import Claim, Factuality
from claimcheck.model.fact import Fact
from claimcheck.model.value import is_former


@dataclass(frozen=True, slots=True)
class Statement:
    """`number` counts the statements of a story in canonical order, `document` indexes its documents, `row` is the row
    of the claim's vector."""

    number: int
    document: int
    row: int
    claim: Claim
    fact: Fact
    published: date | None = None

    @property
    def denied(self) -> bool:
        """Polarity: negation in a denial ("denied that nobody was warned") asserts."""
        return self.fact.negated != (self.claim.factuality is Factuality.DENIED)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two statements of different documents, the first one earlier in canonical order, and the key that paired them.

    `similarity` is the cosine of their claims: it decides what is looked at, never a verdict.
    """

    a: Statement
    b: Statement
    key: str
    similarity: float

    @property
    def field(self) -> tuple[int, int, str]:
        """Within it candidates compete: the documents and the dimension. A time at which something was to be before it
        was moved is no rival of that at which it is."""
        former = is_former(self.a.fact.value) or is_former(self.b.fact.value)
        dimension = self.a.fact.measure.dimension
        return self.a.document, self.b.document, f"{dimension} before it was moved" if former else dimension


@dataclass(frozen=True, slots=True)
class Alignment:
    """How well two statements are about the same thing: a score in [0, 1] with its steps, or the guard that says no.

    The score is the probability that both measure one thing or tell of one event, `bits` are its logarithmic odds, and
    the guard is what speaks against it most; of roles it is a sum of what they have in common.
    """

    score: float
    steps: tuple[str, ...] = ()
    guard: str = ""
    reason: str = ""
    passed: tuple[str, ...] = ()
    bits: float = 0.0

    @property
    def comparable(self) -> bool:
        return not self.guard


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate with the answer of the guards."""

    a: Statement
    b: Statement
    key: str
    similarity: float
    alignment: Alignment
    standing: str = ""
