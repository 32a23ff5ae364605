"""What part of a whole two figures name: "four streams in five" are 80 per cent of them, "of every hundred homes, 43"
are 43 per cent, and "63 of its 240 drivers" are 63, and 26 per cent of the drivers as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from claimcheck.detect.clause import SUBJECTS, exit_token, tokens_after, tokens_before, tokens_in, verb_above
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.predicates import words
from claimcheck.lexicon.units import units
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.value import PART, Quantity, QuantityKind

PHRASE = frozenset({"ADJ", "NOUN", "PROPN"})
FINE = Decimal("0.01")  # the precision of a fraction, as in "a fifth"
_PLACES = 3  # 63 of 240 are 26.3 per cent for whoever reads it
_ONE = Decimal(1)
_MOST = 1_000
# As many words as a noun phrase has at most: "new cars", "of the bank's last".
_NEAR = 4
# Of so many something is said to be a part, where they stand for all: "four in five", and not "two wins in seven".
_ROUND = frozenset(map(Decimal, (3, 4, 5, 6, 8, 10, 20, 50, 100, 1000)))
_FEWEST = 3  # "both of the two" are no share that anybody tells
_TRENDS = frozenset({concept("rise"), concept("fall")})
_WHOSE = frozenset({"DET", "PRON", "PROPN", "PART", "ADJ", "NOUN"})


def share_in(parsed: ParsedSentence, part: Quantity, whole: Quantity) -> Quantity | None:
    """The share of "one new car in nine is", "one pupil in every twenty", "four streams in five have"; None for "one
    goal in five matches", "one death in 2019"."""
    among = _number(whole)
    if not part.is_count or among is None or not 1 < among <= _MOST or part.span.end > whole.span.start:
        return None
    between = tokens_in(parsed, Span(part.span.end, whole.span.start))
    nouns = [t for t in between if t.text.lower() not in ("in", "every")]
    behind = tokens_after(parsed, whole.span)[:1]
    named = 0 < len(nouns) < _NEAR and all(t.pos in PHRASE for t in nouns)
    joined = [t.lemma for t in between[len(nouns) :][:1]] == ["in"] and not any(t.pos in PHRASE for t in behind)
    figure = part.interval.figure
    if not named or not joined or figure is None or not _is_named(nouns[-1], figure, among):
        return None
    return replace(part, kind=QuantityKind.FRACTION, interval=part.interval.scaled(1 / among), precision=FINE)


def _is_named(noun: Token, figure: Decimal, among: Decimal) -> bool:
    """One of them, or several who do something: "nine vines in ten are stripped", not "scored two goals in five"."""
    if figure == _ONE:
        return noun.tag in ("NN", "NNP")
    several = noun.tag in ("NNS", "NNPS") and noun.dep in SUBJECTS and noun.lemma.lower() not in words("of_games")
    return several and 1 < figure < among and among in _ROUND


def is_every(parsed: ParsedSentence, nth: Quantity) -> bool:
    """ "Every fourth new car" is a quarter of them; "every fourth year" says how often."""
    before, after = tokens_before(parsed, nth.span)[-1:], tokens_after(parsed, nth.span)[:_NEAR]
    noun = next((t for t in after if t.pos not in ("ADJ", "PUNCT")), None)
    figure = nth.interval.low if nth.kind is QuantityKind.ORDINAL and nth.interval.is_point else None
    if figure is None or not 1 < figure <= _MOST or [t.lemma.lower() for t in before] != ["every"]:
        return False
    if noun is None or noun.tag != "NN":
        return False
    unit = units().words.get(noun.lemma.lower())
    return unit is None or unit.dimension != "duration"


def is_a_part(parsed: ParsedSentence, nth: Quantity, before: Quantity | None) -> bool:
    """ "Lost $2bn, or a twelfth", "has fallen to a twentieth", "another third of them"; not "three died and a fourth is
    missing"."""
    led, after = [t.lemma.lower() for t in tokens_before(parsed, nth.span)[-2:]], tokens_after(parsed, nth.span)[:1]
    figure, exit_ = nth.interval.low, exit_token(parsed, nth.span)
    if nth.kind is not QuantityKind.ORDINAL or figure is None or exit_ is None or figure < _FEWEST:
        return False
    if led[-1:] == ["another"]:
        return [t.lemma for t in after] == ["of"]
    if led[-1:] != ["a"] or any(t.pos in PHRASE or t.text == "-" for t in after):
        return False
    if led == ["or", "a"]:
        return before is not None and before.kind is QuantityKind.MONEY
    verb = verb_above(parsed, exit_) if led == ["to", "a"] else None
    return verb is not None and concept(verb.lemma) in _TRENDS


def of_every(parsed: ParsedSentence, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities with one for the two of "out of every hundred homes, 43 have a roof"."""
    found = sorted(quantities, key=lambda q: q.span)
    for whole, part in list(pairwise(found)):
        if whole in found and part.is_count and _is_fronted(parsed, whole, part, every=True):
            among = _number(replace(whole, unit=None, kind=QuantityKind.NUMBER))
            if among is not None and (share := _share(part, among)) is not None:
                found[found.index(part)] = share
                found.remove(whole)
    return found


def shares_told(parsed: ParsedSentence, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """The share that follows from a count of some and one of all: "63 of its 240 drivers", "of its 64 chemists, 51"."""
    for one, other in pairwise(sorted(quantities, key=lambda q: q.span)):
        for part, whole in ((one, other), (other, one)):
            among = _number(whole)
            told = _is_of(parsed, part, whole) if part is one else _is_fronted(parsed, whole, part)
            if told and part.is_count and among is not None and (share := _share(part, among)) is not None:
                span = share.span.union(whole.span) if _is_direct(parsed, part, whole) else share.span
                yield replace(share, span=span, derivation=PART)


def _number(whole: Quantity) -> Decimal | None:
    """How many there are in all, where it is known."""
    return whole.interval.low if whole.is_count and whole.interval.is_point else None


def _share(part: Quantity, among: Decimal) -> Quantity | None:
    figure = part.interval.figure
    if figure is None or not 1 < figure < among or among < _FEWEST:  # "one of the four" is said to name her
        return None
    low, high = (end if end is None else round(end / among, _PLACES) for end in (part.interval.low, part.interval.high))
    ends = replace(part.interval, low=low, high=high)
    return replace(part, kind=QuantityKind.FRACTION, interval=ends, precision=FINE)


def _is_of(parsed: ParsedSentence, part: Quantity, whole: Quantity) -> bool:
    """ "63 of its 240", "7,500 of Ostra's 10,000", "three seats of 12"; not "part two of three"."""
    between = tokens_in(parsed, Span(part.span.end, whole.span.start))
    place = next((i for i, t in enumerate(between) if t.lemma == "of"), _NEAR)
    if part.span.end > whole.span.start or place >= _NEAR or len(between) - place > _NEAR + 1:
        return False
    before, after = tokens_before(parsed, part.span)[-1:], tokens_after(parsed, whole.span)[:1]
    plain = all(t.pos in PHRASE for t in between[:place]) and all(t.pos in _WHOSE for t in between[place + 1 :])
    alone = not place or not any(t.pos in PHRASE for t in after)  # "three boxes of 12 eggs"
    return plain and alone and not any(t.pos in ("NOUN", "PROPN") for t in before)


def _is_direct(parsed: ParsedSentence, part: Quantity, whole: Quantity) -> bool:
    """ "63 of its 240", where the noun of both stands behind the two."""
    led = [t.lemma for t in tokens_after(parsed, part.span)[:1]] == ["of"]
    return led and any(t.pos in PHRASE for t in tokens_after(parsed, whole.span)[:1])


def _is_fronted(parsed: ParsedSentence, whole: Quantity, part: Quantity, *, every: bool = False) -> bool:
    """ "Of its 64 chemists, 51 have signed up", "out of every hundred homes, 43 have"."""
    before, after = tokens_before(parsed, whole.span), tokens_after(parsed, part.span)[:1]
    led = next((i for i in range(len(before) - 1, max(-1, len(before) - _NEAR), -1) if before[i].lemma == "of"), None)
    if led is None or part.span.start < whole.span.end or not after or after[0].pos in (*PHRASE, "ADP"):
        return False
    out = led - 1 if led and before[led - 1].lemma == "out" else led
    between = tokens_in(parsed, Span(whole.span.end, part.span.start))
    commas = [i for i, t in enumerate(between) if t.text == ","]
    first = not out or before[out - 1].text in ";:\u2013\u2014-"
    named = every or (bool(between) and between[0].pos in PHRASE)
    of_every_one = [t.lemma for t in before[led + 1 :]] == ["every"]
    return first and named and commas == [len(between) - 1] and of_every_one == every
