"""Lists of a page as paragraphs: outside an element `<article>` the finder of articles reads paragraphs only."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Any

from claimcheck.read.furniture import is_furniture

_LISTS = ("ul", "ol")
_BESIDE = ("nav", "menu", "footer", "aside", "header", "form", "dialog")
_BEFORE = ("p", "h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("p", "li", "div", "ul", "ol", "dl", "table", "blockquote", "h2", "h3", "h4", "h5", "h6")
# What is called so beside the article; "has-sidebar" is what the article may stand in.
_CALLED = re.compile(
    r"(?<![a-z])(?<!has-)(?<!with-)(?:nav|navbar|navigation|menu|sidebar|related|recommended|share|sharing|social|foot"
    r"|footer|most-read|widget|teasers?|promo|comments?|tags|breadcrumbs?)(?![a-z])", re.IGNORECASE)
# An entry of a menu is shorter, and has no figure.
_SAYING = re.compile(r"\d|\S+(?:\s+\S+){3}")


def with_lists_told(tree: Any) -> Any:
    """The tree (lxml.html), in which each item of a list that is part of the text is a paragraph behind a dash. A page
    that marks its article is left as it is."""
    if next(tree.iter("article", "main"), None) is not None:
        return tree
    led = False  # by a paragraph or a headline that announces no other stories
    for element in list(tree.iter(*_LISTS, *_BEFORE)):
        if element.tag in _BEFORE:
            led = not is_furniture(_words(element))
        elif led and _is_text(element):
            for item in list(element.iter(*_LISTS, "li")):
                _tell(item)
    return tree


def _is_text(listing: Any) -> bool:
    """It says something, and most of it is no link."""
    if next(listing.iterancestors(*_BESIDE, *_LISTS), None) is not None:
        return False
    around = (listing, *listing.iterancestors("div", "section"))
    if any(_CALLED.search(f"{e.get('id', '')} {e.get('class', '')}") for e in around):
        return False
    linked = sum(len(_words(link)) for link in listing.iter("a"))
    return linked * 2 < len(_words(listing)) and any(_SAYING.search(_words(item)) for item in listing.iter("li"))


def _tell(item: Any) -> None:
    if item.tag == "li" and next(item.iterdescendants(*_BLOCKS), None) is None:
        item.tag, item.text = "p", f"- {(item.text or '').lstrip()}"
        return
    item.tag = "div"
    lead = item.makeelement("p")  # the words above a list in the list
    lead.text, item.text = item.text, None
    for child in takewhile(lambda e: e.tag not in _BLOCKS, list(item)):
        lead.append(child)
    if _words(lead):
        lead.text = f"- {(lead.text or '').lstrip()}"
        item.insert(0, lead)
    for child in list(item):  # and those behind it
        if child is not lead and (child.tail or "").strip():
            child.addnext(told := item.makeelement("p"))
            told.text, child.tail = child.tail, None


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())
