"""What is counted or measured: the noun, the event, which part or change of it, in which unit."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.lexicon.antonyms import any_apart, counted_apart, opposed
from claimcheck.lexicon.concepts import is_event
from claimcheck.lexicon.predicates import concepts_of
from claimcheck.link.features.levels import SHARES, differ, shared_level
from claimcheck.link.types import UNKNOWN, Comparison, Feature
from claimcheck.model.fact import Aspect
from claimcheck.model.value import Quantity


def _head(c: Comparison) -> str:
    a, b = c.a.measure.head, c.b.measure.head
    if not a and not b:
        return "neither known"
    if not a or not b:
        return "named beside" if (a or b) in (c.b.near if a else c.a.near) else "one known"
    if a == b:
        return "same"
    if a in c.b.near or b in c.a.near:
        return "named beside"
    if a in c.b.words or b in c.a.words:
        return "named"
    people = concepts_of("human") | concepts_of("generic") | concepts_of("headcount")
    if a in people and b in people:
        return "both people"
    return "different"


def _event(c: Comparison) -> str:
    a, b = c.a.measure, c.b.measure
    if not a.event and not b.event:
        return "neither known"
    if a.event and a.event == b.event:
        return "same"
    if {a.event, a.head} & {b.event, b.head} & {e for e in (a.event, b.event) if e}:
        return "as a noun"
    if not a.event or not b.event:
        event, other = (a.event, c.b) if a.event else (b.event, c.a)
        return "named beside" if event in other.near else "one known"
    if counted_apart(a.event, b.event) or opposed(a.event, b.event):
        return "opposed"
    if a.event in c.b.near or b.event in c.a.near:
        return "named beside"
    if is_event(a.event) and is_event(b.event):
        return "other event"
    return "different"


def _indicator(c: Comparison) -> str:
    """Killed and injured, arrested and charged, for and against: what is right beside the value says which it is."""
    a, b = c.a.beside, c.b.beside
    if any_apart(a - b, b - a):
        return "apart"
    events = ({w for w in a if is_event(w)}, {w for w in b if is_event(w)})
    if events[0] and events[1]:
        return "same" if events[0] & events[1] else "other"
    return UNKNOWN


def _aspect(c: Comparison) -> str:
    a, b = c.a.measure.aspect, c.b.measure.aspect
    if a is b:
        return "both " + a.value if a is not Aspect.LEVEL else "same"
    pair = {a, b}
    if Aspect.ASIDE in pair:
        return "aside"
    if Aspect.LEVEL not in pair:
        return "different"
    other = next(x for x in pair if x is not Aspect.LEVEL)
    return f"level and {other.value}"


def _narrowed(c: Comparison) -> str:
    a, b = (m.measure.modifiers & concepts_of("narrowing") for m in (c.a, c.b))
    if not a and not b:
        return UNKNOWN
    if a == b:
        return "same"
    return "one narrowed" if not a or not b else "differently narrowed"


def _modifiers(c: Comparison) -> str:
    return shared_level(c.a.measure.modifiers, c.b.measure.modifiers)


def _unit(c: Comparison) -> str:
    a, b = c.a.statement.fact.value, c.b.statement.fact.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.unit is None or b.unit is None:
        return UNKNOWN
    return "same" if a.unit.name == b.unit.name else "other unit"


def _reach(name: str) -> Callable[[Comparison], str]:
    def level(c: Comparison) -> str:
        return differ(name in c.a.cues, name in c.b.cues)

    return level



_REACHES = ("total", "new", "each", "since", "past", "after", "against", "change", "part", "ahead", "average", "record",
            "saying")
_ASPECTS = (
    "same", *(f"both {a.value}" for a in Aspect if a is not Aspect.LEVEL),
    *(f"level and {a.value}" for a in Aspect if a not in (Aspect.LEVEL, Aspect.ASIDE)), "aside", "different",
)
# What the contrast of like sentences asks as well.
HEAD, EVENT, INDICATOR, NARROWED = _head, _event, _indicator, _narrowed

FEATURES = (
    Feature("head", "what is counted or measured",
            ("same", "named beside", "named", "both people", "one known", "neither known", "different"), _head,
            "other-subject"),
    Feature("event", "what happens to it",
            ("same", "as a noun", "named beside", "one known", "neither known", "different", "other event", "opposed"),
            _event, "other-event"),
    Feature("indicator", "what stands beside the value", ("same", "other", "apart"), _indicator, "other-event"),
    Feature("aspect", "level, change or part", _ASPECTS, _aspect, "scope"),
    Feature("narrowed", "what narrows it", ("same", "one narrowed", "differently narrowed"), _narrowed, "scope"),
    Feature("modifiers", "words with the noun", SHARES, _modifiers, "other-subject"),
    Feature("unit", "unit", ("same", "other unit"), _unit, "unit"),
    *(Feature(f"reach-{r}", f"words of reach ({r})", ("both", "one"), _reach(r), "scope") for r in _REACHES),
)
