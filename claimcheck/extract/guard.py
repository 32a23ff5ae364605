"""Zero-width conditions on the place of a figure: not glued to letters, in no name or title, in a contest."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.grammar import Place
from claimcheck.extract.look import in_prose, is_counted, is_name_before, is_section, is_show
from claimcheck.extract.timex_words import HOUR_WORDS
from claimcheck.extract.tokens import NUMERAL, WORD, Token
from claimcheck.lexicon.contexts import contexts

_CONTEXT = contexts("quantity")
_SINGULAR_IN_S = _CONTEXT["singular_in_s"]
_PREFIXES = _CONTEXT["prefixes"]
_TITLES = _CONTEXT["titles"]
_SCORE_WORDS = _CONTEXT["score_words"]


def _apart_from_letters(tokens: Sequence[Token], at: int) -> bool:
    """Digits do not hang on letters ("MH17", "W-48"), a date ("5/17"), a code ("555-1234") or a clock time."""
    if at == 0 or not tokens[at].glued or tokens[at].kind != NUMERAL:
        return True
    before = tokens[at - 1]
    if before.kind == WORD and before.norm != "'s":
        return False
    if before.norm == "'" and len(tokens[at].text) == 2:  # "'24" is a year, "'24'" a quoted figure
        return at + 1 < len(tokens) and tokens[at + 1].norm == "'"
    if before.norm in {"<", ">", "="} and before.glued:  # "=>30" says nothing certain
        return False
    if before.norm not in {"-", "/", ":", "."} or not before.glued or at < 2:
        return before.norm != "#"
    return tokens[at - 2].norm in _PREFIXES


def _ends_apart(tokens: Sequence[Token], at: int) -> bool:
    """No letter, and no further digits behind "-", "/" or ":" are glued to the end, nor does it tell the hour."""
    if at >= len(tokens):
        return True
    after = tokens[at]
    if after.norm in HOUR_WORDS:  # "starting at 7.45 pm" is no bound on an amount
        return False
    if not after.glued:
        return True
    if after.kind in (WORD, NUMERAL):
        return after.norm == "'s"
    return not (
        after.norm in {"-", "/", ":", "~"}
        and at + 1 < len(tokens)
        and tokens[at + 1].glued
        and tokens[at + 1].kind == NUMERAL
    )


def _no_name(tokens: Sequence[Token], at: int) -> bool:
    return not is_name_before(tokens, at)


def _no_title(tokens: Sequence[Token], at: int) -> bool:
    """An ordinal is not part of a name ("on Fifth Avenue", "The Ninth Fleet sailed") nor an adverb ("First, ...")."""
    first = tokens[at].text[0]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if not first.isupper():
        return True
    if after is None or after.norm == ",":
        return False
    if not after.text[0].isupper() or at == 0:
        return True
    return tokens[at - 1].text[0].isupper() and not in_prose(tokens, at)


def _no_term(tokens: Sequence[Token], at: int) -> bool:
    """What follows an ordinal makes no fixed term of it: an office or a degree ("first lady", "first-degree murder"), a
    part of a law ("the 25th Amendment"), or several of whom nobody says how many ("the first daughters")."""
    joined = at + 1 < len(tokens) and tokens[at].norm == "-"
    after = tokens[at + 1 if joined else at] if at < len(tokens) else None
    if after is None:
        return True
    if after.norm in _TITLES or (tokens[at - 1].norm == "first" and not joined and _several(tokens, at)):
        return False
    return not (is_section(after) and after.text[0].isupper() and in_prose(tokens, at))


def _several(tokens: Sequence[Token], at: int) -> bool:
    """Plain plurals: "first people", "first daughters"; not "first news report", "first women's match"."""
    genitive = at + 1 < len(tokens) and tokens[at + 1].norm in {"'s", "'"}
    return is_counted(tokens[at]) and tokens[at].norm not in _SINGULAR_IN_S and not genitive


def _no_show(tokens: Sequence[Token], at: int) -> bool:
    return not is_show(tokens, at)


def _scored(tokens: Sequence[Token], at: int) -> bool:
    """A word of contest or voting stands within reach."""
    near = tokens[max(0, at - 6) : at + 6]
    return any(t.norm in _SCORE_WORDS for t in near)


def _not_scored(tokens: Sequence[Token], at: int) -> bool:
    return not _scored(tokens, at)


NOT_SCORED = Place(_not_scored)  # "won 3-1 on Saturday" is no time of day
APART_FROM_LETTERS = Place(_apart_from_letters)
ENDS_APART = Place(_ends_apart)
NOT_IN_A_NAME = Place(_no_name)
IN_A_CONTEST = Place(_scored)
NOT_A_SHOW = Place(_no_show)
NOT_IN_A_TITLE = Place(_no_title)
NOT_IN_A_TERM = Place(_no_term)
