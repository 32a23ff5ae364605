"""Dates that are said to be moved: "was delayed from March until May", "opens in May instead of March"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from claimcheck.detect.clause import event_of, exit_token, subject_of, tokens_before, tokens_in, verb_above
from claimcheck.extract.timex import TimeExpression, ends_of
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import ancestors, children, span_of
from claimcheck.model.value import TimeRole, Timex

_TO = frozenset({"to", "until", "till", "for"})
# "Put back", "brought forward", "moved up".
_ALONG = frozenset({"back", "forward", "off", "up"})
_CARRYING = frozenset({"bring", "move", "push", "put", "shift"})
_INSTEAD = (["instead", "of"], ["rather", "than"])
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
    """What is said to be moved to a time."""
    exit_ = exit_token(parsed, span)
    if exit_ is None:
        return None
    above = list(ancestors(parsed, exit_))
    between = list(takewhile(lambda t: t.pos not in ("VERB", "AUX", "NOUN", "PROPN"), above))
    verb = above[len(between)] if len(between) < len(above) else None
    if verb is None or not _TO & {t.lemma for t in (*tokens_in(parsed, span), *between)}:
        return None
    mover = parsed.tokens[verb.head]
    if verb.tag == "VBG" and verb.dep == "xcomp" and is_moving(parsed, mover):
        return verb
    return _what(parsed, verb) if is_moving(parsed, verb) else None


def with_roles(parsed: ParsedSentence, expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The times of a sentence, where something was moved with what they are of that: when it was to be, when it is now.
    "From 5 May to 12 June" are two of them."""
    times = [end for e in expressions for end in _ends(parsed, e)]
    instead = {verb.index for e in times if _is_instead(parsed, e.span) and (verb := _verb(parsed, e.span))}
    return [replace(e, role=_role(parsed, e, instead)) if e.role is TimeRole.WHEN else e for e in times]


def is_moving(parsed: ParsedSentence, verb: Token) -> bool:
    """ "Was postponed", "has put off", "brought forward", "rescheduled". What had been moved may have been since."""
    if verb.pos != "VERB" or any(t.tag == "VBD" and t.lemma == "have" for t in children(parsed, verb, "aux")):
        return False
    along = any(t.lemma in _ALONG for t in children(parsed, verb, "prt", "advmod"))
    return event_of(parsed, verb) == concept("delay") or verb.lemma in cues("moving") or (
        verb.lemma in _CARRYING and along)


def _ends(parsed: ParsedSentence, expression: TimeExpression) -> Iterator[TimeExpression]:
    """Of what was moved from one time to another the two, each with its own words; else the expression."""
    ends = ends_of(expression)
    inside = tokens_in(parsed, expression.span)
    to = next((t.index for t in inside if t.lemma in _TO), None)
    verb = _verb(parsed, expression.span)
    if ends is None or to is None or to == inside[0].index or verb is None or not is_moving(parsed, verb):
        yield expression
        return
    former, now = ([t for t in inside if (t.index < to) is first] for first in (True, False))
    yield replace(ends[0], span=span_of(former), role=TimeRole.FORMER)
    yield replace(ends[1], span=span_of(now), role=TimeRole.MOVED)


def _role(parsed: ParsedSentence, expression: TimeExpression, instead: set[int]) -> TimeRole:
    if _is_instead(parsed, expression.span) or _was_planned(parsed, expression.span):
        return TimeRole.FORMER
    verb = _verb(parsed, expression.span) if instead else None
    return TimeRole.MOVED if verb is not None and verb.index in instead else TimeRole.WHEN


def _is_instead(parsed: ParsedSentence, span: Span) -> bool:
    """ "Instead of in March", "rather than on Tuesday"."""
    before = [t.lemma for t in tokens_before(parsed, span)[-len(_INSTEAD[0]):]]
    inside = [t.lemma for t in tokens_in(parsed, span)]
    return before in _INSTEAD or inside[: len(_INSTEAD[0])] in _INSTEAD


def _was_planned(parsed: ParsedSentence, span: Span) -> bool:
    """ "Originally set for Monday"; "the walkout, planned for Monday, was put off"; "due on Monday but put off"."""
    verb = _verb(parsed, span)
    if verb is None or verb.lemma not in cues("scheduling"):
        return False
    if any(t.lemma in _AT_FIRST for t in children(parsed, verb, "advmod")):
        return True
    movers = children(parsed, verb, "conj")
    if verb.dep == "acl" and (above := verb_above(parsed, parsed.tokens[verb.head])) is not None:
        movers = [*movers, above]
    return any(is_moving(parsed, mover) for mover in movers)


def _verb(parsed: ParsedSentence, span: Span) -> Token | None:
    """The verb or participle that a time hangs on; "due" is one."""
    exit_ = exit_token(parsed, span)
    above = ancestors(parsed, exit_) if exit_ is not None else ()
    return next((t for t in above if t.pos in ("VERB", "AUX") or t.lemma == "due"), None)


def _what(parsed: ParsedSentence, verb: Token) -> Token | None:
    done_to = verb.dep == "acl" or children(parsed, verb, "nsubjpass", "auxpass")  # "the trial, moved from 3 to 7 May"
    return next(iter(children(parsed, verb, "dobj")), subject_of(parsed, verb) if done_to else None)
