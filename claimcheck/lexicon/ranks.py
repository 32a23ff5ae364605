"""Ranks and posts in the words right beside a name, from ranks.toml."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

# So many characters before and behind a name are looked at.
REACH = 60
# What is over or still to come says nothing of the rank that somebody has.
_NOT_NOW = re.compile(r"\b(?:former|then|ex|late|acting|incoming|outgoing|retired|future|designate|elect)\b[- ]?", re.I)
# Words that may stand between the comma and the rank: ", the station's first female captain".
_WITHIN = r"(?!(?:who|whose|which|where|and|but|told|said)\b)[\w’'.\-]+ "


def ranks_beside(before: str, after: str) -> frozenset[tuple[str, str]]:
    """(ladder, rung) of what stands in front of a name ("Sgt. ") and behind it (", a sergeant with the").

    Empty where it says that the rank is a former or a future one.
    """
    found = []
    for pattern, text in ((_patterns()[0], before[-REACH:]), (_patterns()[1], after[:REACH])):
        match = pattern.search(text)
        if match is not None and not _NOT_NOW.search(match.group()):
            found.append(_rungs()[_plain(match["rank"])])
    return frozenset(found)


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


@functools.cache
def _rungs() -> dict[str, tuple[str, str]]:
    text = resources.files("claimcheck.lexicon").joinpath("ranks.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    seconds = data.pop("seconds")
    rungs = {_plain(w): (ladder, rung) for ladder, rows in data.items() for rung, ways in rows.items() for w in ways}
    for post in seconds["posts"]:
        rungs.setdefault(post, (post, post))
        for word in seconds["before"]:
            rungs[f"{word} {post}" if word[-1] != "-" else word + post] = (post, f"{word.rstrip('-')} {post}")
    return rungs


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    ways = sorted(_rungs(), key=lambda w: (-len(w), w))
    rank = "|".join(re.escape(w).replace("\\ ", r"\s+").replace("'", "['’]") for w in ways)
    return (
        re.compile(rf"(?:{_NOT_NOW.pattern})?(?<![\w-])(?P<rank>{rank})\s+$", re.IGNORECASE),
        re.compile(rf"^,\s+(?:{_WITHIN}){{0,4}}?(?P<rank>{rank})(?![\w-])(?:[- ]elect)?", re.IGNORECASE),
    )
