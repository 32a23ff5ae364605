"""Ends of the time that somebody has: "must register by 5 May", "have until 5 May", "the deadline is 5 May".

Who names another day names another end, while "12 had been killed by noon" leaves room for any later hour.
"""

from __future__ import annotations

from claimcheck.detect.clause import SUBJECTS, exit_token, governor
from claimcheck.lexicon.cues import cues
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import children
from claimcheck.model.value import Relation

_BY = frozenset({Relation.BY, Relation.BEFORE, Relation.UNTIL})
_GIVING = frozenset({"give", "get", "grant", "allow"})


def is_deadline(parsed: ParsedSentence, span: Span, relation: Relation) -> bool:
    """Does a time expression name the last day, or hour, on which something may be done?"""
    exit_ = exit_token(parsed, span)
    above = governor(parsed, exit_) if exit_ is not None else None
    if above is None:
        return False
    head = above[0]
    if relation is Relation.IN:
        return _is_named(parsed, head)
    if relation not in _BY or head.pos not in ("VERB", "AUX"):
        return False
    return is_obliged(parsed, head) or (relation is Relation.UNTIL and _has_time(parsed, head))


def is_obliged(parsed: ParsedSentence, verb: Token) -> bool:
    """Is it what somebody has to do: "must pay", "are required to pay", "payment is due", "pay"?"""
    while verb.dep == "conj" and not children(parsed, verb, "aux", *SUBJECTS) and verb.head != verb.index:
        verb = parsed.tokens[verb.head]
    auxiliaries = {t.lemma.lower() for t in children(parsed, verb, "aux")}
    if "must" in auxiliaries:
        return "have" not in auxiliaries  # "must have left by noon" is a guess
    if verb.dep in ("xcomp", "ccomp") and "to" in auxiliaries:
        return parsed.tokens[verb.head].lemma in cues("obliging")
    if verb.lemma == "be" and any(t.lemma == "due" for t in children(parsed, verb, "acomp")):
        return not any(children(parsed, t, "xcomp") for t in children(parsed, verb, "acomp"))
    return verb.tag == "VB" and verb.dep == "ROOT" and not children(parsed, verb, "aux", *SUBJECTS)


def is_given(parsed: ParsedSentence, verb: Token) -> bool:
    """ "Were given until Friday to leave", "gave them until Friday to leave"."""
    return verb.lemma in _GIVING and bool(children(parsed, verb, "xcomp", "advcl", "nsubjpass")) and not any(
        t.pos != "PRON" for t in children(parsed, verb, "dobj"))


def _has_time(parsed: ParsedSentence, verb: Token) -> bool:
    """ "Have until Friday", "can apply until Friday"."""
    if verb.lemma == "have":
        return not children(parsed, verb, "dobj")
    return is_given(parsed, verb) or any(t.lemma.lower() == "can" for t in children(parsed, verb, "aux"))


def _is_named(parsed: ParsedSentence, head: Token) -> bool:
    """ "The deadline is 5 May", "a deadline of 5 May"."""
    subjects = children(parsed, head, *SUBJECTS) if head.lemma == "be" else [head]
    return any(t.lemma.lower() in cues("deadline") for t in subjects)
