"""A quotation in its context, with the words that carry the value marked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.text import Text

from claimcheck.model.finding import Evidence, Finding
from claimcheck.report.words import clean

_BLANK = re.compile(r"\n{3,}")
# Before what somebody said; the report names who did.
_THAT = re.compile(r"\Athat\s+(?!(?:night|day|morning|evening|afternoon|week|month|year|time|moment)(?![\w-]))")
# Characters of context kept on each side of the marked words.
AROUND = 160
# What one speaker says in one sentence, in the order of the text.
Sentence = tuple[Evidence, ...]


def in_context(
    sides: Sequence[Evidence], *, style: str, colour: bool, around: int = AROUND, broken: bool = False
) -> Text:
    """The sentence with the values marked: by style where there is colour, else by brackets. Longer context is cut.

    `broken` keeps the line breaks of the article. All `sides` have one context and stand in the order of the text.
    """
    before, pieces, after = parts(sides, around, broken)
    whole = "".join((before, *(piece for pair in pieces for piece in pair), after))
    left, right = ("", "") if colour else _brackets(whole)
    text = Text(before)
    for between, marked in pieces:
        text.append(between)
        text.append(f"{left}{marked}{right}", style=f"bold underline {style}")
    return text.append(after)


def by_context(finding: Finding) -> list[Sentence]:
    """The evidence, with what stands in one sentence of one speaker put together."""
    together: dict[tuple[str, int, int, str], list[Evidence]] = {}
    for side in finding.evidence:
        together.setdefault((side.document, side.context.start, side.context.end, side.speaker), []).append(side)
    return [tuple(sorted(sides, key=lambda side: side.span)) for sides in together.values()]


def said_once(finding: Finding) -> list[tuple[Sentence, list[Sentence]]]:
    """The sentences of the evidence, each with those of its document that say it again in the same words."""
    alike: dict[object, list[Sentence]] = {}
    for sides in by_context(finding):
        first = sides[0]
        marks = tuple((side.span.start - side.context.start, len(side.span), side.value) for side in sides)
        said = (first.document, first.context_text, first.speaker, first.factuality, marks)
        alike.setdefault(said, []).append(sides)
    return [(first, again) for first, *again in alike.values()]


def short(quote: str, limit: int = 60) -> str:
    """The quotation in quotation marks, cut at a word."""
    words = clean(quote)
    if len(words) > limit:
        words = words[:limit].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"“{words}”"


def parts(
    sides: Sequence[Evidence], around: int = AROUND, broken: bool = False
) -> tuple[str, list[tuple[str, str]], str]:
    """Text before the marked words; pairs of text between and marked words; text after. Long text is cut."""
    context, text = sides[0].context, sides[0].context_text
    if not context.covers(sides[0].span):
        return "", [("", clean(sides[0].quote))], ""
    place = sides[0].span.start - context.start
    before, pieces = _tail(_THAT.sub("", text[:place]), around, broken), []
    for side in sides:
        start, end = side.span.start - context.start, side.span.end - context.start
        if start < place or end > len(text):  # overlaps the one before: one mark is enough
            continue
        pieces.append((_between(text[place:start], around, broken), clean(text[start:end])))
        place = end
    return before, pieces, _head(text[place:], around, broken)


def _between(text: str, around: int, broken: bool) -> str:
    words = _lines(text, broken)
    if len(words) > 2 * around:
        words = _head(words, around, broken) + " " + _tail(words, around, broken).removeprefix("… ")
    before, after = _gap(text[: len(text) - len(text.lstrip())], broken), _gap(text[len(text.rstrip()) :], broken)
    return f"{before}{words}{after}" if words else before


def _tail(before: str, around: int, broken: bool) -> str:
    text = _lines(before, broken)
    if len(text) > around:
        text = "… " + text[-around:].split(" ", 1)[-1]
    return text + _gap(before[len(before.rstrip()) :], broken) if text else text


def _head(after: str, around: int, broken: bool) -> str:
    text = _lines(after, broken)
    if len(text) > around:
        text = text[:around].rsplit(" ", 1)[0] + " …"
    return _gap(after[: len(after) - len(after.lstrip())], broken) + text if text else text


def _lines(text: str, broken: bool) -> str:
    """The text on one line or, `broken`, in its own lines, with one blank line between paragraphs."""
    if not broken:
        return clean(text)
    return _BLANK.sub("\n\n", "\n".join(map(clean, text.splitlines()))).strip()


def _gap(space: str, broken: bool) -> str:
    """What parts the words on the two sides of such white space."""
    ends = len(space.splitlines()) - (not space.endswith(("\n", "\r"))) if broken and space else 0
    return "\n" * min(ends, 2) or " " * bool(space)


def _brackets(text: str) -> tuple[str, str]:
    """Brackets that the text itself does not use."""
    return ("[[", "]]") if "[" in text or "]" in text else ("[", "]")
