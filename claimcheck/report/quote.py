"""A quotation in its context, with the words that carry the value marked."""

from __future__ import annotations

from rich.text import Text

from claimcheck.model.finding import Evidence
from claimcheck.report.words import clean

# Characters of context kept on each side of the marked words.
_AROUND = 160


def in_context(side: Evidence, *, style: str, colour: bool) -> Text:
    """The sentence with the value marked: by style where there is colour, else by brackets."""
    before, marked, after = _parts(side)
    left, right = ("", "") if colour else _brackets(before + marked + after)
    text = Text(before)
    text.append(f"{left}{marked}{right}", style=f"bold underline {style}")
    text.append(after)
    return text


def short(quote: str, limit: int = 60) -> str:
    """The quotation in quotation marks, cut at a word."""
    words = clean(quote)
    if len(words) > limit:
        words = words[:limit].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"“{words}”"


def _parts(side: Evidence) -> tuple[str, str, str]:
    """Text before the marked words, the words, text after; the outer two are cut where they are long."""
    if not side.context.covers(side.span):
        return "", clean(side.quote), ""
    start, end = side.span.start - side.context.start, side.span.end - side.context.start
    before, after = side.context_text[:start], side.context_text[end:]
    return _tail(before), clean(side.quote), _head(after)


def _tail(before: str) -> str:
    text = clean(before)
    if len(text) > _AROUND:
        text = "… " + text[-_AROUND:].split(" ", 1)[-1]
    return text + " " if text and before[-1:].isspace() else text


def _head(after: str) -> str:
    text = clean(after)
    if len(text) > _AROUND:
        text = text[:_AROUND].rsplit(" ", 1)[0] + " …"
    return " " + text if text and after[:1].isspace() else text


def _brackets(text: str) -> tuple[str, str]:
    """Brackets that the text itself does not use."""
    return ("[[", "]]") if "[" in text or "]" in text else ("[", "]")
