"""What a change is measured from: "up 12 percent from a year earlier", "3 percent on the quarter before"."""

from __future__ import annotations

import re

from claimcheck.link.statement import Candidate, Statement
from claimcheck.model.fact import Aspect

# So many characters behind a figure, and in front of it, may its baseline stand.
BEHIND, BEFORE = 70, 30
_FROM = re.compile(
    r"\b(?:from|than|over|on|against|versus|compared (?:with|to))\s+(?:[a-z]+\s+){0,3}?"
    r"(?P<unit>year|quarter|month|week|decade)\b", re.IGNORECASE,
)
_ON = re.compile(r"\b(?P<unit>year|quarter|month|week)[ -](?:on|over)[ -](?P=unit)\b", re.IGNORECASE)


def other_baseline(candidate: Candidate) -> str:
    """A guard: two changes from different times back are two changes."""
    if any(s.fact.measure.aspect is not Aspect.CHANGE for s in (candidate.a, candidate.b)):
        return ""
    a, b = _baseline(candidate.a), _baseline(candidate.b)
    return f"from a {a} before against from a {b} before" if a and b and a != b else ""


def _baseline(statement: Statement) -> str:
    text, start = statement.claim.text, statement.claim.span.start
    first, last = statement.fact.span.start - start, statement.fact.span.end - start
    behind, before = text[max(0, last) : last + BEHIND], text[max(0, first - BEFORE) : max(0, first)]
    found = _FROM.search(behind) or _ON.search(behind) or _ON.search(before)
    return found["unit"].lower() if found is not None else ""
