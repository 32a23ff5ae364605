"""The dateline: place, day and agency before the first sentence of a report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.lexicon.newsroom import agency, dateline_labels, short_places
from claimcheck.model.span import Span
from claimcheck.read.dates import MONTH, CalendarDay, read_day

_UPPER = "A-ZÀ-ÖØ-ÞĀĆČĎĐĒĞİĪŁŃŐŘŚŞŠŪŻŽ"
_CAPS = rf"[{_UPPER}][{_UPPER}.'’-]*(?:[ /][{_UPPER}][{_UPPER}.'’-]*){{0,4}}(?![a-z])"
_TITLE = r"[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,3}"
_REGION = r"(?:,\s[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,2}){0,2}"
_DATE = rf"(?:{MONTH}\s\d{{1,2}}(?:,?\s(?:19|20)\d\d)?|\d{{1,2}}\s{MONTH}(?:,?\s(?:19|20)\d\d)?)"
_AGENCY = r"(?:\((?P<agency>[^()\n]{2,40})\)|/(?P<slashed>[^/\n]{2,30})/)"
_NAME = r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3}"
_DASH = r"(?:-{1,2}|–|—|―)"
# How an agency says what it changed, before the dateline.
_NOTE = r"(?:\((?:Updates|Adds|Recasts|Corrects|Repeats|Refiles|Rewrites)\b[^()\n]{0,80}\)\s*)?"
_NEXT = r"(?=[\"“”‘’'(\[$£€«„]|[^\W_a-z]|$)"

_WITH_AGENCY = re.compile(
    rf"{_NOTE}(?:By\s{_NAME}\s+)??(?:(?P<place>{_CAPS}|{_TITLE})(?P<region>{_REGION}))??(?:,?\s*(?P<date>{_DATE}))?"
    rf"[.,]?\s*{_AGENCY}\.?(?:,\s{_NAME}(?=\s+{_DASH}))?(?P<end>\s*{_DASH})?\s*{_NEXT}"
)
_WITH_DATE = re.compile(
    rf"(?P<place>{_CAPS}|{_TITLE})(?P<region>{_REGION}),?\s+\(?(?P<date>{_DATE})\)?(?:(?P<stop>\.)|\s*(?P<end>{_DASH}))\s*{_NEXT}"
)
_WITH_PLACE = re.compile(
    rf"(?P<place>{_CAPS})(?P<region>{_REGION})\s+(?P<end>{_DASH})(?:\s+{_NEXT}|\s*$)"
    rf"|(?P<p2>{_CAPS})(?P<r2>{_REGION})\s*(?P<e2>[–—])\s*{_NEXT}"
)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Dateline:
    """Spans count from the start of the paragraph; `span` ends where the sentence begins."""

    span: Span
    agency: str | None
    agency_span: Span | None
    day: CalendarDay | None


def read_dateline(paragraph: str) -> Dateline | None:
    head = paragraph[:_LONGEST]
    for pattern, believed in ((_WITH_AGENCY, _agency_form), (_WITH_DATE, _date_form), (_WITH_PLACE, _place_form)):
        match = pattern.match(head)
        alone = match is not None and match.end() == len(paragraph) and not match.groupdict().get("end")
        if match and match.end() > 0 and not alone and believed(match):
            return _dateline(match)
    return None


def _dateline(match: re.Match[str]) -> Dateline:
    groups = match.groupdict()
    group = next((g for g in ("agency", "slashed") if groups.get(g)), None)
    day = read_day(match.group()) if groups.get("date") else None
    if group is None:
        return Dateline(Span(*match.span()), None, None, day)
    name = agency(match[group]) or match[group].strip()
    return Dateline(Span(*match.span()), name, Span(*match.span(group)), day)


def _agency_form(match: re.Match[str]) -> bool:
    """An agency nobody knows needs a place in capitals or a day before it, and the dash after it."""
    place = match["place"]
    if place and place.rstrip(".:") in dateline_labels():
        return False
    if agency(match["agency"] or match["slashed"]):
        return True
    settled = bool(match["date"]) or (place is not None and place.isupper() and len(place) > 2)
    ended = match["end"] is not None or match["slashed"] is not None
    return settled and ended and any(c.isupper() for c in match["agency"] or match["slashed"])


def _date_form(match: re.Match[str]) -> bool:
    """A title-case name before a day ("Geneva, 12 May - ") needs the dash: with a full stop it may be a sentence."""
    return _is_place(match["place"]) if match["place"].isupper() else match["end"] is not None


def _place_form(match: re.Match[str]) -> bool:
    return _is_place(match["place"] or match["p2"], bool(match["region"] or match["r2"]))


def _is_place(capitals: str, has_region: bool = False) -> bool:
    """Capitals of at most four letters are an acronym unless a region follows or they are known as a place."""
    if capitals in dateline_labels():
        return False
    letters = sum(c.isalpha() for c in capitals)
    return has_region or capitals in short_places() or (letters > 4 and (" " in capitals or "." not in capitals))
