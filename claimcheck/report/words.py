"""How the text report spells things: symbols, styles, dates, counts, and text that is safe on a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date

from claimcheck.model.finding import Verdict

SYMBOL = {
    Verdict.CONTRADICTION: "✖",
    Verdict.TENSION: "▲",
    Verdict.UPDATE: "↻",
    Verdict.AGREEMENT: "✔",
    Verdict.SINGLE_SOURCE: "•",
}
# The sixteen colours of the terminal's own theme, so that light and dark backgrounds both read well.
STYLE = {
    Verdict.CONTRADICTION: "red",
    Verdict.TENSION: "yellow",
    Verdict.UPDATE: "blue",
    Verdict.AGREEMENT: "green",
    Verdict.SINGLE_SOURCE: "cyan",
}
_PLURAL = {
    Verdict.CONTRADICTION: ("contradiction", "contradictions"),
    Verdict.TENSION: ("tension", "tensions"),
    Verdict.UPDATE: ("update", "updates"),
    Verdict.AGREEMENT: ("agreement", "agreements"),
    Verdict.SINGLE_SOURCE: ("in one source only", "in one source only"),
}
_DATE_FROM = {
    "given": "as given",
    "metadata": "from its metadata",
    "date line": "from its date line",
    "dateline": "from its dateline",
    "other documents": "from its dateline, the year from the other documents",
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")
# Marks that turn the direction of writing would turn the rest of the line too.
_TURNING = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_TYPESET = (("<=", "≤"), (">=", "≥"), ("!=", "≠"))


def clean(text: str) -> str:
    """The text on one line, without characters that steer a terminal."""
    visible = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text.translate(_TURNING))
    return " ".join(visible.split())


def typeset(value: str) -> str:
    """A normalised value as a reader expects it: "<= 10 days" as "≤ 10 days"."""
    for ascii_sign, sign in _TYPESET:
        value = value.replace(ascii_sign, sign)
    return clean(value)


def day(on: date | None) -> str:
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}" if on else "date unknown"


def date_from(origin: str) -> str:
    return _DATE_FROM.get(origin, origin)


def month(number: int) -> str:
    """From 1 for January."""
    return _MONTHS[number - 1]


def count(number: int, singular: str, plural: str = "") -> str:
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def count_of(verdict: Verdict, number: int) -> str:
    return count(number, *_PLURAL[verdict])


def in_words(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def listing(items: Iterable[str]) -> str:
    """"a", "a and b", "a, b and c"."""
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last
