"""Whose age it is: members of a family share a surname and no age."""

from __future__ import annotations

import functools
import re

from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.names import same_given
from claimcheck.lexicon.places import country_of
from claimcheck.link.statement import Candidate, Statement

_WORDS = re.compile(r"[\w’']+(?:-[\w’']+)*\.?")
# Words before a surname that may be given names, or what somebody is: "American Tom Ames".
_BEFORE = 2


def other_bearer(candidate: Candidate) -> str:
    """A guard: "John Ames, 43" and "his sister Ruth Ames, 38" are two people. Silent where any word before the surname
    is a given name that one person may have."""
    a, b = candidate.a.fact.measure, candidate.b.fact.measure
    if a.dimension != "age" or a.head != b.head:
        return ""
    left, right = _given(candidate.a), _given(candidate.b)
    if not left or not right or any(same_given(x, y) for x in left for y in right):
        return ""
    return f"{' '.join(left)} against {' '.join(right)}"


def _given(statement: Statement) -> tuple[str, ...]:
    """The words with capitals before the surname that the age belongs to; of several places the nearest to the age."""
    place = statement.fact.span.start - statement.claim.span.start
    head = statement.fact.measure.head
    found = [(abs(at - place), before) for at, surname, before in _names(statement.claim.text)
             if concept(surname) == head]
    return tuple(word for word in min(found, default=(0, ()))[1] if not _is_title(word))


def _is_title(word: str) -> bool:
    return word.rstrip(".") in cues("title") | cues("role") or bool(country_of(word))


@functools.lru_cache(maxsize=1_024)
def _names(text: str) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
    """Each word behind words with capitals: where it stands, the word, and these."""
    words, found = list(_WORDS.finditer(text)), []
    for number, word in enumerate(words):
        first = number
        while first > max(0, number - _BEFORE) and _leads(text, words[first - 1], words[first]):
            first -= 1
        if first < number and word[0][:1].isupper():
            found.append((word.start(), word[0], tuple(w[0].lower() for w in words[first:number])))
    return tuple(found)


def _leads(text: str, word: re.Match[str], behind: re.Match[str]) -> bool:
    """A word with a capital, and nothing but a blank before the next one."""
    return word[0][:1].isupper() and text[word.end() : behind.start()].isspace()
