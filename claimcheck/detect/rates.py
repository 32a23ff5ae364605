"""A figure over another one: "5 cases per 100,000 residents" is 50 per million, and not 5; "one bed in five" is a fifth
of the beds. An amount of one thing: "$40 a barrel", "for every tonne 48,000 shillings"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.detect.clause import SUBJECTS, tokens_after, tokens_before, tokens_in
from claimcheck.detect.shares import FINE, PHRASE, is_a_part, is_every, of_every, share_in
from claimcheck.lexicon.concepts import concept, concepts
from claimcheck.lexicon.numbers import number_words
from claimcheck.lexicon.predicates import words
from claimcheck.lexicon.units import currencies, units
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.value import Interval, Quantity, QuantityKind, Unit

# What may stand between the figure and "per": "5 new cases".
_NEAR = 4
_EVERY = frozenset({"for", "in", "of"})
_MORE = frozenset({"extra", "more"})
_ONE_OF = frozenset({"a", "an", "per", "each", "every"})
_EACH = frozenset({"each", "every", "one", "a", "an"})
_LATER = frozenset({"early", "earlier", "ago", "before", "later", "after", "previously"})
# Of these there are many units, and whoever names a price may take any of them.
_MEASURED = frozenset({"mass", "volume", "length", "area", "energy"})
_SUPPLIED = frozenset({"fee", "pay", "pass", "rent", "salary", "stay", "subscription", "supply", "treatment", "wage"})
# What goes on for an hour goes on for its minutes, but nobody works all hours of a day or all days of a month: of these
# three one is no multiple of another.
_TIMES = {"second": ("hour", Decimal(3600)), "minute": ("hour", Decimal(60)), "hour": ("hour", Decimal(1)),
          "day": ("week", Decimal(7)), "week": ("week", Decimal(1)),
          "month": ("year", Decimal(12)), "quarter": ("year", Decimal(4)), "year": ("year", Decimal(1))}
_OF_THE_CLOCK = frozenset({"second", "minute", "hour"})
_STOPS = frozenset({",", ";", ":", "(", ")", "."})
_PERSON = "person"
_SAID_AS = {"head": _PERSON, "person": _PERSON, "capita": _PERSON, "annum": "year"}
# As many words as a unit has at most: "megawatt - hour".
_UNIT_WORDS = 3


def with_rates(parsed: ParsedSentence, quantities: Sequence[Quantity]) -> Iterator[tuple[Quantity, Span]]:
    """The quantities with the span that a report marks; those over a number have it as their unit, and that number is
    none itself."""
    ordered = of_every(parsed, quantities)
    under: set[Span] = set()
    for before, quantity, after in zip([None, *ordered], ordered, [*ordered[1:], None], strict=False):
        if quantity.span in under or _is_unit_of_time(parsed, quantity):
            continue
        if after is not None and (share := share_in(parsed, quantity, after)) is not None:
            under.add(after.span)
            yield share, quantity.span.union(after.span)
        elif is_every(parsed, quantity) or is_a_part(parsed, quantity, before):
            part = Interval.point(1 / (quantity.interval.low or Decimal(1)))
            yield replace(quantity, kind=QuantityKind.FRACTION, interval=part, precision=FINE), quantity.span
        elif after is not None and quantity.is_count and _is_over(parsed, quantity, after):
            under.add(after.span)
            yield replace(quantity, unit=_over(after.interval.low or Decimal(1))), quantity.span.union(after.span)
        elif quantity.is_count and (scale := _scale_behind(parsed, quantity)) is not None:
            number = number_words().scales[scale.text.lower()]
            yield replace(quantity, unit=_over(number)), quantity.span.union(scale.span)
        else:
            yield quantity, quantity.span


def _is_unit_of_time(parsed: ParsedSentence, nth: Quantity) -> bool:
    """The second of "430 cubic metres a second" is none of an order; "a second was hurt" is one."""
    if nth.kind is not QuantityKind.ORDINAL:
        return False
    told, before = tokens_in(parsed, nth.span), tokens_before(parsed, nth.span)
    return [(t.lemma.lower(), t.tag) for t in told] == [("second", "NN")] and bool(
        before and before[-1].lemma.lower() in _ONE_OF)


def over_one(parsed: ParsedSentence, quantity: Quantity) -> tuple[Quantity, str, str]:
    """The quantity in a unit over what one of is meant, that as the end of a dimension, "" for none, and what a sum of
    money is for each of: "$0.71 a share", "80 per hour", "$240 for every 1,000 kilos", "an ounce costs $40". A sum for
    each of some things is one of money, as "tickets cost $40" says the same as "$40 a ticket"."""
    after = tokens_after(parsed, quantity.span)
    before = tokens_before(parsed, quantity.span)
    money = quantity.kind is QuantityKind.MONEY
    found = _behind(after, quantity)
    found = found or ((_priced(before) or _paid_each(before)) if money else None) or _fronted(before)
    each = found if money and isinstance(found, str) and _is_countable(found) else ""
    if each:
        found = _behind_thing(after, quantity)
    if found is None:
        return quantity, "", each
    if isinstance(found, str):
        return *_over_time(quantity, found), each
    number, below = found
    if quantity.unit is None:  # what "per 1,000 litres" would be per litre has no unit to say it in
        return quantity, f"/{concept(below.name)}" if number == 1 else f"/{number:f} {concept(below.name)}", each
    over = f"{number:,f} {below.name}" if number != 1 else below.name
    unit = replace(quantity.unit, name=f"{quantity.unit.name} per {over}",
                   factor=quantity.unit.factor / (number * below.factor), tolerance=below.tolerance)
    return replace(quantity, unit=unit), f"/{below.dimension}", each


def _is_countable(thing: str) -> bool:
    """A ticket, a share; no night, no litre and no dollar."""
    measures = frozenset(units().words) | frozenset(currencies().words) | words("no_thing")
    return thing not in _TIMES and thing not in concepts(measures)


def _behind_thing(after: Sequence[Token], quantity: Quantity) -> str | None:
    """The month of "per user per month", "for each child a month"."""
    place = next((i for i, t in enumerate(after[:_NEAR]) if t.tag == "NN" and t.lemma.lower() not in _TIMES), None)
    if place is None:
        return None
    found = _behind(after[place + 1 :], quantity)
    return found if isinstance(found, str) and found in _TIMES else None


def _over_time(quantity: Quantity, below: str) -> tuple[Quantity, str]:
    """ "30 litres an hour" and "half a litre a minute" in one unit."""
    if below not in _TIMES or quantity.kind is QuantityKind.PERCENT:
        return quantity, f"/{below}"
    span, times = _TIMES[below]
    unit = quantity.unit or Unit("", quantity.dimension, quantity.dimension)
    rate = replace(unit, name=f"{unit.name} per {below}".lstrip(), factor=unit.factor * times)
    return replace(quantity, unit=rate), f"/{span}"


def _behind(after: Sequence[Token], quantity: Quantity) -> str | tuple[Decimal, Unit] | None:
    """ "A share", "per 1,000 kilos", "for every tonne", "of water a second"; of "for a" only what is measured:
    "$5 for a book"."""
    after = _behind_what(after, quantity)
    lemmas = [t.lemma.lower() for t in after[:3]]
    if len(lemmas) == 3 and lemmas[2] in _LATER:
        return None  # "8 million a year earlier"
    if lemmas[:1] == ["for"] and lemmas[1:2] and lemmas[1] in _EACH:
        return _measured(after[2:]) or (_thing(after[2:]) if lemmas[1] in ("each", "every") else None)
    if lemmas[:1] and lemmas[0] in _ONE_OF:
        return _measured(after[1:]) or _thing(after[1:])
    return None


def _behind_what(after: Sequence[Token], quantity: Quantity) -> Sequence[Token]:
    """What follows the "of crude oil" of "20 litres of crude oil every second", the "in aid" of "$3 million in aid a
    year", the "books" of "300 books an hour"; of days and longer times 300 books are a number of books."""
    first = 1 if after and after[0].lemma.lower() in ("of", "in") else 0
    ends = (i for i, t in enumerate(after[first : first + _NEAR]) if t.pos not in PHRASE and t.text not in _MORE)
    size = next(ends, 0)
    behind = after[first + size :]
    lemmas = [t.lemma.lower() for t in behind[:3]]
    spans = _OF_THE_CLOCK if quantity.kind is QuantityKind.NUMBER else _TIMES.keys()
    rate = len(lemmas) > 1 and lemmas[0] in _ONE_OF and lemmas[1] in spans and lemmas[2:] != ["apart"]
    return behind if size and rate else after


def _priced(before: Sequence[Token]) -> tuple[Decimal, Unit] | None:
    """ "What we get for a litre is", "a barrel now costs"; but "a tonne was seized, worth"."""
    for place in range(len(before) - 2, -1, -1):
        if before[place].lemma.lower() not in (*_EACH, "per"):
            if before[place].text in _STOPS or before[place].tag in ("CD", "$"):
                return None
        elif (found := _measured(before[place + 1 :])) is not None:
            led = place == 0 or before[place - 1].lemma.lower() in ("for", "of", "per")
            led = led or any(t.dep in SUBJECTS for t in before[place + 1 : place + 1 + _UNIT_WORDS])
            return found if led and any(t.lemma.lower() in words("trading") for t in before) else None
    return None


def _fronted(before: Sequence[Token]) -> str | None:
    """ "Per person, consumption came to", "for each euro they get"; of the first figure behind it."""
    if any(t.tag in ("CD", "$") for t in before):
        return None
    lemmas = [t.lemma.lower() for t in before[:2]]
    if lemmas[:1] == ["per"]:
        return _thing(before[1:])
    return _thing(before[2:]) if lemmas[:1] == ["for"] and lemmas[1:] and lemmas[1] in ("each", "every") else None


def _paid_each(before: Sequence[Token]) -> str | None:
    """The day of "each day of the strike costs", the month of "a month's supply is to cost"; of the first figure."""
    if any(t.tag in ("CD", "$") for t in before):
        return None
    for led, span, *behind in zip(before, before[1:], before[2:], before[3:], strict=False):
        owned = led.lemma.lower() in ("a", "one") and behind[0].tag == "POS" and behind[1].lemma.lower() in _SUPPLIED
        if span.lemma.lower() in _TIMES and (owned or led.lemma.lower() in ("each", "every")):
            return span.lemma.lower()
    return None


def _measured(behind: Sequence[Token]) -> tuple[Decimal, Unit] | None:
    """A unit in which amounts are measured, with the number before it."""
    number = Decimal(1)
    if behind and behind[0].text.replace(",", "").isdecimal():
        number, behind = Decimal(behind[0].text.replace(",", "")), behind[1:]
    for size in range(_UNIT_WORDS, 0, -1):
        unit = units().words.get(" ".join(t.text.lower() for t in behind[:size]))
        if unit is not None and unit.dimension in _MEASURED and number:
            return number, unit
    return None


def _thing(behind: Sequence[Token]) -> str | None:
    if not behind or behind[0].pos not in ("NOUN", "PROPN") or behind[0].tag != "NN":
        return None
    lemma = behind[0].lemma.lower()
    thing = _SAID_AS.get(lemma, lemma)
    return thing if thing in (_PERSON, *_TIMES) else concept(thing)


def _is_over(parsed: ParsedSentence, quantity: Quantity, below: Quantity) -> bool:
    if not (below.is_count and below.interval.is_point and below.interval.low and below.interval.low > 1):
        return False
    if quantity.span.end > below.span.start:
        return False
    return _leads(tokens_in(parsed, Span(quantity.span.end, below.span.start)))


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
