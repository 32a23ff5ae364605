"""Who published a document, where the text says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.lexicon.newsroom import agency, publisher_words
from claimcheck.model.lines import Line

_LABEL = re.compile(
    r"(?:publisher|published by|outlet|newspaper|publication)\s?:?\s(?P<name>(?-i:[A-Z])[^:!?]{1,60}?)\.?",
    re.IGNORECASE,
)
# An abbreviation, and its name in quotes.
_ABBREVIATED = re.compile(r"(?P<name>[A-Z][A-Z&/]{1,7})\s+[\"“«„'‘][^\"”»“'’]{3,80}[\"”»“'’]")
_AFTER_TITLE = re.compile(r".{15,}\s(?:\||[-–—])\s(?P<name>[^|]{2,40})")
_SMALL = frozenset(("of", "the", "and", "&", "de", "for"))


@dataclass(frozen=True, slots=True)
class Publisher:
    name: str
    line: int


def publisher_line(lines: list[tuple[int, Line]]) -> Publisher | None:
    """The first of `lines` (with their index) that is nothing but the name of a publisher."""
    for index, line in lines:
        if name := publisher_name(line.text):
            return Publisher(name, index)
    return None


def publisher_name(text: str) -> str | None:
    if len(text) > 100:
        return None
    if match := _LABEL.fullmatch(text) or _ABBREVIATED.fullmatch(text):
        return match["name"].strip()
    return agency(text) or (text if _has_publisher_word(text) else None)


def publisher_of_title(title: str) -> str | None:
    """ "Storm closes port | BBC News": the part after the last bar, or after a dash where it is a known name."""
    match = _AFTER_TITLE.fullmatch(title[:400])
    if match is None:
        return None
    name = match["name"].strip()
    return agency(name) or (name if _has_publisher_word(name) else None)


def _has_publisher_word(text: str) -> bool:
    """ "The Harbour Gazette": at most six capitalised words, the last of them, or the one after "The", of the trade."""
    words = text.split()
    if not 2 <= len(words) <= 6 or text[-1] in ".!?," or ":" in text:
        return False
    named = all(w[:1].isupper() or w in _SMALL for w in words) and not text.isupper()
    telling = (words[-1], words[1]) if words[0] == "The" else (words[-1],)
    return named and any(word.casefold() in publisher_words() for word in telling)
