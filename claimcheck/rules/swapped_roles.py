"""Sources swap who did it and to whom it was done."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.lexicon.deeds import BEAT, deed_of, is_mutual, is_no_match, past_of, told_of
from claimcheck.link.align_places import apart
from claimcheck.link.parties import SAME_HEAD, crossed, parties
from claimcheck.link.statement import Pair, Statement
from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Occurrence, Place
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.value import Quantity, QuantityKind
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, quantity_words, source_of

# Who may have done it to each other need more in common than `least`. Of 30 pairs that were written to be hard, half of
# them of two occasions, three are told, and all three are of two.
SURE_MUTUAL = 0.8
_STATED = frozenset({Factuality.ASSERTED, Factuality.REPORTED})


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    told: set[tuple[int, int, str]] = set()
    for pair in sorted(story.pairs, key=lambda p: (-p.alignment.score, p.a.number, p.b.number)):
        a, b = pair.a.fact.value, pair.b.fact.value
        if not (isinstance(a, Occurrence) and isinstance(b, Occurrence)) or not _swapped(pair, a, b, rule.least):
            continue
        place = (pair.a.document, pair.b.document, deed_of(a.predicate))
        if place in told or _tells(story, pair.a.document, b) or _tells(story, pair.b.document, a):
            continue
        told.add(place)
        mutual = is_mutual(deed_of(a.predicate))
        yield finding(story, rule, Verdict.TENSION if mutual else Verdict.CONTRADICTION, (pair.a, pair.b),
                      "; ".join(f"{source_of(story, s.document)}: {o.told}" for s, o in ((pair.a, a), (pair.b, b))),
                      measure=f"who {past_of(a.predicate) or a.word} whom", key=pair.key, guards=pair.alignment.passed,
                      condition="both hold only if each did it to the other" if mutual else "")


def _swapped(pair: Pair, a: Occurrence, b: Occurrence, least: float) -> bool:
    certain = [s.claim.factuality for s in (pair.a, pair.b)]
    stated = _STATED.issuperset(certain) or set(certain) == {Factuality.PLANNED}
    stated = stated and not any(s.denied or s.fact.measure.conditional for s in (pair.a, pair.b))
    if not stated or not a.told or not b.told or any(o.doubt or o.unanswered for o in (a, b)) or not crossed(a, b):
        return False
    if not (_is_match(pair.a, a) and _is_match(pair.b, b)):
        return False
    places = (_where(pair.a), _where(pair.b))
    if all(places) and all(apart(x, y) for x in places[0] for y in places[1]):
        return False
    scores = [_scores(s) for s in (pair.a, pair.b)]
    if scores[0] and scores[1] and not scores[0] & scores[1]:
        return False  # two matches
    return pair.alignment.score >= (SURE_MUTUAL if is_mutual(deed_of(a.predicate)) else least)


def _scores(statement: Statement) -> frozenset[str]:
    return frozenset(quantity_words(f.value) for f in statement.claim.facts
                     if isinstance(f.value, Quantity) and f.value.kind is QuantityKind.SCORE)


def _tells(story: Story, document: int, deed: Occurrence) -> bool:
    """Does the document tell of the deed as the other one does? If it tells it both ways, it speaks of two."""
    values = (f.value for c in story.documents[document].claims for f in c.facts)
    return any(
        isinstance(v, Occurrence) and v.kind == "event" and deed_of(v.predicate) == deed_of(deed.predicate)
        and v.agent.text and v.theme.text and min(parties(v, deed)) >= SAME_HEAD for v in values
    )


def _is_match(statement: Statement, value: Occurrence) -> bool:
    """Of a deed of winners: somebody was beaten in a match, and not beaten to a contract or upset by a plan."""
    if deed_of(value.predicate) != BEAT:
        return True
    if is_no_match(value.predicate, statement.claim.text) and not _scores(statement):
        return False
    return all(told_of(BEAT) & w for p, w in value.around if p == "to")


def _where(statement: Statement) -> tuple[Place, ...]:
    """All places that the sentence names."""
    values = (f.value for f in statement.claim.facts)
    return tuple(p for v in values if isinstance(v, Occurrence) for p in v.where if p.kind == "place")
