"""Ordinals: productions for the kind `ordinal`."""

from __future__ import annotations

from claimcheck.extract.grammar import GLUED, Production, kind, not_behind, opt, token
from claimcheck.extract.number import Number, read_numeral
from claimcheck.extract.tokens import NUMERAL, Token
from claimcheck.lexicon.numbers import number_words

_W = number_words()


def _ordinal_numeral(n: Token, suffix: Token) -> Number | None:
    number = read_numeral(n.text)
    if number is None or number.value != number.value.to_integral_value() or not n.text.replace(",", "").isdigit():
        return None
    last = int(number.value) % 100
    right = "th" if 10 <= last <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(last % 10, "th")
    return Number(number.value, digits=n.text) if suffix.norm == right else None


def _ordinal_sum(left: Number, *rest: Token | Number | None) -> Number | None:
    right = rest[-1]
    assert isinstance(right, Number)
    return Number(left.value + right.value) if 0 < right.value < left.precision else None


_SMALL_ORDINALS = {word: n for word, n in _W.ordinals.items() if n < 10}


ORDINAL_PRODUCTIONS: tuple[Production, ...] = (
    # Ordinals.
    Production("<ordinal word>", "number.ordinal", (frozenset(_W.ordinals),), lambda t: Number(_W.ordinals[t.norm])),
    Production(
        "<tens>-<ordinal>",
        "number.ordinal",
        (frozenset(_W.tens), opt("-"), frozenset(_SMALL_ORDINALS)),
        lambda tens, _, t: Number(_W.tens[tens.norm] + _W.ordinals[t.norm]),
    ),
    Production(
        "<hundreds> <ordinal>",
        "number.ordinal",
        (kind("number.hundreds"), opt("and"), kind("number.ordinal")),
        _ordinal_sum,
    ),
    Production(
        "<scaled> <ordinal>",
        "number.ordinal",
        (kind("number.scaled"), opt("and"), kind("number.ordinal")),
        _ordinal_sum,
    ),
    Production(
        "<scale>th",
        "number.ordinal",
        (not_behind({"a", "an"}), frozenset(_W.scale_ordinals)),
        lambda t: Number(_W.scale_ordinals[t.norm]),
    ),
    Production(
        "<number> <scale>th",
        "number.ordinal",
        (kind("number.below1000"), opt("-"), frozenset(_W.scale_ordinals)),
        lambda n, _, t: Number(n.value * _W.scale_ordinals[t.norm]),
    ),
    Production("<digits>th", "number.ordinal", (token(NUMERAL), GLUED, {"st", "nd", "rd", "th"}), _ordinal_numeral),
    Production("<ordinal>", "ordinal", (kind("number.ordinal"),), lambda n: n),
)
