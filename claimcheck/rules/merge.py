"""Duplicates of one finding become one finding with all its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.rules.words import sides

_Place = tuple[str, int, int]
_Key = tuple[object, ...]


def merge(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of one rule and verdict are one where they say the same of the same documents: the same values, or a
    place in common. So are alarms on several documents that have a place in common and set the same against each other:
    what two sources have and a third one denies is one tension. The first one speaks for all, and names all."""
    merged: list[Finding] = []
    found: defaultdict[_Key, dict[int, None]] = defaultdict(dict)  # which of them to hold a further one against
    for finding in findings:
        near = sorted({i for key in _keys(finding) for i in found[key]})
        twin = next((i for i in near if _same(merged[i], finding)), None)
        if twin is None:
            twin = len(merged)
            merged.append(replace(finding, evidence=_once(finding.evidence)))
        else:
            known = merged[twin]
            evidence = _once((*known.evidence, *finding.evidence))
            merged[twin] = replace(
                known,
                evidence=evidence,
                message=known.message.replace(sides(known.evidence), sides(evidence)),
                independent=known.independent or finding.independent,
                one_thing=_least(known.one_thing, finding.one_thing),
            )
        for key in _keys(merged[twin]):
            found[key][twin] = None
    return tuple(merged)


def _least(a: float | None, b: float | None) -> float | None:
    return min((x for x in (a, b) if x is not None), default=None)


def _keys(finding: Finding) -> Iterator[_Key]:
    """Findings that are the same have one of these in common."""
    if not _alone(finding):
        yield finding.rule, finding.verdict, finding.measure, _values(finding)
        for place in _places(finding):
            yield finding.rule, finding.verdict, *place


def _alone(finding: Finding) -> bool:
    """What one source tells, and what a language model said of one pair, is of no other documents."""
    return finding.verdict is Verdict.SINGLE_SOURCE or finding.judged is not None


def _same(a: Finding, b: Finding) -> bool:
    if (a.rule, a.verdict) != (b.rule, b.verdict) or _alone(a) or _alone(b):
        return False
    if _documents(a) != _documents(b):
        alarm = a.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)
        return alarm and bool(_places(a) & _places(b)) and (a.message == b.message or _said(a) == _said(b))
    return (_values(a) == _values(b) and a.measure == b.measure) or bool(_places(a) & _places(b))


def _documents(finding: Finding) -> frozenset[str]:
    return frozenset(e.document for e in finding.evidence)


def _values(finding: Finding) -> frozenset[tuple[str, str]]:
    return frozenset((e.document, e.value) for e in finding.evidence)


def _said(finding: Finding) -> frozenset[str]:
    return frozenset(e.value for e in finding.evidence)


def _places(finding: Finding) -> frozenset[_Place]:
    return frozenset((e.document, e.span.start, e.span.end) for e in finding.evidence)


def _once(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Each place once; documents in the order in which they first appear, places in the order of the text."""
    documents = list(dict.fromkeys(e.document for e in evidence))
    places = {(e.document, e.span): e for e in evidence}
    return tuple(sorted(places.values(), key=lambda e: (documents.index(e.document), e.span)))
