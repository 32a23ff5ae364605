"""Which amounts are quantities: guards against names, years and pronouns.

The kind `quantity` is what `values` reports. An amount with a unit, a bound or a hedge is one wherever it stands; a
bare figure has to look like a count.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.age import AGE_PRODUCTIONS
from claimcheck.extract.amount import Amount, Form
from claimcheck.extract.bound import BOUND_PRODUCTIONS
from claimcheck.extract.count import COUNT_PRODUCTIONS
from claimcheck.extract.fraction import FRACTION_PRODUCTIONS
from claimcheck.extract.grammar import Place, Production, ahead, behind, kind, not_ahead, not_behind
from claimcheck.extract.guard import APART_FROM_LETTERS, ENDS_APART, NOT_A_SHOW, NOT_IN_A_NAME
from claimcheck.extract.look import LOOK_PRODUCTIONS
from claimcheck.extract.measure import MEASURE_PRODUCTIONS, unit_table
from claimcheck.extract.money import MONEY_PRODUCTIONS
from claimcheck.extract.number import CARDINAL_PRODUCTIONS
from claimcheck.extract.ordinal import ORDINAL_PRODUCTIONS
from claimcheck.extract.pattern import Item
from claimcheck.extract.standing import STANDING_PRODUCTIONS
from claimcheck.extract.tokens import BREAK, WORD, Token
from claimcheck.lexicon.contexts import contexts
from claimcheck.lexicon.units import UnitWords, units

_CONTEXT = contexts("quantity")
_TIME_WORDS = frozenset(word for word, unit in units().words.items() if unit.dimension == "duration")
_BEFORE_PRONOUN = _CONTEXT["before_pronoun"]
_FUNCTION_WORDS = _CONTEXT["function_words"]
_SINGULAR_IN_S = _CONTEXT["singular_in_s"]
_FRACTION_BEFORE = _CONTEXT["fraction_before"]
_AFTER_HALF = _CONTEXT["after_half"]
_WHICH_HALF = frozenset({"first", "second", "latter"})  # "in the second half of March"
_AFTER_PART = _CONTEXT["after_part"]


def _counts_as_one(t: Token | None) -> bool:
    """What follows "one" when it is a number: a noun or an adjective."""
    if t is None or t.kind == BREAK:
        return False
    if t.norm == "-":
        return True
    return t.kind == WORD and t.norm not in _FUNCTION_WORDS and not t.glued and not _third_person(t)


def _third_person(t: Token) -> bool:
    """ "one wonders", "one suspects": what one of is counted stands in the singular."""
    in_s = len(t.norm) > 3 and t.norm.endswith("s") and not t.norm.endswith(("ss", "us", "is"))
    return in_s and t.text.islower() and t.norm not in _SINGULAR_IN_S


def _after_part(t: Token | None) -> bool:
    return t is None or t.kind == BREAK or t.norm in _AFTER_PART


def _after_by_part(t: Token | None) -> bool:
    """After "by a third": the end of the phrase, not the noun of an ordinal ("by a third party")."""
    return _after_part(t) or (t is not None and (t.kind != WORD or t.norm in _FUNCTION_WORDS))


def _long_enough(amount: Amount) -> bool:
    return amount.form is not Form.A_UNIT


def _same(amount: Amount) -> Amount:
    return amount


def _form(*forms: Form) -> Item:
    return kind("amount", lambda a: a.form in forms and a.unit is None)


def _to_do(tokens: Sequence[Token], at: int) -> bool:
    """The "to appeal" of "has a week to appeal", not the "to the north" of a way, nor the "to remember" of a day."""
    verb = tokens[at + 1] if at + 1 < len(tokens) else None
    return verb is not None and verb.kind == WORD and verb.norm not in _CONTEXT["no_task"]


def _may_last(before: Token | None) -> bool:
    """What stands before "a year of war"; in "200 billion a year of goods" it is a rate."""
    return before is None or before.kind == BREAK or before.norm in _CONTEXT["before_a_time_of"]


def _locked_up(tokens: Sequence[Token], at: int) -> bool:
    """The "in prison", "behind bars" of "got a year in prison"."""
    words = [t.norm for t in tokens[at : at + 2]]
    return words == ["behind", "bars"] or (words[:1] == ["in"] and words[-1] in _CONTEXT["locked"])


_A_TIME = kind("duration", lambda a: a.form is Form.A_UNIT)
_A_LONG_TIME = kind("duration", lambda a: a.form is Form.A_UNIT and a.unit.name not in _CONTEXT["short"])


QUANTITY_PRODUCTIONS: tuple[Production, ...] = (
    # Bare figures.
    Production("<digits>", "quantity", (APART_FROM_LETTERS, NOT_IN_A_NAME, _form(Form.DIGITS), ENDS_APART), _same),
    Production(
        "<round digits> <nouns>",
        "quantity",
        (
            APART_FROM_LETTERS,
            not_behind({"the", "in", "of", "since", "by", "from", "until"}),
            kind(
                "amount",
                lambda a: (
                    a.form is Form.YEAR
                    and a.unit is None
                    and (a.precision >= 100 or not 1900 <= (a.point or 0) <= 2100)
                ),
            ),
            ENDS_APART,
        ),
        _same,
    ),
    Production(
        "<digits> <people>",
        "quantity",
        (
            APART_FROM_LETTERS,
            not_behind({"the", "in", "of", "since", "by", "from", "until"}),
            _form(Form.YEAR),
            ahead(_CONTEXT["countable"]),
        ),
        _same,
    ),
    Production("<words>", "quantity", (not_behind({"."}), APART_FROM_LETTERS, _form(Form.WORDS), ENDS_APART), _same),
    Production("one", "quantity", (not_behind(_BEFORE_PRONOUN), _form(Form.ONE), ahead(_counts_as_one)), _same),
    Production("half of", "quantity", (not_behind(_WHICH_HALF), _form(Form.HALF), ahead(_AFTER_HALF)), _same),
    Production("by half", "quantity", (behind(_FRACTION_BEFORE | {"in"}), _form(Form.HALF), not_ahead({"-"})), _same),
    Production("a third of", "quantity", (_form(Form.A_PART), ahead(_after_part)), _same),
    Production("by a third", "quantity", (behind(_FRACTION_BEFORE), _form(Form.A_PART), ahead(_after_by_part)), _same),
    Production("dozens of", "quantity", (not_behind({"."}), _form(Form.VAGUE)), _same),
    Production(
        "<other amount>",
        "quantity",
        (APART_FROM_LETTERS, kind("amount", lambda a: a.form is Form.OTHER), ENDS_APART),
        _same,
    ),
    Production("over <amount>", "quantity", (_form(Form.OVER), ENDS_APART, not_ahead(_TIME_WORDS)), _same),
    Production("<measure>", "quantity", (APART_FROM_LETTERS, kind("measure", _long_enough), ENDS_APART), _same),
    Production(
        "<duration>",
        "quantity",
        # "Higher than four years ago" compares with a day.
        (APART_FROM_LETTERS, NOT_A_SHOW, kind("duration", _long_enough), ENDS_APART, not_ahead({"ago"})),
        _same,
    ),
    Production(
        "for a <unit of time>",
        "quantity",
        (
            behind(
                {
                    "for",
                    "in",
                    "within",
                    "lasted",
                    "last",
                    "lasts",
                    "took",
                    "take",
                    "takes",
                    "than",
                    "spent",
                    "after",
                    "once",
                    "every",
                    "and",
                }
            ),
            kind("duration", lambda a: a.form is Form.A_UNIT),
        ),
        _same,
    ),
    Production(
        "delayed by a <unit of time>", "quantity", (behind(_CONTEXT["before_a_time"]), _A_TIME, ENDS_APART), _same
    ),
    Production(
        "has a <unit of time> to appeal", "quantity",
        (behind(_CONTEXT["having"]), _A_TIME, ahead({"to"}), Place(_to_do)),
        _same,
    ),
    Production(
        "a <unit of time> in prison", "quantity", (behind(_CONTEXT["sentenced"]), _A_TIME, Place(_locked_up)), _same
    ),
    Production(
        "a <unit of time> of war", "quantity",
        (behind(_may_last), _A_LONG_TIME, ahead({"of"})),
        _same,
    ),
    Production("a <unit of time>'s notice", "quantity", (_A_LONG_TIME, {"'s"}), lambda a, _: a),
    Production(
        "a <unit>",
        "quantity",
        (
            behind({"than", "for", "about", "nearly", "almost", "within", "over", "half"}),
            kind("measure", lambda a: a.form is Form.A_UNIT),
        ),
        _same,
    ),
)


def productions(known: UnitWords) -> tuple[Production, ...]:
    """The whole table, for the units that are known."""
    return (
        *CARDINAL_PRODUCTIONS,
        *FRACTION_PRODUCTIONS,
        *ORDINAL_PRODUCTIONS,
        *COUNT_PRODUCTIONS,
        *BOUND_PRODUCTIONS,
        *unit_table(known),
        *MEASURE_PRODUCTIONS,
        *MONEY_PRODUCTIONS,
        *AGE_PRODUCTIONS,
        *QUANTITY_PRODUCTIONS,
        *STANDING_PRODUCTIONS,
        *LOOK_PRODUCTIONS,
    )


PRODUCTIONS: tuple[Production, ...] = productions(units())
