"""Which way a figure says that something changed: up or down."""

from __future__ import annotations

import re

from claimcheck.lexicon.antonyms import direction
from claimcheck.link.statement import Candidate, Statement
from claimcheck.model.fact import Aspect
from claimcheck.model.value import Quantity

# Right before a figure, or right behind it, such a word says more than the verb: "was down by 4 points", "became 3
# percent cheaper".
_BEFORE = re.compile(r"\b(?:(?P<up>up)|(?P<down>down))(?: (?:by|some|about|nearly|almost|over|more than|just))*$")
_BEHIND = re.compile(r"(?:-\w+| points?| percentage points?)? (?:(?P<up>higher|more|greater|bigger|dearer|up)"
                     r"|(?P<down>lower|fewer|less|smaller|cheaper|down))\b")


def direction_of(statement: Statement) -> str:
    """ "up", "down" or "" for a figure that is no change."""
    value, measure = statement.fact.value, statement.fact.measure
    if not isinstance(value, Quantity):
        return ""
    text, start = statement.claim.text, statement.claim.span.start
    before, behind = text[: value.span.start - start].rstrip(), text[value.span.end - start :]
    said = _BEFORE.search(before) or _BEHIND.match(behind)
    if said:
        return "up" if said["up"] else "down"
    return direction(measure.event) if measure.aspect is Aspect.CHANGE else ""


def other_direction(candidate: Candidate) -> str:
    """A guard: by one figure one rises and the other falls."""
    ways = [direction_of(candidate.a), direction_of(candidate.b)]
    return " against ".join(ways) if set(ways) == {"up", "down"} else ""
