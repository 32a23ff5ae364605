"""A claim: one check-worthy statement with who says so, how certainly, and the facts in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model.fact import Fact
from claimcheck.model.span import Span


class Factuality(StrEnum):
    """Polarity x certainty, after FactBank (Sauri and Pustejovsky 2009)."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    DENIED = "denied"
    PLANNED = "planned"
    POSSIBLE = "possible"
    ASKED = "asked"  # presupposed by a question


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speaker, cue and content, after PARC (Pareti 2012). `speaker` is the fullest name the document gives."""

    speaker: str
    cue: str
    content: Span
    speaker_span: Span | None = None
    direct: bool = False
    question: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """`sentence` is the index of its sentence in the document; `words` are the concepts of the whole sentence, `named`
    says whether it holds a proper name."""

    document: str
    span: Span
    sentence: int
    text: str
    attribution: Attribution | None
    factuality: Factuality
    facts: tuple[Fact, ...]
    words: frozenset[str] = frozenset()
    heading: bool = False
    named: bool = False

    @property
    def speaker(self) -> str:
        return self.attribution.speaker if self.attribution else ""
