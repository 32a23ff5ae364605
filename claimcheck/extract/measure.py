"""Amounts with a unit: dimensions, percentages, money, durations and ages (kinds `measure` and `duration`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.extract.amount import Amount, Form, added, kind_of, of_number, span_of, with_unit
from claimcheck.extract.grammar import GLUED, Place, Production, ahead, kind, not_ahead, not_behind, opt, token
from claimcheck.extract.look import is_counted, is_name_before
from claimcheck.extract.number import Number
from claimcheck.extract.tokens import NUMERAL, SYMBOL, WORD, Token, tokenise
from claimcheck.lexicon.contexts import contexts
from claimcheck.lexicon.units import currencies, units
from claimcheck.model.value import Hedge, Interval, QuantityKind, Unit

_CONTEXT = contexts("measure")
_UNITS = units()
_MONEY = currencies()
_ONE = Decimal(1)
_YEAR = _UNITS.by_name["year"]
_POUND = _UNITS.by_name["pound"]
_SPACED_SIGNS = frozenset(("m", "g", "l", "L", "V", "W", "h"))  # one letter, yet written apart from the figure too
_ALONE = frozenset(("mile", "kilometre", "metre", "hectare", "acre", "percentage point", "second"))  # after "a"
_LETTER_TEMPERATURES = {"C": _UNITS.by_name["degree Celsius"], "F": _UNITS.by_name["degree Fahrenheit"]}
_DECADES = {
    "teens": 13, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}
_PARTS_OF_DECADE = {"early": (0, 4), "mid": (4, 7), "late": (7, 10)}
_OWNERS = frozenset(("his", "her", "their", "my", "your", "our"))
_TALL = frozenset(("tall", "long", "high", "wide", "deep", "away", "thick", "wave", "hurdles", "freestyle", "race", "sprint"))


def _tokens(phrase: str) -> tuple[str, ...]:
    return tuple(t.norm for t in tokenise(phrase))


def _units(name: str, wanted: Callable[[Unit], bool], words: Mapping[str, Unit]) -> Iterator[Production]:
    single = {word: unit for word, unit in words.items() if " " not in word and wanted(unit)}
    yield Production("<unit>", name, (frozenset(single),), lambda t: single[t.norm])
    for phrase, unit in words.items():
        if " " in phrase and wanted(unit):
            yield Production("<unit of several words>", name, (phrase,), lambda *_, unit=unit: unit)


def _signs() -> Iterator[Production]:
    """Abbreviations, with their case."""
    for sign, unit in _UNITS.signs.items():
        texts = tuple(t.text for t in tokenise(sign))

        def build(*found: Token, texts: tuple[str, ...] = texts, unit: Unit = unit) -> Unit | None:
            if tuple(t.text for t in found) != texts or (texts == ("in",) and not found[0].glued):
                return None
            if len(texts[0]) == 1 and texts[0].isalpha() and not found[0].glued and texts[0] not in _SPACED_SIGNS:
                return None
            return unit

        yield Production(f"<unit sign>{'' if len(texts) == 1 else ' of several'}", "sign", _tokens(sign), build)


def _measured(amount: Amount, *rest: Token | Unit | None) -> Amount | None:
    unit = rest[-1]
    assert isinstance(unit, Unit)
    if unit is _POUND and amount.scale >= 10**6:
        unit = _MONEY.words["pound"]
    return with_unit(amount, unit, kind_of(unit))


def _money(unit: Unit, amount: Amount) -> Amount | None:
    return with_unit(amount, unit, QuantityKind.MONEY)


def _suffixed_money(unit: Unit, number: Number) -> Amount | None:
    return with_unit(of_number(number), unit, QuantityKind.MONEY)


def _prefix(word: Token, *_: Token | None) -> Unit | None:
    return _MONEY.codes.get(word.norm) or _MONEY.prefixes.get(word.norm)


def _coded(t: Token) -> bool:
    return t.norm in _MONEY.codes and (t.text.isupper() or t.norm in _MONEY.lower_codes)


def _million_coded(t: Token) -> bool:
    """ "MUSD": a million of the currency."""
    return t.text.isupper() and t.text[0] == "M" and t.norm[1:] in _MONEY.codes


def _millions(amount: Amount, code: Token) -> Amount | None:
    million = Decimal(10**6)
    scaled = replace(amount, interval=amount.interval.scaled(million), precision=amount.precision * million, scale=million)
    return _money(_MONEY.codes[code.norm[1:]], scaled)


def _an(_article: Token, *rest: Token | Unit | None) -> Amount | None:
    """ "an hour", "a full year"."""
    unit = rest[-1]
    assert isinstance(unit, Unit)
    kind_ = kind_of(unit)
    if kind_ is QuantityKind.DIMENSION and unit.name not in _ALONE:
        return None
    parts = ((_ONE, unit.name),) if kind_ is QuantityKind.DURATION else ()
    return Amount(Interval.point(_ONE), kind=kind_, unit=unit, form=Form.A_UNIT, parts=parts)


def _whole(_whole: Token, *rest: Token | Unit | None) -> Amount | None:
    made = _an(_whole, *rest)
    return None if made is None else replace(made, form=Form.OTHER)


def _part_of_unit(part: Number, *rest: Token | Unit | None) -> Amount | None:
    """ "half an hour", "three quarters of a mile", "half-century"."""
    unit = rest[-1]
    assert isinstance(unit, Unit)
    return with_unit(of_number(part), unit, kind_of(unit))


def _and_part(amount: Amount, *rest: Token | Number | None) -> Amount | None:
    """ "an hour and a half"."""
    part = rest[-1]
    assert isinstance(part, Number)
    point = amount.point
    if point is None or point != point.to_integral_value() or not amount.bare or amount.unit is None:
        return None
    value = point + part.value
    parts = ((value, amount.unit.name),) if amount.parts else ()
    return replace(amount, interval=Interval.point(value), precision=Decimal("0.1"), form=Form.OTHER, parts=parts)


def _sum(left: Amount, *rest: Token | Amount | None) -> Amount | None:
    right = rest[-1]
    assert isinstance(right, Amount)
    return added(left, right)


def _height(feet: Token, _mark: Token, inches: Token, _end: Token) -> Amount:
    value = Decimal(feet.text) + Decimal(inches.text) / 12
    return Amount(Interval.point(value), _ONE / 12, QuantityKind.DIMENSION, _UNITS.by_name["foot"])


def _age(amount: Amount) -> Amount | None:
    if amount.unit is not None:
        return replace(amount, kind=QuantityKind.AGE) if amount.unit.dimension == "duration" else None
    low, high = amount.interval.low, amount.interval.high
    if amount.scale > 1 or not all(end is None or 0 <= end <= 130 for end in (low, high)):
        return None
    return with_unit(amount, _YEAR, QuantityKind.AGE)


def _age_of(*found: Token | Amount | None) -> Amount | None:
    return next((_age(a) for a in found if isinstance(a, Amount)), None)


def _decade(part: str, tens: int) -> Amount:
    first, last = _PARTS_OF_DECADE.get(part, (0, 10))
    ends = Interval(Decimal(tens + first), Decimal(tens + last), high_open=True)
    return Amount(ends, _ONE, QuantityKind.AGE, _YEAR, hedge=Hedge.ABOUT, vague=True)


def _decade_word(_owner: Token, part: Token | None, _hyphen: Token | None, decade: Token) -> Amount:
    return _decade(part.norm if part else "", _DECADES[decade.norm])


def _decade_digits(_owner: Token, part: Token | None, _h: Token | None, _a: Token | None, tens: Token, _s: Token) -> Amount:
    return _decade(part.norm if part else "", int(tens.text))


def _tens(t: Token) -> bool:
    return t.text in {"20", "30", "40", "50", "60", "70", "80", "90"}


def _magnitude(*found: Token | Amount | None) -> Amount | None:
    amount = next(a for a in found if isinstance(a, Amount))
    point = amount.point
    if point is None or not 0 < point <= 10:
        return None
    return with_unit(amount, Unit("magnitude", "magnitude", "magnitude"), QuantityKind.DIMENSION)


def _letter_degrees(amount: Amount, letter: Token) -> Amount | None:
    unit = _LETTER_TEMPERATURES.get(letter.text)
    return None if unit is None else with_unit(amount, unit, QuantityKind.DIMENSION)


def _temperature_end(t: Token | None) -> bool:
    """What follows "30C": no noun, which would make it a part number."""
    return t is None or (t.kind == SYMBOL and t.norm not in {"/", "-"}) or t.norm in _AFTER_TEMPERATURE


def _no_name(tokens: Sequence[Token], at: int) -> bool:
    return not is_name_before(tokens, at)


def _of_a_person(tokens: Sequence[Token], at: int) -> bool:
    """ "she was 14", "who is 30"."""
    return at >= 2 and tokens[at - 1].norm in _BEING and tokens[at - 2].norm in _PRONOUNS


def _people(t: Token | None) -> bool:
    """What follows "5m" when it is five million and not five metres."""
    return t is not None and t.kind == WORD and not t.glued and t.norm not in _TALL and (
        is_counted(t))


_AFTER_TEMPERATURE = _CONTEXT["after_temperature"]
_DIGITS = kind("amount", lambda a: a.digits and a.kind is QuantityKind.NUMBER)
_FIGURE = kind("amount", lambda a: a.kind is QuantityKind.NUMBER)
_TIME_FIGURE = kind("amount", lambda a: a.kind is QuantityKind.NUMBER and a.form is not Form.OVER)
_TIME = "duration"
_BEING = frozenset(("is", "was", "turned", "am", "'s", "were", "turns"))
_PRONOUNS = frozenset(("i", "he", "she", "who", "you"))
_PERSONS = _CONTEXT["persons"]
_NOT_NAMES = _CONTEXT["not_names"]


def _after_person(tokens: Sequence[Token], at: int) -> bool:
    """After a name or a word for a person, ", 42," and "(42)" are ages."""
    if at < 2 or tokens[at - 1].norm not in {",", "("}:
        return False
    t = tokens[at - 2]
    if t.kind != WORD or t.norm in _NOT_NAMES:
        return False
    return (t.text[0].isupper() and len(t.text) > 1) or t.norm in _PERSONS


MEASURE_PRODUCTIONS: tuple[Production, ...] = (
    *_units("unit.time", lambda u: u.dimension == "duration", _UNITS.words),
    *_units("unit", lambda u: u.dimension not in {"duration", "money"}, _UNITS.words),
    *_units("currency", lambda u: True, _MONEY.words),
    *_signs(),
    # A figure and a unit.
    Production("<figure> <unit>", "measure", (_FIGURE, opt("-"), kind("unit")), _measured),
    Production(
        "<figure> <unit of time>", "duration", (_TIME_FIGURE, opt("-"), kind("unit.time"), not_ahead({"'"})), _measured
    ),
    Production("<figure> <unit of time>'", "duration", (_FIGURE, kind("unit.time"), {"'"}), lambda a, u, _: _measured(a, u)),
    Production(
        "<digits> <sign>", "measure", (_DIGITS, opt("-"), kind("sign", lambda u: u.dimension != _TIME)), _measured
    ),
    Production("<digits><sign of time>", "duration", (Place(_no_name), _DIGITS, kind("sign", lambda u: u.dimension == _TIME)), _measured),
    Production("<digits>C", "measure", (_DIGITS, GLUED, {"c", "f"}, ahead(_temperature_end)), _letter_degrees),
    Production("a <unit>", "measure", ({"a", "an"}, kind("unit", lambda u: u.dimension != "percent")), _an),
    Production("a <unit of time>", "duration", ({"a", "an"}, opt({"full", "whole", "single", "further"}), kind("unit.time", lambda u: u.name != "second")), _an),
    Production("another <unit of time>", "duration", ({"another"}, kind("unit.time", lambda u: u.name not in {"day", "second"})), _whole),
    Production(
        "<whole> <unit of time>", "duration",
        (not_behind({"a", "the"}), {"all", "full", "whole"}, opt("-"), kind("unit.time", lambda u: u.name in {"day", "week", "month", "year", "night"}), not_ahead({"-"})),
        _whole,
    ),
    Production(
        "<fraction> of a <unit>", "measure", (kind("fraction"), opt("of"), opt({"a", "an"}), opt("-"), kind("unit", lambda u: u.dimension != "percent")),
        _part_of_unit,
    ),
    Production(
        "<fraction> of a <unit of time>", "duration",
        (kind("fraction"), opt("of"), opt({"a", "an"}), opt("-"), kind("unit.time", lambda u: u.name not in {"second", "day", "weekend"})), _part_of_unit,
    ),
    *(
        Production(f"<{name}> and <fraction>", name, (kind(name), "and", opt("-"), kind("fraction")), _and_part)
        for name in ("measure", "duration")
    ),
    Production(
        "<measure> <measure>", "measure",
        (kind("measure", lambda a: a.unit.dimension in {"length", "mass", "money"}), opt(","), opt("and"), kind("measure")), _sum,
    ),
    Production(
        "<duration> <duration>", "duration",
        (kind("duration", lambda a: a.point is not None), opt(","), opt("and"), kind("duration")), _sum,
    ),
    Production("<digits>m <people>", "amount", (kind("number.suffixed"), ahead(_people)), of_number),
    Production("<digits>b|t", "amount", (kind("number.suffixed", lambda n: n.scale in (10**9,)),), of_number),
    Production("magnitude <figure>", "measure", ({"magnitude"}, opt({"of", "-"}), _FIGURE), _magnitude),
    Production("<figure> magnitude", "measure", (_FIGURE, opt("-"), {"magnitude"}), _magnitude),
    # Money.
    *_units("money.sign", lambda u: True, _MONEY.signs),
    Production(
        "<country>$", "money.sign", (frozenset(_MONEY.dollar_prefixes), {"$"}),
        lambda word, _: _MONEY.dollar_prefixes[word.norm] if word.text.isupper() or len(word.text) > 2 else None,
    ),
    Production("<code>", "money.code", (token(WORD, _coded),), _prefix),
    Production("<Rs>", "money.code", (frozenset(_MONEY.prefixes), opt(".")), _prefix),
    Production(
        "<sign><figure>", "measure", (kind("money.sign"), kind("amount", lambda a: a.digits and not a.limited)), _money
    ),
    Production(
        "<sign><figure> <currency>", "measure",
        (kind("money.sign"), kind("amount", lambda a: a.digits and not a.limited), opt("-"), kind("currency")),
        lambda unit, amount, _, currency: _money(unit, amount) if currency.base == unit.base else None,
    ),
    Production("<sign><figure>-<scale>", "measure", (kind("money.sign"), kind("number.suffixed")), _suffixed_money),
    Production(
        "<sign><digits>-<digits>m", "measure",
        (kind("money.sign"), kind("number.digits"), {"-"}, kind("number.suffixed")),
        lambda unit, low, _, high: with_unit(
            replace(of_number(high), interval=Interval(low.value * high.scale, high.value)), unit, QuantityKind.MONEY
        ) if low.value * high.scale < high.value else None,
    ),
    Production(
        "<code> <figure>", "measure", (kind("money.code"), kind("amount", lambda a: a.digits and a.form is not Form.YEAR)), _money
    ),
    Production("<code><digits>m", "measure", (kind("money.code"), kind("number.suffixed")), _suffixed_money),
    Production("<figure> <currency>", "measure", (_FIGURE, opt("-"), kind("currency")), _measured),
    Production("<digits>m <currency>", "measure", (kind("number.suffixed"), opt("-"), kind("currency")), lambda n, _, u: _suffixed_money(u, n)),
    Production("<figure> <MUSD>", "measure", (_FIGURE, token(WORD, _million_coded)), _millions),
    Production("<figure> <code>", "measure", (_FIGURE, token(WORD, _coded)), lambda a, t: _money(_MONEY.codes[t.norm], a)),
    Production("<digits>m <code>", "measure", (kind("number.suffixed"), token(WORD, _coded)), lambda n, t: _suffixed_money(_MONEY.codes[t.norm], n)),
    Production(
        "<digits><p|c>", "measure", (_DIGITS, GLUED, frozenset(_MONEY.hundredth_signs)),
        lambda a, t: _money(_MONEY.hundredth_signs[t.text], a) if t.text in _MONEY.hundredth_signs else None,
    ),
    Production("<digits> <sign>", "measure", (_DIGITS, kind("money.sign"), not_ahead(lambda t: t is not None and t.kind == NUMERAL)), lambda a, u: _money(u, a)),
    Production("a <currency>", "measure", ({"a"}, kind("currency")), _an),
    # Ages.
    Production(
        "<duration>-old", "measure", (kind("duration"), opt("-"), {"old", "olds"}), _age_of,
    ),
    Production("<figure> y.o.", "measure", (_FIGURE, {"yo", "y.o.", "y/o"}), _age_of),
    Production(
        "<feet> <figure> in", "measure",
        (kind("measure", lambda a: a.unit.name == "foot" and a.form is not Form.A_UNIT), _DIGITS, {"in"}, not_ahead({"the", "a", "an", "his", "her"})),
        lambda feet, inches, _: _sum(feet, with_unit(inches, _UNITS.by_name["inch"], QuantityKind.DIMENSION)),
    ),
    Production(
        "<feet>'<inches>\"", "measure",
        (token(NUMERAL, lambda t: t.text in {"4", "5", "6", "7"}), GLUED, {"'", "′"},
         token(NUMERAL, lambda t: t.text.isdecimal() and len(t.text) < 3 and int(t.text) < 12), {'"', "″", "”"}),
        _height,
    ),
    Production("<duration> of age", "measure", (kind("duration"), {"of"}, {"age"}), _age_of),
    Production("aged <figure>", "measure", ({"aged", "age", "ages"}, opt("of"), opt("from"), _FIGURE, not_ahead({"-", "percent", "%", "per"})), _age_of),
    Production("aged <duration>", "measure", ({"aged"}, kind("duration")), _age_of),
    Production("at the age of <figure>", "measure", ({"age", "ages"}, {"of"}, _FIGURE), _age_of),
    Production(
        "<name>, <figure>,", "measure",
        (Place(_after_person), kind("amount", lambda a: a.form is Form.DIGITS and a.precision >= 1), ahead({",", ")"})),
        _age_of,
    ),
    Production(
        "she was <figure>", "measure",
        (Place(_of_a_person), kind("amount", lambda a: a.point is not None and a.form in (Form.DIGITS, Form.WORDS)),
         ahead({",", ".", ";", "when", "at", "and", ")", "i", "he", "she"})), _age_of,
    ),
    Production(
        "the ages of <figure> and <figure>", "measure",
        (opt("between"), opt("the"), {"ages"}, opt("of"), kind("amount"), {"and", "to"}, kind("amount")),
        lambda _b, _t, _a, _o, low, _and, high: None if (both := span_of(low, high)) is None else _age(both),
    ),
    Production("in her <decade>", "measure", (_OWNERS, opt({"early", "mid", "late"}), opt("-"), frozenset(_DECADES)), _decade_word),
    Production(
        "in her <50s>", "measure",
        (_OWNERS, opt({"early", "mid", "late"}), opt("-"), opt("'"), token("numeral", _tens), GLUED, {"s"}), _decade_digits,
    ),
)
