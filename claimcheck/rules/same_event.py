"""Two sources say alike that something happened, or that it did not."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.lexicon.concepts import is_event
from claimcheck.lexicon.cues import cues
from claimcheck.link.align_events import NAMED, SAME_HEAD, parties
from claimcheck.link.align_places import other_place
from claimcheck.link.statement import Pair
from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Occurrence
from claimcheck.model.finding import Finding, Verdict
from claimcheck.rules.certainty_drift import left_in_doubt
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words

# One finding an event, so many for a story; denials are reported on less, since little else states them.
MAX_EVENTS = 10
SURE, SURE_DENIAL, SURE_NAMED = 0.72, 0.6, 0.55
_STATED = frozenset({Factuality.ASSERTED, Factuality.REPORTED, Factuality.DENIED})


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    told: set[object] = set()
    count = 0
    for pair in sorted(story.pairs, key=lambda p: (-p.alignment.score, p.a.number, p.b.number)):
        value = pair.a.fact.value
        if count == MAX_EVENTS or not isinstance(value, Occurrence) or not _agree(pair):
            continue
        keys: set[object] = {value.predicate, *((s.document, s.claim.sentence) for s in (pair.a, pair.b))}
        if not keys & told:
            told |= keys
            count += 1
            both = value_words(pair.a.fact)
            yield finding(story, rule, Verdict.AGREEMENT, (pair.a, pair.b), f"both say: {both}", key=pair.key,
                          guards=pair.alignment.passed)


def _agree(pair: Pair) -> bool:
    a, b = pair.a.fact.value, pair.b.fact.value
    if not (isinstance(a, Occurrence) and isinstance(b, Occurrence)) or a.predicate != b.predicate:
        return False
    stated = pair.a.claim.factuality in _STATED and pair.b.claim.factuality in _STATED
    if any(o.doubt and o.doubt.lower() not in cues("doubting") for o in (a, b)):
        return False  # pleading guilty and pleading not guilty name one deed
    if a.unanswered or b.unanswered or bool(left_in_doubt(a)) != bool(left_in_doubt(b)):
        return False
    if pair.a.denied != pair.b.denied or not stated or "some" in (a.kind, b.kind) or a.lasting != b.lasting:
        return False
    if pair.a.denied:
        return pair.alignment.score >= SURE_DENIAL
    both = sorted(parties(a, b))
    if both[0] == 0.0 or other_place(a, b):
        return False
    named = is_event(a.predicate) and bool(pair.a.fact.measure.names & pair.b.fact.measure.names)
    if named and pair.alignment.score >= SURE_NAMED:
        return True
    return (both[1] >= NAMED or both[0] >= SAME_HEAD) and pair.alignment.score >= SURE
