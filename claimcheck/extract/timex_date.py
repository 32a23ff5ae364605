"""Dates and named periods: productions for `t.day` (a day), `t.span` (a month, a year, a quarter ...).

In figures, 12/01/2022 is read month first, as American news writes it, unless only day first gives a date; with full
stops (12.01.2022) day first; a year in front is followed by month and day (ISO 8601).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from claimcheck.extract import calendar as cal
from claimcheck.extract import timex_terms as t
from claimcheck.extract.grammar import GLUED, Place, Production, ahead, behind, kind, not_ahead, not_behind, opt, token
from claimcheck.extract.number import Number
from claimcheck.extract.timex_words import (
    COUNTED,
    FULL_WEEKDAYS,
    MONTHS,
    SEASONS,
    WORDS,
    capitalised,
    is_word,
    numeral,
    two_digit_year,
)
from claimcheck.extract.tokens import NUMERAL, WORD, Token
from claimcheck.lexicon.calendar import holidays
from claimcheck.lexicon.numbers import number_words

_IN = WORDS.context["before_month"]
_SENTENCE = 25  # tokens to either side
_STOPS = frozenset({".", "!", "?"})
_MATCHES = frozenset(("game", "match", "final"))
_IN_ANY_CASE = WORDS.context["before_any_month"]
_YEAR_AFTER = WORDS.context["before_year"]


def _dated(month: int, *rest: Token | int | None) -> t.Day | None:
    day = rest[-1]
    assert isinstance(day, int)
    return _checked(t.Day(month=month, day=day))


def _checked(day: t.Day) -> t.Day | None:
    if day.month is None or day.day is None:
        return None
    try:
        cal.day_of(day.year or 2000, day.month, day.day)
    except cal.OffCalendarError:
        return None
    return day


def _in_year(day: t.Day, *rest: Token | int | None) -> t.Day | None:
    year = rest[-1]
    assert isinstance(year, int)
    return replace(day, year=year)  # 29 February 2021 is a date that no calendar has, not one of another year


def _on_weekday(weekday: int, *rest: Token | t.Day | None) -> t.Day:
    day = next(part for part in rest if isinstance(part, t.Day))
    return replace(day, weekday=weekday)


def _figures(first: Token, sign: Token, second: Token, other: Token, third: Token) -> t.Day | None:
    if sign.norm != other.norm or not all(n.text.isascii() for n in (first, second, third)):
        return None
    a, b, c = int(first.text), int(second.text), int(third.text)
    if len(first.text) == 4:
        return _checked_numbers(a, b, c)
    if len(third.text) not in (2, 4):
        return None
    year = c if len(third.text) == 4 else two_digit_year(c)
    orders = [day for month, of_month in ((a, b), (b, a)) if (day := _checked_numbers(year, month, of_month))]
    return replace(orders[0], either=len(set(orders)) > 1) if orders else None


def _checked_numbers(year: int, month: int, day: int) -> t.Day | None:
    try:
        cal.day_of(year, month, day)
    except cal.OffCalendarError:
        return None
    return t.Day(year, month, day)


def _stops(n: Token) -> t.Day | None:
    """13.5.2015"""
    day, month, year = n.text.split(".")
    return _checked_numbers(int(year), int(month), int(day))


def _is_stops(n: Token) -> bool:
    parts = n.text.split(".")
    return len(parts) == 3 and n.text.isascii() and all(p.isdecimal() for p in parts) and [
        len(p) <= w for p, w in zip(parts, (2, 2, 4), strict=True)] == [True] * 3 and len(parts[2]) == 4


def _compact(n: Token) -> t.Day | None:
    return _checked_numbers(int(n.text[:4]), int(n.text[4:6]), int(n.text[6:]))


def _is_compact(n: Token) -> bool:
    return len(n.text) == 8 and numeral(n.text, 19000101, 21001231, 8)


def _month_day(month: Token, _sign: Token, day: Token) -> t.Day | None:
    a, b = int(month.text), int(day.text)
    found = t.Day(month=a, day=b) if a <= 12 else t.Day(month=b, day=a) if b <= 12 else None
    return _checked(found) if found is not None else None


def _named_month(*found: Token) -> t.Month | None:
    """A month by itself: one that is another word as well needs a capital and a word before it that fits."""
    return t.Month(WORDS.months[found[-1].norm])


def _strong_month(word: Token) -> t.Month | None:
    if word.norm in WORDS.weak_months or (len(word.norm) < 5 and not capitalised(word)):
        return None
    return t.Month(WORDS.months[word.norm])


def _capital_month(word: Token) -> t.Month | None:
    return t.Month(WORDS.months[word.norm]) if capitalised(word) else None


def _common_word(word: Token | None) -> bool:
    return word is not None and is_word(word) and not capitalised(word)


def _year_first(year: Token, _sign: Token, month: Token) -> t.Month | None:
    if int(month.text) == (int(year.text) + 1) % 100 and len(month.text) == 2:
        return None  # "2008-09": two years
    return t.Month(int(month.text), int(year.text))


def _bare_year(year: int) -> t.Year | None:
    return t.Year(year)


def _likely_year(year: int) -> t.Year | None:
    return t.Year(year) if 1850 <= year <= 2060 else None


def _decade(year: int, *_: Token | None) -> t.Years | None:
    return t.Years(year, 100 if year % 100 == 0 and year < 1900 else 10) if year % 10 == 0 else None


def _short_decade(number: int) -> t.Years | None:
    return t.Years(number + (2000 if number < 20 else 1900), 10) if number % 10 == 0 else None


def _century(nth: Number, *_: Token | None) -> t.Years | None:
    return t.Years((int(nth.value) - 1) * 100 or 1, 100) if 1 <= nth.value <= 21 else None


def _quarter(year: int | None, number: int, top: int, unit: str) -> t.Period | None:
    return t.Period(unit, number, year) if 1 <= number <= top else None


def _q(letter: Token, figure: Token) -> t.Period | None:
    unit, top = ("quarter", 4) if letter.norm == "q" else ("half", 2)
    return _quarter(None, int(figure.text), top, unit) if letter.text.isupper() or letter.norm == "q" else None


def _with_year(period: t.Period | t.Season | t.Feast | t.Month, *rest: Token | int | None) -> t.Term:
    year = rest[-1]
    assert isinstance(year, int)
    if isinstance(period, t.Period) and any(isinstance(w, Token) and w.norm == "fiscal" for w in rest):
        return replace(period, year=year, fiscal=True)
    return replace(period, year=year)


def _of_year(*found: Token | int | t.Term | None) -> t.Term:
    year = found[0]
    assert isinstance(year, int)
    period = found[-1]
    assert isinstance(period, t.Period | t.Month)
    return replace(period, year=year)


def _spelled_period(nth: Number, _: Token | None, unit: Token) -> t.Period | None:
    return _quarter(None, int(nth.value), 4 if unit.norm == "quarter" else 2, unit.norm)


def _no_match(tokens: Sequence[Token], at: int) -> bool:
    """The quarter before `at` is none of a match: "scored in the fourth quarter", "the last quarter of the game"."""
    if at < len(tokens) and tokens[at].norm == "of":
        return _MATCHES.isdisjoint(w.norm for w in tokens[at : at + 5])
    before, after = reversed(tokens[max(0, at - _SENTENCE) : at]), tokens[at : at + _SENTENCE]
    near = {w.norm for side in (before, after) for w in takewhile(lambda w: w.norm not in _STOPS, side)}
    return near.isdisjoint(WORDS.context["of_play"]) or not near.isdisjoint(WORDS.context["of_business"])


def _capital_season(word: Token) -> t.Season | None:
    return t.Season(WORDS.seasons[word.norm]) if word.norm not in WORDS.weak_seasons else None


def _not_noun(word: Token | None) -> bool:
    """The place after an ordinal that stands for a day: no noun follows it."""
    return word is None or not is_word(word) or word.norm in _AFTER_DAY


def _on_the(tokens: Sequence[Token], at: int) -> bool:
    """ "On the", "by the", "the night of the"."""
    if at < 2 or tokens[at - 1].norm != "the":
        return False
    of_part = tokens[at - 2].norm == "of" and at > 2 and tokens[at - 3].norm in WORDS.parts
    return of_part or tokens[at - 2].norm in _ON


def _may_be_day(nth: Number) -> bool:
    """A number in words that is hardly a place: "on the second" may be any turn, "on the fifth" a count or a floor."""
    return not nth.digits and _FIRST_DAY <= nth.value <= 31


def _no_series(tokens: Sequence[Token], at: int) -> bool:
    """The number before `at` counts no holes, tries or floors: "made bogey on the 16th", "four ballots failed, on the
    fifth she won", "on the fifth and sixth floors"."""
    beside = [w.norm for w in tokens[at : at + 2]]
    if beside[:1] == ["and"] and not number_words().ordinals.keys().isdisjoint(beside):
        return False
    before, after = reversed(tokens[max(0, at - _SENTENCE) : at]), tokens[at : at + _SENTENCE]
    near = {w.norm for side in (before, after) for w in takewhile(lambda w: w.norm not in _STOPS, side)}
    return near.isdisjoint(WORDS.context["of_a_series"])


_ON = WORDS.context["before_day_of_month"]
_FIRST_DAY = 13
_AFTER_DAY = WORDS.context["after_day"]
_UNCOUNTED = not_ahead(COUNTED)
_OF_NO_MATCH = Place(_no_match)
_ON_THE = Place(_on_the)
_NO_SERIES = Place(_no_series)
_IN_LOWER_CASE = Place(lambda tokens, at: at < len(tokens) and tokens[at].text.islower())  # not "the Fourth"
_AFTER_YEAR = Place(lambda tokens, at: at > 1 and tokens[at - 1].norm in {"and", "or"}
                    and numeral(tokens[at - 2].text, 1000, 2199, 4))
_FREE = Place(lambda tokens, at: not (at and tokens[at].glued and tokens[at - 1].norm in {"/", "-"}))
_BEFORE_CHRIST = frozenset({"bc", "b.c.", "bce", "b.c.e."})
_OUR_ERA = token(WORD, lambda w: w.text in {"AD", "A.D.", "CE", "C.E."})
_ONE_OR_TWO = token(NUMERAL, lambda n: numeral(n.text, 1, 31, 2))
_DECADE_FIGURE = token(NUMERAL, lambda n: numeral(n.text, 10, 90, 2))
_NUMBER = token(NUMERAL, lambda n: numeral(n.text, 0, 9999, 4))


def _one_year(d: t.Day) -> bool:
    return d.year is None


def _feasts() -> tuple[Production, ...]:
    made = []
    for key, rule in holidays().items():
        for name in rule.names:
            made.append(Production(name, "t.feast", (name,), lambda *_, key=key: t.Feast(key)))
    return tuple(made)


DATE_PRODUCTIONS: tuple[Production, ...] = (
    # A day of a month.
    Production("<month> <day>", "t.date", (kind("t.month"), opt({"-", "/", "the"}), kind("t.dom"), _UNCOUNTED,
                                           not_ahead({":", "/"})), _dated),
    Production("<month> <day>th", "t.date", (kind("t.month"), opt("the"), kind("t.domth")), _dated),
    Production("<month> <day in words>", "t.date", (not_behind(_IN), kind("t.month"), kind("t.domword"), _UNCOUNTED),
               _dated),
    Production("<may> <day>", "t.date", (kind("t.month?"), opt("-"), kind("t.dom"), _UNCOUNTED), _dated),
    Production("<may> <day>th", "t.date", (kind("t.month?"), opt("the"), kind("t.domth")), _dated),
    Production("<day> <month>", "t.date", (not_behind({"."}), kind("t.dom"), opt({"of", "-", "/", "."}),
               kind("t.month")),
               lambda day, sign, month: _dated(month, day)),
    Production("<day>th <month>", "t.date", (kind("t.domth"), opt("day"), opt({"of", "-"}), kind("t.month")),
               lambda day, *rest: _dated(rest[-1], day)),
    Production("<day>th of <may>", "t.date", (kind("t.domth"), opt("of"), kind("t.month?")),
               lambda day, of, month: _dated(month, day)),
    Production("<day in words> <month>", "t.date", (kind("t.domword"), kind("t.month")),
               lambda day, month: _dated(month, day)),
    Production("<date>, <year>", "t.date", (kind("t.date", _one_year), opt({",", "-", "/"}), opt({"of", "in"}),
                                            kind("t.year"), _UNCOUNTED), _in_year),
    Production("<date> <clock> <year>", "t.stamp", (kind("t.date", _one_year), kind("t.clock"), kind("t.year")),
               lambda day, clock, year: t.At(dated, clock) if (dated := _in_year(day, year)) else None),
    Production("<date> '<year>", "t.date", (kind("t.date", _one_year), opt({",", "of"}), kind("t.yy")), _in_year),
    Production("<weekday>, <date>", "t.date", (kind("t.weekday"), opt(","), opt("the"),
                                               kind("t.date", lambda d: d.weekday is None)), _on_weekday),
    Production("<weekday> (<date>)", "t.date", (kind("t.weekday"), "(", kind("t.date"), ")"), _on_weekday),
    Production("<weekday> the <day>th", "t.date", (kind("t.weekday"), opt(","), opt("the"), kind("t.domth")),
               lambda weekday, comma, the, day: t.Day(day=day, weekday=weekday)),
    Production("<weekday> the <day>", "t.date", (kind("t.weekday"), opt("the"), kind("t.dom"),
                                                 ahead(lambda n: n is None or n.norm in {".", "!", "?", "at"})),
               lambda weekday, the, day: t.Day(day=day, weekday=weekday)),
    Production("the <day>th", "t.date", (_ON_THE, kind("t.nth"), ahead(_not_noun), not_ahead({"of", "in"}), _NO_SERIES),
               lambda day: t.Day(day=day)),
    Production("the <day in words>", "t.date", (_ON_THE, _IN_LOWER_CASE, kind("ordinal", _may_be_day),
                                                ahead(_not_noun), not_ahead({"of", "in", "to"}), _NO_SERIES),
               lambda nth: t.Day(day=int(nth.value))),
    Production("on the <day>", "t.date", (_ON_THE, kind("t.dom"), ahead(lambda n: n is None or n.norm in {".", "!",
               "?"})),
               lambda day: t.Day(day=day)),
    # In figures.
    Production("<m>/<d>/<y>", "t.date", (_FREE, _NUMBER, GLUED, {"/", "-"}, GLUED, _NUMBER, GLUED,
                                         {"/", "-"}, GLUED, _NUMBER), _figures),
    Production("<d>.<m>.<y>", "t.date", (token(NUMERAL, _is_stops),), _stops),
    Production("<yyyymmdd>", "t.date", (token(NUMERAL, _is_compact),), _compact),
    Production("on <m>/<d>", "t.date", (behind({"on", "from", "between", "until", "by", "since", "to", "till"}),
               _ONE_OR_TWO,
                                        GLUED, "/", GLUED, _ONE_OR_TWO, not_ahead({"/"})), _month_day),
    Production("<y>-<month>-<d>", "t.date", (kind("t.year"), {"-", "/"}, kind("t.month"), {"-", "/"}, kind("t.dom")),
               lambda year, _a, month, _b, day: _checked_numbers(year, month, day)),
    Production("<date>", "t.day", (kind("t.date"),), lambda day: day),
    # Weekdays and days with a name.
    Production("<weekday>", "t.day", (FULL_WEEKDAYS, not_ahead(WORDS.context["paper_names"])),
               lambda w: t.Day(weekday=WORDS.weekdays[w.norm])),
    Production("<weekday abbreviated>", "t.wday", (kind("t.weekday"),), lambda w: t.Day(weekday=w)),
    *_feasts(),
    Production("<feast>", "t.day", (kind("t.feast"),), lambda feast: feast),
    Production("<feast> <year>", "t.day", (kind("t.feast"), opt({"of", "in", ","}), kind("t.year")), _with_year),
    # Months.
    Production("<month name>", "t.span", (MONTHS,), _strong_month),
    Production("in <Month>", "t.span", (behind(_IN), MONTHS, not_ahead({"'s"})),
               lambda w: None if w.norm in ("may", "march") else _capital_month(w)),
    Production("in <month>", "t.span", (behind(_IN_ANY_CASE | {"between", "of"}), MONTHS, not_ahead({"'s"})),
               lambda w: _named_month(w) if w.norm not in ("mar", "jan") or capitalised(w) else None),
    Production("a <Month> <wedding>", "t.span", (behind({"a", "an"}), MONTHS, ahead(_common_word)), _capital_month),
    Production("<month> <year>", "t.span", (kind("t.month"), opt({",", "of", "in", "-", "/"}), kind("t.year"),
               _UNCOUNTED),
               lambda month, _, year: t.Month(month, year)),
    Production("<month>. <year>", "t.span", (kind("t.month"), opt(","), kind("t.yy")), lambda month, _,
               year: t.Month(month, year)),
    Production("<year> <month>", "t.span", (kind("t.year"), opt({",", "-", "/"}), kind("t.month")),
               lambda year, _, month: t.Month(month, year)),
    Production("<yyyy>-<mm>", "t.span", (not_behind({"-", "/"}), token(NUMERAL, lambda n: numeral(n.text, 1900, 2100,
               4)),
                                         {"-", "/"}, token(NUMERAL, lambda n: numeral(n.text, 1, 12, 2)),
                                         not_ahead({"-", "/"})), _year_first),
    Production("<mm>/<yyyy>", "t.span", (not_behind({"-", "/"}), token(NUMERAL, lambda n: numeral(n.text, 1, 12, 2)),
                                         {"-", "/"}, token(NUMERAL, lambda n: numeral(n.text, 1900, 2100, 4)),
                                         not_ahead({"-", "/"})), lambda m, s, y: _year_first(y, s, m)),
    # Years, decades, centuries.
    Production("in <year>", "t.span", (behind(_YEAR_AFTER), kind("t.year"), _UNCOUNTED), _bare_year),
    Production("the <year> <noun>", "t.span",
               (behind({"the", "his", "her", "its", "their", "a", "'s", "s", "our", "my"}), kind("t.year"),
                ahead(is_word), _UNCOUNTED), _likely_year),
    Production("<year> <Name>", "t.span",
               (kind("t.year"), ahead(lambda n: n is not None and is_word(n) and capitalised(n))), _likely_year),
    Production("(<year>)", "t.span", (behind({"(", ","}), kind("t.year"), ahead({")", ",", "'s"})), _likely_year),
    Production("born <year>", "t.span", (behind({"born"}), kind("t.year"), _UNCOUNTED), _likely_year),
    Production("<year>'s", "t.span", (kind("t.year"), ahead({"'s"})), _likely_year),
    Production("<year>, <year> and <year>", "t.span", (_AFTER_YEAR, kind("t.year"), _UNCOUNTED),
               _likely_year),
    Production("year <year>", "t.span", ({"year", "cy"}, kind("t.year")), lambda _, year: t.Year(year)),
    Production("<year> BC", "t.span", (opt("year"), token(NUMERAL, lambda n: numeral(n.text, 1, 9999, 4)),
                                           _BEFORE_CHRIST), lambda _, n, era: t.Year(-int(n.text))),
    Production("AD <year>", "t.span", (opt("year"), _OUR_ERA, token(NUMERAL, lambda n: numeral(n.text, 1, 9999, 4))),
               lambda _, era, n: t.Year(int(n.text))),
    Production("<year> AD", "t.span", (opt("year"), token(NUMERAL, lambda n: numeral(n.text, 1, 9999, 4)), _OUR_ERA),
               lambda _, n, era: t.Year(int(n.text))),
    Production("fiscal <year>", "t.span", ("fiscal", opt("year"), kind("t.year")),
               lambda _f, _y, year: t.Year(year, fiscal=True)),
    Production("financial year <year>", "t.span", ({"financial", "tax"}, "year", kind("t.year")),
               lambda _f, _y, year: t.Year(year, fiscal=True)),
    Production("fiscal <year>-<yy>", "t.span", ({"fiscal", "financial", "tax"}, opt("year"), kind("t.year"), GLUED,
               {"-", "/"}, GLUED, token(NUMERAL, lambda n: numeral(n.text, 0, 99, 2))),
               lambda _f, _y, year, _s, short: t.Year(year + 1, fiscal=True)
               if int(short.text) == (year + 1) % 100 and len(short.text) == 2 else None),
    Production("<year> fiscal year", "t.span", (kind("t.year"), {"fiscal", "financial"}, "year"),
               lambda year, _f, _y: t.Year(year, fiscal=True)),
    Production("fy<year>", "t.span", ({"fy"}, opt("-"), kind("t.year")), lambda _f, _h, year: t.Year(year,
               fiscal=True)),
    Production("<1990>s", "t.span", (kind("t.year"), opt("'"), {"s", "'s"}, not_ahead(is_word)), _decade),
    Production("the <1990>s", "t.span", (behind({"the", "early", "mid", "late", "-", "since"}), kind("t.year"), {"s",
               "'s"}),
               _decade),
    Production("'<90>s", "t.span", ("'", GLUED, _DECADE_FIGURE, GLUED, {"s", "'s"}), lambda _a, n,
               _s: _short_decade(int(n.text))),
    Production("the <90>s", "t.span", (behind({"the"}), _DECADE_FIGURE, GLUED, {"s", "'s"}), lambda n,
               _s: _short_decade(int(n.text))),
    Production("the <nineties>", "t.span", (behind({"the", "early", "mid", "late", "-"}), frozenset(WORDS.decades)),
               lambda w: t.Years(1900 + WORDS.decades[w.norm], 10)),
    Production("the <nineteen> <seventies>", "t.span", (kind("number.below100"), opt("-"), frozenset(WORDS.decades)),
               lambda n, _, w: t.Years(int(n.value) * 100 + WORDS.decades[w.norm],
               10) if 13 <= n.value <= 20 else None),
    Production("<nth> century", "t.span", (kind("ordinal"), opt("-"), "century"), _century),
    Production("<nth> century BC", "t.span", (kind("ordinal"), opt("-"), "century", _BEFORE_CHRIST),
               lambda nth, *_: t.Years(int(nth.value) * -100, 100) if 1 <= nth.value <= 99 else None),
    Production("<nth> century AD", "t.span", (kind("ordinal"), opt("-"), "century", _OUR_ERA), _century),
    # Quarters, halves, numbered weeks.
    Production("Q<n>", "t.period", ({"q", "h"}, GLUED, token(NUMERAL, lambda n: numeral(n.text, 1, 4, 1))), _q),
    Production("<nth> quarter", "t.period", (kind("ordinal"), opt("-"), "quarter", _OF_NO_MATCH), _spelled_period),
    Production("<nth> half", "t.half", (kind("ordinal"), opt("-"), "half"), _spelled_period),
    Production("<period>", "t.span", (kind("t.period"),), lambda period: period),
    Production("<period> of <year>", "t.span", (kind("t.period"), opt({"of", "in", "-", ","}), opt("fiscal"),
               kind("t.year")),
               _with_year),
    Production("<half> of <year>", "t.span", (kind("t.half"), opt({"of", "in"}), opt("fiscal"), kind("t.year")),
               _with_year),
    Production("<year> <period>", "t.span", (kind("t.year"), opt("-"), opt("the"), kind("t.period")), _of_year),
    Production("week <n>", "t.span", (behind(lambda n: n is None or n.norm not in {"a", "per", "this", "last", "next"}),
                                      "week", token(NUMERAL, lambda n: numeral(n.text, 1, 53, 2))),
               lambda _, n: t.Period("week", int(n.text))),
    Production("week <n> of <year>", "t.span", ("week", token(NUMERAL, lambda n: numeral(n.text, 1, 53, 2)), opt("of"),
                                                kind("t.year")), lambda _w, n, _o, year: t.Period("week", int(n.text),
                                                year)),
    # Seasons.
    Production("<season>", "t.season", (SEASONS,), lambda w: t.Season(WORDS.seasons[w.norm])),
    Production("the <season>", "t.span", (behind({"the", "in", "during", "this", "early", "mid", "late", "-"}),
                                          SEASONS - WORDS.weak_seasons,
                                          ahead(lambda n: not is_word(n) or (n is not None and n.norm in _AFTER_DAY))),
               _capital_season),
    Production("in the <season>", "t.span", ("in", opt("the"), WORDS.weak_seasons,
                                             ahead(lambda n: not is_word(n) or (n is not None and n.norm != "of"))),
               lambda _i, the, w: t.Season(WORDS.seasons[w.norm]) if the is not None else None),
    Production("<season> '<year>", "t.span", (kind("t.season"), opt("of"), kind("t.yy")), _with_year),
    Production("<season> <year>", "t.span", (kind("t.season"), opt({"of", ",", "in"}), kind("t.year")), _with_year),
)
