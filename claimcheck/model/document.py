"""One article as read, and its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimcheck.model.span import Span


class DateOrigin(StrEnum):
    """Where the publication date of a document was found."""

    GIVEN = "given"  # by the caller or with --date
    METADATA = "metadata"  # front matter, HTML metadata, story.toml
    DATE_LINE = "date line"  # a line such as "11 January 2022"
    DATELINE = "dateline"  # "MOSCOW, January 12. /TASS/.", with a year
    STORY = "other documents"  # the dateline has no year; the other documents of the story agree on one
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Published:
    """When a document appeared. `month_day` alone is kept where the text names no year."""

    on: date | None = None
    origin: DateOrigin = DateOrigin.UNKNOWN
    span: Span | None = None
    month_day: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A line or dateline in which a document names the agency it draws on."""

    name: str
    span: Span
    kind: str  # "credit line" | "dateline"


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it was read. `text` is never changed after reading; every span in the program refers to it.

    `id` is unique within a story and is what reports call the document: the key given to the API or the path given
    on the command line. `source` is the publisher.
    """

    id: str
    text: str
    source: str
    published: Published = Published()
    title: Span | None = None
    credits: tuple[Credit, ...] = ()  # agencies that it says it draws on
    furniture: tuple[Span, ...] = ()  # what stands around the article and is no part of it
    dateline: Span | None = None  # place, day and agency before the first sentence, which does not contain it
    note: str = ""  # what its reader must know of the reading: "only 12 % of the running text of the page was read"

    def line_column(self, offset: int) -> tuple[int, int]:
        """1-based line and column of a code point offset."""
        before = self.text.count("\n", 0, offset)
        return before + 1, offset - (self.text.rfind("\n", 0, offset) + 1) + 1


class SentenceKind(StrEnum):
    TITLE = "title"  # the headline and the subheadings under it
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its surrounding white space; `paragraph` counts blank-line separated blocks from 0."""

    span: Span
    index: int
    paragraph: int
    kind: SentenceKind = SentenceKind.BODY
