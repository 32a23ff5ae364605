"""Sources swap who did it and to whom it was done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimcheck.lexicon.deeds import deed_of, is_mutual, past_of
from claimcheck.link.align_events import SAME_HEAD, crossed, parties
from claimcheck.link.statement import Pair, Statement
from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Occurrence
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.value import Quantity, QuantityKind
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, quantity_words

# From this score on both tell of one event; who may have done it to each other need more in common.
SURE, SURE_MUTUAL = 0.7, 0.9
_STATED = frozenset({Factuality.ASSERTED, Factuality.REPORTED})


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    told: set[tuple[int, int, str]] = set()
    alike = _alike(story)
    for pair in sorted(story.pairs, key=lambda p: (-p.alignment.score, p.a.number, p.b.number)):
        a, b = pair.a.fact.value, pair.b.fact.value
        if not (isinstance(a, Occurrence) and isinstance(b, Occurrence)) or not _swapped(pair, a, b):
            continue
        place = (pair.a.document, pair.b.document, deed_of(a.predicate))
        known = any((s.number, o.document) in alike for s, o in ((pair.a, pair.b), (pair.b, pair.a)))
        if place in told or known:
            continue
        told.add(place)
        mutual = is_mutual(deed_of(a.predicate))
        yield finding(story, rule, Verdict.TENSION if mutual else Verdict.CONTRADICTION, (pair.a, pair.b),
                      "; ".join(f"{_source(story, s)}: {o.told}" for s, o in ((pair.a, a), (pair.b, b))),
                      measure=f"who {past_of(a.predicate) or a.word} whom", key=pair.key, guards=pair.alignment.passed,
                      condition="both hold only if each did it to the other" if mutual else "")


def _swapped(pair: Pair, a: Occurrence, b: Occurrence) -> bool:
    certain = [s.claim.factuality for s in (pair.a, pair.b)]
    stated = _STATED.issuperset(certain) or set(certain) == {Factuality.PLANNED}
    stated = stated and not any(s.denied or s.fact.measure.conditional for s in (pair.a, pair.b))
    if not stated or not a.told or not b.told or any(o.doubt or o.unanswered for o in (a, b)) or not crossed(a, b):
        return False
    scores = [_scores(s) for s in (pair.a, pair.b)]
    if scores[0] and scores[1] and not scores[0] & scores[1]:
        return False  # two matches
    return pair.alignment.score >= (SURE_MUTUAL if is_mutual(deed_of(a.predicate)) else SURE)


def _scores(statement: Statement) -> frozenset[str]:
    return frozenset(quantity_words(f.value) for f in statement.claim.facts
                     if isinstance(f.value, Quantity) and f.value.kind is QuantityKind.SCORE)


def _alike(story: Story) -> frozenset[tuple[int, int]]:
    """Statements with a document that tells of the deed as they do: one that tells it both ways speaks of two."""
    by_deed: defaultdict[str, list[tuple[Statement, Occurrence]]] = defaultdict(list)
    for statement in story.statements:
        value = statement.fact.value
        if isinstance(value, Occurrence) and value.kind == "event" and value.agent.text and value.theme.text:
            by_deed[deed_of(value.predicate)].append((statement, value))
    return frozenset(
        (s.number, t.document) for some in by_deed.values() for s, a in some for t, b in some
        if s.document != t.document and min(parties(a, b)) >= SAME_HEAD
    )


def _source(story: Story, statement: Statement) -> str:
    document = story.documents[statement.document].document
    return document.source or document.id
