"""Lines that stand around an article and are no part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.lexicon.newsroom import furniture
from claimcheck.model.lines import Line
from claimcheck.model.span import Span

# No furniture is longer; longer lines are not even looked at, which bounds the work.
_LONGEST = 300
# How many lines a box of comments and a box of links may have.
_BOX = 40
_LINKS = 6
_SENTENCE_END = re.compile(r"""[.!?…]["”’'»)\]]*$""")
# A sentence of more words is kept, whatever it begins with.
_WORDS = 12


def ends_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text[-8:]) is not None


def furniture_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Indices into `lines` of the lines to drop."""
    dropped = {i for i, line in enumerate(lines) if is_furniture(line.text)}
    dropped |= _related_boxes(lines) | _comment_boxes(lines)
    dropped |= {i for i, line in enumerate(lines) if _is_counter(line.text) and {i - 1, i + 1} & dropped}
    return frozenset(dropped)


def is_furniture(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    known = furniture()
    if _bare(text) in known.lines or known.rights.fullmatch(text):
        return True
    if known.patterns.fullmatch(text) is None:
        return False
    return not (ends_sentence(text) and text.count(" ") >= _WORDS)


def inline_furniture(line: Line) -> list[Span]:
    """Picture credits in brackets inside a line, as spans of the document."""
    if not any(bracket in line.text for bracket in "(["):
        return []
    return [Span(*m.span()).shift(line.span.start) for m in furniture().inline.finditer(line.text)]


def _bare(text: str) -> str:
    return text.strip(" \t\u00a0.:;!»›>→▶|[]()*_#-–—").casefold()


def _related_boxes(lines: Sequence[Line]) -> set[int]:
    """The links above "SEE ALL RELATED": lines of the same block that are no sentences."""
    found: set[int] = set()
    for end, line in enumerate(lines):
        if _bare(line.text) in furniture().related_end:
            start = end
            while start > max(0, end - _LINKS) and _is_link(lines[start - 1], line.block):
                start -= 1
            found |= set(range(start, end + 1))
    return found


def _is_link(line: Line, block: int) -> bool:
    return line.block == block and not ends_sentence(line.text)


def _comment_boxes(lines: Sequence[Line]) -> set[int]:
    """From a line "Comments" to the next "ADD A COMMENT", if it comes soon: readers wrote what is between."""
    known, found = furniture(), set[int]()
    start: int | None = None
    for i, line in enumerate(lines):
        if len(line.text) > _LONGEST:
            continue
        if known.comments_start.fullmatch(line.text):
            start = i
        elif start is not None and known.comments_end.fullmatch(line.text):
            if i - start <= _BOX:
                found |= set(range(start, i + 1))
            start = None
    return found


def _is_counter(text: str) -> bool:
    """ "8" beside a share button."""
    return len(text) <= 5 and text.isdecimal()
