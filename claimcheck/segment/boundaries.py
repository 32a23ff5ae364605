"""Where sentences end inside one paragraph.

The candidates come from sentencex (rules of Wikimedia's translators, compiled, linear). It takes a quotation or a
bracket as one sentence whatever stands in it, so it is shown the text with quotation marks and brackets blanked, one
character for one; then each candidate is checked against abbreviations, and given back the closing marks it lost.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import sentencex  # type: ignore[import-untyped]

from claimcheck.lexicon.sentence_ends import sentence_words
from claimcheck.model.span import Span

# What one call may cost: a longer paragraph is cut at white space first, an even longer "sentence" afterwards.
_LONGEST_BLOCK = 20_000
LONGEST_SENTENCE = 2_000

_QUOTES = "\"“”„‟«»‹›"
_BRACKETS = "()[]{}"
# Marks, breaks and what no encoder can write become a blank; an apostrophe inside a word becomes a letter.
_MASKED = re.compile(rf"[{_QUOTES}{re.escape(_BRACKETS)}\s]|(?<!\w)['‘’‚‛`]|['‘’‚‛`](?!\w)|[\x00-\x1f\ud800-\udfff]")
_APOSTROPHE = re.compile(r"['‘’‚‛`]")
_CLOSING = frozenset("”»›)]}")
_AMBIGUOUS = frozenset("\"'’`")
_STOPS = ".!?…。！？"
# "It rained.The road": the blank is missing; a name of the web has no capital, or no word after it.
_GLUED = re.compile(
    r"(?<=[A-Za-z][a-z”\"])[.!?][\"”’)]{0,2}(?=[\"“‘(]{0,2}(?!Com\b|Org\b|Net\b)[A-Z][a-z]*[ ,’'][ a-z])"
)
_ELLIPSIS = re.compile(r"(?:…|\.\.\.+)[\"”’')]{0,2}(?=\s+[\"“‘(\[]{0,2}[A-Z][a-z]*\s)")
_ENDING_MARK = re.compile(r"[\s\"“”„«»'’‘`()\[\]{}]*$")
_LAST_WORD = re.compile(r"([^\s\"“”„«»()\[\]/–—]+?)\.$")
_FIRST_WORD = re.compile(r"[\s\"“”„«»'’‘`(\[{]*([^\s\"“”„«»()\[\]–—,;:!?]*)")
_INITIAL = re.compile(r"(?:^|.*[-.])[^\W\d_]$|^[^\W\d_]$")
_SAID = re.compile(r"(?:(?:[A-Z][\w.’'-]*|the|of|a|an)\s+){1,6}?(?P<verb>[a-z]+)\b(?P<rest>[.,]|\s+\S+|)")
_CONTENT = re.compile(r"\s+(?:that|he|she|it|they|we|I|there|[\"“‘'A-Z].*)$")
_QUOTE_MARKS = frozenset("\"“”„«»'’‘`")


def sentence_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """Spans of the sentences in ``text[start:end]``, which is one paragraph, without white space around them."""
    for block in _blocks(text, start, end):
        paragraph = block.of(text)
        begin = 0
        for stop in (*_boundaries(paragraph), len(paragraph)):
            yield from _bounded(paragraph, begin, stop, block.start)
            begin = stop


def _boundaries(paragraph: str) -> list[int]:
    """Offsets at which a new sentence begins, sorted, without the first."""
    if not any(stop in paragraph for stop in _STOPS):
        return []
    masked = _APOSTROPHE.sub("x", _MASKED.sub(" ", paragraph))
    found = {int(b["start_index"]) for b in sentencex.get_sentence_boundaries("en", masked)}
    found = {c for c in found if c > 0 and not _inside_word(paragraph, c)}
    for pattern in (_GLUED, _ELLIPSIS, _before_starter()):
        found |= {m.end() for m in pattern.finditer(paragraph)}
    kept = {at for at in (_settled(paragraph, c) for c in found) if 0 < at < len(paragraph)}
    return _checked(paragraph, sorted(kept))


@functools.cache
def _before_starter() -> re.Pattern[str]:
    """A full stop before a word that often begins a sentence, also after what the library takes for an abbreviation."""
    starters = "|".join(sorted(sentence_words().starters))
    return re.compile(rf"\.[\"”’)]{{0,3}}(?=\s+[\"“‘(\[]{{0,2}}(?:{starters})\b)")


def _inside_word(text: str, at: int) -> bool:
    """ "name.JPG", "S.1": an ASCII stop with no white space after it."""
    return text[at - 1] in ".!?" and text[at : at + 1].isalnum()


def _settled(text: str, candidate: int) -> int:
    """The offset after the stop and its closing marks: what opens belongs to the next sentence."""
    at = candidate
    while at > 0 and text[at - 1] not in _STOPS and not text[at - 1].isalnum():
        at -= 1
    limit = len(text)
    while at < limit:
        char = text[at]
        closes = char in _CLOSING or (char in _AMBIGUOUS and _closes(text, at))
        if not closes and not (char.isspace() and _closing_after_blank(text, at)):
            break
        at += 1
    return at


def _closes(text: str, at: int) -> bool:
    """Whether the straight mark at `at` closes: nothing or white space follows, or white space does not precede it."""
    after = text[at + 1 : at + 2]
    if not after or after.isspace() or after in _CLOSING or after in ",.;:":
        return True
    return after in _AMBIGUOUS and not text[at - 1 : at].isspace()


def _closing_after_blank(text: str, at: int) -> bool:
    """ "...the plan. " he said": one blank, then a mark that can only close."""
    mark, after = text[at + 1 : at + 2], text[at + 2 : at + 3]
    return mark in _CLOSING or (mark in _AMBIGUOUS and (not after or after.isspace()))


def _checked(text: str, candidates: list[int]) -> list[int]:
    kept: list[int] = []
    begin = 0
    for at in candidates:
        if _ends(text, begin, at):
            kept.append(at)
            begin = at
    return kept


def _ends(text: str, begin: int, at: int) -> bool:
    before = text[max(begin, at - 60) : at]
    after = text[at : at + 120]
    match = _FIRST_WORD.match(after)
    first = match.group(1) if match else ""
    if not first or not _may_begin(first, after, text, at):
        return False
    if not any(c.isalpha() for c in text[begin : min(at, begin + 40)]):
        return False  # "1." before the item it numbers
    bare = before[: _ENDING_MARK.search(before).start()]  # type: ignore[union-attr]
    if any(mark in _QUOTE_MARKS for mark in before[len(bare) :]) and _is_said(after, bare[-1:]):
        return False
    return not _abbreviated(bare, first, after) if bare.endswith(".") and not bare.endswith("..") else True


def _may_begin(first: str, after: str, text: str, at: int) -> bool:
    """Small letters begin no sentence, unless as in "iPhone" or where a quotation opens after white space."""
    if after.lstrip()[:1] in ",;:–—-.!?" or after.lstrip()[:1] in _CLOSING:
        return False
    if not first[0].islower():
        return True
    return any(c.isupper() for c in first[1:3]) and text[at - 1 : at] in _STOPS


def _is_said(after: str, stop: str) -> bool:
    """ '"Is it over?" Jane Doe asked': the words after a closed quotation are its attribution.

    After a full stop only if nothing follows the verb: '"It is over." Jane Doe said that ...' are two sentences.
    """
    match = _SAID.match(after.lstrip())
    if match is None or match["verb"] not in sentence_words().saying:
        return False
    return match["rest"] in (".", "") or (stop != "." and _CONTENT.match(match["rest"]) is None)


def _abbreviated(before: str, first: str, after: str) -> bool:
    match = _LAST_WORD.search(before)
    if match is None:
        return False
    word, words = match.group(1).lstrip("'’‘`$#"), sentence_words()
    bare_first = first.rstrip(".’'")
    if word in words.titles:
        return True
    if word in words.before_numbers and first[0].isdigit():
        return True
    if word.lower() in ("a.m", "p.m"):
        return bare_first in words.after_clock
    if word in words.abbreviations or _INITIAL.match(word):
        quoted = word in words.abbreviations and after.lstrip()[:1] in _QUOTE_MARKS
        return not quoted and (bare_first.removesuffix("’s") not in words.starters or _is_name(word, after))
    return False


def _is_name(word: str, after: str) -> bool:
    """ "J. A. Smith": an initial before another initial."""
    return len(word) == 1 and re.match(r"\s*[A-Z]\.", after) is not None


def _blocks(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONGEST_BLOCK:
        cut = _cut(text, start, start + _LONGEST_BLOCK)
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def _bounded(paragraph: str, begin: int, stop: int, offset: int) -> Iterator[Span]:
    """No sentence is longer than LONGEST_SENTENCE: what has no full stop is cut where a word ends."""
    while stop - begin > LONGEST_SENTENCE:
        cut = _cut(paragraph, begin, begin + LONGEST_SENTENCE)
        yield Span(offset + begin, offset + cut)
        begin = cut
    if begin < stop:
        yield Span(offset + begin, offset + stop)


def _cut(text: str, start: int, limit: int) -> int:
    """After a sentence's end in the last tenth, else after white space in it, else at the limit."""
    tenth = limit - (limit - start) // 10
    for mark in (". ", " ", "\n"):
        place = text.rfind(mark, tenth, limit)
        if place > start:
            return place + len(mark)
    return limit
