"""Where an article says that a story is not true: "the report is a hoax", "there is no truth to the rumour"."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib import resources

from claimcheck.model.span import Span


def find_falsity(text: str) -> Span | None:
    """The first words of a sentence that call a story untrue; offsets into `text`, None where there are none."""
    found = min((m for p in _patterns() if (m := p.search(text))), key=lambda m: m.start(), default=None)
    return Span(*found.span()) if found else None


def has_doubt(text: str) -> bool:
    """Does a text say anywhere that something is untrue or denied?"""
    return bool(_doubt().search(text))


@functools.cache
def _words() -> dict[str, str]:
    raw = resources.files("claimcheck.lexicon").joinpath("falsity.toml").read_text(encoding="utf-8")
    return {name: _any(words) for name, words in tomllib.loads(raw).items()}


@functools.cache
def _doubt() -> re.Pattern[str]:
    return re.compile(_words()["doubt"], re.IGNORECASE)


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape.format(**_words()), re.IGNORECASE) for shape in _SHAPES)


def _any(words: Iterable[str]) -> str:
    return rf"\b(?:{'|'.join(re.escape(w) for w in sorted(words, key=len, reverse=True))})\b"


_IS = (r"(?:is|are|was|were|'s|’s|has been|have been|had been|appears? to be|seems? to be|turned? out to be|"
       r"turns out to be|proved to be|may be)")
_HOW = (r"(?: (?:all|completely|entirely|totally|just|actually|likely|almost|certainly|probably|simply|indeed|clearly|"
        r"an|a|in|fact|obvious|complete|elaborate))*")
_SHAPES = (
    rf"{{tale}}(?: (?!and|but|that)\w+){{{{0,4}}}} {_IS}{_HOW} {{untrue}}",
    rf"\b(?:it|this|that) {_IS}{_HOW} {{plainly}}",
    r"{call} (?:the |these |those |such |any |all |media |news |online |recent )*{tale}"
    r"(?: (?!and|but|that)\w+){{0,4}}? (?:as )?[\"'“‘]?{untrue}",
    r"\bno truth (?:whatsoever )?(?:to|in|behind)\b",
    r"{mark} (?:\w+ ){{0,2}}?(?:{thing}|{site})",
    r"{debunk} (?:the |these |those |such |any |all |media |news |online |recent )*{hearsay}",
    r"\b(?:despite|death|internet|online|elaborate|viral|cruel)(?: an?)? hoax\b",
    r"\bmade-up (?:story|stories|articles?|claims?|reports?)\b",
)
