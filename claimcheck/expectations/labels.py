"""The ``[[expect]]`` and ``[[forbid]]`` tables of a story.toml, with every quote found in its text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from claimcheck.corpus.manifest import tables
from claimcheck.model.guard import Guard
from claimcheck.toml import Keys, TomlFile, nearest, shown

NUMERIC = frozenset({"number", "count", "money", "percent", "age", "date", "duration", "distance", "bound", "order",
                     "rank"})
TYPES = NUMERIC | {"negation", "entity", "attribution", "other"}
ALARMS = frozenset({"contradiction", "tension"})
VERDICTS = ALARMS | {"update", "agreement"}

_EXPECT = ("verdict", "rule", "type", "a", "b", "optional", "why")
_FORBID = ("a", "b", "guard", "why")
_SIDE = ("document", "quote", "occurrence", "also")

# The `why` of what a reader decided in `claimcheck review`. Whoever wrote one of these has not looked at all findings.
REVIEWED = "labelled in `claimcheck review`"

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Side:
    """Words of one document: `places` are code point ranges, first the quote, then other words that say the same."""

    document: str
    quote: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """`verdict` is "" for a look-alike that must not be reported as an alarm; `guard` is what should stop it. `row` is
    its number among the tables of its kind, `where` its path:line:column."""

    verdict: str
    a: Side
    b: Side
    type: str = ""
    rule: str = ""
    guard: str = ""
    optional: bool = False
    why: str = ""
    row: int = 0
    where: str = ""


def read_labels(
    file: TomlFile, texts: Mapping[str, str], rules: Collection[str]
) -> tuple[tuple[Label, ...], tuple[Label, ...]]:
    """What is expected and what is forbidden; `texts` holds the documents by the path that the file gives them.

    Raises ConfigError, with the place, for an unknown rule, and where a quote does not stand in its document exactly
    as said.
    """
    expect, forbid = (
        tuple(_label(file, kind, number, row, texts, rules) for number, row in enumerate(tables(file, kind)))
        for kind in ("expect", "forbid")
    )
    return expect, forbid


def find(text: str, quote: str, occurrence: int | None) -> Place:
    """Where `quote` stands; without an `occurrence` (from 1) it must stand there exactly once. Raises ValueError."""
    starts = _starts(text, quote)
    if not starts:
        raise ValueError(f"{quote!r} does not stand in the text")
    if occurrence is None and len(starts) > 1:
        raise ValueError(f"{quote!r} stands {len(starts)} times; say which with `occurrence`")
    if occurrence is not None and not (len(starts) > 1 and 1 <= occurrence <= len(starts)):
        raise ValueError(f"{quote!r} stands {len(starts)} times, `occurrence` is {occurrence}")
    start = starts[(occurrence or 1) - 1]
    return start, start + len(quote)


def occurrence_of(text: str, quote: str, start: int) -> int | None:
    """The `occurrence` with which `find` gives the quote at `start`; None where it stands once only."""
    starts = _starts(text, quote)
    return starts.index(start) + 1 if len(starts) > 1 else None


def _starts(text: str, quote: str) -> list[int]:
    starts = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        starts.append(at)
        at = text.find(quote, at + 1)
    return starts


def _label(
    file: TomlFile, kind: str, number: int, row: Mapping[str, Any], texts: Mapping[str, str], rules: Collection[str]
) -> Label:
    here: Keys = (kind, number)
    file.check_keys(here, row, _EXPECT if kind == "expect" else _FORBID)
    for key, known in (("verdict", VERDICTS), ("type", TYPES), ("guard", frozenset(Guard))):
        if key in row:
            _check(file, (*here, key), row[key], known)
        elif key == "verdict" and kind == "expect":
            raise file.fault(here, f"'verdict' is missing; choose one of {', '.join(sorted(known))}")
    if "rule" in row:
        file.check_rule((*here, "rule"), row["rule"], rules)
    if not isinstance(row.get("why", ""), str):
        raise file.fault((*here, "why"), "'why' is to be a string")
    a, b = (_side(file, (*here, key), row.get(key), texts) for key in ("a", "b"))
    if a.document == b.document:
        raise file.fault(here, "both sides are in one document")
    line, column = file.place(here)
    return Label(row.get("verdict", ""), a, b, row.get("type", ""), row.get("rule", ""), row.get("guard", ""),
                 bool(row.get("optional", False)), row.get("why", ""), number, f"{file.name}:{line}:{column}")


def _side(file: TomlFile, here: Keys, row: Any, texts: Mapping[str, str]) -> Side:
    if not isinstance(row, dict):
        raise file.fault(here, f'{here[-1]!r} is to be {{ document = "...", quote = "..." }}')
    file.check_keys(here, row, _SIDE)
    document, quote, also = row.get("document"), row.get("quote"), row.get("also", [])
    if not isinstance(document, str) or document not in texts:
        raise file.fault((*here, "document"), f"no document {shown(document)}; {nearest(str(document), texts)}")
    if not isinstance(quote, str) or not isinstance(also, list) or not all(isinstance(words, str) for words in also):
        raise file.fault((*here, "quote"), "'quote' is to be a string, and 'also' a list of strings")
    if not isinstance(row.get("occurrence"), int | None):
        raise file.fault((*here, "occurrence"), "'occurrence' is to be a number, counted from 1")
    try:
        places = [find(texts[document], quote, row.get("occurrence"))]
        places += [find(texts[document], words, None) for words in also]
    except ValueError as error:
        raise file.fault((*here, "quote"), f"{document}: {error}") from None
    return Side(document, quote, tuple(places))


def _check(file: TomlFile, here: Keys, value: Any, known: Collection[str]) -> None:
    if not isinstance(value, str) or value not in known:
        raise file.fault(here, f"{here[-1]} is {shown(value)}; {nearest(str(value), known)}")
