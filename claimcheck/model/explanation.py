"""How two places of a story were read and judged, for people who ask why there is a finding, or none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimcheck.model.finding import Evidence, Verdict

# The first step of a pair whose score is the probability that both sides measure one thing.
PRIOR = "prior"


class Outcome(StrEnum):
    """What became of two facts, the loudest first."""

    FOUND = "a rule spoke"
    DROPPED = "explained away"
    SILENT = "comparable, and no rule spoke"
    STOPPED = "set apart"
    UNPAIRED = "not paired"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A finding in short; `places` are those on all sides, as path:line:column. It is not `reported` where
    its rule does not run; `left_out` says why. `tellers` are names with which the message may begin."""

    verdict: Verdict
    rule: str
    message: str
    condition: str
    fingerprint: str
    places: tuple[str, ...]
    reported: bool = True
    left_out: str = ""
    tellers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactRead:
    """One fact as it was read. `parts` says what is measured, part by part; `elsewhere` are findings that set it
    against another place than the one asked for."""

    name: str  # "A1"
    kind: str  # "quantity"
    dimension: str
    evidence: Evidence
    remarks: tuple[str, ...]  # "only a condition"
    measure: str
    parts: tuple[tuple[str, str], ...]
    elsewhere: tuple[Spoken, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimRead:
    """One claim at the place; `facts` are those that the place asks for."""

    text: str
    line: int
    column: int
    speaker: str
    cue: str
    factuality: str
    facts: tuple[FactRead, ...]


@dataclass(frozen=True, slots=True)
class SideRead:
    """One of the two places. `note` says what is missing there."""

    document: str
    source: str
    published: date | None
    asked: str  # "line 5", "“10 days” in line 5"
    claims: tuple[ClaimRead, ...]
    names: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class PairJudged:
    """Two facts, one of each place. `key` is what paired them and `similarity` the cosine of their claims; `steps` add
    up to `score`, the probability that both are about one thing, or, of roles, how well the two are aligned. `guard`
    and `reason` say what set them apart, `passed` which guards were asked before. `standing` says how the values stand,
    in words. `instead` is what explained the pair away, and `otherwise` says what it would take for another outcome."""

    a: str
    b: str
    outcome: Outcome
    key: str = ""
    similarity: float | None = None
    passed: tuple[str, ...] = ()
    guard: str = ""
    reason: str = ""
    score: float | None = None
    steps: tuple[str, ...] = ()
    standing: str = ""
    instead: tuple[str, ...] = ()
    findings: tuple[Spoken, ...] = ()
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class NamesJudged:
    """Two names, one of each place, and whether they are taken for one."""

    a: str
    b: str
    how: str
    findings: tuple[Spoken, ...] = ()


@dataclass(frozen=True, slots=True)
class WordsJudged:
    """A finding on words of both places that is on no two of their facts or names, as rules on copied sentences and on
    quotations give them. `why` is what its rule looks for, `key` what put the sides together."""

    finding: Spoken
    why: str
    sides: tuple[Evidence, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    a: SideRead
    b: SideRead
    pairs: tuple[PairJudged, ...]
    names: tuple[NamesJudged, ...]
    documents: tuple[str, ...]  # of the story that the two were judged in
    failures: tuple[str, ...] = ()
    words: tuple[WordsJudged, ...] = ()
