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


@dataclass(frozen=True, slots=True)
class Outlets:
    """The lists of outlets.toml; `firm` has those that `only` outlets have, and `trade` the firm and the weak words."""

    only: frozenset[str]
    firm: frozenset[str]
    trade: frozenset[str]
    persons: frozenset[str]
    areas: frozenset[str]
    surnames: frozenset[str]
    above: frozenset[str]
    endings: tuple[str, ...]
    joined: frozenset[str]
    editions: frozenset[str]
    broadcasters: frozenset[str]
    sections: frozenset[str]
    labels: frozenset[str]
    needs: dict[str, frozenset[str]]
    common: dict[str, frozenset[str]]


@functools.cache
def outlets() -> Outlets:
    data = _load("outlets.toml")
    only = frozenset(data["only"])
    firm = only | frozenset(data["firm"])
    return Outlets(
        only=only,
        firm=firm,
        trade=firm | frozenset(data["weak"]),
        persons=frozenset(data["persons"]),
        areas=frozenset(data["areas"]),
        surnames=frozenset(data["surnames"]),
        above=frozenset(data["above"]),
        endings=tuple(data["endings"]),
        joined=frozenset(data["joined"]),
        editions=frozenset(data["editions"]),
        broadcasters=frozenset(data["broadcasters"]),
        sections=frozenset(data["sections"]),
        labels=frozenset(data["labels"]),
        needs={word: frozenset(before) for word, before in data["needs"].items()},
        common={word: frozenset(before) for word, before in data["common"].items()},
    )


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
