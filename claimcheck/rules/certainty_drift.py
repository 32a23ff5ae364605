"""One source states in its own voice what the other gives as alleged or possible."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.lexicon.concepts import concept, concepts, is_event
from claimcheck.lexicon.cues import cues
from claimcheck.link.copies import words_of
from claimcheck.link.event_guards import kept_apart
from claimcheck.link.parties import NAMED, SAME_HEAD, fit, parties
from claimcheck.link.statement import Pair, Statement
from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Occurrence
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.guard import Guard
from claimcheck.model.span import Span
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding

# Not estimated: the rule speaks too seldom.
SURE = 0.6
# Lists of words by which an article speaks of a suspicion, and by which a sentence has it from others.
_SUSPICION = ("accusing", "unproven", "unproven_noun")
_HEARSAY = (*_SUSPICION, "doubting", "alleging", "hearsay", "preposition")
_WORD = re.compile(r"\w+")


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    told: set[tuple[int, int, str]] = set()
    for pair in sorted((*story.pairs, *story.doubted), key=lambda p: (-p.alignment.score, p.a.number, p.b.number)):
        for stated, doubted in ((pair.a, pair.b), (pair.b, pair.a)):
            value, other = stated.fact.value, doubted.fact.value
            if not (isinstance(value, Occurrence) and isinstance(other, Occurrence)) or not is_one_event(pair):
                continue
            if value.negated or other.negated:
                continue
            doubt = "" if _is_later(stated, doubted) else left_in_doubt(other)
            place = (stated.document, doubted.document, value.predicate)
            if doubt and place not in told and _is_flat(story, stated, value) and is_firm(story, stated, doubted):
                told.add(place)
                yield finding(story, rule, Verdict.TENSION, (pair.a, pair.b), key=pair.key,
                              values={stated.number: "told as fact", doubted.number: "in doubt"},
                              guards=tuple(g for g in pair.alignment.passed if g != Guard.HYPOTHETICAL))


def is_one_event(pair: Pair) -> bool:
    """The same was done by the same to the same, and one of them is known by name."""
    a, b = pair.a.fact.value, pair.b.fact.value
    if not (isinstance(a, Occurrence) and isinstance(b, Occurrence)) or a.predicate != b.predicate:
        return False
    if pair.alignment.score < SURE or "some" in (a.kind, b.kind):
        return False
    if kept_apart(pair.a, pair.b)[0]:
        return False
    theme, agent = parties(a, b)
    if a.agent.text and b.agent.text:
        return min(theme, agent) >= SAME_HEAD and max(theme, agent) >= NAMED
    if a.agent.text or b.agent.text or not (is_event(a.predicate) or a.kind == b.kind == "state"):
        return False
    beside = pair.a.fact.measure.names & pair.b.fact.measure.names
    return theme >= NAMED or (theme > 0.0 and a.theme.pronoun != b.theme.pronoun and bool(beside))


def left_in_doubt(value: Occurrence) -> str:
    """The word that does so, "" for none; that others have it is ordinary reporting."""
    return "" if value.unanswered or value.doubt.lower() in cues("hearsay_adverb") else value.doubt


def _is_later(stated: Statement, doubted: Statement) -> bool:
    """What is told later with less doubt is news."""
    return bool(stated.published and doubted.published and stated.published > doubted.published)


def _is_flat(story: Story, statement: Statement, value: Occurrence) -> bool:
    """Stated by the article itself, in a sentence without a word of hearsay."""
    claim, measure = statement.claim, statement.fact.measure
    if not value.stated or value.doubt or value.unanswered or value.pending or measure.conditional or measure.expected:
        return False
    if claim.factuality is not Factuality.ASSERTED or claim.attribution is not None or claim.heading:
        return False
    return not is_hearsay(claim.text) and not _is_quoted(story, statement)


def _is_quoted(story: Story, statement: Statement) -> bool:
    text, place = story.documents[statement.document].document.text, statement.fact.span
    start = text.rfind("\n", 0, place.start) + 1
    return any(w.quoted and w.span.overlaps(place) for w in words_of(text, [Span(start, place.end)])[0])


def is_firm(story: Story, stated: Statement, doubted: Statement) -> bool:
    """Does neither article say it the other way as well? A headline or a summary is shorter than what it sums up."""
    for other in story.statements:
        if other.document == stated.document and _may_be(stated, other) and not _vouched(other):
            return False
        if other.document == doubted.document and _may_be(doubted, other) and _is_told(other):
            return False
    names = _names(stated)
    return not any(names & c.words and _has(c.text, _SUSPICION) for c in story.documents[stated.document].claims)


def _may_be(known: Statement, other: Statement) -> bool:
    """Another statement of what may be the same event."""
    a, b = known.fact.value, other.fact.value
    if other is known or not (isinstance(a, Occurrence) and isinstance(b, Occurrence)):
        return False
    return a.predicate == b.predicate and fit(a.theme, b.theme) > 0.0


def _vouched(statement: Statement) -> bool:
    """By the article, whatever the form."""
    value, claim = statement.fact.value, statement.claim
    doubt = isinstance(value, Occurrence) and (value.doubt or value.unanswered)
    return claim.factuality is Factuality.ASSERTED and not doubt and not statement.fact.measure.conditional


def _is_told(statement: Statement) -> bool:
    value = statement.fact.value
    stated = isinstance(value, Occurrence) and value.stated
    return stated and _vouched(statement) and not is_hearsay(statement.claim.text)


def _names(statement: Statement) -> frozenset[str]:
    value = statement.fact.value
    parties = (value.theme, value.agent) if isinstance(value, Occurrence) else ()
    return frozenset(concept(name) for party in parties for name in party.names)


def is_suspicion(text: str) -> bool:
    """Does a sentence speak of a suspicion or a charge?"""
    return _has(text, _SUSPICION)


def is_charge(text: str) -> bool:
    """Does a sentence speak of a trial or a plea? Who denies a deed may well stand trial for it."""
    return _has(text, ("charging",))


def is_hearsay(text: str) -> bool:
    """Does a sentence have it from others, or speak of a suspicion?"""
    return _has(text, _HEARSAY)


def _has(text: str, lists: tuple[str, ...]) -> bool:
    return not _concepts(lists).isdisjoint(map(concept, _WORD.findall(text)))


def _concepts(lists: tuple[str, ...]) -> frozenset[str]:
    return concepts(frozenset().union(*map(cues, lists)))
