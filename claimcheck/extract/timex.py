"""Time expressions: the productions, and what a chart node says as a `TimeExpression`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from claimcheck.extract import timex_terms as t
from claimcheck.extract.grammar import Node, Production, names
from claimcheck.extract.timex_clock import CLOCK_PRODUCTIONS
from claimcheck.extract.timex_date import DATE_PRODUCTIONS
from claimcheck.extract.timex_range import RANGE_PRODUCTIONS
from claimcheck.extract.timex_relative import RELATIVE_PRODUCTIONS
from claimcheck.extract.timex_value import granularity_of, symbol, type_of, zone_of
from claimcheck.extract.timex_words import WORD_PRODUCTIONS
from claimcheck.extract.tokens import Token
from claimcheck.model.span import Span
from claimcheck.model.value import Granularity, Hedge, Relation, TimeRole, TimexType

TIME = "time"  # the kind of a node that may stand alone as a time expression
TIMEX_PRODUCTIONS: tuple[Production, ...] = (
    *WORD_PRODUCTIONS, *DATE_PRODUCTIONS, *CLOCK_PRODUCTIONS, *RELATIVE_PRODUCTIONS, *RANGE_PRODUCTIONS,
)


class Needs(StrEnum):
    """What must be known to place an expression on the calendar."""

    NONE = "none"
    REFERENCE = "reference"
    DISCOURSE = "discourse"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as written. `value` is TIMEX3 with X for what is not said; `term` is what `timex_resolve` reads, without
    the relation and the hedge, which stand beside it."""

    span: Span
    term: t.Term
    value: str
    type: TimexType
    granularity: Granularity
    relation: Relation
    hedge: Hedge
    zone: str
    needs: Needs
    derivation: str
    role: TimeRole = TimeRole.WHEN
    aside: bool = False  # of what had been before: no later time is counted from it


def recognise(node: Node, tokens: list[Token]) -> TimeExpression:
    """The time expression of a chart node of kind `TIME`; the span holds relation and hedge words."""
    term: t.Term = node.value
    relation, hedge = Relation.IN, Hedge.NONE
    while True:
        if isinstance(term, t.Hedged):
            hedge, term = term.hedge, term.of
        elif isinstance(term, t.Limit):
            relation, term = term.relation, term.of
        else:
            break
    span = Span(tokens[node.start].start, tokens[node.end - 1].end)
    return TimeExpression(span, term, symbol(term), type_of(term), granularity_of(term), relation, hedge, zone_of(term),
                          needs(term), " < ".join(names(node)))


def ends_of(expression: TimeExpression) -> tuple[TimeExpression, TimeExpression] | None:
    """The times that a range begins and ends with, of the same span; None for what is no range."""
    if not isinstance(expression.term, t.Between):
        return None
    low, high = expression.term.low, expression.term.high
    if isinstance(low, t.Day | t.Month) and isinstance(high, t.Day | t.Month) and low.year is None:
        low = replace(low, year=high.year)  # "from 5 May to 12 June 2026"
    return _as(expression, low), _as(expression, high)


def _as(expression: TimeExpression, term: t.Term) -> TimeExpression:
    return replace(expression, term=term, value=symbol(term), type=type_of(term), granularity=granularity_of(term),
                   needs=needs(term))


def may_last(term: t.Term) -> bool:
    """ "in two days", "within 10 days": when something happens, or (in the past tense, always) how long it takes."""
    return (isinstance(term, t.Shifted) and term.or_lasting) or (
        isinstance(term, t.Window) and term.from_now and term.of is None)


def needs(term: t.Term) -> Needs:
    """Which anchor `term` takes; a time of day without its day takes one from the text."""
    match term:
        case t.Told() | t.Within(of=t.Told()) | t.Shifted(of=None) | t.Clock() | t.DayPart():
            return Needs.DISCOURSE
        case t.Year() | t.Years() | t.Repeated() | t.Limit(of=t.Clock()):
            return Needs.NONE
        case t.Day(year=None) | t.Month(year=None) | t.Season(year=None) | t.Feast(year=None) | t.Period(year=None):
            return Needs.REFERENCE
        case t.Now() | t.Deictic() | t.Named() | t.Window(of=None):
            return Needs.REFERENCE
        case t.Piece(name="earlier" | "later" | "rest"):
            return Needs.REFERENCE
        case t.At(day=day):
            return needs(day)
        case t.Within(outer=outer):
            return needs(outer)
        case t.Between(low=low, high=high):
            both = {needs(low), needs(high)}
            if getattr(low, "year", 0) is None and needs(high) is Needs.NONE:
                return Needs.NONE
            return next(n for n in (Needs.DISCOURSE, Needs.REFERENCE, Needs.NONE) if n in both)
        case t.Shifted(of=of) | t.Window(of=of) if of is not None:
            return needs(of)
        case t.Nth(of=of) | t.Holding(of=of) | t.Piece(of=of) | t.Limit(of=of) | t.Hedged(of=of):
            return needs(of)
    return Needs.NONE
