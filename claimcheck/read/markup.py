"""What stands in a page and is not said by its article: what is struck out or hidden, and marks of footnotes."""

from __future__ import annotations

import re
from typing import Any

from claimcheck.read.around import RUN, is_hidden

_NOT_SAID = frozenset({"del", "s", "strike", "template"})
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡§¶])[\])]?", re.IGNORECASE)
# The finder of articles takes these for parts of forms, and would cut them out of their sentence.
_IN_LINE = frozenset({"time", "label", "output"})
_WITHIN = frozenset({"b", "i", "em", "strong", "span", "a"})
_PROSE = frozenset({"p", "li", "dd", "td", "blockquote"}) | _WITHIN
# Behind these a raised 2 or 3 is a power.
_UNIT = re.compile(r"(?:^|[\d\s])(?:[kcm]?m|ft|in|mi|yd)$")
_TEN = re.compile(r"(?:^|\D)10$")


def without_unsaid(tree: Any) -> Any:
    """The tree (lxml.html) without them, what else is raised in line: "10^6", which would be 106, and "km2"."""
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if element.tag == "sup":
            _raised(element)
        elif element.tag == "sub":
            element.drop_tag()
        elif element.tag in _IN_LINE and element.getparent().tag in _PROSE:
            _in_line(element)
        elif element.tag in _NOT_SAID or is_hidden(element):
            element.drop_tree()
    return tree


def _in_line(element: Any) -> None:
    """Its words stay where they stand. A time that stamps the article leaves what it says of the day of publication,
    in an empty element behind them."""
    if _is_stamp(element):
        element.addnext(element.makeelement("time", dict(element.attrib)))
    element.drop_tag()


def _is_stamp(element: Any) -> bool:
    """Whether it is called one, or stands in a line that is no sentence: "Ida Brandt, 3 May"."""
    if element.tag != "time" or not element.get("datetime"):
        return False
    if "pubdate" in element.attrib or "publi" in element.get("class", ""):
        return True
    block = element.getparent()
    while block.tag in _WITHIN and block.getparent() is not None:
        block = block.getparent()
    line = block.text_content().strip(" \t\r\n\"'”’)")
    return len(line.split()) <= RUN and line[-1:] not in (".", "!", "?")


def _raised(element: Any) -> None:
    text, before = element.text_content().strip(), _text_before(element)
    power = text.isdigit() and _TEN.search(before) is not None
    if _MARK.fullmatch(text) and not power and not (text in ("2", "3") and _UNIT.search(before)):
        element.drop_tree()
        return
    if power:
        element.text = f"^{text}"
    element.drop_tag()


def _text_before(element: Any) -> str:
    sibling = element.getprevious()
    return str((sibling.tail if sibling is not None else element.getparent().text) or "")
