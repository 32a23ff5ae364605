"""Counts without a unit (kind `amount`): plain numbers, vague ones ("dozens"), parts of a whole ("one in five")."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.extract.amount import Amount, Form, of_kind, of_number
from claimcheck.extract.grammar import Place, Production, ahead, kind, not_ahead, opt
from claimcheck.extract.number import Number
from claimcheck.extract.tokens import BREAK, WORD, Token
from claimcheck.lexicon.contexts import contexts
from claimcheck.lexicon.units import units
from claimcheck.model.value import Interval, QuantityKind

_CONTEXT = contexts("count")
_UNIT_WORDS = frozenset(word for word in units().words if " " not in word)
_VAGUE = {
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
    "lakhs": 10**5,
    "crores": 10**7,
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_GROUPS = {"pair": 2, "duo": 2, "brace": 2, "trio": 3, "quartet": 4, "quintet": 5, "sextet": 6, "septet": 7, "octet": 8}
_PHRASE = 6  # words of what a group is of
_FEW = {"several": (3, None), "few": (3, None), "couple": (2, 2), "handful": (3, None)}


def _vague_plural(word: Token, *_: Token | None) -> Amount:
    scale = _VAGUE[word.norm]
    return Amount(Interval(Decimal(2 * scale), None), Decimal(scale), form=Form.VAGUE, vague=True, scale=Decimal(scale))


def _tens_of(many: Token, _of: Token, word: Token) -> Amount:
    scale = Decimal(10 if many.norm == "tens" else _VAGUE[many.norm]) * _VAGUE[word.norm]
    return Amount(Interval(2 * scale, None), scale, form=Form.VAGUE, vague=True, scale=scale)


def _few(*found: Token | None) -> Amount:
    words = [t.norm for t in found if t is not None]
    low, high = next(_FEW[word] for word in words if word in _FEW)
    scale = next((_SCALES[word] for word in words if word in _SCALES), 1)
    ends = Interval(Decimal(low * scale), None if high is None else Decimal(high * scale))
    return Amount(ends, Decimal(scale), form=Form.VAGUE, vague=True, scale=Decimal(scale))


def _group(*found: Token | None) -> Amount:
    """ "A trio of": three."""
    number = next(_GROUPS[t.norm] for t in found if t is not None and t.norm in _GROUPS)
    return Amount(Interval.point(Decimal(number)), form=Form.VAGUE)


def _is_group(tokens: Sequence[Token], at: int) -> bool:
    """The trio of "a trio of men"; not that of "a jazz trio of men", nor of "the Velden Trio of Ostra"."""
    before = tokens[at - 1] if at else None
    if before is None or before.kind != WORD:
        return at >= len(tokens) or before is None or before.norm not in {"-", "."}
    return before.norm in _CONTEXT["before_group"] and tokens[at].text.islower()


def _no_wear(tokens: Sequence[Token], at: int) -> bool:
    """What stands behind the "of" is no one thing with two legs, as trousers and scissors are, nor a pronoun."""
    for place, t in enumerate(tokens[at : at + _PHRASE]):
        if t.norm in _CONTEXT["worn"] or (not place and t.norm in _CONTEXT["not_grouped"]):
            return False
        if t.kind == BREAK or t.norm in _CONTEXT["ends_phrase"]:
            break
    return True


def _one_in(part: Number, *rest: Token | Number | None) -> Amount | None:
    """ "one in five", "7 out of 10"."""
    whole = rest[-1]
    assert isinstance(whole, Number)
    numbers = (part, whole)
    if any(n.value != n.value.to_integral_value() or n.value < 1 for n in numbers) or part.value >= whole.value:
        return None
    if len(whole.digits) == 4 and whole.digits.isdecimal():
        return None
    return Amount(Interval.point(part.value / whole.value), Decimal("0.01"), kind=QuantityKind.FRACTION)


def _one_in_plain(part: Number, joiner: Token, whole: Number) -> Amount | None:
    """Without "out of" only round wholes or a part of one: "one in five", "nine in ten", not "12 in six boxes"."""
    if part.value != 1 and whole.value not in (3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000):
        return None
    return _one_in(part, joiner, whole)


COUNT_PRODUCTIONS: tuple[Production, ...] = (
    Production("<number>", "amount", (kind("cardinal"),), of_number),
    Production("half", "amount", (kind("number.half"),), of_kind(QuantityKind.FRACTION, Form.HALF)),
    Production("a <part>", "amount", (kind("number.a_part"),), of_kind(QuantityKind.FRACTION, Form.A_PART)),
    Production("<parts>", "amount", (kind("number.parts"),), of_kind(QuantityKind.FRACTION)),
    Production("dozens", "amount", (frozenset(_VAGUE) - {"scores"},), _vague_plural),
    Production("scores of", "amount", ({"scores"}, ahead({"of"})), _vague_plural),
    Production(
        "tens of thousands",
        "amount",
        ({"tens", "hundreds", "thousands", "dozens", "scores"}, "of", frozenset(_VAGUE)),
        _tens_of,
    ),
    Production("several", "amount", ({"several"}, opt("-"), opt(frozenset(_SCALES))), _few),
    Production("a few", "amount", ("a", {"few", "handful"}, opt("-"), opt("of"), opt(frozenset(_SCALES))), _few),
    Production("a couple of", "amount", (opt("a"), {"couple"}, "of", opt(frozenset(_SCALES))), _few),
    Production("a trio of", "amount", (opt("a"), Place(_is_group), frozenset(_GROUPS), "of", Place(_no_wear)), _group),
    Production(
        "<n> in <m>",
        "amount",
        (kind("cardinal"), opt("-"), {"in"}, opt("-"), kind("cardinal"), not_ahead(_UNIT_WORDS)),
        lambda a, _h, j, _i, b: _one_in_plain(a, j, b),
    ),
    Production(
        "<n> out of <m>",
        "amount",
        (
            kind("cardinal"),
            opt("-"),
            "out",
            opt("-"),
            "of",
            opt("every"),
            opt("-"),
            kind("cardinal"),
            not_ahead(_UNIT_WORDS),
        ),
        _one_in,
    ),
    Production(
        "<n> in every <m>",
        "amount",
        (kind("cardinal"), "in", {"every"}, kind("cardinal"), not_ahead(_UNIT_WORDS)),
        _one_in,
    ),
)
