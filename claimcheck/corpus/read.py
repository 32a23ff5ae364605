"""The documents of a story that was gathered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.corpus.inside import Reach, read_inside
from claimcheck.corpus.story import Entry, Gathered
from claimcheck.errors import InputError, unforeseen
from claimcheck.model.document import DateOrigin, Document
from claimcheck.model.limits import DEFAULTS, Limits
from claimcheck.model.report import Failure
from claimcheck.model.span import Span
from claimcheck.read import check_length, read_bytes, read_text
from claimcheck.read.file import unreadable

_HEAD = 2_000  # where in an article the title that a manifest gives may stand


@dataclass(frozen=True, slots=True)
class ReadStory:
    """The documents that could be read, and one failure for each that could not."""

    name: str
    documents: tuple[Document, ...]
    failures: tuple[Failure, ...] = ()


def read_story(
    story: Gathered, aliases: Mapping[str, str] | None = None, limits: Limits = DEFAULTS
) -> ReadStory:
    """Read every article once. `aliases` gives a source, in small letters, the name that reports use."""
    if story.fault:
        return ReadStory(story.name, (), (Failure("read", story.name, story.fault),))
    documents, failures = [], []
    for entry in story.entries:
        try:
            document = read_entry(entry, story.reach, limits)
        except Exception as error:  # whatever one article does to the reader, the others are read
            failures.append(Failure("read", entry.id, unforeseen(error)))
        else:
            name = (aliases or {}).get(document.source.casefold(), document.source)
            documents.append(replace(document, source=name))
    return ReadStory(story.name, tuple(documents), tuple(failures))


def read_entry(entry: Entry, reach: Reach, limits: Limits = DEFAULTS) -> Document:
    """What the entry says wins over what the text says. Raises InputError."""
    if entry.fault:
        raise InputError(entry.fault)
    if entry.path is None:
        text = entry.text
        if entry.title and entry.title not in text[:_HEAD]:
            text = f"{entry.title}\n\n{text}"
        if not text.strip():
            raise InputError(f"{entry.id}: the text is empty")
        check_length(text, entry.id, limits)
        document = read_text(text, entry.id, source=entry.source, published=entry.published)
    else:
        data = _bytes(entry.path, entry.id, reach, limits.file_bytes)
        document = read_bytes(data, entry.id, source=entry.source, published=entry.published, limits=limits)
    if entry.published:
        document = replace(document, published=replace(document.published, origin=DateOrigin.METADATA))
    if entry.title and (start := document.text.find(entry.title, 0, _HEAD + len(entry.title))) >= 0:
        document = replace(document, title=Span(start, start + len(entry.title)))
    return document


def _bytes(path: Path, name: str, reach: Reach, most: int) -> bytes:
    try:
        return read_inside(path, name, reach, most)
    except (OSError, ValueError) as error:
        raise unreadable(error, path, name) from None
