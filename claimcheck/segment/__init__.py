"""Documents to sentences with exact offsets."""

from __future__ import annotations

from claimcheck.model.document import Document, Sentence, SentenceKind
from claimcheck.model.lines import trim
from claimcheck.segment.boundaries import sentence_spans
from claimcheck.segment.paragraphs import paragraphs

__all__ = ["sentences"]

_WHOLE = (SentenceKind.TITLE, SentenceKind.HEADING)


def sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of the article in order, disjoint, none longer than 2,000 code points.

    Headlines and headings are one sentence each. Left out: furniture, credit lines, date lines, and the dateline that
    stands before the first sentence. A quotation of several sentences gives several.
    """
    found: list[Sentence] = []
    count = 0
    for paragraph in paragraphs(document):
        span, before = paragraph.span, len(found)
        whole = paragraph.kind in _WHOLE and len(span) <= 400
        for part in (span,) if whole else sentence_spans(document.text, span.start, span.end):
            bare = trim(document.text, part.start, part.end)
            if bare is not None and any(c.isalnum() for c in bare.of(document.text)):
                found.append(Sentence(bare, len(found), count, paragraph.kind))
        count += len(found) > before
    return tuple(found)
