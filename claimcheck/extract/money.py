"""Sums of money (kind `measure`)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck.extract.amount import Amount, Form, of_number, with_unit
from claimcheck.extract.grammar import GLUED, Production, kind, not_ahead, opt, token
from claimcheck.extract.measure import DIGITS, FIGURE, a_unit, measured, unit_productions
from claimcheck.extract.number import Number
from claimcheck.extract.tokens import NUMERAL, WORD, Token
from claimcheck.lexicon.units import currencies
from claimcheck.model.value import Interval, QuantityKind, Unit

_MONEY = currencies()
_MILLION = Decimal(10**6)


def _money(unit: Unit, amount: Amount) -> Amount | None:
    return with_unit(amount, unit, QuantityKind.MONEY)


def _suffixed_money(unit: Unit, number: Number) -> Amount | None:
    return with_unit(of_number(number), unit, QuantityKind.MONEY)


def _prefix(word: Token, *_: Token | None) -> Unit | None:
    return _MONEY.codes.get(word.norm) or _MONEY.prefixes.get(word.norm)


def _coded(t: Token) -> bool:
    return t.norm in _MONEY.codes and (t.text.isupper() or t.norm in _MONEY.lower_codes)


def _before_millions(t: Token) -> bool:
    """The R of "R65m"; "r65m" is a name."""
    return t.norm in _MONEY.prefixes_of_millions and t.text.isupper()


def _prefixed_millions(letter: Token, amount: Amount) -> Amount | None:
    return _money(_MONEY.prefixes_of_millions[letter.norm], amount)


def _shared(amount: Amount, _hyphen: Token | None, noun: Token) -> Amount | None:
    """ "30 million crowns": money, but of which country is not said."""
    unit, least = _MONEY.shared[noun.norm]
    figure = amount.interval.high if amount.interval.high is not None else amount.interval.low
    if figure is None or figure < least:
        return None
    return with_unit(amount, unit, QuantityKind.MONEY)


def _million_coded(t: Token) -> bool:
    """ "MUSD": a million of the currency."""
    return t.text.isupper() and t.text[0] == "M" and t.norm[1:] in _MONEY.codes


def _millions(amount: Amount, code: Token) -> Amount | None:
    scaled = replace(
        amount, interval=amount.interval.scaled(_MILLION), precision=amount.precision * _MILLION, scale=_MILLION
    )
    return _money(_MONEY.codes[code.norm[1:]], scaled)


MONEY_PRODUCTIONS: tuple[Production, ...] = (
    *unit_productions("currency", lambda u: True, _MONEY.words),
    # Money.
    *unit_productions("money.sign", lambda u: True, _MONEY.signs),
    Production(
        "<country>$",
        "money.sign",
        (frozenset(_MONEY.dollar_prefixes), {"$"}),
        lambda word, _: _MONEY.dollar_prefixes[word.norm] if word.text.isupper() or len(word.text) > 2 else None,
    ),
    Production("<code>", "money.code", (token(WORD, _coded),), _prefix),
    Production("<Rs>", "money.code", (frozenset(_MONEY.prefixes), opt(".")), _prefix),
    Production(
        "<sign><figure>", "measure", (kind("money.sign"), kind("amount", lambda a: a.digits and not a.limited)), _money
    ),
    Production(
        "<sign><figure> <currency>",
        "measure",
        (kind("money.sign"), kind("amount", lambda a: a.digits and not a.limited), opt("-"), kind("currency")),
        lambda unit, amount, _, currency: _money(unit, amount) if currency.base == unit.base else None,
    ),
    Production("<sign><figure>-<scale>", "measure", (kind("money.sign"), kind("number.suffixed")), _suffixed_money),
    Production(
        "<sign><digits>-<digits>m",
        "measure",
        (kind("money.sign"), kind("number.digits"), {"-"}, kind("number.suffixed")),
        lambda unit, low, _, high: (
            with_unit(
                replace(of_number(high), interval=Interval(low.value * high.scale, high.value)),
                unit,
                QuantityKind.MONEY,
            )
            if low.value * high.scale < high.value
            else None
        ),
    ),
    Production(
        "<code> <figure>",
        "measure",
        (kind("money.code"), kind("amount", lambda a: a.digits and a.form is not Form.YEAR)),
        _money,
    ),
    Production("<code><digits>m", "measure", (kind("money.code"), kind("number.suffixed")), _suffixed_money),
    Production(
        "<R><figure> million",
        "measure",
        (
            token(WORD, _before_millions),
            GLUED,
            kind("amount", lambda a: a.digits and not a.limited and a.scale >= _MILLION),
        ),
        _prefixed_millions,
    ),
    Production(
        "<R><digits>m",
        "measure",
        (token(WORD, _before_millions), GLUED, kind("number.suffixed", lambda n: n.scale >= _MILLION)),
        lambda letter, number: _prefixed_millions(letter, of_number(number)),
    ),
    Production("<figure> <currency>", "measure", (FIGURE, opt("-"), kind("currency")), measured),
    Production("<figure> <crowns>", "measure", (FIGURE, opt("-"), frozenset(_MONEY.shared)), _shared),
    Production(
        "<digits>m <currency>",
        "measure",
        (kind("number.suffixed"), opt("-"), kind("currency")),
        lambda n, _, u: _suffixed_money(u, n),
    ),
    Production("<figure> <MUSD>", "measure", (FIGURE, token(WORD, _million_coded)), _millions),
    Production(
        "<figure> <code>", "measure", (FIGURE, token(WORD, _coded)), lambda a, t: _money(_MONEY.codes[t.norm], a)
    ),
    Production(
        "<digits>m <code>",
        "measure",
        (kind("number.suffixed"), token(WORD, _coded)),
        lambda n, t: _suffixed_money(_MONEY.codes[t.norm], n),
    ),
    Production(
        "<digits><p|c>",
        "measure",
        (DIGITS, GLUED, frozenset(_MONEY.hundredth_signs)),
        lambda a, t: _money(_MONEY.hundredth_signs[t.text], a) if t.text in _MONEY.hundredth_signs else None,
    ),
    Production(
        "<digits> <sign>",
        "measure",
        (DIGITS, kind("money.sign"), not_ahead(lambda t: t is not None and t.kind == NUMERAL)),
        lambda a, u: _money(u, a),
    ),
    Production("a <currency>", "measure", ({"a"}, kind("currency")), a_unit),
)
