"""Readings by the words right beside a value, where the parse says too little."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise, takewhile

from claimcheck.detect.clause import tokens_after, tokens_before
from claimcheck.detect.measure import Setting, figures
from claimcheck.lexicon.concepts import concept, is_event
from claimcheck.lexicon.predicates import words
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import children
from claimcheck.model.value import Quantity

_REPLACING = frozenset({("instead", "of"), ("rather", "than")})
_COMPARING = _REPLACING | {("compare", "with"), ("compare", "to")}
_AGAINST = frozenset({"against", "versus"})
_THEM = frozenset({"they", "them", "whom", "which", "those", "these"})
_PACES = frozenset({"year", "quarter", "month", "week"})
_FURTHER = frozenset({"another", "extra", "additional", "further"})
_TO_WITHIN = 7  # tokens: "from 6,121 incidents in 2016 to 7,314"


def is_restated(setting: Setting, span: Span) -> bool:
    """ "3.8 metres (about 12 feet)": a conversion in brackets measures nothing of its own."""
    before = tokens_before(setting.parsed, span)[-2:]
    return len(before) == 2 and before[1].tag == "-LRB-" and before[0].index in figures(setting)


def next_plural(parsed: ParsedSentence, span: Span) -> Token | None:
    """The plural noun right behind a figure."""
    after = next(iter(tokens_after(parsed, span)), None)
    return after if after is not None and after.tag == "NNS" else None


def is_reference(parsed: ParsedSentence, span: Span) -> bool:
    """A time that only places something else: "the worst in 18 years", "the first 100 days", "two days into"."""
    before = tokens_before(parsed, span)
    after = tokens_after(parsed, span)[:1]
    if before and before[-1].lemma in ("first", "opening"):
        return True
    if after and after[0].lemma == "into":
        return True
    return bool(before) and before[-1].lemma in ("in", "for") and is_ranked(parsed, span)


def is_ranked(parsed: ParsedSentence, span: Span) -> bool:
    """Does a word that puts something before all others stand before it?"""
    first = _first_ranked(parsed)
    return first is not None and first < len(tokens_before(parsed, span))


@functools.lru_cache(maxsize=64)
def _first_ranked(parsed: ParsedSentence) -> int | None:
    """The index of the first word that puts something before all others."""
    found = (t.index for t in parsed.tokens
             if t.tag in ("JJS", "RBS") or (t.lemma in ("first", "last", "only") and t.pos != "VERB"))
    return next(found, None)


_QUANTIFIERS = frozenset({"more", "few", "less"})
_COUNTED = _QUANTIFIERS | {"early", "late"}


def is_difference(parsed: ParsedSentence, span: Span, *, percent: bool = False) -> bool:
    """ "12 feet smaller than", "5 points higher", "20 per cent fewer", "30 more than before": a difference, no level;
    "3 more" are counted."""
    after = tokens_after(parsed, span)
    if after and after[0].tag == "-LRB-":  # "4 metres (13 feet) smaller"
        closed = next((i for i, t in enumerate(after) if t.tag == "-RRB-"), 0)
        after = after[closed + 1 :]
    word = next((t for t in after if t.pos != "PUNCT"), None)
    if word is None or word.tag not in ("JJR", "RBR"):
        return False
    # "A hundred fewer than before", and not "$3 million, more than twice its estimate".
    than = word is after[0] and word.index + 1 < len(parsed.tokens) and parsed.tokens[word.index + 1].lemma == "than"
    return than or word.lemma not in (_COUNTED - _QUANTIFIERS if percent else _COUNTED)


def distance_event(parsed: ParsedSentence, quantity: Quantity) -> str:
    """ "25 miles from the border", "a mile north of the town": a distance, whatever else goes on there."""
    if quantity.dimension != "length":
        return ""
    after = tokens_after(parsed, quantity.span)[:1]
    return "away" if after and after[0].lemma in words("away") else ""


def distance_from(parsed: ParsedSentence, span: Span) -> frozenset[str]:
    """The names right behind "25 miles from" and "a mile north of": where the distance is measured from."""
    after = tokens_after(parsed, span)[:6]
    start = next((i for i, t in enumerate(after) if t.lemma in ("from", "of")), None)
    found: list[str] = []
    for token in after[start + 1 :] if start is not None else ():
        if token.pos == "PROPN":
            found.append(token.text.lower())
        elif found or token.pos not in ("DET", "NOUN", "ADJ"):
            break
    return frozenset(found)


def degree_event(parsed: ParsedSentence, exit_: Token) -> str:
    """ "50 minutes late", "5 feet away": the adverb says what is measured."""
    head = parsed.tokens[exit_.head]
    return concept(head.lemma) if exit_.dep in ("npadvmod", "advmod") and head.lemma in words("degree") else ""


def is_whole(setting: Setting, noun: Token, own: Span) -> bool:
    """ "a quarter of its 430,000 staff": the figure is the whole of which a part is spoken of."""
    above = setting.parsed.tokens[noun.head]
    part = setting.parsed.tokens[above.head]
    return (
        noun.dep == "pobj"
        and above.lemma == "of"
        and part.index in figures(setting)
        and any(v.overlaps(part.span) for v in setting.values if not v.overlaps(own))
    )


def is_year_on_year(parsed: ParsedSentence, noun: Token) -> bool:
    """ "Rose 3 per cent year over year": the year says what the change is from, and carries no figure."""
    around = [t.lemma.lower() for t in parsed.tokens[max(0, noun.index - 4) : noun.index + 5] if t.text != "-"]
    return any(first == last and first in _PACES and middle in ("on", "over", "to")
               for first, middle, last in zip(around, around[1:], around[2:], strict=False))


def is_share(parsed: ParsedSentence, exit_: Token, noun: Token) -> bool:
    """ "100 of the 613 athletes": a part of a number that is named."""
    of = parsed.tokens[noun.head]
    return noun.dep == "pobj" and of.head == exit_.index and any(t.dep == "nummod" for t in children(parsed, noun))


def is_previous(parsed: ParsedSentence, span: Span) -> bool:
    """ "up by half to 12 from 8", wherever the parser hangs it: "from" and a word of change in one sentence; and what
    something is held against: "compared with 8", ", against 8 a year earlier", "instead of 8"."""
    before = tokens_before(parsed, span)[-3:]
    if len(before) == 3 and before[2].lemma.lower() == "the":
        return (before[0].lemma, before[1].lemma) in _REPLACING  # "rather than the 8"
    before = before[-2:]
    after = tokens_after(parsed, span)[:_TO_WITHIN]
    if len(before) < 2:
        return False
    if (before[0].lemma, before[1].lemma) in _COMPARING or (before[0].pos == "PUNCT" and before[1].lemma in _AGAINST):
        return True
    if before[1].lemma != "from":
        return False
    paired = before[0].pos == "NUM" or before[0].tag == "CD" or _leads_to_level(after)
    return paired and bool(_changing(parsed))


def _leads_to_level(after: Sequence[Token]) -> bool:
    """ "To 7,314", "incidents in 2016 to 7,314"; not "houses close to 3 schools"."""
    place = next((i for i, (t, level) in enumerate(pairwise(after)) if t.lemma == "to" and level.tag == "CD"), None)
    return place is not None and all(t.pos in ("NOUN", "PROPN", "NUM") or t.lemma in ("in", "a", "year", "earlier")
                                     for t in after[:place])


def moved_by(parsed: ParsedSentence, span: Span) -> Token | None:
    """The verb of change of "revised the toll in the city where it began, up by half, to 12 from 8", which the parser
    may have lost on the way."""
    before = tokens_before(parsed, span)
    after = tokens_after(parsed, span)[:2]
    if len(before) < 2 or before[-1].lemma not in ("to", "from"):
        return None
    follows = len(after) == 2 and after[0].lemma in ("to", "from") and after[1].tag in ("CD", "$")
    if not follows and before[-2].tag != "CD":
        return None
    verbs = _verbs_of_change(parsed)
    last = bisect_left(verbs, len(before)) - 1
    return parsed.tokens[verbs[last]] if last >= 0 else None


@functools.lru_cache(maxsize=64)
def _changing(parsed: ParsedSentence) -> tuple[int, ...]:
    return tuple(t.index for t in parsed.tokens if t.lemma.lower() in words("change"))


@functools.lru_cache(maxsize=64)
def _verbs_of_change(parsed: ParsedSentence) -> tuple[int, ...]:
    changing = words("change") - words("light")
    return tuple(t.index for t in parsed.tokens if t.pos == "VERB" and t.lemma in changing)


def is_of_them(parsed: ParsedSentence, span: Span) -> bool:
    """ "Two of them", "80 of whom", "including eight in intensive care": some of those named before."""
    after, before = tokens_after(parsed, span)[:2], tokens_before(parsed, span)[-1:]
    if [t.text.lower() for t in before] == ["including"] and [t.pos for t in after[:1]] == ["ADP"]:
        return True
    lemmas = [t.lemma.lower() for t in after]
    return len(lemmas) == 2 and lemmas[0] == "of" and lemmas[1] in _THEM


def kind_of_them(parsed: ParsedSentence, span: Span) -> Token | None:
    """The men of "eleven people, seven of them men", whatever the parser hangs them on; None where they are not said
    to be anything: "seven of them in Malaga", "seven of them were men"."""
    after = tokens_after(parsed, span)
    lemmas = [t.lemma.lower() for t in after[:2]]
    if len(lemmas) < 2 or lemmas[0] != "of" or lemmas[1] not in _THEM:
        return None
    told = list(takewhile(lambda t: t.pos in ("ADJ", "NOUN", "PROPN") or t.tag == "HYPH", after[2:]))
    ending = parsed.tokens[told[-1].index + 1 : told[-1].index + 2] if told else ()
    ends = all(t.pos == "PUNCT" or t.tag == "CC" for t in ending)
    return told[-1] if told and ends and told[-1].tag in ("NNS", "NNPS") else None


def is_further(parsed: ParsedSentence, span: Span) -> bool:
    """ "a dozen more soldiers" counts those beside others; "five more wounded" after the dead does not."""
    before = tokens_before(parsed, span)[-1:]
    if before and before[0].lemma in _FURTHER:
        return True
    after = tokens_after(parsed, span)[:3]
    return (
        bool(after)
        and after[0].lemma in ("more", "additional", "extra", "other")
        and not any(is_event(concept(t.lemma)) for t in after[1:])
    )


def is_one_of_several(parsed: ParsedSentence, span: Span, noun: Token) -> bool:
    """ "One victim was treated and another released", "two were hurt and a third died": a share of those counted."""
    behind = len(parsed.tokens) - len(tokens_after(parsed, span.union(noun.span)))
    others, the_others = _last_others(parsed)
    return others >= behind or the_others > behind


@functools.lru_cache(maxsize=64)
def _last_others(parsed: ParsedSentence) -> tuple[int, int]:
    """The index of the last "another" or "third" and the like, and of "other" in the last "the other"; -1 for none."""
    lemmas = [t.lemma.lower() for t in parsed.tokens]
    others = (i for i, lemma in enumerate(lemmas) if lemma in ("another", "third", "fourth", "fifth"))
    the_others = (i for i, pair in enumerate(pairwise(lemmas), start=1) if pair == ("the", "other"))
    return max(others, default=-1), max(the_others, default=-1)


def event_behind(parsed: ParsedSentence, span: Span, noun: Token | None) -> str:
    """An event word right behind the value: "12 dead", "five others injured", "two more were wounded"."""
    start = span.end if noun is None or noun.span.end < span.end else noun.span.end
    after = tokens_after(parsed, Span(start, start))[:3]
    for token in after:
        if token.pos in ("PUNCT", "CCONJ", "SCONJ", "ADP", "NUM"):
            return ""
        if token.pos in ("ADJ", "VERB") and token.tag in ("JJ", "VBN", "VBD") and is_event(concept(token.lemma)):
            return concept(token.lemma)
    return ""
