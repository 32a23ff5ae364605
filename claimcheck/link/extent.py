"""How far a count reaches, where its claim says so: a season, every year, the country as a whole, another case."""

from __future__ import annotations

import re

from claimcheck.link.statement import Candidate, Statement
from claimcheck.model.value import Quantity, QuantityKind, Timex

_SPAN = r"(?:year|month|week|day|hour)"
_NOT_THEN = r"(?! (?:ago|earlier|before|later|after|old|long|on))"
# What one says and the other does not parts them always.
_ALWAYS = {
    "a season or a career": r"\b(?:this|last|the) (?:\w+ )?season\b|\bcareer\b",
    "every year, month or day": rf"\b(?:each|every) {_SPAN}\b|(?<!\bin )(?<!\bonce )\b(?:a|per) {_SPAN}\b{_NOT_THEN}",
    "a similar case": r"\bsimilar\b",
    "the attacker as well": r"\b(?:including|among them|among the dead|along with|as well as) (?:the )?"
                            r"(?:alleged |suspected )?(?:attacker|gunman|bomber|shooter|assailant|perpetrator)s?\b",
}
# What covers a place among others, and what covers them all.
_PLACES = {
    "one place alone": r"\bin (?:[a-z]+ ){0,2}(?:[A-Z]\w+ )+alone\b",
    "all places": r"\b(?:across|throughout|around) the (?:country|world|region|nation|state|continent)\b|\bnationwide\b"
                  r"|\bcountrywide\b|\bworldwide\b|\bin (?:two|three|four|five|six|several|\d+) (?:provinces|states|"
                  r"countries|cities|districts|regions|counties)\b",
}
# What adds up over time, against what a day or a night brought.
_TOTALS = {
    "all since then": r"\bsince (?:the |last |early |late |mid-|\d{4}\b|[A-Z])|\bin all\b|\bin total\b|\ball told\b",
}
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b24 hours\b|\b(?:overnight|yesterday|today)\b")


def other_extent(candidate: Candidate) -> str:
    """The reach that only one of two counts, or of their times, has; "" for none."""
    a, b = candidate.a, candidate.b
    value = a.fact.value
    if isinstance(value, Quantity) and value.kind is QuantityKind.NUMBER:
        reaches = {**_ALWAYS, **_PLACES, **_TOTALS}
    elif isinstance(value, Timex):
        reaches = _TOTALS
    else:
        return ""
    for reach, shape in reaches.items():
        found = [re.search(shape, s.claim.text) for s in (a, b)]
        if found[0] and found[1]:
            spans = {m[0].split()[-1] for m in found if m}
            if reach in _ALWAYS and len(spans) > 1:
                return " against ".join(sorted(spans))  # "500 a day", "120,000 a year"
        elif found[0] or found[1]:
            other = b if found[0] else a
            limited = (reach in _ALWAYS or (reach in _PLACES and _placed(other))
                       or (reach in _TOTALS and _DAY.search(other.claim.text)))
            if limited:
                return f"only one is of {reach}"
    return ""


def _placed(statement: Statement) -> bool:
    return bool(statement.fact.measure.places or statement.fact.measure.names)
