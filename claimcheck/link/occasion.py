"""On what occasion: that none were arrested at a march says nothing of those arrested after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.lexicon.concepts import concept
from claimcheck.link.statement import Candidate
from claimcheck.model.value import SOME, Quantity

# In what relation to the occasion: within it, then or there, or around it.
_RELATIONS = {"in": "in", "at": "in", "during": "in", "on": "in", "after": "after", "following": "after",
              "before": "before", "over": "over", "outside": "outside", "for": "for"}
_PHRASE = re.compile(
    rf"\b(?P<relation>{'|'.join(_RELATIONS)}) (?:the|an?|this|that|his|her|its|their) (?P<noun>[\w-]+(?: [\w-]+)?)",
    re.IGNORECASE,
)


def other_occasion(candidate: Candidate) -> str:
    """A guard: none or some on one occasion, against those on another."""
    values = (candidate.a.fact.value, candidate.b.fact.value)
    if not any(isinstance(v, Quantity) and v.derivation in ("none", SOME) for v in values):
        return ""
    a, b = set(_occasions(candidate.a.claim.text)), set(_occasions(candidate.b.claim.text))
    return f"{' '.join(min(a))} against {' '.join(min(b))}" if a and b and not a & b else ""


def _occasions(text: str) -> Iterator[tuple[str, str]]:
    for found in _PHRASE.finditer(text):
        for word in found["noun"].lower().split():
            yield _RELATIONS[found["relation"].lower()], concept(word)
