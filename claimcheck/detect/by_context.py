"""Figures whose unit the text around them says: "the mercury climbed to 46.3 degrees" is a temperature, and no angle;
"seismologists put the tremor at 6.1" is a magnitude, and no count; "the dead number 43" counts, and ranks nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.detect.clause import exit_token, subject_of, tokens_after, tokens_before, tokens_in
from claimcheck.lexicon.contexts import contexts
from claimcheck.lexicon.units import units
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children
from claimcheck.model.value import Quantity, QuantityKind, Unit

_WORDS = contexts("by_context")
_CELSIUS, _FAHRENHEIT = units().by_name["degree Celsius"], units().by_name["degree Fahrenheit"]
_MAGNITUDE = Unit("magnitude", "magnitude", "magnitude")
_TENTH = Decimal("0.1")
_GOING_ON = frozenset({"NOUN", "PROPN", "PART", "VERB", "AUX", "CCONJ"})  # "reactors number 3 and 4 were shut"
_STRONGEST = 10  # magnitude of no earthquake
# What water is in degrees Celsius at the least where it is ice in Fahrenheit; what the air never was in Celsius, and
# what it never was in Fahrenheit; the least that is hot in Celsius; a body's in Celsius.
_ICE, _HOTTEST, _HOTTEST_F, _HOT, _BODY = 32, 60, 135, 30, (25, 43)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the whole document says: whether it tells of an earthquake, and the scale of its temperatures."""

    quake: bool
    scale: Unit | None


def surroundings(parsed: Sequence[ParsedSentence], quantities: Iterable[Quantity]) -> Surroundings:
    """A document that measures in metres, and in no miles, has degrees Celsius."""
    named = {q.unit.name for q in quantities if q.unit is not None}
    scales = [unit for unit in (_CELSIUS, _FAHRENHEIT) if unit.name in named]
    metric = not named.isdisjoint(_WORDS["metric"]) and named.isdisjoint(_WORDS["imperial"])
    scale = scales[0] if len(scales) == 1 else _CELSIUS if metric and not scales else None
    return Surroundings(any(_has(p, "earthquake") for p in parsed), scale)


def by_context(
    parsed: ParsedSentence, before: ParsedSentence | None, quantities: Sequence[Quantity], around: Surroundings
) -> Iterator[Quantity]:
    """The quantities of one sentence, with the units that its words and those of the sentence `before` tell."""
    for quantity in quantities:
        if quantity.kind is QuantityKind.RANK and _is_counted_by_verb(parsed, quantity):
            yield replace(quantity, kind=QuantityKind.NUMBER, span=quantity.figure)
            continue
        exit_ = exit_token(parsed, quantity.span)
        unit = None
        if exit_ is not None and quantity.unit is not None and quantity.unit.name == "degree":
            unit = _scale(parsed, before, quantity, exit_, around.scale)
        elif exit_ is not None and around.quake and _is_in_tenths(quantity) and _is_of_a_shock(parsed, exit_):
            unit = _MAGNITUDE
        yield quantity if unit is None else replace(quantity, kind=QuantityKind.DIMENSION, unit=unit)


def _has(parsed: ParsedSentence | None, name: str) -> bool:
    return parsed is not None and any(
        t.lemma.lower() in _WORDS[name] or t.text.lower() in _WORDS[name] for t in parsed.tokens)


def _is_counted_by_verb(parsed: ParsedSentence, rank: Quantity) -> bool:
    """The number of "the dead now number 43", "those held number seven", which the parser takes for a noun."""
    first, before = tokens_in(parsed, rank.span)[0], tokens_before(parsed, rank.span)
    before = before[:-1] if before and before[-1].text.lower() == "now" else before
    goes_on = any(t.pos in _GOING_ON for t in tokens_after(parsed, rank.span)[:1])
    if first.text != "number" or not before or goes_on:
        return False
    those = before[0].text.lower() == "those" and before[-1].pos not in ("DET", "ADP", "AUX")
    group = before[-1].text.lower() in _WORDS["groups"] and before[-2:-1] and before[-2].text.lower() == "the"
    several = before[-1].tag == "NNS" and before[-2:-1] and before[-2].pos in ("ADJ", "PUNCT", "SCONJ", "DET", "CCONJ")
    several = several or (before[-1].tag == "NNS" and len(before) == 1)  # not "in talks number two"
    return first.pos == "VERB" or those or bool(several or group)


def _is_in_tenths(quantity: Quantity) -> bool:
    bare = quantity.kind is QuantityKind.NUMBER and quantity.unit is None and quantity.precision == _TENTH
    end = quantity.interval.high or quantity.interval.low
    return bare and end is not None and 1 <= end < _STRONGEST


def _is_of_a_shock(parsed: ParsedSentence, figure: Token) -> bool:
    """ "The quake measured 6.7", "a jolt of 5.2", "put the tremor at 6.1", "revised its strength to 6.6"."""
    return any(t.lemma.lower() in _WORDS["shocks"] for t in _carriers(parsed, figure))


def _carriers(parsed: ParsedSentence, figure: Token) -> Iterator[Token]:
    """What may have the value: the noun before its "of", the subject of its verb, and the object where it is none."""
    above = parsed.tokens[figure.head]
    if figure.dep == "pobj":
        if above.lemma not in ("as", "at", "of", "to", "from"):
            return
        above = parsed.tokens[above.head]
        yield from children(parsed, above, "dobj", "nsubjpass")
    elif above.pos == "ADJ":  # "was 19 degrees warm"
        above = parsed.tokens[above.head]
    if above.pos in ("VERB", "AUX"):
        subject = subject_of(parsed, above)
        yield from () if subject is None else (subject, *_some_of(parsed, subject))
    elif figure.dep == "pobj":
        yield above


def _some_of(parsed: ParsedSentence, noun: Token) -> Iterator[Token]:
    """The aftershocks of "the strongest of 30 aftershocks"."""
    for of in children(parsed, noun, "prep"):
        if of.lemma == "of" and noun.tag != "NN":
            yield from children(parsed, of, "pobj")


def _scale(
    parsed: ParsedSentence, before: ParsedSentence | None, quantity: Quantity, exit_: Token, scale: Unit | None
) -> Unit | None:
    """Of degrees that tell how warm it is; None for others, and where they may be of either scale."""
    value = quantity.interval.high or quantity.interval.low
    wet = any(t.lemma.lower() in _WORDS["waters"] for t in _carriers(parsed, exit_))
    if value is None or _has(parsed, "angles") or not (wet or _has(parsed, "warmth") or _has(before, "warmth")):
        return None
    noun = parsed.tokens[exit_.head]
    if exit_.dep in ("compound", "nummod", "amod") and noun.lemma.lower() not in _WORDS["warmth"] | _WORDS["waters"]:
        return None  # "a 90-degree bend"
    hot = any(_has(p, "hot") for p in (parsed, before))
    body = any(children(parsed, t, "poss") for t in _carriers(parsed, exit_) if t.lemma == "temperature")
    if scale is None and value <= _HOTTEST:
        warm = value >= _HOT and (hot or quantity.precision < 1)
        sure = warm or (wet and value <= _ICE) or (body and _BODY[0] <= value <= _BODY[1])
        return _CELSIUS if sure else None
    if scale is _CELSIUS:
        return _CELSIUS
    return _FAHRENHEIT if _HOTTEST < value <= _HOTTEST_F else None
