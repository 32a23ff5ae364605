"""Where in a document somebody points: a line, a line and a column, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.errors import UsageError
from claimcheck.model.document import Document
from claimcheck.model.finding import Finding
from claimcheck.model.span import Span
from claimcheck.report.words import count

_MAX_LISTED = 8
# Marks that are written in several ways; what stands in the shell is seldom what the article has.
_ALIKE = ("\"“”„«»", "'’‘`", "-–—‑")


@dataclass(frozen=True, slots=True)
class Place:
    """`span` is what is pointed at in the document, `asked` says it in words."""

    document: str
    span: Span
    asked: str


def locate(document: Document, line: int | None, column: int | None, quote: str | None) -> Place:
    """The place that line, column and quote name together. Raises UsageError, which names the place and the mend."""
    span, asked = Span(0, len(document.text)), ""
    if line is not None:
        span, asked = _line(document, line), f"line {line}"
    if line is not None and column is not None:
        if not 1 <= column <= len(span):
            long = count(len(span), "character")
            raise UsageError(f"{document.id}:{line}:{column}: the line has {long}; count from 1")
        span, asked = Span(span.start + column - 1, span.start + column), f"line {line}, column {column}"
    if quote is None:
        return Place(document.id, span, asked)
    found = _quoted(document.text, span, quote)
    where = f"{document.id}:{line}" if line is not None else document.id
    if not found:
        raise UsageError(f"{where}: “{quote}” does not stand there; give words as the article has them")
    if len(found) > 1:
        raise UsageError(f"{where}: “{quote}” stands there {len(found)} times, {_listed(document, found)}; "
                         f"give more words, or the place as {document.id}:LINE:COLUMN")
    at = document.line_column(found[0].start)
    return Place(document.id, found[0], f"“{quote}” in line {at[0]}")


def places_of(finding: Finding) -> tuple[Place, Place]:
    """Two sides of a finding, in two documents, that differ if any do. Raises UsageError where it has only one."""
    first, *others = finding.evidence
    apart = [side for side in others if side.document != first.document]
    second = next((side for side in apart if side.value != first.value), next(iter(apart or others), None))
    if second is None:
        where = f"{first.document}:{first.line}:{first.column}"
        raise UsageError(f"explain: {finding.fingerprint}: “{first.quote}” ({where}) stands in one source only; "
                         f"`claimcheck explain {finding.rule}` says what that means")
    a, b = (Place(s.document, s.span, f"line {s.line}, column {s.column}") for s in (first, second))
    return a, b


def _line(document: Document, line: int) -> Span:
    """The line without the white space around it."""
    lines = document.text.split("\n")
    if not 1 <= line <= len(lines):
        raise UsageError(f"{document.id}:{line}: the article has {count(len(lines), 'line')}; name one of them, as "
                         f"`claimcheck claims {document.id}` lists them, or words of it with --quote")
    start = sum(len(before) + 1 for before in lines[: line - 1])
    text = lines[line - 1]
    if not text.strip():
        raise UsageError(f"{document.id}:{line}: the line is empty; name one with words in it")
    return Span(start, start + len(text.rstrip()))


def _quoted(text: str, within: Span, quote: str) -> list[Span]:
    """Where the words stand, whatever the white space between them; capitals count only where that helps."""
    words = quote.split()
    if not words:
        return []
    # "10 days" does not stand in "110 days".
    start, end = (r"(?<!\w)" * words[0][0].isalnum(), r"(?!\w)" * words[-1][-1].isalnum())
    pattern = start + r"\s+".join(map(_pattern, words)) + end
    for flags in (0, re.IGNORECASE):
        compiled = re.compile(pattern, flags)
        found = [Span(m.start(), m.end()) for m in compiled.finditer(text, within.start, within.end)]
        if found:
            return found
    return []


def _pattern(word: str) -> str:
    classes = {mark: f"[{re.escape(marks)}]" for marks in _ALIKE for mark in marks}
    return "".join(classes.get(character, re.escape(character)) for character in word)


def _listed(document: Document, found: list[Span]) -> str:
    places = [document.line_column(span.start) for span in found]
    lines = [line for line, _ in places]
    told = [f"{line}" if lines.count(line) == 1 else f"{line}:{column}" for line, column in places]
    more = ["..."] if len(told) > _MAX_LISTED else []
    return f"in lines {', '.join([*told[:_MAX_LISTED], *more])}"
