"""The documents of a story that was gathered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from claimcheck.corpus.story import Entry, Gathered
from claimcheck.errors import InputError
from claimcheck.model.document import DateOrigin, Document
from claimcheck.model.limits import DEFAULTS, Limits
from claimcheck.model.report import Failure
from claimcheck.model.span import Span
from claimcheck.read import check_length, read_path, read_text

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
            document = read_entry(entry, limits)
        except InputError as error:
            failures.append(Failure("read", entry.id, str(error)))
        else:
            name = (aliases or {}).get(document.source.casefold(), document.source)
            documents.append(replace(document, source=name))
    return ReadStory(story.name, tuple(documents), tuple(failures))


def read_entry(entry: Entry, limits: Limits = DEFAULTS) -> Document:
    """What the entry says wins over what the text says. Raises InputError."""
    if entry.path is None:
        text = entry.text
        if entry.title and entry.title not in text[:_HEAD]:
            text = f"{entry.title}\n\n{text}"
        if not text.strip():
            raise InputError(f"{entry.id}: the text is empty")
        check_length(text, entry.id, limits)
        document = read_text(text, entry.id, source=entry.source, published=entry.published)
    else:
        document = read_path(entry.id, source=entry.source, published=entry.published, limits=limits)
    if entry.published:
        document = replace(document, published=replace(document.published, origin=DateOrigin.METADATA))
    if entry.title and (start := document.text.find(entry.title, 0, _HEAD + len(entry.title))) >= 0:
        document = replace(document, title=Span(start, start + len(entry.title)))
    return document
