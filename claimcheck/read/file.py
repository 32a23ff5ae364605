"""A path or bytes to a document."""

from __future__ import annotations

import errno
import json
import os
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.model.document import DateOrigin, Document
from claimcheck.model.limits import DEFAULTS, Limits, over_input
from claimcheck.model.span import Span
from claimcheck.read.article import read_text
from claimcheck.read.decode import Decoded, decode
from claimcheck.read.foreign import foreign_form
from claimcheck.read.html import Page, has_tag_of_more, is_html, read_page
from claimcheck.read.pdf import is_pdf, read_pdf
from claimcheck.read.reports import OWN, is_own_report


def read_path(
    path: str | Path, *, source: str | None = None, published: date | None = None, limits: Limits = DEFAULTS
) -> Document:
    """Read one article; its id is the path as given. Raises InputError, one line, for what cannot be read."""
    name = str(path)
    return read_bytes(_bytes(Path(path), name, limits.file_bytes), name, source=source, published=published,
                      limits=limits)


def read_bytes(
    data: bytes, id: str, *, source: str | None = None, published: date | None = None, limits: Limits = DEFAULTS
) -> Document:
    """Read one article from bytes in any encoding. Raises InputError where `read_path` does."""
    if not data:
        raise InputError(f"{id}: the file is empty; give a text")
    if len(data) > limits.file_bytes:
        raise over_input(id, "bytes", limits.file_bytes, "file-bytes")
    decoded = Decoded(read_pdf(data, id, limits)) if is_pdf(data, id) else decode(data, id)
    document = _read(decoded.text, id, source, published, limits)
    note = "; ".join(filter(None, (decoded.note, document.note)))
    return replace(document, note=note) if note else document


def _read(text: str, id: str, source: str | None, published: date | None, limits: Limits) -> Document:
    """Text or HTML. Raises InputError."""
    if not text.strip():
        raise InputError(f"{id}: the file holds white space only; give a text")
    if is_own_report(text):
        raise InputError(f"{id}: {OWN}")
    if _is_json(text):
        raise InputError(f"{id}: JSON, and no article; rows are for `claimcheck check FILE.jsonl`, else give a text")
    if (foreign := foreign_form(text, id)) is not None:
        raise InputError(f"{id}: {foreign}, and no article; save the article as text")
    if is_html(text, id):
        if text.count("<") > limits.tags:  # finding the article in them takes longer than they are many
            raise over_input(id, "tags", limits.tags, "tags")
        if has_tag_of_more(limits.attributes, text):  # the parser holds each against all before it
            raise over_input(id, "attributes in one tag", limits.attributes, "attributes")
        page = read_page(text, id)
        check_length(page.text, id, limits)
        return _from_page(page, id, source, published)
    check_length(text, id, limits)
    return read_text(text, id, source=source, published=published, fallback_source=Path(id).stem or id)


def _is_json(text: str) -> bool:
    """An object or a list as a whole or on each line; "[Reuters] Two ..." is none."""
    start = text.lstrip()
    if not start.startswith(("{", "[")):
        return False
    for candidate in (start.partition("\n")[0], text):
        with suppress(ValueError, RecursionError):
            json.loads(candidate)
            return True
    return False


def check_length(text: str, id: str, limits: Limits) -> None:
    """Raises InputError for a text that is too long to be read."""
    if len(text) > limits.characters:
        raise over_input(id, "characters", limits.characters, "characters")


def _from_page(page: Page, id: str, source: str | None, published: date | None) -> Document:
    """What is given wins over the metadata of the page, and these over what its text says."""
    document = read_text(page.text, id, source=source or page.source, published=published or page.published,
                         fallback_source=Path(id).stem or id)
    if page.published and published is None:
        document = replace(document, published=replace(document.published, origin=DateOrigin.METADATA))
    document = replace(document, note=page.note)
    return replace(document, title=Span(0, len(page.title))) if page.title else document


def unreadable(error: OSError | ValueError, path: Path, name: str) -> InputError:
    """Why a file cannot be read, and what can be done about it."""
    if isinstance(error, FileNotFoundError):
        nowhere = "a link that leads nowhere; mend or remove it"
        return InputError(f"{name}: {nowhere if os.path.islink(path) else 'no such file; check the path'}")
    if isinstance(error, IsADirectoryError):
        return InputError(f"{name}: this is a folder; name the files in it, or write `claimcheck check {name}`")
    if isinstance(error, PermissionError):
        mend = "name the files in it" if os.path.isdir(path) else "change its permissions"
        return InputError(f"{name}: not allowed to read it; {mend}")
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return InputError(f"{name}: a link that leads in a circle; mend or remove it")
    # A name too long, a NUL in it, a broken disk.
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(f"{name!r}: cannot be read ({reason}); check the path")


def _bytes(path: Path, name: str, most: int) -> bytes:
    """All of it, or one byte more than `most`."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        raise unreadable(error, path, name) from None
