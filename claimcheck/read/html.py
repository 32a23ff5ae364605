"""HTML to the text of its article, with what its metadata say. Spans count in that text, not in the markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec

from claimcheck.errors import InputError
from claimcheck.read.markup import without_unsaid
from claimcheck.read.tables import with_tables_told

_SUFFIXES = (".html", ".htm", ".xhtml")
_MARKUP = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_START = 4_096


@dataclass(frozen=True, slots=True)
class Page:
    """`text` begins with the title, where there is one, as a paragraph of its own."""

    text: str
    title: str
    source: str | None
    published: date | None


def is_html(text: str, name: str) -> bool:
    """By the name of the file, or by how it begins."""
    return name.lower().endswith(_SUFFIXES) or _MARKUP.match(text[:_START]) is not None


def read_page(html: str, name: str) -> Page:
    """The main text without navigation and advertisements. Raises InputError where there is none to be found, or where
    the package that finds it is not installed."""
    if find_spec("trafilatura") is None:
        raise InputError(f"{name}: reading HTML needs what is not installed: pip install trafilatura, or "
                         "save the article as text")
    from trafilatura import bare_extraction, load_html

    # Dates from metadata only: what looks like a date in the text is looked for by the reader of texts.
    try:
        tree = load_html(html)
        found = bare_extraction(html if tree is None else with_tables_told(without_unsaid(tree)),
                                include_comments=False, include_tables=False, with_metadata=True,
                                date_extraction_params={"original_date": True, "extensive_search": False})
    except Exception:  # whatever it stumbles over in markup that is none
        raise InputError(f"{name}: this HTML is damaged; save the article as text") from None
    body = (getattr(found, "text", None) or "").strip()
    if not body:
        raise InputError(f"{name}: no article was found in this HTML; save the article as text")
    title = " ".join((getattr(found, "title", None) or "").split())
    paragraphs = [line for line in body.splitlines() if line.strip()]
    if paragraphs and title and " ".join(paragraphs[0].split()) == title:
        paragraphs = paragraphs[1:]
    text = "\n\n".join([title, *paragraphs] if title else paragraphs) + "\n"
    return Page(text, title, getattr(found, "sitename", None) or None, _day(getattr(found, "date", None)))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
