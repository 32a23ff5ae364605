"""How the text report spells things: symbols, styles, dates, counts, and text that is safe on a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

from claimcheck.lexicon.units import currencies, plural
from claimcheck.model.finding import Verdict
from claimcheck.model.report import Failure, Report

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
_REST = r"(?:0[1-9]|1[0-2])(?:-[0-3]\d)?"
# Days and times as TIMEX3 writes them: "2031-03-05TEV", "XXXX-WXX-5", "2030-11", "2015-SU", "T19:00".
_TIME = re.compile(r"(?<![\w-])(?:(?P<year>\d{4}|XXXX)-"
                   rf"(?P<rest>WXX-[1-7]|W\d\d|[QH][1-4]|SP|SU|FA|AU|WI|[A-Z]{{4,}}|{_REST})"
                   r"(?:T(?P<part>[A-Z]{2}|\d\d:\d\d(?::\d\d)?))?|T(?P<alone>[A-Z]{2}|\d\d:\d\d(?::\d\d)?))(?![\w-]|:\d)")
_BEFORE_CHRIST = re.compile(r"\bBC(?P<figures>\d{4}|\d\d)\b")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "MI": "midday", "DT": "daytime"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
_UNDATED = re.compile(r"\b(?:PAST|PRESENT|FUTURE)_REF\b")
_WHEN = {"PAST_REF": "earlier", "PRESENT_REF": "now", "FUTURE_REF": "later"}
_POINT = rf"(?:\d{{4}}|XXXX)-{_REST}"
_STRETCH = re.compile(rf"(?<![\w-])(?:(?P<limit>since|after) )?(?P<first>{_POINT})/(?P<last>{_POINT})(?![\w/-]|:\d)")
_OPEN_YEAR = "XXXX"
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_LARGE = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3}){2,}(?![\w-]|[.,/]\d)")
_SHARED = "|".join(sorted(map(re.escape, currencies().shared)))
_SUMS = re.compile(rf"(?P<figure>\d )(?P<noun>{_SHARED})(?!\w)")  # of a currency without a code, in the singular
_QUOTED = re.compile(r"(“[^”]*”)")
_TYPESET = (("<=", "≤"), (">=", "≥"), ("!=", "≠"))


def clean(text: str) -> str:
    """The text on one line, without characters that steer a terminal."""
    visible = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text.translate(_TURNING))
    return " ".join(visible.split())


def typeset(value: str) -> str:
    """A normalised value as a reader expects it: "<= 10 days" as "≤ 10 days", and with times of an unknown year as
    `in_prose` has them: "XXXX-WXX-1" as "Monday"."""
    return _times(value) if _OPEN_YEAR in value else _with_signs(value)


def legible(message: str) -> str:
    """What is said of values as it is, but that no time in it is one that only programs read: "XXXX-WXX-1"."""
    return typeset(message) if _OPEN_YEAR in message else message


def _with_signs(value: str) -> str:
    for ascii_sign, sign in _TYPESET:
        value = value.replace(ascii_sign, sign)
    return clean(value)


def in_prose(value: str) -> str:
    """A normalised value, or a message with some, with its times and large figures as an editor writes them:
    "2031-03-05TEV" as "5 March 2031, evening", "20,000,000 mark" as "20 million marks"."""
    return "".join(part if part[:1] == "“" else _figures(part) for part in _QUOTED.split(_times(value)))


def _figures(told: str) -> str:
    return _LARGE.sub(_scaled, _SUMS.sub(lambda found: found["figure"] + plural(found["noun"]), told))


def _scaled(found: re.Match[str]) -> str:
    """ "12 billion" for "12,000,000,000", where two decimals lose nothing."""
    figure = int(found[0].replace(",", ""))
    for scale, name in _SCALES:
        if figure >= scale:
            return f"{figure / scale:g} {name}" if figure * 100 % scale == 0 else found[0]
    return found[0]


def _times(value: str) -> str:
    # By the end of the year is by its last day.
    told = re.sub(r"\b(by|until|before) [\dTWX:-]+/(?=\d{4}-|XXXX-)", r"\1 ", _with_signs(value))
    told = _STRETCH.sub(_stretch, told)
    told = re.sub(r"(?<=[\dA-Z])/(?=\d{4}-|XXXX-|T\d)", " to ", told)
    told = _UNDATED.sub(lambda found: _WHEN[found[0]], told)
    return _TIME.sub(_time, _BEFORE_CHRIST.sub(_before_christ, told))


def _stretch(found: re.Match[str]) -> str:
    """ "1 to 15 April 2031"; what has gone on since then began on some day of it."""
    first, last, limit = found["first"], found["last"], found["limit"]
    if limit == "after":
        return f"after {last}"
    same = next((n for n in (7, 4) if first[:n] == last[:n] and len(first) == len(last) > n), 0)
    year = "" if same or first.startswith("X") else first[:4]
    start = str(int(first[8:])) if same == 7 else _date(first[5:], year)
    told = f"{start} to {last}"
    return f"since some {'day' if len(first) > 7 else 'time'} from {told}" if limit else told


def _before_christ(found: re.Match[str]) -> str:
    figures = found["figures"]
    if len(figures) == 4:
        return f"{int(figures)} BC"
    return f"the {int(figures)}00s BC" if int(figures) else "the 1st century BC"


def _time(found: re.Match[str]) -> str:
    part = found["part"] or found["alone"] or ""
    if part and ":" not in part and part not in _PARTS:
        return found[0]
    clock = _PARTS.get(part, part)
    if found["alone"]:
        return clock
    date_ = _date(found["rest"], "" if found["year"] == "XXXX" else found["year"])
    joint = " " if date_ in _WEEKDAYS else ", "
    return f"{date_}{joint}{clock}" if clock else date_


def _date(rest: str, year: str) -> str:
    """The part of a date behind its year, and the year where it is known."""
    first, _, second = rest.partition("-")
    if first == "WXX":
        return _WEEKDAYS[int(second) - 1]
    if first.isdigit():
        month = _MONTHS[int(first) - 1] if 1 <= int(first) <= len(_MONTHS) else first
        named = f"{int(second)} {month}" if second else month
    elif first[1:].isdigit():
        named = f"week {int(first[1:])} of" if first[0] == "W" else first
        named = named if year else named.removesuffix(" of")
    elif first == "WI" and year:  # named after the year in which it ends
        return f"winter {int(year) - 1}/{int(year) % 100:02d}"
    else:
        named = _SEASONS.get(first) or first.capitalize()
    return f"{named} {year}".strip()


def year_words(figures: str) -> str:
    """ "AD 220" for "0220"."""
    return f"AD {int(figures)}" if figures.startswith("0") else figures


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


def failure_of(failure: Failure) -> str:
    """What failed and why; most messages name it themselves."""
    named = re.match(rf"['“]?{re.escape(failure.subject)}(?![\w.])", failure.message) is not None
    return clean(failure.message if named else f"{failure.subject}: {failure.message}")


def not_compared(report: Report) -> str:
    """Why nothing could be compared, as a sentence; "" where something was."""
    if report.comparable:
        return ""
    if any(failure.stage == "compare" for failure in report.failures):
        why = "the comparison failed"
    elif len(report.documents) < 2:
        why = "fewer than two documents could be read"
    else:
        why = "no two facts of different documents are about the same thing"
    return f"Nothing could be compared: {why}."


def nothing_found(reports: Sequence[Report]) -> str:
    """What to say where there are no findings: what could not be compared is not without any."""
    compared = sum(report.comparable for report in reports)
    if compared == len(reports):
        return "no findings"
    return f"no findings in the {compared:,} that could be compared" if compared else "nothing could be compared"


def few_compared(report: Report) -> str:
    """That not all documents of a large story were set against each other; "" where all were."""
    apart, documents = report.coverage.documents_apart, len(report.documents)
    pairs = documents * (documents - 1) // 2
    return (f"Of {pairs:,} pairs of documents {pairs - apart:,} were set against each other: in a story of many, each "
            "with the few that add most.") if apart else ""
