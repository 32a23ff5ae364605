"""Lines to paragraphs: blank lines divide, and so does every line of a text whose lines are not wrapped by hand."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.lexicon.newsroom import furniture
from claimcheck.model.document import Document, SentenceKind
from claimcheck.model.emphasis import inside_emphasis
from claimcheck.model.lines import Line, lines, trim
from claimcheck.model.span import Span

# No hand-wrapped line is longer.
_WIDEST = 140
# How much shorter than the widest a wrapped line may fall, beyond the word that did not fit.
_RAGGED = 12
_HEADING_WORDS = 14
_TITLE_WORDS = 32
_MARKER = re.compile(r"(?:#{1,6}|[-*+•·▪■◦‣]|>+)\s+")
_HASHES = re.compile(r"#{1,6}\s")
_ENDS = re.compile(r"""[.!?…][\s"”’'»)\]]*$""")


@dataclass(frozen=True, slots=True)
class Paragraph:
    span: Span
    kind: SentenceKind


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is left of a line; `line` is its number, `block` as in `Line`, `caption` if a picture credit was cut off,
    `reach` how far from the start of the line it ends: what was cut off in front made the line as wide as it is."""

    span: Span
    text: str
    line: int
    block: int
    caption: bool
    reach: int


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of the article in order, without furniture, date lines, credit lines and the dateline."""
    groups = list(_joined(document.text, list(_pieces(document))))
    spans = [Span(group[0].span.start, group[-1].span.end) for group in groups]
    prose = [_ENDS.search(document.text, max(0, s.end - 8), s.end) is not None for s in spans]
    any_prose, seen_body = any(prose), False
    after_title = False
    for group, span, is_prose in zip(groups, spans, prose, strict=True):
        kind = _kind(document, group, span, is_prose, any_prose)
        if document.title is not None and document.title.overlaps(span):
            kind, after_title = SentenceKind.TITLE, True
        elif kind is SentenceKind.HEADING and after_title and not seen_body:
            kind = SentenceKind.TITLE
        seen_body |= kind is SentenceKind.BODY
        bare = _without_marker(document.text, span)
        if bare is not None:
            yield Paragraph(bare, kind)


def _kind(document: Document, group: Sequence[_Piece], span: Span, is_prose: bool, any_prose: bool) -> SentenceKind:
    first = group[0].text
    if group[-1].caption or (len(span) <= 300 and furniture().captions.fullmatch(span.of(document.text))):
        return SentenceKind.CAPTION
    if _HASHES.match(first):
        return SentenceKind.HEADING
    if is_prose or not any_prose or len(group) > 1 or _MARKER.match(first) or first[-1] in ":;," or first[0].islower():
        return SentenceKind.BODY
    return SentenceKind.HEADING if first.count(" ") < _limit(document, span) else SentenceKind.BODY


def _limit(document: Document, span: Span) -> int:
    """A subheading under the title may be long."""
    near = document.title is not None and 0 <= span.start - document.title.end < 400
    return _TITLE_WORDS if near else _HEADING_WORDS


def _pieces(document: Document) -> Iterator[_Piece]:
    excluded = _excluded(document)
    at = 0
    for number, line in enumerate(lines(document.text)):
        while at < len(excluded) and excluded[at].end <= line.span.start:
            at += 1
        start, later, cut = line.span.start, at, False
        while later < len(excluded) and excluded[later].start < line.span.end:
            yield from _piece(document.text, line, number, start, excluded[later].start, excluded[later].end > start)
            start, later, cut = max(start, excluded[later].end), later + 1, True
        yield from _piece(document.text, line, number, start, line.span.end, cut and start >= line.span.end)


def _piece(text: str, line: Line, number: int, start: int, end: int, cut: bool) -> Iterator[_Piece]:
    if start < end and (span := trim(text, start, end)) is not None and any(c.isalnum() for c in span.of(text)):
        caption = cut and furniture().inline.match(text, end) is not None
        yield _Piece(span, span.of(text), number, line.block, caption, span.end - line.span.start)


def _excluded(document: Document) -> list[Span]:
    """Sorted spans that hold no sentence; those that lie inside an earlier one are left out."""
    spans = [*document.furniture, *(c.span for c in document.credits)]
    if document.dateline is not None:
        spans.append(document.dateline)
    published = document.published
    if published.span is not None and (document.dateline is None or not document.dateline.covers(published.span)):
        spans.append(published.span)
    kept: list[Span] = []
    for span in sorted(s for s in spans if len(s)):
        if kept and span.start < kept[-1].end:
            kept[-1] = kept[-1].union(span)
        else:
            kept.append(span)
    return kept


def _joined(text: str, pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces of one paragraph; what was left out between two of them parts them."""
    width = _wrap_width(pieces)
    group: list[_Piece] = []
    for piece in pieces:
        apart = bool(group) and trim(text, group[-1].span.end, piece.span.start) is not None
        if group and (apart or not _continues(group[-1], piece, width)):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _wrap_width(pieces: Sequence[_Piece]) -> int:
    """The width at which the text was wrapped by hand, 0 if it was not: then many lines begin with a small letter."""
    pairs = [(a, b) for a, b in itertools.pairwise(pieces) if _adjacent(a, b)]
    broken = [a.reach for a, b in pairs if _runs_on(a, b)]
    return max(broken) if broken and len(broken) * 5 >= len(pairs) * 2 else 0


def _continues(one: _Piece, two: _Piece, width: int) -> bool:
    if not _adjacent(one, two) or _MARKER.match(two.text) or _HASHES.match(one.text):
        return False
    if _runs_on(one, two):
        return True
    word = two.text.split(maxsplit=1)[0] if len(two.text) < _WIDEST else ""
    return width > 0 and one.reach + 1 + len(word) > width - _RAGGED and len(two.span) <= width + _RAGGED


def _adjacent(one: _Piece, two: _Piece) -> bool:
    return one.block == two.block and two.line - one.line == 1 and one.reach <= _WIDEST


def _runs_on(one: _Piece, two: _Piece) -> bool:
    return two.text[0].islower() and _ENDS.search(one.text[-8:]) is None and one.text[-1] not in ":;"


def _without_marker(text: str, span: Span) -> Span | None:
    match = _MARKER.match(text, span.start, span.end)
    bare = trim(text, match.end(), span.end) if match else span
    return inside_emphasis(text, bare) if bare else None
