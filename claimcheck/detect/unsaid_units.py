"""Units that are said once for two figures, "fell to 410 million from 450 million crowns", "a list of 20 degrees, up
from 12", "3.5 per cent instead of four", "cut from twelve years to nine"; and units that are none,
"two night guards", "12 won seats"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.detect.clause import tokens_after, tokens_before, tokens_in
from claimcheck.detect.surface import is_previous
from claimcheck.detect.unsaid_percent import is_percent_too, is_told_in_percent
from claimcheck.lexicon.numbers import number_words
from claimcheck.lexicon.people import is_person
from claimcheck.lexicon.units import units
from claimcheck.model.parse import ParsedSentence
from claimcheck.model.value import Quantity, QuantityKind, Timex

# What is counted stands behind its figure.
_COUNTED = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_LEAST_WON = 1_000  # a dollar
_FROM = frozenset({("up", "from"), ("down", "from")})
_OF_A_LEVEL = frozenset({QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.DIMENSION, QuantityKind.DURATION})
_OF_A_SIZE = frozenset({QuantityKind.DURATION, QuantityKind.DIMENSION})
_OF_WHICH = [",", "of", "which"]
_AT_AN_END = frozenset({"PUNCT", "CCONJ"})
_RATE = 3  # words of "a week", "in prison" between "from 20 hours" and "to four"


def with_units(parsed: ParsedSentence, quantities: Sequence[Quantity], times: Sequence[Timex]) -> Iterator[Quantity]:
    """The quantities; of two that stand in a row, one being what the other was before, a bare figure has the unit of
    the other one."""
    ordered = sorted(quantities, key=lambda q: q.span)
    before: Quantity | None = None
    for quantity, after in zip(ordered, [*ordered[1:], None], strict=False):
        bare = _is_bare(parsed, quantity, times)
        like = _in_whose_unit(parsed, quantity, before, after) if bare else None
        if bare and like is None and is_told_in_percent(parsed, quantity):
            quantity = replace(quantity, kind=QuantityKind.PERCENT, unit=units().by_name["percent"])
        elif like is not None:
            quantity = replace(quantity, kind=like.kind, unit=like.unit)
        elif _is_of_the_counted(parsed, quantity) or _is_a_verb(parsed, quantity):
            quantity = replace(quantity, kind=QuantityKind.NUMBER, unit=None, span=quantity.figure)
        yield quantity
        before = quantity


def _in_whose_unit(
    parsed: ParsedSentence, quantity: Quantity, before: Quantity | None, after: Quantity | None
) -> Quantity | None:
    if before is not None and before.kind in _OF_A_LEVEL and _was_before(parsed, quantity):
        return before
    if before is not None and before.kind in _OF_A_SIZE and _is_of_one_size(parsed, before, quantity):
        return before
    if before is not None and before.kind is QuantityKind.PERCENT and is_percent_too(parsed, before, quantity):
        return before
    if after is None or after.kind is not QuantityKind.MONEY or not _was_before(parsed, after):
        return None
    return after if _is_in_millions(parsed, quantity) and _is_in_millions(parsed, after) else None


def _is_of_one_size(parsed: ParsedSentence, before: Quantity, quantity: Quantity) -> bool:
    """ "From twelve years to nine", "12 years of the 20 that", "22 years, of which he must serve 12"."""
    led = _words_before(parsed, before)[-1:]
    between = [t.lemma.lower() for t in tokens_after(parsed, before.span) if t.span.end <= quantity.span.start]
    if between == ["of", "the"] or (between[:3] == _OF_WHICH and _is_at_an_end(parsed, quantity)):
        return True
    return led == ["from"] and between[-1:] == ["to"] and len(between) <= _RATE and (
        _is_at_an_end(parsed, quantity) or before.kind is QuantityKind.DURATION)


def _words_before(parsed: ParsedSentence, quantity: Quantity) -> list[str]:
    return [t.lemma.lower() for t in tokens_before(parsed, quantity.span)]


def _is_at_an_end(parsed: ParsedSentence, quantity: Quantity) -> bool:
    after = next(iter(tokens_after(parsed, quantity.span)), None)
    return after is None or after.pos in _AT_AN_END


def _is_bare(parsed: ParsedSentence, quantity: Quantity, times: Sequence[Timex]) -> bool:
    after = [t for t in tokens_after(parsed, quantity.span)[:1] if not any(t.span.overlaps(x.span) for x in times)]
    return quantity.is_count and not any(t.pos in _COUNTED or t.lemma == "of" for t in after)


def _is_a_verb(parsed: ParsedSentence, quantity: Quantity) -> bool:
    """The won of "12 won seats" is no currency; that of "invested 20 trillion won" is."""
    unit, end = tokens_in(parsed, quantity.span)[-1:], quantity.interval.high
    few = quantity.kind is QuantityKind.MONEY and end is not None and end < _LEAST_WON
    return few and [(t.text, t.tag) for t in unit] == [("won", "VBD")]


def _is_of_the_counted(parsed: ParsedSentence, quantity: Quantity) -> bool:
    """The night of "two night guards" says what they are, and not how long."""
    written = tokens_in(parsed, quantity.span)
    unit = written[-1:] if all(t.text != "-" for t in written) else []
    noun = tokens_after(parsed, quantity.span)[:1]
    if quantity.kind is not QuantityKind.DURATION or not unit or not noun or noun[0].tag != "NNS":
        return False
    several = quantity.interval.low is not None and quantity.interval.low > 1
    kind = unit[0].lemma.lower() == "night" or is_person(noun[0].lemma.lower())
    return several and unit[0].tag == "NN" and unit[0].head == noun[0].index and kind


def _was_before(parsed: ParsedSentence, quantity: Quantity) -> bool:
    before = tuple(t.lemma.lower() for t in tokens_before(parsed, quantity.span)[-2:])
    return before in _FROM or is_previous(parsed, quantity.span)


def _is_in_millions(parsed: ParsedSentence, quantity: Quantity) -> bool:
    scales = number_words().scales
    return any(scales.get(t.text.lower(), 0) >= 1_000_000 for t in tokens_in(parsed, quantity.span))
