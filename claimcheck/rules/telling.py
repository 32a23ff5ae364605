"""What of a source alone a reader may miss, and how much: figures above small ones, dates, and what happened or did not
with who did it."""

from __future__ import annotations

import re

from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.predicates import concepts_of
from claimcheck.link.statement import Statement
from claimcheck.model.fact import Occurrence, Party
from claimcheck.model.value import Quantity, QuantityKind, Timex
from claimcheck.reason.amounts import SMALL
from claimcheck.rules.rule import Story

# So few of anything but people to whom something happens are none to miss: "one shoe", "the two sides".
FEW = 2
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
_THE_FIRST = re.compile(r"\b[A-Z]\w+ I\b")  # "World War I"
_BEFORE = re.compile(r"\b(who|which|that|whose)\s+(?:\w+ly\s+)?$")
# So things were, and nothing happened.
_STAYING = frozenset(map(concept, ("lie", "sit", "stand", "stay", "live", "remain", "belong", "speak", "work", "behave",
                                   "look", "seem", "appear", "last", "hang", "depend", "ring")))
_TALK = frozenset({QuantityKind.NUMBER, QuantityKind.FRACTION, QuantityKind.AGE, QuantityKind.MULTIPLIER})
_MEASURED = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.SCORE})


def may_be_missed(story: Story, statement: Statement) -> bool:
    """Is it more than a small figure, a bare verb or talk of oneself?"""
    value = statement.fact.value
    if isinstance(value, Occurrence):
        return _happened(story, statement, value)
    if not isinstance(value, Quantity):
        return True
    size = value.base.figure
    large = size is not None and abs(size) >= SMALL
    if value.kind in _TALK and _is_talk(statement) and not (large or _is_of_people(statement)):
        return False
    if value.kind is not QuantityKind.NUMBER or size is None or _is_of_people(statement) or not value.base.is_point:
        return True  # "at least two helpers" may be more
    return abs(size) > (FEW if statement.fact.measure.label else SMALL)


def weight(statement: Statement) -> int:
    """The lower, the more a reader would miss it: people to whom something happened; money, dates, large figures and
    what did not happen; what did; other figures; ages."""
    value = statement.fact.value
    if isinstance(value, Occurrence):
        return 1 if value.negated else 2
    if isinstance(value, Timex):
        return 1
    if not isinstance(value, Quantity) or value.kind is QuantityKind.AGE:
        return 4
    if value.kind is QuantityKind.NUMBER and _is_of_people(statement):
        return 0
    size = value.base.figure
    large = value.kind is QuantityKind.NUMBER and size is not None and abs(size) >= SMALL
    return 1 if large or value.kind in _MEASURED else 3


def _is_of_people(statement: Statement) -> bool:
    return statement.fact.measure.event in concepts_of("human") | concepts_of("headcount")


def _is_talk(statement: Statement) -> bool:
    """Does somebody speak of themselves?"""
    return _OWN.search(_THE_FIRST.sub("", statement.claim.text)) is not None


def _happened(story: Story, statement: Statement, value: Occurrence) -> bool:
    """Does the sentence say by a finite verb what somebody who is named or described did, or what was done to them?"""
    fact = statement.fact
    text = story.documents[statement.document].document.text
    said = fact.span.of(text).split()
    if fact.measure.conditional or _is_talk(statement) or said[0].lower() == "to":
        return False
    if value.kind == "some":
        return value.negated
    if value.kind == "state":
        return is_event(value.predicate) and _is_known(value.theme)
    if value.passive:  # not the "bound" of "the ship had left the port, bound for Brusk"
        return len(said) > 1 and (_is_known(value.theme) or _is_known(value.agent))
    if value.negated:
        return _is_known(value.agent) or _is_known(value.theme)
    if _BEFORE.search(text[: fact.span.start][-24:]):
        return False  # "Mr Most, who leads the opposition"
    if value.agent.text:
        return _is_known(value.agent) and _is_known(value.theme)
    # "Did not flee" is the contrary of a verb in the past.
    past = value.contrary.startswith("did ") or said[0].lower() in ("had", "has", "have")
    moved = past and bool(value.around) and value.predicate not in _STAYING
    return (moved or is_event(value.predicate)) and _is_known(value.theme)


def _is_known(party: Party) -> bool:
    return bool(party.names or (party.words and not party.pronoun))
