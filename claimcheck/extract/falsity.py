"""Where an article says that a story is not true ("the report is a hoax"), that nobody vouches for it ("the reports
could not be verified"), or that somebody denies it."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib import resources

from claimcheck.model.span import Span


def find_falsity(text: str) -> Span | None:
    """The first words of a sentence that call a story untrue; offsets into `text`, None where there are none."""
    return _first(_UNTRUE, text)


def find_unconfirmed(text: str) -> Span | None:
    """The first words of a sentence by which nobody vouches for what is told."""
    return _first(_UNCONFIRMED, text)


def find_denial(text: str) -> Span | None:
    """The first words of a sentence with which somebody denies a story."""
    return _first(_DENIED, text)


def has_doubt(text: str) -> bool:
    """Does a text say anywhere that something is untrue or denied?"""
    return bool(_doubt().search(text))


def falsity_words(name: str) -> frozenset[str]:
    """The words of one list of falsity.toml."""
    return frozenset(_lists()[name])


@functools.cache
def _lists() -> dict[str, list[str]]:
    raw = resources.files("claimcheck.lexicon").joinpath("falsity.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


@functools.cache
def _words() -> dict[str, str]:
    return {name: _any(words) for name, words in _lists().items()}


@functools.cache
def _doubt() -> re.Pattern[str]:
    return re.compile(_words()["doubt"], re.IGNORECASE)


def _first(shapes: tuple[str, ...], text: str) -> Span | None:
    found = min((m for p in _patterns(shapes) if (m := p.search(text))), key=lambda m: m.start(), default=None)
    return Span(*found.span()) if found else None


@functools.cache
def _patterns(shapes: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape.format(**_words()), re.IGNORECASE) for shape in shapes)


def _any(words: Iterable[str]) -> str:
    return rf"\b(?:{'|'.join(re.escape(w) for w in sorted(words, key=len, reverse=True))})\b"


_IS = (r"(?:is|are|was|were|'s|’s|has been|have been|had been|appears? to be|seems? to be|turned? out to be|"
       r"turns out to be|proved to be|may be)")
_HOW = (r"(?: (?:all|completely|entirely|totally|just|actually|likely|almost|certainly|probably|simply|indeed|clearly|"
        r"an|a|in|fact|obvious|complete|elaborate))*")
_FILED = "".join(rf"(?<!\b{verb} {a})" for verb in ("file", "filed", "filing", "making") for a in ("", "a "))
_THE = r"(?:the |this |that |these |those |any |such |a |all )*"
# A word of what names a story at length: "of a crack in the dam above Quenby".
_NAMED = r"(?: (?!(?:and|but|that)\b)[\w’'-]+)"
# What is claimed stands behind it; "claims" alone are made in any quarrel.
_CLAIM = r"(?:claims?(?: \w+){{0,3}} that|(?:talk|gossip|suggestions?|whispers?) (?:of|that))\b"
_UNTRUE = (
    rf"{{tale}}{_NAMED}{{{{0,4}}}} {_IS}{_HOW} {{untrue}}",
    rf"{{hearsay}}{_NAMED}{{{{0,10}}}} {_IS}{_HOW} {{untrue}}",
    rf"\b(?:it|this|that) {_IS}{_HOW} {{plainly}}",
    r"{call} (?:the |these |those |such |any |all |media |news |online |recent )*{tale}"
    r"(?: (?!(?:and|but|that)\b)\w+){{0,4}}? (?:as )?[\"'“‘]?{untrue}",
    r"\bno truth (?:whatsoever )?(?:to|in|behind)\b",
    rf"{_FILED}{{mark}} (?:\w+ ){{{{0,2}}}}?(?:{{thing}}|{{site}})",
    rf"{{debunk}} {_THE}(?:\w+ ){{{{0,2}}}}?{{hearsay}}",
    r"{debunk} (?:an?|the|this) (?:\w+ ){{0,2}}?claim (?:that|about|of|which|\w+ing)\b",
    r"\bcontrary to (?:what (?:has|had|was|is|some|many)\b|(?:the |some |many |earlier |media |online )*{hearsay})",
    r"\b(?:despite|death|internet|online|elaborate|viral|cruel)(?: an?)? hoax\b",
    r"\bmade-up (?:story|stories|articles?|claims?|reports?)\b",
)
_FURTHER = r"(?: (?!(?:and|but)\b)[\w’'-]+){{0,8}}(?:, [^,.;]{{1,60}})?"
_UNCONFIRMED = (
    r"{unvouched} (?:\w+ ){{0,2}}?{talk}",
    rf"{{talk}}{_FURTHER},? (?:is|are|was|were|remains?|remained|stayed) (?:still |as yet )?{{unvouched}}",
    rf"{{talk}}{_FURTHER},? (?:could|can|has|have|had)(?: not|n't|n’t) "
    r"(?:yet |immediately |independently |officially |be |been )+(?:confirmed|verified)",
    r"\b(?:nobody|no one|not|cannot|unable to|yet to|\w+n['’]t)(?: \w+){{0,2}} (?:confirm|verify|verified|confirmed) "
    rf"(?:whether |if )?{_THE}(?:{{talk}}|it|them)\b",
    r"\bno (?:official |independent )?confirmation (?:of|that|from)\b",
    r"\b(?:is|are|was|were|been) rumou?red to\b",
    r"\brumou?r has it\b",
    r"\brumou?rs (?:that|of|about|went|go|spread|began|have it|had it|say|said|claim|claimed)\b",
    r"\b(?:gossip|whispers?|murmurs?) (?:that|of)\b",
    r"\b(?:just|only|mere|merely|pure|purely|idle|(?:no|little|nothing) more than) (?:an? )?"
    r"(?:rumou?rs?|speculation|hearsay|gossip|guesswork|conjecture)\b",
)
# What follows "denied" where that is said of a story: nothing but where and when, a clause, or what is said of it.
_NOTHING = r"(?: \w+ly)?(?:\s*(?:[.,;:!?)\"”]|$)| (?:on|in|at|through|when|during|yesterday|today)\b)"
_CLAUSE = (r" (?:\w+ly )?(?:that|it|this|having|being)\b| \w+ing\b(?! (?:to|for)\b)"
           r"| (?!an?\b)(?:(?!(?:that|which|who)\b)[\w’'-]+ ){{1,4}}(?:had|has|have|was|were|is|are|did|would)\b")
_STATEMENT = r" (?:(?:any|all|the|these|those|such|such an?|his|her|its|their) )*(?:[\w’'-]+ ){{0,2}}?{deniable}"
_DENIED = (
    rf"(?<!\bto )(?<!\bnor )(?<!\bnot )(?<!n't )(?<!n’t ){{deny}}(?={_NOTHING}|{_CLAUSE}|{_STATEMENT})",
    rf"{{wave_off}} {_THE}(?:\w+ ){{{{0,2}}}}?(?:{{hearsay}}|{_CLAIM})",
    rf"\bno such \w+{_NAMED}{{{{0,8}}}} (?:took place|happened|occurred|exist(?:s|ed)|(?:was|were) made)\b",
)
