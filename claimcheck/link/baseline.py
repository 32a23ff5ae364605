"""What a change is measured from: "up 12 percent from a year earlier", "the sharpest 12-month rise since 2008"."""

from __future__ import annotations

import re

from claimcheck.lexicon.numbers import number_words
from claimcheck.link.statement import Candidate, Statement
from claimcheck.model.fact import Aspect
from claimcheck.model.value import Timex

# So many characters behind a figure, and in front of it, may its baseline stand.
BEHIND, BEFORE = 70, 40
_MONTHS = {"week": 12 / 52, "month": 1.0, "quarter": 3.0, "year": 12.0, "decade": 120.0}
_NEARLY = 0.9  # of a month
_FROM = re.compile(
    r"\b(?:from|than|over|on|against|versus|compared (?:with|to)|in (?:the )?(?:past|last|previous))\s+"
    r"(?:(?:in )?(?:the )?same \w+,? (?:of |in )?)?(?:[a-z]+\s+){0,3}?(?:(?P<number>\w+)\s+)?(?<!same )"
    r"(?P<unit>year|quarter|month|week|decade)s?\b", re.IGNORECASE,
)
_ON = re.compile(r"\b(?P<unit>year|quarter|month|week)[ -](?:on|over|to)[ -](?P=unit)\b", re.IGNORECASE)
_EACH = {"yearly": "year", "annual": "year", "quarterly": "quarter", "monthly": "month", "weekly": "week"}
_OVER = re.compile(
    rf"\b(?:(?P<number>\w+)[ -](?P<unit>year|quarter|month|week|decade)|(?P<each>{'|'.join(_EACH)}))[ -](?:[a-z]+ )?"
    r"(?:rise|increase|gain|jump|surge|spike|growth|fall|decrease|decline|drop|slump|loss)\b", re.IGNORECASE,
)


def other_baseline(candidate: Candidate) -> str:
    """A guard: two changes from different times back are two changes, and so are the times since which they are the
    largest."""
    if not any(_is_of_change(s) for s in (candidate.a, candidate.b)):
        return ""  # "14,000 more" may be read as a part, what it "grew by" is a change
    a, b = _baseline(candidate.a), _baseline(candidate.b)
    return f"from {a:g} months before against from {b:g} months before" if a and b and a != b else ""


def _is_of_change(statement: Statement) -> bool:
    return statement.fact.measure.aspect is Aspect.CHANGE or isinstance(statement.fact.value, Timex)


def _baseline(statement: Statement) -> float:
    """How many months lie between the two figures, 0 where it is not said; four weeks are one."""
    text, start = statement.claim.text, statement.claim.span.start
    first, last = statement.fact.span.start - start, statement.fact.span.end - start
    behind, before = text[max(0, last) : last + BEHIND], text[max(0, first - BEFORE) : max(0, first)]
    if isinstance(statement.fact.value, Timex):
        found = _OVER.search(before)
    else:
        found = _FROM.search(behind) or _ON.search(behind) or _ON.search(before) or _OVER.search(text)
    if found is None:
        return 0.0
    said = found.groupdict()
    unit = said["unit"] or _EACH[found["each"].lower()]
    months = _MONTHS[unit.lower()] * _number(said.get("number") or "")
    return round(months) if months > _NEARLY else months


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else int(number_words().small.get(word.lower(), 1)) or 1
