"""Fractions and mixed numbers: productions for the kinds `fraction` and, from "two and a half", `cardinal`.

The kind says how the fraction was written, as not every "half" and "third" is one: `number.half`, `number.a_part` ("a
third", which may be an ordinal), `number.parts` ("two thirds", "3/4").
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.extract.grammar import (
    APART,
    GLUED,
    Place,
    Production,
    ahead,
    behind,
    kind,
    not_ahead,
    not_behind,
    opt,
    token,
)
from claimcheck.extract.number import HALVES, Number, fraction, minus_sign, negative, place
from claimcheck.extract.tokens import SYMBOL, WORD, Token
from claimcheck.lexicon.contexts import contexts
from claimcheck.lexicon.numbers import number_words

_W = number_words()
_ONE = Decimal(1)
_FINE = Decimal("0.01")  # the precision of a fraction in figures


def _part(above: Number, _hyphen: Token | None, below: Token) -> Number | None:
    """ "two thirds", "one-fifth", "132 fifths"; "one thirds" and "two third" are not fractions, nor is "a hundred and
    three quarters" three quarters of anything (see `_mixed`)."""
    parts = _W.denominators[below.norm]
    plural = below.norm.endswith("s") or below.norm == "halves"
    if above.value != above.value.to_integral_value() or above.value < 1 or (above.value > 1) != plural:
        return None
    if above.value >= 100 and above.value % 100 < parts:
        return None
    return fraction(above.value / parts)


def _ratio(above: Number, below: Number) -> Number | None:
    if below.value not in _PARTS or any(
        n.value != n.value.to_integral_value() or "," in n.digits for n in (above, below)
    ):
        return None
    return Number(above.value / below.value, _FINE, figures=True)


def _mixed(whole: Number, *rest: Token | Number | None) -> Number | None:
    """ "two and a half" is 2.5, "one million and a half" 1,500,000."""
    part = rest[-1]
    assert isinstance(part, Number)
    if not 0 < part.value < 1 or whole.value != whole.value.to_integral_value():
        return None
    value = whole.value + part.value * whole.scale
    precision = min(place(value), _ONE) if whole.scale == 1 else whole.scale / 10
    return Number(value, precision, figures=whole.figures)


def _adds(tokens: Sequence[Token], at: int) -> bool:
    """Behind "and a half": not "5 million and half of it", which is another thing."""
    if [t.norm for t in tokens[max(0, at - 2) : at]] == ["a", "half"]:
        return True
    after = [t.norm for t in tokens[at : at + 2]]
    return after[:1] != ["that"] and after not in (["of", pronoun] for pronoun in _OF_IT)


def _slash(t: Token | None) -> bool:
    return t is not None and t.norm == "/" and t.glued


def _noun(t: Token | None) -> bool:
    return t is not None and t.norm != "." and (t.kind == WORD or t.norm == "%")


def _no_word(t: Token | None) -> bool:
    return t is not None and t.kind != WORD


NO_WHOLE = Place(_adds)
_DENOMINATORS = frozenset(_W.denominators)
_OF_IT = ("it", "that", "this", "them", "those", "these", "its", "their", "the", "another", "which")
_PARTS = frozenset(Decimal(n) for n in (2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 1000))  # not "9/11"


_CONTEXT = contexts("quantity")
# More parts than ten are told in few places: elsewhere "a fourteenth" is the next after thirteen.
_MANY_PARTS = kind("number.ordinal", lambda n: 10 < n.value < 100 and not n.digits)
_A_PART = frozenset(w for w, n in _W.denominators.items() if not w.endswith("s") and (n <= 10 or n >= 100))


def _ends_part(t: Token | None) -> bool:
    """No noun of an ordinal stands here: "by a fourteenth.", "up a twentieth in a year"."""
    return t is None or t.kind != WORD or t.norm in _CONTEXT["after_part"] or t.norm in _CONTEXT["function_words"]


FRACTION_PRODUCTIONS: tuple[Production, ...] = (
    # Fractions.
    Production("half", "number.half", ("half",), lambda _: HALVES["half"]),
    Production(
        "a <part>",
        "number.a_part",
        ({"a", "an"}, opt("-"), _A_PART),
        lambda _a, _h, part: fraction(1 / _W.denominators[part.norm]),
    ),
    Production(
        "a good <part>",
        "number.a_part",
        ("a", {"good", "full", "mere"}, _A_PART | {"half"}, ahead({"of"})),
        lambda _a, _good, part: fraction(1 / _W.denominators[part.norm]),
    ),
    Production(
        "a <small part> of",
        "number.a_part",
        ({"a", "an"}, _MANY_PARTS, ahead({"of", "less", "more", "fewer", "lower", "higher", "smaller", "below"})),
        lambda _a, part: fraction(1 / part.value),
    ),
    Production(
        "by a <small part>",
        "number.a_part",
        (behind(_CONTEXT["fraction_before"] | {"up", "down"}), {"a", "an"}, _MANY_PARTS, ahead(_ends_part)),
        lambda _a, part: fraction(1 / part.value),
    ),
    Production(
        "one <small part>",
        "number.parts",
        ("one", opt("-"), kind("number.ordinal", lambda n: 20 < n.value < 100 and not n.digits), ahead({"of"})),
        lambda _one, _h, part: fraction(1 / part.value),
    ),
    Production("<number> <part>", "number.parts", (kind("number.below1000"), opt("-"), _DENOMINATORS), _part),
    Production(
        "<digits> <part>", "number.parts", (kind("number.digits"), opt("-"), {"quarters", "thirds", "fifths"}), _part
    ),
    Production(
        "<digits>/<digits>",
        "number.parts",
        (not_behind({"/"}), kind("number.digits"), GLUED, "/", GLUED, kind("number.digits"), not_ahead(_slash)),
        lambda above, _, below: _ratio(above, below),
    ),
    Production(
        "-<digits>/<digits>",
        "number.parts",
        (APART, token(SYMBOL, minus_sign), GLUED, kind("number.parts", lambda n: n.value > 0 and n.figures)),
        negative,
    ),
    Production(
        "one over <number>",
        "number.parts",
        (kind("cardinal", lambda n: n.value == 1), "over", kind("cardinal", lambda n: n.value > 1), not_ahead(_noun)),
        lambda _one, _, below: fraction(1 / below.value),
    ),
    Production("<½>", "number.parts", (frozenset(_W.symbols),), lambda t: fraction(_W.symbols[t.norm])),
    Production("<half>", "fraction", (kind("number.half"),), lambda n: n),
    Production("<a part>", "fraction", (kind("number.a_part"),), lambda n: n),
    Production("<parts>", "fraction", (kind("number.parts"),), lambda n: n),
    Production(
        "<number> and <fraction>",
        "number.mixed",
        (kind("number.below1000"), opt("-"), "and", opt("-"), kind("fraction"), NO_WHOLE),
        _mixed,
    ),
    Production(
        "<digits> and <fraction>",
        "number.mixed",
        (kind("number.digits"), opt("-"), "and", opt("-"), kind("fraction"), NO_WHOLE),
        _mixed,
    ),
    Production(
        "<scaled> and <fraction>", "number.mixed", (kind("number.scaled"), "and", kind("fraction"), NO_WHOLE), _mixed
    ),
    Production(
        "<digits> <fraction>",
        "number.mixed",
        (
            kind("number.digits", lambda n: n.value < 1000 and n.digits.isdecimal()),
            opt("-"),
            ahead(_no_word),
            kind("fraction"),
        ),
        _mixed,
    ),
    Production("<number>", "cardinal", (kind("number.mixed"),), lambda n: n),
)
