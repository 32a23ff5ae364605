"""An article as it was read, cut into pieces at the places that findings speak of."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from claimcheck.model.document import Document
from claimcheck.model.finding import Finding
from claimcheck.model.lines import Line, lines
from claimcheck.model.span import Span

# Shorter lines were ended by somebody who meant it; longer ones by a program that breaks lines.
_BROKEN = 50
# A browser drops these or takes them for an error: the C0 controls have pictures, the others a sign for "unreadable".
_VISIBLE = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)},
    0x0D: None,
    0x7F: 0x2421,
    **dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF), 0xFFFD),
    0x85: 0x0A,
    0x2028: 0x0A,
    0x2029: 0x0A,
    # Marks that overrule the direction of letters make a figure read backwards.
    **dict.fromkeys((0x202D, 0x202E), 0xFFFD),
}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its number on the page, from 1."""

    number: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that the same findings speak of, `about`, the gravest first. Places of `ending` end with it; `anchor` is an
    id on the page, where a place begins, and `kind` what the place is that no finding speaks of."""

    text: str
    anchor: str
    kind: str
    about: tuple[Numbered, ...]
    ending: tuple[Numbered, ...]
    furniture: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`title` is the headline; `broken` says that its line ends are the writer's."""

    pieces: tuple[Piece, ...]
    title: bool
    broken: bool
    furniture: bool


@dataclass(frozen=True, slots=True)
class Article:
    """`anchors` are the ids of the places that were asked for and that the text has."""

    paragraphs: tuple[Paragraph, ...]
    anchors: Mapping[Span, str]


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    of: Numbered | None
    kind: str = ""  # of a place that no finding speaks of: "credit", "dated"


def visible(text: str) -> str:
    """The text with characters that no browser shows replaced by signs for them; line ends are line feeds."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_VISIBLE)


def article(
    document: Document, findings: Iterable[Numbered], places: Iterable[tuple[Span, str]], prefix: str
) -> Article:
    """The article with what the findings speak of and the other `places`, each with its kind; ids begin with `prefix`.

    `findings` come in the order of their gravity: where several speak of one place, the first has the link.
    """
    marks = [_Mark(side.span, numbered) for numbered in findings for side in numbered.finding.evidence
             if side.document == document.id]
    marks += [_Mark(place, None, kind) for place, kind in places]
    blocks = _blocks(document)
    anchors: dict[Span, str] = {}
    pieces = _pieces(document, marks, [span for span, _ in blocks], prefix, anchors)
    paragraphs = [_paragraph(document, span, broken, pieces[span]) for span, broken in blocks]
    return Article(tuple(paragraphs), anchors)


def _blocks(document: Document) -> list[tuple[Span, bool]]:
    """What blank lines part, and whether its line ends are the writer's; the headline, and lines that are furniture or
    only say when, stand apart from what is in the lines beside them."""
    aside = {*document.furniture, document.published.span}

    def part(line: Line) -> tuple[int, bool, bool]:
        return line.block, document.title is not None and document.title.overlaps(line.span), line.span in aside

    blocks = []
    for _, some in groupby(lines(document.text), key=part):
        spans = [line.span for line in some]
        blocks.append((Span(spans[0].start, spans[-1].end), any(len(span) < _BROKEN for span in spans[:-1])))
    return blocks


def _pieces(
    document: Document, marks: Sequence[_Mark], blocks: Sequence[Span], prefix: str, anchors: dict[Span, str]
) -> dict[Span, list[Piece]]:
    """The pieces of each block in one walk over the text, which also notes where each place begins."""
    opening: defaultdict[int, list[_Mark]] = defaultdict(list)
    for mark in marks:
        opening[mark.span.start].append(mark)
    bounds = [m.span for m in marks] + list(document.furniture) + list(blocks)
    cuts = sorted({cut for span in bounds for cut in (span.start, span.end) if cut <= len(document.text)})
    made: dict[Span, list[Piece]] = {block: [] for block in blocks}
    furniture, running = deque(sorted(document.furniture)), deque(blocks)
    active: list[_Mark] = []
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.span.end > start] + opening[start]
        while running and running[0].end <= start:
            running.popleft()
        while furniture and furniture[0].end <= start:
            furniture.popleft()
        if running and running[0].start <= start:
            aside = bool(furniture) and furniture[0].start <= start
            made[running[0]].append(_piece(document.text, start, end, active, f"{prefix}-{start}", aside, anchors))
    return made


def _piece(
    text: str, start: int, end: int, active: Sequence[_Mark], name: str, furniture: bool, anchors: dict[Span, str]
) -> Piece:
    new = [mark for mark in active if mark.span not in anchors]
    anchors.update((mark.span, name) for mark in new)
    ending = _ranked(mark for mark in active if mark.span.end == end)
    kind = next((mark.kind for mark in new), "")
    return Piece(visible(text[start:end]), name if new else "", kind, _ranked(active), ending, furniture)


def _ranked(marks: Iterable[_Mark]) -> tuple[Numbered, ...]:
    by_number = {mark.of.number: mark.of for mark in marks if mark.of}
    return tuple(by_number[number] for number in sorted(by_number))


def _paragraph(document: Document, span: Span, broken: bool, pieces: Sequence[Piece]) -> Paragraph:
    title = document.title is not None and document.title.overlaps(span)
    return Paragraph(tuple(pieces), title, broken, all(piece.furniture for piece in pieces))
