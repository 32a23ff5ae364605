"""Ranks and posts in the words right beside a name, from ranks.toml."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import Any

# So many characters before and behind a name are looked at.
REACH = 60
# What is over or still to come says nothing of the rank that somebody has.
_NOT_NOW = re.compile(
    r"\b(?:former(?:ly)?|previously|one-?time|then|ex|late|acting|incoming|outgoing|shadow|retired|future|designate|elect)"
    r"\b[- ]?", re.IGNORECASE
)
# Words that may stand between the comma and the rank: ", the station's first female captain". Behind "of" and the like
# it is somebody else's.
_WITHIN = r"(?!(?:who|whose|which|where|and|but|told|said|of|by|to|for|with|as|than|not|once)\b)[\w’'.\-]+ "
# What may follow a rank behind a name: "a major Republican donor" is no major.
_ENDS = r"(?=[- ]elect\b|\s*(?:$|[,.;:)]|(?:of|in|at|for|from|with|on|to|and|who|under|by)\b))"
# Between "deputy" and "director": "deputy FBI director".
_BODY = r"(?:\s+(?-i:[A-Z])[\w.&]*){0,2}\s+"


def ranks_beside(before: str, after: str) -> frozenset[tuple[str, str]]:
    """(ladder, rung) of what stands in front of a name ("Sgt. ") and behind it (", a sergeant with the").

    Empty where it says that the rank is a former or a future one.
    """
    found = []
    for pattern, text in ((_patterns()[0], before[-REACH:]), (_patterns()[1], after[:REACH])):
        match = pattern.search(text)
        if match is not None and not _NOT_NOW.search(match.group()) and not match["title"]:
            rung = _second(match["post"], match["second"]) if match["post"] else _rungs().get(_plain(match["rank"]))
            found += [rung] if rung else []  # letters that only case folding makes alike
    return frozenset(found)


def is_past_or_future(words: str) -> bool:
    """ "The former mayor", "the next mayor": somebody's post, but not now."""
    return _NOT_NOW.search(words) is not None


@functools.cache
def of_one_body() -> frozenset[str]:
    """The lemmas of posts that hardly anybody has in two places at a time."""
    return frozenset(_data()["bodies"]["posts"])


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").replace(".", "").split())


def _second(post: str, word: str) -> tuple[str, str]:
    return _plain(post), f"{_plain(word).rstrip('-')} {_plain(post)}"


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files("claimcheck.lexicon").joinpath("ranks.toml").read_text(encoding="utf-8"))


def _ladders() -> dict[str, dict[str, list[str]]]:
    return {name: rows for name, rows in _data().items() if name not in ("seconds", "titles", "bodies")}


@functools.cache
def _rungs() -> dict[str, tuple[str, str]]:
    rungs = {_plain(w): (ladder, rung) for ladder, rows in _ladders().items() for rung, ways in rows.items()
             for w in ways}
    for post in _data()["seconds"]["posts"]:
        rungs.setdefault(post, (post, post))
    return rungs


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a name, and what behind it; abbreviations with or without their points."""
    seconds = _data()["seconds"]
    word = _any(seconds["before"])
    second = rf"(?P<second>{word})(?:(?<=-)|{_BODY})(?P<post>{_any(seconds['posts'])})"
    rank = rf"(?:(?P<title>{_any(_data()['titles'])})|{second}|(?P<rank>{_any(_rungs())}))"
    return (
        re.compile(rf"(?:{_NOT_NOW.pattern}(?:[\w’'.-]+ ){{0,2}})?(?<![\w-]){rank}\s+$", re.IGNORECASE),
        re.compile(rf"^,\s+(?:{_WITHIN}){{0,4}}?{rank}(?![\w-]){_ENDS}(?:[- ]elect)?", re.IGNORECASE),
    )


def _any(ways: Iterable[str]) -> str:
    """The point of an abbreviation may be left out; behind another word it ends a sentence."""
    points = (re.escape(_plain(w)).replace("\\ ", r"\.?\s+").replace("'", "['’]")
              + (r"\.?" if _plain(w) in _abbreviated() else "") for w in ways)
    return rf"(?:{'|'.join(sorted(points, key=lambda w: (-len(w), w)))})"


@functools.cache
def _abbreviated() -> frozenset[str]:
    ways = (w for rows in _ladders().values() for some in rows.values() for w in some)
    return frozenset(_plain(w) for w in ways if w.endswith("."))
