"""Calendar days as publishers write them: the date line and the day inside a dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from claimcheck.lexicon.newsroom import agency
from claimcheck.model.span import Span
from claimcheck.read.outlets import name_behind, name_of, outlet_beside_date, outlet_of_byline

# Not `calendar.month_name`: that follows the locale of the machine.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)"
    r"\b\.?"
)
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"

# No year is read out of "January 11, 2000 GMT"-like clock times: a year is not followed by a colon or a digit.
_DAY = re.compile(
    rf"(?P<iso>\b(?P<y1>{_YEAR})(?P<sep>[-/.])(?P<m1>0?[1-9]|1[0-2])(?P=sep)(?P<d1>{_NUMBER})(?=T\d|\b))"
    rf"|\b(?P<d2>{_NUMBER})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m2>{MONTH})(?:,?[\s-]+(?P<y2>{_YEAR})\b(?!:))?"
    rf"|\b(?P<m3>{MONTH})\s+(?P<d3>{_NUMBER})(?:st|nd|rd|th)?\b(?!:)(?:,?\s+(?P<y3>{_YEAR})\b(?!:))?"
    rf"|\b(?P<m5>{MONTH})\s*/\s*(?P<d5>{_NUMBER})\s*/\s*(?P<y5>{_YEAR})\b"
    rf"|\b(?P<a4>{_NUMBER})(?P<sep4>[./-])(?P<b4>{_NUMBER})(?P=sep4)(?P<y4>{_YEAR})\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:(?:this\s+|the\s+)?(?:article|story|report|page|post|piece)\s+(?:was\s+)?)?(?:(?:first|last|originally)\s+)?"
    r"(?P<word>published|posted|uploaded|filed|created|date|dated|released|issued|updated|modified|edited|amended|revised)"
    r"(?:\s+online)?(?:\s+(?:on|at|date))?\b\s*:?",
    re.IGNORECASE,
)
_LATER = ("updated", "modified", "edited", "amended", "revised")
_CLOCK = re.compile(
    r"(?:\bat\s+)?\bT?(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:[:.][0-5]\d)?(?:\.\d+)?\s*(?:[ap]\.?m\b\.?)?|\b(?:1[0-2]|0?[1-9])\s*[ap]\.?m\b\.?"
    r"|\b(?:[01]\d|2[0-3])[0-5]\d(?=\s*(?:GMT|UTC))",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\b(?:GMT|UTC|BST|CET|CEST|MSK|EET|EEST|IST|JST|KST|HKT|SGT|AEST|AEDT|[ECMP][SD]?T|[A-Z][a-z]+\s+time)\b"
    r"|(?<![\w.])[+−-]\d{1,2}:?\d{0,2}\b|(?<=[\d.])Z\b|\(\s*\)",
    re.IGNORECASE,
)
_WEEKDAY_RE = re.compile(rf"\b{_WEEKDAY}", re.IGNORECASE)
_EDGES = " \t\u00a0,;:|•·/()[]–—-+>"
_BYLINE = re.compile(
    r"by\s+(?-i:[^\W\d_])[\w.'’-]*(?:(?:,?\s+(?:and\s+|of\s+|de\s+|van\s+)?|\s*&\s*)(?-i:[A-Z])[\w.'’-]*){0,8}",
    re.IGNORECASE,
)
# Who wrote it, by the role: "by the newsroom", "our city desk", "court reporter", "from our correspondent in Ostra".
_ROLE = re.compile(
    r"(?:(?:by|from)\s+(?:(?:the|our|an?)\s+)?(?:[\w'’-]+\s+){0,2}(?:staff|team|writers?)"
    r"|(?:(?:by|from)\s+)?(?:(?:the|our|an?)\s+)?(?:[\w'’-]+\s+){0,2}"
    r"(?:newsroom|(?:news|web)?desk|staff writers?|(?:reporter|correspondent|editor|journalist)s?))"
    r"(?:\s+in\s+(?-i:[A-Z])[\w.'’-]+)?",
    re.IGNORECASE,
)
# Behind the name: "By Judith Amsler in Altried", "By Bill Haddow at the Glasshouse", "By Leah Stockdale, city editor".
_FROM = re.compile(
    rf"(?<=[\w.])(?:,?\s(?:in|at)\s(?:the\s)?[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){{0,2}}|,\s{_ROLE.pattern})$"
)
_PLACE = re.compile(r"[A-Z][\w.'’-]+(?:[ ,]+[A-Z][\w.'’-]+){0,2}")
_BETWEEN = re.compile(r"[|·•–—]|\s-\s|\.\s+(?=By\b)")
_COMMA = re.compile(r"\s*,\s+")
# The marks of emphasis in Markdown become blanks.
_UNMARKED = str.maketrans("*_", "  ")
# Words between a label, a day and a time; "Z" is the zone of an ISO time.
_LEFT_OVER = ("at", "on", "and", "z")
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day as written; `year` is None where the text gives none, `weekday` (0 is Monday) where it names no weekday."""

    year: int | None
    month: int
    day: int
    weekday: int | None
    span: Span

    @property
    def on(self) -> date | None:
        return None if self.year is None else date(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that only says when: `labelled` with "Published:" or the like, `later` with "Updated:"; `outlet` is the
    one that stands beside the day."""

    day: CalendarDay
    labelled: bool
    later: bool
    outlet: str | None


def read_day(text: str, start: int = 0) -> CalendarDay | None:
    """The first calendar day in `text` from `start` on, with the weekday before it; None where no valid one is."""
    for match in _DAY.finditer(text, start):
        year, month, day = _numbers(match)
        if month and _exists(year, month, day):
            return CalendarDay(year, month, day, _weekday(text, match.start()), Span(*match.span()))
    return None


def read_date_line(text: str, *, place: bool = False) -> DateLine | None:
    """A line whose every word belongs to a date, its label, its clock time, a byline or an agency.

    Of "Updated 8 March, first published 6 March" and "6 March, updated 8 March" it is the day of publication.

    With `place`, a name of up to three capitalised words may stand there too ("Geneva, 11 January 2022"), and beside a
    year a role ("Court reporter, 14 May 2024").
    """
    if len(text) > _LONGEST or not any(c.isdigit() for c in text):
        return None
    text = text.translate(_UNMARKED)
    day = read_day(text)
    if day is None:
        return None
    labels = tuple(_LABEL.finditer(text))
    label = min(labels, key=_is_later, default=None)
    later = False
    if label is not None and day.span.start > labels[0].start():  # else it is the day before "updated"
        later = _is_later(label)
        day = read_day(text, label.end()) or day
    rest = text[: day.span.start] + "|" + text[day.span.end :]
    for pattern in (_LABEL, _DAY, _CLOCK, _ZONE, _WEEKDAY_RE):
        rest = pattern.sub("|", rest)
    parts = (part.strip(_EDGES) for part in _BETWEEN.split(rest))
    pieces = [p for p in parts if p and p.lower() not in _LEFT_OVER]
    if label is not None and pieces[-1:] == ["."]:
        pieces.pop()
    roles = label is not None or (place and day.year is not None)
    outlets = [name for p in pieces if day.year is not None and (name := _outlet_of(p, text, place)) is not None]
    if not all(_is_who(p, place, roles) or all(_is_who(q, place, roles) for q in _COMMA.split(p))
               or _outlet_of(p, text, place) in outlets for p in pieces):
        return None
    return DateLine(day, label is not None, later, next(iter(outlets), None))


def _outlet_of(piece: str, line: str, place: bool) -> str | None:
    """The outlet that a piece of a date `line` is, or ends with behind a byline or a role; without `place` the line may
    be a headline, and only a name of an outlet is none."""
    if piece[:3].casefold() == "by ":
        return outlet_of_byline(piece)
    if agency(piece):
        return None
    *who, last = _COMMA.split(piece)
    if not who:
        behind_mark = re.search(rf"[|·—]\s*{re.escape(piece)}(?!\s*,)", line) is not None
        return outlet_beside_date(piece, behind_mark=behind_mark) if place else name_of(piece)
    return name_behind(last) if all(_is_who(q, place, roles=True) for q in who) else name_of(piece)


def _is_who(piece: str, place: bool, roles: bool) -> bool:
    """A byline or an agency, the name of a `place`, or one of the `roles` of a newsroom."""
    if _BYLINE.fullmatch(piece) or agency(piece) or (place and _PLACE.fullmatch(piece)):
        return True
    return roles and _ROLE.fullmatch(piece) is not None


def _is_later(label: re.Match[str]) -> bool:
    return label["word"].lower() in _LATER


def is_byline(text: str) -> bool:
    """ "By Jane Doe", "By Jane Doe and John Roe, Staff Writers"; not "By Wednesday" and nothing with digits."""
    if len(text) > _LONGEST or any(c.isdigit() for c in text) or text[-1:] in ".!?:":
        return False
    words = re.split(r"[\s,]+", text)
    if len(words) < 2 or _WEEKDAY_RE.match(words[1]) or re.fullmatch(MONTH, words[1], re.IGNORECASE):
        return False
    return _BYLINE.fullmatch(_FROM.sub("", text)) is not None


def _numbers(match: re.Match[str]) -> tuple[int | None, int, int]:
    if match["iso"]:
        return int(match["y1"]), int(match["m1"]), int(match["d1"])
    if match["a4"]:
        return int(match["y4"]), *_day_first(int(match["a4"]), int(match["b4"]), match["sep4"])
    for n in "235":
        if match[f"m{n}"]:
            year = match[f"y{n}"]
            return int(year) if year else None, _MONTHS.index(match[f"m{n}"][:3].lower()) + 1, int(match[f"d{n}"])
    return None, 0, 0


def _day_first(a: int, b: int, separator: str) -> tuple[int, int]:
    """Month and day of "11.01.2022"; with a slash countries differ, and only a day above 12 settles the order."""
    if separator == "." or a > 12 or a == b:
        return (b, a) if b <= 12 else (0, 0)
    return (a, b) if b > 12 else (0, 0)


def _exists(year: int | None, month: int, day: int) -> bool:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def _weekday(text: str, end: int) -> int | None:
    found = list(_WEEKDAY_RE.finditer(text, max(0, end - 16), end))
    return _WEEKDAYS.index(found[-1].group()[:3].lower()) if found else None
