"""A second opinion of an NLI model on findings that hang on words: it is written down, and changes nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from claimcheck.backends import CONTRADICTION, Judge
from claimcheck.model.finding import Evidence, Finding, Second, Verdict

_DIFFERENT = frozenset({Verdict.CONTRADICTION, Verdict.TENSION})
# So many pairs of sentences of one finding are judged, from the first on.
_PAIRS = 8


def second(findings: Sequence[Finding], judge: Judge, in_words: Collection[str]) -> tuple[Finding, ...]:
    """The findings, those of the rules `in_words` with what the model says of their sides.

    It is not asked where a value holds a figure: figures are what such models get wrong.
    """
    return tuple(_asked(f, judge) if f.rule in in_words and _wordy(f) else f for f in findings)


def _wordy(finding: Finding) -> bool:
    figures = any(c.isdigit() for side in finding.evidence for c in side.value + side.quote)
    return finding.verdict in _DIFFERENT and not figures


def _asked(finding: Finding, judge: Judge) -> Finding:
    pairs = list(dict.fromkeys(_sentences(finding.evidence)))[:_PAIRS]
    if not pairs:
        return finding
    there = judge.judge(pairs)
    back = judge.judge([(hypothesis, premise) for premise, hypothesis in pairs])
    seconded = (CONTRADICTION, CONTRADICTION) in zip(there, back, strict=True)
    labels = (CONTRADICTION,) if seconded else tuple(sorted({*there, *back}))
    return replace(finding, second=Second(judge.title, seconded, labels))


def _sentences(sides: Sequence[Evidence]) -> Iterator[tuple[str, str]]:
    """What stands around the sides, each of one document with each of another."""
    for a, b in combinations(sides, 2):
        if a.document != b.document:
            yield " ".join(a.context_text.split()), " ".join(b.context_text.split())
