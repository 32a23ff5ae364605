"""Ages of people and things (kind `measure`, quantity kind AGE, in years or the unit written)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.extract.amount import Amount, Form, limited, span_of, with_unit
from claimcheck.extract.grammar import GLUED, Place, Production, ahead, behind, kind, not_ahead, opt, token
from claimcheck.extract.measure import FIGURE
from claimcheck.extract.tokens import NUMERAL, WORD, Token
from claimcheck.lexicon.contexts import contexts
from claimcheck.lexicon.units import units
from claimcheck.model.value import Hedge, Interval, QuantityKind

_CONTEXT = contexts("measure")
_YEAR = units().by_name["year"]
_HOURS = 12  # "as the clock turned 12"
_DECADES = {
    "teens": 13,
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_SO_OLD = {"sexagenarian": 60, "septuagenarian": 70, "octogenarian": 80, "nonagenarian": 90, "centenarian": 100}
_PARTS_OF_DECADE = {"teen": (3, 10), "early": (0, 4), "mid": (4, 7), "late": (7, 10)}
_OWNERS = frozenset(("his", "her", "their", "my", "your", "our"))


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
    return Amount(ends, Decimal(1), QuantityKind.AGE, _YEAR, hedge=Hedge.ABOUT, vague=True)


def _so_old(word: Token) -> Amount:
    """ "The octogenarian president": from 80 to 89; a centenarian is 100 or more."""
    least = _SO_OLD[word.norm]
    ends = Interval(Decimal(least), None if word.norm == "centenarian" else Decimal(least + 9))
    return Amount(ends, kind=QuantityKind.AGE, unit=_YEAR)


def _decade_word(_owner: Token, part: Token | None, _hyphen: Token | None, decade: Token) -> Amount:
    return _decade(part.norm if part else "", _DECADES[decade.norm])


def _decade_digits(
    _owner: Token, part: Token | None, _h: Token | None, _a: Token | None, tens: Token, _s: Token
) -> Amount:
    return _decade(part.norm if part else "", int(tens.text))


def _tens(t: Token) -> bool:
    return t.text in {"20", "30", "40", "50", "60", "70", "80", "90"}


def _of_a_person(tokens: Sequence[Token], at: int) -> bool:
    """ "she was 14", "who is 30"."""
    return at >= 2 and tokens[at - 1].norm in _BEING and tokens[at - 2].norm in _PRONOUNS


def _of_a_person_so_old(tokens: Sequence[Token], at: int) -> bool:
    """ "a woman of 52": one person, and not "a crowd of 52"."""
    return at >= 3 and tokens[at - 1].norm == "of" and tokens[at - 2].norm in _ONE_PERSON and (
        any(t.norm in {"a", "an"} for t in tokens[max(0, at - 4) : at - 2]))


_ONE_PERSON = frozenset(("man", "woman", "boy", "girl"))
_PARENTS = frozenset(("mother", "father", "mum", "mom", "dad", "grandmother", "grandfather", "parent"))
_BEING = frozenset(("is", "was", "turned", "am", "'s", "were", "turns"))
_JUNIOR = frozenset(("jr", "sr"))
_PRONOUNS = frozenset(("i", "he", "she", "who", "you"))
_AFTER_AGES = frozenset(("respectively", "and", "was", "were", "when", "are"))
_PERSONS = _CONTEXT["persons"]
_NOT_NAMES = _CONTEXT["not_names"]


def _after_person(tokens: Sequence[Token], at: int) -> bool:
    """After a name or a word for a person, ", 42," and "(42)" are ages."""
    if at < 2 or tokens[at - 1].norm not in {",", "("}:
        return False
    t = tokens[at - 2]
    if t.norm == "." and at > 3 and tokens[at - 3].norm in _JUNIOR:
        t = tokens[at - 3]
    if t.kind != WORD or t.norm in _NOT_NAMES:
        return False
    return (t.text[0].isupper() and len(t.text) > 1) or t.norm in _PERSONS


def _after_full_name(tokens: Sequence[Token], at: int) -> bool:
    """Before a full stop only after two capitalised words: "a win for Marr, 36." may be anything."""
    first = tokens[at - 3] if at >= 3 else None
    named = first is not None and first.kind == WORD and first.text[0].isupper() and first.norm not in _NOT_NAMES
    return named and tokens[at - 1].norm == "," and tokens[at - 2].text[0].isupper() and _after_person(tokens, at)


def _of_a_parent(tokens: Sequence[Token], at: int) -> bool:
    """ "The mother of three, 41,", "the father-of-two, 38,"; those are as many children."""
    near = [t.norm for t in tokens[max(0, at - 6) : at] if t.norm != "-"]
    return len(near) > 3 and near[-1] == "," and near[-3] == "of" and near[-4] in _PARENTS


def _name_ends(t: Token | None) -> bool:
    return t is None or t.norm in {".", ";", "and", "of", "from"}


def _listed(tokens: Sequence[Token], at: int) -> bool:
    """The figures of "Malia, 16 and Sasha, 13": each behind a name and its comma, one list of two."""
    if not _after_person(tokens, at) or tokens[at - 1].norm != ",":
        return False
    near = [t.norm for t in (*tokens[max(0, at - 4) : at], *tokens[at + 1 : at + 5])]
    ahead_ = tokens[at + 1 : at + 5]
    before = tokens[at - 5 : at - 2] if at > 4 else []
    followed = len(ahead_) == 4 and ahead_[0].norm == "and" and ahead_[1].text[0].isupper() and ahead_[2].norm == ","
    led = len(before) == 3 and before[0].norm == "," and before[1].kind == NUMERAL and before[2].norm == "and"
    return "and" in near and ((followed and ahead_[3].kind == NUMERAL) or led)


def _after_aged(tokens: Sequence[Token], at: int) -> bool:
    """The further figures of "aged 16, 14 and 13"; "aged 16, and 13 others" has none."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.kind == WORD and after.norm not in _AFTER_AGES:
        return False
    place = at - 1
    while place > 0 and (tokens[place].kind == NUMERAL or tokens[place].norm in (",", "and")):
        place -= 1
    return at - place > 2 and tokens[place].norm in ("aged", "ages")


def _plain_age(amount: Amount) -> bool:
    return amount.point is not None and amount.form in (Form.DIGITS, Form.WORDS)


def _age_range(amount: Amount) -> bool:
    """ "she is between 50 and 60"."""
    low, high = amount.interval.low, amount.interval.high
    return low is not None and high is not None and 1 <= low < high <= 120 and amount.unit is None


def _under_age(side: Token, *rest: Token | Amount | None) -> Amount | None:
    figure = rest[-1]
    assert isinstance(figure, Amount)
    aged = _age_of(figure)
    return None if aged is None else limited(aged, "high_open" if side.norm in {"under", "below"} else "low_open")


_IN_DIGITS = kind("amount", lambda a: a.form is Form.DIGITS and a.precision >= 1)
AGE_PRODUCTIONS: tuple[Production, ...] = (
    # Ages.
    Production(
        "<duration>-old",
        "measure",
        (kind("duration"), opt("-"), {"old", "olds"}),
        _age_of,
    ),
    Production("<figure> y.o.", "measure", (FIGURE, {"yo", "y.o.", "y/o"}), _age_of),
    Production("<duration> of age", "measure", (kind("duration"), {"of"}, {"age"}), _age_of),
    Production(
        "aged <figure>",
        "measure",
        ({"aged", "age", "ages"}, opt({"of", "just", "only"}), opt("from"), FIGURE,
         not_ahead({"-", "percent", "%", "per"})),
        _age_of,
    ),
    Production(
        "under the age of <figure>",
        "measure",
        ({"under", "below", "over", "above"}, opt("the"), "age", "of", FIGURE),
        _under_age,
    ),
    Production(
        "a woman of <figure>", "measure",
        (Place(_of_a_person_so_old), kind("amount", _plain_age), ahead({",", ".", ";", "was", "who", "and"})),
        _age_of,
    ),
    Production("as young as <figure>", "measure", ("as", {"young", "old"}, "as", FIGURE), _age_of),
    Production("as young as <duration>", "measure", ("as", {"young", "old"}, "as", kind("duration")), _age_of),
    Production(
        "as young as <age>", "measure",
        ("as", {"young", "old"}, "as", kind("measure", lambda a: a.kind is QuantityKind.AGE)),
        lambda _a, _y, _b, age: age,
    ),
    Production("aged <duration>", "measure", ({"aged"}, kind("duration")), _age_of),
    Production(
        "<name>, <figure>,",
        "measure",
        (Place(_after_person), _IN_DIGITS, ahead({",", ")"})),
        _age_of,
    ),
    Production(
        "<full name>, <figure>.",
        "measure",
        (Place(_after_full_name), _IN_DIGITS, ahead(_name_ends)),
        _age_of,
    ),
    Production(
        "mother of three, <figure>,", "measure",
        (Place(_of_a_parent), kind("amount", _plain_age), ahead({",", ")", "."})),
        _age_of,
    ),
    Production("<name>, <figure> and <name>, <figure>", "measure", (Place(_listed), _IN_DIGITS), _age_of),
    Production("aged <figure> and <figure>", "measure", (Place(_after_aged), _IN_DIGITS), _age_of),
    Production(
        "she was <figure>",
        "measure",
        (
            Place(_of_a_person),
            kind("amount", lambda a: _plain_age(a) or _age_range(a)),
            ahead({",", ".", ";", "when", "at", "and", ")", "i", "he", "she"}),
        ),
        _age_of,
    ),
    Production(
        "Brandt turns <figure>",
        "measure",
        (behind({"turns", "turned", "turning"}), kind("amount", lambda a: _plain_age(a) and a.point > _HOURS),
         ahead({",", ".", ";", "on", "in", "last", "this", "next", "today", "yesterday", "earlier"})),
        _age_of,
    ),
    Production(
        "the ages of <figure> and <figure>",
        "measure",
        (opt("between"), opt("the"), {"ages"}, opt("of"), kind("amount"), {"and", "to"}, kind("amount")),
        lambda _b, _t, _a, _o, low, _and, high: None if (both := span_of(low, high)) is None else _age(both),
    ),
    Production(
        "teenager", "measure", ({"teenager", "teenaged", "teenage"},),
        lambda _: Amount(Interval(Decimal(13), Decimal(19)), Decimal(1), QuantityKind.AGE, _YEAR),
    ),
    Production("octogenarian", "measure", (frozenset(_SO_OLD),), _so_old),
    Production(
        "in her <decade>",
        "measure",
        (_OWNERS, opt({"early", "mid", "late"}), opt("-"), frozenset(_DECADES)),
        _decade_word,
    ),
    Production(
        "in her <50s>",
        "measure",
        (_OWNERS, opt({"early", "mid", "late"}), opt("-"), opt("'"), token("numeral", _tens), GLUED, {"s"}),
        _decade_digits,
    ),
)
