"""Dates that are said to be moved: "the landing was delayed until May", "put off publishing until after Easter"."""

from __future__ import annotations

from itertools import takewhile

from claimcheck.detect.clause import event_of, exit_token, subject_of, tokens_in
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import ancestors, children

_TO = frozenset({"to", "until", "till", "for"})
# "Put back", "brought forward", "moved up".
_ALONG = frozenset({"back", "forward", "off", "up"})
_CARRYING = frozenset({"bring", "move", "push", "put", "shift"})


def moved(parsed: ParsedSentence, span: Span) -> Token | None:
    """What is said to be moved to a time: the noun or the gerund; None where nothing is."""
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
    if not is_moving(parsed, verb):
        return None
    done_to = verb.dep == "acl" or children(parsed, verb, "nsubjpass")  # "the trial, rescheduled from 3 to 17 October"
    return next(iter(children(parsed, verb, "dobj")), subject_of(parsed, verb) if done_to else None)


def is_moving(parsed: ParsedSentence, verb: Token) -> bool:
    """ "Was postponed", "has put off", "brought forward", "rescheduled". What had been moved may have been since."""
    if verb.pos != "VERB" or any(t.tag == "VBD" and t.lemma == "have" for t in children(parsed, verb, "aux")):
        return False
    along = any(t.lemma in _ALONG for t in children(parsed, verb, "prt", "advmod"))
    return event_of(parsed, verb) == concept("delay") or verb.lemma in cues("moving") or (
        verb.lemma in _CARRYING and along)
