"""Figures and times that differ, are likelier of two things, and so no finding: for a second look."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from claimcheck.lexicon.unstemmed import unstemmed
from claimcheck.link.judge import APART
from claimcheck.link.statement import Pair
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.report import Unsure
from claimcheck.model.standing import EQUAL, Standing
from claimcheck.rules.merge import Place, things_of
from claimcheck.rules.rule import Story
from claimcheck.rules.words import evidence

# From this probability on that both measure one thing. Of 51 that are left in 20 long stories of our own, 27 are one;
# in 96 pairs of real accounts there are 3, of which none is labelled as one.
LEAST = 0.15
_SPOKEN = (Verdict.CONTRADICTION, Verdict.TENSION, Verdict.UPDATE)
_Key = tuple[int, int]  # a statement, and the document in which it may have a partner


def unsure(
    story: Story, judged: Sequence[Pair], dropped: Collection[Pair], findings: Sequence[Finding]
) -> list[Unsure]:
    """The likeliest first. `judged` are all pairs, `dropped` those of them that another statement explains; a statement
    has at most one partner in a document, and none where an equal value or a finding is its partner. What agreements
    call one thing is set against another once, and not at all where one document has both."""
    ids = [d.document.id for d in story.documents]
    spoken = [{(e.document, e.span) for e in f.evidence} for f in findings if f.verdict in _SPOKEN]
    things = things_of(findings)
    explained = {(p.a.number, p.b.number) for p in dropped}
    taken = {key for p in judged if p.alignment.comparable and p.standing in EQUAL for key in _keys(p)}
    told: set[frozenset[object]] = set()
    found = []
    for pair in sorted(filter(_may_be_one, judged), key=lambda p: (-p.alignment.score, p.a.number, p.b.number)):
        if not taken.isdisjoint(_keys(pair)) or (pair.a.number, pair.b.number) in explained:
            continue
        taken.update(_keys(pair))
        places = [(ids[s.document], s.fact.span) for s in (pair.a, pair.b)]
        sides = frozenset(things.get((document, span.start, span.end), (document, span)) for document, span in places)
        if sides not in told and not any(some.issuperset(places) for some in spoken) and not _both_told(sides, things):
            told.add(sides)
            found.append(_unsure(story, pair))
    return found


def _both_told(sides: frozenset[object], things: Mapping[Place, int]) -> bool:
    """Agreements on both, which one document has each: "300 were homeless", "12 died"."""
    documents = [{document for (document, _, _), thing in things.items() if thing == side} for side in sides]
    return len(documents) == 2 and not documents[0].isdisjoint(documents[1])


def _may_be_one(pair: Pair) -> bool:
    """No guard that always holds stops it."""
    alignment = pair.alignment
    return pair.standing == Standing.DISJOINT and alignment.score >= LEAST and alignment.bits > APART


def _unsure(story: Story, pair: Pair) -> Unsure:
    sides = sorted((pair.a, pair.b), key=lambda s: s.document)
    a, b = (evidence(story, s, measure=s.fact.measure.label) for s in sides)
    reason = unstemmed(pair.alignment.reason, (pair.a.claim.text, pair.b.claim.text))
    return Unsure(a, b, round(pair.alignment.score, 2), reason)


def _keys(pair: Pair) -> tuple[_Key, _Key]:
    return (pair.a.number, pair.b.document), (pair.b.number, pair.a.document)
