"""What is for each of several things: "$60 a ticket" is what "tickets cost $60" says, and not "$60 a head"."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.lexicon.predicates import concepts_of
from claimcheck.link.statement import Candidate, Statement
from claimcheck.model.value import Quantity

_TOTAL = re.compile(
    r"\b(?:in all|in total|altogether|all told|overall|combined|total|totall?(?:ed|ing)|between them)\b", re.IGNORECASE)
# A sum so many times what is for each may be what two or more of them come to: of some 38 written pairs of one thing
# of which only one says for each of what, all but one have less than 1.6 times the other's sum.
FAR = Decimal("1.5")


def for_each_of_others(candidate: Candidate) -> str:
    """A guard: prices of two things, or what is for one and what is for all of them."""
    a, b = candidate.a, candidate.b
    of_a, of_b = a.fact.measure.each, b.fact.measure.each
    if of_a == of_b:
        return ""
    if of_a and of_b:
        people = {of_a, of_b} <= concepts_of("human") and {of_a, of_b} & concepts_of("generic")
        return "" if people else f"for each {of_a} against for each {of_b}"
    one, all_ = (a, b) if of_a else (b, a)
    total = _TOTAL.search(all_.claim.text) and not _TOTAL.search(one.claim.text)
    return f"for each {of_a or of_b} against for all" if total or _far_apart(one, all_) else ""


def _far_apart(one: Statement, all_: Statement) -> bool:
    less, more = (s.fact.value.base.figure if isinstance(s.fact.value, Quantity) else None for s in (one, all_))
    return less is not None and more is not None and more >= FAR * less
