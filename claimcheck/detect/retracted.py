"""What an article said before it was corrected, and says no longer: "an earlier version of this article said that",
"this story originally gave", "it has been amended: it previously said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.model.claim import Claim
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.parse import ParsedSentence
from claimcheck.model.span import Span
from claimcheck.model.value import Quantity, Timex

# "The report" may be anybody's, "this report" is what is read.
_PIECE = (r"(?:(?:the|this|our) (?:\w+ )?(?:article|story)|(?:this|our) (?:\w+ )?(?:report|post|blog|piece|page|text"
          r"|item|headline|caption|graphic|table|map|list|obituary))")
_VERSION = (r"(?:an?|the|our) (?:earlier|previous|prior|original|first|former|initial)"
            r" (?:version|edition|headline|caption|draft(?= of this))")
_OF_IT = rf"{_VERSION} (?:of|on|to|for) {_PIECE}"
_NO_LONGER = (r"(?:originally|previously|initially|formerly|earlier|first|incorrectly|wrongly|mistakenly|erroneously"
              r"|inaccurately|in error)")
_HOW = r"(?:,? (?:\w+ly|had|also|earlier|first|in error)){0,4},?"
_WRONGLY = rf"{_HOW} (?:incorrectly|wrongly|mistakenly|erroneously){_HOW}"
_SAID = r"(?:said|stated|wrote|written|gave|given|reported|claimed|mis\w+(?:ed|ook|wrote))\b"
_REPORTED = r"(?:said|stated|wrote|reported|mis\w+(?:ed|wrote))\b"
_SHOWED = (rf"(?:{_SAID}|(?:had|put|listed|named|called|described|quoted|identified|showed|suggested|indicated|implied"
           r"|contained|included|referred|read)\b)")
_BOX = (r"(?:^\W*(?:correction|clarification|editor.?s note)\b[^:.]{0,40}[:.—–-] ?"
        r"|\b(?:because of|due to|owing to) an? \w+ error,? )")
_MENDED = rf"\b{_PIECE} (?:was|has been) (?:\w+ly )?(?:amended|corrected|changed|edited|revised)\b"
# What was told before begins behind these.
_TOLD = tuple(re.compile(shape, re.IGNORECASE) for shape in (
    rf"\b{_OF_IT}{_HOW} {_SHOWED}",
    rf"\bin {_OF_IT},?",
    rf"\bin {_VERSION},? (?:we|it){_HOW} {_SAID}",
    rf"\b{_PIECE}(?: (?:of|from|on) \w+)?,?(?: which)?{_HOW} {_NO_LONGER}{_HOW} {_SHOWED}",
    rf"(?<![“\"'])\b(?:we{_WRONGLY} {_SAID}|having{_WRONGLY} {_REPORTED})",
    rf"{_BOX}(?:{_VERSION}|we|it|{_PIECE}){_HOW} {_SAID}",
    rf"{_MENDED}.{{0,200}}?\b(?:it|which|we|{_VERSION}){_HOW} {_SAID}",
))
_IS_MENDED = re.compile(_MENDED, re.IGNORECASE)
_IT_TOLD = re.compile(rf"^\W*(?:it|we|{_VERSION}){_HOW} {_SAID}", re.IGNORECASE)
# Here begins what is so instead.
_TURN = re.compile(r"[;—–]|: |,? \b(?:but|whereas|in fact|in reality|actually|rather than|instead of)\b"
                   r"|, (?:when|while|which (?:is|was|are|were))\b", re.IGNORECASE)


def without_retracted(claims: Sequence[Claim], parsed: Sequence[ParsedSentence], text: str) -> list[Claim]:
    """The claims, in which the figures and times of an earlier version are those of before; that something happened or
    who was what is told of it no longer."""
    places = dict(_retracted(parsed, text))
    return [replace(c, facts=tuple(_left(c, places))) if c.sentence in places else c for c in claims]


def _left(claim: Claim, places: Mapping[int, Span]) -> Iterator[Fact]:
    for fact in claim.facts:
        if not places[claim.sentence].covers(fact.span):
            yield fact
        elif isinstance(fact.value, Quantity | Timex):
            yield replace(fact, measure=replace(fact.measure, aspect=Aspect.PREVIOUS))


def _retracted(parsed: Sequence[ParsedSentence], text: str) -> Iterator[tuple[int, Span]]:
    """By sentence, what it tells of an earlier version."""
    mended = False  # the sentence before says that the article was
    for sentence in parsed:
        span = sentence.sentence.span
        words = span.of(text)
        found = next((m for shape in _TOLD if (m := shape.search(words))), None)
        if found is None and mended:
            found = _IT_TOLD.match(words)
        if found is not None:
            turn = _TURN.search(words, found.end() + 1)  # a colon right behind it opens what was told
            end = turn.start() if turn else len(words)
            yield sentence.sentence.index, Span(found.end(), end).shift(span.start)
        mended = _IS_MENDED.search(words) is not None
