"""Amounts with a unit: dimensions, percentages and durations (kinds `measure` and `duration`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.extract.amount import Amount, Form, added, hedged, kind_of, limited, of_number, with_unit
from claimcheck.extract.fraction import NO_WHOLE
from claimcheck.extract.grammar import GLUED, Place, Production, ahead, behind, kind, not_ahead, not_behind, opt, token
from claimcheck.extract.look import is_counted, is_name_before
from claimcheck.extract.number import Number
from claimcheck.extract.timex_words import tells_hour
from claimcheck.extract.tokens import NUMERAL, SYMBOL, WORD, Token, tokenise
from claimcheck.lexicon.contexts import contexts
from claimcheck.lexicon.units import UnitWords, currencies, units
from claimcheck.model.value import Interval, QuantityKind, Unit

_CONTEXT = contexts("measure")
_UNITS = units()
_MONEY = currencies()
_ONE = Decimal(1)
_DEGREE = _UNITS.by_name["degree"]
_COLD = frozenset((_DEGREE.dimension, _UNITS.by_name["degree Celsius"].dimension))
_POUND = _UNITS.by_name["pound"]
_SPACED_SIGNS = frozenset(("m", "g", "l", "L", "V", "W", "h"))  # one letter, yet written apart from the figure too
_ALONE = frozenset(("mile", "kilometre", "metre", "hectare", "acre", "percentage point", "second"))  # after "a"
# Of these one is written as "a foot", and "a pound" is money and "a ton" much.
_ONE_OF = frozenset(("inch", "foot", "yard", "metre", "kilometre", "mile", "gram", "kilogram", "tonne", "litre",
                     "gallon", "hectare", "acre"))
_LETTER_TEMPERATURES = {"C": _UNITS.by_name["degree Celsius"], "F": _UNITS.by_name["degree Fahrenheit"]}
_LASTING = frozenset(("for", "wait", "waited", "take", "takes", "took", "last", "lasted", "spend", "spent"))
_NO_HOUR = Place(lambda tokens, at: not tells_hour(tokens, at))
_TALL = frozenset(
    ("tall", "long", "high", "wide", "deep", "away", "thick", "wave", "hurdles", "freestyle", "race", "sprint")
)


def _tokens(phrase: str) -> tuple[str, ...]:
    return tuple(t.norm for t in tokenise(phrase))


def unit_table(units: UnitWords) -> tuple[Production, ...]:
    """The words and abbreviations of units."""
    return (
        *unit_productions("unit.time", lambda u: u.dimension == "duration", units.words),
        *unit_productions("unit", lambda u: u.dimension not in {"duration", "money"}, units.words),
        *unit_productions("currency", lambda u: u.dimension == "money", units.words),
        *_signs(units.signs),
    )


def unit_productions(name: str, wanted: Callable[[Unit], bool], words: Mapping[str, Unit]) -> Iterator[Production]:
    single = {word: unit for word, unit in words.items() if " " not in word and wanted(unit)}
    if single:
        yield Production("<unit>", name, (frozenset(single),), lambda t: single[t.norm])
    for phrase, unit in words.items():
        if " " in phrase and wanted(unit):
            yield Production("<unit of several words>", name, (phrase,), lambda *_, unit=unit: unit)


def _signs(signs: Mapping[str, Unit]) -> Iterator[Production]:
    """Abbreviations, with their case."""
    for sign, unit in signs.items():
        texts = tuple(t.text for t in tokenise(sign))
        after = (not_ahead(_people),) if sign == "m" else ()  # "5m people" are millions
        before = (_NO_HOUR,) if sign in ("am", "pm") else ()  # "from 5.30pm" says when

        def build(*found: Token, texts: tuple[str, ...] = texts, unit: Unit = unit) -> Unit | None:
            if tuple(t.text for t in found) != texts or (texts == ("in",) and not found[0].glued):
                return None
            if len(texts[0]) == 1 and texts[0].isalpha() and not found[0].glued and texts[0] not in _SPACED_SIGNS:
                return None
            return unit

        yield Production(
            f"<unit sign>{'' if len(texts) == 1 else ' of several'}", "sign", (*before, *_tokens(sign), *after), build
        )


def measured(amount: Amount, *rest: Token | Unit | None) -> Amount | None:
    unit = rest[-1]
    assert isinstance(unit, Unit)
    if unit is _POUND and amount.scale >= 10**6:
        unit = _MONEY.words["pound"]
    return with_unit(amount, unit, kind_of(unit))


def a_unit(_article: Token, *rest: Token | Unit | None) -> Amount | None:
    """ "an hour", "a full year"."""
    unit = rest[-1]
    assert isinstance(unit, Unit)
    kind_ = kind_of(unit)
    if kind_ is QuantityKind.DIMENSION and unit.name not in _ALONE:
        return None
    parts = ((_ONE, unit.name),) if kind_ is QuantityKind.DURATION else ()
    return Amount(Interval.point(_ONE), kind=kind_, unit=unit, form=Form.A_UNIT, parts=parts)


def _one_unit(_article: Token, unit: Unit) -> Amount:
    """The "a kilo" of "nearly a kilo", "a foot" of "a foot deep": without words beside it, it is hardly a measure."""
    return Amount(Interval.point(_ONE), kind=QuantityKind.DIMENSION, unit=unit, form=Form.A_UNIT)


def _so_deep(tokens: Sequence[Token], at: int) -> bool:
    """ "Deep", "in length" or "of snow" stands at `at`."""
    words = [t.norm for t in tokens[at : at + 2]]
    if words[:1] and words[0] in _CONTEXT["so_deep"]:
        return True
    behind_ = {"in": _CONTEXT["extents"], "of": _CONTEXT["fallen"]}
    return len(words) > 1 and words[1] in behind_.get(words[0], ())


def _one_of_a_unit() -> Iterator[Production]:
    one = kind("measure.one")
    yield Production("a <unit>", "measure.one", ({"a", "an"}, kind("unit", lambda u: u.name in _ONE_OF)), _one_unit)
    yield Production("nearly a <unit>", "measure", (kind("hedge"), one), lambda hedge, a: hedged(a, hedge))
    yield Production("more than a <unit>", "measure", (kind("bound"), one), lambda limit, a: limited(a, limit))
    yield Production(
        "over a <unit> of <stuff>", "measure", (kind("bound.figure"), one, ahead({"of"})),
        lambda limit, a: limited(a, limit),
    )
    yield Production(
        "a <unit> deep", "measure", (one, Place(_so_deep)), lambda a: replace(a, form=Form.OTHER)
    )


def _whole(_whole: Token, *rest: Token | Unit | None) -> Amount | None:
    made = a_unit(_whole, *rest)
    return None if made is None else replace(made, form=Form.OTHER)


def _another_day(another: Token, _day: Token) -> Amount | None:
    return _whole(another, _UNITS.by_name["day"])


def _parts_of_second(part: Number, *_: Token) -> Amount | None:
    """ "Two tenths of a second"; what else stands before "second" is an ordinal."""
    return _part_of_unit(part, _UNITS.by_name["second"])


def _part_of_unit(part: Number, *rest: Token | Unit | None) -> Amount | None:
    """ "half an hour", "three quarters of a mile", "half-century"."""
    unit = rest[-1]
    assert isinstance(unit, Unit)
    return with_unit(replace(of_number(part), precision=Decimal("0.1")), unit, kind_of(unit))


def _and_part(amount: Amount, *rest: Token | Number | None) -> Amount | None:
    """ "an hour and a half"."""
    part = rest[-1]
    assert isinstance(part, Number)
    point = amount.point
    if point is None or point != point.to_integral_value() or not amount.bare or amount.unit is None:
        return None
    value = point + part.value * amount.scale
    parts = ((value, amount.unit.name),) if amount.parts else ()
    return replace(amount, interval=Interval.point(value), precision=Decimal("0.1"), form=Form.OTHER, parts=parts)


def _sum(left: Amount, *rest: Token | Amount | None) -> Amount | None:
    right = rest[-1]
    assert isinstance(right, Amount)
    return added(left, right)


def _height(feet: Token, _mark: Token, inches: Token, _end: Token) -> Amount:
    value = Decimal(feet.text) + Decimal(inches.text) / 12
    return Amount(Interval.point(value), _ONE / 12, QuantityKind.DIMENSION, _UNITS.by_name["foot"])


def _stopped(*found: Token) -> Amount:
    """Minutes and seconds, or hours, minutes and seconds."""
    figures = [Decimal(t.text) for t in found if t.kind == NUMERAL]
    seconds = sum((figure * 60**place for place, figure in enumerate(reversed(figures))), Decimal(0))
    precision = _ONE.scaleb(-len(found[-1].text.partition(".")[2]))
    return Amount(Interval.point(seconds), precision, QuantityKind.DURATION, _UNITS.by_name["second"],
                  parts=((seconds, "second"),))


def _is_minutes(t: Token) -> bool:
    """No hour of the day."""
    return t.text.isascii() and t.text.isdecimal() and 24 <= int(t.text) < 100


def _is_sixty(t: Token) -> bool:
    return t.text.isascii() and t.text.isdecimal() and len(t.text) == 2 and int(t.text) < 60


def _is_sixty_and_parts(t: Token) -> bool:
    whole, _, parts = t.text.partition(".")
    return t.text.isascii() and len(whole) == 2 and whole.isdecimal() and int(whole) < 60 and parts.isdecimal()


def _magnitude(*found: Token | Amount | None) -> Amount | None:
    amount = next(a for a in found if isinstance(a, Amount))
    point = amount.point
    if point is None or not 0 < point <= 10:
        return None
    return with_unit(amount, Unit("magnitude", "magnitude", "magnitude"), QuantityKind.DIMENSION)


def _in_an_earthquake(tokens: Sequence[Token], at: int) -> bool:
    return any(t.norm in _CONTEXT["earthquake"] for t in tokens[max(0, at - 8) : at + 8])


def _letter_degrees(amount: Amount, letter: Token) -> Amount | None:
    unit = _LETTER_TEMPERATURES.get(letter.text)
    return None if unit is None else with_unit(amount, unit, QuantityKind.DIMENSION)


def _temperature_end(t: Token | None) -> bool:
    """What follows "30C": no noun, which would make it a part number."""
    return t is None or (t.kind == SYMBOL and t.norm not in {"/", "-"}) or t.norm in _AFTER_TEMPERATURE


def _below_zero(degrees: Amount, *words: Token) -> Amount | None:
    """ "12 degrees below zero", "five below zero". What is below freezing in Fahrenheit is not read."""
    degree = degrees if degrees.unit is not None else with_unit(degrees, _DEGREE, QuantityKind.DIMENSION)
    if degree is None or degree.unit is None or degree.unit.dimension not in _COLD or not degree.interval.low:
        return None
    if words[-1].norm == "freezing" and degree.unit.name == "degree Fahrenheit":
        return None
    return replace(degree, interval=degree.interval.scaled(Decimal(-1)))


def _no_name(tokens: Sequence[Token], at: int) -> bool:
    return not is_name_before(tokens, at)


def _people(t: Token | None) -> bool:
    """What follows "5m" when it is five million and not five metres: people, bpd."""
    barrels = t is not None and t.norm in _UNITS.words and _UNITS.words[t.norm].dimension == "volume/week"
    return t is not None and t.kind == WORD and not t.glued and t.norm not in _TALL and (barrels or is_counted(t))


_SIXTY = token(NUMERAL, _is_sixty)
_NO_VERSE = Place(lambda tokens, at: not is_name_before(tokens, at))  # "Isaiah 52:14"
_AFTER_TEMPERATURE = _CONTEXT["after_temperature"]
DIGITS = kind("amount", lambda a: a.digits and a.kind is QuantityKind.NUMBER)
FIGURE = kind("amount", lambda a: a.kind is QuantityKind.NUMBER)
_IN_TENTHS = kind("amount", lambda a: a.kind is QuantityKind.NUMBER and a.form is Form.DIGITS and a.precision < 1)
_TIME_FIGURE = kind("amount", lambda a: a.kind is QuantityKind.NUMBER and a.form is not Form.OVER)
_TIME = "duration"
# What stands between a figure and its unit and changes neither.
_UNBROKEN = frozenset({"full", "whole", "entire", "long", "straight", "consecutive", "successive", "solid"})


MEASURE_PRODUCTIONS: tuple[Production, ...] = (
    # A figure and a unit.
    Production("<figure> <unit>", "measure", (FIGURE, opt("-"), kind("unit")), measured),
    Production(
        "<figure> <unit of time>", "duration", (_TIME_FIGURE, opt("-"), kind("unit.time"), not_ahead({"'"})), measured
    ),
    Production(
        "<figure> full <unit of time>",
        "duration",
        (_TIME_FIGURE, _UNBROKEN, kind("unit.time", lambda u: u.name != "second"), not_ahead({"'"})),
        lambda a, _, u: measured(a, None, u),
    ),
    Production(
        "<figure> <unit of time>'", "duration", (FIGURE, kind("unit.time"), {"'"}), lambda a, u, _: measured(a, u)
    ),
    Production(
        "<digits> <sign>", "measure", (DIGITS, opt("-"), kind("sign", lambda u: u.dimension != _TIME)), measured
    ),
    Production(
        "<digits><sign of time>",
        "duration",
        (Place(_no_name), DIGITS, kind("sign", lambda u: u.dimension == _TIME)),
        measured,
    ),
    Production("<digits>C", "measure", (DIGITS, GLUED, {"c", "f"}, ahead(_temperature_end)), _letter_degrees),
    *(Production("<degrees> below zero", "measure", (kind(name), "below", {"zero", "freezing"}), _below_zero)
      for name in ("measure", "amount")),
    Production("a <unit>", "measure", ({"a", "an"}, kind("unit", lambda u: u.dimension != "percent")), a_unit),
    *_one_of_a_unit(),
    Production(
        "a <unit of time>",
        "duration",
        ({"a", "an"}, opt({"full", "whole", "single", "further"}), kind("unit.time", lambda u: u.name != "second")),
        a_unit,
    ),
    Production(
        "another <unit of time>",
        "duration",
        ({"another"}, kind("unit.time", lambda u: u.name not in {"day", "second"})),
        _whole,
    ),
    Production("for another day", "duration", (behind(_LASTING), {"another"}, {"day"}), _another_day),
    Production(
        "<whole> <unit of time>",
        "duration",
        (
            not_behind({"a", "the"}),
            {"all", "full", "whole"},
            opt("-"),
            kind("unit.time", lambda u: u.name in {"day", "week", "month", "year", "night"}),
            not_ahead({"-"}),
        ),
        _whole,
    ),
    Production(
        "<fraction> of a <unit>",
        "measure",
        (kind("fraction"), opt("of"), opt({"a", "an"}), opt("-"), kind("unit", lambda u: u.dimension != "percent")),
        _part_of_unit,
    ),
    Production(
        "<fraction> of a <unit of time>",
        "duration",
        (
            kind("fraction"),
            opt("of"),
            opt({"a", "an"}),
            opt("-"),
            kind("unit.time", lambda u: u.name not in {"second", "day", "weekend"}),
        ),
        _part_of_unit,
    ),
    Production("<fraction> of a point", "measure", (kind("fraction"), opt("of"), opt({"a", "an"}), opt("-"), {"point"}),
               lambda part, *_: _part_of_unit(part, _UNITS.by_name["percentage point"])),
    # What a stopwatch shows, where no clock does.
    Production("<mm>:<ss>", "duration", (_NO_VERSE, token(NUMERAL, _is_minutes), GLUED, {":"}, GLUED, _SIXTY,
                                         not_ahead({":", "-"})), _stopped),
    Production("<m>:<ss.d>", "duration",
               (token(NUMERAL, lambda t: t.text.isdecimal() and len(t.text) < 3), GLUED, {":"}, GLUED,
                token(NUMERAL, _is_sixty_and_parts)), _stopped),
    Production("in <h>:<mm>:<ss>", "duration",
               (behind({"in", "of"}), token(NUMERAL, lambda t: t.text.isdecimal()), GLUED, {":"}, GLUED, _SIXTY, GLUED,
                {":"}, GLUED, _SIXTY), _stopped),
    Production("<parts> of a second", "duration", (kind("number.parts"), "of", "a", {"second"}), _parts_of_second),
    *(
        Production(
            f"<{name}> and <fraction>", name, (kind(name), "and", opt("-"), kind("fraction"), NO_WHOLE), _and_part
        )
        for name in ("measure", "duration")
    ),
    Production(
        "<measure> <measure>",
        "measure",
        (
            kind("measure", lambda a: a.unit.dimension in {"length", "mass", "money"}),
            opt(","),
            opt("and"),
            kind("measure"),
        ),
        _sum,
    ),
    Production(
        "<duration> <duration>",
        "duration",
        (kind("duration", lambda a: a.point is not None), opt(","), opt("and"), kind("duration")),
        _sum,
    ),
    Production("<digits>m <people>", "amount", (kind("number.suffixed"), ahead(_people)), of_number),
    Production("<digits>b|t", "amount", (kind("number.suffixed", lambda n: n.scale in (10**9,)),), of_number),
    *(
        Production(
            f"dozens of <{name}>",
            made,
            (kind("amount", lambda a: a.vague and a.scale > 2), "of", kind(name)),
            measured,
        )
        for name, made in (("unit", "measure"), ("currency", "measure"), ("unit.time", "duration"))
    ),
    Production("magnitude <figure>", "measure", ({"magnitude"}, opt({"of", "-"}), FIGURE), _magnitude),
    Production("<figure> magnitude", "measure", (FIGURE, opt("-"), {"magnitude"}), _magnitude),
    Production("<figure> on the Richter scale", "measure", (FIGURE, "on", "the", "richter", opt("scale")), _magnitude),
    Production("a quake measuring <figure>", "measure", (behind({"measured", "measuring", "registered", "registering"}),
               Place(_in_an_earthquake), _IN_TENTHS), _magnitude),
    Production("a <figure> quake", "measure", (_IN_TENTHS, ahead(_CONTEXT["earthquake"])), _magnitude),
    Production(
        "<feet> <figure> in",
        "measure",
        (
            kind("measure", lambda a: a.unit.name == "foot" and a.form is not Form.A_UNIT),
            DIGITS,
            {"in"},
            not_ahead({"the", "a", "an", "his", "her"}),
        ),
        lambda feet, inches, _: _sum(feet, with_unit(inches, _UNITS.by_name["inch"], QuantityKind.DIMENSION)),
    ),
    Production(
        "<feet>'<inches>\"",
        "measure",
        (
            token(NUMERAL, lambda t: t.text in {"4", "5", "6", "7"}),
            GLUED,
            {"'", "′"},
            token(NUMERAL, lambda t: t.text.isdecimal() and len(t.text) < 3 and int(t.text) < 12),
            {'"', "″", "”"},
        ),
        _height,
    ),
)
