"""Figures that are per cent though only the one before them says so: "71 per cent at Ostra and 87 at Velden", "from 33
per cent to 38", "took 55 per cent and her rival 43"; and those of what is told in nothing else: "inflation, stuck at
3.7"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from claimcheck.detect.clause import (
    SUBJECTS,
    exit_token,
    subject_of,
    tokens_after,
    tokens_before,
    tokens_in,
    verb_above,
)
from claimcheck.lexicon.predicates import words
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import children
from claimcheck.model.value import Quantity

_MOST = 100
# As many words as stand between the two: "in the first round of the vote , and".
_BETWEEN = 9
_PLACED = frozenset({"in", "at", "for", "among", "on", "with"})
_HELD = frozenset({"against", "versus"})
_JOINING = frozenset({"and", "but", "while", ",", ";"})
_NAMING = frozenset({"DET", "PRON", "ADJ", "NOUN", "PROPN"})
_SAYING = frozenset({"VERB", "AUX"})
_NAMED = 4  # words of who has the second share: "her long-time rival Brandt"
_EXPECTING = frozenset({"expect", "forecast", "predict"})
_REACHED = frozenset({"reach", "hit"})


def is_percent_too(parsed: ParsedSentence, percent: Quantity, bare: Quantity) -> bool:
    """Is a bare figure a second one of what the figure in per cent before it tells?"""
    exit_, figure = exit_token(parsed, bare.span), bare.interval.figure
    if exit_ is None or exit_.dep in SUBJECTS or figure is None or not 0 < figure <= _MOST:
        return False
    if any(t.pos == "NOUN" for t in tokens_in(parsed, bare.span)):
        return False  # "an average of 11"
    between, after = tokens_in(parsed, Span(percent.span.end, bare.span.start)), tokens_after(parsed, bare.span)
    if _asked(parsed, percent, exit_) or _is_it_again(parsed, percent, bare, exit_):
        return True
    if not 0 < len(between) <= _BETWEEN or any(t.pos in _SAYING for t in between):
        return False
    before = tokens_before(parsed, percent.span)[-1:]
    return _leads_on(before, between) or _is_rival(percent, bare, between, after) or _is_beside(between, after)


def is_told_in_percent(parsed: ParsedSentence, bare: Quantity) -> bool:
    """ "Inflation, stuck at 3.7, did not help", "left its key rate at 6.25"; a whole number may count what it is of."""
    exit_, figure = exit_token(parsed, bare.span), bare.interval.figure
    if exit_ is None or figure is None or figure == int(figure) or not 0 < figure <= _MOST:
        return False
    above = parsed.tokens[exit_.head]
    verb = parsed.tokens[above.head] if exit_.dep == "pobj" and above.lemma in ("to", "at") else above
    reached = verb is not above or (exit_.dep == "attr" and verb.lemma == "be") or verb.lemma in _REACHED
    if verb.pos not in _SAYING or not reached:
        return False
    told = [t for t in (*children(parsed, verb, "dobj"), subject_of(parsed, verb)) if t is not None and t is not exit_]
    of_a_bank = len(told) > 1 and told[0].lemma == "rate" and told[-1].lemma.lower() == "bank"
    return bool(told) and (of_a_bank or _is_rate(parsed, told[0]))


def _is_rate(parsed: ParsedSentence, noun: Token) -> bool:
    """ "Inflation", "turnout", "the jobless rate", "borrowing costs"; not the rate of a currency."""
    led = {t.lemma.lower() for t in children(parsed, noun, "compound", "amod")}
    kind = noun.lemma.lower() in ("rate", "cost") and bool(led & words("rates"))
    return kind or noun.lemma.lower() in words("in_percent")


def _leads_on(before: Sequence[Token], between: Sequence[Token]) -> bool:
    """ "From 33 per cent of the vote to 38", "to 3.4 per cent from 3.1", "40 per cent against 11 a year ago"; "rose 3
    per cent to 38" and "fell by 3 per cent from 38" tell two things."""
    led, last = before[0].lemma.lower() if before else "", between[-1].lemma.lower()
    behind = len(between) == 1 or between[0].lemma.lower() in (*_PLACED, "of")
    return behind and ((led, last) in (("from", "to"), ("to", "from")) or last in _HELD)


def _is_rival(percent: Quantity, bare: Quantity, between: Sequence[Token], after: Sequence[Token]) -> bool:
    """ "Won 50.6 per cent of the vote to 48.1 for Rainey": parts of one whole, the second of somebody else."""
    behind = len(between) == 1 or between[0].lemma.lower() == "of"
    ends = (percent.interval.figure, bare.interval.figure)
    whole = sum(end for end in ends if end is not None) <= _MOST
    named = [t.lemma.lower() for t in after[:1]] == ["for"] and any(t.pos == "PROPN" for t in after[1:_NAMED])
    return behind and between[-1].lemma.lower() == "to" and whole and named


def _is_beside(between: Sequence[Token], after: Sequence[Token]) -> bool:
    """ "71 per cent at Ostra and 87 at Velden", where both stand alike; "55 per cent of the vote, her rival 43"."""
    if between[-1].lemma.lower() in _JOINING:
        place = between[0].lemma.lower()
        return place in _PLACED and [t.lemma.lower() for t in after[:1]] == [place]
    named = list(takewhile(lambda t: t.pos in _NAMING, reversed(between)))
    joined = between[: len(between) - len(named)]
    ends = not after or after[0].pos in ("PUNCT", "CCONJ")
    index = any(t.lemma.lower() in words("stock_indices") for t in named)
    alone = 0 < len(named) <= _NAMED and ends and not index
    led = len(joined) == 1 or (bool(joined) and joined[0].lemma.lower() in (*_PLACED, "of"))
    return alone and led and joined[-1].lemma.lower() in _JOINING


def _asked(parsed: ParsedSentence, percent: Quantity, bare: Token) -> bool:
    """ "Rejected a rise of 12 per cent and now want 20", "asked for 40 per cent and settled for 30"; of a rate, "rose 6
    per cent, where economists had expected three"."""
    exit_, verb = exit_token(parsed, percent.span), verb_above(parsed, bare)
    other = verb_above(parsed, exit_) if exit_ is not None else None
    if verb is None or other is None or verb is other:
        return False
    expected = verb.lemma in _EXPECTING and other.lemma in words("change")
    if not expected and not {verb.lemma, other.lemma} <= words("bargaining"):
        return False
    above = parsed.tokens[bare.head]
    return (bare.dep == "dobj" and above is verb) or (bare.dep == "pobj" and above.lemma in ("for", "at"))


def _is_it_again(parsed: ParsedSentence, percent: Quantity, bare: Quantity, exit_: Token) -> bool:
    """ "The rate was 6.1 per cent; in 2024 it was 6.6"; a whole number may count."""
    figure, one = bare.interval.figure, exit_token(parsed, percent.span)
    verbs = [verb_above(parsed, t) for t in (one, exit_) if t is not None]
    if figure is None or figure == int(figure) or len(verbs) < 2 or exit_.dep != "attr" or verbs[0] is verbs[1]:
        return False
    subjects = [subject_of(parsed, v) for v in verbs if v is not None and v.lemma == "be"]
    names = [s.lemma.lower() for s in subjects if s is not None]
    return len(names) == 2 and names[1] in ("it", names[0])
