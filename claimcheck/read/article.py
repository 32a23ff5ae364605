"""The text of an article to a document: what is headline, date, credit or furniture, and what is left to be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from claimcheck.lexicon.newsroom import agency
from claimcheck.model.document import Credit, DateOrigin, Document, Published
from claimcheck.model.emphasis import inside_emphasis
from claimcheck.model.lines import Line, lines
from claimcheck.model.span import Span
from claimcheck.read.credits import Credited, names_of, read_credit
from claimcheck.read.datelines import Dateline, read_dateline
from claimcheck.read.dates import MONTH, CalendarDay, DateLine, is_byline, read_date_line
from claimcheck.read.frontmatter import FrontMatter, read_front_matter
from claimcheck.read.furniture import ends_sentence, furniture_lines, inline_furniture
from claimcheck.read.heads import Around, is_outlet
from claimcheck.read.outlets import Outlet, named_by_code, outlet_of_byline, read_outlet
from claimcheck.read.source import publisher_line, publisher_of_title

# How many lines from the top may hold title, date and byline, and from the foot publisher and labelled date.
_HEAD = 10
_FOOT = 8
_HEADLINE = 250
_HEADLINE_WORDS = 32
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")
_ISSUE = re.compile(rf"{MONTH}\s(?:19|20)\d\d")
# Two sentences are a paragraph, even if the second is a question.
_INNER_END = re.compile(r"\b[a-z]{2,}[.!][\"”’]?\s+[A-Z]")
# Three days alone on their lines are a chronicle, not a publication date.
_CHRONICLE = 3


@dataclass(slots=True)
class _Found:
    """What has been found so far; `left` are the indices of lines that are still prose."""

    lines: tuple[Line, ...]
    left: list[int]
    furniture: list[Span] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    title: Span | None = None
    front_title: str | None = None  # the words of one in front matter
    source: str | None = None
    outlet: str | None = None  # beside a date, or in a byline: what a line of its own says comes first
    names: list[str] = field(default_factory=list)  # in the head, of which an agency's code may be short
    day: CalendarDay | None = None
    day_span: Span | None = None
    day_origin: DateOrigin = DateOrigin.UNKNOWN
    dateline: Span | None = None
    agency: str | None = None

    def drop(self, index: int) -> None:
        self.left.remove(index)
        self.furniture.append(self.lines[index].span)


def read_text(
    text: str, id: str, *, source: str | None = None, published: date | None = None, fallback_source: str | None = None
) -> Document:
    """A document over `text` exactly as given. `source` and `published` win over what the text says; where neither
    names a source it is `fallback_source`, or `id`."""
    found = _find(tuple(lines(text)))
    return Document(
        id=id,
        text=text,
        source=source or found.source or fallback_source or id,
        published=_published(found, published),
        title=found.title,
        credits=tuple(sorted(found.credits, key=lambda c: (c.span, c.name))),
        furniture=_merged(found.furniture),
        dateline=found.dateline,
    )


def _find(all_lines: tuple[Line, ...]) -> _Found:
    front = read_front_matter(all_lines)
    dropped = furniture_lines(all_lines)
    found = _Found(all_lines, [i for i in range(front.lines, len(all_lines)) if i not in dropped])
    found.furniture = [all_lines[i].span for i in sorted(dropped) if i >= front.lines]
    _take_front_matter(found, front)
    _take_dates(found)
    _take_outlet(found)
    _take_head(found)
    _take_dateline(found)
    _take_foot(found)
    _take_credits(found)
    for index in found.left:
        found.furniture += inline_furniture(all_lines[index])
    return found


def _take_front_matter(found: _Found, front: FrontMatter) -> None:
    if not front.lines:
        return
    whole = Span(found.lines[0].span.start, found.lines[front.lines - 1].span.end)
    found.title, found.source, found.day, found.day_span = front.title, front.source, front.day, front.day_span
    if front.title is not None:
        at = next(line for line in found.lines if line.span.end >= front.title.end)
        found.front_title = front.title.shift(-at.span.start).of(at.text)
    if front.day_span is not None:
        found.day_origin = DateOrigin.METADATA
    if front.title is None:
        found.furniture.append(whole)
    else:
        found.furniture += [Span(whole.start, front.title.start), Span(front.title.end, whole.end)]


def _take_dates(found: _Found) -> None:
    """The date line near the top, or a labelled one near the foot; any other line of that kind there is furniture."""
    places = [*found.left[:_HEAD], *found.left[max(_HEAD, len(found.left) - _FOOT) :]]
    foot = set(found.left[max(_HEAD, len(found.left) - _FOOT) :])
    read = [(i, read_date_line(found.lines[i].text, place=i != found.left[0])) for i in places]
    dated = [(i, d) for i, d in read if d is not None and (d.labelled or i not in foot)]
    bare = [i for i, d in dated if not d.labelled]
    if len(bare) >= _CHRONICLE:
        dated = [(i, d) for i, d in dated if d.labelled]
    if not dated:
        return
    best, line = min(dated, key=lambda pair: _date_rank(*pair))
    found.outlet = next((d.outlet for i, d in dated if d.outlet and i not in foot), None)
    for index, _ in dated:
        if index != best:
            found.drop(index)
    found.left.remove(best)
    if found.day_span is None:
        found.day, found.day_span, found.day_origin = line.day, found.lines[best].span, DateOrigin.DATE_LINE
    else:
        found.furniture.append(found.lines[best].span)


def _date_rank(index: int, line: DateLine) -> tuple[bool, bool, bool, int]:
    """With a year first, the first publication before an update, a labelled line before a bare one."""
    return line.day.year is None, line.later, not line.labelled, index


def _take_outlet(found: _Found) -> None:
    """The line of the head that holds nothing but the name of an outlet, where another one is the headline."""
    head = _head(found)
    code = next((name for i in found.left[:_HEAD] if (name := _agency_as_written(found.lines[i].text))), None)
    for index in [*head[1:], *head[:1]]:  # above the headline only where there is none below it
        plain = _plain(found.lines[index])
        outlet = Outlet(plain) if plain == code else read_outlet(plain)
        others = [_plain(found.lines[i]) for i in head if i != index]
        headline = found.front_title or next(iter(others), None)
        if outlet is None or headline is None or agency(outlet.name):
            continue
        after = "\n".join(line.text for line in found.lines[head[-1] + 1 :])
        coded = code is not None and (code == plain or named_by_code(code, [outlet.name]) is not None)
        around = Around(headline, after, above=index == head[0], dated=_by_date(found, index))
        if coded or is_outlet(outlet, around):
            found.source = found.source or outlet.name
            found.names.append(outlet.name)
            found.drop(index)
            break
    if found.outlet is not None:
        found.source = found.source or found.outlet
        found.names.append(found.outlet)


def _head(found: _Found) -> list[int]:
    """The lines before the first paragraph that are neither date nor byline; none where there is no paragraph."""
    head: list[int] = []
    for place, index in enumerate(found.left[: _HEAD + 1]):
        line = found.lines[index]
        if is_byline(_plain(line)):
            continue
        headline = len(head) < 2 and _is_headline(found, index)
        following = found.left[place + 1 : place + 2]
        wrapped = following and _runs_on(line, found.lines[following[0]])
        if wrapped or read_dateline(line.text) is not None or (ends_sentence(line.text) and not headline):
            return head
        head.append(index)
    return []


def _by_date(found: _Found, index: int) -> bool:
    """Whether the line above or below it is the one with the date, or a byline; "April 2031" may stand between."""
    below = index + 1
    if below < len(found.lines) and _ISSUE.fullmatch(found.lines[below].text):
        below += 1
    near = [found.lines[i] for i in (index - 1, below) if 0 <= i < len(found.lines)]
    return any(line.span == found.day_span or is_byline(_plain(line)) for line in near)


def _agency_as_written(text: str) -> str | None:
    """The agency of a dateline, by the code or the name that stands there."""
    read = read_dateline(text)
    return read.agency_span.of(text).strip() if read is not None and read.agency_span is not None else None


def _plain(line: Line) -> str:
    return inside_emphasis(line.text, Span(0, len(line.text))).of(line.text)


def _take_head(found: _Found) -> None:
    """Bylines, the publisher's line and the headline, in any order, before the first paragraph."""
    for index in list(found.left[:_HEAD]):
        line = found.lines[index]
        if is_byline(plain := _plain(line)):
            names = [agency(n) for n in names_of(plain[2:])]
            found.credits += [Credit(n, line.span, "credit line") for n in names if n]
            outlet = outlet_of_byline(plain)
            found.names += [outlet] if outlet else []
            found.source = found.source or next((n for n in names if n), outlet)
            found.drop(index)
        elif found.title is None and _is_headline(found, index):
            prefix = _MARKDOWN_HEADING.match(line.text)
            title = inside_emphasis(line.text, Span(prefix.end() if prefix else 0, len(line.text)))
            found.title = title.shift(line.span.start)
            found.source = found.source or publisher_of_title(line.text)
            found.left.remove(index)
        elif (named := agency(line.text)) is not None:
            found.source = found.source or named
            found.drop(index)
        elif ends_sentence(line.text):
            break


def _is_headline(found: _Found, index: int) -> bool:
    """A line that ends no sentence, before other prose, and is not the first of a paragraph wrapped by hand."""
    line, place = found.lines[index], found.left.index(index)
    if _MARKDOWN_HEADING.match(line.text):
        return True
    text = line.text
    following = found.left[place + 1 : place + 2]
    if not following or len(text) > _HEADLINE or text.count(" ") >= _HEADLINE_WORDS or text[:1].islower():
        return False
    if text[-1] in ".,;:…" or (ends_sentence(text) and text.rstrip("\"”’'»)]")[-1:] == ".") or agency(text):
        return False
    if not any(c.isalpha() for c in text) or _INNER_END.search(text) or read_dateline(text) is not None:
        return False
    return not _runs_on(line, found.lines[following[0]])


def _runs_on(line: Line, after: Line) -> bool:
    return after.block == line.block and after.text[:1].islower() and not is_byline(_plain(after))


def _take_dateline(found: _Found) -> None:
    for index in found.left[:4]:
        line = found.lines[index]
        if (read := read_dateline(line.text)) is not None:
            found.dateline = read.span.shift(line.span.start)
            _take_day_and_agency(found, read, line)
            return


def _take_day_and_agency(found: _Found, read: Dateline, line: Line) -> None:
    if read.agency and read.agency_span:
        found.agency = named_by_code(read.agency_span.of(line.text).strip(), found.names) or read.agency
        found.credits.append(Credit(found.agency, read.agency_span.shift(line.span.start), "dateline"))
    if read.day is not None and found.day_span is None:
        found.day, found.day_span = read.day, read.day.span.shift(line.span.start)
        found.day_origin = DateOrigin.DATELINE if read.day.year is not None else DateOrigin.UNKNOWN


def _take_foot(found: _Found) -> None:
    """The publisher's name among the lines after the last sentence."""
    foot: list[int] = []
    for index in reversed(found.left[-_FOOT:]):
        if ends_sentence(found.lines[index].text) and len(found.lines[index].text) > 60:
            break
        foot.append(index)
    if len(foot) == len(found.left):
        return
    publisher = publisher_line([(i, found.lines[i]) for i in foot if agency(found.lines[i].text) is None])
    if publisher is not None:
        found.source = found.source or publisher.name
        found.drop(publisher.line)


def _take_credits(found: _Found) -> None:
    kept: list[int] = []
    for index in found.left:
        line = found.lines[index]
        credited = read_credit(line, found.agency)
        if credited is not None:
            _add_credit(found, credited)
        if credited is None or credited.span != line.span:
            kept.append(index)
    found.left = kept
    found.source = found.source or found.agency


def _add_credit(found: _Found, credited: Credited) -> None:
    if not credited.names:
        found.furniture.append(credited.span)
    found.credits += [Credit(name, credited.span, "credit line") for name in credited.names]


def _published(found: _Found, given: date | None) -> Published:
    day = found.day
    month_day = (day.month, day.day) if day and day.year is None else None
    if given is not None:
        return Published(given, DateOrigin.GIVEN, found.day_span, month_day)
    return Published(day.on if day else None, found.day_origin, found.day_span, month_day)


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """Sorted, and disjoint: of two that overlap the first and longer one stays."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if len(span) and not (kept and kept[-1].end > span.start):
            kept.append(span)
    return tuple(kept)
