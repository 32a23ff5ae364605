"""What stands in a page and is not said by its article: what is struck out or hidden, and marks of footnotes."""

from __future__ import annotations

import re
from typing import Any

from claimcheck.read.around import RUN, is_hidden

_NOT_SAID = frozenset({"del", "s", "strike", "template"})
# One mark of a footnote or several: "3", "[4]", "1,2", "b, c", "[1][2]", "1–3", "note 2".
_ONE = r"(?:\d{1,3}|[a-z]|[ivx]{2,4}|[*†‡§¶#]+|n(?:otes?)?\.? ?\d{1,3})"
_CLOSED = rf"[\[(]?{_ONE}[\]).]?"
_MARK = re.compile(rf"{_CLOSED}(?:(?:\s*[,;–-]\s*|\s+|(?<=[\])])(?=[\[(])){_CLOSED})*", re.IGNORECASE)
_BETWEEN = frozenset(",;–-")
_CALLED_MARK = re.compile(
    r"(?<![a-z])(?:fn(?:[-_]?ref)?|foot[-_]?notes?(?:[-_]?(?:ref|link|mark))?|note[-_]?(?:ref|mark|link)|end[-_]?note"
    r"|cite[-_]?ref|reference|sup|superscript)(?![a-z])|doc-noteref", re.IGNORECASE)
_CALLED_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_CALLED_LOWERED = re.compile(r"vertical-align\s*:\s*sub\b", re.IGNORECASE)
# "#fn:4", "#cite_note-3", "#_ftn1"; a part of the article may well be called "#note-deaths".
_TO_NOTE = re.compile(
    r"#(?:[\w.:-]{0,60}[-_:.])?(?:fn|ftn|(?:foot|end)?note|ref|cite)(?:ref)?(?:[-_:.].{0,60})?\d{1,4}", re.IGNORECASE)
_MARKED = re.compile(r"[\w.,;:!?%*)\]\"'”’…]$")  # a mark touches what it marks: "died.4", not "the 4"
# The finder of articles takes these for parts of forms, and would cut them out of their sentence.
_IN_LINE = frozenset({"time", "label", "output"})
_WITHIN = frozenset({"b", "i", "em", "strong", "span", "a"})
_STYLED = _WITHIN | {"abbr", "cite", "font", "small", "u"}
_PROSE = frozenset({"p", "li", "dd", "td", "blockquote"}) | _WITHIN
# Behind these a raised 2 or 3 is a power.
_UNIT = re.compile(r"(?:^|[\d\s])(?:[kcm]?m|ft|in|mi|yd)$")
_TEN = re.compile(r"(?:^|\D)10$")
_POWER = re.compile(r"[-−]?\d{1,3}")
_NEAR = 40  # characters, more than any figure with its sign
_JOINING = frozenset(".,°º%")
_ORDINAL = re.compile(r"st|nd|rd|th", re.IGNORECASE)
_SLASH = ("/", "⁄")
_CENTS = frozenset({"00", "49", "50", "95", "98", "99"})  # others are as likely marks of footnotes
_MINUTES = re.compile(r"[0-5]\d")
_HOUR = re.compile(r"(?<![\d.,:])(?:1[0-2]|[1-9])$")
_HALF = re.compile(r"\s*[ap]\.?m\b", re.IGNORECASE)
_THOUSANDS = re.compile(r"m|k|b|bn", re.IGNORECASE)
# A price without cents: "$4", "€ 1,250".
_PRICE = re.compile(r"[$£€¥]\s?\d{1,3}(?:,\d{3})*$")
_SUM = re.compile(r"[$£€¥]\s?\d[\d,]*(?:\.\d+)?$")
_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})*$")
_SIGN = re.compile(r"\s?[$£€¥]")
_SCALE = re.compile(r"\s*(?:hundred|thousand|million|billion|trillion|[kmb]n?\b)", re.IGNORECASE)


def without_unsaid(tree: Any) -> Any:
    """The tree (lxml.html) without them, what else is raised in line: "10^6", which would be 106, and "km2"."""
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if is_hidden(element) or element.tag in _NOT_SAID:
            element.drop_tree()
        elif element.tag == "sup" or _is_raised(element):
            _raised(element)
        elif element.tag == "sub" or (element.tag in _STYLED and _CALLED_LOWERED.search(element.get("style", ""))):
            _lowered(element)
        elif element.tag in _IN_LINE and element.getparent().tag in _PROSE:
            _in_line(element)
    return tree


def _is_raised(element: Any) -> bool:
    """Whether something else than `<sup>` is raised: by its style, or as a mark by what it is called or leads to."""
    if element.tag not in _STYLED:
        return False
    if _CALLED_RAISED.search(element.get("style", "")):
        return True
    named = f"{element.get('class', '')} {element.get('role', '')}"
    leads = element.tag == "a" and _TO_NOTE.fullmatch(element.get("href", "")) is not None
    marks = (leads or _CALLED_MARK.search(named)) and _MARK.fullmatch(element.text_content().strip())
    return bool(marks and _MARKED.search(_text_before(element)))


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
    """A mark goes, also behind a figure, which it would be read as a part of; a power, cents, minutes, the half of a
    fraction, an ordinal and the "m" of "£2m" stay."""
    text, before, after = element.text_content().strip(), _text_before(element), element.tail or ""
    linked = element.tag == "a" or next(element.iter("a"), None) is not None
    if after.lstrip().startswith(_SLASH) and text.isdecimal() and not linked:
        _stay(element, f" {text}" if before[-1:].isdigit() else text)
    elif _POWER.fullmatch(text) and _TEN.search(before) and not linked:
        _stay(element, f"^{text}")
    elif text in ("2", "3") and _UNIT.search(before) and not linked:
        _stay(element, text)
    elif not linked and (_is_cents(text, before, after) or _is_minutes(text, before, after)):
        _stay(element, f".{text}")
    elif _THOUSANDS.fullmatch(text) and not linked and _SUM.search(before):
        _stay(element, text)
    elif _MARK.fullmatch(text) and not _ORDINAL.fullmatch(text):
        following = element.getnext()
        if after.strip() in _BETWEEN and following is not None and following.tag == "sup":
            element.tail = ""  # the comma of "25<sup>1</sup>,<sup>2</sup>"
        element.drop_tree()
    else:
        _apart(element, before)


def _is_cents(text: str, before: str, after: str) -> bool:
    """Behind "$4", or "4" with " €" behind it, and no "million" behind it."""
    marked = _PRICE.search(before) or (_AMOUNT.search(before) if _SIGN.match(after) else None)
    return text in _CENTS and marked is not None and not _SCALE.match(after)


def _is_minutes(text: str, before: str, after: str) -> bool:
    return bool(_MINUTES.fullmatch(text) and _HOUR.search(before) and _HALF.match(after))


def _lowered(element: Any) -> None:
    """What stands below the line behind a figure is a mark; elsewhere it is part of a formula, or of a fraction."""
    text, before = element.text_content().strip(), _text_before(element)
    if before[-1:].isdigit() and _MARK.fullmatch(text):
        element.drop_tree()
    else:
        _apart(element, before)


def _apart(element: Any, before: str) -> None:
    """Without its tag, and no part of a figure before it: "26<sup>see below</sup>"."""
    text = element.text_content().strip()
    if before[-1:].isdigit() and text[:1] not in _JOINING and not _ORDINAL.fullmatch(text):
        element.text = f" {element.text or ''}"
    element.drop_tag()


def _stay(element: Any, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = text
    element.drop_tag()


def _text_before(element: Any) -> str:
    """The end of what runs up to it in the element that it stands in."""
    sibling = element.getprevious()
    if sibling is None:
        return (element.getparent().text or "")[-_NEAR:]
    return (sibling.tail or (sibling.text_content() if isinstance(sibling.tag, str) else ""))[-_NEAR:]
