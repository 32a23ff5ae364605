"""Numbers: productions for the kind `cardinal`; `fraction` and `ordinal` stand in the modules of these names.

Other grammars build on the three; the value of each is a `Number`. The kinds whose names start with "number." are
steps on the way. A cardinal may be a mixed number ("two and a half") or negative; whether it *counts* anything, is a
year or a part of a name is for the grammars above to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.extract.grammar import APART, GLUED, Production, behind, kind, not_ahead, not_behind, opt, token
from claimcheck.extract.tokens import NUMERAL, SYMBOL, WORD, Token
from claimcheck.lexicon.numbers import number_words

_MAX_DIGITS = 24  # longer runs of digits are identifiers; within the 28 digits of Decimal's default context
_W = number_words()
_ONE = Decimal(1)
_DIGIT_WORDS = {word: n for word, n in _W.small.items() if 0 < n < 10}
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Number:
    """`precision` is the place value of the last significant digit. `digits` is the numeral where one token is all of
    it ("2014"), else "". `scale` is that of a final scale word ("million"), 1 without one. `figures`: it begins with
    digits."""

    value: Decimal
    precision: Decimal = _ONE
    digits: str = ""
    scale: Decimal = _ONE
    figures: bool = False

    def __str__(self) -> str:
        return f"{self.value:f}"


def fraction(value: Decimal) -> Number:
    """A fraction in words: a third is said of 32 and of 35 in a hundred, and "nine tenths" leave one."""
    rest = abs(1 - value)
    return Number(value, min(value, rest or value) / 10)


def read_numeral(written: str) -> Number | None:
    """The value of a numeral: "1,200", "12,34,567.89", "10 000", "4.80"; None for "3.1.4", "22,24,26"."""
    bare = re.sub(r"[\s'\u2019]", "", written)
    if len(bare) > _MAX_DIGITS + 8:
        return None
    if _PLAIN.fullmatch(bare):
        plain = bare
    elif _GROUPED.fullmatch(bare):
        plain = bare.replace(",", "")
    elif _EUROPEAN.fullmatch(bare):
        plain = bare.replace(".", "").replace(",", ".")
    else:
        return None
    if len(plain) > _MAX_DIGITS:
        return None
    value = Decimal(plain)
    return Number(value, place(value), written, figures=True)


def place(value: Decimal) -> Decimal:
    """Place value of the last significant digit as written: 1,200 -> 100, 12.50 -> 0.01, 0 -> 1."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or not value:
        return _ONE
    if exponent >= 0:
        exponent = value.normalize().as_tuple().exponent
        assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)


def _numeral(t: Token) -> Number | None:
    return read_numeral(t.text)


def _of(table: dict[str, Decimal]) -> Callable[[Token], Number]:
    numbers = {word: Number(n, place(n)) for word, n in table.items()}
    return lambda t: numbers[t.norm]


def _sum(left: Number, *rest: Token | Number | None) -> Number | None:
    """The parts of one number, left above right: "twenty" + "one", "two thousand" + "three hundred"."""
    right = rest[-1]
    assert isinstance(right, Number)
    if not 0 < right.value < left.precision or right.value != right.value.to_integral_value():
        return None
    return Number(left.value + right.value, right.precision, figures=left.figures)


def _hundreds(n: Number, *_: Token | None) -> Number:
    return replace(_times(n, Decimal(100)), scale=_ONE)


def _plain(value: Decimal) -> Decimal:
    """1200000000.0 as 1200000000."""
    whole = value.to_integral_value()
    return whole if whole == value else value


def _times(n: Number, scale: Decimal) -> Number:
    return Number(_plain(n.value * scale), _plain(n.precision * scale), scale=scale, figures=n.figures)


def _scaled(n: Number, _hyphen: Token | None, scale: Token) -> Number | None:
    factor = _W.scales[scale.norm]
    return None if n.scale >= factor and n.scale > 1 and factor < 10**7 else _times(n, factor)


def _point(whole: Number, _point: Token, *digits: Token | None) -> Number | None:
    words = [str(_DIGIT_OR_TEEN[t.norm]) for t in digits if t is not None]
    value = whole.value + Decimal("0." + "".join(words))
    return Number(value, place(value))


def _point_number(whole: Number, _point: Token, part: Number) -> Number:
    value = whole.value + Decimal(f"0.{part.value:f}")
    return Number(value, place(value))


def _power_of_ten(n: Number, _e: Token, sign: Token | None, t: Token) -> Number | None:
    """Scientific notation, within 10^-30 and 10^30."""
    if not t.text.isdecimal() or len(t.text) > 2 or int(t.text) > 30:
        return None
    exponent = -int(t.text) if sign is not None and sign.norm == "-" else int(t.text)
    return replace(n, value=n.value.scaleb(exponent), precision=n.precision.scaleb(exponent), digits="")


def _suffixed(n: Number, suffix: Token) -> Number:
    return _times(n, _SUFFIXES[suffix.norm])


def negative(_sign: Token, n: Number) -> Number:
    return replace(n, value=-n.value, digits="")


def minus_sign(t: Token) -> bool:
    return t.text in "-\u2212"


def _before_hundred(t: Token | None) -> bool:
    return t is not None and (t.kind == NUMERAL or t.norm in {"a", "several", "few", "-", "couple"})


_DIGIT_OR_TEEN = {word: int(n) for word, n in {**_W.small, **_W.tens}.items()}
HALVES = {"half": fraction(Decimal("0.5")), "quarter": fraction(Decimal("0.25"))}
_DOZEN = frozenset(("dozen", "dozens", "dz", "dzs", "doz", "dozs"))
_SUFFIXES = {**_W.suffixes, **_W.ambiguous_suffixes, "mm": Decimal(10**6)}
_SCALES = frozenset((*_W.scales, "hundred", "dozen"))


CARDINAL_PRODUCTIONS: tuple[Production, ...] = (
    # Digits.
    Production("<digits>", "number.digits", (not_behind({"."}), token(NUMERAL)), _numeral),
    Production(
        "<digits> after a full stop",
        "number.digits",
        (behind(lambda t: t is not None and t.norm == "."), token(NUMERAL)),
        _numeral,
    ),
    Production(
        ".<digits>",
        "number.digits",
        (APART, ".", GLUED, token(NUMERAL, lambda t: t.text.isdecimal())),
        lambda _, t: read_numeral("0." + t.text),
    ),
    Production("<number>", "cardinal", (kind("number.digits"),), lambda n: n),
    Production("<digits><k|bn>", "cardinal", (kind("number.digits"), GLUED, frozenset(_W.suffixes)), _suffixed),
    Production(
        "<digits> <k|bn>",
        "cardinal",
        (kind("number.digits"), token(WORD, lambda t: not t.glued and t.norm in {"bn", "mn", "tn"})),
        _suffixed,
    ),
    Production(
        "<digits><M|B>",
        "cardinal",
        (kind("number.digits"), GLUED, token(WORD, lambda t: t.text in {"M", "B", "MM"})),
        _suffixed,
    ),
    Production(
        "<digits><m|b|t>",
        "number.suffixed",
        (kind("number.digits"), GLUED, frozenset(_W.ambiguous_suffixes), not_ahead({"²", "³"})),
        _suffixed,
    ),
    # Words.
    Production("<zero to nineteen>", "number.below100", (frozenset(_W.small),), _of(dict(_W.small))),
    Production("<tens>", "number.below100", (frozenset(_W.tens),), _of(dict(_W.tens))),
    Production(
        "<tens>-<digit>",
        "number.below100",
        (frozenset(_W.tens), opt("-"), frozenset(_DIGIT_WORDS)),
        lambda tens, _, digit: Number(_W.tens[tens.norm] + _W.small[digit.norm]),
    ),
    Production("<number> hundred", "number.hundreds", (kind("number.below100"), opt("-"), "hundred"), _hundreds),
    Production("<digits> hundred", "number.hundreds", (kind("number.digits"), "hundred"), _hundreds),
    Production("a hundred", "number.hundreds", ({"a"}, "hundred"), lambda *_: Number(Decimal(100), Decimal(100))),
    Production(
        "hundred",
        "number.hundreds",
        (not_behind(_before_hundred), "hundred"),
        lambda _: Number(Decimal(100), Decimal(100)),
    ),
    Production("<number>", "number.below1000", (kind("number.below100"),), lambda n: n),
    Production("<number>", "number.below1000", (kind("number.hundreds"),), lambda n: n),
    Production(
        "<hundreds> and <number>",
        "number.below1000",
        (kind("number.hundreds"), opt("and"), kind("number.below100")),
        _sum,
    ),
    Production(
        "<hundreds> and <digits>",
        "number.below1000",
        (kind("number.hundreds"), "and", kind("number.digits", lambda n: n.value < 100), not_ahead(_SCALES)),
        _sum,
    ),
    Production("<number>", "cardinal", (kind("number.below1000"),), lambda n: n),
    # Scales.
    Production(
        "<number> <scale>", "number.scaled", (kind("number.below1000"), opt("-"), frozenset(_W.scales)), _scaled
    ),
    Production("<number> <scale>", "number.scaled", (kind("number.digits"), opt("-"), frozenset(_W.scales)), _scaled),
    Production("<number> <scale>", "number.scaled", (kind("number.mixed"), opt("-"), frozenset(_W.scales)), _scaled),
    Production(
        "<number> <scale> <scale>",
        "number.scaled",
        (kind("number.scaled"), opt("-"), frozenset(_W.scales)),
        lambda n, hyphen, scale: _scaled(n, hyphen, scale) if n.scale < _W.scales[scale.norm] else None,
    ),
    Production(
        "a <scale>",
        "number.scaled",
        ("a", {w for w in _W.scales if not w.endswith("s")}),
        lambda _, scale: Number(_W.scales[scale.norm], _W.scales[scale.norm], scale=_W.scales[scale.norm]),
    ),
    Production(
        "<half|quarter> a <scale>",
        "number.scaled",
        (opt("a"), frozenset(HALVES), opt("-"), opt({"a", "of"}), opt("a"), frozenset(_W.scales)),
        lambda _a, half, _h, _of, _b, scale: _times(
            replace(HALVES[half.norm], precision=Decimal("0.1")), _W.scales[scale.norm]
        ),
    ),
    Production(
        "<fraction> of a <scale>",
        "number.scaled",
        (kind("number.parts"), opt("of a"), frozenset(_W.scales)),
        lambda part, _of, _a, scale: _times(part, _W.scales[scale.norm]),
    ),
    Production(
        "<a part> of a <scale>",
        "number.scaled",
        (kind("number.a_part"), "of a", frozenset(_W.scales)),
        lambda part, _of, _a, scale: _times(part, _W.scales[scale.norm]),
    ),
    Production("<number>", "cardinal", (kind("number.scaled"),), lambda n: n),
    Production("<scaled>", "number.sum", (kind("number.scaled"),), lambda n: n),
    Production(
        "<scaled> <scaled>",
        "number.sum",
        (kind("number.scaled"), opt("and"), kind("number.sum")),
        _sum,
    ),
    Production(
        "<scaled> <number>",
        "number.sum",
        (kind("number.scaled"), opt("and"), kind("number.below1000")),
        _sum,
    ),
    Production("<number>", "cardinal", (kind("number.sum"),), lambda n: n),
    # Dozens.
    Production(
        "<number> dozen",
        "cardinal",
        (kind("number.below1000"), opt("-"), _DOZEN),
        lambda n, *_: Number(n.value * 12, Decimal(12)),
    ),
    Production(
        "<digits> dozen",
        "cardinal",
        (kind("number.digits"), opt("-"), _DOZEN),
        lambda n, *_: Number(n.value * 12, Decimal(12)),
    ),
    Production("a dozen", "cardinal", ("a dozen",), lambda *_: Number(Decimal(12), Decimal(12))),
    Production(
        "the dozen",
        "cardinal",
        (behind({"the", "these", "those", "their", "his", "her", "its"}), token(WORD, lambda t: t.text == "dozen"),
         not_ahead({"-"})),
        lambda _: Number(Decimal(12), Decimal(12)),
    ),
    Production(
        "half a dozen",
        "cardinal",
        (opt("a"), "half", opt("-"), opt("a"), "dozen"),
        lambda *_: Number(Decimal(6), Decimal(6)),
    ),
    # Decimals in words, signs.
    Production(
        "<number> point <digits in words>",
        "number.pointed",
        (kind("number.below1000"), "point", frozenset(_DIGIT_OR_TEEN), opt(frozenset(_DIGIT_WORDS))),
        _point,
    ),
    Production(
        "<number> point <number>",
        "number.pointed",
        (kind("number.below1000"), "point", kind("number.below100", lambda n: n.value > 9)),
        _point_number,
    ),
    Production("<number>", "cardinal", (kind("number.pointed"),), lambda n: n),
    Production(
        "<number> point <number> <scale>",
        "number.scaled",
        (kind("number.pointed"), opt("-"), frozenset(_W.scales)),
        _scaled,
    ),
    Production(
        "<digits>e<digits>",
        "cardinal",
        (kind("number.digits"), GLUED, {"e"}, opt(GLUED, {"+", "-"}), GLUED, token(NUMERAL)),
        _power_of_ten,
    ),
    Production(
        "<digits>x10^<digits>",
        "cardinal",
        (
            kind("number.digits"),
            {"x", "×"},
            token(NUMERAL, lambda t: t.text == "10"),
            "^",
            opt({"+", "-"}),
            token(NUMERAL),
        ),
        lambda n, _x, _ten, _hat, sign, t: _power_of_ten(n, _x, sign, t),
    ),
    Production(
        "minus <number>", "cardinal", ({"minus", "negative"}, kind("cardinal", lambda n: n.value > 0)), negative
    ),
    Production(
        "-<number>",
        "cardinal",
        (APART, token(SYMBOL, minus_sign), GLUED, kind("cardinal", lambda n: n.value > 0 and n.figures)),
        negative,
    ),
)
