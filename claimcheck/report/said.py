"""What a finding says, in words: its message and condition, and the value of each side, as an editor writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from claimcheck.model.finding import Evidence, Finding
from claimcheck.report.words import clean, in_prose, year_words

_WORD = re.compile(r"[^\W\d_]+(?:['’-](?!s\b)[^\W\d_]+)*")  # "Moscow", of "Moscow's"
_EARLY_YEAR = re.compile(r"(?P<mark>(?:shortly )?(?:(?:before|after|since|until|by) )?)(?P<year>0\d{3})")
_TWO_FIGURES = re.compile(r"\d\d")
_OF_A_CENTURY = re.compile(r"centur|\d\d00s", re.IGNORECASE)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_CLOCK = re.compile(r"T\d\d(?::\d\d)*$")
_HELD = 0xE000  # the first of the characters that stand for names of documents meanwhile


def told(finding: Finding) -> Finding:
    """Its values are for programs, what is said of them is for people."""
    return replace(finding, message=message_of(finding), condition=condition_of(finding))


def read_as(side: Evidence) -> str:
    """The value of a side as `in_prose` has it, its names with the capitals that they have in the sentence, and the
    zone of a clock."""
    return in_prose(f"{_as_said(side)} {zone_of(side)}".rstrip())


def message_of(finding: Finding) -> str:
    """The message as `in_prose` has it, with names and zones of the values as in `read_as`. What was put so before
    stays."""
    return _apart_from_names(finding, finding.message, lambda text: _with_zones(finding, _as_all_said(finding, text)))


def condition_of(finding: Finding) -> str:
    return _apart_from_names(finding, finding.condition, lambda condition: condition)


def _as_all_said(finding: Finding, message: str) -> str:
    for side in finding.evidence:
        if (said := _as_said(side)) != side.value:
            message = re.sub(_standing(side.value), said.replace("\\", r"\\"), message)
    return message


def _apart_from_names(finding: Finding, text: str, words: Callable[[str], str]) -> str:
    """The `words` of it as `in_prose` has them, but for the names of documents: "2031-03-05.txt" is no time."""
    names = {name for side in finding.evidence for name in (side.document, side.source) if len(name) > 1}
    held = dict(zip(sorted(names, key=len, reverse=True), map(chr, range(_HELD, _HELD + len(names))), strict=True))
    for name, mark in held.items():
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", mark, text)
    text = in_prose(words(text))
    for name, mark in held.items():
        text = text.replace(mark, clean(name))
    return text


def _standing(value: str) -> str:
    """The pattern of a value in a message, where it is no part of another one and not quoted."""
    return rf"(?<![\w“-])(?<!\d/){re.escape(value)}(?![\w”-])(?!/\d)"


def zone_of(side: Evidence) -> str:
    """Of a time of the clock, as it is written; else ""."""
    return side.zone if _CLOCK.search(side.value) else ""


def _with_zones(finding: Finding, message: str) -> str:
    """Each time of the clock with its zone. Where two zones have one time, it stands for each of them in turn."""
    zones: dict[str, list[str]] = {}
    values = {side.value for side in finding.evidence}
    if any(one != other and one in other for one in values for other in values):
        return message  # "16:00" and "before 16:00": of which it is would be unclear
    for side in finding.evidence:
        zones.setdefault(side.value, []).append(zone_of(side))
    if any(zone and f" {zone}" in message for all_ in zones.values() for zone in all_):
        return message  # they stand there
    for value, all_ in zones.items():
        places = len(re.findall(_standing(value), message)) if any(all_) else 0
        if places and (len(set(all_)) == 1 or places == len(all_)):
            message = _zoned(message, value, iter(all_ if places == len(all_) else all_[:1] * places))
    return message


def _zoned(message: str, value: str, zones: Iterator[str]) -> str:
    return re.sub(_standing(value), lambda found: f"{found[0]} {next(zones)}".rstrip(), message)


def _as_said(side: Evidence) -> str:
    """The value with its names as in the sentence. An early year and a century stand as in TIMEX3: "0220", "10"."""
    if found := _EARLY_YEAR.fullmatch(side.value):
        return side.value if found["year"] in side.quote else f"{found['mark']}{year_words(found['year'])}"
    if _TWO_FIGURES.fullmatch(side.value) and _OF_A_CENTURY.search(side.quote):
        number = int(side.value) + 1
        return f"the {number}{'th' if number in (11, 12, 13) else _ENDINGS.get(number % 10, 'th')} century"
    return _with_names(side)


def _with_names(side: Evidence) -> str:
    """ "not Moscow" for "not moscow", where the sentence has the word with a capital and not only because it begins
    with it. A line of which most words have capitals, as a headline, says nothing."""
    words = _WORD.findall(side.context_text)
    small = {word for word in words if word[0].islower()}
    capital = {word.lower(): word for word in words[1:] if word[0].isupper()}
    if len(small) < len(capital) or any(c.isdigit() for c in side.value):  # behind a figure stands a unit
        return side.value
    return _WORD.sub(lambda found: found[0] if found[0] in small else capital.get(found[0], found[0]), side.value)
