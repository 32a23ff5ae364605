"""The front matter of a Markdown file: ``key: value`` lines between two rulers. Its offsets stay those of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.model.lines import Line
from claimcheck.model.span import Span
from claimcheck.read.dates import CalendarDay, read_day

_FIELD = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}?)\s*[:=]\s*(?P<value>.+)")
_TITLE = ("title", "headline")
_SOURCE = ("source", "publisher", "outlet", "site", "site_name", "publication", "agency")
_DATE = ("date", "published", "publish_date", "pubdate", "publication_date", "datepublished", "published_at", "created")
_MOST = 60


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`lines` is how many lines it takes, rulers included."""

    lines: int
    title: Span | None = None
    source: str | None = None
    day: CalendarDay | None = None
    day_span: Span | None = None


def read_front_matter(lines: Sequence[Line]) -> FrontMatter:
    """Nothing (0 lines) unless the text begins with ``---`` or ``+++`` and the ruler comes back."""
    ruler = lines[0].text if lines else ""
    if ruler not in ("---", "+++"):
        return FrontMatter(0)
    end = next((i for i in range(1, min(len(lines), _MOST)) if lines[i].text == ruler), 0)
    fields: dict[str, Span] = {}
    values: dict[str, str] = {}
    for line in lines[1:end]:
        if match := _FIELD.fullmatch(line.text):
            key = match["key"].lower().replace("-", "_").replace(" ", "_")
            span = _unquoted(line.text, Span(*match.span("value")))
            fields.setdefault(key, span.shift(line.span.start))
            values.setdefault(key, span.of(line.text))
    if not fields:
        return FrontMatter(0)
    title, source, day = (next((k for k in keys if values.get(k)), "") for keys in (_TITLE, _SOURCE, _DATE))
    read = read_day(values[day]) if day else None
    return FrontMatter(
        end + 1, fields.get(title), values.get(source), read, fields[day] if read and read.year is not None else None
    )


def _unquoted(text: str, span: Span) -> Span:
    quoted = len(span) > 1 and text[span.start] == text[span.end - 1] and text[span.start] in "\"'"
    return Span(span.start + 1, span.end - 1) if quoted else span
