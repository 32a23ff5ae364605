"""A figure over another one: "5 cases per 100,000 residents" is 50 per million, and not 5; "one bed in five" is a fifth
of the beds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.detect.clause import tokens_after, tokens_in
from claimcheck.lexicon.numbers import number_words
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.value import Interval, Quantity, QuantityKind, Unit

# What may stand between the figure and "per": "5 new cases".
_NEAR = 4
_EVERY = frozenset({"for", "in", "of"})
_PHRASE = frozenset({"ADJ", "NOUN", "PROPN"})
_MOST = 1_000
_FINE = Decimal("0.01")  # the precision of a fraction, as in "a fifth"


def with_rates(parsed: ParsedSentence, quantities: Sequence[Quantity]) -> Iterator[tuple[Quantity, Span]]:
    """The quantities with the span that a report marks; those over a number have it as their unit, and that number is
    none itself."""
    ordered = sorted(quantities, key=lambda q: q.span)
    under: set[Span] = set()
    for quantity, after in zip(ordered, [*ordered[1:], None], strict=False):
        if quantity.span in under:
            continue
        if after is not None and _is_count(quantity) and _is_one_of(parsed, quantity, after):
            under.add(after.span)
            part = Interval.point(1 / (after.interval.low or Decimal(1)))
            share = replace(quantity, kind=QuantityKind.FRACTION, interval=part, precision=_FINE)
            yield share, quantity.span.union(after.span)
        elif after is not None and _is_count(quantity) and _is_over(parsed, quantity, after):
            under.add(after.span)
            yield replace(quantity, unit=_over(after.interval.low or Decimal(1))), quantity.span.union(after.span)
        elif _is_count(quantity) and (scale := _scale_behind(parsed, quantity)) is not None:
            number = number_words().scales[scale.text.lower()]
            yield replace(quantity, unit=_over(number)), quantity.span.union(scale.span)
        else:
            yield quantity, quantity.span


def _is_count(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.NUMBER and quantity.unit is None and not quantity.vague


def _is_over(parsed: ParsedSentence, quantity: Quantity, below: Quantity) -> bool:
    if not (_is_count(below) and below.interval.is_point and below.interval.low and below.interval.low > 1):
        return False
    if quantity.span.end > below.span.start:
        return False
    return _leads(tokens_in(parsed, Span(quantity.span.end, below.span.start)))


def _is_one_of(parsed: ParsedSentence, one: Quantity, below: Quantity) -> bool:
    """ "One new car in nine is", "one pupil in every twenty"; not "one goal in five matches", "one death in 2019"."""
    counts = _is_count(below) and below.interval.is_point and below.interval.low and 1 < below.interval.low <= _MOST
    if one.interval != Interval.point(Decimal(1)) or not counts or one.span.end > below.span.start:
        return False
    between = tokens_in(parsed, Span(one.span.end, below.span.start))
    noun = [t for t in between if t.text.lower() not in ("in", "every")]
    behind = tokens_after(parsed, below.span)[:1]
    named = 0 < len(noun) < _NEAR and noun[-1].tag in ("NN", "NNP") and all(t.pos in _PHRASE for t in noun)
    return named and between[len(noun)].lemma == "in" and not any(t.pos in _PHRASE for t in behind)


def _scale_behind(parsed: ParsedSentence, quantity: Quantity) -> Token | None:
    """The million of "50 cases per million"."""
    after = tokens_after(parsed, quantity.span)[: _NEAR + 1]
    place = next((i for i, t in enumerate(after) if t.text.lower() in number_words().scales), None)
    return after[place] if place and _leads(after[:place]) else None


def _leads(between: Sequence[Token]) -> bool:
    """ "Cases per", "for every"."""
    words = [t.text.lower() for t in between]
    if len(words) > _NEAR or any(t.pos in ("PUNCT", "VERB", "AUX") for t in between):
        return False
    return words[-1:] == ["per"] or (len(words) > 1 and words[-1] == "every" and words[-2] in _EVERY)


def _over(number: Decimal) -> Unit:
    return Unit(f"per {number:,f}", "count/rate", "rate", factor=1 / number)
