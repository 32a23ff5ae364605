"""What the report says: findings with their evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimcheck.model.span import Span


class Verdict(StrEnum):
    """How two sides stand, the gravest first."""

    CONTRADICTION = "contradiction"  # cannot both hold
    TENSION = "tension"  # both hold only under the stated condition, or an editor would want to look
    UPDATE = "update"  # differs because one is later
    AGREEMENT = "agreement"  # they say the same of the same thing
    SINGLE_SOURCE = "single-source"  # only one of them says it; no fault


class Severity(StrEnum):
    """How grave a finding is, for exit status and annotations: as its verdict, unless the settings grade its rule."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITY: dict[Verdict, Severity] = {
    Verdict.CONTRADICTION: Severity.ERROR,
    Verdict.TENSION: Severity.WARNING,
    Verdict.UPDATE: Severity.NOTE,
    Verdict.AGREEMENT: Severity.NOTE,
    Verdict.SINGLE_SOURCE: Severity.NOTE,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One side of a finding: the exact words in one document and the value they were read as."""

    document: str  # Document.id
    span: Span  # the words that carry the value
    quote: str  # text[span]
    value: str  # normalised: "<= 10 days", "2022-01-13", "coordinated by ..."
    context: Span  # the sentence or clause around it
    context_text: str
    line: int  # where the quote begins, from 1
    column: int  # in characters, from 1
    source: str  # the publisher
    published: date | None = None
    speaker: str = ""  # the person quoted, "" where the article says it itself
    factuality: str = "asserted"  # or "reported", "denied", "planned", "possible", "asked"
    note: str = ""  # "anchor assumed: publication date", "presupposed by a question"
    measure: str = ""  # what it measures, where that is not what the finding measures
    zone: str = ""  # of a time of the clock, as written: "GMT", "local time"


@dataclass(frozen=True, slots=True)
class Second:
    """What an NLI model says of the two sides: `seconded` where it takes each for a contradiction of the other, else
    what it takes them for, in `labels`. It has no say in the verdict."""

    model: str
    seconded: bool
    labels: tuple[str, ...]


class Opinion(StrEnum):
    """What a language model may say of two statements, and nothing else."""

    CONTRADICTION = "contradiction"  # of one thing, and cannot both be true
    COMPATIBLE = "compatible"
    DIFFERENT = "different"  # they speak of different things
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Judged:
    """What a language model that the user named says of two sides; `reason` is in its own words."""

    model: str
    verdict: Opinion
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of two or more sides: one where only one source says so."""

    verdict: Verdict
    rule: str
    measure: str  # what is measured, in words: "duration of the withdrawal"
    message: str
    evidence: tuple[Evidence, ...]
    condition: str = ""  # "both hold only if ..."
    guards: tuple[str, ...] = ()  # those that were asked, and did not keep the sides apart
    key: str = ""  # what paired the sides
    topic: int | None = None  # index into Report.topics; None: in none that documents share
    independent: bool = True  # False: the documents share an origin
    graded: Severity | None = None  # how grave the configuration says that it is
    second: Second | None = None  # None: no NLI model was asked
    judged: Judged | None = None  # None: no language model was asked
    one_thing: float | None = None  # probability that the sides measure one thing; None: rules on words estimate none

    @property
    def severity(self) -> Severity:
        """That of the verdict, unless the configuration grades the rule."""
        return self.graded or SEVERITY[self.verdict]

    @property
    def fingerprint(self) -> str:
        """Identity that survives edits elsewhere: rule, measure, and each side's document, value and quote."""
        return fingerprint_of(self.rule, self.measure, ((e.document, e.value, e.quote) for e in self.evidence))


def fingerprint_of(rule: str, measure: str, sides: Iterable[tuple[str, str, str]]) -> str:
    """`sides` are document, value and quote of each, in any order."""
    told = sorted(f"{document}\x1f{value}\x1f{' '.join(quote.split())}" for document, value, quote in sides)
    identity = "\x1e".join((rule, measure, *told))
    return hashlib.sha256(identity.encode(errors="surrogatepass")).hexdigest()[:16]  # halves of UTF-16 pairs too
