"""``claimcheck claims``: what was read from one article."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from claimcheck.cli.output import ClaimsFormat, Look, width_of
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.fact import Fact
from claimcheck.model.span import Span
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.report.quote import short
from claimcheck.report.words import clean, count, date_from, day
from claimcheck.rules.words import value_words

if TYPE_CHECKING:
    from claimcheck.detect import DocumentClaims

_MEASURE = 100


def run(document: Document, vocabulary: Vocabulary, format_: ClaimsFormat, look: Look) -> int:
    """Print the claims with their facts; the exit status is 0 even where there are none."""
    from claimcheck.lexicon.own import speaking
    from claimcheck.pipeline import claims_of

    with speaking(vocabulary):
        read = claims_of(document)
    if format_ is ClaimsFormat.JSON:
        json.dump(_data(read), sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    else:
        width = min(look.width or width_of(sys.stdout), _MEASURE)
        sys.stdout.writelines(f"{line}\n" for line in _lines(read, width))
    return 0


def _lines(read: DocumentClaims, width: int) -> Iterator[str]:
    document = read.document
    when = day(document.published.on)
    if document.published.on:
        when += f" {date_from(document.published.origin.value)}"
    yield f"{clean(document.source)}, {when}: {count(read.sentences, 'sentence')}, {count(len(read.claims), 'claim')}"
    for claim in read.claims:
        yield ""
        yield from _wrap(f"{_place(document, claim.span)}  {_told(claim)}", width, indent=0)
        yield from _wrap(clean(claim.text), width, indent=2)
        for fact in claim.facts:
            label = clean(fact.measure.label) or "not known what it measures"
            quote = short(fact.span.of(document.text))
            yield from _wrap(f"• {label}: {clean(value_words(fact))}  {quote}", width, indent=4)


def _wrap(text: str, width: int, *, indent: int) -> list[str]:
    lead = " " * indent
    return textwrap.wrap(text, width, initial_indent=lead, subsequent_indent=lead + "  " * (indent == 4),
                         break_on_hyphens=False)


def _told(claim: Claim) -> str:
    return ", ".join(clean(word) for word in (claim.speaker, claim.factuality.value) if word)


def _place(document: Document, span: Span) -> str:
    line, column = document.line_column(span.start)
    return f"{clean(document.id)}:{line}:{column}"


def _data(read: DocumentClaims) -> dict[str, Any]:
    document = read.document
    published = document.published
    return {
        "document": document.id, "source": document.source, "published": published.on and published.on.isoformat(),
        "published_from": published.origin.value, "sentences": read.sentences,
        "claims": [
            {
                "start": claim.span.start, "end": claim.span.end, "text": claim.text, "speaker": claim.speaker or None,
                "factuality": claim.factuality.value, "facts": [_fact(document, fact) for fact in claim.facts],
            }
            for claim in read.claims
        ],
    }


def _fact(document: Document, fact: Fact) -> dict[str, Any]:
    return {
        "start": fact.span.start, "end": fact.span.end, "quote": fact.span.of(document.text),
        "measure": fact.measure.label or None, "dimension": fact.measure.dimension, "value": value_words(fact),
    }
