"""How the values of two comparable facts stand, in words."""

from __future__ import annotations

from claimcheck.link.statement import Pair
from claimcheck.model.fact import Comparison, Occurrence, Role
from claimcheck.model.standing import Standing
from claimcheck.model.value import Timex
from claimcheck.report.words import typeset
from claimcheck.rules.words import value_words

_WORDS = {
    Standing.SAME: "the same value",
    Standing.ROUNDED: "the same beyond rounding, hedge or conversion",
    Standing.SATISFIED: "one leaves room for the other",
    Standing.NEAR: "one last digit apart, or two bounds that lie close: neither a difference nor an agreement",
    Standing.DIVERGING: "two bounds in one direction, far apart, or as far from an event that may be another",
    Standing.VAGUE: "a vague amount that leaves room for the other",
    Standing.DISJOINT: "no value fits both",
}


def standing_words(pair: Pair) -> str:
    """Both values and what was made of them."""
    values = typeset(f"{value_words(pair.a.fact)} and {value_words(pair.b.fact)}")
    return f"{values}: {_stands(pair)}"


def _stands(pair: Pair) -> str:
    if pair.standing:
        return f"{pair.standing}, {_WORDS[Standing(pair.standing)]}"
    match pair.a.fact.value, pair.b.fact.value:
        case Occurrence() as a, Occurrence() as b:
            return _events(pair, a, b)
        case Role() as a, Role() as b:
            return "the same filler" if a.words & b.words else "different fillers, or only who does not fill it"
        case Comparison(), Comparison():
            return "comparisons are put together by the rule comparison-conflict, not by pairs"
        case Timex(), Timex():
            return "one of the two has no place in the calendar, or what is open of them leaves room for both"
    return "nothing to be said of the values"


def _events(pair: Pair, a: Occurrence, b: Occurrence) -> str:
    if a.predicate != b.predicate:
        return "predicates that exclude each other; an alarm asks for a closer fit, or for one and the same day"
    if pair.a.denied != pair.b.denied:
        return "one says that it happened, the other that it did not; an alarm asks for a closer fit"
    return f"both say that it {'did not happen' if pair.a.denied else 'happened'}; no difference"
