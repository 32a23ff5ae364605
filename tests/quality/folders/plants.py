"""Planted conflicts: of two accounts that agree, one is given another value of the same form.

Both accounts stay the words of their authors, so to find a plant one has to know that the two statements measure one
thing. Only quotes with a single value of a simple form are changed, and only where neither the old nor the new value
stands elsewhere in the changed article, which would then contradict itself or agree again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.expectations.labels import Label, Place, Side

from .story import FolderStory, Marked

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")
# From two on: "one" is mostly a pronoun.
CARDINALS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
             "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
_NUMERAL = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_CARDINAL = re.compile(rf"(?<![\w-])(?:{'|'.join(CARDINALS)})(?![\w-])", re.IGNORECASE)
_YEARS = range(1001, 2100)
_DAYS_OF_MONTH = range(1, 32)


@dataclass(frozen=True, slots=True)
class Plant:
    """`text` is the changed article of `changed`; `marked` has this side as `a` and the other account as `b`."""

    changed: str
    text: str
    old: str
    new: str
    marked: Marked


def plants(story: FolderStory) -> Iterator[Plant]:
    """At most one for each labelled agreement: its first side is changed where it can be, else its second."""
    for marked in story.of("agreement"):
        label = marked.label
        turned = Marked(Label("agreement", label.b, label.a, label.type), marked.b, marked.a, marked.what)
        found = (_plant(story, side) for side in (marked, turned))
        if plant := next((p for p in found if p), None):
            yield plant


def changed(quote: str, kind: str) -> tuple[Place, str] | None:
    """Where the one value of a quote stands, and another of its form; None where there is none, or several."""
    numerals = list(_NUMERAL.finditer(quote))
    if numerals:
        return (numerals[0].span(), _numeral(numerals[0].group(), kind)) if len(numerals) == 1 else None
    for names, step in ((WEEKDAYS, 2), (MONTHS, 3)):
        found = list(re.finditer(rf"\b(?:{'|'.join(names)})\b", quote))
        if len(found) == 1:
            return found[0].span(), names[(names.index(found[0].group()) + step) % len(names)]
    cardinals = list(_CARDINAL.finditer(quote))
    return (cardinals[0].span(), _cardinal(cardinals[0].group())) if len(cardinals) == 1 else None


def _plant(story: FolderStory, marked: Marked) -> Plant | None:
    mine, label = marked.label.a, marked.label
    found = changed(mine.quote, label.type)
    if found is None:
        return None
    (start, end), new = found
    text, old = story.texts[mine.document], mine.quote[start:end]
    first, last = mine.places[0]
    if _stands(old, text[:first] + " " * len(mine.quote) + text[last:], r"(?!,\d|\w)") or _stands(new, text, r"(?!\w)"):
        return None
    quote = mine.quote[:start] + new + mine.quote[end:]
    side = Side(mine.document, quote, ((first, first + len(quote)),))
    value = (first + start, first + start + len(new))
    planted = Label("contradiction", side, label.b, label.type)
    return Plant(mine.document, text[:first] + quote + text[last:], mine.quote, quote,
                 Marked(planted, (value,), marked.b, marked.what))


def _stands(token: str, text: str, after: str) -> bool:
    return re.search(rf"(?<![\w.,]){re.escape(token)}{after}", text, re.IGNORECASE) is not None


def _numeral(token: str, kind: str) -> str:
    plain = token.replace(",", "")
    if "." in plain:
        unit = Decimal(1).scaleb(-len(plain.split(".")[1]))
        return f"{(Decimal(plain) * Decimal('1.4') + unit).quantize(unit)}"
    value = int(plain)
    if kind == "date" and value in _YEARS:
        return str(value - 3)
    if kind == "date" and value in _DAYS_OF_MONTH:
        return str(value + 4 if value <= 24 else value - 5)
    if kind == "age":
        return str(value + 7)
    step = 10 ** (len(plain) - len(plain.rstrip("0")))  # as round as it was
    new = (value * 14 // (step * 10) + 2) * step
    return f"{new:,}" if "," in token else str(new)


def _cardinal(token: str) -> str:
    at = CARDINALS.index(token.lower())
    new = CARDINALS[at + 4] if at + 4 < len(CARDINALS) else CARDINALS[at - 5]
    return new.capitalize() if token[0].isupper() else new
