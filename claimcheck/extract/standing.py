"""Ordinals, ranks, scores and multipliers (kind `quantity`)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck.extract.amount import Amount, Form, hedged, limited
from claimcheck.extract.grammar import APART, GLUED, Production, ahead, behind, kind, not_ahead, not_behind, opt
from claimcheck.extract.guard import APART_FROM_LETTERS, ENDS_APART, IN_A_CONTEST, NOT_IN_A_TERM, NOT_IN_A_TITLE
from claimcheck.extract.look import is_counted
from claimcheck.extract.number import Number
from claimcheck.extract.tokens import Token
from claimcheck.lexicon.contexts import contexts
from claimcheck.model.value import Interval, QuantityKind

_CONTEXT = contexts("quantity")
_TIMES_AFTER = _CONTEXT["times_after"]
_PLURAL_FACTS = {"doubled": 2, "doubling": 2, "tripled": 3, "tripling": 3, "trebled": 3, "quadrupled": 4}
_FOLD = {"twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "tenfold": 10}


def _ordinal(number: Number) -> Amount:
    return Amount(Interval.point(number.value), kind=QuantityKind.ORDINAL, form=Form.OTHER)


def _ordinal_range(*found: Token | Number | None) -> Amount | None:
    low, high = (n for n in found if isinstance(n, Number))
    if low.value >= high.value:
        return None
    return Amount(Interval(low.value, high.value), kind=QuantityKind.ORDINAL)


def _rank(*found: Token | Number | None) -> Amount | None:
    number = next(n for n in found if isinstance(n, Number))
    if number.value != number.value.to_integral_value() or number.value < 1:
        return None
    return Amount(Interval.point(number.value), kind=QuantityKind.RANK)


def _score(left: Number, _hyphen: Token, right: Number) -> Amount | None:
    """ "3-1": kept as the interval from the smaller to the larger."""
    if any(n.value != n.value.to_integral_value() or not 0 <= n.value <= 600 or n.scale > 1 for n in (left, right)):
        return None
    low, high = sorted((left.value, right.value))
    return Amount(Interval(low, high), kind=QuantityKind.SCORE)


def _score_down(left: Number, hyphen: Token, right: Number) -> Amount | None:
    return _score(left, hyphen, right) if left.value >= right.value else None


def _times(factor: Decimal | int) -> Amount:
    return Amount(Interval.point(Decimal(factor)), kind=QuantityKind.MULTIPLIER)


def _times_of(amount: Amount, *_: Token | None) -> Amount | None:
    if amount.kind is not QuantityKind.NUMBER or amount.unit is not None:
        return None
    return replace(amount, kind=QuantityKind.MULTIPLIER, form=Form.OTHER)


STANDING_PRODUCTIONS: tuple[Production, ...] = (
    # Ordinals and ranks.
    Production(
        "<ordinal>",
        "quantity",
        (not_behind({"at", "-"}), NOT_IN_A_TITLE, kind("ordinal"), NOT_IN_A_TERM),
        _ordinal,
    ),
    Production(
        "between the <ordinal> and the <ordinal>",
        "quantity",
        ({"between", "from"}, opt("the"), kind("ordinal"), {"and", "to"}, opt("the"), kind("ordinal")),
        _ordinal_range,
    ),
    Production("number <n>", "quantity", ({"number", "ranked"}, kind("cardinal", lambda n: n.value < 1000)), _rank),
    Production(
        "No. <n>",
        "quantity",
        ({"no", "nos"}, opt("."), kind("cardinal", lambda n: n.digits.isdecimal() and n.value < 10000)),
        _rank,
    ),
    Production("#<n>", "quantity", ({"#", "№"}, kind("cardinal")), _rank),
    # Scores.
    Production(
        "won <n>-<m>",
        "quantity",
        (
            IN_A_CONTEST,
            APART_FROM_LETTERS,
            kind("number.digits"),
            GLUED,
            "-",
            GLUED,
            kind("number.digits"),
            not_ahead({"-", "%"}),
        ),
        _score,
    ),
    Production(
        "<n>-<m>, falling",
        "quantity",
        (APART_FROM_LETTERS, kind("number.digits"), GLUED, "-", GLUED, kind("number.digits"), not_ahead({"-", "%"})),
        _score_down,
    ),
    Production(
        "<n>-to-<m>",
        "quantity",
        (APART_FROM_LETTERS, kind("cardinal"), "-", "to", "-", kind("cardinal"), ENDS_APART),
        lambda left, _h, to, _i, right: _score_down(left, to, right),
    ),
    Production(
        "voted <n> to <m>",
        "quantity",
        (IN_A_CONTEST, APART_FROM_LETTERS, not_behind({"from"}), kind("cardinal"), "to", kind("cardinal"), ENDS_APART,
         not_ahead(is_counted)),
        _score_down,
    ),
    Production(
        "<n> votes for and <m> against",
        "quantity",
        (APART_FROM_LETTERS, kind("cardinal"), {"vote", "votes", "voted", "in"}, opt("in"), {"favour", "favor", "for"},
         opt(","), opt({"and", "to", "with"}), kind("cardinal"), {"against", "opposed"}),
        lambda left, *rest: _score(left, rest[0], rest[-2]),
    ),
    Production(
        "<n> votes to <m>",
        "quantity",
        (APART_FROM_LETTERS, kind("cardinal"), {"vote", "votes"}, "to", kind("cardinal"), ENDS_APART,
         not_ahead(is_counted)),
        lambda left, _v, to, right: _score(left, to, right),
    ),
    Production(
        "<n> sets to <m>",
        "quantity",
        (APART_FROM_LETTERS, not_behind({"from"}), kind("cardinal"), {"sets", "games", "frames", "legs"}, "to",
         kind("cardinal"), ENDS_APART, not_ahead(is_counted)),
        lambda left, _s, to, right: _score_down(left, to, right),
    ),
    # Multipliers.
    Production("<multiplier>", "quantity", (kind("multiplier"),), lambda a: a),
    Production(
        "<bound> <multiplier>", "multiplier", (kind("bound"), kind("multiplier")), lambda limit, a: limited(a, limit)
    ),
    Production(
        "<hedge> <multiplier>", "multiplier", (kind("hedge"), kind("multiplier")), lambda hedge, a: hedged(a, hedge)
    ),
    Production("doubled", "multiplier", (frozenset(_PLURAL_FACTS),), lambda t: _times(_PLURAL_FACTS[t.norm])),
    Production("halved", "multiplier", ({"halved", "halving"},), lambda _: _times(Decimal("0.5"))),
    Production(
        "to <double>",
        "multiplier",
        (
            behind({"to", "will", "would", "could", "may", "might", "can", "than"}),
            {"double", "triple", "treble", "quadruple"},
        ),
        lambda t: _times({"double": 2, "triple": 3, "treble": 3}.get(t.norm, 4)),
    ),
    Production(
        "double the",
        "multiplier",
        ({"double", "triple"}, ahead({"the", "that", "its", "their", "his", "her", "what"})),
        lambda t: _times(2 if t.norm == "double" else 3),
    ),
    Production("twofold", "multiplier", (frozenset(_FOLD),), lambda t: _times(_FOLD[t.norm])),
    Production("<n>-fold", "multiplier", (kind("amount"), opt("-"), {"fold"}), _times_of),
    Production("twice as", "multiplier", ({"twice"}, ahead(_TIMES_AFTER)), lambda _: _times(2)),
    Production("<n> times as", "multiplier", (kind("amount"), {"times"}, ahead(_TIMES_AFTER)), _times_of),
    Production("<n>x", "multiplier", (kind("amount", lambda a: a.digits), GLUED, {"x"}, APART), _times_of),
)
