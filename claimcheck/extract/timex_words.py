"""Leaves of the time grammar: months, weekdays, days of the month, years, units and amounts of time.

Kinds: `t.month` (int), `t.month?` (a lower-case "may" or "march"), `t.weekday` (int, also abbreviations), `t.dom`
(a day of the month in digits), `t.domth` (as an ordinal), `t.domword` (as a cardinal word), `t.year` (int; digits or
words that are a year only in context), `t.unit` (name of a unit), `t.amount` (`timex_terms.Amount`), `t.several`
(an amount of more than one), `t.one` (an amount of one without a number: "week").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claimcheck.extract import timex_terms as t
from claimcheck.extract.grammar import GLUED, Place, Production, ahead, behind, kind, not_ahead, not_behind, opt, token
from claimcheck.extract.number import Number
from claimcheck.extract.tokens import NUMERAL, WORD, Token
from claimcheck.lexicon.calendar import calendar_words

WORDS = calendar_words()
MONTHS = frozenset(WORDS.months)
WEEKDAYS = frozenset(WORDS.weekdays)
SEASONS = frozenset(WORDS.seasons)
UNITS = frozenset(WORDS.units)
FULL_WEEKDAYS = WEEKDAYS - WORDS.weak_weekdays
COARSE_UNITS = frozenset(w for w, u in WORDS.units.items() if u not in ("second", "minute", "hour"))
_VERB_MONTHS = frozenset(("may", "march", "mar"))

COUNTED = WORDS.context["counted"]
HALVES_OF_DAY = {"a.m.": "am", "am": "am", "p.m.": "pm", "pm": "pm"}
HOUR_WORDS = frozenset((*HALVES_OF_DAY, "o'clock"))  # what they stand behind is no amount
_TWELVE_HOURS = re.compile(r"(?:0?[1-9]|1[0-2])(?:\.(?P<minutes>[0-5]?[0-9]))?")
_LEADING = frozenset(("at", "from", "by", "until", "till", "before", "after", "since"))


def numeral(text: str, low: int, high: int, width: int) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= width and low <= int(text) <= high


def tells_hour(tokens: Sequence[Token], at: int) -> bool:
    """Does the figure before the "am" or "pm" at `at` tell an hour, so that these are no attometres and picometres?

    As a clock of twelve hours has it: "5", "11.15", "5.3pm", "from 5.3 pm"; not "530", "a gap of 5.3 pm".
    """
    hour = _TWELVE_HOURS.fullmatch(tokens[at - 1].text) if at else None
    if hour is None or len(hour["minutes"] or "00") == 2 or tokens[at].glued:
        return hour is not None
    return at > 1 and tokens[at - 2].norm in _LEADING


def is_word(t: Token | None) -> bool:
    return t is not None and t.kind == WORD


def is_numeral(t: Token | None) -> bool:
    return t is not None and t.kind == NUMERAL


def capitalised(word: Token) -> bool:
    return word.text[:1].isupper()


def _month(word: Token, *_: Token | None) -> int | None:
    return None if word.norm in _VERB_MONTHS and not capitalised(word) else WORDS.months[word.norm]


def _lower_month(word: Token) -> int | None:
    return None if capitalised(word) else WORDS.months[word.norm]


def _weekday(word: Token, *_: Token | None) -> int | None:
    weak = word.norm in ("sun", "sat", "wed", "mon") and not capitalised(word)
    return None if weak and word.norm != "wed" else WORDS.weekdays[word.norm]


def _whole(number: Number) -> int | None:
    whole = int(number.value) if 0 < number.value < 10**6 else 0
    return whole if whole == number.value and whole else None


def _day_number(number: Number) -> int | None:
    whole = _whole(number)
    return whole if whole is not None and whole <= 31 else None


def _word_year(number: Number) -> int | None:
    whole = _whole(number)
    return whole if whole is not None and not number.digits and 1000 <= whole < 2200 else None


def _pair_year(hundreds: Number, *rest: Token | Number | None) -> int | None:
    """ "nineteen ninety-nine", "nineteen hundred ninety three" """
    below = rest[-1]
    assert isinstance(below, Number)
    if not 13 <= hundreds.value <= 21 or not 10 <= below.value <= 99:
        return None
    return int(hundreds.value) * 100 + int(below.value)


def _amount(number: Number, hyphen: Token | None, unit: str) -> t.Amount | None:
    """Parts of a unit are put in the next smaller one: 1.5 years is 18 months."""
    value = number.value
    if not 0 < value < 10**5:
        return None
    if value == value.to_integral_value():
        return ((int(value), unit),)
    factor, smaller = _SMALLER.get(unit, (1, unit))
    return ((max(1, round(value * factor)), smaller),)


def _joined(first: t.Amount, *rest: Token | t.Amount | None) -> t.Amount | None:
    second: t.Amount = rest[-1]  # type: ignore[assignment]
    units = {unit for _, unit in first}
    return first + second if not units & {unit for _, unit in second} and len(first) < 4 else None


def _and_a_half(unit: str, *_: Token | None) -> t.Amount | None:
    return _amount(Number(Decimal("1.5")), None, unit)


_SMALLER = {
    "century": (100, "year"), "decade": (10, "year"), "year": (12, "month"), "quarter": (3, "month"),
    "month": (30, "day"), "fortnight": (14, "day"), "week": (7, "day"), "day": (24, "hour"), "hour": (60, "minute"),
    "minute": (60, "second"),
}
_FEW = Number(Decimal(3))
_TWO = Number(Decimal(2))


def _a(number: Number) -> bool:
    return number.value > 0


def _after_figure(tokens: Sequence[Token], at: int) -> bool:
    """The numeral is money or the minutes of a time of day."""
    if not at:
        return False
    return tokens[at - 1].norm in "$£€" or (tokens[at - 1].norm == ":" and at > 1 and tokens[at - 2].kind == NUMERAL)


_NO_FIGURE = Place(lambda tokens, at: not _after_figure(tokens, at))
WORD_PRODUCTIONS: tuple[Production, ...] = (
    Production("<month>", "t.month", (MONTHS,), _month),
    Production("<month>. <digits>", "t.month", (MONTHS, ".", ahead(is_numeral)), _month),
    Production("<may|march>", "t.month?", (_VERB_MONTHS,), _lower_month),
    Production("<weekday>", "t.weekday", (WEEKDAYS,), _weekday),
    Production("<weekday>.", "t.weekday", (WORDS.weak_weekdays, "."), _weekday),
    Production(
        "<1 to 31>", "t.dom", (_NO_FIGURE, token(NUMERAL, lambda n: numeral(n.text, 1, 31, 2))),
        lambda n: int(n.text),
    ),
    Production("<ordinal to 31>", "t.domth", (kind("ordinal"),), _day_number),
    Production("<digits to 31>th", "t.domth", (token(NUMERAL, lambda n: numeral(n.text, 1, 31, 2)), GLUED,
                                               {"st", "nd", "rd", "th"}), lambda n, _: int(n.text)),
    Production("<digits to 31>th", "t.nth", (token(NUMERAL, lambda n: numeral(n.text, 1, 31, 2)), GLUED,
                                             {"st", "nd", "rd", "th"}), lambda n, _: int(n.text)),
    Production("<number word to 31>", "t.domword", (kind("number.below100", lambda n: not n.digits),), _day_number),
    Production(
        "<1000 to 2199>", "t.year",
        (not_behind({"$", "£", "€", "-"}), token(NUMERAL, lambda n: numeral(n.text, 1000, 2199, 4)),
         not_ahead({"%"})),
        lambda n: int(n.text),
    ),
    Production(
        "-<year>", "t.year", (behind({"-"}), token(NUMERAL, lambda n: numeral(n.text, 1000, 2199, 4))),
        lambda n: int(n.text),
    ),
    Production("<number words>", "t.year", (kind("number.sum"),), _word_year),
    Production("two thousand", "t.year", (kind("number.scaled", lambda n: n.value == 2000),), lambda _: 2000),
    Production(
        "<nineteen> <ninety>", "t.year", (kind("number.below100"), opt("hundred"), opt("-"), kind("number.below100")),
        _pair_year,
    ),
    Production(
        "'<digits>", "t.yy", ("'", GLUED, token(NUMERAL, lambda n: numeral(n.text, 0, 99, 2))),
        lambda _, n: two_digit_year(int(n.text)),
    ),
    Production("<unit>", "t.unit", (UNITS,), lambda w: WORDS.units[w.norm]),
    Production("<number> <unit>", "t.amount", (kind("cardinal", _a), opt("-"), kind("t.unit")), _amount),
    Production("a <unit>", "t.amount", ({"a", "an"}, kind("t.unit")), lambda _, unit: ((1, unit),)),
    Production("a few <unit>", "t.few", (opt("a"), "few", kind("t.unit")), lambda *a: _amount(_FEW, None, a[-1])),
    Production("several <unit>", "t.few", ("several", kind("t.unit")), lambda _, unit: _amount(_FEW, None, unit)),
    Production(
        "a couple of <unit>", "t.few", (opt("a"), "couple", opt("of"), kind("t.unit")),
        lambda *a: _amount(_TWO, None, a[-1]),
    ),
    Production("<few>", "t.amount", (kind("t.few"),), lambda amount: amount),
    Production(
        "half an <unit>", "t.amount", (kind("fraction"), opt({"a", "an"}), kind("t.unit")),
        lambda part, _, unit: _amount(part, None, unit),
    ),
    Production("a <unit> and a half", "t.amount", ({"a", "an", "one"}, kind("t.unit"), "and a half"),
               lambda _, unit, *__: _and_a_half(unit)),
    Production(
        "<number> and half <unit>", "t.amount", (kind("cardinal", _a), "and half", kind("t.unit")),
        lambda n, _a, _h, unit: _amount(Number(n.value + Decimal("0.5")), None, unit),
    ),
    Production("<amount> and <amount>", "t.amount", (kind("t.amount"), opt({"and", ","}), kind("t.amount")), _joined),
    Production(
        "<amount of several>", "t.several", (kind("t.amount", lambda a: a[0][0] > 1 or len(a) > 1),), lambda a: a
    ),
    Production("<one unit>", "t.one", (kind("t.unit"),), lambda unit: ((1, unit),)),
)


def two_digit_year(number: int) -> int:
    """'15 is 2015 and '89 is 1989: the century that puts it nearest to our time."""
    return number + (2000 if number < 40 else 1900)
