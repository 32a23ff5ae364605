"""How far a count reaches, where its claim says so: a season, every year, the country as a whole, another case."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from claimcheck.lexicon.calendar import calendar_words
from claimcheck.link.statement import Candidate, Statement
from claimcheck.model.value import Quantity, QuantityKind

_SPAN = r"(?:year|month|week|day|hour)"
_EACH = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year"}
# No "daily news".
_BEHIND_A_VERB = r"(?=[.,;:]|$| (?:and|at|between|by|during|for|from|in|on|than|to|when|while|with)\b)"
_NOT_THEN = r"(?! (?:ago|earlier|before|later|after|old|long|on))"
_LED = 30  # characters: "In the previous campaign he"
# Which season or campaign a count is of.
_SEASON = re.compile(r"\b(this|last|previous|next) (?:\w+ )?(?:season|campaign)\b", re.IGNORECASE)
# What one says and the other does not parts them always.
_ALWAYS = {
    "a season or a career": r"\b(?i:this|last|previous|the) (?:\w+ )?season\b|\b(?:last|previous) campaign\b"
                            r"|\bcareer\b",
    "every year, month or day": rf"\b(?:each|every) {_SPAN}\b|(?<!\bin )(?<!\bonce )\b(?:a|per) {_SPAN}\b{_NOT_THEN}"
                                rf"|\b(?:{'|'.join(_EACH)}){_BEHIND_A_VERB}",
    "a similar case": r"\bsimilar\b",
    "the attacker as well": r"\b(?:including|among them|among the dead|along with|as well as) (?:the )?"
                            r"(?:alleged |suspected )?(?:attacker|gunman|bomber|shooter|assailant|perpetrator)s?\b",
}
# What covers all places, where another count is of one.
_PLACES = {
    "all places": r"\b(?:across|throughout|around) the (?:country|world|region|nation|state|continent)\b|\bnationwide\b"
                  r"|\bcountrywide\b|\bworldwide\b|\bin (?:two|three|four|five|six|several|\d+) (?:provinces|states|"
                  r"countries|cities|districts|regions|counties)\b",
}
# What adds up over time, against what a day or a night brought.
_TOTALS = {
    "all since then": r"\bsince (?:the |last |early |late |mid-|\d{4}\b|[A-Z])|\bin all\b|\bin total\b|\ball told\b",
}
# What an amount of money takes in, or leaves out.
_WITH = r"(?<!\bnot )\b(?:including|includes|included|with|plus|after|assuming|assumption of)"
_WITHOUT = r"\b(?:excluding|excludes|without|not (?:counting|including)|before|net of|on top of)"
_OBJECT = {"debt": r"(?:debts?|borrowings)", "interest": "interest",
           "tax": r"(?:tax|taxes|vat)", "fees": r"(?:fees|premium|commission)"}
# No "tax break", no "debt relief": what follows is no further noun.
_ALL_OF_IT = (r"(?! (?!(?:after|and|are|as|at|before|but|by|came|climbed|during|dropped|fell|for|from|grew|had|has|in|"
              r"is|of|on|or|over|reached|rose|since|stood|than|that|to|totall?ed|was|were|when|which|while|will|with|would)"
              r"\b)(?-i:[a-z]))")
_MONEY = {
    **{f"with {what}": rf"{_WITH} (?:\S+ ){{0,3}}?{word}\b{_ALL_OF_IT}|\b{word} included\b|\b(?:after|post)-{word}\b"
       for what, word in _OBJECT.items()},
    **{f"without {what}": rf"{_WITHOUT} (?:\S+ ){{0,3}}?{word}\b{_ALL_OF_IT}|\b{word} excluded\b|\bpre-{word}\b"
       for what, word in _OBJECT.items()},
    "a first payment": r"\binitial(?:ly)?\b|\bup[- ]?front\b|\bdown payment\b",
    "what may be added": r"\badd-ons?\b|\bbonus(?:es)?\b",
}
# "In Ostra alone" is part of all there is, unless the other is of Ostra too.
_ALONE = re.compile(r"\b[Ii]n (?:[a-z]+ ){0,2}(?P<place>(?:[A-Z]\w+ )+)alone\b")
_SHAPES = {reach: re.compile(shape) for reach, shape in {**_ALWAYS, **_PLACES, **_TOTALS}.items()}
_OF_MONEY = {reach: re.compile(shape, re.IGNORECASE) for reach, shape in _MONEY.items()}
_SINCE_DAY = re.compile(r"\bsince (?:last |early |late )?\w+day\b")
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b24 hours\b|\b(?:overnight|yesterday|today)\b")


def other_season(candidate: Candidate) -> str:
    """A guard: what was counted last season is not what is counted in this one."""
    a, b = _season(candidate.a), _season(candidate.b)
    return f"{a} season against {b} season" if a and b and a != b else ""


def _season(statement: Statement) -> str:
    """The nearest one behind the figure, else the one that the claim begins with."""
    text, at = statement.claim.text, max(statement.fact.span.end - statement.claim.span.start, 0)
    value = statement.fact.value
    if not isinstance(value, Quantity) or value.kind is QuantityKind.SCORE:
        return ""
    nearest = _SEASON.search(text, at) or _SEASON.search(text, 0, min(at, _LED))
    return nearest[1].lower() if nearest else ""


def other_extent(candidate: Candidate) -> str:
    """The reach that only one of two counts has, or what only one of two sums takes in; "" for none."""
    a, b = candidate.a, candidate.b
    value = a.fact.value
    if isinstance(value, Quantity) and value.kind is QuantityKind.MONEY:
        says, others_say = _takes_in(a.claim.text), _takes_in(b.claim.text)
        one = next((what for what in _OF_MONEY if (what in says) != (what in others_say)), "")
        return f"only one says “{says.get(one) or others_say[one]}”" if one else ""
    if not isinstance(value, Quantity) or value.kind is not QuantityKind.NUMBER:
        return ""
    if part := _part(a, b) or _part(b, a):
        return f"only one is of {part} alone"
    mine, others = _reaches(a.claim.text), _reaches(b.claim.text)
    for reach in _SHAPES:
        if (reach in mine) == (reach in others):
            if reach in _ALWAYS and mine.get(reach) != others.get(reach):
                return f"{mine[reach]} against {others[reach]}"  # "500 a day", "120,000 a year"
            continue
        this, other = (a, b) if reach in mine else (b, a)
        if reach in _TOTALS:
            # "Since the flood on Sunday" and "on Sunday": both name the day of the event.
            days = set(_DAY.findall(other.claim.text))
            limited = bool(days) and not days <= set(_DAY.findall(_SINCE_DAY.sub("", this.claim.text)))
        else:
            limited = reach in _ALWAYS or _placed(other)
        if limited:
            return f"only one is of {reach}"
    return ""


@functools.lru_cache(maxsize=4_096)
def _reaches(text: str) -> Mapping[str, str]:
    """What a claim says of its reach, each with the last word that says it."""
    found = ((reach, shape.search(text)) for reach, shape in _SHAPES.items())
    return {reach: _EACH.get(last := match[0].split()[-1], last) for reach, match in found if match}


@functools.lru_cache(maxsize=4_096)
def _takes_in(text: str) -> Mapping[str, str]:
    """What a claim says that an amount takes in or leaves out, each with its words."""
    found = ((what, shape.search(text)) for what, shape in _OF_MONEY.items())
    return {what: match[0].lower() for what, match in found if match}


def _part(one: Statement, other: Statement) -> str:
    """The place that `one` is of alone, and the other does not name."""
    found = _ALONE.search(one.claim.text)
    place = found["place"].strip() if found else ""
    if not place or place.lower() in calendar_words().months:
        return ""
    return "" if re.search(rf"\b{re.escape(place)}\b", other.claim.text) else place


def _placed(statement: Statement) -> bool:
    return bool(statement.fact.measure.places or statement.fact.measure.names)
