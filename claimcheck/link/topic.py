"""Topics: which claims of several documents are about one thing, in a few words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.link.cluster import topics
from claimcheck.link.label import label_topic, phrases, stems
from claimcheck.model.claim import Claim
from claimcheck.model.fact import Occurrence
from claimcheck.model.finding import Evidence
from claimcheck.model.report import Topic

if TYPE_CHECKING:
    from claimcheck.link.cluster import Floats


def shared_topics(claims: Sequence[Claim], vectors: Floats) -> tuple[Topic, ...]:
    """The topics with claims of two or more documents, by first appearance; one row of `vectors` a claim."""
    members: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim, number in zip(claims, topics(vectors, [c.document for c in claims]), strict=True):
        members[number].append(claim)
    everything = phrases([c.text for c in claims])
    return tuple(
        Topic(label_topic([c.text for c in some], everything, _things(some), _acts(some)),
              tuple((c.document, c.span) for c in some))
        for _, some in sorted(members.items())
        if len({c.document for c in some}) > 1
    )


def _things(claims: Sequence[Claim]) -> frozenset[str]:
    """Stems of the nouns that the claims say something of."""
    measures = [fact.measure for claim in claims for fact in claim.facts]
    return stems(word for m in measures for word in (m.head, *m.subject, *m.object, *m.modifiers, *m.names))


def _acts(claims: Sequence[Claim]) -> frozenset[str]:
    """The words of the texts for what happens or is so."""
    values = [fact.value for claim in claims for fact in claim.facts]
    told = [v.word for v in values if isinstance(v, Occurrence) and v.kind != "some"]
    return frozenset(word for said in told for word in said.split()[:1])


class TopicFinder:
    """Which of the topics a piece of evidence belongs to."""

    __slots__ = ("_places",)

    def __init__(self, topics_: Sequence[Topic]) -> None:
        self._places: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for number, topic in enumerate(topics_):
            for document, span in topic.claims:
                self._places[document].append((span.start, span.end, number))

    def of(self, evidence: Sequence[Evidence]) -> int | None:
        """The topic that most of the sides are in, the lower one of two; None where no side is in one."""
        votes = Counter(number for side in evidence for number in self._at(side))
        return min(votes, key=lambda number: (-votes[number], number)) if votes else None

    def _at(self, side: Evidence) -> set[int]:
        covering = [
            (end - start, number) for start, end, number in self._places[side.document]
            if start <= side.span.start and side.span.end <= end
        ]
        return {number for length, number in covering if length == min(covering)[0]}
