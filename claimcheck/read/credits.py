"""Credit lines: where a document says from whom it has its report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.lexicon.newsroom import agency, publisher_words
from claimcheck.model.lines import Line
from claimcheck.model.span import Span

_NAMES = r"(?P<names>[^.;:!?]{2,120}?)"
_END = r"[.\s)\]]*"
_REPORT = r"(?:this|the)\s(?:report|story|article|piece|post)"
# The whole line; whoever is named is the origin.
_NAMED = re.compile(
    rf"[(\[]?(?:(?:based|prepared|compiled|written)\s(?:up)?on\s(?:the\s)?"
    rf"(?:materials?|reports?|information|data|an?\sreport|an?\sarticle|articles?)\s(?:provided\s)?(?:from|by|of)"
    rf"|(?:prepared|compiled)\sfrom\s(?:the\s)?(?:materials?|reports?)\s(?:from|by|of)"
    rf"|(?:with|from)\s(?:inputs?|files|reports?|reporting|agencies|material)\s(?:from|by|of)"
    rf"|with\s(?:additional|further)\s(?:reporting|material|files)\s(?:from|by)"
    rf"|(?:{_REPORT}\s)?(?:was\s)?(?:first|originally)\s(?:published|appeared|posted|reported)\s(?:by|in|on|at|as\spart\sof)"
    rf"|(?:re)?published\swith\s(?:the\s)?permission\s(?:of|from)|republished\sfrom|courtesy\sof)\s{_NAMES}{_END}",
    re.IGNORECASE,
)
# "Source: X" and "via X"; what follows must look like a name, not like a statement.
_LABEL = re.compile(
    rf"[(\[]?(?:(?:news\s)?sources?|credits?|agency)\s?:\s?(?P<names>[^;:!?]{{2,160}}?){_END}"
    rf"|[(\[]via\s(?P<via>[^.\])]{{2,40}}(?:\.\w+)?)[)\]]",
    re.IGNORECASE,
)
# "With AFP", "/TASS/", "- Reuters": known agencies only.
_SIGNED = re.compile(
    r"[\s(\[/—–-]*(?:(?:with|via|by|from)\s)?(?P<names>[\w][^()\[\]]{0,80}?)[\s)\]/.]*", re.IGNORECASE
)
# At the end of a paragraph or alone.
_HELPED = re.compile(
    rf"(?:^|(?<=[.!?]\s)|(?<=[.!?][\"”’)]\s)|(?<=\.\s\s))(?P<all>(?P<names>[^.!?:;]{{2,120}}(?:\b[A-Z]\.[^.!?:;]{{0,60}})?)\s(?:also\s)?"
    rf"contribut(?:ed|ing)\s(?:(?:to|reporting\s(?:to|for))\s{_REPORT}|reporting|additional\sreporting)[.\s)]*)$",
)
_CONTRIBUTING = re.compile(
    r"(?:^|(?<=[.!?]\s)|(?<=[.!?][\"”’)]\s))(?P<all>Contributing:\s(?P<names>[^.!?]{2,200})\.?)$"
)
_DESK = re.compile(
    r"(?P<all>[(\[]\s?(?:Additional\s|Further\s)?(?:Reporting|Writing|Editing|Compiled|Written|Reported|Translated)"
    r"(?:\s(?:and|&)\s\w+)?\s(?:by|for)\s(?P<names>[^()\[\]]{2,400})[)\]])\s*$"
)
# Cheap to look for before the pattern is tried.
_KEY = {_HELPED: "ontribut", _CONTRIBUTING: "Contributing:", _DESK: " by "}
_REPORTER = re.compile(r"[^\W\d_][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}")
_LONGEST_LINE = 260


@dataclass(frozen=True, slots=True)
class Credited:
    """`span` is what is no prose; `names` is empty where only people are thanked."""

    span: Span
    names: tuple[str, ...]


def read_credit(line: Line, dateline_agency: str | None) -> Credited | None:
    """The credit that `line` is, or ends with."""
    return _whole_line(line) or _at_end(line, dateline_agency)


def names_of(text: str) -> tuple[str, ...]:
    """The names in "The Associated Press, AFP and Reuters"; an "and" inside an agency's name does not divide it."""
    if known := agency(text):
        return (known,)
    parts = re.split(r"\s*(?:,|;|&|\band\b)\s*", text)
    names = (agency(p) or re.sub(r"^(?:the|by)\s", "", p.strip(" .()[]\u00a0"), flags=re.IGNORECASE) for p in parts)
    return tuple(dict.fromkeys(n for n in names if n))


def _whole_line(line: Line) -> Credited | None:
    text = line.text
    if len(text) > _LONGEST_LINE:
        return None
    if match := _NAMED.fullmatch(text):
        return Credited(line.span, names_of(match["names"])) if _like_names(match["names"]) else None
    if match := _LABEL.fullmatch(text):
        names = match["names"] or match["via"]
        return Credited(line.span, names_of(names)) if _like_names(names) else None
    if len(text) <= 60 and (match := _SIGNED.fullmatch(text)):
        names = names_of(match["names"])
        if names and all(agency(n) for n in names):
            return Credited(line.span, names)
    return None


def _at_end(line: Line, dateline_agency: str | None) -> Credited | None:
    tail_start = max(0, len(line.text) - 500)
    tail = line.text[tail_start:]
    for pattern in (_DESK, _HELPED, _CONTRIBUTING):
        if (_KEY[pattern] not in tail) or not (match := pattern.search(tail)):
            continue
        span = Span(*match.span("all")).shift(line.span.start + tail_start)
        names = tuple(n for n in names_of(match["names"]) if agency(n) or _is_publisher(n))
        if pattern is _DESK and not names:
            names = (dateline_agency,) if dateline_agency else _reporter(match["names"])
        return Credited(span, names)
    return None


def _reporter(names: str) -> tuple[str, ...]:
    match = _REPORTER.match(names)
    return (match.group(),) if match else ()


def _like_names(text: str) -> bool:
    """Capitalised words and the small words between names; a statement has verbs in lower case."""
    words = [w.strip("()[]\"“”'’") for w in re.split(r"[\s,;&/]+", text)]
    small = {"the", "and", "of", "for", "de", "la", "via", "by", "on", "at", "in"}
    return all(not w or w.lower() in small or not w[0].islower() or "." in w or agency(w) for w in words)


def _is_publisher(name: str) -> bool:
    return any(w.casefold() in publisher_words() for w in name.split())
