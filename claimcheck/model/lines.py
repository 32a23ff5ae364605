"""Lines of a text with their exact places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.model.span import Span

# What a line may be padded with: white space and characters that print nothing.
_BLANK = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202b\u202c\u2066\u2067\u2068\u2069"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, trimmed; `block` counts the groups that blank lines separate."""

    span: Span
    text: str
    block: int


def lines(text: str) -> Iterator[Line]:
    offset = block = 0
    after_blank = True
    for raw in text.splitlines(keepends=True):
        span = trim(raw, 0, len(raw))
        if span is None:
            after_blank = True
        else:
            block += after_blank
            after_blank = False
            yield Line(span.shift(offset), span.of(raw), block - 1)
        offset += len(raw)


def trim(text: str, start: int, end: int) -> Span | None:
    """The part of ``text[start:end]`` without blank characters at its ends; None if nothing is left."""
    while start < end and _is_blank(text[start]):
        start += 1
    while end > start and _is_blank(text[end - 1]):
        end -= 1
    return Span(start, end) if start < end else None


def _is_blank(char: str) -> bool:
    return char.isspace() or char in _BLANK
