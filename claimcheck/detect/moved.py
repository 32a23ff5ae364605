"""Dates that are said to be moved: "was delayed from March until May", "opens in May instead of March"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from claimcheck.detect.clause import (
    SUBJECTS,
    event_of,
    exit_token,
    is_negated,
    is_pluperfect,
    subject_of,
    tokens_before,
    tokens_in,
    verb_above,
)
from claimcheck.detect.tense import direction_of
from claimcheck.extract.timex import TimeExpression, ends_of
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import ancestors, children, span_of
from claimcheck.model.value import OF_THE_CLOCK, Direction, Granularity, Relation, TimeRole, Timex

_TO = frozenset({"to", "until", "till", "for"})
# "Put back", "brought forward", "moved up".
_ALONG = frozenset({"back", "forward", "off", "up"})
_CARRYING = frozenset({"bring", "move", "push", "put", "shift"})
_INSTEAD = (["instead", "of"], ["rather", "than"])
_LEADING = frozenset({"in", "on", "at"})
_AT_FIRST = frozenset({"originally", "initially", "first", "previously"})


def thing_moved(parsed: ParsedSentence, timex: Timex) -> Token | None:
    """What is said to be moved to a time or away from one: the noun or the gerund; None where nothing is."""
    if timex.role is TimeRole.WHEN:
        return moved(parsed, timex.span)
    verb = _verb(parsed, timex.span)
    if verb is None:
        return None
    if is_moving(parsed, verb):
        return _what(parsed, verb)
    return subject_of(parsed, verb) if verb.lemma in cues("scheduling") else None


def moved(parsed: ParsedSentence, span: Span) -> Token | None:
    """What is said to be moved to a time: the noun or the gerund; None where nothing is."""
    exit_ = exit_token(parsed, span)
    if exit_ is None:
        return None
    above = list(ancestors(parsed, exit_))
    between = list(takewhile(lambda t: t.pos not in ("VERB", "AUX", "NOUN", "PROPN"), above))
    verb = above[len(between)] if len(between) < len(above) else None
    if verb is None or not _TO & {t.lemma for t in (*tokens_in(parsed, span)[:1], exit_, *between)}:
        return None
    mover = parsed.tokens[verb.head]
    if verb.tag == "VBG" and verb.dep == "xcomp" and is_moving(parsed, mover):
        return verb
    return _what(parsed, verb) if is_moving(parsed, verb) else None


def with_roles(parsed: ParsedSentence, expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The times of a sentence, where something was moved with what they are of that: when it was to be, when it is now.
    "From 5 May to 12 June" are two of them."""
    times = [_as_former(parsed, end) for e in expressions for end in _ends(parsed, e)]
    old = [(verb.index, e.granularity) for e in times if e.role is TimeRole.FORMER and _is_instead(parsed, e.span)
           and (verb := _verb(parsed, e.span)) is not None]
    return [_as_new(parsed, e, old) for e in times]


def is_moving(parsed: ParsedSentence, verb: Token) -> bool:
    """ "Was postponed", "has put off", "brought forward", "rescheduled". What had been moved may have been since."""
    if verb.pos != "VERB" or is_pluperfect(parsed, verb) or is_negated(parsed, verb):
        return False
    along = any(t.lemma in _ALONG for t in children(parsed, verb, "prt", "advmod"))
    return event_of(parsed, verb) == concept("delay") or verb.lemma in cues("moving") or (
        verb.lemma in _CARRYING and along)


def _ends(parsed: ParsedSentence, expression: TimeExpression) -> Iterator[TimeExpression]:
    """Of what was moved from one time to another the two, each with its own words; else the expression. Trains that
    are "delayed from 6 to 9 a.m." are late for so long."""
    ends, inside = ends_of(expression), tokens_in(parsed, expression.span)
    cut = next((place for place, t in enumerate(inside) if t.lemma in _TO), 0)
    verb = _verb(parsed, expression.span)
    if (ends is None or not cut or inside[0].lemma != "from" or verb is None or verb.index > inside[0].index
            or any(end.granularity in OF_THE_CLOCK for end in ends)
            or not is_moving(parsed, verb) or _what(parsed, verb) is None):
        yield expression
        return
    yield replace(ends[0], span=span_of(list(inside[:cut])), role=TimeRole.FORMER)
    yield replace(ends[1], span=span_of(list(inside[cut:])), role=TimeRole.MOVED)


def _as_former(parsed: ParsedSentence, expression: TimeExpression) -> TimeExpression:
    former = _is_instead(parsed, expression.span) or _was_planned(parsed, expression.span)
    plain = expression.role is TimeRole.WHEN and expression.relation is Relation.IN
    return replace(expression, role=TimeRole.FORMER) if former and plain else expression


def _as_new(
    parsed: ParsedSentence, expression: TimeExpression, old: Sequence[tuple[int, Granularity]],
) -> TimeExpression:
    """ "Opens in May instead of March", "will now open in May"; "it was on Monday rather than Tuesday" corrects
    somebody, and moves nothing."""
    if expression.relation is not Relation.IN or expression.role is not TimeRole.WHEN:
        return expression
    verb = _verb(parsed, expression.span)
    if verb is None or not ((verb.index, expression.granularity) in old or _will_now(parsed, verb)):
        return expression
    if direction_of(parsed, expression.span) is Direction.PAST:
        return expression
    return replace(expression, role=TimeRole.MOVED)


def _will_now(parsed: ParsedSentence, verb: Token) -> bool:
    """ "Will now be held", "is now due to start": of what is held, starts or ends."""
    above = parsed.tokens[verb.head]
    due = verb.dep == "xcomp" and above.lemma in cues("scheduling")
    now = [t for v in ((verb, above, parsed.tokens[above.head]) if due else (verb,))
           for t in children(parsed, v, "advmod") if t.lemma == "now"]
    will = due or any(t.lemma in ("will", "shall") for t in children(parsed, verb, "aux"))
    return bool(now) and will and verb.lemma in cues("staged")


def _is_instead(parsed: ParsedSentence, span: Span) -> bool:
    """ "Instead of March", "rather than on Tuesday"."""
    before = [t.lemma for t in tokens_before(parsed, span)[-len(_INSTEAD[0]) - 1:]]
    return (before[:-1] if before[-1:] and before[-1] in _LEADING else before)[-len(_INSTEAD[0]):] in _INSTEAD


def _was_planned(parsed: ParsedSentence, span: Span) -> bool:
    """ "Originally set for Monday"; "the walkout, planned for Monday, was put off"; "due on Monday but put off"."""
    verb = _verb(parsed, span)
    if verb is not None and verb.dep == "xcomp":  # "scheduled to open in May"
        verb = parsed.tokens[verb.head]
    elif verb is not None and verb.lemma != "due" and not _is_led_by_for(parsed, span):
        return False  # "was announced on Monday", "the record was first set in 1988"
    if verb is None or verb.lemma not in cues("scheduling"):
        return False
    if any(t.lemma in _AT_FIRST for t in children(parsed, verb, "advmod")):
        return True
    if any(is_moving(parsed, mover) and not children(parsed, mover, *SUBJECTS)
           for mover in children(parsed, verb, "conj")):
        return True
    planned = parsed.tokens[verb.head] if verb.dep in ("acl", "relcl") else None
    mover = verb_above(parsed, planned) if planned is not None else None
    return mover is not None and is_moving(parsed, mover) and _what(parsed, mover) == planned


def _is_led_by_for(parsed: ParsedSentence, span: Span) -> bool:
    exit_ = exit_token(parsed, span)
    return exit_ is not None and parsed.tokens[exit_.head].lemma == "for"


def _verb(parsed: ParsedSentence, span: Span) -> Token | None:
    """The verb or participle that a time hangs on; "due" is one."""
    exit_ = exit_token(parsed, span)
    above = ancestors(parsed, exit_) if exit_ is not None else ()
    return next((t for t in above if t.pos in ("VERB", "AUX") or t.lemma == "due"), None)


def _what(parsed: ParsedSentence, verb: Token) -> Token | None:
    """ "Put off the vote", "the vote was put off", "the vote, moved to Monday"."""
    done_to = verb.dep == "acl" or children(parsed, verb, "nsubjpass", "auxpass")
    return next(iter(children(parsed, verb, "dobj")), subject_of(parsed, verb) if done_to else None)
