"""Dates of birth and death in brackets: "Ann Lee (born Ann Smith; 4 May 1960)", "Ann Lee (4 May 1860 - 3 June 1930)".

The parser makes nothing of such brackets, so they are read from the tokens.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from claimcheck.detect.clause import tokens_after, tokens_before, tokens_in
from claimcheck.lexicon.concepts import concept
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import children, span_of
from claimcheck.model.value import Granularity, Timex

_DASHES = frozenset({"-", "--", "–", "—", "−"})
# So many tokens before a date may its bracket open.
_REACH = 24


def life_date(parsed: ParsedSentence, timex: Timex) -> tuple[str, frozenset[str]] | None:
    """What a date behind "born" or "died", or one end of a life, dates ("bear", "die"), and the words of the name."""
    last = next(reversed(tokens_before(parsed, timex.span)), None)
    if last is not None and last.text.lower() == "born" and not children(parsed, last, "auxpass"):
        return concept(last.lemma), _name_before(parsed, last)  # "Ann Lee born 4 May 1860 is"
    opened = _bracket(parsed, timex)
    if opened is None:
        return None
    inside = [t for t in tokens_before(parsed, timex.span) if t.index > opened.index]
    word = next((t for t in inside if t.text.lower() in ("born", "died")), None)
    if word is not None:
        return concept(word.lemma), _name_before(parsed, opened)
    dash = next((t.text in _DASHES for t in reversed(inside)), False)
    after = next((t.text in _DASHES for t in tokens_after(parsed, timex.span)), False)
    if timex.granularity is Granularity.DAY and dash != after and _name_before(parsed, opened):
        return concept("die" if dash else "bear"), _name_before(parsed, opened)
    return None


def ends_of_life(parsed: ParsedSentence, timex: Timex) -> tuple[Timex, ...]:
    """The days of birth and death of a range of days in a bracket behind a name; else the time itself."""
    dash = next((t for t in tokens_in(parsed, timex.span) if t.text in _DASHES), None)
    opened = _bracket(parsed, timex)
    days = timex.value.split("/")
    if dash is None or opened is None or timex.start is None or timex.end is None or len(days) != 2:
        return (timex,)
    near = parsed.tokens[max(0, opened.index - 1)]
    if any(len(day) != len("2000-01-01") for day in days) or not (near.text.istitle() or near.pos == "PUNCT"):
        return (timex,)
    day = timedelta(days=1)
    before = [t for t in tokens_in(parsed, timex.span) if t.index < dash.index]
    after = [t for t in tokens_in(parsed, timex.span) if t.index > dash.index]
    if not before or not after:
        return (timex,)
    born = replace(timex, span=span_of(before), value=days[0], granularity=Granularity.DAY, end=timex.start + day,
                   readings=())
    died = replace(timex, span=span_of(after), value=days[1], granularity=Granularity.DAY, start=timex.end - day,
                   readings=())
    return (born, died)


def _bracket(parsed: ParsedSentence, timex: Timex) -> Token | None:
    """The bracket that is open in front of a time."""
    before = tokens_before(parsed, timex.span)[-_REACH:]
    opened = next((t for t in reversed(before) if _is_open(t)), None)
    if opened is None or any(t.index > opened.index and _is_closed(t) for t in before):
        return None
    return opened


def _name_before(parsed: ParsedSentence, bracket: Token) -> frozenset[str]:
    """Concepts of the names right in front of the bracket, quotation marks and the like left out."""
    found = []
    for token in reversed(parsed.tokens[: bracket.index]):
        if token.pos == "PROPN" or token.text.istitle():
            found.append(concept(token.lemma))
        elif token.pos not in ("PUNCT", "PART", "ADP", "DET") or (found and token.text == ","):
            break
    return frozenset(found)


def _is_open(token: Token) -> bool:
    return token.text == "(" or token.text.endswith("LRB-")


def _is_closed(token: Token) -> bool:
    return token.text == ")" or "RRB" in token.text
