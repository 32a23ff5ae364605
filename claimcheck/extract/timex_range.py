"""Ranges, limits and repeated times, and what may stand alone as a time (kind `time`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extract import calendar as cal
from claimcheck.extract import timex_terms as t
from claimcheck.extract.grammar import GLUED, Place, Production, ahead, behind, kind, not_ahead, not_behind, opt, token
from claimcheck.extract.timex_words import COUNTED, FULL_WEEKDAYS, WORDS, is_word, numeral
from claimcheck.extract.tokens import NUMERAL, Token
from claimcheck.lexicon.numbers import number_words
from claimcheck.model.value import Hedge, Relation

_BREAK = frozenset({"holiday", "holidays", "break"})
_LIMITS = {"since": Relation.SINCE, "until": Relation.UNTIL, "till": Relation.UNTIL, "til": Relation.UNTIL,
           "before": Relation.BEFORE, "after": Relation.AFTER, "by": Relation.BY}
_HEDGES = {"about": Hedge.ABOUT, "around": Hedge.ABOUT, "approximately": Hedge.ABOUT, "roughly": Hedge.ABOUT,
           "circa": Hedge.ABOUT, "c.": Hedge.ABOUT, "nearly": Hedge.NEARLY, "almost": Hedge.NEARLY}
_NEAR = frozenset(("shortly", "just", "soon", "right", "immediately"))
_JUST = {Relation.BEFORE: Hedge.JUST_UNDER, Relation.AFTER: Hedge.JUST_OVER}
_MOMENTS = frozenset(("moments", "minutes", "seconds"))
_TO = frozenset(("to", "-", "until", "till", "til", "through", "~"))
_SET_WORDS = {"weekly": "P1W", "daily": "P1D", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y", "nightly": "P1D",
              "quarterly": "P3M", "fortnightly": "P2W", "hourly": "PT1H"}
_PERIODS = {"second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "night": "P{}D", "week": "P{}W",
            "weekend": "P{}WE", "fortnight": "P{}W", "month": "P{}M", "quarter": "P{}Q", "year": "P{}Y",
            "decade": "P{}DE", "century": "P{}CE"}


def _day_range(low: int, *rest: Token | t.Term | int | None) -> t.Between | None:
    """ "3-5 January 2022", "from 4 to January 22, 1995" """
    high = rest[-1]
    assert isinstance(high, t.Day)
    if high.month is None or high.day is None:
        return None
    return _ordered(t.Between(t.Day(high.year, high.month, low), replace(high, weekday=None)))


def _month_days(low: t.Day, *rest: Token | t.Term | int | None) -> t.Between | None:
    """ "January 2-5" """
    high = rest[-1]
    assert isinstance(high, int)
    if low.year is not None or low.month is None:
        return None
    return _ordered(t.Between(low, t.Day(None, low.month, high)))


def _month_days_year(between: t.Between, *rest: Token | int | None) -> t.Between | None:
    year = rest[-1]
    low, high = between.low, between.high
    if not isinstance(low, t.Day) or not isinstance(high, t.Day) or not isinstance(year, int):
        return None
    return t.Between(replace(low, year=year), replace(high, year=year)) if high.year is None else None


def _ordered(between: t.Between) -> t.Between | None:
    low, high = between.low, between.high
    assert isinstance(low, t.Day)
    assert isinstance(high, t.Day)
    if low.day is None or high.day is None or low.day >= high.day:
        return None
    try:
        cal.day_of(high.year or 2000, high.month or 1, high.day)
    except cal.OffCalendarError:
        return None
    return between


def _months(low: int, _: Token, high: t.Month | t.Day) -> t.Between:
    return t.Between(t.Month(low), high)


def _years(low: int, *rest: Token | int | None) -> t.Between | None:
    high = rest[-1]
    assert isinstance(high, int)
    return t.Between(t.Year(low), t.Year(high)) if low < high <= 2200 and low >= 1000 else None


def _season_years(low: int, _: Token, short: Token) -> t.Between | None:
    """ "2012-13", "1999-00": the second figure is the year after, or a later one of the same century."""
    high = low // 100 * 100 + int(short.text)
    if len(short.text) != 2:
        return None
    if high <= low:
        high += 100
    return t.Between(t.Year(low), t.Year(high)) if 0 < high - low <= 40 else None


def _between(*found: Token | t.Term | int | None) -> t.Between | None:
    low, high = (part for part in found if part is not None and not isinstance(part, Token))
    terms = [t.Year(part) if isinstance(part, int) else part for part in (low, high)]
    if any(isinstance(part, t.Between | t.Limit | t.Window | t.Repeated) for part in terms):
        return None
    return t.Between(*terms) if terms[0] != terms[1] else None


def _limit(relation: Relation, of: t.Term | int | None) -> t.Limit | t.Hedged | None:
    if isinstance(of, int):
        of = t.Year(of)
    if isinstance(of, t.Hedged):
        return t.Hedged(of.hedge, t.Limit(relation, of.of))
    if of is None or isinstance(of, t.Limit | t.Between | t.Window | t.Repeated):
        return None
    return t.Limit(relation, of)


def _by_word(word: Token, *rest: Token | t.Term | int | None) -> t.Term | None:
    of = rest[-1]
    assert not isinstance(of, Token)
    return _limit(_LIMITS[word.norm], of)


def _by_words(near: Token | None, word: Token, *rest: Token | t.Term | int | None) -> t.Term | None:
    """ "Before noon", "shortly before noon"; "shortly before Christmas" says no more than "before Christmas"."""
    limit = _by_word(word, *rest)
    return limit if near is None else _just(limit)


def _just(limit: t.Term | None) -> t.Hedged | None:
    if not isinstance(limit, t.Limit) or not isinstance(limit.of, t.Clock | t.At) or limit.relation not in _JUST:
        return None
    return t.Hedged(_JUST[limit.relation], limit)


def _uncounted(tokens: Sequence[Token], at: int) -> bool:
    """No "two minutes before midnight", which is a minute of its own."""
    return at == 0 or (tokens[at - 1].kind != NUMERAL and tokens[at - 1].norm not in number_words().small)


def _hedged(word: Token, of: t.Term | int) -> t.Hedged | None:
    if isinstance(of, int):
        of = t.Year(of)
    return None if isinstance(of, t.Hedged | t.Between | t.Limit) else t.Hedged(_HEDGES[word.norm], of)


def _every(unit: str, number: int = 1) -> t.Repeated:
    return t.Repeated(_PERIODS[unit].format(number))


def _no_year(n: Token | None) -> bool:
    return n is None or n.norm not in {"-", "/"} or not n.glued


def _not_name(term: t.Term) -> bool:
    """Not what may stand before a noun: "since the November vote" is not said of November."""
    return not isinstance(term, t.Month | t.Year | t.Feast | t.Day | t.At | t.DayPart)


def _not_month(term: t.Term) -> bool:
    """Before "the" and a month comes a noun, or the day: "before the Nov. 3 vote"."""
    return not isinstance(term, t.Month)


def _dated(term: t.Term) -> bool:
    return isinstance(term, t.Day) and term.month is not None


def _stop(n: Token | None) -> bool:
    return n is None or n.norm in {".", ",", ";", ")", "!", "?"}


_YEAR = token(NUMERAL, lambda n: numeral(n.text, 1850, 2199, 4))
_OPEN = not_ahead({"'s"})
# No noun follows: "after the Jan. 6 attack" says of the attack that it was on that day.
_ALONE = ahead(lambda n: n is None or not is_word(n) or n.norm in WORDS.context["after_day"])
# But "the 5th of May" is the day, whatever follows.
_NUMBERED = Place(lambda tokens, at: at + 1 < len(tokens) and tokens[at + 1].norm in {"of", "st", "nd", "rd", "th"})


RANGE_PRODUCTIONS: tuple[Production, ...] = (
    # What a range or a limit may hold.
    *(Production(f"<{name}>", "t.point", (kind(name),), lambda term: term)
      for name in ("t.day", "t.span", "t.moment")),
    *(Production(f"<{name}>", "t.any", (kind(name),), lambda term: term)
      for name in ("t.day", "t.span", "t.moment", "t.shifted", "t.early", "t.range")),
    *(Production(f"<{name}>", "t.edge", (kind(name),), lambda term: term)
      for name in ("t.day", "t.span", "t.moment", "t.early", "t.month.")),
    Production("<Month>", "t.month.", (kind("t.month"),), lambda month: t.Month(month)),
    Production("<now>", "t.edge", ({"now"},), lambda _: t.Now()),
    Production("<season>", "t.edge", (kind("t.season"),), lambda season: season),
    Production("<span>", "t.period!", (kind("t.span"),), lambda term: term),
    Production("<year>", "t.period!", (kind("t.year"),), lambda year: t.Year(year)),
    Production("the <year>", "t.period!", (behind({"the"}), {"week", "month", "quarter", "year", "decade", "century"}),
               lambda w: t.Deictic(WORDS.units[w.norm], 0)),
    # Days of one month.
    Production("<day> to <day> <month>", "t.range", (opt({"from", "between"}), kind("t.dom"), _TO | {"and"},
               kind("t.date")),
               lambda _f, low, _t, high: _day_range(low, high)),
    Production("<day>th to <day> <month>", "t.range", (opt({"from", "between"}), opt("the"), kind("t.domth"),
               _TO | {"and"}, opt("the"),
                                                       kind("t.date")), lambda _f, _a, low, _t, _b,
                                                       high: _day_range(low, high)),
    Production("<month> <day> to <day>", "t.mdd", (opt({"from", "between"}), kind("t.date"), _TO, opt("the"),
               kind("t.dom"),
                                                   not_ahead(COUNTED | {":"})), lambda _f, low, *rest: _month_days(low,
                                                   rest[-1])),
    Production("<month> <day> and <day>", "t.mdd", ({"between"}, kind("t.date"), "and", kind("t.dom"),
               not_ahead(COUNTED)),
               lambda _f, low, _and, day: _month_days(low, day)),
    Production("<month> <day> to <day>th", "t.mdd", (opt({"from", "between"}), kind("t.date"), _TO | {"and"},
               opt("the"), kind("t.domth")),
               lambda _f, low, *rest: _month_days(low, rest[-1])),
    Production("<month> between <day> and <day>", "t.mdd", (kind("t.month"), "between", kind("t.dom"), {"and", "-"},
               kind("t.dom")),
               lambda month, _b, low, _and, high: _ordered(t.Between(t.Day(None, month, low), t.Day(None, month,
               high)))),
    Production("<days>", "t.range", (kind("t.mdd"),), lambda between: between),
    Production("<days>, <year>", "t.range", (kind("t.mdd"), opt({",", "of"}), kind("t.year")), _month_days_year),
    Production("<day> to <day> <this month>", "t.range",
               (opt({"from", "between"}), kind("t.dom"), _TO | {"and"}, kind("t.dom"), opt({"of", "in"}),
               kind("t.deicticmonth")),
               lambda _f, low, _t, high, _o, month: t.Between(t.Within(t.Day(day=low), month), t.Within(t.Day(day=high),
               month))),
    Production("<this month>", "t.deicticmonth", ({"this", "next", "last"}, "month"),
               lambda w, _: t.Deictic("month", {"this": 0, "next": 1, "last": -1}[w.norm])),
    Production("<m>/<d> to <m>/<d>", "t.range", (opt({"from", "between"}), kind("t.slash"), _TO | {"and"},
               kind("t.slash")), _between),
    Production("<m>/<d>", "t.slash", (token(NUMERAL, lambda n: numeral(n.text, 1, 12, 2)), GLUED, "/", GLUED,
                                      token(NUMERAL, lambda n: numeral(n.text, 1, 31, 2)),
                                      ahead(lambda n: n is None or n.norm != "/")),
               lambda m, _, d: t.Day(month=int(m.text), day=int(d.text))),
    # Years.
    Production("<year>-<year>", "t.range", (_YEAR, {"-", "~"}, _YEAR, not_ahead(COUNTED), ahead(_no_year)),
               lambda low, _, high: _years(int(low.text), int(high.text))),
    Production("<year>-<yy>", "t.range", (kind("t.year"), GLUED, {"-", "/"}, GLUED, token(NUMERAL,
               lambda n: numeral(n.text, 0, 99, 2)),
                                          ahead(_no_year), not_ahead({"%"})), _season_years),
    Production("from <year> to <year>", "t.range", ({"from", "between", "in"}, kind("t.year"), _TO | {"and"},
               kind("t.year"),
                                                    not_ahead(COUNTED)),
               lambda w, low, to, high: _years(low, high) if w.norm != "in" or to.norm != "and" else None),
    Production("<year> to <year>", "t.range", (_YEAR, {"to", "through"}, _YEAR, not_ahead(COUNTED)),
               lambda low, _, high: _years(int(low.text), int(high.text))),
    # Anything to anything.
    Production("from <time> to <time>", "t.range", ({"from", "between"}, opt("the"), kind("t.edge"), _TO | {"and"},
               opt("the"),
                                                    opt(","), kind("t.edge")),
               lambda w, _a, low, to, _b, _c, high: _between(low,
               high) if (to.norm == "and") <= (w.norm == "between") else None),
    Production("<time> to <time>", "t.range", (kind("t.edge"), {"to", "until", "till", "through"}, opt("the"),
               kind("t.edge")),
               lambda low, _to, _the, high: _between(low, high)),
    Production("<time>-<time>", "t.range", (kind("t.edge"), "-", kind("t.edge")), lambda low, _, high: _between(low,
               high)),
    Production("<month>-<month>", "t.range", (kind("t.month"), {"-", "to"}, kind("t.span", lambda s: isinstance(s,
               t.Month))), _months),
    # Limits.
    Production("since <time>", "t.limit", (opt(_NEAR), frozenset(_LIMITS), kind("t.any"), _OPEN), _by_words),
    Production("shortly past <clock>", "t.limit", (_NEAR, "past", kind("t.when"), _OPEN),
               lambda _n, _p, of: _just(_limit(Relation.AFTER, of))),
    Production("minutes before <clock>", "t.limit", (opt("a"), opt("few"), Place(_uncounted), _MOMENTS,
                                                     {"before", "after"}, kind("t.when"), _OPEN),
               lambda _a, _f, _m, w, of: _just(_limit(_LIMITS[w.norm], of))),
    Production("until at least <time>", "t.limit", (frozenset(_LIMITS), "at", {"least", "most", "latest"},
               kind("t.any"), _OPEN), _by_word),
    Production("since the <time>", "t.limit", (frozenset(_LIMITS), "the", kind("t.any", _not_name), _OPEN), _by_word),
    Production("since the <time>", "t.limit", (frozenset(_LIMITS), "the", kind("t.any", _not_month), _ALONE),
               _by_word),
    Production("since the <day>th of <month>", "t.limit", (frozenset(_LIMITS), "the", _NUMBERED, kind("t.day", _dated),
               _OPEN), _by_word),
    Production("since <Month>", "t.limit", (frozenset(_LIMITS) - {"by", "after"}, kind("t.month."), _OPEN), _by_word),
    Production("since <day in numbers>", "t.limit", (opt(_NEAR), frozenset(_LIMITS), kind("t.when"), _OPEN), _by_words),
    Production("no later than <time>", "t.limit", ({"no", "not"}, "later", "than", kind("t.any")), lambda _n, _l, _t,
               of: _limit(Relation.BY, of)),
    Production("no later than <clock>", "t.limit", ({"no", "not"}, "later", "than", kind("t.when")), lambda _n, _l, _t,
               of: _limit(Relation.BY, of)),
    Production("later than <time>", "t.limit", (not_behind({"no", "not"}), "later", "than", kind("t.any")), lambda _l,
               _t, of: _limit(Relation.AFTER, of)),
    Production("no earlier than <time>", "t.limit", ({"no", "not"}, {"earlier", "before"}, opt("than"), kind("t.any")),
               lambda _n, _e, _t, of: _limit(Relation.SINCE, of)),
    Production("as early as <time>", "t.limit", ("as early as", kind("t.any")), lambda _a, _e, _b,
               of: _limit(Relation.SINCE, of)),
    Production("as early as <clock>", "t.limit", ("as early as", kind("t.when")), lambda _a, _e, _b,
               of: _limit(Relation.SINCE, of)),
    Production("as late as <time>", "t.limit", ("as late as", kind("t.any")), lambda _a, _e, _b, of: _limit(Relation.BY,
               of)),
    Production("as late as <clock>", "t.limit", ("as late as", kind("t.when")), lambda _a, _e, _b,
               of: _limit(Relation.BY, of)),
    Production("prior to <time>", "t.limit", ({"prior", "up"}, {"to", "until"}, kind("t.any"), _OPEN),
               lambda w, _t, of: _limit(Relation.BEFORE if w.norm == "prior" else Relation.UNTIL, of)),
    Production("prior to the <time>", "t.limit", ({"prior", "up"}, {"to", "until"}, "the", kind("t.any"), _ALONE),
               lambda w, _t, _the, of: _limit(Relation.BEFORE if w.norm == "prior" else Relation.UNTIL, of)),
    Production("prior to the <day>th of <month>", "t.limit", ({"prior", "up"}, {"to", "until"}, "the", _NUMBERED,
               kind("t.day", _dated), _OPEN),
               lambda w, _t, _the, of: _limit(Relation.BEFORE if w.norm == "prior" else Relation.UNTIL, of)),
    Production("ahead of <time>", "t.limit", ("ahead of", kind("t.day"), _OPEN), lambda _a, _o,
               of: _limit(Relation.BEFORE, of)),
    Production("ahead of the <day of a month>", "t.limit", ("ahead of the", kind("t.day", _dated), _ALONE),
               lambda _a, _o, _t, of: _limit(Relation.BEFORE, of)),
    Production("ahead of the <day>th of <month>", "t.limit", ("ahead of the", _NUMBERED, kind("t.day", _dated), _OPEN),
               lambda _a, _o, _t, of: _limit(Relation.BEFORE, of)),
    Production("ahead of the <feast>", "t.limit", ("ahead of", opt("the"), kind("t.feast"), opt(_BREAK), _ALONE),
               lambda _a, _o, _t, feast, _b: _limit(Relation.BEFORE, feast)),
    Production("on or before <time>", "t.limit", ("on or", {"before", "after"}, kind("t.any")),
               lambda _on, _or, w, of: _limit(Relation.BY if w.norm == "before" else Relation.SINCE, of)),
    Production("from <time> on", "t.limit", ({"from"}, kind("t.any"), {"on", "onward", "onwards"}), lambda _f, of,
               _o: _limit(Relation.SINCE, of)),
    Production("<time> onwards", "t.limit", (kind("t.any"), {"onward", "onwards"}), lambda of, _: _limit(Relation.SINCE,
               of)),
    Production("starting <time>", "t.limit", ({"starting", "beginning", "effective"}, opt({"on", "from", "in"}),
               kind("t.any")),
               lambda _s, _o, of: _limit(Relation.SINCE, of)),
    Production("<time> or later", "t.limit", (kind("t.any"), {"or", "and"}, {"later", "after", "earlier", "before"},
               ahead(_stop)),
               lambda of, _o, w: _limit(Relation.SINCE if w.norm in ("later", "after") else Relation.BY, of)),
    Production("<clock> or later", "t.limit", (kind("t.when"), "or", {"later", "after", "earlier", "before"}),
               lambda of, _o, w: _limit(Relation.SINCE if w.norm in ("later", "after") else Relation.BY, of)),
    Production("<year> or later", "t.limit", (opt("year"), kind("t.year"), {"or", "and"}, {"later", "earlier"}),
               lambda _y, of, _o, w: _limit(Relation.SINCE if w.norm == "later" else Relation.BY, of)),
    Production("<limit> on <day>", "t.limit", (kind("t.limit"), "on", kind("t.day")),
               lambda limit, _, day: t.At(day, limit) if isinstance(limit, t.Limit) and isinstance(limit.of,
               t.Clock) else None),
    Production("about <time>", "t.hedged", (frozenset(_HEDGES), kind("t.any")), _hedged),
    # Repeated times.
    Production("every <unit>", "t.set", ({"every", "each"}, opt({"single", "other"}), kind("t.unit")), lambda _e, _s,
               unit: _every(unit)),
    Production("every <amount>", "t.set", ("every", kind("t.amount")), lambda _, a: _every(a[0][1], a[0][0])),
    Production("every <weekday>", "t.set", ({"every", "each"}, opt("other"), FULL_WEEKDAYS), lambda _e, _o,
               w: t.Repeated(f"XXXX-WXX-{WORDS.weekdays[w.norm] + 1}")),
    Production("a usual <weekday>", "t.set", ({"a", "an", "the", "any"}, WORDS.context["usual"], FULL_WEEKDAYS,
               not_ahead(WORDS.context["paper_names"]), opt(kind("t.part"))),
               lambda _a, _u, w, _p: t.Repeated(f"XXXX-WXX-{WORDS.weekdays[w.norm] + 1}")),
    Production("every <month>", "t.set", ({"every", "each"}, kind("t.month")), lambda _e,
               m: t.Repeated(f"XXXX-{m:02d}")),
    Production("every <feast>", "t.set", ({"every", "each"}, kind("t.feast")), lambda _e, feast: _every("year")),
    Production("every <season>", "t.set", ({"every", "each"}, kind("t.season")), lambda _e, s: _every("year")),
    Production("every <morning>", "t.set", ({"every", "each"}, kind("t.part")), lambda _e, part: _every("day")),
    Production("<weekday>s", "t.set", ({f"{day}s" for day in FULL_WEEKDAYS},),
               lambda w: t.Repeated(f"XXXX-WXX-{WORDS.weekdays[w.norm[:-1]] + 1}")),
    Production("weekly", "t.set", (frozenset(_SET_WORDS),),
               lambda w: t.Repeated(_SET_WORDS[w.norm]) if w.text.islower() else None),
    Production("<twice> a <unit>", "t.set", ({"once", "twice", "thrice"}, {"a", "an", "per", "each", "every"},
               kind("t.unit")),
               lambda _o, _a, unit: _every(unit)),
    Production("<number> times a <unit>", "t.set", (kind("cardinal"), "times", {"a", "an", "per", "each", "every"},
               kind("t.unit")),
               lambda _n, _t, _a, unit: _every(unit)),
    # What stands alone.
    *(Production(f"<{name[2:]}>", "time", (kind(name),), lambda term: term)
      for name in ("t.any", "t.limit", "t.alone", "t.hedged", "t.set", "t.now")),
)
