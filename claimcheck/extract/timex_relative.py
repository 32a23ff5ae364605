"""Times told from another time: yesterday, last week, two days ago, the first Friday of July, early 2021."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extract import timex_terms as t
from claimcheck.extract.grammar import Place, Production, ahead, behind, kind, not_ahead, not_behind, opt
from claimcheck.extract.number import Number
from claimcheck.extract.timex_words import COARSE_UNITS, FULL_WEEKDAYS, MONTHS, SEASONS, WEEKDAYS, WORDS, is_word
from claimcheck.extract.tokens import NUMERAL, Token
from claimcheck.lexicon.numbers import number_words
from claimcheck.model.value import Hedge, Relation

_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1, "tmr": 1}
_STEPS = {"this": 0, "current": 0, "last": -1, "previous": -1, "next": 1, "coming": 1, "upcoming": 1, "following": 1}
# "will last three weeks" says how long, not when.
_AUXILIARIES = frozenset(("will", "would", "to", "could", "can", "may", "might", "should", "must", "shall", "not",
                          "did", "does", "do", "t"))
_PAST, _NEXT = frozenset(("past", "last", "previous", "preceding")), frozenset(("next", "coming", "following",
    "upcoming"))
_WORKWEEK = frozenset(("work", "working", "trading"))


def _up_to_now(tokens: Sequence[Token], at: int) -> bool:
    """Not "on the last day", "on the last night": of what came to an end then."""
    return not (at > 1 and tokens[at - 1].norm == "the" and tokens[at - 2].norm in {"on", "until"})


def _today(word: Token) -> t.Deictic:
    return t.Deictic("day", _DAYS[word.norm])


def _deictic(step: Token, *rest: Token | None) -> t.Deictic | None:
    word = rest[-1]
    assert isinstance(word, Token)
    unit = WORDS.units[word.norm]
    if word.norm.endswith("s") or unit == "night":
        return None
    return t.Deictic(unit, _STEPS[step.norm])


def _part(step: Token, part: t.DayPart) -> t.At | None:
    offset = {"this": 0, "last": -1, "next": 1, "previous": -1}[step.norm]
    return t.At(t.Deictic("day", offset), part)


def _named(step: Token, *rest: Token | None) -> t.Named | None:
    word = rest[-1]
    assert isinstance(word, Token)
    return t.Named(t.Day(weekday=WORDS.weekdays[word.norm]), _STEPS[step.norm])


def _nearest(*found: Token | None) -> t.Named:
    way, word = found[-2], found[-1]
    assert isinstance(way, Token)
    assert isinstance(word, Token)
    return t.Named(t.Day(weekday=WORDS.weekdays[word.norm]), -2 if way.norm == "past" else 2)


def _told(_: Token, step: Token, *rest: Token | None) -> t.Told | None:
    word = rest[-1]
    assert isinstance(word, Token)
    unit = WORDS.units[word.norm]
    offset = {"same": 0, "next": 1, "following": 1, "previous": -1, "preceding": -1}[step.norm]
    return None if word.norm.endswith("s") else t.Told("day" if unit == "night" else unit, offset)


def _same(unit: Token) -> t.Told:
    return t.Told(t.PERIOD if unit.norm == "period" else WORDS.units[unit.norm], 0)


def _same_before(_: Token, unit: Token, _of: Token | None, amount: t.Amount, *_ago: Token) -> t.Shifted:
    return t.Shifted(amount, -1, _same(unit))


def _ago(amount: t.Amount, *_: Token | None) -> t.Shifted:
    return t.Shifted(amount, -1, t.Now())


def _few_ago(amount: t.Amount, *_: Token | None) -> t.Shifted:
    return t.Shifted(amount, -1, t.Now(), vague=True)


def _few_later(amount: t.Amount, word: Token) -> t.Shifted:
    return replace(_later(amount, word), vague=True)


def _from(amount: t.Amount, word: Token, *rest: Token | t.Term | None) -> t.Shifted | None:
    of = rest[-1]
    assert of is not None
    assert not isinstance(of, Token)
    return t.Shifted(amount, -1 if word.norm in ("before", "prior") else 1, of)


def _later(amount: t.Amount, word: Token) -> t.Shifted:
    return t.Shifted(amount, -1 if word.norm in ("earlier", "before", "previously") else 1, None)


def _past_window(_: Token, amount: t.Amount) -> t.Window:
    return t.Window(amount, -1)


def _within_a_year(amount: t.Amount) -> bool:
    number, unit = amount[0]
    return number * {"month": 1, "quarter": 3}.get(unit, 12) < 12


def _months_to(long: Token | t.Amount, _: Token, month: t.Month) -> t.Window:
    return t.Window(((1, "quarter"),) if isinstance(long, Token) else long, -1, month)


def _nth(nth: Number | int, unit: str, of: t.Term, count: int = 1, weekday: int = 0) -> t.Nth | None:
    number = nth if isinstance(nth, int) else int(nth.value)
    return t.Nth(number, unit, of, weekday, count) if number <= 53 and count < 100 else None


def _piece(name: str, of: t.Term) -> t.Term | None:
    match of:
        case t.Piece() | t.Clock() | t.DayPart() | t.Between():
            return None
        case t.At(time=t.DayPart(piece="") as part) if name in _DAY_PIECES:
            return replace(of, time=replace(part, piece=_DAY_PIECES[name]))
        case t.At():
            return None
    return t.Piece(name, of)


def _early(word: Token, *rest: Token | t.Term | None) -> t.Term | None:
    of = rest[-1]
    assert of is not None
    assert not isinstance(of, Token)
    return _piece(word.norm, of)


def _edge(word: Token, *rest: Token | t.Term | None) -> t.Term | None:
    of = rest[-1]
    assert of is not None
    assert not isinstance(of, Token)
    return _piece(_EDGES[word.norm], of)


def _the_unit(word: Token) -> t.Deictic:
    return t.Deictic(WORDS.units[word.norm], 0)


def _ends(word: Token | None) -> bool:
    return not is_word(word) or (word is not None and word.norm in {"and", "in", "at", "as", "when", "on", "by"})


_LIKELY = frozenset(("probably", "likely", "possibly", "perhaps", "presumably"))
_DAY_PIECES = {"early": "early", "earlier": "early", "late": "late", "later": "late"}
_EDGES = {"beginning": "start", "start": "start", "end": "end", "middle": "middle", "close": "end", "remainder": "rest",
          "rest": "rest", "remaining": "rest", "outset": "start"}
_UNIT_OF = frozenset(("week", "month", "quarter", "year", "decade", "century"))
def _is_plural(token: Token | None) -> bool:
    """Several have gone by in "two past months"; in "turned 60 last month" it is one."""
    return token is not None and token.norm.endswith("s")


def _no_rate(tokens: Sequence[Token], at: int) -> bool:
    """No "twice a week on Sunday", "90 euros a week on Thursday": what is before "a week" is no count."""
    before = tokens[max(0, at - _RATE) : at]
    return not any(w.kind == NUMERAL or w.norm in _TIMES or w.norm in number_words().small for w in before)


_RATE, _TIMES = 3, frozenset({"once", "twice", "thrice", "times", "days", "hours", "nights"})
_TELLING = {"same", "next", "following", "previous", "preceding"}
_BACK = frozenset(("ago", "earlier", "before", "previously"))
# What one year has and another has as well.
_SAME_UNITS = frozenset(("day", "week", "weekend", "month", "quarter", "period"))
_TELLING_UNITS = frozenset(("day", "night", "week", "weekend", "month", "year"))


RELATIVE_PRODUCTIONS: tuple[Production, ...] = (
    Production("<today>", "t.today", (not_behind({"usa", "russia", "'s"}), frozenset(_DAYS), not_ahead({"show"})),
               _today),
    Production("<today>", "t.day", (kind("t.today"),), lambda day: day),
    Production("the day before yesterday", "t.day", (opt("the"), "day before yesterday"), lambda *_: t.Deictic("day",
               -2)),
    Production("the day after tomorrow", "t.day", (opt("the"), "day after", {"tomorrow", "tmrw"}),
               lambda *_: t.Deictic("day", 2)),
    Production("tonight", "t.night", ("tonight",), lambda _: t.At(t.Deictic("day", 0), t.DayPart("night"))),
    Production("this <morning>", "t.night", (Place(_up_to_now), {"this", "last", "next", "previous"}, kind("t.part")),
               _part),
    Production("<last> <week>", "t.span", (not_behind({"the"}), frozenset(_STEPS), opt(_WORKWEEK),
               COARSE_UNITS - {"day", "days"}), _deictic),
    Production("the <last> <week>", "t.span", (behind({"the"}), {"last", "current", "coming", "upcoming"},
               COARSE_UNITS - {"day", "days"}),
               lambda step, word: _deictic(step, word) if step.norm != "last" or WORDS.units[word.norm] in (
                   "quarter", "weekend") else None),
    Production("the next <decade>", "t.span", (behind({"the"}), {"next", "previous"}, {"decade", "quarter", "century"}),
               _deictic),
    Production("<next> day", "t.day", (not_behind({"the"}), {"next", "this", "previous"}, "day"),
               lambda step, _: t.Deictic("day", _STEPS[step.norm])),
    Production("the weekend", "t.span", (behind({"the", "over", "at", "on", "my"}), "weekend",
                                         not_ahead({"after", "before"})), lambda _: t.Deictic("weekend", 0)),
    Production("the <week> after next", "t.span", (COARSE_UNITS - {"day", "days"}, "after", opt("the"), "next"),
               lambda w, *_: t.Deictic(WORDS.units[w.norm], 2) if not w.norm.endswith("s") else None),
    Production("<last> <weekday>", "t.day", (frozenset(_STEPS) - {"coming", "upcoming"}, FULL_WEEKDAYS), _named),
    Production("<weekday> week", "t.day", (FULL_WEEKDAYS, "week", not_ahead({"of", "'s"})),
               lambda day, _: t.Shifted(((1, "week"),), 1, t.Named(t.Day(weekday=WORDS.weekdays[day.norm]), 2))),
    Production("a <week> on <weekday>", "t.day", (Place(_no_rate), "a", {"week", "fortnight"}, "on", FULL_WEEKDAYS),
               lambda _a, unit, _on, day: t.Shifted(((2 if unit.norm == "fortnight" else 1, "week"),), 1,
                                                    t.Named(t.Day(weekday=WORDS.weekdays[day.norm]), 2))),
    Production("this <past> <weekday>", "t.day", (opt("this"), {"past", "coming", "upcoming"}, WEEKDAYS), _nearest),
    Production("<weekday> <last> <week>", "t.day", (FULL_WEEKDAYS, opt(","), opt({"of", "in"}), opt("the"),
               frozenset(_STEPS), "week"),
               lambda day, _c, _of, _t, step, _w: t.Within(t.Day(weekday=WORDS.weekdays[day.norm]), t.Deictic("week",
               _STEPS[step.norm]))),
    Production("<last> week <weekday>", "t.day", (frozenset(_STEPS), "week", opt({"on", "-", ","}), FULL_WEEKDAYS),
               lambda step, _w, _on, day: t.Within(t.Day(weekday=WORDS.weekdays[day.norm]), t.Deictic("week",
               _STEPS[step.norm]))),
    Production("<last> <month>", "t.span", ({"last", "this", "next", "previous", "coming"}, MONTHS - {"mar"},
               not_ahead({"'s"})),
               lambda step, w: t.Named(t.Month(WORDS.months[w.norm]), _STEPS[step.norm])),
    Production("<last> <season>", "t.span", ({"last", "this", "next", "coming", "previous"}, SEASONS),
               lambda step, w: t.Named(t.Season(WORDS.seasons[w.norm]), _STEPS[step.norm])),
    Production("<last> <feast>", "t.day", ({"last", "this", "next", "previous", "following"}, kind("t.feast")),
               lambda step, feast: t.Named(feast, _STEPS[step.norm])),
    Production("<feast> of <next year>", "t.day", (kind("t.feast"), opt("of"), kind("t.lastyear")),
               lambda feast, _, year: t.Within(feast, year)),
    Production("<last year>", "t.lastyear", ({"this", "last", "next", "previous", "coming", "current"}, "year"),
               lambda step, _: t.Deictic("year", _STEPS[step.norm])),
    Production("the year", "t.lastyear", ("the", "year", not_ahead({"before", "after", "earlier"})),
               lambda *_: t.Deictic("year", 0)),
    Production("<month> <last year>", "t.span", (MONTHS - {"may", "march", "mar"}, opt({"of", "in"}),
               kind("t.lastyear")),
               lambda w, _, year: t.Within(t.Month(WORDS.months[w.norm]), year)),
    Production("<May> <last year>", "t.span", (kind("t.month"), opt({"of", "in"}), kind("t.lastyear")),
               lambda month, _, year: t.Within(t.Month(month), year)),
    Production("<date> <last year>", "t.day", (kind("t.date", lambda d: d.year is None and d.month is not None),
                                               opt({"of", ","}), kind("t.lastyear")), lambda d, _, year: t.Within(d,
                                               year)),
    Production("<period> <last year>", "t.span", (kind("t.period"), opt({"of", "in"}), kind("t.lastyear")),
               lambda p, _, year: t.Within(p, year)),
    Production("<half> <last year>", "t.span", (kind("t.half"), opt({"of", "in"}), kind("t.lastyear")),
               lambda p, _, year: t.Within(p, year)),
    Production("<season> <last year>", "t.span", (kind("t.season"), opt({"of", "in"}), kind("t.lastyear")),
               lambda p, _, year: t.Within(p, year)),
    # "Next year, in the spring" is one time; "this year" is that of most of what is told, and limits nothing.
    *(Production(f"<next year>, in the <{name}>", "t.span", (
        kind("t.lastyear", lambda year: year.offset != 0), opt(","), opt(_LIKELY), {"in"}, opt("the"),
        kind(f"t.{name}")), lambda year, _c, _p, _i, _t, part: t.Within(
            t.Month(part) if isinstance(part, int) else part, year))
      for name in ("month", "season", "period", "half")),
    Production("<last year>'s <period>", "t.span", (kind("t.lastyear"), "'s", kind("t.period")),
               lambda year, _, p: t.Within(p, year)),
    Production("<day>th of <next month>", "t.day", (kind("t.domth"), opt("day"), opt("of"), opt("the"),
               opt(frozenset(_STEPS)), "month"),
               lambda day, _d, of, the, step, _m: t.Within(t.Day(day=day), t.Deictic("month",
               _STEPS[step.norm] if step else 0))
               if (of or step) and (the or step) else None),
    # From the date last mentioned.
    Production("the <next> <day>", "t.told", ("the", _TELLING, _TELLING_UNITS, not_ahead({"of", "or"})), _told),
    Production("<the same> <day>", "t.told", ({"same"}, {"day", "week", "month", "year", "weekend"}),
               lambda _, w: t.Told(WORDS.units[w.norm], 0)),
    # "September, against the same month a year ago": that of another year is one time.
    Production("<years> ago", "t.yearsback", (kind("t.amount", lambda a: all(unit == "year" for _, unit in a)), _BACK),
               lambda amount, _: amount),
    Production("<last> year", "t.yearsback", (opt("the"), {"last", "previous", "preceding"}, "year"),
               lambda *_: ((1, "year"),)),
    Production("the year before", "t.yearsback", ("the", "year", {"before", "earlier"}), lambda *_: ((1, "year"),)),
    Production("the same <month> <last year>", "t.span", ({"same"}, _SAME_UNITS, opt({",", "of", "in"}),
               kind("t.yearsback")), _same_before),
    Production("the <year>-ago <month>", "t.span", ("year", opt("-"), {"ago", "earlier"}, _SAME_UNITS),
               lambda _y, _h, _a, unit: t.Shifted(((1, "year"),), -1, _same(unit))),
    Production("the same <month> of <year>", "t.span", ({"same"}, _SAME_UNITS, opt({",", "of", "in"}), kind("t.year")),
               lambda _s, unit, _of, year: t.Within(_same(unit), t.Year(year))),
    Production("that <day>", "t.told", ("that", {"day", "week", "weekend", "month", "year"}),
               lambda _, w: t.Told(WORDS.units[w.norm], 0)),
    Production("that <night>", "t.moment", ("that", kind("t.part")), lambda _, part: t.At(t.Told("day", 0), part)),
    Production("the <next> <morning>", "t.moment", ("the", {"next", "following", "previous"}, kind("t.part")),
               lambda _, step, part: t.At(t.Told("day", _STEPS[step.norm]), part)),
    Production("the <day> before", "t.told", ("the", _TELLING_UNITS, {"before", "after", "earlier"}, ahead(_ends)),
               lambda _, unit, w: t.Told("day" if unit.norm == "night" else WORDS.units[unit.norm],
               1 if w.norm == "after" else -1)),
    Production("<told>", "t.day", (kind("t.told", lambda told: told.unit == "day"),), lambda told: told),
    Production("<told>", "t.span", (kind("t.told", lambda told: told.unit != "day"),), lambda told: told),
    # Moved by an amount.
    Production("<few> ago", "t.shift", (kind("t.few"), "ago"), _few_ago),
    Production("<amount> ago", "t.shift", (kind("t.amount"), "ago"), _ago),
    Production("<amount> from now", "t.shift", (kind("t.amount"), "hence"), lambda a, _: t.Shifted(a, 1, t.Now())),
    Production("<amount> from now", "t.shift", (kind("t.amount"), {"from"}, {"now"}), lambda a, *_: t.Shifted(a, 1,
               t.Now())),
    Production("<amount> in the future", "t.shift", (kind("t.amount"), "in the future"), lambda a, *_: t.Shifted(a, 1,
               t.Now())),
    Production("<few> later", "t.shift", (kind("t.few"), {"later", "earlier", "afterwards"}, not_ahead({"than"})),
               _few_later),
    Production("<amount> later", "t.shift", (kind("t.amount"), {"later", "earlier", "afterwards"}, not_ahead({"than"})),
               _later),
    Production("in <amount>", "t.shift", ("in", opt({"about", "around", "just", "under", "only", "another"}),
               kind("t.amount"),
                                         not_ahead({"'", "of", "ago", "later", "earlier", "from", "after", "-", "'s",
                                         "before"})),
               lambda _i, hedge, a: t.Shifted(a, 1, t.Now(), or_lasting=True)),
    Production("in <amount>'s time", "t.shift", ("in", kind("t.amount"), opt({"'", "'s"}), "time"), lambda _i, a,
               *_: t.Shifted(a, 1, t.Now())),
    Production("<amount> before <time>", "t.shift",
               (kind("t.amount"), {"before", "after", "from", "following", "prior"}, opt("to"), kind("t.point")),
               lambda a, w, _, of: _from(a, w, of)),
    Production("the day before <time>", "t.shift", ("the", {"day", "week", "month", "year"}, {"before", "after",
               "following"},
                                                    kind("t.point")),
               lambda _, unit, w, of: _from(((1, WORDS.units[unit.norm]),), w, of)),
    Production("the eve of <year>", "t.day", ("eve", "of", kind("t.year")), lambda _e, _o, of: t.Day(of - 1, 12, 31)),
    Production("the eve of <time>", "t.shift", ("eve", "of", kind("t.day")),
               lambda _e, _o, of: t.Shifted(((1, "day"),), -1, of)),
    Production("more than <shift>", "t.shifted", (not_behind({"no", "not"}), {"more"}, "than", kind("t.shift")),
               lambda _m, _t, s: t.Limit(Relation.BEFORE if s.sign < 0 else Relation.AFTER, s)),
    Production("no more than <shift>", "t.shifted", ({"no", "not"}, "more", "than", kind("t.shift")),
               lambda _n, _m, _t, s: t.Limit(Relation.SINCE if s.sign < 0 else Relation.BY, s)),
    Production("over <shift>", "t.shifted", ({"over"}, kind("t.shift", lambda s: s.sign < 0)), lambda _o,
               s: t.Limit(Relation.BEFORE, s)),
    Production("less than <shift>", "t.shifted", ({"less"}, "than", kind("t.shift", lambda s: s.sign < 0)),
               lambda _l, _t, s: t.Limit(Relation.SINCE, s)),
    Production("less than <amount> from now", "t.span", ({"less"}, "than", kind("t.shift",
               lambda s: s.sign > 0 and s.of is not None)),
               lambda _l, _t, s: t.Window(s.amount, 1, s.of, True)),
    Production("about <shift>", "t.shifted", ({"about", "around", "nearly", "almost", "roughly", "some",
               "approximately"}, kind("t.shift")),
               lambda w, s: t.Hedged(Hedge.NEARLY if w.norm in ("nearly", "almost") else Hedge.ABOUT, s)),
    Production("<shift of days>", "t.day", (kind("t.shift", lambda s: s.amount[-1][1] in ("day", "week", "fortnight")),
               ), lambda s: s),
    Production("<shift>", "t.shifted", (kind("t.shift"),), lambda s: s),
    Production("<weekday> <amount> from now", "t.day", (FULL_WEEKDAYS, opt(","), kind("t.shift")), lambda _w, _c, s: s),
    # Stretches up to now and from now on.
    Production("<past> <amount>", "t.span", (not_behind(_AUXILIARIES), _PAST, kind("t.several")), _past_window),
    Production("<past> <week>", "t.span", ({"past"}, opt("one"), kind("t.one")), lambda _p, _o, a: t.Window(a, -1)),
    Production("the last <week>", "t.span", (behind({"the"}), Place(_up_to_now), {"last"}, kind("t.one",
               lambda a: a[0][1] not in ("minute", "second")), not_ahead({"of"})), lambda _l, a: t.Window(a, -1)),
    Production("<next> <amount>", "t.span", (_NEXT, kind("t.several")), lambda _n, a: t.Window(a, 1)),
    Production("<next> <hour>", "t.span", ({"next", "last"}, kind("t.one", lambda a: a[0][1] == "hour")),
               lambda w, a: t.Window(a, 1 if w.norm == "next" else -1)),
    Production("<n> <past> <units>", "t.span", (kind("cardinal"), _PAST | _NEXT, ahead(_is_plural), kind("t.unit")),
               lambda n, w, unit: t.Window(((int(n.value), unit),),
               -1 if w.norm in _PAST else 1) if 1 <= n.value <= 1000 else None),
    Production("within <amount>", "t.span", ({"within"}, opt("the"), opt(_NEXT), kind("t.amount"), not_ahead({"of", "'",
               "after"})),
               lambda _w, _t, _n, a: t.Window(a, 1, from_now=True)),
    Production("within the next <week>", "t.span", ({"within"}, opt("the"), _NEXT, kind("t.one")),
               lambda _w, _t, _n, a: t.Window(a, 1, from_now=True)),
    Production("within <amount> from <day>", "t.span", ({"within"}, kind("t.amount"), {"from", "of"}, kind("t.point")),
               lambda _w, a, _f, of: t.Window(a, 1, of, True)),
    Production("<amount> starting <day>", "t.span", (opt("for"), kind("t.amount"), opt(","), {"starting", "from",
               "beginning"},
                                                     opt({"from", "on"}), kind("t.point")),
               lambda f, a, _c, w, _f, of: t.Window(a, 1, of, True) if f or w.norm != "from" else None),
    # Parts of a period.
    Production("<nth> <weekday> of <period>", "t.day", (kind("ordinal"), FULL_WEEKDAYS, opt({"of", "in"}), opt("the"),
               kind("t.period!")),
               lambda n, w, _o, _t, of: _nth(n, "weekday", of, 1, WORDS.weekdays[w.norm])),
    Production("the last <weekday> of <period>", "t.day", ({"last", "final"}, FULL_WEEKDAYS, {"of", "in"}, opt("the"),
               kind("t.period!")),
               lambda _l, w, _o, _t, of: _nth(-1, "weekday", of, 1, WORDS.weekdays[w.norm])),
    Production("the <nth> <week> of <period>", "t.span", (kind("ordinal"), kind("t.unit"), opt({"of", "in"}),
               opt("the"), kind("t.period!")),
               lambda n, unit, _o, _t, of: _nth(n, unit, of) if unit != "quarter" and unit != "century" else None),
    Production("the last <week> of <period>", "t.span", ({"last", "final"}, kind("t.unit"), {"of", "in"}, opt("the"),
               kind("t.period!")),
               lambda _l, unit, _o, _t, of: _nth(-1, unit, of)),
    Production("the first <n> <months> of <period>", "t.span",
               (kind("ordinal", lambda n: n.value == 1), kind("t.amount"), {"of", "in"}, opt("the"), kind("t.period!")),
               lambda _f, a, _o, _t, of: _nth(1, a[0][1], of, a[0][0])),
    Production("the last <n> <months> of <period>", "t.span", ({"last", "final"}, kind("t.amount"), {"of", "in"},
               opt("the"), kind("t.period!")),
               lambda _l, a, _o, _t, of: _nth(-1, a[0][1], of, a[0][0])),
    Production("the week of <date>", "t.span", ({"week", "month", "weekend"}, {"of", "beginning"}, kind("t.date")),
               lambda unit, _, day: t.Holding(unit.norm, day)),
    Production("the week ended <date>", "t.span", ({"week", "month", "quarter", "year", "months", "weeks"}, {"ended",
               "ending", "to"},
                                                   opt("on"), kind("t.date")),
               lambda unit, _e, _on, day: t.Window(((1, WORDS.units[unit.norm]),), -1,
               day) if not unit.norm.endswith("s") else None),
    Production("the <n> months ended <date>", "t.span", (kind("t.several"), {"ended", "ending", "to"}, opt("on"),
               kind("t.date")),
               lambda a, _e, _on, day: t.Window(a, -1, day)),
    # "The three months to June": up to the end of it. "The year to June" is as often what a figure of June is compared
    # with, and stays with the month.
    *(Production(f"the {long} to <{name}>", "t.span", (
        first, {"ended", "ending", "to", "through"}, kind(name, lambda of: isinstance(of, t.Month))), _months_to)
      for long, first in (("quarter", "quarter"), ("<n> months", kind("t.several", _within_a_year)))
      for name in ("t.month.", "t.span")),
    Production("<feast> weekend", "t.span", (kind("t.feast"), "weekend"), lambda feast, _: t.Holding("weekend", feast)),
    Production("early <period>", "t.early", ({"early", "mid", "late"}, opt("-"), opt({"in", "on"}), opt("the"),
               kind("t.any")), _early),
    Production("early <Month>", "t.early", ({"early", "mid", "late"}, opt("-"), opt("in"), kind("t.month")),
               lambda w, _h, _i, month: t.Piece(w.norm, t.Month(month))),
    Production("earlier <period>", "t.early", ({"earlier", "later"}, opt({"in", "on"}), kind("t.any")), _early),
    Production("earlier in the <week>", "t.early", ({"early", "earlier", "later", "late"}, "in the",
               _UNIT_OF | {"day"}),
               lambda w, _i, _t, unit: _piece(w.norm, _the_unit(unit))),
    Production("the end of <period>", "t.early", (frozenset(_EDGES), opt("of"), kind("t.any")),
               lambda w, of, term: _edge(w, term) if of is not None or w.norm == "rest" else None),
    Production("the end of the <week>", "t.early", (frozenset(_EDGES), opt("of"), opt({"the", "my"}),
               _UNIT_OF | {"day"},
                                                    not_ahead({"of", "-"})),
               lambda w, _o, _t, unit: t.Piece(_EDGES[w.norm],
               _the_unit(unit)) if _o is not None or w.norm == "rest" else None),
    Production("<year>-end", "t.early", ({"year", "month"}, "-", "end"), lambda w, *_: t.Piece("end", _the_unit(w))),
    # Now.
    Production("right now", "t.now", ("right", "now"), lambda *_: t.Now()),
    Production("at the moment", "t.now", ("at", opt("the"), {"moment", "present", "minute"}, opt("time"),
               not_ahead({"of"})), lambda *_: t.Now()),
)
