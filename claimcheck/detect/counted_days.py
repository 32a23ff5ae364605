"""Days that are counted from another one of the sentence: who resigned on Wednesday, two days after his home was
searched, had it searched on Monday."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import timedelta

from claimcheck.detect.clause import (
    exit_token,
    is_conditional,
    is_expected,
    is_negated,
    tokens_before,
    verb_above,
)
from claimcheck.detect.dating import dated
from claimcheck.detect.measure import Setting
from claimcheck.extract.calendar import DAY, OffCalendarError, Stretch
from claimcheck.extract.timex_denote import Context, denote
from claimcheck.extract.timex_terms import Amount, Shifted
from claimcheck.extract.timex_value import value_of
from claimcheck.lexicon.calendar import calendar_words
from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.cues import cues
from claimcheck.model.fact import Fact
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import children, span_of, subtree
from claimcheck.model.value import (
    COUNTED,
    Calendar,
    Granularity,
    Hedge,
    Quantity,
    QuantityKind,
    Relation,
    Timex,
    TimexType,
)

_SIGNS = {"after": -1, "before": 1}
_UNITS = frozenset({"day", "week", "month", "year"})
# As many as nobody has counted; "the week after" is the next one of the calendar.
_ONE = frozenset({"a", "one"})
_NOT_YET = frozenset({"should", "would", "could", "might", "mean", "suppose", "schedule", "plan", "expect", "due"})
_DAYS_OF_A_WEEK = 7


def counted_days(setting: Setting, quantities: tuple[Quantity, ...]) -> Iterator[Fact]:
    """When what comes before or after a dated event happened."""
    parsed = setting.parsed
    for mark in (t for t in parsed.tokens if t.lemma in _SIGNS and t.dep in ("prep", "mark")):
        other = _other(parsed, mark)
        found = _amount(parsed, mark, quantities)
        ahead = mark.lemma == "before" and mark.dep == "prep" and other is not None and other.pos != "NOUN"
        if other is None or found is None or ahead or not _happens(parsed, other):  # "before being sentenced"
            continue
        amount, span = found
        from_ = _day_before(setting, span, _verb_beside(parsed, mark, other), other)
        time = _counted(from_, amount, _SIGNS[mark.lemma], span) if from_ is not None else None
        if time is not None:
            yield Fact(span, time, dated(setting, time, other))


def _other(parsed: ParsedSentence, mark: Token) -> Token | None:
    """The verb or noun behind "after"."""
    if mark.dep == "mark":
        return parsed.tokens[mark.head]
    return next(iter(children(parsed, mark, "pobj", "pcomp")), None)


def _happens(parsed: ParsedSentence, other: Token) -> bool:
    if other.pos in ("NOUN", "PROPN"):
        return other.pos == "NOUN" and is_event(concept(other.lemma)) and other.tag != "NNS"
    said = other.lemma in cues("speech") and not children(parsed, other, "dobj", "nsubjpass")
    below = {t.lemma.lower() for t in (other, *children(parsed, other, "aux", "auxpass"))}
    open_ = not below.isdisjoint(_NOT_YET) or is_expected(parsed, other) or is_conditional(parsed, other)
    return other.pos == "VERB" and not said and not is_negated(parsed, other) and not open_


def _amount(parsed: ParsedSentence, mark: Token, quantities: tuple[Quantity, ...]) -> tuple[Amount, Span] | None:
    """ "Two days after", "a week after", "the day after"; not "almost a fortnight after", "at least a year after"."""
    units = calendar_words().units
    for q in quantities:
        if q.kind is not QuantityKind.DURATION or not 0 <= mark.span.start - q.span.end <= 1 or q.unit is None:
            continue
        figure = q.interval.figure
        exact = q.interval.is_point and figure is not None and figure == int(figure) and not q.vague
        known = exact and q.hedge is Hedge.NONE and q.unit.name in _UNITS
        return (((int(figure), q.unit.name),), q.span) if known and figure is not None else None
    before = list(tokens_before(parsed, mark.span)[-2:])
    if len(before) < 2 or units.get(before[1].text.lower()) not in _UNITS or before[1].tag != "NN":
        return None
    led = before[0].text.lower()
    if led not in _ONE and (led != "the" or before[1].text.lower() != "day"):
        return None
    return ((1, units[before[1].text.lower()]),), span_of(before)


def _verb_beside(parsed: ParsedSentence, mark: Token, other: Token) -> Token | None:
    """What is told to have happened so long after it."""
    above = parsed.tokens[(other if mark.dep == "mark" else mark).head]
    return verb_above(parsed, above)


def _day_before(setting: Setting, span: Span, verb: Token | None, other: Token) -> Timex | None:
    """The one day that stands before the amount and dates the verb."""
    inside = {t.index for t in subtree(setting.parsed, other)}
    time = one_day_of(setting, verb, inside) if verb is not None else None
    return time if time is not None and time.span.end <= span.start else None


def one_day_of(setting: Setting, verb: Token, without: Collection[int] = ()) -> Timex | None:
    """The day that dates a verb, where it is the only one."""
    found = []
    for time in setting.times:
        exit_ = exit_token(setting.parsed, time.span)
        if exit_ is None or exit_.index in without or verb_above(setting.parsed, exit_) != verb:
            continue
        if time.granularity is Granularity.DAY and time.relation is Relation.IN:
            found.append(time)
    return found[0] if len(found) == 1 else None


def _counted(from_: Timex, amount: Amount, sign: int, span: Span) -> Timex | None:
    """A day from days; from weeks, months and years about that time, as far as `timex_denote` leaves it open."""
    ((number, unit),) = amount
    start, end = from_.start, from_.end
    week = from_.calendar is Calendar.WEEK and unit == "day" and number < _DAYS_OF_A_WEEK
    if start is None or end is None or end - start != DAY or not (week or from_.calendar is Calendar.PLACED):
        return None
    term, told = Shifted(amount, sign, None), Context(told=Stretch(start, end, Granularity.DAY))
    try:
        usual, wide = denote(term, told), denote(term, replace(told, wide=True))
    except OffCalendarError:
        return None
    if usual.start is None or wide.start is None or wide.end is None:
        return None
    play = DAY if unit == "day" else timedelta(0)  # nobody says whether the first one counts
    value = f"XXXX-WXX-{usual.start.isoweekday()}" if week else value_of(usual, term)
    readings = ((usual.start, usual.end), (wide.start - play, wide.end + play))
    return Timex(span, TimexType.DATE, value, usual.granularity, usual.start, usual.end, Relation.IN, from_.anchor,
                 from_.anchor_origin, derivation=COUNTED, calendar=from_.calendar, readings=readings)
