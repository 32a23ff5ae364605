"""Whose age it is: members of a family share a surname and no age."""

from __future__ import annotations

import re

from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.names import same_given
from claimcheck.link.statement import Candidate, Statement

# A full name: a given name, perhaps another or its initial, and the surname.
_FULL = re.compile(r"\b([A-Z][\w’'-]+)\s+(?:[A-Z][\w’'-]*\.?\s+)?([A-Z][\w’'-]+)")


def other_bearer(candidate: Candidate) -> str:
    """A guard: "John Ames, 43" and "his sister Ruth Ames, 38" are two people."""
    if candidate.a.fact.measure.dimension != "age" or candidate.a.fact.measure.head != candidate.b.fact.measure.head:
        return ""
    a, b = _given(candidate.a), _given(candidate.b)
    return f"{a} against {b}" if a and b and not same_given(a, b) else ""


def _given(statement: Statement) -> str:
    """The given name before the surname that the age belongs to, where it is named in full; of several the nearest."""
    claim, surname = statement.claim, statement.fact.measure.head
    place = statement.fact.span.start - claim.span.start
    found = [(abs(m.start(2) - place), m[1]) for m in _FULL.finditer(claim.text)
             if concept(m[2]) == surname and m[1].lower().rstrip(".") not in cues("title") | cues("role")]
    return min(found, default=(0, ""))[1].lower()
