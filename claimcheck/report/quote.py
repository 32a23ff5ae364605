"""A quotation in its context, with the words that carry the value marked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from claimcheck.model.finding import Evidence, Finding
from claimcheck.report.words import clean

# Characters of context kept on each side of the marked words.
AROUND = 160
# What one speaker says in one sentence, in the order of the text.
Sentence = tuple[Evidence, ...]


def in_context(sides: Sequence[Evidence], *, style: str, colour: bool, around: int = AROUND) -> Text:
    """The sentence with the values marked: by style where there is colour, else by brackets. Longer context is cut.

    All `sides` have one context and stand in the order of the text.
    """
    before, pieces, after = parts(sides, around)
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


def parts(sides: Sequence[Evidence], around: int = AROUND) -> tuple[str, list[tuple[str, str]], str]:
    """Text before the marked words; pairs of text between and marked words; text after. Long text is cut."""
    context, text = sides[0].context, sides[0].context_text
    if not context.covers(sides[0].span):
        return "", [("", clean(sides[0].quote))], ""
    place = sides[0].span.start - context.start
    before, pieces = _tail(text[:place], around), []
    for side in sides:
        start, end = side.span.start - context.start, side.span.end - context.start
        if start < place or end > len(text):  # overlaps the one before: one mark is enough
            continue
        pieces.append((_between(text[place:start], around), clean(text[start:end])))
        place = end
    return before, pieces, _head(text[place:], around)


def _between(text: str, around: int) -> str:
    words = clean(text)
    if len(words) > 2 * around:
        words = _head(words, around) + " " + _tail(words, around).removeprefix("… ")
    left, right = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * left}{words}{' ' * right}" if words else " " * (left or right)


def _tail(before: str, around: int) -> str:
    text = clean(before)
    if len(text) > around:
        text = "… " + text[-around:].split(" ", 1)[-1]
    return text + " " if text and before[-1:].isspace() else text


def _head(after: str, around: int) -> str:
    text = clean(after)
    if len(text) > around:
        text = text[:around].rsplit(" ", 1)[0] + " …"
    return " " + text if text and after[:1].isspace() else text


def _brackets(text: str) -> tuple[str, str]:
    """Brackets that the text itself does not use."""
    return ("[[", "]]") if "[" in text or "]" in text else ("[", "]")
