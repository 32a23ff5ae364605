"""Do two values stand at the same place of nearly the same words?

News agencies' sentences travel from desk to desk with small edits. Where two claims share most of their words in the
same order, values at the same place measure the same thing, whatever the parser made of it.
"""

from __future__ import annotations

import functools
import re
from difflib import SequenceMatcher

from claimcheck.link.statement import Candidate, Pair, Statement

# From this share of common words around it on, a value at the same place measures the same thing.
SAME_WORDING = 0.5
# From here on two sentences are copies with small edits.
VERBATIM = 0.8
# Beyond this many words a claim is not compared word by word: the matcher's cost grows with the product.
MAX_WORDS = 90
WINDOW = 4
_WORD = re.compile(r"\w+|[^\w\s]")
_VALUE = "\x00"


def frame(a: Statement, b: Statement) -> float:
    """`same_place`, the same from either side."""
    return (_same_place(a, b) + _same_place(b, a)) / 2


def same_place(candidate: Candidate | Pair) -> float:
    """Share of the words around the two values that match in order, in [0, 1]; 0 where the claims are too long."""
    return _same_place(candidate.a, candidate.b)


def _same_place(a: Statement, b: Statement) -> float:
    left, right = words_of(a), words_of(b)
    if len(left) > MAX_WORDS or len(right) > MAX_WORDS or _VALUE not in left or _VALUE not in right:
        return 0.0
    return _around(left, right)


@functools.lru_cache(maxsize=8_192)
def _around(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    i, j = left.index(_VALUE), right.index(_VALUE)
    before = _matching(left[max(0, i - WINDOW) : i][::-1], right[max(0, j - WINDOW) : j][::-1])
    after = _matching(left[i + 1 : i + 1 + WINDOW], right[j + 1 : j + 1 + WINDOW])
    room = min(WINDOW, max(i, j)) + min(WINDOW, max(len(left) - i - 1, len(right) - j - 1))
    if not before + after:
        return 0.0  # and the whole need not be compared
    whole = SequenceMatcher(None, left, right, autojunk=False).ratio()
    return round((before + after) / room * whole, 4)


def _matching(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def words_of(statement: Statement) -> tuple[str, ...]:
    """The claim's words in lower case with the value as one sign."""
    text, base = statement.claim.text, statement.claim.span.start
    start, end = statement.fact.span.start - base, statement.fact.span.end - base
    return () if start < 0 or end > len(text) else _words_around(text, start, end)


@functools.lru_cache(maxsize=16_384)
def _words_around(text: str, start: int, end: int) -> tuple[str, ...]:
    return (*_WORD.findall(text[:start].lower()), _VALUE, *_WORD.findall(text[end:].lower()))


def some_of(words: frozenset[str]) -> str:
    """The first few, for a reason that is told."""
    return " ".join(sorted(words)[:3])
