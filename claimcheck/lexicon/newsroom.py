"""What newsrooms put around an article: agencies, publishers, datelines, furniture."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Furniture:
    """Patterns over one line; all but `inline` must match the whole of it."""

    lines: frozenset[str]
    patterns: re.Pattern[str]
    rights: re.Pattern[str]
    inline: re.Pattern[str]
    captions: re.Pattern[str]
    related_end: frozenset[str]
    comments_start: re.Pattern[str]
    comments_end: re.Pattern[str]


@functools.cache
def furniture() -> Furniture:
    data = _load("furniture.toml")
    boxes = data["boxes"]
    return Furniture(
        lines=frozenset(data["lines"]),
        patterns=_any(data["patterns"]),
        rights=_any(data["rights"]),
        inline=_any(data["inline"]),
        captions=_any(data["captions"]),
        related_end=frozenset(boxes["related_end"]),
        comments_start=_any([boxes["comments_start"]]),
        comments_end=_any([boxes["comments_end"]]),
    )


@functools.cache
def agencies() -> dict[str, str]:
    """Every way of writing an agency, in lower case and without "the" -> the name reports use."""
    table: dict[str, str] = {}
    for name, others in _load("credits.toml")["agencies"].items():
        table.update((wording.casefold(), name) for wording in (name, *others))
    return table


def agency(wording: str) -> str | None:
    """The agency that `wording` names and nothing else, or None."""
    words = " ".join(wording.split()).strip(" .,;:/()[]").casefold()
    return agencies().get(words.removeprefix("the "))


@functools.cache
def publisher_words() -> frozenset[str]:
    return frozenset(_load("credits.toml")["publisher"]["words"])


@functools.cache
def dateline_labels() -> frozenset[str]:
    """Capitals before a dash that are no place: "UPDATE"."""
    return frozenset(_load("credits.toml")["dateline"]["labels"])


@functools.cache
def short_places() -> frozenset[str]:
    return frozenset(_load("credits.toml")["dateline"]["short_places"])


@functools.cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("claimcheck.lexicon").joinpath(name).read_text(encoding="utf-8"))


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)
