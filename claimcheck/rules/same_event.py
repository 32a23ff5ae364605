"""Two sources say alike that something happened, or that it did not."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.lexicon.cues import cues
from claimcheck.link.align_places import other_place
from claimcheck.link.event_guards import is_contrasted
from claimcheck.link.statement import Pair
from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Occurrence
from claimcheck.model.finding import Finding, Verdict
from claimcheck.rules.certainty_drift import left_in_doubt
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words

# One finding an event, so many for a story.
MAX_EVENTS = 10
# Of 18 labelled pairs that both deny and that are likelier one than this all are.
DENIED = 0.7
_STATED = frozenset({Factuality.ASSERTED, Factuality.REPORTED, Factuality.DENIED})


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    told: set[object] = set()
    count = 0
    # Denials first: of a sentence one event is told, and little else states them.
    for pair in sorted(story.pairs, key=lambda p: (not p.a.denied, -p.alignment.score, p.a.number, p.b.number)):
        value = pair.a.fact.value
        if count == MAX_EVENTS or not isinstance(value, Occurrence) or not _agree(pair, rule.least):
            continue
        keys: set[object] = {value.predicate, *((s.document, s.claim.sentence) for s in (pair.a, pair.b))}
        if not keys & told:
            told |= keys
            count += 1
            both = value_words(pair.a.fact)
            yield finding(story, rule, Verdict.AGREEMENT, (pair.a, pair.b), f"both say: {both}", key=pair.key,
                          guards=pair.alignment.passed)


def _agree(pair: Pair, least: float) -> bool:
    a, b = pair.a.fact.value, pair.b.fact.value
    if not (isinstance(a, Occurrence) and isinstance(b, Occurrence)) or a.predicate != b.predicate:
        return False
    stated = all(s.claim.factuality in _STATED and not _is_question(s.claim.text) for s in (pair.a, pair.b))
    if any(o.doubt and o.doubt.lower() not in cues("doubting") for o in (a, b)):
        return False  # pleading guilty and pleading not guilty name one deed
    if a.unanswered or b.unanswered or bool(left_in_doubt(a)) != bool(left_in_doubt(b)):
        return False
    if pair.a.denied != pair.b.denied or not stated or "some" in (a.kind, b.kind) or a.lasting != b.lasting:
        return False
    if is_contrasted(pair.a, pair.b):
        return False
    return pair.alignment.score >= DENIED if pair.a.denied else pair.alignment.score >= least and not other_place(a, b)


def _is_question(text: str) -> bool:
    return text.rstrip(" \"'”’").endswith("?")
