"""Place the time expressions of one document on the calendar.

Times are resolved along the whole text, in the tense of their verbs. What somebody said is dated from the day of
saying where the cue names it ("said on January 11 that ... in two days"), and the anchor is marked as assumed where
"earlier" leaves that day open. A document without a date borrows the calendar of its story for weekdays and days
without a year, never for "yesterday".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from claimcheck.detect.clause import exit_token, is_pluperfect, tokens_in, verb_above
from claimcheck.detect.moved import moved, with_roles
from claimcheck.detect.surface import is_ranked
from claimcheck.detect.tense import direction_of, is_ahead
from claimcheck.extract.attribution import find_cues
from claimcheck.extract.timex import Needs, TimeExpression
from claimcheck.extract.timex_resolve import Ends, moves, of_the_year, readings_by_year, resolve, tells
from claimcheck.extract.timex_terms import Feast, Now, Shifted
from claimcheck.lexicon.participles import plural
from claimcheck.model.document import Document
from claimcheck.model.parse import ParsedSentence
from claimcheck.model.tree import children, subtree
from claimcheck.model.value import (
    AnchorOrigin,
    Calendar,
    Direction,
    Granularity,
    Hedge,
    Relation,
    Timex,
    TimexType,
    is_moved,
)

# A Wednesday in a leap year: where no document of a story has a date, days of the year can still be told apart.
NOMINAL = date(2000, 7, 5)
# Years in which a day that moves from year to year may be, where none is known.
YEARS = range(1950, 2051)
_BORROWABLE = re.compile(r"^(XXXX-\d\d|XXXX-WXX-\d|XXXX-[A-Z]{3}|\d{4})")
# Numbers of years and units that are hardly exact.
_ROUND, _ROUND_UNITS = 5, frozenset({"decade", "century"})
_OPEN_DAY = frozenset({"earlier", "previously", "before", "already"})


def place_times(
    document: Document,
    parsed: Sequence[ParsedSentence],
    found: Sequence[Sequence[TimeExpression]],
    story_day: date | None,
) -> list[tuple[Timex, ...]]:
    """Resolved times sentence by sentence; the spans of `found` are offsets into the document.

    `story_day` is the publication day of the other documents, for a document that has none.
    """
    found = [[_aside(p, _so_early(p, _ranked(p, e))) for e in with_roles(p, row)]
             for p, row in zip(parsed, found, strict=True)]
    flat = [e for row in found for e in row]
    directions = [_direction(document, p, e) for p, row in zip(parsed, found, strict=True) for e in row]
    times = iter(_resolve(document, flat, directions, story_day))
    rows = [tuple(next(times) for _ in row) for row in found]
    return [_said(document, p, e, t) if t else () for p, e, t in zip(parsed, found, rows, strict=True)]


def _direction(document: Document, parsed: ParsedSentence, expression: TimeExpression) -> Direction:
    """The present tells of what is to come where it names a day or month of the year; a headline has it of what is past
    as well, and news has weekdays mostly of the week behind."""
    if expression.type is TimexType.DATE and (is_moved(expression) or moved(parsed, expression.span) is not None):
        return Direction.FUTURE  # "was postponed until Sunday"; "was delayed until 9 p.m." is told afterwards
    found = direction_of(parsed, expression.span)
    if found is not Direction.UNKNOWN or not of_the_year(expression):
        return found
    is_sentence = parsed.sentence.span.of(document.text).rstrip("\"'”’)]")[-1:] in (".", "!", "?", ";")
    return Direction.FUTURE if is_sentence and is_ahead(parsed, expression.span) else found


def _aside(parsed: ParsedSentence, expression: TimeExpression) -> TimeExpression:
    """ "Fled in a car that had been stolen on Monday. It was found that evening": not on Monday."""
    exit_ = exit_token(parsed, expression.span)
    verb = verb_above(parsed, exit_) if exit_ is not None else None
    before = verb is not None and verb.dep == "relcl" and is_pluperfect(parsed, verb)
    return replace(expression, aside=True) if before else expression


def _ranked(parsed: ParsedSentence, expression: TimeExpression) -> TimeExpression:
    """ "The most in 13 years" is the most since then; a round number of years is about so many."""
    term = expression.term
    if not isinstance(term, Shifted) or not term.or_lasting or expression.relation is not Relation.IN:
        return expression
    if not is_ranked(parsed, expression.span) or direction_of(parsed, expression.span) is Direction.FUTURE:
        return expression
    number, unit = term.amount[0]
    hedge = Hedge.ABOUT if unit in _ROUND_UNITS or number % _ROUND == 0 else expression.hedge
    return replace(expression, term=replace(term, sign=-1, or_lasting=False), relation=Relation.SINCE,
                   needs=Needs.REFERENCE, value="PAST_REF", hedge=hedge)


def _so_early(parsed: ParsedSentence, expression: TimeExpression) -> TimeExpression:
    """ "Died as early as Saturday" dates it, "may come as early as Saturday" leaves it open."""
    early = expression.relation is Relation.SINCE and "as early as" in expression.derivation
    past = early and direction_of(parsed, expression.span) is Direction.PAST
    return replace(expression, relation=Relation.IN) if past else expression


def _resolve(
    document: Document, expressions: Sequence[TimeExpression], directions: Sequence[Direction], story_day: date | None
) -> list[Timex]:
    known = document.published.on
    times = resolve(expressions, document.text, reference=known or story_day or NOMINAL, directions=directions)
    if known is not None:
        return list(times)
    borrowed: list[Timex] = []
    told = Calendar.TOLD  # how much is known of the date that was mentioned last
    for expression, timex, direction in zip(expressions, times, directions, strict=True):
        borrowed.append(_borrowed(expression, timex, direction, told, story_day))
        if tells(expression, timex.start, timex.end):
            told = borrowed[-1].calendar if borrowed[-1].resolved else Calendar.TOLD
    return borrowed


def _borrowed(
    expression: TimeExpression, timex: Timex, direction: Direction, told: Calendar, story_day: date | None
) -> Timex:
    if expression.needs is Needs.NONE or timex.calendar is Calendar.DAY:
        return timex
    if expression.needs is Needs.DISCOURSE:
        value = timex.value if story_day or told is Calendar.PLACED else expression.value
        return replace(timex, value=value, anchor=story_day, anchor_origin=AnchorOrigin.ASSUMED, calendar=told)
    if not _BORROWABLE.match(expression.value):
        open_ = replace(timex, start=None, end=None, value=expression.value, anchor=None, readings=(),
                        anchor_origin=AnchorOrigin.UNRESOLVED)
        term = expression.term
        if not isinstance(term, Shifted) or story_day is not None or expression.relation is not Relation.IN:
            return open_
        readings = _from_nominal(expression, term, timex)
        if isinstance(term.of, Now) and readings and not term.vague:
            return replace(open_, value=_counted(term), readings=readings, calendar=Calendar.SAID)
        if isinstance(term.of, Feast) and not moves(term.of) and timex.granularity is Granularity.DAY and timex.start:
            return replace(timex, value=f"XXXX-{timex.start:%m-%d}", anchor=None, anchor_origin=AnchorOrigin.ASSUMED,
                           calendar=Calendar.YEAR)  # "two days before Christmas"
        return open_
    assumed = replace(timex, value=timex.value if story_day else expression.value, anchor=story_day,
                      anchor_origin=AnchorOrigin.ASSUMED)
    if expression.value.startswith("XXXX-W"):
        return replace(assumed, calendar=Calendar.WEEK)
    if story_day is None and moves(expression.term):
        return replace(assumed, readings=readings_by_year(expression, YEARS, direction))
    open_year = story_day is None and expression.value.startswith("XXXX")
    return replace(assumed, calendar=Calendar.YEAR if open_year else Calendar.PLACED)


def _from_nominal(expression: TimeExpression, term: Shifted, timex: Timex) -> tuple[Ends, ...]:
    """What "seven years ago" is, seen from the nominal day; a hedged or round number is about so many. None for what no
    calendar has."""
    start, end = timex.start, timex.end
    if start is None or end is None:
        return ()
    readings = timex.readings or ((start, end),)
    (number, unit), *finer = term.amount
    if expression.hedge is Hedge.NONE and unit not in _ROUND_UNITS and (finer or number % _ROUND):
        return readings
    play = abs(start - datetime.combine(NOMINAL, time.min)) / 10
    return (*readings, (start - min(play, start - datetime.min), end + min(play, datetime.max - end)))


def _counted(term: Shifted) -> str:
    """ "7 years ago", which TIMEX3 has no value for where the day of saying is not known."""
    amount = " ".join(f"{number:g} {unit if number == 1 else plural(unit)}" for number, unit in term.amount)
    return f"{amount} ago" if term.sign < 0 else f"in {amount}"


def _said(
    document: Document, parsed: ParsedSentence, expressions: Sequence[TimeExpression], times: tuple[Timex, ...]
) -> tuple[Timex, ...]:
    """Dates inside what is said, from the day of saying."""
    anchors: dict[int, Timex | None] = {}  # the day of saying by the narrowest cue around, None where it is left open
    for cue in find_cues(parsed):
        beside = {t.index for t in subtree(parsed, cue.word)}
        said_on = next(
            (
                t
                for t in times
                if t.resolved
                and t.start
                and t.granularity is Granularity.DAY
                and not cue.content.overlaps(t.span)
                and any(k.index in beside for k in tokens_in(parsed, t.span))
            ),
            None,
        )
        left_open = any(t.text.lower() in _OPEN_DAY for t in children(parsed, cue.word, "advmod"))
        for place, (expression, timex) in enumerate(zip(expressions, times, strict=True)):
            if not cue.content.covers(timex.span) or expression.needs is not Needs.REFERENCE:
                continue
            if said_on is not None and said_on.start is not None and not _BORROWABLE.match(expression.value):
                anchors[place] = said_on
            elif left_open and timex.resolved:
                anchors[place] = None
    result = list(times)
    for place, said_on in anchors.items():
        result[place] = _from_day_of_saying(document, parsed, expressions[place], times[place], said_on)
    return tuple(result)


def _from_day_of_saying(
    document: Document, parsed: ParsedSentence, expression: TimeExpression, timex: Timex, said_on: Timex | None
) -> Timex:
    if said_on is None or said_on.start is None:
        return replace(timex, anchor_origin=AnchorOrigin.ASSUMED)
    direction = _direction(document, parsed, expression)
    again = resolve([expression], document.text, reference=said_on.start.date(), directions=[direction])[0]
    # Without a year the day of saying has none to give.
    value = f"XXXX{again.value[4:]}" if said_on.value.startswith("XXXX") else again.value
    return replace(again, value=value, anchor_origin=AnchorOrigin.DISCOURSE, calendar=said_on.calendar)
