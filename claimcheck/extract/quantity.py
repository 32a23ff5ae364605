"""Which amounts are quantities: guards against names, years and pronouns; ordinals, ranks, scores, multipliers.

The kind `quantity` is what `values` reports. An amount with a unit, a bound or a hedge is one wherever it stands; a
bare figure has to look like a count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.extract.amount import Amount, Form, hedged, limited, of_kind, of_number
from claimcheck.extract.bound import BOUND_PRODUCTIONS
from claimcheck.extract.grammar import APART, GLUED, Place, Production, ahead, behind, kind, not_ahead, not_behind, opt
from claimcheck.extract.look import LOOK_PRODUCTIONS, is_name_before
from claimcheck.extract.measure import MEASURE_PRODUCTIONS
from claimcheck.extract.number import NUMBER_PRODUCTIONS, Number
from claimcheck.extract.tokens import BREAK, NUMERAL, WORD, Token
from claimcheck.lexicon.contexts import contexts
from claimcheck.lexicon.units import units
from claimcheck.model.value import Interval, QuantityKind

_CONTEXT = contexts("quantity")
_TIME_WORDS = frozenset(word for word, unit in units().words.items() if unit.dimension == "duration")
_UNIT_WORDS = frozenset(word for word in units().words if " " not in word)
# What stands before "one" when it is a pronoun, an article or part of an idiom.
_BEFORE_PRONOUN = _CONTEXT["before_pronoun"]
_FUNCTION_WORDS = _CONTEXT["function_words"]
_TITLES = _CONTEXT["titles"]
_PREFIXES = _CONTEXT["prefixes"]
_FRACTION_BEFORE = _CONTEXT["fraction_before"]
_AFTER_HALF = _CONTEXT["after_half"]
_AFTER_PART = _CONTEXT["after_part"]
_SCORE_WORDS = _CONTEXT["score_words"]
_TIMES_AFTER = _CONTEXT["times_after"]
_PLURAL_FACTS = {"doubled": 2, "doubling": 2, "tripled": 3, "tripling": 3, "trebled": 3, "quadrupled": 4}
_FOLD = {"twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "tenfold": 10}
_VAGUE = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9,
          "trillions": 10**12, "lakhs": 10**5, "crores": 10**7}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_FEW = {"several": (3, None), "few": (3, None), "couple": (2, 2), "handful": (3, None)}


# Guards.


def _apart_from_letters(tokens: Sequence[Token], at: int) -> bool:
    """Digits do not hang on letters ("MH17", "W-48"), a date ("5/17"), a code ("555-1234") or a clock time."""
    if at == 0 or not tokens[at].glued or tokens[at].kind != NUMERAL:
        return True
    before = tokens[at - 1]
    if before.kind == WORD and before.norm != "'s":
        return False
    if before.norm in {"<", ">", "="} and before.glued:  # "=>30" says nothing certain
        return False
    if before.norm not in {"-", "/", ":", "."} or not before.glued or at < 2:
        return before.norm != "#"
    return tokens[at - 2].norm in _PREFIXES


def _ends_apart(tokens: Sequence[Token], at: int) -> bool:
    """No letter, and no further digits behind "-", "/" or ":" are glued to the end."""
    if at >= len(tokens) or not tokens[at].glued:
        return True
    after = tokens[at]
    if after.kind in (WORD, NUMERAL):
        return after.norm == "'s"
    return not (after.norm in {"-", "/", ":", "~"} and at + 1 < len(tokens) and tokens[at + 1].glued
                and tokens[at + 1].kind == NUMERAL)


def _no_name(tokens: Sequence[Token], at: int) -> bool:
    return not is_name_before(tokens, at)


def _no_title(tokens: Sequence[Token], at: int) -> bool:
    """An ordinal is not part of a name ("the First Lady", "Fifth Avenue") nor an adverb ("First, ...")."""
    first = tokens[at].text[0]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if not first.isupper():
        return True
    if after is None or after.norm == ",":
        return False
    return not after.text[0].isupper() or at == 0 or tokens[at - 1].text[0].isupper()


def _scored(tokens: Sequence[Token], at: int) -> bool:
    """A word of contest or voting stands within reach."""
    near = tokens[max(0, at - 6) : at + 6]
    return any(t.norm in _SCORE_WORDS for t in near)


def _counts_as_one(t: Token | None) -> bool:
    """What follows "one" when it is a number: a noun or an adjective."""
    if t is None or t.kind == BREAK:
        return False
    if t.norm == "-":
        return True
    return t.kind == WORD and t.norm not in _FUNCTION_WORDS and not t.glued


def _after_part(t: Token | None) -> bool:
    return t is None or t.kind == BREAK or t.norm in _AFTER_PART


def _after_by_part(t: Token | None) -> bool:
    """After "by a third": the end of the phrase, not the noun of an ordinal ("by a third party")."""
    return _after_part(t) or (t is not None and (t.kind != WORD or t.norm in _FUNCTION_WORDS))


def _long_enough(amount: Amount) -> bool:
    return amount.form is not Form.A_UNIT


# Builders.


def _same(amount: Amount) -> Amount:
    return amount


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


def _one_in(part: Number, *rest: Token | Number | None) -> Amount | None:
    """ "one in five", "7 out of 10"."""
    whole = rest[-1]
    assert isinstance(whole, Number)
    numbers = (part, whole)
    if any(n.value != n.value.to_integral_value() or n.value < 1 for n in numbers) or part.value >= whole.value:
        return None
    if len(whole.digits) == 4 and whole.digits.isdecimal():
        return None
    return Amount(Interval.point(part.value / whole.value), kind=QuantityKind.FRACTION)


def _one_in_plain(part: Number, joiner: Token, whole: Number) -> Amount | None:
    """Without "out of" only round wholes or a part of one: "one in five", "nine in ten", not "12 in six boxes"."""
    if part.value != 1 and whole.value not in (3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000):
        return None
    return _one_in(part, joiner, whole)


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
    if any(not n.digits.isdecimal() or n.value > 435 for n in (left, right)):
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


def _form(*forms: Form) -> object:
    return kind("amount", lambda a: a.form in forms and a.unit is None)


_APART = Place(_apart_from_letters)
_ENDS = Place(_ends_apart)
_NOT_NAME = Place(_no_name)
_SCORED = Place(_scored)
_NO_TITLE = Place(_no_title)
_BARE = QuantityKind.NUMBER


AMOUNT_PRODUCTIONS: tuple[Production, ...] = (
    Production("<number>", "amount", (kind("cardinal"),), of_number),
    Production("half", "amount", (kind("number.half"),), of_kind(QuantityKind.FRACTION, Form.HALF)),
    Production("a <part>", "amount", (kind("number.a_part"),), of_kind(QuantityKind.FRACTION, Form.A_PART)),
    Production("<parts>", "amount", (kind("number.parts"),), of_kind(QuantityKind.FRACTION)),
    Production("dozens", "amount", (frozenset(_VAGUE) - {"scores"},), _vague_plural),
    Production("scores of", "amount", ({"scores"}, ahead({"of"})), _vague_plural),
    Production("tens of thousands", "amount", ({"tens", "hundreds", "thousands", "dozens", "scores"}, "of", frozenset(_VAGUE)), _tens_of),
    Production("several", "amount", ({"several"}, opt("-"), opt(frozenset(_SCALES))), _few),
    Production("a few", "amount", ("a", {"few", "handful"}, opt("-"), opt("of"), opt(frozenset(_SCALES))), _few),
    Production("a couple of", "amount", (opt("a"), {"couple"}, "of", opt(frozenset(_SCALES))), _few),
    Production("<n> in <m>", "amount", (kind("cardinal"), opt("-"), {"in"}, opt("-"), kind("cardinal"), not_ahead(_UNIT_WORDS)), lambda a, _h, j, _i, b: _one_in_plain(a, j, b)),
    Production("<n> out of <m>", "amount", (kind("cardinal"), opt("-"), "out", opt("-"), "of", opt("every"), opt("-"), kind("cardinal"), not_ahead(_UNIT_WORDS)), _one_in),
    Production("<n> in every <m>", "amount", (kind("cardinal"), "in", {"every"}, kind("cardinal"), not_ahead(_UNIT_WORDS)), _one_in),
)
QUANTITY_PRODUCTIONS: tuple[Production, ...] = (
    # Bare figures.
    Production("<digits>", "quantity", (_APART, _NOT_NAME, _form(Form.DIGITS), _ENDS), _same),
    Production(
        "<round digits> <nouns>", "quantity",
        (_APART, not_behind({"the", "in", "of", "since", "by", "from", "until"}), kind("amount", lambda a: a.form is Form.YEAR and a.unit is None and (a.precision >= 100 or not 1900 <= (a.point or 0) <= 2100)), _ENDS),
        _same,
    ),
    Production("<words>", "quantity", (not_behind({"."}), _form(Form.WORDS)), _same),
    Production("one", "quantity", (not_behind(_BEFORE_PRONOUN), _form(Form.ONE), ahead(_counts_as_one)), _same),
    Production("half of", "quantity", (_form(Form.HALF), ahead(_AFTER_HALF)), _same),
    Production("by half", "quantity", (behind(_FRACTION_BEFORE | {"in"}), _form(Form.HALF), not_ahead({"-"})), _same),
    Production("a third of", "quantity", (_form(Form.A_PART), ahead(_after_part)), _same),
    Production("by a third", "quantity", (behind(_FRACTION_BEFORE), _form(Form.A_PART), ahead(_after_by_part)), _same),
    Production("dozens of", "quantity", (not_behind({"."}), _form(Form.VAGUE)), _same),
    Production(
        "<other amount>", "quantity",
        (_APART, kind("amount", lambda a: a.form is Form.OTHER), _ENDS), _same,
    ),
    Production("over <amount>", "quantity", (_form(Form.OVER), _ENDS, not_ahead(_TIME_WORDS)), _same),
    Production("<measure>", "quantity", (_APART, kind("measure", _long_enough), _ENDS), _same),
    Production("<duration>", "quantity", (_APART, kind("duration", _long_enough), _ENDS), _same),
    Production("for a <unit of time>", "quantity", (behind({"for", "in", "within", "lasted", "last", "lasts", "took", "take", "takes", "than", "spent", "after", "once", "every", "and"}), kind("duration", lambda a: a.form is Form.A_UNIT)), _same),
    Production("a <unit>", "quantity", (behind({"than", "for", "about", "nearly", "almost", "within", "over", "half"}), kind("measure", lambda a: a.form is Form.A_UNIT)), _same),
    # Ordinals and ranks.
    Production("<ordinal>", "quantity", (not_behind({"at", "-"}), _NO_TITLE, kind("ordinal"), not_ahead(_TITLES)), _ordinal),
    Production("between the <ordinal> and the <ordinal>", "quantity", ({"between", "from"}, opt("the"), kind("ordinal"), {"and", "to"}, opt("the"), kind("ordinal")), _ordinal_range),
    Production("number <n>", "quantity", ({"number", "ranked"}, kind("cardinal", lambda n: n.value < 1000)), _rank),
    Production(
        "No. <n>", "quantity", ({"no", "nos"}, opt("."), kind("cardinal", lambda n: n.digits.isdecimal() and n.value < 10000)),
        _rank,
    ),
    Production("#<n>", "quantity", ({"#", "№"}, kind("cardinal")), _rank),
    # Scores.
    Production("won <n>-<m>", "quantity", (_SCORED, _APART, kind("number.digits"), GLUED, "-", GLUED, kind("number.digits"), not_ahead({"-", "%"})), _score),
    Production("<n>-<m>, falling", "quantity", (_APART, kind("number.digits"), GLUED, "-", GLUED, kind("number.digits"), not_ahead({"-", "%"})), _score_down),
    Production("voted <n> to <m>", "quantity", (_SCORED, _APART, kind("number.digits"), "to", kind("number.digits"), _ENDS), _score_down),
    # Multipliers.
    Production("<multiplier>", "quantity", (kind("multiplier"),), _same),
    Production("<bound> <multiplier>", "multiplier", (kind("bound"), kind("multiplier")), lambda limit, a: limited(a, limit)),
    Production("<hedge> <multiplier>", "multiplier", (kind("hedge"), kind("multiplier")), lambda hedge, a: hedged(a, hedge)),
    Production("doubled", "multiplier", (frozenset(_PLURAL_FACTS),), lambda t: _times(_PLURAL_FACTS[t.norm])),
    Production("halved", "multiplier", ({"halved", "halving"},), lambda _: _times(Decimal("0.5"))),
    Production("to <double>", "multiplier", (behind({"to", "will", "would", "could", "may", "might", "can", "than"}), {"double", "triple", "treble", "quadruple"}), lambda t: _times({"double": 2, "triple": 3, "treble": 3}.get(t.norm, 4))),
    Production("double the", "multiplier", ({"double", "triple"}, ahead({"the", "that", "its", "their", "his", "her", "what"})), lambda t: _times(2 if t.norm == "double" else 3)),
    Production("twofold", "multiplier", (frozenset(_FOLD),), lambda t: _times(_FOLD[t.norm])),
    Production("<n>-fold", "multiplier", (kind("amount"), opt("-"), {"fold"}), _times_of),
    Production("twice as", "multiplier", ({"twice"}, ahead(_TIMES_AFTER)), lambda _: _times(2)),
    Production("<n> times as", "multiplier", (kind("amount"), {"times"}, ahead(_TIMES_AFTER)), _times_of),
    Production("<n>x", "multiplier", (kind("amount", lambda a: a.digits), GLUED, {"x"}, APART), _times_of),
)
PRODUCTIONS: tuple[Production, ...] = (
    *NUMBER_PRODUCTIONS, *AMOUNT_PRODUCTIONS, *BOUND_PRODUCTIONS, *MEASURE_PRODUCTIONS, *QUANTITY_PRODUCTIONS,
    *LOOK_PRODUCTIONS,
)
