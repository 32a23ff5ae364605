"""A path or bytes to a document."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.model.document import DateOrigin, Document
from claimcheck.model.span import Span
from claimcheck.read.article import read_text
from claimcheck.read.decode import decode
from claimcheck.read.html import Page, is_html, read_page
from claimcheck.read.pdf import is_pdf, read_pdf


def read_path(path: str | Path, *, source: str | None = None, published: date | None = None) -> Document:
    """Read one article; its id is the path as given. Raises InputError, one line, for what cannot be read."""
    name = str(path)
    return read_bytes(_bytes(Path(path), name), name, source=source, published=published)


def read_bytes(data: bytes, id: str, *, source: str | None = None, published: date | None = None) -> Document:
    """Read one article from bytes in any encoding. Raises InputError where `read_path` does."""
    if not data:
        raise InputError(f"{id}: the file is empty; give a text")
    text = read_pdf(data, id) if is_pdf(data, id) else decode(data, id)
    if not text.strip():
        raise InputError(f"{id}: the file holds white space only; give a text")
    if is_html(text, id):
        return _from_page(read_page(text, id), id, source, published)
    return read_text(text, id, source=source, published=published, fallback_source=Path(id).stem or id)


def _from_page(page: Page, id: str, source: str | None, published: date | None) -> Document:
    """What is given wins over the metadata of the page, and these over what its text says."""
    document = read_text(page.text, id, source=source or page.source, published=published or page.published,
                         fallback_source=Path(id).stem or id)
    if page.published and published is None:
        document = replace(document, published=replace(document.published, origin=DateOrigin.METADATA))
    return replace(document, title=Span(0, len(page.title))) if page.title else document


def unreadable(error: OSError | ValueError, path: Path, name: str) -> InputError:
    """Why a file cannot be read, and what can be done about it."""
    if isinstance(error, FileNotFoundError):
        nowhere = "a link that leads nowhere; mend or remove it"
        return InputError(f"{name}: {nowhere if os.path.islink(path) else 'no such file; check the path'}")
    if isinstance(error, IsADirectoryError):
        return InputError(f"{name}: this is a folder; name the files in it")
    if isinstance(error, PermissionError):
        mend = "name the files in it" if os.path.isdir(path) else "change its permissions"
        return InputError(f"{name}: not allowed to read it; {mend}")
    # A name too long, a NUL in it, a broken disk.
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(f"{name!r}: cannot be read ({reason}); check the path")


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise unreadable(error, path, name) from None
