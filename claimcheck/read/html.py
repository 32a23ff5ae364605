"""HTML to the text of its article, with what its metadata say. Spans count in that text, not in the markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from typing import Any

from claimcheck.errors import InputError
from claimcheck.read.around import RUN, running_words, with_article_bare, without_notices
from claimcheck.read.lists import with_lists_told
from claimcheck.read.markup import without_unsaid
from claimcheck.read.tables import with_tables_told

_SUFFIXES = (".html", ".htm", ".xhtml")
_MARKUP = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_START = 4_096
_TAG = r"</?[a-zA-Z][^\s/>]*+"
# Separated by a slash as well: the parser takes "<p/a/b>" for two.
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_COMMENT = r"<!--(?!-?>).*?(?:--!?>|\Z)|<(?:[!?]|/[^a-z])[^>]*+"
# In these "<" begins no tag, unless they are closed as soon as they are opened.
_RAW = (r"<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>])"
        rf"(?:{_ATTRIBUTE})*+\s*+>.*?(?:</(?P=raw)(?=[\s/>])|\Z)")
_REPEATED = 2**31  # no pattern may say more
# Of 66 pages of manuals and samples at least 65 % of the running text was read.
LITTLE = 0.5


@dataclass(frozen=True, slots=True)
class Page:
    """`text` begins with the title, where there is one, as a paragraph of its own."""

    text: str
    title: str
    source: str | None
    published: date | None
    note: str = ""


def is_html(text: str, name: str) -> bool:
    """By the name of the file, or by how it begins."""
    return name.lower().endswith(_SUFFIXES) or _MARKUP.match(text[:_START]) is not None


def has_tag_of_more(attributes: int, html: str) -> bool:
    """Whether a tag has more of them, as the parser sees it: what looks like one in a script or in a comment is none.
    Nothing is tried more than twice."""
    more = min(attributes, _REPEATED) + 1
    tag = rf"(?P<more>{_TAG}(?:{_ATTRIBUTE}){{{more}}})|{_COMMENT}|{_RAW}|{_TAG}(?:{_ATTRIBUTE})*+"
    return any(found["more"] for found in re.finditer(tag, html, re.IGNORECASE | re.DOTALL))


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
        if tree is None:  # one element without a page around it
            tree = load_html(f"<html><body>{html}</body></html>")
        words = 0
        if tree is not None:
            before = running_words(tree)
            tree = without_notices(tree)
            notices = before - running_words(tree)  # what was taken for one may be the article
            tree = _prepared(tree)
            words = running_words(tree) + notices
        found = bare_extraction(html if tree is None else tree,
                                include_comments=False, include_tables=False, with_metadata=True,
                                date_extraction_params={"original_date": True, "extensive_search": False})
    except Exception:  # whatever it stumbles over in markup that is none
        raise InputError(f"{name}: this HTML is damaged; save the article as text") from None
    body = (getattr(found, "text", None) or "").strip()
    if not any(len(line.split()) >= RUN for line in body.splitlines()):
        raise InputError(f"{name}: no article was found in this HTML; save the article as text")
    title = " ".join((getattr(found, "title", None) or "").split())
    paragraphs = [line for line in body.splitlines() if line.strip()]
    if paragraphs and title and " ".join(paragraphs[0].split()) == title:
        paragraphs = paragraphs[1:]
    text = "\n\n".join([title, *paragraphs] if title else paragraphs) + "\n"
    return Page(text, title, getattr(found, "sitename", None) or None, _day(getattr(found, "date", None)),
                _note(body, words))


def _prepared(tree: Any) -> Any:
    """The tree (lxml.html) as the finder of articles is to see it."""
    return with_lists_told(with_tables_told(without_unsaid(with_article_bare(tree))))


def _note(body: str, words: int) -> str:
    """What is to be said where most of the running text of the page, so many `words`, is not in the text."""
    share = sum(len(line.split()) for line in body.splitlines()) / max(words, 1)
    if not words or share >= LITTLE:
        return ""
    return f"only {share:.0%} of the running text of the page was read; if that is not the article, save it as text"


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
