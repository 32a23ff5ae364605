"""What is likelier no difference, and yet for a second look: figures and times that differ, and what preview rules
found."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimcheck.lexicon.unstemmed import unstemmed
from claimcheck.link.judge import APART
from claimcheck.link.resolve import of_other_years
from claimcheck.link.statement import Pair
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.report import Unsure
from claimcheck.model.standing import EQUAL, Standing
from claimcheck.report.said import message_of
from claimcheck.report.words import legible
from claimcheck.rules import RULES
from claimcheck.rules.agreed import Place, documents_by_thing, places_of, things_of
from claimcheck.rules.rule import LEAST_SHOWN, Story
from claimcheck.rules.words import evidence

_SPOKEN = (Verdict.CONTRADICTION, Verdict.TENSION, Verdict.UPDATE)
_Key = tuple[int, int]  # a statement, and the document in which it may have a partner


def unsure(
    story: Story, judged: Sequence[Pair], dropped: Collection[Pair], findings: Sequence[Finding]
) -> list[Unsure]:
    """The likeliest first. `judged` are all pairs, `dropped` those of them that another statement explains; a statement
    has at most one partner in a document, and none where an equal value or a finding is its partner. What agreements
    call one thing is set against another once, and not at all where one document has both."""
    ids = [d.document.id for d in story.documents]
    spoken = [places_of(f) for f in findings if f.verdict in _SPOKEN]
    things = things_of(findings)
    documents = documents_by_thing(things)
    elsewhen = of_other_years(judged)
    explained = {(p.a.number, p.b.number) for p in (*dropped, *(p for p in judged if id(p) in elsewhen))}
    taken = {key for p in judged if p.alignment.comparable and p.standing in EQUAL for key in _keys(p)}
    told: set[frozenset[int | Place]] = set()
    found = []
    for pair in sorted(filter(_may_be_one, judged), key=lambda p: (-p.alignment.score, p.a.number, p.b.number)):
        if not taken.isdisjoint(_keys(pair)) or (pair.a.number, pair.b.number) in explained:
            continue
        taken.update(_keys(pair))
        places = [(ids[s.document], s.fact.span.start, s.fact.span.end) for s in (pair.a, pair.b)]
        sides = frozenset(things.get(place, place) for place in places)
        agreed = [documents[side] for side in sides if isinstance(side, int)]
        both = len(agreed) == 2 and not agreed[0].isdisjoint(agreed[1])  # "300 were homeless" and "12 died" in one
        if not (both or sides in told or any(some.issuperset(places) for some in spoken)):
            told.add(sides)
            found.append(_unsure(story, pair))
    return found


def unsure_in_words(asides: Sequence[Finding], besides: Sequence[Unsure]) -> list[Unsure]:
    """What preview rules found between two places, but where two values are shown already."""
    shares = {rule.name: round(rule.share_right, 2) for rule in RULES}
    told = [(pair.a, pair.b) for pair in besides]
    return [Unsure(f.evidence[0], f.evidence[1], shares[f.rule], "", f.rule, message_of(f))
            for f in asides if len(f.evidence) == 2 and not any(_stands_in(f, sides) for sides in told)]


def _stands_in(finding: Finding, sides: tuple[Evidence, Evidence]) -> bool:
    """Both places of the finding are in the sentences of two values."""
    return all(any(e.document == s.document and s.context.overlaps(e.span) for s in sides) for e in finding.evidence)


def _may_be_one(pair: Pair) -> bool:
    """No guard that always holds stops it."""
    alignment = pair.alignment
    return pair.standing == Standing.DISJOINT and alignment.score >= LEAST_SHOWN and alignment.bits > APART


def _unsure(story: Story, pair: Pair) -> Unsure:
    sides = sorted((pair.a, pair.b), key=lambda s: s.document)
    a, b = (evidence(story, s, measure=s.fact.measure.label) for s in sides)
    reason = legible(unstemmed(pair.alignment.reason, (pair.a.claim.text, pair.b.claim.text)))
    return Unsure(a, b, round(pair.alignment.score, 2), reason)


def _keys(pair: Pair) -> tuple[_Key, _Key]:
    return (pair.a.number, pair.b.document), (pair.b.number, pair.a.document)
