"""What one gives of a cost is not the cost: "The project costs 425,000", "The county pays 340,000, half of it"."""

from __future__ import annotations

import re
from itertools import permutations

from claimcheck.lexicon.concepts import concept
from claimcheck.link.statement import Candidate, Statement
from claimcheck.model.value import Quantity

_COST = frozenset(map(concept, ("cost", "price", "bill")))
_SHARE_OF_COST = re.compile(
    r"\s*[,(\u2013\u2014]\s*(?:(?:which|that|or|about|around|some|nearly|almost|roughly|just|over|under|equal"
    r"|equivalent|to|is|are|was|were|represents?|makes?|up)\s+)*"
    r"(?:[\w.]+\s*(?:%|per ?cent)|(?:\w+[ -])?(?:half|thirds?|quarters?|fifths?|tenths?))\s+"
    r"of\s+(?:the|its|their|all)\s+(?:\w+\s+){0,2}(?:costs?|price|total|bill|sum|expenses?|budget|funding)\b",
    re.IGNORECASE,
)


def given_of_cost(candidate: Candidate) -> str:
    """The reason why one is a part of what the other one is, "" where it is not said to be."""
    for part, whole in permutations((candidate.a, candidate.b)):
        if _is_cost(whole) and not _is_cost(part) and _is_share_of_cost(part):
            return "a part of the cost against the cost"
    return ""


def _is_cost(statement: Statement) -> bool:
    measure = statement.fact.measure
    return isinstance(statement.fact.value, Quantity) and not _COST.isdisjoint((measure.event, measure.head))


def _is_share_of_cost(statement: Statement) -> bool:
    """ "340,000, which is 80 per cent of the cost", "40,000 euros (a fifth of the total)"."""
    claim, end = statement.claim, statement.fact.span.end
    return _SHARE_OF_COST.match(claim.text, max(0, end - claim.span.start)) is not None
